"""Why a line was not logged: it was not understood, or something in it is asked about first."""

from __future__ import annotations

from bonecoach.core.errors import BoneCoachError
from bonecoach.phrase.reading import Reading

SECOND_DOSE = "second_dose"
SECOND_IN_LINE = "second_dose_in_line"
SECOND = (SECOND_DOSE, SECOND_IN_LINE)
"""Codes of the question about a medicine that is on record already, or stands twice in one line."""


class NotUnderstood(BoneCoachError):
    """Some part of the line could not be read. Nothing was logged; `reading` says what and where."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("not_understood", count=len(reading.problems))
        self.reading = reading


class PleaseConfirm(BoneCoachError):
    """Some amount is absurd but possible, or a dose a second one. Nothing was logged; `reading` holds the doubts."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("please_confirm", count=len(reading.doubts))
        self.reading = reading
