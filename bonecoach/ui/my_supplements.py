"""My supplements: the person's own products, as their labels say."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.supplements import Product
from bonecoach.diary.products import typed_name
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.product_form import ProductForm
from bonecoach.ui.theme import follow, px


class ProductRow(QWidget):
    """One of her products, with its two buttons."""

    def __init__(self, product: Product, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        held = [f"{words.nutrient(n)} {words.amount(n, ng, both=True)}" for n, ng in product.per_unit if ng]
        self.name = Text(product.name, "strong")
        self.holds = Text(
            self.tr("1 {unit}: {held}").format(unit=product.unit, held=words.listed(held)), "small", "quiet"
        )
        self.edit = Button("", "pencil", name=self.tr("Change %s").replace("%s", product.name))
        self.remove = Button("", "bin", name=self.tr("Remove %s").replace("%s", product.name))
        self.row, texts = QHBoxLayout(self), QVBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addLayout(texts, 1)
        texts.setSpacing(0)
        for text in (self.name, self.holds):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            texts.addWidget(text)
        self.row.addWidget(self.edit)
        self.row.addWidget(self.remove)
        follow(self, self._space)

    def _space(self) -> None:
        self.row.setSpacing(px(GAP))


class MySupplementsPage(Page):
    """Her products at the left, the form at the right."""

    key = "my_supplements"
    icon = "supplement"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading = Heading(self.tr("My supplements"), "title")
        self.back = Button(self.tr("Settings"), "left", name=self.tr("Back to Settings"))
        self.list, self.form = Card(), ProductForm(desk)
        self.empty = Text(
            self.tr("None yet. Add a product from its label, and its name works in the entry line."), "body", "quiet"
        )
        self.list.column.addWidget(Heading(self.tr("Your products")))
        self.list.column.addWidget(self.empty)
        self.list.column.addStretch(1)
        self.rows: list[ProductRow] = []
        self._whole, self._head = QVBoxLayout(self.body), QHBoxLayout()
        self._whole.addLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.back)
        self._columns = QGridLayout()
        self._whole.addLayout(self._columns)
        self._whole.addStretch(1)
        self.arrange(narrow=False)
        self.form.save.clicked.connect(self._save)
        self.form.entered.connect(self._save)
        self.form.cancel.clicked.connect(self._leave)
        self.back.clicked.connect(lambda: self.goes_to.emit("settings", None))
        self.form.show_product(None)
        follow(self, self._space)

    @property
    def title(self) -> str:
        """Its name."""
        return self.tr("My supplements")

    def show_state(self) -> None:
        """Lists her products anew. What stands in the form stays, and the keyboard where it stood in the list."""
        standing = next((n for n, row in enumerate(self.rows) if row.edit.hasFocus() or row.remove.hasFocus()), None)
        removes = standing is not None and self.rows[standing].remove.hasFocus()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        products = self.desk.diary.person.products()
        self.rows = [ProductRow(product, self.desk) for product in products]
        for place, (row, product) in enumerate(zip(self.rows, products, strict=True), start=2):
            row.edit.clicked.connect(partial(self._edit, product))
            row.remove.clicked.connect(partial(self._remove, product))
            self.list.column.insertWidget(place, row)
        self.empty.setVisible(not products)
        if standing is not None:
            self._stand_near(standing, removes=removes)

    def _stand_near(self, place: int, *, removes: bool) -> None:
        """The keyboard goes to the product that stands there now, or to the last one; without any to the form."""
        if not self.rows:
            self.form.name.setFocus()
            return
        row = self.rows[min(place, len(self.rows) - 1)]
        (row.remove if removes else row.edit).setFocus()

    def first_focus(self) -> QWidget:
        """The name of a new product."""
        return self.form.name

    def _edit(self, product: Product, _checked: bool = False) -> None:
        self.form.show_product(product)
        self.form.name.setFocus()

    def _leave(self) -> None:
        """Puts an empty form in the place of what was being changed."""
        self.form.show_product(None)
        self.form.name.setFocus()

    def _remove(self, product: Product, _checked: bool = False) -> None:
        if self.form.product == product:
            self.form.show_product(None)
        if self.attempt(self.desk.diary.person.remove_product, product.id) is not None:
            self.show_state()

    def _save(self) -> None:
        try:
            kept = self.desk.diary.person.save_product(self.form.said())
        except BoneCoachError as error:
            self.form.complain(self.desk.words.error(error), str(error.facts.get("key", "")))
            return
        self.form.show_product(None)
        self.show_state()
        self.form.name.setFocus()
        if typed_name(kept, self.desk.diary.read) is None:
            self.form.complain(
                self.tr(
                    "\u201c%s\u201d is kept, but the entry line cannot read it; choose it in the Supplement form, "
                    "or add a plainer name behind a comma."
                ).replace("%s", kept.name)
            )

    def arrange(self, narrow: bool) -> None:
        """List and form side by side, or the form first."""
        self._columns.removeWidget(self.list)
        self._columns.removeWidget(self.form)
        self._columns.addWidget(self.list, 1 if narrow else 0, 0)
        self._columns.addWidget(self.form, 0, 0 if narrow else 1)
        self._columns.setColumnStretch(0, 1)
        self._columns.setColumnStretch(1, 0 if narrow else 1)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        self._whole.setSpacing(px(12))
        self._columns.setSpacing(px(12))
