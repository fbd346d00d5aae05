"""Cutting a line into tokens: words, numbers, marks, each with its exact place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache

LONGEST_NUMBER = 15
"""Digits a number may have; nothing a person takes needs more."""

_FRACTIONS = "¼½¾⅓⅔⅛⅜⅝⅞"
_SPACES = "\u00a0\u202f\u2009"


_DICTATED = frozenset({"comma", "line", "stop", "period"})
_SHORT = {"w/": "with", "w/o": "without"}


class Kind(Enum):
    """What a token is. NONSENSE is a number no one can mean; SILENT is a mark that says nothing by itself."""

    WORD = "word"
    NUMBER = "number"
    RATIO = "ratio"
    CLOCK = "clock"
    DATE = "date"
    QUOTED = "quoted"
    MARK = "mark"
    SILENT = "silent"
    NEGATIVE = "negative"
    NONSENSE = "nonsense"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `text` is `line[start:end]`, `key` the same in plain lower case, `value` a number's exact value.

    A DATE with points needs two digits for its month: "2.5." is an amount at the end of a sentence.
    A RATIO ("4/10", "1/2") keeps both numbers in `pair`; a QUOTED token's key is what stands between the quotes.
    `glued` is true when it follows the token before without a space.
    """

    text: str
    start: int
    end: int
    kind: Kind
    key: str
    value: Fraction | None = None
    pair: tuple[int, int] | None = None
    glued: bool = False

    @property
    def silent(self) -> bool:
        """Whether it says nothing by itself: a full stop, a bracket, a picture."""
        return self.kind is Kind.SILENT


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<quoted>"[^"\n]*(?:"|$)|“[^”\n]*(?:”|$)|„[^“”\n]*(?:[“”]|$)|«[^»\n]*(?:»|$))
      | (?P<date>(?<![\w./-])(?:
            \d{{4}}(?P<apart>[-/.])\d{{1,2}}(?P=apart)\d{{1,2}} | (?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.
          | \d{{1,2}}(?P<between>[-/.])\d{{1,2}}(?P=between)(?:\d{{4}}|\d{{2}})
        )(?![\w/-]|[.,]\d))
      | (?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d))
      | (?P<nonsense>-?\d+(?:[.,]\d+)?[eE][+-]?\d+)
      | (?P<negative>(?<![\w)])[-−](?=[\d.,]*\d)(?!\s)[\d.,]+)
      | (?P<ratio>\d+/\d+(?![\d/]))
      | (?P<number>
            \d{{1,3}}(?:[{_SPACES}']\d{{3}})+(?!\d) | \d{{1,3}}(?:[ ]000)+(?!\d) | \d+(?:[.,]\d+)* | \.\d+ )
      | (?P<vulgar>[{_FRACTIONS}])
      | (?P<times>[xX×✕](?=\s?\d)|(?<=\d)[xX×✕](?=[^\W\d_]{{2}})|[×✕]|(?<=\d)\s?\*(?=\s?\d))
      | (?P<dotted>(?<!\w)(?:[^\W\d_]\.){{2,}}|[wW]/[oO]\b|[wW]/(?=[\s\w]))
      | (?P<unit>(?<=\d)[^\W\d_]+|(?<=[{_FRACTIONS}])[^\W\d_]+)
      | (?P<seconds>(?<=\d)(?:''|’’|″))
      | (?P<name>(?i:mk|omega|co)-\d{{1,2}}(?!\d))
      | (?P<word>[^\W\d_](?:\w|['’](?=\w)|-(?=[^\W\d_]))*['’]?)
      | (?P<mark>[+&/;,@\n\r%<>°|•·-])
      | (?P<silent>[.!?:()\[\]{{}}'’‘`´…–—~≈#*=_"“”„«»^])
        """,
        re.VERBOSE,
    )


def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a text, in order. Every character that is not space lies in exactly one of them."""
    found: list[Token] = []
    at = 0
    last_end = -1
    while at < len(text):
        if _is_space(text[at]):
            at += 1
            continue
        match = _pattern().match(text, at)
        group = None if match is None else "date" if match.group("date") else match.lastgroup
        token = _odd(text, at) if match is None or group is None else _token(group, match)
        found.append(_glued(token) if token.start == last_end else token)
        at = last_end = token.end
    return tuple(found) if _DICTATED.isdisjoint(token.key for token in found) else tuple(_as_dictated(found))


def _as_dictated(found: list[Token]) -> Iterator[Token]:
    """Marks that were spoken: "comma", "new line" and "full stop" part, a last "period" says nothing."""
    for place, token in enumerate(found):
        before = found[place - 1].key if place else ""
        behind = found[place + 1].key if place + 1 < len(found) else ""
        if token.key == "comma":
            yield replace(token, kind=Kind.MARK, key=",")
        elif token.key == "line" and before == "new":
            yield replace(token, kind=Kind.MARK, key="\n")
        elif (before, token.key) == ("full", "stop"):
            yield replace(token, kind=Kind.SILENT, key=".")
        elif _says_nothing(before, token.key, behind):
            yield replace(token, kind=Kind.SILENT)
        else:
            yield token


def _says_nothing(before: str, key: str, behind: str) -> bool:
    pairs = (("new", "line"), ("full", "stop"))
    return (key, behind) in pairs or (key == "period" and bool(before) and not behind)


def fold(text: str) -> str:
    """Plain lower case for looking words up: no accents, straight apostrophes, one sign for micro."""
    lowered = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(char for char in lowered if not unicodedata.combining(char))


def _is_space(char: str) -> bool:
    # Marks of direction, joiners and byte-order marks come with pasted text and say nothing.
    return (char.isspace() and char not in "\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85") or unicodedata.category(char) == "Cf"


def _odd(text: str, at: int) -> Token:
    char = text[at]
    category = unicodedata.category(char)
    if category in ("So", "Sk", "Mn", "Me", "Pd", "Po", "Pi", "Pf"):  # pictures, and punctuation of other scripts
        return Token(char, at, at + 1, Kind.SILENT, char)
    kind = Kind.CONTROL if category[0] == "C" or char.isspace() else Kind.MARK
    return Token(char, at, at + 1, kind, char)


def _glued(token: Token) -> Token:
    return Token(token.text, token.start, token.end, token.kind, token.key, token.value, token.pair, glued=True)


def _token(group: str, match: re.Match[str]) -> Token:
    text, start, end = match.group(), match.start(), match.end()
    match group:
        case "quoted":
            return Token(text, start, end, Kind.QUOTED, fold(text.strip('"“”„«»')).strip())
        case "number":
            value = _value(text)
            return Token(text, start, end, Kind.NONSENSE if value is None else Kind.NUMBER, text, value)
        case "vulgar":
            value = Fraction(unicodedata.numeric(text)).limit_denominator(16)
            return Token(text, start, end, Kind.NUMBER, text, value)
        case "ratio":
            return _ratio(text, start, end)
        case "times":
            return Token(text, start, end, Kind.MARK, "x")
        case "dotted":
            return Token(text, start, end, Kind.WORD, _SHORT.get(fold(text)) or fold(text).replace(".", ""))
        case "seconds":
            return Token(text, start, end, Kind.WORD, "s")
        case "unit" | "name" | "word":
            return Token(text, start, end, Kind.WORD, fold(text).rstrip("'"))
        case _:
            return Token(text, start, end, Kind(group), fold(text))


def _ratio(text: str, start: int, end: int) -> Token:
    over, under = (int(number) if len(number) < LONGEST_NUMBER else 0 for number in text.split("/"))
    if under == 0:
        return Token(text, start, end, Kind.NONSENSE, text)
    return Token(text, start, end, Kind.RATIO, text, Fraction(over, under), (over, under))


def _value(text: str) -> Fraction | None:
    """The value of digits: a comma before exactly three digits groups thousands unless the number begins with 0.

    None for what is no number at all ("1.2.3", "0,500,000") or too long to be meant.
    """
    plain = text
    for mark in f"{_SPACES} '":
        plain = plain.replace(mark, "")
    whole, *groups = plain.partition(".")[0].split(",")
    if groups and not whole.startswith("0") and all(len(group) == 3 for group in groups):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    if len(plain) > LONGEST_NUMBER or plain.count(".") > 1 or not plain.isascii():
        return None
    return Fraction(plain)
