"""Today: what is drawn again after a step, and what is left as it stands."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from bonecoach.core.nutrients import Nutrient
from bonecoach.ui.today.page import TodayPage
from bonecoach.words import Words

SATURDAY = date(2026, 11, 21)


@pytest.fixture
def page(qtbot, writing_desk, diary):
    diary.log_text("calcium citrate 500 at 8")
    diary.log_text("walk 30 brisk at 9")
    made = TodayPage(writing_desk)
    qtbot.addWidget(made)
    made.open_on(None)
    return made


def rows(page):
    return [row for row in page.logged._rows if not row.isHidden()]


def names(page):
    return [row.accessibleName() for row in rows(page)]


def test_a_new_entry_stands_at_its_time_and_the_others_are_said_as_before(page, diary):
    before = names(page)
    diary.log_text("pain 4 at 8:30")
    page.show_state()
    assert [row.time.text() for row in rows(page)] == ["08:00", "08:30", "09:00"]
    assert [names(page)[0], names(page)[2]] == before


def test_deleting_the_first_leaves_the_other_with_its_own_buttons(page, diary):
    first = diary.day(SATURDAY).entries[0]
    diary.delete([first.id])
    page.show_state()
    (left,) = rows(page)
    assert left.entry is not None
    assert left.entry.id != first.id
    assert "Walk" in left.edit.accessibleName() or "walk" in left.edit.accessibleName()


def test_what_was_logged_is_said_again_when_the_units_change(qtbot, writing_desk, diary, page):
    diary.log_text("vitamin d3 1000 iu at 10")
    page.show_state()
    said = names(page)[-1]
    in_units = Words("en_GB", vitamin_d_unit="iu")
    page.logged.show_day(page.state, in_units, is_today=True)
    assert names(page)[-1] != said
    assert "IU" in names(page)[-1]


def test_the_day_and_its_week_are_counted_alike(page, diary):
    """500 mg of calcium and thirty minutes on Saturday, whoever asks."""
    assert page.state == diary.day(SATURDAY)
    assert diary.week(SATURDAY).on(SATURDAY) == diary.day(SATURDAY)


def test_a_usual_that_would_be_a_second_dose_asks_in_the_line(page, diary):
    for day in ("on wednesday", "on thursday", "yesterday"):
        diary.log_text(f"took letrozole {day}")
    page.show_state()
    usual = next(usual for usual in diary.usuals.around() if usual.entry.name == "Letrozole")
    page.usuals.wanted.emit(usual)
    assert len(diary.entries(SATURDAY, kinds=["dose"])) == 1
    page.usuals.wanted.emit(usual)
    assert len(diary.entries(SATURDAY, kinds=["dose"])) == 1
    assert "was this a second dose?" in page.entry.understanding.spoken()
    page.entry.understanding.confirmed.emit()
    assert len(diary.entries(SATURDAY, kinds=["dose"])) == 2
    assert page.entry.edit.text() == ""


def test_the_line_asks_about_a_second_dose_on_the_page_of_its_day(page, diary):
    diary.log_text("took letrozole yesterday at 8")
    page.show_day(date(2026, 11, 20))
    page.entry.say("letrozole")
    page.entry.log()
    assert len(diary.entries(kinds=["dose"])) == 1
    assert "already logged for yesterday at 08:00" in page.entry.understanding.spoken()
    page.show_day(date(2026, 11, 19))
    page.entry.say("letrozole")
    page.entry.log()
    assert len(diary.entries(kinds=["dose"])) == 2


# -- the keyboard ------------------------------------------------------------------------------------------------


@pytest.fixture
def shown(page, qtbot):
    page.resize(1096, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_deleting_the_last_entry_leaves_the_keyboard_on_the_bin_of_the_one_before(shown, diary):
    first, second = rows(shown)
    second.delete.setFocus()
    diary.delete([second.entry.id])
    shown.show_state()
    assert first.delete.hasFocus()


def test_deleting_the_only_entry_leaves_the_keyboard_in_the_card(shown, diary):
    diary.delete([entry.id for entry in diary.entries()[1:]])
    shown.show_state()
    (row,) = rows(shown)
    row.delete.setFocus()
    diary.delete([row.entry.id])
    shown.show_state()
    assert shown.logged.isAncestorOf(shown.logged.window().focusWidget())


def test_an_entry_being_changed_shows_and_says_its_time(shown):
    row = rows(shown)[0]
    row.edit.click()
    editor = shown.logged.editor
    assert editor.when.text() == "08:00"
    assert editor.edit.accessibleName() == "Change Calcium citrate 500 mg, 08:00"
    assert "9:15" in editor.hint.text()


def test_all_days_are_one_press_away_from_what_was_logged(shown, qtbot):
    with qtbot.waitSignal(shown.goes_to) as gone:
        shown.logged.history.click()
    assert gone.args == ["history", None]


def test_the_list_of_the_day_has_no_ground_of_its_own(shown, qapp):
    """On paper of another colour it stood as a block once the window had its stylesheet."""
    from bonecoach.ui.theme import sheet

    qapp.setStyleSheet(sheet())
    try:
        shown.show_state()
        card = shown.logged
        picture = card.grab().toImage()
        low = card.list.mapTo(card, QPoint(4, card.list.height() - 4))
        paper = card.mapFromGlobal(card.mapToGlobal(QPoint(card.width() // 2, 6)))
        assert picture.pixelColor(low) == picture.pixelColor(paper)
    finally:
        qapp.setStyleSheet("")


def test_back_on_today_the_keyboard_stays_among_the_ways_to_other_days(shown):
    shown.show_day(date(2026, 11, 20))
    shown.header.later.setFocus()
    shown.header.later.click()
    assert shown.header.earlier.hasFocus()
    shown.show_day(date(2026, 11, 18))
    shown.header.back.setFocus()
    shown.header.back.click()
    assert shown.header.earlier.hasFocus()


def test_below_a_tablet_nobody_is_asked_whether_she_took_nothing(shown, diary):
    shown.show_day(date(2026, 11, 19))
    assert shown.logged.none_button.text() == "I took nothing on this day"
    diary.log_text("took letrozole on 19 Nov at 8:00, walk 20 on 19 Nov at 9:00")
    shown.show_state()
    assert shown.logged.none_button.text() == "No food or supplement on this day"
    shown.logged.none_button.click()
    assert diary.day(date(2026, 11, 19)).none_taken
    shown.show_state()
    assert not shown.logged.none_button.isVisible()


def test_that_there_is_no_target_is_said_once_in_a_row(shown):
    shown.show_day(date(2026, 11, 19))  # nothing was logged then
    row = shown.nutrients.rows[Nutrient.VITAMIN_K2]
    assert (row._figures, row._parts) == ("no official target", "")
    calcium = shown.nutrients.rows[Nutrient.CALCIUM]
    assert calcium._figures.startswith("target ")
    assert calcium._parts != calcium._figures


def test_what_was_said_and_goes_hands_the_keyboard_on(shown, diary):
    shown.show_day(date(2026, 11, 19))
    shown.logged.none_button.setFocus()
    shown.logged.none_button.click()
    shown.show_state()
    assert shown.logged.history.hasFocus()
    shown.flag.show_flags(["Please call your team today."])
    shown.flag.read.setFocus()
    shown.flag.read.click()
    assert shown.flag.isHidden()
    assert shown.entry.edit.hasFocus()


# -- usuals ------------------------------------------------------------------------------------------------------


@pytest.fixture
def arranging(shown, diary, clock):
    """Three things logged on three days at this time, being arranged."""
    for _ in range(3):
        diary.log_text("walk 20, apple, milk 1 glass")
        clock.advance(days=1)
    shown.show_state()
    shown.usuals.arrange_button.click()
    return shown.usuals


def arranged(usuals):
    return [(piece.usual.label.split(",")[0], piece.usual.pinned) for piece in usuals._shown]


def piece(usuals, name):
    return next(piece for piece in usuals._shown if piece.usual.label.startswith(name))


def press(button, page):
    button.setFocus()
    button.click()
    page.show_state()


def test_only_what_is_kept_can_be_moved_and_only_among_what_is_kept(arranging, shown):
    assert all(piece.buttons[0].isHidden() and piece.buttons[2].isHidden() for piece in arranging._shown)
    names = [name for name, _ in arranged(arranging)]
    press(piece(arranging, names[2]).buttons[1], shown)
    assert arranged(arranging)[0] == (names[2], True)
    press(piece(arranging, names[1]).buttons[1], shown)
    first, second = arranging._shown[:2]
    assert [name for name, _ in arranged(arranging)[:2]] == [names[2], names[1]]
    assert first.buttons[0].isHidden()
    assert not first.buttons[2].isHidden()
    assert not second.buttons[0].isHidden()
    assert second.buttons[2].isHidden()


def test_the_keyboard_goes_with_the_usual_that_is_arranged(arranging, shown):
    names = [name for name, _ in arranged(arranging)]
    press(piece(arranging, names[1]).buttons[1], shown)
    assert piece(arranging, names[1]).buttons[1].hasFocus()
    press(piece(arranging, names[0]).buttons[1], shown)
    press(piece(arranging, names[1]).buttons[2], shown)  # one place later: it is the last that is kept
    assert [name for name, _ in arranged(arranging)[:2]] == [names[0], names[1]]
    assert piece(arranging, names[1]).buttons[1].hasFocus()  # the way on is gone, its pin is there


def test_the_keyboard_stays_on_the_usual_that_was_logged(shown, diary, clock):
    for _ in range(3):
        diary.log_text("walk 20, apple, milk 1 glass")
        clock.advance(days=1)
    shown.show_state()
    tile = shown.usuals._shown[2]
    label = tile.usual.label
    tile.setFocus()
    tile.click()
    shown.show_state()
    assert shown.window().focusWidget().usual.label == label


def test_the_buttons_of_a_line_that_is_changed_are_in_sight_however_long_the_list_is(opened, diary):
    for hour in range(8, 20):
        diary.log_text(f"2 glasses milk at {hour}:00 yesterday")
    page = opened(TodayPage)
    page.show_day(date(2026, 11, 20))
    for entry in diary.day(date(2026, 11, 20)).entries:
        page.logged.edits.emit(entry)
        for _round in range(6):
            QApplication.processEvents()
        editor, view = page.logged.editor, page.logged.roll.viewport()
        for widget in (editor.edit, editor.save):
            top = widget.mapTo(view, QPoint(0, 0)).y()
            assert 0 <= top <= view.height() - widget.height(), entry.moment.wall
