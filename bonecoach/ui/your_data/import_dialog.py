"""A file into the diary: what is in it is shown first, then all that is new comes in with one button."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.progress import ALL_DONE, Tell, heard_by
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk, give_places
from bonecoach.ui.work import Act
from bonecoach.ui.your_data.columns import ColumnsView, Said
from bonecoach.ui.your_data.files import ask_which_ones
from bonecoach.ui.your_data.found import FoundView
from bonecoach.ui.your_data.recorded import RecordedView
from bonecoach.ui.your_data.unknown_words import MOST_WORDS, UnknownWordsView, unknown_words
from bonecoach.ui.your_data.work_dialog import Heard, WorkDialog

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.beside import Opener
    from bonecoach.diary.comparison import Arrival
    from bonecoach.diary.looking_into import LookedInto
    from bonecoach.diary.recorded import Recorded
    from bonecoach.exchange.sheets.matching import Matching
    from bonecoach.exchange.sheets.sheet import Top

READ = 60
"""Per cent of the bar that stand for reading; the rest is for looking what of it is new."""


class ImportDialog(WorkDialog):
    """Goes from stage to stage; nothing is written before the last, and then all of it or nothing."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Import a file"), desk.words, parent, wide=760)
        self.desk = desk
        self.file = Path()
        self.about = Text("", "strong")
        self.column.addWidget(self.about)
        self.stage: QWidget | None = None
        self._adding = False
        self._unknown: Mapping[str, int] = {}
        self._next: Callable[[], object] = self.choose
        self.column.addStretch(1)
        self.add_buttons(self.tr("Choose a file\u2026"))
        self.back = Button(self.tr("Back"), "left")
        self.back.clicked.connect(self._go_back)
        self.button_row.insertWidget(0, self.back)
        self.back.hide()
        self._before: Callable[[], object] | None = None

    # -- reading -----------------------------------------------------------------------------------------------

    def choose(self) -> bool:
        """Asks for a file, or for several of a watch, and reads them; False where none was chosen."""
        kinds = self.tr("Files that may be read (*);;Tables (*.csv *.zip);;From watches (*.fit *.tcx *.gpx)")
        files = ask_which_ones(self, self.tr("Import a file"), kinds)
        if len(files) > 1:
            self.read_all(files)
        elif files:
            self.read(files[0])
        return bool(files)

    def read(self, file: Path, *, sure: bool = False) -> None:
        """Looks what is in a file. `sure`: she said that it is about her."""
        self.file = file
        self.about.say(file.name)
        self._show(None)
        self.do(reading(self.desk.diary.beside.opener(), file, sure=sure), self._show_file, self.tr("Reading\u2026"))

    def read_all(self, files: list[Path]) -> None:
        """Looks what is in several files at once: a watch writes one for each walk."""
        self.about.say(self.words.say("data.files", count=len(files)))
        self._show(None)
        opener = self.desk.diary.beside.opener()

        def act(_: Tell) -> object:
            with opener() as diary:
                return diary.arriving.look_into_several(files)

        self.do(act, self._show_file, self.tr("Reading\u2026"))

    def so_far(self, percent: int) -> str:
        if self._adding:
            return self.desk.words.say("data.added_so_far", percent=percent)
        if percent >= READ:
            return self.tr("Looking what is new\u2026")
        return self.desk.words.say("data.read_so_far", percent=percent * ALL_DONE // READ)

    def _show_file(self, answer: object) -> None:
        found = cast("LookedInto", answer)
        if found.kind != "tracks":
            self.about.say(self.desk.words.say(f"data.kind.{found.kind}", file=self.file.name))
        if found.recorded is not None and found.recorded.groups:
            self.show_recorded(found.recorded)
        elif found.recorded is not None:
            self.confirm(found.recorded, {})
        elif found.sheet is not None:
            self.show_columns(found.sheet)
        elif found.arrival is not None:
            self.show_found(found.arrival)

    def refused(self, error: object) -> None:
        assert isinstance(error, BoneCoachError)
        self._adding = False
        if error.code == "another_person":
            self._ask(lambda: self.read(self.file, sure=True), self.tr("It is about me"))
            self.complain(self.desk.words.say("data.another_person"))
            return
        if self.stage is None:
            self._ask(self.choose, self.tr("Choose another file\u2026"))
        super().refused(error)

    # -- stages ------------------------------------------------------------------------------------------------

    def show_recorded(self, recorded: Recorded) -> None:
        """What a watch recorded, to be confirmed."""
        view = RecordedView(recorded, self.desk)
        self._show(view)
        self._ask(lambda: self.confirm(recorded, view.chosen(), view), self.tr("Continue"))
        self.stand_on(view.first_focus())

    def confirm(self, recorded: Recorded, chosen: dict[int, str], before: QWidget | None = None) -> None:
        """Compares what was confirmed with the diary."""
        opener = self.desk.diary.beside.opener()

        def act(tell: Tell) -> object:
            with compared_by_percent(tell), opener() as diary:
                return diary.arriving.confirmed(recorded, chosen)

        back = None if before is None else lambda: self.show_recorded(recorded)
        self.do(act, lambda found: self.show_found(cast("Arrival", found), back), self.so_far(READ))

    def show_columns(self, top: Top, said: Said | None = None) -> None:
        """A table of somebody's own, whose columns are to be matched; `said` is what was said before."""
        view = ColumnsView(top, self.desk, said)
        view.grew.connect(self._grow)
        self._show(view)
        self._ask(lambda: self.match(top, view), self.tr("Continue"))
        self.stand_on(view.first_focus())

    def match(self, top: Top, view: ColumnsView) -> None:
        """Compares the table as it was matched with the diary; what is still missing is said."""
        lacks = view.lacks()
        if lacks:
            self.complain(lacks)
            return
        said = view.said()
        self.compare(view.matching(), lambda: self.show_columns(top, said))

    def compare(self, matching: Matching, back: Callable[[], object]) -> None:
        """Compares a table as it was matched with the diary; asks first what words mean that nobody knows."""
        opener, file = self.desk.diary.beside.opener(), self.file

        def act(tell: Tell) -> object:
            with read_by_percent(file, tell), opener() as diary:
                return diary.arriving.matched(file, matching)

        def heard(found: object) -> None:
            arrival = cast("Arrival", found)
            words = unknown_words(arrival.rejected)
            if 0 < len(words) <= MOST_WORDS:
                self.show_unknown(matching, words, back)
            elif matching.called:
                self.show_found(arrival, lambda: self.show_unknown(matching, self._unknown, back))
            else:
                self.show_found(arrival, back)

        self.do(act, heard, self.tr("Reading\u2026"))

    def show_unknown(self, matching: Matching, words: Mapping[str, int], back: Callable[[], object]) -> None:
        """Words that name no activity here: what each was."""
        self._unknown = words
        view = UnknownWordsView(words, matching.called, self.desk)
        self._show(view, back)
        self._ask(lambda: self.compare(matching._replace(called=view.called()), back), self.tr("Continue"))
        self.stand_on(view.first_focus())

    def show_found(self, arrival: Arrival, back: Callable[[], object] | None = None) -> None:
        """What would come in, what is there already, and what cannot be kept."""
        view = FoundView(arrival, self.desk.words)
        self._show(view, back)
        if not arrival.new:
            self._ask(super().accept, self.tr("Close"))
        else:
            self._ask(lambda: self.add(arrival), self.desk.words.say("data.add", count=arrival.new))
            view.ready.connect(self._let_add)
            if not view.is_ready():
                self.stand_on(view.leave_out)
            self._let_add(view.is_ready())
        announce(self, view.said())

    def add(self, arrival: Arrival) -> None:
        """Writes what is new, all of it or nothing."""
        self._adding = True
        self.do(adding(self.desk.diary.beside.opener(), arrival), self._added, self.tr("Adding\u2026"))

    def _added(self, step: object) -> None:
        super().accept()
        self.desk.diary.beside.heard(cast("Step", step))

    def _let_add(self, ready: bool) -> None:
        if self.primary is not None and not self.busy:
            self.primary.setEnabled(ready)

    def do(self, act: Act, done: Heard, saying: str, *, may_be_stopped: bool = True) -> None:
        self.back.setEnabled(False)
        super().do(act, done, saying, may_be_stopped=may_be_stopped)

    def _end(self, heard: Heard, said: object) -> None:
        self.back.setEnabled(True)
        super()._end(heard, said)

    def _go_back(self) -> None:
        if self._before is not None and not self.busy:
            self._before()

    def _grow(self) -> None:
        give_places()  # new fields are as tall as they will be only once they have theirs
        self.take_room()

    def _show(self, stage: QWidget | None, back: Callable[[], object] | None = None) -> None:
        if self.stage is not None:
            self.column.removeWidget(self.stage)
            self.stage.hide()
            self.stage.deleteLater()
        self.stage = stage
        if stage is not None:
            self.column.insertWidget(1, stage)
            stage.show()
        self._before = back
        self.back.setVisible(back is not None)
        self.middle.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._grow()

    def _ask(self, act: Callable[[], object], said: str) -> None:
        self._next = act
        if self.primary is not None and self.cancel is not None:
            self.primary.setEnabled(True)
            self.name_button(self.primary, said)
            self.cancel.setVisible(said != self.tr("Close"))
            self.primary.setFocus()
        self.take_room()

    def accept(self) -> None:
        if not self.busy and self.primary is not None and self.primary.isEnabled():
            self._next()


@contextmanager
def read_by_percent(file: Path, tell: Tell) -> Iterator[None]:
    """Within it is told how far a file is read, and then how far it is compared with the diary."""
    from bonecoach.exchange.bounded import to_be_read, watched

    whole = max(to_be_read(file), 1)
    with compared_by_percent(tell), watched(lambda read: tell(min(READ - 1, read * READ // whole))):
        yield


def compared_by_percent(tell: Tell) -> AbstractContextManager[None]:
    """Within it is told how far what was read is compared with the diary."""
    return heard_by(lambda percent: tell(READ + percent * (ALL_DONE - READ) // ALL_DONE))


def reading(opener: Opener, file: Path, *, sure: bool) -> Act:
    """What looks into a file."""

    def act(tell: Tell) -> object:
        with read_by_percent(file, tell), opener() as diary:
            return diary.arriving.look_into(file, sure=sure)

    return act


def adding(opener: Opener, arrival: Arrival) -> Act:
    """What takes in what is new; lines that cannot be kept were left out with her consent."""

    def act(tell: Tell) -> object:
        with heard_by(tell), opener() as diary:
            return diary.arriving.keep(arrival, partly=True)

    return act
