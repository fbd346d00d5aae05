"""The JSON shapes of docs/commands.md. Figures are plain numbers in the unit of their key; unknown is null."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.entries import Dose, Entry, Event, Intake, Session, Symptom, kind_of
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Amounts, Nutrient
from bonecoach.core.profile import FACT_KEYS, FOR_ALL_DAYS
from bonecoach.words import Words
from bonecoach.words.person import ASSUMED_WHEN_UNSAID

if TYPE_CHECKING:
    from bonecoach.core.activities import Load
    from bonecoach.core.advice import Advice
    from bonecoach.core.foods import Food
    from bonecoach.core.movement import DayMovement, WeekMovement
    from bonecoach.core.profile import Fact, FactValue, Profile
    from bonecoach.core.supplements import Product
    from bonecoach.core.targets import OwnTarget, Target
    from bonecoach.core.totals import NutrientTotal
    from bonecoach.core.week import DayState, NutrientWeek, WeekState

Shape = dict[str, object]
_DECIMALS = 6


def plain(figure: float | None) -> int | float | None:
    """A figure without float dust: 500, not 500.0; at most six decimals."""
    if figure is None:
        return None
    short = round(float(figure), _DECIMALS)
    return int(short) if short.is_integer() else short


def in_unit(nutrient: Nutrient, ng: float | None) -> int | float | None:
    """Nanograms in the unit of the nutrient's key."""
    return None if ng is None else plain(ng / nutrient.ng_per_unit)


def amounts_shape(amounts: Amounts) -> Shape:
    """Nutrient keys with their amounts: the main ones always (null is unknown), the others where known."""
    known = {nutrient.value: in_unit(nutrient, ng) for nutrient, ng in amounts}
    return {**{nutrient.value: None for nutrient in MAIN_NUTRIENTS}, **known}


def entry_shape(entry: Entry, words: Words) -> Shape:
    """An entry of any kind."""
    shape: Shape = {
        "id": entry.id or None,
        "kind": kind_of(entry),
        "at": entry.moment.local.isoformat(),
        "date": entry.moment.date.isoformat(),
        "zone": entry.moment.zone,
        "label": words.label(entry),
        "name": entry.name,
        "note": entry.note,
        "together": entry.together or None,
    }
    if isinstance(entry, Intake):
        shape |= {
            "source": entry.source.value,
            "nutrients": amounts_shape(entry.amounts),
            "quantity": entry.quantity,
            "grams": plain(entry.grams),
            "thing": entry.thing,
            "k2_estimate": entry.k2_estimate,
            "spread_days": entry.spread_days,
        }
    elif isinstance(entry, Session):
        shape |= _session(entry)
    elif isinstance(entry, Dose):
        dose = None if entry.amount is None else {"amount": plain(entry.amount), "unit": entry.unit}
        shape |= {"medicine": entry.medicine, "dose": dose, "state": entry.state.value}
    elif isinstance(entry, Symptom):
        shape |= {"symptom": entry.symptom, "score": entry.score, "site": entry.site}
    elif isinstance(entry, Event):
        shape |= {"event": entry.event, "injury": entry.injury}
    return shape


def _session(session: Session) -> Shape:
    return {
        "activity": session.activity,
        "minutes": session.minutes,
        "intensity": session.intensity.value,
        "load": session.load.value,
        "also_load": None if session.also_load is None else session.also_load.value,
        "aerobic": session.aerobic,
        "exercises": [
            {"name": e.name, "sets": e.sets, "reps": e.reps, "weight_kg": plain(e.weight_kg)} for e in session.exercises
        ],
        "impacts": session.impacts,
        "ease": session.ease,
    }


def entries_shape(entries: Iterable[Entry], words: Words) -> list[Shape]:
    """Entries in their order."""
    return [entry_shape(entry, words) for entry in entries]


def target_shape(target: Target) -> Shape | None:
    """A target with its limit; None where nothing is to be reached."""
    if target.low is None and target.high is None:
        return None
    return {
        "low": plain(target.low),
        "high": plain(target.high),
        "upper_limit": plain(target.upper_limit),
        "source": target.source,
        "status": target.status,
        "own": target.own,
    }


def total_shape(total: NutrientTotal) -> Shape:
    """One nutrient of a day."""
    nutrient, target = total.nutrient, total.target
    return {
        "amount": in_unit(nutrient, total.amount),
        "food": in_unit(nutrient, total.food),
        "supplement": in_unit(nutrient, total.supplement),
        "at_least": total.at_least,
        "estimate": total.estimate,
        "target": target_shape(target),
        "upper_limit": plain(target.upper_limit),
        "withheld": target.withheld,
        "largest_single_dose": in_unit(nutrient, total.largest_single_dose),
        "met": total.met,
        "above_limit": total.above_limit,
        "limit_applies_to": target.limit_applies_to,
    }


def advice_shape(advice: Iterable[Advice], words: Words) -> list[Shape]:
    """Advice with its sentence and source ids."""
    return [
        {"code": one.code, "message": words.advice(one), "source": one.source, "status": one.status} for one in advice
    ]


def day_shape(day: DayState, advice: Iterable[Advice], words: Words) -> Shape:
    """A whole day."""
    return {
        "date": day.date.isoformat(),
        "recorded": day.recorded,
        "none_taken": day.none_taken,
        "food_logged": day.food_logged,
        "nutrients": {nutrient.value: total_shape(total) for nutrient, total in day.nutrients.items()},
        "movement": {
            "recorded": day.movement.recorded,
            "counted_minutes": day.movement.counted_minutes,
            "counted_by_load": _loads(day.movement.counted_by_load),
            "by_load": _loads(day.movement.by_load),
            "aerobic_minutes": day.movement.aerobic_minutes if day.movement.recorded else None,
        },
        "intakes": entries_shape(day.intakes, words),
        "spreading": entries_shape(day.spreading, words),
        "sessions": entries_shape(day.sessions, words),
        "doses": entries_shape(day.doses, words),
        "symptoms": entries_shape(day.symptoms, words),
        "events": entries_shape(day.events, words),
        "advice": advice_shape(advice, words),
    }


def _loads(by_load: Mapping[Load, int]) -> Shape:
    return {load.value: minutes for load, minutes in by_load.items() if minutes}


def movement_shape(movement: WeekMovement) -> Shape:
    """A week's movement without its days. Minutes are null in a week in which nothing at all was logged."""
    known = movement.days_recorded > 0
    return {
        "counted_minutes": movement.counted_minutes if known else None,
        "target_minutes": movement.target_minutes,
        "counted_by_load": _loads(movement.counted_by_load),
        "by_load": _loads(movement.by_load),
        "aerobic_minutes": movement.aerobic_minutes if known else None,
        "aerobic_equivalent_minutes": movement.aerobic_equivalent_minutes if known else None,
        "resistance_days": movement.resistance_days,
        "resistance_days_target": movement.resistance_days_target,
        "balance_days": movement.balance_days,
        "balance_days_target": movement.balance_days_target,
        "rest_week": movement.rest_week,
        "days_recorded": movement.days_recorded,
    }


def _movement_day(day: DayMovement) -> Shape:
    return {"date": day.date.isoformat(), "by_load": _loads(day.by_load), "counted_minutes": day.counted_minutes}


def _nutrient_week(week: NutrientWeek, days: list[date]) -> Shape:
    return {
        "mean_per_recorded_day": in_unit(week.nutrient, week.mean_per_recorded_day),
        "days_met": week.days_met,
        "days_recorded": week.days_recorded,
        "days_without_food": week.days_without_food,
        "at_least": week.at_least,
        "days": [
            {"date": day.isoformat(), "amount": in_unit(week.nutrient, total.amount), "at_least": total.at_least}
            for day, total in zip(days, week.days, strict=True)
        ],
    }


def week_shape(week: WeekState, advice: Iterable[Advice], words: Words) -> Shape:
    """A whole week."""
    days = list(week.week)
    return {
        "first_day": week.week.first.isoformat(),
        "last_day": week.week.last.isoformat(),
        "movement": {**movement_shape(week.movement), "days": [_movement_day(day) for day in week.movement.days]},
        "nutrients": {n.value: _nutrient_week(of_week, days) for n, of_week in week.nutrients.items()},
        "pain": {"worst": week.pain_worst, "median": plain(week.pain_median)},
        "advice": advice_shape(advice, words),
    }


def trend_shape(weeks: Iterable[WeekMovement]) -> Shape:
    """Several weeks' movement, oldest first."""
    return {"weeks": [{"first_day": week.days[0].date.isoformat(), **movement_shape(week)} for week in weeks]}


def food_shape(food: Food) -> Shape:
    """A row of the food table."""
    return {
        "id": food.id,
        "name": food.name,
        "portions": [{"name": portion.name, "grams": plain(portion.grams)} for portion in food.portions],
        "per_100g": amounts_shape(food.per_100g),
        "staple": food.staple,
        "k2_estimate": food.k2_estimate,
        "note": food.note,
    }


def product_shape(product: Product) -> Shape:
    """One of the person's own supplements: what one unit holds, without the zeros."""
    return {
        "id": product.id,
        "name": product.name,
        "unit": product.unit,
        "usual_units": plain(product.usual_units),
        "per_unit": {nutrient.value: in_unit(nutrient, ng) for nutrient, ng in product.per_unit if ng},
    }


def profile_shape(profile: Profile) -> Shape:
    """What holds on a day, by key; null is unsaid."""
    return {key: _fact_value(getattr(profile, key)) for key in FACT_KEYS}


def _fact_value(value: FactValue | None) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if isinstance(value, float) else value


def person_shape(day: date, profile: Profile, facts: Iterable[Fact]) -> Shape:
    """The profile on a day, every fact with the day it holds from, and what is assumed."""
    return {
        "date": day.isoformat(),
        "profile": profile_shape(profile),
        "facts": [
            {
                "key": fact.key,
                "value": _fact_value(fact.value),
                "since": None if fact.key in FOR_ALL_DAYS else fact.since.isoformat(),
            }
            for fact in facts
        ],
        "assumed": [key for key in ASSUMED_WHEN_UNSAID if getattr(profile, key) is None],
    }


def targets_shape(day: DayState, own: Iterable[OwnTarget]) -> Shape:
    """The targets in force on a day, and every one of the person's own."""
    return {
        "date": day.date.isoformat(),
        "targets": {
            n.value: {"target": target_shape(t.target), "upper_limit": plain(t.target.upper_limit), "withheld": t.target.withheld}
            for n, t in day.nutrients.items()
        },
        "own": [
            {
                "nutrient": target.nutrient.value,
                "low": plain(target.low),
                "high": plain(target.high),
                "since": target.since.isoformat(),
                "note": target.note,
            }
            for target in own
        ],
    }
