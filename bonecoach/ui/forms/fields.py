"""Fields of the quick forms: a number with a button on either side, and when it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.days import Moment, moment_of
from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import follow, font, px
from bonecoach.words import Words

EVERY = timedelta(minutes=30)


class Stepper(QWidget):
    """A number that can be typed, or pressed up and down. `changed(number)`."""

    changed = Signal(float)

    def __init__(self, name: str, lowest: float, highest: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = Number()
        self.box.setRange(lowest, highest)
        self.box.setSingleStep(step)
        self.box.setDecimals(0 if float(step).is_integer() else 2)
        self.box.setAccessibleName(name)
        self.less = Button("", "minus", name=self.tr("Less: %s").replace("%s", name))
        self.more = Button("", "plus", name=self.tr("More: %s").replace("%s", name))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.less, self.box, self.more):
            self.row.addWidget(widget)
        self.less.clicked.connect(self.box.stepDown)
        self.more.clicked.connect(self.box.stepUp)
        self.box.valueChanged.connect(self.changed)
        follow(self, self._restyle)

    def number(self) -> float:
        """What it says now."""
        return float(self.box.value())

    def show_number(self, number: float, step: float | None = None) -> None:
        """Another number, and another step where one is given."""
        if step is not None:
            self.box.setSingleStep(step)
            self.box.setDecimals(0 if float(step).is_integer() else 2)
        self.box.setValue(number)

    def _restyle(self) -> None:
        self.row.setSpacing(px(GAP))
        self.box.setFont(font("body"))
        self.box.setMinimumHeight(px(44))
        self.box.setFixedWidth(px(96))


class Number(QDoubleSpinBox):
    """A number without the tiny arrows; 1.50 is written 1.5, and a turning wheel does not change it.

    The stylesheet takes the arrows away by giving them no width: without any, Qt leaves a styled box one pixel for its
    number.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def textFromValue(self, value: float) -> str:
        return (
            self.locale().toString(value, "f", self.decimals()).rstrip("0").rstrip(".,")
            if self.decimals()
            else f"{value:.0f}"
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class When(Chooser):
    """A time of the day that is meant, in half hours: now first on the present day, never one that is to come.

    On another day it is the hour that it is now, until she says another one.
    """

    def __init__(self, now: Moment, at: datetime | None, words: Words, parent: QWidget | None = None) -> None:
        here = now if at is None else _moment(at, now.zone)
        choices: list[tuple[str, object]] = [] if at is not None else [(self.tr("Now"), None)]
        walls = list(_walls(here, at is None))
        choices += [(words.time(wall), _instant(here.date, wall, now.zone)) for wall in walls]
        super().__init__(choices, parent)
        self.setAccessibleName(self.tr("When"))
        if at is not None:
            self.setCurrentIndex(walls.index(time(here.wall.hour, 0)))  # Qt finds no moment again by its value

    def instant(self) -> datetime | None:
        """The instant that is chosen; None for now."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, datetime) else None


def labelled(name: str, field: QWidget) -> QWidget:
    """A field under its name."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(4))
    column.addWidget(Text(name, "small", "quiet", wraps=False))
    column.addWidget(field)
    return both


def with_unit(field: QWidget, unit: str) -> QWidget:
    """A field with its unit behind it."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(GAP))
    row.addWidget(field)
    row.addWidget(Text(unit, wraps=False))
    return both


def _moment(at: datetime, zone: str) -> Moment:
    from bonecoach.core.days import moment_at

    return moment_at(at, zone)


def _instant(day: date, wall: time, zone: str) -> datetime:
    return moment_of(day, wall, zone).instant


def _walls(here: Moment, until_now: bool) -> Iterator[time]:
    last = datetime.combine(here.date, here.wall if until_now else time(23, 30))
    wall = last.replace(minute=30 if last.minute >= 30 else 0, second=0, microsecond=0)
    while wall.date() == here.date:
        yield wall.time()
        wall -= EVERY
