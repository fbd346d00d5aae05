"""What others found, beside her own scans. Her therapy began on 1 March 2019."""

from datetime import date

import pytest

from bonecoach.core.bone_change import series_of
from bonecoach.core.measurements import Scan, Side, Site
from bonecoach.core.others_found import Published, others_found
from bonecoach.core.therapy import TherapyChange

BEGAN, TODAY = date(2019, 3, 1), date(2026, 11, 23)
BEGIN = TherapyChange("began", "letrozole", BEGAN, BEGAN)


def figure(years, percent, site=Site.LUMBAR_SPINE, phase="on_therapy", study="ATAC"):
    return Published(f"{study}_{years}", study, phase, "", site, years, percent, None, "", study, "confirmed")


ATAC = (figure(5, -6.0), figure(2, -4.0))


def scan(day, bmd=1.0, site=Site.LUMBAR_SPINE, **more):
    return Scan(date=day, site=site, bmd=bmd, **({"t_score": -1.0} if bmd is None else {}), **more)


def bands(scans, published=ATAC, changes=(BEGIN,), today=TODAY):
    return others_found(published, series_of(scans), changes, today).bands


def test_a_studys_percents_are_laid_on_her_own_density_of_the_time():
    (band,) = bands([scan(date(2019, 2, 1)), scan(date(2021, 2, 1), 0.9)])
    assert [(day, round(bmd, 3)) for day, bmd in band.line] == [
        (BEGAN, 1.0),
        (date(2021, 3, 1), 0.96),
        (date(2024, 3, 1), 0.94),
    ]
    assert [one.years for _day, _bmd, one in band.figures] == [2, 5]


def test_the_line_ends_today_and_is_no_forecast():
    (band,) = bands([scan(date(2019, 2, 1))], today=date(2020, 3, 1))
    # 366 of 731 days of the way from 1.0 to 0.96
    assert [(day, round(bmd, 4)) for day, bmd in band.line] == [(BEGAN, 1.0), (date(2020, 3, 1), 0.98)]
    assert band.figures == ()
    assert bands([scan(BEGAN)], today=BEGAN) == ()


def test_the_line_of_the_therapy_ends_with_it_and_that_of_stopping_begins():
    stopped = TherapyChange("stopped", "", date(2021, 3, 1), date(2021, 3, 1))
    found = bands(
        [scan(date(2019, 2, 1)), scan(date(2021, 1, 5), 0.8)],
        (*ATAC, figure(1, 2.5, phase="after_stopping"), figure(5, -1.3, phase="without_stopping")),
        (BEGIN, stopped),
    )
    off, on = sorted(found, key=lambda band: band.phase)
    assert (on.phase, on.line[-1][0]) == ("on_therapy", date(2021, 3, 1))
    assert (off.phase, [round(bmd, 3) for _day, bmd in off.line]) == ("after_stopping", [0.8, 0.82])


@pytest.mark.parametrize(
    ("day", "is_near"),
    [
        (date(2018, 3, 1), True),
        (date(2018, 2, 28), False),
        (date(2019, 8, 31), True),
        (date(2019, 9, 1), False),
    ],
)
def test_her_scan_may_lie_a_year_before_or_half_a_year_after(day, is_near):
    assert bool(bands([scan(day)])) is is_near


def test_nothing_is_drawn_without_a_day_a_density_or_a_figure_of_the_site():
    assert bands([scan(BEGAN)], changes=()) == ()
    assert bands([scan(BEGAN)], changes=(BEGIN._replace(day=None),)) == ()
    assert bands([scan(BEGAN, None)]) == ()
    assert bands([scan(BEGAN, site=Site.FOREARM)]) == ()


def test_each_side_has_its_own_and_the_nearest_scan_counts():
    hips = (figure(2, -4.0, Site.TOTAL_HIP),)
    scans = [scan(BEGAN, 0.8, Site.TOTAL_HIP, side=side) for side in Side]
    assert [band.side for band in bands(scans, hips)] == list(Side)
    (band,) = bands([scan(date(2018, 6, 1), 0.7), scan(date(2019, 4, 1), 0.9), scan(date(2019, 8, 1), 0.8)])
    assert band.line[0] == (BEGAN, 0.9)
