"""The diary to a file: as tables, for a clinic's system, or as a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.progress import ALL_DONE, Tell
from bonecoach.core.spans import last_months
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text, breakable
from bonecoach.ui.folders import show_folder
from bonecoach.ui.page import Desk
from bonecoach.ui.person.days_field import OWN, DaysField
from bonecoach.ui.theme import px
from bonecoach.ui.work import Act
from bonecoach.ui.your_data.files import ask_where
from bonecoach.ui.your_data.work_dialog import WorkDialog

if TYPE_CHECKING:
    from bonecoach.diary.beside import Opener
    from bonecoach.words import Words

ALL = "all"
"""The length of everything there is."""

ENDINGS = {"csv": "zip", "fhir": "json", "ics": "ics"}
"""How the files of each kind end."""


_NEARLY_DONE = ALL_DONE - 1
"""What is there at most while something is still written: how much that will be is reckoned."""


class Wanted(NamedTuple):
    """What is to be written where. `first` and `last` are None for everything; `apart` is what was ticked."""

    kind: str
    out: Path
    first: date | None
    last: date | None
    apart: bool


class ExportDialog(WorkDialog):
    """A kind, the days, and then the computer's own window for the file."""

    def __init__(self, desk: Desk, parent: QWidget, kind: str = "csv") -> None:
        super().__init__(self.tr("Export to a file"), desk.words, parent)
        self.desk = desk
        self.written: Path | None = None
        self._offer_kinds()
        self._offer_days()
        self._offer_apart()
        self.outcome = Text("", "strong")
        self.folder = Button(self.tr("Show in folder"), name=self.tr("Show the file in its folder"))
        for widget in (self.outcome, self.folder):
            widget.hide()
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.folder.clicked.connect(self._show_folder)
        self.add_buttons(self.tr("Choose the file\u2026"))
        self.kinds[kind].setChecked(True)
        self._show_kind()
        self.kinds[kind].setFocus()

    # -- what can be chosen ------------------------------------------------------------------------------------

    def _offer_kinds(self) -> None:
        said = {
            "csv": (
                self.tr("Tables, for a spreadsheet"),
                self.tr("All you wrote down, private notes too. BoneCoach can read it in again."),
            ),
            "fhir": (
                self.tr("For a clinic's system (FHIR)"),
                self.tr("One file with what you took, did and measured, as hospital programs read it."),
            ),
            "ics": (
                self.tr("A calendar"),
                self.tr("Reminders and appointments from today on, for the calendar of a telephone or computer."),
            ),
        }
        self.choices = QWidget()
        self._chosen = QVBoxLayout(self.choices)
        self._chosen.setContentsMargins(0, 0, 0, 0)
        self._chosen.setSpacing(px(GAP))
        about = self.tr("It is written where you say, and goes nowhere else. Whoever has the file can read it.")
        self._chosen.addWidget(Text(about))
        self.group = QButtonGroup(self)
        self.kinds: dict[str, QRadioButton] = {}
        for kind, (name, why) in said.items():
            button, reason = QRadioButton(name), Text(why, "small", "quiet")
            button.setAccessibleDescription(why)
            button.setChecked(kind == "csv")
            reason.setContentsMargins(px(44), 0, 0, 0)
            button.toggled.connect(self._show_kind)
            self.group.addButton(button)
            self.kinds[kind] = button
            row = QVBoxLayout()
            self._chosen.addLayout(row)
            row.setSpacing(0)
            row.addWidget(button)
            row.addWidget(reason)
        self.column.addWidget(self.choices)

    def _offer_days(self) -> None:
        desk = self.desk
        own = last_months(12, desk.diary.today())
        self.days = DaysField(self.tr("Which days"), own, desk.words.conventions.order)
        lengths = (
            (self.tr("All days"), ALL),
            (self.tr("The last 13 weeks"), "91"),
            (self.tr("The last 6 months"), "6m"),
            (self.tr("The last 12 months"), "12m"),
            (self.tr("From a day to a day"), OWN),
        )
        self.days.offer(lengths, ALL)
        self.days.changed.connect(self._show_kind)
        self._chosen.addWidget(self.days)

    def _offer_apart(self) -> None:
        self.apart = {
            "csv": QCheckBox(self.tr("For an older spreadsheet")),
            "fhir": QCheckBox(self.tr("With my private notes")),
            "ics": QCheckBox(self.tr("Do not say what reminders are for")),
        }
        for box in self.apart.values():
            self._chosen.addWidget(box)
        why = self.tr("Tick this where letters such as \u00e9 came out strange.")
        self.older = Text(why, "small", "quiet")
        self.older.setContentsMargins(px(44), 0, 0, 0)
        self.apart["csv"].setAccessibleDescription(why)
        self._chosen.addWidget(self.older)

    @property
    def kind(self) -> str:
        """The kind that is chosen: "csv", "fhir" or "ics"."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def _show_kind(self) -> None:
        """Shows only what belongs to the kind that is chosen."""
        if self.group.checkedButton() is None or self.written is not None:
            return
        for kind, box in self.apart.items():
            box.setVisible(kind == self.kind)
        self.older.setVisible(self.kind == "csv")
        self.days.setVisible(self.kind != "ics")
        if self.isVisible():
            self.take_room()

    def chosen_days(self) -> tuple[date | None, date | None]:
        """From when to when, None for everything. Raises as `DaysField.ends`."""
        if self.kind == "ics" or self.days.key == ALL:
            return None, None
        return self.days.ends(self.desk.diary.today())

    # -- doing -------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        if self.written is not None:
            super().accept()
            return
        if self.busy:
            return
        try:
            first, last = self.chosen_days()
        except BoneCoachError as error:
            self.refused(error)
            return
        out = ask_where(self, self.tr("Export to a file"), self._proposed(), self._endings())
        if out is not None:
            self.write(Wanted(self.kind, out, first, last, self.apart[self.kind].isChecked()))

    def _proposed(self) -> str:
        return f"bonecoach-{self.desk.diary.today().isoformat()}.{ENDINGS[self.kind]}"

    def _endings(self) -> str:
        endings = {
            "csv": self.tr("Tables (*.zip)"),
            "fhir": self.tr("For a clinic's system (*.json)"),
            "ics": self.tr("Calendar (*.ics)"),
        }
        return endings[self.kind]

    def so_far(self, percent: int) -> str:
        return self.words.say("data.written_so_far", percent=percent)

    def write(self, wanted: Wanted) -> None:
        """Writes the file beside the window."""
        act = writing(self.desk.diary.beside.opener(), wanted, self.desk.words)
        self.do(act, lambda said: self._show_written(wanted.out, str(said)), self.tr("Writing\u2026"))

    def _show_written(self, out: Path, sentence: str) -> None:
        self.written = out
        self.choices.hide()
        self.outcome.say(breakable(sentence))
        self.outcome.setAccessibleName(sentence)
        self.folder.show()
        if self.primary is not None and self.cancel is not None:
            self.cancel.hide()
            self.name_button(self.primary, self.tr("Close"))
        self.folder.setFocus()
        self.take_room()
        announce(self, sentence)

    def _show_folder(self) -> None:
        if self.written is not None:
            show_folder(self.written.parent, self)


def writing(opener: Opener, wanted: Wanted, words: Words) -> Act:
    """What writes a file and answers in one sentence what stands in it."""

    def act(tell: Tell) -> str:
        with opener() as diary:
            out, first, last = wanted.out, wanted.first, wanted.last
            if wanted.kind == "ics":
                from bonecoach.words.calendar import CalendarWords

                only = (words.say("calendar.reminder"), words.say("calendar.appointment")) if wanted.apart else None
                count = diary.leaving.ics(out, named=CalendarWords(words, diary.today()), only=only, over=True)
                return words.say("data.exported_ics", file=str(out), count=count)
            counts: Mapping[str, int]
            whole = diary.leaving.about(wanted.kind, first, last)

            def per_cent(count: int) -> None:
                tell(min(_NEARLY_DONE, count * ALL_DONE // whole))

            if wanted.kind == "fhir":
                counts = diary.leaving.fhir(out, first, last, over=True, notes=wanted.apart, tell=per_cent)
                return words.say("data.exported_fhir", file=str(out), count=sum(counts.values()))
            counts = diary.leaving.csv(out, first, last, over=True, bom=wanted.apart, tell=per_cent)
            return words.say("data.exported_csv", file=str(out), count=sum(counts.values()))

    return act
