"""What the three quick forms share: something to pick, when it was, what it is understood as, and Log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bonecoach.core.changes import Step
from bonecoach.core.errors import BoneCoachError
from bonecoach.ui.announce import announce
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.entry.said import refusal, said_of
from bonecoach.ui.flow import Flow
from bonecoach.ui.forms.fields import When, labelled
from bonecoach.ui.forms.picker import Found, Picker
from bonecoach.ui.page import Desk


class QuickForm(Dialog):
    """A form. A kind of form says what can be found, which fields it has, and the text or act it stands for."""

    def __init__(self, title: str, hint: str, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(title, parent, wide=760, tall=640)
        self.desk, self._at, self._asked = desk, at, False
        self.picker = Picker(self.found, hint, self.quick())
        self.when = When(desk.diary.now(), at, desk.words)
        self.says = Text("", "body", "accent_text")
        self.column.addWidget(self.picker, 1)
        self.fields = Flow(16)
        for name, field in (*self.own_fields(), (self.tr("When"), self.when)):
            self.fields.add(labelled(name, field))
        self.column.addWidget(self.fields)
        self.foot.addWidget(self.says)  # what Log would do stays in sight
        self.add_buttons(self.tr("Log"))
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
        """What would be logged, in words."""
        reading = self.desk.diary.read(self.text(thing), self.instant())
        return said_of(reading, self.desk.words, self.desk.diary.now().instant)[0]

    def instant(self) -> datetime | None:
        """When it was; None for now."""
        return self.when.instant()

    def log(self, thing: object, *, confirmed: bool) -> Step:
        """Logs what the form says."""
        return self.desk.diary.log_text(self.text(thing), self.instant(), confirmed=confirmed)

    def accept(self) -> None:
        thing = self.picker.thing()
        if thing is None:
            return
        try:
            self.log(thing, confirmed=self._asked)
        except BoneCoachError as error:
            self._ask(refusal(error, self.desk.words), asks=error.code == "please_confirm")
        else:
            super().accept()

    def _ask(self, sentence: str, *, asks: bool) -> None:
        self._asked = asks
        self.says.set_ink("warning")
        self.says.setText(sentence)
        assert self.primary is not None
        self.primary.setText(self.tr("Yes, log it") if asks else self.tr("Log"))
        announce(self, sentence)

    def _ask_nothing(self) -> None:
        self._asked = False
        self.says.set_ink("accent_text")
        if self.primary is not None:
            self.primary.setText(self.tr("Log"))

    def _picked(self, thing: object | None) -> None:
        if thing is not None:
            self.show_thing(thing)
        self.preview()
