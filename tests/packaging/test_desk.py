"""A desk comes up with all its parts, runs what is put on it, and leaves nothing running behind."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desk import MARK, NoDesk, asked, desk, ended_by_themselves, main, marked, start, wait_for

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a desk is set up on Linux only")


def test_a_screen_of_the_size_asked_for_is_gone_with_all_that_ran_on_it():
    with desk((640, 480)) as environment:
        assert "640x480" in asked(["xdpyinfo"], environment)
        asked(["sh", "-c", "nohup sleep 600 >/dev/null 2>&1 &"], environment)
        assert len(marked(environment[MARK])) >= 5  # screen, bus, window manager, accessibility bus, sleeper

    assert marked(environment[MARK]) == set()


def test_nothing_is_left_after_an_error():
    marks = []

    def stumble():
        with desk((640, 480)) as environment:
            marks.append(environment[MARK])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert marked(marks[0]) == set()


def test_nobody_stays_behind_unburied():
    others = unburied()  # of other tests, which are theirs to bury
    with desk((640, 480)):
        pass
    assert unburied() - others == set()


def test_who_ends_untold_is_buried_too():
    with desk((640, 480)) as environment:
        part = start(["sh", "-c", "(exit 0) & exec sleep 600"], environment)  # its child ends and nobody asks after it
        wait_for("the child's end", lambda: bool(children_of(part.pid)))
        part.kill()
        part.wait()
        wait_for("the orphan", lambda: ended_by_themselves({part.pid}) != set())
        for orphan in ended_by_themselves({part.pid}):
            os.waitpid(orphan, os.WNOHANG)
        assert ended_by_themselves({part.pid}) == set()


def children_of(pid: int) -> str:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text()


def unburied() -> set[str]:
    """Ended processes that this one has not taken leave of."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it went while we looked
            state, parent, *_ = stat.read_text(errors="replace").rpartition(")")[2].split()
            if state == "Z" and parent == str(os.getpid()):
                found.add(stat.parent.name)
    return found


def test_nothing_of_the_own_session_reaches_the_desk(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("BONECOACH_DATA_DIR", "/her/own/diary")

    with desk((640, 480)) as environment:
        assert not {"WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "BONECOACH_DATA_DIR"} & environment.keys()


def test_two_desks_stand_beside_each_other():
    with desk((640, 480)) as first, desk((800, 600)) as second:
        assert first["DISPLAY"] != second["DISPLAY"]
        assert first["DBUS_SESSION_BUS_ADDRESS"] != second["DBUS_SESSION_BUS_ADDRESS"]


def test_a_command_at_a_desk_gives_its_exit_code_back():
    ask = "import os, sys; sys.exit(7 if os.environ['DISPLAY'].startswith(':') else 1)"
    assert main([sys.executable, "-c", ask]) == 7
    assert subprocess.run([sys.executable, "-m", "tests.desk"], capture_output=True, check=False).returncode == 2


def test_a_part_that_is_not_installed_is_named(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda program: None)
    with pytest.raises(NoDesk, match="no-such-screen is not installed"):
        start(["no-such-screen"], {"PATH": "/nonexistent"})
