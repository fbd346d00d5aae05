"""The form for supplements: her own products first, then the usual strengths, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bonecoach.core.supplements import Product
from bonecoach.ui.forms.fields import Stepper
from bonecoach.ui.forms.form import QuickForm
from bonecoach.ui.forms.picker import Found
from bonecoach.ui.page import Desk


class SupplementForm(QuickForm):
    """Log a tablet, capsule, scoop or drop."""

    def __init__(self, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(self.tr("Supplement"), self.tr("Look for a supplement"), desk, at, parent)

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

    def show_thing(self, thing: object) -> None:
        assert isinstance(thing, Product)
        self.count.show_number(thing.usual_units)

    def text(self, thing: object) -> str:
        assert isinstance(thing, Product)
        count = self.count.number()
        return thing.name if count == thing.usual_units == 1 else f"{count:g} x {thing.name}"


def _label(product: Product) -> str:
    return f"{product.name} ({product.unit})".replace("\u00b5", "\u03bc")
