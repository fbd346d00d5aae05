"""How one medicine was kept, in the window: three looks at the same counts, each with its table."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule
from bonecoach.ui.medicines.page import MedicinesPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OCTOBER = date(2026, 10, 20)


@pytest.fixture
def kept(diary, clock, opened):
    """Letrozole since 20 October: missed on the 25th, taken on all other days up to Saturday 21 November."""
    clock.stand_at(datetime(2026, 10, 20, 4, tzinfo=UTC))
    plan = diary.plans.add_medicine("letrozole", Schedule(OCTOBER, times=(time(8),)))
    for n in range(33):
        day = OCTOBER + timedelta(days=n)
        clock.stand_at(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
        state = State.MISSED if day == date(2026, 10, 25) else State.DONE
        diary.reminders.answer(f"{plan.id}:{day}:08:00", state)
    clock.stand_at(datetime(2026, 11, 21, 17, 30, tzinfo=UTC))
    return opened(MedicinesPage).kept


def test_twelve_weeks_say_their_counts_and_the_days_that_were_missed(kept):
    assert kept.counts.text() == "32 of 33 taken, 1 missed"
    assert kept.chart.accessibleDescription() == (
        "Letrozole 2.5 mg, 12 weeks: 32 of 33 taken, 1 missed. Missed: 25 Oct 2026."
    )
    assert kept.chart.accessibleName() == "How it was kept"
    assert kept.earlier.isHidden()


def test_behind_each_look_stands_its_table(kept):
    kept.turn.click()
    heads = [kept.table.item(0, column).text() for column in range(5)]
    assert heads == ["Week from", "Taken", "Missed", "Skipped", "Not recorded"]
    assert [kept.table.item(row, 1).text() for row in (1, 8, 12)] == ["nothing was planned", "5 of 6", "6 of 6"]
    kept.views["month"].click()
    assert kept.table.item(21, 1).text() == "taken"
    kept.views["years"].click()
    assert [kept.table.item(row, 1).text() for row in (1, 2)] == ["11 of 12", "21 of 21"]


def test_the_months_can_be_turned_back_and_not_into_the_future(kept):
    kept.views["month"].click()
    assert (kept.month_name.text(), kept.later.isEnabled()) == ("November 2026", False)
    kept.earlier.click()
    assert (kept.month_name.text(), kept.counts.text()) == ("October 2026", "11 of 12 taken, 1 missed")
    assert kept.later.isEnabled()
    kept.later.click()
    assert kept.month_name.text() == "November 2026"
    kept.earlier.click()
    kept.views["years"].click()
    assert kept.month_name.isHidden()
    kept.views["month"].click()
    assert kept.month_name.text() == "November 2026"


def test_five_years_say_each_year(kept):
    kept.views["years"].click()
    assert [button.isChecked() for button in kept.views.values()] == [False, False, True]
    assert "2026: 32 of 33 taken, 1 missed." in kept.chart.accessibleDescription()


def test_what_was_chosen_stays_when_the_page_is_drawn_again(diary, clock, kept):
    clock.advance(days=-3)
    plan = diary.plans.add_medicine("Eye drops", Schedule(date(2026, 11, 18), times=(time(20),)))
    clock.advance(days=3)
    kept.show_state()
    kept.which.setCurrentIndex(kept.which.findData(plan.id))
    kept.which.activated.emit(kept.which.currentIndex())
    kept.show_state()
    assert kept.which.currentText() == "Eye drops"
    assert kept.counts.text() == "0 of 3 taken, 3 not recorded"


def test_while_nothing_was_planned_it_says_what_it_is_for(opened):
    card = opened(MedicinesPage).kept
    assert not card.nothing.isHidden()
    assert [card.which.isHidden(), card.chart.isHidden(), card.turn.isHidden()] == [True, True, True]


def test_medicines_stand_before_supplements(diary, clock, kept):
    clock.advance(days=-3)
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    diary.plans.add("Calcium", Schedule(date(2026, 11, 18), times=(time(7),)), log=log, reading=reading)
    clock.advance(days=3)
    kept.show_state()
    assert [kept.which.itemText(n) for n in range(2)] == ["Letrozole 2.5 mg", "Calcium"]
