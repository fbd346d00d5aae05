"""A diary that is deleted, moved or replaced while it is open takes nothing that would be lost with it."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime

import pytest

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store import open_store

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take an open file away")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary.db"


@pytest.fixture
def store(path):
    opened = open_store(path, now=NOW)
    yield opened
    opened.close()


def marks(day):
    return Step("none_taken", (Change("none_taken", None, {"id": day, "date": day}),))


WRITES = {
    "a step": lambda store: store.apply(marks("2026-11-22"), NOW),
    "an undo": lambda store: store.undo(),
    "a redo": lambda store: store.redo(),
    "a setting": lambda store: store.set_setting("look", "dark"),
    "the bin": lambda store: store.empty_bin(),
    "a demonstration": lambda store: store.fill([], [], []),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_what_is_deleted_under_us_is_said_and_takes_nothing(store, path, write):
    store.apply(marks("2026-11-20"), NOW)
    path.unlink()
    with pytest.raises(DiaryError, match="taken_away"):
        write(store)
    assert not path.exists()  # and no new one is begun in its place


def test_what_is_replaced_under_us_is_left_to_whoever_replaced_it(store, path):
    store.apply(marks("2026-11-20"), NOW)
    other = path.with_name("from-another-computer.db")
    shutil.copy(path, other)
    other.replace(path)
    with pytest.raises(DiaryError, match="taken_away"):
        store.apply(marks("2026-11-21"), NOW)


def test_put_back_it_goes_on(store, path):
    away = path.with_name("away.db")
    path.rename(away)
    with pytest.raises(DiaryError, match="taken_away"):
        store.apply(marks("2026-11-21"), NOW)
    away.rename(path)
    store.apply(marks("2026-11-21"), NOW)
    assert store.last_step() is not None


def test_no_backup_is_made_of_what_is_not_there(store, path):
    path.unlink()
    with pytest.raises(DiaryError, match="cannot_open"):
        store.back_up(path.with_name("copy.db"))
    assert not path.exists()
