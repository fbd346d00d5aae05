"""Foods that have no everyday name: the whole table searched for the words that are left."""

from __future__ import annotations

from itertools import takewhile

from bonecoach.core.foods import Food
from bonecoach.phrase.context import Context
from bonecoach.phrase.eaten import read_food
from bonecoach.phrase.lexicon import DOSE_UNITS, FILLERS, HOUSEHOLD, NOT, VAGUE, singular
from bonecoach.phrase.near import name
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, fold
from bonecoach.phrase.units import UNITS, Measure

_ALTERNATIVES = 3
_SHORTEST = 3
_BEHIND_THE_HEAD = ("with", "in", "and", "from", "without", "made", "for", "or")


def searched(said: Said, ctx: Context) -> Outcome | None:
    """The likeliest food that all of the unused words fit, said to be a choice; None when nothing fits them."""
    words = _food_words(said)
    if not words or not any(len(said.tokens[index].key) >= _SHORTEST for index in words):
        return None
    asked = " ".join(said.tokens[index].key for index in words)
    if ctx.tables.names.called(asked) or len(set(asked.split())) < len(words) or _is_timed(said):
        return None
    hits = [food for food in ctx.tables.foods.search(asked, _ALTERNATIVES + 1) if _is_called(food, asked)]
    if not hits:
        return None
    if not _says_enough(hits[0], asked):
        names = [food.name for food in hits]
        plainest = min(hits, key=lambda food: len(food.name.split()))
        fix = said.replaced(words[0], words[-1], name(plainest)) if _together(words) else None
        said.take(words, "name")
        said.take(said.free(), "amount")
        facts: dict[str, object] = {"words": asked, "food": plainest.name, "foods": names}
        return Outcome(said, trouble=Trouble("which_food", words[0], words[-1], facts, fix))
    outcome = read_food(said, hits[0], tuple(words), ctx)
    others = [food.name for food in hits[1:]]
    outcome.notes = (*outcome.notes, Note("best_match", {"words": asked, "food": hits[0].name, "others": others}))
    if others and outcome.other is None:
        outcome.other = said.replaced(words[0], words[-1], f'"{others[0]}"') if _together(words) else None
    return outcome


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
        if token.kind is not Kind.WORD or small or singular(token.key) in HOUSEHOLD:
            continue
        if token.key in NOT or number_at(said.tokens, index) is not None:
            continue
        words.append(index)
    return words


def _is_called(food: Food, asked: str) -> bool:
    """Whether the food itself is called so, not only its brand: a word of its head is among those asked."""
    words = food.name.replace("(", ",").partition(",")[0].replace("-", " ").split()
    words = list(takewhile(lambda word: word.lower() not in _BEHIND_THE_HEAD, words))
    head = {singular(fold(word)) for word in words if not (word.isupper() and len(word) > 1)}  # brands are in capitals
    return any(singular(word) in head for word in asked.replace("-", " ").split())


def _says_enough(food: Food, asked: str) -> bool:
    """Several words that all fit say enough; a single one only where the food is called so and nothing else.

    "okra" is "Okra, raw", but "vegetables" is not vegetable soup.
    """
    words = asked.replace("-", " ").split()
    head = food.name.partition(",")[0].partition("(")[0].replace("-", " ").split()
    return len(words) > 1 or [singular(fold(word)) for word in head] == [singular(word) for word in words]


def _together(words: list[int]) -> bool:
    return words == list(range(words[0], words[-1] + 1))
