"""Every diary ever released is opened, brought up to date, and holds what it held."""

from contextlib import closing
from datetime import timedelta

import pytest

from bonecoach.core.entries import Exercise
from bonecoach.core.nutrients import Nutrient
from bonecoach.store import open_store
from bonecoach.store.migrations import NEWEST
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import MONDAY
from tests.store.released import diary_file, schema_file, schema_of, unpacked


@pytest.fixture(params=range(1, NEWEST + 1))
def old(request, tmp_path):
    return unpacked(diary_file(request.param), tmp_path / "old" / "diary.db")


def test_a_new_diary_has_the_released_tables_and_no_others(tmp_path):
    path = tmp_path / "diary.db"
    open_store(path, now=NOON).close()
    assert schema_of(path) == schema_file().read_text(encoding="utf-8")


def test_an_old_diary_ends_with_the_tables_of_a_new_one(old):
    open_store(old, now=NOON).close()
    assert schema_of(old) == schema_file().read_text(encoding="utf-8")


def test_an_old_diary_keeps_all_it_held(old):
    with closing(open_store(old, now=NOON)) as store:
        kept = store.entries(MONDAY, MONDAY)
        assert sorted(f"{e.moment.wall:%H:%M} {e.label}" for e in kept) == [
            "08:00 Calcium citrate 500 mg",
            "08:00 Fall",
            "08:00 Joint pain, hands, 4 of 10",
            "08:00 Letrozole",
            "08:00 Letrozole 2.5 mg",
            "08:00 Vitamin D",
            "10:00 Strength training",
            "12:00 Jarlsberg, Käse, 1 slice (28 g)",
            "18:30 Session",
        ]
        (cheese,) = [e for e in kept if e.name.startswith("Jarlsberg")]
        assert (cheese.amounts.get(Nutrient.CALCIUM), cheese.amounts.get(Nutrient.ZINC)) == (244_500_000, None)
        (strength,) = [e for e in kept if e.name == "Strength training"]
        assert strength.exercises[0] == Exercise(name="squat", sets=3, reps=10, weight_kg=20.0)
        (abroad,) = [e for e in kept if e.moment.zone == "Asia/Kathmandu"]
        assert abroad.moment.instant.hour == 12  # 18:30 there is 12:45 UTC
        assert [e.label for e in store.entries(MONDAY, MONDAY, deleted=True)] == ["Session"]
        assert [e.label for e in store.pinned()] == ["Session"]
        assert {fact.key: fact.value for fact in store.facts()}["weight_kg"] == 67
        assert [(t.low, t.high, t.note) for t in store.own_targets()] == [(1000, 1200, "my team")]
        assert [product.names for product in store.products()] == [("Bone tablet", "bt")]
        assert store.rest_weeks(MONDAY - timedelta(weeks=1), MONDAY) == {MONDAY - timedelta(weeks=1)}
        assert store.none_taken(MONDAY, MONDAY + timedelta(days=6)) == {MONDAY + timedelta(days=2)}
        assert store.setting("text_size") == "150"


def test_an_old_diary_can_still_be_undone_to_its_beginning(old):
    with closing(open_store(old, now=NOON)) as store:
        assert store.redo().name == "log"
        while store.undo() is not None:
            pass
        dump = [line for line in store._connection.iterdump() if line.startswith("INSERT")]
    kept = {line.split('"')[1] for line in dump}
    assert kept <= {"settings", "steps", "_sqlite_migrations", "sqlite_sequence"}
