"""Tables of other programs: Cronometer's exports, and any table whose columns are matched by hand."""

from datetime import date, time

import pytest

from bonecoach.core.entries import Source
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.exchange.arrivals import Ignored, Line, Rejected
from bonecoach.exchange.fhir.gathered import DAY_TOTALS
from bonecoach.exchange.sheets import sheet
from bonecoach.exchange.sheets.cronometer import clock_said, read_daily, read_servings
from bonecoach.exchange.sheets.matching import Matching, Names, day_said, read_matched
from bonecoach.exchange.sheets.points import with_point
from bonecoach.exchange.sheets.sheet import sheet_lines
from bonecoach.reference.activities import ActivityTable
from tests.makers import BERLIN, MONDAY

NAMES = Names(ActivityTable(), lambda _: None)
SERVINGS = (
    "Day,Time,Group,Food Name,Amount,Energy (kcal),Protein (g),Vitamin D (IU),Vitamin K (µg),Calcium (mg),Category"
    """
2026-11-16,8:05 AM,Breakfast,"Yogurt, Greek",170.00 g,100,17.5,,3,187.00,Dairy and Egg Products
2026-11-16,,Supplements,Vitamin D3,1.00 tablet,0,0,1000,,,Supplements
"""
)


@pytest.fixture
def file(tmp_path):
    def make(text, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return make


def codes(made):
    return [(one.line, one.error.code) for one in made if isinstance(one, Rejected)]


def test_servings_are_intakes(file):
    yogurt, tablet = (one.value for one in read_servings(file(SERVINGS), BERLIN))
    assert (yogurt.name, yogurt.quantity, yogurt.grams, yogurt.source) == (
        "Yogurt, Greek",
        "170.00 g",
        170.0,
        Source.FOOD,
    )
    assert (yogurt.moment.date, yogurt.moment.wall) == (MONDAY, time(8, 5))
    assert yogurt.amounts.ng == {Nutrient.CALCIUM: 187_000_000, Nutrient.PROTEIN: 17_500_000_000}
    assert (tablet.source, tablet.grams, tablet.moment.wall) == (Source.SUPPLEMENT, None, time())
    assert tablet.amounts.get(Nutrient.VITAMIN_D) == 25_000  # 1000 IU are 25 µg
    assert tablet.amounts.get(Nutrient.CALCIUM) is None  # an empty cell is unknown
    assert yogurt.amounts.get(Nutrient.VITAMIN_K1) is None  # it does not say which vitamin K


def test_a_serving_that_cannot_be_is_rejected(file):
    text = (
        SERVINGS
        + "16.11.2026,,,Milk,1,,,,,,\n2026-11-16,late,,Milk,1,,,,,,\n"
        + "2026-11-16,,,,1,,,,,,\n2026-11-16,,,Milk,0 g,,,,,lots,\n"
        + "x," * 20
    )
    assert codes(read_servings(file(text), BERLIN)) == [
        (4, "cell_not_a_day"),
        (5, "cell_not_a_time"),
        (6, "cell_missing"),
        (7, "cell_not_a_number"),
        (8, "cells_do_not_fit"),
    ]
    (nothing,) = read_servings(file(SERVINGS.splitlines()[0] + "\n2026-11-16,,,Milk,0 g,,,,,,\n"), BERLIN)
    assert nothing.value.grams is None


def test_the_nutrition_of_a_day_is_its_total(file):
    text = (
        "Date,Energy (kcal),Protein (g),Calcium (mg),Completed\n2026-11-16,1900,70.25,900,true\n"
        "2026-11-17,0,0,0,false\nsoon,1,1,1,\n1,2,3,4,5,6\n"
    )
    made = list(read_daily(file(text)))
    (day,) = [one for one in made if isinstance(one, Line)]
    assert (day.table, day.value.date) == (DAY_TOTALS, MONDAY)
    assert day.value.amounts == {Nutrient.CALCIUM: 900_000_000, Nutrient.PROTEIN: 70_250_000_000}
    assert codes(made) == [(4, "cell_not_a_day"), (5, "cells_do_not_fit")]
    assert made[-1] == Ignored("1 × empty day", "empty_days", 1)


@pytest.mark.parametrize(
    ("said", "clock"), [("8:15 am", time(8, 15)), ("12:05 PM", time(12, 5)), ("20:15", time(20, 15)), ("", time())]
)
def test_times_are_read_as_they_are_written(said, clock):
    assert clock_said(said) == clock


# Any table


def matched(path, table, columns, values=None, order="ymd"):
    return list(read_matched(path, Matching(table, columns, values or {}, order), BERLIN, NAMES))


def test_a_pain_diary_of_a_spreadsheet(file):
    path = file("Datum;Uhrzeit;Schmerz;Notiz\n16.11.2026;08:15;4;'Treppe\n17.11.26;;5;\n\n;;;\n")
    columns = {"date": "Datum", "time": "Uhrzeit", "score": "Schmerz", "note": "Notiz"}
    first, second = (one.value for one in matched(path, "symptoms", columns, {"symptom": "joint_pain"}, "dmy"))
    assert (first.moment.local.isoformat(), first.score, first.name) == ("2026-11-16T08:15:00+01:00", 4, "Joint pain")
    assert (second.moment.date, second.moment.wall) == (date(2026, 11, 17), time())
    assert first.note == "Treppe"


def test_supplements_with_decimal_commas_and_iu(file):
    path = file("day\tmg\tiu\tx\n11/16/2026\t1.5\t1000\t\n11/17/2026\t2,5\t\t\n")
    columns = {"date": "day", "calcium_mg": "mg", "vitamin_d_iu": "iu"}
    values = {"source": "supplement", "name": "Bone plus"}
    first, second = (one.value for one in matched(path, "intakes", columns, values, "mdy"))
    assert first.amounts.ng == {Nutrient.CALCIUM: 1_500_000, Nutrient.VITAMIN_D: 25_000}
    assert second.amounts.ng == {Nutrient.CALCIUM: 2_500_000}
    assert first.name == "Bone plus"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("1,200", "1200"),
        ("1,200.5", "1200.5"),
        ("12,345,678", "12345678"),
        ("-1,200", "-1200"),
        ("0,5", "0.5"),
        ("0,125", "0.125"),
        ("12,75", "12.75"),
        ("-2,4", "-2.4"),
        ("1,2000", "1.2000"),
        ("1200,500", "1200.500"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1.200", "1.200"),
        ("1.5", "1.5"),
        ("1200", "1200"),
        ("1,20,300", "1,20,300"),
        ("0,500,000", "0,500,000"),
        ("1,2.5", "1,2.5"),
        ("16.11.2026", "16.11.2026"),
        ("milk, 200", "milk, 200"),
        ("", ""),
    ],
)
def test_commas_are_read_as_the_entry_line_reads_them(said, read):
    assert with_point(said) == read


def test_a_thousand_with_a_comma_is_no_decimal(file):
    path = file("day;mg\n2026-11-16;1,200\n2026-11-17;1,200.5\n2026-11-18;0,5\n2026-11-19;1.234,5\n")
    made = matched(path, "intakes", {"date": "day", "calcium_mg": "mg"}, {"source": "supplement", "name": "Calcium"})
    assert [line.value.amounts.ng[Nutrient.CALCIUM] / 1e6 for line in made] == [1200, 1200.5, 0.5, 1234.5]


def test_movement_by_what_it_is_called(file):
    path = file(
        "when,what,min\n2026-11-16 17:00,brisk walk,30\n2026-11-16T18:00+01:00,tai_chi,20\n"
        "2026-11-16 19:00,quidditch,9\n2026-11-16 20:00,,9\n"
    )
    made = matched(path, "sessions", {"at": "when", "activity": "what", "minutes": "min"})
    assert [(one.value.activity, one.value.minutes) for one in made[:2]] == [("walk_brisk", 30), ("tai_chi", 20)]
    assert made[1].value.also_load is not None
    assert codes(made) == [(4, "unknown_sport"), (5, "unknown_sport")]


def test_a_word_that_is_no_activity_means_what_she_says_or_is_left_out(file):
    path = file(
        "when,what,min\n2026-11-16,flying,9\n2026-11-17,gliding,8\n2026-11-18,hovering,7\n2026-11-19,gliding,6\n"
    )
    columns = {"date": "when", "activity": "what", "minutes": "min"}
    called = {"flying": "walk_brisk", "gliding": "", "walk": "tai_chi"}
    made = list(read_matched(path, Matching("sessions", columns, {}, called=called), BERLIN, NAMES))
    assert (made[0].value.activity, made[0].value.name, made[0].value.minutes) == ("walk_brisk", "Brisk walk", 9)
    assert codes(made[1:2]) == [(4, "unknown_sport")]  # of which nothing was said
    assert made[2:] == [Ignored("2 × activity", "unknown_activity", 2)]


def test_what_has_no_name_is_called_after_what_it_is(file):
    path = file("d,x\n2026-11-16,joint_pain\n")
    (pain,) = matched(path, "symptoms", {"date": "d", "symptom": "x"})
    assert pain.value.name == "Joint pain"
    (weight,) = matched(file("d,kg\n2026-11-16,64\n"), "facts", {"since": "d", "value": "kg"}, {"key": "weight_kg"})
    assert (weight.value.value, weight.value.since) == (64.0, MONDAY)
    (scan,) = matched(file("d,t\n2026-11-16,-1.8\n"), "scans", {"date": "d", "t_score": "t"}, {"site": "total_hip"})
    assert scan.value.t_score == -1.8
    (nothing,) = matched(file("a\nx\n"), "events", {"note": "a"})
    assert nothing.error.code == "cell_missing"


def test_a_line_with_too_many_cells_is_rejected(file):
    assert codes(matched(file("d\n2026-11-16,4\n"), "rest_weeks", {"first_day": "d"})) == [(2, "cells_do_not_fit")]


@pytest.mark.parametrize(
    ("matching", "code"),
    [
        (Matching("secrets", {"a": "b"}, {}), "unknown_table"),
        (Matching("symptoms", {"mood": "b"}, {}), "unknown_column"),
        (Matching("symptoms", {"score": "b"}, {"mood": "5"}), "unknown_column"),
        (Matching("symptoms", {}, {"score": "5"}), "no_columns"),
    ],
)
def test_what_cannot_be_matched_is_refused(file, matching, code):
    with pytest.raises(InvalidEntry, match=code):
        list(read_matched(file("b\n1\n"), matching, BERLIN, NAMES))


@pytest.mark.parametrize(
    ("text", "order"), [("32.11.2026", "dmy"), ("2026", "ymd"), ("a.b.c", "dmy"), ("1.2.3.4", "dmy")]
)
def test_days_that_are_none_are_refused(text, order):
    with pytest.raises(InvalidEntry, match="cell_not_a_day" if order == "ymd" else "cell_in_another_order"):
        day_said(text, order, "date")


def test_days_are_read_in_their_order():
    assert day_said("2026-11-23T08:00", "ymd", "date") == "2026-11-23"
    assert (day_said("3/4/2026", "mdy", "date"), day_said("3/4/26", "dmy", "date")) == ("2026-03-04", "2026-04-03")
    assert day_said("", "ymd", "date") == ""


def test_tables_that_are_none_are_refused(file, monkeypatch):
    with pytest.raises(DiaryError, match="columns_missing"):
        list(sheet_lines(file("a,b\n"), frozenset({"c"})))
    with pytest.raises(DiaryError, match="columns_missing"):
        list(sheet_lines(file(""), frozenset({"c"})))
    with pytest.raises(DiaryError, match="damaged_table"):
        list(sheet_lines(file('a\n"' + "x\n" * 100_000), frozenset({"a"})))
    monkeypatch.setattr(sheet, "MOST_LINES", 1)
    with pytest.raises(DiaryError, match="file_too_large"):
        list(sheet_lines(file("a\n1\n2\n"), frozenset({"a"})))
