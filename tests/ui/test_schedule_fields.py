"""How often and until when, in the forms for reminders: every way to plan one can be said with the mouse alone."""

from __future__ import annotations

from datetime import date, time

import pytest

from bonecoach.core.plans import PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.ui.medicines.change_form import ChangeForm
from bonecoach.ui.medicines.page import MedicinesPage
from bonecoach.ui.medicines.pause_form import PauseForm
from bonecoach.ui.medicines.reminder_form import ReminderForm
from bonecoach.ui.person.day_field import as_qdate

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)
TEN = (time(10),)


@pytest.fixture
def page(opened):
    return opened(MedicinesPage)


@pytest.fixture
def form(writing_desk, page):
    form = ReminderForm(writing_desk, page)
    form.show()
    form.label.setText("Walk with Anna")
    form.at.setText("10:00")
    return form


def says(fields, way, count="", until=None):
    fields.every.choose(way)
    fields._ask()
    fields.count.setText(count)
    if until is not None:
        fields.until.choice.setCurrentIndex(1)
        fields.until.day.setDate(as_qdate(until))


def planned(diary):
    return diary.plans.standing()[-1].schedule


def test_unless_said_it_is_every_day_from_today_without_an_end(diary, form):
    assert form.days.weekdays.isHidden()
    assert form.days.count.isHidden()
    assert form.days.until.day.isHidden()
    form.accept()
    assert planned(diary) == Schedule(SATURDAY, times=TEN)


@pytest.mark.parametrize(
    ("way", "count", "schedule"),
    [
        ("days", "3", Schedule(SATURDAY, every=3, times=TEN)),
        ("month", "", Schedule(SATURDAY, Unit.MONTH, times=TEN)),
        ("months", "3", Schedule(SATURDAY, Unit.MONTH, 3, times=TEN)),
        ("once", "", Schedule(SATURDAY, times=TEN, until=SATURDAY)),
    ],
)
def test_so_many_days_or_months_apart_or_once(diary, form, way, count, schedule):
    says(form.days, way, count)
    assert form.days.count.isHidden() is not bool(count)
    form.accept()
    assert planned(diary) == schedule


def test_on_days_of_the_week_from_a_day_until_a_day(diary, form):
    says(form.days, "week", until=date(2026, 12, 18))
    for box in form.days.weekdays.boxes:
        box.setChecked(box.text() in ("Mon", "Wed"))
    form.start.setDate(as_qdate(date(2026, 12, 1)))
    form.accept()
    weekdays = Schedule(date(2026, 12, 1), Unit.WEEK, weekdays=(0, 2), times=TEN, until=date(2026, 12, 18))
    assert planned(diary) == weekdays
    assert [day.day for day in weekdays.days(SATURDAY, date(2026, 12, 31))] == [2, 7, 9, 14, 16]


def test_on_all_seven_days_it_is_every_day(diary, form):
    says(form.days, "week")
    for box in form.days.weekdays.boxes:
        box.setChecked(True)
    form.accept()
    assert planned(diary).unit is Unit.DAY


@pytest.mark.parametrize(
    ("way", "count"), [("days", "often"), ("days", ""), ("months", "0"), ("days", "²"), ("week", "")]
)
def test_what_cannot_be_is_said_in_one_sentence_and_stays(diary, form, way, count):
    says(form.days, way, count)
    form.days.weekdays.tick(())
    form.accept()
    assert form.complaint.text() == "Nothing can be planned like that; please check days, times and dates."
    assert form.label.text() == "Walk with Anna"
    assert diary.plans.versions() == []


def test_once_has_no_end_to_choose(form):
    says(form.days, "days", "2", until=date(2026, 12, 18))
    assert form.days.until.day.isVisible()
    says(form.days, "once")
    assert form.days.until.choice.isHidden()
    assert form.days.until.day.isHidden()


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(date(2026, 11, 3), times=TEN),
        Schedule(date(2026, 11, 3), every=4, times=TEN),
        Schedule(date(2026, 11, 3), Unit.WEEK, times=TEN),
        Schedule(date(2026, 11, 3), Unit.WEEK, weekdays=(0, 4), times=TEN, until=date(2026, 12, 24)),
        Schedule(date(2026, 11, 3), Unit.WEEK, 2, weekdays=(0, 4), times=TEN),
        Schedule(date(2026, 11, 3), Unit.MONTH, times=TEN),
        Schedule(date(2026, 11, 3), Unit.MONTH, 6, times=TEN),
        Schedule(date(2026, 11, 30), times=TEN, until=date(2026, 11, 30)),
        Schedule(date(2026, 11, 30), Unit.MONTH, times=TEN, until=date(2026, 11, 30)),
    ],
)
def test_saved_as_it_stands_nothing_changes_and_another_time_changes_the_time_alone(
    diary, writing_desk, page, schedule
):
    plan = diary.plans.add("Walk with Anna", schedule)
    ChangeForm(plan, writing_desk, page).accept()
    assert diary.plans.versions() == [plan]
    form = ChangeForm(plan, writing_desk, page)
    form.at.setText("11:00")
    form.accept()
    changed = diary.plans.plan(plan.id).schedule
    assert changed.times == (time(11),)
    assert [*changed.days(SATURDAY, date(2027, 6, 1))] == [*schedule.days(SATURDAY, date(2027, 6, 1))]


def test_another_rhythm_counts_from_today(diary, writing_desk, page):
    plan = diary.plans.add("Walk with Anna", Schedule(date(2026, 11, 2), Unit.WEEK, 2, times=TEN))
    form = ChangeForm(plan, writing_desk, page)
    assert form.days.every.currentText() == "every 2 weeks, Mondays"
    says(form.days, "days", "2")
    form.accept()
    changed = diary.plans.plan(plan.id).schedule
    assert [day.day for day in changed.days(SATURDAY, date(2026, 11, 26))] == [21, 23, 25]


def test_a_medicine_has_no_other_rhythm_than_it_was_planned_in(diary, writing_desk, page):
    plan = diary.plans.add_medicine("letrozole", Schedule(SATURDAY, times=TEN))
    assert ChangeForm(plan, writing_desk, page).days is None


def test_it_rests_until_the_day_she_says(diary, writing_desk, page):
    plan = diary.plans.add("Walk with Anna", Schedule(SATURDAY, times=TEN))
    form = PauseForm(plan, writing_desk, page)
    form.show()
    assert form.wakes.day.isHidden()
    form.wakes.choice.setCurrentIndex(1)
    assert not form.wakes.day.isHidden()
    form.wakes.day.setDate(as_qdate(SATURDAY))
    form.accept()
    assert form.complaint.text()  # today is no day ahead
    form.wakes.day.setDate(as_qdate(date(2026, 12, 1)))
    form.accept()
    (paused,) = diary.plans.standing()
    assert (paused.state, paused.wakes) == (PlanState.PAUSED, date(2026, 12, 1))


def test_pause_asks_until_when_and_closes_the_form_with_it(diary, writing_desk, page, monkeypatch):
    plan = diary.plans.add("Walk with Anna", Schedule(SATURDAY, times=TEN))
    answers = iter((0, 1))
    monkeypatch.setattr(PauseForm, "exec", lambda form: next(answers))
    form = ChangeForm(plan, writing_desk, page)
    form.show()
    form.rest.click()
    assert form.isVisible()  # left without an answer: nothing was done
    form.rest.click()
    assert not form.isVisible()
