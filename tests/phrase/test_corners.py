"""Rare ways of saying things: each is understood as it was meant, asked about, or refused, and never half read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

import pytest

from bonecoach.core.entries import Dose, DoseState, Event, Session, Symptom
from bonecoach.core.habits import Frequent, Habits
from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Product
from bonecoach.phrase.line import EntryLine
from bonecoach.phrase.names import Names
from bonecoach.phrase.reading import Part
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.foods import FoodTable
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.supplements import SupplementTable
from tests.phrase.conftest import NOON, ZONE, Read, ReadPart


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
    [exercise] = only_entry(part("squats 3 x 10 x 20 x 30"), Session).exercises
    assert (exercise.sets, exercise.reps, exercise.weight_kg) == (3, 10, 20)


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


# Amounts of food and supplements


def test_a_factor_too_many_is_left_and_refused(part: ReadPart) -> None:
    problem = part("calcium citrate 500 mg x 2 x 3").problem
    assert problem is not None
    assert (problem.code, problem.text) == ("words_left", "x 3")


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
    assert len(part("milk at 8 and at 8").entries) == 1
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


@dataclass(frozen=True)
class Remedy:
    """A medicine as the line needs it."""

    name: str
    dose_amount: float | None = None
    dose_unit: str | None = None

    @property
    def id(self) -> str:
        return self.name.lower()


class Remedies:
    """A table of medicines whose doses differ from person to person, or are counted in puffs."""

    def named(self, words: str) -> Remedy | None:
        return {"thyroxine": Remedy("Thyroxine"), "calcitonin": Remedy("Calcitonin", 1, "puff")}.get(words)

    def search(self, text: str, limit: int) -> list[Remedy]:
        return []

    def near(self, text: str) -> list[str]:
        return []


@pytest.fixture(scope="module")
def remedies() -> EntryLine:
    return EntryLine(FoodTable(), ActivityTable(), SupplementTable(), Remedies())


def dose(line: EntryLine, text: str) -> Dose:
    [part] = line.read(text, NOON, ZONE).parts
    entry = only_entry(part, Dose)
    assert isinstance(entry, Dose)
    return entry


def test_a_medicine_without_a_usual_dose_is_taken_without_a_figure_or_as_it_was_said(remedies: EntryLine) -> None:
    assert (dose(remedies, "thyroxine").amount, dose(remedies, "thyroxine").unit) == (None, None)
    said = dose(remedies, "thyroxine 50 mcg")
    assert (said.amount, said.unit) == (50, "µg")


@pytest.mark.parametrize(("text", "figure"), [("thyroxine 50", "50"), ("calcitonin 20 mg", "20 mg")])
def test_a_figure_whose_unit_the_medicine_has_not_is_refused(remedies: EntryLine, text: str, figure: str) -> None:
    [problem] = remedies.read(text, NOON, ZONE).problems
    assert (problem.code, problem.text) == ("unit_not_for_medicine", figure)


# Tables of another size


class FewActivities(ActivityTable):
    """The activities of a table that has only some of the names."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._only = names

    def named(self, words: str) -> object:
        return super().named(words) if words in self._only else None


def test_an_exercise_without_a_row_of_its_own_is_strength_training() -> None:
    line = EntryLine(FoodTable(), FewActivities("weight training"), SupplementTable(), MedicineTable())
    [part] = line.read("bicep curls 3x10", NOON, ZONE).parts
    curls = only_entry(part, Session)
    assert curls.activity == ActivityTable().named("weight training").id
    assert [exercise.name for exercise in curls.exercises] == ["bicep curl"]


def test_an_exercise_is_nothing_where_the_table_knows_no_strength_training() -> None:
    line = EntryLine(FoodTable(), FewActivities(), SupplementTable(), MedicineTable())
    [part] = line.read("bicep curls 3x10", NOON, ZONE).parts
    assert part.problem is not None
    assert part.entries == ()


def test_what_was_looked_up_is_remembered_but_not_for_ever() -> None:
    asked: list[str] = []

    def food(words: str) -> str | None:
        asked.append(words)
        return "whole milk" if words == "milk" else None

    names = Names({"food": food})
    assert names.called("milk") == names.called("milk") == (("food", "whole milk"),)
    assert asked == ["milk"]
    for number in range(5_000):
        names.called(f"word {number}")
    assert names.called("milk") == (("food", "whole milk"),)
    assert asked.count("milk") == 2


# Finishing a word

SHELF = Habits(
    (Product("p1", ("Morning tablet", "white ones"), "tablet", only(calcium_mg=500)),),
    (Frequent("1 glass whole milk", "Whole milk, 1 glass", 12), Frequent("walk 30 min", "Walk, 30 min", 9)),
)


def offered(line: EntryLine, text: str, kind: str) -> list[str]:
    return [each.text for each in line.complete(text, len(text), SHELF) if each.kind == kind]


@pytest.mark.parametrize(
    ("typed", "frequent"),
    [
        ("wal", ["walk 30 min"]),
        ("mil", ["1 glass whole milk"]),  # by any of its words
        ("1 gl", ["1 glass whole milk"]),  # with its amount, from the beginning
        ("2 mil", []),  # another amount than hers
        ("toast, wal", ["toast, walk 30 min"]),
        ("ilk", []),
    ],
)
def test_what_she_logs_most_is_offered_whole(entry_line: EntryLine, typed: str, frequent: list[str]) -> None:
    assert offered(entry_line, typed, "frequent") == frequent


@pytest.mark.parametrize(
    ("typed", "products"),
    [
        ("mor", ["Morning tablet"]),
        ("tab", ["Morning tablet"]),
        ("whi", ["Morning tablet"]),  # by its other name
        ("2 whi", ["2 Morning tablet"]),
        ("hite", []),
    ],
)
def test_products_of_hers_are_offered_by_each_of_their_names(
    entry_line: EntryLine, typed: str, products: list[str]
) -> None:
    assert offered(entry_line, typed, "product") == products


def test_behind_an_activity_only_its_kinds_are_offered(entry_line: EntryLine, part: ReadPart) -> None:
    kinds = offered(entry_line, "walk 30 br", "activity")
    assert kinds == [each.text for each in entry_line.complete("walk 30 br", 10, SHELF)]
    assert kinds == ["walk 30 very briskly"]
    walk = only_entry(part(kinds[0]), Session)
    assert (walk.minutes, "brisk" in walk.name.lower()) == (30, True)


def test_a_name_in_quotes_is_finished_with_its_quotes(entry_line: EntryLine, part: ReadPart) -> None:
    first = entry_line.complete('100 g "kale, sc', 15)[0]
    assert (first.text, first.kind) == ('100 g "kale, scotch, raw"', "food")
    [kale] = part(first.text).entries
    assert (kale.name, kale.grams) == ("Kale, scotch, raw", 100)
