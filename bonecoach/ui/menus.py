"""The menu bar: everything the window can do, by name and by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bonecoach.ui.appearance import Appearance
from bonecoach.ui.main_window import MainWindow
from bonecoach.ui.theme import LOOK_NAMES

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence
    from PySide6.QtWidgets import QMenu

Act = Callable[[], object]


class Menus:
    """Puts the titles up at once, so that nothing moves later, and fills the menus with `fill`."""

    def __init__(self, window: MainWindow, appearance: Appearance) -> None:
        self._window, self._appearance = window, appearance
        bar, tr = window.menuBar(), window.tr
        self.file = bar.addMenu(tr("&File"))
        self.edit = bar.addMenu(tr("&Edit"))
        self.view = bar.addMenu(tr("&View"))
        self.go = bar.addMenu(tr("&Go"))
        self.help = bar.addMenu(tr("&Help"))

    def fill(self, acts: dict[str, Act]) -> None:
        """Fills the menus. `acts` are what lies outside the window.

        "backup", "folder", "export", "import", "restore", "keys", "counting", "about".
        """
        self._fill_file(acts)
        self._fill_edit()
        self._fill_view()
        self._fill_go()
        self._fill_help(acts)

    def _fill_file(self, acts: dict[str, Act]) -> None:
        tr = self._window.tr
        if "settings" in self._window.places:
            key = self._window.places["settings"].shortcut
            self._add(self.file, tr("&Settings\u2026"), partial(self._window.go, "settings"), key)
            self.file.addSeparator()
        self._add(self.file, tr("&Export\u2026"), acts["export"])
        self._add(self.file, tr("&Import\u2026"), acts["import"])
        self.file.addSeparator()
        self._add(self.file, tr("&Back up now"), acts["backup"])
        self._add(self.file, tr("&Restore a backup\u2026"), acts["restore"])
        self._add(self.file, tr("Show &data folder"), acts["folder"])
        self.file.addSeparator()
        self.quit = self._add(self.file, tr("&Quit"), self._window.leave, "Ctrl+Q")
        self.file.aboutToShow.connect(self._name_quit)

    def _name_quit(self) -> None:
        tr, reminders = self._window.tr, self._window.desk.diary.reminders
        self.quit.setText(tr("&Quit and stop reminders") if reminders.are_to_come() else tr("&Quit"))

    def _fill_edit(self) -> None:
        from PySide6.QtGui import QKeySequence

        tr = self._window.tr
        self.undo = self._add(
            self.edit, tr("&Undo"), lambda: self._window.turning.undo(), QKeySequence.StandardKey.Undo
        )
        self.redo = self._add(self.edit, tr("&Redo"), lambda: self._window.turning.redo(), "Ctrl+Shift+Z", "Ctrl+Y")
        self.edit.aboutToShow.connect(self._name_steps)
        self.edit.aboutToHide.connect(self._let_keys_work)
        self.edit.addSeparator()
        self._add(self.edit, tr("Go to the entry &line"), self._to_line, "Ctrl+L")

    def _name_steps(self) -> None:
        diary, words, tr = self._window.desk.diary, self._window.desk.words, self._window.tr
        for action, name, step in (
            (self.undo, tr("&Undo"), diary.can_undo()),
            (self.redo, tr("&Redo"), diary.can_redo()),
        ):
            about = "" if step is None else words.step(step, diary.entries_of(step)).rstrip(".")
            action.setEnabled(step is not None)
            action.setText(f"{name} \u2013 {about.replace('&', '&&')}" if about else name)

    def _let_keys_work(self) -> None:
        """A closed menu knows nothing of what comes: its keys ask when they are pressed."""
        for action in (self.undo, self.redo):
            action.setEnabled(True)

    def _fill_view(self) -> None:
        from PySide6.QtGui import QActionGroup

        tr, appearance = self._window.tr, self._appearance
        self._add(self.view, tr("&Larger text"), appearance.larger, "Ctrl++", "Ctrl+=")
        self._add(self.view, tr("&Smaller text"), appearance.smaller, "Ctrl+-")
        self._add(self.view, tr("&Normal text"), appearance.normal, "Ctrl+0")
        self.view.addSeparator()
        group = QActionGroup(self.view)
        names = (tr("As the &computer"), tr("L&ight"), tr("&Dark"), tr("&High contrast"))
        for look, name in zip(LOOK_NAMES, names, strict=True):
            action = self._add(self.view, name, partial(appearance.choose_look, look))
            action.setCheckable(True)
            action.setChecked(look == appearance.look_name)
            group.addAction(action)
            appearance.changed.connect(partial(self._mark_look, action, look))

    def _mark_look(self, action: QAction, look: str) -> None:
        action.setChecked(look == self._appearance.look_name)

    def _fill_go(self) -> None:
        listed = [place for place in self._window.places.values() if place.listed]
        for nth, place in enumerate(listed, start=1):
            self._add(self.go, place.name, partial(self._window.go, place.key), f"Ctrl+{nth}")
        others = [place for place in self._window.places.values() if not place.listed and place.in_menu]
        if others:
            self.go.addSeparator()
        for place in others:
            self._add(self.go, place.name, partial(self._window.go, place.key), place.shortcut)

    def _fill_help(self, acts: dict[str, Act]) -> None:
        tr = self._window.tr
        self._add(self.help, tr("All &keys"), acts["keys"], "F1")
        self._add(self.help, tr("How it is &counted"), acts["counting"])
        self.help.addSeparator()
        self._add(self.help, tr("&About BoneCoach"), acts["about"])

    def _to_line(self) -> None:
        self._window.go("today")

    def _add(self, menu: QMenu, name: str, act: Act, *keys: str | QKeySequence.StandardKey) -> QAction:
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(name, menu)
        sequences = [QKeySequence(key) for key in keys if key]
        if sequences:
            action.setShortcuts(sequences)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        # A menu that was never opened still has to answer to its keys.
        self._window.addAction(action)
        return action
