"""A computer with too old a Python is told so in one sentence; a newer one beside it is found."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap

SCRIPT = Path(bootstrap.__file__)


@pytest.mark.parametrize(
    ("version", "good"),
    [((3, 10, 13), False), ((3, 11, 0), True), ((3, 13, 9), True), ((3, 14, 0), True), ((3, 15, 0), False)],
)
def test_pythons_that_will_do(version, good):
    assert bootstrap.will_do(version) is good


def test_an_old_python_alone_is_refused_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(bootstrap, "another_python", lambda: None)

    assert bootstrap.main(["run"]) == 1

    said = capsys.readouterr().err
    assert said == "BoneCoach needs Python 3.11 to 3.14, but this is Python 3.9.2, and no other was found here.\n"


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch):
    calls = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(bootstrap, "another_python", lambda: ["python3.12"])
    monkeypatch.setattr(subprocess, "call", lambda command: calls.append(command) or 7)

    assert bootstrap.main(["test", "-k", "week"]) == 7
    assert calls == [["python3.12", str(SCRIPT), "test", "-k", "week"]]


@pytest.mark.skipif(os.name == "nt", reason="Windows has the py launcher instead of names")
def test_a_name_on_the_path_that_leads_nowhere_is_passed_over(tmp_path, monkeypatch):
    for name, line in (("python3.14", "exit 127"), ("python3.13", "echo 3 9"), ("python3.12", "echo 3 12")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert bootstrap.another_python() == ["python3.12"]


def test_the_first_script_can_be_read_by_an_old_python():
    read = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    assert "main" in {part.name for part in read.body if isinstance(part, ast.FunctionDef)}


def test_an_unknown_word_shows_the_words_there_are():
    done = subprocess.run([sys.executable, SCRIPT, "fly"], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr.startswith("usage: bootstrap.py run|test|demo|pictures|bench|check")
