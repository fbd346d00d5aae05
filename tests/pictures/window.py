"""The whole window on a made-up diary, at an instant that never moves: to take pictures of and to measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from bonecoach.app import Bus, Program
from bonecoach.clock import SystemZone
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.visits import Appointment
from bonecoach.desktop.alarm import Alarm
from bonecoach.desktop.instance import Instance
from bonecoach.diary import open_diary
from bonecoach.diary.diary import Diary
from bonecoach.diary.knowledge import Knowledge
from bonecoach.paint.fonts import LATER, load_fonts
from bonecoach.ui import later
from bonecoach.ui.theme import SYSTEM, apply, look_named, sheet
from bonecoach.words import Words
from tests.clocks import FakeClock
from tests.makers import BERLIN

SATURDAY_EVENING = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
"""Saturday 21 November 2026, 18:30 in Berlin: a week with something behind it and something still to come."""

SIZE = (1280, 800)
KNOWLEDGE = Knowledge()
Fill = Callable[[Diary], object]


def lived(diary: Diary) -> None:
    """26 weeks of made-up but lifelike use."""
    from bonecoach.diary.demo import fill

    fill(diary)
    (infusion,) = [plan for plan in diary.plans.standing() if plan.kind is Kind.INJECTION]
    diary.plans.end(infusion.id)  # nobody takes two at once, and denosumab has a window to be seen
    diary.plans.add_medicine("denosumab", Schedule(date(2026, 6, 12), Unit.MONTH, 6, times=(time(9),)))
    tuesdays_and_fridays = Schedule(date(2026, 11, 1), Unit.WEEK, weekdays=(1, 4), times=(time(10),))
    diary.plans.add("Strength session", tuesdays_and_fridays, kind=Kind.SESSION)
    diary.plans.add("Look at my week", Schedule(date(2026, 11, 1), Unit.WEEK, weekdays=(6,), times=(time(18),)))
    measured(diary)
    consulted(diary)
    diary.set_setting("first_start_done", "yes")


def consulted(diary: Diary) -> None:
    """An appointment behind, one ahead, and questions for it."""
    diary.visits.add(Appointment(date=date(2026, 5, 20), whom="Dr Meyer", decided="Denosumab from June; scan in 2027."))
    diary.visits.add(Appointment(date=date(2026, 12, 11), whom="Dr Meyer, oncology", time=time(10, 30), place="Room 4"))
    for text in ("Is walking enough, or shall I lift more?", "My hands are stiff in the morning: what helps?"):
        diary.visits.ask(text)
    diary.visits.ask("How much calcium shall I take?")
    diary.visits.answer(diary.visits.questions()[-1].id, "One a day is enough with my food.")


def measured(diary: Diary) -> None:
    """Three visits to the scanner, and two blood tests."""
    visits = ((date(2023, 3, 10), 0.98, -1.1, 0.75, -1.4), (date(2024, 4, 12), 0.93, -1.6, 0.71, -1.8))
    for day, spine, spine_t, neck, neck_t in (*visits, (date(2025, 8, 5), 0.94, -1.5, 0.70, -1.9)):
        of_spine = Scan(date=day, site=Site.LUMBAR_SPINE, bmd=spine, t_score=spine_t, scanner="Hologic A", lsc=0.028)
        diary.bones.add_scan(of_spine)
        diary.bones.add_scan(Scan(date=day, site=Site.FEMORAL_NECK, side=Side.LEFT, bmd=neck, t_score=neck_t))
    for day, value in ((date(2024, 5, 2), 48.0), (date(2025, 9, 1), 81.0)):
        test = LabTest(date=day, name="25ohd", value=value, unit="nmol/L", range_low=50, range_high=125)
        diary.bones.add_lab_test(test)


def begun(diary: Diary) -> None:
    """A few things logged today and last week, after the first questions."""
    diary.person.set_facts({"birth_date": "1958", "sex": "female", "aromatase_inhibitor": "anastrozole"})
    diary.log_text("2 glasses milk, walk 25 brisk")
    diary.log_text("calcium citrate 500 on friday, pain 4 on friday")
    diary.log_text("30 min cycling 12 nov")


def reminded(diary: Diary) -> None:
    """Since Friday noon nothing was answered: it waits, comes next, and is asked about; and joint pain is, too."""
    clock = diary._ledger.clock
    assert isinstance(clock, FakeClock)
    clock.advance(days=-12)
    diary.log_text("2 glasses milk")
    clock.advance(days=12, hours=-30)
    for log, times, note in (
        ("calcium citrate 500", (time(12, 45), time(18, 20)), "with a meal, and a large glass of water"),
        ("d3 1000 iu", (time(17, 15), time(20, 0)), ""),
        ("took letrozole", (time(18, 30), time(21, 30)), "with or without food"),
    ):
        schedule = Schedule(diary.today(), times=times)
        diary.plans.add(log.capitalize(), schedule, log=log, reading=diary.read(log), note=note)
    clock.advance(hours=30)
    diary.reminders.settle()
    diary.set_setting("first_start_done", "yes")
    diary.set_setting("login_asked", "no")


def untouched(diary: Diary) -> None:
    """Nothing but the first questions, and these left out."""
    diary.set_setting("first_start_done", "yes")


@contextmanager
def window(folder: Path, fill: Fill) -> Iterator[Program]:
    """The program with its window at 1280 by 800 on a diary that `fill` has written."""
    app = QApplication.instance() or QApplication(["bonecoach"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts()
    load_fonts(LATER)
    bus = Bus()
    diary = open_diary(folder, FakeClock(SATURDAY_EVENING), BERLIN, bus.changed.emit, KNOWLEDGE)
    fill(diary)
    program = Program(app, folder, diary, bus, Instance(folder), SystemZone())
    program.unasked.began.connect(lambda: _settle_once(program.unasked.reminding.alarm))
    program._spoken = Words("en_GB")
    app.setStyleSheet(sheet())
    acts = ("backup", "folder", "export", "import", "restore", "keys", "counting", "about")
    program.menus.fill(dict.fromkeys(acts, _nothing))
    program.window.resize(*SIZE)
    program.window.go("today")
    program.window.show()
    later.now()
    settle()
    try:
        yield program
    finally:
        program.window.close()
        program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # without an event loop nobody else does
        app.setStyleSheet("")
        program.leave()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(program, QEvent.Type.DeferredDelete)
        apply(app, look_named(SYSTEM))  # whatever size this window ended with


def at_size(program: Program, scale: float) -> None:
    """Puts a text size in force unless it is: every widget there is has to take it, and a window has hundreds."""
    if program.appearance.scale != scale:
        program.appearance.choose_scale(scale)


def _settle_once(alarm: Alarm) -> None:
    """Has an alarm look what is due, and wait for nothing: its timers go by the computer's clock, and where that is
    past the story's, which stands still, everything is due at once and for ever."""
    alarm.start = alarm._run_settle


def settle() -> None:
    """Lets the window lay itself out."""
    for _ in range(4):
        QApplication.processEvents()


def _nothing() -> None:
    """What the menus would do."""
