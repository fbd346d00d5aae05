"""The alarm rings at the due instant and at every heartbeat, whatever happens to clock, computer and diary."""

from __future__ import annotations

import gc
import logging
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from bonecoach.clock import SystemClock
from bonecoach.desktop.alarm import HEARTBEAT, MOST_AT_ONCE, Alarm
from tests.clocks import FakeClock


class Diary:
    """What the alarm asks: settles what is due by the clock, and knows when the next is."""

    def __init__(self, clock):
        self.clock = clock
        self.times = []
        self.told = []
        self.asked = 0
        self.also = lambda: None

    def settle(self):
        self.asked += 1
        now = self.clock.now()
        self.told += [due for due in self.times if due <= now]
        self.times = [due for due in self.times if due > now]
        self.also()
        return min(self.times, default=None)


@pytest.fixture
def clock(monkeypatch):
    """One clock for the story and for APScheduler, which would ask the computer's; advanced alone, it is put."""
    story = FakeClock()
    story.seconds = 0.0
    monkeypatch.setattr("bonecoach.desktop.alarm.monotonic", lambda: story.seconds)

    class Told(datetime):
        @classmethod
        def now(cls, tz=None):
            return story.now().astimezone(tz)

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Told)
    return story


@pytest.fixture
def diary(clock):
    return Diary(clock)


@pytest.fixture
def alarm(qapp, clock, diary):
    alarm = Alarm(diary.settle, clock.now)
    yield alarm
    alarm.stop()


def timer_of(alarm):
    (timer,) = alarm.findChildren(QTimer)
    return timer


def time_passes(alarm, clock=None, seconds=0.0):
    """What was planned is heeded; the seconds pass; then the timer's time is up, whatever the clock says then."""
    if clock is not None:
        clock.advance(seconds=seconds)
        clock.seconds += seconds
    QCoreApplication.processEvents()
    timer_of(alarm).timeout.emit()
    QCoreApplication.processEvents()


def waits(alarm):
    """Seconds the timer was set for."""
    QCoreApplication.processEvents()
    return timer_of(alarm).interval() / 1000 if timer_of(alarm).isActive() else None


def test_what_became_due_while_the_program_was_closed_is_settled_at_its_start(alarm, clock, diary):
    diary.times = [clock.now() - timedelta(hours=1)]
    alarm.start()
    assert len(diary.told) == 1


def test_the_timer_is_set_for_the_due_instant_and_rings_once(alarm, clock, diary):
    diary.times = [clock.now() + timedelta(seconds=8), clock.now() + timedelta(hours=8)]
    alarm.start()
    assert waits(alarm) == 8

    time_passes(alarm, clock, 8)
    time_passes(alarm)

    assert len(diary.told) == 1
    assert waits(alarm) == 17  # until the heartbeat


def test_with_nothing_due_there_is_only_the_heartbeat(alarm, clock, diary):
    alarm.start()
    for asked in (1, 2, 3):
        assert diary.asked == asked
        assert waits(alarm) == HEARTBEAT.total_seconds()
        time_passes(alarm, clock, 25)


def test_an_hour_of_nothing_wakes_the_computer_seldom(alarm, clock, diary):
    alarm.start()
    diary.times = [clock.now() + timedelta(minutes=minutes) for minutes in (10, 20, 30)]
    end, woken = clock.now() + timedelta(hours=1), 0
    while clock.now() < end:
        time_passes(alarm, clock, waits(alarm))
        woken += 1
    assert len(diary.told) == 3
    assert woken / 60 < 3


def test_eight_hours_of_sleep_are_noticed_by_the_next_heartbeat(alarm, clock, diary):
    diary.times = [clock.now() + timedelta(hours=hours) for hours in (1, 2, 9)]
    alarm.start()
    assert waits(alarm) == 25

    clock.advance(hours=8)
    time_passes(alarm)

    assert len(diary.told) == 2
    assert diary.asked == 2
    assert waits(alarm) == 25


def test_a_clock_put_back_by_two_hours_does_not_stop_the_heartbeat(alarm, clock, diary):
    alarm.start()
    clock.advance(hours=-2)
    diary.times = [clock.now() + timedelta(seconds=40)]
    time_passes(alarm)
    assert diary.asked == 2
    assert waits(alarm) == 25

    time_passes(alarm, clock, 25)
    assert waits(alarm) == 15

    time_passes(alarm, clock, 15)
    assert len(diary.told) == 1


def test_a_clock_that_stood_in_another_decade_is_not_counted_beat_by_beat(alarm, clock, diary):
    """Sixty million missed heartbeats would hold the window for minutes."""
    clock.stand_at(datetime(1980, 1, 1, tzinfo=UTC))
    alarm.start()
    clock.stand_at(datetime(2026, 11, 23, 11, 0, tzinfo=UTC))
    time_passes(alarm)
    assert diary.asked == 2


def test_a_change_in_the_diary_is_planned_at_once(alarm, clock, diary):
    diary.times = [clock.now() + timedelta(seconds=20)]
    alarm.start()
    diary.times = [clock.now() + timedelta(seconds=3)]
    alarm.look_again()
    assert waits(alarm) == 3

    diary.times = []
    alarm.look_again()
    assert waits(alarm) == 25


def test_settling_that_fails_is_tried_again_and_its_words_are_not_logged(alarm, clock, diary, caplog):
    alarm.start()

    def full():
        raise OSError("disk full of letrozole")

    diary.also = full
    with caplog.at_level(logging.WARNING):
        time_passes(alarm, clock, 25)
    (record,) = caplog.records
    assert record.exc_info[0] is OSError
    assert "letrozole" not in record.getMessage()

    diary.also = lambda: None
    diary.times = [clock.now() + timedelta(seconds=24)]
    time_passes(alarm, clock, 25)
    assert len(diary.told) == 1


def test_an_instant_that_stays_due_does_not_spin(alarm, clock, diary):
    alarm._settle = clock.now
    alarm.start()
    time_passes(alarm)
    assert waits(alarm) == 25


def test_what_comes_due_while_another_is_settled_does_not_wait_for_the_heartbeat(alarm, clock, diary):
    alarm.start()
    diary.times = [clock.now() + timedelta(seconds=seconds) for seconds in (5, 6, 7)]
    alarm.look_again()

    def takes_its_time():
        clock.advance(seconds=1.2)
        clock.seconds += 1.2

    diary.also = takes_its_time
    time_passes(alarm, clock, 5)
    assert len(diary.told) == 3
    assert 16 < waits(alarm) < 17  # until the heartbeat


def test_settling_that_never_catches_up_lets_the_window_do_something_else(alarm, clock, diary):
    alarm.start()
    asked = diary.asked

    def later_still():
        due = clock.now() + timedelta(seconds=1)
        clock.advance(seconds=2)
        clock.seconds += 2
        diary.times = [due]

    diary.also = later_still
    time_passes(alarm, clock, 25)
    assert diary.asked - asked == 1 + MOST_AT_ONCE


def test_settling_that_changes_the_diary_is_asked_once_more_and_no_further(alarm, diary):
    diary.also = alarm.look_again  # as when the diary announces what settling wrote
    alarm.start()
    assert diary.asked == 2


def test_a_window_that_asks_something_while_it_settles_is_not_settled_twice(alarm, clock, diary):
    alarm.start()

    def ask():
        diary.also = lambda: None
        time_passes(alarm, clock, 300)
        assert diary.asked == 2

    diary.also = ask
    time_passes(alarm, clock, 25)
    assert diary.asked == 3  # the heartbeat of the five minutes that were spent on the answer
    assert waits(alarm) is not None


@pytest.mark.parametrize("when", ["at the start", "at a heartbeat", "when the clock was put"])
def test_settling_may_end_the_program(alarm, clock, diary, when):
    if when != "at the start":
        alarm.start()
    diary.also = alarm.stop
    if when == "at the start":
        alarm.start()
    else:
        clock.advance(hours=0 if when == "at a heartbeat" else 3)
        time_passes(alarm, clock, 25)
    assert waits(alarm) is None


def test_stopped_it_rings_no_more(alarm, clock, diary):
    diary.times = [clock.now() + timedelta(seconds=1)]
    alarm.start()
    alarm.stop()
    alarm.stop()
    clock.advance(seconds=30)
    alarm.look_again()
    time_passes(alarm)
    assert diary.asked == 1
    assert waits(alarm) is None


def all_schedulers():
    """Every scheduler that is still in memory; one that a test stopped from within its own job lies there a while."""
    gc.collect()
    return [one for one in gc.get_objects() if type(one).__name__ == "Scheduler"]


def test_fifty_starts_leave_no_timer_and_no_thread(qapp, clock, diary):
    family = QObject()
    threads = threading.active_count()
    of_other_tests = {id(one) for one in all_schedulers()}
    for _ in range(50):
        alarm = Alarm(diary.settle, clock.now, family)
        alarm.start()
        assert waits(alarm) is not None
        alarm.stop()
        alarm.start()
        alarm.stop()
        QCoreApplication.processEvents()
    assert threading.active_count() == threads
    assert not [timer for timer in family.findChildren(QTimer) if timer.isActive()]
    assert len(family.findChildren(QTimer)) == 50

    assert not [one for one in all_schedulers() if one.running and id(one) not in of_other_tests]


def test_another_thread_may_wake_it(alarm, clock, diary, qtbot):
    alarm.start()
    waits(alarm)
    turned = threading.Event()
    diary.also = lambda: turned.set() if threading.current_thread() is threading.main_thread() else None
    clock.advance(seconds=25)
    thread = threading.Thread(target=alarm._scheduler.wakeup)
    thread.start()
    thread.join()
    qtbot.waitUntil(turned.is_set, timeout=2000)


def test_by_the_real_clock_it_rings_within_a_moment(qapp, qtbot):
    clock = SystemClock()
    diary = Diary(clock)
    rung = []
    diary.also = lambda: rung.append(clock.now())
    alarm = Alarm(diary.settle, clock.now)
    due = clock.now() + timedelta(milliseconds=300)
    diary.times = [due]
    alarm.start()
    qtbot.waitUntil(lambda: bool(diary.told), timeout=5000)
    alarm.stop()
    assert timedelta() <= rung[-1] - due < timedelta(seconds=1)


def test_the_scheduler_is_imported_only_when_it_starts():
    ask = "import sys, bonecoach.desktop.alarm; print([name for name in sys.modules if 'apscheduler' in name])"
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
