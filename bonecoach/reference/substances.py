"""Which substances something holds that spacing rules speak of, by its name and by what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from bonecoach.core.nutrients import UNKNOWN, Amounts, Nutrient
from bonecoach.core.spacing import TAGS
from bonecoach.paths import resources
from bonecoach.reference.food_words import plain
from bonecoach.reference.medicines import read_medicines
from bonecoach.reference.supplements import SupplementTable
from bonecoach.reference.tables import Once, lines

NAME_COLUMNS = "tags names"

_OF_NUTRIENT = {Nutrient.CALCIUM: "calcium", Nutrient.MAGNESIUM: "magnesium", Nutrient.ZINC: "zinc"}
_UNITS = frozenset("mg g mcg ug µg μg iu ie ml tablet tablets capsule capsules chew chews elemental daily".split())
_NOT_BEFORE, _NOT_BEHIND = frozenset({"no", "without", "non"}), frozenset({"free"})
_NOT_NAMES = _UNITS | _NOT_BEFORE | _NOT_BEHIND | {"with", "and", "plus"}

_VITAMIN_K_ANTAGONISTS = frozenset(
    "warfarin coumadin marevan jantoven phenprocoumon marcumar marcoumar acenocoumarol sintrom".split()
)
"""Vitamin K antagonists (VIOLI2016, confirmed), by their ingredients and common brands."""

Words = tuple[str, ...]


class _Names(NamedTuple):
    tags: dict[Words, frozenset[str]]
    longest: int
    supplements: SupplementTable


def tags_of(name: str, held: Amounts = UNKNOWN) -> frozenset[str]:
    """The tags of a supplement, product, compound or medicine by its name; frozenset() where no rule speaks of it.

    "Calcium carbonate 1250": calcium and calcium_carbonate. `held` is what one unit of a product is known to hold; a
    generic product is looked up. The longest name counts, so that "actonel dr" is not "actonel"; what a name says is
    not in it ("iron-free") does not count.
    """
    names = _names_of(resources())
    words = tuple(plain(name).split())
    found, others = _by_words(words, names)
    called = (name, _bare(words), _bare(others))
    for amounts in (held, *_looked_up(called, names.supplements)):
        found |= {tag for nutrient, tag in _OF_NUTRIENT.items() if amounts.get(nutrient)}
    compound = names.supplements.compound(_bare(words))
    return frozenset(found | ({compound.id} & set(TAGS) if compound else set()))


def is_vitamin_k_antagonist(name: str) -> bool:
    """Whether a medicine is one beside which vitamin K is to be kept steady."""
    return not _VITAMIN_K_ANTAGONISTS.isdisjoint(plain(name).split())


def _by_words(words: Words, names: _Names) -> tuple[set[str], Words]:
    """The tags of the longest names that stand in `words`, and the words that are in none."""
    found: set[str] = set()
    others: Words = ()
    at = 0
    while at < len(words):
        here = (words[at : at + length] for length in range(names.longest, 0, -1))
        name = next((name for name in here if name in names.tags), None)
        if name is None:
            others += words[at : at + 1]
            at += 1
            continue
        before, behind = words[max(at - 1, 0) : at], words[at + len(name) : at + len(name) + 1]
        if not (_NOT_BEFORE.intersection(before) or _NOT_BEHIND.intersection(behind)):
            found |= names.tags[name]
        at += len(name)
    return found, others


def _bare(words: Words) -> str:
    return " ".join(word for word in words if word not in _NOT_NAMES and not word.isdigit())


def _looked_up(called: Iterable[str], supplements: SupplementTable) -> Iterator[Amounts]:
    for each in called:
        if product := supplements.product(each):
            yield product.per_unit
        if compound := supplements.compound(each):
            yield Amounts({compound.nutrient: 1})


@lru_cache(maxsize=4)
def names_in(folder: Path) -> dict[Words, frozenset[str]]:
    """The tags of every name of `spacing_names.csv`, by its plain words. Raises FaultyTable."""
    found: dict[Words, frozenset[str]] = {}
    once = Once()
    for line in lines(folder / "evidence" / "spacing_names.csv", NAME_COLUMNS):
        line.text("tags")
        tags = frozenset(line.listed("tags", TAGS))
        once.claim_names(line, line.names())
        found.update((tuple(plain(name).split()), tags) for name in line.names())
    return found


@lru_cache(maxsize=4)
def _names_of(folder: Path) -> _Names:
    tags = dict(names_in(folder))
    for medicine in read_medicines(folder):
        if medicine.kind == "oral_bisphosphonate":
            own = {"oral_bisphosphonate", medicine.id} & set(TAGS)
            tags.update((tuple(plain(name).split()), frozenset(own)) for name in medicine.names)
    return _Names(tags, max(map(len, tags)), SupplementTable(folder))
