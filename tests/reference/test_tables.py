"""A table that cannot be true is refused, with its file, its line and a reason."""

import shutil

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.paths import resources
from bonecoach.reference.build_index import main
from bonecoach.reference.check_tables import check_tables

FOLDERS = ("evidence", "activities", "supplements")
SOURCES, TARGETS = "evidence/sources.csv", "evidence/targets.csv"
CONDITIONS, FLAGS = "evidence/conditions.csv", "evidence/red_flags.csv"
MEDICINES, ACTIVITIES = "evidence/medicines.csv", "activities/activities.csv"
COMPOUNDS, PRODUCTS = "supplements/compounds.csv", "supplements/products.csv"
NAMES = "supplements/nutrient_names.csv"


@pytest.fixture
def folder(tmp_path):
    for name in FOLDERS:
        shutil.copytree(resources() / name, tmp_path / name)
    return tmp_path


def spoil(folder, table, old, new):
    """Put `new` where `old` first stands, and answer the line it stands in."""
    text = (folder / table).read_text(encoding="utf-8")
    before, found, after = text.partition(old)
    assert found, f"{old!r} is not in {table}"
    (folder / table).write_text(f"{before}{new}{after}", encoding="utf-8")
    return before.count("\n") + 1


def refused(folder):
    with pytest.raises(FaultyTable) as fault:
        check_tables(folder)
    return fault.value


def test_the_tables_that_ship_are_read():
    check_tables(resources())


def test_a_fault_is_named_at_set_up_in_one_line_that_can_be_gone_to(folder, monkeypatch, capsys):
    line = spoil(folder, TARGETS, "protein_g,g/kg", "protein_g,mg/kg")
    monkeypatch.setattr("bonecoach.paths.resources", lambda: folder)
    assert main([]) == 1
    assert capsys.readouterr().err == (
        f"targets.csv, line {line}: protein_g is counted in g, not in 'mg/kg'. Nothing was built.\n"
    )


@pytest.mark.parametrize(
    ("table", "old", "new", "code"),
    [
        (SOURCES, "IOM1997,", "IOM 1997,", "not_an_id"),
        (SOURCES, "10.17226/5776", "5776", "not_a_doi"),
        (SOURCES, "ODS,", "IOM1997,", "repeated"),
        (TARGETS, "calcium_mg,mg", "calcium_mg,g", "wrong_unit"),
        (TARGETS, "calcium_mg,mg", "kalzium_mg,mg", "unknown_word"),
        (TARGETS, "all,IOM2011,confirmed", "all,,confirmed", "missing_source"),
        (TARGETS, "all,IOM2011,confirmed", "all,IOM2012,confirmed", "unknown_source"),
        (TARGETS, "all,IOM2011,confirmed", "all,IOM2011,", "missing_status"),
        (TARGETS, "all,IOM2011,confirmed", "all,IOM2011,likely", "unknown_word"),
        (TARGETS, "female,0,50,1000", "female,50,0,1000", "impossible_range"),
        (TARGETS, "female,0,50,1000", "female,,50,1000", "missing_cell"),
        (TARGETS, "female,0,50,1000", "female,0,50,3000", "impossible_range"),  # above its limit of 2500
        (TARGETS, "female,0,50,1000", "female,0,50,nan", "impossible_range"),
        (TARGETS, "female,0,50,1000", "female,0,50,1 000", "not_a_number"),
        (TARGETS, "female,51,150,1200", "female,50,150,1200", "repeated"),  # two rules for women of 50
        (TARGETS, "sodium_mg,mg,all,,0,150,,2300", "sodium_mg,mg,all,,0,150,,", "missing_cell"),
        (TARGETS, "0,150,1.0,1.2,,", "0,150,1.0,1.2,2,", "impossible_range"),  # no limit is known per kg
        (CONDITIONS, "kidney_stones,no_target", "kidney_stones,no_goal", "unknown_word"),
        (CONDITIONS, "OURS,unconfirmed", "OURS,", "missing_status"),
        (FLAGS, "emergency,,", "soon,,", "unknown_word"),
        (FLAGS, "low_calcium,urgent", "chest,urgent", "repeated"),
        (MEDICINES, "letrozole,Letrozole", "Letrozole,Letrozole", "not_an_id"),
        (MEDICINES, "2.5,mg", "2500,mg", "impossible_range"),
        (MEDICINES, "2.5,mg", ",mg", "missing_cell"),
        (MEDICINES, "2.5,mg", "2.5,g", "unknown_word"),
        (MEDICINES, "mg,day", "mg,daily", "unknown_word"),
        (MEDICINES, "Exemestane|aromasin", "Exemestane|femara", "repeated"),
        (MEDICINES, "infusion,5,mg,year", "infusion,5,mg,6months", "repeated"),
        (ACTIVITIES, "walk_brisk,Brisk walk", "walk,Brisk walk", "repeated"),
        (ACTIVITIES, "Brisk walk|", "Walk|", "repeated"),
        (ACTIVITIES, "Brisk walk|", "Brisk walk||", "missing_name"),
        (ACTIVITIES, "weight_bearing_low,,3.8,moderate", "weight_bearing,,3.8,moderate", "unknown_word"),
        (ACTIVITIES, "weight_bearing_low,,3.8", "weight_bearing_low,weight_bearing_low,3.8", "repeated"),
        (ACTIVITIES, "3.8,moderate", "3.8,vigorous", "impossible_range"),  # vigorous begins at 6.0 MET
        (ACTIVITIES, "3.8,moderate", "38,vigorous", "impossible_range"),
        (ACTIVITIES, "moderate,1,2024:17190", "moderate,yes,2024:17190", "unknown_word"),
        (ACTIVITIES, "moderate,1,2024:17190", "moderate,1,17190", "not_a_code"),
        (ACTIVITIES, "moderate,1,2024:17190", "moderate,1,2000:17190", "not_a_code"),
        (ACTIVITIES, "2024:17190,secondary", "2024:17190,", "missing_status"),
        (ACTIVITIES, "resistance,,3.5,moderate,0", "resistance,,3.5,moderate,1", "impossible_range"),
        (
            ACTIVITIES,
            "weight_bearing_high,,,moderate,1,,,",
            "weight_bearing_high,,,moderate,1,2024:17190,,",
            "missing_cell",
        ),
        (ACTIVITIES, ",pull,", ",dog,", "unknown_word"),
        (COMPOUNDS, "calcium_mg,1250,500", "calcium_mg,500,1250", "impossible_range"),
        (COMPOUNDS, "1500;1250;750", "750;1250;1500", "impossible_range"),
        (COMPOUNDS, "1500;1250;750", "1500 mg", "not_a_number"),
        (PRODUCTS, "tablet,1,500,5,", "tablet,1,500000,5,", "impossible_range"),  # µg where mg belong
        (PRODUCTS, "tablet,1,500,5,", "tablet,1,,,", "holds_nothing"),
        (PRODUCTS, "tablet,1,500,5,", "pill,1,500,5,", "unknown_word"),
        (NAMES, "vitamin_d_ug,Vitamin D3,", "vitamin_d_ug,,", "missing_cell"),
        (NAMES, "vit d3|", "vit d|", "repeated"),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(folder, table, old, new, code):
    line = spoil(folder, table, old, new)
    fault = refused(folder)
    assert (fault.code, fault.facts["table"], fault.facts["line"]) == (code, table.rpartition("/")[2], line)
    assert str(fault.facts["reason"])


def test_a_name_with_a_comma_is_refused_since_commas_part_entries(folder):
    line = spoil(folder, ACTIVITIES, "walk_brisk,Brisk walk|walk brisk", 'walk_brisk,"Brisk walk|walk, brisk')
    spoil(folder, ACTIVITIES, "brisk treadmill walk,", 'brisk treadmill walk",')
    assert (refused(folder).code, refused(folder).facts["line"]) == ("comma_in_name", line)


def test_an_intensity_without_a_figure_has_to_be_reasoned(folder):
    text = (folder / ACTIVITIES).read_text(encoding="utf-8")
    (folder / ACTIVITIES).write_text(text.replace("no code of its own: short and slow, so taken as light", ""))
    assert refused(folder).code == "missing_cell"


@pytest.mark.parametrize(
    ("old", "new"),
    [("id,citation,doi", "id,citation,url"), ("ODS,", "ODS,,,")],
)
def test_other_columns_are_refused(folder, old, new):
    line = spoil(folder, SOURCES, old, new)
    assert (refused(folder).code, refused(folder).facts["line"]) == ("wrong_columns", line)


def test_a_missing_table_is_refused(folder):
    (folder / FLAGS).unlink()
    assert (refused(folder).code, refused(folder).facts["table"]) == ("missing_table", "red_flags.csv")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'id,citation,doi\nODS,"open,\n'])
def test_what_is_no_table_is_refused(folder, content):
    (folder / SOURCES).write_bytes(content)
    assert refused(folder).code == "not_a_table"


def test_an_empty_file_is_no_table(folder):
    (folder / SOURCES).write_bytes(b"")
    assert refused(folder).code == "wrong_columns"
