"""The next injection in the window: its line, the call that stands on every page, and how it is ended."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from bonecoach.core.schedules import Schedule, Unit
from bonecoach.ui.cards import Text
from bonecoach.ui.medicines.change_form import ChangeForm
from bonecoach.ui.medicines.given_form import GivenForm
from bonecoach.ui.medicines.page import MedicinesPage
from bonecoach.ui.medicines.standing import Standing
from bonecoach.ui.medicines.stop_form import StopForm
from bonecoach.ui.why import WhySheet

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TODAY = date(2026, 11, 21)


def denosumab_from(diary, day):
    schedule = Schedule(day, Unit.MONTH, 6, times=(time(9),))
    return diary.plans.add_medicine("denosumab", schedule, interval="6months")


@pytest.fixture
def late(diary):
    """Given on 10 January: due on 10 July, best by 7 August; it is November."""
    return denosumab_from(diary, date(2026, 1, 10))


@pytest.fixture
def window(qtbot):
    class Window(QWidget):
        asks_why = Signal(object)

        def put_above(self, widget):
            QVBoxLayout(self).addWidget(widget)

    window = Window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


@pytest.fixture
def standing(window, writing_desk):
    standing = Standing(writing_desk, window)
    standing.start()
    return standing


def texts(widget):
    return [text.text() for text in widget.findChildren(Text)]


def test_the_card_says_how_far_it_is_and_its_line_says_the_same_in_words(diary, opened):
    denosumab_from(diary, date(2026, 6, 12))
    (card,) = opened(MedicinesPage).injections
    assert card.heading.text() == "Denosumab 60 mg: due in 21 days"
    assert card.says.text() == "Due Saturday 12 December; the date can be booked now."
    assert card.chart.accessibleName() == card.heading.text()
    assert "Best by 9 Jan 2027." in card.chart.accessibleDescription()
    card.turn.click()
    assert card.table.rowCount() == 6  # the heads and five days


def test_why_the_date_matters_is_told_with_its_sources(qtbot, diary, opened, window, writing_desk):
    denosumab_from(diary, date(2026, 6, 12))
    page = opened(MedicinesPage)
    with qtbot.waitSignal(page.asks_why) as asked:
        page.injections[0].why_button.click()
    said = " ".join(texts(WhySheet(asked.args[0], writing_desk, window)))
    assert "within 4 weeks of that day" in said
    assert "Lyu and others" in said


def test_the_call_stands_above_every_page_until_the_injection_is_logged(diary, standing, late):
    standing.look_again()
    said = standing.call.accessibleName()
    assert said == (
        "Denosumab 60 mg was due Friday 10 July, and best by Friday 7 August. Please call your clinic today."
    )
    assert not standing.place.isHidden()
    diary.log_text("took denosumab")
    standing.step_done(diary.can_undo())
    QApplication.processEvents()
    assert standing.place.isHidden()
    diary.undo()
    standing.look_again()
    assert not standing.place.isHidden()


def test_nothing_on_the_call_puts_it_away(standing, late):
    standing.look_again()
    names = {button.accessibleName() for button in (standing.call.was_given, standing.call.why_button)}
    assert names == {"It was given: Denosumab 60 mg", "Why the date matters"}
    assert standing.call.findChildren(QPushButton) == [standing.call.was_given, standing.call.why_button]


def test_before_its_best_by_day_nothing_stands_there(diary, standing):
    denosumab_from(diary, date(2026, 4, 25))  # due on 25 October, best by 22 November
    standing.look_again()
    assert standing.place.isHidden()
    standing.step_done(diary.set_setting("x", "y") or diary.log_text("walk 30"))
    assert standing.place.isHidden()


def test_why_is_asked_from_the_call_too(qtbot, standing, late, window):
    standing.look_again()
    with qtbot.waitSignal(window.asks_why):
        standing.call.why_button.click()


def test_she_says_on_which_day_it_was_given_and_the_next_counts_from_it(diary, writing_desk, opened, late):
    form = GivenForm(late, writing_desk, opened(MedicinesPage))
    form.day.setDate(QDate(2026, 8, 20))
    form.accept()
    assert diary.reminders.injections.next_given(late).due == date(2027, 2, 20)
    (entry,) = diary.entries()
    assert (entry.label, entry.moment.date, entry.moment.wall) == ("Denosumab 60 mg", date(2026, 8, 20), time(9))
    again = GivenForm(late, writing_desk, opened(MedicinesPage))
    again.day.setDate(QDate(2026, 8, 20))
    again.accept()
    assert again.complaint.text() == "That was answered already; nothing was changed."
    assert len(diary.entries()) == 1


def test_given_today_it_is_logged_now(diary, writing_desk, opened, late):
    GivenForm(late, writing_desk, opened(MedicinesPage)).accept()
    (entry,) = diary.entries()
    assert entry.moment == diary.now()


@pytest.mark.parametrize("place", ["card", "bar"])
def test_the_buttons_open_the_form(monkeypatch, opened, standing, late, place):
    shown = []
    monkeypatch.setattr(GivenForm, "exec", lambda form: shown.append(form.plan.id))
    if place == "card":
        opened(MedicinesPage).injections[0].was_given.click()
    else:
        standing.look_again()
        standing.call.was_given.click()
    assert shown == [late.id]


def test_who_ends_denosumab_reads_first_that_a_plan_must_follow_and_where_that_is_from(diary, writing_desk, opened):
    plan = denosumab_from(diary, date(2026, 6, 12))
    form = StopForm(plan, writing_desk, opened(MedicinesPage))
    said = texts(form)
    assert any(sentence.startswith("Denosumab is never stopped without a plan") for sentence in said)
    assert any("Tay and others" in sentence for sentence in said)
    form.stopped.setDate(QDate(2026, 11, 20))
    form.accept()
    assert diary.plans.standing() == []
    assert diary.plans.plan(plan.id).since == date(2026, 11, 20)
    diary.undo()
    assert len(diary.plans.standing()) == 1


def test_my_team_has_stopped_it_is_the_one_way(monkeypatch, diary, writing_desk, opened, late):
    form = ChangeForm(late, writing_desk, opened(MedicinesPage))
    assert form.rest.isHidden()
    assert form.end.text() == "My team has stopped it"
    monkeypatch.setattr(StopForm, "exec", lambda form: form.save() or 1)
    form.end.click()
    assert diary.plans.standing() == []
    assert form.result() == 1


def test_who_thinks_better_of_it_changes_nothing(monkeypatch, diary, writing_desk, opened, late):
    form = ChangeForm(late, writing_desk, opened(MedicinesPage))
    monkeypatch.setattr(StopForm, "exec", lambda form: 0)
    form.end.click()
    assert len(diary.plans.standing()) == 1
    form.at.setText("")
    form.accept()
    assert "not a time of day" in form.complaint.text()


def test_another_medicine_is_stopped_without_a_warning_of_its_own(diary, writing_desk, opened):
    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 9, 1), times=(time(8),)))
    form = StopForm(plan, writing_desk, opened(MedicinesPage))
    assert not any("never stopped" in sentence for sentence in texts(form))
    assert form.stopped.minimumDate() == QDate(2026, 9, 1)
