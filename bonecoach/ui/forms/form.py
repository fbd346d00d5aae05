"""What the quick forms share: something to pick, when it was, what it is understood as, and Log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonecoach.core.changes import Step
from bonecoach.core.errors import BoneCoachError
from bonecoach.diary.refusals import PleaseConfirm
from bonecoach.phrase.reading import Reading
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.entry.said import flags_of, refusal, said_of
from bonecoach.ui.flow import Flow
from bonecoach.ui.forms.fields import When, labelled
from bonecoach.ui.forms.picker import Found, Picker
from bonecoach.ui.page import Desk
from bonecoach.words.speech import quotable


class QuickForm(Dialog):
    """A form. A kind of form says what can be found, which fields it has, and the text or act it stands for.

    `flagged(sentences)`: red flags among what was logged.
    """

    flagged = Signal(list)

    def __init__(self, title: str, hint: str, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(title, parent, wide=760, tall=640)
        self.desk, self._at, self._asked, self._suggested = desk, at, False, ""
        self.picker = Picker(self.found, hint, self.quick())
        self.when = When(desk.diary.now(), at, desk.words)
        self.says = Text("", "body", "accent_text")
        self.says.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column.addWidget(self.picker, 1)
        self.fields = Flow(16)
        for name, field in (*self.own_fields(), (self.tr("When"), self.when)):
            self.fields.add(labelled(name, field))
        self.column.addWidget(self.fields)
        self.instead = Button("")
        self.instead.hide()
        self.foot.addWidget(self.says)  # what Log would do stays in sight
        self.foot.addWidget(self.instead)
        self.add_buttons(self.tr("Log"))
        self.instead.clicked.connect(self._log_instead)
        self.picker.picked.connect(self._picked)
        self.when.currentIndexChanged.connect(self.preview)
        self.picker.look()
        self.picker.line.setFocus()

    # -- what a kind of form says ------------------------------------------------------------------------------

    def quick(self) -> Sequence[tuple[str, str]]:
        """Words to press, each with the text it searches for."""
        return ()

    def found(self, text: str) -> Found:
        """What is found for a text; for an empty one what is wanted most."""
        raise NotImplementedError

    def own_fields(self) -> Sequence[tuple[str, QWidget]]:
        """Its fields with their names. Called once."""
        raise NotImplementedError

    def show_thing(self, thing: object) -> None:
        """Another thing was picked: the fields follow."""

    def text(self, thing: object) -> str:
        """What could be typed into the entry line for what the form says."""
        raise NotImplementedError

    def reading(self, thing: object) -> Reading:
        """What the form says, read as the entry line reads it."""
        return self.desk.diary.read(self.text(thing), self.instant())

    def flags(self, thing: object) -> list[str]:
        """What stands out in what the form says and needs a person: the sentences of its red flags."""
        return flags_of(self.reading(thing), self.desk.words)

    # -- what all of them do -----------------------------------------------------------------------------------

    def preview(self) -> None:
        """Says what would be logged."""
        self._ask_nothing()
        thing = self.picker.thing()
        if thing is None:
            self.says.setText(self.tr("Nothing was found. Try another word."))
        else:
            self.says.setText(self.understood(thing))

    def understood(self, thing: object) -> str:
        """What would be logged, in words. Chosen here it is meant: another reading is not offered."""
        reading = self.reading(thing)
        meant = replace(reading, parts=tuple(replace(part, other=None) for part in reading.parts))
        return said_of(meant, self.desk.words, self.desk.diary.now().instant)[0]

    def instant(self) -> datetime | None:
        """When it was; None for now."""
        return self.when.instant()

    def log(self, thing: object, *, confirmed: bool) -> Step:
        """Logs what the form says."""
        return self.desk.diary.log_reading(self.reading(thing), confirmed=confirmed)

    def accept(self) -> None:
        thing = self.picker.thing()
        if thing is None:
            self.picker.line.setFocus()
            announce(self, self.says.text())
            return
        flags = self.flags(thing)
        try:
            self.log(thing, confirmed=self._asked)
        except PleaseConfirm as question:
            self._ask(question)
        except BoneCoachError as error:
            self._refuse(refusal(error, self.desk.words))
        else:
            super().accept()
            if flags:
                self.flagged.emit(flags)

    def _ask(self, question: PleaseConfirm) -> None:
        """Log then means as it is; what was probably meant instead has a button of its own."""
        self._refuse(refusal(question, self.desk.words))
        self._asked, self._suggested = True, question.reading.doubts[0].suggestion or ""
        assert self.primary is not None
        self.primary.setText(self.tr("Log it as it is"))
        self.primary.updateGeometry()
        self.instead.setText(self.tr("Log %s").replace("%s", quotable(self._suggested)).replace("&", "&&"))
        self.instead.updateGeometry()
        self.instead.setVisible(bool(self._suggested))
        self.take_room()

    def _refuse(self, sentence: str) -> None:
        self.says.set_ink("warning")
        self.says.setText(sentence)
        announce(self, sentence)

    def _log_instead(self) -> None:
        try:
            self.desk.diary.log_text(self._suggested, self.instant())
        except PleaseConfirm as question:
            self._ask(question)
        except BoneCoachError as error:
            self._refuse(refusal(error, self.desk.words))
        else:
            super().accept()

    def _ask_nothing(self) -> None:
        self._asked, self._suggested = False, ""
        self.says.set_ink("accent_text")
        self.instead.hide()
        if self.primary is not None:
            self.primary.setText(self.tr("Log"))
            self.primary.updateGeometry()

    def _picked(self, thing: object | None) -> None:
        if thing is not None:
            self.show_thing(thing)
        self.preview()
