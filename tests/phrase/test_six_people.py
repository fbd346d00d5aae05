"""Lines as six people type them: tired, a nurse, a runner, a pharmacist, dictating, with stiff fingers."""

from __future__ import annotations

import pytest

from tests.phrase.conftest import NOON, Read, ReadPart
from tests.phrase.summary import summary


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        # Tired, at the end of a day.
        ("cuppa with milk and 2 digestives", "Tea with milk, 1 cup [usual_portion]; Digestive biscuit, 2 [similar]"),
        ("latte with oat milk", "Latte with plant drink, 1 cup [usual_portion, varies]"),
        ("my knees are bad today", "joint_pain: Joint pain, knees (bad)"),
        ("back is bad again", "back_pain: Back pain (bad again)"),
        ("bad night", "other: Poor sleep"),
        ("woke up stiff", "other: Stiffness"),
        ("hands 3 knees 4", "joint_pain: Joint pain, hands, 3 of 10 + joint_pain: Joint pain, knees, 4 of 10"),
        ("walked up and down the hall 10 min", "walk moderate 10 min (up and down the hall)"),
        ("walked with a walking stick 20", "walk moderate 20 min"),
        ("Good morning. Letrozole taken. walk 20", "taken Letrozole 2.5 mg [usual_dose_assumed]; walk moderate 20 min"),
        ("Hi, walk 30", "walk moderate 30 min"),
        ("walk home 20", "walk moderate 20 min (home)"),
        ("hoovered the lounge and the kitchen 20", "vacuuming moderate 20 min (lounge, kitchen)"),
        ("hoovered the front room 10", "vacuuming moderate 10 min (front room)"),
        ("Breakfast. Porridge.", "Porridge made with water, 1 bowl @11-23 08:00 [usual_portion]"),
        ("slipped but caught myself", "other: Near fall, injury None"),
        ("tripped, caught myself", "other: Near fall, injury None"),
        ("fell and hurt myself", "fall: Fall, injury True (hurt myself) [red_flag fall_or_fracture]"),
        ("walk to shop 15 min and back 15 min", "walk moderate 30 min"),
        ("plank 30'' x 3", "planks moderate 2 min plank 3xNonexNone [rounded_minutes]"),
        (
            "mag cit 150",
            "supplement: Magnesium citrate 150 mg = magnesium 150 [took_element] or 'mag cit 150 mg compound'",
        ),
        ("greek yog 150", "Greek yogurt, 150 g [took_grams]"),
        ("did not take letrozole", "missed Letrozole 2.5 mg"),
        ("took my letrozole late", "taken Letrozole 2.5 mg (late) [usual_dose_assumed]"),
        # A nurse.
        ("letrozole 2.5mg PO OD given 0800", "taken Letrozole 2.5 mg @11-23 08:00"),
        ("alendronic acid 70mg taken 0630 fasting", "taken Alendronate 70 mg @11-23 06:30 (fasting)"),
        ("zoledronic acid 4mg IV over 15 min", "taken Zoledronic acid 4 mg (over 15 min)"),
        ("ergocalciferol 50,000 units q week", "supplement: Vitamin D2 50000 IU = D 1250 over 7 days"),
        # A runner.
        ("5k run 28:30", "run vigorous 29 min [rounded_minutes]"),
        ("6 mile run 1:02:15", "run vigorous 62 min (6 mile) [rounded_minutes]"),
        ("deadlift 5x5 135 lb", "deadlifts moderate deadlift 5x5x61.23"),
        ("tempo run 40 min hard", "run vigorous 40 min felt hard"),
        ("8500 steps in 75 minutes", "walk moderate 75 min (8500 steps)"),
        ("treadmill 30 min 6 mph", "walk moderate 30 min (6 mph) ?walk_or_run 'treadmill run 30 min 6 mph'"),
        ("treadmill 30 min 3 mph", "walk moderate 30 min (3 mph)"),
        ("walk 10 km in 60 min", "walk moderate 60 min (10 km) ?walk_or_run 'run 10 km in 60 min'"),
        ("walk 30 min 9 km/h", "walk moderate 30 min (9 km/h) ?walk_or_run 'run 30 min 9 km/h'"),
        ("jog 30 min 9 km/h", "jog vigorous 30 min (9 km/h)"),
        ("run 4 x 400 m 20 min", "run vigorous 20 min (4 x 400 m)"),
        ("run 3 x 2 miles 50 min", "run vigorous 50 min (3 x 2 miles)"),
        ("run 45 min 8:59 pace", "run vigorous 45 min (8:59 pace)"),
        ("run 45 min pace 8:59", "run vigorous 45 min (pace 8:59)"),
        ("run 5 miles in 45 min, 9:00 a mile", "run vigorous 45 min (9:00 a mile, 5 miles)"),
        ("run 45 min @ 5:30 min/km", "run vigorous 45 min (@ 5:30 min/km)"),
        ("run 28:30 at 5:42/km pace", "run vigorous 29 min (at 5:42/km pace) [rounded_minutes]"),
        ("squats x10", "squats moderate squat 1x10xNone"),
        ("10x squats", "squats moderate squat 1x10xNone"),
        ("jumps x 50", "jumps moderate 50 impacts"),
        ("squats 3 by 10", "squats moderate squat 3x10xNone"),
        ("10 squats x 3", "squats moderate squat 3x10xNone"),
        ("lunges 10 each leg x 2", "lunges moderate lunge 2x10xNone"),
        ("hops 20 each leg", "jumps moderate 20 impacts"),
        ("one leg stand 30 secs each leg", "single_leg_stance light 1 min [rounded_minutes]"),
        ("stamped my feet 50", "stamps moderate 50 impacts"),
        ("lifted 45 min", "strength moderate 45 min"),
        ("2 tbsp pb", "Peanut butter, 2 tbsp"),
        # A pharmacist.
        ("Actonel 150 mg", "taken Risedronate 150 mg"),
        (
            "calcium 600 mg/vitamin D 800 IU",
            "supplement: Calcium 600 mg = calcium 600; supplement: Vitamin D 800 IU = D 20",
        ),
        ("Ca 500 + D 400", "supplement: Calcium 500 mg = calcium 500; supplement: Vitamin D 400 IU = D 10"),
        # Dictating.
        (
            "took letrozole at eight o'clock this morning period",
            "taken Letrozole 2.5 mg @11-23 08:00 [usual_dose_assumed]",
        ),
        ("walked for thirty minutes comma then had a glass of milk", "walk moderate 30 min; Whole milk, 1 glass"),
        (
            "took letrozole full stop new line walk 30",
            "taken Letrozole 2.5 mg [usual_dose_assumed]; walk moderate 30 min",
        ),
        ("vitamin d three one thousand", "supplement: Vitamin D3 1000 IU = D 25"),
        ("can you log a walk of 30 minutes", "walk moderate 30 min"),
        ("please add two eggs", "Egg, 2"),
        ("um i think i walked about twenty minutes", "walk moderate 20 min"),
    ],
)
def test_what_they_type_is_understood(read: Read, text: str, understood: str) -> None:
    assert summary(read(text), NOON) == understood


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("squat 185x5x3", "sets_and_weight", None),
        ("vit k 100 mcg", "which_vitamin_k", None),
        ("i missed my tablet yesterday", "which_taken", None),
        ("went to the shops 20 mins", "not_known", None),
        ("walk 1:15", "length_missing", "walk 1:15 h"),
        ("letrozole 25:00", "impossible_time", None),
        ("period", "not_known", None),
        ("intervals 6x400m", "length_missing", None),
        ("10 squats 10 lunges x 3", "words_left", None),
        ("squats 3x10 15", "words_left", None),
        ("had breakfast", "meal_not_said", None),
        ("breakfast 7:45", "meal_not_said", None),
        ("big breakfast", "meal_not_said", None),
        ("skipped lunch", "did_not_happen", None),
        ("hello", "nothing_said", None),
        ("feeling better", "not_known", None),
        ("T-score -2.4", "result_elsewhere", None),
        ("t score -2.4", "result_elsewhere", None),
        ("vitamin D 75 nmol/l", "result_elsewhere", None),
        ("vitamin d level 75", "result_elsewhere", None),
        ("BP 130/80", "kept_as_note", "note: BP 130/80"),
        ("blood sugar 6", "kept_as_note", "note: blood sugar 6"),
        ("blood test", "visit_elsewhere", "note: blood test"),
        ("saw the dentist", "visit_elsewhere", "note: saw the dentist"),
        ("mamogram", "not_known", None),
        ("pain 4.5", "score_not_whole", None),
        ("hands 12 knees 4", "not_known", None),
        ("standing 2 hours", "not_known", None),
        ("I feel fine", "not_known", None),
        ("8500 steps", "length_missing", None),
        ("no calcium today", "did_not_happen", None),
        ("nothing today", "did_not_happen", None),
        ("I did not walk", "did_not_happen", None),
        ("no walk", "did_not_happen", None),
        ("missed calcium 600", "did_not_happen", None),
        ("missed letrozloe", "not_known", "missed letrozole"),
        ("did not sleep well", "not_known", None),
        ("bowl of cereal", "which_food", "bowl of muesli"),
        ("cereal with milk", "which_food", "muesli with milk"),
        ("fruit", "which_food", "apple"),
        # Stiff fingers.
        ("calcium ctirate 500", "words_left", "calcium citrate 500"),
        ("wlaked 20 mins", "not_known", "walked 20 mins"),
        ("wlk 30", "not_known", "walk 30"),
        ("wbk 30", "not_known", None),
        ("calcium500", "not_known", "calcium 500"),
        ("milk1glass", "not_known", "milk 1 glass"),
        ("letrozole2.5", "not_known", "letrozole 2.5"),
    ],
)
def test_what_is_not_clear_is_asked_with_what_was_probably_meant(
    part: ReadPart, text: str, code: str, fix: str | None
) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.fix) == (code, fix)
    assert fix is None or part(fix).problem is None


def test_breakfast_behind_a_tablet_is_no_time_of_the_tablet(read: Read) -> None:
    fosamax, breakfast = read("Took Fosamax 7am, breakfast 7:45").parts
    assert [f"{entry.moment.wall:%H:%M}" for entry in fosamax.entries] == ["07:00"]
    assert breakfast.problem is not None
    assert breakfast.problem.code == "meal_not_said"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("walk 20, BP 130/80", "note: BP 130/80"),
        ("BP 130/80; walk 20", "note: BP 130/80"),
        ("BP 130/80, walk 20", None),  # the walk would become part of the note
    ],
)
def test_a_note_is_offered_only_where_it_swallows_nothing(read: Read, text: str, fix: str | None) -> None:
    (problem,) = read(text).problems
    assert (problem.code, problem.fix) == ("kept_as_note", fix)


def test_a_count_behind_a_medicine_is_put_right_with_its_sign(part: ReadPart) -> None:
    doubt = part("letrozole x2").doubt
    assert doubt is not None
    assert doubt.suggestion == "letrozole 2.5 mg"


def test_period_pain_is_no_joint_pain(part: ReadPart) -> None:
    assert part("period pain 4").problem is not None


@pytest.mark.parametrize(
    ("text", "food", "never"),
    [
        ("salmon with bones 100 g", "with bone", "without"),
        ("apple with skin 100 g", "with skin", "without"),
        ("potato with skin 100 g", "and skin", "without"),
    ],
)
def test_what_a_food_is_eaten_with_is_not_what_the_table_says_it_is_without(
    part: ReadPart, text: str, food: str, never: str
) -> None:
    (entry,) = part(text).entries
    assert food in entry.name
    assert never not in entry.name
