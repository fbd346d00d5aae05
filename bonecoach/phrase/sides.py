"""Two things eaten or taken together: "toast with butter", "beans on toast", "coffee with milk"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from bonecoach.core.entries import Intake
from bonecoach.phrase.context import Context
from bonecoach.phrase.outcome import Outcome
from bonecoach.phrase.said import Said
from bonecoach.phrase.wordlist import words

_LINKS = ("with", "on", "in", "over", "w")
_SMALLER_BESIDE = (
    (frozenset({"coffee", "tea", "espresso", "chai"}), ("splash", Fraction(1))),
    (
        words("porridge oatmeal oats muesli granola cereal cornflakes weetabix bran shreddies flakes"),
        ("cup", Fraction(1, 2)),
    ),
)
"""How much milk goes into what, as a portion of the milk. Usual kitchen measures, shown before they are logged."""


class _Interpret(Protocol):
    def __call__(self, said: Said, ctx: Context, *, alone: bool = True) -> Outcome: ...


def read_together(said: Said, ctx: Context, interpret: _Interpret) -> Outcome | None:
    """Both sides of a "with", "on" or "in", each read by itself; None unless both are understood as intakes.

    Where one is and the other leaves no word, its complaint holds: "cereal with milk", of which there are several.
    """
    complaint: Outcome | None = None
    for index in said.free():
        if said.tokens[index].key not in _LINKS:
            continue
        before, behind = range(index), range(index + 1, len(said.tokens))
        left = interpret(_side(said, before), _beside(said, behind, ctx), alone=False)
        right = interpret(_side(said, behind), _beside(said, before, ctx), alone=False)
        if _complete(left) and _complete(right):
            return _joined(said, index, left, right)
        troubled = right if _complete(left) else left if _complete(right) else None
        if complaint is None and troubled is not None and troubled.trouble is not None and not troubled.unread:
            complaint = troubled
    return complaint


def _side(said: Said, kept: range) -> Said:
    side = said.copy()
    side.take([i for i in side.free() if i not in kept], "filler")
    return side


def _beside(said: Said, others: range, ctx: Context) -> Context:
    """What is poured into a drink or onto cereal is less than a glass of it."""
    words = {said.tokens[index].key for index in others}
    side = next((portion for names, portion in _SMALLER_BESIDE if words & names), None)
    return replace(ctx, side=side)


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
