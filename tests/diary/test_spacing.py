"""Distances between what she takes: as planned, as offered for something new, and as logged."""

from datetime import date, time, timedelta

import pytest

from bonecoach.core.schedules import Schedule, Unit

TODAY = date(2026, 11, 23)


def plan(diary, name, *times, counted=Unit.DAY, **more):
    schedule = Schedule(TODAY, counted, times=tuple(time.fromisoformat(at) for at in times))
    return diary.plans.add_medicine(name, schedule, **more)


def calcium(diary, *times):
    log = "calcium citrate 500"
    schedule = Schedule(TODAY, times=tuple(time.fromisoformat(at) for at in times))
    return diary.plans.add("Calcium", schedule, log=log, reading=diary.plans.understood(log))


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


def told(move):
    return (
        [f"{at:%H:%M}" for at in move.before],
        [f"{at:%H:%M}" for at in move.to],
        [f"{at:%H:%M}" for at in move.after],
        list(move.weekdays),
    )


MONDAYS = Schedule(TODAY, Unit.WEEK)  # 23 November 2026 is a Monday


@pytest.mark.parametrize(
    ("times", "at", "moved"),
    [
        # 4 h from 7:30 is 11:30: from breakfast to lunch, on the day of the tablet alone.
        (["08:00"], "07:30", (["08:00"], ["12:30"], ["12:30"], [0])),
        (["08:00", "18:30"], "07:30", (["08:00"], ["12:30"], ["12:30", "18:30"], [0])),
        (["07:00", "19:00"], "07:30", (["07:00"], ["12:30"], ["12:30", "19:00"], [0])),
    ],
)
def test_room_for_a_tablet_is_made_by_moving_that_days_calcium(diary, times, at, moved):
    calcium(diary, *times)
    offered = diary.spacing.offered("alendronate", schedule=MONDAYS)
    assert offered.times == ()
    assert (f"{offered.room.at:%H:%M}", [told(move) for move in offered.room.moves]) == (at, [moved])


def test_a_monthly_tablet_moves_calcium_on_all_its_days(diary):
    calcium(diary, "08:00")
    (move,) = diary.spacing.offered("ibandronate", schedule=Schedule(TODAY, Unit.MONTH)).room.moves
    assert told(move) == (["08:00"], ["12:30"], ["12:30"], [])


def test_a_medicine_never_moves_for_another(diary):
    plan(diary, "calcium citrate", "08:00", amount=500, unit="mg")
    assert diary.spacing.offered("alendronate", schedule=MONDAYS).room is None


def add_alendronate(diary, schedule=MONDAYS):
    new = diary.new_medicines
    room = new.offered("alendronate", schedule=schedule).room
    at = Schedule(schedule.start, schedule.unit, times=(room.at,))
    return new.add("alendronate", at, None, None, "week", moves=room.moves)


def told_on(diary, day):
    return [(one.slot.plan.label.split()[0], f"{one.slot.time:%H:%M}") for one in diary.reminders.on(day)]


USUAL = [("Calcium", "08:00"), ("Calcium", "18:30")]
MOVED = [("Alendronate", "07:30"), ("Calcium", "12:30"), ("Calcium", "18:30")]


def test_the_move_and_the_tablet_are_one_step_and_one_undo(diary, clock):
    calcium(diary, "08:00", "18:30")
    assert diary.now().wall.hour == 12  # today the tablet's time is over, so it begins next Monday
    add_alendronate(diary)
    days = [TODAY + timedelta(days=n) for n in range(15)]
    assert [told_on(diary, day) for day in days[1:7]] == [USUAL] * 6
    assert told_on(diary, days[7]) == told_on(diary, days[14]) == MOVED
    assert [told_on(diary, day) for day in days[8:14]] == [USUAL] * 6
    assert diary.spacing.planned() == ()
    diary.undo()
    assert [told_on(diary, day) for day in days[1:]] == [USUAL] * 14
    assert [plan.label for plan in diary.plans.standing()] == ["Calcium"]
    diary.redo()
    assert told_on(diary, days[7]) == MOVED


@pytest.mark.parametrize("begins", [2, 9])  # this Wednesday, and the one after
def test_what_moves_later_stays_until_then_as_it_was(diary, begins):
    calcium(diary, "08:00", "18:30")
    first = TODAY + timedelta(days=begins)
    add_alendronate(diary, Schedule(first, Unit.WEEK))
    days = [TODAY + timedelta(days=n) for n in range(1, 24)]
    moved = [day for day in days if told_on(diary, day) != USUAL]
    assert moved == [day for day in days if day >= first and day.weekday() == 2]
    assert {tuple(told_on(diary, day)) for day in moved} == {tuple(MOVED)}
    assert diary.spacing.planned() == ()


def test_before_its_time_on_the_first_morning_today_moves_too(diary, clock):
    calcium(diary, "08:00", "18:30")
    clock.advance(hours=18)  # Tuesday, 6:00
    tuesday = TODAY + timedelta(days=1)
    add_alendronate(diary, Schedule(tuesday, Unit.WEEK))
    assert told_on(diary, tuesday) == MOVED
    assert told_on(diary, tuesday + timedelta(days=1)) == USUAL


def test_calcium_on_some_weekdays_moves_only_where_they_meet(diary):
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    some = Schedule(TODAY, Unit.WEEK, weekdays=(0, 2, 4), times=(time(8),))
    diary.plans.add("Calcium", some, log=log, reading=reading)
    assert times_of(diary.spacing.offered("alendronate", schedule=Schedule(TODAY + timedelta(days=1), Unit.WEEK))) == [
        "07:30"
    ]  # on Tuesdays there is no calcium
    wednesdays = Schedule(TODAY + timedelta(days=2), Unit.WEEK)
    add_alendronate(diary, wednesdays)
    assert [told_on(diary, TODAY + timedelta(days=n)) for n in (2, 4, 7)] == [
        [("Alendronate", "07:30"), ("Calcium", "12:30")],
        [("Calcium", "08:00")],
        [("Calcium", "08:00")],
    ]


def test_where_every_day_of_it_is_the_tablets_all_of_it_moves_and_no_second_plan_is_made(diary):
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    tuesdays = Schedule(TODAY + timedelta(days=1), Unit.WEEK, times=(time(8),))
    diary.plans.add("Calcium", tuesdays, log=log, reading=reading)
    add_alendronate(diary, Schedule(TODAY + timedelta(days=1), Unit.WEEK))
    assert len(diary.plans.standing()) == 2
    assert told_on(diary, TODAY + timedelta(days=8)) == MOVED[:2]


def test_a_plan_that_ends_before_its_next_such_day_only_leaves_it_out(diary, clock):
    log = "calcium citrate 500"
    reading = diary.plans.understood(log)
    until = Schedule(TODAY, times=(time(8),), until=TODAY + timedelta(days=3))
    diary.plans.add("Calcium", until, log=log, reading=reading)
    clock.advance(days=1)
    add_alendronate(diary, Schedule(TODAY + timedelta(days=1), Unit.WEEK))  # Tuesdays, and this one's time is over
    assert len(diary.plans.standing()) == 2
    assert told_on(diary, TODAY + timedelta(days=3)) == [("Calcium", "08:00")]


def test_a_plan_that_changes_anyway_is_not_moved(diary):
    kept = calcium(diary, "08:00")
    diary.plans.change(kept.id, since=TODAY + timedelta(days=30), schedule=Schedule(TODAY, times=(time(7),)))
    assert diary.spacing.offered("alendronate", schedule=MONDAYS).room is None


def test_two_supplements_of_one_line_move_together(diary):
    log = "calcium citrate 500, magnesium 200"
    reading = diary.plans.understood(log)
    diary.plans.add("Minerals", Schedule(TODAY, times=(time(8),)), log=log, reading=reading)
    (move,) = diary.spacing.offered("alendronate", schedule=MONDAYS).room.moves
    assert told(move) == (["08:00"], ["12:30"], ["12:30"], [0])


def test_two_times_of_one_plan_may_both_move(diary):
    calcium(diary, "07:00", "10:00")  # 3 h before and 2.5 h after 7:30
    (move,) = diary.spacing.offered("alendronate", schedule=MONDAYS).room.moves
    assert told(move) == (["07:00", "10:00"], ["12:30", "18:30"], ["12:30", "18:30"], [0])


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
