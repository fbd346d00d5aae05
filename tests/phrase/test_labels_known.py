"""What no table has is said to be addable, and known by its name once it was added."""

from __future__ import annotations

import pytest

from bonecoach.core.entries import Dose, Intake
from bonecoach.core.habits import Habits
from bonecoach.core.medicines import Medicine
from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Product
from bonecoach.phrase.line import EntryLine
from tests.phrase.conftest import NOON, Read, ReadPart

ADCAL = Product("adcal", ("Adcal-D3",), "tablet", only(calcium_mg=600, vitamin_d_ug=10))
THYROXINE = Medicine("levothyroxine", ("Levothyroxine",), "own", 50, "µg", "day", "", "")
MONTHLY = Medicine("risedronate", ("Risedronate",), "own", 150, "mg", "month", "", "")
HERS = Habits(products=(ADCAL,), medicines=(THYROXINE, MONTHLY))


@pytest.mark.parametrize(
    ("text", "code", "about"),
    [
        ("2 Adcal-D3", "on_its_label", "Adcal-D3"),
        ("adcal d3 1 tablet", "on_its_label", "adcal d3"),
        ("took my adcal this morning", "on_its_label", "adcal"),
        ("Caltrate 600", "on_its_label", "Caltrate"),
        ("2 tablets caltrate", "on_its_label", "caltrate"),
        ("Calcichew D3 Forte", "on_its_label", "Calcichew D3 Forte"),
        ("Os-Cal", "on_its_label", "Os-Cal"),
        ("os cal 500", "on_its_label", "os cal"),
        ("2 tums", "on_its_label", "tums"),
        ("vitabiotics osteocare 2", "on_its_label", "vitabiotics osteocare"),
        ("2 paracetamol", "medicine_not_planned", "paracetamol"),
        ("levothyroxine 75 mcg", "medicine_not_planned", "levothyroxine"),
        ("took tamoxifen", "medicine_not_planned", "tamoxifen"),
        ("bonemax 500 mg", "not_known_taken", "bonemax"),
        ("super bonemax 500 mg", "not_known_taken", "super bonemax"),
        ("2 d3 bonemax tablets", "not_known_taken", "d3 bonemax"),
        ("2 bonemax tablets", "not_known_taken", "bonemax"),
        ("bonemax d3 2 tablets", "not_known_taken", "bonemax d3"),
        ("took my bonemax", "not_known_taken", "bonemax"),
        ("1 sachet laxido", "not_known_taken", "laxido"),
        ("took my tablets", "which_taken", "my tablets"),
        ("took my vitamins", "which_taken", "my vitamins"),
        ("adcal-d3 twice today", "on_its_label", "adcal-d3"),
        ("took my tablet late", "which_taken", "my tablet"),
        ("took everything", "which_taken", "everything"),
        ("took two of my tablets", "which_taken", "my tablets"),
        ("all my meds this morning", "which_taken", "all my meds"),
        ("took my bone tablet", "which_taken", "my bone tablet"),  # she means alendronate, and no bone formula
        ("had my injection today", "which_taken", "my injection"),
    ],
)
def test_a_brand_a_medicine_or_something_swallowed_can_be_added(
    part: ReadPart, text: str, code: str, about: str
) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.text, problem.fix) == (code, about, None)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("took my tablet late", "took levothyroxine late"),
        ("missed my tablet yesterday", "missed levothyroxine yesterday"),
        ("took all my tablets at 8", "took levothyroxine at 8"),
    ],
)
def test_who_plans_one_medicine_is_offered_it_for_her_tablet(part: ReadPart, text: str, offered: str) -> None:
    one, two = Habits(medicines=(THYROXINE,)), Habits(medicines=(THYROXINE, MONTHLY))
    assert [part(text, NOON, habits).problem.fix for habits in (one, two)] == [offered, None]
    assert part(offered, NOON, one).problem is None


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("took letrozol 2.5", "not_known", "took letrozole 2.5"),
        ("frobnicate 12", "not_known", None),
        ("took a nap", "not_known", None),
        ("took the dog out 30 min", "not_known", None),
        ("frobnicated milk 2 glasses", "words_left", None),
        ("walk 30 wobbly", "words_left", None),
    ],
)
def test_slips_and_what_was_not_swallowed_are_left_to_their_complaint(
    part: ReadPart, text: str, code: str, fix: str | None
) -> None:
    problem = part(text).problem
    assert problem is not None
    assert (problem.code, problem.fix) == (code, fix)


@pytest.mark.parametrize("text", ["solgar vitamin d3 1000", "vitamin d3 1000 iu from solgar", "solgar d3 k2 1000/45"])
def test_who_made_it_is_a_note_where_the_amount_is_said(part: ReadPart, text: str) -> None:
    (entry,) = part(text).entries
    assert isinstance(entry, Intake)
    assert entry.note == "solgar"
    assert entry.amounts.in_unit(Nutrient.VITAMIN_D) == 25


@pytest.mark.parametrize("text", ["2 adcal-d3", "2 Adcal D3", "adcald3 x 2", "took two adcal d3"])
def test_her_own_product_is_known_however_it_is_parted(part: ReadPart, text: str) -> None:
    (entry,) = part(text, habits=HERS).entries
    assert isinstance(entry, Intake)
    assert (entry.thing, entry.amounts.in_unit(Nutrient.CALCIUM)) == ("adcal", 1200)


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("took levothyroxine", "Levothyroxine 50 µg"),
        ("levothyroxine", "Levothyroxine 50 µg"),
        ("missed levothyroxine yesterday", "Levothyroxine 50 µg"),
        ("levothyroxine 75 mcg", "Levothyroxine 75 µg"),
        ("risedronate", "Risedronate 150 mg"),  # as she plans it, not the usual 35 mg
        ("actonel 35 mg", "Risedronate 35 mg"),
        ("took letrozole", "Letrozole 2.5 mg"),
    ],
)
def test_a_medicine_she_plans_is_known_with_her_dose(part: ReadPart, text: str, dose: str) -> None:
    read = part(text, habits=HERS)
    assert read.problem is None
    (entry,) = read.entries
    assert isinstance(entry, Dose)
    assert entry.label == dose


def test_her_medicines_are_ways_to_finish_the_line(entry_line: EntryLine) -> None:
    assert entry_line.complete("took my ", 8, HERS) == ()
    assert [way.text for way in entry_line.complete("took levo", 9, HERS)] == ["took levothyroxine"]


def test_her_names_hold_no_comma_and_are_no_bare_figures(read: Read) -> None:
    odd = Habits(
        products=(
            Product("a", ("Cal, mag",), "tablet", only(calcium_mg=1)),
            Product("b", ("50+",), "tablet", only(calcium_mg=1)),
        )
    )
    assert read("calcium 50", habits=odd).entries[0].name == "Calcium"
    assert len(read("calcium 500, magnesium 100", habits=odd).parts) == 2
