"""What is done after the first painting: all of it, in order, each thing once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bonecoach.ui.chores import Chores

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""A window of another test, which goes only when events are handled, may say so on the screen that is none."""


def until_still():
    for _ in range(20):
        QApplication.processEvents()


@pytest.fixture
def did():
    return []


@pytest.fixture
def acts(did):
    return [lambda: did.append("log"), lambda: did.append("menus"), lambda: did.append("tables")]


def test_each_is_done_in_order_and_once_however_often_it_is_added(qapp, did, acts):
    chores, ends = Chores(), []
    chores.done.connect(lambda: ends.append(list(did)))
    chores.add(acts[:2])
    assert did == []  # not before the event loop turns
    until_still()
    assert did == ["log", "menus"]
    chores.add(acts)
    until_still()
    assert did == ["log", "menus", "tables"]
    assert ends == [["log", "menus"], ["log", "menus", "tables"]]


def test_one_that_fails_does_not_stop_the_others(qapp, qtbot, did, acts):
    def fail():
        raise RuntimeError("no room")

    chores = Chores()
    with qtbot.capture_exceptions() as raised:
        chores.add([acts[0], fail, acts[2]])
        until_still()
    assert did == ["log", "tables"]
    assert [str(each[1]) for each in raised] == ["no room"]


def test_what_was_not_begun_is_dropped(qapp, did, acts):
    chores = Chores()
    chores.add(acts)
    chores.drop()
    until_still()
    assert did == []
