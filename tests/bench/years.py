"""Diaries of many years, for measuring: 12 intakes, 2 doses and 1 session on every day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

from bonecoach.core.days import EARLIEST, moment_of
from bonecoach.core.entries import Entry
from bonecoach.core.profile import Fact
from bonecoach.diary.diary import Diary

A_DAY = (
    "calcium citrate 500 mg",
    "vitamin d3 1000 iu",
    "k2 mk-7 100 ug",
    "1 bowl porridge",
    "150 ml milk",
    "1 banana",
    "1 tin sardines",
    "2 slices wholemeal bread",
    "1 fillet salmon",
    "1 cup broccoli",
    "150 g potatoes",
    "1 pot yogurt",
    "took letrozole",
    "took letrozole",
    "walk 30 min brisk",
)
"""What is logged on every day, from seven in the morning to nine in the evening."""

_BATCH_DAYS = 365


def fill(diary: Diary, years: int) -> int:
    """Fills an empty diary up to yesterday; how many entries it holds then."""
    patterns = [diary.read(text).entries[0] for text in A_DAY]
    today, zone = diary.today(), diary.zone
    facts = [Fact("birth_date", date(1961, 7, 1), EARLIEST), Fact("weight_kg", 66.0, EARLIEST)]
    for year in range(years):
        diary.keep_made_up(list(_year(patterns, today, year, zone)), facts if year == 0 else [], [])
    diary.set_setting("first_start_done", "1")
    return years * _BATCH_DAYS * len(A_DAY)


def _year(patterns: list[Entry], today: date, year: int, zone: str) -> Iterator[Entry]:
    for back in range(year * _BATCH_DAYS, (year + 1) * _BATCH_DAYS):
        day = today - timedelta(days=back + 1)
        for place, pattern in enumerate(patterns):
            moment = moment_of(day, time(7 + place, (back * 7 + place) % 60), zone)
            stamp = uuid4().hex
            yield replace(pattern, moment=moment, id=stamp, together=stamp)
