"""Behind every chart stands a table that says the same."""

from __future__ import annotations

from datetime import date

from bonecoach.core.injections import next_injection
from bonecoach.core.medicines import Window
from bonecoach.core.nutrients import MAIN_NUTRIENTS
from bonecoach.paint.injection_line import table_injection_line
from bonecoach.paint.minutes_bar import table_minutes_bar
from bonecoach.paint.nutrient_days import table_nutrient_days
from bonecoach.paint.trend import table_trend
from bonecoach.paint.week_strip import table_week_strip
from bonecoach.words import Words
from tests.paint.states import day, empty_week, full_week, twelve_weeks

WORDS = Words("en_GB")


def row(table, name):
    """The cells behind the row of a name."""
    return next(cells[1:] for cells in table if cells[0] == name)


def test_the_strip_as_a_table_has_a_column_for_each_load_and_says_what_counts():
    table = table_week_strip(full_week().movement, WORDS, day(6))
    loads = ["Low impact", "High impact", "Resistance", "Balance", "Not weight-bearing"]
    assert table[0] == ["Day", *loads, "Counted minutes"]
    assert row(table, "Fri 20") == ["20", "15", "0", "0", "0", "35"]
    assert row(table, "Sat 21") == ["12", "0", "0", "0", "40", "0"]  # light walking and cycling do not count
    assert row(table, "Thu 19")[-1] == "not recorded"
    assert row(table, "Together") == ["92", "15", "25", "10", "40", "95"]  # 30 + 30 + 20 + 15


def test_days_to_come_are_not_called_unrecorded():
    table = table_week_strip(empty_week().movement, WORDS, day(5))
    assert row(table, "Sat 21") == ["not recorded"]
    assert row(table, "Sun 22") == ["still to come"]


def test_the_minutes_as_a_table_give_both_counts():
    table = table_minutes_bar(full_week().movement, WORDS)
    assert row(table, "Counted minutes") == ["95 of 150"]
    assert row(table, "All aerobic minutes") == ["135"]  # 95 and 40 of cycling
    assert row(table, "All aerobic, vigorous twice") == ["150 of 150"]  # the 15 vigorous ones twice


def test_the_nutrients_as_a_table_name_what_is_unknown_not_recorded_or_above_a_limit():
    table = table_nutrient_days(full_week(), MAIN_NUTRIENTS, WORDS, day(6))
    calcium = [cells[1] for cells in table]
    assert calcium[0] == "Calcium, mg"
    assert calcium[1:8] == ["1200", "500", "1200", "not recorded", "1200", "700", "2300, above limit"]
    assert calcium[-1] == "1200 mg"
    assert [cells[2] for cells in table][1] == "at least 25"  # the food's vitamin D is unknown
    assert row(table, "On average")[0] == "1183"  # 7100 mg on 6 recorded days


def test_twelve_weeks_as_a_table_tell_rest_and_missing_weeks_apart_from_zero():
    counted = [cells[1] for cells in table_trend(twelve_weeks(), WORDS)]
    assert counted[0] == "Counted minutes"
    assert counted[4] == "rest week, 60"
    assert counted[7] == "not recorded"
    assert counted[8] == "0"
    assert counted[12] == "180"


def test_an_injection_as_a_table_names_each_day_of_its_window_and_today():
    given, today = date(2026, 6, 12), date(2026, 11, 21)
    following = next_injection(given, given, 6, Window(5, 28, "LYU2020", "confirmed"), today)
    assert table_injection_line(following, today, WORDS) == [
        ["What", "Day"],
        ["last given", "Friday 12 June 2026"],
        ["book from", "Thursday 12 November 2026"],
        ["today", "Saturday 21 November 2026"],
        ["due", "Saturday 12 December 2026"],
        ["best by", "Saturday 9 January 2027"],
    ]
