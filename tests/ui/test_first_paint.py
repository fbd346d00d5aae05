"""What the first painting waits for: nothing that it does not draw."""

from __future__ import annotations

import os
import subprocess
import sys

from bonecoach.clock import SystemClock
from bonecoach.diary import open_diary
from tests.makers import BERLIN

WATCHED = """
import enum, os, sys

made, real = [], enum.EnumType.__new__

def watched(kind, name, *bases, **more):
    made.append(name)
    return real(kind, name, *bases, **more)

enum.EnumType.__new__ = watched
sys.argv = ["bonecoach", "--data-dir", sys.argv[1]]

import bonecoach.app
from bonecoach.__main__ import main

def painted(program):
    print("enums", *made)
    print("modules", *sys.modules)
    sys.stdout.flush()
    os._exit(0)

bonecoach.app.Program._say_when_painted = painted
main()
"""

OF_QT = {"AlignmentFlag", "Key", "MouseButton", "PenStyle", "WindowType"}
"""Some of the hundred enums that come with the namespace `Qt`, all at once, and take a tenth of the start."""

LATER = {
    "apscheduler",
    "desktop_notifier",
    "numpy",
    "PySide6.QtPrintSupport",
    "sqlite_utils",
    "bonecoach.phrase.line",
    "bonecoach.store.backups",
}
"""Imported when all is painted, or when it is asked for."""


def test_neither_the_namespace_nor_what_only_writes_or_reminds_is_read_in(tmp_path):
    diary = open_diary(tmp_path, SystemClock(), BERLIN)
    diary.log_text("2 glasses milk, walk 30 brisk, calcium citrate 500, pain 4")
    diary.close()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=50, check=True,
    )  # fmt: skip
    said = {name: set(names) for name, *names in map(str.split, done.stdout.splitlines())}
    assert "bonecoach.ui.today.page" in said["modules"]
    assert said["enums"] & OF_QT == set()
    assert said["modules"] & LATER == set()
