"""How each medicine is taken, missed and watched, as evidence 5 has it."""

import shutil

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.core.medicines import Caution
from bonecoach.paths import resources
from bonecoach.reference.medicine_rules import medicine_rules, medicine_rules_in
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.sources import sources

TABLE = MedicineTable()
RULES = medicine_rules_in(resources())


@pytest.mark.parametrize(
    ("name", "how", "upright", "how_status", "missed", "missed_status"),
    [
        # Evidence 5.1 and 5.2, row by row.
        ("anastrozole", "any_time", 0, "confirmed", "skip_to_next", "secondary"),
        ("letrozole", "any_time", 0, "confirmed", "unless_next_in_3_hours", "confirmed"),
        ("exemestane", "after_meal", 0, "confirmed", "unless_next_is_near", "confirmed"),
        ("alendronate", "fasting_upright_30", 30, "confirmed", "weekly_tablet", "confirmed"),
        ("risedronate", "fasting_upright_30", 30, "confirmed", "weekly_tablet", "confirmed"),
        ("monthly risedronate", "fasting_upright_30", 30, "confirmed", "monthly_tablet", "confirmed"),
        ("atelvia", "after_breakfast_upright_30", 30, "secondary", "weekly_tablet", "secondary"),
        ("ibandronate", "fasting_upright_60", 60, "confirmed", "monthly_tablet", "confirmed"),
        ("zometa", "by_clinic", 0, "confirmed", "ask_clinic", "unconfirmed"),
        ("aclasta", "by_clinic", 0, "confirmed", "ask_clinic", "unconfirmed"),
        ("prolia", "by_clinic", 0, "confirmed", "soon_then_from_last", "secondary"),
    ],
)
def test_each_medicine_has_its_own_rules(name, how, upright, how_status, missed, missed_status):
    rules = medicine_rules(TABLE.named(name))
    assert (rules.how, rules.upright_minutes, rules.how_status) == (how, upright, how_status)
    assert (rules.missed, rules.missed_status) == (missed, missed_status)
    assert sources(rules.how_source)
    assert sources(rules.missed_source)


def test_every_line_of_the_medicine_table_has_rules_and_no_more():
    assert set(RULES) == {(medicine.id, medicine.every) for medicine in TABLE.all()}


def test_only_denosumab_has_a_window():
    # Evidence 5.2: booked from 5 months, best by due and 28 days. Zoledronic acid: 4 mg 6-monthly, 5 mg yearly, none.
    window = medicine_rules(TABLE.named("denosumab")).window
    assert (window.book_months, window.best_by_days, window.status) == (5, 28, "confirmed")
    assert {"LYU2020", "KIM2024"} <= set(window.source.split())
    assert {key[0] for key, rules in RULES.items() if rules.window} == {"denosumab"}


@pytest.mark.parametrize(
    ("name", "every"),
    [
        ("letrozole", "day"),
        ("fosamax", "week"),
        ("ibandronate", "month"),
        ("zometa", "6months"),
        ("aclasta", "year"),
        ("prolia", "6months"),
    ],
)
def test_each_medicine_has_the_interval_of_its_leaflet(name, every):
    assert TABLE.named(name).every == every


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("letrozole", []),
        ("alendronate", ["dental_check", "thigh_hip", "swallowing"]),
        ("risedronate", ["dental_check", "later_in_day", "thigh_hip", "swallowing"]),
        ("zometa", ["dental_check", "thigh_hip", "low_calcium", "flu_like"]),
        ("reclast", ["dental_check", "thigh_hip", "kidney_test_and_fluid", "low_calcium", "flu_like"]),
        ("denosumab", ["dental_check", "thigh_hip", "low_calcium", "follow_on_plan"]),
    ],
)
def test_what_to_watch(name, codes):
    cautions = medicine_rules(TABLE.named(name)).cautions
    assert [caution.code for caution in cautions] == codes
    assert all(sources(caution.source) for caution in cautions)


def test_the_plan_that_follows_denosumab_is_for_the_day_it_stops():
    (plan,) = [each for each in medicine_rules(TABLE.named("denosumab")).cautions if each.when == "stopping"]
    assert plan == Caution("follow_on_plan", "stopping", "TAY2022", "confirmed")


def test_delayed_release_is_a_medicine_of_its_own():
    assert TABLE.named("atelvia").id == TABLE.named("risedronate delayed-release").id == "risedronate_delayed"
    assert TABLE.named("risedronate").every == "week"
    monthly = TABLE.named("actonel once a month")
    assert (monthly.id, monthly.name, monthly.dose_amount, monthly.every) == (
        "risedronate",
        "Risedronate",
        150,
        "month",
    )


def test_a_medicine_without_rules_is_refused():
    with pytest.raises(FaultyTable) as fault:
        medicine_rules(TABLE.named("letrozole").__class__("aspirin", ("Aspirin",), "", None, None, "day", "", ""))
    assert fault.value.code == "unknown_medicine"


RULES_CSV, CAUTIONS = "medicine_rules.csv", "medicine_cautions.csv"


@pytest.mark.parametrize(
    ("table", "old", "new", "code"),
    [
        (RULES_CSV, "any_time,,NHS-ANA", "anytime,,NHS-ANA", "unknown_word"),
        (RULES_CSV, "fasting_upright_60,60", "fasting_upright_60,30", "impossible_range"),
        (RULES_CSV, "fasting_upright_60,60", "fasting_upright_60,", "impossible_range"),
        (RULES_CSV, "letrozole,day", "letrozole,week", "unknown_medicine"),
        (RULES_CSV, "letrozole,day", "anastrozole,day", "repeated"),
        (RULES_CSV, "skip_to_next", "take_two", "unknown_word"),
        (RULES_CSV, "NHS-ANA,secondary", "NHS-ANA,", "missing_status"),
        (RULES_CSV, "CRUK-EXE,confirmed,unless", ",confirmed,unless", "missing_source"),
        (RULES_CSV, "5,28,", "5,,", "missing_cell"),
        (RULES_CSV, "5,28,", "5,280,", "impossible_range"),
        (RULES_CSV, "KIM2024,confirmed", "KIM2024,unconfirmed", "unfounded"),
        (CAUTIONS, "flu_like,", "thigh_hip,", "repeated"),
        (CAUTIONS, "stopping", "later", "unknown_word"),
        (CAUTIONS, "denosumab,,stopping", ",,stopping", "missing_cell"),
        (CAUTIONS, "denosumab,,stopping", "aspirin,,stopping", "unknown_word"),
        (CAUTIONS, "denosumab,,stopping", "denosumab,year,stopping", "unknown_medicine"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path, table, old, new, code):
    shutil.copytree(resources() / "evidence", tmp_path / "evidence")
    path = tmp_path / "evidence" / table
    before, found, after = path.read_text(encoding="utf-8").partition(old)
    assert found
    path.write_text(f"{before}{new}{after}", encoding="utf-8")
    with pytest.raises(FaultyTable) as fault:
        medicine_rules_in(tmp_path)
    assert (fault.value.code, fault.value.facts["table"]) == (code, table)
    assert fault.value.facts["line"] == before.count("\n") + 1


def test_a_medicine_left_out_is_named(tmp_path):
    shutil.copytree(resources() / "evidence", tmp_path / "evidence")
    path = tmp_path / "evidence" / RULES_CSV
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("exemestane")]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(FaultyTable, match="there is no line for exemestane every day"):
        medicine_rules_in(tmp_path)
