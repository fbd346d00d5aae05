"""Lets a diary leave as tables and as a bundle, and takes the tables and a gigabyte of Apple Health into empty ones.

`python -m tests.bench.exchanging FOLDER` prints seconds and the most megabytes each took, as JSON. Each is measured in
a process of its own: `python -m tests.bench.exchanging FOLDER csv|fhir|import|apple`.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from bonecoach.clock import SystemClock
from bonecoach.diary import open_diary
from tests.bench.apples import write_export
from tests.bench.starting import ROOT

ZONE = "Europe/Berlin"
WHAT = ("csv", "fhir", "import", "apple")
_INTO = {"import": "taken in", "apple": "watched"}
"""What is taken in begins an empty diary in a folder of its own."""


def took(folder: Path, what: str) -> tuple[float, float]:
    """Seconds and megabytes of one way."""
    diary = open_diary(folder / _INTO.get(what, ""), SystemClock(), ZONE)
    if what == "apple":
        write_export(folder / "export.xml")
    began = time.perf_counter()
    if what == "csv":
        diary.leaving.csv(folder / "diary.zip", over=True)
    elif what == "fhir":
        diary.leaving.fhir(folder / "diary.json", over=True)
    elif what == "import":
        diary.arriving.keep(diary.arriving.csv(folder / "diary.zip"))
    else:
        diary.arriving.keep(diary.arriving.apple(folder / "export.xml"))
    seconds = time.perf_counter() - began
    diary.close()
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder: Path) -> dict[str, list[float]]:
    """Every way, each in a process of its own."""
    figures = {}
    for what in WHAT:
        command = [sys.executable, "-m", "tests.bench.exchanging", str(folder), what]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        figures[what] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(json.dumps(took(Path(sys.argv[1]), sys.argv[2])))
    else:
        print("figures", json.dumps(main(Path(sys.argv[1]))), flush=True)
