"""What the program asks by itself: quietly, one thing at a time, once. It is Saturday, 18:30 in Berlin."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bonecoach.core.entries import Symptom
from bonecoach.core.schedules import Schedule
from bonecoach.desktop import autostart
from bonecoach.diary.wishes import LOGIN_SETTING
from bonecoach.ui.reminders.asks import Asks
from bonecoach.ui.today.page import TodayPage
from tests.makers import BERLIN

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)


class Window(QWidget):
    """Stands for the program's window, with Today open."""

    def __init__(self, page):
        super().__init__()
        self.pages, self.open_page, self.told = {"today": page}, page, []
        self.column = QVBoxLayout(self)
        self.tell = self.told.append

    def put_above(self, widget):
        self.column.insertWidget(0, widget)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The folder where a program that starts with the login is entered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def zone(diary):
    """Where she is; she may fly."""
    here = {"zone": BERLIN}
    diary._ledger._zone = lambda: here["zone"]
    return lambda name: here.update(zone=name)


@pytest.fixture
def window(qtbot, opened):
    made = Window(opened(TodayPage))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asks(window, writing_desk, zone):
    made = Asks(writing_desk, window)
    made.look_again()
    return made


@pytest.fixture
def reminder(diary):
    return diary.plans.add("Calcium", Schedule(SATURDAY, times=(time(20),)))


@pytest.fixture
def asked_about_the_login(diary):
    diary.set_setting(LOGIN_SETTING, "no")


@pytest.fixture
def second_week(diary):
    diary.log_text("2 glasses milk", at=datetime.fromisoformat("2026-11-10T12:00:00+01:00"))


def test_a_new_diary_is_asked_nothing(asks):
    assert asks.above.isHidden()
    assert asks.zone.isHidden()
    assert asks.pain.isHidden()


# -- the login -----------------------------------------------------------------------------------------------------


def test_at_the_first_reminder_she_is_asked_about_the_login_and_never_again(diary, window, asks, reminder):
    asks.step_done(diary.can_undo())
    QApplication.processEvents()
    assert not asks.above.isHidden()
    assert "Start it when you log in" in asks.login.question.text()
    asks.login.buttons["yes"].click()
    assert autostart.is_on()
    assert asks.above.isHidden()
    assert window.told == ["You can change this in Settings."]
    diary.plans.add("Another", Schedule(SATURDAY, times=(time(21),)))
    asks.look_again()
    assert asks.above.isHidden()


def test_no_means_no(diary, asks, reminder):
    asks.look_again()
    asks.login.buttons["no"].click()
    assert not autostart.is_on()
    asks.look_again()
    assert asks.above.isHidden()


def test_a_reminder_that_has_ended_is_none(diary, asks, reminder):
    diary.plans.end(reminder.id)
    asks.look_again()
    assert asks.above.isHidden()


def test_a_medicine_without_times_is_no_reminder(diary, asks):
    diary.plans.add_medicine("letrozole", Schedule(SATURDAY))
    asks.look_again()
    assert asks.above.isHidden()


def test_where_the_login_is_refused_it_is_said_and_asked_no_more(window, asks, reminder, home):
    home.mkdir()
    (home / "autostart").write_text("a file stands in the way")
    asks.look_again()
    asks.login.buttons["yes"].click()
    assert window.told[0].startswith("Starting with the login could not be changed")
    assert asks.above.isHidden()


# -- the time zone -------------------------------------------------------------------------------------------------


def test_in_another_zone_she_is_asked_in_a_quiet_line(diary, zone, asks, reminder, asked_about_the_login):
    asks.look_again()
    zone("Europe/London")
    asks.look_again()
    said = "You seem to be in another time zone (Europe/London). Keep reminders at local time?"
    assert asks.zone.question.text() == said
    assert [button.text() for button in asks.zone.buttons.values()] == [
        "Yes, local time",
        "No, keep home time (Berlin)",
    ]
    buttons = dict(asks.zone.buttons)
    asks.look_again()
    assert asks.zone.buttons == buttons  # nothing changes under her hands
    asks.zone.buttons["local"].click()
    assert asks.zone.isHidden()
    assert [plan.zone for plan in diary.plans.standing()] == [None]
    zone(BERLIN)
    asks.look_again()
    assert asks.zone.isHidden()


def test_home_time_is_kept_on_each_reminder(diary, zone, asks, reminder, asked_about_the_login):
    asks.look_again()
    zone("America/New_York")
    asks.look_again()
    asks.zone.buttons["home"].click()
    assert [plan.zone for plan in diary.plans.standing()] == [BERLIN]
    assert asks.zone.isHidden()


def test_home_again_without_an_answer_the_question_goes(zone, asks, reminder, asked_about_the_login):
    asks.look_again()
    zone("Europe/London")
    asks.look_again()
    assert not asks.zone.isHidden()
    zone(BERLIN)
    asks.look_again()
    assert asks.zone.isHidden()


def test_on_another_day_s_page_nothing_is_asked(zone, window, asks, reminder, asked_about_the_login, second_week):
    asks.look_again()
    zone("Europe/London")
    asks.look_again()
    window.open_page.show_day(date(2026, 11, 20))
    assert (asks.zone.isHidden(), asks.pain.isHidden()) == (True, True)
    window.open_page.show_day(None)
    assert not asks.zone.isHidden()


def test_one_thing_at_a_time(zone, asks, reminder, second_week):
    asks.look_again()
    zone("Europe/London")
    asks.look_again()
    assert (asks.above.isHidden(), asks.zone.isHidden(), asks.pain.isHidden()) == (False, True, True)
    asks.login.buttons["no"].click()
    assert (asks.above.isHidden(), asks.zone.isHidden(), asks.pain.isHidden()) == (True, False, True)
    asks.zone.buttons["local"].click()
    assert (asks.above.isHidden(), asks.zone.isHidden(), asks.pain.isHidden()) == (True, True, False)


# -- joint pain ----------------------------------------------------------------------------------------------------


def test_one_press_logs_the_number_and_then_there_is_room_for_a_word(diary, second_week, asks):
    assert not asks.pain.isHidden()
    assert asks.pain.scores[4].accessibleName() == "Joint pain 4 of 10"
    assert all(button.width() >= 44 and button.height() >= 44 for button in asks.pain.scores)
    asks.pain.scores[4].click()
    assert [entry.label for entry in diary.entries(kinds=["symptom"])] == ["Joint pain, 4 of 10"]
    assert asks.pain.is_noting
    asks.look_again()  # the step of it is drawn
    assert not asks.pain.isHidden()
    asks.pain.line.setText("hot flushes")
    asks.pain.keep.click()
    assert [entry.label for entry in diary.entries(kinds=["symptom"])] == ["Joint pain, 4 of 10", "Hot flushes"]
    assert asks.pain.isHidden()


@pytest.mark.parametrize("way", ["nothing", "keep"])
def test_nothing_else_is_nothing(diary, second_week, asks, way):
    asks.pain.scores[0].click()
    getattr(asks.pain, way).click()
    assert asks.pain.isHidden()
    assert [entry.score for entry in diary.entries(kinds=["symptom"]) if isinstance(entry, Symptom)] == [0]


def test_not_now_is_a_week_without_the_question(diary, clock, second_week, asks):
    asks.pain.not_now.click()
    assert asks.pain.isHidden()
    clock.advance(days=6)
    asks.look_again()
    assert asks.pain.isHidden()
    clock.advance(days=1)
    asks.look_again()
    assert not asks.pain.isHidden()


def test_taken_back_it_is_asked_again(diary, second_week, asks):
    asks.pain.scores[7].click()
    diary.undo()
    asks.pain.nothing.click()
    assert not asks.pain.isHidden()
    assert not asks.pain.is_noting


def test_a_red_flag_in_the_word_stands_above_everything(window, second_week, asks):
    asks.pain.scores[2].click()
    asks.pain.line.setText("jaw pain 3")
    asks.pain.keep.click()
    assert not window.open_page.flag.isHidden()


def test_a_word_that_is_too_long_stays_and_is_said(window, second_week, asks):
    asks.pain.scores[2].click()
    asks.pain.line.setText("x" * 300)
    asks.pain.keep.click()
    assert "too long" in window.told[-1]
    assert asks.pain.line.text() == "x" * 300
    assert not asks.pain.isHidden()


def test_a_diary_that_takes_nothing_says_so(window, second_week, asks, monkeypatch):
    from bonecoach.core.errors import DiaryError
    from bonecoach.diary.pain_ask import PainAsk

    def refuse(*_):
        raise DiaryError("disk_full")

    monkeypatch.setattr(PainAsk, "score", refuse)
    asks.pain.scores[2].click()
    assert "disk is full" in window.told[-1]
    assert not asks.pain.is_noting
