"""Makes the page for an appointment of a year, and prints what its state, its preview and its file took as JSON.

Run as `python -m tests.bench.appointment FOLDER`; it needs no screen.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import time as wall
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from bonecoach.clock import SystemClock
from bonecoach.core.schedules import Schedule
from bonecoach.core.spans import last_days
from bonecoach.desktop.pdf import summary_pdf
from bonecoach.diary import open_diary
from bonecoach.diary.diary import Diary
from bonecoach.exchange.files import written
from bonecoach.exchange.summary.page import Choice
from bonecoach.paint.fonts import load_fonts
from bonecoach.paint.summary.document import SummaryDocument
from bonecoach.words import Words

ROUNDS = 7
SHEET = QSizeF(1375.0, 2063.0)
ZONE = "Europe/Berlin"


def planned(diary: Diary) -> None:
    """What is taken every day is planned as well, so that how it was kept is counted too."""
    if diary.plans.versions():
        return
    since = last_days(3_650, diary.today()).first
    diary.plans.add_medicine("letrozole", Schedule(since, times=(wall(8),)))
    for log in ("calcium citrate 500 mg", "vitamin d3 1000 iu"):
        times = (wall(8), wall(18))
        diary.plans.add(log, Schedule(since, times=times), log=log, reading=diary.read(log))


def main(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each, round by round; the first round reads in what is read late."""
    app = QApplication(["bonecoach"])
    load_fonts()
    diary = open_diary(folder, SystemClock(), ZONE)
    planned(diary)
    span, choice = last_days(365, diary.today()), Choice()
    words = Words("en")

    def preview() -> None:
        page = SummaryDocument(diary.summaries.state(span), words, choice, SHEET).pages()[0]
        image = QImage(int(SHEET.width()), int(SHEET.height()), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page(painter, QRectF(0, 0, SHEET.width(), SHEET.height()))
        painter.end()

    def file() -> None:
        with written(folder / "page.pdf", over=True) as path:
            path.write_bytes(summary_pdf(diary.summaries.state(span), words, choice).data)

    work: dict[str, Callable[[], object]] = {
        "state": lambda: diary.summaries.state(span),
        "preview": preview,
        "file": file,
    }
    figures = {name: [_took(each) for _ in range(ROUNDS)] for name, each in work.items()}
    diary.close()
    del app
    return figures


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print(f"figures {json.dumps(main(Path(sys.argv[1])))}")
