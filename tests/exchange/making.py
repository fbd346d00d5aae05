"""Made-up things of every table, whatever a diary can hold: for round trips."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import EARLIEST, moment_at
from bonecoach.core.entries import EVENTS, SYMPTOMS, Dose, DoseState, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.measurements import TEST_UNITS, LabTest, Scan, Side, Site
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.occurrences import Occurrence, State
from bonecoach.core.plans import Kind, Plan, PlanState
from bonecoach.core.profile import Fact
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget
from bonecoach.core.visits import Appointment, Question

NASTY = (
    "=1+1",
    "'=1+1",
    "''",
    "+49 30 1234",
    "-5 mg",
    "@SUM(A1)",
    "\tTab",
    "\rReturn",
    "a,b;c",
    'say "milk"',
    "two\nlines",
    "two\r\nlines",
    " spaces around ",
    "＝1+1",
    "naïve – µg 🥛",
    "١٢٣",
    "NULL",
    "true",
    "1e5",
    "#N/A",
)
"""Texts that spreadsheets and careless programs stumble over."""

ALPHABET = st.characters(codec="utf-8", exclude_characters="\0")
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(ALPHABET, max_size=30))
NAMES = TEXTS.filter(lambda text: text.strip())
IDS = st.uuids().map(lambda made: made.hex)
ZONES = st.sampled_from(
    ("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "UTC", "Africa/Monrovia", "Etc/GMT+12")
)
DAYS = st.dates(date(1970, 1, 1), date(2026, 11, 23))
INSTANTS = st.integers(-1_577_923_200, 1_795_428_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
"""From 1920 to 23 November 2026, to the second."""

MOMENTS = st.builds(moment_at, INSTANTS, ZONES)
CLOCKS = st.times().map(lambda at: time(at.hour, at.minute))
NG = st.one_of(st.integers(0, 2_000_000_000), st.integers(0, 10**14))
AMOUNTS = st.dictionaries(st.sampled_from(Nutrient), NG).map(Amounts)
FIGURES = st.floats(0.000001, 1_000_000)


def maybe(made):
    """Something, or None."""
    return st.none() | made


COMMON = {"moment": MOMENTS, "name": NAMES, "id": IDS, "together": IDS | st.just(""), "note": TEXTS}

INTAKES = st.builds(
    Intake,
    **COMMON,
    source=st.sampled_from(Source),
    amounts=AMOUNTS,
    quantity=TEXTS,
    grams=maybe(st.floats(0.001, 100_000)),
    thing=maybe(NAMES),
    k2_estimate=st.booleans(),
    spread_days=st.integers(1, 366),
)

EXERCISES = st.builds(
    Exercise,
    name=NAMES,
    sets=maybe(st.integers(1, 20)),
    reps=maybe(st.integers(1, 500)),
    weight_kg=maybe(st.floats(0, 300)),
)
SESSIONS = st.builds(
    Session,
    **COMMON,
    activity=NAMES,
    load=st.sampled_from([Load.RESISTANCE, Load.WEIGHT_BEARING_HIGH]),
    also_load=maybe(st.sampled_from([Load.BALANCE, Load.NOT_WEIGHT_BEARING])),
    intensity=st.sampled_from(Intensity),
    aerobic=st.booleans(),
    minutes=st.integers(1, 1440),
    impacts=maybe(st.integers(1, 1000)),
    ease=maybe(st.sampled_from(["easy", "right", "hard"])),
    exercises=st.lists(EXERCISES, max_size=3).map(tuple),
)
DOSES = st.builds(
    Dose,
    **COMMON,
    medicine=NAMES,
    amount=maybe(FIGURES),
    unit=maybe(NAMES),
    state=st.sampled_from(DoseState),
)
SYMPTOM = st.builds(
    Symptom, **COMMON, symptom=st.sampled_from(SYMPTOMS), score=maybe(st.integers(0, 10)), site=maybe(NAMES)
)
EVENT = st.builds(Event, **COMMON, event=st.sampled_from(EVENTS), injury=maybe(st.booleans()), site=maybe(NAMES))
ENTRIES = st.one_of(INTAKES, SESSIONS, DOSES, SYMPTOM, EVENT)

SCANS = st.builds(
    Scan,
    id=IDS,
    date=DAYS,
    site=st.sampled_from([Site.TOTAL_HIP, Site.FEMORAL_NECK, Site.FOREARM]),
    side=maybe(st.sampled_from(Side)),
    bmd=st.floats(0.2, 2.5),
    t_score=maybe(st.floats(-10, 10)),
    z_score=maybe(st.floats(-10, 10)),
    scanner=TEXTS,
    place=TEXTS,
    lsc_percent=maybe(st.floats(0.1, 30)),
    note=TEXTS,
)
KNOWN_TESTS = st.sampled_from([(name, unit) for name, units in TEST_UNITS.items() for unit in units])
LAB_TESTS = st.builds(
    lambda named, **more: LabTest(name=named[0], unit=named[1], **more),
    KNOWN_TESTS | st.just(("PTH", "pmol/L")),
    id=IDS,
    date=DAYS,
    time=maybe(CLOCKS),
    value=st.floats(0, 100_000),
    range_low=maybe(st.floats(0, 10)),
    range_high=maybe(st.floats(10, 1000)),
    fasting=maybe(st.booleans()),
    lab=TEXTS,
    note=TEXTS,
)

WEEKDAYS = st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days)))
SCHEDULES = st.builds(
    lambda start, unit, every, weekdays, times, length: Schedule(
        start=start,
        unit=unit,
        every=every,
        weekdays=weekdays if unit is Unit.WEEK else (),
        times=tuple(times),
        until=None if length is None else start + timedelta(days=length),
    ),
    DAYS,
    st.sampled_from(Unit),
    st.integers(1, 400),
    WEEKDAYS,
    st.lists(CLOCKS, max_size=4),
    maybe(st.integers(0, 1000)),
)
PLANS = st.builds(
    Plan,
    id=IDS,
    since=DAYS,
    made=INSTANTS,
    kind=st.sampled_from(Kind),
    label=NAMES,
    schedule=SCHEDULES,
    log=TEXTS,
    settles=TEXTS,
    medicine=TEXTS,
    dose_amount=maybe(FIGURES),
    dose_unit=maybe(NAMES),
    zone=maybe(ZONES),
    state=st.sampled_from(PlanState),
    wakes=maybe(DAYS),
    repeat_minutes=st.integers(1, 240),
    repeat_times=st.integers(0, 10),
    note=TEXTS,
)
OCCURRENCES = st.builds(
    Occurrence,
    plan=IDS,
    date=DAYS,
    time=maybe(CLOCKS),
    at=INSTANTS,
    state=st.sampled_from(State),
    told=st.integers(0, 30),
    left=st.integers(0, 10),
    next_at=maybe(INSTANTS),
    away=st.booleans(),
    asked=st.booleans(),
    entry=IDS | st.just(""),
    reason=TEXTS,
    trail=st.lists(st.tuples(st.sampled_from(["told", "snoozed", "done"]), INSTANTS), max_size=3).map(tuple),
)
HOLIDAYS = st.builds(lambda first, days: (first, first + timedelta(days=days)), DAYS, st.integers(0, 40))

FACTS = st.one_of(
    st.builds(Fact, st.just("weight_kg"), maybe(st.floats(20, 400)), DAYS),
    st.builds(Fact, st.just("height_cm"), st.floats(80, 250), DAYS),
    st.builds(Fact, st.sampled_from(["warfarin", "kidney_disease", "postmenopausal"]), maybe(st.booleans()), DAYS),
    st.builds(Fact, st.just("birth_date"), maybe(DAYS), st.just(EARLIEST)),
    st.builds(Fact, st.just("therapy_start"), DAYS, DAYS),
    st.builds(Fact, st.just("sex"), st.sampled_from(["female", "male"]), st.just(EARLIEST)),
    st.builds(Fact, st.just("aromatase_inhibitor"), st.sampled_from(["letrozole", "none"]), DAYS),
)
TARGETS = st.builds(
    lambda nutrient, low, more, since, note: OwnTarget(
        nutrient, low, None if low is None or more is None else low + more, since, note
    ),
    st.sampled_from(Nutrient),
    maybe(st.floats(0.1, 5000)),
    maybe(st.floats(0, 1000)),
    DAYS,
    TEXTS,
)
PRODUCTS = st.builds(
    Product,
    id=IDS,
    names=st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    unit=NAMES,
    per_unit=AMOUNTS,
    usual_units=st.floats(0.25, 100),
    own=st.just(True),
    source=st.just("label"),
)

APPOINTMENTS = st.builds(
    Appointment,
    id=IDS,
    date=DAYS,
    time=maybe(CLOCKS),
    whom=NAMES,
    place=TEXTS,
    note=TEXTS,
    decided=TEXTS,
    plan=IDS | st.just(""),
)
QUESTIONS = st.builds(
    Question,
    id=IDS,
    place=st.integers(0, 40),
    text=NAMES,
    made=DAYS,
    code=st.sampled_from(["", "ask_scan"]),
    asked=maybe(DAYS),
    answer=TEXTS,
)

OF_TABLE = {
    "intakes": INTAKES,
    "sessions": SESSIONS,
    "doses": DOSES,
    "symptoms": SYMPTOM,
    "events": EVENT,
    "scans": SCANS,
    "lab_tests": LAB_TESTS,
    "plans": PLANS,
    "answers": OCCURRENCES,
    "holidays": HOLIDAYS,
    "appointments": APPOINTMENTS,
    "questions": QUESTIONS,
    "facts": FACTS,
    "targets": TARGETS,
    "products": PRODUCTS,
    "rest_weeks": DAYS,
    "none_taken": DAYS,
}
"""What each table can hold."""
