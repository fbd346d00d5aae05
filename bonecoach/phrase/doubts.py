"""Amounts that are possible but absurd: asked about before they are logged, with what was probably meant.

Nutrients are asked about above twice the upper limit, without a limit above five times the target (evidence 1.1);
the other bounds are this program's own, chosen so that no ordinary day meets them.
"""

from __future__ import annotations

from fractions import Fraction

from bonecoach.core.activities import Activity, Load
from bonecoach.core.foods import Food
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target, target_on
from bonecoach.phrase.amounts import Amount
from bonecoach.phrase.context import Context
from bonecoach.phrase.reading import Doubt
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure, written

TIMES_LIMIT = 2
TIMES_TARGET = 5
MOST_K2_UG = 45_000
"""The largest dose of vitamin K2 in use: menatetrenone in Japan (evidence 1.4, secondary)."""

MOST_GRAMS = 3_000
MOST_PORTIONS = 6
MANY_PIECES_GRAMS = 500
"""A bare number of pieces that weigh more than this may be grams ("sardines 120")."""

MOST_IN_KG = 50
MOST_PROTEIN_G = 300
_SMALLER = {"kg": "g", "l": "ml"}
LONGEST_SESSION = 8 * 60
MOST_IMPACTS = 1_000
FASTEST_WALK = 8_000
"""Metres an hour; few people walk faster, and who does is better asked whether it was a run."""


def nutrient_doubt(
    said: Said, nutrient: Nutrient, nanograms: int, amount: Amount, days: int, ctx: Context
) -> Doubt | None:
    """A doubt where `nanograms`, spread over `days`, are absurd for a day. `amount` is where the figure stands."""
    if amount.dotted:
        return dotted_doubt(said, amount)
    most = _most(nutrient, ctx)
    per_day = nanograms / days / nutrient.ng_per_unit
    if per_day <= most:
        return None
    target = _target(nutrient, ctx)
    facts = {
        "nutrient": nutrient,
        "amount": per_day,
        "target": target.low,
        "times": None if target.low is None else round(per_day / target.low),
        "upper_limit": target.upper_limit,
    }
    return Doubt("far_above_target", facts, _likelier(said, nutrient, nanograms, amount, target.upper_limit or most))


def is_far_above(nutrient: Nutrient, nanograms: int, days: int, ctx: Context) -> bool:
    """Whether so much, spread over `days`, is asked about."""
    return nanograms / days / nutrient.ng_per_unit > _most(nutrient, ctx)


def _most(nutrient: Nutrient, ctx: Context) -> float:
    """Up to where an amount for a day is not asked about, in the nutrient's unit."""
    target = _target(nutrient, ctx)
    if nutrient is Nutrient.VITAMIN_K2:
        return MOST_K2_UG
    if nutrient is Nutrient.PROTEIN:
        return MOST_PROTEIN_G
    if target.upper_limit is not None:
        return target.upper_limit * TIMES_LIMIT
    return float("inf") if target.low is None else target.low * TIMES_TARGET


def _target(nutrient: Nutrient, ctx: Context) -> Target:
    return target_on(nutrient, ctx.moment.date, ctx.profile, ctx.tables.rules, ())


def _likelier(said: Said, nutrient: Nutrient, nanograms: int, amount: Amount, limit: float) -> str | None:
    """A smaller unit, a weekly dose, or fewer zeros: the first that is no longer too much."""
    most = limit * nutrient.ng_per_unit
    unit = amount.unit
    if nutrient is Nutrient.VITAMIN_D and (unit is None or unit.name == "µg") and amount.value * 25 <= most:
        return _written_as(said, amount, amount.value, "IU")
    if unit is not None and unit.measure is Measure.MASS and unit.amount > nutrient.ng_per_unit:
        own = round(amount.value * nutrient.ng_per_unit)
        if own <= most:  # "500 g" for 500 mg
            return _written_as(said, amount, amount.value, nutrient.unit.replace("ug", "µg"))
    if nutrient is Nutrient.VITAMIN_D and nanograms / 7 <= most * TIMES_LIMIT:
        return said.followed(amount.last, "weekly")
    value = amount.value
    for _ in range(6):
        value, nanograms = value / 10, nanograms // 10
        if nanograms <= most:
            name = "" if unit is None else unit.name
            return _written_as(said, amount, value, name)
    return None


def _written_as(said: Said, amount: Amount, value: Fraction, unit: str) -> str:
    return said.replaced(amount.first, amount.last, f"{written(value)} {unit}".strip())


def dotted_doubt(said: Said, amount: Amount) -> Doubt:
    """ "1.200 mg" may be meant as 1200: asked, since half of the world groups thousands with a point."""
    thousands = amount.value * 1_000
    unit = "" if amount.unit is None else amount.unit.name
    return Doubt(
        "point_or_thousands",
        {"amount": float(amount.value), "other": float(thousands), "unit": unit},
        _written_as(said, amount, thousands, unit),
    )


def food_doubt(said: Said, food: Food, grams: float, amount: Amount | None, *, bare: bool = False) -> Doubt | None:
    """A doubt about more than 3 kg of a food at once, or about a bare "yogurt 10" that may mean grams."""
    if amount is None:
        return None
    if amount.dotted:
        return dotted_doubt(said, amount)
    if bare and amount.value > MOST_PORTIONS:
        text = _written_as(said, amount, amount.value, "g")
        return Doubt("portions_or_grams", {"food": food.name, "count": float(amount.value), "grams": grams}, text)
    if grams <= MOST_GRAMS:
        return None
    suggestion = None
    if amount.unit is not None and amount.unit.name in ("kg", "l"):
        small = amount.value < MOST_IN_KG
        value, unit = (amount.value / 10, amount.unit.name) if small else (amount.value, _SMALLER[amount.unit.name])
        suggestion = _written_as(said, amount, value, unit)
    elif amount.value >= 10:
        suggestion = _written_as(said, amount, amount.value / 10, "" if amount.unit is None else amount.unit.name)
    return Doubt("very_much_food", {"food": food.name, "grams": grams}, suggestion)


def session_doubt(said: Said, minutes: int | None, impacts: int | None, amount: tuple[int, int] | None) -> Doubt | None:
    """A doubt about a session of more than eight hours or more than 1000 impacts."""
    if minutes is not None and minutes > LONGEST_SESSION and amount is not None:
        hours = said.tokens[amount[1]].key.startswith("h")
        likelier = minutes // 60 if hours else minutes // 10
        return Doubt("very_long", {"minutes": minutes}, said.replaced(*amount, f"{likelier} min"))
    if impacts is not None and impacts > MOST_IMPACTS and amount is not None:
        return Doubt("very_many_impacts", {"impacts": impacts}, said.replaced(*amount, written(round(impacts / 10))))
    return None


def walk_doubt(said: Said, activity: Activity, name: tuple[int, ...], speed: Fraction | None) -> Doubt | None:
    """A doubt about a walk that is too fast for one: "treadmill 30 min 6 mph"."""
    walks = activity.load is Load.WEIGHT_BEARING_LOW and any("walk" in each.casefold() for each in activity.names)
    if not walks or speed is None or speed <= FASTEST_WALK:
        return None
    run = "treadmill run" if any(said.tokens[index].key == "treadmill" for index in name) else "run"
    facts = {"activity": activity.name, "speed": round(float(speed) / 1_000, 1)}
    return Doubt("walk_or_run", facts, said.replaced(name[0], name[-1], run))


def dose_doubt(said: Said, name: str, given: float, usual: float, unit: str, amount: Amount) -> Doubt | None:
    """A doubt about a dose that is twice the usual one or more, or less than half: a slip of the finger or the unit."""
    if amount.dotted:
        return dotted_doubt(said, amount)
    first = amount.tokens[0] if amount.unit is None else amount.first  # "letrozole x2"
    if 2 * given < usual:
        less = {"medicine": name, "amount": given, "usual": usual, "unit": unit}
        return Doubt("below_usual_dose", less, said.replaced(first, amount.last, f"{written(usual)} {unit}"))
    if given < 2 * usual:
        return None
    facts = {"medicine": name, "amount": given, "usual": usual, "unit": unit, "times": round(given / usual)}
    return Doubt("above_usual_dose", facts, said.replaced(first, amount.last, f"{written(usual)} {unit}"))
