"""Results and ranges are read as they stand on the laboratory's paper."""

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.results_typed import range_typed, result_typed


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("31", (31.0, "")),
        ("31 ng/mL", (31.0, "ng/mL")),
        ("31ng/ml", (31.0, "ng/mL")),
        ("77,5 nmol/l", (77.5, "nmol/L")),
        (" 0.45 ng/mL ", (0.45, "ng/mL")),
        ("52 \u00b5g/L", (52.0, "ug/L")),
        ("5 pmol/L", (5.0, "pmol/L")),
        ("1e3", (1000.0, "")),
    ],
)
def test_a_result_with_its_unit_behind(text, result):
    assert result_typed(text) == result


@pytest.mark.parametrize("text", ["", "high", "ng/mL", "3..1 ng/mL", "31 32", "< 10 ng/mL"])
def test_what_is_no_result(text):
    with pytest.raises(InvalidEntry) as refused:
        result_typed(text)
    assert (refused.value.code, refused.value.facts["text"]) == ("not_a_figure", text)


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        ("30", "100", (30.0, 100.0)),
        ("30-100", "", (30.0, 100.0)),
        ("30 - 100", " ", (30.0, 100.0)),
        ("30 to 100", "", (30.0, 100.0)),
        ("2,15\u20132,55", "", (2.15, 2.55)),
        ("50 TO 125", "", (50.0, 125.0)),
        ("30", "", (30.0, None)),
        ("", "0.79", (None, 0.79)),
        ("", "", (None, None)),
    ],
)
def test_a_range_in_two_fields_or_in_one(low, high, ends):
    assert range_typed(low, high) == ends


@pytest.mark.parametrize(("low", "high"), [("30-100", "100"), ("some", ""), ("30-", ""), ("30-100-200", ""), ("", "x")])
def test_what_is_no_range(low, high):
    with pytest.raises(InvalidEntry):
        range_typed(low, high)
