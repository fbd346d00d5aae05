"""Opening a diary, in good luck and bad."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store import lock, open_store
from bonecoach.store.faults import code_of, told_plainly
from bonecoach.store.migrations import APPLICATION_ID, NEWEST, SCRIPTS
from tests.clocks import NOON_IN_BERLIN as NOON


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "diary.db"


def refusal(path):
    with pytest.raises(DiaryError) as refused:
        open_store(path, now=NOON)
    return refused.value.code


def mark(day="2026-11-20"):
    return Step("none_taken", (Change("none_taken", None, {"id": day, "date": day}),))


def test_a_new_diary_is_made_with_its_folder_and_is_nobody_elses_to_read(path):
    open_store(path, now=NOON).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_diary_says_what_it_is_and_syncs_what_it_writes(path):
    store = open_store(path, now=NOON)
    asked = {p: store._connection.execute(f"pragma {p}").fetchone()[0] for p in ("application_id", "user_version")}
    assert asked == {"application_id": APPLICATION_ID, "user_version": NEWEST}
    assert store._connection.execute("pragma journal_mode").fetchone()[0] == "wal"
    assert store._connection.execute("pragma synchronous").fetchone()[0] == 2  # FULL
    store.close()


def test_opening_again_needs_no_sqlite_utils(path):
    open_store(path, now=NOON).close()
    code = (
        "import sys, datetime, pathlib\n"
        "from bonecoach.store import open_store\n"
        f"open_store(pathlib.Path({str(path)!r}), now=datetime.datetime.now(datetime.UTC))\n"
        "assert 'sqlite_utils' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_a_folder_in_its_place_is_refused(tmp_path):
    assert refusal(tmp_path) == "is_a_folder"


def test_a_strangers_database_is_refused_and_left_alone(path):
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("create table recipes (name text)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert refusal(path) == "not_a_diary"
    assert path.read_bytes() == before


def test_text_in_its_place_is_refused_and_left_alone(path):
    path.parent.mkdir()
    path.write_text("Dear diary, " * 500)
    assert refusal(path) == "not_a_diary"
    assert path.read_text().startswith("Dear diary, ")


def test_a_diary_of_a_newer_program_is_refused(path):
    store = open_store(path, now=NOON)
    store._connection.execute(f"pragma user_version = {NEWEST + 1}")
    store.close()
    assert refusal(path) == "newer_file"


@pytest.mark.parametrize("left", [0.99, 0.5, 0.1, 0.001])
def test_a_diary_whose_end_is_missing_is_refused_and_left_alone(path, left):
    store = open_store(path, now=NOON)
    store.apply(mark(), NOON)
    store.close()
    whole = path.read_bytes()
    rest = whole[: int(len(whole) * left)]
    path.write_bytes(rest)
    assert refusal(path) == "damaged"
    assert path.read_bytes() == rest


def test_a_diary_of_the_largest_pages_is_whole_too(path):
    store = open_store(path, now=NOON)
    store._connection.execute("pragma journal_mode = delete")
    store._connection.execute("pragma page_size = 65536")
    store._connection.execute("vacuum")
    store.close()
    assert path.stat().st_size % 65536 == 0
    open_store(path, now=NOON).close()


def test_a_diary_written_by_a_program_that_keeps_no_page_count_is_opened(path):
    open_store(path, now=NOON).close()
    whole = bytearray(path.read_bytes())
    whole[92:96] = b"\0\0\0\0"  # the page count in the header holds for another change: it says nothing
    path.write_bytes(whole)
    open_store(path, now=NOON).close()


def test_what_is_missing_may_stand_in_the_journal_of_a_program_that_was_killed(path):
    killed = open_store(path, now=NOON)
    killed.apply(mark(), NOON)
    wal = path.with_name("diary.db-wal")
    copy = path.parent / "copy" / "diary.db"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    copy.with_name("diary.db-wal").write_bytes(wal.read_bytes())
    with closing(open_store(copy, now=NOON)) as store:
        assert store.row("none_taken", "2026-11-20") is not None
    killed.close()


@pytest.mark.parametrize("left", [b"", b"x"])  # SQLite takes a file of one byte for an empty one
def test_a_diary_that_was_emptied_is_not_silently_begun_anew(path, left):
    store = open_store(path, now=NOON)
    store.back_up(path.parent / "backups" / "diary-2026-11-22.db")
    store.close()
    path.write_bytes(left)
    assert refusal(path) == "damaged"
    assert path.read_bytes() == left


def test_an_empty_file_beside_a_journal_was_a_diary(path):
    path.parent.mkdir()
    path.touch()
    path.with_name("diary.db-wal").write_bytes(b"pages")
    assert refusal(path) == "damaged"


def test_an_empty_file_that_never_was_a_diary_becomes_one(path):
    path.parent.mkdir()
    path.touch()
    open_store(path, now=NOON).close()
    assert path.stat().st_size > 0


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "folder").write_text("not a folder")
    assert refusal(tmp_path / "folder" / "diary.db") == "cannot_open"


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="Windows keeps its permissions elsewhere")
@pytest.mark.parametrize(("folder", "file"), [(0o755, 0o444), (0o555, 0o644)], ids=["file", "folder"])
def test_what_may_not_be_written_is_refused_in_one_sentence(tmp_path, folder, file):
    path = tmp_path / "folder" / "diary.db"
    open_store(path, now=NOON).close()
    path.with_suffix(".lock").unlink()
    path.chmod(file)
    path.parent.chmod(folder)
    for parent in path.parents[1:4]:
        parent.chmod(0o755)
    before = path.read_bytes()
    code = (
        "import datetime, os, pathlib, sys\n"
        "from bonecoach.core.errors import DiaryError\n"
        "from bonecoach.store import open_store\n"
        "if os.getuid() == 0: os.setuid(65534)  # for root nothing is read-only\n"
        "try: open_store(pathlib.Path(sys.argv[1]), now=datetime.datetime.now(datetime.UTC))\n"
        "except DiaryError as error: print(error.code)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=Path(__file__).parents[2], capture_output=True, text=True
    )
    path.parent.chmod(0o755)
    assert (said.stdout.strip(), said.stderr) == ("read_only", "")
    assert path.read_bytes() == before


def test_a_read_only_file_is_refused_before_anything_is_asked_of_it(path, monkeypatch):
    open_store(path, now=NOON).close()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert refusal(path) == "read_only"


def test_a_first_start_that_was_killed_is_begun_again(path):
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma user_version = 0")
    connection.close()
    store = open_store(path, now=NOON)
    assert store.facts() == []
    store.close()


def test_the_lock_is_given_back_after_opening(path):
    one, other = open_store(path, now=NOON), open_store(path, now=NOON)
    one.apply(mark(), NOON)
    assert other.row("none_taken", "2026-11-20") is not None
    one.close()
    other.close()


def test_a_lock_is_waited_for(tmp_path, monkeypatch):
    path = tmp_path / "diary.lock"
    first = lock.held(path)
    first.__enter__()
    monkeypatch.setattr(lock.time, "sleep", lambda _: first.__exit__(None, None, None))  # given back meanwhile
    with lock.held(path):
        pass


def test_a_lock_that_is_kept_too_long_is_refused(tmp_path):
    path = tmp_path / "diary.lock"
    with lock.held(path), pytest.raises(DiaryError, match="locked"), lock.held(path, patience=0):
        pass
    with lock.held(path, patience=0):
        pass


def test_a_diary_that_another_program_writes_to_is_refused_in_one_sentence(path, monkeypatch):
    monkeypatch.setattr("bonecoach.store.opening.BUSY_SECONDS", 0.01)
    store = open_store(path, now=NOON)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(DiaryError) as refused:
        store.apply(mark(), NOON)
    assert refused.value.code == "locked"
    other.execute("rollback")
    other.close()
    store.apply(mark(), NOON)
    store.close()


@pytest.fixture
def later(monkeypatch):
    """The program as it will be: with one more migration, of this SQL."""

    def of(sql):
        monkeypatch.setattr("bonecoach.store.migrations.SCRIPTS", (*SCRIPTS, ("a_later_one", sql)))
        monkeypatch.setattr("bonecoach.store.opening.NEWEST", NEWEST + 1)

    return of


def test_a_damaged_diary_is_not_migrated(path, later):
    store = open_store(path, now=NOON)
    for n in range(200):
        store.apply(mark(f"20{n % 90 + 10}-{n // 90 + 1:02}-01"), NOON)
    store.close()
    whole = bytearray(path.read_bytes())
    # Writes over the middle of the pages behind the first: the header and the list of tables stay sound.
    for page in range(2 * 4096, len(whole), 4096):
        whole[page + 100 : page + 4000] = b"\xff" * 3900
    path.write_bytes(whole)
    later("create table later_things (id text primary key not null) strict")
    assert refusal(path) == "damaged"
    assert path.read_bytes() == whole


def test_a_migration_that_leaves_orphans_is_not_kept(path, later):
    open_store(path, now=NOON).close()
    later(
        "create table children (id text primary key not null, parent text references facts (id)) strict;"
        "insert into children values ('c', 'nobody')"
    )
    assert refusal(path) == "damaged"
    with closing(sqlite3.connect(path)) as left:
        assert left.execute("select count(*) from sqlite_master where name = 'children'").fetchone() == (0,)
        assert left.execute("pragma user_version").fetchone() == (NEWEST,)


def test_an_older_diary_is_copied_and_then_brought_up_to_date(path, monkeypatch):
    store = open_store(path, now=NOON)
    store.apply(mark(), NOON)
    store.close()
    later = (*SCRIPTS, ("a_later_one", "create table later_things (id text primary key not null) strict"))
    monkeypatch.setattr("bonecoach.store.migrations.SCRIPTS", later)
    monkeypatch.setattr("bonecoach.store.opening.NEWEST", NEWEST + 1)
    store = open_store(path, now=NOON)
    assert store.row("none_taken", "2026-11-20") is not None
    assert store._connection.execute("select count(*) from later_things").fetchone() == (0,)
    store.close()
    (copy,) = (path.parent / "backups").glob("before-migration-*.db")
    assert sqlite3.connect(copy).execute("select count(*) from none_taken").fetchone() == (1,)


def test_a_migration_that_fails_leaves_the_diary_as_it_was(path, monkeypatch):
    store = open_store(path, now=NOON)
    store.apply(mark(), NOON)
    store.close()
    broken = (*SCRIPTS, ("a_broken_one", "create table fine (id text) strict; create table broken (("))
    monkeypatch.setattr("bonecoach.store.migrations.SCRIPTS", broken)
    monkeypatch.setattr("bonecoach.store.opening.NEWEST", NEWEST + 1)
    with pytest.raises(DiaryError):
        open_store(path, now=NOON)
    monkeypatch.undo()
    store = open_store(path, now=NOON)
    assert store.row("none_taken", "2026-11-20") is not None
    assert store._connection.execute("select count(*) from sqlite_master where name = 'fine'").fetchone() == (0,)
    store.close()


def named(name):
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (named("SQLITE_BUSY_SNAPSHOT"), "locked"),
        (named("SQLITE_FULL"), "disk_full"),
        (named("SQLITE_READONLY_DIRECTORY"), "read_only"),
        (named("SQLITE_READONLY_DBMOVED"), "cannot_open"),
        (named("SQLITE_CORRUPT_INDEX"), "damaged"),
        (named("SQLITE_CANTOPEN_ISDIR"), "cannot_open"),
        (named("SQLITE_IOERR_FSYNC"), "disk_failed"),
        (named("SQLITE_CONSTRAINT_UNIQUE"), "changed_since"),
        (named("SQLITE_CONSTRAINT_CHECK"), "not_done"),
        (sqlite3.InterfaceError("no name at all"), "not_done"),
        (OSError(28, "No space left on device"), "disk_full"),
        (OSError(13, "Permission denied"), "read_only"),
        (OSError(5, "Input/output error"), "disk_failed"),
        (OSError("without a number"), "disk_failed"),
    ],
)
def test_what_sqlite_and_the_disk_refuse_has_a_name(error, code):
    assert code_of(error) == code
    with pytest.raises(DiaryError) as told, told_plainly(Path("diary.db")):
        raise error
    assert told.value.code == code


def disk_with(free):
    def usage(folder):
        if free is None:
            raise OSError(5, "Input/output error")
        return SimpleNamespace(free=free)

    return usage


@pytest.mark.parametrize(("free", "code"), [(0, "disk_full"), (10**9, "disk_failed"), (None, "disk_failed")])
def test_a_disk_that_refuses_to_work_and_has_no_room_is_full(monkeypatch, free, code):
    monkeypatch.setattr("shutil.disk_usage", disk_with(free))
    with pytest.raises(DiaryError, match=code), told_plainly(Path("diary.db")):
        raise named("SQLITE_IOERR_SHMSIZE")


def test_every_refusal_of_a_diary_has_a_sentence():
    from bonecoach.store.faults import _BY_ERRNO, _BY_NAME
    from bonecoach.words import Words

    words = Words("en")
    for code in {"not_done", "disk_failed", "newer_file", "is_a_folder", *dict(_BY_NAME).values(), *_BY_ERRNO.values()}:
        assert f"error.{code}" in words.catalogue


def test_a_mistake_of_ours_is_not_blamed_on_the_disk(path):
    store = open_store(path, now=NOON)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.facts()


def test_a_full_disk_writes_nothing_at_all(path):
    store = open_store(path, now=NOON)
    store.apply(mark("2026-11-19"), NOON)
    pages = store._connection.execute("pragma page_count").fetchone()[0]
    store._connection.execute(f"pragma max_page_count = {pages}")
    long = {"id": "x", "key": "weight_kg", "value": "x" * 200_000, "since": "2026-01-01"}
    with pytest.raises(DiaryError) as refused:
        store.apply(Step("profile", (Change("facts", None, long),)), NOON)
    assert refused.value.code == "disk_full"
    store._connection.execute("pragma max_page_count = 1000000")
    assert store.facts() == []
    assert store.last_step().name == "none_taken"
    store.close()
