"""The tables of what was logged: intakes, sessions, doses, symptoms, events."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import Moment, is_known, moment_at, moment_of
from bonecoach.core.entries import Dose, DoseState, Entry, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.exchange.cells import (
    Cells,
    amount_writer,
    figure_cell,
    finite,
    flag_cell,
    guarded,
    json_cell,
    text_cell,
    whole_cell,
)
from bonecoach.exchange.tables.table import Column, Table

LONGEST_WORD = 200
"""Characters of the name of an exercise."""

OWN_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
"""How the diary names its entries; whatever has another name is given one by whoever takes it in."""

EASES = ("easy", "right", "hard")


def moment_in(cells: Cells) -> Moment:
    """The moment in a line. The local date that is written there is the day of the entry, for ever.

    An instant in UTC, and a wall time without an offset, are of the zone beside it. A zone that this computer does not
    know stays beside what has an offset: diaries come from newer computers.
    Raises InvalidEntry("cell_not_an_instant", "date_disagrees", "unknown_zone").
    """
    zone = cells.needed("zone")
    moment = _moment(cells.needed("at").strip(), zone)
    if cells.day_or_none("date") not in (None, moment.date):
        raise InvalidEntry("date_disagrees", date=cells.day("date"), at=cells.raw("at")[:80])
    return moment


def _moment(said: str, zone: str) -> Moment:
    try:
        at = datetime.fromisoformat(said)
        if len(said) < len("2026-11-23T07:40"):
            raise ValueError
        if at.tzinfo is None:
            return moment_of(at.date(), at.time().replace(microsecond=0), zone)
        instant = at.astimezone(UTC).replace(microsecond=0)
        if not at.utcoffset() and is_known(zone):
            return moment_at(instant, zone)
        # As it is written: the rules of a zone may change, and what was the local date of an entry stays so.
        return Moment(instant, at.date(), at.time().replace(microsecond=0), zone)
    except (ValueError, OverflowError):
        raise InvalidEntry("cell_not_an_instant", column="at", text=said[:80]) from None


def _common(cells: Cells) -> dict[str, Any]:
    return {
        "moment": moment_in(cells),
        "id": cells.text("id"),
        "name": cells.text("name") if cells.raw("name") else cells.needed("label"),
        "together": cells.text("together"),
        "note": cells.text("note"),
    }


ID = Column[Entry]("id", "string", "the name of the entry in the diary", lambda e: text_cell(e.id))
BEGINNING: tuple[Column[Entry], ...] = (
    ID,
    Column("at", "datetime", "when it happened, with the offset of its zone", lambda e: e.moment.local.isoformat()),
    Column("date", "date", "the local date it belongs to, for ever", lambda e: e.moment.date.isoformat()),
    Column("zone", "string", "the IANA zone it was logged in", lambda e: e.moment.zone),
)
LABEL = Column[Entry](
    "label", "string", "what it is called in a list; read only where `name` is empty", lambda e: guarded(e.label)
)
ENDING: tuple[Column[Entry], ...] = (
    Column("name", "string", "what it is called, without its amount", lambda e: guarded(e.name)),
    Column("together", "string", "shared by all that was logged in one line", lambda e: text_cell(e.together)),
    Column("note", "string", "what she noted", lambda e: text_cell(e.note)),
)
NEEDED = frozenset({"at", "zone"})


def _amount_column(nutrient: Nutrient) -> Column[Intake]:
    about = f"what it held, in {nutrient.unit}; empty is unknown, never 0"
    write = amount_writer(nutrient)
    return Column(nutrient.value, "number", about, lambda intake: write(intake.amounts.ng.get(nutrient)))


def _intake(cells: Cells) -> Intake:
    held = {nutrient: cells.amount(nutrient) for nutrient in Nutrient}
    return Intake(
        **_common(cells),
        source=cells.choice("source", Source),
        amounts=Amounts({nutrient: ng for nutrient, ng in held.items() if ng is not None}),
        quantity=cells.text("quantity"),
        grams=cells.figure("grams"),
        thing=cells.text_or_none("thing"),
        k2_estimate=bool(cells.flag("k2_estimate")),
        spread_days=cells.whole_or("spread_days", 1),
    )


INTAKES = Table[Intake](
    "intakes",
    "what was eaten, drunk or swallowed",
    (
        *BEGINNING,
        LABEL,
        Column("source", "string", "`food`, `supplement` or `manual`", lambda i: i.source.value),
        *(_amount_column(nutrient) for nutrient in Nutrient),
        Column("quantity", "string", "the amount in her own words", lambda i: text_cell(i.quantity)),
        Column("grams", "number", "the weight of a food in g", lambda i: figure_cell(i.grams)),
        Column("thing", "string", "the id of the food or product", lambda i: text_cell(i.thing)),
        Column("k2_estimate", "boolean", "the vitamin K2 is an estimate", lambda i: flag_cell(i.k2_estimate)),
        Column("spread_days", "integer", "the days over which it counts", lambda i: whole_cell(i.spread_days)),
        *ENDING,
    ),
    NEEDED | {"source"},
    _intake,
)


def _session(cells: Cells) -> Session:
    load, aerobic = cells.choice("load", Load), cells.flag("aerobic")
    ease = cells.text_or_none("ease")
    if ease not in (None, *EASES):
        raise InvalidEntry("cell_not_a_choice", column="ease", text=ease[:80], choices=EASES)
    return Session(
        **_common(cells),
        activity=cells.needed("activity"),
        load=load,
        also_load=cells.choice_or_none("also_load", Load),
        intensity=cells.choice("intensity", Intensity),
        aerobic=load not in (Load.RESISTANCE, Load.BALANCE) if aerobic is None else aerobic,
        minutes=cells.whole("minutes"),
        impacts=cells.whole("impacts"),
        ease=ease,
        exercises=exercises_in(cells),
    )


def exercises_in(cells: Cells) -> tuple[Exercise, ...]:
    """The exercises in a cell."""
    return tuple(_exercise(each) for each in cells.rows("exercises"))


def _exercise(said: Mapping[str, object]) -> Exercise:
    name, weight = said.get("name"), said.get("weight_kg")
    counts = {key: said.get(key) for key in ("sets", "reps")}
    whole = {key: count for key, count in counts.items() if isinstance(count, int) and not isinstance(count, bool)}
    heavy = finite(weight)
    said_otherwise = any(count is not None and key not in whole for key, count in counts.items())
    if not isinstance(name, str) or len(name) > LONGEST_WORD or said_otherwise or (heavy is None) != (weight is None):
        raise InvalidEntry("cell_not_a_list", column="exercises", text=str(dict(said))[:80])
    return Exercise(name=name, sets=whole.get("sets"), reps=whole.get("reps"), weight_kg=heavy)


def _exercises(session: Session) -> str:
    found = [{"name": e.name, "sets": e.sets, "reps": e.reps, "weight_kg": e.weight_kg} for e in session.exercises]
    return json_cell(found) if found else ""


SESSIONS = Table[Session](
    "sessions",
    "movement",
    (
        *BEGINNING,
        Column("activity", "string", "the id of the activity, `walk_brisk`", lambda s: text_cell(s.activity)),
        Column("minutes", "integer", "whole clock minutes", lambda s: whole_cell(s.minutes)),
        Column("intensity", "string", "`light`, `moderate` or `vigorous`", lambda s: s.intensity.value),
        Column("load", "string", "what it loads first", lambda s: s.load.value),
        Column(
            "also_load", "string", "what it loads besides", lambda s: "" if s.also_load is None else s.also_load.value
        ),
        Column("aerobic", "boolean", "its minutes are aerobic; empty: by its load", lambda s: flag_cell(s.aerobic)),
        Column("impacts", "integer", "jumps, hops or stamps", lambda s: whole_cell(s.impacts)),
        Column("ease", "string", "`easy`, `right` or `hard`", lambda s: text_cell(s.ease)),
        Column("exercises", "array", "JSON: name, sets, reps, weight_kg of each", _exercises),
        LABEL,
        *ENDING,
    ),
    NEEDED | {"activity", "intensity", "load"},
    _session,
)


def _dose(cells: Cells) -> Dose:
    return Dose(
        **_common(cells),
        medicine=cells.needed("medicine"),
        amount=cells.figure("amount"),
        unit=cells.text_or_none("unit"),
        state=cells.choice("state", DoseState),
    )


DOSES = Table[Dose](
    "doses",
    "doses of medicines",
    (
        *BEGINNING,
        LABEL,
        Column("medicine", "string", "the key of the medicine, `letrozole`", lambda d: text_cell(d.medicine)),
        Column("amount", "number", "how much, in `unit`", lambda d: figure_cell(d.amount)),
        Column("unit", "string", "the unit of `amount`", lambda d: text_cell(d.unit)),
        Column("state", "string", "`taken`, `missed` or `skipped`", lambda d: d.state.value),
        *ENDING,
    ),
    NEEDED | {"medicine", "state"},
    _dose,
)


def _symptom(cells: Cells) -> Symptom:
    return Symptom(
        **_common(cells),
        symptom=cells.needed("symptom"),
        score=cells.whole("score"),
        site=cells.text_or_none("site"),
    )


SYMPTOMS = Table[Symptom](
    "symptoms",
    "pain and other symptoms",
    (
        *BEGINNING,
        LABEL,
        Column("symptom", "string", "`joint_pain`, `back_pain`, … or `other`", lambda s: s.symptom),
        Column("score", "integer", "0 to 10", lambda s: whole_cell(s.score)),
        Column("site", "string", "where, in her words", lambda s: text_cell(s.site)),
        *ENDING,
    ),
    NEEDED | {"symptom"},
    _symptom,
)


def _event(cells: Cells) -> Event:
    return Event(
        **_common(cells),
        event=cells.needed("event"),
        injury=cells.flag("injury"),
        site=cells.text_or_none("site"),
    )


EVENTS = Table[Event](
    "events",
    "falls, fractures and other events",
    (
        *BEGINNING,
        LABEL,
        Column("event", "string", "`fall`, `fracture` or `other`", lambda e: e.event),
        Column("injury", "boolean", "whether it hurt her; empty where it was not said", lambda e: flag_cell(e.injury)),
        Column("site", "string", "the bone that broke, in her words", lambda e: text_cell(e.site)),
        *ENDING,
    ),
    NEEDED | {"event"},
    _event,
)

ENTRY_TABLES: tuple[Table[Any], ...] = (INTAKES, SESSIONS, DOSES, SYMPTOMS, EVENTS)
