"""What a system lacks is installed by root, and told in one line to everyone else."""

from __future__ import annotations

import subprocess
import sys

import pytest

import system_packages
from system_packages import (
    DESK_PROGRAMS,
    QT_LIBRARIES,
    Missing,
    have_lists,
    install_line,
    loads,
    missing_for_desk,
    missing_for_python,
    missing_for_window,
    see_to,
)


@pytest.fixture
def person(monkeypatch):
    """Someone on Debian without a root's rights, whose package lists are there."""
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "on_path", lambda program: program == "apt-get")
    monkeypatch.setattr(system_packages, "have_lists", lambda: True)


@pytest.fixture
def commands(monkeypatch):
    """The commands that root gave; they all succeed."""
    given = []

    def run(command, **_):
        given.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(system_packages, "is_root", lambda: True)
    monkeypatch.setattr(system_packages, "on_path", lambda program: True)
    monkeypatch.setattr(subprocess, "run", run)
    return given


def test_nothing_missing_asks_for_nothing(person, commands):
    see_to([])
    assert commands == []


def test_the_one_line_to_paste(person):
    with pytest.raises(Missing) as told:
        see_to(["libegl1", "libxcb-cursor0"])

    lines = [line.strip() for line in str(told.value).splitlines() if "apt-get" in line]
    assert lines == ["sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0"]


def test_a_system_that_never_fetched_its_lists_fetches_them_in_the_same_line():
    line = install_line(["xvfb"], lists_there=False)
    assert line == "sudo apt-get update && sudo apt-get install --no-install-recommends xvfb"


def test_package_lists_are_seen(tmp_path):
    assert not have_lists(tmp_path)
    (tmp_path / "lock").touch()
    assert not have_lists(tmp_path)
    (tmp_path / "some_where_dists_bookworm_main_binary-amd64_Packages.lz4").touch()
    assert have_lists(tmp_path)


def test_root_gets_it_installed_from_fresh_lists_without_questions(commands, capsys):
    see_to(["libegl1"])

    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[1][-1] == "libegl1"
    assert "-y" in commands[1]


def test_root_is_told_when_it_fails(commands, monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 100))

    with pytest.raises(Missing, match="could not be installed"):
        see_to(["libegl1"])


def test_a_system_without_apt_hears_what_is_missing(monkeypatch):
    monkeypatch.setattr(system_packages, "on_path", lambda program: False)

    with pytest.raises(Missing, match=r"On Debian it is called libegl1, libgl1; please install it"):
        see_to(["libegl1", "libgl1"])


def test_a_missing_library_names_its_package():
    lacking = missing_for_window({}, found=lambda library: library != "libxcb-shape.so.0")
    assert lacking == ["libxcb-shape0"]


def test_wayland_is_asked_for_only_where_it_is_used():
    def no_wayland(library):
        return "wayland" not in library

    assert missing_for_window({}, no_wayland) == []
    assert "libwayland-cursor0" in missing_for_window({"WAYLAND_DISPLAY": "wayland-0"}, no_wayland)


def test_a_bare_system_lacks_every_library_and_names_each_package_once():
    lacking = missing_for_window({}, found=lambda library: False)
    assert sorted(lacking) == sorted(set(QT_LIBRARIES.values()))


def test_a_bare_system_lacks_the_whole_desk():
    lacking = missing_for_desk(found=lambda program: False, there=lambda place: False)
    assert sorted(lacking) == sorted({*DESK_PROGRAMS.values(), "at-spi2-core", "python3-pyatspi", "libfaketime"})


def test_debian_leaves_out_what_makes_environments():
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert missing_for_python(able=lambda: False) == [f"python{version}-venv"]
    assert missing_for_python(able=lambda: True) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the loader of Linux")
def test_the_loader_is_asked_itself():
    assert loads("libc.so.6")
    assert not loads("libnothing-of-the-kind.so.1")
