"""The sign stands only where a tray truly is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from bonecoach.desktop.tray import Tray

# The screen that nobody sees has no tray, whatever it is told; Qt's own code for X11 complains of that.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

Reason = QSystemTrayIcon.ActivationReason


@pytest.fixture
def desktop(monkeypatch):
    """A desktop whose panel can come and go."""
    there = {"tray": True}
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: there["tray"])
    return there


@pytest.fixture
def tray(qapp, desktop):
    tray = Tray()
    tray.asked = []
    tray.asks_open.connect(lambda: tray.asked.append("open"))
    tray.asks_quit.connect(lambda: tray.asked.append("quit"))
    yield tray
    tray.stop()


def test_the_menu_opens_and_quits(tray):
    tray.start()
    assert tray.exists
    actions = [action for action in tray._sign.contextMenu().actions() if not action.isSeparator()]
    assert [action.text() for action in actions] == ["Open BoneCoach", "Quit and stop reminders"]
    for action in actions:
        action.trigger()
    assert tray.asked == ["open", "quit"]
    assert not tray._sign.icon().isNull()


@pytest.mark.parametrize(
    ("reason", "asked"), [(Reason.Trigger, ["open"]), (Reason.DoubleClick, ["open"]), (Reason.Context, [])]
)
def test_a_click_on_the_sign_opens(tray, reason, asked):
    tray.start()
    tray._sign.activated.emit(reason)
    assert tray.asked == asked


def test_without_a_tray_there_is_no_sign_until_one_comes(tray, desktop):
    desktop["tray"] = False
    tray.start()
    assert not tray.exists
    assert tray._sign is None

    desktop["tray"] = True
    tray.start()
    tray.start()
    assert tray.exists

    desktop["tray"] = False
    assert not tray.exists


def test_stopped_it_is_gone_and_may_come_back(tray):
    tray.start()
    tray.stop()
    tray.stop()
    assert not tray.exists
    tray.start()
    assert tray.exists
