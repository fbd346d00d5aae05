"""Advice on the running week, on Wednesday unless said."""

from datetime import timedelta

import pytest

from bonecoach.coach import advise_week
from bonecoach.core.activities import Load
from bonecoach.core.entries import Event
from bonecoach.core.profile import Profile
from tests.makers import MONDAY, at, joint_pain, session, week_of_entries

WEDNESDAY = MONDAY + timedelta(days=2)
SUNDAY = MONDAY + timedelta(days=6)
TRAINED = [session(20, Load.RESISTANCE), session(20, Load.RESISTANCE, day=MONDAY + timedelta(days=3))]


def advice(*entries, today=WEDNESDAY, before=None, **about):
    week = week_of_entries(entries, **about)
    return advise_week(week.movement, week.on(today), before)


def codes(*entries, **about):
    return [a.code for a in advice(*entries, **about)]


def test_what_is_missing_fits_the_days_that_are_left():
    # 95 of 150, Wednesday: 55 missing; two walks of 28 minutes make 56 and reach 151.
    (minutes,) = advice(session(95), *TRAINED)
    assert minutes.code == "minutes_missing"
    facts = minutes.facts
    assert (facts["missing"], facts["days_left"], facts["walks"], facts["each"]) == (55, 5, 2, 28)
    assert facts["brings_to"] == 151
    assert facts["reaches"] is True


def test_when_150_no_longer_fit_the_goal_is_nearer():
    # Saturday with nothing yet: 75 a day is asked of nobody; two walks of 25 bring 50.
    (minutes, *_) = advice(*TRAINED, today=SUNDAY - timedelta(days=1))
    assert (minutes.facts["walks"], minutes.facts["each"], minutes.facts["brings_to"]) == (2, 25, 50)
    assert minutes.facts["reaches"] is False
    assert minutes.facts["more_than_last_week"] is False


def test_more_than_last_week_is_worth_saying():
    last_week = week_of_entries([session(40)]).movement
    (minutes, *_) = advice(*TRAINED, today=SUNDAY - timedelta(days=1), before=last_week)
    assert minutes.facts["more_than_last_week"] is True


def test_on_the_last_day_there_is_one_walk():
    (minutes, *_) = advice(session(140), *TRAINED, today=SUNDAY)
    assert (minutes.facts["walks"], minutes.facts["each"]) == (1, 10)


def test_vigorous_minutes_twice_may_have_reached_the_target_already():
    assert codes(*TRAINED, session(150, Load.NOT_WEIGHT_BEARING)) == []


def test_a_resistance_day_comes_first_when_few_rested_days_are_left():
    # Trained on Monday; on Friday only Fri, Sat, Sun are left and one day is missing: three are more than two.
    once = session(20, Load.RESISTANCE)
    assert codes(once, today=MONDAY + timedelta(days=4))[0] == "minutes_missing"
    (resistance, *_) = advice(once, today=MONDAY + timedelta(days=5))
    assert resistance.code == "resistance_days"
    assert resistance.facts["on"] == MONDAY + timedelta(days=5)


def test_muscles_rest_a_day_between():
    # Trained on Friday; Saturday is too soon, so Sunday.
    once = session(20, Load.RESISTANCE, day=MONDAY + timedelta(days=4))
    (resistance, *_) = advice(once, session(150), today=MONDAY + timedelta(days=5))
    assert resistance.facts["on"] == SUNDAY


def test_no_rested_day_left_is_left_unsaid():
    once = session(20, Load.RESISTANCE, day=MONDAY + timedelta(days=5))
    assert codes(once, session(150), today=SUNDAY) == []


def test_with_the_minutes_done_a_resistance_day_is_the_next_step():
    assert codes(session(150)) == ["resistance_days"]


def test_balance_is_asked_for_from_sixty_five_when_the_rest_is_done():
    assert codes(session(150), *TRAINED, age=65) == ["balance_days"]
    assert codes(session(150), *TRAINED, age=64) == []
    three = [session(10, Load.BALANCE, day=MONDAY + timedelta(days=n)) for n in range(3)]
    assert codes(session(150), *TRAINED, *three, age=65) == []


def test_a_rest_week_and_strong_pain_are_left_in_peace():
    assert codes(rest_week=True) == []
    assert codes(joint_pain(7, WEDNESDAY)) == []
    assert "minutes_missing" in codes(joint_pain(6, WEDNESDAY), joint_pain(9, MONDAY), joint_pain(None, WEDNESDAY))


@pytest.mark.parametrize(
    ("event", "injury", "day", "silent"),
    [
        ("fracture", True, WEDNESDAY, True),
        ("fracture", None, WEDNESDAY, True),
        ("fall", True, WEDNESDAY, True),
        ("fall", False, WEDNESDAY, False),
        ("fall", None, WEDNESDAY, False),
        ("other", None, WEDNESDAY, False),
        ("fracture", True, MONDAY, False),
    ],
)
def test_nobody_is_sent_for_a_walk_on_the_day_of_a_fracture(event, injury, day, silent):
    happened = Event(moment=at(day), name="It happened", event=event, injury=injury)
    assert (codes(happened) == []) is silent


def test_with_bone_metastases_every_plan_is_the_teams():
    assert codes(profile=Profile(bone_metastases=True)) == ["plan_with_team"]
