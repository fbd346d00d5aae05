"""Targets and upper limits: public rules by age, sex and therapy, and the person's own from her team."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.values import Value


class TargetRule(Value):
    """A row of the target table, in the nutrient's own unit.

    `on_inhibitor`: True for people on an aromatase inhibitor only, False for others only, None for all. `sex` None is
    both. `age_from` to `age_to` are whole years, both included. `per_kg`: low and high are per kg of body weight.
    `limit_applies_to` is "all" or "supplement". The limit's own source and status stand where they differ.
    """

    nutrient: Nutrient
    on_inhibitor: bool | None
    sex: str | None
    age_from: int
    age_to: int
    low: float | None
    high: float | None
    per_kg: bool
    upper_limit: float | None
    limit_applies_to: str
    source: str
    status: str
    limit_source: str = ""
    limit_status: str = ""


class OwnTarget(Value):
    """A target the person or her team set, in force from `since`. Both None: from that day the public one again.

    Raises InvalidEntry("impossible_target").
    """

    nutrient: Nutrient
    low: float | None
    high: float | None
    since: date
    note: str = ""

    def __post_init__(self) -> None:
        for bound in (self.low, self.high):
            if bound is not None and not 0 < bound < 1_000_000:
                raise InvalidEntry("impossible_target", nutrient=self.nutrient)
        if self.low is not None and self.high is not None and self.high < self.low:
            raise InvalidEntry("impossible_target", nutrient=self.nutrient)


class Target(Value):
    """What holds on one day, in the nutrient's own unit.

    `low` to `high` is what to reach, None where none is offered; `withheld` is then the fact that withholds it
    ("kidney_disease", "kidney_stones") or None. `upper_limit` stays in any case, with a source of its own.
    `own` marks one set by the team.
    """

    low: float | None = None
    high: float | None = None
    upper_limit: float | None = None
    limit_applies_to: str = "all"
    source: str = ""
    status: str = ""
    limit_source: str = ""
    limit_status: str = ""
    own: bool = False
    withheld: str | None = None


NONE_OFFERED = Target()
_WITHHELD = {
    Nutrient.CALCIUM: ("kidney_disease", "kidney_stones"),
    Nutrient.PROTEIN: ("kidney_disease",),
}
"""Conditions that withhold a public target until the team sets one (evidence 1.2 and 2)."""


def target_on(
    nutrient: Nutrient, day: date, profile: Profile, rules: Iterable[TargetRule], own: Iterable[OwnTarget]
) -> Target:
    """The target and limit in force for `nutrient` on `day`.

    The most particular public rule wins (therapy before none, sex before none); a target set by the team wins over
    it from its date on, and keeps the public upper limit.
    """
    public = _public(nutrient, day, profile, rules)
    said = [target for target in own if target.nutrient is nutrient and target.since <= day]
    latest = max(said, key=lambda target: target.since, default=None)
    if latest is None or (latest.low is None and latest.high is None):
        return public
    return Target(
        low=latest.low,
        high=latest.high,
        upper_limit=public.upper_limit,
        limit_applies_to=public.limit_applies_to,
        limit_source=public.limit_source,
        limit_status=public.limit_status,
        source=latest.note or "own",
        status="own",
        own=True,
    )


def _public(nutrient: Nutrient, day: date, profile: Profile, rules: Iterable[TargetRule]) -> Target:
    age, sex = profile.age_on(day), profile.sex or "female"
    fitting = [
        rule
        for rule in rules
        if rule.nutrient is nutrient
        and rule.on_inhibitor in (None, profile.on_inhibitor)
        and rule.sex in (None, sex)
        and rule.age_from <= age <= rule.age_to
        and not (rule.per_kg and profile.weight_kg is None)
    ]
    if not fitting:
        return NONE_OFFERED
    rule = max(fitting, key=lambda rule: (rule.on_inhibitor is not None, rule.per_kg, rule.sex is not None))
    withheld = next((fact for fact in _WITHHELD.get(nutrient, ()) if getattr(profile, fact)), None)
    factor = profile.weight_kg if rule.per_kg and profile.weight_kg is not None else 1.0
    return Target(
        low=None if withheld or rule.low is None else rule.low * factor,
        high=None if withheld or rule.high is None else rule.high * factor,
        upper_limit=rule.upper_limit,
        limit_applies_to=rule.limit_applies_to,
        source=rule.source,
        status=rule.status,
        limit_source=rule.limit_source or rule.source,
        limit_status=rule.limit_status or rule.status,
        withheld=withheld,
    )
