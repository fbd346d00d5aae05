"""The card of an injection: its window on a line, what to do now, and the button that says it was given."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from bonecoach.core.injections import NextInjection
from bonecoach.core.plans import Plan
from bonecoach.paint.injection_line import injection_line_height, paint_injection_line, table_injection_line
from bonecoach.paint.style import Style
from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.chart_card import ChartCard
from bonecoach.ui.flow import Flow
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import px, style
from bonecoach.words.injections import InjectionWords


class InjectionCard(ChartCard):
    """One injection or infusion. `given(plan)`: she wants to say that it was; `why(window)`: why the date matters."""

    given = Signal(object)
    why = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(90, 90, parent)
        self._desk = desk
        self._following: NextInjection | None = None
        self.heading.setWordWrap(True)
        self.head.setStretchFactor(self.heading, 1)
        self.note.hide()
        self.says = Text()
        self.was_given = Button(self.tr("It was given"))
        self.why_button = QuietButton(self.tr("Why it matters"))
        self.why_button.setAccessibleName(self.tr("Why the date matters"))
        self.buttons = Flow(GAP)
        self.head.removeWidget(self.turn)  # a heading that names the medicine needs the whole width
        for button in (self.was_given, self.why_button, self.turn):
            self.buttons.add(button)
        self.column.addWidget(self.says)
        self.column.addWidget(self.buttons)
        self.was_given.clicked.connect(lambda: self.given.emit(self._plan))
        self.why_button.clicked.connect(lambda: self.why.emit(self._window))

    def show_plan(self, plan: Plan) -> None:
        """Draws the next one of a plan as it stands today."""
        self._plan, self._window = plan, self._desk.diary.knowledge.window(plan)
        self.was_given.setAccessibleName(self.tr("It was given: %s").replace("%s", plan.label))
        words, today = self._desk.words, self._desk.diary.today()
        following = self._following = self._desk.diary.reminders.injections.next_given(plan)
        says = InjectionWords(words)
        self.name_it(says.heading(plan.label, following, today))
        self.says.setText(words.injection(following, today))
        self.says.set_ink("warning" if following.overdue else "text")
        self.why_button.setVisible(following.best_by is not None)

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_injection_line(painter, rect, following, today, style, words)

        rows = partial(table_injection_line, following, today, words)
        self.show_chart(paint, says.spoken(following, today), rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its labels need in this width."""
        if self._following is not None:
            wide = max(self.width() - 2 * px(self.PADDING), px(120))
            today = self._desk.diary.today()
            high = injection_line_height(wide, self._following, today, style(), self._desk.words)
            self.chart.setMinimumHeight(round(high))

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setContentsMargins(px(self.PADDING), px(self.PADDING - 2), px(self.PADDING), px(self.PADDING - 6))
        self.column.setSpacing(px(6))
