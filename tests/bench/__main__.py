"""Measures start, logging, weeks, typing, memory, growth, reminders, paper and years, and prints them by their limits.

`python -m tests.bench [--quick] [--only PART] [--out FILE]`. Exit code 1: one is above its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bonecoach.clock import SystemClock
from bonecoach.diary import open_diary
from tests.bench import planned_years, reminding
from tests.bench import years as years_of
from tests.bench.figures import Figure, middle, p95, table
from tests.bench.starting import ROOT, against_bare, against_each_other
from tests.desk import desk

ZONE = "Europe/Berlin"
PATIENCE = 300


def diary_of(folder: Path, years: int) -> Path:
    """A diary of so many years in a folder: 12 intakes, 2 doses and 1 session a day."""
    diary = open_diary(folder, SystemClock(), ZONE)
    rows = years_of.fill(diary, years)
    diary.close()
    print(f"a diary of {years} years: {rows} entries", file=sys.stderr)
    return folder


def used(folder: Path, at: Mapping[str, str]) -> dict[str, list[float]]:
    """What using the window on a diary took."""
    return told("using", folder, at)


def told(module: str, folder: Path, at: Mapping[str, str]) -> dict[str, list[float]]:
    """What a module of the bench measured in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", str(folder)],
        cwd=ROOT,
        env={**at, "TZ": ZONE},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    lines = [line.removeprefix("figures ") for line in done.stdout.splitlines() if line.startswith("figures ")]
    if not lines:
        raise SystemExit(f"{module} could not be measured:\n{done.stdout}\n{done.stderr}")
    answer: dict[str, list[float]] = json.loads(lines[0])
    return answer


def measured(folder: Path, only: str | None, *, quick: bool) -> list[Figure]:
    """Every figure, or those of a part, in the order of the table."""
    parts = {
        "window": lambda: of_the_window(folder, quick=quick),
        "reminders": lambda: of_reminders(folder, quick=quick),
        "paper": lambda: of_paper(folder),
        "bones": lambda: of_bones(folder),
        "files": lambda: of_files(folder),
    }
    return [figure for name, part in parts.items() if only in (None, name) for figure in part()]


def of_paper(folder: Path) -> list[Figure]:
    """The page for an appointment: a year of a diary of ten."""
    took = told("appointment", diary_of(folder / "paper", 10), {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    limits = {"state": 150.0, "preview": 300.0, "file": 600.0}
    return [
        Figure(f"page of a year: {name}", middle(took[name]), limit, "ms", f"at most {max(took[name]):.0f}")
        for name, limit in limits.items()
    ]


def of_bones(folder: Path) -> list[Figure]:
    """Fifteen years on one axis, in processor time."""
    took = told("fifteen", diary_of(folder / "bones", 15), {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    first = Figure(
        "15 years on one axis, first paint", middle(took["first"]), 60, "ms", f"at most {max(took['first']):.0f}"
    )
    return [first, _p95("15 years on one axis, a zoom step, p95", took["zoom"], 30)]


def of_files(folder: Path) -> list[Figure]:
    """Ten years that leave as tables and as a bundle and are taken into an empty diary, and what a watch recorded."""
    seconds = told("exchanging", diary_of(folder / "files", 10), dict(os.environ))
    limits = {
        "csv": ("tables of ten years", 3.0),
        "fhir": ("bundle of ten years", 3.0),
        "import": ("ten years taken in", 10.0),
        "apple": ("a gigabyte of Apple Health taken in", 120.0),
    }
    figures = [
        Figure(name, seconds[what][0], limit, "s", f"{seconds[what][1]:.0f} MB")
        for what, (name, limit) in limits.items()
    ]
    most = max(seconds[what][1] for what in ("csv", "fhir"))
    return [
        *figures,
        Figure("memory while ten years leave", most, 250, "MB"),
        Figure("memory while a gigabyte is taken in", seconds["apple"][1], 300, "MB"),
    ]


def of_reminders(folder: Path, *, quick: bool) -> list[Figure]:
    """How late reminders are, what waiting for them costs, and years of them."""
    with desk() as at:
        real = reminding.figures(folder, at, quick=quick)
    return real + planned_years.figures(folder, quick=quick)


def of_the_window(folder: Path, *, quick: bool) -> list[Figure]:
    """Start, logging, weeks, typing, memory, and what of it grows with the years."""
    ten = diary_of(folder / "ten", 10)
    with desk() as at:
        ours, floor, bare_mb = against_bare(ten, at)
        use = used(ten, at)
        figures = [
            Figure("start against a bare window", ours / floor, 1.5, "×", f"{ours:.0f} ms, bare {floor:.0f} ms"),
            _p95("Enter to disk and Today repainted, p95", use["log"], 50),
            _p95("another week, p95", use["weeks"], 30),
            _p95("understanding and completions, p95", use["keys"], 15),
            Figure("memory above the bare window", use["memory"][0] - bare_mb, 60, "MB", f"bare {bare_mb:.0f} MB"),
        ]
        return figures if quick else figures + growth(folder, at)


def _p95(name: str, values: list[float], limit: float) -> Figure:
    return Figure(name, p95(values), limit, "ms", f"median {middle(values):.1f}")


def growth(folder: Path, at: Mapping[str, str]) -> list[Figure]:
    """The fifty-year diary against the one-year diary."""
    one, fifty = diary_of(folder / "one", 1), diary_of(folder / "fifty", 50)
    young, old = against_each_other(one, fifty, at)
    short, long = used(one, at), used(fifty, at)
    return [
        Figure("start, 50 years against 1", old / young, 1.2, "×", f"{old:.0f} ms, {young:.0f} ms"),
        *(
            Figure(
                f"{name}, 50 years against 1",
                middle(long[key]) / middle(short[key]),
                1.2,
                "×",
                f"{middle(long[key]):.1f} ms, {middle(short[key]):.1f} ms",
            )
            for key, name in (("log", "log"), ("weeks", "week"))
        ),
    ]


def main(words: list[str]) -> int:
    """Measures and tells; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the 50-year diary, and wait less")
    parser.add_argument(
        "--only", choices=["window", "reminders", "paper", "bones", "files"], help="measure this part alone"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json", help="where the JSON is kept")
    wanted = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="bonecoach-bench-") as folder:
        figures = measured(Path(folder), wanted.only, quick=wanted.quick)
    print(table(figures))
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    about = {"python": platform.python_version(), "machine": platform.platform(), "cores": os.cpu_count()}
    kept = {**about, "figures": [figure.as_row() for figure in figures]}
    wanted.out.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"kept in {wanted.out}")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
