"""Public targets and limits as they ship, against the evidence (1.1 to 1.3)."""

from datetime import date
from itertools import product

import pytest

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.targets import target_on
from bonecoach.reference.sources import sources
from bonecoach.reference.targets import conditions, target_rules

CALCIUM, VITAMIN_D, PROTEIN = Nutrient.CALCIUM, Nutrient.VITAMIN_D, Nutrient.PROTEIN
DAY = date(2026, 11, 23)


def person(age, sex="female", inhibitor="none", **facts):
    return Profile(birth_date=date(DAY.year - age, 1, 1), sex=sex, aromatase_inhibitor=inhibitor, **facts)


def target(nutrient, profile):
    return target_on(nutrient, DAY, profile, target_rules(), ())


@pytest.mark.parametrize(
    ("nutrient", "by_age"),
    [
        # Evidence 1.1; ages 19, 30, 31, 50, 51, 70, 71, 90: women, then men.
        (CALCIUM, [(1000, 1000, 1000, 1000, 1200, 1200, 1200, 1200), (1000, 1000, 1000, 1000, 1000, 1000, 1200, 1200)]),
        (VITAMIN_D, [(15, 15, 15, 15, 15, 15, 20, 20)] * 2),
        (Nutrient.MAGNESIUM, [(310, 310, 320, 320, 320, 320, 320, 320), (400, 400, 420, 420, 420, 420, 420, 420)]),
        (Nutrient.ZINC, [(8,) * 8, (11,) * 8]),
        (Nutrient.FIBRE, [(25, 25, 25, 25, 21, 21, 21, 21), (38, 38, 38, 38, 30, 30, 30, 30)]),
        (Nutrient.SODIUM, [(None,) * 8] * 2),
        (Nutrient.VITAMIN_K2, [(None,) * 8] * 2),
        (Nutrient.VITAMIN_K1, [(None,) * 8] * 2),
        (PROTEIN, [(None,) * 8] * 2),  # the weight is not known
    ],
)
def test_goals_by_age_and_sex(nutrient, by_age):
    for sex, goals in zip(("female", "male"), by_age, strict=True):
        found = [target(nutrient, person(age, sex)).low for age in (19, 30, 31, 50, 51, 70, 71, 90)]
        assert found == list(goals)


@pytest.mark.parametrize(
    ("nutrient", "limit", "applies_to"),
    [
        (VITAMIN_D, 100, "all"),
        (Nutrient.MAGNESIUM, 350, "supplement"),
        (Nutrient.ZINC, 40, "all"),
        (Nutrient.FIBRE, None, "all"),
        (Nutrient.VITAMIN_K2, None, "all"),
        (Nutrient.SODIUM, None, "all"),
    ],
)
def test_upper_limits(nutrient, limit, applies_to):
    for age, sex, inhibitor in product((19, 51, 71), ("female", "male"), ("none", "letrozole")):
        found = target(nutrient, person(age, sex, inhibitor))
        assert (found.upper_limit, found.limit_applies_to) == (limit, applies_to)


def test_the_calcium_limit_switches_at_51_with_and_without_therapy():
    for sex, inhibitor in product(("female", "male"), ("none", "anastrozole")):
        assert target(CALCIUM, person(50, sex, inhibitor)).upper_limit == 2500
        assert target(CALCIUM, person(51, sex, inhibitor)).upper_limit == 2000


def test_on_an_aromatase_inhibitor():
    # Evidence 1.3: calcium 1200 mg, vitamin D 20 to 25 µg (800 to 1000 IU), for everyone on one.
    for age, sex in product((30, 51, 80), ("female", "male")):
        calcium, vitamin_d = (target(each, person(age, sex, "letrozole")) for each in (CALCIUM, VITAMIN_D))
        assert (calcium.low, calcium.high) == (1200, 1200)
        assert (vitamin_d.low, vitamin_d.high) == (20, 25)
        assert calcium.source == vitamin_d.source == "HADJI2017 ASCO2019"
        assert calcium.limit_source == "IOM2011"


def test_protein_goes_by_weight():
    # Evidence 1.2: 1.0 to 1.2 g a kg; 60 kg are 60 to 72 g.
    found = target(PROTEIN, person(60, weight_kg=60))
    assert (found.low, found.high, found.upper_limit) == (60, pytest.approx(72), None)
    assert (found.source, found.status) == ("ESCEO2014", "confirmed")


def test_sodium_has_a_ceiling_and_no_floor():
    # Evidence 1.1: below 2300 mg.
    found = target(Nutrient.SODIUM, person(60))
    assert (found.low, found.high) == (None, 2300)


def test_below_19_the_first_band_holds():
    assert target(CALCIUM, person(17)).low == 1000
    assert target(Nutrient.MAGNESIUM, person(17, "male")).low == 400


def test_everyone_has_exactly_one_rule_of_a_kind():
    for nutrient, age, sex, inhibitor in product(
        (CALCIUM, VITAMIN_D, Nutrient.MAGNESIUM, Nutrient.ZINC, Nutrient.FIBRE, Nutrient.SODIUM),
        (0, 18, 19, 30, 31, 50, 51, 70, 71, 110),
        ("female", "male"),
        (None, True),
    ):
        fitting = [
            rule
            for rule in target_rules()
            if rule.nutrient is nutrient
            and rule.on_inhibitor is inhibitor
            and rule.sex in (None, sex)
            and rule.age_from <= age <= rule.age_to
        ]
        assert len(fitting) == (inhibitor is None or nutrient in (CALCIUM, VITAMIN_D)), (nutrient, age, sex)


def test_every_rule_can_be_cited():
    for rule in target_rules():
        assert sources(rule.source)
        assert sources(rule.limit_source) or not rule.limit_source


def test_conditions_withhold_what_the_evidence_says():
    # Evidence 1.2: no protein goal with kidney disease; 2: no automatic calcium goal with kidney disease or stones.
    facts = {(each.condition, each.nutrient) for each in conditions() if each.effect == "no_target"}
    assert facts == {("kidney_disease", CALCIUM), ("kidney_disease", PROTEIN), ("kidney_stones", CALCIUM)}
    for condition, nutrient in facts:
        found = target(nutrient, person(60, weight_kg=60, **{condition: True}))
        assert (found.low, found.high, found.withheld) == (None, None, condition)


def test_warfarin_silences_every_suggestion_of_vitamin_k():
    # Evidence 1.4: keep intake steady; no K suggestion, and a caution (VIOLI2016, MK7-INR, confirmed).
    for effect in ("no_suggestion", "keep_steady"):
        found = [each for each in conditions() if (each.condition, each.effect) == ("warfarin", effect)]
        assert {each.nutrient for each in found} == {Nutrient.VITAMIN_K1, Nutrient.VITAMIN_K2}
        assert {(each.source, each.status) for each in found} == {("VIOLI2016 MK7-INR", "confirmed")}
