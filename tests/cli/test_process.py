"""The command line as a process of its own: quick, without Qt, and kind to pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from bonecoach.__main__ import wants_window

ROOT = Path(__file__).parents[2]
SLOWEST_DAY_SECONDS = 0.35
"""The whole process of `bonecoach day`, bytecode compiled."""


@pytest.fixture(scope="module")
def setting(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a diary that holds a day, and a place for bytecode."""
    folder = tmp_path_factory.mktemp("process")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
    setting = {
        **kept,
        "BONECOACH_DATA_DIR": str(folder / "data"),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "TZ": "Europe/Helsinki",
    }
    assert bonecoach(setting, "log", "2 glasses milk, walk 30 brisk").returncode == 0
    return setting


def bonecoach(
    setting: dict[str, str], *words: str, python: tuple[str, ...] = (), typed: str | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *python, "-m", "bonecoach", *words]
    return subprocess.run(
        command, cwd=ROOT, env=setting, capture_output=True, encoding="utf-8", input=typed, timeout=50, check=False
    )


def test_a_day_is_shown_without_qt_and_without_what_only_writing_needs(setting: dict[str, str]) -> None:
    done = bonecoach(setting, "day", python=("-X", "importtime"))
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert done.returncode == 0
    assert "bonecoach.diary.diary" in imported
    heavy = {"PySide6", "shiboken6", "sqlite_utils", "apscheduler", "importlib.metadata", "bonecoach.phrase.line"}
    assert imported & heavy == set()


def test_a_day_is_shown_in_a_third_of_a_second(setting: dict[str, str]) -> None:
    seconds = []
    for _ in range(5):
        begun = perf_counter()
        assert bonecoach(setting, "day").returncode == 0
        seconds.append(perf_counter() - begun)
    assert min(seconds) < SLOWEST_DAY_SECONDS


def test_logging_never_imports_qt(setting: dict[str, str]) -> None:
    done = bonecoach(setting, "log", "d3 1000 iu", python=("-X", "importtime"))
    assert done.returncode == 0
    assert "PySide6" not in done.stderr


def test_the_page_for_an_appointment_imports_qt_only_where_it_is_drawn(setting: dict[str, str], tmp_path: Path) -> None:
    for format_, drawn in (("text", False), ("html", False), ("pdf", True)):
        words = ("export", format_, "--out", str(tmp_path / format_))
        done = bonecoach(setting, *words, python=("-X", "importtime"))
        assert done.returncode == 0
        assert ("PySide6" in done.stderr) is drawn
        assert "pypdf" not in done.stderr
        assert (tmp_path / format_).stat().st_mode & 0o777 == 0o600


def test_greek_and_mathematical_characters_survive_any_terminal(setting: dict[str, str]) -> None:
    ascii_only = {**setting, "PYTHONIOENCODING": "ascii"}
    done = bonecoach(ascii_only, "parse", "2 glasses milk")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("whole milk, 2 ? 244 g: calcium 551 mg")
    assert "\\u03bc" in bonecoach(ascii_only, "parse", "2 glasses milk", "--json").stdout
    utf8 = {**setting, "PYTHONIOENCODING": "utf-8"}
    assert "2 × 244 g" in bonecoach(utf8, "parse", "2 glasses milk", "--json").stdout


def test_a_reader_that_goes_away_ends_the_listing_quietly(setting: dict[str, str]) -> None:
    command = [sys.executable, "-m", "bonecoach", "foods", "cheese", "--limit", "1000"]
    with subprocess.Popen(command, cwd=ROOT, env=setting, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


def test_text_comes_in_by_a_pipe(setting: dict[str, str]) -> None:
    done = bonecoach(setting, "log", "-", typed="milk, " * 2_000_000)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--background"], True),
        (["--data-dir", "x"], True),
        (["--data-dir=x", "--background"], True),
        (["day"], False),
        (["--data-dir"], False),
        (["--data-dir", "x", "day"], False),
        (["--json"], False),
        (["--zone", "UTC"], False),
        (["--help"], False),
        (["--"], False),
    ],
)
def test_only_words_open_the_command_line(words: list[str], window: bool) -> None:
    assert wants_window(words) is window
