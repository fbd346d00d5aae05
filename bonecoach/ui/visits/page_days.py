"""Which days the page for an appointment is about."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bonecoach.core.spans import Span, last_days, last_months
from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import px

SINCE_VISIT, OWN = "visit", "own"
UNLESS_SAID = "91"
"""Days of a page where nothing was chosen and no appointment has been: thirteen weeks."""


class PageDays(QWidget):
    """A length to choose, or a first and a last day of her own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        today, order = desk.diary.today(), desk.words.conventions.order
        self.chooser = Chooser(())
        self.chooser.setAccessibleName(self.tr("Which days the page is about"))
        self.first, self.last = DayField(order), DayField(order)
        self.first.setDate(as_qdate(last_days(int(UNLESS_SAID), today).first))
        self.last.setDate(as_qdate(today))
        self._own = QWidget()
        grid = QGridLayout(self._own)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(px(GAP))
        grid.setColumnStretch(1, 1)
        for row, (said, field) in enumerate(((self.tr("First day"), self.first), (self.tr("Last day"), self.last))):
            name = Text(said, "strong", wraps=False)
            name.setBuddy(field)
            field.setAccessibleName(said)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        column.addWidget(self.chooser)
        column.addWidget(self._own)
        self.chooser.currentIndexChanged.connect(self._show_own)

    def show_state(self) -> None:
        """Offers the lengths there are; what was chosen stays chosen."""
        chosen = self.chooser.currentData()
        since = self._desk.diary.summaries.since_last_visit()
        offered = [
            *([(self.tr("Since the last appointment"), SINCE_VISIT)] if since is not None else []),
            (self.tr("The last 30 days"), "30"),
            (self.tr("The last 90 days"), "90"),
            (self.tr("The last 13 weeks"), UNLESS_SAID),
            (self.tr("The last 6 months"), "6m"),
            (self.tr("The last 12 months"), "12m"),
            (self.tr("From a day to a day"), OWN),
        ]
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for said, key in offered:
            self.chooser.addItem(said, key)
        self.chooser.blockSignals(False)
        self.chooser.choose(chosen or (SINCE_VISIT if since is not None else UNLESS_SAID))
        self._show_own()

    def span(self) -> Span:
        """The days that are chosen. Raises InvalidEntry("day_not_read", "days_reversed", "span_too_long")."""
        diary, chosen = self._desk.diary, str(self.chooser.currentData())
        since = diary.summaries.since_last_visit()
        if chosen == SINCE_VISIT and since is not None:
            return since
        if chosen == OWN:
            for day in (self.first, self.last):
                day.settle()
            return Span(as_date(self.first.date()), as_date(self.last.date()))
        if chosen.endswith("m"):
            return last_months(int(chosen[:-1]), diary.today())
        return last_days(int(chosen), diary.today())

    def _show_own(self) -> None:
        self._own.setVisible(self.chooser.currentData() == OWN)
