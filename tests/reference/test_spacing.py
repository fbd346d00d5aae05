"""Rules for keeping things apart, as evidence 2 has them, and what they are called."""

import shutil

import pytest

from bonecoach.coach.intake import LARGEST_USEFUL_CALCIUM_DOSE_MG
from bonecoach.core.errors import FaultyTable
from bonecoach.core.nutrients import only
from bonecoach.core.spacing import TAGS
from bonecoach.paths import resources
from bonecoach.reference.check_tables import check_tables
from bonecoach.reference.sources import sources
from bonecoach.reference.spacing import spacing_rules
from bonecoach.reference.substances import tags_of

RULES = {rule.id: rule for rule in spacing_rules()}


@pytest.mark.parametrize(
    ("rule", "minutes", "hard", "source", "status"),
    [
        # Evidence 2 and 5.2, row by row.
        ("nothing_after_bisphosphonate", 30, True, "SGH NHS-RIS LBL-ALN", "confirmed"),
        ("nothing_after_ibandronate", 60, True, "SGH LBL-IBA", "confirmed"),
        ("risedronate_later", 120, True, "NHS-RIS", "confirmed"),
        ("calcium_levothyroxine", 240, True, "LBL-CA", "confirmed"),
        ("calcium_after_bisphosphonate", 240, False, "LBL-CA OURS", "secondary"),
        ("calcium_iron", 120, False, "LBL-CA", "confirmed"),
        ("calcium_zinc", 120, False, "LBL-CA", "confirmed"),
        ("calcium_strontium", 120, False, "LBL-CA", "confirmed"),
    ],
)
def test_each_rule_says_what_the_evidence_says(rule, minutes, hard, source, status):
    found = RULES[rule]
    assert (found.minutes, found.hard, found.source, found.status) == (minutes, hard, source, status)


def test_the_largest_useful_dose_is_the_one_the_advice_speaks_of():
    assert RULES["calcium_at_once"].most_mg == LARGEST_USEFUL_CALCIUM_DOSE_MG == 500


@pytest.mark.parametrize("tag", ["tetracycline", "quinolone", "thiazide", "digoxin"])
def test_what_is_for_the_pharmacist_names_no_time(tag):
    rule = RULES[f"calcium_{tag}"]
    assert (rule.way, rule.minutes, rule.first) == ("ask", 0, {tag})


def test_every_rule_can_be_cited_and_is_founded():
    for rule in RULES.values():
        assert sources(rule.source)
        assert rule.status != "unconfirmed"


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("calcium carbonate 1250", "calcium calcium_carbonate"),
        ("carbonate 1250 mg", "calcium calcium_carbonate"),
        ("Calcium citrate + D 315/250", "calcium calcium_citrate"),
        ("calcium citrate malate", "calcium"),
        ("Calcium + D 500/400", "calcium"),
        ("hydroxyapatite 1000", "calcium"),
        ("cal mag zinc", "calcium magnesium zinc"),
        ("Multivitamin women 50+", "calcium magnesium zinc"),
        ("iron-free multivitamin", "calcium magnesium zinc"),
        ("multivitamin without iron", "calcium magnesium zinc"),
        ("multivitamin with iron", "calcium magnesium zinc iron"),
        ("Bone formula", "calcium magnesium zinc"),
        ("magnesium citrate 200", "magnesium"),
        ("mag oxide 400", "magnesium"),
        ("zinc picolinate", "zinc"),
        ("Ferrous sulfate 200 mg", "iron"),
        ("Levothyroxine 50 µg", "levothyroxine"),
        ("L-Thyroxin", "levothyroxine"),
        ("EUTHYROX 75", "levothyroxine"),
        ("Gaviscon Advance", "antacid calcium"),
        ("Rennie", "antacid calcium magnesium"),
        ("Tums", "antacid calcium"),
        ("milk of magnesia", "antacid magnesium"),
        ("Fosamax 70 mg", "oral_bisphosphonate"),
        ("Actonel", "oral_bisphosphonate risedronate"),
        ("Actonel DR 35 mg", "oral_bisphosphonate risedronate_delayed"),
        ("Ibandronic acid tablets", "oral_bisphosphonate ibandronate"),
        ("doxycycline", "tetracycline"),
        ("ciprofloxacin", "quinolone"),
        ("Bendroflumethiazide 2.5", "thiazide"),
        ("Digoxin", "digoxin"),
        ("Letrozole 2.5", ""),
        ("Zometa", ""),
        ("D3 + K2 1000/45", ""),
        ("vitamin D drops", ""),
        ("", ""),
    ],
)
def test_tags_by_name(name, tags):
    assert tags_of(name) == set(tags.split())


def test_her_own_product_is_tagged_by_what_its_label_says():
    assert tags_of("Bonestrong", only(calcium_mg=250, vitamin_d_ug=10)) == {"calcium"}
    assert tags_of("Bonestrong with iron", only(zinc_mg=5)) == {"zinc", "iron"}


def test_every_tag_but_a_meal_has_a_name():
    names = ("calcium carbonate", "calcium citrate", "iron", "zinc", "magnesium", "strontium", "rennie", "thyroxine")
    medicines = ("fosamax", "actonel", "atelvia", "boniva", "doxycycline", "ofloxacin", "indapamide", "lanoxin")
    assert set().union(*(tags_of(name) for name in (*names, *medicines))) == set(TAGS) - {"meal"}


SPACING, NAMES = "spacing.csv", "spacing_names.csv"


@pytest.mark.parametrize(
    ("table", "old", "new", "code"),
    [
        (SPACING, "levothyroxine,apart", "levothyroxine,near", "unknown_word"),
        (SPACING, "calcium_iron,", "calcium_zinc,", "repeated"),
        (SPACING, "apart,iron", "apart,rust", "unknown_word"),
        (SPACING, "apart,iron", "apart,", "missing_cell"),
        (SPACING, "calcium,,240,,1", "calcium,,,,1", "missing_cell"),
        (SPACING, "calcium,,240,,1", "calcium,,2400,,1", "impossible_range"),
        (SPACING, "calcium,,240,,1", "calcium,,240,500,1", "impossible_range"),
        (SPACING, "ask,digoxin,calcium,,,", "ask,digoxin,calcium,,120,", "impossible_range"),
        (SPACING, "calcium,,,500", "calcium,,,", "missing_cell"),
        (SPACING, "calcium,,240,,1", "calcium,,240,,yes", "unknown_word"),
        (SPACING, "LBL-CA,confirmed", ",confirmed", "missing_source"),
        (SPACING, "LBL-CA,confirmed", "LBL-CA,unconfirmed", "unfounded"),
        (NAMES, "zinc,zinc", "zinc,iron", "repeated"),
        (NAMES, "zinc,zinc", "zink,zinc", "unknown_word"),
        (NAMES, "zinc,zinc", ",zinc", "missing_cell"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path, table, old, new, code):
    for folder in ("evidence", "activities", "supplements"):
        shutil.copytree(resources() / folder, tmp_path / folder)
    path = tmp_path / "evidence" / table
    before, found, after = path.read_text(encoding="utf-8").partition(old)
    assert found
    path.write_text(f"{before}{new}{after}", encoding="utf-8")
    with pytest.raises(FaultyTable) as fault:
        check_tables(tmp_path)
    assert (fault.value.code, fault.value.facts["table"]) == (code, table)
