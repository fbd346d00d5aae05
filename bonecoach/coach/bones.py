"""What published guidance suggests asking the team about bone, by rule, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bonecoach.coach.fractures import FORCE, Broken, unanswered
from bonecoach.core.advice import Advice
from bonecoach.core.body_measures import body_state
from bonecoach.core.bone_bands import LOW_SCORE, T_FROM_AGE, t_score_applies
from bonecoach.core.bone_change import Result, Series
from bonecoach.core.days import EARLIEST
from bonecoach.core.due import scan_due
from bonecoach.core.injections import NextInjection
from bonecoach.core.measurements import Site
from bonecoach.core.profile import Fact, Profile

YEARLY_LOSS_PERCENT = 5.0
"""Loss a year from which it is discussed, whatever the scanner can tell apart (AU2019, confirmed)."""

_FRACTURES = frozenset({FORCE, "vertebral_fracture"})


class Loss(NamedTuple):
    """How much of its density a site lost, in percent, and since when."""

    site: Site
    percent: float
    since: date


def ask_your_team(
    series: Sequence[Series],
    profile: Profile,
    facts: Iterable[Fact],
    injections: Iterable[tuple[str, NextInjection]],
    today: date,
    broken: Iterable[Broken] = (),
) -> tuple[Advice, ...]:
    """What is worth asking, most pressing first. `injections` are names with when they are due next.

    `broken` are the fractures on record: one from little force counts as long as she has not said otherwise.

    Nothing follows from a default least significant change, and nothing here says what she needs. The fact `of` is the
    day of the newest that a suggestion rests on.
    """
    newest, facts = [each.results[-1] for each in series], tuple(facts)
    return (
        *_overdue(injections),
        *_scores(newest, profile),
        *_fracture(profile, facts, broken),
        *_loss(newest),
        *_height(facts),
        *_rescan(newest, profile, today),
    )


def _overdue(injections: Iterable[tuple[str, NextInjection]]) -> Iterator[Advice]:
    for name, following in injections:
        if following.call_clinic:
            yield Advice(
                "ask_injection",
                {"name": name, "due": following.due, "of": following.due},
                "LYU2020 KIM2024",
                "confirmed",
            )


def _scores(newest: Sequence[Result], profile: Profile) -> Iterator[Advice]:
    scans = [result.scan for result in newest]
    t_scores = [(scan.t_score, scan) for scan in scans if scan.t_score is not None]
    if t_scores:
        lowest, scan = min(t_scores, key=lambda each: each[0])
        if lowest < LOW_SCORE and t_score_applies(profile, scan.date):
            facts = {"score": lowest, "site": scan.site, "of": scan.date}
            yield Advice("ask_t_score", facts, "AU2019 HADJI2017", "confirmed")
            return
    z_scores = [
        (scan.z_score, scan) for scan in scans if scan.z_score is not None and profile.age_on(scan.date) < T_FROM_AGE
    ]
    if z_scores:
        lowest, scan = min(z_scores, key=lambda each: each[0])
        if lowest < LOW_SCORE:
            yield Advice("ask_z_score", {"score": lowest, "site": scan.site, "of": scan.date}, "AU2019", "confirmed")


def _fracture(profile: Profile, facts: Sequence[Fact], broken: Iterable[Broken]) -> Iterator[Advice]:
    days = [each.day for each in unanswered(broken, facts) if each.little_force]
    if profile.fragility_fracture or profile.vertebral_fracture:
        days += [EARLIEST, *(fact.since for fact in facts if fact.key in _FRACTURES and fact.value is True)]
    if days:
        yield Advice("ask_fracture", {"of": max(days)}, "AU2019", "confirmed")


def _loss(newest: Sequence[Result]) -> Iterator[Advice]:
    losses, days = [], []
    for scan, change in newest:
        assert change is not None
        yearly = change.percent_per_year
        real = change.meaning == "loss" and not change.lsc_default
        steep = change.meaning != "not_comparable" and yearly is not None and yearly <= -YEARLY_LOSS_PERCENT
        crept = change.crept
        lost, since = change.percent, change.since
        if not (real or steep):
            if crept is None or crept.meaning != "loss" or change.lsc_default:
                continue
            lost, since = crept.percent, crept.since
        assert lost is not None
        assert since is not None
        losses.append(Loss(scan.site, -lost, since))
        days.append(scan.date)
    if losses:
        largest_first = tuple(sorted(losses, key=lambda loss: -loss.percent))
        yield Advice("ask_loss", {"losses": largest_first, "of": max(days)}, "AU2019", "confirmed")


def _height(facts: Iterable[Fact]) -> Iterator[Advice]:
    height = body_state(facts).height
    if height is not None and height.worth_mentioning:
        facts_of = {"cm": height.loss_cm, "of": height.last.day}
        yield Advice("ask_height", facts_of, "UK2022 ESSA2017", "unconfirmed")


def _rescan(newest: Sequence[Result], profile: Profile, today: date) -> Iterator[Advice]:
    last = max((result.scan.date for result in newest), default=None)
    if last is not None and profile.on_inhibitor and scan_due(last) <= today:
        yield Advice("ask_scan", {"last": last, "of": last}, "ACSASCO2016", "confirmed")
