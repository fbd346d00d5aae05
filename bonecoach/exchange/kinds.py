"""Which kind of file something is, by how it begins, or else by its name."""

from __future__ import annotations

import csv
import zipfile
from contextlib import suppress
from pathlib import Path

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.bounded import is_package, refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.sheets.cronometer import DAILY, SERVINGS

_LOOKED_AT = 65_536
_FIT = slice(8, 12)
_BY_NAME = {".fit": "fit", ".tcx": "tcx", ".gpx": "gpx"}
"""What is meant for a recording of a watch, even where its beginning is not one's: its reader says what is wrong."""

_IN_XML = ((b"<HealthData", "apple"), (b"<TrainingCenterDatabase", "tcx"), (b"<gpx", "gpx"))

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_WORKBOOK = frozenset({"xl/workbook.xml", "content.xml"})
"""Something in every file of Excel, and of LibreOffice."""

_NEVER_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


def kind_of(path: Path) -> str:
    """The word for the kind of a file that comes in; "csv" for one known neither by how it begins nor by its name.

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read", "damaged_file").
    """
    refuse_what_is_no_file(path)
    with told_of_reading(path):
        with path.open("rb") as file:
            begins = file.read(_LOOKED_AT)
        if begins[_FIT] == b".FIT":
            return "fit"
        if is_package(path):
            return _in_package(path)
    said = begins.removeprefix(b"\xef\xbb\xbf").lstrip()
    if said.startswith(b"{"):
        return "fhir"
    meant = _BY_NAME.get(path.suffix.lower(), "")
    if said.startswith(b"<"):
        return next((kind for sign, kind in _IN_XML if sign in said), meant or "csv")
    return meant or _table(said)


def refuse_what_is_no_text(path: Path) -> None:
    """Says of a file that is no table what it is instead, where its beginning tells that.

    Raises DiaryError("empty_file", "spreadsheet_file", "not_a_table").
    """
    with told_of_reading(path):
        with path.open("rb") as file:
            begins = file.read(_LOOKED_AT)
        if not begins.strip():
            raise DiaryError("empty_file", path=str(path))
        if begins.startswith(_OLD_WORKBOOK) or _WORKBOOK & _names_in(path):
            raise DiaryError("spreadsheet_file", path=str(path))
        packed, wide = begins.startswith(b"PK"), begins.startswith((b"\xff\xfe", b"\xfe\xff"))
        if begins.startswith(b"%PDF") or (not packed and not wide and _NEVER_IN_TEXT & set(begins)):
            raise DiaryError("not_a_table", path=str(path))


def _names_in(path: Path) -> set[str]:
    if not zipfile.is_zipfile(path):
        return set()
    with zipfile.ZipFile(path) as package:
        return set(package.namelist())


def _in_package(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        names = {name.rpartition("/")[2] for name in package.namelist()}
    return "apple" if "export.xml" in names else "csv"


def _table(said: bytes) -> str:
    first = said.partition(b"\n")[0].decode("utf-8", "replace")
    header: set[str] = set()
    with suppress(csv.Error):  # whoever reads it as a table says what is the matter
        header = {cell.strip() for cell in next(csv.reader([first]), [])}
    if header >= SERVINGS:
        return "cronometer-servings"
    return "cronometer-daily" if header >= DAILY else "csv"
