"""Totals, targets, weeks and charts in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.targets import Target
from bonecoach.words import Words
from tests.makers import MONDAY, food, joint_pain, session, supplement, total_on, week_of_entries

CALCIUM = Target(1200, 1200, 2000, source="HADJI2017", status="secondary")
VITAMIN_D = Target(20, 25, 100, source="HADJI2017", status="secondary")
MAGNESIUM = Target(320, 320, 350, limit_applies_to="supplement", status="secondary")


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.mark.parametrize(
    ("nutrient", "target", "said"),
    [
        (Nutrient.CALCIUM, CALCIUM, "1200 mg"),
        (Nutrient.VITAMIN_D, VITAMIN_D, "20 to 25 μg"),
        (Nutrient.PROTEIN, Target(63.5, 76.2), "64 to 76 g"),
        (Nutrient.SODIUM, Target(high=2300), "at most 2300 mg"),
        (Nutrient.VITAMIN_K2, Target(), "no official target"),
        (Nutrient.CALCIUM, Target(upper_limit=2000, withheld="kidney_disease"), "ask your team"),
    ],
)
def test_targets_are_said_in_short(words: Words, nutrient: Nutrient, target: Target, said: str) -> None:
    assert words.target(nutrient, target) == said


def test_targets_and_amounts_follow_the_chosen_unit(words: Words) -> None:
    in_iu = words.with_units_of(Profile(vitamin_d_unit="iu"))
    total = total_on(MONDAY, Nutrient.VITAMIN_D, [supplement(vitamin_d_ug=25)], VITAMIN_D)
    assert in_iu.progress(total) == "1000 of 800 to 1000 IU"
    assert words.progress(total) == "25 of 20 to 25 μg"


def test_limits_say_what_they_apply_to(words: Words) -> None:
    assert words.limit(Nutrient.CALCIUM, CALCIUM) == "2000 mg"
    assert words.limit(Nutrient.MAGNESIUM, MAGNESIUM) == "350 mg from supplements"
    assert words.limit(Nutrient.VITAMIN_K2, Target()) == ""


def test_where_a_target_is_from(words: Words) -> None:
    assert words.target_from(Target(1000, own=True, source="my team")) == "set by you or your team: my team"
    assert words.target_from(Target(1000, own=True, source="own")) == "set by you or your team"
    assert words.target_from(Target(5, status="unconfirmed")) == "to be checked with your team"
    assert words.target_from(Target(withheld="kidney_stones")) == "no target with kidney stones: ask your team"
    assert words.target_from(CALCIUM) == ""


def test_a_bar_says_amount_parts_and_what_is_open(words: Words) -> None:
    total = total_on(MONDAY, Nutrient.CALCIUM, [food(calcium_mg=244), supplement(calcium_mg=500)], CALCIUM)
    assert words.progress(total) == "744 of 1200 mg"
    assert words.parts(total) == "food 244, supplements 500"
    assert words.standing(total) == "456 mg still open"
    assert words.spoken_total(total) == "Calcium: 744 of 1200 mg, food 244, supplements 500, 456 mg still open."


def test_a_bar_with_unknown_food_says_at_least(words: Words) -> None:
    total = total_on(MONDAY, Nutrient.CALCIUM, [food(), supplement(calcium_mg=500)], CALCIUM)
    assert words.progress(total) == "at least 500 of 1200 mg"
    assert words.parts(total) == "supplements 500"


def test_nothing_known_is_not_zero(words: Words) -> None:
    total = total_on(MONDAY, Nutrient.CALCIUM, [food()], CALCIUM)
    assert (words.progress(total), words.standing(total)) == ("not known", "")
    assert words.spoken_total(total) == "Calcium: not known."


@pytest.mark.parametrize(
    ("calcium_mg", "progress", "standing"),
    [
        (1200, "1200 of 1200 mg", "target reached"),
        (1199.6, "1199.6 of 1200 mg", "0.4 mg still open"),  # rounding never says that it is reached
        (1199.9996, "1199.9996 of 1200 mg", "0.0004 mg still open"),
        (2000.4, "2000.4 of 1200 mg", "above the upper limit of 2000 mg"),
        (681.5, "682 of 1200 mg", "518 mg still open"),  # what is read adds up
        (681.4, "681 of 1200 mg", "519 mg still open"),
        (0, "0 of 1200 mg", "1200 mg still open"),
    ],
)
def test_rounding_never_says_what_is_not_so(words: Words, calcium_mg: float, progress: str, standing: str) -> None:
    total = total_on(MONDAY, Nutrient.CALCIUM, [supplement(calcium_mg=calcium_mg)], CALCIUM)
    assert (words.progress(total), words.standing(total)) == (progress, standing)


def test_without_a_target_the_amount_stands_alone(words: Words) -> None:
    k2 = total_on(MONDAY, Nutrient.VITAMIN_K2, [supplement(vitamin_k2_ug=100)], Target())
    assert (words.progress(k2), words.standing(k2)) == ("100 μg", "no official target")
    salt = total_on(MONDAY, Nutrient.SODIUM, [food(sodium_mg=900)], Target(high=2300))
    assert (words.progress(salt), words.standing(salt)) == ("900 mg", "")


def test_the_weeks_minutes_are_spoken_in_their_parts(words: Words) -> None:
    week = week_of_entries([
        session(80), session(15, Load.WEIGHT_BEARING_HIGH, Intensity.VIGOROUS), session(25, Load.RESISTANCE),
        session(40, Load.NOT_WEIGHT_BEARING, Intensity.LIGHT),
    ])  # fmt: skip
    assert words.spoken_minutes(week.movement) == (
        "95 of 150 weight-bearing minutes: low impact 80, high impact 15. "
        "Besides, not counted: resistance 25, not weight-bearing 40. Resistance: 1 of 2 days. Balance: 0 of 2 days."
    )


def test_the_target_is_never_called_unmet_once_the_weeks_movement_reaches_it(words: Words) -> None:
    # 60 + 2 x 45 vigorous cycling = 150 aerobic-equivalent minutes
    week = week_of_entries([session(60), session(45, Load.NOT_WEIGHT_BEARING, Intensity.VIGOROUS)])
    assert (
        words.minutes_of(week.movement)
        == "60 weight-bearing minutes; with your other movement the week’s 150 are reached"
    )
    assert (
        words.minutes_of(week_of_entries([session(160)]).movement)
        == "160 weight-bearing minutes, the week’s 150 reached"
    )
    assert words.minutes_of(week_of_entries([], rest_week=True).movement) == "rest week, 0 weight-bearing minutes"
    assert words.minutes_of(week_of_entries([session(95)]).movement, "all_aerobic") == "95 of 150 aerobic minutes"
    assert words.spoken_minutes(week_of_entries().movement).startswith("0 of 150 weight-bearing minutes. Resistance")


def test_the_strip_names_every_day(words: Words) -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    jumps = session(None, Load.WEIGHT_BEARING_HIGH, impacts=50, day=tuesday)
    movement = week_of_entries([session(30), jumps, joint_pain(3, wednesday)]).movement
    assert words.spoken_strip(movement) == (
        "Monday: low impact 30. Tuesday: high impact. Wednesday: no movement. Thursday: not recorded. "
        "Friday: not recorded. Saturday: not recorded. Sunday: not recorded."
    )


def test_days_ahead_are_still_to_come_not_unrecorded(words: Words) -> None:
    thursday, saturday = MONDAY + timedelta(days=3), MONDAY + timedelta(days=5)
    week = week_of_entries([session(30), session(20, day=saturday)], targets={Nutrient.CALCIUM: CALCIUM})
    assert words.spoken_strip(week.movement, thursday) == (
        "Monday: low impact 30. Tuesday: not recorded. Wednesday: not recorded. Thursday: not recorded. "
        "Friday: still to come. Saturday: low impact 20. Sunday: still to come."
    )
    assert words.spoken_nutrient_days(week.nutrients[Nutrient.CALCIUM], MONDAY, thursday).startswith(
        "Calcium: Monday not recorded, Tuesday not recorded, Wednesday not recorded, Thursday not recorded, "
        "Friday still to come, Saturday still to come, Sunday still to come."
    )
    assert words.day_movement(week.movement.days[6], MONDAY + timedelta(days=6)) == "not recorded"  # Sunday itself


def test_a_nutrients_week_says_of_how_many_days_it_speaks(words: Words) -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    entries = [
        supplement(calcium_mg=1200),
        food(tuesday),
        food(wednesday, calcium_mg=600),
        supplement(wednesday, calcium_mg=3),
    ]
    entries.append(food(wednesday))
    week = week_of_entries(entries, targets={Nutrient.CALCIUM: CALCIUM})
    # (1200 + unknown + 603) mg over 3 recorded days
    assert words.spoken_nutrient_days(week.nutrients[Nutrient.CALCIUM], MONDAY) == (
        "Calcium: Monday 1200 mg, Tuesday not known, Wednesday at least 603 mg, Thursday not recorded, "
        "Friday not recorded, Saturday not recorded, Sunday not recorded. At least 601 mg a day on 3 recorded days. "
        "The target was reached on 1 day. On 1 day no food was logged."
    )
    assert words.nutrient_mean(week_of_entries().nutrients[Nutrient.CALCIUM]) == "no recorded days"
    assert words.nutrient_mean(week_of_entries([food()]).nutrients[Nutrient.CALCIUM]) == "not known"
    assert words.spoken_nutrient_days(week_of_entries().nutrients[Nutrient.ZINC], MONDAY).endswith("No recorded days.")


def test_the_trend_tells_rest_from_nothing(words: Words) -> None:
    weeks = [
        week_of_entries([session(160)]).movement,
        week_of_entries(first=MONDAY + timedelta(weeks=1), rest_week=True).movement,
        week_of_entries(first=MONDAY + timedelta(weeks=2)).movement,
    ]
    assert words.spoken_trend(weeks) == (
        "Minutes (weight-bearing) by week, from the first day of each: 16 Nov 2026: 160; 23 Nov 2026: rest week; "
        "30 Nov 2026: not recorded. In 1 week the 150 were reached."
    )
    assert "reached" not in words.spoken_trend(weeks[1:])


def test_pain_and_days_in_short(words: Words) -> None:
    week = week_of_entries([joint_pain(4), joint_pain(1), session(20, Load.BALANCE, Intensity.LIGHT)], age=70)
    assert words.pain(week) == "worst 4 of 10, median 2.5"
    assert words.pain(week_of_entries()) == "no joint pain scored"
    assert words.days_of("balance", week.movement) == "1 of 3 days"
    assert words.days_of("resistance", week.movement) == "0 of 2 days"
    assert words.recorded_days(6) == "recorded 6 of 7 days"


def test_facts_about_the_person_are_read_as_she_would_say_them(words: Words) -> None:
    assert words.fact("weight_kg") == "weight"
    said = {
        words.fact_value("weight_kg", 63.5),
        words.fact_value("height_cm", 164.0),
        words.fact_value("birth_date", date(1961, 5, 20)),
        words.fact_value("warfarin", False),
        words.fact_value("aromatase_inhibitor", "letrozole"),
        words.fact_value("week_starts", "sunday"),
        words.fact_value("falls_last_year", 2.0),
        words.fact_value("sex", None),
    }
    assert said == {"63.5 kg", "164 cm", "20 May 1961", "no", "letrozole", "Sunday", "2", "not said"}
    assert words.fact_value("birth_date", date(1961, 7, 1)) == "1961"  # kept so where only the year was said
    assert words.fact_value("therapy_start", date(2025, 7, 1)) == "July 2025"  # kept so where no day was asked for
    assert words.fact_value("therapy_start", date(2025, 7, 2)) == "2 Jul 2025"
    assert words.assumed(Profile(sex="male", weight_kg=80.0)) == ("an aromatase inhibitor", "an age of 51 to 70")
