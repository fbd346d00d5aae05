"""Supplements: which reading was taken is said, and the other one can be had."""

from __future__ import annotations

import pytest

from bonecoach.core.entries import Intake, Source
from bonecoach.core.habits import Frequent, Habits
from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Product
from bonecoach.phrase.reading import Part
from tests.phrase.conftest import Read, ReadPart

CALCIUM, D, K2 = Nutrient.CALCIUM, Nutrient.VITAMIN_D, Nutrient.VITAMIN_K2


def intake(part: Part) -> Intake:
    assert part.problem is None, part.problem
    [entry] = part.entries
    assert isinstance(entry, Intake)
    return entry


@pytest.mark.parametrize(
    ("text", "calcium", "note"),
    [
        # Tablet weights of carbonate are 40 % calcium (evidence 2): 1250 mg hold 500 mg, 1500 600, 750 300.
        ("calcium carbonate 1250", 500, "took_compound_weight"),
        ("calcium carbonate 1250 mg", 500, "took_compound_weight"),
        ("calcium carbonate 1,250 mg", 500, "took_compound_weight"),
        ("calcium carbonate 1.25 g", 500, "took_compound_weight"),
        ("calcium carbonate 1500", 600, "took_compound_weight"),
        ("calcium carbonate 750", 300, "took_compound_weight"),
        ("calcium carbonate 500", 500, "took_element"),
        ("calcium carbonate 1000", 1000, "took_element"),
        ("calcium carbonate 600", 600, "took_element"),
        ("calcium citrate 500", 500, "took_element"),
        ("calcium carbonate 1250 mg elemental", 1250, "took_element"),
        ("elemental calcium carbonate 1250", 1250, "took_element"),
        ("calcium carbonate 500 mg compound", 200, "took_compound_weight"),
        ("calcium carbonate 500 as carbonate", 200, "took_compound_weight"),
        ("calcium carbonate 1250 mg x2", 1000, "took_compound_weight"),
        ("2 x 1250 calcium carbonate", 1000, "took_compound_weight"),
        ("2 calcium citrate 315", 630, "took_element"),
    ],
)
def test_a_compound_is_read_as_the_element_or_as_its_tablet_weight(
    part: ReadPart, text: str, calcium: float, note: str
) -> None:
    read = part(text)
    assert intake(read).amounts.in_unit(CALCIUM) == calcium
    assert intake(read).source is Source.SUPPLEMENT
    assert [n.code for n in read.notes] == [note]


@pytest.mark.parametrize(
    "text",
    [
        "calcium carbonate 1250",
        "calcium carbonate 500",
        "calcium carbonate 1000 mg",
        "calcium citrate 500",
        "1250 mg calcium carbonate",
    ],
)
def test_the_other_reading_of_a_compound_is_a_text_that_says_it(part: ReadPart, text: str) -> None:
    read = part(text)
    assert read.other is not None
    other = part(read.other)
    assert {n.code for n in read.notes} != {n.code for n in other.notes}
    assert other.other is None
    # What the note says the other reading would be is what the other text is read as.
    assert intake(other).amounts.in_unit(CALCIUM) == pytest.approx(float(str(read.notes[0].facts["other"])))


@pytest.mark.parametrize(
    ("text", "micrograms"),
    [
        ("vitamin d 25", 25),
        ("vitamin d 100", 100),
        ("vitamin d 200", 5),
        ("vitamin d 800", 20),
        ("d3 1000 iu", 25),
        ("vitamin d 25 µg (1000 IU)", 25),
        ("D3 2000 I.U.", 50),
        ("2000 IE vitamin d", 50),
        ("vitamin d 800 units", 20),
        ("d 400", 10),
        ("vitamin d 0,125 mg", 125),
    ],
)
def test_vitamin_d_in_its_units(part: ReadPart, text: str, micrograms: float) -> None:
    assert intake(part(text)).amounts.in_unit(D) == micrograms


def test_between_100_and_200_the_unit_of_vitamin_d_is_asked(part: ReadPart) -> None:
    problem = part("vitamin d 150").problem
    assert problem is not None
    assert (problem.code, problem.text, problem.fix) == ("ambiguous_vitamin_d", "150", "vitamin d 150 IU")


def test_a_prescribed_dose_is_spread_over_its_interval(part: ReadPart) -> None:
    assert intake(part("vitamin d 50000 iu weekly")).spread_days == 7
    assert intake(part("vitamin d 20,000 iu once a week")).spread_days == 7
    assert intake(part("vitamin d 25000 iu monthly")).spread_days == 30
    assert intake(part("vitamin d 20000 iu every two weeks")).spread_days == 14
    assert intake(part("vitamin d 1000 iu daily")).spread_days == 1
    assert intake(part("vitamin d 1000 iu a day")).spread_days == 1
    problem = part("calcium 500 weekly").problem
    assert problem is not None
    assert problem.code == "spread_not_for"
    assert part("vitamin d 1000 iu every 900 weeks").problem is not None
    assert part("vitamin d 1000 iu every cloud").problem is not None


def test_other_nutrients_of_a_supplement_are_zero_and_not_unknown(part: ReadPart) -> None:
    assert intake(part("calcium 500")).amounts.in_unit(D) == 0
    assert intake(part("vitamin c 500")).amounts.in_unit(CALCIUM) == 0
    assert [n.code for n in part("2 omega 3 capsules").notes] == ["not_counted"]
    assert intake(part("2 omega 3 capsules")).quantity == "2 capsules"
    assert intake(part("a vitamin c tablet")).quantity == "tablet"


def test_protein_and_fibre_are_figures_from_a_label(part: ReadPart) -> None:
    protein = intake(part("protein 20"))
    assert protein.source is Source.MANUAL
    assert protein.amounts.in_unit(Nutrient.PROTEIN) == 20
    assert protein.amounts.get(CALCIUM) is None
    assert intake(part("fibre 5 g")).source is Source.MANUAL


def test_a_label_figure_beside_a_food_is_counted_with_food(part: ReadPart) -> None:
    yogurt = intake(part("yogurt 300 mg calcium"))
    assert yogurt.source is Source.MANUAL
    assert yogurt.amounts.in_unit(CALCIUM) == 300
    assert yogurt.amounts.get(D) is None
    assert intake(part("yogurt calcium 300 mg")).amounts.in_unit(CALCIUM) == 300
    assert intake(part("milk 240 mg of calcium")).amounts.in_unit(CALCIUM) == 240
    both = intake(part("yogurt 150 g 300 mg calcium 2 µg vitamin d"))
    assert (both.amounts.in_unit(CALCIUM), both.amounts.in_unit(D), both.grams) == (300, 2, 150)
    assert part("yogurt 30000 mg calcium").doubt is not None
    assert part("yogurt with calcium").problem is not None
    assert part("yogurt 5 min calcium").problem is not None


def test_counts_and_figures_are_told_apart(part: ReadPart) -> None:
    for text in (
        "2 tablets calcium 500",
        "calcium 500 mg 2 tablets",
        "2 calcium 500",
        "calcium 2 x 500",
    ):
        assert intake(part(text)).amounts.in_unit(CALCIUM) == 1000, text
    assert intake(part("a calcium tablet of 500 mg")).amounts.in_unit(CALCIUM) == 500
    assert intake(part("twelve hundred milligrams of calcium")).amounts.in_unit(CALCIUM) == 1200
    assert intake(part("zinc 10")).amounts.in_unit(Nutrient.ZINC) == 10
    assert intake(part("k2 mk-7 100")).amounts.in_unit(K2) == 100


def test_two_supplements_in_one_line_are_two_intakes(read: Read) -> None:
    calcium, d = read("calcium 600 + d 400").entries
    assert isinstance(calcium, Intake)
    assert isinstance(d, Intake)
    assert (calcium.amounts.in_unit(CALCIUM), d.amounts.in_unit(D)) == (600, 10)
    assert calcium.moment == d.moment


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("calcium", "amount_missing"),
        ("calcium citrate", "amount_missing"),
        ("2 calcium", "amount_missing"),
        ("magnesium 2 tablets", "amount_missing"),
        ("zinc 1200 iu", "unit_not_for"),
        ("calcium carbonate 500 iu", "unit_not_for"),
        ("calcium 0", "impossible_amount"),
        ("calcium carbonate 0", "impossible_amount"),
        ("vitamin c 0", "impossible_amount"),
        ("calcium 99999999999 kg", "impossible_amount"),
        ("calcium -500", "negative"),
        ("calcium nan", "words_left"),
        ("calcium 500 mg 600 mg", "words_left"),
        ("vitamin c 5 min", "words_left"),
    ],
)
def test_what_cannot_be_taken_is_refused(part: ReadPart, text: str, code: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert problem.code == code


MINE = Product("my-1", ("Bone Caps", "my calcium"), "capsule", only(calcium_mg=200, vitamin_d_ug=5), 2.0, own=True)
HABITS = Habits((MINE,), (Frequent("Calcium citrate 500 mg", "Calcium citrate 500 mg", 30),))


def test_her_own_products_come_first(part: ReadPart) -> None:
    usual = part("bone caps", habits=HABITS)
    assert intake(usual).amounts.in_unit(CALCIUM) == 400
    assert [n.code for n in usual.notes] == ["usual_units"]
    assert intake(part("3 bone caps", habits=HABITS)).amounts.in_unit(CALCIUM) == 600
    assert intake(part("bone caps 1 capsule", habits=HABITS)).quantity == "1 capsule"
    assert intake(part("took my calcium", habits=HABITS)).thing == "my-1"
    assert part("60 bone caps", habits=HABITS).doubt is not None
    for text in ("bone caps 0", "5000 bone caps"):
        problem = part(text, habits=HABITS).problem
        assert problem is not None
        assert problem.code == "impossible_amount"


def test_a_slip_in_the_name_of_her_product_is_put_right(part: ReadPart) -> None:
    problem = part("2 bone capz", habits=HABITS).problem
    assert problem is not None
    assert problem.fix == "2 bone caps"


def test_a_missing_amount_offers_what_she_logs_most(part: ReadPart) -> None:
    problem = part("calcium citrate", habits=HABITS).problem
    assert problem is not None
    assert problem.fix == "Calcium citrate 500 mg"


def test_generic_products_are_taken_by_the_unit(part: ReadPart) -> None:
    assert intake(part("calcium + d 500/400")).amounts.in_unit(CALCIUM) == 500
    assert intake(part("2 calcium + d 500/400")).amounts.in_unit(D) == 20


@pytest.mark.parametrize(
    ("text", "all_of_it", "held", "suggestion"),
    [
        # 22.7 % of zinc sulfate (heptahydrate) is zinc: 220 mg, a usual capsule, hold 49.9 mg.
        ("zinc sulphate 220", 220, 49.94, "zinc sulphate 220 mg compound"),
        ("220 mg zinc sulfate heptahydrate", 220, 49.94, "220 mg compound zinc sulfate heptahydrate"),
        ("ZnSO4 220mg capsule", 220, 49.94, "ZnSO4 220mg compound capsule"),
        # 14.3 % of the gluconate, 16.2 % of magnesium citrate, 9 % of calcium gluconate
        ("zinc gluconate 100", 100, 14.3, "zinc gluconate 100 mg compound"),
        ("magnesium citrate 1000", 1000, 162, "magnesium citrate 1000 mg compound"),
        ("calcium gluconate 10 g", 10_000, 900, "calcium gluconate 10 g compound"),
        # Two tablets of 1250, two of 1500, two of 950
        ("calcium carbonate 2500", 2500, 1000, "calcium carbonate 2500 mg compound"),
        ("calcium carbonate 3000 mg", 3000, 1200, "calcium carbonate 3000 mg compound"),
        ("calcium citrate 1900", 1900, 400, "calcium citrate 1900 mg compound"),
    ],
)
def test_what_is_too_much_of_the_element_and_not_of_the_compound_is_asked_about(
    part: ReadPart, text: str, all_of_it: float, held: float, suggestion: str
) -> None:
    doubt = part(text).doubt
    assert doubt is not None
    assert (doubt.code, doubt.suggestion) == ("compound_or_element", suggestion)
    nutrient = doubt.facts["nutrient"]
    assert isinstance(nutrient, Nutrient)
    assert doubt.facts["all"] == round(all_of_it * nutrient.ng_per_unit)
    meant = part(suggestion)
    assert meant.doubt is None
    assert intake(meant).amounts.in_unit(nutrient) == pytest.approx(held, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("zinc sulphate 220 mg elemental", "zinc sulphate 22 mg elemental"),
        (
            "zinc oxide 500",
            "zinc oxide 5",
        ),  # the oxide holds 401 mg of zinc, far too much as well; 50 is above the limit
        ("2 x calcium 30000", "2 x calcium 300"),
        ("whey 60 g", None),
    ],
)
def test_otherwise_fewer_zeros_are_suggested_or_nothing(part: ReadPart, text: str, suggestion: str | None) -> None:
    doubt = part(text).doubt
    assert (None if doubt is None else doubt.suggestion) == suggestion


@pytest.mark.parametrize(
    "text", ["zinc gluconate 50", "zinc citrate 50", "magnesium oxide 500", "calcium citrate 1000", "zinc sulphate 50"]
)
def test_usual_strengths_of_the_element_are_not_asked_about(part: ReadPart, text: str) -> None:
    assert part(text).doubt is None


@pytest.mark.parametrize(
    "text", ["zinc orotate 50", "calcium malate 500", "50 mg zinc carnosine", "magnesium pidolate 300"]
)
def test_a_form_that_the_table_does_not_know_is_not_taken_for_the_mineral(part: ReadPart, text: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert problem.code == "form_not_known"
    assert problem.fix is None


@pytest.mark.parametrize("text", ["potassium citrate 500", "iron bisglycinate 20 mg", "ferrous gluconate 300 mg"])
def test_forms_of_what_is_not_counted_are_all_alike(part: ReadPart, text: str) -> None:
    assert not any(ng for _, ng in intake(part(text)).amounts)


@pytest.mark.parametrize(
    ("text", "code"), [("zinc chocolate 50", "words_left"), ("1 glass milk delicate", "words_left")]
)
def test_other_words_beside_a_mineral_are_complained_about_as_ever(part: ReadPart, text: str, code: str) -> None:
    problem = part(text).problem
    assert problem is not None
    assert problem.code == code


@pytest.mark.parametrize(
    ("text", "calcium"),
    [("oyster shell calcium 500", 500), ("oystershell calcium 1250", 500), ("calcium citrate tetrahydrate 950", 200)],
)
def test_names_on_labels(part: ReadPart, text: str, calcium: float) -> None:
    assert intake(part(text)).amounts.in_unit(CALCIUM) == calcium
