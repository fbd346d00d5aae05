"""Settings: the target for each nutrient, where it is from, and what the team said instead."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.targets import Target
from bonecoach.core.units import NG_PER_IU_VITAMIN_D
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, PrimaryButton, QuietButton
from bonecoach.ui.cards import Heading, Text
from bonecoach.ui.flow import Flow
from bonecoach.ui.forms.fields import labelled, with_unit
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.settings.rows import SettingCard, SettingRow
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, capital


def ng_per_shown_unit(nutrient: Nutrient, words: Words) -> float:
    """Nanograms in one of the unit the person sees a nutrient in."""
    in_iu = nutrient is Nutrient.VITAMIN_D and words.vitamin_d_unit == "iu"
    return NG_PER_IU_VITAMIN_D if in_iu else nutrient.ng_per_unit


class TargetLine(QWidget):
    """A target in words, with Why? and Change."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount, self.origin = Text("", "body"), Text("", "small", "quiet")
        self.why = QuietButton(
            self.tr("Why?"), name=self.tr("Why? Where the target for %s is from").replace("%s", name)
        )
        self.change = Button(self.tr("Change"), "pencil", name=self.tr("Change the target for %s").replace("%s", name))
        self.row, words = QHBoxLayout(self), QVBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addLayout(words, 1)
        words.setSpacing(0)
        words.addWidget(self.amount)
        words.addWidget(self.origin)
        self.row.addWidget(self.why)
        self.row.addWidget(self.change)
        follow(self, self._restyle)

    def show_target(self, nutrient: Nutrient, target: Target, words: Words) -> None:
        """Shows another target."""
        self.amount.setText(capital(words.target(nutrient, target)))
        limit = words.limit(nutrient, target)
        upper = self.tr("upper limit %s").replace("%s", limit) if limit else ""
        self.origin.say(capital(", ".join(part for part in (words.target_from(target), upper) if part)))

    def _restyle(self) -> None:
        self.row.setSpacing(px(GAP))


class TargetEditor(QWidget):
    """What the team said: from, to, since when, a note. `saved(low, high, note, since)`, `cleared(since)`, `left()`.

    `refused(error)`: what was typed as its day is none that fits.
    """

    saved = Signal(str, str, str, object)
    cleared = Signal(object)
    refused = Signal(object)
    left = Signal()

    def __init__(self, name: str, unit: str, today: date, order: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(self.tr("What your team said: %s").replace("%s", name), "strong")
        self.heading.setWordWrap(True)
        self.low, self.high, self.note = Typed("", 96), Typed("", 96), Typed(self.tr("for example my oncologist"))
        self.since = DayField(order)
        self.since.setMaximumDate(as_qdate(today))
        self.since.setDate(as_qdate(today))
        self.complaint = Text("", "strong", "warning")
        self.complaint.hide()
        self.save, self.cancel = PrimaryButton(self.tr("Save"), "check"), Button(self.tr("Cancel"))
        self.public = Button(self.tr("Public target again"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.heading)
        self.fields, self.buttons = Flow(16), Flow(GAP)
        for said, field, measure in (
            (self.tr("At least"), self.low, unit),
            (self.tr("At most, if there is one"), self.high, unit),
            (self.tr("Holds from"), self.since, ""),
        ):
            field.setAccessibleName(self._name(name, said, measure))
            self.fields.add(labelled(said, with_unit(field, measure) if measure else field))
        self.column.addWidget(self.fields)
        self.note.setAccessibleName(self._name(name, self.tr("Who said it"), ""))
        self.column.addWidget(labelled(self.tr("Who said it; may stay empty"), self.note))
        self.column.addWidget(self.complaint)
        for button in (self.save, self.cancel, self.public):
            self.buttons.add(button)
        self.column.addWidget(self.buttons)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.public.clicked.connect(self._clear)
        follow(self, self._restyle)

    def _name(self, nutrient: str, said: str, unit: str) -> str:
        named = f"{nutrient}: {said}"
        return self.tr("{field}, in {unit}").format(field=named, unit=unit) if unit else named

    def show_target(self, low: str, high: str) -> None:
        """The figures that hold now, to be changed."""
        self.low.setText(low)
        self.high.setText(high)
        self.low.selectAll()

    def complain(self, sentence: str) -> None:
        """Says below the fields why they cannot be kept."""
        self.complaint.say(sentence)
        announce(self, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)

    def _day(self) -> date | None:
        self.complaint.say("")
        try:
            self.since.settle()
        except InvalidEntry as error:
            self.refused.emit(error)
            return None
        return as_date(self.since.date())

    def _save(self) -> None:
        if (since := self._day()) is not None:
            self.saved.emit(self.low.text(), self.high.text(), self.note.text().strip(), since)

    def _clear(self) -> None:
        if (since := self._day()) is not None:
            self.cleared.emit(since)

    def _restyle(self) -> None:
        self.column.setSpacing(px(GAP))


class TargetsCard(SettingCard):
    """Six targets. `asked(nutrient)`, `saved(nutrient, low, high, note, since)`, `cleared(nutrient, since)`.

    `opened(editor)`: the fields of one stand below it.
    """

    names_wide = 104

    asked = Signal(object)
    saved = Signal(object, str, str, str, object)
    cleared = Signal(object, object)
    opened = Signal(QWidget)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Targets"))
        self.lines: dict[Nutrient, TargetLine] = {}
        self.editor: TargetEditor | None = None
        self._open: Nutrient | None = None
        self._rows: dict[Nutrient, SettingRow] = {}
        self._words, self._today = words, date.min
        self._targets: dict[Nutrient, Target] = {}
        for nutrient in MAIN_NUTRIENTS:
            line = TargetLine(words.title(nutrient))
            self.lines[nutrient] = line
            self._rows[nutrient] = self.add(words.title(nutrient), line)
            line.why.clicked.connect(partial(self._ask, nutrient))
            line.change.clicked.connect(partial(self.open_editor, nutrient))

    def show_targets(self, targets: dict[Nutrient, Target], words: Words, today: date) -> None:
        """Shows the targets in force today."""
        self._words, self._today, self._targets = words, today, targets
        self.close_editor()
        for nutrient, target in targets.items():
            self.lines[nutrient].show_target(nutrient, target, words)

    def _ask(self, nutrient: Nutrient, _checked: bool = False) -> None:
        self.asked.emit(nutrient)

    def open_editor(self, nutrient: Nutrient, _checked: bool = False) -> None:
        """Opens the fields of one target below it."""
        self.close_editor()
        words = self._words
        self._open = nutrient
        self.editor = TargetEditor(words.title(nutrient), words.unit(nutrient), self._today, words.conventions.order)
        self.editor.saved.connect(partial(self.saved.emit, nutrient))
        self.editor.cleared.connect(partial(self.cleared.emit, nutrient))
        self.editor.refused.connect(self._complain)
        self.editor.left.connect(self.close_editor)
        self.editor.show_target(*self._figures(nutrient))
        self.editor.public.setVisible(self._targets[nutrient].own)
        self.column.insertWidget(self.column.indexOf(self._rows[nutrient]) + 1, self.editor)
        self.editor.low.setFocus()
        self.opened.emit(self.editor)

    def _figures(self, nutrient: Nutrient) -> tuple[str, str]:
        """Both ends of a target of her own, in the unit she sees, as she would type them; a public one is not hers."""
        if not self._targets[nutrient].own:
            return "", ""
        target, unit = self._targets[nutrient], ng_per_shown_unit(nutrient, self._words) / nutrient.ng_per_unit
        low, high = (f"{end / unit:g}" if end is not None else "" for end in (target.low, target.high))
        return low, "" if high == low else high

    def _complain(self, error: InvalidEntry) -> None:
        if self.editor is not None:
            self.editor.complain(self._words.error(error))

    def close_editor(self) -> None:
        """Puts the fields away; the keyboard goes back to the button that opened them."""
        if self.editor is not None and self._open is not None:
            editor, self.editor = self.editor, None
            self.lines[self._open].change.setFocus()
            editor.hide()
            editor.deleteLater()
