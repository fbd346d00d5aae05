"""Which kind of file something is, by how it begins."""

from __future__ import annotations

from pathlib import Path

from bonecoach.exchange.bounded import is_file, told_of_reading

_LOOKED_AT = 4_096


def kind_of(path: Path) -> str:
    """The word for the kind of a file that comes in: "fhir", else "csv".

    Raises DiaryError("no_such_file", "not_a_file", "cannot_read").
    """
    is_file(path)
    with told_of_reading(path), path.open("rb") as file:
        begins = file.read(_LOOKED_AT).removeprefix(b"\xef\xbb\xbf").lstrip()
    return "fhir" if begins.startswith(b"{") else "csv"
