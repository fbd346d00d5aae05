"""What History is looked through for: words, a kind, a stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import follow, font, px

PAUSE_MS = 150
"""How long she must pause typing before the diary is looked through."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: text in names and notes, kinds (None is all), first and last date (None is open)."""

    text: str = ""
    kinds: tuple[str, ...] | None = None
    first: date | None = None
    last: date | None = None


class Filters(QWidget):
    """The fields. `changed()`: something else is looked for."""

    changed = Signal()

    def __init__(self, order: str = "dmy", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Find by name or note"))
        self.text.setAccessibleName(self.tr("Find by name or note"))
        self.forget = QuietButton("", "cross", name=self.tr("Look for everything again"))
        self.forget.hide()
        self.finding = QWidget()
        line = QHBoxLayout(self.finding)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.text, 1)
        line.addWidget(self.forget)
        self.kind = Chooser(
            (
                (self.tr("All kinds"), None),
                (self.tr("Food and supplements"), ("intake",)),
                (self.tr("Movement"), ("session",)),
                (self.tr("Medicines"), ("dose",)),
                (self.tr("Pain and symptoms"), ("symptom",)),
                (self.tr("Falls and other events"), ("event",)),
            ),
        )
        self.time = Chooser(
            (
                (self.tr("Any time"), 0),
                (self.tr("Last 7 days"), 7),
                (self.tr("Last 4 weeks"), 28),
                (self.tr("Last 12 months"), 365),
                (self.tr("From one day to another"), -1),
            ),
        )
        self.kind.setAccessibleName(self.tr("Kind"))
        self.time.setAccessibleName(self.tr("Time"))
        self._build_dates(order)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(self._pause.start)
        self.text.textChanged.connect(lambda said: self.forget.setVisible(bool(said)))
        self.forget.clicked.connect(self._forget)
        self.kind.currentIndexChanged.connect(self.changed)
        self.time.currentIndexChanged.connect(self._time_chosen)
        self.arrange(narrow=False)
        follow(self, self._restyle)

    def _build_dates(self, order: str) -> None:
        self.first, self.last = DayField(order), DayField(order)
        self.first.setAccessibleName(self.tr("From this day"))
        self.last.setAccessibleName(self.tr("To this day"))
        self.dates = QWidget()
        row = QHBoxLayout(self.dates)
        row.setContentsMargins(0, 0, 0, 0)
        for name, field in ((self.tr("From"), self.first), (self.tr("to"), self.last)):
            field.dateChanged.connect(self.changed)
            row.addWidget(Text(name, wraps=False))
            row.addWidget(field)
        row.addStretch(1)
        self.dates.hide()

    def sought(self, today: date) -> Sought:
        """What the fields say."""
        first = last = None
        days = self.time.currentData()
        if days > 0:
            first, last = today - timedelta(days=days - 1), today
        elif days < 0:
            first, last = as_date(self.first.date()), as_date(self.last.date())
        return Sought(self.text.text().strip(), self.kind.currentData(), first, last)

    def clear(self, today: date) -> None:
        """Looks for everything again."""
        for field in (self.first, self.last):
            field.setDate(as_qdate(today))
        self.text.clear()
        self.kind.setCurrentIndex(0)
        self.time.setCurrentIndex(0)

    def _forget(self) -> None:
        self.text.setFocus()
        self.text.clear()

    def _time_chosen(self) -> None:
        self.dates.setVisible(self.time.currentData() < 0)
        self.changed.emit()

    def arrange(self, narrow: bool) -> None:
        """One row of fields, or the words above the two choosers."""
        for widget in (self.finding, self.kind, self.time, self.dates):
            self._grid.removeWidget(widget)
        places = [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]
        if not narrow:
            places = [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)]
        for widget, place in zip((self.finding, self.kind, self.time), places, strict=True):
            self._grid.addWidget(widget, *place)
        self._grid.addWidget(self.dates, 2, 0, 1, 2 if narrow else 3)
        for column, stretch in enumerate((1, 1, 0) if narrow else (3, 2, 2)):
            self._grid.setColumnStretch(column, stretch)

    def _restyle(self) -> None:
        self._grid.setSpacing(px(8))
        self.text.setFont(font("body"))
        self.text.setMinimumHeight(px(44))
