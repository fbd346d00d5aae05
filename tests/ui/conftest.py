"""A diary behind the pages, in a throwaway folder, at an instant that stands still."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from bonecoach.diary import open_diary
from bonecoach.diary.knowledge import Knowledge
from bonecoach.paint.fonts import load_fonts
from bonecoach.ui import later
from bonecoach.ui.page import Desk
from bonecoach.words import Words
from tests.clocks import FakeClock
from tests.makers import BERLIN

KNOWLEDGE = Knowledge()

SATURDAY = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
"""Saturday 21 November 2026, 18:30 in Berlin."""


@pytest.fixture
def clock():
    return FakeClock(SATURDAY)


@pytest.fixture
def diary(tmp_path, clock):
    opened = open_diary(tmp_path / "diary", clock, BERLIN, None, KNOWLEDGE)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def nothing_waits():
    """Pages stand here without the window whose first painting they would wait for."""
    later.now()


@pytest.fixture(autouse=True)
def nothing_stays():
    """What a test closed is gone before the next one: the look is given to every widget there is, which takes time."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def writing_desk(qapp, diary):
    """What a page works with."""
    load_fonts()
    return Desk(diary, lambda: Words("en_GB").with_units_of(diary.person.profile(diary.today())))


@pytest.fixture
def opened(qapp, writing_desk):
    """Opens a page as the window does."""
    pages = []

    def open_page(kind, size=(1096, 760)):
        page = kind(writing_desk)
        pages.append(page)
        page.resize(*size)
        page.show_state()
        page.show()
        return page

    yield open_page
    for page in pages:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # nothing of it follows the next test's look
