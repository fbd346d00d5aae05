"""The JSON shapes of docs/commands.md for entries, foods, products and the person.

Figures are plain numbers in the unit of their key; unknown is null.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.entries import Dose, Entry, Event, Intake, Session, Symptom, kind_of
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Amounts, Nutrient
from bonecoach.core.profile import FACT_KEYS, FOR_ALL_DAYS
from bonecoach.words import Words
from bonecoach.words.person import ASSUMED_WHEN_UNSAID

if TYPE_CHECKING:
    from bonecoach.core.advice import Advice
    from bonecoach.core.foods import Food
    from bonecoach.core.profile import Fact, FactValue, Profile
    from bonecoach.core.supplements import Product

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
        shape |= {"event": entry.event, "injury": entry.injury, "site": entry.site}
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


def advice_shape(advice: Iterable[Advice], words: Words) -> list[Shape]:
    """Advice with its sentence and source ids."""
    return [
        {"code": one.code, "message": words.advice(one), "source": one.source, "status": one.status} for one in advice
    ]


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
