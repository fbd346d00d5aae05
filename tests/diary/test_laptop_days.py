"""Whole days with a laptop, through sleeps and flights: the record is what a careful person would have written by hand.

What she would have written stands at the head of each day. The diary is settled as the alarm does it: at the next due
instant and at every heartbeat while the computer is awake, and not at all while it sleeps.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from bonecoach.core.days import moment_of
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule

HEARTBEAT = timedelta(minutes=5)
"""Longer than the alarm's, so that a story is short; what is due at an instant is told at it all the same."""

SAID = {State.DONE: "taken", State.SKIPPED: "skipped", State.MISSED: "missed", State.CLOSED: "not recorded"}


class Laptop:
    """A computer that is awake or asleep, and the person who carries it."""

    def __init__(self, diary, clock, traveller, zone, at):
        self.diary, self.clock, self.traveller = diary, clock, traveller
        self.told, self.away = [], []
        self.lands_in(zone, at)

    def lands_in(self, zone, at):
        """She is in a zone, where it is that time; the computer slept on the way."""
        self.traveller.zone = zone
        self.sleeps_until(at)

    def sleeps_until(self, at):
        """The lid is closed until a wall time."""
        self.clock.stand_at(self._instant(at))

    def is_awake_until(self, at):
        """The alarm rings as it does until a wall time."""
        end = self._instant(at)
        while True:
            found = self.diary.reminders.settle()
            for telling in found.shown:
                repeat = f" ({telling.repeat})" if telling.repeat else ""
                self.told.append(f"{self.diary.now().wall:%H:%M} {telling.plan.label}{repeat}")
            if found.away:
                self.away.append(", ".join(f"{one.record.time:%H:%M} {one.plan.label}" for one in found.away))
            if self.clock.now() >= end:
                return
            self.clock.stand_at(min(end, found.next_at or end, self.clock.now() + HEARTBEAT))

    def answers(self, plan, slot, state=State.DONE, taken=None, reason=""):
        """She answers a time of a plan, "2026-11-23 08:00", now or where it still stands; `taken` says when it was."""
        day, _, clock = slot.partition(" ")
        at = None if taken is None else self._instant(taken)
        self.diary.reminders.answer(f"{plan.id}:{day}:{clock}", state, at, reason)

    def asked(self):
        """What the catch-up of a morning asks about."""
        found = [one.slot for one in self.diary.reminders.to_ask_about()]
        return [f"{slot.date} {slot.time:%H:%M} {slot.plan.label}" for slot in found]

    def record(self, first, last):
        """What is on record, line by line: each planned time that has come, then everything that was logged."""
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        planned = [
            f"{one.slot.date} {one.slot.time:%H:%M} {one.slot.plan.label}: {SAID[one.state]}"
            for day in days
            for one in self.diary.reminders.on(day)
            if one.slot.at <= self.clock.now()
        ]
        logged = [
            f"{entry.moment.date} {entry.moment.wall:%H:%M} {entry.moment.zone.rpartition('/')[2]}: {entry.label}"
            for entry in self.diary.entries()
        ]
        return planned + logged

    def _instant(self, at):
        local = datetime.fromisoformat(at)
        return moment_of(local.date(), local.time(), self.traveller.zone).instant


def by_hand(text):
    return [line.strip() for line in text.strip().splitlines()]


@pytest.fixture
def laptop(diary, clock, traveller):
    return lambda zone, at: Laptop(diary, clock, traveller, zone, at)


def daily(first, *times):
    return Schedule(date.fromisoformat(first), times=tuple(time.fromisoformat(at) for at in times))


def calcium(diary, first, *times, **more):
    log = "calcium citrate 500"
    return diary.plans.add("Calcium", daily(first, *times), log=log, reading=diary.read(log), **more)


def test_a_day_from_berlin_to_new_york(diary, laptop):
    careful = """
        2026-11-23 08:00 Letrozole 2.5 mg: taken
        2026-11-23 12:30 Calcium: taken
        2026-11-23 17:00 Walk: taken
        2026-11-23 18:30 Calcium: taken
        2026-11-24 08:00 Letrozole 2.5 mg: taken
        2026-11-24 12:30 Calcium: missed
        2026-11-23 08:04 Berlin: Letrozole 2.5 mg
        2026-11-23 07:10 New_York: Calcium citrate 500 mg
        2026-11-23 17:40 New_York: Brisk walk
        2026-11-23 22:50 New_York: Calcium citrate 500 mg
        2026-11-24 08:00 New_York: Letrozole 2.5 mg
    """
    her = laptop("Europe/Berlin", "2026-11-23 07:00")
    letrozole = diary.plans.add_medicine("letrozole", daily("2026-11-23", "08:00"))
    citrate = calcium(diary, "2026-11-23", "12:30", "18:30")
    diary.plans.add("Walk", daily("2026-11-23", "17:00"), kind=Kind.SESSION)

    her.is_awake_until("2026-11-23 08:04")
    her.answers(letrozole, "2026-11-23 08:00")
    her.is_awake_until("2026-11-23 09:00")
    assert her.told == ["08:00 Letrozole 2.5 mg"]

    # On the plane she takes the calcium when it is ten past one in Berlin, and opens the lid when she has landed.
    her.lands_in("America/New_York", "2026-11-23 15:00")
    her.is_awake_until("2026-11-23 15:10")
    assert her.away == ["12:30 Calcium"]
    her.answers(citrate, "2026-11-23 12:30", taken="2026-11-23 07:10")

    her.is_awake_until("2026-11-23 17:40")
    diary.log_text("walk 30 brisk")
    her.is_awake_until("2026-11-23 22:50")
    assert her.told[1:] == [
        "17:00 Walk",
        "17:10 Walk (1)",
        "17:20 Walk (2)",
        "17:30 Walk (3)",
        "18:30 Calcium",
        "18:40 Calcium (1)",
        "18:50 Calcium (2)",
        "19:00 Calcium (3)",
    ]
    her.answers(citrate, "2026-11-23 18:30")

    her.sleeps_until("2026-11-24 08:00")
    her.is_awake_until("2026-11-24 08:00")
    her.answers(letrozole, "2026-11-24 08:00")
    assert her.asked() == []
    her.is_awake_until("2026-11-24 13:00")
    her.answers(citrate, "2026-11-24 12:30", State.MISSED)
    her.is_awake_until("2026-11-24 13:30")
    assert her.record(date(2026, 11, 23), date(2026, 11, 24)) == by_hand(careful)


def test_a_night_from_new_york_to_berlin(diary, laptop):
    careful = """
        2026-11-22 08:00 Letrozole 2.5 mg: taken
        2026-11-22 22:00 Calcium: skipped
        2026-11-23 08:00 Letrozole 2.5 mg: taken
        2026-11-23 22:00 Calcium: missed
        2026-11-24 08:00 Letrozole 2.5 mg: taken
        2026-11-22 08:00 New_York: Letrozole 2.5 mg
        2026-11-23 08:30 New_York: Letrozole 2.5 mg
        2026-11-24 08:20 Berlin: Letrozole 2.5 mg
    """
    her = laptop("America/New_York", "2026-11-22 07:00")
    letrozole = diary.plans.add_medicine("letrozole", daily("2026-11-22", "08:00"))
    citrate = calcium(diary, "2026-11-22", "22:00")
    her.is_awake_until("2026-11-22 08:00")
    her.answers(letrozole, "2026-11-22 08:00")
    her.is_awake_until("2026-11-22 22:30")
    her.answers(citrate, "2026-11-22 22:00", State.SKIPPED, reason="stomach")

    her.sleeps_until("2026-11-23 08:30")
    her.is_awake_until("2026-11-23 08:30")
    her.answers(letrozole, "2026-11-23 08:00")
    her.is_awake_until("2026-11-23 17:00")

    # Ten in the evening of the 23rd was in Berlin while it was four in New York; she lands at half past seven.
    her.told.clear()
    her.lands_in("Europe/Berlin", "2026-11-24 07:30")
    her.is_awake_until("2026-11-24 07:40")
    assert her.away == ["22:00 Calcium"]
    assert her.asked() == ["2026-11-23 22:00 Calcium"]
    her.answers(citrate, "2026-11-23 22:00", State.MISSED)
    her.is_awake_until("2026-11-24 08:20")
    her.answers(letrozole, "2026-11-24 08:00")
    assert her.told == ["08:00 Letrozole 2.5 mg", "08:10 Letrozole 2.5 mg (1)", "08:20 Letrozole 2.5 mg (2)"]
    assert her.asked() == []
    assert her.record(date(2026, 11, 22), date(2026, 11, 24)) == by_hand(careful)


def test_the_same_date_twice_across_the_date_line(diary, laptop):
    careful = """
        2026-11-24 08:00 Letrozole 2.5 mg: taken
        2026-11-24 20:00 Calcium: taken
        2026-11-25 08:00 Letrozole 2.5 mg: taken
        2026-11-25 20:00 Calcium: not recorded
        2026-11-24 08:05 Auckland: Letrozole 2.5 mg
        2026-11-24 20:00 Auckland: Calcium citrate 500 mg
        2026-11-25 09:00 Honolulu: Letrozole 2.5 mg
    """
    her = laptop("Pacific/Auckland", "2026-11-24 07:30")
    letrozole = diary.plans.add_medicine("letrozole", daily("2026-11-24", "08:00"))
    citrate = calcium(diary, "2026-11-24", "20:00")
    her.is_awake_until("2026-11-24 08:05")
    her.answers(letrozole, "2026-11-24 08:00")
    her.is_awake_until("2026-11-24 20:00")
    her.answers(citrate, "2026-11-24 20:00")

    # Nine hours over the sea, and it is the morning of the same date: one tablet a day stays one.
    her.told.clear()
    her.lands_in("Pacific/Honolulu", "2026-11-24 07:30")
    her.is_awake_until("2026-11-24 22:00")
    assert her.told == []
    her.sleeps_until("2026-11-25 09:00")
    her.is_awake_until("2026-11-25 09:00")
    assert her.told == ["09:00 Letrozole 2.5 mg"]
    her.answers(letrozole, "2026-11-25 08:00")
    her.sleeps_until("2026-11-27 09:00")
    her.is_awake_until("2026-11-27 09:00")
    assert her.record(date(2026, 11, 24), date(2026, 11, 25)) == by_hand(careful)


def test_the_night_of_the_clock_change_asleep(diary, laptop):
    # On Sunday 28 March 2027 two o'clock becomes three in Berlin: half past two is half past three.
    careful = """
        2027-03-27 02:30 Calcium: taken
        2027-03-27 22:00 Letrozole 2.5 mg: taken
        2027-03-28 02:30 Calcium: taken
        2027-03-28 22:00 Letrozole 2.5 mg: taken
        2027-03-27 02:30 Berlin: Calcium citrate 500 mg
        2027-03-27 22:01 Berlin: Letrozole 2.5 mg
        2027-03-28 03:40 Berlin: Calcium citrate 500 mg
        2027-03-28 22:30 Berlin: Letrozole 2.5 mg
    """
    her = laptop("Europe/Berlin", "2027-03-27 02:00")
    letrozole = diary.plans.add_medicine("letrozole", daily("2027-03-27", "22:00"))
    citrate = calcium(diary, "2027-03-27", "02:30")
    her.is_awake_until("2027-03-27 02:30")
    her.answers(citrate, "2027-03-27 02:30")
    her.is_awake_until("2027-03-27 22:01")
    her.answers(letrozole, "2027-03-27 22:00")
    her.sleeps_until("2027-03-28 07:30")
    her.is_awake_until("2027-03-28 07:30")
    assert her.away == ["02:30 Calcium"]
    her.answers(citrate, "2027-03-28 02:30", taken="2027-03-28 03:40")
    her.is_awake_until("2027-03-28 22:00")
    diary.reminders.snooze(f"{letrozole.id}:2027-03-28:22:00", diary.now().instant + timedelta(minutes=30))
    her.is_awake_until("2027-03-28 22:30")
    assert her.told[-2:] == ["22:00 Letrozole 2.5 mg", "22:30 Letrozole 2.5 mg (1)"]
    her.answers(letrozole, "2027-03-28 22:00")
    assert her.record(date(2027, 3, 27), date(2027, 3, 28)) == by_hand(careful)


def test_a_repeated_half_hour_on_lord_howe(diary, laptop):
    # On Sunday 4 April 2027 two o'clock becomes half past one: a quarter to two comes twice, the tablet once.
    careful = """
        2027-04-03 01:45 Calcium: not recorded
        2027-04-04 01:45 Calcium: taken
        2027-04-05 01:45 Calcium: taken
        2027-04-04 01:45 Lord_Howe: Calcium citrate 500 mg
        2027-04-05 01:50 Lord_Howe: Calcium citrate 500 mg
    """
    her = laptop("Australia/Lord_Howe", "2027-04-03 01:00")
    citrate = calcium(diary, "2027-04-03", "01:45", repeat_times=0)
    her.sleeps_until("2027-04-04 01:30")
    her.is_awake_until("2027-04-04 01:45")
    her.answers(citrate, "2027-04-04 01:45")
    her.told.clear()
    her.is_awake_until("2027-04-04 23:00")
    assert her.told == []
    her.is_awake_until("2027-04-05 01:50")
    her.answers(citrate, "2027-04-05 01:45")
    assert her.told == ["01:45 Calcium"]
    assert her.record(date(2027, 4, 3), date(2027, 4, 5)) == by_hand(careful)


def test_home_time_is_kept_on_a_journey(diary, laptop):
    # Half past six in Berlin is half past midnight in New York, and her tablet wants its 24 hours.
    careful = """
        2026-11-23 06:30 Levothyroxine 75 ug: taken
        2026-11-24 06:30 Levothyroxine 75 ug: taken
        2026-11-23 06:30 Berlin: Levothyroxine 75 ug
        2026-11-24 00:35 New_York: Levothyroxine 75 ug
    """
    her = laptop("Europe/Berlin", "2026-11-23 06:00")
    schedule = daily("2026-11-23", "06:30")
    tablet = diary.plans.add_medicine("Levothyroxine", schedule, amount=75, unit="ug", zone="Europe/Berlin")
    her.is_awake_until("2026-11-23 06:30")
    her.answers(tablet, "2026-11-23 06:30")
    her.lands_in("America/New_York", "2026-11-23 14:00")
    her.is_awake_until("2026-11-24 00:35")
    assert her.told[-1] == "00:30 Levothyroxine 75 ug"
    her.answers(tablet, "2026-11-24 06:30")
    assert her.record(date(2026, 11, 23), date(2026, 11, 24)) == by_hand(careful)


def test_four_days_in_a_drawer(diary, laptop):
    # Found on Friday: what came on Thursday is asked about, what came before is only not recorded.
    careful = """
        2026-11-23 08:00 Letrozole 2.5 mg: taken
        2026-11-24 08:00 Letrozole 2.5 mg: not recorded
        2026-11-25 08:00 Letrozole 2.5 mg: not recorded
        2026-11-26 08:00 Letrozole 2.5 mg: taken
        2026-11-27 08:00 Letrozole 2.5 mg: taken
        2026-11-23 08:00 Berlin: Letrozole 2.5 mg
        2026-11-26 08:00 Berlin: Letrozole 2.5 mg
        2026-11-27 11:00 Berlin: Letrozole 2.5 mg
    """
    her = laptop("Europe/Berlin", "2026-11-23 07:00")
    letrozole = diary.plans.add_medicine("letrozole", daily("2026-11-23", "08:00"))
    her.is_awake_until("2026-11-23 08:00")
    her.answers(letrozole, "2026-11-23 08:00")
    her.told.clear()
    her.sleeps_until("2026-11-27 11:00")
    her.is_awake_until("2026-11-27 11:00")
    assert her.told == []
    assert her.away == ["08:00 Letrozole 2.5 mg, 08:00 Letrozole 2.5 mg"]  # Thursday's and today's
    her.answers(letrozole, "2026-11-26 08:00")  # she says no time: it counts when it was due
    her.answers(letrozole, "2026-11-27 08:00")
    assert her.record(date(2026, 11, 23), date(2026, 11, 27)) == by_hand(careful)
