"""A whole period, put together from what was logged: the same numbers as its days, its weeks and its plans."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.spans import Span, last_days
from bonecoach.core.visits import Appointment
from bonecoach.core.vital_sign import VitalSign

TODAY = date(2026, 11, 23)
"""A Monday; the clock of these stories stands at noon."""

SPAN = last_days(28, TODAY)
"""Four weeks, Tuesday to Monday: from 27 October."""


def log(diary, text, day):
    return diary.log_text(text, at=datetime(day.year, day.month, day.day, 10, tzinfo=UTC))


def test_an_empty_diary_has_a_page_too(diary):
    state = diary.summaries.state(SPAN)
    assert state.movement.vital_sign is None
    assert (state.movement.days_recorded, state.movement.weeks_not_recorded) == (0, 4)
    assert (state.days_with_intakes, state.days_without_food, state.days_with_much_calcium_at_once) == (0, 0, 0)
    assert state.nutrients[Nutrient.CALCIUM].mean_per_recorded_day is None
    assert (state.therapy, state.kept, state.logged, state.given, state.results, state.tests) == (
        (),
        (),
        (),
        (),
        (),
        (),
    )
    assert [item.what for item in state.due] == ["first_scan"]
    assert state.questions == ()
    assert state.decided is None


def test_movement_and_pain_are_those_of_blocks_that_end_today(diary):
    # 18 November, Wednesday, is in the last block, which began on Tuesday 17; Monday 16 is in the one before.
    log(diary, "swimming 40 min, hands pain 6", date(2026, 11, 18))
    log(diary, "brisk walk 30 min", date(2026, 11, 16))
    log(diary, "brisk walk 20 min, pain 2", date(2026, 11, 12))
    diary.rest_week(date(2026, 10, 26))  # its middle, Thursday 29 October, is in the first block
    state = diary.summaries.state(SPAN)
    assert [week.aerobic_minutes for week in state.movement.weeks] == [0, 0, 50, 40]
    assert [week.rest_week for week in state.movement.weeks] == [True, False, False, False]
    # Two weeks count: 3 days and 90 minutes.
    assert state.movement.vital_sign == VitalSign(1.5, 30.0, 45)
    assert state.movement.weight_bearing_minutes == 25
    assert [week.worst for week in state.pain.weeks] == [None, None, 2, 6]
    assert state.movement.days_recorded == 3


def test_a_week_of_the_page_is_the_week_of_the_week_page(diary):
    diary.person.set_facts({"week_starts": "tuesday", "birth_date": "1958"})
    for nth in range(28):
        log(diary, f"brisk walk {10 + nth} min, swimming 15 min, pain {nth % 5}", SPAN.first + timedelta(days=nth))
        log(diary, "calcium citrate 600, 1 pot yogurt", SPAN.first + timedelta(days=nth))
    state = diary.summaries.state(SPAN)
    weeks = [diary.week(week.first) for week in SPAN.weeks]
    assert state.movement.weeks == tuple(week.movement for week in weeks)
    assert [week.worst for week in state.pain.weeks] == [week.pain_worst for week in weeks]
    for nutrient in MAIN_NUTRIENTS:
        means = [week.nutrients[nutrient].mean_per_recorded_day for week in weeks]
        assert state.nutrients[nutrient].mean_per_recorded_day == pytest.approx(sum(means) / 4)
    days = [day for week in weeks for day in week.days]
    assert [day.entries for day in state.days] == [day.entries for day in days]
    assert state.days_with_much_calcium_at_once == 28


def test_a_dose_or_a_fall_alone_makes_no_week_of_no_minutes(diary):
    # Blocks begin on Tuesdays: 27 October, 3, 10 and 17 November.
    log(diary, "took zoledronic acid 4 mg", date(2026, 10, 28))
    log(diary, "fell on the stairs", date(2026, 10, 30))
    log(diary, "brisk walk 30 min", date(2026, 11, 4))
    for day in (10, 11, 12, 13):  # four days of tablets are a week that is written down, and she did not walk
        log(diary, "took letrozole", date(2026, 11, day))
    log(diary, "pain 2", date(2026, 11, 18))
    movement = diary.summaries.state(SPAN).movement
    assert [week.known for week in movement.weeks] == [False, True, True, True]
    assert (movement.weeks_not_recorded, movement.weight_bearing_minutes) == (1, 10)  # 30 in three weeks
    assert movement.begun_within is False
    weeks = [diary.week(week.first) for week in SPAN.weeks]
    assert all(week.movement.known == any(day.movement.recorded for day in week.days) for week in weeks[1:])


def test_the_week_in_which_the_diary_began_counts_from_half_of_it_on(diary):
    log(diary, "brisk walk 60 min", date(2026, 11, 7))  # Saturday: 3 days of the block that ends on Monday 9
    log(diary, "brisk walk 30 min", date(2026, 11, 12))
    log(diary, "brisk walk 40 min", date(2026, 11, 18))
    movement = diary.summaries.state(SPAN).movement
    assert [week.known for week in movement.weeks] == [False, True, True, True]
    assert (len(movement.counted), movement.weight_bearing_minutes, movement.begun_within) == (2, 35, True)
    log(diary, "pain 1", date(2026, 11, 6))
    movement = diary.summaries.state(SPAN).movement
    assert (len(movement.counted), movement.begun_within) == (3, False)


def test_recorded_days_none_taken_and_days_without_food_are_told_apart(diary):
    log(diary, "calcium citrate 500", date(2026, 11, 20))
    log(diary, "1 pot yogurt", date(2026, 11, 21))
    diary.none_taken(date(2026, 11, 22))
    state = diary.summaries.state(SPAN)
    assert (state.days_with_intakes, state.days_without_food) == (3, 2)
    assert state.nutrients[Nutrient.CALCIUM].days_recorded == 3


def test_the_therapy_is_said_with_its_dose_and_its_months(diary):
    diary.person.set_facts(
        {"aromatase_inhibitor": "anastrozole", "therapy_start": "2024-01-12"}, since=date(2024, 2, 1)
    )
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"}, since=date(2026, 3, 3))
    log(diary, "took letrozole", TODAY - timedelta(days=1))
    first, second = diary.summaries.state(SPAN).therapy
    assert (first.period.medicine, first.label, first.months) == (
        "anastrozole",
        "",
        25,
    )  # 12 January 2024 to 3 March 2026
    assert (second.period.medicine, second.label, second.months) == ("letrozole", "Letrozole 2.5 mg", 8)
    assert len(diary.summaries.state(Span(date(2025, 1, 1), date(2025, 12, 31))).therapy) == 1


def test_what_was_said_later_for_the_first_time_holds_for_an_earlier_page(diary):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2025-01-12"})
    (taken,) = diary.summaries.state(Span(date(2026, 1, 1), date(2026, 3, 31))).therapy
    assert (taken.period.start, taken.months) == (date(2025, 1, 12), 14)
    assert diary.summaries.state(Span(date(2024, 1, 1), date(2024, 3, 31))).therapy == ()


def test_a_pause_of_the_therapy_is_said_as_one(diary):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2025-01-12"}, since=date(2025, 2, 1))
    diary.person.set_facts({"therapy_paused": "yes"}, since=date(2026, 11, 2))
    (taken,) = diary.summaries.state(SPAN).therapy
    assert (taken.period.start, taken.period.end, taken.gaps) == (date(2025, 1, 12), None, ((date(2026, 11, 2), None),))
    (before,) = diary.summaries.state(Span(date(2026, 10, 1), date(2026, 11, 1))).therapy
    assert before.gaps == ()  # it had not come on the last day


def test_when_a_therapy_began_may_be_unsaid(diary):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"})
    (taken,) = diary.summaries.state(SPAN).therapy
    assert (taken.period.start, taken.months) == (None, None)


def test_medicines_are_counted_as_adherence_counts_them(diary, clock):
    diary.plans.add_medicine("letrozole", Schedule(date(2026, 9, 1), times=(time(8),)))
    diary.plans.add(
        "Calcium",
        Schedule(date(2026, 11, 10), times=(time(8), time(19))),
        log="calcium citrate 500",
        reading=diary.read("calcium citrate 500"),
    )
    for nth in range(28):
        log(diary, "missed letrozole" if nth == 4 else "took letrozole", SPAN.first + timedelta(days=nth))
    log(diary, "calcium citrate 500", date(2026, 11, 20))
    kept = {one.plan.label: one for one in diary.summaries.state(SPAN).kept}
    items = {item.plan.label: item.counts for item in diary.reminders.adherence(SPAN.first, SPAN.last)}
    assert {label: one.counts for label, one in kept.items()} == items
    assert kept["Letrozole 2.5 mg"].counts == (28, 27, 1, 0, 0)
    assert (kept["Letrozole 2.5 mg"].since, kept["Letrozole 2.5 mg"].kind) == (date(2026, 9, 1), "aromatase_inhibitor")
    # Twice a day from 10 to 22 November; this morning's can still be answered. One was logged.
    assert (kept["Calcium"].counts, kept["Calcium"].kind) == ((26, 1, 0, 0, 25), "")


def test_what_was_taken_before_the_diary_began_is_not_counted(diary):
    diary.plans.add_medicine("letrozole", Schedule(date(2020, 1, 1), times=(time(8),)))
    unsaid = diary.summaries.state(SPAN)
    assert (unsaid.began, unsaid.kept[0].counts) == (None, (27, 0, 0, 0, 27))  # this morning's can still be answered
    # A fracture of long ago and an infusion that a clinic gave are written down later: no diary begins with them.
    log(diary, "fracture", date(2021, 5, 5))
    log(diary, "took zoledronic acid 4 mg", date(2026, 3, 2))
    assert diary.summaries.state(SPAN).began is None
    log(diary, "took letrozole", date(2026, 11, 14))
    log(diary, "missed letrozole", date(2026, 11, 15))
    state = diary.summaries.state(SPAN)
    (kept,) = state.kept
    # From 14 to 22 November it was planned nine times.
    assert (state.began, kept.counts, kept.since) == (date(2026, 11, 14), (9, 1, 1, 0, 7), date(2020, 1, 1))
    before = diary.summaries.state(Span(date(2026, 10, 1), date(2026, 10, 31)))
    assert before.kept[0].counts == (31, 0, 0, 0, 31)


def due_of(diary):
    return [(item.what, item.label, item.day, item.overdue) for item in diary.summaries.state(SPAN).due]


def test_what_is_given_once_a_month_is_due_like_an_injection(diary):
    diary.person.set_facts({"aromatase_inhibitor": "none"})
    monthly = Schedule(date(2026, 5, 24), Unit.MONTH)
    plan = diary.plans.add_medicine("goserelin 3.6 mg", monthly)
    diary.plans.add_medicine("letrozole", Schedule(date(2026, 9, 1), times=(time(8),)))
    # Nothing of it was ever logged: what was given elsewhere is not late, and tomorrow it is due.
    assert due_of(diary) == [("planned", "goserelin 3.6 mg", date(2026, 11, 24), False)]
    log(diary, "took goserelin 3.6 mg", date(2026, 9, 24))
    assert due_of(diary) == [("planned", "goserelin 3.6 mg", date(2026, 10, 24), True)]
    log(diary, "took goserelin 3.6 mg", date(2026, 10, 26))
    assert due_of(diary) == [("planned", "goserelin 3.6 mg", date(2026, 11, 24), False)]
    diary.plans.end(plan.id, date(2026, 11, 1))
    assert due_of(diary) == []


def test_what_was_given_for_the_last_time_is_due_no_more(diary):
    diary.person.set_facts({"aromatase_inhibitor": "none"})
    diary.plans.add_medicine("goserelin 3.6 mg", Schedule(date(2026, 9, 1), Unit.MONTH, until=date(2026, 11, 30)))
    assert due_of(diary) == []


def test_a_plan_that_ended_says_its_last_day(diary):
    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 9, 1), times=(time(8),)))
    zinc = Schedule(date(2026, 9, 1), times=(time(8),), until=date(2026, 11, 10))
    diary.plans.add("Zinc", zinc, log="zinc 10 mg", reading=diary.read("zinc 10 mg"))
    diary.plans.end(plan.id, date(2026, 11, 1))
    kept = {one.plan.label: one for one in diary.summaries.state(SPAN).kept}
    assert (kept["Letrozole 2.5 mg"].until, kept["Zinc"].until) == (date(2026, 11, 1), date(2026, 11, 10))
    before = diary.summaries.state(Span(date(2026, 10, 1), date(2026, 10, 31))).kept
    assert [one.until for one in before] == [None, None]


def test_what_was_planned_anew_is_one_medicine_since_its_first_day(diary):
    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 9, 1), times=(time(8),)))
    diary.plans.end(plan.id, date(2026, 11, 1))
    again = diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 3), times=(time(20),)))
    (kept,) = diary.summaries.state(SPAN).kept
    assert (kept.plan.id, kept.since, kept.until) == (again.id, date(2026, 9, 1), None)
    diary.plans.end(again.id, date(2026, 11, 10))
    (kept,) = diary.summaries.state(SPAN).kept
    assert kept.until == date(2026, 11, 10)


def test_what_an_answer_logged_is_counted_once_on_the_page_too(diary, clock):
    from bonecoach.core.occurrences import State

    plan = diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 20), times=(time(8),)))
    log(diary, "pain 2", date(2026, 11, 20))
    diary.reminders.answer(f"{plan.id}:2026-11-23:08:00", State.DONE)
    (kept,) = diary.summaries.state(SPAN).kept
    assert kept.counts == diary.reminders.adherence(SPAN.first, SPAN.last)[0].counts == (4, 1, 0, 0, 3)


def test_days_before_there_was_a_plan_are_counted_by_what_was_logged(diary):
    for nth in range(28):
        log(diary, "took letrozole", SPAN.first + timedelta(days=nth))
    diary.plans.add_medicine("letrozole", Schedule(date(2026, 11, 16), times=(time(8),)))
    state = diary.summaries.state(SPAN)
    assert [one.counts.taken for one in state.kept] == [8]
    (logged,) = state.logged
    assert (logged.taken, logged.days, logged.until) == (20, 20, date(2026, 11, 15))


def test_what_was_taken_before_the_first_word_about_it_is_nobodys_to_count(diary):
    log(diary, "took letrozole", SPAN.last - timedelta(days=1))
    (begun,) = diary.summaries.state(SPAN).logged
    assert (begun.taken, begun.days, begun.since) == (1, 2, SPAN.last - timedelta(days=1))
    log(diary, "took letrozole", SPAN.first - timedelta(days=200))  # long on record: then a day without a word is one
    (long_known,) = diary.summaries.state(SPAN).logged
    assert (long_known.taken, long_known.days, long_known.since) == (1, SPAN.length, None)


def test_injections_have_a_history_and_a_next_one(diary, clock):
    clock.stand_at(datetime(2026, 11, 23, 11, tzinfo=UTC))
    diary.plans.add_medicine(
        "denosumab", Schedule(date(2025, 6, 1), Unit.MONTH, 6, times=(time(9),)), interval="6months"
    )
    for day in (date(2025, 6, 1), date(2026, 1, 5), date(2026, 6, 12)):
        log(diary, "took denosumab", day)
    state = diary.summaries.state(SPAN)
    (given,) = state.given
    assert (given.label, len(given.given), given.best_by_days) == ("Denosumab 60 mg", 3, 28)
    assert [(late.due, late.days) for late in given.late] == [(date(2025, 12, 1), 35)]
    assert (given.following.due, given.following.best_by) == (date(2026, 12, 12), date(2027, 1, 9))
    assert state.kept == ()  # it is told of once, in its history
    assert [item.day for item in state.due if item.what == "injection"] == [date(2026, 12, 12)]


def test_what_was_given_stays_on_the_page_when_its_plan_ended_or_never_was(diary):
    plan = diary.plans.add_medicine("denosumab", Schedule(date(2025, 6, 1), Unit.MONTH, 6), interval="6months")
    log(diary, "took denosumab", date(2025, 6, 1))
    log(diary, "zoledronic acid 4 mg", date(2026, 6, 3))
    diary.plans.end(plan.id, date(2026, 1, 1))
    given = {one.medicine: one for one in diary.summaries.state(SPAN).given}
    assert given["denosumab"].following is None
    assert (given["zoledronic_acid"].late, given["zoledronic_acid"].following) == (None, None)
    assert given["zoledronic_acid"].label == "Zoledronic acid"


def test_a_plan_made_by_mistake_and_ended_hides_no_other(diary):
    """Kept since 2024; once more entered with another start, and ended."""
    every_half_year = Schedule(date(2024, 3, 1), Unit.MONTH, 6)
    kept = diary.plans.add_medicine("denosumab", every_half_year, interval="6months")
    again = diary.plans.add_medicine("denosumab", replace(every_half_year, start=date(2025, 3, 3)), interval="6months")
    diary.plans.end(again.id, TODAY)
    log(diary, "took denosumab", date(2026, 3, 1))
    (given,) = diary.summaries.state(SPAN).given
    assert given.following.due == date(2026, 9, 1)
    assert ("injection", date(2026, 9, 1)) in [(item.what, item.day) for item in diary.summaries.state(SPAN).due]
    (course,) = diary.bones.timeline().courses
    assert course.end is None
    assert [one.id for one in diary.plans.medicines()] == ["denosumab"]
    diary.plans.end(kept.id, TODAY)
    assert diary.summaries.state(SPAN).given[0].following is None


def test_an_injection_every_few_weeks_has_no_window_of_months(diary):
    diary.plans.add_medicine("denosumab", Schedule(date(2026, 11, 1), Unit.WEEK, 4), interval="6months")
    (given,) = diary.summaries.state(SPAN).given
    assert (given.late, given.given) == (None, ())


def test_measurements_reach_back_and_never_past_the_last_day(diary):
    for day, bmd in ((date(2024, 3, 4), 0.912), (date(2026, 3, 9), 0.850), (date(2026, 11, 20), 0.9)):
        diary.bones.add_scan(Scan(date=day, site=Site.LUMBAR_SPINE, bmd=bmd))
        diary.bones.add_lab_test(LabTest(date=day, name="25ohd", value=71, unit="nmol/L"))
    log(diary, "fell no injury", date(2026, 11, 10))
    log(diary, "fractured my wrist", date(2025, 1, 10))
    log(diary, "fell no injury", date(2025, 1, 10))
    state = diary.summaries.state(Span(date(2026, 10, 1), date(2026, 11, 19)))
    assert [result.scan.bmd for result in state.results] == [0.85, 0.912]  # the newest first
    assert state.results[0].change.meaning == "loss"
    assert len(state.tests) == 2
    assert [event.moment.date for event in state.events] == [date(2026, 11, 10)]
    assert [event.event for event in state.fractures_before] == ["fracture"]


def test_her_questions_that_wait_and_the_next_appointments_stand_on_the_page(diary):
    assert diary.summaries.since_last_visit() is None
    diary.visits.add(Appointment(date=date(2026, 10, 2), whom="Dr Example"))
    diary.visits.add(Appointment(date=date(2026, 12, 1), whom="Dr Example"))
    for text in ("Is the dental work safe?", "When is my next scan?"):
        diary.visits.ask(text)
    diary.visits.tick(diary.visits.questions()[0].id)
    state = diary.summaries.state(SPAN)
    assert state.questions == ("When is my next scan?",)
    assert [(item.what, item.day) for item in state.due] == [("appointment", date(2026, 12, 1)), ("first_scan", None)]
    assert diary.summaries.since_last_visit() == Span(date(2026, 10, 2), TODAY)


def test_what_was_decided_is_of_the_newest_visit_she_noted_it_of(diary):
    add = diary.visits.add
    add(Appointment(date=date(2026, 3, 2), whom="Dr Example", decided="Letrozole goes on."))
    assert diary.summaries.state(SPAN).decided.decided == "Letrozole goes on."
    add(Appointment(date=date(2026, 9, 1), whom="Dentist"))  # nothing was noted of it
    add(Appointment(date=date(2026, 11, 24), whom="Dr Example", decided="A scan, I think"))  # tomorrow
    assert diary.summaries.state(SPAN).decided.date == date(2026, 3, 2)
    add(Appointment(date=TODAY, whom="Dr Example", decided="Back in half a year."))
    assert diary.summaries.state(SPAN).decided.decided == "Back in half a year."
