"""Entries, facts, targets and products as rows of their tables, and back."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from functools import lru_cache
from operator import itemgetter
from typing import Any

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.changes import Scalar, Stored
from bonecoach.core.days import Moment
from bonecoach.core.entries import Dose, DoseState, Entry, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.profile import Fact, FactValue
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget

TABLE_OF = {"intake": "intakes", "session": "sessions", "dose": "doses", "symptom": "symptoms", "event": "events"}
"""The table of each kind of entry."""

BINNED = ("scans", "lab_tests", "appointments", "questions", "attachments")
"""Tables besides those of entries whose rows lie in the bin when they are deleted."""

COLUMN_OF = {nutrient: f"{nutrient.value.rpartition('_')[0]}_ng" for nutrient in Nutrient}
"""The column of each nutrient in `intakes`, in nanograms."""

_amounts_in = itemgetter(*COLUMN_OF.values())


def table_of(entry: Entry) -> str:
    """The table an entry stands in."""
    return TABLE_OF[type(entry).__name__.lower()]


def row_of(entry: Entry, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of an entry; `deleted_at` is when it went to the bin."""
    moment = entry.moment
    row: dict[str, Scalar] = {
        "id": entry.id,
        "instant": moment.instant.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "date": moment.date.isoformat(),
        "wall": moment.wall.isoformat(),
        "zone": moment.zone,
        "together": entry.together,
        "name": entry.name,
        "note": entry.note,
        "deleted_at": deleted_at,
    }
    row.update(_own_columns(entry))
    return row


def _own_columns(entry: Entry) -> dict[str, Scalar]:
    if isinstance(entry, Intake):
        return {
            "source": entry.source.value,
            "quantity": entry.quantity,
            "grams": None if entry.grams is None else float(entry.grams),
            "thing": entry.thing,
            "k2_estimate": int(entry.k2_estimate),
            "spread_days": entry.spread_days,
            **{column: entry.amounts.get(nutrient) for nutrient, column in COLUMN_OF.items()},
        }
    if isinstance(entry, Session):
        return {
            "activity": entry.activity,
            "load": entry.load.value,
            "also_load": None if entry.also_load is None else entry.also_load.value,
            "intensity": entry.intensity.value,
            "aerobic": int(entry.aerobic),
            "minutes": entry.minutes,
            "impacts": entry.impacts,
            "ease": entry.ease,
            "exercises": json.dumps([_exercise_row(exercise) for exercise in entry.exercises]),
        }
    if isinstance(entry, Dose):
        amount = None if entry.amount is None else float(entry.amount)
        return {"medicine": entry.medicine, "amount": amount, "unit": entry.unit, "state": entry.state.value}
    if isinstance(entry, Symptom):
        return {"symptom": entry.symptom, "score": entry.score, "site": entry.site}
    assert isinstance(entry, Event)
    injury = None if entry.injury is None else int(entry.injury)
    return {"event": entry.event, "injury": injury, "site": entry.site}


def _exercise_row(exercise: Exercise) -> dict[str, Scalar]:
    return {
        "name": exercise.name,
        "sets": exercise.sets,
        "reps": exercise.reps,
        "weight_kg": None if exercise.weight_kg is None else float(exercise.weight_kg),
    }


def moment_of_row(row: Stored) -> Moment:
    """The moment in an entry's row."""
    return Moment(
        instant=datetime.fromisoformat(row["instant"]),
        date=date.fromisoformat(row["date"]),
        wall=time.fromisoformat(row["wall"]),
        zone=row["zone"],
    )


def entry_of(table: str, row: Stored) -> Entry:
    """The entry in a row of `table`."""
    return _READERS[table](row)


def _common(row: Stored) -> dict[str, Any]:
    return {
        "moment": moment_of_row(row),
        "name": row["name"],
        "id": row["id"],
        "together": row["together"],
        "note": row["note"],
    }


@lru_cache(maxsize=2048)
def _amounts(held: tuple[int | None, ...]) -> Amounts:
    """What a row's columns hold. The same things are eaten again and again: a year has far fewer than it has rows."""
    return Amounts({nutrient: ng for nutrient, ng in zip(COLUMN_OF, held, strict=True) if ng is not None})


def _intake(row: Stored) -> Intake:
    try:
        held = _amounts_in(row)
    except KeyError:  # a pin may be older than a nutrient's column
        held = tuple(row.get(column) for column in COLUMN_OF.values())
    return Intake(
        **_common(row),
        source=Source(row["source"]),
        amounts=_amounts(held),
        quantity=row["quantity"],
        grams=row["grams"],
        thing=row["thing"],
        k2_estimate=bool(row["k2_estimate"]),
        spread_days=row["spread_days"],
    )


def _session(row: Stored) -> Session:
    return Session(
        **_common(row),
        activity=row["activity"],
        load=Load(row["load"]),
        also_load=None if row["also_load"] is None else Load(row["also_load"]),
        intensity=Intensity(row["intensity"]),
        aerobic=bool(row["aerobic"]),
        minutes=row["minutes"],
        impacts=row["impacts"],
        ease=row["ease"],
        exercises=tuple(Exercise(**exercise) for exercise in json.loads(row["exercises"])),
    )


def _dose(row: Stored) -> Dose:
    return Dose(
        **_common(row),
        medicine=row["medicine"],
        amount=row["amount"],
        unit=row["unit"],
        state=DoseState(row["state"]),
    )


def _symptom(row: Stored) -> Symptom:
    return Symptom(
        **_common(row),
        symptom=row["symptom"],
        score=row["score"],
        site=row["site"],
    )


def _event(row: Stored) -> Event:
    injury = None if row["injury"] is None else bool(row["injury"])
    return Event(**_common(row), event=row["event"], injury=injury, site=row["site"])


_READERS = {"intakes": _intake, "sessions": _session, "doses": _dose, "symptoms": _symptom, "events": _event}


def fact_row(fact: Fact) -> dict[str, Scalar]:
    """The row of a dated fact; its value is JSON, dates as ISO text."""
    value = fact.value.isoformat() if isinstance(fact.value, date) else fact.value
    return {
        "id": f"{fact.key} {fact.since.isoformat()}",
        "key": fact.key,
        "value": None if value is None else json.dumps(value),
        "since": fact.since.isoformat(),
    }


def fact_of(row: Stored) -> Fact:
    """The fact in a row."""
    value: FactValue | None = None if row["value"] is None else json.loads(row["value"])
    key = row["key"]
    if isinstance(value, str) and key in ("birth_date", "therapy_start"):
        value = date.fromisoformat(value)
    return Fact(key, value, date.fromisoformat(row["since"]))


def target_row(target: OwnTarget) -> dict[str, Scalar]:
    """The row of a target of her own."""
    return {
        "id": f"{target.nutrient.value} {target.since.isoformat()}",
        "nutrient": target.nutrient.value,
        "low": None if target.low is None else float(target.low),
        "high": None if target.high is None else float(target.high),
        "since": target.since.isoformat(),
        "note": target.note,
    }


def target_of(row: Stored) -> OwnTarget:
    """The target in a row."""
    return OwnTarget(
        Nutrient(row["nutrient"]),
        row["low"],
        row["high"],
        date.fromisoformat(row["since"]),
        row["note"],
    )


def pin_row(text: str, place: int, entry: Entry) -> dict[str, Scalar]:
    """The row of a pinned usual: a copy of the entry that a click logs the like of, as JSON."""
    row = json.dumps(row_of(entry), ensure_ascii=False)
    return {"id": text, "place": place, "kind": type(entry).__name__.lower(), "entry": row}


def pin_of(row: Stored) -> Entry:
    """The entry in the row of a pinned usual."""
    return entry_of(TABLE_OF[row["kind"]], json.loads(row["entry"]))


def product_row(product: Product, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of one of her own products; amounts are JSON in nanograms by key."""
    return {
        "id": product.id,
        "names": json.dumps(list(product.names), ensure_ascii=False),
        "unit": product.unit,
        "usual_units": float(product.usual_units),
        "per_unit": json.dumps({nutrient.value: amount for nutrient, amount in product.per_unit}),
        "deleted_at": deleted_at,
    }


def product_of(row: Stored) -> Product:
    """The product in a row."""
    per_unit = {Nutrient(key): amount for key, amount in json.loads(row["per_unit"]).items()}
    return Product(
        id=row["id"],
        names=tuple(json.loads(row["names"])),
        unit=row["unit"],
        per_unit=Amounts(per_unit),
        usual_units=row["usual_units"],
        own=True,
        source="label",
    )
