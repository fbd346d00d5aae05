"""How she wishes to be told: quiet hours, repeats, sound, and what may be named. Settings of the program: no steps."""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.plans import STANDARD, Repeats
from bonecoach.core.reminders import Quiet

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

QUIET_SETTING = "quiet_hours"
REPEATS_SETTING = "repeats"
LOGIN_SETTING = "login_asked"
"""That she was asked once whether the program starts with the login."""


class Wish(StrEnum):
    """What is either wished or not. The value is the key of its setting."""

    HEALTH_WORDS = "health_words_shown"
    """A notification names what it is about; otherwise a locked screen says no word of health."""

    SOUND = "reminder_sound"
    LARGE_WINDOW = "reminder_window"
    """Reminders also come as a large window in the middle of the screen."""

    PAIN_ASK = "pain_ask"
    """Once a week she is asked about joint pain."""


WISHED_UNLESS_SAID = frozenset({Wish.PAIN_ASK})


class Wishes:
    """What she chose, or what holds until she chooses."""

    def __init__(self, ledger: Ledger) -> None:
        self._store = ledger.store

    def holds(self, wish: Wish) -> bool:
        """Whether she wishes it."""
        said = self._store.setting(wish.value)
        return wish in WISHED_UNLESS_SAID if said is None else said == "yes"

    def choose(self, wish: Wish, *, on: bool) -> None:
        """Keeps whether she wishes it."""
        self._store.set_setting(wish.value, "yes" if on else "no")

    def quiet_hours(self) -> Quiet | None:
        """The quiet hours she set."""
        begins, _, ends = (self._store.setting(QUIET_SETTING) or "").partition("-")
        return Quiet(time.fromisoformat(begins), time.fromisoformat(ends)) if ends else None

    def choose_quiet_hours(self, quiet: Quiet | None) -> None:
        """Keeps quiet hours; None for none. Raises InvalidEntry("impossible_quiet_hours")."""
        if quiet is not None and quiet.begins == quiet.ends:
            raise InvalidEntry("impossible_quiet_hours")
        self._store.set_setting(QUIET_SETTING, "" if quiet is None else f"{quiet.begins:%H:%M}-{quiet.ends:%H:%M}")

    def repeats(self) -> Repeats:
        """How reminders are repeated that have no repeats of their own."""
        minutes, _, times = (self._store.setting(REPEATS_SETTING) or "").partition("x")
        return Repeats(int(minutes), int(times)) if times else STANDARD

    def choose_repeats(self, repeats: Repeats) -> None:
        """Keeps how reminders are repeated; 0 times for never. Raises InvalidEntry("impossible_repeat")."""
        if not repeats.possible:
            raise InvalidEntry("impossible_repeat")
        self._store.set_setting(REPEATS_SETTING, f"{repeats.minutes}x{repeats.times}")
