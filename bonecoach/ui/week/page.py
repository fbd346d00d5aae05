"""The Week page: one week after another, all of it at a glance."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.days import WEEKDAYS, Week, week_of
from bonecoach.core.movement import WeekMovement
from bonecoach.core.week import WeekState
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Heading
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import follow, px
from bonecoach.ui.week.cards import MinutesCard, NutrientsCard, StepCard, StripCard, TrendCard

TREND_WEEKS = 12


class WeekPage(Page):
    """The week that holds `shown`; today's at first. Widgets are built once, another week only redraws them."""

    key = "week"
    icon = "week"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown: date | None = None
        self._trend: tuple[date, tuple[WeekMovement, ...]] | None = None
        self._known: dict[date, WeekState] = {}
        self._whole = QVBoxLayout(self.body)
        self._build_head()
        self.strip, self.nutrients = StripCard(), NutrientsCard()
        self.minutes, self.step, self.trend = MinutesCard(), StepCard(), TrendCard()
        self.step.why.connect(self.asks_why)
        self._columns, self._left, self._right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._whole.addLayout(self._columns, 1)
        self._columns.addLayout(self._left)
        self._columns.addLayout(self._right)
        self.arrange(narrow=False)
        follow(self, self._space)

    @property
    def title(self) -> str:
        """Its name in the sidebar."""
        return self.tr("Week")

    def _build_head(self) -> None:
        self.heading = Heading("", "title")
        self.earlier = Button(self.tr("Earlier"), "left", name=self.tr("Earlier week"))
        self.this_week = Button(self.tr("This week"))
        self.later = Button(self.tr("Later"), "right", name=self.tr("Later week"))
        self.rest = Button(self.tr("Rest week"))
        self.rest.setCheckable(True)
        self.rest.setAccessibleDescription(self.tr("A rest week is shown as rest, and asks nothing of you."))
        self.print_button = Button(self.tr("Print"), "print", name=self.tr("Print this page"))
        self.earlier.clicked.connect(lambda: self.go(-1))
        self.later.clicked.connect(lambda: self.go(1))
        self.this_week.clicked.connect(lambda: self.show_week_of(None))
        self.rest.toggled.connect(self._say_rest)  # also what a switch or a voice does, which is no click
        self.print_button.clicked.connect(self.print_page)
        self._head, self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._whole.addLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addLayout(self._buttons)
        for button in (self.earlier, self.this_week, self.later, self.rest, self.print_button):
            self._buttons.addWidget(button)
        for keys, weeks in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.ALT | keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda weeks=weeks: self.go(weeks))

    # -- which week --------------------------------------------------------------------------------------------

    def go(self, weeks: int) -> None:
        """So many weeks later, or earlier when negative; never past the running week."""
        today = self.desk.diary.today()
        self.show_week_of(min((self.shown or today) + timedelta(weeks=weeks), today))

    def show_week_of(self, day: date | None) -> None:
        """The week that holds a day; the running one for None."""
        self.shown = day
        self._draw()
        announce(self, self.heading.text())

    def open_on(self, day: date | None) -> None:
        """The page is opened: on the week of a day, or on the one it showed last."""
        self.shown = day or self.shown
        self.show_state()

    def first_focus(self) -> QWidget:
        """The way to the week before."""
        return self.earlier

    # -- what stands on it -------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Draws the week anew, and the weeks around it."""
        self._trend = None
        self._known.clear()
        self._draw()

    def _draw(self) -> None:
        diary, words = self.desk.diary, self.desk.words
        today = diary.today()
        day = self.shown or today
        week, before = self._week(day), self._week(day - timedelta(weeks=1))
        self._known = {day: week, day - timedelta(weeks=1): before}
        running = today in week.week
        self.heading.setText(words.week_title(week.week.first, today))
        self._show_ways(running=running, rests=week.movement.rest_week)
        self.strip.show_week(week, words, today)
        self.nutrients.show_week(week, words, today)
        self.minutes.show_week(week, before, words)
        advice = diary.week_advice(week.on(today), (before.movement, week.movement)) if running else ()
        self.step.show_advice(advice, self._otherwise(running=running, rests=week.movement.rest_week), words)
        self.trend.show_weeks(self._weeks(week.week, today), week.week.first, words, week.profile.count)

    def _week(self, day: date) -> WeekState:
        """The week of a day; the one just shown and the one before it are not asked for again."""
        return self._known.get(day) or self.desk.diary.week(day)

    def _weeks(self, week: Week, today: date) -> tuple[WeekMovement, ...]:
        """The twelve weeks up to today that hold the week, or the twelve before them, and so on.

        So the columns stand still while the mark walks over them.
        """
        frames = (week_of(today, WEEKDAYS[week.first.weekday()]).first - week.first).days // 7 // TREND_WEEKS
        until = today - timedelta(weeks=frames * TREND_WEEKS)
        if self._trend is None or self._trend[0] != until:
            self._trend = until, self.desk.diary.trend(TREND_WEEKS, until)
        return self._trend[1]

    def _show_ways(self, *, running: bool, rests: bool) -> None:
        if running and (self.later.hasFocus() or self.this_week.hasFocus()):
            self.earlier.setFocus(Qt.FocusReason.OtherFocusReason)
        self.later.setEnabled(not running)
        self.this_week.setEnabled(not running)
        with QSignalBlocker(self.rest):
            self.rest.setChecked(rests)
        self.rest.drawn_icon = "check" if rests else ""
        self.rest.updateGeometry()

    def _otherwise(self, *, running: bool, rests: bool) -> str:
        if rests:
            return self.tr("A rest week. Nothing is asked of you; your medicines go on as they are.")
        if running:
            return self.tr("Nothing to suggest right now.")
        return self.tr("This week is over. You can still add to it or change it.")

    def _say_rest(self, on: bool) -> None:
        self.attempt(lambda: self.desk.diary.rest_week(self.shown or self.desk.diary.today(), on=on))
        self.show_state()

    # -- paper -------------------------------------------------------------------------------------------------

    def print_page(self) -> None:
        """Asks for a printer and prints the week that is shown."""
        from bonecoach.desktop.printing import print_painting
        from bonecoach.paint.week_page import WeekSheet

        diary, words, today = self.desk.diary, self.desk.words, self.desk.diary.today()
        week = diary.week(self.shown or today)
        sheet = WeekSheet(week, self._weeks(week.week, today), words, today)
        print_painting(self.window(), self.heading.text(), sheet.paint)

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        """Two columns, or one where there is no room for two."""
        ways = QBoxLayout.Direction
        for chart_card in (self.strip, self.nutrients, self.minutes, self.trend):
            chart_card.give_room(narrow=narrow)
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight)
        # Cards move between two columns that stay where they are.
        self._clear_columns()
        if narrow:
            for card in (self.minutes, self.step, self.strip, self.nutrients, self.trend):
                self._left.addWidget(card)
        else:
            self._left.addWidget(self.strip, 4)
            self._left.addWidget(self.nutrients, 7)
            self._right.addWidget(self.minutes, 4)
            self._right.addWidget(self.step)
            self._right.addWidget(self.trend, 5)
        self._columns.setStretch(0, 3)
        self._columns.setStretch(1, 0 if narrow else 2)
        self._columns.setSpacing(0 if narrow else px(10))
        self._redraw()

    def _redraw(self) -> None:
        """The charts learn of their new room; before the first state there is nothing to draw."""
        if self.heading.text():
            self._draw()

    def _clear_columns(self) -> None:
        for card in (self.strip, self.nutrients, self.minutes, self.step, self.trend):
            self._left.removeWidget(card)
            self._right.removeWidget(card)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        self._columns.setSpacing(0 if self.narrow else px(10))
        for layout in (self._whole, self._left, self._right):
            layout.setSpacing(px(10))
        self._head.setSpacing(px(GAP))
        self._buttons.setSpacing(px(GAP))
