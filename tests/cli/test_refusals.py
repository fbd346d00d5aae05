"""What cannot be done is said in one sentence, with its exit code; nothing is lost and nothing half-done."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from bonecoach import __version__
from bonecoach.terminal.options import refusal
from tests.cli.conftest import Terminal


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "no_command"),
        (("--zone", "UTC"), "no_command"),
        (("dya",), "unknown_command"),
        (("--bogus",), "unknown_option"),
        (("day", "--bogus"), "unknown_option"),
        (("day", "--dat", "today"), "unknown_option_near"),
        (("day", "--date"), "option_misused"),
        (("--data-dir",), "option_misused"),
        (("day", "extra"), "too_many_words"),
        (("log",), "missing_words"),
        (("edit", "x"), "missing_words"),
        (("profile", "sat"), "unknown_command"),
        (("profile", "set"), "missing_words"),
        (("target", "set", "calcium_mg"), "missing_words"),
        (("delete",), "missing_words"),
        (("day", "--zone", "Mars/Olympus"), "unknown_zone"),
        (("--zone", "", "day"), "unknown_zone"),
        (("--zone", "../../etc/passwd", "day"), "unknown_zone"),
        (("log", "-5 mg calcium"), "unknown_option"),
        (("log", "--json=maybe", "milk"), "option_misused"),
    ],
)
def test_words_that_fit_nothing_are_refused_in_one_sentence(
    terminal: Terminal, words: tuple[str, ...], code: str
) -> None:
    assert terminal.refused(*words)["code"] == code
    assert not (terminal.folder / "diary.db").exists()


def test_a_value_click_refuses_is_said_as_a_misused_option() -> None:
    error = refusal(click.BadParameter("no", param=click.Option(["--count"])))
    assert (error.code, error.facts["option"]) == ("option_misused", "--count")


def test_without_json_standard_output_stays_empty(terminal: Terminal) -> None:
    answer = terminal("dya")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "There is no command “dya”; “bonecoach --help” lists the commands.\n"


@pytest.mark.parametrize("words", [("--json", "day"), ("day", "--json"), ("--json", "day", "--json")])
def test_global_options_stand_before_or_after_the_command(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal(*words).json["date"] == "2026-11-23"


def test_the_zone_decides_which_day_is_today(terminal: Terminal) -> None:
    assert terminal.json("--zone", "Pacific/Kiritimati", "day")["date"] == "2026-11-24"
    assert terminal.json("day", "--zone", "Pacific/Honolulu")["date"] == "2026-11-23"
    assert terminal.json("profile", "--zone", "Pacific/Kiritimati")["date"] == "2026-11-24"


def test_the_data_folder_is_named_by_option_before_the_environment(terminal: Terminal, tmp_path: Path) -> None:
    terminal("log", "walk 30", "--data-dir", str(tmp_path / "other" / "deep"))
    assert (tmp_path / "other" / "deep" / "diary.db").is_file()
    assert (tmp_path / "other" / "deep").stat().st_mode & 0o777 == 0o700
    assert not terminal.folder.exists()


@pytest.mark.parametrize("words", [("--version",), ("day", "--version"), ("--version", "profile", "set")])
def test_the_version_is_told_on_every_command(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal(*words).out == f"BoneCoach {__version__}\n"
    assert terminal(*words, "--json").json == {"version": __version__}


@pytest.mark.parametrize("words", [(), ("day",), ("profile",), ("profile", "set"), ("log",), ("target", "clear")])
def test_help_is_told_on_every_command(terminal: Terminal, words: tuple[str, ...]) -> None:
    answer = terminal(*words, "--help")
    assert answer.code == 0
    assert "--data-dir" in answer.out


@pytest.mark.parametrize("command", ["day", "log", "entries", "undo", "check"])
def test_a_diary_that_is_a_folder_is_left_alone(terminal: Terminal, command: str) -> None:
    (terminal.folder / "diary.db").mkdir(parents=True)
    words = (command, "milk") if command == "log" else (command,)
    assert terminal.refused(*words, code=1)["code"] == "is_a_folder"


def test_a_file_that_is_no_diary_is_left_alone(terminal: Terminal) -> None:
    terminal.folder.mkdir()
    file = terminal.folder / "diary.db"
    file.write_bytes(b"Dear diary, " * 1000)
    assert terminal.refused("day", code=1)["code"] == "not_a_diary"
    assert file.read_bytes() == b"Dear diary, " * 1000


def test_a_data_folder_that_is_a_file_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "note").write_text("x")
    assert terminal.refused("day", "--data-dir", str(tmp_path / "note"), code=1)["message"]
    assert terminal.refused("day", "--data-dir", str(tmp_path / "note" / "below"), code=1)["message"]
    assert terminal.refused("day", "--data-dir", "bad\0name")["code"] == "unreadable_text"
    assert terminal.refused("day", "--data-dir", "")["code"] == "unreadable_text"


def test_a_fault_of_the_program_is_a_sentence_and_never_a_traceback(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bonecoach.diary.diary.Diary.day", broken)
    with pytest.raises(ZeroDivisionError):  # whoever builds the program sees it whole
        terminal("day")
    monkeypatch.delenv("BONECOACH_SHOW_FAULTS")
    assert terminal.refused("day", code=1)["code"] == "own_fault"


def test_ctrl_c_and_a_closed_pipe_end_quietly(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bonecoach.diary.diary.Diary.day", stopped)
    answer = terminal("day")
    assert (answer.code, answer.err.strip()) == (130, "Stopped; nothing was half-written.")


@pytest.mark.parametrize("command", ["log", "parse"])
@pytest.mark.parametrize("text", ["chest pain, 2 glugs of wobble", "chest pain, calcium 30000 mg"])
def test_a_red_flag_is_said_even_of_a_line_that_is_refused(terminal: Terminal, command: str, text: str) -> None:
    answer = terminal("--json", command, text)
    refused = answer.json["error"]
    [note] = refused["notes"]
    assert (answer.code, note["code"], note["part"]) == (2, "red_flag", "chest pain")
    said = " ".join(answer.err.split())
    assert said.startswith(note["message"])
    assert said.endswith(refused["message"])
