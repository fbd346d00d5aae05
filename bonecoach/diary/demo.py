"""Half a year of made-up but lifelike use, for trying the program out and for its pictures. Nobody's real days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_of
from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.schedules import Schedule, Unit, months_after
from bonecoach.core.visits import Appointment, Before
from bonecoach.diary.wishes import LOGIN_SETTING

if TYPE_CHECKING:
    from bonecoach.core.entries import Entry
    from bonecoach.diary.diary import Diary

WEEKS = 26
_SEED = 26

_KINDS_OF_WEEK = "oggpogogirgoggo.gtgogpgogo"
"""A letter a week, oldest first: good, ordinary, poor, infusion, rest after it, travel; a point is a week not kept."""

_PERSON = {
    "birth_date": "1961",
    "sex": "female",
    "weight_kg": "68",
    "height_cm": "164",
    "postmenopausal": "yes",
    "aromatase_inhibitor": "letrozole",
}
_A_YEAR_BEFORE = {"weight_kg": "70", "height_cm": "165"}
_AWAY = "Atlantic/Azores"

_INFUSION_WEEK = _KINDS_OF_WEEK.index("i")
_SCANNER, _CLINIC, _LABORATORY = "Hologic A", "Clinic East", "Clinic East"
_SCANS = (
    (-1, Site.LUMBAR_SPINE, None, 0.892, -1.4),
    (-1, Site.TOTAL_HIP, Side.LEFT, 0.780, -1.3),
    (-1, Site.FEMORAL_NECK, Side.LEFT, 0.655, -1.7),
    (52, Site.LUMBAR_SPINE, None, 0.851, -1.8),
    (52, Site.TOTAL_HIP, Side.LEFT, 0.758, -1.5),
    (52, Site.FEMORAL_NECK, Side.LEFT, 0.641, -1.9),
)
"""Weeks after the therapy began, site, side, g/cm² and T-score; the centre knows its least change at spine and hip."""

_LEAST_CHANGE = {Site.LUMBAR_SPINE: 3.1, Site.TOTAL_HIP: 3.4}
_QUESTIONS = (
    "My pain is 4 or more in half of the weeks. What can we change?",
    "Is the dental work in January safe with the next infusion?",
    "The density of my spine went down. What does that mean for me?",
)
_TEAM = "Breast clinic"
_DECIDED = "Letrozole goes on. Strength training twice a week. See the dentist before the next infusion."
_TESTS = (
    (-1, "25ohd", 48.0, "nmol/L", (50.0, 125.0), None),
    (-1, "ctx", 0.52, "ng/mL", (0.11, 0.79), True),
    (52, "25ohd", 71.0, "nmol/L", (50.0, 125.0), None),
    (52, "ctx", 0.31, "ng/mL", (0.11, 0.79), True),
    (52, "calcium", 2.38, "mmol/L", (2.15, 2.55), None),
)
"""Weeks after the therapy began, test, result, unit, the laboratory's own range, and whether she was fasting."""

_INFUSION = "zoledronic acid 4 mg"
_TABLETS = ("calcium citrate 500 mg", "d3 1000 iu", "mk-7 100 µg")
_BREAKFASTS = (
    ("1 glass milk", "50 g oats", "1 banana"),
    ("1 pot yogurt", "30 g almonds", "1 apple"),
    ("2 slices wholemeal bread", "1 slice gouda", "1 boiled egg"),
    ("1 bowl muesli", "1 glass soy milk", "1 orange"),
)
_LUNCHES = (
    ("1 bowl lentil soup", "1 slice rye bread"),
    ("1 tin sardines", "2 slices wholemeal bread", "1 tomato"),
    ("150 g tofu", "1 cup rice", "1 cup broccoli"),
    ("2 slices wholemeal bread", "50 g feta", "1 pear"),
)
_DINNERS = (
    ("150 g salmon", "2 potatoes", "1 cup kale"),
    ("120 g chicken breast", "1 cup pasta", "1 cup spinach"),
    ("1 cup chickpeas", "1 cup rice", "30 g parmesan"),
    ("2 eggs", "2 slices rye bread", "1 cup green beans"),
)
_SNACKS = ("1 glass kefir", "1 banana", "1 handful walnuts", "1 apple")
_FULL_MOVEMENT = {
    0: (("17:30", "walk 35 brisk"),),
    1: (("10:00", "strength training 30 min"),),
    2: (("17:00", "walk 30 brisk"), ("20:00", "tai chi 20 min")),
    3: (("18:00", "cycling 40 min"),),
    4: (("17:30", "walk 40 brisk"), ("10:30", "squats 3x10 10 kg 15 min")),
    5: (("11:00", "dancing 45 min"), ("16:00", "gardening 40 min")),
    6: (("15:00", "walk 50"), ("19:00", "yoga 30 min")),
}
_SHARE_OF_MOVEMENT = {"g": 0.85, "o": 0.6, "p": 0.25, "i": 0.3, "r": 0.0, "t": 0.8}


@dataclass(frozen=True, slots=True)
class MadeUp:
    """What was filled in: how many entries, from the first to the last day."""

    entries: int
    first: date
    last: date


def fill(diary: Diary) -> MadeUp:
    """Fills an empty diary with 26 weeks up to the present moment, and with scans, tests and an infusion before them.

    The same weeks for the same moment.

    Raises DiaryError("folder_not_empty") for a diary that holds anything.
    """
    if diary.entries(deleted=False, limit=1) or diary.person.facts():
        raise DiaryError("folder_not_empty")
    today, now, home = diary.today(), diary.now().instant, diary.zone
    this_week = today - timedelta(days=today.weekday())
    first = this_week - timedelta(weeks=WEEKS - 1)
    therapy = first - timedelta(weeks=40)
    diary.person.set_facts(_A_YEAR_BEFORE, since=first - timedelta(weeks=52))
    diary.person.set_facts({**_PERSON, "therapy_start": therapy.isoformat()}, since=first)
    diary.person.set_target(Nutrient.CALCIUM, 1000, 1200, note="my team", since=first + timedelta(weeks=8))
    chance = Random(_SEED)

    @cache
    def meant(text: str) -> tuple[Entry, ...]:
        reading = diary.read(text)
        assert reading.understood, text
        return reading.entries

    given = first + timedelta(weeks=_INFUSION_WEEK, days=2)
    before = months_after(given, -6)
    written = len(diary.entries_of(diary.log(list(_at(meant(_INFUSION), before, "10:30", home)))))
    _plan(diary, therapy, before)
    diary.set_setting(LOGIN_SETTING, "no")  # what is made up does not start with anybody's login
    _measure(diary, therapy)
    _prepare(diary, first, today)
    for nth, kind in enumerate(_KINDS_OF_WEEK):
        monday = first + timedelta(weeks=nth)
        if kind == "r":
            diary.rest_week(monday)
        for day in (monday + timedelta(days=n) for n in range(7)):
            zone = _AWAY if kind == "t" else home
            told = _day(day, kind, chance)
            entries = [e for clock, text in told for e in _at(meant(text), day, clock, zone) if e.moment.instant <= now]
            if entries:
                diary.log(entries)
                written += len(entries)
    return MadeUp(written, first, today)


def _plan(diary: Diary, therapy: date, infusion: date) -> None:
    """What she means to take: every day, at breakfast, and twice a year at the clinic."""
    diary.plans.add_medicine("letrozole", Schedule(therapy, times=(time(8),)), note="with or without food")
    calcium = _TABLETS[0]
    diary.plans.add(
        calcium.capitalize(),
        Schedule(therapy, times=(time(7, 40),)),
        log=calcium,
        reading=diary.read(calcium),
        note="with breakfast",
    )
    every_six_months = Schedule(infusion, Unit.MONTH, 6, times=(time(10, 30),))
    diary.plans.add_medicine("zoledronic acid", every_six_months, interval="6months")


def _measure(diary: Diary, therapy: date) -> None:
    """Two visits for a scan and for blood, before the therapy and a year into it."""
    for weeks, site, side, bmd, score in _SCANS:
        day = therapy + timedelta(weeks=weeks)
        scan = Scan(date=day, site=site, side=side, bmd=bmd, t_score=score, scanner=_SCANNER, place=_CLINIC)
        diary.bones.add_scan(replace(scan, lsc_percent=_LEAST_CHANGE.get(site)))
    for weeks, name, value, unit, (low, high), fasting in _TESTS:
        day = therapy + timedelta(weeks=weeks)
        test = LabTest(date=day, name=name, value=value, unit=unit, range_low=low, range_high=high, lab=_LABORATORY)
        diary.bones.add_lab_test(replace(test, fasting=fasting, time=time(8, 20)))


def _prepare(diary: Diary, first: date, today: date) -> None:
    """One visit behind her and one ahead, and what she wants to ask there."""
    last = Appointment(date=first + timedelta(weeks=12), whom=_TEAM, time=time(10, 30), decided=_DECIDED)
    diary.visits.add(last, Before.NEVER)
    diary.visits.add(Appointment(date=today + timedelta(days=9), whom=_TEAM, time=time(10, 30)))
    for text in _QUESTIONS:
        diary.visits.ask(text)


def _at(entries: Sequence[Entry], day: date, clock: str, zone: str) -> Iterator[Entry]:
    moment = moment_of(day, time.fromisoformat(clock), zone)
    return (replace(entry, moment=moment) for entry in entries)


def _day(day: date, kind: str, chance: Random) -> list[tuple[str, str]]:
    """What happened on a day of such a week, as times and lines. Some days are kept badly, some not at all."""
    luck = chance.random()
    told: list[tuple[str, str]] = []
    if kind == "." or luck < 0.04:
        return told
    missed = luck > 0.985
    told.append(("08:00", "missed letrozole" if missed else "took letrozole"))
    told += [("07:40", tablet) for tablet in _TABLETS if chance.random() < 0.93]
    told += [("07:45", text) for text in chance.choice(_BREAKFASTS)]
    if luck > 0.15:
        told += [("12:30", text) for text in chance.choice(_LUNCHES)]
        told += [("18:45", text) for text in chance.choice(_DINNERS)]
    if luck > 0.5:
        told.append(("15:30", chance.choice(_SNACKS)))
    if luck > 0.85:
        told.append(("19:00", "calcium citrate 500 mg"))
    share = _SHARE_OF_MOVEMENT[kind]
    told += [(clock, text) for clock, text in _FULL_MOVEMENT[day.weekday()] if chance.random() < share]
    if day.weekday() in (1, 4, 6):
        worse = {"p": 2, "i": 2, "r": 1}.get(kind, 0)
        told.append(("21:00", f"hands pain {chance.choice((2, 3, 3, 4)) + worse}"))
    if kind == "i" and day.weekday() == 2:
        told.append(("10:30", _INFUSION))
    if kind == "p" and day.weekday() == 3:
        told.append(("21:00", "back pain 3"))
    if kind == "p" and day.weekday() == 5:
        told.append(("16:20", "fell no injury"))
    return told
