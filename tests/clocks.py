"""A clock that stands still until a story moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

NOON_IN_BERLIN = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
"""Monday 23 November 2026, 12:00 in Berlin: when most stories begin."""


class FakeClock:
    """Tells the instant it was set to."""

    def __init__(self, instant: datetime = NOON_IN_BERLIN) -> None:
        self._instant = instant

    def now(self) -> datetime:
        """The present instant of the story."""
        return self._instant

    def advance(self, **span: float) -> None:
        """Time passes: `advance(hours=9)`; negative spans put the clock back."""
        self._instant += timedelta(**span)

    def stand_at(self, instant: datetime) -> None:
        """The story goes on at another instant."""
        self._instant = instant
