"""Reminders, measured on the real program: how late they are, after sleep too, and what waiting for them costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from datetime import time as wall_time
from pathlib import Path

from bonecoach.clock import SystemClock
from bonecoach.core.days import moment_at
from bonecoach.core.schedules import Schedule
from bonecoach.diary import open_diary
from tests.bench.figures import Figure, middle
from tests.bench.memory import resident_mb
from tests.bench.starting import ROOT
from tests.clocks import FakeClock
from tests.desk import desk
from tests.desktop.fake_server import FakeServer
from tests.journeys.person import Person
from tests.journeys.wall_clock import WallClock

MOST_WAKINGS = 6

FALLS_ASLEEP = 3.0
"""Seconds after which nothing of the last telling is still being done."""

SETTLING_IN = 120.0
"""Seconds after the start in which the program still looks for a tray, as panels come late at login."""


def started(folder: Path, at: Mapping[str, str], *options: str) -> subprocess.Popen[bytes]:
    """The program on a diary, at a desk whose bus says when the computer woke, too."""
    environment = {**at, "DBUS_SYSTEM_BUS_ADDRESS": at["DBUS_SESSION_BUS_ADDRESS"]}
    command = [sys.executable, "-m", "bonecoach", "--data-dir", str(folder), *options]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)


def ended(program: subprocess.Popen[bytes]) -> None:
    """It is over."""
    program.terminate()
    program.wait(timeout=20)


# -- lateness -------------------------------------------------------------------------------------------------------


def lateness(folder: Path, at: Mapping[str, str], count: int, seconds: float) -> list[float]:
    """Seconds between the instant a reminder was put off to and its reaching the notification server, for each."""
    now = SystemClock().now().replace(microsecond=0)
    told = moment_at(now - timedelta(hours=1), "UTC")
    diary = open_diary(folder, FakeClock(now - timedelta(hours=2)), "UTC")
    slot = Schedule(told.date, times=(told.wall.replace(second=0),))
    plans = [diary.plans.add(f"Reminder {n}", slot, repeat_times=0) for n in range(count)]
    diary.reminders.settle(now)
    first, due = now + timedelta(seconds=10), {}
    for n, plan in enumerate(plans):
        until = (first + timedelta(seconds=n * seconds / count)).replace(microsecond=0)
        diary.reminders.snooze(f"{plan.id}:{told.date}:{told.wall:%H:%M}", until, now)
        due[plan.label] = until
    diary.set_setting("health_words_shown", "yes")  # so that each can be told from the others
    diary.set_setting("first_start_done", "1")
    diary.close()
    server = FakeServer(environment=at)
    program = started(folder, {**at, "TZ": "UTC"})
    late = []
    while len(late) < count:
        _, notice = server.notified()
        late.append((SystemClock().now() - due[notice["title"]]).total_seconds())
    ended(program)
    server.ends()
    return late


# -- after sleep ----------------------------------------------------------------------------------------------------


def after_sleep(folder: Path, at: Mapping[str, str], *, told: bool) -> float:
    """Seconds from the end of eight hours asleep to the one list, where the system says that it woke, and where not."""
    folder.mkdir()
    clock = WallClock(folder, "UTC")
    diary = open_diary(folder / "diary", FakeClock(datetime(2026, 11, 23, 6, tzinfo=UTC)), "UTC")
    for hour in (7, 8, 9, 10, 11, 12):
        diary.plans.add(f"At {hour}", Schedule(diary.today(), times=(wall_time(hour),)))
    diary.set_setting("first_start_done", "1")
    diary.close()
    clock.shows("2026-11-23 07:00:01")
    server = FakeServer(environment=at, patience=60)
    program = started(folder / "diary", {**at, **clock.environment})
    server.notified()  # that of seven: it is awake
    time.sleep(FALLS_ASLEEP)
    clock.shows("2026-11-23 15:00:00")
    woken = time.monotonic()
    if told:
        server.told("sleep", "no")
    _, notice = server.notified()
    seconds = time.monotonic() - woken
    assert notice["title"] == "While you were away: 6 reminders", notice["title"]
    ended(program)
    server.ends()
    return seconds


def longest_wait(folder: Path, at: Mapping[str, str], seconds: float) -> float:
    """The longest the window took to answer while the notification server hung, in milliseconds."""
    now = SystemClock().now()
    due = moment_at(now - timedelta(minutes=1), "UTC")
    diary = open_diary(folder / "diary", FakeClock(now - timedelta(hours=1)), "UTC")
    for n in range(20):
        diary.plans.add(f"Reminder {n}", Schedule(due.date, times=(due.wall.replace(second=0),)), repeat_minutes=1)
    diary.set_setting("first_start_done", "1")
    diary.close()
    server = FakeServer(environment=at)
    person = Person(at, folder / "diary", {"TZ": "UTC"})
    server.hangs()
    person.sits_down()
    longest = person.waits_at_most(seconds)
    server.goes_on()
    person.leaves()
    server.ends()
    return longest * 1000


# -- waiting --------------------------------------------------------------------------------------------------------


class Waiting:
    """The program in the background with reminders to come, at a desk of its own; it costs something all the time."""

    def __init__(self, folder: Path, at: Mapping[str, str]) -> None:
        now = SystemClock().now()
        shown = moment_at(now - timedelta(minutes=1), "UTC")
        diary = open_diary(folder, FakeClock(now - timedelta(hours=1)), "UTC")
        for n in range(20):
            hour = (shown.wall.hour + 2 + n // 2) % 24
            diary.plans.add(f"Reminder {n}", Schedule(shown.date, times=(wall_time(hour, 30 * (n % 2)),)))
        diary.plans.add("Shown", Schedule(shown.date, times=(shown.wall.replace(second=0),)), repeat_times=0)
        diary.close()
        self._server = FakeServer(environment=at)
        self._program = started(folder, {**at, "TZ": "UTC"}, "--background")
        self._began = time.monotonic()
        self._server.notified()

    def cost(self, settling_in: float, seconds: float) -> tuple[float, float, float]:
        """Percent of a core and wakings a minute over so many seconds, and megabytes held at their end."""
        rest = self._began + settling_in - time.monotonic()
        if rest > 0:
            time.sleep(rest)
        begun, used, woken = time.monotonic(), self._processor_seconds(), self._wakings()
        time.sleep(seconds)
        passed = time.monotonic() - begun
        share, often = (self._processor_seconds() - used) / passed * 100, (self._wakings() - woken) / passed * 60
        held = resident_mb(self._program.pid)
        ended(self._program)
        self._server.ends()
        return share, often, held

    def _processor_seconds(self) -> float:
        stat = Path(f"/proc/{self._program.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")

    def _wakings(self) -> int:
        """How often any of its threads went to sleep and so was woken, from the kernel's own account."""
        told = [(task / "status").read_text() for task in Path(f"/proc/{self._program.pid}/task").iterdir()]
        lines = [line for status in told for line in status.splitlines() if line.startswith("voluntary_ctxt_switches")]
        return sum(int(line.split()[1]) for line in lines)


def figures(folder: Path, at: Mapping[str, str], *, quick: bool) -> list[Figure]:
    """Every figure of the real program with reminders. Not quick, it takes a quarter of an hour."""
    seconds = 60.0 if quick else 600.0
    count, span, hangs = (40, 36.0, 10.0) if quick else (200, 180.0, 60.0)
    with desk() as other:
        waiting = Waiting(folder / "waiting", other)
        late = lateness(folder / "late", at, count, span)
        found = [
            Figure(f"lateness of {count} reminders, median", middle(late), 0.1, "s"),
            Figure(f"lateness of {count} reminders, worst", max(late), 2, "s"),
            Figure("one list after 8 h asleep, told", after_sleep(folder / "told", at, told=True), 1, "s"),
            Figure("one list after 8 h asleep, not told", after_sleep(folder / "untold", at, told=False), 30, "s"),
            Figure(f"longest wait, server hangs {hangs:.0f} s", longest_wait(folder / "hangs", at, hangs), 250, "ms"),
        ]
        share, often, held = waiting.cost(SETTLING_IN, seconds)
    minutes = f"{seconds / 60:g} min"
    return [
        *found,
        Figure(f"waiting unseen for {minutes}, processor", share, 0.2, "%"),
        Figure(f"waiting unseen for {minutes}, wakings a minute", often, MOST_WAKINGS, ""),
        Figure("waiting unseen, memory", held, 90, "MB"),
    ]
