"""Building the index: whole or not at all, the same from the same tables, and only when something changed."""

import os
import sqlite3
from contextlib import closing

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.reference.build_index import build, main, stamp, stamp_of
from bonecoach.reference.food_index import open_index
from bonecoach.reference.foods import FoodTable

from .test_foods_tables import folder, spoil

__all__ = ["folder"]


def later(path):
    """Let a file be an hour newer than it is."""
    when = path.stat().st_mtime + 3600
    os.utime(path, (when, when))


def knows_milk(path, cache=None, said="milk"):
    with closing(FoodTable(path, cache)) as foods:
        return foods.named(said).id == "s-milk-whole"


def test_the_same_tables_give_the_same_file(folder, tmp_path):
    build(folder, tmp_path / "one.db")
    build(folder, tmp_path / "two.db")
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_an_index_of_missing_tables_is_not_called_current(folder):
    build(folder, folder / "foods.db")
    (folder / "k2.csv").unlink()
    with pytest.raises(FaultyTable):
        build(folder, folder / "foods.db")


def test_nothing_is_built_while_the_tables_hold_the_same(folder):
    assert build(folder, folder / "foods.db")
    assert not build(folder, folder / "foods.db")
    spoil(folder, "staples.csv", "full-fat milk", "full-cream milk")
    assert build(folder, folder / "foods.db")


def test_a_faulty_table_leaves_the_old_index_and_no_rubbish(folder):
    build(folder, folder / "foods.db")
    before = (folder / "foods.db").read_bytes()
    spoil(folder, "usda.csv", "Dairy,113,", "Dairy,-1,")
    with pytest.raises(FaultyTable):
        build(folder, folder / "foods.db")
    assert (folder / "foods.db").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [
        "foods.db",
        "k2.csv",
        "shelves.csv",
        "staples.csv",
        "usda.csv",
    ]


def test_a_file_that_is_no_index_is_built_anew(folder):
    (folder / "foods.db").write_text("not a database, but long enough to be looked at" * 40)
    assert stamp_of(folder / "foods.db") is None
    assert build(folder, folder / "foods.db")
    assert stamp_of(folder / "foods.db") == stamp(folder)


def test_the_command_says_what_it_did(folder, capsys):
    arguments = ["--tables", str(folder), "--out", str(folder / "foods.db")]
    assert main(arguments) == 0
    assert main(arguments) == 0
    assert capsys.readouterr().out == "foods.db: built\nfoods.db: up to date\n"


def test_the_command_names_the_line_that_is_wrong(folder, capsys):
    spoil(folder, "usda.csv", "Dairy,113,", "Dairy,-1,")
    assert main(["--tables", str(folder), "--out", str(folder / "foods.db")]) == 1
    assert capsys.readouterr().err.startswith("usda.csv, line 3: calcium_mg is -1")


def test_the_command_says_where_it_may_not_write(folder, capsys):
    (folder / "file").touch()
    assert main(["--tables", str(folder), "--out", str(folder / "file" / "foods.db")]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_missing_index_is_built_on_first_use(folder):
    assert knows_milk(folder / "foods.db")
    assert (folder / "foods.db").exists()


def test_an_edited_table_is_noticed(folder):
    assert knows_milk(folder / "foods.db")
    spoil(folder, "staples.csv", "full-fat milk", "full-cream milk")
    later(folder / "staples.csv")
    assert knows_milk(folder / "foods.db", said="full-cream milk")


def test_a_table_that_only_looks_newer_costs_no_building(folder):
    build(folder, folder / "foods.db")
    before = (folder / "foods.db").stat().st_ino
    later(folder / "staples.csv")
    with closing(open_index(folder / "foods.db")):
        assert (folder / "foods.db").stat().st_ino == before


def test_an_index_without_its_texts_is_enough(folder):
    build(folder, folder / "foods.db")
    for table in folder.glob("*.csv"):
        table.unlink()
    assert knows_milk(folder / "foods.db")


def test_where_the_folder_cannot_be_written_the_cache_is_used(folder, tmp_path, monkeypatch):
    cache = tmp_path / "cache.db"
    refuse_writing(monkeypatch, folder / "foods.db")
    assert knows_milk(folder / "foods.db", cache)
    assert cache.exists()
    assert not (folder / "foods.db").exists()


def test_where_nothing_can_be_written_foods_are_known_all_the_same(folder, monkeypatch):
    refuse_writing(monkeypatch, folder / "foods.db")
    assert knows_milk(folder / "foods.db")
    assert not (folder / "foods.db").exists()


def refuse_writing(monkeypatch, refused):
    """A folder that may not be written, also for root."""

    def build_elsewhere(tables, index):
        if index == refused:
            raise PermissionError(13, "Permission denied")
        return build(tables, index)

    monkeypatch.setattr("bonecoach.reference.build_index.build", build_elsewhere)


def test_the_index_cannot_be_written_through(folder):
    build(folder, folder / "foods.db")
    with closing(open_index(folder / "foods.db")) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("delete from food")


def test_a_table_that_was_closed_opens_again(folder):
    with closing(FoodTable(folder / "foods.db")) as foods:
        foods.close()
        assert foods.get("s-natto").name == "Natto"
        foods.close()
        foods.close()
        assert foods.get("s-natto").name == "Natto"
