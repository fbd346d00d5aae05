"""The file as a whole: filled at once, checked, emptied of its bin."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.core.profile import Fact
from bonecoach.store import open_store
from bonecoach.store.migrations import NEWEST, SCRIPTS
from bonecoach.store.rows import row_of, table_of
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import MONDAY, food, session


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.db"


@pytest.fixture
def store(path):
    store = open_store(path, now=NOON)
    yield store
    store.close()


def break_a_rule(path):
    """Writes what no rule of the tables allows, as a faulty disk might."""
    with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
        stranger.execute("pragma ignore_check_constraints = on")
        stranger.execute("insert into none_taken (id, date) values ('n', 'no day')")
        stranger.execute(
            """
            insert into symptoms (id, instant, date, wall, zone, together, name, symptom, score)
            values ('s', '2026-11-16T08:00:00Z', '2026-11-16', '09:00:00', 'Europe/Berlin', '', 'Pain', 'other', 77)"""
        )


def test_many_entries_are_written_at_once_and_without_a_step(store):
    entries = [replace(food(calcium_mg=n), id=f"f{n}") for n in range(1200)] + [replace(session(30), id="s")]
    store.fill(entries, [Fact("weight_kg", 70.0, MONDAY)], [MONDAY])
    assert len(store.entries(MONDAY, MONDAY)) == 1201
    assert store.facts() == [Fact("weight_kg", 70.0, MONDAY)]
    assert store.rest_weeks(MONDAY, MONDAY) == {MONDAY}
    assert store.last_step() is None


def test_one_bad_entry_among_many_writes_none(store):
    with pytest.raises(DiaryError, match="changed_since"):
        store.fill([replace(food(calcium_mg=1), id="same"), replace(session(30), id="same")] * 2, [], [])
    assert store.entries(MONDAY, MONDAY) == []


def test_steps_are_counted_on_also_when_some_are_gone(store):
    assert store.steps_so_far() == 0
    for day in ("2026-11-01", "2026-11-02"):
        store.apply(Step("none_taken", (Change("none_taken", None, {"id": day, "date": day}),)), NOON)
    store.undo()
    store.apply(Step("none_taken", (Change("none_taken", None, {"id": "x", "date": "2026-11-03"}),)), NOON)
    assert store.steps_so_far() == 3


def test_emptying_the_bin_drops_its_entries_and_the_steps_about_them_only(store):
    milk, walk = replace(food(calcium_mg=1), id="milk"), replace(session(30), id="walk")
    for entry in (milk, walk):
        store.apply(Step("log", (Change(table_of(entry), None, row_of(entry)),), entry.id), NOON)
    row = row_of(milk)
    store.apply(Step("delete", (Change("intakes", row, {**row, "deleted_at": "2026-11-23T11:00:00Z"}),)), NOON)
    assert store.empty_bin() == 1
    assert store.entries(MONDAY, MONDAY) == [walk]
    assert store.last_step().label == "walk"
    assert store.empty_bin() == 0


def test_a_sound_file_has_no_faults(store):
    assert store.faults() == []
    assert store.quick_fault() is None


def test_what_breaks_the_rules_of_the_tables_is_found(store, path):
    break_a_rule(path)
    assert store.quick_fault() == "CHECK constraint failed in symptoms"
    assert store.faults() == ["CHECK constraint failed in symptoms"]


@pytest.mark.parametrize(("name", "found"), [("SQLITE_CORRUPT", "malformed"), ("SQLITE_BUSY", None)])
def test_a_file_too_damaged_to_be_checked_is_told_of_and_a_busy_one_is_refused(store, monkeypatch, name, found):
    class Refusing:
        def execute(self, _):
            error = sqlite3.DatabaseError("malformed")
            error.sqlite_errorname = name
            raise error

        def close(self):
            """Nothing to close."""

    whole = store._connection
    monkeypatch.setattr(store, "_connection", Refusing())
    if found is None:
        with pytest.raises(DiaryError, match="locked"):
            store.quick_fault()
    else:
        assert store.quick_fault() == found
    monkeypatch.setattr(store, "_connection", whole)


def test_a_row_that_refers_to_nothing_is_found(store):
    store._connection.execute("pragma foreign_keys = off")
    store._connection.execute("create table children (parent text references facts (id)) strict")
    store._connection.execute("insert into children values ('nobody')")
    assert store.faults() == ["foreign key: ('children', 1, 'facts', 0)"]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("alter table sessions drop column ease", "missing: column sessions.ease"),
        ("drop index intakes_spread", "missing: index intakes_spread"),
        ("create trigger eats after insert on sessions begin delete from intakes; end", "unknown: trigger eats"),
        ("create view seen as select * from intakes", "unknown: view seen"),
    ],
)
def test_a_table_that_lacks_something_and_what_acts_by_itself_are_found(store, statement, fault):
    store._connection.execute(statement)
    assert store.faults() == [fault]


def test_a_missing_table_is_found_with_its_columns(store):
    store._connection.execute("drop table sessions")
    assert {"missing: table sessions", "missing: column sessions.minutes"} <= set(store.faults())


def test_a_file_that_breaks_its_rules_is_not_migrated(store, path, monkeypatch):
    store.close()
    break_a_rule(path)
    monkeypatch.setattr("bonecoach.store.migrations.SCRIPTS", (*SCRIPTS, ("later", "create table t (a text) strict")))
    monkeypatch.setattr("bonecoach.store.opening.NEWEST", NEWEST + 1)
    with pytest.raises(DiaryError, match="damaged"):
        open_store(path, now=NOON)
    assert not (path.parent / "backups").exists()


def test_another_programs_writing_changes_the_version_and_our_own_does_not(store, path):
    before = store.version()
    store.set_setting("look", "dark")
    assert store.version() == before
    other = open_store(path, now=NOON)
    other.set_setting("look", "light")
    other.close()
    assert store.version() != before
