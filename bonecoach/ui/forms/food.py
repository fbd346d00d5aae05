"""The form for food: a row of the food table, a household portion or grams, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bonecoach.core.changes import Step
from bonecoach.core.foods import Food
from bonecoach.core.nutrients import MAIN_NUTRIENTS
from bonecoach.ui.forms.fields import Stepper
from bonecoach.ui.forms.form import QuickForm
from bonecoach.ui.forms.picker import Found
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.words import Words

MOST_FOUND = 30
GRAMS = "grams"
_USUAL_GRAMS = 100


class FoodForm(QuickForm):
    """Log some food."""

    def __init__(self, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(self.tr("Food"), self.tr("Look for a food"), desk, at, parent)

    def quick(self) -> Sequence[tuple[str, str]]:
        tr = self.tr
        first = (tr("Milk"), tr("Yogurt"), tr("Cheese"), tr("Fish"), tr("Eggs"), tr("Tofu"), tr("Beans"), tr("Greens"))
        more = (tr("Vegetables"), tr("Fruit"), tr("Nuts"), tr("Bread"), tr("Cereal"), tr("Meat"), tr("Meals"))
        return [(word, word.lower()) for word in (*first, *more, tr("Sweets"))]

    def found(self, text: str) -> Found:
        foods = self.desk.diary.knowledge.foods.browse(text.strip() or "milk", MOST_FOUND)
        return [(food.name, food) for food in foods]

    def own_fields(self) -> Sequence[tuple[str, QWidget]]:
        self.portion = Chooser(())
        self.portion.setAccessibleName(self.tr("Portion"))
        self.portion.currentIndexChanged.connect(self._portion_chosen)
        self.count = Stepper(self.tr("How many"), 0.25, 5_000, 0.5)
        self.count.changed.connect(lambda _number: self.preview())
        return ((self.tr("Portion"), self.portion), (self.tr("How many"), self.count))

    def show_thing(self, thing: object) -> None:
        assert isinstance(thing, Food)
        self.portion.blockSignals(True)
        self.portion.clear()
        for portion in thing.portions:
            self.portion.addItem(f"{portion.name} ({portion.grams:g} g)", portion.name)
        self.portion.addItem(self.tr("grams"), GRAMS)
        self.portion.blockSignals(False)
        self._portion_chosen()

    def understood(self, thing: object) -> str:
        assert isinstance(thing, Food)
        return _said(thing, self._grams(thing), self.desk.words)

    def flags(self, thing: object) -> list[str]:
        """None: a food has no words to be read, and nothing that is eaten is a red flag."""
        return []

    def log(self, thing: object, *, confirmed: bool) -> Step:
        assert isinstance(thing, Food)
        if self.portion.currentData() == GRAMS:
            return self.desk.diary.log_food(thing.id, grams=self.count.number(), at=self.instant())
        portion = str(self.portion.currentData())
        return self.desk.diary.log_food(thing.id, portion=portion, count=self.count.number(), at=self.instant())

    def _grams(self, food: Food) -> float:
        chosen = next((p.grams for p in food.portions if p.name == self.portion.currentData()), 1.0)
        return chosen * self.count.number()

    def _portion_chosen(self) -> None:
        by_weight = self.portion.currentData() == GRAMS
        self.count.show_number(_USUAL_GRAMS if by_weight else 1, 10 if by_weight else 0.5)
        self.preview()


def _said(food: Food, grams: float, words: Words) -> str:
    amounts = food.amounts_in(grams)
    known = [(n, amounts.get(n)) for n in MAIN_NUTRIENTS]
    said = [f"{words.nutrient(n)} {words.amount(n, amount)}" for n, amount in known if amount]
    return (
        f"{food.name}, {words.number(grams, 0)} g: {', '.join(said)}"
        if said
        else f"{food.name}, {words.number(grams, 0)} g"
    )
