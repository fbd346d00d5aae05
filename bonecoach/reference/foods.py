"""The food table: everyday staples and the USDA's foods, found by what a person types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bonecoach.core.foods import Food, Portion
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.paths import resources
from bonecoach.reference.beginnings import Beginnings
from bonecoach.reference.food_words import american, in_words, key, plain, spellings, stem

if TYPE_CHECKING:
    from sqlite3 import Connection

_COLUMNS = f"id, name, portions, k2_estimate, note, base, staple, {', '.join(nutrient.value for nutrient in Nutrient)}"
_MOST_WORDS = 10
_FEWEST_LETTERS_FOR_ALL_FOODS = 2
_MOST_GUESSES = 4
_IS_IT = (0, False, 0)
_REMEMBERED = 256
"""Searches that are kept: every key that is typed asks the same again of what stands before it. Portions as well."""


class _Alias(NamedTuple):
    """A name of a staple: the staple's row, the name as it is written, and whether the staple is chiefly called so."""

    food: int
    name: str
    chief: int


class FoodTable:
    """All foods the app knows, read from the index that `build_index` makes of `resources/foods`.

    Nothing is opened before the first question. An index that is missing, or older than its tables, is built: in its
    place where that folder can be written, else in `cache`, else in memory for this run (half a second).
    """

    def __init__(self, path: Path | None = None, cache: Path | None = None) -> None:
        self._path = path or resources() / "foods" / "foods.db"
        self._cache = cache
        self._staple_rows: dict[int, tuple[Food, str]] = {}
        self._found: dict[tuple[str, int], list[Food]] = {}

    def search(self, text: str, limit: int = 8) -> list[Food]:
        """Foods for what was typed so far: staples first, then the USDA's foods, everyday ones before brands.

        Word order, plurals, case and accents do not matter. Any text is answered; one that finds nothing with [].
        """
        words = plain(text).split()[:_MOST_WORDS]
        if not words or limit <= 0:
            return []
        asked = " ".join(words), limit
        if asked not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[asked] = self._look_for(words, limit)
        return list(self._found[asked])

    def _look_for(self, words: list[str], limit: int) -> list[Food]:
        found = [self._at(place) for place in self._staples(words)[:limit]]
        hidden = {base for _, base in found} | {""}
        names = {food.name.casefold() for food, _ in found}
        if len(found) < limit and len(words[0]) >= _FEWEST_LETTERS_FOR_ALL_FOODS:
            for food, _ in self._all_foods(words, limit + len(found)):
                if len(found) == limit:
                    break
                if food.id not in hidden and food.name.casefold() not in names:
                    names.add(food.name.casefold())
                    found.append((food, ""))
        return [food for food, _ in found]

    def browse(self, text: str, limit: int = 30) -> list[Food]:
        """Foods of one kind for whoever looks around: what lies on the shelf of that name ("fish": sardines, salmon,
        …), then what a search for the word finds besides."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from food join shelf on staple_id = id where shelf = ? order by shelf.rowid",
            (key(text),),
        )
        foods = {food.id: food for food, _ in map(_food, rows)}
        names = {food.name.casefold() for food in foods.values()}
        for food in self.search(text, limit):
            if food.name.casefold() not in names:
                foods.setdefault(food.id, food)
        return list(foods.values())[:limit]

    def named(self, text: str) -> Food | None:
        """The food that is called exactly this: a staple by any of its names, else a USDA food by its full name.

        Case, accents, punctuation, plural and a leading "the", "a" or "some" do not matter; a name as the USDA has it
        ("Fish, NFS") stands in older entries.
        """
        wanted = key(in_words(text))
        alias = self._aliases.get(wanted)
        if alias is not None:
            return self._at(alias.food)[0]
        from zlib import crc32

        rows = self._connection.execute(
            f"select {_COLUMNS} from food where key_hash = ? order by rowid", (crc32(wanted.encode()),)
        )
        return next((food for food, _ in map(_food, rows) if key(food.name) == wanted), None)

    def near(self, text: str) -> list[str]:
        """Everyday names a slip or two away from `text` ("yoghrt": yoghurt), nearest first, one of each food.

        They are written as people write them, and `named` knows each. [] when there is none.
        """
        from bonecoach.reference.spelling import nearest, slips_allowed

        typed = key(text)
        most = slips_allowed(typed)
        alike = [name for length in range(len(typed) - most, len(typed) + most + 1) for name in self._long(length)]
        meant: dict[int, str] = {}
        for words in nearest(typed, alike):
            alias = self._aliases[words]
            meant.setdefault(alias.food, alias.name)
        return list(meant.values())[:_MOST_GUESSES]

    def _long(self, length: int) -> Sequence[str]:
        return self._by_length.get(length, ())

    def get(self, food_id: str) -> Food | None:
        """The food with this id, None when there is none."""
        row = self._connection.execute(f"select {_COLUMNS} from food where id = ?", (food_id,)).fetchone()
        return None if row is None else _food(row)[0]

    def portion(self, food: Food, word: str) -> Portion | None:
        """One of what `word` means for this food ("glass", "tin", "tbsp"), None where the table does not say."""
        return _portion(food.portions, word)

    def close(self) -> None:
        """Let go of the index. A later question opens it again."""
        connection = self.__dict__.pop("_connection", None)
        if connection is not None:
            connection.close()

    def _staples(self, words: list[str]) -> list[int]:
        """Rows of the staples that answer to the words, best first.

        The name itself, then names that go on after it, then names in which each word begins some word; a food's
        chief names before its others; common foods before others.
        """
        whole = key(" ".join(words))
        begun = [stem(word) for word in words]
        stems = [f" {word}" for word in begun]
        best: dict[int, tuple[int, bool, int]] = {}
        for place in self._beginnings.of_all([(word,) for word in begun]):
            name, alias = self._in_order[place]
            if name == whole:
                rank = _IS_IT
            elif name.startswith(whole):
                rank = (1, not alias.chief, 0 if name[len(whole)] == " " else 1)
            elif all(begun in f" {name}" for begun in stems):
                rank = (1, not alias.chief, 2)
            else:
                continue
            best[alias.food] = min(rank, best.get(alias.food, rank))
        return sorted(best, key=lambda food: (best[food], food))

    def _all_foods(self, words: list[str], limit: int) -> Iterator[tuple[Food, str]]:
        """USDA foods, best first; the index is in order of everydayness, so that no ranking is worked out here.

        What is called so ("Milk, whole"), what begins so, then what has it anywhere in its name ("Rice with milk").
        """
        if not all(word.isascii() for word in words):
            return
        words = [american(word) for word in words]
        whole = [_any_of(f'"{spelling}"' for spelling in spellings(word)) for word in words]
        begun = [f'"{stem(word)}"*' for word in words]
        seen: set[str] = set()
        for query in (
            f"head : {_any_of(whole)} AND name : {_all_of(whole)}",
            f"head : {_any_of(begun[:-1] or begun)} AND name : {_all_of([*whole[:-1], begun[-1]])}",
            f"name : {_all_of(begun)}",
        ):
            rows = self._connection.execute(
                f"select {_COLUMNS} from food where rowid in"
                " (select rowid from words where words match ? order by rowid limit ?) order by rowid",
                (query, limit),
            )
            for food, base in map(_food, rows):
                if food.id not in seen:
                    seen.add(food.id)
                    yield food, base
            if len(seen) >= limit:
                return

    def _at(self, place: int) -> tuple[Food, str]:
        known = self._staple_rows.get(place)
        if known is None:
            row = self._connection.execute(f"select {_COLUMNS} from food where rowid = ?", (place,)).fetchone()
            known = self._staple_rows[place] = _food(row)
        return known

    @cached_property
    def _in_order(self) -> list[tuple[str, _Alias]]:
        return list(self._aliases.items())

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self._aliases)

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        """The names of staples by how many letters they have: a slip or two changes that little."""
        found: dict[int, list[str]] = {}
        for name in self._aliases:
            found.setdefault(len(name), []).append(name)
        return found

    @cached_property
    def _aliases(self) -> dict[str, _Alias]:
        """Each name of a staple by its `key`, the common ones first."""
        rows = self._connection.execute("select key, food, name, chief from alias order by rowid")
        return {words: _Alias(*alias) for words, *alias in rows}

    @cached_property
    def _connection(self) -> Connection:
        from bonecoach.reference.food_index import open_index

        return open_index(self._path, self._cache)


@lru_cache(maxsize=_REMEMBERED)
def _portion(portions: tuple[Portion, ...], word: str) -> Portion | None:
    """While a line is typed the same few are asked for again and again."""
    from bonecoach.reference.portions import portion_named

    return portion_named(portions, word)


def _any_of(terms: Iterable[str]) -> str:
    return f"({' OR '.join(terms)})"


def _all_of(terms: Iterable[str]) -> str:
    return f"({' AND '.join(terms)})"


def _food(row: tuple[Any, ...]) -> tuple[Food, str]:
    """A row of the index as a Food, with the id of the USDA row it points to (a staple) or ""."""
    food_id, name, portions, k2_estimate, note, base, staple, *amounts = row
    known = {nutrient: ng for nutrient, ng in zip(Nutrient, amounts, strict=True) if ng is not None}
    food = Food(
        id=food_id,
        name=name,
        per_100g=Amounts(known),
        portions=tuple(_portions(portions)),
        k2_estimate=bool(k2_estimate),
        note=note or None,
        staple=bool(staple),
    )
    return food, base


def _portions(text: str) -> Iterator[Portion]:
    for part in text.split("; ") if text else ():
        name, _, grams = part.rpartition(" = ")
        yield Portion(name, float(grams))
