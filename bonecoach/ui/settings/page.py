"""The Settings page. Whatever is chosen holds at once, and can be undone where it is a fact."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError, InvalidEntry
from bonecoach.core.figures import figure_of
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Heading, Text
from bonecoach.ui.folders import show_folder
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.settings.holidays import HolidaysCard
from bonecoach.ui.settings.profile import UnitsCard, YouCard
from bonecoach.ui.settings.program import FilesCard, LookCard
from bonecoach.ui.settings.reminders import RemindersCard
from bonecoach.ui.settings.rows import SettingCard
from bonecoach.ui.settings.targets import TargetsCard, ng_per_shown_unit
from bonecoach.ui.settings.your_data import YourDataCard
from bonecoach.ui.theme import follow, px

BACKUP_SETTING = "backup_dir"


class SettingsPage(Page):
    """Cards in two columns, or in one where there is no room."""

    key = "settings"
    icon = "settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words = desk.words
        self.heading = Heading(self.tr("Settings"), "title")
        self.you, self.units = YouCard(words), UnitsCard(words)
        self.targets = TargetsCard(words)
        self.look, self.files, self.data = LookCard(desk.appearance), FilesCard(), YourDataCard()
        self.reminders, self.holidays = RemindersCard(desk), HolidaysCard(desk)
        self.supplements = SettingCard(self.tr("My supplements"))
        self.open_supplements = Button(self.tr("My supplements"), "supplement")
        self.supplements.column.addWidget(Text(self.tr("Your own products, as their labels say, for the entry line.")))
        self.supplements.column.addWidget(self.open_supplements)
        self.supplements.column.addStretch(1)
        self._lay_out()
        self.arrange(narrow=False)
        self._connect()
        follow(self, self._space)

    @property
    def title(self) -> str:
        """Its name in the menus."""
        return self.tr("Settings")

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self.body)
        self._whole.addWidget(self.heading)
        self._columns, self._left, self._right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._whole.addLayout(self._columns)
        self._columns.addLayout(self._left, 1)
        self._columns.addLayout(self._right, 1)
        for card in (self.look, self.units, self.targets):
            self._left.addWidget(card)
        self._right.addWidget(self.you)
        for column in (self._left, self._right):
            column.addStretch(1)
        self._telling, self._foot = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        self._whole.addLayout(self._telling)
        self._telling.addWidget(self.reminders, 1)
        self._telling.addWidget(self.holidays, 1)
        self._small = QVBoxLayout()
        self._whole.addLayout(self._foot)
        self._foot.addLayout(self._small, 1)
        self._foot.addWidget(self.files, 1)
        self._small.addWidget(self.supplements)
        self._small.addWidget(self.data, 1)
        self.files.column.addStretch(1)
        self._whole.addStretch(1)

    def _connect(self) -> None:
        self.you.answered.connect(self._keep)
        self.units.answered.connect(self._keep)
        self.targets.asked.connect(self._why)
        self.targets.saved.connect(self._set_target)
        self.targets.cleared.connect(self._clear_target)
        self.targets.opened.connect(self.show_whole)
        self.files.opens.connect(lambda folder: show_folder(folder, self))
        self.files.moves_backups.connect(self._move_backups)
        self.files.backs_up.connect(lambda: self.asks_for.emit("backup"))
        self.data.asked.connect(self.asks_for)
        for card in (self.reminders, self.holidays):
            card.refused.connect(self.refused)
        self.open_supplements.clicked.connect(lambda: self.goes_to.emit("my_supplements", None))

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Shows what holds today."""
        diary, words, today = self.desk.diary, self.desk.words, self.desk.diary.today()
        profile = diary.person.profile(today)
        self.you.show_profile(profile)
        self.units.show_profile(profile)
        self.targets.show_targets({n: diary.person.target(n, today) for n in MAIN_NUTRIENTS}, words, today)
        self.look.show_appearance()
        self.reminders.show_wishes()
        self.holidays.show_holidays()
        self.files.show_places(diary.upkeep.path.parent, diary.upkeep.backup_folder)

    def open_on(self, day: date | None) -> None:
        for card in (self.you, self.units):
            card.forgive()
        super().open_on(day)

    def first_focus(self) -> QWidget:
        """The first choice, so that the page opens at its top."""
        return self.look.size_box

    def show_part(self, part: str) -> None:
        """ "reminders": how she is told."""
        if part == "reminders":
            self.reminders.quiet.begins.setFocus()
            QTimer.singleShot(0, self, self._bring_reminders)  # once the page has the size it is shown in

    def _bring_reminders(self) -> None:
        self.verticalScrollBar().setValue(self.reminders.y() - px(12))

    # -- doing -------------------------------------------------------------------------------------------------

    def _keep(self, said: dict[str, str]) -> None:
        """Keeps what she said; what is refused stays as she wrote it, with the reason below it."""
        for card in (self.you, self.units):
            card.forgive(said)
        try:
            self.desk.diary.person.set_facts(said)
        except BoneCoachError as error:
            rows = self.you.facts | self.units.facts
            row = rows.get(str(error.facts.get("key")))
            sentence = self.desk.words.error(error)
            if row is None:
                self.refused.emit(sentence)
            else:
                row.complain(sentence)

    def _why(self, nutrient: Nutrient) -> None:
        self.asks_why.emit((nutrient, self.desk.diary.person.target(nutrient, self.desk.diary.today())))

    def _set_target(self, nutrient: Nutrient, low: str, high: str, note: str, since: date) -> None:
        try:
            self._target(nutrient, low, high, note, since)
        except BoneCoachError as error:
            if self.targets.editor is not None:
                self.targets.editor.complain(self.desk.words.error(error))
        else:
            self.show_state()

    def _target(self, nutrient: Nutrient, low: str, high: str, note: str, since: date) -> object:
        ends = [self._in_own_unit(nutrient, text) for text in (low, high)]
        return self.desk.diary.person.set_target(nutrient, ends[0], ends[1], note, since)

    def _in_own_unit(self, nutrient: Nutrient, text: str) -> float | None:
        if not text.strip():
            return None
        number = figure_of(text)
        if number is None:
            raise InvalidEntry("not_a_number", key=self.desk.words.title(nutrient), text=text)
        return number * ng_per_shown_unit(nutrient, self.desk.words) / nutrient.ng_per_unit

    def _clear_target(self, nutrient: Nutrient, since: date) -> None:
        if self.attempt(self.desk.diary.person.clear_target, nutrient, since) is not None:
            self.show_state()

    def _move_backups(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for backups"), str(self.desk.diary.upkeep.backup_folder)
        )
        if chosen:
            self.attempt(self.desk.diary.set_setting, BACKUP_SETTING, chosen)
            self.asks_for.emit("backup")
            self.show_state()

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        """The person at the right of look, units and targets, or below them."""
        ways = QBoxLayout.Direction
        for row in (self._telling, self._foot):
            row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        for card in (self.look, self.units, self.targets, self.you, self.reminders, self.supplements, self.files):
            card.arrange(narrow)
        # Taken out by name: an item that Python takes lives on, and its card is then never measured anew.
        (self._right if narrow else self._left).removeWidget(self.you)
        (self._left if narrow else self._right).insertWidget(3 if narrow else 0, self.you)
        self._columns.setStretch(1, 0 if narrow else 1)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        for layout in (self._whole, self._columns, self._left, self._right, self._telling, self._foot, self._small):
            layout.setSpacing(px(12))
