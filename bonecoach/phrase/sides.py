"""Two things eaten or taken together: "toast with butter", "beans on toast", "coffee with milk"."""

from __future__ import annotations

from typing import Protocol

from bonecoach.core.entries import Intake
from bonecoach.phrase.context import Context
from bonecoach.phrase.outcome import Outcome
from bonecoach.phrase.said import Said

_LINKS = ("with", "on", "in", "over", "w")
_POURED = ("milk", "cream")
_DRINKS = ("coffee", "tea", "cappuccino", "espresso", "chai")


class _Interpret(Protocol):
    def __call__(self, said: Said, ctx: Context, *, alone: bool = True) -> Outcome: ...


def read_together(said: Said, ctx: Context, interpret: _Interpret) -> Outcome | None:
    """Both sides of a "with", "on" or "in", each read by itself; None unless both are understood as intakes."""
    for index in said.free():
        if said.tokens[index].key not in _LINKS:
            continue
        left = interpret(_side(said, range(index)), ctx, alone=False)
        right = interpret(_side(said, range(index + 1, len(said.tokens))), ctx, alone=False)
        if _complete(left) and _complete(right):
            return _joined(said, index, left, right)
    return None


def _side(said: Said, kept: range) -> Said:
    side = said.copy()
    side.take([i for i in side.free() if i not in kept], "filler")
    return side


def _complete(outcome: Outcome) -> bool:
    return outcome.complete and all(isinstance(entry, Intake) for entry in outcome.entries)


def _joined(said: Said, link: int, left: Outcome, right: Outcome) -> Outcome:
    for index in range(len(said.tokens)):
        said.roles[index] = left.said.roles[index] if index < link else right.said.roles[index]
    said.roles[link] = "filler"
    return Outcome(
        said,
        (*left.entries, *right.entries),
        (*left.notes, *right.notes),
        doubt=left.doubt or right.doubt,
    )
