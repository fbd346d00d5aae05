"""Draws fifteen years of bone health in the real page, and prints what the first paint and each zoom step took as JSON.

Run as `python -m tests.bench.fifteen FOLDER`; it needs no screen. Processor time is what counts: beside other work the
clock on the wall says how busy the machine was.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from datetime import time as wall
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bonecoach.clock import SystemClock
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.schedules import Schedule, Unit, months_after
from bonecoach.diary import open_diary
from bonecoach.diary.diary import Diary
from bonecoach.paint.fonts import load_fonts
from bonecoach.ui.bones.page import BonePage
from bonecoach.ui.bones.timeline_card import TimelineCard
from bonecoach.ui.page import Desk
from bonecoach.words import Words

ROUNDS = 9
YEARS = 15
SIZE = (1096, 763)
"""The page beside the sidebar in a window of 1280×800."""

ZONE = "Europe/Berlin"


def measured(diary: Diary) -> None:
    """A scan of three sites every year, a test every half year, an injection each six months, a fall in most years."""
    today = diary.today()
    begin = date(today.year - YEARS, 2, 1)
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": f"{begin}"}, begin)
    diary.plans.add_medicine("letrozole", Schedule(begin, times=(wall(8),)))
    diary.plans.add_medicine("denosumab", Schedule(begin, Unit.MONTH, 6, times=(wall(9),)))
    for year in range(YEARS):
        day = months_after(begin, 12 * year)
        spine = Scan(date=day, site=Site.LUMBAR_SPINE, bmd=0.98 - year / 200, t_score=-1.0 - year / 20, lsc=0.028)
        diary.bones.add_scan(spine)
        for site in (Site.TOTAL_HIP, Site.FEMORAL_NECK):
            diary.bones.add_scan(
                Scan(date=day, site=site, side=Side.LEFT, bmd=0.8 - year / 200, t_score=-1.2 - year / 25)
            )
        for months in (1, 7):
            half = months_after(day, months)
            diary.log_text(f"denosumab given on {half}", confirmed=True)
            diary.bones.add_lab_test(LabTest(date=half, name="25ohd", value=60 + year, unit="nmol/L", range_low=50))
        diary.log_text(f"fell without injury on {day + timedelta(days=80)}", confirmed=True)


def main(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of processor time of each, round by round."""
    app = QApplication(["bonecoach"])
    load_fonts()
    diary = open_diary(folder, SystemClock(), ZONE)
    if not diary.bones.scans():
        measured(diary)
    desk = Desk(diary, lambda: Words("en"))

    def painted() -> QWidget:
        card = TimelineCard()
        card.resize(*SIZE)
        card.show_state(diary.bones.timeline(), desk.words)
        card.grab()
        return card

    painted()  # reads in what is read late
    first = [_took(painted) for _ in range(ROUNDS)]
    page = BonePage(desk)
    page.resize(*SIZE)
    page.show_state()
    page.show()
    app.processEvents()
    card = page.timeline
    steps = []
    for button in (card.nearer, card.farther) * ROUNDS:
        while button.isEnabled():
            steps.append(_took(partial(_step, button)))
    diary.close()
    return {"first": first, "zoom": steps}


def _step(button: QAbstractButton) -> None:
    button.click()
    QApplication.processEvents()


def _took(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    print(f"figures {json.dumps(main(Path(sys.argv[1])))}")
