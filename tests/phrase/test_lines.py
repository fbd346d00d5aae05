"""What real lines are understood as: British, American and German-accented, sloppy, dictated, in a hurry.

`lines.csv` holds each line with its summary. Every summary was read by a person before it was kept.
"""

from __future__ import annotations

import csv
from pathlib import Path

from tests.phrase.conftest import NOON, Read
from tests.phrase.summary import summary

TABLE = Path(__file__).with_name("lines.csv")


def test_every_line_is_understood_as_it_was_read_by_a_person(read: Read) -> None:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        lines = [(row["line"], row["understood"]) for row in csv.DictReader(rows)]
    assert len(lines) > 150
    otherwise = {line: summary(read(line), NOON) for line, _ in lines}
    assert {line: said for line, said in lines if otherwise[line] != said} == {}
