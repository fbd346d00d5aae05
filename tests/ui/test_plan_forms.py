"""The forms for medicines and reminders: filled from what is known, times offered, conflicts in one quiet line."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt

from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.ui.medicines.change_form import ChangeForm
from bonecoach.ui.medicines.medicine_form import MedicineForm
from bonecoach.ui.medicines.page import MedicinesPage
from bonecoach.ui.medicines.reminder_form import ReminderForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)


@pytest.fixture
def thyroid(diary):
    return diary.plans.add_medicine("Levothyroxine", Schedule(SATURDAY, times=(time(6, 30),)), amount=75, unit="ug")


@pytest.fixture
def form(qtbot, writing_desk, opened):
    form = MedicineForm(writing_desk, opened(MedicinesPage))
    form.show()
    return form


@pytest.fixture
def types(qtbot):
    """She types into a field, over what stands there, and leaves it."""

    def type_into(field, text):
        field.selectAll()
        qtbot.keyClicks(field, text)
        field.editingFinished.emit()

    return type_into


def filled(form):
    return form.name.text(), form.dose.text(), form.every.currentText(), form.at.text(), form.note.text()


def test_letrozole_is_added_by_its_name_alone(qtbot, diary, form):
    qtbot.keyClicks(form.name, "letrozole")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    (plan,) = diary.plans.standing()
    assert (plan.label, plan.schedule.times) == ("Letrozole 2.5 mg", (time(8),))


def test_what_she_said_of_herself_stands_there_already(qtbot, diary, writing_desk, opened):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"})
    form = MedicineForm(writing_desk, opened(MedicinesPage))
    assert filled(form) == ("Letrozole", "2.5 mg", "every day", "08:00", "with or without food")
    form.accept()
    assert [plan.label for plan in diary.plans.standing()] == ["Letrozole 2.5 mg"]


@pytest.mark.parametrize(
    ("typed", "name", "times"),
    [
        ("letrozole, mornings", "Letrozole", (time(8),)),
        ("letrozole evenings", "Letrozole", (time(19),)),
        ("Femara at 7:15", "Letrozole", (time(7, 15),)),
        ("letrozole; 8 and 20", "Letrozole", (time(8), time(20))),
    ],
)
def test_times_behind_a_name_are_times(qtbot, diary, form, typed, name, times):
    qtbot.keyClicks(form.name, typed)
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    (plan,) = diary.plans.standing()
    assert (plan.label, plan.schedule.times) == (f"{name} 2.5 mg", times)


def test_a_supplement_before_a_comma_has_its_times_too(qtbot, diary, form):
    qtbot.keyClicks(form.name, "calcium citrate 500, with milk")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert diary.plans.versions() == []  # that is no time that is known: it is asked about
    form.name.setText("calcium citrate 500, 12:30 and 18:30")
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.log, plan.schedule.times) == ("calcium citrate 500", (time(12, 30), time(18, 30)))


def test_times_that_stand_in_their_field_are_not_typed_over(diary, form, types):
    types(form.at, "21:00")
    types(form.name, "letrozole, mornings")
    form.accept()
    assert form.at.text() == "21:00"
    assert diary.plans.versions() == []  # asked about as before


def test_a_name_that_is_pressed_fills_everything(diary, form):
    button = next(button for button in form.suggestions.buttons if button.text() == "Alendronate")
    button.click()
    assert filled(form) == (
        *("Alendronate", "70 mg", "every week", "07:30"),
        "on waking, before any food, with plain water",
    )
    assert form.suggestions.isHidden()
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.schedule.unit, plan.note) == (Unit.WEEK, "on waking, before any food, with plain water")


def test_suggestions_follow_what_is_typed(qtbot, form):
    assert len(form.suggestions.buttons) == 6
    qtbot.keyClicks(form.name, "deno")
    assert [button.text() for button in form.suggestions.buttons] == ["Denosumab"]
    qtbot.keyClicks(form.name, "sumab")
    assert form.suggestions.isHidden()


def test_what_she_filled_herself_stays(form, types):
    types(form.dose, "1 tablet")
    types(form.at, "21:00")
    types(form.note, "with tea")
    form.every.setCurrentIndex(form.every.findData("week"))
    form.every.activated.emit(form.every.currentIndex())
    types(form.name, "letrozole")
    assert filled(form) == ("letrozole", "1 tablet", "every week", "21:00", "with tea")


def test_the_dose_is_that_of_the_interval_until_she_says_another(diary, form, types):
    types(form.name, "risedronate")
    assert filled(form)[1:3] == ("35 mg", "every week")
    form.every.choose("month")
    form.every.activated.emit(form.every.currentIndex())
    assert form.dose.text() == "150 mg"
    types(form.dose, "75 mg")
    form.every.choose("week")
    form.every.activated.emit(form.every.currentIndex())
    assert form.dose.text() == "75 mg"


def test_an_injection_asks_when_the_last_one_was(diary, form, types):
    types(form.name, "denosumab")
    assert form.since.text() == form.start.accessibleName() == "Last or next on"
    assert filled(form)[1:4] == ("60 mg", "every 6 months", "09:00")
    form.start.setDate(QDate(2026, 6, 12))
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.kind, diary.reminders.injections.next_given(plan).due) == (Kind.INJECTION, date(2026, 12, 12))


def test_calcium_twice_a_day_is_offered_times_that_keep_every_rule_and_why(diary, thyroid, form, types):
    types(form.name, "calcium citrate 500")
    assert form.at.text() == "12:30"
    form.every.setCurrentIndex(form.every.findData("day 2"))
    form.every.activated.emit(form.every.currentIndex())
    assert form.at.text() == "12:30, 18:30"
    assert form.at.quiet.text() == "Offered with meals, 4 hours from Levothyroxine 75 ug."
    assert form.at.accessibleDescription() == form.at.quiet.text()
    form.accept()
    plan = diary.plans.standing()[-1]
    assert (plan.kind, plan.schedule.times) == (Kind.SUPPLEMENT, (time(12, 30), time(18, 30)))
    assert diary.spacing.planned() == ()


def test_a_conflict_is_said_in_one_quiet_line_and_kept_all_the_same(diary, thyroid, form, types):
    types(form.name, "calcium citrate 500")
    types(form.at, "8:00")
    assert form.at.quiet.text() == "Levothyroxine 75 ug and Calcium citrate are taken at least 4 hours apart."
    types(form.at, "whenever")
    assert form.at.quiet.isHidden()
    types(form.at, "8:00")
    form.accept()
    assert diary.plans.standing()[-1].schedule.times == (time(8),)


def test_where_no_time_keeps_every_rule_it_says_why(form, types):
    types(form.name, "calcium citrate 1000")
    assert form.at.text() == ""
    assert "in doses of at most 500 mg" in form.at.quiet.text()


@pytest.fixture
def calcium(diary):
    log = "calcium citrate 500"
    return diary.plans.add(
        "Calcium citrate 500 mg",
        Schedule(SATURDAY, times=(time(8), time(18, 30))),
        log=log,
        reading=diary.plans.understood(log),
    )


def test_a_tablet_for_bone_beside_calcium_at_breakfast_is_made_room_for_with_one_press(diary, calcium, form, types):
    types(form.name, "alendronate")
    assert form.at.text() == ""  # nothing is offered inside a rule
    assert form.at.quiet.text() == (
        "Calcium citrate is best taken 4 hours or more after alendronate; guidance differs, from 30 minutes to 4 "
        "hours, and this keeps to all of it. "
        "At 07:30 it keeps every distance if Calcium citrate 500 mg moves from 08:00 to 12:30 on Saturdays."
    )
    assert not form.at.make_room.isHidden()
    form.at.make_room.click()
    assert form.at.text() == "07:30"
    assert form.at.quiet.text() == (
        "With Save it is planned at 07:30, and Calcium citrate 500 mg moves from 08:00 to 12:30 on Saturdays."
    )
    assert form.at.make_room.isHidden()
    form.accept()
    assert diary.spacing.planned() == ()
    sunday = diary.plans.standing(date(2026, 11, 22))  # this Saturday's morning is over
    by_label = {(plan.label, plan.schedule.weekdays): plan.schedule.times for plan in sunday}
    assert by_label == {
        ("Calcium citrate 500 mg", (0, 1, 2, 3, 4, 6)): (time(8), time(18, 30)),
        ("Calcium citrate 500 mg", (5,)): (time(12, 30), time(18, 30)),
        ("Alendronate 70 mg", ()): (time(7, 30),),
    }
    diary.undo()
    assert diary.plans.standing() == [calcium]


def test_who_saves_without_a_time_is_asked_once(diary, calcium, form, types):
    types(form.name, "alendronate")
    form.accept()
    assert form.complaint.text().startswith("No time is free as things are planned.")
    assert diary.plans.standing() == [calcium]
    form.accept()
    assert [plan.schedule.times for plan in diary.plans.standing()[1:]] == [()]


def test_a_name_that_is_pressed_leads_to_the_way_that_makes_room(qtbot, diary, calcium, form):
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.suggestions.picked.emit("Alendronate")
    assert form.at.make_room.hasFocus()
    form.at.make_room.click()
    assert form.primary.hasFocus()


def test_enter_presses_the_way_that_has_the_ring_and_does_not_save_past_it(qtbot, diary, calcium, form, types):
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    types(form.name, "alendronate")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.at.make_room.is_ringed()
    qtbot.keyClick(form.at.make_room, Qt.Key.Key_Return)
    assert form.at.text() == "07:30"
    assert diary.plans.standing() == [calcium]
    assert form.primary.is_ringed()
    qtbot.keyClick(form.primary, Qt.Key.Key_Enter)
    assert diary.spacing.planned() == ()
    assert time(7, 30) in {at for plan in diary.plans.standing() for at in plan.schedule.times}


def test_room_that_was_made_follows_the_day_and_gives_way_to_times_of_her_own(diary, calcium, form, types):
    types(form.name, "alendronate")
    form.at.make_room.click()
    form.start.setDate(QDate(2026, 11, 23))
    assert form.at.text() == ""  # another day is another offer
    assert form.at.quiet.text().endswith("on Mondays.")
    form.at.make_room.click()
    types(form.at, "7:00")
    assert form.at.make_room.isHidden()
    assert form.at.moves == ()
    form.accept()
    assert calcium in diary.plans.standing()


def test_a_misspelled_name_is_asked_about_once(diary, form, types):
    types(form.name, "letrazole")
    form.accept()
    assert "not known here" in form.complaint.text()
    assert [button.text() for button in form.suggestions.buttons] == ["Letrozole"]
    assert diary.plans.standing() == []
    form.accept()
    assert [plan.label for plan in diary.plans.standing()] == ["Letrazole"]


def test_or_mended_with_a_press(diary, form, types):
    types(form.name, "letrazole")
    form.accept()
    form.suggestions.buttons[0].click()
    assert form.complaint.isHidden()
    form.accept()
    assert [plan.label for plan in diary.plans.standing()] == ["Letrozole 2.5 mg"]


def test_a_medicine_that_is_planned_already_is_asked_about_once(diary, form, types):
    diary.plans.add_medicine("Letrozole", Schedule(SATURDAY, times=(time(8),)))
    types(form.name, "Femara")  # its brand
    form.accept()
    said = "Letrozole 2.5 mg is already planned every day at 08:00. Add it a second time?"
    assert form.complaint.text() == said
    assert form.primary.text() == "Add it a second time"
    assert len(diary.plans.standing()) == 1
    form.accept()
    assert [plan.label for plan in diary.plans.standing()] == ["Letrozole 2.5 mg"] * 2


def test_another_name_takes_the_question_away(qtbot, diary, form, types):
    diary.plans.add_medicine("Letrozole", Schedule(SATURDAY, times=(time(8),)))
    types(form.name, "letrozole")
    form.accept()
    types(form.name, "exemestane")
    assert form.complaint.isHidden()
    assert form.primary.text() == "Save"
    form.accept()
    assert [plan.label for plan in diary.plans.standing()] == ["Letrozole 2.5 mg", "Exemestane 25 mg"]


def test_what_cannot_be_planned_is_said_and_the_form_stays(diary, form, types):
    types(form.name, "letrozole")
    types(form.at, "whenever")
    form.accept()
    assert "not a time of day" in form.complaint.text()
    types(form.at, "mornings")
    types(form.dose, "much")
    form.accept()
    assert "much" in form.complaint.text()
    assert diary.plans.standing() == []


def test_names_follow_their_field_with_the_tab_key(form):
    order, widget = [], form.name
    for _ in range(8):
        widget = widget.nextInFocusChain()
        order.append(widget)
    assert [widget for widget in order if widget in form.suggestions.buttons] == form.suggestions.buttons


def test_a_reminder_takes_what_it_is_called_for_what_done_logs(diary, thyroid, writing_desk, opened, types):
    form = ReminderForm(writing_desk, opened(MedicinesPage))
    form.show()
    types(form.label, "calcium citrate 500")
    assert (form.log.text(), form.at.text()) == ("calcium citrate 500", "12:30")
    form.accept()
    plan = diary.plans.standing()[-1]
    assert (plan.kind, plan.settles) == (Kind.SUPPLEMENT, "intake:calcium citrate")


def test_a_reminder_in_her_own_words_has_no_times_of_its_own(diary, writing_desk, opened, types):
    form = ReminderForm(writing_desk, opened(MedicinesPage))
    types(form.label, "Call Anna")
    form.accept()
    assert "not a time of day" in form.complaint.text()
    types(form.at, "18:00")
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.kind, plan.log) == (Kind.OWN, "")


def test_a_reminder_called_otherwise_logs_what_she_says(diary, writing_desk, opened, types):
    form = ReminderForm(writing_desk, opened(MedicinesPage))
    types(form.label, "Calcium with lunch")
    types(form.log, "calcium citrate 500")
    types(form.at, "12:30, 18:30")
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.label, plan.log, len(plan.schedule.times)) == ("Calcium with lunch", "calcium citrate 500", 2)


def test_changing_times_says_what_they_are_too_near_to(diary, thyroid, writing_desk, opened, types):
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    plan = diary.plans.add("Calcium", Schedule(SATURDAY, times=(time(8),)), log=log, reading=reading)
    form = ChangeForm(plan, writing_desk, opened(MedicinesPage))
    assert "4 hours apart" in form.at.quiet.text()
    types(form.at, "12:30")
    assert form.at.quiet.isHidden()


# -- the day of the week of what is taken once a week ----------------------------------------------------------------


def test_a_weekly_tablet_has_the_day_she_chooses(diary, form, types):
    form.show()
    assert form.on.isHidden()
    types(form.name, "alendronate")
    assert not form.on.isHidden()
    assert form.on.currentText() == "Saturdays"  # it is one, and nothing else was said
    form.start.setDate(QDate(2026, 11, 23))
    assert form.on.currentText() == "Mondays"
    form.on.setCurrentIndex(6)
    form.on.activated.emit(6)
    form.start.setDate(QDate(2026, 11, 24))
    assert form.on.currentText() == "Sundays"  # what she chose stays
    form.accept()
    (plan,) = diary.plans.standing()
    assert list(plan.schedule.days(date(2026, 11, 21), date(2026, 12, 7))) == [date(2026, 11, 29), date(2026, 12, 6)]


def test_a_daily_one_is_not_asked_for_its_day(diary, form, types):
    types(form.name, "alendronate")
    form.on.activated.emit(2)
    types(form.name, "letrozole")
    assert form.on.isHidden()
    form.accept()
    (plan,) = diary.plans.standing()
    assert plan.schedule.weekdays == ()


def test_the_day_of_a_weekly_plan_is_changed_and_its_times_stay(diary, writing_desk, opened):
    plan = diary.plans.add_medicine("alendronate", Schedule(SATURDAY, Unit.WEEK, times=(time(7),)), interval="week")
    page = opened(MedicinesPage)
    form = ChangeForm(plan, writing_desk, page)
    assert form.on.currentText() == "Saturdays"
    form.on.choose(1)
    form.accept()
    changed = diary.plans.plan(plan.id)
    assert (changed.schedule.weekdays, changed.schedule.times) == ((1,), (time(7),))
    again = ChangeForm(changed, writing_desk, page)
    assert again.on.currentText() == "Tuesdays"
    again.accept()
    assert diary.plans.plan(plan.id) == changed
    diary.undo()
    assert diary.plans.plan(plan.id) == plan


def test_what_is_planned_otherwise_has_no_one_day_to_change(diary, writing_desk, opened):
    page = opened(MedicinesPage)
    for schedule in (
        Schedule(SATURDAY, times=(time(7),)),
        Schedule(SATURDAY, Unit.WEEK, weekdays=(1, 4), times=(time(7),)),
        Schedule(SATURDAY, Unit.MONTH, times=(time(7),)),
    ):
        plan = diary.plans.add("Something", schedule)
        form = ChangeForm(plan, writing_desk, page)
        assert form.grid.indexOf(form.on) < 0
        form.accept()
        assert diary.plans.plan(plan.id) == plan


# -- another dose, and a last day ------------------------------------------------------------------------------------


def test_a_medicine_gets_another_dose_and_keeps_its_record_in_one_line(diary, writing_desk, opened, types, thyroid):
    form = ChangeForm(thyroid, writing_desk, opened(MedicinesPage))
    assert form.dose.text() == "75 ug"
    types(form.dose, "much")
    form.accept()
    assert "is not a dose" in form.complaint.text()
    types(form.dose, "100 ug")
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.id, plan.label, plan.dose_amount) == (thyroid.id, "Levothyroxine 100 ug", 100)
    form = ChangeForm(plan, writing_desk, opened(MedicinesPage))
    form.dose.setText("")
    form.accept()
    (plan,) = diary.plans.standing()
    assert (plan.label, plan.dose_amount) == ("Levothyroxine", None)


def test_a_course_of_tablets_has_a_last_day_and_an_injection_none(diary, writing_desk, opened, thyroid):
    form = ChangeForm(thyroid, writing_desk, opened(MedicinesPage))
    form.until.choice.setCurrentIndex(1)
    assert form.until.chosen() == date(2026, 12, 4)  # two weeks with today
    form.accept()
    assert diary.plans.plan(thyroid.id).schedule.until == date(2026, 12, 4)
    injection = diary.plans.add_medicine("denosumab", Schedule(SATURDAY, Unit.MONTH, 6), interval="6months")
    assert ChangeForm(injection, writing_desk, opened(MedicinesPage)).until is None


@pytest.mark.parametrize(
    ("label", "then"), [("", "Calcium citrate 600 mg"), ("Calcium with lunch", "Calcium with lunch")]
)
def test_a_supplement_gets_another_dose_and_its_name_goes_along(diary, writing_desk, opened, types, label, then):
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    name = label or reading.entries[0].label
    plan = diary.plans.add(name, Schedule(SATURDAY, times=(time(20),)), log=log, reading=reading)
    form = ChangeForm(plan, writing_desk, opened(MedicinesPage))
    for wrong in ("frobnicate 12", ""):
        form.log.setText(wrong)
        form.accept()
        assert form.complaint.text()
    assert diary.plans.versions() == [plan]
    types(form.log, "calcium citrate 600")
    form.accept()
    (changed,) = diary.plans.standing()
    assert (changed.label, changed.log, changed.settles) == (then, "calcium citrate 600", plan.settles)


def test_what_logs_nothing_is_not_asked_what_it_logs(diary, writing_desk, opened):
    plan = diary.plans.add("Call Anna", Schedule(SATURDAY, times=(time(20),)))
    form = ChangeForm(plan, writing_desk, opened(MedicinesPage))
    form.show()
    assert not form.log.isVisible()
    form.accept()
    assert diary.plans.versions() == [plan]
