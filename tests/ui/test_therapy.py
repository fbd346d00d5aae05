"""The therapy on the page: what changed and when, said in three fields, and taken back with a press."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QDate

from bonecoach.core.schedules import Schedule
from bonecoach.ui.medicines.page import MedicinesPage
from bonecoach.ui.medicines.therapy_form import TherapyForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_an_empty_card_says_what_it_is_for(opened):
    card = opened(MedicinesPage).therapy
    assert card.rows == []
    assert not card.nothing.isHidden()


def test_what_is_planned_fills_the_form_the_first_time(diary, writing_desk, opened):
    diary.plans.add_medicine("anastrozole", Schedule(date(2026, 9, 1), times=(time(8),)))
    form = TherapyForm(writing_desk, opened(MedicinesPage))
    assert (form.what.currentData(), form.medicine.currentText(), form.day.date()) == (
        *("began", "Anastrozole"),
        QDate(2026, 9, 1),
    )
    form.accept()
    page = opened(MedicinesPage)
    (row,) = page.therapy.rows
    assert (row.what.text(), row.day.text()) == ("Began anastrozole", "September 2026")


def test_a_pause_asks_for_no_medicine_and_stands_with_its_day(diary, writing_desk, opened):
    diary.person.therapy.say("began", date(2026, 1, 1), "letrozole")
    form = TherapyForm(writing_desk, opened(MedicinesPage))
    assert form.medicine.currentData() == "letrozole"
    choose(form.what, "paused")
    assert form.medicine.isHidden()
    form.day.setDate(QDate(2026, 5, 1))
    form.accept()
    page = opened(MedicinesPage)
    assert [row.what.text() for row in page.therapy.rows] == ["Began letrozole", "Paused by my team"]


def test_a_pause_before_the_beginning_is_one_sentence_and_nothing_is_lost(diary, writing_desk, opened):
    diary.person.therapy.say("began", date(2026, 3, 1), "letrozole")
    form = TherapyForm(writing_desk, opened(MedicinesPage))
    choose(form.what, "paused")
    form.day.setDate(QDate(2026, 2, 1))
    form.accept()
    assert form.complaint.text() == (
        "Sunday 1 February 2026 lies before Sunday 1 March 2026, when your therapy began; please check the two days."
    )
    assert form.day.date() == QDate(2026, 2, 1)
    assert [change.kind for change in diary.person.therapy.changes()] == ["began"]


def test_what_was_never_begun_cannot_be_stopped(diary, writing_desk, opened):
    form = TherapyForm(writing_desk, opened(MedicinesPage))
    choose(form.what, "stopped")
    form.accept()
    assert form.complaint.text() == "Please say first which medicine was begun, and when."
    assert diary.person.facts() == ()


def test_a_change_is_taken_back_with_a_press_and_undone(diary, opened):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"}, date(2026, 1, 1))
    page = opened(MedicinesPage)
    (row,) = page.therapy.rows
    assert row.remove.accessibleName() == "Take back: Began letrozole, day not said"
    row.remove.click()
    page.show_state()
    assert page.therapy.rows == []
    diary.undo()
    page.show_state()
    assert len(page.therapy.rows) == 1


def test_the_button_opens_the_form(monkeypatch, opened):
    shown = []
    monkeypatch.setattr(TherapyForm, "exec", lambda form: shown.append(form))
    opened(MedicinesPage).therapy.say.click()
    assert len(shown) == 1
