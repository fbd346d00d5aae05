"""All checks run, whatever the first of them finds."""

from __future__ import annotations

import sys

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


def test_all_tests_are_asked_what_they_cover():
    command = checks.tests(HERE, [])
    assert [word for word in command if word.startswith("--cov=")] == [
        "--cov=bonecoach.core",
        "--cov=bonecoach.phrase",
        "--cov=bonecoach.diary",
        "--cov=bonecoach.store",
        "--cov=bonecoach.coach",
        "--cov=bonecoach.exchange",
    ]


def test_some_tests_are_not(monkeypatch):
    assert checks.tests(HERE, ["tests/core"])[1:] == ["-m", "pytest", "tests/core"]


def test_what_is_required_can_be_switched_on(monkeypatch):
    monkeypatch.setattr(checks, "COVERAGE_REQUIRED", 100)
    assert "--cov-fail-under=100" in checks.tests(HERE, [])


def test_a_failed_check_fails_the_run_even_when_all_tests_pass(monkeypatch, capsys):
    monkeypatch.setattr(errands, "set_up", lambda window, testing: HERE)
    monkeypatch.setattr(checks, "all_of", lambda environment, variables: ["mypy --strict"])
    monkeypatch.setattr(errands, "call", lambda command, variables: 0)

    assert errands.main(["test"]) == 1
    assert "To put right: mypy --strict." in capsys.readouterr().err
