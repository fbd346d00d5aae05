"""What is to be kept apart, as leaflets say (evidence 2 and 5.2)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bonecoach.core.spacing import ANYTHING, TAGS, WAYS, SpacingRule
from bonecoach.paths import resources
from bonecoach.reference.sources import known_sources
from bonecoach.reference.tables import Line, Once, lines

COLUMNS = "id way first second unless minutes most_mg hard source status"

_LONGEST_MINUTES = 24 * 60
_LARGEST_MG = 2_500
_WITHOUT_MINUTES = ("first", "at_once", "ask")


def spacing_rules() -> tuple[SpacingRule, ...]:
    """Every rule of `resources/evidence/spacing.csv`. Raises FaultyTable for a table that cannot be."""
    return spacing_rules_in(resources())


@lru_cache(maxsize=4)
def spacing_rules_in(folder: Path) -> tuple[SpacingRule, ...]:
    """The rules of a resources folder. Raises FaultyTable."""
    known = known_sources(folder)
    found: list[SpacingRule] = []
    ids = Once()
    for line in lines(folder / "evidence" / "spacing.csv", COLUMNS):
        rule = _rule(line, known)
        ids.claim(line, rule.id, rule.id)
        if rule.status == "unconfirmed":
            raise line.faulty("unfounded", "a rule that speaks by itself cannot be unconfirmed")
        found.append(rule)
    return tuple(found)


def _rule(line: Line, known: frozenset[str]) -> SpacingRule:
    way = line.one_of("way", WAYS)
    line.text("first")
    line.text("second")
    return SpacingRule(
        id=line.id(),
        way=way,
        first=frozenset(line.listed("first", TAGS)),
        second=frozenset(line.listed("second", (*TAGS, ANYTHING))),
        unless=frozenset(line.listed("unless", TAGS)),
        minutes=int(_only(line, "minutes", _LONGEST_MINUTES, asked=way not in _WITHOUT_MINUTES)),
        most_mg=_only(line, "most_mg", _LARGEST_MG, asked=way == "at_once"),
        hard=line.flag("hard"),
        source=line.sources(known),
        status=line.status(),
    )


def _only(line: Line, column: str, most: float, *, asked: bool) -> float:
    """The figure of a column that the way of the rule asks for; 0 where it asks for none, and then none may stand."""
    if asked:
        return line.needed(column, 1, most)
    if line[column]:
        raise line.faulty("impossible_range", f"{column} is {line[column]}, and {line['way']} asks for none")
    return 0
