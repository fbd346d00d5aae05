"""Where a number is from, as a person can look it up."""

from __future__ import annotations

from bonecoach.words.speech import Speech


class SourceWords(Speech):
    """Citations and the standing of evidence."""

    def status(self, status: str) -> str:
        """ "to be checked with your team" for unconfirmed evidence, otherwise ""."""
        key = f"status.{status}"
        return self.say(key) if key in self.catalogue else ""
