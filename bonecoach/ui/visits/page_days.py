"""Which days the page for an appointment is about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.spans import Span, last_days
from bonecoach.ui.page import Desk
from bonecoach.ui.person.days_field import OWN, DaysField

SINCE_VISIT = "visit"
UNLESS_SAID = "91"
"""Days of a page where nothing was chosen and no appointment has been: thirteen weeks."""


class PageDays(DaysField):
    """A length up to today, from the last appointment on, or days of her own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._diary = desk.diary
        own = last_days(int(UNLESS_SAID), desk.diary.today())
        super().__init__(self.tr("Which days"), own, desk.words.conventions.order, parent)

    def show_state(self) -> None:
        """Offers the lengths there are; what was chosen stays chosen."""
        been = self._diary.summaries.since_last_visit() is not None
        lengths = [
            *([(self.tr("Since the last appointment"), SINCE_VISIT)] if been else []),
            (self.tr("The last 30 days"), "30"),
            (self.tr("The last 90 days"), "90"),
            (self.tr("The last 13 weeks"), UNLESS_SAID),
            (self.tr("The last 6 months"), "6m"),
            (self.tr("The last 12 months"), "12m"),
            (self.tr("From a day to a day"), OWN),
        ]
        self.offer(lengths, self.key or (SINCE_VISIT if been else UNLESS_SAID))

    def days(self) -> Span:
        """The days that are chosen. Raises InvalidEntry("span_too_long"), and as `DaysField.ends`."""
        since = self._diary.summaries.since_last_visit() if self.key == SINCE_VISIT else None
        return Span(*self.ends(self._diary.today())) if since is None else since
