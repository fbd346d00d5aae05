"""All checks run, whatever the first of them finds."""

from __future__ import annotations

import os
import sys

import pytest

import checks
import errands
from environment import Environment

HERE = Environment(errands.ROOT)


def test_every_check_runs_and_those_that_failed_are_named(monkeypatch, capsys):
    fails = [sys.executable, "-c", "print('line 3 is wrong'); raise SystemExit(1)"]
    holds = [sys.executable, "-c", "print('nothing to say')"]
    monkeypatch.setattr(checks, "commands", lambda _: {"style": fails, "types": holds, "floors": fails})

    assert checks.all_of(HERE, {}) == ["style", "floors"]

    said = capsys.readouterr().out
    assert "style          failed\nline 3 is wrong" in said
    assert "types          ok\n" in said
    assert "nothing to say" not in said


FLOORS = ("core", "phrase", "diary", "store", "coach", "exchange")


def test_the_tests_of_the_floors_are_asked_what_they_cover_by_themselves():
    floors, others = checks.tests(HERE, []).values()
    assert [word for word in floors if word.startswith("--cov=")] == [f"--cov=bonecoach.{floor}" for floor in FLOORS]
    assert [word for word in floors if word.startswith("tests/")] == [f"tests/{floor}" for floor in FLOORS]
    assert not [word for word in others if "--cov" in word]


def test_no_folder_of_tests_is_in_neither_half_or_in_both():
    floors, others = checks.tests(HERE, []).values()
    named = [word for word in floors if word.startswith("tests/")]
    assert [word for word in others if "=" in word] == [f"--ignore={folder}" for folder in named]
    assert all((HERE.root / folder).is_dir() for folder in named)
    assert len(others) == len(named) + 3  # all that is left goes along, and nothing else is chosen or left out


def test_some_tests_are_not():
    (command,) = checks.tests(HERE, ["tests/core"]).values()
    assert command[1:] == ["-m", "pytest", "tests/core"]


def test_all_of_it_has_to_be_covered(monkeypatch):
    assert "--cov-fail-under=100" in checks.tests(HERE, [])["tests of the covered floors"]
    monkeypatch.setattr(checks, "COVERAGE_REQUIRED", None)
    assert not [word for command in checks.tests(HERE, []).values() for word in command if "fail-under" in word]


def saying(text, code="raise SystemExit(0)"):
    return [sys.executable, "-c", f"print({text!r}, flush=True); {code}"]


def test_what_ran_side_by_side_is_told_apart_and_a_crash_is_a_failure(capfd):
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    ways = {
        "one": saying("first"),
        "two": saying("second", "raise SystemExit(1)"),
        "three": saying("third"),
        "four": saying("fourth", crash),
    }
    assert checks.all_at_once(ways, HERE.root, dict(os.environ)) == ["two", "four"]
    said = capfd.readouterr().out
    assert said == "first\n\ntwo:\nsecond\n\n\nthree:\nthird\n\n\nfour:\nfourth\n\n"


def test_they_run_at_the_same_time(tmp_path):
    """Each waits for a sign of the other one, and would wait for ever if they came one after the other."""
    meets = (
        "import pathlib, sys, time; mine, other = map(pathlib.Path, sys.argv[1:]); mine.touch()\n"
        "while not other.exists(): time.sleep(0.01)"
    )
    here, there = str(tmp_path / "here"), str(tmp_path / "there")
    ways = {"one": [sys.executable, "-c", meets, here, there], "two": [sys.executable, "-c", meets, there, here]}
    assert checks.all_at_once(ways, HERE.root, dict(os.environ)) == []


@pytest.mark.parametrize(("failed", "in_tests"), [(["mypy --strict"], []), ([], ["all other tests"])])
def test_whatever_failed_fails_the_run_and_is_named(monkeypatch, capsys, failed, in_tests):
    monkeypatch.setattr(errands, "set_up", lambda window, testing: HERE)
    monkeypatch.setattr(checks, "all_of", lambda environment, variables: list(failed))
    monkeypatch.setattr(checks, "all_at_once", lambda commands, root, variables: list(in_tests))

    assert errands.main(["test"]) == 1
    assert f"To put right: {(failed + in_tests)[0]}." in capsys.readouterr().err
