"""The Edit menu: what Undo and Redo are about, and their keys after the menu was looked at."""

from __future__ import annotations

import pytest

from tests.pictures.window import settle, untouched, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def program(qapp, tmp_path):
    with window(tmp_path / "diary", untouched) as made:
        for _ in range(10):
            settle()  # until the menus are filled
        yield made


def look(menus):
    """The menu is opened and closed again."""
    menus.edit.aboutToShow.emit()
    said = [menus.undo.text(), menus.redo.text()]
    menus.edit.aboutToHide.emit()
    return said


def test_the_keys_work_after_the_menu_was_looked_at_with_nothing_to_undo(program):
    assert look(program.menus) == ["&Undo", "&Redo"]
    program.diary.log_text("walk 30")
    assert program.menus.undo.isEnabled()
    program.menus.undo.trigger()
    assert program.diary.entries() == []
    look(program.menus)
    program.menus.redo.trigger()
    assert len(program.diary.entries()) == 1


def test_it_says_what_was_done_with_what(program):
    program.diary.log_text("walk 30")
    assert look(program.menus)[0] == "&Undo \u2013 Logged: Walk, 30 min"
    program.diary.delete([program.diary.entries()[0].id])
    assert look(program.menus)[0] == "&Undo \u2013 Deleted: Walk, 30 min"


def test_while_it_is_open_what_leads_nowhere_cannot_be_pressed(program):
    program.menus.edit.aboutToShow.emit()
    assert not program.menus.undo.isEnabled()
    program.menus.edit.aboutToHide.emit()
