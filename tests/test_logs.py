"""The log: where and of which kind, never what anyone said."""

import logging
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bonecoach import logs
from bonecoach.core.errors import DiaryError

SECRET = "breast cancer, letrozole"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "logs"


@pytest.fixture
def kept(folder, monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    log = logs.keep(folder)
    yield lambda: (folder / "bonecoach.log").read_text(encoding="utf-8")
    log.stop()
    assert (sys.excepthook, threading.excepthook) == (sys.__excepthook__, threading.__excepthook__)


def break_something():
    try:
        sqlite3.connect(":memory:").execute(f"select '{SECRET}' from nowhere")
    except sqlite3.Error as error:
        raise DiaryError("damaged", text=SECRET) from error


def broken():
    with pytest.raises(DiaryError) as caught:
        break_something()
    return caught.value


def test_a_fault_is_written_with_its_kind_place_and_cause_and_without_a_word_of_hers(kept):
    logs.fault(broken())
    written = kept()
    assert "ERROR bonecoach logs:" in written
    assert "  DiaryError damaged\n" in written
    assert "tests.test_logs:" in written
    assert "break_something" in written
    assert "  OperationalError SQLITE_ERROR\n" in written
    assert "cancer" not in written


def test_a_warning_of_a_library_is_written_without_its_words(kept):
    logging.getLogger("apscheduler").warning("Job %s was missed", SECRET)
    logging.getLogger("apscheduler").warning(f"Job {SECRET} was missed")
    logging.getLogger("apscheduler").info("quiet")
    assert kept().count("WARNING apscheduler test_logs:") == 2
    assert "letrozole" not in kept()


def test_what_nobody_caught_is_written_and_still_shown(kept, capsys):
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    assert "CRITICAL bonecoach" in kept()
    assert "DiaryError" in capsys.readouterr().err


def test_what_nobody_caught_in_a_thread_is_written(kept):
    threading.excepthook(threading.ExceptHookArgs((ValueError, ValueError(SECRET), None, None)))
    assert "  ValueError\n" in kept()
    before = kept()
    threading.excepthook(threading.ExceptHookArgs((SystemExit, None, None, None)))
    assert kept() == before


def test_stopping_by_hand_is_no_fault(kept, folder, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not folder.exists()


def test_the_log_is_nobody_elses_to_read(kept, folder):
    logs.fault(ValueError())
    assert stat.S_IMODE((folder / "bonecoach.log").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_fault_that_comes_back_for_ever_does_not_fill_the_disk(kept, monkeypatch):
    for _ in range(logs.MOST_RECORDS + 50):
        logs.fault(ValueError())
    assert kept().count("ERROR") == logs.MOST_RECORDS


def test_a_large_log_is_set_aside_and_one_old_one_kept(kept, folder, monkeypatch):
    monkeypatch.setattr(logs, "LARGEST", 10)
    for _ in range(3):
        logs.fault(ValueError())
    assert sorted(path.name for path in folder.iterdir()) == ["bonecoach.log", "bonecoach.old.log"]
    assert kept().count("ERROR") == 1


def test_where_no_log_can_be_kept_the_program_goes_on(tmp_path):
    (tmp_path / "logs").write_text("a file in its place")
    log = logs.keep(tmp_path / "logs")
    logs.fault(ValueError())
    logs.fault(ValueError())
    log.stop()
    assert (tmp_path / "logs").read_text() == "a file in its place"


def test_errors_that_caused_each_other_are_written_once(kept):
    one, other = ValueError(), TypeError()
    one.__cause__, other.__cause__ = other, one
    logs.fault(one)
    assert kept().count("  ValueError") == 1
    assert kept().count("  TypeError") == 1


def test_a_fault_without_an_error_names_its_place_alone(kept):
    logging.getLogger("bonecoach").error("odd")
    assert kept().count("\n") == 1


def test_a_crash_of_the_whole_program_leaves_its_frames(tmp_path):
    code = (
        "from pathlib import Path\n"
        "from bonecoach import logs\n"
        f"logs.keep(Path({str(tmp_path)!r}))\n"
        f"raise ValueError({SECRET!r})\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], capture_output=True)
    written = (tmp_path / "bonecoach.log").read_text()
    assert "ValueError\n    __main__:4 <module>\n" in written
    assert "cancer" not in written
