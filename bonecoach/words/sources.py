"""Where a number is from, as a person can look it up."""

from __future__ import annotations

from bonecoach.core.errors import FaultyTable
from bonecoach.words.speech import Speech


class SourceWords(Speech):
    """Citations and the standing of evidence."""

    def source(self, ids: str) -> str:
        """The citations of source ids parted by blanks, one after the other; text that is no id stands as it is.

        "Rizzoli and others, Maturitas 2014;79:122-132".
        """
        from bonecoach.reference.sources import source

        try:
            return "; ".join(source(each).citation for each in ids.split())
        except FaultyTable:
            return ids

    def status(self, status: str) -> str:
        """How well a number is founded: "to be checked with your team" for unconfirmed ones, "" for others."""
        key = f"status.{status}"
        return self.say(key) if key in self.catalogue else ""
