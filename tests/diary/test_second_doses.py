"""A medicine that stands on its day, or in its week, asks before it is logged again, whichever way it is logged."""

from datetime import date, time, timedelta

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary.refusals import PleaseConfirm
from bonecoach.words import Words

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
"""The clock stands at noon of Monday the 23rd in Berlin."""


def daily(*times, start=TODAY, **more):
    return Schedule(start, times=tuple(time.fromisoformat(at) for at in times), **more)


def asked(diary, text, **more):
    """What is asked about a line; "" when nothing is."""
    return " ".join(Words("en_GB").doubt(doubt) for doubt in diary.read(text, **more).doubts)


def labels(diary):
    return [f"{entry.label} {entry.moment.date:%d} {entry.moment.wall:%H:%M}" for entry in diary.entries()]


def test_the_second_letrozole_of_a_day_asks_and_yes_logs_it(diary):
    diary.log_text("took letrozole at 8")
    assert asked(diary, "femara") == "Letrozole is already logged for today at 08:00: was this a second dose?"
    with pytest.raises(PleaseConfirm):
        diary.log_text("took letrozole")
    assert len(diary.entries()) == 1
    diary.log_text("took letrozole", confirmed=True)
    assert labels(diary) == ["Letrozole 2.5 mg 23 08:00", "Letrozole 2.5 mg 23 12:00"]


def test_an_entry_for_another_date_is_judged_on_that_date(diary):
    diary.log_text("took letrozole at 8")
    assert asked(diary, "took letrozole yesterday") == ""
    diary.log_text("took letrozole yesterday at 9")
    assert asked(diary, "took letrozole at 7 yesterday") == (
        "Letrozole is already logged for yesterday at 09:00: was this a second dose?"
    )
    assert diary.read_on(YESTERDAY, "took letrozole").doubts
    assert not diary.read_on(YESTERDAY - timedelta(days=1), "took letrozole").doubts
    assert asked(diary, "took letrozole fri and sat") == ""


def test_twice_in_one_line_asks_too(diary):
    assert asked(diary, "took letrozole at 8, walk 30, took letrozole at 9") == (
        "Letrozole stands twice in this line, also for today at 08:00: was it taken twice?"
    )
    assert asked(diary, "took letrozole, took anastrozole") == ""
    assert asked(diary, "took letrozole, missed letrozole yesterday") == ""


def test_an_absurd_dose_is_asked_about_first(diary):
    diary.log_text("took letrozole at 8")
    assert "10 times" in asked(diary, "letrozole 25 mg")


def test_what_was_undone_or_deleted_does_not_stand(diary):
    diary.log_text("took letrozole at 8")
    diary.undo()
    diary.log_text("took letrozole at 9")
    diary.delete([diary.entries()[0].id])
    assert asked(diary, "took letrozole") == ""


def test_editing_a_dose_is_no_second_one_but_moving_it_onto_another_is(diary):
    diary.log_text("took letrozole at 8, walk 30 at 9")
    diary.log_text("took letrozole yesterday at 8")
    dose = next(entry for entry in diary.entries(TODAY) if entry.label.startswith("Letrozole"))
    assert not diary.read_edit(dose, "took letrozole at 9").doubts
    diary.edit(dose.id, "took letrozole at 8:30")
    with pytest.raises(PleaseConfirm):
        diary.edit(dose.id, "took letrozole yesterday at 9")
    with pytest.raises(PleaseConfirm):
        diary.edit(dose.id, "took letrozole", at=diary.now().instant - timedelta(days=1))


def test_a_weekly_tablet_within_its_week_asks_without_any_plan(diary):
    diary.log_text("alendronate on friday at 7")
    assert asked(diary, "alendronate 70") == (
        "Alendronate is already logged for Friday 20 November at 07:00: was this a second dose?"
    )
    assert asked(diary, "alendronate 70 on 13 nov") == ""


def test_a_plan_says_how_often_and_when(diary):
    diary.plans.add_medicine("letrozole", daily("08:00", "20:00"))
    diary.log_text("took letrozole at 8")
    assert asked(diary, "took letrozole") == ""
    diary.plans.add_medicine("alendronate", Schedule(date(2026, 11, 2), Unit.WEEK, times=(time(7),)), interval="week")
    diary.log_text("alendronate on friday at 7")  # late for Monday the 16th
    assert asked(diary, "alendronate at 7") == ""  # today is the next planned Monday


def test_a_reminder_for_a_medicine_that_stands_today_can_still_be_set(diary):
    diary.log_text("took letrozole at 8")
    assert diary.plans.understood("letrozole 2.5 mg").understood
    with pytest.raises(PleaseConfirm):
        diary.plans.understood("letrozole 25 mg")


def test_usuals_and_same_as_yesterday_ask_or_leave_it_out(diary):
    for day in ("yesterday", "on saturday", "on friday"):
        diary.log_text(f"took letrozole, calcium 500 {day}")
    assert {entry.name for entry in diary.usuals.yesterday()} == {"Letrozole", "Calcium"}
    usual = next(usual for usual in diary.usuals.around() if usual.entry.name == "Letrozole")
    assert not diary.usuals.asks(usual)
    diary.usuals.log(usual)
    assert diary.usuals.asks(usual)
    assert not diary.usuals.asks(usual, TODAY - timedelta(days=5))
    with pytest.raises(PleaseConfirm):
        diary.usuals.log(usual)
    with pytest.raises(PleaseConfirm):
        diary.usuals.same_again([usual.entry])
    assert {entry.name for entry in diary.usuals.yesterday()} == {"Calcium"}
    assert diary.usuals.anything_yesterday()
    diary.usuals.same_again([usual.entry], confirmed=True)
    assert len(diary.entries(TODAY, kinds=["dose"])) == 2


class TestDone:
    """Done on a reminder, when it was logged by hand in the meantime."""

    @pytest.fixture
    def letrozole(self, diary):
        return diary.plans.add_medicine("letrozole", daily("12:30"))

    def done(self, diary, plan, clock="12:30", day=TODAY, at=None):
        return diary.reminders.answer(f"{plan.id}:{day}:{clock}", State.DONE, at)

    def test_it_makes_no_second_dose_and_settles_the_time(self, diary, clock, letrozole):
        clock.advance(minutes=30)
        diary.reminders.settle()
        diary.log_text("took letrozole")
        self.done(diary, letrozole)
        assert labels(diary) == ["Letrozole 2.5 mg 23 12:30"]
        assert [tuple(item.counts)[:2] for item in diary.reminders.adherence(TODAY, TODAY)] == [(1, 1)]
        with pytest.raises(InvalidEntry, match="already_answered"):
            self.done(diary, letrozole)
        diary.undo()  # the answer, not the dose
        assert len(diary.entries()) == 1

    def test_nor_does_a_dose_that_came_too_early_to_settle_it(self, diary, clock):
        plan = diary.plans.add_medicine("letrozole", daily("20:00"))
        diary.log_text("took letrozole at 9")  # eleven hours before
        clock.advance(hours=9)
        self.done(diary, plan, "20:00")
        assert labels(diary) == ["Letrozole 2.5 mg 23 09:00"]
        assert [tuple(item.counts)[:2] for item in diary.reminders.adherence(TODAY, TODAY)] == [(1, 1)]

    def test_a_dose_that_another_answer_logged_is_none_for_this_time(self, diary, clock):
        plan = diary.plans.add_medicine("letrozole", daily("22:00", start=YESTERDAY))
        self.done(diary, plan, "22:00", YESTERDAY, at=clock.now())  # she says that she took it just now
        clock.advance(hours=10)
        self.done(diary, plan, "22:00")
        assert labels(diary) == ["Letrozole 2.5 mg 23 12:00", "Letrozole 2.5 mg 23 22:00"]

    def test_a_supplement_is_not_logged_twice_either_and_what_is_missing_of_it_is(self, diary, clock):
        log = "calcium 600, d 400"
        reading = diary.plans.understood(log)
        plan = diary.plans.add("Calcium and D", daily("12:30", "18:30"), log=log, reading=reading)
        clock.advance(minutes=30)
        diary.log_text("calcium 600")
        self.done(diary, plan)
        assert [entry.name for entry in diary.entries()] == ["Calcium", "Vitamin D"]
        clock.advance(hours=6)
        diary.log_text("calcium 600, d 400")
        self.done(diary, plan, "18:30")
        assert [entry.name for entry in diary.entries()] == ["Calcium", "Vitamin D"] * 2

    def test_after_a_missed_one_by_hand_done_logs_the_dose(self, diary, clock, letrozole):
        clock.advance(minutes=30)
        diary.log_text("missed letrozole")
        self.done(diary, letrozole)
        assert len(diary.entries()) == 2
