"""Backups: verified, and thinned with age."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store import backups, open_store
from tests.clocks import NOON_IN_BERLIN as NOON

TODAY = date(2026, 11, 23)


def every_day(back):
    return [TODAY - timedelta(days=n) for n in range(back)]


def test_after_two_years_of_days_seven_four_and_twelve_are_kept():
    keep = backups.kept(every_day(730))
    # 7 days: 17 to 23 November. Weeks of ISO 48 (23 Nov), 47 (22 Nov), 46 (15 Nov), 45 (8 Nov).
    assert set(every_day(7)) <= keep
    assert {date(2026, 11, 15), date(2026, 11, 8)} <= keep
    # Months: November's newest is today, then the last day of each of the eleven before.
    assert {date(2026, 10, 31), date(2026, 9, 30), date(2025, 12, 31)} <= keep
    assert date(2025, 11, 30) not in keep
    # 7 days + 2 more weeks + 11 more months.
    assert len(keep) == 20


def test_after_a_pause_of_months_the_old_ones_stay():
    assert backups.kept([date(2026, 1, 5), date(2026, 3, 9)]) == {date(2026, 1, 5), date(2026, 3, 9)}


@given(st.sets(st.dates(date(2020, 1, 1), date(2027, 1, 1)), max_size=60))
def test_thinning_keeps_the_newest_and_thinning_again_keeps_all(days):
    keep = backups.kept(days)
    assert keep <= days
    assert backups.kept(keep) == keep
    assert set(sorted(days, reverse=True)[:7]) <= keep
    assert len(keep) <= 7 + 4 + 12


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "diary.db", now=NOON)
    store.apply(Step("none_taken", (Change("none_taken", None, {"id": "d", "date": "2026-11-01"}),)), NOON)
    yield store
    store.close()


def test_a_backup_is_a_whole_diary(store, tmp_path):
    target = store.back_up(tmp_path / "elsewhere" / "copy.db")
    copy = open_store(target, now=NOON)
    assert copy.row("none_taken", "d") is not None
    copy.close()
    assert list(target.parent.glob("*.partial")) == []


def test_a_backup_into_an_impossible_place_is_refused_and_the_diary_untouched(store, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    for impossible in (tmp_path / "file" / "copy.db", tmp_path / "pulled out" / "stick" / "copy.db"):
        with pytest.raises(DiaryError, match="backup_failed"):
            store.back_up(impossible)
    assert not (tmp_path / "pulled out").exists()
    assert store.row("none_taken", "d") is not None


def test_a_backup_on_a_full_disk_leaves_nothing_and_says_so(store, tmp_path, monkeypatch):
    def full(connection, partial):
        partial.touch()
        partial.with_name(f"{partial.name}-journal").touch()  # which SQLite does not clear away then
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "_copied", full)
    with pytest.raises(DiaryError, match="backup_no_room"):
        store.back_up(tmp_path / "backups" / "copy.db")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_backup_is_written_beside_the_work_by_another_thread(store, tmp_path):
    with ThreadPoolExecutor(1) as beside:
        copying = beside.submit(store.back_up, tmp_path / "copy.db")
        store.apply(Step("none_taken", (Change("none_taken", None, {"id": "e", "date": "2026-11-02"}),)), NOON)
        assert copying.result(timeout=30).exists()
    assert store.row("none_taken", "e") is not None


def test_a_copy_that_is_damaged_never_gets_its_name(store, tmp_path, monkeypatch):
    def damaged(path):
        raise DiaryError("backup_damaged", path=str(path))

    monkeypatch.setattr(backups, "verify", damaged)
    with pytest.raises(DiaryError, match="backup_damaged"):
        store.back_up(tmp_path / "copy.db")
    assert list(tmp_path.glob("copy.db*")) == []


def test_two_programs_that_back_up_at_once_both_write_a_whole_copy(store, tmp_path, monkeypatch):
    target, verify, begun = tmp_path / "backups" / "diary-2026-11-23.db", backups.verify, []

    def meanwhile(path):
        if not begun:  # the other one begins and ends while this one is looked through
            begun.append(path)
            store.back_up(target)
        verify(path)

    monkeypatch.setattr(backups, "verify", meanwhile)
    assert store.back_up(target) == target
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_strangers_file_is_no_backup(tmp_path):
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("pragma application_id = 7")
    other.execute("create table t (a)")
    other.commit()
    other.close()
    with pytest.raises(DiaryError, match="backup_damaged"):
        backups.verify(path)


def test_thinning_leaves_other_peoples_files_alone(tmp_path):
    for day in every_day(60):
        backups.daily_file(tmp_path, day).touch()
    for name in ("diary-of-my-cat.db", "before-migration-1.db", "holiday.jpg"):
        (tmp_path / name).touch()
    backups.thin(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert {"diary-of-my-cat.db", "before-migration-1.db", "holiday.jpg"} <= left
    assert len(left) == 3 + len(backups.kept(every_day(60)))
