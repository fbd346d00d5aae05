"""Foods and drinks with their amounts: household portions, grams, millilitres, or the usual portion."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bonecoach.core.entries import Intake, Source
from bonecoach.core.foods import Food, Portion
from bonecoach.core.units import NG_PER
from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.doubts import food_doubt
from bonecoach.phrase.label import take_figures
from bonecoach.phrase.lexicon import HOUSEHOLD, VAGUE, singular
from bonecoach.phrase.outcome import Outcome, Trouble, titled
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure, written

GRAMS_FROM = 25
"""A bare number from here on behind a food is grams, below it portions."""

_SIZES = ("large", "big", "small", "medium", "little", "huge", "tiny", "thick", "thin", "extra")
_NG_PER_GRAM = NG_PER["g"]


@dataclass(slots=True)
class _Eaten:
    """What was said of how much: a count of portions, or a weight."""

    times: Fraction = Fraction(1)
    count: Fraction | None = None
    counted: Amount | None = None
    portion: Portion | None = None
    portion_words: str = ""
    grams: Fraction | None = None
    said: str = ""
    weighed: Amount | None = None


def read_food(said: Said, food: Food, name: tuple[int, ...], ctx: Context) -> Outcome:
    """The part as this food. `name` are the tokens that name it."""
    said.take(name, "name")
    figures = take_figures(said, ctx)
    notes: list[Note] = []
    eaten = _Eaten()
    for amount in amounts_in(said):
        _take_amount(said, food, amount, eaten, notes, ctx)
    _portion_words(said, food, eaten, ctx)
    trouble = _settle(said, food, name, eaten, notes, ctx)
    if trouble is not None and figures is None:
        return Outcome(said, notes=tuple(notes), trouble=trouble)
    grams = eaten.grams
    if grams is not None and not 0 < grams <= 100_000:
        first, last = _amount_span(said, eaten)
        return Outcome(said, trouble=Trouble("impossible_amount", first, last, {"grams": float(grams)}))
    if food.note is not None and figures is None:
        notes.append(Note(food.note, {"food": food.name}))
    intake = Intake(
        moment=ctx.moment,
        name=titled(food.name),
        note=ctx.meal,
        source=Source.FOOD if figures is None else Source.MANUAL,
        amounts=food.amounts_in(grams or 0) if figures is None else figures.amounts,
        quantity=eaten.said if figures is None else ", ".join(filter(None, (eaten.said, figures.said))),
        grams=None if grams is None else float(grams),
        thing=food.id,
        k2_estimate=food.k2_estimate and figures is None,
    )
    bare = eaten.portion is not None and not eaten.portion_words and any(note.code == "usual_portion" for note in notes)
    doubt = food_doubt(said, food, float(grams or 0), eaten.weighed or eaten.counted, bare=bare)
    return Outcome(said, (intake,), tuple(notes), doubt=doubt)


def _take_amount(said: Said, food: Food, amount: Amount, eaten: _Eaten, notes: list[Note], ctx: Context) -> None:
    if amount.times:
        eaten.times *= amount.value
        said.take(amount.tokens, "amount")
    elif amount.unit is None:
        if eaten.count is None and not (amount.article and eaten.grams is not None):
            eaten.count, eaten.counted = amount.value, amount
            said.take(amount.tokens, "amount")
            _portion_behind(said, food, amount, eaten, ctx)
    elif amount.unit.measure in (Measure.MASS, Measure.VOLUME) and eaten.grams is None:
        own = ctx.tables.foods.portion(food, amount.unit.name) if amount.unit.measure is Measure.VOLUME else None
        if amount.unit.measure is Measure.MASS:
            eaten.grams = amount.value * amount.unit.amount / _NG_PER_GRAM
        elif own is not None:
            eaten.grams = amount.value * Fraction(own.grams)
        else:
            eaten.grams = amount.value * amount.unit.amount
            notes.append(Note("ml_as_grams", {"food": food.name, "grams": float(eaten.grams)}))
        eaten.said = f"{written(amount.value)} {amount.unit.name}"
        eaten.weighed = amount
        said.take(amount.tokens, "amount")


def _portion_behind(said: Said, food: Food, amount: Amount, eaten: _Eaten, ctx: Context) -> None:
    """The portion word behind a count: "2 large glasses", "1 fillet"."""
    free = [index for index in said.free() if index > amount.last]
    for length in (3, 2, 1):
        run = free[:length]
        if len(run) == length and run[0] == amount.last + 1 and run[-1] - run[0] == length - 1:
            words = " ".join(said.tokens[index].key for index in run)
            portion = ctx.tables.foods.portion(food, words)
            if portion is not None and _may_be_portion(words):
                eaten.portion, eaten.portion_words = portion, said.words(run)
                said.take(run, "amount")
                return


def _may_be_portion(words: str) -> bool:
    return singular(words.split()[-1]) in HOUSEHOLD or len(words) > 2


def _portion_words(said: Said, food: Food, eaten: _Eaten, ctx: Context) -> None:
    """Portion words that stand elsewhere ("milk, large glass"), and words for an amount that name no number."""
    for index in said.free():
        token = said.tokens[index]
        if token.key in VAGUE:
            said.take([index], "amount")
        elif eaten.portion is None and singular(token.key) in HOUSEHOLD:
            before = index - 1 if index and index - 1 in said.free() and said.tokens[index - 1].key in _SIZES else index
            words = " ".join(said.tokens[i].key for i in range(before, index + 1))
            portion = ctx.tables.foods.portion(food, words)
            if portion is None and before < index:
                before, portion = index, ctx.tables.foods.portion(food, token.key)
            if portion is not None:
                run = range(before, index + 1)
                eaten.portion, eaten.portion_words = portion, said.words(run)
                said.take(run, "amount")


def _settle(
    said: Said, food: Food, name: tuple[int, ...], eaten: _Eaten, notes: list[Note], ctx: Context
) -> Trouble | None:
    """The grams in the end, and the amount in her own words."""
    count = eaten.times * (1 if eaten.count is None else eaten.count)
    if count <= 0 or (eaten.grams is not None and eaten.grams <= 0):
        first, last = _amount_span(said, eaten)
        return Trouble("impossible_amount", first, last, {"amount": float(count)})
    if eaten.grams is not None:
        if count != 1:
            eaten.said = f"{written(count)} × {eaten.said}"
            eaten.grams *= count
        if eaten.weighed is not None and eaten.weighed.unit is not None and eaten.weighed.unit.name not in ("g", "kg") or count != 1:
            eaten.said += f" ({written(round(eaten.grams, 1))} g)"
        return None
    unknown = next((i for i in said.free() if singular(said.tokens[i].key) in HOUSEHOLD), None)
    if unknown is not None and eaten.portion is None:
        facts = {"word": said.tokens[unknown].text, "food": food.name, "portions": [p.name for p in food.portions]}
        return Trouble("unknown_portion", unknown, unknown, facts, _with_own_portion(said, unknown, food))
    if eaten.portion is None:
        trouble = _no_portion(said, food, name, eaten, notes, ctx, count)
        if trouble is not None or eaten.grams is not None:
            return trouble
    assert eaten.portion is not None
    eaten.grams = count * Fraction(eaten.portion.grams)
    if eaten.portion_words:
        eaten.said = f"{written(count)} {eaten.portion_words}"
    eaten.said += f" ({written(round(eaten.grams, 1))} g)"
    return None


def _no_portion(
    said: Said, food: Food, name: tuple[int, ...], eaten: _Eaten, notes: list[Note], ctx: Context, count: Fraction
) -> Trouble | None:
    """No unit and no portion word: pieces of what it is called, grams from 25 on, otherwise the usual portion."""
    words = " ".join(said.tokens[index].key for index in name)
    piece = None if eaten.counted is None else ctx.tables.foods.portion(food, words)
    if piece is not None:
        eaten.portion, eaten.said = piece, written(count)
        return None
    if eaten.count is not None and eaten.count >= GRAMS_FROM:
        eaten.grams = count
        eaten.said = f"{written(count)} g"
        notes.append(Note("took_grams", {"food": food.name, "grams": float(count)}))
        return None
    if not food.portions:
        fix = said.followed(name[-1], "100 g") if eaten.counted is None else said.followed(eaten.counted.last, "g")
        return Trouble("amount_missing", name[0], name[-1], {"food": food.name}, fix)
    eaten.portion = food.portions[0]
    eaten.said = f"{written(count)} × {eaten.portion.name}" if count != 1 else f"1 {eaten.portion.name}"
    notes.append(
        Note(
            "usual_portion",
            {"food": food.name, "portion": eaten.portion.name, "grams": eaten.portion.grams, "count": float(count)},
        )
    )
    return None


def _with_own_portion(said: Said, index: int, food: Food) -> str | None:
    return said.replaced(index, index, food.portions[0].name) if food.portions else None


def _amount_span(said: Said, eaten: _Eaten) -> tuple[int, int]:
    amount = eaten.weighed or eaten.counted
    taken = said.taken("amount")
    return (amount.first, amount.last) if amount is not None else (taken[0], taken[-1])
