"""A backup brought back: verified first, the present kept, whatever state the diary is in."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import Scan, Site
from bonecoach.core.visits import Appointment
from bonecoach.diary import open_diary
from bonecoach.diary.restoring import Shut, restore_diary
from bonecoach.store import restoring
from tests.clocks import FakeClock
from tests.diary.conftest import KNOWLEDGE
from tests.makers import BERLIN, joint_pain, session
from tests.store.released import diary_file, unpacked


@pytest.fixture
def backup(diary, tmp_path):
    """A backup of a day with one walk; after it, a pain was noted."""
    diary.log([session(30)])
    kept = diary.upkeep.backup(tmp_path / "stick")
    diary.log([joint_pain(4)])
    return kept


def names(diary):
    return [entry.name for entry in diary.entries()]


def opened(folder):
    return closing(open_diary(folder, FakeClock(), BERLIN, knowledge=KNOWLEDGE))


def test_the_diary_is_as_it_was_and_the_present_is_kept(diary, backup, folder, clock):
    kept = diary.upkeep.restore(backup).backup
    assert names(diary) == ["Session"]
    assert diary.can_undo().label == "Session"  # its history came with it
    assert kept == folder / "backups" / "before-restore-20261123T110000.db"
    assert not list(folder.glob(".restore-*"))
    clock.advance(minutes=1)
    diary.upkeep.restore(kept)
    assert names(diary) == ["Joint pain", "Session"]
    assert diary.upkeep.check() == []


def test_what_another_program_logs_while_the_present_is_kept_is_kept_with_it(diary, backup, folder, monkeypatch):
    back_up, written = diary._store.back_up, []

    def meanwhile(target):
        kept = back_up(target)
        if not written:
            with opened(folder) as window:
                written.append(window.log([joint_pain(9)]))
        return kept

    monkeypatch.setattr(diary._store, "back_up", meanwhile)
    kept = diary.upkeep.restore(backup).backup
    assert names(diary) == ["Session"]
    diary.upkeep.restore(kept)
    assert names(diary) == ["Joint pain", "Joint pain", "Session"]


def test_where_others_write_without_end_nothing_is_restored(diary, backup, folder, monkeypatch):
    back_up = diary._store.back_up

    def meanwhile(target):
        with opened(folder) as window:
            window.log([joint_pain(9)])
        return back_up(target)

    monkeypatch.setattr(diary._store, "back_up", meanwhile)
    with pytest.raises(DiaryError, match="locked"):
        diary.upkeep.restore(backup)
    assert len(names(diary)) == 7


@pytest.mark.parametrize(("code", "left"), [("disk_full", 0), ("locked", 0), ("disk_failed", 1)])
def test_a_restoring_that_is_refused_leaves_no_second_copy_of_a_whole_diary(
    diary, backup, folder, monkeypatch, code, left
):
    def refuse(_target, _source):
        raise DiaryError(code, path="diary.db")

    monkeypatch.setattr(restoring, "take_over", refuse)
    with pytest.raises(DiaryError, match=code):
        diary.upkeep.restore(backup)
    assert len(list((folder / "backups").glob("before-restore-*"))) == left
    assert names(diary) == ["Joint pain", "Session"]


def test_twice_within_one_second_the_first_present_is_still_there(diary, backup):
    first, second = (diary.upkeep.restore(backup).backup for _ in range(2))
    assert (first.name, second.name) == ("before-restore-20261123T110000.db", "before-restore-20261123T110000-2.db")
    diary.upkeep.restore(first)
    assert names(diary) == ["Joint pain", "Session"]


def test_a_window_that_is_open_sees_it(diary, backup, folder):
    with opened(folder) as window:
        assert len(window.entries()) == 2
        done = restore_diary(folder, backup, FakeClock())
        assert (done.backup.parent, done.aside) == (folder / "backups", None)
        assert window.changed_elsewhere()
        assert names(window) == ["Session"]
        window.log([joint_pain(1)])
        assert names(window) == ["Joint pain", "Session"]
        assert window.upkeep.check() == []


def test_into_an_empty_folder_it_is_simply_put(backup, tmp_path):
    done = restore_diary(tmp_path / "new", backup, FakeClock())
    assert done == (None, None)
    with opened(tmp_path / "new") as diary:
        assert names(diary) == ["Session"]
    if os.name != "nt":
        assert (tmp_path / "new" / "diary.db").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["diary.db", "diary.lock"]


def cut(path):
    path.write_bytes(path.read_bytes()[:9_000])


def scribbled(path):
    whole = bytearray(path.read_bytes())
    whole[4096 * 3 : 4096 * 20] = bytes(4096 * 17)
    path.write_bytes(whole)


def scratched(path):
    """A few bytes in a table fell over: it opens, and only a thorough look finds them."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("select rootpage from sqlite_master where name = 'sessions_by_date'").fetchone()
    whole = bytearray(path.read_bytes())
    whole[4096 * page - 40 : 4096 * page] = b"x" * 40
    path.write_bytes(whole)


def another(path):
    path.write_text("a shopping list, and no diary at all")


def newer(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 999")


@pytest.mark.parametrize("spoil", [cut, scribbled, another, newer])
def test_a_diary_that_cannot_be_read_is_put_aside_whole_as_it_is(diary, backup, folder, spoil):
    diary.close()
    spoil(folder / "diary.db")
    spoiled = (folder / "diary.db").read_bytes()
    (folder / "diary.db-shm").write_bytes(b"left behind")
    done = restore_diary(folder, backup, FakeClock())
    assert done.backup is None
    assert done.aside == folder / "diary-put-aside-20261123T110000.db"
    assert done.aside.stat().st_size == len(spoiled)
    with opened(folder) as restored:
        assert names(restored) == ["Session"]
        assert restored.upkeep.check() == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (cut, "restore_damaged"),
        (scribbled, "restore_damaged"),
        (scratched, "restore_damaged"),
        (another, "not_a_diary"),
        (newer, "newer_file"),
    ],
)
def test_a_backup_that_cannot_be_trusted_changes_nothing(diary, backup, folder, spoil, code):
    spoil(backup)
    with pytest.raises(DiaryError) as refusal:
        diary.upkeep.restore(backup)
    assert refusal.value.code == code
    with pytest.raises(DiaryError) as refusal:
        restore_diary(folder, backup, FakeClock())
    assert refusal.value.code == code
    assert names(diary) == ["Joint pain", "Session"]
    assert not list(folder.glob(".restore-*"))
    assert not (folder / "backups").exists()


def test_what_is_no_backup_is_refused(diary, backup, folder, tmp_path):
    (tmp_path / "empty.db").touch()
    (tmp_path / "byte.db").write_bytes(b"x")  # which SQLite takes for an empty file
    for file, code in (
        (tmp_path / "none.db", "no_such_file"),
        (tmp_path, "not_a_file"),
        (folder / "diary.db", "same_file"),
        (tmp_path / "empty.db", "not_a_diary"),
        (tmp_path / "byte.db", "not_a_diary"),
    ):
        with pytest.raises(DiaryError, match=code):
            diary.upkeep.restore(file)
    assert names(diary) == ["Joint pain", "Session"]


def test_a_diary_of_another_computer_with_its_journal_is_taken_whole(diary, backup, folder, tmp_path):
    with opened(tmp_path / "other") as other:
        other.log([joint_pain(9)])
        assert (tmp_path / "other" / "diary.db-wal").stat().st_size
        diary.upkeep.restore(tmp_path / "other" / "diary.db")
    assert [entry.score for entry in diary.entries()] == [9]


def test_a_backup_of_an_older_program_is_brought_up_to_date(diary, folder, tmp_path):
    old = unpacked(diary_file(1), tmp_path / "old.db")
    before = old.read_bytes()
    diary.upkeep.restore(old)
    assert diary.entries()
    assert diary.upkeep.check() == []
    assert diary.plans.versions() == []  # a table that came later
    assert old.read_bytes() == before


def test_while_another_program_writes_it_is_not_brought_back(diary, backup, folder, monkeypatch):
    monkeypatch.setattr(restoring, "BUSY_TURNS", 1)
    with closing(sqlite3.connect(folder / "diary.db", isolation_level=None)) as busy:
        busy.execute("begin immediate")
        with pytest.raises(DiaryError, match="locked"):
            restore_diary(folder, backup, FakeClock(datetime(2026, 11, 23, 11, tzinfo=UTC)))
        busy.execute("rollback")
    assert names(diary) == ["Joint pain", "Session"]


def test_the_backups_there_are_are_listed_with_what_they_hold(diary, folder, backup, tmp_path):
    diary.upkeep.backup()
    (kept,) = diary.upkeep.backups()
    assert (kept.path.parent, kept.held, kept.goes) == (folder / "backups", {"entries": 2}, {})
    diary.set_setting("backup_dir", str(tmp_path / "stick"))
    assert {kept.path.parent for kept in diary.upkeep.backups()} == {folder / "backups", tmp_path / "stick"}
    assert diary.upkeep.backup_at(backup).goes == {"entries": 1}
    (tmp_path / "x.db").write_bytes(b"nothing of the kind")
    with pytest.raises(DiaryError, match="restore_damaged"):
        diary.upkeep.backup_at(tmp_path / "x.db")


def test_a_diary_that_cannot_be_opened_knows_its_backups(diary, folder, backup, clock):
    daily = diary.upkeep.backup()
    diary.close()
    (folder / "diary.db").write_bytes(b"scribbled over" * 900)
    shut = Shut(folder, clock)
    (kept,) = shut.backups()
    assert (kept.path, kept.held, kept.compared) == (daily, {"entries": 2}, False)
    assert shut.backup_at(backup).held == {"entries": 1}
    assert shut.restore(daily).aside is not None
    with opened(folder) as again:
        assert sorted(names(again)) == ["Joint pain", "Session"]


def test_a_backup_counts_whatever_there_is_and_not_entries_alone(diary, tmp_path):
    empty = diary.upkeep.backup(tmp_path / "empty")
    for site, score in ((Site.TOTAL_HIP, -2.1), (Site.FEMORAL_NECK, -2.4), (Site.LUMBAR_SPINE, -1.9)):
        diary.bones.add_scan(Scan(date=diary.today(), site=site, t_score=score))
    diary.visits.add(Appointment(date=diary.today() + timedelta(days=9), whom="Dr Meyer"))  # with its reminder
    diary.visits.ask("Is walking enough?")
    diary.visits.ask("And swimming?")
    diary.visits.delete(diary.visits.questions()[0].id)
    diary.person.set_facts({"weight_kg": "61"})
    full = diary.upkeep.backup_at(diary.upkeep.backup(tmp_path / "full"))
    assert full.held == {"scans": 3, "plans": 1, "appointments": 1, "questions": 1, "facts": 1}
    assert (full.last, full.goes, full.comes) == (None, {}, {})
    assert diary.upkeep.backup_at(empty).goes == {"scans": 3, "plans": 1, "appointments": 1, "questions": 1}
