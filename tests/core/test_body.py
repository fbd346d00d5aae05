"""Weights and heights as people write them."""

import pytest

from bonecoach.core.body import height_of, weight_of

# 1 lb is 0.45359237 kg, 1 st is 14 lb, 1 in is 2.54 cm, 1 ft is 12 in.


@pytest.mark.parametrize(
    ("text", "kg", "unit"),
    [
        ("62 kg", 62, "kg"),
        ("62kg", 62, "kg"),
        (" 62,5 Kg. ", 62.5, "kg"),
        ("62.5 kilos", 62.5, "kg"),
        ("62 Kilogramme", 62, "kg"),
        ("137 lb", 62.14, "lb"),  # 62.1422
        ("137lbs", 62.14, "lb"),
        ("137.5 pounds", 62.37, "lb"),  # 62.3690
        ("9 st 11", 62.14, "st"),  # 9 * 14 + 11 = 137 lb
        ("9st11lb", 62.14, "st"),
        ("9 stone, 11 pounds", 62.14, "st"),
        ("9 stone and 11 lb", 62.14, "st"),
        ("9\u00a0st", 57.15, "st"),  # 126 lb: 57.1526
        ("9.5 stone", 60.33, "st"),  # 133 lb: 60.3278
        ("10 st 0", 63.5, "st"),  # 140 lb: 63.5029
    ],
)
def test_a_weight_brings_its_unit(text, kg, unit):
    found = weight_of(text)
    assert found is not None
    assert (found.value, found.unit) == (kg, unit)


@pytest.mark.parametrize(
    "text",
    ["62", "", "kg", "heavy", "62 apples", "9 st 14", "9 st eleven", "62 kg 5", "-62 kg", "6,2,5 kg", "137 lb 9 st"],
)
def test_no_other_text_is_a_weight_with_its_unit(text):
    assert weight_of(text) is None


@pytest.mark.parametrize(
    ("text", "cm", "unit"),
    [
        ("164 cm", 164, "cm"),
        ("1,64 m", 164, "m"),
        ("1.64m", 164, "m"),
        ("5 ft 4", 162.6, "ft"),  # 64 in: 162.56
        ("5'4\"", 162.6, "ft"),
        ("5\u2019 4\u201d", 162.6, "ft"),
        ("5 feet 4 inches", 162.6, "ft"),
        ("64 in", 162.6, "in"),
    ],
)
def test_a_height_brings_its_unit(text, cm, unit):
    found = height_of(text)
    assert found is not None
    assert (found.value, found.unit) == (cm, unit)


@pytest.mark.parametrize("text", ["164", "5 ft 12", "164 kg", "tall"])
def test_no_other_text_is_a_height_with_its_unit(text):
    assert height_of(text) is None
