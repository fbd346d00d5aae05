"""The field of a stretch of days: a length that ends today, or from a day to a day of her own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.spans import Span, last_days, last_months
from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import px

OWN = "own"
"""The length whose first and last day she says herself."""


class DaysField(QWidget):
    """A length to choose ("30" days, "6m" for months, OWN), and two days that are seen where they are asked for.

    `order` is how dates are written where she lives. `changed()`: she chose another length.
    """

    changed = Signal()

    def __init__(self, asks: str, own: Span, order: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.length = Chooser(())
        self.first, self.last = DayField(order), DayField(order)
        self.first.setDate(as_qdate(own.first))
        self.last.setDate(as_qdate(own.last))
        self._own: list[QWidget] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(GAP))
        grid.setColumnStretch(1, 1)
        named = ((asks, self.length), (self.tr("First day"), self.first), (self.tr("Last day"), self.last))
        for row, (said, field) in enumerate(named):
            name = Text(said, "strong", wraps=False)
            name.setBuddy(field)
            field.setAccessibleName(said)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
            if field is not self.length:
                self._own += [name, field]
        self.length.currentIndexChanged.connect(self._chosen)

    def offer(self, lengths: Sequence[tuple[str, str]], key: str) -> None:
        """Offers lengths as pairs of what they say and their key, one of them chosen."""
        self.length.blockSignals(True)
        self.length.clear()
        for said, length in lengths:
            self.length.addItem(said, length)
        self.length.blockSignals(False)
        self.choose(key)

    @property
    def key(self) -> str:
        """The key of the length that is chosen."""
        return str(self.length.currentData() or "")

    def choose(self, key: str) -> None:
        """Shows a length without telling anybody."""
        self.length.choose(key)
        self._show_own()

    def ends(self, today: date) -> tuple[date, date]:
        """The first and the last day. Raises InvalidEntry("day_not_read", "days_reversed")."""
        if self.key == OWN:
            for day in (self.first, self.last):
                day.settle()
            first, last = as_date(self.first.date()), as_date(self.last.date())
            if last < first:
                raise InvalidEntry("days_reversed")
            return first, last
        length = self.key
        span = last_months(int(length[:-1]), today) if length.endswith("m") else last_days(int(length), today)
        return span.first, span.last

    def _chosen(self) -> None:
        self._show_own()
        self.changed.emit()

    def _show_own(self) -> None:
        for widget in self._own:
            widget.setVisible(self.key == OWN)
