"""The window's composition root: builds every object and connects it. Read it like a wiring diagram."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
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
from bonecoach.paths import default_data_dir, log_dir
from bonecoach.ui import later
from bonecoach.ui.appearance import Appearance
from bonecoach.ui.backing_up import BackingUp
from bonecoach.ui.chores import Chores
from bonecoach.ui.first_place import first_place
from bonecoach.ui.main_window import MainWindow
from bonecoach.ui.menus import Menus
from bonecoach.ui.page import Desk
from bonecoach.ui.places import places
from bonecoach.ui.reminders.unasked import Unasked
from bonecoach.ui.theme import apply, heed_system, look_named, sheet
from bonecoach.words import Words, system_locale

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from bonecoach.diary.diary import Diary
    from bonecoach.logs import Kept

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
        self.chores = Chores(self)
        self.backing_up = BackingUp(self.desk, self.window, self)
        self._ready = False
        self._log: Kept | None = None
        self.unasked = Unasked(self.desk, self.window, self)
        self._connect()

    def _connect(self) -> None:
        self.bus.changed.connect(self.window.step_done)
        self.bus.changed.connect(self.backing_up.step_done)
        self.bus.changed.connect(self.unasked.step_done)
        self.unasked.began.connect(self.heartbeat.stop)  # one heart is enough, and the alarm's beats faster
        self.unasked.looks.connect(self.look_again)
        self.window.unopened.connect(self._open_first)
        self.window.painted.connect(self._warm_up)
        self.chores.done.connect(self._be_ready)
        self.window.came_back.connect(self.look_again)
        self.window.asks_why.connect(self.explain)
        self.window.asks_for.connect(self.open_way)
        self.heartbeat.timeout.connect(self.look_again)
        self.app.aboutToQuit.connect(self.leave)

    def start(self, *, hidden: bool = False) -> None:
        """Opens the window on its first page, unless it is to wait unseen: then only what reminds is made ready."""
        if hidden:
            self.heartbeat.start()
            self.chores.add([self._keep_log, self._listen, self._import_for_writing, self.unasked.remind])
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
        self.unasked.look_again()
        if self._ready:  # another program may have planned the first reminder
            self.unasked.remind()

    # -- after the first painting ------------------------------------------------------------------------------

    def _warm_up(self) -> None:
        self.chores.add(
            [
                self._say_when_painted,
                self._mind_readers,
                self._keep_log,
                later.now,
                self._fill_menus,
                self._listen,
                self._import_for_writing,
                self._read_tables,
                self._read_distances,
                self._heed_system,
                self._check_file,
                self.unasked.remind,
                self.unasked.ask,
            ]
        )

    def _be_ready(self) -> None:
        self._ready = True
        gc.enable()

    def _say_when_painted(self) -> None:
        if os.environ.get("BONECOACH_BENCH_START"):
            sys.stdout.write(f"first paint {time.monotonic_ns()}\n")
            sys.stdout.flush()
            self.app.quit()

    def _mind_readers(self) -> None:
        from bonecoach.ui.scroll_access import mind_scroll_bars

        mind_scroll_bars()

    def _keep_log(self) -> None:
        from bonecoach import logs

        self._log = logs.keep(log_dir(self.data_dir))

    def _fill_menus(self) -> None:
        self.app.setStyleSheet(sheet())
        self.menus.fill(
            {
                "folder": self.show_folder,
                **{way: partial(self.open_way, way) for way in ("backup", "export", "import", "restore")},
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
        self.app.focusWindowChanged.connect(self._turned_to)
        if self.unasked.reminding is None:
            self.heartbeat.start()

    def _turned_to(self, window: QWindow | None) -> None:
        if window is not None and window == self.window.windowHandle():
            self.window.came_back.emit()

    def _check_file(self) -> None:
        fault = self.diary.upkeep.quick_check()
        if fault is not None:
            self.window.tell(self.words().say("error.damaged"))

    # -- on request --------------------------------------------------------------------------------------------

    def show_folder(self) -> None:
        """Opens the data folder in the computer's own file window."""
        from bonecoach.ui.folders import show_folder

        show_folder(self.data_dir, self.window)

    def open_way(self, way: str) -> None:
        """Writes a backup, or opens how data goes: "backup", "calendar", "export", "import", "restore"."""
        if way == "backup":
            self.backing_up.back_up()
            return
        from bonecoach.ui.your_data import open_way

        open_way(way, self.desk, self.window)
        self.look_again()  # another diary may stand there now

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
        self.unasked.stop()
        self.chores.drop()
        self.backing_up.stop()
        self.instance.release()
        if self._log is not None:
            self._log.stop()
        self.diary.close()


def main(argv: Sequence[str]) -> int:
    """Opens the window; answers the exit code. `argv` holds --data-dir and --background at most."""
    data_dir, hidden = _wanted(argv)
    app = _application()
    bus, zone = Bus(), SystemZone()
    diary = None
    while diary is None:
        try:
            diary = open_diary(data_dir, SystemClock(), zone, bus.changed.emit)
        except BoneCoachError as error:
            if not _went_back(app, error, data_dir):
                return 1
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


def _went_back(app: QApplication, error: BoneCoachError, data_dir: Path) -> bool:
    """Says why the diary cannot be opened; whether a backup stands in its place now."""
    from bonecoach.ui.cannot_open import say_why

    apply(app, look_named("system"))
    app.setStyleSheet(sheet())
    return say_why(app, error, data_dir, Words(system_locale()), SystemClock())
