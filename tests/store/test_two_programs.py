"""The window and the terminal write to the same diary at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError
from bonecoach.store import open_store
from tests.clocks import NOON_IN_BERLIN as NOON

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from bonecoach.core.changes import Change, Step
from bonecoach.store import open_store

path, year = Path(sys.argv[1]), sys.argv[2]
now = datetime(2026, 11, 23, 11, tzinfo=UTC)
store = open_store(path, now=now)
store.warm()
for n in range(60):
    day = f"{year}-{n // 28 + 1:02}-{n % 28 + 1:02}"
    store.apply(Step("none_taken", (Change("none_taken", None, {"id": day, "date": day}),)), now)
    if n % 3 == 0:
        store.undo()
        store.redo()
store.close()
"""


def marked(day):
    return Step("none_taken", (Change("none_taken", None, {"id": day, "date": day}),), day)


@pytest.fixture
def both(tmp_path):
    stores = [open_store(tmp_path / "diary.db", now=NOON) for _ in range(2)]
    yield stores
    for store in stores:
        store.close()


def test_neither_program_is_refused_and_no_step_is_lost(tmp_path):
    path = tmp_path / "diary.db"
    open_store(path, now=NOON).close()
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), year], cwd=ROOT, stderr=subprocess.PIPE)
        for year in ("2024", "2025")
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=50)
        assert writer.returncode == 0, said.decode()
    store = open_store(path, now=NOON)
    # Each undo takes back whatever stood last, its own or the other's, and each redo brings one back, unless the other
    # program wrote in between and so ended what could be done again. So rows may be missing, but never a row whose step
    # says that it stands, and never a half of either.
    (days,) = store._connection.execute("select count(*) from none_taken").fetchone()
    (steps,) = store._connection.execute("select count(*) from steps where undone = 0").fetchone()
    assert days == steps
    assert 80 <= days <= 120
    assert store.faults() == []
    store.close()


def test_undo_takes_back_what_the_other_program_did_last(both):
    window, terminal = both
    window.apply(marked("2026-11-01"), NOON)
    terminal.apply(marked("2026-11-02"), NOON)
    assert window.undo().label == "2026-11-02"
    assert terminal.redo().label == "2026-11-02"


def test_what_the_other_program_changed_is_not_overwritten(both):
    window, terminal = both
    seen = {"id": "w", "key": "weight_kg", "value": "70.0", "since": "2026-01-01"}
    window.apply(Step("profile", (Change("facts", None, seen),)), NOON)
    terminal.apply(Step("profile", (Change("facts", seen, {**seen, "value": "71.0"}),)), NOON)
    with pytest.raises(DiaryError, match="changed_since"):
        window.apply(Step("profile", (Change("facts", seen, {**seen, "value": "72.0"}),)), NOON)
    assert window.row("facts", "w")["value"] == "71.0"


def test_reading_goes_on_while_the_other_program_writes(both):
    window, terminal = both
    window.apply(marked("2026-11-01"), NOON)
    with terminal.warm().atomic():
        terminal.warm().execute("delete from none_taken")
        assert window.row("none_taken", "2026-11-01") is not None
    assert window.row("none_taken", "2026-11-01") is None
