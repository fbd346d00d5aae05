"""Each word sets up what it needs and then does one thing."""

from __future__ import annotations

import pytest

import errands
from environment import Environment, NotSetUp

HERE = Environment(errands.ROOT)


@pytest.fixture
def called(monkeypatch):
    """The commands that were run, without set-up; all succeed."""
    commands = []
    monkeypatch.setattr(errands, "set_up", lambda window, testing: HERE)
    monkeypatch.setattr(errands, "without_display", lambda environment: None)
    monkeypatch.setattr(errands, "call", lambda command, variables: commands.append(command[1:]) or 0)
    return commands


def test_the_demo_fills_a_folder_opens_the_window_on_it_and_throws_it_away(called):
    assert errands.main(["demo"]) == 0

    (filled, opened) = called
    assert filled[:3] == ["-m", "bonecoach", "demo"]
    assert opened == ["-m", "bonecoach", "--data-dir", filled[-1]]
    assert "bonecoach-demo-" in filled[-1]
    assert not errands.Path(filled[-1]).exists()


def test_a_demo_that_could_not_be_filled_opens_nothing(called, monkeypatch):
    monkeypatch.setattr(errands, "call", lambda command, variables: called.append(command) or 1)

    assert errands.main(["demo"]) == 1
    assert len(called) == 1


def test_pictures_are_taken_at_a_desk(called, monkeypatch):
    monkeypatch.setattr(errands, "ON_LINUX", True)
    assert errands.main(["pictures", "--readme"]) == 0
    assert called == [["-m", "tests.desk", str(HERE.python), "-m", "tests.pictures", "--readme"]]


def test_pictures_elsewhere_are_taken_on_the_screen_there_is(called, monkeypatch):
    monkeypatch.setattr(errands, "ON_LINUX", False)
    assert errands.main(["pictures"]) == 0
    assert called == [["-m", "tests.pictures"]]


def test_the_bench_gets_its_words(called):
    assert errands.main(["bench", "--years", "1"]) == 0
    assert called == [["-m", "tests.bench", "--years", "1"]]


def test_what_cannot_be_set_up_is_said_in_words(monkeypatch, capsys):
    def fail(window, testing):
        raise NotSetUp("No network.")

    monkeypatch.setattr(errands, "set_up", fail)
    assert errands.main(["run"]) == 1
    assert capsys.readouterr().err == "No network.\n"


def test_a_faulty_table_stops_the_set_up(tmp_path):
    class Faulty(Environment):
        @property
        def python(self):
            return tmp_path / "python"

    (tmp_path / "python").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "python").chmod(0o755)
    with pytest.raises(NotSetUp, match="tables of resources/foods have to be put right"):
        errands.build_index(Faulty(tmp_path))
