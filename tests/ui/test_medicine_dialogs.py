"""The forms of medicines at 100 and 200 %: nothing clipped, everything named, large enough and apart."""

from __future__ import annotations

from datetime import date, time

import pytest

from bonecoach.core.schedules import Schedule, Unit
from bonecoach.ui.medicines.change_form import ChangeForm
from bonecoach.ui.medicines.given_form import GivenForm
from bonecoach.ui.medicines.medicine_form import MedicineForm
from bonecoach.ui.medicines.pause_form import PauseForm
from bonecoach.ui.medicines.reminder_form import ReminderForm
from bonecoach.ui.medicines.stop_form import StopForm
from bonecoach.ui.medicines.therapy_form import TherapyForm
from tests.pictures import looking
from tests.pictures.window import at_size, settle, untouched, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def planned(diary):
    untouched(diary)
    schedule = Schedule(date(2026, 6, 12), Unit.MONTH, 6, times=(time(9),))
    diary.plans.add_medicine("denosumab", schedule, interval="6months")
    diary.plans.add_medicine("Levothyroxine", Schedule(date(2026, 11, 1), times=(time(6, 30),)), amount=75, unit="ug")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with window(tmp_path_factory.mktemp("diary") / "diary", planned) as made:
        made.window.go("medicines")
        yield made


@pytest.fixture(scope="module", params=[1.0, 2.0], ids=["100 %", "200 %"])
def size(request):
    return request.param  # of the module, so that all that is looked at in one size comes in a row


@pytest.fixture(autouse=True)
def in_force(request, program):
    """The size that a test asks for, and 100 % where it asks for none."""
    at_size(program, request.getfixturevalue("size") if "size" in request.fixturenames else 1.0)


def new_medicine(program):
    return MedicineForm(program.desk, program.window)


def calcium_twice(program):
    form = new_medicine(program)
    form.name.setText("calcium citrate 500")
    form.every.choose("day 2")
    form.every.activated.emit(form.every.currentIndex())
    return form


def tablet_for_bone(program):
    form = new_medicine(program)
    with_calcium = "calcium citrate 500"
    reading = program.diary.plans.understood(with_calcium)
    daily = Schedule(date(2026, 11, 21), times=(time(8), time(18, 30)))
    program.diary.plans.add("Calcium citrate 500 mg", daily, log=with_calcium, reading=reading)
    form.name.setText("alendronate")
    form.fill_in()
    program.diary.undo()
    return form


def reminder(program):
    return ReminderForm(program.desk, program.window)


def weekdays(program):
    form = reminder(program)
    form.days.every.choose("week")
    form.days._ask()
    form.days.until.choice.choose(True)
    form.days._ask()
    return form


def walk(program):
    daily = Schedule(date(2026, 11, 21), every=3, times=(time(10),))
    return ChangeForm(program.diary.plans.add("Walk with Anna", daily), program.desk, program.window)


def pause(program):
    form = PauseForm(program.diary.plans.standing()[1], program.desk, program.window)
    form.wakes.choice.choose(True)
    form.wakes.ask(wanted=True)
    return form


def denosumab(program):
    return program.diary.plans.standing()[0]


def change(program):
    return ChangeForm(denosumab(program), program.desk, program.window)


def stop(program):
    return StopForm(denosumab(program), program.desk, program.window)


def given(program):
    return GivenForm(denosumab(program), program.desk, program.window)


def therapy(program):
    return TherapyForm(program.desk, program.window)


DIALOGS = (new_medicine, calcium_twice, tablet_for_bone, reminder, weekdays, walk, change, pause, stop, given, therapy)


@pytest.fixture(params=DIALOGS, ids=[made.__name__ for made in DIALOGS])
def dialog(request, program, size):
    opened = request.param(program)
    opened.show()
    settle()
    yield opened
    opened.reject()


def test_every_word_is_seen_and_nothing_goes_sideways(dialog):
    assert looking.clipped_texts(dialog) == []
    assert dialog.middle.inside.width() <= dialog.middle.viewport().width()


def test_whatever_is_pressed_is_large_enough_apart_and_named(dialog):
    assert looking.small_targets(dialog) == []
    assert looking.close_neighbours(dialog.middle.inside) == []
    assert looking.unnamed(dialog) == []
