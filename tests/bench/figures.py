"""What is measured, what it may be at most, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure with its limit, in `unit` ("×", "ms", "MB")."""

    name: str
    value: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.value <= self.limit

    def as_row(self) -> dict[str, object]:
        """The figure for the JSON file."""
        return {**asdict(self), "holds": self.holds}


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table for a terminal."""
    width = max(len(figure.name) for figure in figures)
    lines = [f"{'what':<{width}}  {'measured':>10}  {'at most':>10}  "]
    for f in figures:
        verdict = "holds" if f.holds else "TOO MUCH"
        lines.append(
            f"{f.name:<{width}}  {f.value:>7.2f} {f.unit:<2}  {f.limit:>7.1f} {f.unit:<2}  {verdict}  {f.detail}"
        )
    return "\n".join(lines)
