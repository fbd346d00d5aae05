"""Foods that have no everyday name: the whole table searched for the words that are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import dropwhile, takewhile

from bonecoach.core.foods import Food
from bonecoach.phrase.context import Context
from bonecoach.phrase.eaten import read_food
from bonecoach.phrase.lexicon import DOSE_UNITS, FILLERS, HOUSEHOLD, NOT, VAGUE
from bonecoach.phrase.lexicon import singular as household
from bonecoach.phrase.near import name
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, fold
from bonecoach.phrase.units import UNITS, Measure
from bonecoach.phrase.wordlist import words
from bonecoach.reference.food_words import american, singular

_LOOKED_AT = 16
_ALTERNATIVES = 3
_SHORTEST = 3
_KINDS = words(
    """
    fish nuts seeds beverages snacks candies spices cereals puddings sauce sweeteners mollusks crustaceans
    beans cheese soup bread vegetables
    """
) | {"cereals ready-to-eat", "game meat", "alcoholic beverage", "salad dressing", "fast foods", "ice creams"}
"""What many names of the table begin with, though nobody says it: "Fish, mackerel"."""

_KINDS_OF = {
    "cereal": ("bran flakes", "corn flakes", "wheat biscuits", "muesli"),
    "breakfast cereal": ("bran flakes", "corn flakes", "wheat biscuits", "muesli"),
    "fruit": ("apple", "banana", "orange", "strawberries"),
    "vegetables": ("broccoli", "carrots", "peas", "cabbage"),
    "meat": ("roast chicken", "roast beef", "pork chop", "lamb chop"),
}
"""What may be meant by words of which the table has no plain food, or many."""

_SAY_NOTHING = frozenset({"ready", "to", "eat", "type", "style", "variety", "all", "or"})
_BEHIND_THE_HEAD = ("with", "in", "and", "from", "without", "made", "for", "or")


def searched(said: Said, ctx: Context, *, measured: bool = False) -> Outcome | None:
    """The likeliest food that all of the unused words fit, said to be a choice; None when nothing fits them.

    `measured`: the likeliest of those that can be measured as it was said.
    """
    words = _food_words(said)
    if not words or not any(len(said.tokens[index].key) >= _SHORTEST for index in words):
        return None
    asked = " ".join(said.tokens[index].key for index in words)
    if ctx.tables.names.called(asked) or len(set(asked.split())) < len(words) or _is_timed(said):
        return None
    limit = _LOOKED_AT if len(words) > 1 else _ALTERNATIVES + 1
    kinds = [food for food in map(ctx.tables.foods.named, _KINDS_OF.get(asked, ())) if food is not None]
    hits = kinds or [
        food
        for food in ctx.tables.foods.search(asked, limit)
        if _may_be(food, asked) and _has_beside(food, said, words)
    ]
    hits = hits[: _ALTERNATIVES + 1]
    if not hits:
        return None
    if kinds or not _says_enough(hits[0], asked):
        names = [food.name for food in hits]
        plainest = min(hits, key=lambda food: len(food.name.split()))
        fix = said.replaced(words[0], words[-1], name(plainest)) if _together(words) else None
        said.take(words, "name")
        said.take(said.free(), "amount")
        facts: dict[str, object] = {"words": asked, "food": plainest.name, "foods": names}
        return Outcome(said, trouble=Trouble("which_food", words[0], words[-1], facts, fix))
    taken, outcome = _likeliest(said, hits if measured else hits[:1], tuple(words), ctx)
    others = [food.name for food in hits if food is not taken]
    outcome.notes = (*outcome.notes, Note("best_match", {"words": asked, "food": taken.name, "others": others}))
    if others and outcome.other is None:
        outcome.other = said.replaced(words[0], words[-1], f'"{others[0]}"') if _together(words) else None
    return outcome


def _likeliest(said: Said, hits: Sequence[Food], words: tuple[int, ...], ctx: Context) -> tuple[Food, Outcome]:
    """The first of the foods that can be measured as it was said, as read; where none can, the first of all."""
    outcomes = [(food, read_food(said.copy(), food, words, ctx)) for food in hits]
    taken, outcome = next(((food, each) for food, each in outcomes if each.trouble is None), outcomes[0])
    said.roles[:] = outcome.said.roles
    outcome.said = said
    return taken, outcome


def _is_timed(said: Said) -> bool:
    """Whether minutes or hours stand by it: then it is nothing to eat."""
    units = (UNITS.get(said.tokens[index].key) for index in said.free())
    return any(unit is not None and unit.measure is Measure.TIME for unit in units)


def _food_words(said: Said) -> list[int]:
    """Unused words that name neither an amount nor anything else small."""
    words: list[int] = []
    for index in said.free():
        token = said.tokens[index]
        if token.kind is Kind.QUOTED:
            return [index]
        small = token.key in FILLERS or token.key in VAGUE or token.key in UNITS or token.key in DOSE_UNITS
        if token.kind is not Kind.WORD or small or household(token.key) in HOUSEHOLD:
            continue
        if token.key in NOT or number_at(said.tokens, index) is not None:
            continue
        words.append(index)
    return words


def _may_be(food: Food, asked: str) -> bool:
    """Whether the food is one of those that are called so; a single word may name many ("soup")."""
    if len(asked.replace("-", " ").split()) > 1:
        return _is_called(food, asked)
    head = takewhile(_is_of_head, food.name.replace("(", ",").partition(",")[0].replace("-", " ").split())
    return _asked(asked) <= _plain(word for word in head if not _is_brand(word))


def _is_called(food: Food, asked: str) -> bool:
    """Whether the food is called so: each word asked for is one of its name, and its head says nothing else.

    "oat bread" is "Bread, oat bran"; "almond bread" is no "Almond butter sandwich, on wheat bread". A brand, and the
    kind of food that many names begin with ("Fish, mackerel"), belong to no head.
    """
    wanted = _asked(asked)
    head = _head(food, wanted)
    every = _plain(word for segment in _segments(food, wanted) for word in takewhile(_is_had, segment))
    return bool(head) and head <= wanted <= every


def _head(food: Food, wanted: set[str]) -> set[str]:
    """The words that say what it is, without brands and what says nothing."""
    first = _segments(food, wanted)[0]
    return _plain(word for word in takewhile(_is_of_head, first) if not _is_brand(word)) - _SAY_NOTHING


def _segments(food: Food, wanted: set[str]) -> list[list[str]]:
    """The name's parts between commas, without a first one that is only a kind of food nobody asked for."""
    parts = food.name.replace("(", ",").replace(")", ",").split(",")
    segments = [part.replace("-", " ").split() for part in parts]
    if len(segments) > 1 and " ".join(segments[0]).casefold() in _KINDS and not _plain(segments[0]) <= wanted:
        return segments[1:]
    return segments


def _has_beside(food: Food, said: Said, words: Sequence[int]) -> bool:
    """Whether what stands behind "with" is with the food too, and not the food itself.

    "cereal with milk" is no "Milk and cereal bar", "potato with skin" not the skin.
    """
    beside = next((i for i in range(words[0], words[-1]) if said.tokens[i].key in ("with", "w")), None)
    if beside is None:
        return True
    asked, behind = (
        _asked(" ".join(said.tokens[index].key for index in words if (index > beside) in which))
        for which in ((True, False), (True,))
    )
    segments = _segments(food, asked)
    added = _plain(word for segment in segments for word in dropwhile(_is_of_head, takewhile(_is_had, segment)))
    return behind <= added and _head(food, asked) <= asked - behind


def _is_had(word: str) -> bool:
    """ "without skin and bones" tells what is not there."""
    return word.lower() not in ("without", "no")


def _asked(asked: str) -> set[str]:
    """Words that were asked for, as the table has them."""
    return _plain(american(fold(word)) for word in asked.replace("-", " ").split())


def _plain(words: Iterable[str]) -> set[str]:
    return {singular(fold(word)) for word in words}


def _is_of_head(word: str) -> bool:
    return word.lower() not in _BEHIND_THE_HEAD


def _is_brand(word: str) -> bool:
    return word.isupper() and len(word) > 1  # brands are in capitals


def _says_enough(food: Food, asked: str) -> bool:
    """Several words that all fit say enough; a single one only where the food is called so and nothing else.

    "okra" is "Okra, raw", but "vegetables" is not vegetable soup.
    """
    words = asked.replace("-", " ").split()
    head = food.name.partition(",")[0].partition("(")[0].replace("-", " ").split()
    return len(words) > 1 or [singular(fold(word)) for word in head] == [singular(word) for word in words]


def _together(words: list[int]) -> bool:
    return words == list(range(words[0], words[-1] + 1))
