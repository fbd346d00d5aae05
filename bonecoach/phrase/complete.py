"""Ways to finish the word under the cursor: what she logs most, then staples, then everything the tables know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from bonecoach.core.habits import Habits
from bonecoach.phrase.context import Tables
from bonecoach.phrase.felt_words import OTHER
from bonecoach.phrase.lexicon import DOSE_UNITS, FILLERS, HOUSEHOLD, singular
from bonecoach.phrase.near import name
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.reading import Completion, CompletionKind
from bonecoach.phrase.said import Said
from bonecoach.phrase.split import split
from bonecoach.phrase.tokens import Kind, Token, fold, tokens
from bonecoach.phrase.units import UNITS, Measure

_AMOUNT_WORDS = FILLERS | DOSE_UNITS | frozenset(UNITS) | {"x", "missed", "skipped"}

_GRAM = 10**9
_SOME = 30
TAKEN_WORDS = ("took", "taken", "missed", "forgot", "skipped")
FELT_NAMES = (
    "Pain",
    "Joint pain",
    "Back pain",
    "Hip pain",
    "Fell",
    "Nearly fell",
    "Stiffness",
    *dict.fromkeys(OTHER.values()),
)
"""What is felt or happened, by names that the line understands."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """The word that is being typed: `before` and `behind` stay, `words` are completed; `part` is the part so far."""

    before: str
    words: str
    behind: str
    part: str
    part_before: str
    named: str


def completions(text: str, cursor: int, tables: Tables, habits: Habits, limit: int) -> tuple[Completion, ...]:
    """At most `limit` ways to finish `text` at `cursor`, likeliest first; a quantity typed before stays.

    What stands there already is the first of them where it is one: who takes the first one keeps what she typed.
    """
    typed = _typed(text, cursor, tables, habits)
    if typed is None or limit <= 0:
        return ()
    found: dict[str, Completion] = {}
    for completion in _all(typed, tables, habits, limit):
        found.setdefault(fold(completion.text), completion)
        if len(found) == limit:
            break
    as_typed = found.pop(fold(text), None)
    others = tuple(found.values())
    return others if as_typed is None or not others else (as_typed, *others)


def _typed(text: str, cursor: int, tables: Tables, habits: Habits) -> _Typed | None:
    cursor = max(0, min(cursor, len(text)))
    while cursor < len(text) and text[cursor].isalnum():  # in the middle of a word: all of the word
        cursor += 1
    line = tokens(text[:cursor])
    segments = split(line, lambda words: bool(tables.names.called(words)))
    last = segments[-1] if segments else None
    here: tuple[Token, ...] = line[last.first :] if last is not None and last.end == len(line) else ()
    behind = text[cursor:]
    if not here:
        before = text[:cursor]
        return _Typed(before, "", behind, "", before, "")
    run = len(here)
    while run > 0 and _is_name_word(here, run - 1):
        run -= 1
    while run < len(here) and here[run].key in FILLERS:
        run += 1
    if run == len(here):
        return None
    start, part_start = here[run].start, here[0].start
    said = Said(text[:cursor], here[:run]) if run else None
    named = tables.names.find(said, habits) if said is not None else []
    words = " ".join(said.tokens[i].key for i in named[0].tokens) if named and said is not None else ""
    return _Typed(text[:start], text[start:cursor], behind, text[part_start:cursor], text[:part_start], words)


def _is_name_word(here: tuple[Token, ...], at: int) -> bool:
    token = here[at]
    if token.kind is Kind.QUOTED:
        return True
    if token.kind is not Kind.WORD:
        return token.text == "%" or (at + 1 < len(here) and here[at + 1].text == "%")
    number = number_at(here, at)
    counts = number is not None and not number.article and at + 1 < len(here)
    last = at == len(here) - 1
    small = token.key in _AMOUNT_WORDS or (_is_household(token) and not last)
    before = at - 2 if at > 1 and here[at - 1].key == "of" else at - 1
    kind = token.key == "whole" and at > 0 and _is_household(here[before])  # "glass of whole milk", not "1 whole egg"
    return not counts and (last or kind or not small)


def _is_household(token: Token) -> bool:
    return singular(token.key) in HOUSEHOLD


def _all(typed: _Typed, tables: Tables, habits: Habits, limit: int) -> Iterator[Completion]:
    yield from _frequent(typed, habits)
    if not typed.words:
        return
    asked = fold(typed.words).lstrip('"“„«')
    if typed.named:
        for activity in tables.activities.search(f"{typed.named} {asked}", limit):
            rest = fold(activity.name).removeprefix(typed.named).strip()
            if fold(activity.name).startswith(typed.named) and _begins(rest, asked):
                yield _made(typed, rest, activity.name, "activity")
        return
    for product in habits.products:
        if any(_begins(fold(each), asked) for each in product.names):
            yield _made(typed, product.name, product.name, "product")
    for medicine in habits.medicines:
        if _begins(fold(medicine.name), asked):
            yield _made(typed, name(medicine), medicine.name, "medicine")
    swallowed = any(kind in ("nutrient", "compound") for kind, _ in tables.names.called(asked))  # "calcium"
    if not swallowed and not _is_eaten(typed):
        yield from _called_so(typed, asked, tables, limit)
    if swallowed:
        yield from _others(typed, asked, tables, limit)
    foods = tables.foods.search(asked, limit)
    for food in foods:
        if food.staple:
            yield _made(typed, name(food), food.name, "staple")
    if not swallowed:
        yield from _others(typed, asked, tables, limit)
    for food in foods:
        if not food.staple:
            yield _made(typed, name(food), food.name, "food")


def _is_eaten(typed: _Typed) -> bool:
    """Whether an amount of food stands before the word: "2 glasses m", "100 g s"."""
    before = _before_it(typed)
    units = [UNITS.get(token.key) for token in before]
    weighed = any(unit is not None and unit.measure is Measure.MASS and unit.amount >= _GRAM for unit in units)
    poured = any(unit is not None and unit.measure is Measure.VOLUME for unit in units)
    return weighed or poured or any(_is_household(token) for token in before)


def _before_it(typed: _Typed) -> tuple[Token, ...]:
    """What stands before the word in its own part."""
    return tokens(typed.before[len(typed.part_before) :])


def _called_so(typed: _Typed, asked: str, tables: Tables, limit: int) -> Iterator[Completion]:
    """What is itself called so, before what has the word somewhere in its other names: of each kind in turn, so that
    "wal" has the walk and the walnuts, and "let" letrozole and lettuce. Behind "took" no food is meant."""
    took = any(token.key in TAKEN_WORDS for token in _before_it(typed))
    staples = [] if took else [food for food in tables.foods.search(asked, limit) if food.staple]
    kinds = [
        [_made(typed, name(each), each.name, "medicine") for each in tables.medicines.search(asked, limit)],
        [_made(typed, name(each), each.name, "staple") for each in staples],
        [_made(typed, name(each), each.name, "supplement") for each in tables.supplements.search(asked, limit)],
    ]
    if not took:
        moved = tables.activities.search(asked, limit)
        kinds.append([_made(typed, name(each), each.name, "activity") for each in moved])
        kinds.append([_made(typed, each.lower(), each, "felt") for each in FELT_NAMES])
    # "milk" is first of all whole milk, then milk chocolate.
    best = name(staples[0]) if staples and _begins(fold(staples[0].name), asked) else ""
    first = f"{typed.before}{best}{typed.behind}"
    called = [[each for each in found if fold(each.label).startswith(asked) or each.text == first] for found in kinds]
    for row in zip_longest(*called):
        yield from (each for each in row if each is not None)


def _others(typed: _Typed, asked: str, tables: Tables, limit: int) -> Iterator[Completion]:
    for activity in tables.activities.search(asked, limit):
        yield _made(typed, name(activity), activity.name, "activity")
    products = tables.supplements.search(asked, _SOME)
    for product in sorted(products, key=lambda each: not fold(each.name).startswith(asked))[:limit]:
        yield _made(typed, name(product), product.name, "supplement")
    for medicine in tables.medicines.search(asked, limit):
        yield _made(typed, name(medicine), medicine.name, "medicine")


def _frequent(typed: _Typed, habits: Habits) -> Iterator[Completion]:
    """What she logs most: all of it at the start of a part, by its beginning or by any of its words otherwise."""
    part = fold(typed.part).strip()
    for usual in habits.frequent:
        text = fold(usual.text)
        if text.startswith(part) or (typed.part == typed.words and _begins(text, part)):
            yield Completion(f"{typed.part_before}{usual.text}{typed.behind}", usual.label, "frequent")


def _begins(text: str, words: str) -> bool:
    return f" {text}".find(f" {words}") >= 0


def _made(typed: _Typed, words: str, label: str, kind: CompletionKind) -> Completion:
    return Completion(f"{typed.before}{words}{typed.behind}", label, kind)
