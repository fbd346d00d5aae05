"""Going back to a backup: which there are, what each holds against now, and what would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from bonecoach.core.days import Moment, moment_at
from bonecoach.core.progress import Tell
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text, breakable
from bonecoach.ui.theme import px
from bonecoach.ui.your_data.files import ask_which
from bonecoach.ui.your_data.work_dialog import WorkDialog
from bonecoach.words import Words, capital

if TYPE_CHECKING:
    from bonecoach.diary.upkeep import Restored
    from bonecoach.store.backup_list import Backup


class Backups(Protocol):
    """What knows the backups there are, and brings one back."""

    def backups(self) -> list[Backup]: ...
    def backup_at(self, file: Path) -> Backup: ...
    def restore(self, file: Path) -> Restored: ...


Source = Callable[[], "AbstractContextManager[Backups]"]


class RestoreDialog(WorkDialog):
    """Nothing is changed before the button is pressed, and the present is kept first then.

    `source` opens what knows the backups, in the thread that asks. `now` is when and where they are looked at.
    """

    def __init__(self, source: Source, words: Words, now: Moment, parent: QWidget) -> None:
        super().__init__(self.tr("Restore a backup"), words, parent, wide=760)
        self._source, self._now = source, now
        self.restored = False
        self.chosen: Backup | None = None
        self.backups: list[Backup] = []
        self.buttons: list[QRadioButton] = []
        self.group = QButtonGroup(self)
        self.nothing = Text(self.tr("There is no backup yet where backups are kept."))
        self.outcome = Text("", "strong")
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(GAP))
        self.elsewhere = Button(self.tr("Another file\u2026"), name=self.tr("Choose a backup that lies elsewhere"))
        for widget in (self.outcome, self.nothing, self.list, self.elsewhere):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for text in (self.nothing, self.outcome):
            text.hide()
        self.preview = Text("", "body")
        self.preview.hide()
        self.foot.insertWidget(0, self.preview)
        self.elsewhere.clicked.connect(self._choose_file)
        self.add_buttons(self.tr("Restore this backup"))

    # -- what there is -----------------------------------------------------------------------------------------

    def look(self) -> None:
        """Looks which backups there are."""
        source = self._source

        def act(_: Tell) -> object:
            with source() as backups:
                return backups.backups()

        self.do(act, self._show_all, self.tr("Looking at your backups\u2026"))

    def _show_all(self, answer: object) -> None:
        for kept in cast("list[Backup]", answer):
            self._add(kept)
        self.nothing.setVisible(not self.backups)
        self._choose(None)
        self.take_room()
        usable = [button for button in self.buttons if button.isEnabled()]
        self.stand_on(usable[0] if usable else self.elsewhere)

    def _add(self, kept: Backup) -> QRadioButton:
        words = self.words
        made = moment_at(kept.made, self._now.zone)
        day = words.say("visit.at", day=words.date(made.date, self._now.date), time=words.time(made.wall))
        button, about = QRadioButton(capital(day)), Text(self._said(kept), "small", "quiet")
        button.setAccessibleDescription(about.text())
        button.setEnabled(kept.readable)
        about.setContentsMargins(px(44), 0, 0, 0)
        button.toggled.connect(partial(self._turn, kept))
        row = QVBoxLayout()
        self._rows.addLayout(row)
        row.setSpacing(0)
        row.addWidget(button)
        row.addWidget(about)
        for widget in (button, about):
            widget.show()  # by itself Qt shows them only afterwards, and until then they take no room
        self.group.addButton(button)
        self.backups.append(kept)
        self.buttons.append(button)
        return button

    def _said(self, kept: Backup) -> str:
        words = self.words
        if not kept.readable:
            return words.say("data.backup_unreadable")
        megabytes = words.number(max(kept.size / 1_000_000, 0.1), 1)
        facts = {"size": megabytes, "kind": words.say(f"data.backup_kind.{kept.kind}")}
        held = self._counted(kept.held)
        if kept.last is not None:
            first, *others = held
            held = [words.say("data.backup_last", entries=first, last=words.date(kept.last, self._now.date)), *others]
        return words.say("data.backup_holds" if held else "data.backup_empty", what="; ".join(held), **facts)

    def _counted(self, counts: Mapping[str, int]) -> list[str]:
        return [self.words.say(f"data.table.{kind}", count=count) for kind, count in counts.items()]

    def _choose_file(self) -> None:
        file = ask_which(self, self.tr("Restore a backup"), self.tr("Backups (*.db);;All files (*)"))
        if file is not None:
            self.offer(file)

    def offer(self, file: Path) -> None:
        """Looks at a backup that lies elsewhere, and chooses it."""
        source = self._source

        def act(_: Tell) -> object:
            with source() as backups:
                return backups.backup_at(file)

        self.do(act, self._show_file, self.tr("Looking at your backups\u2026"))

    def _show_file(self, answer: object) -> None:
        self.nothing.hide()
        button = self._add(cast("Backup", answer))
        button.setChecked(True)
        self.stand_on(button)

    # -- what would change -------------------------------------------------------------------------------------

    def _turn(self, kept: Backup, on: bool) -> None:
        if on:
            self._choose(kept)

    def _choose(self, kept: Backup | None) -> None:
        self.chosen = kept
        if self.primary is not None:
            self.primary.setEnabled(kept is not None)
        said = "" if kept is None else self.said_of(kept)
        self.preview.say(said)
        self.complaint.say("")
        if self.isVisible():
            self.take_room()
        announce(self, said)

    def said_of(self, kept: Backup) -> str:
        """What would change, and what is kept."""
        say = self.words.say
        if not kept.compared:
            return say("data.restore_aside")
        goes, comes = (self.words.listed(self._counted(counts)) for counts in (kept.goes, kept.comes))
        said = [say("data.restore_goes", what=goes) if goes else say("data.restore_goes_none")]
        said += [say("data.restore_comes", what=comes)] if comes else []
        return " ".join([*said, say("data.restore_else"), say("data.restore_first")])

    # -- doing -------------------------------------------------------------------------------------------------

    def _end_with(self, sentence: str) -> None:
        self.outcome.say(breakable(sentence))
        self.outcome.setAccessibleName(sentence)
        for widget in (self.list, self.elsewhere, self.nothing, self.preview):
            widget.hide()
        if self.primary is not None and self.cancel is not None:
            self.cancel.hide()
            self.name_button(self.primary, self.tr("Close"))
            self.primary.setEnabled(True)
            self.primary.setFocus()
        self.take_room()
        announce(self, sentence)

    def accept(self) -> None:
        if self.restored:
            super().accept()
        elif not self.busy and self.chosen is not None:
            self.restore(self.chosen.path)

    def restore(self, file: Path) -> None:
        """Brings a backup back."""
        source = self._source

        def act(_: Tell) -> object:
            with source() as backups:
                return backups.restore(file)

        self.do(act, partial(self._show_restored, file), self.tr("Restoring\u2026"), may_be_stopped=False)

    def _show_restored(self, file: Path, answer: object) -> None:
        self.restored = True
        said = [self.words.say("page.restored", file=str(file))]
        backup, aside = cast("Restored", answer)
        if backup is not None:
            said.append(self.words.say("page.restored_backup", file=str(backup)))
        if aside is not None:
            said.append(self.words.say("page.restored_aside", file=str(aside)))
        self._end_with(". ".join(said))

    def refused(self, error: object) -> None:
        super().refused(error)
        if self.primary is not None:
            self.primary.setEnabled(self.chosen is not None)
