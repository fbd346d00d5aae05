"""Uses the real window on a diary, as a person would, and prints what it took as JSON.

Run at a desk: `python -m tests.bench.using FOLDER`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bonecoach import app as window_app
from bonecoach.clock import SystemClock, SystemZone
from bonecoach.desktop.instance import Instance
from bonecoach.diary import open_diary
from tests.bench.memory import resident_mb

LINES = (
    "2 glasses milk",
    "calcium citrate 500",
    "walk 30 brisk",
    "1 tin sardines, 2 slices wholemeal bread",
    "d3 1000 iu",
    "squats 3x10 20kg 25 min",
    "missed letrozole",
    "pain 4 hands",
    "half a cup of almonds",
    "1 pot greek yogurt and 1 banana",
)
"""What is logged, over and over."""

TYPED = (
    "2 glasses semi-skimmed milk",
    "calcium carbonate 1250",
    "150 g salmon, 1 cup broccoli",
    "k2 mk-7 100 yesterday",
    "walked the dog 45 mins",
    "mackerel in tomato sauce 1 tin",
    "vitamin d3 1000 iu at 8",
    "strength training 25 min hard",
)
"""What is typed key by key."""

ROUNDS = 6
WEEKS = 52
MOST_TURNS = 400


class Painted(QObject):
    """Counts the paintings of a window.

    Only the window itself is watched: looking at every event of the program in Python took more time than painting.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            self.times += 1
        return False

    def wait(self, since: int) -> None:
        """Lets the program run until something was painted since, and nothing is left to do."""
        for _ in range(MOST_TURNS):
            QApplication.processEvents()
            if self.times > since:
                QApplication.processEvents()
                return
        raise RuntimeError("nothing was painted")


def main(folder: Path) -> dict[str, list[float]]:
    """Logs, goes through a year of weeks and types; milliseconds of each, and the memory held afterwards."""
    app = window_app._application()
    bus = window_app.Bus()
    zone = SystemZone()
    diary = open_diary(folder, SystemClock(), zone, bus.changed.emit)
    program = window_app.Program(app, folder, diary, bus, Instance(folder), zone)
    program.start()
    QTest.qWaitForWindowExposed(program.window)
    for _ in range(MOST_TURNS):
        QApplication.processEvents()
    page = program.window.open_page
    assert page is not None
    edit = page.entry.edit  # type: ignore[attr-defined]
    painted = Painted(program.window)

    logging = []
    for text in LINES * ROUNDS:
        edit.setFocus()
        edit.setText(text)
        QApplication.processEvents()
        page.entry.close_list()  # type: ignore[attr-defined]
        before = painted.times
        began = time.perf_counter()
        QTest.keyClick(edit, Qt.Key.Key_Return)
        painted.wait(before)
        logging.append((time.perf_counter() - began) * 1000)
        assert edit.text() == "", f"{text!r} was not logged"

    keys = []
    for text in TYPED:
        edit.setFocus()
        edit.setText("")
        for letter in text:
            began = time.perf_counter()
            edit.insert(letter)
            keys.append((time.perf_counter() - began) * 1000)
            QApplication.processEvents()
    edit.setText("")

    program.window.go("week")
    week = program.window.open_page
    assert week is not None
    QApplication.processEvents()
    weeks = []
    for _ in range(WEEKS):
        before = painted.times
        began = time.perf_counter()
        week.go(-1)  # type: ignore[attr-defined]
        painted.wait(before)
        weeks.append((time.perf_counter() - began) * 1000)
    answer = {"log": logging, "keys": keys, "weeks": weeks, "memory": [resident_mb()]}
    program.window.close()
    return answer


if __name__ == "__main__":
    print("figures", json.dumps(main(Path(sys.argv[1]))), flush=True)
