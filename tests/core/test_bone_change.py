"""Whether a density changed, by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.bone_change import Change, change_of, series_of
from bonecoach.core.measurements import Scan, Side, Site

SPINE = Site.LUMBAR_SPINE


def scan(day, bmd, site=SPINE, **more):
    return Scan(date=date.fromisoformat(day), site=site, **({"bmd": bmd} if bmd else {"t_score": -1.0}), **more)


def test_a_loss_beyond_the_centres_own_figure_is_a_loss():
    old, new = scan("2024-03-04", 0.912, scanner="A"), scan("2026-03-04", 0.850, scanner="A", lsc=0.028)
    found = change_of(new, [old])
    # (0.850 - 0.912) / 0.912 = -6.798 %; 2 years of 365 days are 730 / 365.25 = 1.9986; 0.028 / 0.912 = 3.07 %.
    assert found.percent == pytest.approx(-6.798, abs=0.001)
    assert found.percent_per_year == pytest.approx(-6.798 / 1.9986, abs=0.001)
    assert found.lsc_percent == pytest.approx(3.070, abs=0.001)
    assert (found.meaning, found.lsc_default, found.scanner_unknown) == ("loss", False, False)


@pytest.mark.parametrize(
    ("site", "new", "meaning"),
    [
        (Site.LUMBAR_SPINE, 1.0531, "gain"),  # 5.31 % against 5.3
        (Site.LUMBAR_SPINE, 1.0529, "no_measurable_change"),
        (Site.TOTAL_HIP, 0.95, "loss"),  # just 5.0 %
        (Site.TOTAL_HIP, 0.951, "no_measurable_change"),
        (Site.FEMORAL_NECK, 0.9311, "no_measurable_change"),  # 6.89 % against 6.9
        (Site.FEMORAL_NECK, 0.9309, "loss"),
        (Site.FOREARM, 0.5, None),  # no default for it
    ],
)
def test_without_the_centres_figure_the_worst_case_stands(site, new, meaning):
    found = change_of(scan("2026-03-04", new, site, scanner="A"), [scan("2025-03-04", 1.0, site, scanner="A")])
    assert (found.meaning, found.lsc_default) == (meaning, meaning is not None)


def test_the_older_reports_figure_holds_where_the_newer_has_none():
    found = change_of(scan("2026-03-04", 0.96), [scan("2025-03-04", 1.0, lsc_percent=3.0)])
    assert (found.lsc_percent, found.meaning, found.scanner_unknown) == (3.0, "loss", True)


def test_another_scanner_cannot_be_compared_and_the_last_alike_is():
    a, b = scan("2022-03-04", 1.0, scanner="A"), scan("2024-03-04", 0.9, scanner="B")
    assert change_of(b, [a]) == Change(since=a.date, meaning="not_comparable")
    found = change_of(scan("2026-03-04", 0.9, scanner="a"), [a, b])
    assert (found.since, found.percent) == (a.date, pytest.approx(-10.0))


def test_under_half_a_year_no_yearly_change_is_made_of_it():
    assert change_of(scan("2025-09-01", 0.9), [scan("2025-03-04", 1.0)]).percent_per_year is None  # 181 days
    assert change_of(scan("2025-09-04", 0.9), [scan("2025-03-04", 1.0)]).percent_per_year is not None  # 184 days


def test_the_first_comparable_one_is_remembered():
    a, b = scan("2020-01-01", 1.0), scan("2022-01-01", 0.95)
    change = change_of(scan("2024-01-01", 0.9), [a, b])
    assert (change.from_first.percent, change.from_first.since) == (pytest.approx(-10.0), a.date)
    assert change.from_first.scanner_unknown


def creeping(*densities, **more):
    """A scan each March from 2021 on, on one scanner."""
    return [scan(f"{2021 + n}-03-04", bmd, **{"scanner": "A", **more}) for n, bmd in enumerate(densities)]


def crept(scans):
    """Percent and meaning of what small steps came to, for each scan; None where there is nothing to say."""
    (series,) = series_of(scans)
    found = [result.change.crept for result in series.results]
    return [None if each is None else (round(each.percent, 1), each.meaning) for each in found]


def test_small_steps_add_up_to_a_loss_though_none_of_them_is_one():
    falling = creeping(1.0, 0.975, 0.95, 0.925, 0.9, lsc_percent=3.0)
    # Each step is -2.5 to -2.7 %; since the first -2.5, -5.0, -7.5, -10.0 %.
    assert crept(falling) == [None, None, (-5.0, "loss"), (-7.5, "loss"), (-10.0, "loss")]
    assert crept(creeping(1.0, 1.02, 1.04, lsc_percent=3.0)) == [None, None, (4.0, "gain")]
    assert crept(creeping(1.0, 0.975, 0.97, lsc_percent=3.0)) == [None, None, (-3.0, "loss")]  # just reaches it
    assert crept(creeping(1.0, 0.975, 0.971, lsc_percent=3.0)) == [None, None, None]
    # A step that is real says it itself, and a way down and up again came to nothing.
    assert crept(creeping(1.0, 0.975, 0.94, lsc_percent=3.0)) == [None, None, None]
    assert crept(creeping(1.0, 0.975, 0.995, lsc_percent=3.0)) == [None, None, None]
    # After a real loss a step that is none does not hide it; after a real gain back nothing is said of it.
    assert crept(creeping(1.0, 0.9, 0.905, lsc_percent=3.0)) == [None, None, (-9.5, "loss")]
    assert crept(creeping(1.0, 0.9, 0.95, lsc_percent=3.0)) == [None, None, None]


def test_what_steps_came_to_is_held_against_the_centres_figure_in_percent_of_the_first_density():
    # 0.028 of 1.000 is 2.8 %. The steps are -2.0 and -0.8 %.
    (series,) = series_of(creeping(1.0, 0.98, 0.9722, lsc=0.028))
    whole = series.results[-1].change.from_first
    assert (whole.lsc_percent, whole.meaning) == (pytest.approx(2.8), "no_measurable_change")  # 2.78 %
    (series,) = series_of(creeping(1.0, 0.98, 0.9719, lsc=0.028))
    assert series.results[-1].change.from_first.meaning == "loss"  # 2.81 %


def test_by_default_figures_steps_add_up_too_and_are_marked_so():
    (series,) = series_of(creeping(1.0, 0.97, 0.94))
    change = series.results[-1].change
    assert (change.crept.meaning, change.lsc_default) == ("loss", True)  # -6.0 against 5.3
    assert crept(creeping(0.6, 0.55, 0.5, site=Site.FOREARM)) == [None, None, None]  # nobody can say


def test_the_centres_figure_of_an_older_report_holds_for_the_last_step_and_for_all_of_them():
    first, *later = creeping(1.0, 0.98, 0.965)
    (series,) = series_of([scan("2020-03-04", 1.0, scanner="A", lsc_percent=3.0), first, *later])
    change = series.results[-1].change
    assert (change.lsc_percent, change.lsc_default, change.crept.meaning) == (3.0, False, "loss")


def test_steps_are_added_up_on_one_scanner_only():
    other = scan("2020-03-04", 1.2, scanner="B")
    assert crept([other, *creeping(1.0, 0.98, 0.965, lsc_percent=3.0)]) == [None, None, None, (-3.5, "loss")]
    # A scan whose scanner is not named is taken to be by that of the one before it: never against the other's.
    unnamed = scan("2026-03-04", 0.96, lsc_percent=3.0)
    (series,) = series_of([other, *creeping(1.0, 0.98), unnamed])
    whole = series.results[-1].change.from_first
    assert (whole.since, round(whole.percent, 1), whole.scanner_unknown) == (date(2021, 3, 4), -4.0, True)


def test_scores_are_never_compared():
    assert change_of(scan("2026-03-04", None), [scan("2025-03-04", 1.0)]) == Change()
    assert change_of(scan("2026-03-04", 1.0), [scan("2025-03-04", None)]) == Change()


def test_sides_stand_apart_and_sites_in_their_order():
    left = scan("2025-03-04", 0.8, Site.TOTAL_HIP, side=Side.LEFT)
    right = scan("2026-03-04", 0.7, Site.TOTAL_HIP, side=Side.RIGHT)
    found = series_of([right, left, scan("2026-03-04", 1.0)])
    assert [(s.site, s.side) for s in found] == [
        (SPINE, None),
        (Site.TOTAL_HIP, Side.LEFT),
        (Site.TOTAL_HIP, Side.RIGHT),
    ]
    assert all(result.change == Change() for series in found for result in series.results)


densities = st.floats(0.2, 2.5)


@given(densities, densities, st.integers(1, 4000), st.floats(0.1, 30))
def test_a_change_and_its_way_back_agree(old, new, days, lsc):
    first = date(2015, 1, 1)
    there = Scan(date=date.fromordinal(first.toordinal() + days), site=SPINE, bmd=new, lsc_percent=lsc)
    found = change_of(there, [Scan(date=first, site=SPINE, bmd=old)])
    assert old * (1 + found.percent / 100) == pytest.approx(new)
    assert found.meaning in ("loss", "gain", "no_measurable_change")
    assert (found.meaning == "loss") <= (new < old)
    assert (found.meaning == "gain") <= (new > old)
