"""The locks pin every package by the hashes of its files and name no address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "packaging" / "requirements.txt", ROOT / "packaging" / "requirements-test.txt"]

MARKER = r"[a-z_]+ [!=]= '\w+'"
PIN = re.compile(
    r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\[[a-z0-9,-]+\])?==((?:\d+!)?\d[\w.]*)" + f"(?: ; {MARKER}(?: and {MARKER})*)?"
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def pins(lock: Path) -> dict[str, tuple[str, frozenset[str]]]:
    """Each package of a lock: its version and hashes. Refuses any other line than comments."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line.startswith("#"):
            assert "/requirements" in line or "://" not in line
            continue
        pin, *hashes = re.split(r"\s+(?=--hash)", line.strip())
        match = PIN.fullmatch(pin.strip())
        assert match, line
        assert hashes, line
        assert all(HASH.fullmatch(one) for one in hashes), line
        found[match[1]] = (match[2], frozenset(hashes))
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_only_versions_and_hashes(lock):
    assert pins(lock)
    assert not re.search(r"https?:|//|@|index|find-links|trusted", lock.read_text(encoding="utf-8"))


def test_what_is_tested_is_what_is_run():
    run, test = map(pins, LOCKS)
    assert run.items() <= test.items()


def test_everything_the_project_asks_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    def names(wanted):
        return {re.split(r"[<>=!~ ;\[]", one)[0].lower() for one in wanted}

    run, test = map(pins, LOCKS)
    assert names(project["project"]["dependencies"]) <= run.keys()
    assert names(project["dependency-groups"]["test"]) <= test.keys()


def test_a_package_asked_for_with_an_extra_is_pinned_with_it():
    """pip up to 23.2 looks for a pin of that very name, and refuses the lock as soon as there is a newer release."""
    assert "\ncoverage[toml]==" in LOCKS[1].read_text(encoding="utf-8")  # pytest-cov asks for it so


def test_qt_is_not_the_one_that_loses_references():
    """PySide6 6.12.0 on CPython 3.11 ends with "deallocating None" after some thousand calls."""
    run, _ = map(pins, LOCKS)
    assert run["pyside6-essentials"][0] != "6.12.0"
