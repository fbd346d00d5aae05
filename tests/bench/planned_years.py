"""Years of reminders without a window: looking ahead, a year away, and a year in every zone with a clock change."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall_time
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from bonecoach.core.days import moment_of
from bonecoach.core.occurrences import Occurrence, State, answered
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.reminders import due, upcoming
from bonecoach.core.schedules import Schedule
from bonecoach.diary import open_diary
from tests.bench.figures import Figure
from tests.clocks import FakeClock

YEAR = date(2026, 7, 1)
"""The first day of the year that is lived."""

MADE = datetime(2026, 1, 1, tzinfo=UTC)
PLANS = 20
REMEMBERED = timedelta(days=4)


def looking_ahead(folder: Path) -> float:
    """Seconds for the times of ten years of a hundred reminders, the best of three."""
    diary = open_diary(folder, FakeClock(MADE), "Europe/Berlin")
    for n in range(100):
        diary.plans.add(f"Reminder {n}", Schedule(MADE.date(), times=(wall_time(n % 24, n % 60),)))
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        found = diary.reminders.upcoming(MADE, MADE + timedelta(days=3653))
        seconds.append(time.perf_counter() - begun)
        assert len(found) > 365_000
    diary.close()
    return min(seconds)


def a_year_away(folder: Path) -> float:
    """Seconds for the one list after a year in which 28 times a day passed unseen: 10,248 of them."""
    clock = FakeClock(datetime(2026, 11, 23, 6, tzinfo=UTC))
    diary = open_diary(folder, clock, "Europe/Berlin")
    for n in range(28):
        at = wall_time(8 + n // 4, n % 4 * 15)
        diary.plans.add(f"Reminder {n}", Schedule(diary.today(), times=(at,)), kind=Kind.SUPPLEMENT)
    diary.upkeep.warm()
    clock.advance(days=365, hours=15)
    begun = time.perf_counter()
    diary.reminders.settle()
    waiting, asked = diary.reminders.wanted(), diary.reminders.to_ask_about()
    seconds = time.perf_counter() - begun
    assert (len(waiting), len(asked)) == (28, 56)
    diary.close()
    return seconds


# -- a year in every zone -------------------------------------------------------------------------------------------


def zones_with_a_change() -> dict[tuple[timedelta | None, ...], str]:
    """One zone for each way in which clocks are changed in the year."""
    noons = [datetime.combine(YEAR + timedelta(days=n), wall_time(12), UTC) for n in range(366)]
    found: dict[tuple[timedelta | None, ...], str] = {}
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        offsets = tuple(noon.astimezone(zone).utcoffset() for noon in noons)
        if len(set(offsets)) > 1:
            found.setdefault(offsets, name)
    return found


def lived(zone: str, chance: random.Random) -> tuple[int, int]:
    """A year with twenty reminders, sleeps and answers as they come: how much was told twice, how much was lost."""
    plans = [_plan(n, chance) for n in range(PLANS)]
    records: dict[str, Occurrence] = {}
    told: list[tuple[str, int]] = []
    seen: set[str] = set()
    looked = now = begin = moment_of(YEAR, wall_time(), zone).instant
    end = moment_of(YEAR + timedelta(days=365), wall_time(), zone).instant
    while now < end:
        found = due(plans, records, (), now, zone)
        told += [(one.record.id, one.repeat) for one in found.shown]
        seen.update(one.record.id for part in (found.shown, found.away, found.closed) for one in part)
        records |= {record.id: record for record in found.records}
        for one in found.shown:
            if chance.random() < 0.5:
                records[one.record.id] = answered(records[one.record.id], State.DONE, now)
        newest = max((record.date for record in records.values()), default=YEAR)
        records = {
            key: record
            for key, record in records.items()
            if record.state is State.OPEN or record.date >= newest - REMEMBERED
        }
        looked, now = now, _next(now, found.next_at, chance)
    lost = [slot for slot in upcoming(plans, begin, looked, zone) if slot.id not in seen]
    return len(told) - len(set(told)), len(lost)


def _plan(n: int, chance: random.Random) -> Plan:
    times = tuple(wall_time(chance.randrange(24), chance.randrange(60)) for _ in range(chance.randint(1, 3)))
    schedule = Schedule(YEAR, times=times)
    return Plan(id=f"plan {n}", since=YEAR, made=MADE, kind=Kind.SUPPLEMENT, label=f"Plan {n}", schedule=schedule)


def _next(now: datetime, due_at: datetime | None, chance: random.Random) -> datetime:
    """The next look: mostly when something is due; at times the computer sleeps for hours, and seldom for days."""
    drawn = chance.random()
    if drawn < 0.02:
        return now + timedelta(days=chance.randint(1, 9), minutes=chance.randrange(1440))
    if drawn < 0.4 or due_at is None:
        return now + timedelta(minutes=chance.randint(60, 900))
    return max(due_at, now + timedelta(seconds=1))


def years_lived(*, quick: bool) -> Iterator[tuple[int, int]]:
    """Doubles and losses of each zone."""
    zones = sorted(zones_with_a_change().values())
    for zone in zones[::8] if quick else zones:
        yield lived(zone, random.Random(f"a year in {zone}"))


def figures(folder: Path, *, quick: bool) -> list[Figure]:
    """Every figure of reminders that needs no window."""
    years = list(years_lived(quick=quick))
    zones = f"{len(years)} zones"
    return [
        Figure("10 years ahead of 100 reminders", looking_ahead(folder / "ahead"), 1, "s"),
        Figure("one list after a year away", a_year_away(folder / "away"), 1, "s"),
        Figure("a year lived in each zone: told twice", sum(double for double, _ in years), 0, "", zones),
        Figure("a year lived in each zone: lost", sum(lost for _, lost in years), 0, "", zones),
    ]
