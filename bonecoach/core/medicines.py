"""A medicine of the evidence: what it is called, and its usual dose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Medicine:
    """One row of the medicine table.

    `kind` is "aromatase_inhibitor", "oral_bisphosphonate", "infusion" or "injection"; `every` is "day", "week",
    "month", "6months" or "year". `names[0]` is what an entry is called; the others are brands and other names.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    dose_amount: float | None
    dose_unit: str | None
    every: str
    source: str
    status: str

    @property
    def name(self) -> str:
        """What an entry of it is called."""
        return self.names[0]
