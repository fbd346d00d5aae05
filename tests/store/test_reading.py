"""Asking the diary: what was logged, by date, kind, word and habit; and that no question reads more than it needs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.changes import Change, Step
from bonecoach.core.days import moment_of
from bonecoach.core.entries import Dose, DoseState, Event, Session
from bonecoach.core.nutrients import amounts
from bonecoach.store import open_store
from bonecoach.store.rows import entry_of, row_of, table_of
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import BERLIN, MONDAY, at, food, joint_pain, session, supplement

TODAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "diary.db", now=NOON)
    yield store
    store.close()


@pytest.fixture
def log(store):
    """Writes entries as one step; their ids are counted up in the order of logging."""
    count = iter(range(10_000))

    def write(*entries):
        named = [replace(entry, id=f"{next(count):032x}") for entry in entries]
        store.apply(Step("log", tuple(Change(table_of(e), None, row_of(e)) for e in named)), NOON)
        return named

    return write


def put_into_bin(store, entry):
    table, row = store.entry_row(entry.id)
    store.apply(Step("delete", (Change(table, row, {**row, "deleted_at": "2026-11-23T11:00:00Z"}),)), NOON)


def test_entries_come_oldest_first_whatever_their_kind(store, log):
    log(joint_pain(4), session(30), food(clock="07:00", calcium_mg=1))
    assert [e.name for e in store.entries(MONDAY, MONDAY)] == ["Food", "Joint pain", "Session"]
    assert [e.name for e in store.entries(MONDAY, MONDAY, ["session"])] == ["Session"]
    assert store.entries(MONDAY + timedelta(days=1), TODAY) == []


def test_a_limit_keeps_the_newest(store, log):
    log(*(food(MONDAY + timedelta(days=n), calcium_mg=1) for n in range(5)), session(30))
    assert [e.moment.date.day for e in store.entries(MONDAY, TODAY, limit=2)] == [19, 20]


def test_the_bin_is_apart(store, log):
    kept, gone = log(food(calcium_mg=1), session(30))
    put_into_bin(store, gone)
    assert store.entries(MONDAY, MONDAY) == [kept]
    assert store.entries(MONDAY, MONDAY, deleted=True) == [gone]
    assert store.logged_dates(MONDAY, TODAY) == {MONDAY}
    assert store.empty_bin() == 1
    assert store.entry_row(gone.id) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("äpfel", 1), ("ÄPFEL", 1), ("Straße", 1), ("STRASSE", 1), ("2 Stück", 1), ("%", 0), ("pear", 0)],
)
def test_words_are_found_in_names_quantities_and_notes_in_any_letter_case(store, log, text, found):
    log(replace(food(calcium_mg=1), name="Äpfel", quantity="2 Stück", note="Bäckerei Straße"))
    assert len(store.entries(MONDAY, MONDAY, text=text)) == found


def test_words_are_found_in_the_notes_of_a_session(store, log):
    log(replace(session(30), note="with Änne"))
    assert len(store.entries(MONDAY, MONDAY, text="ÄNNE")) == 1


def test_an_entry_is_found_by_the_beginning_of_its_id(store, log):
    log(food(calcium_mg=1), session(30))
    assert len(store.ids_beginning("0" * 31)) == 2
    assert store.ids_beginning("0" * 31 + "1") == ["0" * 31 + "1"]
    assert store.ids_beginning("f") == []
    assert store.entry_row("f") is None


def test_a_weekly_dose_reaches_into_the_days_after_it(store, log):
    (weekly,) = log(replace(supplement(MONDAY, vitamin_d_ug=175), spread_days=7))
    assert store.spreading(MONDAY) == []  # on its own day it is not from before
    assert store.spreading(MONDAY + timedelta(days=1)) == [weekly]
    assert store.spreading(MONDAY + timedelta(days=6)) == [weekly]
    assert store.spreading(MONDAY + timedelta(days=7)) == []
    put_into_bin(store, weekly)
    assert store.spreading(MONDAY + timedelta(days=1)) == []


def test_marked_days_and_weeks(store):
    mark = Change("none_taken", None, {"id": "2026-11-20", "date": "2026-11-20"})
    rest = Change("rest_weeks", None, {"id": "2026-11-16", "first_day": "2026-11-16"})
    store.apply(Step("none_taken", (mark, rest)), NOON)
    assert store.none_taken(MONDAY, TODAY) == {date(2026, 11, 20)}
    assert store.rest_weeks(MONDAY, MONDAY) == {MONDAY}
    assert store.rest_weeks(MONDAY + timedelta(days=1), TODAY) == frozenset()


def test_what_is_kept_of_the_person_and_the_program(store):
    assert (store.facts(), store.own_targets(), store.products(), store.pinned()) == ([], [], [], [])
    assert store.setting("look") is None
    store.set_setting("look", "dark")
    store.set_setting("look", "light")
    assert store.setting("look") == "light"
    assert store.row("facts", "none") is None


# Habits


def evenings(count, back=1, **named):
    """The like of an entry on so many days at 18:30, the latest so many days ago."""
    return [supplement(TODAY - timedelta(days=back + n), "18:30", **named) for n in range(count)]


def names(found):
    return [entry.name for entry in found]


def test_what_is_logged_around_this_time_is_usual_and_what_is_logged_at_another_is_not(store, log):
    log(*(replace(e, name="Evening") for e in evenings(5, calcium_mg=1)))
    since = TODAY - timedelta(weeks=8)
    assert names(store.habitual(since, at(TODAY, "17:00"), 6)) == ["Evening"]
    assert names(store.habitual(since, at(TODAY, "20:30"), 6)) == ["Evening"]
    assert names(store.habitual(since, at(TODAY, "08:00"), 6)) == []


def test_just_after_midnight_the_late_evening_is_near(store, log):
    log(*(replace(session(30), moment=at(TODAY - timedelta(days=n), "23:30")) for n in (1, 2)))
    assert names(store.habitual(TODAY - timedelta(weeks=8), at(TODAY, "00:30"), 6)) == ["Session"]


def test_once_is_no_habit_and_twice_on_one_day_neither(store, log):
    log(*(replace(e, name="Once") for e in evenings(1, calcium_mg=1) * 2))
    assert store.habitual(TODAY - timedelta(weeks=8), at(TODAY, "18:30"), 6) == []
    assert store.most_logged(TODAY - timedelta(weeks=8), TODAY, 6) == []


def test_the_lately_logged_weigh_more_and_the_same_weekday_twice(store, log):
    log(*(replace(e, name="Last month") for e in evenings(3, back=29, calcium_mg=1)))
    log(*(replace(e, name="Lately") for e in evenings(3, back=2, calcium_mg=1)))
    log(
        *(replace(e, name="Mondays") for e in (*evenings(1, back=7, calcium_mg=1), *evenings(1, back=14, calcium_mg=1)))
    )
    # Today is a Monday, the eight weeks begin on Monday 28 September. A day weighs its weeks since then, plus 1.
    # Lately: 21, 20 and 19 November are in week 7: 3 × 8 = 24.
    # Mondays: 16 and 9 November, weeks 7 and 6, twice as a Monday: 2 × (8 + 7) = 30.
    # Last month: 25, 24 and 23 October are in week 3: 3 × 4 = 12.
    found = store.habitual(TODAY - timedelta(weeks=8), at(TODAY, "18:30"), 6)
    assert names(found) == ["Mondays", "Lately", "Last month"]


def test_on_an_earlier_day_only_what_was_known_then_is_usual(store, log):
    log(*(replace(e, name="Later") for e in evenings(5, calcium_mg=1)))
    then = TODAY - timedelta(weeks=4)
    assert store.habitual(then - timedelta(weeks=8), at(then, "18:30"), 6) == []


def test_other_minutes_amounts_or_medicines_are_other_habits(store, log):
    for n in range(2):
        day = TODAY - timedelta(days=n + 1)
        log(
            replace(supplement(day, calcium_mg=1), quantity="500 mg"),
            replace(supplement(day, calcium_mg=1), quantity="250 mg"),
            session(30, day=day),
            session(45, day=day),
            Dose(moment=at(day), name="Letrozole", medicine="letrozole", amount=2.5, unit="mg"),
            Dose(moment=at(day), name="Alendronate", medicine="alendronate", state=DoseState.MISSED),
            joint_pain(4, day),
        )
    found = store.most_logged(TODAY - timedelta(weeks=8), TODAY, 10)
    assert sorted(entry.label for entry, _ in found) == [
        "Letrozole 2.5 mg",
        "Session",
        "Session",
        "Tablet 250 mg",
        "Tablet 500 mg",
    ]
    assert {times for _, times in found} == {2}


def test_a_habit_is_offered_as_it_was_logged_last(store, log):
    log(*(replace(supplement(TODAY - timedelta(days=n), calcium_mg=n), thing=str(n)) for n in (3, 1, 2)))
    ((entry, times),) = store.most_logged(TODAY - timedelta(weeks=8), TODAY, 6)
    assert (entry.thing, times) == ("1", 3)


# How much is read

SMALL = ("CONSTANT", "sqlite_master")
"""Scans of a row made up on the spot, and of the list of tables."""


def asked(store, act):
    """Every statement that `act` runs."""
    said = []
    store._connection.set_trace_callback(said.append)
    try:
        act()
    finally:
        store._connection.set_trace_callback(None)
    return [sql for sql in said if sql.split()[0].lower() in ("select", "insert", "update", "delete")]


def test_neither_a_day_nor_a_week_nor_logging_reads_a_whole_table(store, log):
    log(food(calcium_mg=1), session(30), joint_pain(3), Event(moment=at(), name="Fall", event="fall"))
    log(Dose(moment=at(), name="Letrozole", medicine="letrozole"))

    def a_day_of_use():
        store.entries(MONDAY, MONDAY)
        store.entries(MONDAY, TODAY, limit=5)
        store.entries(MONDAY, TODAY, deleted=True)
        store.spreading(MONDAY)
        store.none_taken(MONDAY, TODAY)
        store.rest_weeks(MONDAY, TODAY)
        store.logged_dates(MONDAY, TODAY)
        store.habitual(MONDAY, at(TODAY), 6)
        store.most_logged(MONDAY, TODAY, 40)
        store.entry_row("1" * 32)
        store.ids_beginning("12")
        store.last_step()
        store.next_undone()
        log(food(TODAY, calcium_mg=1), session(20, day=TODAY))
        store.undo()
        store.redo()

    statements = asked(store, a_day_of_use)
    assert len(statements) > 40
    for sql in statements:
        plan = [row[3] for row in store._connection.execute(f"explain query plan {sql}")]
        whole = [step for step in plan if step.startswith("SCAN") and not any(word in step for word in SMALL)]
        assert whole == [], f"{sql}\nreads the whole table: {plan}"


def test_a_session_may_stand_in_a_skipped_hour(store, log):
    # 29 March 2026, 02:30 in Berlin does not exist: it is kept as 03:30, and read back so.
    moment = moment_of(date(2026, 3, 29), at(clock="02:30").wall, BERLIN)
    walk = Session(
        moment=moment,
        name="Walk",
        activity="walk",
        load=Load.WEIGHT_BEARING_LOW,
        intensity=Intensity.MODERATE,
        aerobic=True,
        minutes=20,
    )
    (kept,) = log(walk)
    assert store.entries(moment.date, moment.date) == [kept]
    assert kept.moment.wall.hour == 3


def test_a_row_from_before_a_nutrient_had_its_column_does_not_know_it():
    row = row_of(food(calcium_mg=244, sodium_mg=90))
    older = {column: value for column, value in row.items() if column != "sodium_ng"}
    assert entry_of("intakes", older).amounts == amounts(calcium_mg=244)
