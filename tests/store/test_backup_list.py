"""Which backups there are, and what each holds against now."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store import backups, open_store
from bonecoach.store.backup_list import Backup, backup_at, backups_in
from bonecoach.store.rows import row_of
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import joint_pain, session
from tests.store.released import diary_file, unpacked

ONE = {"entries": 1}


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "diary.db", now=NOON)
    yield opened
    opened.close()


def log(store, entry, row_id, table):
    row = dict(row_of(entry)) | {"id": row_id}
    store.apply(Step("log", (Change(table, None, row),), row_id), NOON)


def at(path, hour):
    instant = datetime(2026, 11, 20, hour, tzinfo=UTC)
    os.utime(path, (instant.timestamp(), instant.timestamp()))
    return instant


def test_each_says_what_it_holds_what_would_go_and_what_would_come(store, tmp_path):
    folder = tmp_path / "backups"
    log(store, session(30, day=date(2026, 11, 16)), "a" * 32, "sessions")
    early = store.back_up(folder / "diary-2026-11-16.db")
    log(store, joint_pain(4, day=date(2026, 11, 18)), "b" * 32, "symptoms")
    later = store.back_up(folder / "before-restore-20261118T080000.db")
    store.undo()
    log(store, joint_pain(2, day=date(2026, 11, 19)), "c" * 32, "symptoms")
    made = [at(later, 9), at(early, 8)]
    first, second = backups_in([folder, folder, tmp_path / "none"], store.path)
    assert first == Backup(
        later, made[0], later.stat().st_size, True, {"entries": 2}, date(2026, 11, 18), True, ONE, ONE
    )
    assert second == Backup(early, made[1], early.stat().st_size, True, ONE, date(2026, 11, 16), True, ONE, {})


def test_what_lies_in_the_bin_is_no_entry(store, tmp_path):
    log(store, session(30), "a" * 32, "sessions")
    row = store.row("sessions", "a" * 32)
    store.apply(Step("delete", (Change("sessions", row, dict(row) | {"deleted_at": "2026-11-23T11:00:00Z"}),)), NOON)
    kept = backup_at(store.back_up(tmp_path / "x.db"), store.path)
    assert (kept.readable, kept.held, kept.last, kept.goes, kept.comes) == (True, {}, None, {}, {})


def test_one_of_an_older_version_is_read_as_it_is(store, tmp_path):
    kept = backup_at(unpacked(diary_file(1), tmp_path / "old.db"), store.path)
    assert kept.readable
    assert kept.held["entries"] == kept.comes["entries"] > 0
    assert "scans" not in kept.held  # it had no place for them


@pytest.mark.parametrize("content", [b"", b"no database at all, but some text that is longer than a header is" * 4])
def test_what_cannot_be_read_is_listed_and_says_so(store, tmp_path, content):
    path = tmp_path / "backups" / "diary-2026-11-16.db"
    path.parent.mkdir()
    path.write_bytes(content)
    (path.parent / "folder.db").mkdir()
    (kept,) = backups_in([path.parent], store.path)
    assert (kept.path, kept.readable, kept.held) == (path, False, {})


def test_another_programs_database_is_none(store, tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.db")) as other:
        other.execute("create table t (x)")
    assert not backup_at(tmp_path / "x.db", store.path).readable


def test_the_diary_itself_and_what_is_not_there_are_refused(store, tmp_path):
    with pytest.raises(DiaryError, match="same_file"):
        backup_at(store.path, store.path)
    with pytest.raises(DiaryError, match="no_such_file"):
        backup_at(tmp_path / "none.db", store.path)


def test_looking_changes_no_byte_of_a_backup(store, tmp_path):
    log(store, session(30), "a" * 32, "sessions")
    path = store.back_up(tmp_path / "backups" / backups.daily_file(tmp_path, date(2026, 11, 16)).name)
    before = path.read_bytes()
    backups_in([path.parent], store.path)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [None, b"", b"scribbled over, from its very beginning to its end" * 100])
def test_where_the_diary_cannot_be_read_a_backup_says_what_it_holds_and_no_more(store, tmp_path, content):
    log(store, session(30), "a" * 32, "sessions")
    path = store.back_up(tmp_path / "backups" / "diary-2026-11-16.db")
    diary = tmp_path / "lost.db"
    if content is not None:
        diary.write_bytes(content)
    (kept,) = backups_in([path.parent], diary)
    assert (kept.readable, kept.held, kept.compared, kept.goes, kept.comes) == (True, ONE, False, {}, {})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("diary-2026-11-16.db", "diary"),
        ("before-restore-20261118T080000.db", "before-restore"),
        ("before-migration-20261118T080000.db", "before-migration"),
        ("bonecoach-2026-11-16-080000.db", "bonecoach"),
        ("mine.db", "bonecoach"),
    ],
)
def test_its_name_says_what_made_it(store, tmp_path, name, kind):
    assert backup_at(store.back_up(tmp_path / name), store.path).kind == kind
