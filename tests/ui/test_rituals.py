"""The morning of a tablet for bone in the window: how to take it, the timer, breakfast, and what the system says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.wishes import Wish
from bonecoach.ui.laid_out import laid_out
from bonecoach.ui.medicines.page import MedicinesPage
from bonecoach.ui.medicines.standing import Standing
from tests.pictures.window import settle, untouched, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def alendronate(diary, clock):
    """Planned for seven on Sundays; it is seven."""
    plan = diary.plans.add_medicine("alendronate", Schedule(SUNDAY, Unit.WEEK, times=(time(7),)), interval="week")
    clock.stand_at(datetime(2026, 11, 22, 6, 0, tzinfo=UTC))
    diary.reminders.settle()
    return plan


@pytest.fixture
def standing(qtbot, writing_desk, alendronate):
    class Window(QWidget):
        asks_why = Signal(object)

        def put_above(self, widget):
            QVBoxLayout(self).addWidget(widget)

    window = Window()
    qtbot.addWidget(window)
    standing = Standing(writing_desk, window)
    standing.start()
    yield standing
    standing.stop()


@pytest.fixture
def take(diary, alendronate, standing):
    def take_it():
        step = diary.reminders.answer(f"{alendronate.id}:{SUNDAY}:07:00", State.DONE)
        standing.step_done(step)
        QApplication.processEvents()

    return take_it


def test_while_its_reminder_waits_it_says_how_to_take_it(standing):
    assert not standing.place.isHidden()
    assert standing.ritual.title.text() == "Alendronate 70 mg"
    assert "full glass of plain water" in standing.ritual.says.text()
    assert standing.ritual.hide_button.isHidden()


def test_taken_the_timer_runs_and_tells_when_breakfast_is_fine(qtbot, clock, standing, take):
    take()
    bar = standing.ritual
    assert (bar.title.text(), bar.left.text()) == ("Alendronate 70 mg, taken at 07:00", "30 min")
    assert bar.says.text() == "Stay upright, with nothing else to eat, drink or take, until 07:30."
    assert bar.hide_button.isHidden()  # nothing puts it away while she has to wait
    assert 0 < standing.timer.interval() <= 60_000
    clock.advance(minutes=12)
    standing.look_again()
    assert bar.left.text() == "18 min"
    clock.advance(minutes=18)
    with qtbot.waitSignal(standing.tells) as told:
        standing.look_again()
    assert told.args[1:] == ["Your 07:00 timer is over", ""]
    assert bar.accessibleName().startswith("Alendronate 70 mg, taken at 07:00. Breakfast is fine now.")
    assert bar.left.isHidden()


def test_it_is_told_once_and_named_where_she_allows_it(qtbot, diary, clock, standing, take):
    diary.reminders.wishes.choose(Wish.HEALTH_WORDS, on=True)
    take()
    clock.advance(minutes=31)
    with qtbot.waitSignal(standing.tells) as told:
        standing.look_again()
    assert told.args[1:] == ["Alendronate 70 mg: breakfast is fine now", "Calcium is fine from 11:00 on."]
    with qtbot.assertNotEmitted(standing.tells):
        standing.look_again()


def test_started_again_in_between_the_bar_goes_on(qtbot, writing_desk, clock, standing, take):
    take()
    clock.advance(minutes=20)
    again = Standing(writing_desk, standing._window)
    again.look_again()
    assert again.ritual.left.text() == "10 min"
    clock.advance(minutes=40)
    late = Standing(writing_desk, standing._window)
    with qtbot.assertNotEmitted(late.tells):  # it was over before: the bar says so, and nothing rings
        late.look_again()
    assert "Breakfast is fine now." in late.ritual.says.text()
    again.stop()
    late.stop()


def test_once_breakfast_is_fine_she_can_put_it_away_for_good(writing_desk, clock, standing, take):
    take()
    clock.advance(minutes=30)
    standing.look_again()
    standing.ritual.hide_button.click()
    assert standing.place.isHidden()
    standing.look_again()
    assert standing.place.isHidden()
    again = Standing(writing_desk, standing._window)
    again.look_again()
    assert again.place.isHidden()
    again.stop()


def test_four_hours_later_it_goes_by_itself(clock, standing, take):
    take()
    clock.advance(hours=4)
    standing.look_again()
    assert standing.place.isHidden()


def test_taken_back_it_asks_again_how_to_take_it(diary, standing, take):
    take()
    diary.undo()
    standing.look_again()
    assert standing.ritual.title.text() == "Alendronate 70 mg"


def test_the_page_says_until_when_beside_the_dose(opened, take):
    take()
    row = opened(MedicinesPage).today.rows[0]
    assert row.how.text() == "Upright until 07:30, calcium from 11:00"


def test_a_waiting_letrozole_says_nothing_here(qtbot, diary, clock, standing, take):
    take()
    clock.advance(hours=5)
    diary.plans.add_medicine("letrozole", Schedule(SUNDAY, times=(time(12, 30),)))
    clock.advance(hours=1)
    diary.reminders.settle()
    assert len(diary.reminders.wanted()) == 1
    standing.look_again()
    assert standing.place.isHidden()


def test_put_away_when_nothing_runs_any_more_does_no_harm(diary, standing):
    standing.ritual._put_away()
    assert standing.ritual.isHidden()


def test_a_tablet_without_a_reminder_has_its_bar_too(tmp_path):
    with window(tmp_path / "diary", untouched) as program:
        program.diary.log_text("walk 30")
        settle()
        assert program.unasked.standing is None
        program.diary.log_text("took alendronate")
        settle()
        assert program.unasked.standing.ritual.left.text() == "30 min"
        program.unasked.standing.tells.emit(
            "ritual:x", "Your 18:30 timer is over", ""
        )  # nobody told her of reminders: no notice
        program.look_again()
        assert laid_out(program.window.above.column)[0] is program.unasked.standing.place


def test_the_system_tells_where_reminders_are_told(tmp_path, monkeypatch):
    with window(tmp_path / "diary", untouched) as program:
        program.diary.plans.add_medicine("alendronate", Schedule(SUNDAY, Unit.WEEK, times=(time(7),)))
        settle()
        shown = []
        monkeypatch.setattr(program.unasked.reminding.notifier, "show", lambda *said, **how: shown.append(said))
        program.unasked.standing.tells.emit("ritual:x", "Your 07:00 timer is over", "")
        assert shown == [("ritual:x", "Your 07:00 timer is over", "", ())]
