"""Something to draw on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bonecoach.paint.fonts import load_fonts


@pytest.fixture(scope="session", autouse=True)
def screen():
    app = QApplication.instance() or QApplication(["bonecoach"])
    load_fonts()
    return app
