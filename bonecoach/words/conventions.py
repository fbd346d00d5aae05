"""How numbers, dates and times are written where the person lives."""

from __future__ import annotations

from bonecoach.core.values import Value

_NO_BREAK = "\u00a0"
# The shipped font has no narrow no-break space (U+202F), so groups are parted by the wide one.


class Conventions(Value):
    """Number and date habits of a place.

    `group` parts thousands from five digits on (1200, but 12,000). `order` is "dmy", "mdy" or "ymd"; `hours` 24 or 12.
    """

    decimal: str = "."
    group: str = ","
    order: str = "dmy"
    hours: int = 24


_BY_LANGUAGE = {
    "de": (",", "."),
    "nl": (",", "."),
    "da": (",", "."),
    "es": (",", "."),
    "it": (",", "."),
    "pt": (",", "."),
    "fi": (",", _NO_BREAK),
    "fr": (",", _NO_BREAK),
    "sv": (",", _NO_BREAK),
    "nb": (",", _NO_BREAK),
    "nn": (",", _NO_BREAK),
    "no": (",", _NO_BREAK),
    "pl": (",", _NO_BREAK),
    "cs": (",", _NO_BREAK),
    "sk": (",", _NO_BREAK),
    "ru": (",", _NO_BREAK),
    "uk": (",", _NO_BREAK),
}
_BY_REGION = {"CH": (".", "\u2019"), "LI": (".", "\u2019"), "MX": (".", ","), "ZA": (",", _NO_BREAK)}
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU"})
_YEAR_FIRST = frozenset({"SE", "CN", "JP", "KR", "TW", "HU", "LT"})
_LETTER = frozenset({"US", "CA", "MX", "PH", "PR", "GU", "CL", "CO", "VE"})
_TWELVE_HOURS = frozenset({"US", "CA", "AU", "NZ", "PH", "IN", "PK", "EG", "PR", "GU"})


def language_and_region(locale: str) -> tuple[str, str]:
    """("en", "GB") of "en_GB.UTF-8" or "en-GB"; ("en", "") where the locale says nothing ("C", "POSIX", "")."""
    name = locale.partition(".")[0].partition("@")[0].replace("-", "_")
    language, _, region = name.partition("_")
    if len(language) not in (2, 3) or not language.isalpha():
        return "en", ""
    return language.lower(), region.rpartition("_")[2].upper()


def conventions_of(locale: str) -> Conventions:
    """The habits of a locale; a neutral day-first, 24-hour English where nothing is known of it."""
    language, region = language_and_region(locale)
    decimal, group = _BY_REGION.get(region) or _BY_LANGUAGE.get(language) or (".", ",")
    order = "mdy" if region in _MONTH_FIRST else "ymd" if region in _YEAR_FIRST else "dmy"
    return Conventions(decimal, group, order, 12 if region in _TWELVE_HOURS else 24)


def usual_paper(locale: str) -> str:
    """The sheets people print on there: "a4" or "letter"."""
    return "letter" if language_and_region(locale)[1] in _LETTER else "a4"


def system_locale() -> str:
    """The locale for dates and numbers that the environment names; "en" when it names none."""
    import os

    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        named = os.environ.get(variable)
        if named:
            return named
    return "en"
