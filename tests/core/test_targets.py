"""Which target holds: public rule, therapy, condition, and what her team set."""

from datetime import date

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.targets import NONE_OFFERED, OwnTarget, TargetRule, target_on

CALCIUM, PROTEIN, ZINC = Nutrient.CALCIUM, Nutrient.PROTEIN, Nutrient.ZINC
DAY = date(2026, 11, 23)


def rule(nutrient, low, high=None, *, limit=None, ai=None, sex=None, ages=(0, 150), per_kg=False, limit_source=""):
    return TargetRule(
        nutrient, ai, sex, *ages, low, high, per_kg, limit, "all", "IOM2011", "confirmed", limit_source, limit_source
    )


RULES = (
    rule(CALCIUM, 1000, 1000, limit=2500, ages=(19, 50)),
    rule(CALCIUM, 1200, 1200, limit=2000, ages=(51, 150), sex="female"),
    rule(CALCIUM, 1200, 1200, limit=2000, ages=(51, 150), ai=True, limit_source="ODS"),
    rule(PROTEIN, 1.0, 1.2, per_kg=True),
    rule(ZINC, 8, None, sex="female"),
    rule(ZINC, 11, None, sex="male"),
)


def target(nutrient, profile=Profile(), own=(), day=DAY):  # noqa: B008 - frozen
    return target_on(nutrient, day, profile, RULES, own)


def test_therapy_is_the_more_particular_rule():
    assert target(CALCIUM).limit_source == "ODS"
    assert target(CALCIUM, Profile(aromatase_inhibitor="none")).limit_source == "IOM2011"


def test_the_limit_switches_on_the_fifty_first_birthday():
    profile = Profile(birth_date=date(1975, 11, 24))
    assert target(CALCIUM, profile, day=date(2026, 11, 23)).upper_limit == 2500
    assert target(CALCIUM, profile, day=date(2026, 11, 24)).upper_limit == 2000


def test_protein_needs_a_weight():
    assert target(PROTEIN) == NONE_OFFERED
    # ESCEO2014: 1.0 to 1.2 g a kg; 70 kg are 70 to 84 g.
    heavy = target(PROTEIN, Profile(weight_kg=70))
    assert (heavy.low, heavy.high) == (70, pytest.approx(84))


def test_men_have_their_own_row():
    assert target(ZINC).low == 8
    assert target(ZINC, Profile(sex="male")).low == 11


def test_kidney_disease_withholds_the_goal_and_keeps_the_limit():
    held = target(CALCIUM, Profile(kidney_disease=True))
    assert (held.low, held.high, held.upper_limit, held.withheld) == (None, None, 2000, "kidney_disease")
    assert target(PROTEIN, Profile(weight_kg=70, kidney_disease=True)).low is None
    assert target(CALCIUM, Profile(kidney_stones=True)).withheld == "kidney_stones"
    assert target(PROTEIN, Profile(weight_kg=70, kidney_stones=True)).low == 70


def test_what_the_team_set_wins_from_its_date_and_keeps_the_limit():
    team = OwnTarget(CALCIUM, 800, 1000, date(2026, 11, 1), "my team")
    won = target(CALCIUM, Profile(kidney_disease=True), [team])
    assert (won.low, won.high, won.upper_limit, won.own, won.source) == (800, 1000, 2000, True, "my team")
    assert target(CALCIUM, own=[team], day=date(2026, 10, 31)).low == 1200
    assert target(ZINC, own=[team]).low == 8


def test_a_cleared_target_gives_way_to_the_public_one():
    team = OwnTarget(CALCIUM, 800, None, date(2026, 11, 1))
    cleared = OwnTarget(CALCIUM, None, None, date(2026, 11, 10))
    assert target(CALCIUM, own=[team, cleared]).low == 1200
    assert target(CALCIUM, own=[team, cleared], day=date(2026, 11, 9)).low == 800
    assert target(CALCIUM, own=[team]).source == "own"


@pytest.mark.parametrize(("low", "high"), [(0, None), (-5, 10), (float("nan"), None), (900, 800), (None, 10**7)])
def test_an_impossible_target_is_refused(low, high):
    with pytest.raises(InvalidEntry, match="impossible_target"):
        OwnTarget(CALCIUM, low, high, DAY)
