"""From spawn to the first painted Today, against the bare window."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.bench.figures import middle

ROOT = Path(__file__).resolve().parents[2]
TIMES = 7
PATIENCE = 60


def spawned(words: list[str], desk: Mapping[str, str]) -> tuple[float, dict[str, float]]:
    """Milliseconds from spawn to first paint of one run, and what else it said."""
    environment = {**desk, "BONECOACH_BENCH_START": "1"}
    began = time.monotonic_ns()
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    if done.returncode:
        raise SystemExit(f"{words} failed:\n{done.stdout}\n{done.stderr}")
    said = {}
    for line in done.stdout.splitlines():
        name, _, value = line.rpartition(" ")
        said[name] = float(value)
    return (said["first paint"] - began) / 1e6, said


def bare(desk: Mapping[str, str]) -> tuple[float, dict[str, float]]:
    """One run of the bare window."""
    return spawned(["-m", "tests.bench.bare"], desk)


def program(folder: Path, desk: Mapping[str, str]) -> float:
    """One run of the program on a diary, in milliseconds."""
    return spawned(["-m", "bonecoach", "--data-dir", str(folder)], desk)[0]


def against_bare(folder: Path, desk: Mapping[str, str]) -> tuple[float, float, float]:
    """Medians of seven runs each, taken in turns: the program, the bare window, and the bare window's memory in MB."""
    program(folder, desk)
    pairs = [(program(folder, desk), bare(desk)) for _ in range(TIMES)]
    ours = middle([ours for ours, _ in pairs])
    floor = middle([floor for _, (floor, _) in pairs])
    return ours, floor, middle([said["memory"] for _, (_, said) in pairs])


def against_each_other(one: Path, other: Path, desk: Mapping[str, str]) -> tuple[float, float]:
    """Medians of seven runs each on two diaries, taken in turns."""
    pairs = [(program(one, desk), program(other, desk)) for _ in range(TIMES)]
    return middle([a for a, _ in pairs]), middle([b for _, b in pairs])
