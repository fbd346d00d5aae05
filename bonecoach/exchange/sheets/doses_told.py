"""Doses of medicines as people keep them in tables: the medicine by any name, how much, and whether it was taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bonecoach.core.doses import dose_of, is_unit
from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of

DOSES_TOLD = "doses_told"
"""The name under which they arrive: one of a medicine that is on record on its day is taken for that."""


class DoseTold(NamedTuple):
    """A dose that a table tells of. Without a time of day it stands at the end of its day."""

    dose: Dose
    has_time: bool


class MedicineNamed(NamedTuple):
    """A medicine that is known here: its key, and what an entry of it is called."""

    id: str
    name: str


Medicines = Callable[[str], MedicineNamed | None]
"""The medicine that is called so; None for one that nobody knows."""

DAY_ENDS = "23:59"
"""An entry settles no planned time that is more than 4 h ahead: at the end of its day it counts for any of that day."""

_WORDS = {
    DoseState.TAKEN: "taken took yes y x 1 true done ok \u2713 \u2714 ja j genommen eingenommen",
    DoseState.MISSED: "missed miss no n 0 false forgot forgotten nein vergessen",
    DoseState.SKIPPED: "skipped skip omitted ausgelassen",
}
_STATES = {word: state for state, words in _WORDS.items() for word in words.split()}
_AND_DOSE = re.compile(r"(.*?\D)[\s,]+(\d+(?:[.,]\d+)?\s*[^\W\d]\D*)")
"""A medicine and its dose in one cell: "Letrozole 2.5 mg"."""


def completed(cells: dict[str, str], medicines: Medicines) -> dict[str, str]:
    """The cells as the table of doses has them.

    A unit that is no unit is a slip, or a column that was matched wrongly: the record would keep it for ever.
    Raises InvalidEntry("unknown_medicine", "not_a_dose", "unknown_unit", "cell_not_a_choice").
    """
    called, dose = cells.get("medicine", ""), cells.get("amount", "")
    medicine = medicines(called)
    if medicine is None and (both := _AND_DOSE.fullmatch(called)):
        medicine, dose = medicines(both[1]), dose or both[2]
    if medicine is None:
        raise InvalidEntry("unknown_medicine", text=called[:80] or "?")
    amount, unit = _dose(dose)
    unit = unit or cells.get("unit", "")
    if unit and not is_unit(unit):
        raise InvalidEntry("unknown_unit", unit=unit[:80])
    return {
        **cells,
        "medicine": medicine.id,
        "name": medicine.name,
        "amount": amount,
        "unit": unit,
        "state": _state(cells.get("state", "")),
    }


def _dose(said: str) -> tuple[str, str]:
    """How much, and in what unit where the same cell says it."""
    figure = figure_of(said)
    if not said or figure is not None:
        return ("" if figure is None else f"{figure:g}"), ""
    amount, unit = dose_of(said)
    return f"{amount:g}", unit


def _state(said: str) -> str:
    state = _STATES.get(said.strip().casefold())
    if state is None:
        raise InvalidEntry("cell_not_a_choice", column="state", text=said[:80], choices=tuple(DoseState))
    return state.value
