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
