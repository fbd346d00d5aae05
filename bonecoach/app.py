"""The window's composition root: builds every object and connects it. Read it like a wiring diagram."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from bonecoach.clock import SystemClock, SystemZone
from bonecoach.core.errors import BoneCoachError
from bonecoach.desktop.instance import Instance
from bonecoach.diary import open_diary
from bonecoach.paint.fonts import LATER, load_fonts
from bonecoach.paths import default_data_dir, diary_file, log_dir
from bonecoach.ui import later
from bonecoach.ui.appearance import Appearance
from bonecoach.ui.main_window import MainWindow
from bonecoach.ui.menus import Menus
from bonecoach.ui.page import Desk
from bonecoach.ui.places import first_place, places
from bonecoach.ui.theme import apply, heed_system, look_named, sheet
from bonecoach.words import Words, system_locale

if TYPE_CHECKING:
    from datetime import date

    from bonecoach.core.changes import Step
    from bonecoach.diary.diary import Diary
    from bonecoach.logs import Kept
    from bonecoach.ui.medicines.standing import Standing
    from bonecoach.ui.reminders.asks import Asks
    from bonecoach.ui.reminders.reminding import Reminding

HEARTBEAT_MS = 60_000
"""How often the open window asks whether midnight passed or another program wrote to the diary."""


class Bus(QObject):
    """Carries what the diary announces to the window."""

    changed = Signal(object)


class Program(QObject):
    """Every object of the window, built and connected. `start` begins."""

    def __init__(
        self, app: QApplication, data_dir: Path, diary: Diary, bus: Bus, instance: Instance, zone: SystemZone
    ) -> None:
        super().__init__()
        self.zone = zone
        self.app, self.data_dir, self.diary, self.bus, self.instance = app, data_dir, diary, bus, instance
        self._spoken = Words(system_locale())
        self.appearance = Appearance(app, diary)
        self.appearance.put_in_force()
        self.desk = Desk(diary, self.words, self.appearance)
        self.window = MainWindow(self.desk, places(self.tr))
        self.menus = Menus(self.window, self.appearance)
        self.heartbeat = QTimer(self, interval=HEARTBEAT_MS)
        self._to_warm: list[Callable[[], object]] = []
        self._warmed = self._began_unseen = self._ready = False
        self._backup_failed_on: date | None = None
        self._log: Kept | None = None
        self.reminding: Reminding | None = None
        self.standing: Standing | None = None
        self.asks: Asks | None = None
        self._connect()

    def _connect(self) -> None:
        self.bus.changed.connect(self.window.step_done)
        self.bus.changed.connect(self.back_up_once_a_day)
        self.bus.changed.connect(self._planned)
        self.window.unopened.connect(self._open_first)
        self.window.painted.connect(self._warm_up)
        self.window.came_back.connect(self.look_again)
        self.window.asks_why.connect(self.explain)
        self.heartbeat.timeout.connect(self.look_again)
        self.app.aboutToQuit.connect(self.leave)

    def start(self, *, hidden: bool = False) -> None:
        """Opens the window on its first page, unless it is to wait unseen: then only what reminds is made ready."""
        if hidden:
            self._began_unseen = True
            self.heartbeat.start()
            self._warm([self._keep_log, self._listen, self._import_for_writing, self._remind])
        else:
            self._open_first()
            self.window.appear()

    def _open_first(self) -> None:
        self.window.go(first_place(self.diary))

    def words(self) -> Words:
        """The words in the person's units as they are today."""
        profile = self.diary.person.profile(self.diary.today())
        units = (profile.vitamin_d_unit, profile.weight_unit)
        if units != (self._spoken.vitamin_d_unit, self._spoken.weight_unit):
            self._spoken = self._spoken.with_units_of(profile)
        return self._spoken

    def look_again(self) -> None:
        """Draws anew when another program wrote to the diary, the day turned, or the computer is in another zone."""
        moved = self.zone.look_again()
        if self.diary.changed_elsewhere() or moved or self.window.shows_another_day():
            self.window.refresh()
        for standing in (self.standing, self.asks):
            if standing is not None:
                standing.look_again()
        if self._ready:  # another program may have planned the first reminder
            self._remind()

    # -- after the first painting ------------------------------------------------------------------------------

    def _warm_up(self) -> None:
        if self._warmed:
            return
        self._warmed = True
        done = [self._keep_log, self._listen, self._import_for_writing] if self._began_unseen else []
        acts = [
            self._say_when_painted,
            self._keep_log,
            later.now,
            self._fill_menus,
            self._listen,
            self._import_for_writing,
            self._read_tables,
            self._read_distances,
            self._heed_system,
            self._check_file,
            self._remind,
            self._ask,
        ]
        self._warm([act for act in acts if act not in done])

    def _warm(self, acts: list[Callable[[], object]]) -> None:
        self._to_warm += acts
        QTimer.singleShot(0, self._warm_next)

    def _warm_next(self) -> None:
        # One at a time, with the event loop between them: whoever types at once is not kept waiting by all of them.
        if self._to_warm:
            QTimer.singleShot(0, self._warm_next)  # before it is done: one that fails does not stop the others
            self._to_warm.pop(0)()
        else:
            self._ready = True
            gc.enable()

    def _say_when_painted(self) -> None:
        if os.environ.get("BONECOACH_BENCH_START"):
            sys.stdout.write(f"first paint {time.monotonic_ns()}\n")
            sys.stdout.flush()
            self.app.quit()

    def _keep_log(self) -> None:
        from bonecoach import logs

        self._log = logs.keep(log_dir(self.data_dir))

    def _fill_menus(self) -> None:
        self.app.setStyleSheet(sheet())
        self.menus.fill(
            {
                "backup": self.back_up,
                "folder": self.show_folder,
                "keys": partial(self.show_help, "keys"),
                "counting": partial(self.show_help, "counting"),
                "about": partial(self.show_help, "about"),
            }
        )

    def _listen(self) -> None:
        self.instance.listen(self.window.show_up)

    def _import_for_writing(self) -> None:
        self.diary.upkeep.warm()

    def _read_tables(self) -> None:
        self.diary.read("milk 1 glass")

    def _read_distances(self) -> None:
        self.diary.spacing.planned()

    def _heed_system(self) -> None:
        load_fonts(LATER)
        self.appearance.follow_system()
        if self.reminding is None:
            self.heartbeat.start()

    def _check_file(self) -> None:
        fault = self.diary.upkeep.quick_check()
        if fault is not None:
            self.window.tell(self.words().say("error.damaged"))

    def _remind(self) -> None:
        if self.reminding is None and self.diary.reminders.any():
            from bonecoach.ui.reminders.reminding import Reminding

            self.reminding = Reminding(self.desk, self.window, self)
            self.bus.changed.connect(self.reminding.step_done)
            self.reminding.looks.connect(self.look_again)
            self.heartbeat.stop()  # one heart is enough, and the alarm's beats faster
            self.reminding.start()
        self._stand()

    def _ask(self) -> None:
        from bonecoach.ui.reminders.asks import Asks

        self.asks = Asks(self.desk, self.window, self)
        self.bus.changed.connect(self.asks.step_done)
        self.asks.look_again()
        if self.reminding is not None:
            self.reminding.bell.look_again()  # Today may be there only now

    def _stand(self) -> None:
        reminders = self.diary.reminders
        if self.standing is None and (reminders.any() or reminders.rituals.running()):
            from bonecoach.ui.medicines.standing import Standing

            self.standing = Standing(self.desk, self.window, self)
            self.bus.changed.connect(self.standing.step_done)
            self.standing.tells.connect(self._tell)
            self.standing.start()

    def _planned(self, step: Step) -> None:
        changed = {change.table for change in step.changes}
        if self.reminding is None and "plans" in changed:
            QTimer.singleShot(0, self, self._remind)
        elif self.standing is None and "doses" in changed:
            QTimer.singleShot(0, self, self._stand)

    def _tell(self, key: str, title: str, body: str) -> None:
        if self.reminding is not None:
            self.reminding.notifier.show(key, title, body, (), silent=False, sound=False)

    # -- on request --------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Writes today's backup and says where it stands."""
        try:
            self.window.tell(self.tr("Backed up: %s").replace("%s", str(self.diary.upkeep.backup())))
        except BoneCoachError as error:
            self.window.tell(self.words().error(error))

    def back_up_once_a_day(self) -> None:
        """The first change of a day is followed by the day's backup, without a word unless it fails."""
        if self.diary.upkeep.backup_due():
            QTimer.singleShot(0, self._back_up_quietly)

    def _back_up_quietly(self) -> None:
        try:
            self.diary.upkeep.backup()
        except BoneCoachError as error:
            from bonecoach.ui.toast import STAYS_MS

            today, sentence = self.diary.today(), self.words().error(error)
            if self._backup_failed_on != today:  # said once a day, and not in the place of what offers Undo
                self._backup_failed_on = today
                QTimer.singleShot(STAYS_MS, self.window, lambda: self.window.tell(sentence))

    def show_folder(self) -> None:
        """Opens the data folder in the computer's own file window."""
        from bonecoach.ui.folders import show_folder

        show_folder(self.data_dir, self.window)

    def show_help(self, page: str) -> None:
        """Opens a page of the Help menu: "keys", "counting" or "about"."""
        from bonecoach.ui import help as pages

        if page == "keys":
            pages.KeysSheet(self.window.places.values(), self.window).exec()
        elif page == "counting":
            pages.counting(self.window).exec()
        else:
            pages.about(self.window, self.diary.upkeep.path).exec()

    def explain(self, about: object) -> None:
        """Shows where a number or an advice is from."""
        from bonecoach.ui.why import WhySheet

        WhySheet(about, self.desk, self.window).exec()

    def leave(self) -> None:
        """Stops what is still to come and closes what is open."""
        self.heartbeat.stop()
        if self.reminding is not None:
            self.reminding.stop()
        if self.standing is not None:
            self.standing.stop()
        self._to_warm.clear()
        self.instance.release()
        if self._log is not None:
            self._log.stop()
        self.diary.close()


def main(argv: Sequence[str]) -> int:
    """Opens the window; answers the exit code. `argv` holds --data-dir and --background at most."""
    data_dir, hidden = _wanted(argv)
    app = _application()
    bus, zone = Bus(), SystemZone()
    try:
        diary = open_diary(data_dir, SystemClock(), zone, bus.changed.emit)
    except BoneCoachError as error:
        return _cannot_open(app, error, data_dir)
    instance = Instance(data_dir)
    if not instance.claim() and instance.ask_to_show():
        diary.close()
        return 0
    program = Program(app, data_dir, diary, bus, instance, zone)
    app.setQuitOnLastWindowClosed(False)  # a window that lies in the tray is no end; one that is closed for good is
    program.window.closed.connect(app.quit)
    program.start(hidden=hidden)
    return app.exec()


def _application() -> QApplication:
    QApplication.setApplicationName("bonecoach")
    QApplication.setDesktopFileName("bonecoach")
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    heed_system(app)
    load_fonts()
    return app


def _wanted(argv: Sequence[str]) -> tuple[Path, bool]:
    words, data_dir, hidden = list(argv), None, False
    while words:
        word = words.pop(0)
        if word == "--background":
            hidden = True
        elif word == "--data-dir" and words:
            data_dir = words.pop(0)
        elif word.startswith("--data-dir="):
            data_dir = word.partition("=")[2]
    return (Path(data_dir).expanduser() if data_dir else default_data_dir()), hidden


def _cannot_open(app: QApplication, error: BoneCoachError, data_dir: Path) -> int:
    from bonecoach.ui.cannot_open import CannotOpen

    apply(app, look_named("system"))
    window = CannotOpen(Words(system_locale()).error(error), diary_file(data_dir))
    window.show()
    app.exec()
    return 1
