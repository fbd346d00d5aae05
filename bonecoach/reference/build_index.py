"""Builds the read-only food index from the text tables: `python -m bonecoach.reference.build_index [--out PATH]`."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from zlib import crc32

from bonecoach.core.errors import FaultyTable
from bonecoach.core.nutrients import Nutrient
from bonecoach.reference.food_files import TABLES
from bonecoach.reference.food_rows import FoodRow, food_rows
from bonecoach.reference.food_shelves import food_shelves
from bonecoach.reference.food_words import key, plain

INDEX_NAME = "foods.db"
LAYOUT = 6
"""Counted up when the tables below or the way of filling them change, so that older indexes are built anew."""

_SAID_OF_MANY = ("Cooked ", "Canned ", "Fortified ", "Unfortified ")
"""How shown names begin that nobody types first."""

_SCHEMA = f"""
create table about (stamp text not null) strict;
create table food (
    rowid integer primary key,
    id text not null unique,
    name text not null,
    key_hash integer not null,
    {", ".join(f"{nutrient.value} integer" for nutrient in Nutrient)},
    portions text not null,
    k2_estimate integer not null,
    note text not null,
    base text not null,
    staple integer not null
) strict;
create index food_by_key on food (key_hash);
create table alias (key text not null, food integer not null, name text not null, chief integer not null) strict;
create table shelf (shelf text not null, staple_id text not null) strict;
create virtual table words using fts5 (
    head, name,
    content='', columnsize=0, detail='column', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4'
);
"""


def key_hash(name: str) -> int:
    """A number that two names share when they differ only in case, accents, punctuation or plural (and seldom else)."""
    return crc32(key(name).encode())


def stamp(folder: Path) -> str:
    """What the text tables hold, in one line: an index with the same stamp need not be built again.

    Raises FaultyTable where a table is missing.
    """
    digest = hashlib.sha256(f"layout {LAYOUT}\n".encode())
    for table in TABLES:
        try:
            content = (folder / table).read_bytes()
        except FileNotFoundError:
            raise FaultyTable("missing_table", table=table, line=0, reason="the file is not there") from None
        digest.update(f"{table} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def stamp_of(index: Path) -> str | None:
    """The stamp an index was built with, None where the file is no food index."""
    try:
        with closing(sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            found = connection.execute("select stamp from about").fetchone()
    except sqlite3.Error:
        return None
    return None if found is None else str(found[0])


def fill(connection: sqlite3.Connection, folder: Path) -> None:
    """Write the index of the tables in `folder` into an empty database. Raises FaultyTable."""
    staples, usda = food_rows(folder)
    connection.executescript(_SCHEMA)
    rows = list(enumerate((*staples, *usda), start=1))
    columns = ", ".join(nutrient.value for nutrient in Nutrient)
    marks = ", ".join("?" for _ in Nutrient)
    connection.executemany(
        f"insert into food (rowid, id, name, key_hash, {columns}, portions, k2_estimate, note, base, staple)"
        f" values (?, ?, ?, ?, {marks}, ?, ?, ?, ?, ?)",
        (_columns(number, row) for number, row in rows),
    )
    connection.executemany(
        "insert into alias (key, food, name, chief) values (?, ?, ?, ?)",
        (
            (key(name), number, name, _is_chief(place, name))
            for number, row in rows
            for place, name in enumerate(row.names)
        ),
    )
    connection.executemany(
        "insert into words (rowid, head, name) values (?, ?, ?)",
        ((number, _head(row.name), plain(row.name)) for number, row in rows[len(staples) :]),
    )
    shelves = food_shelves(folder, {row.id for row in staples})
    connection.executemany(
        "insert into shelf (shelf, staple_id) values (?, ?)",
        ((shelf, food) for shelf, foods in shelves.items() for food in foods),
    )
    connection.execute("insert into words (words) values ('optimize')")
    connection.execute("insert into about (stamp) values (?)", (stamp(folder),))
    connection.commit()


def _columns(number: int, row: FoodRow) -> tuple[int | str | None, ...]:
    ng = (row.ng[nutrient] for nutrient in Nutrient)
    rest = row.portions, int(row.k2_estimate), row.note, row.base, int(bool(row.names))
    return number, row.id, row.name, key_hash(row.name), *ng, *rest


def _head(name: str) -> str:
    """What the food is: the words before the first comma ("Milk" of "Milk, whole")."""
    return plain(name.partition(",")[0])


def _is_chief(place: int, name: str) -> bool:
    """Whether this is what a staple is chiefly called: its shown name, and the first of the others ("milk")."""
    return place == 1 or (place == 0 and not name.startswith(_SAID_OF_MANY))


def build(folder: Path, index: Path) -> bool:
    """Build the index of the tables in `folder`; False when the one there holds the same already.

    The file appears whole or not at all. Raises FaultyTable for a table that cannot be true, OSError where the index
    cannot be written.
    """
    if index.exists() and stamp_of(index) == stamp(folder):
        return False
    unfinished = index.with_name(f"{index.name}.{os.getpid()}.new")
    try:
        with closing(sqlite3.connect(unfinished)) as connection:
            connection.executescript("pragma page_size = 4096; pragma journal_mode = off; pragma synchronous = off;")
            fill(connection, folder)
            connection.execute("vacuum")
        unfinished.replace(index)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def main(arguments: Sequence[str]) -> int:
    """Build for the command line: says what was built, or what is wrong in which line of any table that ships."""
    from argparse import ArgumentParser

    from bonecoach.paths import resources
    from bonecoach.reference.check_tables import check_tables

    parser = ArgumentParser(prog="python -m bonecoach.reference.build_index", description="Build the food index.")
    parser.add_argument("--out", type=Path, help="the index to write (default: beside the tables)")
    parser.add_argument("--tables", type=Path, default=resources() / "foods", help="the folder of the text tables")
    chosen = parser.parse_args(arguments)
    index = chosen.out or chosen.tables / INDEX_NAME
    try:
        check_tables(resources())
        built = build(chosen.tables, index)
    except FaultyTable as faulty:
        print("{table}, line {line}: {reason}. Nothing was built.".format(**faulty.facts), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The food index could not be written: {error}.", file=sys.stderr)
        return 1
    print(f"{index.name}: {'built' if built else 'up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
