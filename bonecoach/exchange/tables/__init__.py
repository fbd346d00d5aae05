"""Every table of an export, in the order in which they are written and taken in."""

from __future__ import annotations

from typing import Any

from bonecoach.exchange.tables.entries import ENTRY_TABLES
from bonecoach.exchange.tables.measured import MEASURED_TABLES
from bonecoach.exchange.tables.person import PERSON_TABLES
from bonecoach.exchange.tables.plans import PLAN_TABLES
from bonecoach.exchange.tables.table import Table
from bonecoach.exchange.tables.visits import VISIT_TABLES

TABLES: dict[str, Table[Any]] = {
    table.name: table for table in (*ENTRY_TABLES, *MEASURED_TABLES, *PLAN_TABLES, *VISIT_TABLES, *PERSON_TABLES)
}
"""The tables by their names, which are the sections of an export too."""
