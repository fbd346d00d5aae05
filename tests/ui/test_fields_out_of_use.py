"""A field that cannot be filled now looks so."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from bonecoach.paint.look import LOOKS
from bonecoach.ui.person.day_field import DayField
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.ui.person.lines_field import LinesField
from bonecoach.ui.theme import apply, colour, look_named, sheet

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FIELDS = {
    "a line": lambda: Typed("Its name"),
    "lines": LinesField,
    "a choice": lambda: Chooser([("one", 1)]),
    "a day": DayField,
}


def edge(field):
    """The colours in the middle of its upper edge, where no corner is round."""
    picture = field.grab().toImage()
    return [picture.pixelColor(x, 1).name() for x in range(field.width() // 4, field.width() // 2)]


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("made", FIELDS.values(), ids=FIELDS)
def test_its_edge_is_dashed_as_that_of_a_button(qapp, qtbot, made, look):
    apply(qapp, look_named(look))
    before = qapp.styleSheet()
    qapp.setStyleSheet(sheet())
    try:
        window = QWidget()
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        beside, field = QPushButton("Save"), made()
        column.addWidget(beside)  # which has the keyboard
        column.addWidget(field)
        window.resize(300, 160)
        window.show()
        beside.setFocus()
        QApplication.processEvents()
        assert set(edge(field)) == {colour("control").name()}
        field.setEnabled(False)
        QApplication.processEvents()
        assert len(set(edge(field))) > 1  # dashes, and what is between them
    finally:
        qapp.setStyleSheet(before)
        apply(qapp, look_named("light"))
