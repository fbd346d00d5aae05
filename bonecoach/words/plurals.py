"""Which plural form a count takes, by the rules of CLDR."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

Count = int | float | Decimal


def _one_other(count: Count) -> str:
    return "one" if count == 1 and isinstance(count, int) else "other"


def _one_below_two(count: Count) -> str:
    return "one" if 0 <= count < 2 else "other"


def _one_other_decimal(count: Count) -> str:
    return "one" if count == 1 else "other"


def _polish(count: Count) -> str:
    if count != int(count):
        return "other"
    if count == 1:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _russian(count: Count) -> str:
    if count != int(count):
        return "other"
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _czech(count: Count) -> str:
    if count != int(count):
        return "many"
    if count == 1:
        return "one"
    return "few" if count in (2, 3, 4) else "other"


def _always_other(_count: Count) -> str:
    return "other"


_RULES: dict[str, Callable[[Count], str]] = {
    "fr": _one_below_two,
    "pt": _one_below_two,
    "es": _one_other_decimal,
    "da": _one_other_decimal,
    "pl": _polish,
    "ru": _russian,
    "uk": _russian,
    "cs": _czech,
    "sk": _czech,
    "ja": _always_other,
    "zh": _always_other,
    "ko": _always_other,
}


def plural_form(language: str, count: Count) -> str:
    """The CLDR category ("one", "few", "many", "other") of `count` in a language; unknown ones count like English."""
    return _RULES.get(language, _one_other)(count)
