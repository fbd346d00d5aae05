"""What reminders put on the screen, in 1280 by 800, from 100 to 200 %: every word seen, everything large and apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from bonecoach.ui.reading_order import stops
from bonecoach.ui.reminders.large_window import LargeWindow
from bonecoach.ui.reminders.other_answer import OtherAnswer
from tests.pictures import looking
from tests.pictures.window import reminded, settle, window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|This plugin does not support raise")

SIZES = (1.0, 1.25, 2.0)


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    with window(tmp_path_factory.mktemp("diary") / "diary", reminded) as made:
        while made.unasked.asks is None:
            QApplication.processEvents()
        yield made


@pytest.fixture(scope="module", params=SIZES, ids=[f"{round(size * 100)} %" for size in SIZES])
def size(request, program):
    program.appearance.choose_scale(request.param)
    program.window.go("today")
    settle()
    yield request.param
    program.appearance.choose_scale(1.0)


def holds(root):
    """Nothing clipped or sideways, everything to press large enough, apart and named."""
    assert looking.clipped_texts(root) == []
    assert looking.overflowing(root) == []
    assert looking.small_targets(root) == []
    assert looking.close_neighbours(root) == []
    assert looking.unnamed(root) == []


def test_what_waits_stands_above_the_page(program, size):
    strip = program.window._strip
    assert strip.isVisible()
    strip.unfolded = False
    strip._draw()
    settle()
    holds(strip)
    strip.more.click()
    settle()
    assert len(strip.list.rows) > 1
    holds(strip)


def in_sight(within, widget):
    place = QRect(widget.mapTo(within.viewport(), QPoint(0, 0)), widget.size())
    return within.viewport().rect().intersects(place)


def test_what_stands_above_leaves_room_for_what_is_typed_and_for_the_slip(program, size):
    window, page = program.window, program.window.open_page
    whole = window.size()
    page.entry.edit.setFocus()
    program.diary.log_text("took alendronate", confirmed=True)  # which brings a bar of its own
    settle()
    assert window._strip.isVisible()
    assert program.unasked.standing.ritual.isVisible()
    assert window.toast.isVisible()
    assert window.size() == whole
    slip = QRect(window.toast.mapTo(window, QPoint(0, 0)), window.toast.size())
    assert window.rect().contains(slip)
    line = page.entry.edit
    typed = QRect(line.mapTo(page.viewport(), QPoint(0, 0)), line.size()).adjusted(0, 16, 0, -16)  # without its edge
    assert page.viewport().rect().contains(typed)
    window.toast.hide()
    settle()
    assert (window.above.verticalScrollBar().maximum() > 0) is (size == 2.0)  # only there they are too tall together
    assert window.above.edge.isVisible() is (size == 2.0)
    (row, *_) = window._strip.list.rows
    for button in (program.unasked.standing.ritual, *row.buttons.values()):
        button.setFocus()
        settle()
        if button.hasFocus():
            assert in_sight(window.above, button)
    page.entry.edit.setFocus()
    program.diary.undo()
    settle()


def test_tab_comes_to_what_waits_before_the_page(program, size):
    window, page = program.window, program.window.open_page
    there = stops(window.ground)
    (row, *_) = window._strip.list.rows
    medicines, taken = window.navigation.buttons["medicines"], row.buttons["done"]
    logged = next(one for one in there if page.logged.isAncestorOf(one))
    order = [there.index(one) for one in (medicines, taken, page.entry.edit, logged)]
    assert order == sorted(order)


def test_today_shows_what_is_next_what_was_left_and_asks_about_pain(program, size):
    page, on_today, asks = program.window.open_page, program.unasked.reminding.on_today, program.unasked.asks
    asks.look_again()
    settle()
    for card in (on_today.next, on_today.catch_up, asks.pain):
        assert card.isVisible()
    holds(page.body)
    asks.pain.ask_what_else()
    settle()
    holds(page.body)
    asks.pain.put_away()


def test_the_question_after_a_flight_is_seen_whole(program, size):
    asks = program.unasked.asks
    answers = (("local", "Yes, local time"), ("home", "No, keep home time (Buenos Aires)"))
    said = "You seem to be in another time zone (America/Argentina/ComodRivadavia). Keep reminders at local time?"
    asks.zone.ask(said, answers)
    settle()
    holds(program.window.open_page.body)
    asks.zone.hide()


def test_every_other_answer_is_seen_whole(program, size):
    (slot, *_) = program.diary.reminders.wanted()
    dialog = OtherAnswer(slot.id, program.desk, program.window)
    dialog.show()
    settle()
    holds(dialog.middle.inside)
    dialog.reject()


def test_the_large_window_is_seen_whole(program, size, qtbot):
    large = LargeWindow(program.desk)
    qtbot.addWidget(large)
    large.call(program.diary.reminders.wanted())
    settle()
    if large.width() >= 1100 or size < 2:  # the screen of these tests is 800 wide, and at 200 % it scrolls
        holds(large)
