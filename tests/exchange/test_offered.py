"""What people's own tables are about, known by the names of their columns."""

import pytest

from bonecoach.core.measurements import TEST_UNITS
from bonecoach.exchange.sheets.matching import TIME, VITAMIN_D_IU, WEIGHT_UNIT, Matching, Names, read_matched
from bonecoach.exchange.sheets.offered import (
    MEDICINES,
    OFFERS,
    guessed,
    missing,
    order_for,
    orders_of,
    plain,
    recognised,
)
from bonecoach.exchange.sheets.sheet import Top, sheet_top
from bonecoach.exchange.tables import TABLES
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.medicines import MedicineTable
from tests.makers import BERLIN

NAMES = Names(ActivityTable(), lambda _: None)
BY_NAME = {offer.name: offer for offer in OFFERS}


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "x.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("header", "offer", "columns"),
    [
        ("Date,Pain", "pain", {"date": "Date", "score": "Pain"}),
        ("Datum;Uhrzeit;Schmerz;Notiz", "pain", {"date": "Datum", TIME: "Uhrzeit", "score": "Schmerz",
                                                 "note": "Notiz"}),
        ("DATE,NRS,Joint", "pain", {"date": "DATE", "score": "NRS", "site": "Joint"}),
        ("day,Activity,Duration", "movement", {"date": "day", "activity": "Activity", "minutes": "Duration"}),
        ("Date,Exercise,Minutes,Comments", "movement", {"date": "Date", "activity": "Exercise", "minutes": "Minutes",
                                                         "note": "Comments"}),
        ("Date,Weight (kg)", "weight", {"since": "Date", "value": "Weight (kg)"}),
        ("Datum,Gewicht", "weight", {"since": "Datum", "value": "Gewicht"}),
        ("Date,Food,Calcium (mg),Vitamin D (IU)", "intakes", {"date": "Date", "name": "Food",
                                                              "calcium_mg": "Calcium (mg)",
                                                              VITAMIN_D_IU: "Vitamin D (IU)"}),
        ("date,supplement,calcium_mg,vitamin_d_ug", "intakes", {"date": "date", "name": "supplement",
                                                                "calcium_mg": "calcium_mg",
                                                                "vitamin_d_ug": "vitamin_d_ug"}),
        ("date,food,Vitamin D", "intakes", {"date": "date", "name": "food"}),  # of what unit it is nobody knows
        ("Date,BMD (g/cm²),T-score,Z-score", "scans", {"date": "Date", "bmd": "BMD (g/cm²)", "t_score": "T-score",
                                                       "z_score": "Z-score"}),
        ("Date,Test,Result,Unit", "lab_tests", {"date": "Date", "name": "Test", "value": "Result", "unit": "Unit"}),
        ("date,event", "events", {"date": "date", "event": "event"}),
        ("Date,Time,Medication,Dose,Taken", "doses", {"date": "Date", TIME: "Time", "medicine": "Medication",
                                                      "amount": "Dose", "state": "Taken"}),
        ("Datum;Medikament;Dosis", "doses", {"date": "Datum", "medicine": "Medikament", "amount": "Dosis"}),
        ("Date,Taken", "doses", {"date": "Date", "state": "Taken"}),
        ("Date,Medicine,Pain", "", {}),
        ("Date,Steps", "", {}),
        ("Date,Start time,Pain level,Location", "pain", {"date": "Date", TIME: "Start time", "score": "Pain level"}),
        ("Datum;Schmerz (0-10)", "pain", {"date": "Datum", "score": "Schmerz (0-10)"}),
        ("Date,Weight (kg),Fat mass (kg),Bone mass (kg)", "weight", {"since": "Date", "value": "Weight (kg)"}),
        ("date,exercise,sets,reps,weight", "", {}),  # the weight of a dumbbell is not hers
        ("Date,Pain,Weight", "", {}),
        ("Date,Systolic,Diastolic", "", {}),
        ("since,key,value", "", {}),
        ("Activity ID,Activity Date,Activity Type,Elapsed Time", "", {}),  # whose time is in seconds
        ("Day,Mood", "", {}),
        ("Date,Note", "", {}),
        ("a,b,c", "", {}),
        ("Pain", "", {}),
        ("Weight,Height", "", {}),
        ("Minutes,Activity", "", {}),
        ("Sleep,Steps,Heart rate", "", {}),
    ],
)  # fmt: skip
def test_a_table_is_known_by_its_columns_or_not_at_all(header, offer, columns):
    names = [name.strip() for name in header.replace(";", ",").split(",")]
    assert guessed(names) == (offer, columns)


def test_two_columns_that_may_be_the_same_give_the_better_name_first_and_each_column_once():
    found = recognised(BY_NAME["pain"], ["When", "Date", "Pain", "Score"])
    assert found == {"date": "Date", "score": "Score"}
    assert plain("Vitamin_D (µg) ") == "vitamin d μg"


def test_every_column_that_is_asked_for_stands_in_its_table():
    beside = {TIME, VITAMIN_D_IU, WEIGHT_UNIT}
    for offer in OFFERS:
        header = set(TABLES[offer.table].header)
        assert {asked.key for asked in offer.asked} - header <= beside
        assert offer.day in {asked.key for asked in offer.asked}
        assert set(offer.values) <= header


@pytest.mark.parametrize(
    ("days", "orders"),
    [
        (["2026-11-16", "2026-11-17"], ("ymd",)),
        (["16.11.2026", "1.2.2026", ""], ("dmy",)),
        (["11/16/2026"], ("mdy",)),
        (["1/2/2026", "3/4/2026"], ("dmy", "mdy")),
        (["3/4/2026 08:15", "3/4/2026 8:15 PM"], ("dmy", "mdy")),
        (["1/2/3"], ("ymd", "dmy", "mdy")),
        (["soon"], ()),
        (["31.2.2026"], ()),
    ],
)
def test_how_days_are_written_is_told_by_all_of_them(days, orders):
    assert orders_of(Top(("Day",), tuple((day,) for day in days)), "Day") == orders


@pytest.mark.parametrize(
    ("day", "own", "order"),
    [
        ("1/2/2026", "dmy", "dmy"),  # either way: as it is written where she lives
        ("1/2/2026", "mdy", "mdy"),
        ("11/16/2026", "dmy", "mdy"),  # no month has the number 16
        ("1/2/2026", "ymd", "dmy"),
        ("soon", "ymd", "ymd"),
    ],
)
def test_days_that_may_be_read_two_ways_are_read_as_where_she_lives(day, own, order):
    assert order_for(Top(("Day",), ((day,),)), "Day", own) == order
    assert order_for(Top(("Day",), ((day,),)), "", own) == own


def test_what_is_still_missing_is_what_no_column_and_no_value_says():
    pain = BY_NAME["pain"]
    nothing = missing(pain, Matching("symptoms", {}, {}))
    assert [asked.key for asked in nothing] == ["date", "score", "symptom"]
    whole = Matching("symptoms", {"date": "Day", "score": "Pain"}, {"symptom": "joint_pain"})
    assert missing(pain, whole) == ()


def test_the_top_of_a_table_is_its_columns_and_first_lines(file):
    path = file("Day;Pain;;Day\n1.11.2026;4;x;y\n1;2;3;4;5\n2.11.2026;5\n3.11.2026;6\n")
    assert sheet_top(path, 2) == (("Day", "Pain"), (("y", "4"), ("2.11.2026", "5")))
    assert sheet_top(file("Day,Pain\n")) == ((), ())


def read(path, table, columns, values, order="ymd"):
    return list(read_matched(path, Matching(table, columns, values, order), BERLIN, NAMES))


def test_day_and_time_in_one_cell_are_both_taken(file):
    path = file("When,Pain\n16/11/2026 08:15,4\n2026-11-17,5\n17/11/2026 8:15 pm,3\n17/11/2026T25:00,3\n")
    columns = {"date": "When", "score": "Pain"}
    first, second, third, fourth = read(path, "symptoms", columns, {"symptom": "joint_pain"}, "dmy")
    assert f"{first.value.moment.local:%d %H:%M}" == "16 08:15"
    assert (second.error.code, second.error.facts["like"]) == ("cell_in_another_order", "23.11.2026")
    assert f"{third.value.moment.local:%d %H:%M}" == "17 20:15"
    assert fourth.error.code == "cell_not_a_time"


def test_a_weight_is_of_the_unit_that_was_said_and_an_empty_cell_is_none(file):
    path = file("Day,Weight\n2026-11-16,150\n2026-11-17,\n")
    columns = {"since": "Day", "value": "Weight"}
    of_pounds = BY_NAME["weight"].matching(columns, {WEIGHT_UNIT: "lb"}, "ymd")
    first, second = read_matched(path, of_pounds, BERLIN, NAMES)
    assert first.value.value == pytest.approx(68.04, abs=0.01)  # 150 lb × 0.45359237
    assert (second.line, second.error.code, second.error.facts["column"]) == (3, "cell_missing", "Weight")
    of_kilograms = BY_NAME["weight"].matching(columns, {WEIGHT_UNIT: "kg"}, "ymd")
    (kilograms,) = read_matched(file('Day,Weight\n2026-11-16,"68,5"\n'), of_kilograms, BERLIN, NAMES)
    assert kilograms.value.value == 68.5


def test_a_day_on_which_no_pain_was_noted_is_no_entry(file):
    path = file("Day,Pain,Joint\n2026-11-16,4,hands\n2026-11-17,,\n2026-11-18,much,\n")
    columns = {"date": "Day", "score": "Pain", "site": "Joint"}
    matching = BY_NAME["pain"].matching(columns, {"symptom": "joint_pain"}, "ymd")
    first, second, third = read_matched(path, matching, BERLIN, NAMES)
    assert (first.value.score, first.value.site) == (4, "hands")
    assert [one.error.code for one in (second, third)] == ["cell_missing", "cell_not_whole"]
    assert third.error.facts["column"] == "Pain"


def test_medicines_that_are_offered_are_those_of_the_evidence():
    assert set(MEDICINES) == {medicine.id for medicine in MedicineTable().all()} - {"risedronate_delayed"}


def test_units_that_are_offered_are_those_of_laboratories():
    (unit,) = [asked for asked in BY_NAME["lab_tests"].asked if asked.key == "unit"]
    assert set(unit.choices) == {unit for units in TEST_UNITS.values() for unit in units}
