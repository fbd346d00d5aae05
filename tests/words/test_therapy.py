"""Every kind of change has its words."""

from __future__ import annotations

from datetime import date

import pytest

from bonecoach.core.therapy import TherapyChange
from bonecoach.words import Words
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
