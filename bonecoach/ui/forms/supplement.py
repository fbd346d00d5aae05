"""The form for supplements: her own products first, then the usual strengths, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.core.days import moment_at
from bonecoach.core.supplements import Product
from bonecoach.diary.products import reading_of
from bonecoach.phrase.reading import Reading
from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.forms.fields import Stepper
from bonecoach.ui.forms.form import QuickForm
from bonecoach.ui.forms.picker import Found
from bonecoach.ui.page import Desk


class SupplementForm(QuickForm):
    """Log a tablet, capsule, scoop or drop. `wants_mine()`: she wants to write down a product of her own."""

    wants_mine = Signal()

    def __init__(self, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(self.tr("Supplement"), self.tr("Look for a supplement"), desk, at, parent)
        self.mine = QuietButton(self.tr("Not in the list? Add it from its label"))
        self.mine.clicked.connect(self._go_to_mine)
        self.column.insertWidget(1, self.mine)

    def quick(self) -> Sequence[tuple[str, str]]:
        tr = self.tr
        words = (
            tr("Calcium"),
            tr("Vitamin D"),
            tr("K2"),
            tr("Magnesium"),
            tr("Zinc"),
            tr("Protein"),
            tr("Multivitamin"),
        )
        return [(word, word.lower()) for word in words]

    def found(self, text: str) -> Found:
        own = self.desk.diary.person.products()
        table = self.desk.diary.knowledge.supplements
        every = (*own, *table.strengths(), *table.products())
        words = text.lower().split()
        fitting = [p for p in every if all(any(word in name.lower() for name in p.names) for word in words)]
        return [(_label(product), product) for product in fitting]

    def own_fields(self) -> Sequence[tuple[str, QWidget]]:
        self.count = Stepper(self.tr("How many"), 0.5, 50, 0.5)
        self.count.changed.connect(lambda _number: self.preview())
        return ((self.tr("How many"), self.count),)

    def _go_to_mine(self) -> None:
        self.reject()
        self.wants_mine.emit()

    def show_thing(self, thing: object) -> None:
        assert isinstance(thing, Product)
        self.count.show_number(thing.usual_units)

    def reading(self, thing: object) -> Reading:
        assert isinstance(thing, Product)
        if not thing.own:
            return super().reading(thing)
        diary, at = self.desk.diary, self.instant()
        return reading_of(thing, self.count.number(), diary.now() if at is None else moment_at(at, diary.zone))

    def text(self, thing: object) -> str:
        assert isinstance(thing, Product)
        count = self.count.number()
        return thing.name if count == thing.usual_units == 1 else f"{count:g} x {thing.name}"


def _label(product: Product) -> str:
    return f"{product.name} ({product.unit})".replace("\u00b5", "\u03bc")
