"""Every line of a table comes back as it left, and none that says something impossible is taken."""

import csv
import io
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.activities import Load
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.exchange.cells import Cells, amount_writer, guarded, unguarded
from bonecoach.exchange.tables import TABLES
from tests.exchange.making import NASTY, OF_TABLE, TEXTS
from tests.makers import MONDAY

DOCS = Path(__file__).parents[2] / "docs" / "exchange.md"


def through_a_file(table, value):
    """The line of a value, written as a file and read again."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(table.row(value))
    text.seek(0)
    (row,) = csv.reader(text)
    return table.read(Cells(dict(zip(table.header, row, strict=True))))


@given(st.data())
@pytest.mark.parametrize("name", TABLES)
def test_every_line_comes_back_as_it_left(name, data):
    value = data.draw(OF_TABLE[name])
    assert through_a_file(TABLES[name], value) == value


@given(TEXTS)
def test_no_text_begins_like_a_formula_and_each_comes_back(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(guarded(text)) == text


@given(st.data())
@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_any_table_begins_like_a_formula(name, data):
    table = TABLES[name]
    cells = dict(zip(table.columns, table.row(data.draw(OF_TABLE[name])), strict=True))
    texts = [cell for column, cell in cells.items() if column.kind not in ("number", "integer")]
    assert [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []


def test_the_nasty_texts_are_nasty():
    assert sum(guarded(text) != text for text in NASTY) > 8


@pytest.mark.parametrize(
    ("nutrient", "ng", "cell"),
    [
        (Nutrient.CALCIUM, 551_440_000, "551.44"),  # mg: 10⁶ ng
        (Nutrient.CALCIUM, 0, "0"),
        (Nutrient.CALCIUM, None, ""),
        (Nutrient.CALCIUM, 1, "0.000001"),
        (Nutrient.VITAMIN_D, 25_000, "25"),  # µg: 1000 ng
        (Nutrient.VITAMIN_D, 6_275, "6.275"),
        (Nutrient.PROTEIN, 15_123_456_789, "15.123456789"),  # g: 10⁹ ng
    ],
)
def test_amounts_stand_in_the_unit_of_their_column(nutrient, ng, cell):
    assert amount_writer(nutrient)(ng) == cell
    assert Cells({nutrient.value: cell}).amount(nutrient) == ng


def test_what_is_finer_than_a_nanogram_is_rounded():
    assert Cells({"vitamin_d_ug": "1.00051"}).amount(Nutrient.VITAMIN_D) == 1_001
    assert Cells({"vitamin_d_ug": "0001.5"}).amount(Nutrient.VITAMIN_D) == 1_500


LINES = {
    "intakes": {"at": "2026-11-16T08:00+01:00", "zone": "Europe/Berlin", "name": "Milk", "source": "food"},
    "sessions": {
        "at": "2026-11-16T08:00",
        "zone": "Europe/Berlin",
        "name": "Walk",
        "activity": "walk",
        "minutes": "30",
        "intensity": "moderate",
        "load": "weight_bearing_low",
    },
    "doses": {
        "at": "2026-11-16T07:00:00Z",
        "zone": "Europe/Berlin",
        "label": "Letrozole",
        "medicine": "letrozole",
        "state": "taken",
    },
    "symptoms": {"at": "2026-11-16T08:00", "zone": "Europe/Berlin", "name": "Pain", "symptom": "joint_pain"},
    "events": {"at": "2026-11-16T08:00", "zone": "Europe/Berlin", "name": "Fall", "event": "fall"},
    "scans": {"date": "2026-11-16", "site": "total_hip", "bmd": "0.8"},
    "lab_tests": {"date": "2026-11-16", "name": "25-OH vitamin D", "value": "71", "unit": "nmol/l"},
    "plans": {"id": "calcium", "since": "2026-11-16", "kind": "supplement", "label": "Calcium", "unit": "day"},
    "answers": {"plan": "calcium", "date": "2026-11-16", "at": "2026-11-16T07:00:00Z", "state": "done"},
    "holidays": {"first_day": "2026-11-16", "last_day": "2026-11-17"},
    "appointments": {"date": "2026-12-01", "whom": "Dr. Berg"},
    "questions": {"text": "When is the next scan?", "made": "2026-11-16"},
    "facts": {"key": "weight_kg", "value": "64"},
    "targets": {"nutrient": "calcium_mg", "since": "2026-11-16", "low": "1000"},
    "products": {"name": "Bone plus", "unit": "tablet", "calcium_mg": "500"},
    "rest_weeks": {"first_day": "2026-11-16"},
    "none_taken": {"date": "2026-11-16"},
}
"""The shortest line of each table that says something."""


def read(table, /, **changed):
    return TABLES[table].read(Cells({**LINES[table], **changed}))


@pytest.mark.parametrize("name", TABLES)
def test_the_shortest_line_is_enough(name):
    assert read(name) == through_a_file(TABLES[name], read(name))
    assert TABLES[name].needed <= set(LINES[name])
    assert TABLES[name].needed <= set(TABLES[name].header)


def test_a_time_without_offset_is_of_its_zone_and_one_in_utc_too():
    for at in ("2026-11-16T08:00", "2026-11-16T07:00:00Z", "2026-11-16T07:00+00:00", "2026-11-16T08:00:00+01:00"):
        moment = read("events", at=at).moment
        assert (moment.instant, moment.date) == (datetime(2026, 11, 16, 7, tzinfo=UTC), MONDAY)
        assert f"{moment.wall:%H:%M}" == "08:00"


def test_a_local_date_stays_though_the_rules_of_the_zone_were_others():
    moment = read("events", at="2026-11-17T00:30:00+03:00").moment  # Berlin has +01:00 on that day
    assert (moment.date.isoformat(), f"{moment.wall:%H:%M}") == ("2026-11-17", "00:30")
    assert moment.instant == datetime(2026, 11, 16, 21, 30, tzinfo=UTC)


def test_a_zone_that_this_computer_does_not_know_stays_beside_what_has_an_offset():
    for at in ("2026-11-16T08:00:00+01:00", "2026-11-16T08:00:00+00:00"):
        moment = read("events", at=at, zone="Europe/Neustadt").moment
        assert (moment.zone, moment.local.isoformat()) == ("Europe/Neustadt", at)


def test_minutes_are_aerobic_by_load_where_it_is_not_said():
    assert read("sessions").aerobic
    assert not read("sessions", load="resistance").aerobic
    assert not read("sessions", aerobic="no").aerobic
    assert read("sessions", load="balance", aerobic="yes").aerobic
    assert read("sessions", also_load="balance").also_load is Load.BALANCE


REFUSED = [
    ("intakes", {"at": ""}, "cell_missing"),
    ("intakes", {"at": "yesterday"}, "cell_not_an_instant"),
    ("intakes", {"at": "2026-11-16"}, "cell_not_an_instant"),
    ("intakes", {"at": "0001-01-01T00:00:00+14:00"}, "cell_not_an_instant"),
    ("intakes", {"at": "0001-01-01T00:00"}, "impossible_date"),
    ("intakes", {"at": "9999-12-31T23:59:59Z", "date": ""}, "impossible_date"),
    ("intakes", {"at": "2200-01-01T08:00", "date": ""}, "impossible_date"),
    ("intakes", {"name": "milk \ud800"}, "cell_unreadable"),
    ("intakes", {"at": "1850-01-01T08:00"}, "impossible_date"),
    ("intakes", {"zone": "Mars/Olympus", "at": "2026-11-16T08:00"}, "unknown_zone"),
    ("intakes", {"date": "2026-11-17"}, "date_disagrees"),
    ("intakes", {"date": "16.11.2026"}, "cell_not_a_day"),
    ("intakes", {"date": "2026-W47"}, "cell_not_a_day"),
    ("intakes", {"source": ""}, "cell_missing"),
    ("intakes", {"source": "meal"}, "cell_not_a_choice"),
    ("intakes", {"calcium_mg": "-1"}, "cell_not_a_number"),
    ("intakes", {"calcium_mg": "1,5"}, "cell_not_a_number"),
    ("intakes", {"calcium_mg": "1e3"}, "cell_not_a_number"),
    ("intakes", {"calcium_mg": "9" * 30}, "cell_not_a_number"),
    ("intakes", {"calcium_mg": "9" * 50}, "cell_not_a_number"),
    ("intakes", {"grams": "nan"}, "cell_not_a_number"),
    ("intakes", {"grams": "1e999"}, "cell_not_a_number"),
    ("intakes", {"grams": "9" * 50}, "cell_not_a_number"),
    ("intakes", {"grams": "-4"}, "impossible_grams"),
    ("intakes", {"spread_days": "0"}, "impossible_spread"),
    ("intakes", {"spread_days": "1.5"}, "cell_not_whole"),
    ("intakes", {"k2_estimate": "perhaps"}, "cell_not_yes_or_no"),
    ("intakes", {"name": "", "label": " "}, "cell_missing"),
    ("intakes", {"name": "x" * 201}, "too_long"),
    ("intakes", {"quantity": "x" * 20_001}, "cell_too_long"),
    ("intakes", {"note": "a\0b"}, "cell_unreadable"),
    ("sessions", {"load": "heavy"}, "cell_not_a_choice"),
    ("sessions", {"ease": "meh"}, "cell_not_a_choice"),
    ("sessions", {"minutes": ""}, "empty_session"),
    ("sessions", {"minutes": "9999"}, "impossible_minutes"),
    ("sessions", {"exercises": "squats"}, "cell_not_a_list"),
    ("sessions", {"exercises": '{"name": "squat"}'}, "cell_not_a_list"),
    ("sessions", {"exercises": '["squat"]'}, "cell_not_a_list"),
    ("sessions", {"exercises": '[{"name": 5}]'}, "cell_not_a_list"),
    ("sessions", {"exercises": '[{"name": "squat", "sets": true}]'}, "cell_not_a_list"),
    ("sessions", {"exercises": '[{"name": "squat", "weight_kg": "20"}]'}, "cell_not_a_list"),
    ("sessions", {"exercises": "[" * 100_000}, "cell_not_a_list"),
    ("sessions", {"exercises": '[{"name": "\\ud800", "sets": 3}]'}, "cell_not_a_list"),
    ("sessions", {"exercises": f'[{{"name": "squat", "weight_kg": {"9" * 400}}}]'}, "cell_not_a_list"),
    ("sessions", {"exercises": f'[{{"name": "squat", "sets": {"9" * 400}}}]'}, "impossible_count"),
    ("sessions", {"exercises": '[{"name": "squat", "weight_kg": NaN}]'}, "cell_not_a_list"),
    ("sessions", {"exercises": '[{"name": "squat", "weight_kg": 1e300}]'}, "impossible_weight"),
    ("doses", {"state": "forgotten"}, "cell_not_a_choice"),
    ("doses", {"amount": "0"}, "impossible_dose"),
    ("symptoms", {"symptom": "itch"}, "unknown_symptom"),
    ("symptoms", {"score": "11"}, "impossible_score"),
    ("events", {"event": "party"}, "unknown_event"),
    ("scans", {"date": ""}, "cell_missing"),
    ("scans", {"bmd": "912"}, "bmd_in_mg"),
    ("scans", {"t_score": "-25"}, "score_slipped"),
    ("scans", {"side": "up"}, "cell_not_a_choice"),
    ("lab_tests", {"value": ""}, "cell_missing"),
    ("lab_tests", {"unit": "furlong"}, "other_unit"),
    ("lab_tests", {"time": "half past"}, "cell_not_a_time"),
    ("lab_tests", {"time": "25:00"}, "cell_not_a_time"),
    ("plans", {"every": "0"}, "impossible_schedule"),
    ("plans", {"weekdays": "someday"}, "cell_not_a_choice"),
    ("plans", {"times": "08:00 soon"}, "cell_not_a_time"),
    ("plans", {"dose_amount": "0"}, "impossible_dose"),
    ("plans", {"made": "2026-11-16T07:00:00"}, "cell_not_an_instant"),
    ("answers", {"at": ""}, "cell_missing"),
    ("answers", {"told": "-1"}, "impossible_count"),
    ("answers", {"trail": '[{"what": 5, "at": "2026-11-16T07:00:00Z"}]'}, "cell_not_a_list"),
    ("answers", {"trail": '[{"what": "told", "at": "then"}]'}, "cell_not_an_instant"),
    ("answers", {"at": "0001-01-01T00:00:00Z"}, "day_out_of_range"),
    ("holidays", {"last_day": "2026-11-15"}, "days_reversed"),
    ("holidays", {"first_day": "0001-01-01"}, "day_out_of_range"),
    ("holidays", {"last_day": "9999-12-31"}, "day_out_of_range"),
    ("rest_weeks", {"first_day": "1899-12-31"}, "day_out_of_range"),
    ("none_taken", {"date": "2200-01-01"}, "day_out_of_range"),
    ("appointments", {"date": "9999-01-01"}, "day_out_of_range"),
    ("appointments", {"whom": " "}, "cell_missing"),
    ("appointments", {"whom": "x" * 201}, "too_long"),
    ("questions", {"place": "-1"}, "impossible_count"),
    ("questions", {"text": ""}, "cell_missing"),
    ("facts", {"key": "shoe_size"}, "unknown_fact"),
    ("facts", {"value": "heavy"}, "not_a_number"),
    ("targets", {"nutrient": "love"}, "cell_not_a_choice"),
    ("targets", {"low": "-1"}, "impossible_target"),
    ("products", {"other_names": "[1]"}, "cell_not_a_list"),
    ("products", {"usual_units": "0"}, "product_holds_nothing"),
]


@pytest.mark.parametrize(("name", "changed", "code"), REFUSED)
def test_what_cannot_be_is_refused(name, changed, code):
    with pytest.raises(InvalidEntry) as refusal:
        read(name, **changed)
    assert refusal.value.code == code


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_whatever_stands_in_the_cells_is_read_or_refused(name, data):
    table = TABLES[name]
    texts = st.text(max_size=12) | st.sampled_from(["1e400", "-0", "[]", "[{}]", "{}", "nan", "2026-11-16", "0", "١"])
    cells = data.draw(st.dictionaries(st.sampled_from(table.header), texts))
    with suppress(InvalidEntry):
        table.read(Cells({**LINES[name], **cells}))


def test_every_column_stands_in_the_manual():
    documented = DOCS.read_text(encoding="utf-8")
    for table in TABLES.values():
        part = re.search(rf"^### `{table.file}`\n(.*?)(?=^##|\Z)", documented, re.MULTILINE | re.DOTALL)
        assert part, table.file
        rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", part[1], re.MULTILINE)
        assert rows == [(column.name, column.about) for column in table.columns], table.file
