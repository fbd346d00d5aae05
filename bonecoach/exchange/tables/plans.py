"""The tables of what is planned: plans with their versions, what became of their times, holidays."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.occurrences import Occurrence, State
from bonecoach.core.plans import REPEAT_MINUTES, REPEAT_TIMES, Kind, Plan, PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.exchange.cells import (
    Cells,
    clock_cell,
    day_cell,
    figure_cell,
    flag_cell,
    instant_cell,
    text_cell,
    whole_cell,
)
from bonecoach.exchange.tables.table import Column, Table

MOST_TOLD = 10_000

Holiday = tuple[date, date]
"""The first and the last day of a holiday."""


def _weekdays(cells: Cells) -> tuple[int, ...]:
    said = cells.raw("weekdays").lower().split()
    if not set(said) <= set(WEEKDAYS):
        raise InvalidEntry("cell_not_a_choice", column="weekdays", text=cells.raw("weekdays")[:80], choices=WEEKDAYS)
    return tuple(WEEKDAYS.index(each) for each in said)


def _plan(cells: Cells) -> Plan:
    since = cells.day("since")
    return Plan(
        id=cells.needed("id"),
        since=since,
        made=cells.instant_or_none("made") or datetime(since.year, since.month, since.day, tzinfo=UTC),
        kind=cells.choice("kind", Kind),
        label=cells.needed("label"),
        schedule=Schedule(
            start=cells.day_or_none("start") or since,
            unit=cells.choice("unit", Unit),
            every=cells.whole_or("every", 1),
            weekdays=_weekdays(cells),
            times=cells.clocks("times"),
            until=cells.day_or_none("until"),
        ),
        log=cells.text("log"),
        settles=cells.text("settles"),
        medicine=cells.text("medicine"),
        dose_amount=_dose(cells),
        dose_unit=cells.text_or_none("dose_unit"),
        zone=cells.text_or_none("zone"),
        state=cells.choice_or_none("state", PlanState) or PlanState.ON,
        wakes=cells.day_or_none("wakes"),
        repeat_minutes=cells.whole_or("repeat_minutes", REPEAT_MINUTES),
        repeat_times=cells.whole_or("repeat_times", REPEAT_TIMES),
        note=cells.text("note"),
    )


def _dose(cells: Cells) -> float | None:
    amount = cells.figure("dose_amount")
    if amount is not None and amount <= 0:
        raise InvalidEntry("impossible_dose", amount=amount)
    return amount


def _times(plan: Plan) -> str:
    return " ".join(clock_cell(at) for at in plan.schedule.times)


def _days(plan: Plan) -> str:
    return " ".join(WEEKDAYS[day] for day in plan.schedule.weekdays)


PLANS = Table[Plan](
    "plans",
    "medicines and reminders: a line for each version, which holds from its day on",
    (
        Column("id", "string", "the name of the plan, the same for all its versions", lambda p: text_cell(p.id)),
        Column("since", "date", "the day this version holds from", lambda p: day_cell(p.since)),
        Column("kind", "string", "`medicine`, `injection`, `supplement`, `session`, …", lambda p: p.kind.value),
        Column("label", "string", "what it is called", lambda p: text_cell(p.label)),
        Column("start", "date", "the first day its schedule counts from", lambda p: day_cell(p.schedule.start)),
        Column("unit", "string", "`day`, `week` or `month`", lambda p: p.schedule.unit.value),
        Column("every", "integer", "every so many of them", lambda p: whole_cell(p.schedule.every)),
        Column("weekdays", "string", "of weekly ones, with spaces between", _days),
        Column("times", "string", "wall times, with spaces between; none: not reminded of", _times),
        Column("until", "date", "the last day", lambda p: day_cell(p.schedule.until)),
        Column("log", "string", "the line that Done logs", lambda p: text_cell(p.log)),
        Column("settles", "string", "the key of what settles it by hand", lambda p: text_cell(p.settles)),
        Column("medicine", "string", "the key of the medicine", lambda p: text_cell(p.medicine)),
        Column("dose_amount", "number", "its dose, in `dose_unit`", lambda p: figure_cell(p.dose_amount)),
        Column("dose_unit", "string", "the unit of the dose", lambda p: text_cell(p.dose_unit)),
        Column("zone", "string", "keeps home time; empty: wherever she is", lambda p: text_cell(p.zone)),
        Column("state", "string", "`on`, `paused` or `ended`", lambda p: p.state.value),
        Column("wakes", "date", "the day a pause ends", lambda p: day_cell(p.wakes)),
        Column("repeat_minutes", "integer", "minutes until it is told again", lambda p: whole_cell(p.repeat_minutes)),
        Column("repeat_times", "integer", "how often it is told again", lambda p: whole_cell(p.repeat_times)),
        Column("note", "string", "how it is taken, in her words", lambda p: text_cell(p.note)),
        Column("made", "datetime", "when it was said, UTC", lambda p: instant_cell(p.made)),
    ),
    frozenset({"id", "since", "kind", "label", "unit"}),
    _plan,
)


def _answer(cells: Cells) -> Occurrence:
    counts = {"told": cells.whole_or("told", 0), "left": cells.whole_or("left", 0)}
    for count in counts.values():
        if not 0 <= count <= MOST_TOLD:
            raise InvalidEntry("impossible_count", count=count)
    return Occurrence(
        plan=cells.needed("plan"),
        date=cells.day("date"),
        time=cells.clock_or_none("time"),
        at=cells.instant("at"),
        state=cells.choice("state", State),
        told=counts["told"],
        left=counts["left"],
        next_at=cells.instant_or_none("next_at"),
        away=bool(cells.flag("away")),
        asked=bool(cells.flag("asked")),
        entry=cells.text("entry"),
        reason=cells.text("reason"),
        trail=_trail(cells),
    )


def _trail(cells: Cells) -> tuple[tuple[str, datetime], ...]:
    told = []
    for each in cells.rows("trail"):
        what, at = each.get("what"), each.get("at")
        if not (isinstance(what, str) and isinstance(at, str)):
            raise InvalidEntry("cell_not_a_list", column="trail", text=str(dict(each))[:80])
        told.append((what, Cells({"trail": at}).instant("trail")))
    return tuple(told)


def _told(answer: Occurrence) -> str:
    trail = [{"what": what, "at": instant_cell(at)} for what, at in answer.trail]
    return json.dumps(trail) if trail else ""


ANSWERS = Table[Occurrence](
    "answers",
    "what became of a planned time",
    (
        Column("plan", "string", "the `id` of the plan", lambda o: text_cell(o.plan)),
        Column("date", "date", "the local date", lambda o: day_cell(o.date)),
        Column("time", "time", "the wall time", lambda o: clock_cell(o.time)),
        Column("at", "datetime", "its instant, UTC", lambda o: instant_cell(o.at)),
        Column(
            "state", "string", "`done`, `skipped`, `missed`, `open` or `closed`: not recorded", lambda o: o.state.value
        ),
        Column("entry", "string", "the `id` of the entry that Done logged", lambda o: text_cell(o.entry)),
        Column("reason", "string", "why it was skipped, in her words", lambda o: text_cell(o.reason)),
        Column("told", "integer", "how often she was told", lambda o: whole_cell(o.told)),
        Column("left", "integer", "repeats still to come", lambda o: whole_cell(o.left)),
        Column("next_at", "datetime", "when the next comes, UTC", lambda o: instant_cell(o.next_at)),
        Column("away", "boolean", "it came too late to be told", lambda o: flag_cell(o.away)),
        Column("asked", "boolean", "the next day's catch-up asked about it", lambda o: flag_cell(o.asked)),
        Column("trail", "array", "JSON: every telling and answer with its instant", _told),
    ),
    frozenset({"plan", "date", "at", "state"}),
    _answer,
)


def _holiday(cells: Cells) -> Holiday:
    first, last = cells.day("first_day"), cells.day("last_day")
    if last < first:
        raise InvalidEntry("days_reversed")
    return first, last


HOLIDAYS = Table[Holiday](
    "holidays",
    "days on which reminders of sessions and the like are silent",
    (
        Column("first_day", "date", "the first day", lambda h: day_cell(h[0])),
        Column("last_day", "date", "the last day", lambda h: day_cell(h[1])),
    ),
    frozenset({"first_day", "last_day"}),
    _holiday,
)

PLAN_TABLES: tuple[Table[Any], ...] = (PLANS, ANSWERS, HOLIDAYS)
