"""A bone density as people copy it from a report: "0.912", "0,912 g/cm²", "912 mg/cm²"."""

from __future__ import annotations

import re

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of
from bonecoach.core.measurements import PLAUSIBLE_BMD

_WITH_UNIT = r"(.*?)\s*(m?g)(?:\s*/\s*cm(?:2|\u00b2|\^2))?"
_MG_PER_G = 1000


def density_said(text: str) -> float:
    """The density in g/cm², with or without its unit.

    Raises InvalidEntry("bmd_in_mg", "impossible_bmd") for milligrams, which are never turned into grams unasked, and
    InvalidEntry("not_a_figure").
    """
    written = re.fullmatch(_WITH_UNIT, text.strip().lower())
    figure = figure_of(text if written is None else written[1])
    if figure is None:
        raise InvalidEntry("not_a_figure", text=text)
    if written is not None and written[2] == "mg":
        low, high = PLAUSIBLE_BMD
        grams = figure / _MG_PER_G
        if low <= grams <= high:
            raise InvalidEntry("bmd_in_mg", bmd=figure, likely=grams)
        raise InvalidEntry("impossible_bmd", bmd=grams, low=low, high=high)
    return figure
