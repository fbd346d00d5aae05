"""What of the app's own knowledge still waits for a clinician, table by table.

`python -m bonecoach.reference.unconfirmed` prints the list that docs/evidence.md ends with.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from bonecoach.paths import resources
from bonecoach.reference import activities, medicine_rules, medicines, red_flags, spacing, supplements, targets
from bonecoach.reference.tables import Line, lines

_TABLES: tuple[tuple[str, str, Callable[[Line], str]], ...] = (
    ("evidence/targets.csv", targets.COLUMNS, lambda line: f"{line['nutrient']} ({line['group']})"),
    ("evidence/conditions.csv", targets.CONDITION_COLUMNS, lambda line: f"{line['condition']}: {line['nutrient']}"),
    ("evidence/medicines.csv", medicines.COLUMNS, lambda line: line["id"]),
    ("evidence/medicine_rules.csv", medicine_rules.COLUMNS, lambda line: f"{line['id']} ({line['every']})"),
    ("evidence/medicine_cautions.csv", medicine_rules.CAUTION_COLUMNS, lambda line: line["id"]),
    ("evidence/spacing.csv", spacing.COLUMNS, lambda line: line["id"]),
    ("evidence/red_flags.csv", red_flags.COLUMNS, lambda line: line["id"]),
    ("activities/activities.csv", activities.COLUMNS, lambda line: line["id"]),
    ("supplements/compounds.csv", supplements.COMPOUND_COLUMNS, lambda line: line["id"]),
    ("supplements/products.csv", supplements.PRODUCT_COLUMNS, lambda line: line["id"]),
    ("supplements/strengths.csv", supplements.PRODUCT_COLUMNS, lambda line: line["id"]),
)
_STATUS_COLUMNS = {
    "status": "",
    "limit_status": "limit: ",
    "met_status": "MET: ",
    "how_status": "how to take: ",
    "missed_status": "missed dose: ",
    "window_status": "window: ",
}
_NONE = "nothing"


def unconfirmed(folder: Path) -> dict[str, tuple[str, ...]]:
    """Names of the unconfirmed lines by table, () where all is founded; ("all 141",) where none is.

    A figure with a status of its own is named with what it is: "MET: bands". Raises FaultyTable.
    """
    return {table: tuple(_of(folder / table, columns, name)) for table, columns, name in _TABLES}


def _of(path: Path, columns: str, name: Callable[[Line], str]) -> list[str]:
    read = list(lines(path, columns))
    found: list[str] = []
    for column, said in _STATUS_COLUMNS.items():
        if column in columns.split():
            names = [f"{said}{name(line)}" for line in read if line[column] == "unconfirmed"]
            found += [f"{said}all {len(read)}"] if len(names) == len(read) else names
    return found


def as_text(folder: Path) -> str:
    """The list as paragraphs of Markdown."""
    return "".join(
        f"**`{table}`**: {', '.join(names) or _NONE}.\n\n" for table, names in unconfirmed(folder).items()
    ).rstrip("\n")


if __name__ == "__main__":
    sys.stdout.write(f"{as_text(resources())}\n")
