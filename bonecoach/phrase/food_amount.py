"""How much of a food was said: portions, pieces, grams, millilitres, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from bonecoach.core.foods import Food, Portion
from bonecoach.core.units import NG_PER
from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.lexicon import VAGUE
from bonecoach.phrase.outcome import Trouble
from bonecoach.phrase.portions_said import take_portion, unknown_portion
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure, Unit, written

GRAMS_FROM = 25
"""A bare number from here on behind a food is grams, below it portions."""

MOST_GRAMS = 100_000


@dataclass(slots=True)
class FoodAmount:
    """What was said of how much.

    `times` and `count` multiply a portion or a weight; `grams` is the weight in the end and `said` the amount in her
    own words; `assumed`: the portion is the usual one, since none was said; `in_pieces`: a bare number of
    pieces. `notes` tell what was assumed.
    """

    times: Fraction = Fraction(1)
    count: Fraction | None = None
    counted: Amount | None = None
    weighed: Amount | None = None
    portion: Portion | None = None
    portion_words: str = ""
    assumed: bool = False
    in_pieces: bool = False
    grams: Fraction | None = None
    said: str = ""
    notes: list[Note] = field(default_factory=list)

    @property
    def figure(self) -> Amount | None:
        """The number a doubt would be about."""
        return self.weighed or self.counted

    @property
    def number(self) -> Fraction:
        """How many of it."""
        return self.times * (1 if self.count is None else self.count)


def take_food_amount(said: Said, food: Food, name: tuple[int, ...], ctx: Context) -> tuple[FoodAmount, Trouble | None]:
    """The amount that the unused words say, used, with its weight in grams; trouble where it cannot be had."""
    amount = _taken(said, food, ctx)
    return amount, _settle(said, food, name, amount, ctx)


def _taken(said: Said, food: Food, ctx: Context) -> FoodAmount:
    found = FoodAmount()
    vague = [index for index in said.free() if said.tokens[index].key in VAGUE]
    for amount in amounts_in(said):
        if amount.times:
            found.times *= amount.value
        elif found.weighed is None and amount.unit is not None and _weighs_food(amount.unit):
            found.weighed = amount
        elif amount.unit is None and found.count is None and not (amount.article and vague):
            found.count, found.counted = amount.value, amount
        else:
            continue
        said.take(amount.tokens, "amount")
    portion = take_portion(said, food, None if found.counted is None else found.counted.last, ctx.tables.foods)
    if portion is not None:
        found.portion, found.portion_words = portion.portion, portion.words
        if portion.size:
            words = " ".join(word for word in portion.words.split() if word not in portion.size.split())
            facts = {"food": food.name, "size": portion.size, "portion": words}
            found.notes.append(Note("size_not_known", facts))
    said.take([index for index in vague if said.roles[index] is None], "amount")
    return found


def _weighs_food(unit: Unit) -> bool:
    """Food is weighed in grams and up, or measured by volume; milligrams are of what is in it."""
    return unit.measure is Measure.VOLUME or (unit.measure is Measure.MASS and unit.amount >= NG_PER["g"])


def _settle(said: Said, food: Food, name: tuple[int, ...], found: FoodAmount, ctx: Context) -> Trouble | None:
    """The grams in the end, and the amount in her own words."""
    trouble = None
    if found.weighed is not None:
        _weigh(said, food, found.weighed, found, ctx)
    elif found.portion is None:
        trouble = _unmeasured(said, food, name, found, ctx)
    if trouble is None and found.portion is not None and found.grams is None:
        found.grams = found.number * Fraction(found.portion.grams)
        found.said = f"{found.said or _counted(found)} ({_grams(found.grams)})"
    if trouble is None and not 0 < (found.grams or 0) <= MOST_GRAMS:
        taken = said.taken("amount")
        first, last = (taken[0], taken[-1]) if found.figure is None else (found.figure.first, found.figure.last)
        return Trouble("impossible_amount", first, last, {"amount": float(found.number)})
    return trouble


def _weigh(said: Said, food: Food, amount: Amount, found: FoodAmount, ctx: Context) -> None:
    unit = amount.unit
    assert unit is not None
    one, exact = _grams_of_one(food, unit, ctx)
    grams = amount.value * one
    figure = f"{written(amount.value)} {unit.name}"
    inside = said.in_brackets()
    of_each = any(said.tokens[index].key in ("each", "per") for index in inside)  # "3 slices (30 g each)"
    if found.portion is not None and amount.first in inside and not of_each:  # "2 glasses (488 g)": the weight of both
        found.grams, found.said = grams, f"{_counted(found)} ({_grams(grams)})"
    else:
        found.grams = grams * found.number
        many = figure if found.number == 1 else f"{written(found.number)} × {figure}"
        found.said = many if many == figure and unit.name in ("g", "kg") else f"{many} ({_grams(found.grams)})"
    if not exact:
        found.notes.append(Note("ml_as_grams", {"food": food.name, "grams": float(found.grams)}))
    if unit.name == "pint" and ctx.tables.foods.portion(food, "pint") is None:
        found.notes.append(Note("imperial_pint", {"ml": float(unit.amount)}))


def _grams_of_one(food: Food, unit: Unit, ctx: Context) -> tuple[Fraction, bool]:
    """Grams of one unit of a food; False where a millilitre had to be taken for a gram."""
    if unit.measure is Measure.MASS:
        return unit.amount / NG_PER["g"], True
    own = ctx.tables.foods.portion(food, unit.name)
    if own is not None:
        return Fraction(own.grams), True
    ml = ctx.tables.foods.portion(food, "ml")
    return (unit.amount, False) if ml is None else (unit.amount * Fraction(ml.grams), True)


def _counted(found: FoodAmount) -> str:
    """ "2 glasses" in her words, "2 × glass" where the portion was assumed."""
    assert found.portion is not None
    if found.portion_words:
        return f"{written(found.number)} {found.portion_words}"
    name = found.portion.name.partition(",")[0]
    if found.number == 1:
        return name if name[:1].isdigit() else f"1 {name}"
    return f"{written(found.number)} × {name}"


def _unmeasured(said: Said, food: Food, name: tuple[int, ...], found: FoodAmount, ctx: Context) -> Trouble | None:
    """No unit and no portion word: pieces of what it is called, grams from 25 on, otherwise the usual portion."""
    unknown = unknown_portion(said)
    portions = [portion.name for portion in food.portions]
    if unknown is not None:
        first, last = unknown
        fix = said.replaced(first, last, portions[0]) if portions else None
        word = said.words([first, last])
        return Trouble("unknown_portion", first, last, {"word": word, "food": food.name, "portions": portions}, fix)
    words = " ".join(said.tokens[index].key for index in name)
    counts = found.counted is not None or found.times != 1
    found.portion = ctx.tables.foods.portion(food, words) if counts else None
    if found.portion is not None:
        found.said, found.in_pieces = written(found.number), True
    elif found.count is not None and found.count >= GRAMS_FROM:
        found.grams, found.said = found.number, f"{written(found.number)} g"
        found.notes.append(Note("took_grams", {"food": food.name, "grams": float(found.number)}))
    elif not portions:
        fix = None if found.counted is None else said.followed(found.counted.last, "g")
        return Trouble("amount_missing", name[0], name[-1], {"food": food.name}, fix)
    else:
        found.portion, found.assumed = _usual(food, found, ctx), True
        grams, count = found.portion.grams, float(found.number)
        facts = {"food": food.name, "portion": found.portion.name, "grams": grams, "count": count}
        found.notes.append(Note("usual_portion", facts))
    return None


def _usual(food: Food, found: FoodAmount, ctx: Context) -> Portion:
    """The usual portion, or the smaller one of milk that goes into coffee or onto porridge."""
    if ctx.side is not None:
        word, share = ctx.side
        portion = ctx.tables.foods.portion(food, word)
        if portion is not None and ctx.tables.foods.portion(food, "splash") is not None:  # what is poured has splashes
            found.times *= share
            return portion
    return food.portions[0]


def _grams(grams: Fraction) -> str:
    return f"{written(round(grams, 1) if grams < 10 else round(grams))} g"
