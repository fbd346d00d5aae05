"""The table of public targets and limits by age, sex and therapy."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import TargetRule
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import STATUSES, Line, lines

COLUMNS = (
    "nutrient unit group sex age_from age_to low high upper_limit limit_applies_to source status "
    "limit_source limit_status"
)
_NUTRIENTS = tuple(nutrient.value for nutrient in Nutrient)
_GROUPS: dict[str, bool | None] = {"all": None, "inhibitor": True, "others": False}
OLDEST = 150


def target_rules() -> tuple[TargetRule, ...]:
    """Every rule of `resources/evidence/targets.csv`. Raises FaultyTable for a table that cannot be."""
    from bonecoach.paths import resources

    return rules_in(resources())


@lru_cache(maxsize=4)
def rules_in(folder: Path) -> tuple[TargetRule, ...]:
    """The rules of a resources folder."""
    sources = known_sources(folder)
    return tuple(_rule(line, sources) for line in lines(folder / "evidence" / "targets.csv", COLUMNS))


def _rule(line: Line, sources: frozenset[str]) -> TargetRule:
    nutrient = Nutrient(line.one_of("nutrient", _NUTRIENTS))
    per_kg = line["unit"].endswith("/kg")
    if line["unit"].removesuffix("/kg") != nutrient.unit:
        raise line.faulty("wrong_unit", f"{nutrient} is counted in {nutrient.unit}, not in {line['unit']}")
    low, high = line.number_in("low", 0, 100_000), line.number_in("high", 0, 100_000)
    limit = line.number_in("upper_limit", 0, 100_000)
    bounds = [bound for bound in (low, high, limit) if bound is not None]
    applies_to = line.one_of("limit_applies_to", ("all", "supplement"))
    # The magnesium limit lies below its target because it counts supplements only (evidence 1.1).
    if not bounds or (applies_to == "all" and not per_kg and bounds != sorted(bounds)):
        raise line.faulty("impossible_range", f"low, high and upper limit are {bounds}")
    age_from, age_to = line.number_in("age_from", 0, OLDEST), line.number_in("age_to", 0, OLDEST)
    if age_from is None or age_to is None or age_to < age_from:
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
        source=line.sources(sources),
        status=line.status(),
        limit_source=line.sources(sources, "limit_source") if line["limit_source"] else "",
        limit_status=line.one_of("limit_status", ("", *STATUSES)),
    )
