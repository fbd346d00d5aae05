"""What people write behind options, read: days, moments, figures, nutrients."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bonecoach.core.days import EARLIEST, LATEST, WEEKDAYS, moment_at, moment_of, zone_named
from bonecoach.core.entries import KINDS
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of
from bonecoach.core.nutrients import Nutrient


def day_said(text: str, today: date) -> date:
    """A day from `2026-11-23`, `today` or `yesterday`. Raises InvalidEntry("not_a_day", "day_out_of_range")."""
    said = text.strip().lower()
    if said in ("today", "yesterday"):
        return today - timedelta(days=said == "yesterday")
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise InvalidEntry("not_a_day", text=text) from None
    if not EARLIEST <= day <= LATEST:
        raise InvalidEntry("day_out_of_range", text=text)
    return day


def day_not_ahead(text: str, today: date) -> date:
    """A day that has come. Raises InvalidEntry("future") besides."""
    day = day_said(text, today)
    if day > today:
        raise InvalidEntry("future", text=text)
    return day


def moment_said(text: str, now: datetime, zone: str) -> datetime:
    """An instant from an ISO instant, a wall time in `zone`, a day (at the present time of day) or a time of today.

    Raises InvalidEntry("not_a_moment", "day_out_of_range", "future").
    """
    here = moment_at(now, zone)
    instant = _instant(text.strip(), here.date, here.wall, zone)
    if instant > now:
        raise InvalidEntry("future", text=text)
    return instant


def instant_said(text: str, now: datetime, zone: str) -> datetime:
    """Like `moment_said`, and it may be ahead."""
    here = moment_at(now, zone)
    return _instant(text.strip(), here.date, here.wall, zone)


def _instant(said: str, today: date, wall: time, zone: str) -> datetime:
    try:
        if ":" in said and "-" not in said.partition(":")[0]:
            named = time.fromisoformat(said.zfill(5))
            if named.tzinfo is not None:
                raise ValueError
            return moment_of(today, named, zone).instant
        if ":" not in said:
            return moment_of(day_said(said, today), wall, zone).instant
        read = datetime.fromisoformat(said.upper())
        if not EARLIEST <= read.date() <= LATEST:
            raise InvalidEntry("day_out_of_range", text=said)
        aware = read if read.tzinfo is not None else moment_of(read.date(), read.time(), zone).instant
        return aware.astimezone(zone_named("UTC"))
    except (ValueError, OverflowError):
        raise InvalidEntry("not_a_moment", text=said) from None


def figure_said(text: str) -> float:
    """A plain number; a comma may stand for the point. Raises InvalidEntry("not_a_figure")."""
    figure = figure_of(text)
    if figure is None:
        raise InvalidEntry("not_a_figure", text=text)
    return figure


def count_said(text: str, largest: int) -> int:
    """A whole number from 1. Raises InvalidEntry("not_a_count")."""
    said = text.strip()
    if not (said.isascii() and said.isdigit() and 1 <= int(said[:9]) <= largest and len(said) < 9):
        raise InvalidEntry("not_a_count", text=text, largest=largest)
    return int(said)


def nutrient_said(text: str) -> Nutrient:
    """A nutrient by its key (`calcium_mg`) or its bare name (`calcium`). Raises InvalidEntry("unknown_nutrient")."""
    said = text.strip().lower().replace(" ", "_").replace("-", "_")
    for nutrient in Nutrient:
        if said in (nutrient.value, nutrient.value.rpartition("_")[0]):
            return nutrient
    raise InvalidEntry("unknown_nutrient", text=text, keys=tuple(nutrient.value for nutrient in Nutrient))


def pairs_said(texts: Iterable[str]) -> dict[str, str]:
    """Keys and values of several `KEY=VALUE`. Raises InvalidEntry("not_a_pair")."""
    pairs: dict[str, str] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise InvalidEntry("not_a_pair", text=text)
        pairs[key.strip().lower()] = value
    return pairs


def kinds_said(texts: Iterable[str]) -> tuple[str, ...] | None:
    """Kinds of entries, None where none is named. Raises InvalidEntry("unknown_kind")."""
    kinds = tuple(text.strip().lower() for text in texts)
    for kind in kinds:
        if kind not in KINDS:
            raise InvalidEntry("unknown_kind", text=kind, choices=tuple(KINDS))
    return kinds or None


def clock_said(text: str) -> time:
    """A time of day such as `08:00`. Raises InvalidEntry("not_a_clock")."""
    try:
        at = time.fromisoformat(text.strip().zfill(5))
    except ValueError:
        raise InvalidEntry("not_a_clock", text=text) from None
    if at.tzinfo is not None:
        raise InvalidEntry("not_a_clock", text=text)
    return at


def clocks_said(texts: Iterable[str]) -> tuple[time, ...]:
    """Times of day such as `08:00`, several in one behind commas too. Raises InvalidEntry("not_a_clock")."""
    return tuple(clock_said(text) for whole in texts for text in whole.split(","))


def weekdays_said(text: str) -> tuple[int, ...]:
    """Weekdays such as `mon,wed`, 0 for Monday. Raises InvalidEntry("not_a_weekday")."""
    found = []
    for part in text.split(","):
        said = part.strip().lower()
        days = [place for place, name in enumerate(WEEKDAYS) if len(said) >= 2 and name.startswith(said)]
        if len(days) != 1:
            raise InvalidEntry("not_a_weekday", text=part)
        found.append(days[0])
    return tuple(found)


def choice_said(text: str, choices: Iterable[str], code: str) -> str:
    """One of several words. Raises InvalidEntry with the code."""
    said, known = text.strip().lower(), tuple(choices)
    if said not in known:
        raise InvalidEntry(code, text=text, choices=known)
    return said
