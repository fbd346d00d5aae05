"""Steps: whole or not at all, taken back and done again, also after a restart."""

import pytest

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store import open_store
from bonecoach.store.steps import KEPT
from tests.clocks import NOON_IN_BERLIN as NOON


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "diary.db", now=NOON)
    yield store
    store.close()


def marked(day):
    return Change("none_taken", None, {"id": day, "date": day})


def days(store):
    return [r[0] for r in store._connection.execute("select date from none_taken order by date")]


def test_a_step_comes_back_with_its_number(store):
    assert store.apply(Step("none_taken", (marked("2026-11-01"),)), NOON).id == 1


def test_one_bad_change_leaves_all_of_a_step_undone(store):
    twice = Step("none_taken", (marked("2026-11-01"), marked("2026-11-01")))
    with pytest.raises(DiaryError, match="changed_since"):
        store.apply(twice, NOON)
    assert days(store) == []
    assert store.last_step() is None


def test_a_row_that_is_no_longer_what_it_was_is_not_overwritten(store):
    store.apply(Step("none_taken", (marked("2026-11-01"),)), NOON)
    stale = Change("none_taken", {"id": "2026-11-01", "date": "2026-11-09"}, None)
    with pytest.raises(DiaryError, match="changed_since"):
        store.apply(Step("none_taken", (stale,)), NOON)
    assert days(store) == ["2026-11-01"]


def test_steps_are_taken_back_and_done_again_in_order(store):
    for day in ("2026-11-01", "2026-11-02"):
        store.apply(Step("none_taken", (marked(day),), day), NOON)
    assert store.undo().label == "2026-11-02"
    assert store.undo().label == "2026-11-01"
    assert store.undo() is None
    assert days(store) == []
    assert store.redo().label == "2026-11-01"
    assert store.next_undone().label == "2026-11-02"
    assert store.redo().label == "2026-11-02"
    assert store.redo() is None
    assert days(store) == ["2026-11-01", "2026-11-02"]


def test_undo_survives_closing_the_program(tmp_path):
    path = tmp_path / "diary.db"
    store = open_store(path, now=NOON)
    store.apply(Step("none_taken", (marked("2026-11-01"),)), NOON)
    store.close()
    store = open_store(path, now=NOON)
    store.undo()
    store.close()
    store = open_store(path, now=NOON)
    assert days(store) == []
    store.redo()
    assert days(store) == ["2026-11-01"]
    store.close()


def test_a_new_step_ends_what_could_be_done_again(store):
    store.apply(Step("none_taken", (marked("2026-11-01"),)), NOON)
    store.undo()
    store.apply(Step("none_taken", (marked("2026-11-02"),)), NOON)
    assert store.redo() is None


def test_the_programs_own_steps_are_not_the_persons_to_undo(store):
    store.apply(Step("none_taken", (marked("2026-11-01"),)), NOON)
    store.apply(Step("reminder", (marked("2026-11-02"),), own=True), NOON)
    store.undo()
    assert days(store) == ["2026-11-02"]
    assert store.undo() is None


def test_an_undo_that_would_overwrite_a_later_change_is_refused(store):
    store.apply(Step("none_taken", (marked("2026-11-01"),)), NOON)
    gone = Change("none_taken", {"id": "2026-11-01", "date": "2026-11-01"}, None)
    store.apply(Step("reminder", (gone,), own=True), NOON)
    with pytest.raises(DiaryError, match="changed_since"):
        store.undo()
    assert store.last_step() is not None


def test_two_hundred_steps_are_kept(store):
    for n in range(KEPT + 5):
        day = f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}"
        store.apply(Step("none_taken", (marked(day),)), NOON)
    assert sum(1 for _ in iter(store.undo, None)) == KEPT
    assert len(days(store)) == 5


def test_a_step_about_an_unknown_table_is_a_mistake_of_ours(store):
    with pytest.raises(ValueError, match="settings"):
        store.apply(Step("log", (Change("settings", None, {"id": "1"}),)), NOON)
