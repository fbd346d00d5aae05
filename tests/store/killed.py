"""Kills a writing program again and again, at any moment, and looks each time whether anything was lost.

Run by test_killed.py in a process of its own: `python killed.py FOLDER KILLS`. Says nothing when all is well.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils  # noqa: F401 - loaded once here, so that each writer begins to write at once

from bonecoach.core.changes import Change, Step
from bonecoach.store import Store, open_store
from tests.makers import MONDAY

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)


def write_until_killed(path: Path, life: int, told: int) -> None:
    """Writes steps of three rows each; says the name of each once it is on disk."""
    store = open_store(path, now=NOW)
    for n in range(1_000_000):
        name = f"{life}.{n}"
        store.apply(Step("log", rows(name), name), NOW)
        os.write(told, f"{name}\n".encode())


def rows(name: str) -> tuple[Change, ...]:
    fact = {"id": f"{name}f", "key": name, "value": "1", "since": "2026-01-01"}
    target = {"id": f"{name}t", "nutrient": name, "low": 1.0, "high": None, "since": "2026-01-01", "note": ""}
    return (
        Change("facts", None, fact),
        Change("own_targets", None, target),
        Change("rest_weeks", None, {"id": f"{name}r", "first_day": f"{MONDAY} {name}"}),
    )


def killed_after(seconds: float, path: Path, life: int) -> set[str]:
    """Lets a writer live so long; the steps it said were on disk."""
    hears, tells = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(hears)
        write_until_killed(path, life, tells)
        os._exit(0)
    os.close(tells)
    said = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([hears], [], [], left)[0]:
            said += os.read(hears, 65_536)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    while more := os.read(hears, 65_536):
        said += more
    os.close(hears)
    return set(said.decode().split())


def look(path: Path, said: set[str]) -> None:
    """Opens what the killed program left, and complains of anything that is lost, half-written or unsound."""
    store = open_store(path, now=NOW)
    assert store.faults() == []
    facts = {fact.key for fact in store.facts()}
    assert said <= facts, f"lost: {sorted(said - facts)[:5]}"
    assert one_column(store, "select nutrient from own_targets") == facts, "half a step was written"
    assert one_column(store, "select substr(first_day, 12) from rest_weeks") == facts, "half a step was written"
    steps = one_column(store, "select label from steps where undone = 0")
    assert steps <= facts, "a step is told of that was not written"
    assert len(steps) == min(200, len(facts)), "a step was written that cannot be undone"
    store.close()


def one_column(store: Store, sql: str) -> set[str]:
    return {row[0] for row in store._connection.execute(sql)}


def main(folder: Path, kills: int) -> None:
    chance = random.Random(9)
    path, said = folder / "diary.db", set[str]()
    for life in range(kills):
        if life % 10 == 0:  # a new diary: the kill may fall into its very making
            path, said = folder / str(life) / "diary.db", set()
        said |= killed_after(chance.uniform(0, 0.06), path, life)
        look(path, said)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
