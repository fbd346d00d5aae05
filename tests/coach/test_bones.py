"""What is suggested to ask, and what never is."""

from datetime import date

import pytest

from bonecoach.coach.bones import ask_your_team
from bonecoach.core.bone_change import series_of
from bonecoach.core.days import EARLIEST
from bonecoach.core.injections import NextInjection
from bonecoach.core.measurements import Scan, Side, Site
from bonecoach.core.profile import Fact, Profile
from bonecoach.words import Words

TODAY = date(2026, 11, 21)
SPINE, HIP = Site.LUMBAR_SPINE, Site.TOTAL_HIP


def scan(day, bmd=None, t=None, z=None, site=SPINE, **more):
    return Scan(date=date.fromisoformat(day), site=site, bmd=bmd, t_score=t, z_score=z, **more)


def asked(*scans, profile=Profile(), facts=(), injections=()):  # noqa: B008  # a value that never changes
    return [advice.code for advice in ask_your_team(series_of(scans), profile, facts, injections, TODAY)]


@pytest.mark.parametrize(("t", "codes"), [(-2.1, ["ask_t_score"]), (-2.0, []), (-3.0, ["ask_t_score"])])
def test_a_t_score_below_minus_two(t, codes):
    assert asked(scan("2026-03-01", t=t)) == codes


def test_only_the_newest_scan_of_each_site_counts_and_of_these_the_lowest():
    older, newer = scan("2024-12-01", t=-2.6), scan("2026-03-01", t=-1.9)
    assert asked(older, newer) == []
    hip = scan("2026-03-01", t=-2.4, site=HIP, side=Side.LEFT)
    (advice,) = ask_your_team(series_of([newer, hip]), Profile(), (), (), TODAY)
    assert (advice.facts["score"], advice.facts["site"]) == (-2.4, HIP)


def test_under_fifty_the_z_score_counts():
    young = Profile(birth_date=date(1985, 1, 1), postmenopausal=False)
    assert asked(scan("2026-03-01", t=-2.6, z=-2.1), profile=young) == ["ask_z_score"]
    assert asked(scan("2026-03-01", t=-2.6, z=-2.0), profile=young) == []
    assert asked(scan("2026-03-01", z=-2.6)) == []  # she is not under fifty


def test_a_loss_beyond_the_centres_own_figure_and_never_beyond_a_default():
    old = scan("2025-03-01", 1.0, scanner="A")
    assert asked(old, scan("2026-03-01", 0.96, scanner="A", lsc_percent=3.0)) == ["ask_loss"]
    assert asked(old, scan("2026-03-01", 0.98, scanner="A", lsc_percent=3.0)) == []
    assert asked(scan("2023-03-01", 1.0), scan("2026-03-01", 0.94)) == []  # 6 % in 3 years, by the default only


def test_small_steps_that_add_up_beyond_the_centres_own_figure():
    falling = [("2021-05-05", 1.0), ("2022-05-05", 0.975), ("2023-05-05", 0.95), ("2025-05-05", 0.925)]
    own = [scan(day, bmd, scanner="A", lsc_percent=3.0) for day, bmd in falling]
    (advice,) = ask_your_team(series_of(own), Profile(aromatase_inhibitor="none"), (), (), TODAY)
    assert advice.code == "ask_loss"
    assert advice.facts["losses"] == ((SPINE, pytest.approx(7.5), date(2021, 5, 5)),)
    assert asked(*own[:2]) == ["ask_scan"]  # 2.5 %
    none = Profile(aromatase_inhibitor="none")
    assert asked(*(scan(day, bmd, scanner="A") for day, bmd in falling), profile=none) == []  # by the default only
    rising = [scan(day, 2 - bmd, scanner="A", lsc_percent=3.0) for day, bmd in falling]
    assert asked(*rising, profile=none) == []


def test_every_site_that_lost_is_named_the_largest_first():
    def of(site, old, new, lsc):
        return [
            scan(day, bmd, site=site, scanner="A", lsc_percent=lsc)
            for day, bmd in (("2024-03-01", old), ("2026-03-01", new))
        ]

    # The spine lost 4.0 % (3 can be told apart), its neck 5.5 % (4), the hip 2.0 % (3).
    scans = [*of(SPINE, 1.0, 0.96, 3.0), *of(HIP, 1.0, 0.98, 3.0), *of(Site.FEMORAL_NECK, 0.8, 0.756, 4.0)]
    (advice,) = ask_your_team(series_of(scans), Profile(), (), (), TODAY)
    assert [(loss.site, round(loss.percent, 1)) for loss in advice.facts["losses"]] == [
        (Site.FEMORAL_NECK, 5.5),
        (SPINE, 4.0),
    ]
    assert Words("en_GB").question(advice) == (
        "My femoral neck lost 5.5 % since 1 Mar 2024 and my lumbar spine lost 4.0 % since 1 Mar 2024. "
        "What does it mean, and what can be done?"
    )
    assert (
        Words("en_GB")
        .advice(advice)
        .startswith(
            "The density of the femoral neck is 5.5 % lower than on 1 Mar 2024 and the lumbar spine is 4.0 % lower"
        )
    )


def test_five_percent_a_year_whatever_the_scanner_tells_apart():
    assert asked(scan("2025-03-01", 1.0), scan("2026-03-01", 0.949)) == ["ask_loss"]
    assert asked(scan("2025-03-01", 1.0, scanner="A"), scan("2026-03-01", 0.9, scanner="B")) == []


def test_her_own_fracture():
    assert asked(profile=Profile(fragility_fracture=True)) == ["ask_fracture"]
    assert asked(profile=Profile(vertebral_fracture=True)) == ["ask_fracture"]
    assert asked(profile=Profile(fragility_fracture=False)) == []


def test_two_years_after_the_last_scan_on_an_inhibitor():
    assert asked(scan("2024-11-21", t=-1.0)) == ["ask_scan"]
    assert asked(scan("2024-11-22", t=-1.0)) == []
    assert asked(scan("2024-11-21", t=-1.0), profile=Profile(aromatase_inhibitor="none")) == []
    assert asked() == []


def test_four_centimetres_of_height_and_that_only_to_be_checked():
    def height(cm, since):
        return Fact("height_cm", cm, since)

    lost = [height(166.0, EARLIEST), height(164.0, date(2025, 1, 1)), height(162.0, date(2026, 1, 1))]
    (advice,) = ask_your_team((), Profile(), lost, (), TODAY)
    assert (advice.code, advice.facts["cm"], advice.status) == ("ask_height", 4.0, "unconfirmed")
    assert asked(facts=lost[:2]) == []
    assert asked(facts=[height(None, EARLIEST)]) == []


def test_a_late_injection_comes_first():
    late = NextInjection(date(2026, 9, 1), None, date(2026, 9, 29), "overdue", True, True)
    due = late._replace(call_clinic=False)
    injections = [("Denosumab 60 mg", late), ("Zoledronic acid", due)]
    assert asked(profile=Profile(fragility_fracture=True), injections=injections) == ["ask_injection", "ask_fracture"]
