"""Scans and tests refuse what no report prints."""

from datetime import date

import pytest

from bonecoach.core.bone_bands import band_of, t_score_applies, z_band_of
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import LabTest, Scan, Side, Site, known_test, unit_named
from bonecoach.core.profile import Profile

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("nothing_measured", {}),
        ("side_of_spine", {"bmd": 1.0, "side": Side.LEFT}),
        ("bmd_in_mg", {"bmd": 912.0}),
        ("impossible_bmd", {"bmd": 5.0}),
        ("impossible_bmd", {"bmd": -0.9}),
        ("impossible_bmd", {"bmd": float("nan")}),
        ("score_slipped", {"t_score": -25.0}),
        ("score_slipped", {"z_score": 18.0}),
        ("impossible_t_or_z", {"t_score": -250.0}),
        ("impossible_t_or_z", {"z_score": float("nan")}),
        ("two_least_changes", {"bmd": 1.0, "lsc": 0.03, "lsc_percent": 3.0}),
        ("impossible_least_change", {"bmd": 1.0, "lsc_percent": 0.0}),
        ("impossible_least_change", {"bmd": 1.0, "lsc_percent": 31.0}),
        ("impossible_least_change", {"bmd": 1.0, "lsc": 3.1}),
        ("too_long", {"bmd": 1.0, "scanner": "x" * 201}),
        ("too_long", {"bmd": 1.0, "note": "x" * 2001}),
    ],
)
def test_a_scan_that_cannot_be_is_refused(code, facts):
    with pytest.raises(InvalidEntry) as refused:
        Scan(date=DAY, site=Site.LUMBAR_SPINE, **facts)
    assert refused.value.code == code


def test_the_likely_meaning_is_offered():
    with pytest.raises(InvalidEntry) as refused:
        Scan(date=DAY, site=Site.TOTAL_HIP, bmd=912.0)
    assert refused.value.facts["likely"] == 0.912
    with pytest.raises(InvalidEntry) as refused:
        Scan(date=DAY, site=Site.TOTAL_HIP, t_score=-25.0)
    assert refused.value.facts["likely"] == -2.5


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("no_name", {"name": " "}),
        ("no_unit", {"unit": ""}),
        ("other_unit", {"unit": "mg/L"}),
        ("impossible_result", {"value": -1.0}),
        ("impossible_result", {"value": float("nan")}),
        ("impossible_result", {"range_low": 1e9}),
        ("range_reversed", {"range_low": 125.0, "range_high": 50.0}),
        ("too_long", {"lab": "x" * 201}),
        ("too_long", {"note": "x" * 2001}),
    ],
)
def test_a_result_that_cannot_be_is_refused(code, facts):
    with pytest.raises(InvalidEntry) as refused:
        LabTest(**{"date": DAY, "name": "25ohd", "value": 71.0, "unit": "nmol/L", **facts})
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "value", "unit", "shown"),
    [
        ("25ohd", 20.0, "ng/mL", (49.92, "nmol/L")),  # 20 × 2.496
        ("25ohd", 71.0, "nmol/L", (71.0, "nmol/L")),
        ("ctx", 450.0, "pg/mL", (0.45, "ng/mL")),
        ("ctx", 450.0, "ng/L", (0.45, "ng/mL")),
        ("calcium", 9.4, "mg/dL", (9.4, "mg/dL")),
        ("PTH", 5.0, "pmol/L", (5.0, "pmol/L")),
    ],
)
def test_results_of_two_laboratories_stand_in_one_unit(name, value, unit, shown):
    found, of = LabTest(date=DAY, name=name, value=value, unit=unit).comparable
    assert (pytest.approx(found), of) == shown


@pytest.mark.parametrize(
    ("value", "low", "high", "place"),
    [
        (50, 50, 125, "within"),
        (125, 50, 125, "within"),
        (49.9, 50, 125, "below"),
        (126, 50, 125, "above"),
        (10, None, 125, "within"),
        (10, 50, None, "below"),
        (60, 50, None, "within"),
        (10, None, None, None),
    ],
)
def test_a_result_lies_to_the_laboratorys_own_range(value, low, high, place):
    assert LabTest(date=DAY, name="x", value=value, unit="u", range_low=low, range_high=high).against_range == place


def test_names_and_units_are_taken_as_people_write_them():
    assert [known_test(text) for text in ("25-OH Vitamin D", "β-CTX", "CTX", "P1NP", "Bone ALP", "PTH ")] == [
        "25ohd",
        "β-CTX",
        "ctx",
        "p1np",
        "bone_alp",
        "PTH",
    ]
    assert [unit_named(text) for text in ("nmol/l", "NG/ML", "µg/L", "mcg/l", "μg/l", "IU/L", "furlong")] == [
        "nmol/L",
        "ng/mL",
        "ug/L",
        "ug/L",
        "ug/L",
        "U/L",
        "furlong",
    ]


@pytest.mark.parametrize(
    ("profile", "applies"),
    [
        (Profile(), True),  # unsaid age is the band from 51
        (Profile(birth_date=date(1980, 1, 1)), False),
        (Profile(birth_date=date(1980, 1, 1), postmenopausal=True), True),
        (Profile(postmenopausal=False), False),
        (Profile(sex="male", birth_date=date(1976, 3, 4)), True),  # 50 on the day
        (Profile(sex="male", birth_date=date(1976, 3, 5), postmenopausal=True), False),
    ],
)
def test_t_scores_hold_after_the_menopause_and_for_men_from_fifty(profile, applies):
    assert t_score_applies(profile, DAY) is applies
    scan = Scan(date=DAY, site=Site.TOTAL_HIP, t_score=-2.5, z_score=-2.0)
    assert band_of(scan, profile) == ("osteoporosis_range" if applies else None)
    assert z_band_of(scan, profile) == (None if applies else "below_expected")


@pytest.mark.parametrize(
    ("score", "band", "z_band"),
    [
        (-1.0, "normal", "within_expected"),
        (-1.1, "low_bone_mass", "within_expected"),
        (-2.4, "low_bone_mass", "below_expected"),
        (-2.5, "osteoporosis_range", "below_expected"),
        (None, None, None),
    ],
)
def test_the_bands_have_their_borders_where_the_field_has_them(score, band, z_band):
    scan = Scan(date=DAY, site=Site.TOTAL_HIP, bmd=0.8, t_score=score, z_score=score)
    assert (band_of(scan, Profile()), z_band_of(scan, Profile(postmenopausal=False))) == (band, z_band)
