"""What stands below the entry line while something is typed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from bonecoach.ui.buttons import Button
from bonecoach.ui.today.page import TodayPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = ", ".join(["2 glasses milk"] * 12)


@pytest.fixture
def page(opened):
    return opened(TodayPage)


def high(page, text):
    """How tall what was understood of a text is, once the page has laid itself out."""
    page.entry.say(text)
    for _round in range(4):  # the text is wrapped, then its column, the box and the page follow
        QApplication.processEvents()
    return page.entry.understanding.height()


def test_what_was_understood_grows_and_does_not_shrink_while_somebody_types(page):
    short = high(page, "milk")
    tall = high(page, LONG)
    assert tall > short
    assert high(page, "2 glasses milk") == tall
    high(page, "")
    assert high(page, "milk") == short


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("two Calcichew D3 Forte", "my_supplements"),
        ("levothyroxine 75 mcg", "medicines"),
        ("T-score -2.4", "bone"),
        ("appointment friday", "appointment"),
        ("weight 65 kg", "bone"),
        ("height 161 cm", "bone"),
    ],
)
def test_what_is_kept_elsewhere_has_a_button_that_leads_there(page, qtbot, text, place):
    page.entry.say(text)
    way = next(b for b in page.entry.understanding.findChildren(Button) if b.text().startswith("Go to "))
    assert "terminal" not in page.entry.understanding.spoken()
    with qtbot.waitSignal(page.goes_to) as gone:
        way.click()
    assert gone.args == [place, None]
    assert page.entry.edit.text() == text


def test_what_is_only_mistyped_leads_nowhere(page):
    page.entry.say("wlak 30")
    assert [b.text() for b in page.entry.understanding.findChildren(Button)] == ["Use: walk 30"]


def test_an_empty_line_is_named_once_to_a_screen_reader(page):
    line = QAccessible.queryAccessibleInterface(page.entry.edit)
    assert line.text(QAccessible.Text.Name) == "What did you take, eat or do?"
    assert line.text(QAccessible.Text.Description).strip() == ""
    page.entry.say("walk 30")
    assert "30 min" in line.text(QAccessible.Text.Description)
    page.entry.say("")
    assert line.text(QAccessible.Text.Description).strip() == ""
