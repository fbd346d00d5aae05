"""The diary as a file, from a terminal. It is noon on Monday 23 November 2026 in Helsinki."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal


def rows(path: Path, file: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as package:
        return list(csv.DictReader(io.StringIO(package.read(file).decode("utf-8"), newline="")))


@pytest.fixture
def lived(terminal: Terminal) -> Terminal:
    """A diary with something of everything."""
    terminal("profile", "set", "birth_date=1961", "weight_kg=64")
    terminal("log", "2 glasses milk, calcium citrate 500, took letrozole", "--at", "2026-11-20T08:00")
    terminal("log", "walk 30 brisk, pain 4 hands", "--at", "2026-11-22T17:00")
    terminal("log", "fell", "--at", "2026-11-23T09:00")
    terminal(
        "dxa", "add", "--date", "2026-03-09", "--site", "total_hip", "--side", "left", "--bmd", "0.85", "--t", "-1.8"
    )
    terminal("test", "add", "--date", "2026-11-21", "--name", "25ohd", "--value", "71", "--unit", "nmol/L")
    terminal("target", "set", "calcium_mg", "1000", "--note", "=my team")
    terminal("products", "add", "Bone plus", "calcium_mg=500")
    terminal("medicine", "add", "letrozole", "--at", "08:00", "--start", "2026-11-20")
    terminal("reminder", "settle", "--now", "2026-11-24T08:00:00+02:00")
    terminal("rest-week", "--date", "2026-11-09")
    terminal("none-taken", "--date", "2026-11-19")
    terminal("appointment", "add", "--date", "2026-12-01", "--with", "Dr. Berg", "--remind", "never")
    terminal("question", "add", "When is the next scan?")
    terminal("holiday", "add", "2026-12-01", "2026-12-07")
    return terminal


def test_one_zip_holds_a_table_of_each_kind(lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "diary.zip"
    answer = lived.json("export", "csv", "--out", str(out))
    assert (answer["format"], answer["file"], answer["from"], answer["to"]) == ("csv", str(out), None, None)
    counts = dict(answer["rows"])
    assert counts.pop("answers") > 0
    assert counts == {
        "intakes": 2, "sessions": 1, "doses": 1, "symptoms": 1, "events": 1, "scans": 1, "lab_tests": 1,
        "plans": 1, "holidays": 1, "facts": 2, "targets": 1, "products": 1, "rest_weeks": 1, "none_taken": 1,
        "appointments": 1, "questions": 1,
    }  # fmt: skip
    milk = rows(out, "intakes.csv")[0]
    assert (milk["label"], milk["calcium_mg"]) == ("Whole milk, 2 glasses (488 g)", "551.44")
    assert rows(out, "targets.csv")[0]["note"] == "'=my team"
    assert f"Written to {tmp_path}/again.zip" in lived("export", "csv", "--out", str(tmp_path / "again.zip")).text


def test_the_same_numbers_stand_in_the_file_and_in_the_day(lived: Terminal, tmp_path: Path) -> None:
    lived("export", "csv", "--out", str(tmp_path / "diary.zip"))
    calcium = sum(float(row["calcium_mg"]) for row in rows(tmp_path / "diary.zip", "intakes.csv"))
    day = lived.json("day", "--date", "2026-11-20")
    assert day["nutrients"]["calcium_mg"]["amount"] == pytest.approx(calcium)


def test_days_and_parts_are_chosen(lived: Terminal, tmp_path: Path) -> None:
    def counted(*words: str) -> Any:
        return lived.json("export", "csv", "--force", "--out", str(tmp_path / "diary.zip"), *words)["rows"]

    some = counted(
        "--from", "2026-11-21", "--to", "2026-11-22", "--sections", "sessions,lab_tests", "--sections", "events"
    )
    assert some == {"sessions": 1, "events": 0, "lab_tests": 1}
    early = counted("--to", "2026-11-15")
    assert (early["intakes"], early["rest_weeks"], early["targets"], early["scans"]) == (0, 1, 0, 1)
    assert counted("--from", "2026-12-08")["holidays"] == 0
    assert lived.refused("export", "csv", "--out", "x.zip", "--sections", "secrets")["code"] == "unknown_section"
    assert (
        lived.refused("export", "csv", "--out", "x.zip", "--from", "today", "--to", "yesterday")["code"]
        == "days_reversed"
    )


def test_a_file_that_is_there_is_left_alone_without_force(lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "diary.zip"
    out.write_text("hers")
    assert lived.refused("export", "csv", "--out", str(out), code=1)["code"] == "file_there"
    assert out.read_text() == "hers"
    lived.json("export", "csv", "--out", str(out), "--force")
    assert zipfile.is_zipfile(out)


def test_in_a_folder_the_file_is_called_after_the_day(lived: Terminal, tmp_path: Path) -> None:
    assert lived.json("export", "csv", "--out", str(tmp_path))["file"] == str(tmp_path / "bonecoach-2026-11-23.zip")
    assert lived.refused("export", "csv", "--out", str(tmp_path / "no" / "x.zip"), code=1)["code"] == "no_such_folder"
    assert lived.refused("export", "csv", "--out", "")["code"] == "unreadable_text"
    assert lived.refused("export", "xml", "--out", "x")["code"] == "unknown_format"
    assert lived.refused("export", "csv")["code"] == "missing_words"


def test_a_byte_order_mark_for_old_spreadsheets(lived: Terminal, tmp_path: Path) -> None:
    lived("export", "csv", "--bom", "--out", str(tmp_path / "diary.zip"))
    with zipfile.ZipFile(tmp_path / "diary.zip") as package:
        assert package.read("intakes.csv").startswith(b"\xef\xbb\xbfid,at,date")


def test_an_empty_diary_leaves_as_empty_tables(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal.json("export", "csv", "--out", str(tmp_path / "diary.zip"))
    assert set(answer["rows"].values()) == {0}


def test_a_bundle_leaves_for_a_clinic(lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "diary.json"
    answer = lived.json("export", "fhir", "--out", str(out), "--from", "2026-11-16", "--to", "2026-11-22")
    assert (answer["format"], answer["resources"]["Patient"], answer["resources"]["Provenance"]) == ("fhir", 1, 1)
    bundle = json.loads(out.read_text(encoding="utf-8"))
    codes = {
        resource["code"]["coding"][0]["code"]: resource["valueQuantity"]["value"]
        for resource in (entry["resource"] for entry in bundle["entry"])
        if "coding" in resource.get("code", {})
    }
    week = lived.json("week", "--date", "2026-11-22")
    assert codes["82290-8"] == week["movement"]["aerobic_minutes"] == 30
    assert codes["72514-3"] == 4
    assert lived.refused("export", "fhir", "--out", str(out), code=1)["code"] == "file_there"
    assert lived.refused("export", "fhir", "--out", "x", "--with", "doses")["code"] == "unknown_section"
    assert lived.refused("export", "fhir", "--out", "x", "--bom")["code"] == "option_elsewhere"
    only = lived.json("export", "fhir", "--out", str(out), "--force", "--sections", "doses", "--with", "notes")
    assert only["resources"] == {"Patient": 1, "MedicationAdministration": 1, "Provenance": 1}


def test_a_calendar_leaves_with_what_is_planned(lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "diary.ics"
    assert lived.json("export", "ics", "--out", str(out))["entries"] == 2
    content = out.read_text(encoding="utf-8")
    assert "SUMMARY:Letrozole 2.5 mg" in content
    assert "DTSTART;TZID=Europe/Helsinki:20261123T080000" in content
    assert lived.json("export", "ics", "--out", str(out), "--force", "--sections", "appointments")["entries"] == 1
    lived("export", "ics", "--out", str(out), "--force", "--neutral")
    assert "etrozole" not in out.read_text(encoding="utf-8")
    assert lived.refused("export", "csv", "--out", str(out), "--neutral")["code"] == "option_elsewhere"


def test_whoever_looks_on_sees_how_far_it_is_and_may_stop(
    lived: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bonecoach.exchange.csv_out.BATCH", 1)
    assert "so far" not in lived("export", "csv", "--out", str(tmp_path / "a.zip")).err
    monkeypatch.setattr("_pytest.capture.CaptureIO.isatty", lambda _: True, raising=False)
    told = lived("export", "csv", "--out", str(tmp_path / "b.zip"))
    assert "2 lines so far" in told.err
    assert told.err.endswith("\r\033[K")
    assert "so far" not in lived("--json", "export", "csv", "--out", str(tmp_path / "c.zip")).err

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bonecoach.exchange.csv_out.description", stop)
    stopped = lived("export", "csv", "--out", str(tmp_path / "d.zip"))
    assert (stopped.code, "nothing was half-written" in stopped.err) == (130, True)
    assert not list(tmp_path.glob("*d.zip*"))
