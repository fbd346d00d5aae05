"""Which of a food's portions a household word means: "glasses", "tin", "tablespoon"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bonecoach.core.foods import Portion
from bonecoach.reference.food_words import plain, singular

_SAME = {
    "tin": "can",
    "tinful": "can",
    "tablespoon": "tbsp",
    "tablespoonful": "tbsp",
    "tbs": "tbsp",
    "tblsp": "tbsp",
    "teaspoon": "tsp",
    "teaspoonful": "tsp",
    "cupful": "cup",
    "glassful": "glass",
    "tumbler": "glass",
    "mugful": "mug",
    "bowlful": "bowl",
    "handfull": "handful",
    "pot": "container",
    "tub": "container",
    "carton": "container",
    "filet": "fillet",
    "strip": "rasher",
    "portion": "serving",
    "helping": "serving",
    "serve": "serving",
    "ounce": "oz",
    "med": "medium",
    "lg": "large",
    "sachet": "packet",
    "pack": "packet",
    "package": "packet",
    "round": "slice",
    "dash": "splash",
    "drizzle": "splash",
    "dsp": "dessertspoon",
    "dessertspoonful": "dessertspoon",
    "pc": "piece",
    "pcs": "piece",
    "millilitre": "ml",
    "milliliter": "ml",
    "centilitre": "cl",
    "centiliter": "cl",
    "decilitre": "dl",
    "deciliter": "dl",
    "litre": "l",
    "liter": "l",
    "floz": "fl oz",
    "fluid": "fl",
}

_ML = {
    "ml": 1.0,
    "cl": 10.0,
    "dl": 100.0,
    "l": 1000.0,
    "tsp": 4.92892,
    "dessertspoon": 9.85784,
    "tbsp": 14.78676,
    "fl oz": 29.57353,
    "cup": 236.58824,
}
"""Millilitres of the measures by volume (US customary, as the USDA's portions are)."""

_AS_A_CUP = ("glass", "mug")
_USUAL = "serving"


@dataclass(frozen=True, slots=True)
class _Named:
    """A portion taken apart: `whole` "cup chopped", `head` "cup", and the grams of one."""

    whole: str
    head: str
    grams: float


def portion_named(portions: Sequence[Portion], word: str) -> Portion | None:
    """One of what `word` means among a food's portions, None where the food is not measured so.

    `word` may also be the words the food was called by: "almonds" answers with one almond, "cherry tomatoes" with one
    cherry tomato. The portion's own name is returned where it counts one; "6 medium = 84" answers "medium" with 14 g.
    Measures by volume are worked out from one another ("tbsp" from "cup"); a glass or mug of a drink without its own
    is a cup. A number before the word counts ("0.5 cup"), so that a portion's full name means that portion.
    """
    for portion in portions:
        if plain(portion.name) == plain(word):
            return portion
    number, _, rest = word.strip().partition(" ")
    count = _count(number)
    if count is None or not rest:
        return _one(portions, _canonical(word))
    one = _one(portions, _canonical(rest))
    return None if one is None else Portion(word.strip(), float(one.grams * count))


def _one(portions: Sequence[Portion], wanted: str) -> Portion | None:
    if not wanted or not portions:
        return None
    named = [(portion, _taken_apart(portion)) for portion in portions]
    for fits in (_is_whole, _is_head, _is_first_word, _is_among_words, _is_within):
        for portion, parts in named:
            if fits(parts, wanted):
                return portion if parts.grams == portion.grams else Portion(wanted, parts.grams)
    if wanted == _USUAL:
        return portions[0]
    volumes = {parts.whole: parts.grams / _ML[parts.whole] for _, parts in named if parts.whole in _ML}
    if wanted in _AS_A_CUP and "fl oz" in volumes:
        return _one(portions, "cup")
    if wanted in _ML and volumes:
        return Portion(wanted, next(iter(volumes.values())) * _ML[wanted])
    return None


def _is_whole(parts: _Named, wanted: str) -> bool:
    return parts.whole == wanted


def _is_head(parts: _Named, wanted: str) -> bool:
    return parts.head == wanted


def _is_first_word(parts: _Named, wanted: str) -> bool:
    return parts.head.startswith(wanted + " ")


def _is_among_words(parts: _Named, wanted: str) -> bool:
    return set(wanted.split()) <= set(parts.whole.split())


def _is_within(parts: _Named, wanted: str) -> bool:
    """The portion's word stands in a longer name: "chop" in "pork chop", "nut" in "brazil nut"."""
    words = wanted.split()
    return len(words) > 1 and set(parts.head.split()) <= set(words)


def _canonical(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> Iterator[str]:
    for word in plain(text).split():
        one = singular(word)
        yield _SAME.get(word) or _SAME.get(one, one)


def _taken_apart(portion: Portion) -> _Named:
    number, _, rest = portion.name.partition(" ")
    count = _count(number)
    if count is None or not rest:
        count, rest = 1.0, portion.name
    head = rest.partition(",")[0].partition("(")[0]
    return _Named(_canonical(rest), _canonical(head), portion.grams if count == 1 else portion.grams / count)


def _count(text: str) -> float | None:
    try:
        count = float(text)
    except ValueError:
        return None
    return count if 0 < count < 1000 else None
