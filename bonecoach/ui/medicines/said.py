"""Times of day as they are typed into the forms of medicines and reminders."""

from __future__ import annotations

import re
from datetime import time

from bonecoach.core.errors import InvalidEntry
from bonecoach.phrase.clock_said import PARTS_OF_DAY, clock_at
from bonecoach.phrase.tokens import tokens as tokens_of


def times_said(text: str) -> tuple[time, ...]:
    """ "8:00, 18:30", "8 and 20", "mornings", "breakfast and bedtime". Raises InvalidEntry("not_a_clock")."""
    found = []
    for part in re.split(r",|;|\band\b|&", text.lower()):
        said = part.strip()
        if not said:
            continue
        usual = PARTS_OF_DAY.get(said.removeprefix("in the ").removeprefix("at ").removesuffix("time"))
        usual = usual or PARTS_OF_DAY.get(said)
        tokens = tokens_of(said)
        clock = None if usual is not None else clock_at(tokens, 0, sure=True)
        if usual is None and (clock is None or clock.end != len(tokens)):
            raise InvalidEntry("not_a_clock", text=part.strip())
        minute = usual.usual if usual is not None else clock.minute if clock is not None else 0
        found.append(time(minute // 60, minute % 60))
    return tuple(found)
