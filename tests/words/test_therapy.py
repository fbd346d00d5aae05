"""Every kind of change has its words."""

from __future__ import annotations

from datetime import date

import pytest

from bonecoach.core.therapy import Period, TherapyChange
from bonecoach.words import Words
from bonecoach.words.bones import BoneWords
from bonecoach.words.therapy import TherapyWords

DAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("kind", "medicine", "said"),
    [
        ("began", "letrozole", "Began letrozole"),
        ("switched", "exemestane", "Switched to exemestane"),
        ("stopped", "", "Stopped"),
        ("paused", "", "Paused by my team"),
        ("resumed", "", "Went on again"),
    ],
)
def test_a_change_in_a_few_words(kind: str, medicine: str, said: str) -> None:
    words = TherapyWords(Words("en_GB"))
    change = TherapyChange(kind, medicine, DAY, DAY)
    assert (words.change(change), words.day(change)) == (said, "3 Mar 2026")
    assert words.day(change._replace(day=None)) == "day not said"


FIRST = date(2024, 11, 1)


@pytest.mark.parametrize(
    ("locale", "kind", "said"),
    [
        ("en_GB", "began", "November 2024"),
        ("en_US", "began", "November 2024"),
        ("en_GB", "switched", "1 Nov 2024"),  # a change holds from its day
        ("en_GB", "paused", "1 Nov 2024"),
    ],
)
def test_a_beginning_that_is_known_by_its_month_is_said_by_it(locale: str, kind: str, said: str) -> None:
    assert TherapyWords(Words(locale)).day(TherapyChange(kind, "letrozole", FIRST, FIRST)) == said


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period("letrozole", FIRST), "letrozole since November 2024"),
        (Period("letrozole", FIRST, DAY), "letrozole, November 2024 to 3 Mar 2026"),
        (Period("letrozole", DAY), "letrozole since 3 Mar 2026"),
        (Period("letrozole", None, DAY), "letrozole until 3 Mar 2026"),
        (Period("letrozole", None), "letrozole"),
    ],
)
def test_a_period_begins_with_its_month_or_its_day(period: Period, said: str) -> None:
    assert BoneWords(Words("en_GB")).therapy(period) == said
