"""Settings: the look of the program, and where its files lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.ui.appearance import Appearance
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text, breakable
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.settings.rows import SettingCard
from bonecoach.ui.theme import LOOK_NAMES, SIZE_STEPS, follow, px


class LookCard(SettingCard):
    """Text size and look; both show at once."""

    def __init__(self, appearance: Appearance | None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Text and look"))
        names = (self.tr("As the computer"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        self.size_box = Chooser(tuple((f"{round(step * 100)} %", step) for step in SIZE_STEPS))
        self.look_box = Chooser(tuple(zip(names, LOOK_NAMES, strict=True)))
        self.size_box.setAccessibleName(self.tr("Text size"))
        self.look_box.setAccessibleName(self.tr("Look"))
        self.add(self.tr("Text size"), self.size_box, self.tr("Also Ctrl + and Ctrl -"))
        self.add(self.tr("Look"), self.look_box)
        self.appearance = appearance
        if appearance is not None:
            self.size_box.currentIndexChanged.connect(self._choose_size)
            self.look_box.currentIndexChanged.connect(self._choose_look)
            appearance.changed.connect(self.show_appearance)
            self.show_appearance()

    def show_appearance(self) -> None:
        """Shows what was chosen, here or with the keys."""
        if self.appearance is not None:
            self.size_box.choose(self.appearance.scale)
            self.look_box.choose(self.appearance.look_name)

    def _choose_size(self) -> None:
        if self.appearance is not None:
            self.appearance.choose_scale(float(self.size_box.currentData()))

    def _choose_look(self) -> None:
        if self.appearance is not None:
            self.appearance.choose_look(str(self.look_box.currentData()))


class FilesCard(SettingCard):
    """Where diary and backups lie. `opens(folder)`, `moves_backups()`, `backs_up()`."""

    opens = Signal(object)
    moves_backups = Signal()
    backs_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Your files"))
        self._data, self._backups = Path(), Path()
        self.data_path, self.backup_path = Text("", "body"), Text("", "body")
        self.show_data = Button(self.tr("Show folder"), name=self.tr("Show the data folder"))
        self.show_backups = Button(self.tr("Show backups"))
        self.elsewhere = Button(self.tr("Other folder\u2026"), name=self.tr("Choose another folder for backups"))
        self.now = Button(self.tr("Back up now"))
        self.show_data.clicked.connect(lambda: self.opens.emit(self._data))
        self.show_backups.clicked.connect(lambda: self.opens.emit(self._backups))
        self.elsewhere.clicked.connect(self.moves_backups)
        self.now.clicked.connect(self.backs_up)
        self._lines: list[QHBoxLayout] = []
        self.add(self.tr("Diary"), self._place(self.data_path, self.show_data))
        backups = self._place(self.backup_path, self.show_backups, self.elsewhere, self.now)
        self.add(self.tr("Backups"), backups, self.tr("One a day, kept for a week, a month, a year."))
        follow(self, self._space)

    def show_places(self, data: Path, backups: Path) -> None:
        """Shows where things lie now."""
        self._data, self._backups = data, backups
        for text, path in ((self.data_path, data), (self.backup_path, backups)):
            text.setText(breakable(str(path)))
            text.setAccessibleName(str(path))

    def _place(self, path: Text, *buttons: Button) -> QWidget:
        place = QWidget()
        column, line = QVBoxLayout(place), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(path)
        column.addLayout(line)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        self._lines.append(line)
        return place

    def _space(self) -> None:
        for line in self._lines:
            line.setSpacing(px(GAP))
