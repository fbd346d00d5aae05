"""Settings of reminders: what is chosen holds at once. It is Saturday 21 November 2026, 18:30 in Berlin."""

from __future__ import annotations

from datetime import date, time

import pytest

from bonecoach.core.plans import Repeats
from bonecoach.core.reminders import Quiet
from bonecoach.core.schedules import Schedule
from bonecoach.desktop import autostart
from bonecoach.diary.holidays import Holiday
from bonecoach.diary.wishes import Wish
from bonecoach.ui.person.day_field import as_qdate
from bonecoach.ui.settings import SettingsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The folder where a program that starts with the login is entered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def wishes(diary):
    return diary.reminders.wishes


def choose(box, data):
    assert box.findData(data) >= 0
    box.setCurrentIndex(box.findData(data))


def test_quiet_hours_are_turned_on_moved_and_turned_off(opened, wishes):
    field = opened(SettingsPage).reminders.quiet
    assert field.ends.isHidden()
    choose(field.begins, "22:00")
    assert wishes.quiet_hours() == Quiet(time(22), time(7))
    assert not field.ends.isHidden()
    choose(field.ends, "06:30")
    assert wishes.quiet_hours() == Quiet(time(22), time(6, 30))
    choose(field.begins, "")
    assert wishes.quiet_hours() is None


def test_quiet_hours_without_length_are_refused_and_what_holds_is_shown(qtbot, opened, wishes):
    page = opened(SettingsPage)
    choose(page.reminders.quiet.begins, "22:00")
    with qtbot.waitSignal(page.refused) as refused:
        choose(page.reminders.quiet.ends, "22:00")
    assert refused.args == ["Quiet hours need a beginning and an end that differ."]
    assert page.reminders.quiet.ends.currentData() == "07:00"
    assert wishes.quiet_hours() == Quiet(time(22), time(7))


def test_what_was_set_in_a_terminal_is_shown_to_the_minute(opened, wishes):
    wishes.choose_quiet_hours(Quiet(time(21, 47), time(6, 13)))
    wishes.choose_repeats(Repeats(7, 2))
    card = opened(SettingsPage).reminders
    assert [box.currentText() for box in (card.quiet.begins, card.quiet.ends)] == ["21:47", "06:13"]
    assert [box.currentText() for box in (card.repeats.minutes, card.repeats.times)] == ["every 7 minutes", "twice"]


def test_repeats_are_chosen_and_turned_off(opened, wishes):
    field = opened(SettingsPage).reminders.repeats
    choose(field.minutes, 15)
    choose(field.times, 1)
    assert wishes.repeats() == Repeats(15, 1)
    choose(field.minutes, 0)
    assert wishes.repeats().times == 0
    assert field.times.isHidden()
    choose(field.minutes, 10)
    assert wishes.repeats() == Repeats(10, 3)


@pytest.mark.parametrize("wish", list(Wish))
def test_what_is_wished_is_kept_and_shown(opened, wishes, wish):
    page = opened(SettingsPage)
    check = page.reminders.wishes[wish]
    before = wishes.holds(wish)
    assert check.box.isChecked() is before
    check.box.click()
    assert wishes.holds(wish) is not before
    page.show_state()
    assert check.box.isChecked() is not before


def test_reminders_keep_home_time_or_go_along(opened, diary):
    page = opened(SettingsPage)
    box = page.reminders.travel
    assert box.itemText(1) == "The time of home (Europe/Berlin)"
    choose(box, "home")
    assert box.currentData() == "local"  # there are none yet
    diary.plans.add("Calcium", Schedule(SATURDAY, times=(time(20),)))
    choose(box, "home")
    assert [plan.zone for plan in diary.plans.standing()] == ["Europe/Berlin"]
    diary.undo()
    page.show_state()
    assert box.currentData() == "local"


def test_starting_with_the_login_is_what_the_systems_file_says(opened, home):
    page = opened(SettingsPage)
    check = page.reminders.login
    check.box.click()
    assert autostart.is_on()
    (home / "autostart" / "bonecoach.desktop").unlink()  # taken out in the settings of the computer
    page.show_state()
    assert not check.box.isChecked()
    check.box.click()
    check.box.click()
    assert not autostart.is_on()


def test_where_starting_with_the_login_is_refused_it_is_said(qtbot, opened, home):
    home.mkdir()
    (home / "autostart").write_text("a file stands in the way")
    page = opened(SettingsPage)
    with qtbot.waitSignal(page.refused) as refused:
        page.reminders.login.box.click()
    assert refused.args[0].startswith("Starting with the login could not be changed")
    assert not page.reminders.login.box.isChecked()


def test_a_holiday_is_added_shown_and_taken_out(opened, diary):
    page = opened(SettingsPage)
    card = page.holidays
    card.first.setDate(as_qdate(date(2026, 12, 20)))
    assert card.last.date() == as_qdate(date(2026, 12, 26))  # never before its first day
    card.last.setDate(as_qdate(date(2027, 1, 3)))
    card.add_button.click()
    assert diary.reminders.holidays.all() == [Holiday(date(2026, 12, 20), date(2027, 1, 3))]
    (row,) = card.rows
    assert row.days.text() == "20 December to 3 January 2027"
    assert row.remove.accessibleName() == "Remove the holiday 20 December to 3 January 2027"
    row.remove.click()
    assert (diary.reminders.holidays.all(), card.rows) == ([], [])
    diary.undo()
    page.show_state()
    assert len(card.rows) == 1


def test_a_holiday_longer_than_a_year_is_refused(qtbot, opened, diary):
    page = opened(SettingsPage)
    page.holidays.last.setDate(as_qdate(date(2028, 1, 1)))
    with qtbot.waitSignal(page.refused) as refused:
        page.holidays.add_button.click()
    assert "at most a year" in refused.args[0]


def test_a_holiday_of_no_day_is_not_kept_as_one_of_today(qtbot, opened, diary):
    page = opened(SettingsPage)
    page.holidays.last.lineEdit().setText("31 April 2027")
    with qtbot.waitSignal(page.refused) as refused:
        page.holidays.add_button.click()
    assert refused.args[0].startswith("“31 April 2027” is not a day")
    assert page.holidays.last.lineEdit().text() == "31 April 2027"
    assert diary.reminders.holidays.all() == []


def test_this_week_is_made_a_rest_week_and_none(opened, diary):
    card = opened(SettingsPage).holidays
    assert card.rest.box.text() == "This week is a rest week (16 to 22 November)"
    card.rest.box.click()
    assert diary.week(SATURDAY).movement.rest_week
    card.rest.box.click()
    assert not diary.week(SATURDAY).movement.rest_week
