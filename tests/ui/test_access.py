"""What a screen reader is told: every field by what it asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox

from bonecoach.core.nutrients import Nutrient
from bonecoach.ui.forms.food import FoodForm
from bonecoach.ui.forms.movement import MovementForm
from bonecoach.ui.forms.supplement import SupplementForm
from bonecoach.ui.person.day_field import DayField
from bonecoach.ui.settings.reminders import Check
from tests.pictures.window import begun, settle, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with window(tmp_path_factory.mktemp("diary") / "diary", begun) as made:
        yield made


def asked_for(box):
    """What the label says that belongs to a combo box: on Linux its name is what is chosen."""
    told = QAccessible.queryAccessibleInterface(box)
    labels = [one for one, kind in told.relations(QAccessible.RelationFlag.AllRelations)]
    return [label.text(QAccessible.Text.Name) for label in labels]


def boxes(widget):
    return [box for box in widget.findChildren(QComboBox) if box.isVisibleTo(widget)]


@pytest.mark.parametrize("key", ["first_start", "settings", "history", "my_supplements"])
def test_every_choice_of_a_page_says_what_it_asks_for(program, key):
    program.window.go(key)
    settle()
    found = boxes(program.window.open_page)
    assert found
    for box in found:
        (label,) = asked_for(box)
        assert label == box.accessibleName()
        assert label != box.currentText()


@pytest.mark.parametrize("form", [FoodForm, MovementForm, SupplementForm])
def test_every_choice_of_a_form_says_what_it_asks_for(program, form):
    opened = form(program.desk, None, program.window)
    opened.show()
    settle()
    found = boxes(opened)
    assert found
    assert all(asked_for(box) == [box.accessibleName()] and box.accessibleName() for box in found)
    opened.reject()


def test_the_questions_of_the_first_start_are_told_apart(program):
    program.window.go("first_start")
    settle()
    page = program.window.open_page
    assert asked_for(page.sex.box) == ["What is your sex?"]
    assert asked_for(page.weight.unit) == ["Unit of weight, What do you weigh?"]
    assert asked_for(page.since.month) == ["Month, Which therapy do you take, and since when?"]
    assert page.since.year.accessibleName() == "Year, Which therapy do you take, and since when?"


@pytest.mark.parametrize("size", [1.0, 2.0], ids=["100 %", "200 %"])
def test_a_target_being_changed_is_seen_whole(program, size):
    program.appearance.choose_scale(size)
    program.window.go("settings")
    settle()
    page = program.window.open_page
    page.targets.lines[Nutrient.ZINC].change.click()
    settle()
    editor = page.targets.editor
    assert editor.height() >= editor.heightForWidth(editor.width())
    for widget in (editor.low, editor.save):
        place = QRect(widget.mapTo(page.viewport(), QPoint(0, 0)), widget.size())
        assert page.viewport().rect().contains(place)
    page.targets.close_editor()
    program.appearance.choose_scale(1.0)


# -- turned over without a click, as a screen reader, a switch or a voice does it ---------------------------------


def test_a_place_is_opened(program):
    program.window.go("today")
    program.window.navigation.buttons["week"].toggle()
    assert program.window.open_key == "week"
    assert program.window.navigation.buttons["week"].isChecked()
    program.window.navigation.buttons["week"].toggle()  # once more: it stays where it is
    assert program.window.open_key == "week"
    assert program.window.navigation.buttons["week"].isChecked()
    program.window.navigation.buttons["today"].toggle()
    assert program.window.open_key == "today"


def test_a_week_becomes_a_rest_week_and_is_none_again(program):
    program.window.go("week")
    page = program.window.open_page
    for rests in (True, False):
        page.rest.toggle()
        assert program.diary.week(program.diary.today()).movement.rest_week is rests
        assert page.rest.isChecked() is rests


def test_a_usual_is_kept(program):
    program.window.go("today")
    usuals = program.window.open_page.usuals
    for _ in range(3):
        program.diary.log_text("apple, milk 1 glass")
        program.diary._clock.advance(days=1)
    program.window.go("today")
    usuals.arrange_button.toggle()
    name = usuals._shown[-1].usual.label
    usuals._shown[-1].buttons[1].toggle()
    assert [usual.label for usual in program.diary.usuals.around() if usual.pinned] == [name]
    usuals.arrange_button.toggle()


def test_a_wish_of_settings_is_kept_and_showing_it_is_no_wish(program):
    program.window.go("settings")
    page = program.window.open_page
    check = page.findChildren(Check)[0]
    told = []
    check.turned.connect(told.append)
    check.show_on(not check.box.isChecked())
    assert told == []
    check.box.toggle()
    assert told == [check.box.isChecked()]


def test_dates_grow_with_the_text(program):
    program.window.go("settings")
    settle()
    days = program.window.open_page.findChildren(DayField)
    assert days
    program.appearance.choose_scale(2.0)
    settle()
    for day in days:
        assert day.lineEdit().font().pixelSize() == 32  # twice the 16 pixels of 100 %
    program.appearance.choose_scale(1.0)
