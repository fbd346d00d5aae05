"""The environment is made once, made anew when the locks change, and left alone otherwise."""

from __future__ import annotations

import importlib.util
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

import environment as environments
from environment import Environment, NotSetUp, calm, compile_all, first_line, make_ready, stamp

VERSION = platform.python_version()

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a symbolic link")


@pytest.fixture
def checkout(tmp_path):
    """A checkout with two locks and no environment yet."""
    packages = tmp_path / "packaging"
    packages.mkdir()
    (packages / "requirements.txt").write_text("click==8\n")
    (packages / "requirements-test.txt").write_text("click==8\npytest==9\n")
    (tmp_path / "bonecoach").mkdir()
    (tmp_path / "bonecoach" / "__init__.py").write_text("")
    return Environment(tmp_path)


@pytest.fixture
def done(monkeypatch):
    """What set-up does, in words, instead of doing it: the network is not for tests."""
    steps: list[str] = []

    def begin(environment):
        steps.append("begin")
        environment.programs.mkdir(parents=True, exist_ok=True)
        environment.python.unlink(missing_ok=True)
        environment.python.symlink_to(sys.executable)
        (environment.folder / "lib" / "python3" / "site-packages").mkdir(parents=True, exist_ok=True)
        environment.stamps.unlink(missing_ok=True)

    monkeypatch.setattr(environments, "begin", begin)
    monkeypatch.setattr(environments, "install", lambda environment, lock: steps.append(lock.name))
    return steps


@posix
def test_the_first_time_makes_and_fills_it_and_the_second_time_does_nothing(checkout, done):
    make_ready(checkout, testing=False)
    assert done == ["begin", "requirements.txt"]

    make_ready(checkout, testing=False)
    assert done == ["begin", "requirements.txt"]


@posix
def test_testing_adds_to_what_is_there_and_running_afterwards_needs_nothing(checkout, done):
    make_ready(checkout, testing=False)
    make_ready(checkout, testing=True)
    make_ready(checkout, testing=False)
    make_ready(checkout, testing=True)

    assert done == ["begin", "requirements.txt", "requirements-test.txt"]


@posix
@pytest.mark.parametrize("changed", ["requirements.txt", "requirements-test.txt"])
def test_a_changed_lock_begins_an_empty_environment(checkout, done, changed):
    make_ready(checkout, testing=True)
    (checkout.root / "packaging" / changed).write_text("click==9\n")
    done.clear()

    make_ready(checkout, testing=True)
    assert done == ["begin", "requirements-test.txt"]


@posix
def test_who_only_runs_it_does_not_mind_a_changed_lock_for_testing(checkout, done):
    make_ready(checkout, testing=True)
    (checkout.root / "packaging" / "requirements-test.txt").write_text("pytest==10\n")
    done.clear()

    make_ready(checkout, testing=False)
    assert done == []


@posix
def test_an_installation_that_broke_off_is_begun_again(checkout, done, monkeypatch):
    def break_off(environment, lock):
        raise NotSetUp("no network")

    with monkeypatch.context() as broken:
        broken.setattr(environments, "install", break_off)
        with pytest.raises(NotSetUp):
            make_ready(checkout, testing=False)
    done.clear()

    make_ready(checkout, testing=False)
    assert done == ["begin", "requirements.txt"]


@posix
def test_a_python_that_was_removed_begins_a_new_environment(checkout, done):
    make_ready(checkout, testing=False)
    checkout.python.unlink()
    checkout.python.symlink_to("/nowhere/python3.11")
    done.clear()

    make_ready(checkout, testing=False)
    assert done == ["begin", "requirements.txt"]


@posix
def test_a_checkout_that_was_moved_finds_itself_again(checkout, done, tmp_path):
    make_ready(checkout, testing=False)
    moved = Environment(tmp_path / "elsewhere")
    moved.root.mkdir()
    for part in (".venv", "packaging", "bonecoach"):
        (checkout.root / part).rename(moved.root / part)
    done.clear()

    make_ready(moved, testing=False)
    assert done == []
    assert (moved.programs / "bonecoach").read_text().startswith(f"#!{moved.python}\n")


def test_a_stamp_tells_locks_and_pythons_apart_but_not_line_ends(tmp_path):
    lock = tmp_path / "lock.txt"
    lock.write_bytes(b"click==8\nrich==1\n")
    first = stamp(lock, "3.11.2")
    assert stamp(lock, "3.11.9") != first

    lock.write_bytes(b"click==8\r\nrich==1\r\n")
    assert stamp(lock, "3.11.2") == first

    lock.write_bytes(b"click==9\nrich==1\n")
    assert stamp(lock, "3.11.2") != first


@posix
def test_the_checkout_is_importable_and_a_command(checkout, done):
    make_ready(checkout, testing=False)

    folder = checkout.packages[0]
    assert (folder / (folder / "bonecoach.pth").read_text().strip()).resolve() == checkout.root.resolve()
    launcher = checkout.programs / "bonecoach"
    assert os.access(launcher, os.X_OK)
    assert launcher.read_text().startswith(f"#!{checkout.python}\n")


@posix
@pytest.mark.parametrize("folder", ["a folder with spaces", "long" * 40])
def test_the_command_starts_from_any_folder(tmp_path, folder):
    python = tmp_path / folder / "python"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    script = tmp_path / "say"
    script.write_text(f"#!{first_line(python)}\nimport sys\nprint(sys.argv[1:])\n")
    script.chmod(0o755)

    said = subprocess.run([script, "two glasses", "milk"], capture_output=True, text=True, check=True)
    assert said.stdout == "['two glasses', 'milk']\n"


def test_bytecode_is_written_even_where_it_is_switched_off(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "thing.py").write_text("x = 1\n")
    (tmp_path / "broken.py").write_text("x = =\n")

    compile_all(Here(tmp_path), tmp_path)

    assert Path(importlib.util.cache_from_source(str(tmp_path / "thing.py"))).exists()


class Here(Environment):
    """The environment that the tests run in."""

    @property
    def python(self):
        return Path(sys.executable)


def test_packages_cannot_be_led_elsewhere(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PIP_TARGET", "/somewhere")
    monkeypatch.setenv("PIP_PROXY", "kept: it is how this computer reaches the internet")

    assert "PYTHONPATH" not in calm()
    assert "PIP_TARGET" not in calm()
    assert "PIP_PROXY" in calm()


@pytest.mark.parametrize(
    ("processor", "library", "systems"),
    [
        ("x86_64", "glibc 2.31", r"Debian 12, Ubuntu 22\.04"),
        ("aarch64", "glibc 2.36", r"Debian 13, Ubuntu 24\.04"),
    ],
)
def test_a_system_too_old_for_qt_is_told_which_would_do(monkeypatch, processor, library, systems):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: processor)
    monkeypatch.setattr(os, "confstr", lambda name: library, raising=False)

    with pytest.raises(NotSetUp, match=rf"needs {systems} or newer .* has {library}"):
        environments.refuse_old_system()


@pytest.mark.parametrize(
    ("processor", "library"), [("x86_64", "glibc 2.36"), ("riscv64", "glibc 2.31"), ("x86_64", "")]
)
def test_any_other_system_is_let_try(monkeypatch, processor, library):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: processor)
    asked = []
    monkeypatch.setattr(os, "confstr", lambda name: asked.append(name) or library, raising=False)

    environments.refuse_old_system()
    assert asked == ["CS_GNU_LIBC_VERSION"]
