"""Fields of the quick forms."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bonecoach.ui.forms.fields import Stepper
from bonecoach.ui.theme import sheet

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_number_between_the_buttons_is_seen(qtbot, qapp):
    qapp.setStyleSheet(sheet())
    try:
        stepper = Stepper("How many", 0, 100, 0.5)
        qtbot.addWidget(stepper)
        stepper.show_number(1.5)
        stepper.show()
        QApplication.processEvents()
        field = stepper.box.lineEdit()
        assert field.text() == "1.5"
        assert field.width() > field.fontMetrics().horizontalAdvance("100.5")
    finally:
        qapp.setStyleSheet("")
