"""The window's backups: in a thread of their own, quietly once a day, and with a word when she asks."""

from __future__ import annotations

import gc
from threading import Event, get_ident

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.ui.backing_up import BackingUp
from bonecoach.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window:
    """A window that keeps what it was told."""

    def __init__(self):
        self.told = []

    def tell(self, sentence):
        self.told.append(sentence)


@pytest.fixture
def upkeep(diary):
    return diary.upkeep


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def backing_up(qapp, writing_desk, window):
    made = BackingUp(writing_desk, window)
    yield made
    made.stop()


def is_done(backing_up):
    return lambda: not backing_up.runs


def test_a_day_without_a_backup_gets_one_after_its_first_change_and_without_a_word(qtbot, upkeep, window, backing_up):
    assert upkeep.backup_due()
    backing_up.step_done()
    qtbot.waitUntil(lambda: not upkeep.backup_due())
    qtbot.waitUntil(is_done(backing_up))
    assert [kept.kind for kept in upkeep.backups()] == ["diary"]
    backing_up.step_done()
    assert not backing_up.runs
    assert window.told == []


def test_one_that_is_asked_for_says_where_it_stands_or_why_there_is_none(
    qtbot, upkeep, window, backing_up, monkeypatch
):
    backing_up.back_up()
    qtbot.waitUntil(is_done(backing_up))
    (kept,) = upkeep.backups()
    assert (window.told, kept.kind) == ([f"Backed up: {kept.path}"], "bonecoach")
    assert upkeep.backup_due()  # the day's own comes all the same

    def refuse():
        raise DiaryError("backup_failed", path="/nowhere")

    monkeypatch.setattr(upkeep, "backup_job", lambda **_: refuse)
    backing_up.back_up()
    qtbot.waitUntil(is_done(backing_up))
    assert "/nowhere" in window.told[1]


class Slow:
    """A backup that takes as long as it is let."""

    def __init__(self, upkeep):
        self.job, self.go, self.threads = upkeep.backup_job(), Event(), []

    def __call__(self):
        self.threads.append(get_ident())
        assert self.go.wait(20)
        return self.job()


@pytest.fixture
def slow(upkeep, monkeypatch):
    made = Slow(upkeep)
    monkeypatch.setattr(upkeep, "backup_job", lambda **_: made)
    yield made
    made.go.set()


def test_the_window_and_the_diary_go_on_while_one_is_written(qtbot, diary, window, backing_up, slow):
    backing_up.back_up()
    qtbot.waitUntil(lambda: slow.threads != [])
    assert slow.threads != [get_ident()]
    diary.log_text("walk 30")  # what is logged meanwhile is kept
    assert window.told == []
    slow.go.set()
    qtbot.waitUntil(is_done(backing_up))
    assert window.told[0].startswith("Backed up: ")
    assert len(diary.entries()) == 1


def test_asked_for_while_one_is_written_another_follows_and_only_that_is_told(qtbot, window, backing_up, slow):
    backing_up.step_done()
    qtbot.waitUntil(lambda: len(slow.threads) == 1)
    backing_up.back_up()
    slow.go.set()
    qtbot.waitUntil(lambda: window.told != [])
    assert len(slow.threads) == 2
    assert len(window.told) == 1
    assert not backing_up.runs


def test_the_program_ends_when_the_one_that_is_written_is_whole(qtbot, upkeep, backing_up, slow):
    backing_up.back_up()
    qtbot.waitUntil(lambda: slow.threads != [])
    slow.go.set()
    backing_up.stop()
    assert [file.suffix for file in upkeep.backup_folder.iterdir()] == [".db"]


def test_a_quiet_one_that_fails_is_said_once_a_day_and_later(qtbot, window, backing_up, upkeep, monkeypatch):
    later = []
    monkeypatch.setattr("bonecoach.ui.backing_up.QTimer.singleShot", lambda ms, _, act: later.append((ms, act)))

    def refuse():
        raise DiaryError("backup_no_room", path="/nowhere")

    monkeypatch.setattr(upkeep, "backup_job", lambda **_: refuse)
    for _ in range(2):
        backing_up.step_done()
        _, begin = later.pop()
        begin()
        qtbot.waitUntil(is_done(backing_up))
        if later:
            later.pop()[1]()
    assert len(window.told) == 1


def test_nothing_is_collected_while_work_runs_elsewhere(qtbot, backing_up, slow):
    assert gc.isenabled()
    go = Event()
    other = Work(lambda _: go.wait(20))
    other.begin()
    backing_up.back_up()
    qtbot.waitUntil(lambda: slow.threads != [])
    slow.go.set()
    qtbot.waitUntil(is_done(backing_up))
    assert not gc.isenabled()
    with qtbot.waitSignal(other.done):
        go.set()
    assert gc.isenabled()
