"""Without a display no window opens, and the person is told what works without one."""

from __future__ import annotations

import os
import socket

import pytest

import errands
from display import answers, without_display


def nobody(display):
    return False


def somebody(display):
    return True


def test_no_display_names_what_works_without():
    said = without_display({}, "linux") or ""

    assert said.startswith("There is no display here to open a window on")
    assert "make pictures" in said
    assert ".venv/bin/bonecoach --help" in said


def test_a_display_where_nothing_answers_is_none():
    assert "nothing answers at DISPLAY=:7" in (without_display({"DISPLAY": ":7"}, "linux", nobody) or "")


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_where_a_window_can_open_nothing_is_said(environment, platform):
    assert without_display(environment, platform, somebody) is None


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="X servers listen at Unix sockets")
def test_a_display_of_this_computer_is_tried_and_one_elsewhere_is_believed():
    assert not answers(":63999")
    assert not answers("unix:63999.0")
    assert answers("elsewhere:10.0")


def test_run_without_a_display_ends_with_1_and_opens_nothing(monkeypatch, capsys):
    opened = []
    monkeypatch.setattr(errands, "set_up", lambda window, testing: errands.Environment(errands.ROOT))
    monkeypatch.setattr(errands, "without_display", lambda environment: "There is no display here.")
    monkeypatch.setattr(os, "execve", lambda *words: opened.append(words))

    assert errands.main(["run"]) == 1
    assert opened == []
    assert capsys.readouterr().err == "There is no display here.\n"
