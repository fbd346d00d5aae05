"""Distances between what she takes: as planned, as offered for something new, and as logged."""

from datetime import date, time

import pytest

from bonecoach.core.schedules import Schedule, Unit

TODAY = date(2026, 11, 23)


def plan(diary, name, *times, counted=Unit.DAY, **more):
    schedule = Schedule(TODAY, counted, times=tuple(time.fromisoformat(at) for at in times))
    return diary.plans.add_medicine(name, schedule, **more)


def calcium(diary, *times):
    log = "calcium citrate 500"
    schedule = Schedule(TODAY, times=tuple(time.fromisoformat(at) for at in times))
    return diary.plans.add("Calcium", schedule, log=log, reading=diary.plans.understood(log, diary.read))


def times_of(offered):
    return [f"{at:%H:%M}" for at in offered.times]


# -- offered -------------------------------------------------------------------------------------------------------


def test_the_story_of_the_thyroid_tablet_and_calcium_twice(diary):
    plan(diary, "Levothyroxine", "06:30", amount=75, unit="ug")
    offered = diary.spacing.offered("calcium citrate 500", 2)
    assert times_of(offered) == ["12:30", "18:30"]
    assert offered.apart == (("Levothyroxine 75 ug", 240),)
    assert offered.with_meals


@pytest.mark.parametrize(
    ("text", "count", "times"),
    [
        # Nothing is planned yet: meals at 8:00, 12:30 and 18:30.
        ("letrozole", 1, ["08:00"]),
        ("anastrozole", 1, ["08:00"]),
        ("exemestane", 1, ["08:30"]),  # after a meal
        ("alendronate", 1, ["07:30"]),  # half an hour before breakfast
        ("risedronate", 1, ["07:30"]),
        ("ibandronate", 1, ["07:00"]),  # an hour before it
        ("atelvia", 1, ["08:30"]),  # right after it
        ("levothyroxine", 1, ["08:00"]),
        ("calcium carbonate 500 mg elemental", 1, ["08:00"]),
        ("calcium citrate 500", 2, ["08:00", "18:30"]),
        ("calcium citrate 500", 3, ["08:00", "12:30", "18:30"]),
        ("multivitamin", 1, ["08:00"]),
        ("d3 1000 iu", 1, ["08:00"]),
        ("magnesium 200", 2, ["06:00", "22:00"]),
    ],
)
def test_each_has_its_time_of_day(diary, text, count, times):
    assert times_of(diary.spacing.offered(text, count)) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("iron", ["08:00"]),  # 2 hours from calcium at 12:30
        ("zinc 15", ["08:00"]),
        ("letrozole", ["08:00"]),
        ("levothyroxine", ["08:00"]),  # 4 hours from 12:30 is 8:30
        ("alendronate", ["07:30"]),
    ],
)
def test_beside_calcium_at_lunch_each_keeps_its_distance(diary, text, times):
    calcium(diary, "12:30", "18:30")
    assert times_of(diary.spacing.offered(text)) == times


def test_beside_a_tablet_for_bone_the_rest_of_the_morning_moves(diary):
    plan(diary, "alendronate", "07:45", counted=Unit.WEEK, interval="week")
    assert times_of(diary.spacing.offered("letrozole")) == ["08:15"]
    assert times_of(diary.spacing.offered("calcium citrate 500")) == ["12:30"]


def test_more_than_half_a_gram_of_calcium_at_once_is_not_offered_and_why_is_said(diary):
    plan(diary, "Levothyroxine", "06:30", amount=75, unit="ug")
    offered = diary.spacing.offered("calcium citrate 1000")
    assert (offered.times, offered.instead.rule) == ((), "calcium_at_once")


def test_a_tablet_for_bone_beside_calcium_at_breakfast_and_dinner_has_no_time_and_why_is_said(diary):
    calcium(diary, "08:00", "18:30")  # 4 hours before breakfast nobody is awake
    offered = diary.spacing.offered("alendronate")
    assert (offered.times, offered.instead.rule) == ((), "calcium_after_bisphosphonate")


def test_beside_a_question_for_the_pharmacist_no_time_is_offered(diary):
    calcium(diary, "12:30")
    offered = diary.spacing.offered("ciprofloxacin")
    assert (offered.times, offered.instead.rule) == ((), "calcium_quinolone")


def test_an_injection_keeps_nothing_away(diary):
    plan(diary, "denosumab", "08:00", counted=Unit.MONTH, interval="6months")
    assert diary.spacing.offered("letrozole").times == (time(8),)
    assert diary.spacing.planned() == ()


# -- planned -------------------------------------------------------------------------------------------------------


def test_times_of_her_own_are_looked_at_before_they_are_kept(diary):
    thyroid = plan(diary, "Levothyroxine", "06:30", amount=75, unit="ug")
    (near,) = diary.spacing.with_new("calcium citrate 500", [time(8)])
    assert (near.rule, near.apart) == ("calcium_levothyroxine", 90)
    assert diary.spacing.with_new("calcium citrate 500", [time(12, 30)]) == ()
    assert diary.spacing.with_new("calcium citrate 500", [time(8)], but=thyroid.id) == ()


def test_what_is_wrong_already_is_not_said_of_something_new(diary):
    plan(diary, "Levothyroxine", "06:30", amount=75, unit="ug")
    calcium(diary, "08:00")
    assert diary.spacing.with_new("letrozole", [time(20)]) == ()


# -- logged --------------------------------------------------------------------------------------------------------


def near(diary, line):
    found = diary.spacing.logged(diary.entries_of(diary.log_text(line)))
    return None if found is None else found.rule


def test_what_is_logged_within_a_rule_is_said_of_that_entry(diary, clock):
    assert near(diary, "took alendronate") is None
    clock.advance(minutes=10)
    for line in ("1 glass milk", "calcium citrate 500", "took letrozole", "d3 1000 iu"):
        assert near(diary, line) == "nothing_after_bisphosphonate", line
    clock.advance(minutes=90)
    assert near(diary, "calcium citrate 500") == "calcium_after_bisphosphonate"
    assert near(diary, "1 glass milk") is None
    clock.advance(hours=3)
    assert near(diary, "calcium citrate 500") is None


def test_a_tablet_behind_breakfast_is_said_too(diary, clock):
    diary.log_text("1 glass milk")
    clock.advance(minutes=30)
    assert near(diary, "took alendronate") == "bisphosphonate_first"


def test_walks_and_pain_are_near_to_nothing(diary):
    diary.log_text("took alendronate")
    assert near(diary, "walk 30") is None
    assert near(diary, "pain 4") is None


def test_what_was_skipped_keeps_nothing_away(diary):
    diary.log_text("skipped alendronate")
    assert near(diary, "calcium citrate 500") is None


def test_a_whole_gram_at_once_is_the_days_advice_and_not_said_here(diary):
    assert near(diary, "calcium citrate 500, calcium citrate 500") is None


def test_each_day_is_for_itself(diary):
    diary.log_text("took alendronate yesterday")
    assert near(diary, "calcium citrate 500") is None
