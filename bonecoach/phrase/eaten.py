"""Foods and drinks with their amounts: household portions, grams, millilitres, or the usual portion."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from bonecoach.core.entries import Intake, Source
from bonecoach.core.foods import Food, Portion
from bonecoach.core.units import NG_PER
from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.doubts import food_doubt
from bonecoach.phrase.label import Figures, take_figures
from bonecoach.phrase.lexicon import FILLERS, NOT, VAGUE, singular
from bonecoach.phrase.outcome import Outcome, Trouble, titled
from bonecoach.phrase.portions_said import take_portion, unknown_portion
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.units import Measure, Unit, written

GRAMS_FROM = 25
"""A bare number from here on behind a food is grams, below it portions."""

MOST_GRAMS = 100_000
US_PINT_ML = 473


@dataclass(slots=True)
class _Eaten:
    """What was said of how much: a count of portions, or a weight. `figure` is the amount a doubt would be about."""

    times: Fraction = Fraction(1)
    count: Fraction | None = None
    portion: Portion | None = None
    portion_words: str = ""
    grams: Fraction | None = None
    said: str = ""
    weighed: Amount | None = None
    counted: Amount | None = None
    assumed: bool = False
    notes: list[Note] = field(default_factory=list)

    @property
    def figure(self) -> Amount | None:
        return self.weighed or self.counted

    @property
    def number(self) -> Fraction:
        return self.times * (1 if self.count is None else self.count)


def read_food(said: Said, food: Food, name: tuple[int, ...], ctx: Context) -> Outcome:
    """The part as this food. `name` are the tokens that name it."""
    said.take(name, "name")
    food = _tinned(said, food, name, ctx)
    figures = take_figures(said, ctx)
    note = "; ".join(filter(None, (ctx.meal, _take_without(said, ctx))))
    eaten = _take_amounts(said, food, ctx)
    trouble = _settle(said, food, name, eaten, ctx)
    if trouble is not None and figures is None:
        return Outcome(said, notes=tuple(eaten.notes), trouble=trouble)
    if food.note is not None and figures is None:
        eaten.notes.append(Note(food.note, {"food": food.name}))
    outcome = Outcome(said, (_intake(food, eaten, figures, note, ctx),), tuple(eaten.notes))
    outcome.doubt = food_doubt(said, food, float(eaten.grams or 0), eaten.figure, bare=eaten.assumed)
    pint = eaten.weighed
    if pint is not None and pint.unit is not None and pint.unit.name == "pint":
        other = f"{written(pint.value * US_PINT_ML)} ml"
        outcome.other = said.replaced(pint.first, pint.last, other)
    return outcome


def _tinned(said: Said, food: Food, name: tuple[int, ...], ctx: Context) -> Food:
    """ "small tin of salmon": what comes in a tin is the tinned food, where the table knows it."""
    tin = any(singular(said.tokens[index].key) in ("tin", "can") for index in said.free())
    if not tin or ctx.tables.foods.portion(food, "tin") is not None:
        return food
    return ctx.tables.foods.named("tinned " + " ".join(said.tokens[index].key for index in name)) or food


def _intake(food: Food, eaten: _Eaten, figures: Figures | None, note: str, ctx: Context) -> Intake:
    return Intake(
        moment=ctx.moment,
        name=titled(food.name),
        note=note,
        source=Source.FOOD if figures is None else Source.MANUAL,
        amounts=food.amounts_in(eaten.grams or 0) if figures is None else figures.amounts,
        quantity=eaten.said if figures is None else ", ".join(filter(None, (eaten.said, figures.said))),
        grams=None if eaten.grams is None else float(eaten.grams),
        thing=food.id,
        k2_estimate=food.k2_estimate and figures is None,
    )


def _weighs_food(unit: Unit) -> bool:
    """Food is weighed in grams and up, or measured by volume; milligrams are of what is in it."""
    return unit.measure is Measure.VOLUME or (unit.measure is Measure.MASS and unit.amount >= NG_PER["g"])


def _take_amounts(said: Said, food: Food, ctx: Context) -> _Eaten:
    """All that says how much, used."""
    eaten = _Eaten()
    vague = [index for index in said.free() if said.tokens[index].key in VAGUE]
    for amount in amounts_in(said):
        if amount.times:
            eaten.times *= amount.value
        elif eaten.weighed is None and amount.unit is not None and _weighs_food(amount.unit):
            _weigh(food, amount, eaten, ctx)
        elif amount.unit is None and eaten.count is None and not (amount.article and vague):
            eaten.count, eaten.counted = amount.value, amount
        else:
            continue
        said.take(amount.tokens, "amount")
    found = take_portion(said, food, None if eaten.counted is None else eaten.counted.last, ctx.tables.foods)
    if found is not None:
        eaten.portion, eaten.portion_words = found.portion, found.words
        if found.size:
            eaten.notes.append(Note("size_not_known", {"food": food.name, "size": found.size, "portion": found.words}))
    said.take([index for index in vague if said.roles[index] is None], "amount")
    return eaten


def _weigh(food: Food, amount: Amount, eaten: _Eaten, ctx: Context) -> None:
    assert amount.unit is not None
    unit = amount.unit
    own = ctx.tables.foods.portion(food, unit.name) if unit.measure is Measure.VOLUME else None
    ml = ctx.tables.foods.portion(food, "ml") if unit.measure is Measure.VOLUME and own is None else None
    if unit.measure is Measure.MASS:
        eaten.grams = amount.value * unit.amount / NG_PER["g"]
    elif own is not None:
        eaten.grams = amount.value * Fraction(own.grams)
    else:
        eaten.grams = amount.value * unit.amount * (1 if ml is None else Fraction(ml.grams))
        if ml is None:
            eaten.notes.append(Note("ml_as_grams", {"food": food.name, "grams": float(eaten.grams)}))
        if unit.name == "pint":
            eaten.notes.append(Note("imperial_pint", {"ml": float(unit.amount)}))
    eaten.said = f"{written(amount.value)} {unit.name}"
    eaten.weighed = amount


def _settle(said: Said, food: Food, name: tuple[int, ...], eaten: _Eaten, ctx: Context) -> Trouble | None:
    """The grams in the end, and the amount in her own words."""
    if eaten.number <= 0 or (eaten.grams is not None and eaten.grams <= 0):
        return _impossible(said, eaten)
    if eaten.grams is None and eaten.portion is None:
        trouble = _unmeasured(said, food, name, eaten, ctx)
        if trouble is not None:
            return trouble
    if eaten.weighed is not None:
        assert eaten.grams is not None
        assert eaten.weighed.unit is not None
        eaten.grams *= eaten.number
        if eaten.number != 1:
            eaten.said = f"{written(eaten.number)} × {eaten.said}"
        plain = eaten.weighed.unit.name in ("g", "kg") and eaten.number == 1
        eaten.said += "" if plain else f" ({_grams(eaten.grams)})"
    elif eaten.portion is not None:
        eaten.grams = eaten.number * Fraction(eaten.portion.grams)
        eaten.said = f"{eaten.said or _counted(eaten)} ({_grams(eaten.grams)})"
    return _impossible(said, eaten) if (eaten.grams or 0) > MOST_GRAMS else None


def _counted(eaten: _Eaten) -> str:
    """ "2 glasses" in her words, "2 × glass" where the portion was assumed."""
    assert eaten.portion is not None
    if eaten.portion_words:
        return f"{written(eaten.number)} {eaten.portion_words}"
    name = eaten.portion.name.partition(",")[0]
    if eaten.number == 1:
        return name if name[:1].isdigit() else f"1 {name}"
    return f"{written(eaten.number)} × {name}"


def _unmeasured(said: Said, food: Food, name: tuple[int, ...], eaten: _Eaten, ctx: Context) -> Trouble | None:
    """No unit and no portion word: pieces of what it is called, grams from 25 on, otherwise the usual portion."""
    unknown = unknown_portion(said)
    if unknown is not None:
        first, last = unknown
        portions = [portion.name for portion in food.portions]
        fix = said.replaced(first, last, portions[0]) if portions else None
        facts = {"word": said.words([first, last]), "food": food.name, "portions": portions}
        return Trouble("unknown_portion", first, last, facts, fix)
    words = " ".join(said.tokens[index].key for index in name)
    piece = None if eaten.counted is None and eaten.times == 1 else ctx.tables.foods.portion(food, words)
    if piece is not None:
        eaten.portion, eaten.said = piece, written(eaten.number)
    elif eaten.count is not None and eaten.count >= GRAMS_FROM:
        eaten.grams, eaten.said = eaten.number, f"{written(eaten.number)} g"
        eaten.notes.append(Note("took_grams", {"food": food.name, "grams": float(eaten.number)}))
    elif not food.portions:
        fix = None if eaten.counted is None else said.followed(eaten.counted.last, "g")
        return Trouble("amount_missing", name[0], name[-1], {"food": food.name}, fix)
    else:
        eaten.portion, eaten.assumed = _usual(food, eaten, ctx), True
        usual = eaten.portion
        facts = {"food": food.name, "portion": usual.name, "grams": usual.grams, "count": float(eaten.number)}
        eaten.notes.append(Note("usual_portion", facts))
    return None


def _usual(food: Food, eaten: _Eaten, ctx: Context) -> Portion:
    """The usual portion, or the smaller one of milk that goes into coffee or onto porridge."""
    if ctx.side is not None:
        word, share = ctx.side
        portion = ctx.tables.foods.portion(food, word)
        if portion is not None and ctx.tables.foods.portion(food, "splash") is not None:  # what is poured has splashes
            eaten.times *= share
            return portion
    return food.portions[0]


def _take_without(said: Said, ctx: Context) -> str:
    """ "no sugar", "without milk": kept as a note."""
    for index in said.free():
        if said.tokens[index].key not in NOT:
            continue
        run = [index]
        while run[-1] + 1 in said.free() and said.tokens[run[-1] + 1].kind is Kind.WORD and len(run) < _LONGEST_WITHOUT:
            run.append(run[-1] + 1)
        while said.tokens[run[-1]].key in FILLERS:
            run.pop()
        words = " ".join(said.tokens[i].key for i in run[1:])
        if words and ctx.tables.names.called(words):
            said.take(run, "note")
            return said.words(run)
    return ""


_LONGEST_WITHOUT = 4


def _impossible(said: Said, eaten: _Eaten) -> Trouble:
    taken = said.taken("amount")
    first, last = (taken[0], taken[-1]) if eaten.figure is None else (eaten.figure.first, eaten.figure.last)
    return Trouble("impossible_amount", first, last, {"amount": float(eaten.number)})


def _grams(grams: Fraction) -> str:
    return f"{written(round(grams, 1) if grams < 10 else round(grams))} g"
