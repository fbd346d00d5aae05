"""Public targets and upper limits by age, sex and therapy, and the conditions under which they are not offered."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import TargetRule
from bonecoach.core.values import Value
from bonecoach.paths import resources
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import STATUSES, Line, lines

COLUMNS = (
    "nutrient unit group sex age_from age_to low high upper_limit limit_applies_to source status "
    "limit_source limit_status"
)
CONDITION_COLUMNS = "condition effect nutrient source status"
CONDITIONS = ("kidney_disease", "kidney_stones", "warfarin")
EFFECTS = ("no_target", "no_suggestion", "keep_steady")
OLDEST = 150
_GROUPS: dict[str, bool | None] = {"all": None, "inhibitor": True, "others": False}
_LARGEST = 100_000


class Condition(Value):
    """What a fact of the profile does to one nutrient.

    `condition` is the fact's key; `effect` is "no_target" (none is offered until the team sets one; upper limits
    stay), "no_suggestion" (nothing is ever suggested) or "keep_steady" (a caution where a supplement of it is logged).
    """

    condition: str
    effect: str
    nutrient: Nutrient
    source: str
    status: str


def target_rules() -> tuple[TargetRule, ...]:
    """Every rule of `resources/evidence/targets.csv`. Raises FaultyTable for a table that cannot be."""
    return rules_in(resources())


def conditions() -> tuple[Condition, ...]:
    """Every line of `resources/evidence/conditions.csv`. Raises FaultyTable for a table that cannot be."""
    return conditions_in(resources())


@lru_cache(maxsize=4)
def rules_in(folder: Path) -> tuple[TargetRule, ...]:
    """The rules of a resources folder. Raises FaultyTable."""
    known = known_sources(folder)
    found: list[tuple[TargetRule, int]] = []
    for line in lines(folder / "evidence" / "targets.csv", COLUMNS):
        rule = _rule(line, known)
        for other, number in found:
            if _meet(rule, other):
                raise line.faulty("repeated", f"line {number} already holds for some of the same people")
        found.append((rule, line.number))
    return tuple(rule for rule, _ in found)


@lru_cache(maxsize=4)
def conditions_in(folder: Path) -> tuple[Condition, ...]:
    """The conditions of a resources folder. Raises FaultyTable."""
    known = known_sources(folder)
    return tuple(
        Condition(
            condition=line.one_of("condition", CONDITIONS),
            effect=line.one_of("effect", EFFECTS),
            nutrient=_nutrient(line),
            source=line.sources(known),
            status=line.status(),
        )
        for line in lines(folder / "evidence" / "conditions.csv", CONDITION_COLUMNS)
    )


def _meet(one: TargetRule, other: TargetRule) -> bool:
    """Whether two rules are for the same nutrient and group, and for some of the same people."""
    return (
        (one.nutrient, one.on_inhibitor, one.per_kg) == (other.nutrient, other.on_inhibitor, other.per_kg)
        and (one.sex == other.sex or None in (one.sex, other.sex))
        and one.age_from <= other.age_to
        and other.age_from <= one.age_to
    )


def _nutrient(line: Line) -> Nutrient:
    return Nutrient(line.one_of("nutrient", tuple(Nutrient)))


def _rule(line: Line, known: frozenset[str]) -> TargetRule:
    nutrient = _nutrient(line)
    per_kg = line["unit"].endswith("/kg")
    if line["unit"].removesuffix("/kg") != nutrient.unit:
        raise line.faulty("wrong_unit", f"{nutrient} is counted in {nutrient.unit}, not in {line['unit']!r}")
    low, high = line.number_in("low", 0, _LARGEST), line.number_in("high", 0, _LARGEST)
    limit = line.number_in("upper_limit", 0, _LARGEST)
    applies_to = line.one_of("limit_applies_to", ("all", "supplement"))
    _check_order(line, [low, high], None if applies_to == "supplement" else limit, per_kg=per_kg)
    age_from, age_to = line.needed("age_from", 0, OLDEST), line.needed("age_to", 0, OLDEST)
    if age_to < age_from:
        raise line.faulty("impossible_range", f"ages {line['age_from']} to {line['age_to']}")
    return TargetRule(
        nutrient=nutrient,
        on_inhibitor=_GROUPS[line.one_of("group", tuple(_GROUPS))],
        sex=line.one_of("sex", ("", "female", "male")) or None,
        age_from=int(age_from),
        age_to=int(age_to),
        low=low,
        high=high,
        per_kg=per_kg,
        upper_limit=limit,
        limit_applies_to=applies_to,
        source=line.sources(known),
        status=line.status(),
        limit_source=line.sources(known, "limit_source") if line["limit_source"] else "",
        limit_status=line.one_of("limit_status", ("", *STATUSES)),
    )


def _check_order(line: Line, goal: Iterable[float | None], limit: float | None, *, per_kg: bool) -> None:
    """Refuses a goal above its limit. The magnesium limit lies below its goal: it counts supplements only (1.1)."""
    bounds = [bound for bound in (*goal, limit) if bound is not None]
    if not bounds and not line["upper_limit"]:
        raise line.faulty("missing_cell", "there is neither a goal nor a limit")
    if bounds != sorted(bounds) or (per_kg and limit is not None):
        raise line.faulty("impossible_range", f"goal and upper limit are {', '.join(f'{bound:g}' for bound in bounds)}")
