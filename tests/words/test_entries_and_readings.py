"""Entries, and what the entry line understood, exactly as the design writes them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose, DoseState, Entry, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.errors import DiaryError, FaultyTable, InvalidEntry
from bonecoach.core.nutrients import Nutrient, amounts, only
from bonecoach.phrase.reading import Doubt, Note, Part, Problem
from bonecoach.words import Words

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HERE = moment_at(NOW, "Europe/Helsinki")
EARLIER = moment_at(NOW - timedelta(hours=4), "Europe/Helsinki")
YESTERDAY = moment_at(NOW - timedelta(days=1), "Europe/Helsinki")

# 488 g of whole milk at 113 mg and 1.3 μg in 100 g
MILK = Intake(
    moment=HERE,
    name="Whole milk",
    quantity="2 glasses (488 g)",
    grams=488,
    thing="milk",
    source=Source.FOOD,
    amounts=amounts(calcium_mg=551.44, vitamin_d_ug=6.344, protein_g=15.4, magnesium_mg=48.8),
)
CITRATE = Intake(
    moment=HERE, name="Calcium citrate", quantity="500 mg", source=Source.SUPPLEMENT, amounts=only(calcium_mg=500)
)
D3 = Intake(moment=HERE, name="Vitamin D3", quantity="1000 IU", source=Source.SUPPLEMENT, amounts=only(vitamin_d_ug=25))
MK7 = Intake(
    moment=YESTERDAY, name="MK-7", quantity="100 µg", source=Source.SUPPLEMENT, amounts=only(vitamin_k2_ug=100)
)
WALK = Session(
    moment=HERE,
    name="brisk walk",
    activity="walk_brisk",
    load=Load.WEIGHT_BEARING_LOW,
    intensity=Intensity.MODERATE,
    aerobic=True,
    minutes=30,
)
SQUATS = Session(
    moment=HERE,
    name="squats",
    activity="squats",
    load=Load.RESISTANCE,
    intensity=Intensity.MODERATE,
    aerobic=False,
    minutes=25,
    exercises=(Exercise(name="squat", sets=3, reps=10, weight_kg=20),),
)
TAI_CHI = Session(
    moment=HERE,
    name="tai chi",
    activity="tai_chi",
    load=Load.BALANCE,
    also_load=Load.WEIGHT_BEARING_LOW,
    intensity=Intensity.MODERATE,
    aerobic=True,
    minutes=20,
    ease="right",
)
JUMPS = Session(
    moment=HERE,
    name="jumps",
    activity="jumps",
    load=Load.WEIGHT_BEARING_HIGH,
    intensity=Intensity.VIGOROUS,
    aerobic=False,
    impacts=50,
)
PAIN = Symptom(moment=HERE, name="Joint pain", symptom="joint_pain", score=4)
LETROZOLE = Dose(moment=HERE, name="Letrozole", medicine="letrozole", amount=2.5, unit="mg")
FALL = Event(moment=HERE, name="Fall", event="fall", injury=False)


@pytest.fixture
def words() -> Words:
    return Words()


def part(*entries: Entry, notes: tuple[Note, ...] = (), other: str | None = None) -> Part:
    return Part("text", 0, 4, entries, notes, other=other)


@pytest.mark.parametrize(
    ("entry", "understood"),
    [
        (MILK, "whole milk, 2 × 244 g: calcium 551 mg, vitamin D 6.3 μg (254 IU)"),
        (CITRATE, "supplement: calcium 500 mg"),
        (D3, "supplement: vitamin D 25 μg (1000 IU)"),
        (MK7, "supplement: vitamin K2 (MK-7) 100 μg, yesterday"),
        (WALK, "weight-bearing, low impact: 30 min, moderate"),
        (SQUATS, "resistance: 3 × 10 × 20 kg, 25 min"),
        (replace(SQUATS, exercises=(Exercise(name="plank", sets=3),)), "resistance: 3 sets, 25 min"),
        (PAIN, "joint pain 4 of 10"),
        (LETROZOLE, "letrozole 2.5 mg, taken now"),
        (replace(LETROZOLE, moment=EARLIER), "letrozole 2.5 mg, taken at 08:00"),
        (replace(LETROZOLE, moment=YESTERDAY), "letrozole 2.5 mg, taken yesterday"),
        (replace(LETROZOLE, state=DoseState.MISSED), "letrozole 2.5 mg, missed"),
        (replace(LETROZOLE, amount=None), "letrozole, taken now"),
        (replace(PAIN, site="hands"), "joint pain, hands, 4 of 10"),
        (replace(PAIN, score=None, site="hands", moment=EARLIER), "joint pain, hands, at 08:00"),
        (TAI_CHI, "balance and weight-bearing, low impact: felt right, 20 min"),
        (JUMPS, "weight-bearing, high impact: 50 impacts, vigorous"),
        (FALL, "fall, no injury"),
        (replace(FALL, injury=None), "fall"),
        (
            replace(MILK, quantity="1 glass (244 g)", grams=244),
            "whole milk, 1 glass (244 g): calcium 551 mg, vitamin D 6.3 μg (254 IU)",
        ),
        (replace(MILK, name="Greek yogurt", quantity=""), "Greek yogurt: calcium 551 mg, vitamin D 6.3 μg (254 IU)"),
        (
            replace(
                CITRATE,
                name="Bone tablet",
                quantity="1 tablet",
                thing="p1",
                amounts=only(calcium_mg=500, vitamin_d_ug=10),
            ),
            "supplement: Bone tablet 1 tablet: calcium 500 mg, vitamin D 10 μg (400 IU)",
        ),
        (
            replace(D3, amounts=only(vitamin_d_ug=625), spread_days=7),
            "supplement: vitamin D 625 μg (25,000 IU), counted over 7 days",
        ),
        (replace(D3, amounts=only()), "supplement: Vitamin D3 1000 IU"),
        (replace(MILK, amounts=amounts()), "whole milk, 2 × 244 g: amounts not known"),
        (
            replace(MILK, name="Plain yogurt", source=Source.MANUAL, grams=150, amounts=amounts(calcium_mg=300)),
            "plain yogurt, 150 g: calcium 300 mg, by the label",
        ),
        (
            replace(MILK, name="Protein", source=Source.MANUAL, grams=None, thing=None, amounts=amounts(protein_g=30)),
            "food: protein 30 g, by the label",
        ),
    ],
)  # fmt: skip
def test_what_was_understood_is_said_as_the_design_writes_it(words: Words, entry: Entry, understood: str) -> None:
    assert words.understood(part(entry), NOW) == understood


def test_a_food_without_calcium_says_what_it_is_eaten_for(words: Words) -> None:
    held = amounts(calcium_mg=184.5, vitamin_d_ug=0, vitamin_k2_ug=848, protein_g=15, magnesium_mg=98)
    natto = replace(MILK, name="Natto", quantity="85 g", grams=85, k2_estimate=True, amounts=held)
    assert words.detail(natto) == "calcium 185 mg, vitamin K2 about 848 μg, an estimate"
    chicken = replace(MILK, amounts=amounts(calcium_mg=0.01, protein_g=27, magnesium_mg=25, zinc_mg=1.0))
    assert words.detail(chicken) == "protein 27 g, zinc 1 mg"
    oysters = replace(MILK, amounts=amounts(calcium_mg=48, protein_g=6, zinc_mg=33))
    assert words.detail(oysters) == "calcium 48 mg, zinc 33 mg"
    sugar = replace(MILK, amounts=amounts(calcium_mg=1, vitamin_d_ug=0))
    assert words.detail(sugar) == "calcium 1 mg"


@pytest.mark.parametrize(
    ("entry", "label", "detail"),
    [
        (MILK, "Whole milk, 2 glasses (488 g)", "calcium 551 mg, vitamin D 6.3 μg (254 IU)"),
        (MK7, "MK-7 100 μg", "vitamin K2 (MK-7) 100 μg"),
        (WALK, "Brisk walk, 30 min", "weight-bearing, low impact, moderate"),
        (SQUATS, "Squats, 25 min", "resistance, 3 × 10 × 20 kg"),
        (replace(SQUATS, minutes=None), "Squats, 3 × 10 × 20 kg", "resistance, 3 × 10 × 20 kg"),
        (JUMPS, "Jumps, 50 impacts", "weight-bearing, high impact, vigorous, 50 impacts"),
        (PAIN, "Joint pain, 4 of 10", ""),
        (LETROZOLE, "Letrozole 2.5 mg", "taken"),
        (replace(LETROZOLE, amount=None), "Letrozole", "taken"),
        (FALL, "Fall", "no injury"),
        (replace(FALL, injury=True), "Fall", "with an injury"),
        (replace(PAIN, site="hands"), "Joint pain, hands, 4 of 10", ""),
    ],
)
def test_entries_have_a_label_and_a_detail(words: Words, entry: Entry, label: str, detail: str) -> None:
    assert (words.label(entry), words.detail(entry)) == (label, detail)


def test_several_exercises_are_named_and_weights_follow_her_unit() -> None:
    both = replace(
        SQUATS, exercises=(*SQUATS.exercises, Exercise(name="plank"), Exercise(name="lunge", sets=2, reps=8))
    )
    in_pounds = Words(weight_unit="lb")
    assert in_pounds.understood(part(both), NOW) == "resistance: squat 3 × 10 × 44 lb, plank, lunge 2 × 8, 25 min"


def test_the_day_and_time_are_said_where_both_differ(words: Words) -> None:
    friday = replace(WALK, moment=moment_at(NOW - timedelta(days=3, hours=1), "Europe/Helsinki"))
    assert words.understood(part(friday), NOW).endswith("moderate, Friday 20 November at 11:00")


@dataclass
class Someone:
    """A code from nowhere."""

    code: str = "never_heard_of"
    facts: dict[str, object] = field(default_factory=dict)


def test_a_refusal_is_one_sentence_that_quotes_what_was_typed_in_short(words: Words) -> None:
    said = words.error(InvalidEntry("not_a_choice", key="sex", text="x\x00" * 5_000_000, choices=("female", "male")))
    assert said.startswith("“x\ufffdx")
    assert said.endswith("…” does not fit here (sex); it can be female or male.")
    assert words.error(DiaryError("nothing_to_undo")) == "There is nothing to undo."


def test_an_unknown_code_still_gets_a_true_sentence(words: Words) -> None:
    assert words.error(DiaryError("not_a_file", path="pain.csv")) == "pain.csv is not a file, so nothing was taken in."
    assert words.error(DiaryError("never_heard_of")) == "That could not be done; nothing was changed or lost."
    assert words.note(Someone()) == "That could not be done; nothing was changed or lost."


def test_a_near_miss_offers_the_fix(words: Words) -> None:
    problem = Problem("xx", 0, 2, "impossible_score", {"score": 12}, fix="pain 10")
    assert words.problem(problem) == "Pain is scored from 0 to 10, and 12 is not between them; did you mean “pain 10”?"
    assert words.problem(replace(problem, fix=None)).endswith("not between them.")
    assert words.problem(InvalidEntry("no_name")) == "This needs a name."


@pytest.mark.parametrize(
    ("code", "facts", "suggestion", "said"),
    [
        (
            "far_above_target",
            {"nutrient": Nutrient.CALCIUM, "amount": 30_000.0, "target": 1200, "times": 25, "upper_limit": 2000},
            "calcium 300 mg",
            "30,000 mg of calcium is 25 times your target: is it “calcium 300 mg”?",
        ),
        (
            "far_above_target",
            {"nutrient": Nutrient.MAGNESIUM, "amount": 800.0, "target": 320, "times": 2, "upper_limit": 350},
            None,
            "800 mg of magnesium is far above the upper limit of 350 mg a day: is that right?",
        ),
        (
            "far_above_target",
            {"nutrient": Nutrient.VITAMIN_K2, "amount": 90_000.0, "target": None, "times": None, "upper_limit": None},
            "k2 90 µg",
            "90,000 μg of vitamin K2 is far more than is ever taken: is it “k2 90 µg”?",
        ),
        ("very_long", {"minutes": 600}, "walk 60 min", "600 minutes is more than 8 hours: is it “walk 60 min”?"),
        (
            "above_usual_dose",
            {"medicine": "Letrozole", "amount": 25.0, "usual": 2.5, "unit": "mg", "times": 10},
            "letrozole 2.5 mg",
            "25 mg of letrozole is 10 times the usual dose: is it “letrozole 2.5 mg”?",
        ),
    ],
)
def test_an_absurd_amount_is_asked_about(
    words: Words, code: str, facts: dict[str, object], suggestion: str | None, said: str
) -> None:
    assert words.doubt(Doubt(code, facts, suggestion)) == said


def test_the_other_reading_is_named_with_the_way_to_take_it(words: Words) -> None:
    facts = {"compound": "calcium carbonate", "nutrient": Nutrient.CALCIUM, "given": 1250.0, "unit": "mg"}
    carbonate = part(CITRATE, notes=(Note("took_compound_weight", facts),), other="calcium 1250 mg elemental")
    assert words.understood(carbonate, NOW) == (
        "supplement: calcium 500 mg (1250 mg is the carbonate; press F2 if you meant calcium)"
    )
    assert words.understood(carbonate, NOW, keys=False) == (
        "supplement: calcium 500 mg (1250 mg is the carbonate; write “calcium 1250 mg elemental” if you meant calcium)"
    )
    said = replace(carbonate, other=None)
    assert words.understood(said, NOW) == "supplement: calcium 500 mg (1250 mg is the carbonate)"


def test_usual_amounts_and_red_flags_are_not_said_twice(words: Words) -> None:
    notes = (Note("usual_dose_assumed", {"medicine": "letrozole", "amount": 2.5, "unit": "mg"}), Note("red_flag"))
    assert words.understood(part(LETROZOLE, notes=notes), NOW) == "letrozole 2.5 mg, taken now"


def test_red_flags_are_said_in_the_evidences_words_the_weightiest_first(words: Words) -> None:
    notes = [Note("red_flag", {"flag": flag}) for flag in ("jaw", "chest", "jaw")]
    chest, jaw = words.red_flags([*notes, Note("took_time", {})])
    assert chest.startswith("Chest pain, breathlessness or a swollen calf is an emergency.")
    assert jaw == words.red_flag(notes[0])


def test_a_damaged_table_of_the_program_is_named_with_its_line(words: Words) -> None:
    said = words.error(FaultyTable("wrong_unit", table="targets.csv", line=7, reason="calcium in g"))
    assert said.startswith("The table targets.csv that BoneCoach brings is damaged (line 7: calcium in g)")


def test_sources_are_cited_as_they_can_be_looked_up(words: Words) -> None:
    assert words.source("ESCEO2014") == "Rizzoli and others, Maturitas 2014;79:122-132"
    assert words.source("ESCEO2014 ODS").count("; ") >= 1
    assert words.source("my team") == "my team"
    assert words.status("unconfirmed") == "to be checked with your team"
    assert words.status("confirmed") == ""


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Whole milk", "whole milk"),
        ("Semi-skimmed milk", "semi-skimmed milk"),
        ("Calcium-set tofu", "calcium-set tofu"),
        ("Greek yogurt", "Greek yogurt"),
        ("MK-7", "MK-7"),
        ("Omega-3", "Omega-3"),
        ("Goat's milk", "Goat's milk"),
        ("Adcal-D3", "Adcal-D3"),
    ],
)
def test_a_name_inside_a_line_begins_small_unless_it_is_written_large(words: Words, name: str, inside: str) -> None:
    assert words.small(name) == inside
