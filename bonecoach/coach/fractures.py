"""Fractures that were logged: which of them came from little force, and what only she can say of the others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bonecoach.core.advice import Advice
from bonecoach.core.profile import Fact

FORCE = "fragility_fracture"
"""The fact that answers it, for every fracture up to the day it was said."""


class Broken(NamedTuple):
    """A fracture on record. `site` is the bone in her words; `little_force` is None where nothing tells."""

    day: date
    site: str | None
    little_force: bool | None


def unanswered(broken: Iterable[Broken], facts: Iterable[Fact]) -> tuple[Broken, ...]:
    """Those since which she has not said whether it was little force, the newest first."""
    said = max((fact.since for fact in facts if fact.key == FORCE and fact.value is not None), default=date.min)
    return tuple(sorted((each for each in broken if each.day > said), key=lambda each: each.day, reverse=True))


def ask_about_force(broken: Iterable[Broken], facts: Iterable[Fact]) -> Advice | None:
    """The question whether the newest fracture was from little force; None where there is nothing to ask.

    What her words say is only to be confirmed ("little_force"). A fracture from little force is what guidance speaks of
    (evidence 6), and nobody but she knows.
    """
    for each in unanswered(broken, facts):
        if each.little_force is not False:
            code = "little_force" if each.little_force else "how_much_force"
            return Advice(code, {"site": each.site, "day": each.day}, "AU2019", "confirmed")
    return None
