"""The week: what it shows, and going from one to another."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter

from bonecoach.ui.week import WeekPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(opened, diary):
    diary.log_text("walk 30 brisk, calcium citrate 500")
    diary.log_text("2 glasses milk on monday, pain 4 on tuesday")
    diary.log_text("walk 45 brisk 11 nov")
    return opened(WeekPage)


def test_the_running_week_is_shown_first_with_its_next_step(page):
    assert page.heading.text() == "16 to 22 November"
    assert "30 of 150" in page.minutes.chart.accessibleDescription()
    assert page.step.sentence.text()
    assert page.step.why_button.isVisibleTo(page)
    assert not page.later.isEnabled()


def test_the_days_ahead_are_still_to_come_for_ears_as_for_eyes(page):
    # Saturday 21 November: of this week only Sunday is ahead
    for card in (page.strip, page.nutrients):
        said = card.chart.accessibleDescription()
        assert "Wednesday" in said
        assert "not recorded" in said
        assert "Sunday: still to come." in said or "Sunday still to come." in said


def test_arrows_lead_to_earlier_weeks_and_back(page, qtbot):
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert page.heading.text() == "9 to 15 November"
    assert "45 of 150" in page.minutes.chart.accessibleDescription()
    assert page.step.sentence.text() == "This week is over. You can still add to it or change it."
    qtbot.mouseClick(page.later, Qt.MouseButton.LeftButton)
    assert page.heading.text() == "16 to 22 November"


def test_a_key_goes_to_the_earlier_week_too(page, qtbot):
    page.earlier.setFocus()
    qtbot.keyClick(page.earlier, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.heading.text() == "9 to 15 November"


def test_nobody_walks_into_weeks_to_come(page):
    page.go(-2)
    page.go(5)
    assert page.heading.text() == "16 to 22 November"


def test_the_window_can_open_it_on_a_day(page):
    page.open_on(date(2026, 11, 12))
    assert page.heading.text() == "9 to 15 November"


def test_the_keyboard_stays_on_the_arrows_when_later_ends(page):
    page.go(-1)
    page.activateWindow()
    page.later.setFocus()
    page.go(1)
    assert page.focusWidget() is page.earlier


def test_pain_stands_beside_the_week_before(page):
    assert page.minutes.pain.text() == "Joint pain: worst 4 of 10, median 4"
    assert page.minutes.pain_before.text() == "Week before: no joint pain scored"


def test_recorded_days_are_said(page):
    assert page.nutrients.note.text() == "recorded 2 of 7 days"


def test_a_chart_turns_into_its_table_and_back(page, qtbot):
    card = page.strip
    qtbot.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert not card.chart.isVisibleTo(page)
    assert card.table.item(0, 0).text() == "Day"
    assert card.table.item(6, 1).text() == "30"  # Saturday
    page.go(-1)
    assert card.table.item(3, 1).text() == "45"  # the table follows to the Wednesday before
    qtbot.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert card.chart.isVisibleTo(page)
    assert card.turn.text() == "Show as table"


def test_a_rest_week_is_said_in_one_click_and_asks_nothing(page, diary, qtbot):
    qtbot.mouseClick(page.rest, Qt.MouseButton.LeftButton)
    assert diary.week(diary.today()).movement.rest_week
    assert page.rest.isChecked()
    assert page.step.sentence.text().startswith("A rest week.")
    qtbot.mouseClick(page.rest, Qt.MouseButton.LeftButton)
    assert not diary.week(diary.today()).movement.rest_week


def test_why_tells_of_the_advice(page, qtbot):
    with qtbot.waitSignal(page.asks_why) as asked:
        qtbot.mouseClick(page.step.why_button, Qt.MouseButton.LeftButton)
    assert asked.args[0].code == "resistance_days"


def test_one_column_where_there_is_no_room_for_two(page, qapp):
    page.resize(700, 700)
    qapp.processEvents()
    assert page.narrow
    places = [card.mapTo(page.body, card.rect().topLeft()) for card in (page.minutes, page.step, page.strip)]
    assert len({place.x() for place in places}) == 1


def test_printing_draws_the_shown_week(page, monkeypatch, tmp_path):
    from bonecoach.desktop import printing

    printed = []
    monkeypatch.setattr(printing, "print_painting", lambda _parent, title, paint: printed.append((title, paint)))
    page.go(-1)
    page.print_page()
    ((title, paint),) = printed
    assert title == "9 to 15 November"
    file = str(tmp_path / "week.pdf")
    assert printing.paint_page(QPdfWriter(file), paint)
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")


def test_a_row_that_was_chosen_in_a_table_is_not_chosen_in_another_week(page):
    page.minutes.turn.click()
    table = page.minutes.table
    table.selectRow(1)
    page.show_state()
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]  # the same figures: hers to keep
    page.go(-1)
    assert table.selectionModel().selectedRows() == []
