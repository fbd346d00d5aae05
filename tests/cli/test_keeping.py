"""Looking after what was logged, from a terminal: list, edit, delete, undo, and the file itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


def labels(terminal: Terminal, *words: str) -> list[str]:
    return [entry["label"] for entry in terminal.json("entries", *words)["entries"]]


def test_entries_are_listed_oldest_first_and_narrowed(terminal: Terminal) -> None:
    terminal("log", "took letrozole", "--at", "2026-11-21T08:00")
    terminal("log", "calcium citrate 500", "--at", "2026-11-22T07:40")
    terminal("log", "d3 1000 iu", "--at", "2026-11-22T07:30")
    terminal("log", "walk 30", "--at", "08:00")
    assert labels(terminal)[:3] == ["Letrozole 2.5 mg", "Vitamin D3 1000 IU", "Calcium citrate 500 mg"]
    assert labels(terminal, "--from", "yesterday", "--to", "2026-11-22") == labels(terminal)[1:3]
    assert labels(terminal, "--kind", "dose", "--kind", "intake") == labels(terminal)[:3]
    assert labels(terminal, "--limit", "1") == labels(terminal)[3:]
    assert labels(terminal, "--text", "letro") == ["Letrozole 2.5 mg"]
    assert terminal.refused("entries", "--from", "today", "--to", "yesterday")["code"] == "days_reversed"
    assert terminal.refused("entries", "--kind", "meal")["code"] == "unknown_kind"
    for limit in ("0", "-1", "many", "1.5", "99999999999999999999"):
        assert terminal.refused("entries", f"--limit={limit}")["code"] == "not_a_count"


def test_people_read_entries_day_by_day_with_ids_they_can_type(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "calcium citrate 500", "--at", "07:40")["logged"]
    assert terminal("entries").out == f"Today\n  {entry['id'][:8]}  07:40  Calcium citrate 500 mg\n"
    assert terminal("entries", "--deleted").out == "Nothing is logged there.\n"
    assert terminal.json("delete", entry["id"][:8])["entries"] == [entry]


def test_an_edit_keeps_the_moment_unless_another_is_said(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "calcium citrate 500", "--at", "07:40")["logged"]
    step = terminal.json("edit", entry["id"], "calcium", "citrate", "250")
    assert (step["step"], step["way"], step["label"]) == ("edit", "done", "Calcium citrate 250 mg")
    (edited,) = terminal.json("entries")["entries"]
    assert (edited["id"], edited["at"]) == (entry["id"], entry["at"])
    assert edited["nutrients"]["calcium_mg"] == 250
    terminal("edit", entry["id"], "calcium citrate 250", "--at", "yesterday")
    assert terminal.json("entries")["entries"][0]["date"] == "2026-11-22"
    assert terminal.refused("edit", entry["id"], "frobnicate 12")["code"] == "not_understood"
    assert terminal.refused("edit", entry["id"], "calcium 30000 mg")["code"] == "please_confirm"
    assert terminal.refused("edit", "nothing", "walk 30", code=1)["code"] == "no_such_entry"


def test_several_entries_are_deleted_together_and_brought_back(terminal: Terminal) -> None:
    ids = [entry["id"] for entry in terminal.json("log", "walk 30, calcium citrate 500")["logged"]]
    step = terminal.json("delete", *ids)
    assert (step["step"], len(step["entries"])) == ("delete", 2)
    assert terminal.json("entries") == {"entries": []}
    assert len(terminal.json("entries", "--deleted")["entries"]) == 2
    assert terminal.json("undelete", ids[0])["step"] == "restore"
    assert len(terminal.json("entries")["entries"]) == 1
    assert terminal.refused("delete", ids[0], "nothing", code=1)["code"] == "no_such_entry"
    assert len(terminal.json("entries")["entries"]) == 1


def test_undo_and_redo_say_what_they_did(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "calcium citrate 500")["logged"]
    undone = terminal.json("undo")
    assert (undone["step"], undone["label"], undone["way"]) == ("log", "Calcium citrate 500 mg", "undone")
    assert undone["entries"] == [entry]
    assert terminal.json("entries") == {"entries": []}
    assert terminal.refused("undo", code=1)["code"] == "nothing_to_undo"
    assert terminal("redo").out == "Done again: Calcium citrate 500 mg.\n"
    assert terminal.json("entries")["entries"] == [entry]
    assert terminal.refused("redo", code=1)["code"] == "nothing_to_redo"
    assert terminal("undo").out == "Taken back: Calcium citrate 500 mg.\n"


def test_foods_are_found_with_what_they_hold(terminal: Terminal) -> None:
    (milk,) = terminal.json("foods", "whole", "milk", "--limit", "1")["foods"]
    assert milk["name"] == "Whole milk"
    assert {"name": "glass", "grams": 244} in milk["portions"]
    assert milk["per_100g"]["calcium_mg"] == 113
    assert (milk["staple"], milk["note"]) == (True, None)
    assert "glass 244 g" in terminal("foods", "whole milk").out
    assert terminal.json("foods", "xyzzyx") == {"foods": []}
    assert terminal("foods", "xyzzyx").out == "No food of that name was found.\n"


def test_a_check_says_that_the_diary_is_whole(terminal: Terminal) -> None:
    assert terminal.json("check") == {"ok": True, "problems": []}
    assert terminal("check").out == "The diary is whole.\n"


def test_a_check_finds_damage_and_says_so_with_its_exit_code(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("log", "walk 30")
    monkeypatch.setattr("bonecoach.store.Store.faults", lambda _: ["row 3 missing from index sessions_by_date"])
    answer = terminal("check", "--json")
    assert (answer.code, answer.json["ok"]) == (1, False)
    assert answer.json["problems"] == ["row 3 missing from index sessions_by_date"]
    assert terminal("check").out.startswith("The diary is damaged:\n")


def test_a_backup_is_a_diary_of_its_own(terminal: Terminal, tmp_path: Path) -> None:
    terminal("log", "walk 30")
    made = terminal.json("backup", str(tmp_path / "stick"))
    assert made["verified"] is True
    with sqlite3.connect(made["file"]) as copy:
        assert copy.execute("select count(*) from sessions").fetchone() == (1,)
    copy.close()
    own = terminal.folder / "backups" / "bonecoach-2026-11-23-120000.db"
    assert Path(terminal.json("backup")["file"]) == own
    assert Path(terminal.json("backup")["file"]) == own.with_stem(f"{own.stem}-2")  # of the same second, and both stay
    (tmp_path / "file").write_text("")
    assert terminal.refused("backup", str(tmp_path / "file"))["code"] == "not_a_folder"


def test_the_first_change_of_a_day_is_followed_by_a_backup(terminal: Terminal) -> None:
    backups = terminal.folder / "backups"
    terminal("day")
    assert not backups.exists()
    terminal("log", "walk 30")
    terminal("log", "walk 40")
    (copy,) = backups.iterdir()
    assert copy.name == "diary-2026-11-23.db"
    with sqlite3.connect(copy) as kept:
        assert kept.execute("select minutes from sessions").fetchall() == [(30,)]
    kept.close()


def test_a_backup_that_fails_is_said_and_the_entry_stands(terminal: Terminal, tmp_path: Path) -> None:
    terminal("day")
    (terminal.folder / "backups").write_text("a file in its place")
    answer = terminal("log", "walk 30")
    assert answer.code == 0
    assert answer.err.startswith("The backup could not be written to ")
    assert len(terminal.json("entries")["entries"]) == 1


def test_the_demo_fills_an_empty_folder_and_no_other(terminal: Terminal, tmp_path: Path) -> None:
    made = terminal.json("demo", "--data-dir", str(tmp_path / "demo"))
    assert (made["first_day"], made["last_day"]) == ("2026-06-01", "2026-11-23")  # 26 weeks from a Monday
    assert made["entries"] > 1500
    found = terminal.json("entries", "--data-dir", str(tmp_path / "demo"))["entries"]
    assert len(found) == made["entries"]
    assert {entry["kind"] for entry in found} == {"intake", "session", "dose", "symptom", "event"}
    assert len({entry["zone"] for entry in found}) == 2  # a journey
    assert {e["medicine"] for e in found if e["kind"] == "dose"} == {"letrozole", "zoledronic_acid"}
    weeks = terminal.json("trend", "--weeks", "26", "--data-dir", str(tmp_path / "demo"))["weeks"]
    minutes = [week["counted_minutes"] for week in weeks]
    assert any(week["rest_week"] for week in weeks)
    assert None in minutes
    assert any((n or 0) >= 150 for n in minutes)
    assert any(0 < (n or 0) < 80 for n in minutes)
    terminal("log", "walk 30")
    assert terminal.refused("demo", code=1)["code"] == "folder_not_empty"


def test_a_backup_is_brought_back(terminal: Terminal, tmp_path: Path) -> None:
    terminal("log", "walk 30", "--at", "08:00")
    kept = terminal.json("backup", str(tmp_path / "stick"))["file"]
    terminal("log", "pain 4", "--at", "09:00")
    answer = terminal.json("restore", kept)
    assert (answer["restored"], answer["put_aside"]) == (kept, None)
    assert labels(terminal) == ["Walk, 30 min"]
    assert f"As it was before, it stands in {terminal.folder}" in terminal("restore", answer["backup"]).text
    assert labels(terminal) == ["Walk, 30 min", "Joint pain, 4 of 10"]
    (terminal.folder / "diary.db").write_text("spoiled")
    for journal in terminal.folder.glob("diary.db-*"):
        journal.unlink()
    assert "What stood in its place could not be read and was put aside" in terminal("restore", kept).text
    assert labels(terminal) == ["Walk, 30 min"]
    assert terminal.refused("restore", str(tmp_path / "none.db"), code=1)["code"] == "no_such_file"
    assert terminal.refused("restore", "")["code"] == "unreadable_text"
