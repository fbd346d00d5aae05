"""What the label of one of her products says, as a form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Amounts, Nutrient
from bonecoach.core.supplements import Product
from bonecoach.core.units import NG_PER_IU_VITAMIN_D
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.ui.theme import follow, px

ASKED = (*MAIN_NUTRIENTS, Nutrient.VITAMIN_K1)
"""The nutrients a label is asked for."""


class ProductForm(Card):
    """What a label says of one product. `product` is the one being changed, None for a new one.

    `entered()`: Enter was pressed in one of its lines.
    """

    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.desk = desk
        self.product: Product | None = None
        words = desk.words
        self.heading = Heading(self.tr("Add from its label"))
        self.name = Typed(self.tr("as you will type it, for example bone tablet"))
        self.unit = Chooser(tuple((said, unit) for unit, said in self._units()))
        self.usual = Typed("1", 80)
        self.lines = {nutrient: Typed("", 100) for nutrient in ASKED}
        self.vitamin_d_unit = Chooser(((words.say("unit.ug"), "ug"), (words.say("unit.iu"), "iu")))
        self.vitamin_d_unit.choose(words.vitamin_d_unit)
        self.complaint = Text("", "body", "warning")
        self.save, self.cancel = PrimaryButton(self.tr("Save"), "check"), Button(self.tr("Cancel"))
        self._lay_out()
        for line in (self.name, self.usual, *self.lines.values()):
            line.returnPressed.connect(self.entered)
        follow(self, self._space)

    def _units(self) -> tuple[tuple[str, str], ...]:
        return (
            ("tablet", self.tr("tablet")),
            ("capsule", self.tr("capsule")),
            ("softgel", self.tr("softgel")),
            ("drop", self.tr("drop")),
            ("scoop", self.tr("scoop")),
            ("sachet", self.tr("sachet")),
            ("spray", self.tr("spray")),
            ("teaspoon", self.tr("teaspoon")),
        )

    def _lay_out(self) -> None:
        words = self.desk.words
        self.column.addWidget(self.heading)
        self.grid = QGridLayout()
        self._rows: list[QHBoxLayout] = []
        self.column.addLayout(self.grid)
        self._row(0, self.tr("Name"), self.name)
        self._row(1, self.tr("Counted by the"), self.unit)
        self._row(2, self.tr("Usually at once"), self.usual)
        holds = Text(self.tr("One of them holds (leave out what the label does not name):"), "body", "quiet")
        self.grid.addWidget(holds, 3, 0, 1, 2)
        self.vitamin_d_unit.setAccessibleName(self.tr("Unit of vitamin D"))
        for row, (nutrient, line) in enumerate(self.lines.items(), start=4):
            bare = Text(words.say(f"unit.{nutrient.unit}"), wraps=False)
            self._row(row, words.title(nutrient), line, self.vitamin_d_unit if nutrient is Nutrient.VITAMIN_D else bare)
        self.grid.setColumnStretch(1, 1)
        self.column.addWidget(self.complaint)
        self._buttons = QHBoxLayout()
        self.column.addLayout(self._buttons)
        self._buttons.addWidget(self.save)
        self._buttons.addWidget(self.cancel)
        self._buttons.addStretch(1)
        self.column.addStretch(1)
        self.complaint.hide()

    def _row(self, row: int, said: str, field: QWidget, unit: QWidget | None = None) -> None:
        field.setAccessibleName(said)
        name = Text(said, "strong", wraps=False)
        name.setBuddy(field)
        line = QHBoxLayout()
        self.grid.addWidget(name, row, 0)
        self.grid.addLayout(line, row, 1)
        self._rows.append(line)
        line.addWidget(field, 1 if field is self.name else 0)
        if unit is not None:
            line.addWidget(unit)
        if field is not self.name:
            line.addStretch(1)

    # -- what stands in it -------------------------------------------------------------------------------------

    def show_product(self, product: Product | None) -> None:
        """Shows a product to change, or an empty form."""
        self.product = product
        self.complaint.say("")
        self.heading.setText(
            self.tr("Change %s").replace("%s", product.name) if product else self.tr("Add from its label")
        )
        self.cancel.setVisible(product is not None)
        self.name.setText(", ".join(product.names) if product else "")
        self.unit.choose(product.unit if product else "tablet")
        self.usual.setText(f"{product.usual_units:g}" if product else "1")
        for nutrient, line in self.lines.items():
            ng = product.per_unit.get(nutrient) if product else None
            line.setText(f"{ng / self._ng_per_unit(nutrient):g}" if ng else "")

    def complain(self, sentence: str, key: str = "") -> None:
        """Says what is wrong, or worth knowing of what was just kept; the keyboard goes to the field it is about."""
        self.complaint.say(sentence)
        for field in (self.name, self.usual, *self.lines.values()):
            if key and field.accessibleName() == key:
                field.setFocus()
                field.selectAll()
        announce(self, sentence)

    def said(self) -> Product:
        """The product as the label says. Raises InvalidEntry("not_a_number", "no_name")."""
        names = tuple(name.strip() for name in self.name.text().split(",") if name.strip())
        if not names:
            raise InvalidEntry("no_name")
        named = {nutrient: self._amount(nutrient, line.text()) for nutrient, line in self.lines.items()}
        return Product(
            id=self.product.id if self.product else "",
            names=names,
            unit=str(self.unit.currentData()),
            per_unit=Amounts({nutrient: named.get(nutrient, 0) for nutrient in Nutrient}),
            usual_units=self._number(self.tr("Usually at once"), self.usual.text() or "1"),
            own=True,
        )

    def _amount(self, nutrient: Nutrient, text: str) -> int:
        if not text.strip():
            return 0
        return round(self._number(self.desk.words.title(nutrient), text) * self._ng_per_unit(nutrient))

    def _number(self, name: str, text: str) -> float:
        number = figure_of(text)
        if number is None or not 0 <= number < 1_000_000:
            raise InvalidEntry("not_a_number", key=name, text=text)
        return number

    def _ng_per_unit(self, nutrient: Nutrient) -> int:
        in_iu = nutrient is Nutrient.VITAMIN_D and self.vitamin_d_unit.currentData() == "iu"
        return NG_PER_IU_VITAMIN_D if in_iu else nutrient.ng_per_unit

    def _space(self) -> None:
        self.grid.setHorizontalSpacing(px(12))
        self.grid.setVerticalSpacing(px(GAP))
        for line in (*self._rows, self._buttons):
            line.setSpacing(px(GAP))
