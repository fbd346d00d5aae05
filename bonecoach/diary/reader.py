"""Texts read as the entry line reads them, with what the diary has to ask about them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bonecoach.core.days import moment_at, moment_of
from bonecoach.core.entries import Dose, Entry
from bonecoach.diary.states import known_day

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger
    from bonecoach.phrase.reading import Reading


class Reader:
    """What a text says for her: with her products, her frequent things, and what is on record already."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._diary = diary

    def read(self, text: str, at: datetime | None = None, zone: str | None = None) -> Reading:
        """What a text says; `at` is what "now" means in it."""
        return self.asked(self.plainly(text, at, zone))

    def on(self, day: date, text: str) -> Reading:
        """What a text says on the page of another day."""
        from bonecoach.diary.editing import read_for

        now = self._ledger.now()
        moment = moment_of(known_day(day), now.wall, now.zone)
        return self.asked(read_for(text, moment, moment.instant, now.instant, self.plainly))

    def in_place_of(self, entry: Entry, text: str, at: datetime | None = None) -> Reading:
        """What a text says that takes the place of an entry: at its moment unless the text or `at` says another."""
        from bonecoach.diary.editing import reread

        if at is not None:
            return self.asked(self.plainly(text, at, entry.moment.zone), entry.id)
        return self.asked(reread(text, entry, self.offered(entry), self._ledger.clock.now(), self.plainly), entry.id)

    def offered(self, entry: Entry) -> str:
        """What she could have typed for an entry."""
        from bonecoach.diary.editing import offered

        return offered(entry, self._ledger.knowledge.usual_intensity(entry), self.plainly)

    def plainly(self, text: str, at: datetime | None = None, zone: str | None = None) -> Reading:
        """What a text says, whatever is on record already."""
        now = at or self._ledger.clock.now()
        zone = zone or self._ledger.zone
        profile = self._diary.person.profile(moment_at(now, zone).date)
        return self._ledger.knowledge.line.read(text, now, zone, self._diary.habits(), profile)

    def asked(self, reading: Reading, but: str = "") -> Reading:
        """The reading with its questions about second doses, and calm about injuries of some time ago.

        `but` is the id of an entry that it takes the place of.
        """
        from bonecoach.phrase.earlier import calmed

        reading = calmed(reading, self._ledger.today())
        doses = any(isinstance(entry, Dose) for entry in reading.entries)
        return self._diary.second_doses.asked(reading, but) if doses else reading
