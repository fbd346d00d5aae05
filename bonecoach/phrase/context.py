"""What an interpretation may ask besides the words themselves: the tables, the person, the moment."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bonecoach.core.days import Moment
from bonecoach.core.habits import Habits
from bonecoach.core.profile import Profile
from bonecoach.core.targets import TargetRule
from bonecoach.phrase.names import Names
from bonecoach.phrase.tables import Activities, Foods, Medicines, Supplements


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of the app's own knowledge that the line reads, and the public targets and limits."""

    foods: Foods
    activities: Activities
    supplements: Supplements
    medicines: Medicines
    names: Names
    rules: tuple[TargetRule, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when a part is read. `minutes` is the length of a said range ("7:30-8:10"), `meal` the words of a
    meal that was named; `side` a smaller usual portion, for milk that goes into coffee: its word and how many of it;
    `searching` is false where only exact names are wanted; `times` is how many moments were named;
    `ordinary`: which words for how a food is made may be left out of the figures, "" for none.
    """

    tables: Tables
    habits: Habits
    profile: Profile
    moment: Moment
    minutes: int | None = None
    meal: str = ""
    side: tuple[str, Fraction] | None = None
    searching: bool = True
    times: int = 1
    ordinary: Literal["", "cooked", "made"] = ""


def usual_text(words: str, ctx: Context) -> str | None:
    """What she logs most that begins with these words, as a text; None when nothing does."""
    return next(
        (usual.text for usual in ctx.habits.frequent if usual.text.casefold().startswith(words.casefold())), None
    )
