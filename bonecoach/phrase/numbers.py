"""Numbers as people say them: digits, halves, words, "a couple", "two and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from bonecoach.phrase.tokens import Kind, Token

_ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1_000}
_PARTS = {
    "half": Fraction(1, 2),
    "halves": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
    "third": Fraction(1, 3),
    "thirds": Fraction(1, 3),
}
_COUNTS = {"couple": 2, "pair": 2, "dozen": 12, "single": 1, "another": 1, "double": 2}
_ARTICLES = ("a", "an")
_DENOMINATORS = (2, 3, 4, 5, 6, 8, 10)


class Number(NamedTuple):
    """A number that was read: its value and the index of the first token behind it. `article`: only "a" or "an"."""

    value: Fraction
    end: int
    article: bool = False


def is_fraction(token: Token) -> bool:
    """ "1/2", "3/4": a part people speak of. "500/250" are two figures and "3/11" is a day."""
    return token.pair is not None and 0 < token.pair[0] < token.pair[1] and token.pair[1] in _DENOMINATORS


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at token `at`, as long as it goes; None when none does."""
    if at >= len(tokens):
        return None
    digits = _digits_at(tokens, at)
    if digits is not None:
        return digits
    if _key(tokens, at) in _ARTICLES:
        behind = _counted_at(tokens, at + 1) or _scaled_words(tokens, at)
        return behind or _with_fraction(tokens, Number(Fraction(1), at + 1, article=True))
    return _counted_at(tokens, at) or _words_at(tokens, at)


def _digits_at(tokens: Sequence[Token], at: int) -> Number | None:
    token = tokens[at]
    if token.kind not in (Kind.NUMBER, Kind.RATIO) or token.value is None:
        return None
    if token.kind is Kind.RATIO and not is_fraction(token):
        return None
    behind = at + 1
    if token.kind is Kind.RATIO or not _is_whole(token):
        return Number(token.value, behind)
    following = tokens[behind] if behind < len(tokens) else None
    if following is not None and following.value is not None and _is_fraction(following):
        return Number(token.value + following.value, behind + 1)  # "1 1/2", "1½"
    if _key(tokens, behind) == "-" and behind + 1 < len(tokens) and is_fraction(tokens[behind + 1]):
        return Number(token.value + (tokens[behind + 1].value or 0), behind + 2)  # "1-1/2"
    if _key(tokens, behind) == "thousand":
        return Number(token.value * 1_000, behind + 1)
    if _key(tokens, behind) == "k" and _key(tokens, behind + 1) in ("iu", "ie", "units", "steps"):
        return Number(token.value * 1_000, behind + 1)
    return _with_fraction(tokens, Number(token.value, behind))


def _is_whole(token: Token) -> bool:
    return token.value is not None and token.value.denominator == 1


def _is_fraction(token: Token) -> bool:
    if token.value is None or not 0 < token.value < 1:
        return False
    return is_fraction(token) or not token.text[0].isascii()


def _counted_at(tokens: Sequence[Token], at: int) -> Number | None:
    """ "half a dozen", "a couple of", "three quarters of a", "half an", "quarter"."""
    key = _key(tokens, at)
    if key in _COUNTS:
        return Number(Fraction(_COUNTS[key]), _past(tokens, at + 1, ("of",)))
    if key == "half" and _key(tokens, at + 1) == "fat":  # "half fat cheddar"
        return None
    if key in ("half", "quarter", "third"):
        behind = _past(tokens, at + 1, ("of",))
        if _key(tokens, behind) in ("hour", "hr"):
            return Number(_PARTS[key], behind)
        behind = _past(tokens, behind, _ARTICLES)
        if _key(tokens, behind) in _COUNTS:
            return Number(_PARTS[key] * _COUNTS[_key(tokens, behind)], _past(tokens, behind + 1, ("of",)))
        return Number(_PARTS[key], behind)
    if key == "three" and _key(tokens, at + 1) in ("quarter", "quarters"):
        return Number(Fraction(3, 4), _past(tokens, _past(tokens, at + 2, ("of",)), _ARTICLES))
    if key == "two" and _key(tokens, at + 1) in ("third", "thirds"):
        return Number(Fraction(2, 3), _past(tokens, _past(tokens, at + 2, ("of",)), _ARTICLES))
    if key in ("three-quarters", "three-quarter"):
        return Number(Fraction(3, 4), _past(tokens, _past(tokens, at + 1, ("of",)), _ARTICLES))
    return None


def _words_at(tokens: Sequence[Token], at: int) -> Number | None:
    small = _below_hundred(tokens, at)
    if small is None:
        return None
    return _with_fraction(tokens, _scaled(tokens, small))


def _scaled_words(tokens: Sequence[Token], at: int) -> Number | None:
    if _key(tokens, at + 1) not in _SCALES:
        return None
    return _scaled(tokens, Number(Fraction(1), at + 1))


def _below_hundred(tokens: Sequence[Token], at: int) -> Number | None:
    tens, _, ones = _key(tokens, at).partition("-")
    if tens in _TENS:
        if ones:
            return Number(Fraction(_TENS[tens] + _ONES[ones]), at + 1) if 0 < _ONES.get(ones, 0) < 10 else None
        following = _ONES.get(_key(tokens, at + 1), 0)
        if 0 < following < 10:
            return Number(Fraction(_TENS[tens] + following), at + 2)
        return Number(Fraction(_TENS[tens]), at + 1)
    if tens in _ONES and not ones:
        return Number(Fraction(_ONES[tens]), at + 1)
    return None


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """ "two hundred and fifty", "fifteen hundred", "fifty thousand"."""
    value, end = number.value, number.end
    for scale in ("hundred", "thousand"):
        if _key(tokens, end) == scale:
            value, end = value * _SCALES[scale], end + 1
            rest = _below_hundred(tokens, _past(tokens, end, ("and",)))
            if rest is not None:
                following = _key(tokens, rest.end)
                if following == "hundred" and scale == "thousand":
                    return Number(value + rest.value * 100, rest.end + 1)
                value, end = value + rest.value, rest.end
    return Number(value, end)


def _with_fraction(tokens: Sequence[Token], number: Number) -> Number:
    """ "two and a half", "one and three quarters", "2 and 1/2": the fraction added, where one follows an "and"."""
    if _key(tokens, number.end) != "and":
        return number
    at = number.end + 1
    if at < len(tokens) and _is_fraction(tokens[at]):
        return Number(number.value + (tokens[at].value or 0), at + 1)
    at_part = _past(tokens, at, _ARTICLES)
    if _key(tokens, at_part) in ("half", "quarter", "third"):
        return Number(number.value + _PARTS[_key(tokens, at_part)], at_part + 1)
    if _key(tokens, at) == "three" and _key(tokens, at + 1) == "quarters":
        return Number(number.value + Fraction(3, 4), at + 2)
    return number


def _past(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int:
    return at + 1 if _key(tokens, at) in words else at


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""
