"""Files taken in from a terminal. It is noon on Monday 23 November 2026 in Helsinki."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal

HEADER = "id,at,date,zone,symptom,score,name\n"


@pytest.fixture
def left(terminal: Terminal, tmp_path: Path) -> Path:
    """What left a diary with a little in it; the terminal is at an empty one."""
    terminal("log", "2 glasses milk, walk 30 brisk, took letrozole, pain 4 hands", "--at", "2026-11-20T08:00")
    terminal("profile", "set", "weight_kg=64")
    out = tmp_path / "diary.zip"
    terminal("export", "csv", "--out", str(out))
    terminal.folder.rename(tmp_path / "left")
    return out


def pain(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "symptoms.csv"
    path.write_text(HEADER + "".join(f"{line},Joint pain\n" for line in lines))
    return str(path)


def test_a_file_is_taken_in_once_and_taken_back_in_one_go(terminal: Terminal, left: Path) -> None:
    dry = terminal.json("import", str(left), "--dry-run")
    assert (dry["new"], dry["same"], dry["rejected"], dry["imported"]) == (5, 0, [], False)
    assert terminal.json("entries")["entries"] == []
    done = terminal.json("import", str(left), "--as", "csv")
    assert (done["new"], done["same"], done["rejected"], done["imported"]) == (5, 0, [], True)
    assert len(terminal.json("entries")["entries"]) == 4
    again = terminal.json("import", str(left))
    assert (again["new"], again["same"]) == (0, 5)
    assert "Taken back: 5 lines from a file." in terminal("undo").out
    assert terminal.json("entries")["entries"] == []
    assert terminal.json("profile")["profile"]["weight_kg"] is None
    assert "Done again: 5 lines from a file." in terminal("redo").out


def test_people_are_told_what_came(terminal: Terminal, left: Path, tmp_path: Path) -> None:
    assert terminal("import", str(left), "--dry-run").text == (
        "5 new, 0 already in the diary. This was a trial: nothing was taken in yet."
    )
    assert terminal("import", str(left)).text == (
        "5 new, 0 already in the diary. Taken in; one undo takes all of it back."
    )
    (walk,) = terminal.json("entries", "--kind", "session")["entries"]
    (ache,) = terminal.json("entries", "--kind", "symptom")["entries"]
    terminal("delete", walk["id"])
    terminal("edit", ache["id"], "pain 6 hands")
    assert terminal("import", str(left)).text == (
        "0 new, 4 already in the diary. 1 of these lies in the bin, and stays there. "
        "1 stands in the diary otherwise; what stands there was kept."
    )


def test_a_line_that_cannot_be_kept_keeps_the_others_out_unless_it_is_wished(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = pain(
        tmp_path,
        ",2026-11-16T08:00,,Europe/Helsinki,joint_pain,4",
        ",2026-11-17T08:00,,Europe/Helsinki,joint_pain,40",
        ",2026-11-28T08:00,,Europe/Helsinki,joint_pain,4",
    )
    answer = terminal("import", file, "--json")
    assert answer.code == 1
    assert [(one["file"], one["line"], one["code"]) for one in answer.json["rejected"]] == [
        ("symptoms.csv", 3, "impossible_score"),
        ("symptoms.csv", 4, "future"),
    ]
    assert answer.json["rejected"][0]["reason"] == "Pain is scored from 0 to 10, and 40 is not between them."
    assert (answer.json["new"], answer.json["imported"], answer.error["code"]) == (1, False, "lines_rejected")
    assert answer.err.strip() == answer.error["message"]
    assert terminal.json("entries")["entries"] == []

    said = terminal("import", file)
    assert "symptoms.csv, line 3: Pain is scored from 0 to 10" in said.text
    assert "2 lines could not be kept, so nothing was taken in" in said.err
    assert terminal.json("import", file, "--dry-run")["imported"] is False
    assert terminal.json("import", file, "--skip-rejected")["imported"] is True
    assert len(terminal.json("entries")["entries"]) == 1


def test_many_rejected_lines_are_counted_behind_the_first(terminal: Terminal, tmp_path: Path) -> None:
    file = pain(tmp_path, *["x,then,,Europe/Helsinki,joint_pain,4"] * 22)
    answer = terminal("import", file)
    assert answer.out.count("symptoms.csv, line") == 20
    assert "2 more lines could not be kept." in answer.out


def test_columns_that_nobody_knows_are_named(terminal: Terminal, left: Path, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(left, "a") as package:
        package.writestr("shopping.txt", "milk")
    assert "Left out, because BoneCoach does not know it: shopping.txt." in terminal("import", str(left)).text


def test_hostile_and_other_files_are_refused_in_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    half = tmp_path / "half.zip"
    half.write_bytes(b"PK\x03\x04 half of it")
    for file, code in (
        (picture, "not_utf8"),
        (half, "damaged_file"),
        (tmp_path / "none", "no_such_file"),
        (tmp_path, "not_a_file"),
    ):
        assert terminal.refused("import", str(file), code=1)["code"] == code
    assert terminal.refused("import", "")["code"] == "unreadable_text"
    assert terminal.refused("import", str(picture), "--as", "tarot")["code"] == "unknown_arrival"
    assert terminal.json("entries")["entries"] == []


def test_a_bundle_is_taken_in_by_who_is_meant(terminal: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "diary.json")
    terminal("profile", "set", "birth_date=1961-07-01")
    terminal("log", "2 glasses milk, walk 30 brisk, took letrozole", "--at", "2026-11-20T08:00")
    terminal("export", "fhir", "--out", out)
    calcium = terminal.json("day", "--date", "2026-11-20")["nutrients"]["calcium_mg"]["amount"]
    assert (terminal.json("import", out)["new"], terminal.json("import", out)["same"]) == (0, 4)
    terminal.folder.rename(tmp_path / "left")
    done = terminal.json("import", out, "--as", "fhir")
    assert (done["format"], done["new"], done["rejected"]) == ("fhir", 4, [])
    assert terminal.json("day", "--date", "2026-11-20")["nutrients"]["calcium_mg"]["amount"] == calcium
    terminal("undo")
    terminal("log", "pain 3", "--at", "08:00")
    terminal("profile", "set", "birth_date=1950")
    assert terminal.refused("import", out, code=1)["code"] == "another_person"
    assert terminal.json("import", out, "--yes")["new"] == 3
    assert terminal.refused("import", out, "--as", "csv", code=1)["code"] == "no_tables_in_it"


def test_a_spreadsheet_is_read_by_the_columns_that_are_named(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "pain.csv"
    path.write_text("Datum;Schmerz\n16.11.2026;4\n17.11.2026;5\n")
    words = ("--as", "table", "--table", "symptoms", "--column", "date=Datum", "--column", "score=Schmerz")
    done = terminal.json("import", str(path), *words, "--value", "symptom=joint_pain", "--dates", "dmy")
    assert (done["format"], done["new"]) == ("table", 2)
    assert terminal.json("week", "--date", "2026-11-16")["pain"]["worst"] == 5
    assert terminal.refused("import", str(path), *words, "--dates", "ydm")["code"] == "unknown_dates"
    assert terminal.refused("import", str(path), "--as", "table", "--table", "moods")["code"] == "unknown_table"
    assert terminal.refused("import", str(path), "--dates", "dmy")["code"] == "option_elsewhere"


def test_what_a_watch_and_a_food_diary_wrote_is_known_by_itself(terminal: Terminal, tmp_path: Path) -> None:
    track = tmp_path / "x.gpx"
    point = "<trkpt><time>2026-11-16T{}:00:00Z</time></trkpt>"
    track.write_text(f"<gpx><trk>{point.format(15)}{point.format(16)}</trk></gpx>")
    assert terminal("import", str(track)).code == 1  # it does not say what it was
    done = terminal.json("import", str(track), "--activity", "walk_brisk")
    assert (done["format"], done["new"]) == ("gpx", 1)
    assert terminal.json("week", "--date", "2026-11-16")["movement"]["counted_minutes"] == 60
    daily = tmp_path / "dailysummary.csv"
    daily.write_text("Date,Energy (kcal),Calcium (mg)\n2026-11-16,1900,900\n")
    assert terminal.json("import", str(daily))["format"] == "cronometer-daily"
    assert terminal.json("day", "--date", "2026-11-16")["nutrients"]["calcium_mg"]["amount"] == 900
