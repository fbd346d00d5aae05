"""What the program keeps for itself in the file, and how it looks the file over once a day."""

import sqlite3
from contextlib import closing

from tests.makers import MONDAY, food


def spoil(path, table):
    """Overwrites the page where a table begins, as a dying disk may."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("pragma page_size").fetchone()
        (page,) = connection.execute("select rootpage from sqlite_master where name = ?", [table]).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)


def looks(diary, monkeypatch):
    """How often the file is read through."""
    found = []
    look = type(diary._store).quick_fault
    monkeypatch.setattr(type(diary._store), "quick_fault", lambda store: found.append(1) or look(store))
    return found


def test_a_sound_file_is_looked_over_once_a_day(diary, clock, monkeypatch):
    done = looks(diary, monkeypatch)
    assert diary.upkeep.quick_check() is None
    assert diary.upkeep.quick_check() is None
    assert len(done) == 1
    clock.advance(days=1)
    assert diary.upkeep.quick_check() is None
    assert len(done) == 2


def test_a_fault_is_told_at_every_start_until_it_is_mended(reopen, folder):
    diary = reopen()
    diary.log([food(MONDAY, calcium_mg=1)])
    diary.close()
    spoil(folder / "diary.db", "symptoms")
    for _ in range(2):
        again = reopen()
        assert again.upkeep.quick_check() is not None
        assert [entry.name for entry in again.entries(kinds=["intake"])] == ["Food"]  # what is whole can be read
        again.close()


def test_a_setting_of_the_program_is_kept_and_is_no_step(reopen):
    diary = reopen()
    assert diary.setting("theme") is None
    diary.set_setting("theme", "dark")
    diary.set_setting("theme", "light")
    diary.close()
    again = reopen()
    assert again.setting("theme") == "light"
    assert again.can_undo() is None
