"""One zip of tables, as other programs open it."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bonecoach.exchange import csv_out
from bonecoach.exchange.csv_out import Export, write_zip
from bonecoach.exchange.tables import TABLES
from tests.makers import MONDAY, at, food, joint_pain, session, supplement

MADE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ABOUT = Export(None, date(2026, 11, 23), MADE, "0.1.0")


def rows(path, file):
    with zipfile.ZipFile(path) as package:
        return list(csv.DictReader(io.StringIO(package.read(file).decode("utf-8-sig"), newline="")))


def test_each_kind_stands_in_its_own_file(tmp_path):
    path = tmp_path / "diary.zip"
    milk, tablet = food(calcium_mg=244, vitamin_d_ug=None), supplement(calcium_mg=500)
    counts = write_zip(path, {"intakes": [milk, tablet], "sessions": [session(30)], "symptoms": []}, ABOUT)
    assert counts == {"intakes": 2, "sessions": 1, "symptoms": 0}
    first, second = rows(path, "intakes.csv")
    assert (first["at"], first["date"], first["zone"]) == ("2026-11-16T12:00:00+01:00", "2026-11-16", "Europe/Berlin")
    assert (first["calcium_mg"], first["vitamin_d_ug"], first["source"]) == ("244", "", "food")
    assert (second["calcium_mg"], second["vitamin_d_ug"], second["source"]) == ("500", "0", "supplement")
    assert rows(path, "sessions.csv")[0]["minutes"] == "30"
    assert rows(path, "symptoms.csv") == []


def test_the_first_columns_are_those_of_the_contract():
    assert TABLES["intakes"].header[:7] == ["id", "at", "date", "zone", "label", "source", "calcium_mg"]
    assert TABLES["sessions"].header[:8] == ["id", "at", "date", "zone", "activity", "minutes", "intensity", "load"]


def test_another_program_is_told_what_every_column_is(tmp_path):
    path = tmp_path / "diary.zip"
    write_zip(path, {"symptoms": [joint_pain(4)]}, ABOUT)
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        described = json.loads(package.read("datapackage.json"))
    assert described["bonecoach"] == {"format": 1, "program": "0.1.0", "from": None, "to": "2026-11-23"}
    (resource,) = described["resources"]
    assert (resource["path"], resource["rows"]) == ("symptoms.csv", 1)
    assert [field["name"] for field in resource["schema"]["fields"]] == TABLES["symptoms"].header
    kinds = {column.kind for table in TABLES.values() for column in table.columns}
    assert kinds == {"string", "number", "integer", "boolean", "date", "time", "datetime", "array"}


def test_a_byte_order_mark_begins_each_table_where_it_is_wished(tmp_path):
    for bom in (False, True):
        write_zip(tmp_path / "diary.zip", {"rest_weeks": [MONDAY], "none_taken": []}, ABOUT, bom=bom)
        with zipfile.ZipFile(tmp_path / "diary.zip") as package:
            begun = [package.read(file).startswith(b"\xef\xbb\xbf") for file in ("rest_weeks.csv", "none_taken.csv")]
        assert begun == [bom, bom]


def test_a_clock_before_there_were_zips_is_no_hindrance(tmp_path):
    write_zip(tmp_path / "diary.zip", {}, Export(None, None, datetime(1970, 1, 1, tzinfo=UTC), "0.1.0"))
    with zipfile.ZipFile(tmp_path / "diary.zip") as package:
        assert package.infolist()[0].date_time[0] == 1980


def test_whoever_waits_is_told_and_may_stop(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_out, "BATCH", 2)
    told = []
    write_zip(tmp_path / "diary.zip", {"intakes": [food()] * 5, "events": []}, ABOUT, tell=told.append)
    assert told == [2, 4]

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_zip(tmp_path / "diary.zip", {"intakes": [food()] * 5}, ABOUT, tell=stop)


def test_the_offset_is_that_of_the_wall_clock():
    for zone, offset in (("Europe/Berlin", "+02:00"), ("America/St_Johns", "-02:30"), ("Asia/Kathmandu", "+05:45")):
        abroad = replace(joint_pain(4), moment=at(date(2026, 7, 1), "08:00", zone))
        assert TABLES["symptoms"].row(abroad)[1] == f"2026-07-01T08:00:00{offset}"
