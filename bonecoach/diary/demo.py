"""A made-up but lifelike half year, for trying the program out and for measuring it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from bonecoach.core.days import EARLIEST, Moment, moment_of
from bonecoach.core.entries import Entry
from bonecoach.core.errors import DiaryError
from bonecoach.core.profile import Fact
from bonecoach.diary.changing import new_id

if TYPE_CHECKING:
    from bonecoach.diary.diary import Diary

WEEKS = 26
REST_WEEK = 10
"""Weeks ago: an infusion, a week of rest."""

GAP_WEEK = 17
"""Weeks ago: five days on which nothing was written down."""

TRAVEL_WEEKS = (5, 4)
"""Weeks ago: a visit to a daughter overseas."""

TRAVEL_ZONE = "America/New_York"

_BREAKFASTS = (
    ("porridge", "150 ml milk", "1 banana"),
    ("2 slices wholemeal toast", "1 egg", "coffee"),
    ("1 pot yogurt", "30 g muesli", "1 handful blueberries"),
    ("1 pot greek yogurt", "1 handful almonds"),
)
_LUNCHES = (
    ("1 tin sardines", "1 slice wholemeal bread"),
    ("150 g cottage cheese", "1 apple"),
    ("1 slice cheddar", "2 slices wholemeal bread", "1 tomato"),
    ("200 g lentil soup",),
    ("1 tin tuna", "100 g white beans"),
)
_DINNERS = (
    ("1 fillet salmon", "1 cup broccoli", "150 g potatoes"),
    ("120 g chicken breast", "1 cup kale", "150 g rice"),
    ("1 serving tofu", "1 cup pak choi", "150 g rice"),
    ("200 g pasta", "1 tbsp parmesan", "100 g spinach"),
    ("2 eggs", "150 g potatoes", "1 cup green beans"),
)
_DRINKS = ("1 glass milk", "1 glass fortified soy milk", "1 glass buttermilk")
_SUPPLEMENTS = ("calcium citrate 500 mg", "vitamin d3 1000 iu", "k2 mk-7 100 ug")
_MOVES = {
    0: "walk 30 min brisk",
    1: "strength training 25 min",
    2: "walk 35 min brisk",
    3: "tai chi 40 min",
    4: "walk 20 min brisk",
    5: "bike 40 min easy",
    6: "walk 45 min",
}
"""By weekday; on good weeks stairs, balance and a second strength day come to it."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A line she typed, and when."""

    text: str
    day: date
    wall: time
    zone: str


def fill(diary: Diary, *, weeks: int = WEEKS, seed: int = 1961) -> int:
    """Fills an empty diary with made-up weeks up to now, the same for the same day; how many entries it holds then.

    Raises DiaryError("not_empty") rather than mix made-up entries with a person's own.
    """
    if diary.entries(limit=1) or diary.facts():
        raise DiaryError("not_empty")
    now = diary.now()
    said = [line for line in _half_year(now.date, diary.zone, weeks, Random(seed)) if _is_past(line, now)]
    entries = list(_entries(diary, said))
    rest = [diary.week(now.date).week.shifted(-REST_WEEK).first] if weeks > REST_WEEK else []
    diary.keep_made_up(entries, _facts(now.date), rest)
    return len(entries)


def fill_densely(diary: Diary, *, years: int) -> int:
    """Fills an empty diary with 12 intakes, 2 doses and 1 session on every day of so many years, for measuring."""
    if diary.entries(limit=1):
        raise DiaryError("not_empty")
    today = diary.now().date
    patterns: dict[str, Entry] = {}
    entries: list[Entry] = []
    lines = (*_SUPPLEMENTS, *_BREAKFASTS[0], *_LUNCHES[0], *_DINNERS[0], "1 glass milk")
    daily = (*lines[:12], "took letrozole", "took letrozole", "walk 30 min brisk")
    for back in range(years * 365):
        day = today - timedelta(days=back + 1)
        for place, text in enumerate(daily):
            moment = moment_of(day, time(7 + place % 14, (back * 7 + place) % 60), diary.zone)
            entries.append(_again(diary, text, moment, patterns))
    diary.keep_made_up(entries, _facts(today), [])
    return len(entries)


def _is_past(line: _Said, now: Moment) -> bool:
    return moment_of(line.day, line.wall, line.zone).instant <= now.instant


def _facts(today: date) -> list[Fact]:
    return [
        Fact("birth_date", date(1961, 7, 1), EARLIEST),
        Fact("sex", "female", EARLIEST),
        Fact("weight_kg", 66.0, today - timedelta(weeks=WEEKS)),
        Fact("aromatase_inhibitor", "letrozole", today - timedelta(weeks=WEEKS)),
        Fact("therapy_start", today - timedelta(days=430), today - timedelta(weeks=WEEKS)),
        Fact("postmenopausal", True, today - timedelta(weeks=WEEKS)),
    ]


def _entries(diary: Diary, said: Iterable[_Said]) -> Iterator[Entry]:
    patterns: dict[str, Entry] = {}
    for line in said:
        yield _again(diary, line.text, moment_of(line.day, line.wall, line.zone), patterns)


def _again(diary: Diary, text: str, moment: Moment, patterns: dict[str, Entry]) -> Entry:
    """The entry of a line at a moment; each text is read once."""
    if text not in patterns:
        reading = diary.read(text)
        assert reading.understood, f"the demo says {text!r}, which the entry line does not understand"
        (patterns[text],) = reading.entries
    stamp = new_id()
    return replace(patterns[text], moment=moment, id=stamp, together=stamp)


def _half_year(today: date, zone: str, weeks: int, chance: Random) -> Iterator[_Said]:
    monday = today - timedelta(days=today.weekday())
    for ago in range(weeks - 1, -1, -1):
        first = monday - timedelta(weeks=ago)
        good = chance.random() < 0.35 + 0.5 * (weeks - ago) / weeks  # she finds her way into it
        for weekday in range(7):
            day = first + timedelta(days=weekday)
            here = TRAVEL_ZONE if ago in TRAVEL_WEEKS else zone
            unwritten = ago == GAP_WEEK and weekday < 5
            if not unwritten:
                yield from _day(day, here, ago, good, chance)


def _day(day: date, zone: str, ago: int, good: bool, chance: Random) -> Iterator[_Said]:
    def at(text: str, hour: int, minute: int) -> _Said:
        return _Said(text, day, time(hour, (minute + chance.randrange(12)) % 60), zone)

    if chance.random() < 0.96:
        yield at("took letrozole", 8, 0)
    elif chance.random() < 0.5:
        yield at("missed letrozole", 21, 0)
    for supplement in _SUPPLEMENTS:
        if chance.random() < (0.95 if good else 0.8):
            yield at(supplement, 7, 40)
    if chance.random() < (0.85 if good else 0.4):
        yield at("calcium citrate 500 mg", 18, 30)
    logged = 0.92 if good else 0.7
    for meals, hour in ((_BREAKFASTS, 7), (_LUNCHES, 12), (_DINNERS, 18)):
        if chance.random() < logged:
            for food in chance.choice(meals):
                yield at(food, hour, 30)
    if chance.random() < 0.5:
        yield at(chance.choice(_DRINKS), 16, 0)
    if ago != REST_WEEK:
        yield from _moves(day, at, ago, good, chance)
    if day.weekday() in (2, 6) or chance.random() < 0.1:
        pain = round(5.2 - 2.2 * (WEEKS - min(ago, WEEKS)) / WEEKS + chance.uniform(-1.2, 1.2))
        yield at(f"joint pain {max(0, min(10, pain))} hands", 20, 15)


def _moves(day: date, at: Callable[[str, int, int], _Said], ago: int, good: bool, chance: Random) -> Iterator[_Said]:
    weekday = day.weekday()
    if chance.random() < (0.85 if good else 0.45):
        yield at(_MOVES[weekday], 10, 0)
    if good and weekday == 4:
        yield at("strength training 20 min", 17, 0)
    if good and weekday in (1, 6) and chance.random() < 0.8:
        yield at("balance exercises 10 min", 9, 0)
    if good and weekday == 4 and ago < 12:
        yield at("stairs 15 min", 16, 20)
    if ago < 8 and weekday in (0, 3) and chance.random() < 0.6:
        yield at("50 stamps", 9, 30)
