"""A dialog in which something takes long: it says how far it is, can be stopped, and ends in one sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import BoneCoachError, DiaryError
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text, breakable
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.progress_bar import ProgressBar
from bonecoach.ui.theme import px
from bonecoach.ui.work import Act, Work
from bonecoach.words import Words

Heard = Callable[[object], object]


class WorkDialog(Dialog):
    """What is chosen stands in `column`; while it is done, Cancel stops it and nothing else can be pressed."""

    def __init__(self, title: str, words: Words, parent: QWidget, *, wide: float = 680) -> None:
        super().__init__(title, parent, wide=wide)
        self.words = words
        self.work: Work | None = None
        self.progress, self.complaint = Text("", "strong"), Text("", "body", "warning")
        self.bar = ProgressBar()
        for widget in (self.progress, self.bar, self.complaint):
            widget.hide()
            self.foot.addWidget(widget)
        self._may_be_stopped, self._stopping = True, False

    # -- while it is done --------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self.work is not None

    def do(self, act: Act, done: Heard, saying: str, *, may_be_stopped: bool = True) -> None:
        """Does something in another thread; `done` is called with its answer, or `refused` with why there is none."""
        self.work = Work(act)
        self.work.told.connect(self._show_part)
        self.work.done.connect(lambda answer: self._end(done, answer))
        self.work.refused.connect(lambda error: self._end(self.refused, error))
        self.work.stopped.connect(lambda: self._end(self.refused, DiaryError("stopped")))
        self._may_be_stopped, self._stopping = may_be_stopped, False
        self.complaint.say("")
        self._say_progress(saying)
        self.bar.reset()
        self.middle.inside.setEnabled(False)
        if self.primary is not None:
            self.primary.setEnabled(False)
        if self.cancel is not None:
            self.cancel.setEnabled(may_be_stopped)
            self.name_button(self.cancel, self.tr("Stop"))
            self.cancel.setFocus()
        announce(self, saying)
        self.work.begin()

    def so_far(self, percent: int) -> str:
        """How far it is, in words."""
        raise NotImplementedError

    def refused(self, error: object) -> None:
        """Says why something was not done; what was chosen stays."""
        assert isinstance(error, BoneCoachError)
        self.complain(self.words.error(error))

    def complain(self, sentence: str) -> None:
        """Says one sentence above the buttons."""
        self.complaint.say(breakable(sentence))
        self.complaint.setAccessibleName(sentence)
        self.take_room()
        announce(self, sentence)

    def stand_on(self, widget: QWidget) -> None:
        """The keyboard goes there, in sight: what was just put into the dialog takes it once it is shown."""

        def stand() -> None:
            widget.setFocus()
            self.middle.ensureWidgetVisible(widget, 0, px(8))

        widget.setFocus()
        QTimer.singleShot(0, widget, stand)

    def name_button(self, button: Button, said: str) -> None:
        """Another text on a button, which then is as wide as that."""
        button.setText(said)
        button.updateGeometry()

    def reject(self) -> None:
        if self.work is None:
            super().reject()
        elif self._may_be_stopped:
            self.work.stop()
            self._stopping = True
            self._say_progress(self.tr("Stopping\u2026"))

    def _show_part(self, percent: int) -> None:
        if self.work is None or self._stopping:
            return
        self._say_progress(self.so_far(percent))
        self.bar.setValue(percent)
        if self.bar.isHidden():  # what nobody counts has no bar
            self.bar.show()
            self.take_room()

    def _say_progress(self, sentence: str) -> None:
        self.progress.say(sentence)

    def _end(self, heard: Heard, said: object) -> None:
        self.work = None
        self.progress.say("")
        self.bar.hide()
        self.middle.inside.setEnabled(True)
        if self.cancel is not None:
            self.cancel.setEnabled(True)
            self.name_button(self.cancel, self.tr("Cancel"))
        if self.primary is not None:
            self.primary.setEnabled(True)
            self.primary.setFocus()
        try:
            heard(said)
        except Exception as error:  # she gets a sentence, and whoever keeps the log the rest
            self.refused(DiaryError("own_fault", kind=type(error).__name__))
            raise
