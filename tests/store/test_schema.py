"""The schema: frozen once released, written down, and true to what the program writes."""

import hashlib
import re
from pathlib import Path

import pytest

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.entries import Dose, DoseState, Event, Exercise, Session
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Fact
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget
from bonecoach.store import open_store
from bonecoach.store.migrations import SCRIPTS
from bonecoach.store.rows import (
    entry_of,
    fact_of,
    fact_row,
    pin_of,
    pin_row,
    product_of,
    product_row,
    row_of,
    table_of,
    target_of,
    target_row,
)
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import MONDAY, at, food, joint_pain, only, session, supplement

RELEASED = {
    "first_tables": "3d536042f9b348c36d8bbefeef26eb3b9106d328b6e1e19a6f92caf8f91d35cc",
    "plans": "0c55d153875834e4e29a058b6bda2ce1298a677d2e33bfd1e37e65105f3bba72",
    "measurements": "4fffaba865606498e0693046428c91dff86d7c1dca0d3e3bc84f9ff99d544aeb",
    "visits": "0a867bca4fca70b9992d3a41f58148fcb8126c56beea7ebee277bc29945622c5",
    "attachments": "f9ca71114d92642dc8c115c099b397bfd77a40f7f021a2fb643dc83cb08c5e84",
    "fracture_sites": "e2bf0fe7b9b3e4401c9714b6e8092ee62761c45d2c284390b947926263579046",
}
"""A released migration is never edited; a new one is added below it, here and in the store."""

DOCS = Path(__file__).parents[2] / "docs" / "data.md"


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "diary.db", now=NOON)
    yield store
    store.close()


def test_released_migrations_are_frozen():
    assert {name: hashlib.sha256(sql.encode()).hexdigest() for name, sql in SCRIPTS} == RELEASED


def test_every_table_and_column_is_written_down(store):
    documented = DOCS.read_text(encoding="utf-8")
    tables = [r[0] for r in store._connection.execute("select name from sqlite_master where type = 'table'")]
    for table in tables:
        if table.startswith("sqlite_"):
            continue
        part = re.search(rf"^## `{table}`$(.*?)(?=^## |\Z)", documented, re.MULTILINE | re.DOTALL)
        assert part is not None, f"docs/data.md says nothing of {table}"
        for _, column, *_ in store._connection.execute(f"pragma table_info({table})"):
            assert f"`{column}`" in part[1], f"docs/data.md says nothing of {table}.{column}"


EVERY_KIND = [
    food(calcium_mg=244.5, zinc_mg=None, k2_estimate=True),
    supplement(calcium_mg=500, together="line"),
    session(30),
    Session(
        moment=at(clock="18:30", zone="Asia/Kathmandu"),
        name="Strength",
        activity="strength",
        load=Load.RESISTANCE,
        intensity=Intensity.MODERATE,
        aerobic=False,
        exercises=(Exercise(name="squat", sets=3, reps=10, weight_kg=20.0), Exercise(name="plank")),
        impacts=50,
        ease="right",
        note="with Anna",
    ),
    Dose(moment=at(), name="Letrozole", medicine="letrozole", amount=2.5, unit="mg", state=DoseState.MISSED),
    Dose(moment=at(), name="Denosumab", medicine="denosumab"),
    joint_pain(4, site="hands"),
    Event(moment=at(), name="Fall", event="fall", injury=False),
    Event(moment=at(), name="Fall", event="fall"),
    Event(moment=at(), name="Fracture", event="fracture", injury=True, site="left wrist"),
]


@pytest.mark.parametrize("entry", EVERY_KIND, ids=lambda entry: entry.label)
def test_an_entry_of_every_kind_is_read_back_as_it_was_written(store, entry):
    row = row_of(entry)
    store.warm().table(table_of(entry)).insert({**row, "id": "x"}, pk="id")
    table, written = store.entry_row("x")
    assert entry_of(table, written) == entry_of(table, {**row, "id": "x"})
    assert row_of(entry_of(table, written)) == written


def test_facts_targets_and_products_are_read_back():
    for value in (70.5, True, False, "letrozole", None):
        fact = Fact("weight_kg", value, MONDAY)
        assert fact_of(fact_row(fact)) == fact
    assert fact_of(fact_row(Fact("therapy_start", MONDAY, MONDAY))).value == MONDAY
    target = OwnTarget(Nutrient.CALCIUM, 1000, None, MONDAY, "my team")
    assert target_of(target_row(target)) == target
    product = Product("p", ("Bone tablet", "bt"), "tablet", only(calcium_mg=300), 2.0, own=True, source="label")
    assert product_of(product_row(product)) == product


def test_a_pinned_usual_is_read_back():
    (walk,) = [entry for entry in EVERY_KIND if entry.name == "Strength"]
    assert pin_of(pin_row("strength", 0, walk)) == walk


def test_the_tables_themselves_refuse_nonsense(store):
    import sqlite3

    table = store.warm().table("intakes")
    row = {**row_of(food(calcium_mg=1)), "id": "x"}
    for wrong in ({"calcium_ng": -1}, {"source": "dream"}, {"date": "yesterday"}, {"grams": "heavy"}, {"name": ""}):
        with pytest.raises(sqlite3.IntegrityError):
            table.insert({**row, **wrong}, pk="id")
