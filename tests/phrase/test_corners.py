"""Rare ways of saying things: each is understood as it was meant, asked about, or refused, and never half read."""

from __future__ import annotations

from datetime import time

import pytest

from bonecoach.core.entries import Dose, DoseState, Event, Session, Symptom
from bonecoach.core.nutrients import Nutrient
from bonecoach.phrase.reading import Part
from tests.phrase.conftest import Read, ReadPart


def only_entry(part: Part, kind: type) -> object:
    assert part.problem is None, part.problem
    [entry] = part.entries
    assert isinstance(entry, kind)
    return entry


def flags(part: Part) -> list[object]:
    return [note.facts["flag"] for note in part.notes if note.code == "red_flag"]


# Movement


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("walk 0.5 of an hour", 30),
        ("walk 0.75 of an hour", 45),
        ("walk 1 hour and a", 60),  # nothing behind "and a": no half is made up
        ("walk 20 + 15 min", 35),
        ("walk 3 x 10 min 400 steps", 30),
        ("walk 2 min 30 s", 3),
    ],
)
def test_minutes_are_added_multiplied_and_parted(part: ReadPart, text: str, minutes: int) -> None:
    assert only_entry(part(text), Session).minutes == minutes


def test_half_minutes_are_rounded_and_it_is_said(part: ReadPart) -> None:
    assert [note.code for note in part("walk 2 min 30 s").notes] == ["rounded_minutes"]


@pytest.mark.parametrize(("text", "left"), [("walk 45m 20m", "20m"), ("walk 15 min 3", "3")])
def test_a_second_length_is_not_dropped_silently(part: ReadPart, text: str, left: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.text) == ("words_left", left)


def test_steps_beside_repeated_minutes_are_a_note(part: ReadPart) -> None:
    walk = only_entry(part("walk 3 x 10 min 400 steps"), Session)
    assert (walk.minutes, walk.note) == (30, "400 steps")


def test_a_third_factor_is_the_weight(part: ReadPart) -> None:
    squats = only_entry(part("squats 3 x 10 x 20"), Session)
    [exercise] = squats.exercises
    assert (exercise.sets, exercise.reps, exercise.weight_kg, squats.minutes) == (3, 10, 20, None)


def test_a_fourth_factor_is_no_second_weight(part: ReadPart) -> None:
    problem = part("squats 3 x 10 x 20 x 30").problem
    assert problem is not None
    assert (problem.code, problem.text) == ("words_left", "x 30")


def test_repetitions_beside_minutes_are_certain(part: ReadPart) -> None:
    read = part("squats 20 + 15 min")
    squats = only_entry(read, Session)
    assert (squats.exercises[0].reps, squats.minutes) == (20, 15)
    assert read.notes == ()


@pytest.mark.parametrize("text", ["walk just right 30", "walk 30 felt just right"])
def test_just_right_is_how_it_felt(part: ReadPart, text: str) -> None:
    walk = only_entry(part(text), Session)
    assert (walk.ease, walk.minutes, walk.note) == ("right", 30, "")


def test_more_than_a_thousand_jumps_are_asked_about(part: ReadPart) -> None:
    doubt = part("5000 jumps").doubt
    assert doubt is not None
    assert (doubt.code, doubt.facts, doubt.suggestion) == ("very_many_impacts", {"impacts": 5000}, "500 jumps")
    assert part("1000 jumps").doubt is None


def test_words_in_brackets_are_a_note_up_to_the_last_small_one(part: ReadPart) -> None:
    assert only_entry(part("walk 30 (zork the)"), Session).note == "zork the"


# Falls, pain, notes


def test_a_note_is_kept_whole_whatever_it_says(read: Read) -> None:
    [note, walk] = read("note: slept badly, milk upset me; walk 30").parts
    assert only_entry(note, Event).note == "slept badly, milk upset me"
    assert only_entry(note, Event).event == "other"
    assert only_entry(walk, Session).minutes == 30


def test_a_note_that_says_nothing_is_none(part: ReadPart) -> None:
    problem = part("note:").problem
    assert problem is not None
    assert problem.code == "not_known"


@pytest.mark.parametrize("text", ["fell, unhurt", "fell uninjured", "fell not hurt"])
def test_a_fall_that_hurt_nobody_raises_no_flag(part: ReadPart, text: str) -> None:
    read = part(text)
    fall = only_entry(read, Event)
    assert (fall.event, fall.injury, fall.note) == ("fall", False, "")
    assert flags(read) == []


def test_back_pain_with_numb_legs_is_its_own_red_flag(part: ReadPart) -> None:
    read = part("back pain numb legs")
    assert "back" in str(only_entry(read, Symptom).site)
    assert flags(read) == ["back_and_nerves"]
    assert flags(part("back pain")) == []


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("back pain and tingling legs", True),
        ("back pain, numb legs", True),
        ("backache, can't hold my bladder", True),  # warned of though it is not understood
        ("lower back hurts 4 with tingling down the leg", True),
        ("my back hurts, legs like jelly and numb", True),
        ("toast; terrible back pain; legs feel weak", True),
        ("back pain 0, numb hands", False),
        ("back pain 3, no numbness", False),
        ("back pain 3, numbness 0", False),
        ("back pain 6, weak tea", False),
        ("back pain 6, tea", False),
        ("walked back 20, numb hands", False),
    ],
)
def test_back_pain_and_a_sign_of_the_nerves_are_an_emergency_wherever_they_stand_in_the_line(
    read: Read, text: str, warned: bool
) -> None:
    raised = [flag for part in read(text).parts for flag in flags(part)]
    assert ("back_and_nerves" in raised) is warned


@pytest.mark.parametrize("text", ["weak legs", "my left leg is numb", "weakness in both legs", "bladder trouble"])
def test_a_sign_of_the_nerves_alone_tells_what_it_means_beside_back_pain(part: ReadPart, text: str) -> None:
    assert "back_and_nerves" in flags(part(text))
    assert "back_and_nerves" not in flags(part("weak hands"))


# Amounts of food and supplements


@pytest.mark.parametrize(
    ("text", "grams"),
    # 150 g six times; a glass of milk is 244 g, and twelve of them 2928 g.
    [("yogurt 150 g x 2 x 3", 900), ("milk 2 glasses x 2 x 3", 2928), ("letrozole 2.5 mg x 2 x 3", None)],
)
def test_of_several_factors_none_is_dropped(part: ReadPart, text: str, grams: float | None) -> None:
    assert [entry.grams for entry in part(text).entries] == ([] if grams is None else [grams])


def test_far_too_many_portions_are_asked_about_with_a_tenth_of_them(part: ReadPart) -> None:
    read = part("milk 60 glasses")
    assert read.doubt is not None
    # 60 glasses of 244 g are 14 640 g.
    assert (read.doubt.code, read.doubt.facts["grams"]) == ("very_much_food", 14_640)
    assert read.doubt.suggestion == "milk 6 glasses"


def test_few_but_heavy_portions_are_asked_about_without_a_guess(part: ReadPart) -> None:
    doubt = part("milk 8 pints").doubt
    assert doubt is not None
    assert (doubt.code, doubt.suggestion) == ("very_much_food", None)
    assert part("milk 2 pints").doubt is None


def test_a_weight_with_a_point_may_be_thousands(part: ReadPart) -> None:
    doubt = part("milk 1.200 g").doubt
    assert doubt is not None
    assert (doubt.code, doubt.facts["other"], doubt.suggestion) == ("point_or_thousands", 1200, "milk 1200 g")
    assert part("milk 1.20 kg").doubt is None


def test_two_measures_in_a_row_are_one_unknown_portion(part: ReadPart) -> None:
    problem = part("bread 2 tablespoon cups").problem
    assert problem is not None
    assert (problem.code, problem.text) == ("unknown_portion", "tablespoon cups")


def test_without_sugar_is_a_note_that_ends_with_what_was_left_out(part: ReadPart) -> None:
    [coffee] = part("coffee with no sugar at").entries
    assert (coffee.name, coffee.note) == ("Black coffee", "no sugar")


def test_a_figure_that_stands_apart_from_its_nutrient_is_not_guessed(part: ReadPart) -> None:
    assert part("yogurt calcium of 300").entries == ()
    [yogurt] = part("yogurt calcium 300 mg").entries
    assert yogurt.amounts.in_unit(Nutrient.CALCIUM) == 300


# Times and days


def test_after_eight_is_a_time_only_where_morning_or_evening_is_said(part: ReadPart) -> None:
    assert part("walk 30 ten after eight").problem is not None
    walk = only_entry(part("walk 30 at ten after eight am"), Session)
    assert (walk.minutes, walk.moment.wall) == (30, time(8, 10))


def test_the_same_time_said_twice_is_one_entry(part: ReadPart) -> None:
    assert len(part("milk at 8:00 and at 8:00").entries) == 1
    assert len(part("milk at 8 and at 10").entries) == 2


def test_a_range_without_its_end_is_no_range(part: ReadPart) -> None:
    assert part("milk from 7 to milk").entries == ()
    walk = only_entry(part("walk from 7 to 8"), Session)
    assert (walk.minutes, walk.moment.wall) == (60, time(7))


def test_a_day_that_has_not_come_is_refused_for_every_part_it_was_said_of(read: Read) -> None:
    assert [problem.code for problem in read("tomorrow: milk, toast").problems] == ["future", "future"]
    [milk, toast] = read("tomorrow: milk, toast yesterday").parts
    assert milk.problem is not None
    assert toast.entries[0].moment.date.day == 22


# Doses


@pytest.mark.parametrize("text", ["left out letrozole", "letrozole left out", "skipped letrozole"])
def test_a_dose_that_was_left_out(part: ReadPart, text: str) -> None:
    dose = only_entry(part(text), Dose)
    assert (dose.state, dose.amount, dose.note) == (DoseState.SKIPPED, 2.5, "")


def test_a_tablet_is_one_usual_dose(part: ReadPart) -> None:
    read = part("a tablet of letrozole")
    assert only_entry(read, Dose).amount == 2.5
    assert [note.code for note in read.notes] == ["usual_dose_assumed"]


def test_two_tablets_of_a_said_strength_are_asked_about(part: ReadPart) -> None:
    read = part("2 tablets letrozole 2.5 mg")
    assert only_entry(read, Dose).amount == 5
    assert read.doubt is not None
    assert (read.doubt.code, read.doubt.facts["times"]) == ("above_usual_dose", 2)


def test_a_dose_with_a_point_may_be_thousands(part: ReadPart) -> None:
    read = part("letrozole 1.250 mg")
    assert only_entry(read, Dose).amount == 1.25
    assert read.doubt is not None
    assert (read.doubt.code, read.doubt.suggestion) == ("point_or_thousands", "letrozole 1250 mg")


@pytest.mark.parametrize("text", ["letrozole 0 mg", "letrozole 0", "letrozole 2000 kg"])
def test_an_impossible_dose_is_refused_where_it_stands(part: ReadPart, text: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.text) == ("impossible_dose", text.removeprefix("letrozole "))


def test_millilitres_of_a_tablet_are_refused(part: ReadPart) -> None:
    assert part("letrozole 2.5 ml").entries == ()


def test_a_line_of_slips_is_not_guessed_at_word_by_word_for_ever(part: ReadPart) -> None:
    problem = part("milkk hndful spoonfl teaspn tablspoon grms").problem
    assert problem is not None
    assert problem.fix is None


# Days said once


def test_a_day_said_first_holds_up_to_a_semicolon(read: Read) -> None:
    milk, toast, walk = read("yesterday milk 1 glass, 1 slice rye bread; walk 20").parts
    assert [part.entries[0].moment.date.day for part in (milk, toast, walk)] == [22, 22, 23]


@pytest.mark.parametrize(
    ("text", "felt", "note"),
    [
        ("fell, wrist pain 6", [("joint_pain", 6, "wrists")], ""),
        ("fell in the kitchen wrist pain 6", [("joint_pain", 6, "wrists")], "in the kitchen"),
        ("fell and both knees hurt 3", [("joint_pain", 3, "both knees")], ""),
        ("fell down 2 steps, sore hands 5", [("joint_pain", 5, "hands")], "down 2 steps"),
        ("tripped over the cat, pain in right wrist 4 out of 10", [("joint_pain", 4, "right wrist")], "over the cat"),
        ("slipped on ice hip pain 7", [("thigh_hip_pain", 7, None)], "on ice"),
        ("fell off the kerb, left ankle 5/10", [("joint_pain", 5, "left ankle")], "off the kerb"),
        ("had a fall and my shoulder is sore 5", [("joint_pain", 5, "shoulders")], ""),
        ("fell. pain 4", [("joint_pain", 4, None)], ""),
    ],
)
def test_a_scored_pain_beside_a_fall_is_kept_and_the_fall_did_harm(
    part: ReadPart, text: str, felt: list[tuple[str, int, str | None]], note: str
) -> None:
    read = part(text)
    assert read.problem is None, read.problem
    fall, *pains = read.entries
    assert isinstance(fall, Event)
    assert (fall.event, fall.injury, fall.note) == ("fall", True, note)
    assert [(p.symptom, p.score, p.site) for p in pains if isinstance(p, Symptom)] == felt
    assert {"flag": "fall_or_fracture"} in [dict(each.facts) for each in read.notes]


def test_who_says_no_injury_is_believed_and_a_near_fall_is_none(part: ReadPart) -> None:
    fall, pain = part("fell, no injury, knee pain 2").entries
    assert (fall.injury, pain.score) == (False, 2)  # type: ignore[attr-defined]
    near, pain = part("nearly fell, knee pain 3").entries
    assert (near.name, pain.score) == ("Near fall", 3)


def test_a_walk_behind_a_fall_is_no_walk_on_the_fells(read: Read) -> None:
    fall, walk = read("fell, walk 30").parts
    assert [entry.name for entry in (*fall.entries, *walk.entries)] == ["Fall", "Walk"]
    (fall,) = read("fell, can't walk").parts
    assert fall.entries[0].injury  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("shoulder pain right 5", "right shoulder"),
        ("knee left 4", "left knee"),
        ("pain in the left hand 3", "left hand"),
        ("hands and left knee hurt 3", "hands, left knee"),
    ],
)
def test_the_side_may_stand_anywhere_beside_one_site(part: ReadPart, text: str, site: str) -> None:
    assert only_entry(part(text), Symptom).site == site


def test_what_hurts_all_over_has_no_site(part: ReadPart) -> None:
    assert only_entry(part("stiff all over"), Symptom).note == "all over"
    assert only_entry(part("pain everywhere 5"), Symptom).note == "everywhere"
