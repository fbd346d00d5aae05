"""A day typed into a form is the day that is kept, however people write it, or it is asked about."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.person.day_field import DayField, as_date
from bonecoach.ui.person.typed_day import day_typed

SHOWN = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("15 May 2026", "dmy", (2026, 5, 15)),
        ("15 may 26", "dmy", (2026, 5, 15)),
        ("15th of", "dmy", None),
        ("15th May", "dmy", (2026, 5, 15)),
        ("15May2026", "dmy", (2026, 5, 15)),
        ("May 15, 2026", "dmy", (2026, 5, 15)),
        ("2026 May 15", "dmy", (2026, 5, 15)),
        ("2026-05-15", "dmy", (2026, 5, 15)),
        ("2026-05-15", "mdy", (2026, 5, 15)),
        ("05.06.2026", "dmy", (2026, 6, 5)),
        ("05/06/2026", "mdy", (2026, 5, 6)),
        ("26-05-06", "ymd", (2026, 5, 6)),
        ("5.6.", "dmy", (2026, 6, 5)),
        ("5/6", "mdy", (2026, 5, 6)),
        ("05-06", "ymd", (2026, 5, 6)),
        ("3 Sept 2025", "dmy", (2025, 9, 3)),
        ("29 Feb 2024", "dmy", (2024, 2, 29)),
        ("29 Feb 2026", "dmy", None),
        ("31.4.2026", "dmy", None),
        ("13/13/2026", "mdy", None),
        ("15 Ju 2026", "dmy", None),
        ("Mai 15", "dmy", None),
        ("15 May 202", "dmy", None),
        ("15 May 2026 Nov 2026", "dmy", None),
        ("15052026", "dmy", None),
        ("-5 May 2026", "dmy", None),
        ("5 May 1899", "dmy", None),
        ("5 May 5202", "dmy", None),
        ("May", "dmy", None),
        ("soon", "dmy", None),
        ("", "dmy", None),
    ],
)
def test_a_day_as_people_write_it_or_none(text, order, day):
    if day is None:
        with pytest.raises(InvalidEntry) as refused:
            day_typed(text, order, SHOWN)
        assert refused.value.code == "day_not_read"
    else:
        assert day_typed(text, order, SHOWN) == date(*day)


@pytest.fixture
def field(qtbot):
    field = DayField("dmy")
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 11, 30))
    with qtbot.waitActive(field):
        field.show()
    field.clearFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    return field


def test_whoever_comes_by_tab_types_the_whole_day_over_the_one_that_stands_there(field, qtbot):
    qtbot.keyClicks(field, "15 May 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.lineEdit().text() == "15 May 2026"
    assert as_date(field.date()) == date(2026, 5, 15)


@pytest.mark.parametrize("back", [False, True])
def test_tab_leaves_a_day_that_was_typed_and_keeps_it(qtbot, back):
    rows, before, after = QWidget(), QLineEdit(), QLineEdit()
    between = DayField("dmy")
    layout = QVBoxLayout(rows)
    for row in (before, between, after):
        layout.addWidget(row)
    qtbot.addWidget(rows)
    between.setDate(QDate(2026, 11, 30))
    with qtbot.waitActive(rows):
        rows.show()
    (after if back else before).setFocus()
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    assert between.hasFocus()
    assert between.lineEdit().selectedText() == "30 Nov 2026"
    qtbot.keyClicks(between, "12 Nov 2024")
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    assert (before if back else after).hasFocus()
    assert between.lineEdit().text() == "12 Nov 2024"
    assert as_date(between.date()) == date(2024, 11, 12)


def test_all_of_it_chosen_is_replaced_and_not_half_of_it(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "15.5.2026")
    assert as_date(field.date()) == date(2026, 5, 15)
    assert field.lineEdit().text() == "15 May 2026"


def test_arrows_step_from_what_was_typed(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "15 May 2026")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert as_date(field.date()) == date(2026, 5, 16)


def test_no_day_stays_to_be_seen_when_the_field_is_left_and_saving_says_so(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "31 April")
    field.clearFocus()
    assert field.lineEdit().text() == "31 April"
    with pytest.raises(InvalidEntry) as refused:
        field.settle()
    assert refused.value.facts == {"text": "31 April"}
    assert as_date(field.date()) == SHOWN  # where nobody can be told, the day before it stands there again
    assert field.lineEdit().text() == "30 Nov 2026"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("1 Dec 2026", "day_to_come"), ("12/03/2027", "day_to_come"), ("31 Aug 2026", "day_too_early"), ("1/9", None)],
)
def test_a_day_that_does_not_fit_is_refused_and_never_becomes_the_nearest_that_does(field, typed, code):
    field.setMinimumDate(QDate(2026, 9, 1))
    field.setMaximumDate(QDate(2026, 11, 30))
    field.lineEdit().setText(typed)
    if code is None:
        field.settle()
        assert as_date(field.date()) == date(2026, 9, 1)
        return
    with pytest.raises(InvalidEntry) as refused:
        field.settle()
    assert refused.value.code == code
    field.clearFocus()
    assert field.lineEdit().text() == typed


@pytest.mark.parametrize(
    ("key", "stepped"), [(Qt.Key.Key_Home, "16 May 2026"), (Qt.Key.Key_End, "15 May 2027"), (None, "15 Jun 2026")]
)
def test_arrows_step_what_the_cursor_stands_in(field, qtbot, key, stepped):
    field.lineEdit().setText("15.5.2026")
    field.settle()
    if key is None:
        field.lineEdit().setCursorPosition(4)
    else:
        qtbot.keyClick(field, key)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.lineEdit().text() == stepped
