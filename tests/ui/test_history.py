"""History: finding, changing, deleting many, and bringing back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt

from bonecoach.core.entries import Entry
from bonecoach.ui.history import HistoryPage
from bonecoach.ui.history.model import PAGE, HistoryModel
from bonecoach.words import Words
from tests.makers import food

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(opened, diary):
    diary.log_text("2 glasses milk, walk 30 brisk, took letrozole")
    diary.log_text("pain 4 on monday, calcium citrate 500 on monday")
    return opened(HistoryPage)


def shown(page):
    """The rows as they are read."""
    words = Words("en_GB")
    return [words.label(row) if isinstance(row, Entry) else row for row in page.list.rows.rows]


def find(page, text, qtbot):
    with qtbot.waitSignal(page.filters.changed):
        page.filters.text.setText(text)


def test_days_stand_newest_first_each_with_what_was_logged(page):
    rows = shown(page)
    assert rows[0] == date(2026, 11, 21)
    assert rows[4] == date(2026, 11, 16)
    assert set(rows[5:]) == {"Joint pain, 4 of 10", "Calcium citrate 500 mg"}


def test_words_find_entries_by_name(page, qtbot):
    find(page, "letro", qtbot)
    assert shown(page)[1:] == ["Letrozole 2.5 mg"]


def test_what_is_not_found_is_said(page, qtbot):
    find(page, "caviar", qtbot)
    assert page.empty.text() == "Nothing found for “caviar”."
    assert not page.list.isVisibleTo(page)


def test_a_kind_and_a_stretch_of_time_narrow_the_list(page):
    page.filters.kind.setCurrentIndex(page.filters.kind.findText("Movement"))
    assert shown(page)[1:] == ["Brisk walk, 30 min"]
    page.filters.kind.setCurrentIndex(0)
    page.filters.time.setCurrentIndex(page.filters.time.findText("From one day to another"))
    assert date(2026, 11, 16) not in shown(page)  # both fields begin on today
    assert page.filters.dates.isVisibleTo(page)


def test_space_ticks_and_delete_takes_all_that_is_ticked(page, diary, qtbot):
    for row in (1, 2):
        page.list.setCurrentIndex(page.list.rows.index(row))
        qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.count.text() == "2 ticked"
    qtbot.mouseClick(page.delete, Qt.MouseButton.LeftButton)
    assert len(diary.entries(date(2026, 11, 21))) == 1
    diary.undo()
    assert len(diary.entries(date(2026, 11, 21))) == 3


def test_a_click_ticks_and_the_pencil_opens_the_line(page, qtbot):
    row = page.list.visualRect(page.list.rows.index(1))
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert len(page.list.rows.ticked) == 1
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 10, row.center().y()))
    assert page.list.editor is not None


def test_an_entry_is_changed_where_it_stands(page, diary, qtbot):
    find(page, "walk", qtbot)
    page.list.setCurrentIndex(page.list.rows.index(1))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    editor = page.list.editor
    assert "30 min" in editor.edit.text()
    editor.edit.setText("walk 45 brisk")
    qtbot.keyClick(editor.edit, Qt.Key.Key_Return)
    assert page.list.editor is None
    assert shown(page)[1:] == ["Brisk walk, 45 min"]
    (changed,) = diary.entries(kinds=["session"])
    assert changed.minutes == 45


def test_what_cannot_be_read_is_said_and_nothing_changes(page, diary, qtbot):
    page._open_editor(page.list.rows.entries[0])
    page.list.editor.edit.setText("frobnicate 12")
    qtbot.keyClick(page.list.editor.edit, Qt.Key.Key_Return)
    assert page.list.editor.says.text()
    assert len(diary.entries()) == 5


def test_escape_leaves_the_line_and_changes_nothing(page, qtbot):
    page._open_editor(page.list.rows.entries[0])
    qtbot.keyClick(page.list.editor.edit, Qt.Key.Key_Escape)
    assert page.list.editor is None


def test_the_bin_gives_back_what_was_deleted(page, diary, qtbot):
    diary.delete([diary.entries()[0].id])
    qtbot.mouseClick(page.bin, Qt.MouseButton.LeftButton)
    assert page.heading.text() == "Bin"
    assert len(page.list.rows.entries) == 1
    qtbot.mouseClick(page.tick_all, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    assert page.empty.text() == "The bin is empty."
    assert len(diary.entries()) == 5


@pytest.mark.parametrize("empties", [True, False])
def test_the_bin_is_emptied_after_one_plain_question(page, diary, monkeypatch, empties):
    from bonecoach.ui.history import page as module

    diary.delete([entry.id for entry in diary.entries()])
    page.bin.setChecked(True)
    monkeypatch.setattr(module.EmptyBin, "exec", lambda _self: empties)
    page.empty_bin.click()
    assert len(diary.entries(deleted=True)) == (0 if empties else 5)


# -- many rows -------------------------------------------------------------------------------------------------


def many(days, a_day):
    """So many entries on each of the days before 21 November, oldest first, as the diary answers."""
    made = [food(date.fromordinal(date(2026, 11, 21).toordinal() - d), calcium_mg=1) for d in reversed(range(days))]
    return [entry for entry in made for _ in range(a_day)]


def asking(entries):
    def ask(until, limit):
        found = [entry for entry in entries if until is None or entry.moment.date <= until]
        return found[-limit:]

    return ask


def test_older_days_are_asked_for_only_as_they_are_scrolled_to(qapp):
    model = HistoryModel()
    model.show(asking(many(days=100, a_day=5)), Words())
    assert len(model.entries) < PAGE
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert len(model.entries) == 500
    days = [row for row in model.rows if isinstance(row, date)]
    assert days == sorted(set(days), reverse=True)
    assert len(days) == 100


def test_a_day_with_more_entries_than_a_page_holds_is_shown_whole(qapp):
    model = HistoryModel()
    model.show(asking(many(days=2, a_day=PAGE * 3)), Words())
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert len(model.entries) == PAGE * 6
    assert len(model.rows) == PAGE * 6 + 2


def test_a_screen_reader_hears_label_day_time_and_detail(page):
    said = page.list.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Saturday 21 November 2026" in said
    assert "18:30" in said
