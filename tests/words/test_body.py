"""Height and weight in words."""

from __future__ import annotations

from datetime import date

import pytest

from bonecoach.core.body_measures import HEIGHT, WEIGHT, Height, Measure, Weight
from bonecoach.words import Words
from bonecoach.words.body import BodyWords

MARCH, MAY = date(2025, 3, 3), date(2026, 5, 4)


@pytest.mark.parametrize(
    ("last", "tallest", "said"),
    [
        (161, 164, "Height 161 cm on 4 May 2026: 3 cm less than the tallest here, 164 cm on 3 Mar 2025."),
        (163.5, 164, "Height 163.5 cm on 4 May 2026: 0.5 cm less than the tallest here, 164 cm on 3 Mar 2025."),
        (164, 164, "Height 164 cm on 4 May 2026: no height here is taller."),
    ],
)
def test_a_height_against_the_tallest(last: float, tallest: float, said: str) -> None:
    height = Height(Measure(HEIGHT, last, MAY), Measure(HEIGHT, tallest, MARCH))
    assert BodyWords(Words("en_GB")).height(height) == said


@pytest.mark.parametrize(
    ("unit", "last", "before", "said"),
    [
        ("kg", 68, None, "Weight 68 kg on 4 May 2026."),
        ("kg", 68, 69.5, "Weight 68 kg on 4 May 2026: 1.5 kg less than on 3 Mar 2025."),
        ("kg", 70, 69.5, "Weight 70 kg on 4 May 2026: 0.5 kg more than on 3 Mar 2025."),
        ("kg", 70, 70, "Weight 70 kg on 4 May 2026: the same as on 3 Mar 2025."),
        ("lb", 68.04, None, "Weight 150 lb on 4 May 2026."),
        ("lb", 70.31, 68.04, "Weight 155 lb on 4 May 2026: 5 lb more than on 3 Mar 2025."),  # 2.27 kg
        ("lb", 68.1, 68.04, "Weight 150 lb on 4 May 2026: the same as on 3 Mar 2025."),  # not "0 lb more"
    ],
)
def test_a_weight_against_the_one_before(unit: str, last: float, before: float | None, said: str) -> None:
    words = BodyWords(Words("en_GB", weight_unit=unit))
    weight = Weight(Measure(WEIGHT, last, MAY), None if before is None else Measure(WEIGHT, before, MARCH))
    assert words.weight(weight) == said


def test_a_row_and_what_is_to_be_checked() -> None:
    words = BodyWords(Words("en_US"))
    measure = Measure(HEIGHT, 161, MAY)
    assert (words.title(measure), words.figure(measure)) == ("Height, May 4, 2026", "161 cm")
    assert words.mention() == "From 4 cm on, a loss of height is worth mentioning. To be checked with your team."
