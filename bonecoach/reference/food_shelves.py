"""The shelves of `resources/foods`: everyday foods of one kind together, for whoever would rather press than type."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bonecoach.reference import food_tables as tables
from bonecoach.reference.food_files import SHELVES, STAPLES
from bonecoach.reference.food_words import key


def food_shelves(folder: Path, staples: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The ids of the staples on each shelf, most eaten first, by the `key` of what the shelf is called.

    Raises FaultyTable for a shelf that stands there twice or is empty, and for a food that is none of `staples` or
    lies twice on one shelf.
    """
    shelves: dict[str, tuple[str, ...]] = {}
    for line in tables.lines(folder, SHELVES, tables.SHELF_COLUMNS):
        name, foods = key(line["shelf"]), line.listed("staples")
        if not name or name in shelves:
            raise line.faulty("duplicate_id", f"the shelf {line['shelf']!r} has no name, or stands there already")
        if not foods:
            raise line.faulty("missing_name", f"nothing lies on the shelf {line['shelf']!r}")
        for food in foods:
            if food not in staples:
                raise line.faulty("unknown_row", f"{food!r} is no food of {STAPLES}")
            if foods.count(food) > 1:
                raise line.faulty("duplicate_alias", f"{food} lies twice on the shelf {line['shelf']!r}")
        shelves[name] = tuple(foods)
    return shelves
