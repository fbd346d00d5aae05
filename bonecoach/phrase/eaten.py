"""Foods and drinks, as entries."""

from __future__ import annotations

from bonecoach.core.entries import Intake, Source
from bonecoach.core.foods import Food
from bonecoach.phrase.context import Context
from bonecoach.phrase.doubts import MANY_PIECES_GRAMS, food_doubt, nutrient_doubt
from bonecoach.phrase.food_amount import FoodAmount, take_food_amount
from bonecoach.phrase.label import Figures, take_figures
from bonecoach.phrase.lexicon import FILLERS, NOT, NOUNS, singular
from bonecoach.phrase.outcome import Outcome, titled
from bonecoach.phrase.prepared import take_cut, take_made
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.units import written

US_PINT_ML = 473
_LONGEST_WITHOUT = 4


def read_food(said: Said, food: Food, name: tuple[int, ...], ctx: Context) -> Outcome:
    """The part as this food; `name` are the tokens that name it.

    A figure from a label beside it ("yogurt 300 mg calcium") makes it a manual intake of just that figure.
    """
    said.take(name, "name")
    food = _tinned(said, food, name, ctx)
    figures = take_figures(said, ctx)
    note = "; ".join(filter(None, (ctx.meal, _take_without(said, ctx))))
    amount, trouble = take_food_amount(said, food, name, ctx)
    take_cut(said)
    if ctx.tables.foods.portion(food, "glass") is not None:  # "milk drink": a drink it is
        said.take([index for index in said.free() if said.tokens[index].key in NOUNS], "filler")
    made = take_made(said, food, cooked=ctx.ordinary == "cooked") if ctx.ordinary else ()
    if figures is not None:
        intake = _from_label(food, amount, figures, note, ctx)
        doubt = nutrient_doubt(said, figures.nutrient, figures.amounts.ng[figures.nutrient], figures.amount, 1, ctx)
        return Outcome(said, (intake,), (*amount.notes, *made), doubt=doubt)
    if trouble is not None:
        return Outcome(said, trouble=trouble)
    if food.note is not None:
        amount.notes.append(Note(food.note, {"food": food.name}))
    assert amount.grams is not None
    intake = Intake(
        moment=ctx.moment,
        name=titled(food.name),
        note=note,
        source=Source.FOOD,
        amounts=food.amounts_in(amount.grams),
        quantity=amount.said,
        grams=float(amount.grams),
        thing=food.id,
        k2_estimate=food.k2_estimate,
    )
    outcome = Outcome(said, (intake,), (*amount.notes, *made))
    bare = amount.assumed or (amount.in_pieces and amount.grams > MANY_PIECES_GRAMS)
    outcome.doubt = food_doubt(said, food, float(amount.grams), amount.figure, bare=bare)
    if amount.weighed is not None and any(each.code == "imperial_pint" for each in amount.notes):
        american = f"{written(amount.weighed.value * US_PINT_ML)} ml"
        outcome.other = said.replaced(amount.weighed.first, amount.weighed.last, american)
    return outcome


def _from_label(food: Food, amount: FoodAmount, figures: Figures, note: str, ctx: Context) -> Intake:
    return Intake(
        moment=ctx.moment,
        name=titled(food.name),
        note=note,
        source=Source.MANUAL,
        amounts=figures.amounts,
        quantity=", ".join(filter(None, (amount.said, figures.said))),
        grams=None if amount.grams is None else float(amount.grams),
        thing=food.id,
    )


def _tinned(said: Said, food: Food, name: tuple[int, ...], ctx: Context) -> Food:
    """ "small tin of salmon": what comes in a tin is the tinned food, where the table knows it."""
    tin = any(singular(said.tokens[index].key) in ("tin", "can") for index in said.free())
    if not tin or ctx.tables.foods.portion(food, "tin") is not None:
        return food
    return ctx.tables.foods.named("tinned " + " ".join(said.tokens[index].key for index in name)) or food


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
        words = " ".join(said.tokens[i].key for i in run[1:] if said.tokens[i].key not in FILLERS)
        if words and ctx.tables.names.called(words):
            said.take(run, "note")
            return said.words(run)
    return ""
