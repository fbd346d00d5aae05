"""A dose as people write it, in a form of the window or behind an option of the command line: "2.5 mg", "1 tablet"."""

from __future__ import annotations

import re

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of

LARGEST = 1_000_000
"""A larger amount of any unit is a slip of the keyboard; a choice of ours."""

_FIGURE_AND_UNIT = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*([^\W\d][^\d]*)\s*")


def dose_of(text: str) -> tuple[float, str]:
    """An amount and its unit as it was written; a comma may stand for the point. Raises InvalidEntry("not_a_dose")."""
    match = _FIGURE_AND_UNIT.fullmatch(text)
    amount = None if match is None else figure_of(match[1])
    if match is None or amount is None or not 0 < amount <= LARGEST:
        raise InvalidEntry("not_a_dose", text=text)
    return amount, match[2].strip().replace("\u00b5", "\u03bc")  # the type has the letter, not the sign
