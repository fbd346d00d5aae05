"""Today: the entry line, usuals, the one next step, nutrients, the week so far, and what was logged."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.days import moment_of
from bonecoach.core.entries import Entry
from bonecoach.core.errors import BoneCoachError
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.week import DayState
from bonecoach.ui.entry.entry_box import EntryBox
from bonecoach.ui.later import later
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import follow, px
from bonecoach.ui.today.first_words import FirstWords
from bonecoach.ui.today.header import DayHeader
from bonecoach.ui.today.logged import LoggedCard
from bonecoach.ui.today.next_step import NextStep, RedFlag
from bonecoach.ui.today.nutrient_rows import NutrientsCard
from bonecoach.ui.today.usuals import MOST, UsualsRow
from bonecoach.ui.today.week_card import WeekCard
from bonecoach.words import Words
from bonecoach.words.speech import capital

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.usuals import Usual


class TodayPage(Page):
    """One day, today unless the person went to another one."""

    turned = Signal()
    """It shows another day."""

    key = "today"
    icon = "today"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day: date | None = None
        self.state: DayState | None = None
        self.header = DayHeader()
        self.entry = EntryBox(desk, lambda: self._day, self.laid_out_once)
        self.first = FirstWords()
        self.flag = RedFlag()
        self.flag.hide()
        self.usuals = UsualsRow()
        self.next_step = NextStep()
        self.nutrients, self.week, self.logged = NutrientsCard(), WeekCard(), LoggedCard()
        self._lay_out()
        self._connect()

    @property
    def title(self) -> str:
        return self.tr("Today")

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day or self.desk.diary.today()

    @property
    def shows_today(self) -> bool:
        """Whether it shows the present day, whichever that is."""
        return self._day is None

    def moment_meant(self) -> datetime | None:
        """What "now" means in the entry line: None on today's page, the same time of day on another day's."""
        if self._day is None:
            return None
        now = self.desk.diary.now()
        return moment_of(self._day, now.wall, now.zone).instant

    # -- building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self.body)
        for widget in (self.header, self.flag, self.entry, self.first, self.usuals, self.next_step):
            self.column.addWidget(widget)
        self.cards, self.done = QHBoxLayout(), QVBoxLayout()
        self.column.addLayout(self.cards, 1)
        for card, share in ((self.nutrients, 35), (self.week, 28)):
            self.cards.addWidget(card, share)
        self.cards.addLayout(self.done, 37)
        self.done.addWidget(self.logged, 1)
        self.logged.expand(False)
        follow(self, self._space)

    def _connect(self) -> None:
        self.header.wanted.connect(self.show_day)
        self.entry.empty_changed.connect(self._tidy)
        self.entry.flagged.connect(self.flag.show_flags)
        self.entry.goes_to.connect(self.goes_to)
        self.flag.read.clicked.connect(self.entry.edit.setFocus)
        self.first.wanted.connect(self.entry.say)
        self.first.form_wanted.connect(self._open_form)
        self.usuals.wanted.connect(self._log_usual)
        self.usuals.pinned.connect(self._arrange_usual)
        self.usuals.moved.connect(self._move_usual)
        self.next_step.why.connect(self.asks_why)
        self.nutrients.why.connect(self._why)
        self.logged.edits.connect(self._edit)
        self.logged.deletes.connect(self._delete)
        self.logged.typed.connect(self._look_at_edit)
        self.logged.changed.connect(self._change)
        self.logged.same_again.connect(self._same_again)
        self.logged.none.connect(self._none_taken)
        self.logged.history_wanted.connect(lambda: self.goes_to.emit("history", None))
        later(self._listen_for_arrows)

    def _listen_for_arrows(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, button in (("Alt+Left", self.header.earlier), ("Alt+Right", self.header.later)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def put_above_logged(self, widget: QWidget) -> None:
        """Has a widget stand above what was logged."""
        self.done.insertWidget(0, widget)

    def put_above_next_step(self, widget: QWidget) -> None:
        """Has a widget stand above the one next step, across the page."""
        self.column.insertWidget(self.column.indexOf(self.next_step), widget)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_day(self, day: date | None) -> None:
        """Another day; None or today's date follows the calendar again."""
        self._day = None if day is None or day >= self.desk.diary.today() else day
        self.show_state()
        self.turned.emit()

    def step_done(self, step: Step) -> None:
        super().step_done(step)
        self.logged.reveal([entry.id for entry in self.desk.diary.entries_of(step)])

    def open_on(self, day: date | None) -> None:
        if day is not None:
            self._day = day if day < self.desk.diary.today() else None
        self.show_state()
        self.turned.emit()

    def show_state(self) -> None:
        diary, words = self.desk.diary, self.desk.words
        today, day = diary.today(), self.day
        is_today = self._day is None
        self.state, weeks = diary.day(day), diary.trend(2, day)
        self.header.first_weekday = self.state.profile.week_starts
        self.header.show_day(day, today, words)
        self.nutrients.show_day(self.state, words)
        self.week.show_week(weeks[-1], self.state.profile, words, is_now=is_today)
        self.logged.show_day(self.state, words, is_today=is_today)
        self.logged.again.setVisible(is_today and diary.usuals.anything_yesterday(day))
        self.next_step.show_advice(diary.advice(day, self.state, weeks), words)
        self.usuals.show_usuals(diary.usuals.around(self.moment_meant()), words)
        self.first.show_for(teaching=not (self.state.entries or self.usuals.has_any))
        self._say_what_to_type(day, words)
        if self.entry.edit.text():  # what is being said may be read otherwise by now
            self.entry.look_again()

    def _say_what_to_type(self, day: date, words: Words) -> None:
        asks = self.tr("What did you take, eat or do?")
        if self._day is not None:
            said = capital(words.date(day, self.desk.diary.today()))
            asks = self.tr("%s: what did you take, eat or do?").replace("%s", said)
        self.entry.edit.setPlaceholderText(asks)
        self.entry.edit.setAccessibleName(asks)

    def arrange(self, narrow: bool) -> None:
        way = QBoxLayout.Direction
        self.cards.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.usuals.set_columns(3 if narrow else MOST)
        self.next_step.stand(narrow)
        self.nutrients.stand_tall(narrow)
        self.logged.expand(narrow)

    def first_focus(self) -> QWidget | None:
        return self.entry.edit

    def _tidy(self, empty: bool) -> None:
        self.first.setVisible(empty)

    def _space(self) -> None:
        self.column.setContentsMargins(px(24), px(14), px(24), px(16))
        self.column.setSpacing(px(12))
        self.cards.setSpacing(px(14))
        self.done.setSpacing(px(12))

    # -- doing -------------------------------------------------------------------------------------------------

    def _log_usual(self, usual: Usual) -> None:
        usuals = self.desk.diary.usuals
        if usuals.asks(usual, self._day):  # the line asks, and takes the answer
            self.entry.say(usual.text)
        elif self._day is None:
            self.attempt(usuals.log, usual)
        else:
            self.attempt(usuals.same_again, [usual.entry], self._day)

    def _arrange_usual(self, usual: Usual, pinned: bool) -> None:
        self.attempt(self.desk.diary.usuals.pin if pinned else self.desk.diary.usuals.unpin, usual)

    def _move_usual(self, usual: Usual, by: int) -> None:
        self.attempt(self.desk.diary.usuals.move, usual, by)

    def _edit(self, entry: Entry) -> None:
        self.logged.open_editor(entry, self.desk.diary.text_of(entry))
        if self.logged.editor is not None:
            self.show_whole(self.logged.editor)

    def _look_at_edit(self, entry: Entry, text: str) -> None:
        from bonecoach.ui.entry.said import said_of

        reading = self.desk.diary.read_edit(entry, text)
        self.logged.say_in_editor(*said_of(reading, self.desk.words, entry.moment.instant))

    def _change(self, entry: Entry, text: str, confirmed: bool) -> None:
        from bonecoach.diary.refusals import PleaseConfirm
        from bonecoach.ui.entry.said import flags_of, refusal

        reading = self.desk.diary.read_edit(entry, text)
        self.flag.show_flags(flags_of(reading, self.desk.words))
        try:
            self.desk.diary.edit(entry.id, text, confirmed=confirmed)
        except BoneCoachError as error:
            self.logged.say_in_editor(refusal(error, self.desk.words), False, asks=isinstance(error, PleaseConfirm))

    def _delete(self, entry: Entry) -> None:
        self.attempt(self.desk.diary.delete, [entry.id])

    def _none_taken(self) -> None:
        self.attempt(self.desk.diary.none_taken, self.day)

    def _same_again(self) -> None:
        from bonecoach.ui.today.same_again import choose_again

        chosen = choose_again(self, self.desk.diary.usuals.yesterday(self.day), self.desk.words)
        if chosen:
            self.attempt(self.desk.diary.usuals.same_again, chosen, self.day)

    def _why(self, nutrient: Nutrient) -> None:
        if self.state is not None:
            self.asks_why.emit(self.state.nutrients[nutrient])

    def _open_form(self, key: str) -> None:
        from bonecoach.ui.forms import open_form

        open_form(key, self, self.moment_meant(), self.flag.show_flags)
