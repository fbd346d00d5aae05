"""Data out, in and back with the real program, by the keyboard alone."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

PAIN = "Datum;Schmerz\n16.11.2026;4\n17.11.2026;5\n"


def logged(person):
    return json.loads(person.command("entries", "--json").stdout)["entries"]


def opens(person, letter):
    """The File menu, and what has this letter in it."""
    person.keys("alt+f")
    person.finds(role="menu item", has="Export")
    person.keys(letter)


def home(person):
    """Where she keeps her files. The window for files reads through every folder on the way to what is typed, and the
    one that all tests have theirs in holds a thousand."""
    return Path(person.desk["HOME"])


def names_a_file(person, path, button):
    """In the computer's own window for files."""
    person.finds(role="push button", name=button)
    person.types(str(path))
    person.keys("Return")


def test_all_she_wrote_leaves_as_tables(anna):
    anna.command("log", "walk 30 brisk, pain 4", "--at", "08:00")
    opens(anna, "e")
    anna.finds(role="radio button", name="Tables, for a spreadsheet", state="focused")
    anna.keys("Return")
    out = home(anna) / "out.zip"
    names_a_file(anna, out, "Save")
    anna.finds(role="label", has="lines were written to")
    anna.finds(role="push button", name="Show the file in its folder", state="focused")
    with zipfile.ZipFile(out) as package:
        assert len(package.read("symptoms.csv").splitlines()) == 2
    anna.keys("Escape")
    anna.finds(name="BoneCoach", state="active")


def test_a_table_of_her_own_comes_in_and_goes_again_with_one_undo(anna):
    table = home(anna) / "pain.csv"
    table.write_text(PAIN)
    opens(anna, "i")
    names_a_file(anna, table, "Open")
    anna.finds(role="label", name="pain.csv: a table of your own")
    anna.finds(role="label", has="16.11.2026 is Monday")
    anna.keys("Return")
    anna.finds(role="push button", name="Add 2 entries", state="focused")
    assert logged(anna) == []
    anna.keys("Return")
    anna.finds(has="2 lines from a file")
    assert [one["score"] for one in logged(anna)] == [4, 5]
    anna.keys("ctrl+z")
    anna.finds(has="Taken back")
    assert logged(anna) == []


def test_a_backup_is_brought_back_and_the_window_shows_it(anna):
    anna.command("log", "walk 30 brisk", "--at", "08:00")
    anna.command("backup")
    anna.command("log", "pain 7", "--at", "08:10")
    anna.keys("ctrl+h")
    anna.finds(has="Joint pain, 7 of 10")
    opens(anna, "r")
    anna.finds(role="radio button", has="Today at", state="focused")
    anna.keys("space")
    anna.finds(role="label", has="This is not in it and would leave your diary: 1 entry.")
    anna.keys("Return")
    anna.finds(role="label", has="The diary is now as it was")
    anna.keys("Return")
    anna.finds(name="BoneCoach – History", state="active")
    assert [one["label"] for one in logged(anna)] == ["Brisk walk, 30 min"]
    assert anna.misses(has="Joint pain, 7 of 10")


def test_a_diary_that_cannot_be_opened_gives_way_to_a_backup_and_the_day_goes_on(newcomer):
    newcomer.command("log", "walk 30 brisk", "--at", "08:00")
    newcomer.has_answered_the_first_questions()
    newcomer.command("backup")
    for file in newcomer.folder.glob("diary.db*"):
        file.unlink()
    (newcomer.folder / "diary.db").write_bytes(b"scribbled over" * 900)
    newcomer.program = newcomer.starts()
    newcomer.finds(role="label", name="The diary could not be opened")
    newcomer.presses(role="push button", has="Restore a backup")
    newcomer.finds(role="radio button", has="Today at", state="focused")
    newcomer.keys("space", "Return")
    newcomer.finds(role="label", has="was put aside")
    newcomer.keys("Return")
    newcomer.finds(role="push button", has="Brisk walk", state="showing")
    assert [one["label"] for one in logged(newcomer)] == ["Brisk walk, 30 min"]
