"""Reads every table the app ships, so that a faulty one is refused before anyone meets it.

`python -m bonecoach.reference.check_tables` names the first fault with its table and line, and fails.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bonecoach.core.errors import FaultyTable
from bonecoach.paths import resources
from bonecoach.reference.activities import read_activities
from bonecoach.reference.medicines import read_medicines
from bonecoach.reference.red_flags import red_flags_in
from bonecoach.reference.sources import read_sources
from bonecoach.reference.supplements import read_compounds, read_nutrient_names, read_products
from bonecoach.reference.targets import conditions_in, rules_in


def check_tables(folder: Path) -> None:
    """Reads the tables of a resources folder (foods are read when their index is built). Raises FaultyTable."""
    read_sources(folder)
    rules_in(folder)
    conditions_in(folder)
    read_medicines(folder)
    red_flags_in(folder)
    read_activities(folder)
    read_compounds(folder)
    read_nutrient_names(folder)
    read_products(folder, "products.csv")
    read_products(folder, "strengths.csv")


def main() -> int:
    """0 when every table can be read, 1 after naming the fault."""
    try:
        check_tables(resources())
    except FaultyTable as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
