"""Doses as people write them."""

import pytest

from bonecoach.core.doses import dose_of
from bonecoach.core.errors import InvalidEntry


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("2.5 mg", (2.5, "mg")),
        ("2,5 mg", (2.5, "mg")),
        ("  70mg ", (70, "mg")),
        ("1 tablet", (1, "tablet")),
        ("2 soft gels", (2, "soft gels")),
        ("75 \u00b5g", (75, "\u03bcg")),
        ("75 \u03bcg", (75, "\u03bcg")),
        ("20000 I.E.", (20000, "I.E.")),
        ("0.5 mg/ml", (0.5, "mg/ml")),
        ("1 Kapsel t\u00e4glich", (1, "Kapsel t\u00e4glich")),
        ("1000000 IU", (1_000_000, "IU")),
    ],
)
def test_an_amount_has_its_unit(text, dose):
    assert dose_of(text) == dose


@pytest.mark.parametrize(
    "text",
    [
        "",
        "much",
        "5",
        "mg",
        "0 mg",
        "-2 mg",
        "2.5.1 mg",
        "1000001 IU",
        "2 mg 3",
        "1e3 mg",
        "\u0661 mg",
        "inf mg",
        "2 %",
    ],
)
def test_nothing_else_is_a_dose(text):
    with pytest.raises(InvalidEntry, match="not_a_dose") as refused:
        dose_of(text)
    assert refused.value.facts == {"text": text}
