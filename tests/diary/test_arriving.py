"""What left one diary is taken into another: the same entries, days and totals, once, and taken back in one go."""

import csv
import tempfile
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import EARLIEST, LATEST
from bonecoach.core.entries import Intake
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.supplements import Product
from bonecoach.diary import arrived_rows, open_diary
from bonecoach.diary.arrived_rows import Naming
from bonecoach.exchange.arrivals import Ignored, Line, Rejected
from bonecoach.exchange.tables import TABLES
from bonecoach.store import steps
from tests.clocks import FakeClock
from tests.diary.conftest import KNOWLEDGE
from tests.diary.test_steps_undone import held
from tests.exchange.making import ENTRIES, OF_TABLE
from tests.makers import BERLIN, MONDAY, at, food, joint_pain, session, supplement

UNIQUE = {
    "scans": lambda scan: (scan.date, scan.site, scan.side),
    "lab_tests": lambda test: (test.date, test.time, test.name),
    "plans": lambda plan: (plan.id, plan.since),
    "answers": lambda answer: answer.id,
    "holidays": lambda days: days[0],
    "appointments": lambda appointment: appointment.id,
    "questions": lambda question: question.id,
    "facts": lambda fact: (fact.key, fact.since),
    "targets": lambda target: (target.nutrient, target.since),
    "rest_weeks": lambda day: day,
    "none_taken": lambda day: day,
}
PRODUCT = Product("", ("Bone plus", "Bone + D"), "tablet", only(calcium_mg=500), 2.0, own=True, source="label")


@st.composite
def lives(draw):
    """Whatever a diary can hold, by its tables."""
    life = {name: draw(st.lists(OF_TABLE[name], max_size=3, unique_by=key)) for name, key in UNIQUE.items()}
    entries = draw(st.lists(ENTRIES, max_size=8, unique_by=lambda entry: entry.id))
    eaten = {entry.moment.date for entry in entries if isinstance(entry, Intake)}
    life["none_taken"] = [day for day in life["none_taken"] if day not in eaten]
    life["products"] = [replaced(PRODUCT, id=draw(st.uuids()).hex)] if draw(st.booleans()) else []
    return entries, life


def replaced(product, **changes):
    return replace(product, **changes)


def opened(folder):
    return closing(open_diary(Path(folder), FakeClock(), BERLIN, knowledge=KNOWLEDGE))


def lived(diary, life):
    entries, things = life
    diary.keep_made_up(entries, [], [])
    placed = [Naming().placed(Line("", 0, name, value)) for name, values in things.items() for value in values]
    changes = tuple(Change(one.table, None, one.row) for one in placed)
    if changes:
        diary._store.apply(Step("made up", changes, own=True), diary._clock.now())


def told(diary, days):
    """What the diary says of some days."""
    return [(diary.day(day), diary.week(day)) for day in days]


@settings(max_examples=60, deadline=None)
@given(lives())
def test_any_diary_taken_into_an_empty_one_is_the_same_diary(life):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        out = Path(one) / "diary.zip"
        days = sorted({entry.moment.date for entry in life[0]})[:3]
        with opened(one) as diary:
            lived(diary, life)
            diary.leaving.csv(out)
            rows, said = held(diary), told(diary, days)
        with opened(other) as diary:
            empty = held(diary)
            arrival = diary.arriving.csv(out)
            assert (arrival.same, arrival.differs, arrival.rejected) == (0, 0, ())
            diary.arriving.keep(arrival)
            assert held(diary) == rows
            assert told(diary, days) == said
            again = diary.arriving.csv(out)
            assert (again.new, again.same, again.differs) == (0, arrival.new, 0)
            diary.arriving.keep(again)
            diary.leaving.csv(Path(other) / "again.zip")
            assert tables(Path(other) / "again.zip") == tables(out)
            if arrival.new:
                diary.undo()
            assert held(diary) == empty
            assert diary.can_undo() is None


def tables(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if name.endswith(".csv")}


def line(value, table="", number=2, **more):
    return Line("some.csv", number, table or f"{type(value).__name__.lower()}s", value, **more)


def codes(arrival):
    return [one.error.code for one in arrival.rejected]


def test_what_is_named_by_nobody_is_named_alike_whenever_it_comes(diary):
    glass = food(MONDAY, calcium_mg=244)
    arrived = [line(glass), line(glass), line(replace(glass, id="glass 3"))]
    arrival = diary.arriving.compared(arrived)
    assert arrival.new == 3  # two glasses that read the same are two
    step = diary.arriving.keep(arrival)
    assert diary.day(MONDAY).nutrients[Nutrient.CALCIUM].amount == 3 * 244_000_000
    assert all(len(change.row_id) == 32 for change in step.changes)
    assert diary.arriving.compared(arrived).same == 3
    assert diary.arriving.compared([line(replace(glass, id="glass 3", grams=250.0))]).differs == 1


def test_what_she_changed_since_is_kept_and_what_she_deleted_stays_in_the_bin(diary, tmp_path):
    diary.log([joint_pain(4), session(30)])
    diary.log([supplement(calcium_mg=500)])
    diary.leaving.csv(tmp_path / "diary.zip")
    pain, walk, tablet = (
        next(entry for entry in diary.entries() if kind in type(entry).__name__) for kind in ("Sym", "Ses", "Int")
    )
    diary.replace(pain.id, [joint_pain(7)])
    diary.replace(tablet.id, [joint_pain(2)])  # it is of another kind now
    diary.delete([walk.id])
    arrival = diary.arriving.csv(tmp_path / "diary.zip")
    assert (arrival.new, arrival.same, arrival.bin, arrival.differs) == (0, 1, 1, 2)
    before = held(diary)
    diary.arriving.keep(arrival)
    assert held(diary) == before


def test_a_line_that_stands_twice_counts_once_and_two_that_contradict_are_refused(diary):
    pain = replace(joint_pain(4), id="a" * 32)
    arrival = diary.arriving.compared([line(pain), line(pain, number=3), line(replace(pain, score=5), number=4)])
    assert (arrival.new, arrival.same, codes(arrival)) == (1, 1, ["twice_in_file"])
    assert arrival.rejected[0].error.facts["line"] == 2


def test_all_of_a_file_or_nothing_unless_it_is_wished(diary):
    tomorrow = replace(joint_pain(4), moment=at(date(2026, 11, 24)))
    arrival = diary.arriving.compared([line(joint_pain(4)), line(tomorrow, number=3)])
    assert (arrival.new, codes(arrival)) == (1, ["future"])
    with pytest.raises(DiaryError, match="lines_rejected"):
        diary.arriving.keep(arrival)
    assert diary.entries() == []
    diary.arriving.keep(arrival, partly=True)
    assert len(diary.entries()) == 1


def test_rejected_lines_are_told_in_their_order_with_those_that_could_not_be_read(diary):
    unread = Rejected("a.csv", 9, DiaryError("too_long"))
    late = line(replace(joint_pain(4), moment=at(date(2027, 1, 1))), number=5)
    arrival = diary.arriving.compared(
        [
            unread,
            late,
            Ignored("notes.txt"),
            Rejected("a.csv", 3, DiaryError("too_long")),
            Ignored("43 × weight", "one_weight_a_month", 43),
            Ignored("2 × weight", "one_weight_a_month", 2),
        ]
    )
    assert [(one.file, one.line) for one in arrival.rejected] == [("a.csv", 3), ("a.csv", 9), ("some.csv", 5)]
    assert (arrival.unknown, arrival.passed_over) == (("notes.txt",), {"one_weight_a_month": 45})


def test_a_file_of_another_kind_is_not_read_to_its_end(diary):
    def endless():
        while True:
            yield Rejected("a.csv", 1, DiaryError("too_long"))

    with pytest.raises(DiaryError, match="another_kind_of_file"):
        diary.arriving.compared(endless())


def test_a_scan_or_test_that_is_there_under_another_name_is_no_second_one(diary):
    scan = Scan(date=date(2026, 3, 9), site=Site.TOTAL_HIP, bmd=0.8)
    test = LabTest(date=date(2026, 3, 9), name="25ohd", value=71.0, unit="nmol/L")
    diary.bones.add_scan(scan)
    diary.bones.add_lab_test(test)
    same = diary.arriving.compared([line(scan, "scans"), line(test, "lab_tests")])
    assert (same.new, same.same, same.differs) == (0, 2, 0)
    other = [line(replace(scan, bmd=0.9), "scans"), line(replace(test, value=17.0), "lab_tests")]
    differs = diary.arriving.compared(other)
    assert (differs.new, differs.same, differs.differs) == (0, 0, 2)
    twice = diary.arriving.compared([line(replace(scan, date=MONDAY, id=name), "scans") for name in ("a", "b")])
    assert (twice.new, twice.same) == (1, 1)


def test_two_scans_of_one_site_and_day_contradict_each_other(diary):
    scan = Scan(date=date(2026, 3, 9), site=Site.TOTAL_HIP, bmd=0.8)
    test = LabTest(date=date(2026, 3, 9), name="25ohd", value=71.0, unit="nmol/L")
    lines = [
        line(scan, "scans"),
        line(replace(scan, bmd=0.9, id="other"), "scans", number=3),
        line(replace(scan, site=Site.FEMORAL_NECK), "scans", number=4),
        line(test, "lab_tests", number=5),
        line(replace(test, value=17.0), "lab_tests", number=6),
        line(PRODUCT, "products", number=7),
        line(replace(PRODUCT, names=("BONE + D",)), "products", number=8),
    ]
    arrival = diary.arriving.compared(lines)
    assert (arrival.new, arrival.same, arrival.differs) == (4, 0, 0)
    assert [(one.line, one.error.code, one.error.facts["line"]) for one in arrival.rejected] == [
        (3, "twice_in_file", 2),
        (6, "twice_in_file", 5),
        (8, "twice_in_file", 7),
    ]


def test_what_she_could_not_enter_is_not_taken_in(diary):
    diary.person.set_facts({"birth_date": "1961"})
    later, early = MONDAY + timedelta(days=60), date(1950, 1, 1)
    scan = Scan(date=later, site=Site.TOTAL_HIP, bmd=0.8)
    facts = TABLES["facts"]
    arrival = diary.arriving.compared(
        [
            line(scan, "scans"),
            line(replace(scan, date=early), "scans"),
            line(LabTest(date=later, name="ctx", value=0.3, unit="ng/mL"), "lab_tests"),
            line(facts.read(cells(key="weight_kg", value="64", since=later.isoformat())), "facts"),
            line(facts.read(cells(key="therapy_start", value=later.isoformat())), "facts"),
            line(replace(PRODUCT, per_unit=only()), "products"),
            line(replace(PRODUCT, names=("Letrozole",)), "products"),
            line(later, "none_taken"),
        ]
    )
    assert sorted(codes(arrival)) == sorted(
        ["future", "before_birth", "future", "future", "future", "product_holds_nothing", "product_exists", "future"]
    )
    assert arrival.new == 0


def test_what_would_keep_reminders_silent_or_busy_for_ever_is_not_taken_in(diary):
    hourly = tuple(time(hour) for hour in range(24))
    made, schedule = datetime(2026, 11, 16, tzinfo=UTC), Schedule(start=MONDAY, times=hourly)
    plan = Plan(id="water", since=MONDAY, made=made, kind=Kind.OWN, label="Water", schedule=schedule)
    often = replace(plan, id="often", schedule=replace(schedule, times=(*hourly, time(0, 30))))
    last = date(2027, 11, 16)  # 366 days, both included
    arrival = diary.arriving.compared(
        [
            line(plan, "plans"),
            line(often, "plans", number=3),
            line((MONDAY, last), "holidays", number=4),
            line((MONDAY + timedelta(days=1), last + timedelta(days=2)), "holidays", number=5),
            line((EARLIEST, LATEST), "holidays", number=6),
        ]
    )
    assert (arrival.new, codes(arrival)) == (2, ["too_many_times", "long_holiday", "long_holiday"])


def test_nothing_was_logged_before_she_was_born(diary):
    diary.person.set_facts({"birth_date": "1961-07-01"})
    early, first = (replace(joint_pain(4), moment=at(date(*day))) for day in ((1961, 6, 30), (1961, 7, 1)))
    arrival = diary.arriving.compared([line(early), line(first, number=3)])
    assert (arrival.new, codes(arrival)) == (1, ["before_birth"])
    with pytest.raises(InvalidEntry, match="before_birth"):
        diary.log([first, early])
    assert diary.entries() == []
    diary.log([first])
    with pytest.raises(InvalidEntry, match="before_birth"):
        diary.replace(diary.entries()[0].id, [early])
    given = diary.plans.add_medicine("denosumab", Schedule(start=MONDAY, unit=Unit.MONTH, every=6))
    with pytest.raises(InvalidEntry, match="before_birth"):
        diary.reminders.injections.give(given.id, date(1940, 1, 1))


def cells(**said):
    from bonecoach.exchange.cells import Cells

    return Cells(said)


def test_a_supplement_of_the_same_name_is_hers_already(diary):
    diary.person.save_product(PRODUCT)
    assert diary.arriving.compared([line(PRODUCT, "products")]).same == 1
    other = replace(PRODUCT, names=("BONE PLUS",), per_unit=only(calcium_mg=600))
    assert diary.arriving.compared([line(other, "products")]).differs == 1


def test_nothing_taken_and_something_taken_do_not_stand_on_one_day(diary):
    tuesday = MONDAY + timedelta(days=1)
    diary.log([food(MONDAY, calcium_mg=1)])
    diary.none_taken(tuesday)
    arrival = diary.arriving.compared(
        [line(MONDAY, "none_taken"), line(tuesday, "none_taken"), line(food(tuesday, calcium_mg=2))]
    )
    assert (arrival.new, arrival.same, codes(arrival)) == (1, 1, ["has_intakes"])
    diary.arriving.keep(arrival, partly=True)
    assert not diary.day(tuesday).none_taken
    diary.undo()
    assert diary.day(tuesday).none_taken
    both = [line(MONDAY - timedelta(days=1), "none_taken"), line(food(MONDAY - timedelta(days=1)))]
    assert codes(diary.arriving.compared(both)) == ["has_intakes"]


def test_what_the_diary_keeps_more_of_is_the_same(diary):
    pain = diary.entries_of(diary.log([replace(joint_pain(4), note="after the stairs")]))[0]
    less = replace(pain, note="")
    assert diary.arriving.compared([line(less)]).differs == 1
    assert diary.arriving.compared([line(less, loose=True)]).same == 1


def test_plans_come_with_what_became_of_their_times(diary, reopen, tmp_path, clock):
    plan = diary.plans.add_medicine("letrozole", Schedule(start=date(2026, 11, 20), times=(at(clock="08:00").wall,)))
    clock.advance(hours=24)
    diary.reminders.settle()
    diary.leaving.csv(tmp_path / "diary.zip")
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_diary(Path(folder), clock, BERLIN, knowledge=KNOWLEDGE)) as new,
    ):
        new.arriving.keep(new.arriving.csv(tmp_path / "diary.zip"))
        assert new.plans.standing()[0] == plan
        assert new.plans.standing()[0].kind is Kind.MEDICINE
        assert new._store.planning.occurrences(EARLIEST, date.max) == diary._store.planning.occurrences(
            EARLIEST, date.max
        )


def test_an_import_is_named_by_how_many_lines_it_was(diary):
    diary.arriving.keep(diary.arriving.compared([line(joint_pain(score), number=score) for score in range(5)]))
    step = diary.can_undo()
    assert (step.name, step.label, step.changes) == ("import", "5", ())
    assert diary.entries_of(step) == ()
    diary.undo()
    assert (diary.can_redo().label, diary.can_redo().changes) == ("5", ())
    diary.redo()
    assert len(diary.entries()) == 5


def kept_of_steps(diary):
    """How long the record is that undo walks."""
    (length,) = diary._store._connection.execute("select sum(length(changes)) from steps").fetchone()
    return length


def test_what_an_import_added_is_kept_once_and_while_it_is_undone_in_its_step(diary, reopen):
    pains = [replace(joint_pain(score), note="after the stairs " * 50) for score in range(5)]
    diary.arriving.keep(diary.arriving.compared([line(pain, number=nth) for nth, pain in enumerate(pains)]))
    there = diary.entries()
    assert kept_of_steps(diary) < 5 * 100 < len(pains[0].note)
    undone = diary.undo()
    assert [change.before["note"] for change in undone.changes] == [pain.note for pain in reversed(pains)]
    assert (diary.entries(), kept_of_steps(diary) > 5 * 850) == ([], True)
    diary = reopen()
    diary.redo()
    assert diary.entries() == there
    assert kept_of_steps(diary) < 5 * 100
    diary.undo()
    assert diary.entries() == []


def test_what_became_of_an_import_since_is_taken_back_and_comes_again_with_it(diary):
    diary.arriving.keep(diary.arriving.compared([line(joint_pain(4))]))
    (pain,) = diary.entries()
    row = {"id": pain.id, "score": 4}
    diary._ledger.apply(Step("settle", (Change("symptoms", row, {**row, "score": 5}),), own=True))
    diary.undo()
    assert diary.entries() == []
    diary.redo()
    assert diary.entries() == [replace(pain, score=5)]


def test_an_import_that_no_longer_stands_whole_is_not_taken_back_in_part(diary):
    diary.arriving.keep(diary.arriving.compared([line(joint_pain(score), number=score) for score in range(3)]))
    gone = diary.entries()[1]
    diary._ledger.apply(Step("settle", (Change("symptoms", {"id": gone.id}, None),), own=True))
    with pytest.raises(DiaryError, match="changed_since"):
        diary.undo()
    assert len(diary.entries()) == 2


def test_a_table_that_a_spreadsheet_kept_is_taken_too(diary, tmp_path):
    path = tmp_path / "pain.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        lines = csv.writer(file)
        lines.writerow(["at", "zone", "name", "symptom", "score"])
        lines.writerow(["2026-11-16T08:00", BERLIN, "Joint pain", "joint_pain", "4"])
    arrival = diary.arriving.csv(path)
    diary.arriving.keep(arrival)
    assert diary.week(MONDAY).pain_worst == 4


def test_no_table_of_the_diary_is_forgotten():
    known = {table for table, _ in arrived_rows._ROWS.values()} | arrived_rows.ENTRIES
    # The usuals stay where they are, and so do the reports beside the diary.
    assert known | {"pinned", "attachments"} == steps._TABLES
    assert set(TABLES) == set(arrived_rows._ROWS) | arrived_rows.ENTRIES
