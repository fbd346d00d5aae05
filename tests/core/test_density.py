"""A density as it stands on a report, with or without its unit."""

import pytest

from bonecoach.core.density import density_said
from bonecoach.core.errors import InvalidEntry


@pytest.mark.parametrize(
    ("text", "density"),
    [
        ("0.912", 0.912),
        (" 0,912 ", 0.912),
        ("0.912 g/cm²", 0.912),
        ("0.912g/cm2", 0.912),
        ("0.912 G/CM^2", 0.912),
        ("0,912 g / cm2", 0.912),
        ("0.912 g", 0.912),
        ("912", 912.0),  # a scan asks about it
    ],
)
def test_a_density_is_read_with_its_unit(text, density):
    assert density_said(text) == density


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("912 mg", "bmd_in_mg"),
        ("912 mg/cm²", "bmd_in_mg"),
        ("912,0mg/cm2", "bmd_in_mg"),
        ("0.912 mg/cm2", "impossible_bmd"),
        ("91200 mg/cm2", "impossible_bmd"),
        ("", "not_a_figure"),
        ("mg", "not_a_figure"),
        ("0.912 kg", "not_a_figure"),
        ("0.912 g/cm3", "not_a_figure"),
        ("0.9 1.0 g", "not_a_figure"),
        ("fine", "not_a_figure"),
        ("nan g", "not_a_figure"),
    ],
)
def test_what_is_none_is_asked_about_or_refused(text, code):
    with pytest.raises(InvalidEntry) as error:
        density_said(text)
    assert error.value.code == code


def test_milligrams_are_never_turned_into_grams_unasked():
    with pytest.raises(InvalidEntry) as error:
        density_said("912 mg/cm²")
    assert error.value.facts == {"bmd": 912.0, "likely": 0.912}
