"""Pain over many weeks: the worst of each, and what hurt besides the joints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bonecoach.core.entries import Symptom
from bonecoach.core.spans import Span
from bonecoach.core.week import median

HIGH = 4
"""Weeks whose worst joint pain is 4 or more are counted: a line to read by, our own choice and no threshold of
anybody's guideline."""

JOINT_PAIN = "joint_pain"

RED_FLAGS = ("thigh_hip_pain", "jaw_pain", "back_pain", "bone_pain")
"""Pain that evidence 10 names among its red flags: it is never one of many."""


class PainWeek(NamedTuple):
    """A week from `first`: its worst joint pain, None where none was scored."""

    first: date
    worst: int | None


class OtherPain(NamedTuple):
    """A symptom that is no joint pain: how often it was logged, its worst score, and when it was last logged."""

    symptom: str
    name: str
    times: int
    worst: int | None
    last: date

    @property
    def red_flag(self) -> bool:
        """Whether it is one of what must never wait."""
        return self.symptom in RED_FLAGS


class PeriodPain(NamedTuple):
    """Joint pain by weeks, oldest first; the sites that were named, most often first; and other symptoms.

    Of those the red flags stand first, the worst before the others, and then what was logged most often.
    """

    weeks: tuple[PainWeek, ...]
    sites: tuple[tuple[str, int], ...]
    others: tuple[OtherPain, ...]

    @property
    def worst_by_week(self) -> tuple[int, ...]:
        """The worst score of every week that has one."""
        return tuple(week.worst for week in self.weeks if week.worst is not None)

    @property
    def weeks_scored(self) -> int:
        """Weeks in which joint pain was scored; 0 of 10 is a score."""
        return len(self.worst_by_week)

    @property
    def median(self) -> float | None:
        """The median of the weeks' worst scores."""
        return median(sorted(self.worst_by_week))

    @property
    def highest(self) -> int | None:
        """The worst score of all."""
        return max(self.worst_by_week, default=None)

    @property
    def weeks_high(self) -> int:
        """Weeks whose worst score is HIGH or more."""
        return sum(worst >= HIGH for worst in self.worst_by_week)


def period_pain(span: Span, symptoms: Sequence[Symptom]) -> PeriodPain:
    """What hurt in the span. Another site is never mapped to joint pain."""
    joints = [symptom for symptom in symptoms if symptom.symptom == JOINT_PAIN]
    worst: dict[date, int] = {}
    for symptom in joints:
        if symptom.score is not None:
            worst[symptom.moment.date] = max(symptom.score, worst.get(symptom.moment.date, 0))
    weeks = [
        PainWeek(week.first, max((worst[day] for day in week if day in worst), default=None)) for week in span.weeks
    ]
    sites = Counter(symptom.site for symptom in joints if symptom.site)
    return PeriodPain(tuple(weeks), tuple(sites.most_common()), _others(symptoms))


def _others(symptoms: Sequence[Symptom]) -> tuple[OtherPain, ...]:
    found: dict[tuple[str, str], list[Symptom]] = {}
    for symptom in symptoms:
        if symptom.symptom != JOINT_PAIN:
            named = symptom.name if symptom.symptom == "other" else ""
            found.setdefault((symptom.symptom, named.casefold()), []).append(symptom)
    others = [
        OtherPain(
            symptom=logged[-1].symptom,
            name=logged[-1].name,
            times=len(logged),
            worst=max((one.score for one in logged if one.score is not None), default=None),
            last=max(one.moment.date for one in logged),
        )
        for logged in found.values()
    ]
    return tuple(sorted(others, key=_weight))


def _weight(other: OtherPain) -> tuple[bool, int, int, str]:
    worst = 0 if other.worst is None or not other.red_flag else other.worst
    return not other.red_flag, -worst, -other.times, other.name
