"""Amounts in the unused words of a part: counts, units, "2 x", "x 2", in the order they were said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.units import Unit, unit_named

_TIMES = ("x", "times", "lots")
_TWICE = {"once": 1, "twice": 2, "thrice": 3}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, if one stands behind it, and the tokens that say it.

    `times`: it multiplies ("2 x", "x 2", "twice"). `article`: it is only "a" or "an". `dotted`: digits like "1.200",
    which may be meant as thousands. `led`: an "x" stands before its number, among its tokens.
    """

    value: Fraction
    unit: Unit | None
    tokens: tuple[int, ...]
    times: bool = False
    article: bool = False
    dotted: bool = False
    led: bool = False

    @property
    def first(self) -> int:
        """The first token of its number."""
        return self.tokens[1 if self.led else 0]

    @property
    def last(self) -> int:
        """Its last token."""
        return self.tokens[-1]


def amounts_in(said: Said) -> list[Amount]:
    """All amounts among the unused words, from the left. Nothing is used by looking."""
    free = said.free()
    tokens = [said.tokens[index] for index in free]
    found: list[Amount] = []
    at = 0
    while at < len(tokens):
        read = _amount_at(tokens, free, at)
        if read is None:
            at += 1
            continue
        amount, joined, at = read
        if joined and found:
            _pair_up(found, amount)
        else:
            found.append(replace(amount, times=amount.times or joined))
    return found


def _pair_up(found: list[Amount], second: Amount) -> None:
    """ "2 x 500", "500 mg x 2": the one with the unit is the amount, without units the larger one is."""
    first = found[-1]
    if first.times:
        found.append(second)
    elif second.unit is None and (first.unit is not None or second.value < first.value):
        found.append(replace(second, times=True))
    else:
        found[-1] = replace(first, times=True)
        found.append(second)


def _amount_at(tokens: list[Token], free: list[int], at: int) -> tuple[Amount, bool, int] | None:
    """The amount at `at`, whether an "x" stands before it, and the index behind."""
    key = tokens[at].key
    if key in _TWICE:
        return Amount(Fraction(_TWICE[key]), None, (free[at],), times=True), False, at + 1
    joined = key in _TIMES
    number = number_at(tokens, at + 1 if joined else at)
    if number is None or (joined and number.article):
        return None
    end, unit = number.end, _unit_at(tokens, number.end)
    if unit is not None:
        end += unit[1]
    tail = unit is None and end < len(tokens) and tokens[end].key in _TIMES and number_at(tokens, end + 1) is None
    end = end + 1 if tail else end
    amount = Amount(
        number.value,
        None if unit is None else unit[0],
        tuple(free[at:end]),
        times=tail,
        article=number.article,
        dotted=_dotted(tokens[at + 1 if joined else at]),
        led=joined,
    )
    return amount, joined, end


def _unit_at(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    if at >= len(tokens):
        return None
    return unit_named(tokens[at].key, tokens[at + 1].key if at + 1 < len(tokens) else "")


def _dotted(token: Token) -> bool:
    """ "1.200": exactly three digits behind a point are thousands in half of the world."""
    whole, dot, rest = token.text.partition(".")
    return token.kind is Kind.NUMBER and bool(dot) and len(rest) == 3 and whole.isdigit() and not whole.startswith("0")
