"""History: finding, changing, deleting many, and bringing back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt

from bonecoach.core.entries import Entry
from bonecoach.core.measurements import Scan, Site
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


def test_a_bin_of_results_alone_can_be_emptied_too(page, diary, monkeypatch):
    from bonecoach.ui.history import page as module

    step = diary.bones.add_scan(Scan(date=date(2026, 3, 9), site=Site.LUMBAR_SPINE, bmd=0.9))
    page.bin.setChecked(True)
    assert not page.empty_bin.isEnabled()
    diary.bones.delete(step.changes[0].row_id)
    page.show_state()
    assert page.empty.text() == "No entries, but results, reports, appointments or questions that you deleted."
    monkeypatch.setattr(module.EmptyBin, "exec", lambda _self: True)
    page.empty_bin.click()
    assert page.empty.text() == "The bin is empty."
    assert not page.empty_bin.isEnabled()


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


# -- the keyboard ------------------------------------------------------------------------------------------------


@pytest.fixture
def active(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def label_of(entry):
    return Words("en_GB").label(entry)


def test_after_deleting_the_keyboard_stands_on_the_next_entry(active, qtbot):
    rows = active.list.rows
    active.list.setFocus()
    active.list.setCurrentIndex(rows.index(1))
    qtbot.keyClick(active.list, Qt.Key.Key_Space)
    left = label_of(rows.rows[2])
    active.delete.setFocus()
    qtbot.keyClick(active.delete, Qt.Key.Key_Space)
    assert active.list.hasFocus()
    assert label_of(active.list.current) == left


def test_after_deleting_the_last_entry_it_stands_on_the_one_before(active, qtbot):
    rows = active.list.rows
    last = len(rows.rows) - 1
    before = label_of(rows.rows[last - 1])
    rows.tick([rows.rows[last]])
    active.delete.setFocus()
    active.delete.click()
    assert label_of(active.list.current) == before


def test_after_bringing_all_back_it_stands_on_the_way_out_of_the_bin(active, diary):
    diary.delete([diary.entries()[0].id])
    active.bin.click()
    active.tick_all.click()
    active.restore.setFocus()
    active.restore.click()
    assert active.bin.hasFocus()


def test_after_bringing_one_of_two_back_it_stands_on_the_other(active, diary):
    diary.delete([entry.id for entry in diary.entries()[:2]])
    active.bin.click()
    one, other = active.list.rows.entries
    active.list.rows.tick([one])
    active.restore.click()
    assert active.list.hasFocus()
    assert active.list.current.id == other.id


def test_what_happens_elsewhere_leaves_the_keyboard_on_its_entry(active, diary):
    active.list.setFocus()
    active.list.setCurrentIndex(active.list.rows.index(2))
    standing = active.list.current.id
    diary.log_text("apple")
    active.show_state()
    assert active.list.current.id == standing


def test_the_open_line_is_where_a_screen_reader_comes_and_says_what_it_changes(active, qtbot):
    active._open_editor(active.list.rows.entries[0])
    editor = active.list.editor
    assert not active.list.isAncestorOf(editor)  # what is in a list is not in the tree of what can be read
    assert active.isAncestorOf(editor)
    name = editor.edit.accessibleName()
    assert name.startswith("Change ")
    assert name.endswith(", 18:30")
    assert editor.when.text() == "18:30"
    # It lies over the place of its entry.
    row = active.list.visualRect(active.list.rows.index(1))
    corner = active.list.viewport().mapTo(editor.parentWidget(), row.topLeft())
    assert editor.geometry().topLeft() == corner
    assert editor.height() <= row.height()


def test_tab_leads_from_the_list_into_the_open_line_and_on_to_its_buttons(active, qtbot, qapp):
    active._open_editor(active.list.rows.entries[0])
    editor = active.list.editor
    passed = []
    for _ in range(3):
        passed.append(qapp.focusWidget())
        qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert passed == [editor.edit, editor.save, editor.cancel]
    active.list.setFocus()
    qtbot.keyClick(active.list, Qt.Key.Key_Tab)
    assert qapp.focusWidget() is editor.edit


def test_an_open_line_stays_in_sight_when_the_list_is_scrolled(opened, diary):
    for _ in range(20):
        diary.log_text("apple, walk 10, milk 1 glass")
    page = opened(HistoryPage)
    page._open_editor(page.list.rows.entries[0])
    page.list.verticalScrollBar().setValue(page.list.verticalScrollBar().maximum())
    editor = page.list.editor
    assert page.list.viewport().rect().contains(editor.geometry().translated(-page.list.geometry().topLeft()).center())


def test_other_news_does_not_take_from_her_what_she_is_writing(active, diary):
    walk = diary.entries(kinds=["session"])[0]
    active._open_editor(walk)
    active.list.editor.edit.setText("walk 45 bri")
    diary.log_text("apple")
    active.show_state()
    assert active.list.editor.edit.text() == "walk 45 bri"
    diary.edit(walk.id, "walk 20")
    active.show_state()
    assert active.list.editor is None  # the entry is another one now


def test_what_is_looked_for_is_forgotten_with_one_press(active, qtbot):
    assert active.filters.forget.isHidden()
    find(active, "letro", qtbot)
    assert active.filters.forget.isVisible()
    with qtbot.waitSignal(active.filters.changed):
        active.filters.forget.click()
    assert len(active.list.rows.entries) == 5
    assert active.filters.text.hasFocus()


def test_the_delete_key_deletes_what_is_ticked_or_else_the_entry_it_stands_on(active, diary, qtbot):
    rows = active.list.rows
    milk, tablet = (next(entry for entry in rows.entries if entry.name == name) for name in ("Whole milk", "Letrozole"))
    active.list.setFocus()
    active.list.setCurrentIndex(rows.index(rows.rows.index(milk)))
    qtbot.keyClick(active.list, Qt.Key.Key_Delete)
    assert milk.id not in {entry.id for entry in diary.entries()}
    active.list.rows.tick([tablet], on=True)
    standing = active.list.current
    qtbot.keyClick(active.list, Qt.Key.Key_Delete)
    left = {entry.id for entry in diary.entries()}
    assert tablet.id not in left
    assert standing.id in left


def test_in_the_bin_the_delete_key_does_nothing(active, diary, qtbot):
    milk = next(entry for entry in active.list.rows.entries if entry.name == "Whole milk")
    diary.delete([milk.id])
    active.bin.click()
    active.list.setCurrentIndex(active.list.rows.index(active.list.rows.rows.index(active.list.rows.entries[0])))
    qtbot.keyClick(active.list, Qt.Key.Key_Delete)
    assert [entry.id for entry in diary.entries(deleted=True)] == [milk.id]
