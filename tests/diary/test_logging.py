"""Logging, editing, deleting: what a person does all day."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bonecoach.core.activities import Load
from bonecoach.core.entries import Intake, Session
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.schedules import Schedule
from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import MONDAY, at, food, joint_pain, session, supplement

TODAY = date(2026, 11, 23)


def refused(code, act, *args, **named):
    with pytest.raises(DiaryError) as error:
        act(*args, **named)
    assert error.value.code == code


def test_a_line_is_logged_whole(diary):
    step = diary.log_text("2 glasses milk, calcium citrate 500, walk 30 brisk")
    milk, citrate, walk = diary.entries_of(step)
    # USDA whole milk: 113 mg a 100 g; 2 × 244 g hold 551.44 mg.
    assert milk.amounts.in_unit(Nutrient.CALCIUM) == 551.44
    assert citrate.label == "Calcium citrate 500 mg"
    assert walk.activity == "walk_brisk"
    assert len({e.together for e in (milk, citrate, walk)}) == 1
    assert diary.day(TODAY).nutrients[Nutrient.CALCIUM].amount == 1_051_440_000


def test_a_line_that_is_not_understood_logs_nothing_of_it(diary):
    with pytest.raises(NotUnderstood) as refused:
        diary.log_text("walk 30, frobnicate 12")
    assert refused.value.reading.problems[0].text == "frobnicate 12"
    assert diary.entries() == []


def test_an_absurd_amount_is_asked_about_and_logged_when_confirmed(diary):
    with pytest.raises(PleaseConfirm):
        diary.log_text("calcium 30000 mg")
    assert diary.entries() == []
    diary.log_text("calcium 30000 mg", confirmed=True)
    assert len(diary.entries()) == 1


def test_what_has_not_happened_yet_is_refused(diary):
    refused("future", diary.log, [food(TODAY, "12:01", calcium_mg=1)])
    refused("nothing_to_log", diary.log, [])


def test_logging_is_on_disk_before_anyone_is_told(reopen, folder):
    told = []

    def announce(step):
        told.append((step.name, len(reopen().entries())))

    reopen(announce).log([food(MONDAY, calcium_mg=1)])
    assert told == [("log", 1)]


def test_an_edit_keeps_id_time_and_line(diary):
    (milk, walk) = diary.entries_of(diary.log_text("milk 200 ml, walk 30", at=NOON - timedelta(days=2)))
    step = diary.edit(milk.id, "2 glasses milk")
    (edited,) = diary.entries_of(step)
    assert (edited.id, edited.moment, edited.together) == (milk.id, milk.moment, walk.together)
    assert edited.grams == 488
    diary.undo()
    assert diary.entry(milk.id) == milk


def test_an_edit_may_say_another_time_of_its_own_day(diary):
    (milk,) = diary.entries_of(diary.log_text("milk 200 ml", at=NOON - timedelta(days=2, hours=6)))
    (edited,) = diary.entries_of(diary.edit(milk.id[:8], "2 glasses milk at 8:30"))
    assert (edited.moment.date, edited.moment.wall) == (TODAY - timedelta(days=2), time(8, 30))


def test_an_edit_may_turn_one_thing_into_two_or_into_another_kind(diary):
    (milk,) = diary.entries_of(diary.log_text("milk 200 ml"))
    one, other = diary.entries_of(diary.edit(milk.id, "walk 30, calcium citrate 500"))
    assert isinstance(one, Session)
    assert isinstance(other, Intake)
    assert (one.id, one.together, other.together) == (milk.id, milk.together, milk.together)
    assert {e.id for e in diary.entries()} == {one.id, other.id}
    assert diary.entries(deleted=True) == []
    assert diary.entries_of(diary.undo()) == (milk, other)
    assert diary.entries() == [milk]
    diary.redo()
    assert diary.entry(milk.id) == one


def test_an_edit_that_says_what_stands_there_is_no_step(diary):
    (milk,) = diary.entries_of(diary.log_text("milk 200 ml"))
    logged = diary.can_undo()
    diary.replace(milk.id, [milk])
    assert diary.can_undo() == logged


def test_an_edit_that_is_not_understood_or_empty_changes_nothing(diary):
    (milk,) = diary.entries_of(diary.log_text("milk 200 ml"))
    with pytest.raises(NotUnderstood):
        diary.edit(milk.id, "frobnicate")
    refused("nothing_to_log", diary.replace, milk.id, [])
    refused("no_such_entry", diary.edit, "0" * 32, "milk")
    assert diary.entries() == [milk]


def test_deleted_entries_lie_in_the_bin_until_it_is_emptied(diary):
    first, second = diary.entries_of(diary.log([food(MONDAY, calcium_mg=1), session(30)]))
    diary.delete([first.id, second.id, first.id])
    assert diary.entries() == []
    assert len(diary.entries(deleted=True)) == 2
    diary.restore([second.id])
    assert diary.entries() == [second]
    assert diary.empty_bin() == 1
    refused("no_such_entry", diary.restore, [first.id])
    refused("no_such_entry", diary.delete, [first.id])
    refused("nothing_to_log", diary.delete, [])


def test_after_the_bin_is_emptied_nothing_half_comes_back(diary):
    diary.log([food(MONDAY, calcium_mg=1)])
    (second,) = diary.entries_of(diary.log([session(30)]))
    diary.delete([e.id for e in diary.entries() if e.id != second.id])
    diary.empty_bin()
    diary.undo()  # the log of the session: the steps about the milk are gone
    assert diary.entries() == []
    refused("nothing_to_undo", diary.undo)


def test_the_first_characters_of_an_id_are_enough_when_they_name_one(diary):
    one, _ = diary.entries_of(diary.log([food(MONDAY, calcium_mg=1), session(30)]))
    assert diary.entry(one.id[:12]) == one
    refused("no_such_entry", diary.entry, "zz")
    refused("no_such_entry", diary.entry, "")


def test_an_id_that_begins_two_entries_is_asked_about(diary, monkeypatch):
    ids = iter(("abcd1", "abcd2", "line1", "line2"))
    monkeypatch.setattr("bonecoach.diary.changing.new_id", lambda: next(ids))
    monkeypatch.setattr("bonecoach.diary.changing._line_id", lambda store: "line")
    diary.log([session(30)])
    diary.log([session(40)])
    refused("several_entries", diary.entry, "abcd")
    assert diary.entry("abcd1").id == "abcd1"
    refused("no_such_entry", diary.entry, "abc")  # too short to be anything but a slip: "edit 4 milk"


def test_undo_and_redo_walk_all_kinds_of_steps(diary):
    diary.log([food(MONDAY, calcium_mg=1)])
    diary.person.set_facts({"weight_kg": "70"})
    diary.rest_week(MONDAY)
    for _ in range(3):
        diary.undo()
    assert diary.entries() == []
    assert diary.person.profile(TODAY).weight_kg is None
    assert diary.week(MONDAY).movement.rest_week is False
    for _ in range(3):
        diary.redo()
    assert diary.week(MONDAY).movement.rest_week is True
    refused("nothing_to_redo", diary.redo)


def test_the_edit_menu_knows_what_would_be_undone(diary):
    assert diary.can_undo() is None
    diary.log([session(30)])
    assert diary.can_undo().label == "Session"
    diary.undo()
    assert diary.can_redo().label == "Session"


def test_a_food_of_the_table_is_logged_by_weight_or_portion(diary):
    (sardines,) = diary.foods("sardines", 1)
    portion = sardines.portions[0]
    (eaten,) = diary.entries_of(diary.log_food(sardines.id, portion=portion.name, count=2))
    assert eaten.grams == 2 * portion.grams
    (eaten,) = diary.entries_of(diary.log_food(sardines.id, grams=50, count=2))
    assert (eaten.grams, eaten.thing, eaten.quantity) == (100, sardines.id, "100 g")
    (eaten,) = diary.entries_of(diary.log_food(sardines.id))
    assert eaten.grams == portion.grams
    refused("no_such_food", diary.log_food, "x999")
    refused("no_such_portion", diary.log_food, sardines.id, portion="wheelbarrow")
    with pytest.raises(InvalidEntry, match="impossible_grams"):
        diary.log_food(sardines.id, grams=float("nan"))


def test_none_taken_is_said_of_an_empty_day_and_ends_when_something_is_logged(diary):
    diary.none_taken(MONDAY)
    assert diary.day(MONDAY).nutrients[Nutrient.CALCIUM].amount == 0
    diary.log([food(MONDAY, calcium_mg=100)])
    assert diary.day(MONDAY).none_taken is False
    refused("has_intakes", diary.none_taken, MONDAY)
    diary.undo()
    assert diary.day(MONDAY).none_taken is True
    diary.none_taken(MONDAY, on=False)
    assert diary.day(MONDAY).recorded is False
    refused("future", diary.none_taken, TODAY + timedelta(days=1))


def test_a_day_of_none_taken_ends_when_something_comes_back_from_the_bin(diary):
    (milk,) = diary.entries_of(diary.log([food(MONDAY, calcium_mg=100)]))
    diary.delete([milk.id])
    diary.none_taken(MONDAY)
    diary.restore([milk.id])
    assert diary.day(MONDAY).none_taken is False
    diary.undo()
    assert diary.day(MONDAY).none_taken is True


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_days_before_and_after_all_diaries_are_refused(diary, day):
    diary.person.set_facts({"week_starts": "sunday"})
    for ask in (diary.day, diary.week, diary.usuals.yesterday, diary.rest_week, diary.none_taken, diary.advice):
        with pytest.raises(InvalidEntry, match="impossible_date"):
            ask(day)
    with pytest.raises(InvalidEntry, match="impossible_date"):
        diary.usuals.same_again([session(30)], day)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2199, 12, 31)])
def test_the_first_and_the_last_day_can_be_looked_at(diary, day):
    assert diary.day(day).entries == ()
    assert day in diary.week(day).week
    assert len(diary.trend(2600, day)) == 2600


@pytest.mark.parametrize("weeks", [0, -1, 2601, 10**9])
def test_a_trend_of_no_or_too_many_weeks_is_refused(diary, weeks):
    with pytest.raises(InvalidEntry, match="impossible_count"):
        diary.trend(weeks)


def test_saying_the_same_again_is_no_step(diary):
    diary.rest_week(MONDAY)
    last = diary.can_undo()
    diary.rest_week(MONDAY + timedelta(days=3))
    assert diary.can_undo() == last


def test_the_window_sees_what_the_terminal_wrote(reopen):
    window, terminal = reopen(), reopen()
    assert window.changed_elsewhere() is False
    terminal.person.set_facts({"weight_kg": "70"})
    assert window.changed_elsewhere() is True
    assert window.person.profile(TODAY).weight_kg == 70
    assert window.changed_elsewhere() is False


def test_history_finds_words_kinds_and_dates(diary):
    diary.log([food(MONDAY, calcium_mg=1), supplement(MONDAY, calcium_mg=2), session(30), joint_pain(4, TODAY)])
    assert [e.name for e in diary.entries(text="tab")] == ["Tablet"]
    assert [e.name for e in diary.entries(kinds=["symptom", "session"])] == ["Session", "Joint pain"]
    assert [e.name for e in diary.entries(first=TODAY)] == ["Joint pain"]
    assert [e.name for e in diary.entries(limit=2)] == ["Food", "Joint pain"]


def test_yesterday_is_logged_again_at_its_times_or_now_where_these_have_not_come(diary, clock):
    eve = TODAY - timedelta(days=1)
    diary.log([supplement(eve, "08:00", calcium_mg=500), session(30, day=eve), joint_pain(3, eve)])
    diary.log([supplement(eve, "18:00", calcium_mg=500)])
    again = diary.usuals.yesterday()
    assert len(again) == 3
    logged = diary.entries_of(diary.usuals.same_again(again))
    assert [e.moment.wall for e in sorted(logged, key=lambda e: e.moment.instant)] == [time(8), time(10), time(12)]
    assert {e.moment.date for e in logged} == {TODAY}
    diary.undo()
    assert len(diary.entries()) == 4


def test_tablets_of_two_hours_are_not_swallowed_together_because_both_have_not_come_yet(diary):
    eve = TODAY - timedelta(days=1)
    diary.log([supplement(eve, "18:00", calcium_mg=500), supplement(eve, "18:00", calcium_mg=100)])
    diary.log([supplement(eve, "21:00", calcium_mg=500)])
    logged = diary.entries_of(diary.usuals.same_again(diary.usuals.yesterday()))
    assert {e.moment.wall for e in logged} == {time(12)}
    assert len({e.together for e in logged}) == 2
    # 500 + 100 mg were taken at once; the 500 mg of nine in the evening were not.
    assert diary.day(TODAY).nutrients[Nutrient.CALCIUM].largest_single_dose == 600_000_000


def test_a_backup_is_due_once_a_day_and_may_be_kept_elsewhere(diary, clock, tmp_path):
    assert diary.upkeep.backup_due() is True
    assert diary.upkeep.backup().parent == diary.upkeep.backup_folder
    assert diary.upkeep.backup_due() is False
    clock.advance(days=1)
    assert diary.upkeep.backup_due() is True
    diary.set_setting("backup_dir", str(tmp_path / "stick"))
    assert diary.upkeep.backup().parent == tmp_path / "stick"
    assert diary.upkeep.backup(tmp_path / "more").name == "bonecoach-2026-11-24-120000.db"
    (tmp_path / "file").touch()
    refused("not_a_folder", diary.upkeep.backup, tmp_path / "file")


def test_a_sound_diary_has_no_faults(diary):
    diary.log([food(MONDAY, calcium_mg=1)])
    assert diary.upkeep.check() == []
    assert diary.upkeep.quick_check() is None
    assert diary.upkeep.path.exists()
    diary.upkeep.warm()


def test_the_text_of_an_entry_says_it_again(diary):
    assert at(MONDAY).date == MONDAY
    for line in ("calcium citrate 500 mg", "joint pain 4", "took letrozole 2.5 mg"):
        (entry,) = diary.entries_of(diary.log_text(line))
        assert diary.text_of(entry).lower() == line


def test_what_was_logged_in_one_second_stands_in_the_order_it_was_said(diary):
    diary.log_text("walk 30, calcium citrate 500, pain 4, milk 200 ml")
    diary.log_text("took letrozole, d3 1000 iu")
    names = ["Walk", "Calcium citrate", "Joint pain", "Whole milk", "Letrozole", "Vitamin D3"]
    assert [e.name for e in diary.entries()] == names


def test_on_yesterdays_page_times_are_yesterdays(diary, clock):
    # It is noon on Monday the 23rd in Berlin; the page of Sunday the 22nd is open.
    sunday = date(2026, 11, 22)
    said = {
        "milk 1 glass at 18:00": "18:00",  # later than now by the clock, and past on that day
        "pain 4 at 22": "22:00",
        "walk 30 at 9": "09:00",
        "walk 30": "12:00",  # nothing said: the present time of day
    }
    for text, wall in said.items():
        (entry,) = diary.read_on(sunday, text).entries
        assert (entry.moment.date, f"{entry.moment.wall:%H:%M}") == (sunday, wall), text


def test_a_rest_week_marked_before_weeks_began_on_sunday_can_be_taken_off(diary):
    diary.rest_week(MONDAY)
    diary.person.set_facts({"week_starts": "sunday"})
    week = diary.week(MONDAY)
    assert week.movement.rest_week or diary.week(MONDAY + timedelta(days=6)).movement.rest_week
    for day in (MONDAY, MONDAY + timedelta(days=6)):
        diary.rest_week(day, on=False)
    assert not diary.week(MONDAY).movement.rest_week
    assert not diary.week(MONDAY + timedelta(days=6)).movement.rest_week


def test_a_day_and_its_week_count_alike_though_the_counting_changed_in_between(diary):
    diary.log([replace(session(40, day=MONDAY), load=Load.NOT_WEIGHT_BEARING)])
    diary.person.set_facts({"count": "all_aerobic"}, since=MONDAY + timedelta(days=2))
    assert diary.day(MONDAY).movement == diary.week(MONDAY).on(MONDAY).movement


def test_undo_takes_back_only_the_step_that_was_meant(diary):
    milk = diary.log([food(MONDAY, calcium_mg=1)])
    diary.log([session(30)])
    with pytest.raises(DiaryError, match="changed_since"):
        diary.undo(milk.id)
    assert len(diary.entries()) == 2


def test_yesterday_in_an_edit_is_the_day_before_this_one(diary, clock):
    # An entry of Friday the 20th, edited on Monday the 23rd.
    (milk,) = diary.entries_of(diary.log_text("milk 1 glass at 8:00 on friday"))
    (moved,) = diary.entries_of(diary.edit(milk.id, "milk 2 glasses yesterday"))
    assert (moved.moment.date, moved.moment.wall) == (date(2026, 11, 22), time(8))
    (back,) = diary.entries_of(diary.edit(milk.id, "milk 2 glasses friday"))
    assert (back.moment.date, back.moment.wall) == (date(2026, 11, 20), time(8))


def test_a_medicine_that_is_planned_can_be_typed_edited_and_logged_after_it_ended(diary):
    plan = diary.plans.add_medicine("Levothyroxine", Schedule(date(2026, 11, 1)), amount=50, unit="µg")
    diary.log_text("took levothyroxine at 7")
    (dose,) = diary.entries()
    assert dose.label == "Levothyroxine 50 µg"
    assert diary.text_of(dose) == "took levothyroxine 50 µg"
    diary.edit(dose.id, "took levothyroxine 50 µg at 6:30")
    diary.plans.end(plan.id)
    assert diary.read("missed levothyroxine yesterday").understood
