"""Slips in scans and tests that nobody should have to find later."""

from datetime import date

import pytest

from bonecoach.core.bone_doubts import ask_about_swapped_sites, ask_about_unit, refuse_slipped_least_change
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import LabTest, Scan, Side, Site

SPINE, HIP, NECK = Site.LUMBAR_SPINE, Site.TOTAL_HIP, Site.FEMORAL_NECK


def scan(site, bmd, day="2026-03-09", **more):
    return Scan(date=date.fromisoformat(day), site=site, bmd=bmd, **({"t_score": -1.0} if bmd is None else {}), **more)


BEFORE = [
    scan(SPINE, 0.98, "2024-03-04"),
    scan(HIP, 0.80, "2024-03-04", side=Side.LEFT),
    scan(NECK, 0.70, "2024-03-04"),
]


def asked(new, before=BEFORE):
    """The site that is asked about, or the code of what is asked; None where nothing is."""
    try:
        ask_about_swapped_sites(new, before)
    except InvalidEntry as error:
        return error.facts["other"] if error.code == "sites_swapped" else error.code
    return None


@pytest.mark.parametrize(
    ("new", "other"),
    [
        (scan(SPINE, 0.79), HIP),  # 19 % below its own, 1 % below the hip's
        (scan(SPINE, 0.71), NECK),  # nearer to the neck's 0.70 than to the hip's 0.80
        (scan(HIP, 0.97, side=Side.LEFT), SPINE),
        (scan(NECK, 0.82), HIP),  # 17 % above its own, 2.5 % above the hip's
        (scan(SPINE, 0.90), None),  # 8 % below its own
        (scan(SPINE, 0.66), NECK),  # the neck lost 5.7 % since, and so 33 % is not what the spine lost
        (scan(SPINE, 0.58), "density_far"),  # far from its own, and from every other
        (scan(SPINE, 1.20), "density_far"),
        (scan(SPINE, 0.83), HIP),  # 15.3 % below its own, 3.8 % above the hip's
        (scan(NECK, 0.50), "density_far"),
        (scan(HIP, 0.74, side=Side.LEFT), None),  # 7.5 % below its own, whatever it is near to
        (scan(HIP, 0.97, side=Side.RIGHT), None),  # the first of its side
        (scan(Site.FOREARM, 0.80), None),
        (scan(SPINE, None), None),
        (scan(SPINE, 0.79, "2024-03-04"), None),  # no scan lies before that day
    ],
)
def test_a_density_that_fits_another_site_is_asked_about(new, other):
    assert asked(new) is other


def test_only_the_last_scan_of_a_site_before_that_day_counts():
    before = [*BEFORE, scan(SPINE, 0.80, "2025-03-04"), scan(SPINE, 0.50, "2026-06-01")]
    assert asked(scan(SPINE, 0.79), before) is None
    before = [scan(SPINE, None, "2025-03-04"), *BEFORE]
    assert asked(scan(SPINE, 0.79), before) is HIP


def test_both_sides_of_one_site_are_no_swap_of_sites():
    before = [scan(HIP, 0.60, "2024-03-04", side=Side.LEFT), scan(HIP, 0.80, "2024-03-04", side=Side.RIGHT)]
    assert asked(scan(HIP, 0.80, side=Side.LEFT), before) == "density_far"


@pytest.mark.parametrize(
    ("percent", "refused"), [(0.028, True), (0.49, True), (0.5, False), (3.1, False), (None, False)]
)
def test_a_least_change_in_the_wrong_unit_is_refused(percent, refused):
    new = scan(SPINE, 0.9, lsc_percent=percent)
    if not refused:
        assert refuse_slipped_least_change(new) is None
        return
    with pytest.raises(InvalidEntry) as error:
        refuse_slipped_least_change(new)
    assert (error.value.code, error.value.facts["amount"]) == ("least_change_slipped", percent)


@pytest.mark.parametrize(
    ("name", "value", "unit", "likely"),
    [
        ("calcium", 2.38, "mg/dL", "mmol/L"),
        ("calcium", 3.99, "mg/dL", "mmol/L"),
        ("calcium", 4.0, "mg/dL", None),
        ("calcium", 9.5, "mg/dL", None),
        ("calcium", 9.5, "mmol/L", "mg/dL"),
        ("calcium", 4.0, "mmol/L", "mg/dL"),
        ("calcium", 2.38, "mmol/L", None),
        ("ctx", 0.35, "ng/mL", None),  # 350 pg/mL, the same
        ("ctx", 350, "ng/mL", "pg/mL"),
        ("ctx", 0.35, "pg/mL", "ng/mL"),
        ("ctx", 0.35, "ng/L", "ng/mL"),
        ("ctx", 350, "pg/mL", None),
        ("ntx", 350, "nmol/mmol", None),
        ("PTH", 2.38, "mg/dL", None),
    ],
)
def test_a_result_that_reads_like_one_in_another_unit_is_asked_about(name, value, unit, likely):
    test = LabTest(date=date(2026, 3, 9), name=name, value=value, unit=unit)
    if likely is None:
        ask_about_unit(test)
        return
    with pytest.raises(InvalidEntry) as error:
        ask_about_unit(test)
    assert (error.value.code, error.value.facts["likely"]) == ("unit_slipped", likely)


@pytest.mark.parametrize(
    ("value", "unit", "asked"),
    # 10 × 125 nmol/L, and 10 × 50 ng/mL (evidence 1.6)
    [
        (7100, "nmol/L", True),
        (1250, "nmol/L", True),
        (1249, "nmol/L", False),
        (500, "ng/mL", True),
        (71, "ng/mL", False),
    ],
)
def test_a_vitamin_d_that_lost_its_point_is_asked_about(value, unit, asked):
    test = LabTest(date=date(2026, 3, 9), name="25ohd", value=value, unit=unit)
    if not asked:
        ask_about_unit(test)
        return
    with pytest.raises(InvalidEntry, match="point_lost"):
        ask_about_unit(test)


def test_of_two_scanners_that_differ_only_another_site_is_asked_about():
    before = [scan(SPINE, 1.10, "2024-03-04", scanner="Hologic A"), scan(HIP, 0.80, "2024-03-04", scanner="Hologic A")]
    assert asked(scan(SPINE, 1.30, scanner="Lunar B"), before) is None
    assert asked(scan(SPINE, 1.30), before) == "density_far"
    assert asked(scan(SPINE, 0.79, scanner="Lunar B"), before) is HIP


def test_swapped_figures_are_asked_about_when_the_first_of_them_is_entered():
    before = [scan(SPINE, 0.912, "2024-03-04"), scan(NECK, 0.703, "2024-03-04")]
    assert asked(scan(SPINE, 0.664), before) is NECK  # 27.2 % below its own, 5.5 % below the neck's
