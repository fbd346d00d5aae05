"""The timeline with its buttons: nearer and farther, earlier and later, scores or densities."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStylePainter, QWidget

from bonecoach.core.timeline import SPANS, Frame, Timeline, farther, frame_of, months_for, nearer
from bonecoach.paint.plain import edge_rounded
from bonecoach.paint.style import Style
from bonecoach.paint.timeline import paint_timeline
from bonecoach.paint.timeline_scene import DENSITY, MONTHS, T_SCORE, Z_SCORE, Mark, Scene, timeline_height
from bonecoach.paint.timeline_table import table_timeline
from bonecoach.ui.announce import announce
from bonecoach.ui.bones.others_note import OTHERS_FOUND, OthersNote
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.chart_card import ChartCard
from bonecoach.ui.chart_view import ChartView
from bonecoach.ui.flow import Flow
from bonecoach.ui.theme import colour, px, style
from bonecoach.words import Words

REACH = 22
"""Pixels at 100 % around a mark within which it is pointed at: a mark is small, a finger is not."""


class TimelineView(ChartView):
    """The picture. `pointed(said)`: the mark under the mouse, or the one that arrow keys went to, says this.

    Left and Right go from mark to mark, Home and End to the first and the last, Up and Down between them and the months
    below. Plus and minus ask to come nearer or go farther (`wants(way)`).
    """

    pointed = Signal(str)
    wants = Signal(str)

    def __init__(self, name: str, height: float, parent: QWidget | None = None) -> None:
        super().__init__(name, height, parent)
        self._rows: tuple[QRectF, Style, dict[str, tuple[Mark, ...]]] | None = None
        self._state: tuple[Timeline, Frame, str, Words] | None = None
        self._chosen: Mark | None = None
        self.setMouseTracking(True)

    def show_timeline(self, timeline: Timeline, frame: Frame, measure: str, words: Words) -> None:
        """Draws another state, without a mark chosen."""
        self._state, self._chosen, self._rows = (timeline, frame, measure, words), None, None

        def paint(painter: QPainter, rect: QRectF, style: Style) -> None:
            paint_timeline(painter, rect, timeline, frame, measure, style, words)

        said = [words.say("timeline.spoken", count=len(self.marks()))]
        if timeline.moved or timeline.taken:
            said.append(words.say("timeline.months"))
        self.show_chart(paint, " ".join(said))

    def marks(self, row: str = "") -> tuple[Mark, ...]:
        """Everything that can be pointed at, by day; the months of one of the lanes below where `row` names it."""
        if self._state is None:
            return ()
        here, now = QRectF(self.rect()), style()
        if self._rows is None or self._rows[:2] != (here, now):
            self._rows = (here, now, {})
        found = self._rows[2]
        if row not in found:
            timeline, frame, measure, words = self._state
            scene = Scene(here, timeline, frame, measure, now, words)
            found[row] = scene.months(row) if row else scene.marks()
        return found[row]

    def _choose(self, mark: Mark | None) -> None:
        if mark != self._chosen:
            self._chosen = mark
            self.update()
            self.pointed.emit("" if mark is None else mark.said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._choose(self._near(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._near(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _near(self, at: QPointF) -> Mark | None:
        def away(mark: Mark) -> float:
            return (mark.at - at).manhattanLength()

        everything = [mark for row in ("", *MONTHS) for mark in self.marks(row)]
        found = min(everything, key=away, default=None)
        return found if found is not None and away(found) <= px(REACH) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = ways.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and (marks := self.marks(self._row)):
            self._go_to(marks[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and any(self.marks(row) for row in MONTHS):
            self._change_row(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.wants.emit("farther" if event.key() == Qt.Key.Key_Minus else "nearer")
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        marks = self.marks(self._row)
        if not marks:
            return
        at = marks.index(self._chosen) + step if self._chosen in marks else (0 if step > 0 else len(marks) - 1)
        self._go_to(marks[max(0, min(at, len(marks) - 1))])

    @property
    def _row(self) -> str:
        return self._chosen.kind if self._chosen is not None and self._chosen.kind in MONTHS else ""

    def _change_row(self, step: int) -> None:
        rows = [row for row in ("", *MONTHS) if self.marks(row)]
        at = rows.index(self._row) + step if self._row in rows else 0
        marks = self.marks(rows[max(0, min(at, len(rows) - 1))])
        x = self._chosen.at.x() if self._chosen is not None else self.width()
        self._go_to(min(marks, key=lambda mark: abs(mark.at.x() - x)))

    def _go_to(self, mark: Mark) -> None:
        self._choose(mark)
        announce(self, mark.said)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._chosen is not None:
            painter = QStylePainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(0, 0, px(24), px(24))
            ring.moveCenter(self._chosen.at)
            edge_rounded(painter, ring, px(12), colour("focus"), px(3))


class TimelineCard(ChartCard):
    """Turns over to its table like every chart. It opens on everything there is.

    `wants_others(on)`: what others found is to be shown, or no more. `asks_why(about)`: where that is from.
    """

    wants_others = Signal(bool)
    asks_why = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(320, 420, parent)
        self._timeline: Timeline | None = None
        self._words: Words | None = None
        self._months, self._last, self._measure = 0, date.min, T_SCORE
        self.says = Text("", "body")
        self.buttons = Flow(GAP)
        self.earlier = Button("", "left", name=self.tr("Earlier"))
        self.later = Button("", "right", name=self.tr("Later"))
        self.nearer = Button(self.tr("Nearer"), "plus", name=self.tr("Look at a shorter time"))
        self.farther = Button(self.tr("Farther"), "minus", name=self.tr("Look at a longer time"))
        self.score = Button(self.tr("Scores"))
        self.density = Button(self.tr("Density"), name=self.tr("Density in g/cm\u00b2"))
        self.others = Button(self.tr("What others found"))
        both = (self.score, self.density, self.others)
        for button in (self.earlier, self.later, self.nearer, self.farther, *both):
            self.buttons.add(button)
        for button in both:
            button.setCheckable(True)
        self.caveat = OthersNote()
        self.column.insertWidget(1, self.buttons)
        self.column.addWidget(self.says)
        self.column.addWidget(self.caveat)
        self.earlier.clicked.connect(lambda: self._move(-0.5))
        self.later.clicked.connect(lambda: self._move(0.5))
        self.nearer.clicked.connect(lambda: self._zoom("nearer"))
        self.farther.clicked.connect(lambda: self._zoom("farther"))
        self.score.clicked.connect(lambda: self._measure_by(self._score))
        self.density.clicked.connect(lambda: self._measure_by(DENSITY))
        self.others.clicked.connect(self._show_others)
        self.caveat.why.clicked.connect(lambda: self.asks_why.emit(OTHERS_FOUND))

    def new_view(self, height: float) -> TimelineView:
        self.view = TimelineView("", height)
        self.view.pointed.connect(self._say)
        self.view.wants.connect(self._zoom)
        return self.view

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(GAP))

    @property
    def frame(self) -> Frame:
        """The days that are looked at."""
        return frame_of(self._months, self._last)

    @property
    def measure(self) -> str:
        """What is shown of scans: scores or densities."""
        return self._measure

    @property
    def _score(self) -> str:
        assert self._timeline is not None
        return T_SCORE if self._timeline.t_scores else Z_SCORE

    def show_state(self, timeline: Timeline, words: Words) -> None:
        """Draws another state; what is looked at stays, unless nothing was yet."""
        self._timeline, self._words = timeline, words
        if not self._months:
            self._months, self._last, self._measure = months_for(timeline), timeline.today, self._score
        self._rows = partial(table_timeline, timeline, words)
        if self.table is not None and self.turn.isChecked():
            self.table.show_table(self._table())
        self._draw()

    def _draw(self) -> None:
        assert self._timeline is not None
        assert self._words is not None
        timeline, words, frame = self._timeline, self._words, self.frame
        self.name_it(self.tr("Over time"))
        first, last = words.short_date(frame.first), words.short_date(min(frame.last, timeline.today))
        self.note.setText(words.say("timeline.frame", first=first, last=last))
        self.view.setMinimumHeight(px(timeline_height(timeline)))
        self.view.show_timeline(timeline, frame, self._measure, words)
        self.earlier.setEnabled(frame.first > timeline.begins)
        self.later.setEnabled(self._last < timeline.today)
        self.nearer.setEnabled(self._months > SPANS[0])
        self.farther.setEnabled(self._months < SPANS[-1])
        self.score.setChecked(self._measure != DENSITY)
        self.density.setChecked(self._measure == DENSITY)
        self.others.setChecked(timeline.others is not None)
        self.caveat.show_state(timeline.others, words, drawn=self._measure == DENSITY)
        self._say("")

    def _say(self, said: str) -> None:
        self.says.setText(said or self.tr("Point at a mark, or go from one to the next with the arrow keys."))
        self.says.set_ink("text" if said else "quiet")

    def _zoom(self, way: str) -> None:
        self._months = nearer(self._months) if way == "nearer" else farther(self._months)
        self._draw()
        announce(self, self.note.text())

    def _move(self, part: float) -> None:
        assert self._timeline is not None
        self._last = min(self._last + self.frame.part(part), self._timeline.today)
        self._draw()
        announce(self, self.note.text())

    def _show_others(self, on: bool) -> None:
        if on:
            self._measure = DENSITY  # a percent of density has no place among scores
        self.wants_others.emit(on)
        announce(self, self.caveat.text.text() if on else "")

    def _measure_by(self, measure: str) -> None:
        self._measure = measure
        self._draw()
