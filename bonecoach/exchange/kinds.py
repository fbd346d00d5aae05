"""Which kind of file something is, by how it begins."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

from bonecoach.exchange.bounded import is_file, told_of_reading
from bonecoach.exchange.sheets.cronometer import DAILY, SERVINGS

_LOOKED_AT = 65_536
_FIT = slice(8, 12)
_IN_XML = ((b"<HealthData", "apple"), (b"<TrainingCenterDatabase", "tcx"), (b"<gpx", "gpx"))


def kind_of(path: Path) -> str:
    """The word for the kind of a file that comes in; "csv" for one that is not known by how it begins.

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read", "damaged_file").
    """
    is_file(path)
    with told_of_reading(path):
        with path.open("rb") as file:
            begins = file.read(_LOOKED_AT)
        if begins[_FIT] == b".FIT":
            return "fit"
        if begins.startswith(b"PK") and zipfile.is_zipfile(path):
            return _in_package(path)
    said = begins.removeprefix(b"\xef\xbb\xbf").lstrip()
    if said.startswith(b"{"):
        return "fhir"
    if said.startswith(b"<"):
        return next((kind for sign, kind in _IN_XML if sign in said), "csv")
    return _table(said)


def _in_package(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        names = {name.rpartition("/")[2] for name in package.namelist()}
    return "apple" if "export.xml" in names else "csv"


def _table(said: bytes) -> str:
    first = said.partition(b"\n")[0].decode("utf-8", "replace")
    header = {cell.strip() for cell in next(csv.reader([first]), [])}
    if header >= SERVINGS:
        return "cronometer-servings"
    return "cronometer-daily" if header >= DAILY else "csv"
