"""What was probably meant where a word is not known: the part's text with the slip put right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bonecoach.phrase.context import Context
from bonecoach.phrase.exercises import exercise_names
from bonecoach.phrase.felt_words import FELT
from bonecoach.phrase.lexicon import DISTANCES, DOSE_UNITS, HOUSEHOLD, INTENSITY_WORDS, NOT
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.units import UNITS
from bonecoach.phrase.wordlist import words

_DENYING = ("un", "non", "non-")
_LETTERS_OR_FIGURES = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_NOT_DONE = frozenset({"will", "tomorrow", "didn't", "didnt", "never"})
_MEANT = words(
    "fine standing stood sitting sat lying tired feet hello test home missed skipped forgot better worse ironing"
)
"""Words that are no slips, though they look like something known."""

_MOST_TRIED = 6
_SHORTEST = 4
_SLIPS_IN_A_MEDICINE = 1
_MOST_LONGER = 2
_SMALL_WORDS = (
    *(unit for unit in UNITS if len(unit) >= _SHORTEST), *HOUSEHOLD, *DOSE_UNITS, *INTENSITY_WORDS, *exercise_names(),
    "yesterday", "morning", "afternoon", "evening", "breakfast", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "walked", "cycled", "danced", "jogged", "gardened",
    "missed", "skipped", "took", "pain", "with", "elemental",
)  # fmt: skip


def likely_fix(said: Said, unread: Sequence[int], ctx: Context, understood: Callable[[str], bool]) -> str | None:
    """A text for the part with its unread words said as they were probably meant, that is then `understood`.

    Whole names are tried first ("calcium citrat"), then the words alone ("wlak").
    """
    if any(token.key in _NOT_DONE for token in said.tokens):
        return None
    felt = any(token.key in FELT for token in said.tokens)
    tried = 0
    for first, last in _spans(said, unread):
        words = " ".join(said.tokens[index].key for index in range(first, last + 1))
        if len(words) < _SHORTEST - 1 or words in DISTANCES | _MEANT or _is_where(said, first):
            continue
        for meant in _meant(words, ctx, felt=felt):
            if len(words) < _SHORTEST and not (meant[:1] == words[0] and len(meant) == len(words) + 1):
                continue  # of three letters one may be missing: "wlk"
            fix = said.replaced(first, last, meant)
            if tried >= _MOST_TRIED:
                return None
            tried += 1
            if _is_opposite(words, meant):
                continue
            if fix.casefold() != said.text.casefold() and understood(fix):
                return fix
    return None


def _is_where(said: Said, first: int) -> bool:
    """ "went to the shops": where it was is no slip for what it was."""
    before = [token.key for token in said.tokens[max(0, first - 2) : first]]
    return before in (["to", "the"], ["in", "the"], ["at", "the"], ["round", "the"])


def _is_opposite(words: str, meant: str) -> bool:
    """ "unfortified" is no slip for "fortified"."""
    said, other = set(words.split()), set(meant.split())
    return any(
        word.removeprefix(before) in other - said for word in said - other for before in _DENYING if before in word
    )


def _spans(said: Said, unread: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of words around the unread ones: with the named words beside them, then by themselves, then one by one."""
    run = [i for i in unread if said.tokens[i].kind in (Kind.WORD, Kind.QUOTED) and said.tokens[i].key not in UNITS]
    if not run or any(said.tokens[i].key in NOT for i in unread):  # what was denied is no slip
        return
    first = last = run[0]
    while last + 1 in run:
        last += 1
    named = said.taken("name")
    wide_first, wide_last = first, last
    while wide_first - 1 in named:
        wide_first -= 1
    while wide_last + 1 in named:
        wide_last += 1
    spans = [(wide_first, wide_last), (first, last), *((index, index) for index in range(first, last + 1))]
    yield from dict.fromkeys(spans)


def _meant(words: str, ctx: Context, *, felt: bool) -> Iterator[str]:
    from bonecoach.reference.spelling import nearest, slips

    tables = ctx.tables
    parted = " ".join(_LETTERS_OR_FIGURES.findall(words))
    if parted != words and " " not in words:  # "walk30", "milk1glass"
        yield parted
    for product in ctx.habits.products:
        yield from nearest(words, (name.casefold() for name in product.names))
    yield from nearest(words, _SMALL_WORDS)
    if felt:  # who tells of a lump is not offered a chicken breast
        return
    for table in (tables.medicines, tables.supplements, tables.activities, tables.foods):
        for found in list(table.near(words))[:2]:
            meant = name(found)
            if table is tables.medicines and slips(words, meant.casefold(), _SLIPS_IN_A_MEDICINE) is None:
                continue  # "actimel" is no slip for a bone tablet
            if abs(len(meant) - len(words)) <= _MOST_LONGER:
                yield meant


def name(found: object) -> str:
    """A table's answer as words for the line."""
    text = found if isinstance(found, str) else str(getattr(found, "name", found))
    if not text[:2].isupper():  # "D3", "MCT oil"
        text = text[:1].lower() + text[1:]
    return f'"{text}"' if "," in text else text
