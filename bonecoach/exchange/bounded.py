"""Reading files that strangers made: never more than a limit, whatever they promise."""

from __future__ import annotations

import csv
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from bonecoach.core.errors import DiaryError
from bonecoach.core.progress import Tell, silently

MOST_BYTES = 500_000_000
"""Of text that is read from one file; the tables of fifty years are 100 MB."""

LARGEST_PACKAGE = 200_000_000
"""Bytes of a zip. Ten years are 2 MB."""

MOST_FILES = 1_000
LONGEST_LINE = 1_000_000
"""Bytes. The longest line of the diary's own tables is a twentieth of it."""

MOST_CELLS = 1_000
"""Of a row. The widest of the diary's own tables has 33."""

_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_BEGINS = b"PK\x03\x04"
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, UnicodeError)


_watching: ContextVar[Tell] = ContextVar("watching", default=silently)
"""Who waits for what is read in this thread: every reader goes through a budget, whatever its kind."""


@contextmanager
def watched(tell: Tell) -> Iterator[None]:
    """Of what is read within, in this thread, `tell` is told how many bytes it is so far."""
    before = _watching.set(tell)
    try:
        yield
    finally:
        _watching.reset(before)


class Budget:
    """How many bytes may still be read."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = self._left = most
        self._tell = _watching.get()

    def spend(self, read: int) -> None:
        """Raises DiaryError("file_too_large")."""
        self._left -= read
        if self._left < 0:
            raise DiaryError("file_too_large")
        self._tell(self._most - self._left)


def to_be_read(path: Path) -> int:
    """About how many bytes of a file will be read: of a zip, what its tables are unpacked. 0 where nobody can say."""
    try:
        if not zipfile.is_zipfile(path):
            return path.stat().st_size
        with zipfile.ZipFile(path) as package:
            return sum(info.file_size for info in package.infolist() if info.filename.endswith((".csv", "export.xml")))
    except (OSError, *_DAMAGED):
        return 0


def lines(stream: BinaryIO, file: str, budget: Budget) -> Iterator[str]:
    """The lines of a UTF-8 text with their ends, without a byte order mark.

    Raises DiaryError("file_too_large", "long_line", "not_utf8").
    """
    number = 0
    while raw := stream.readline(LONGEST_LINE + 1):
        number += 1
        budget.spend(len(raw))
        if len(raw) > LONGEST_LINE:
            raise DiaryError("long_line", file=file, line=number)
        try:
            yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise DiaryError("not_utf8", file=file, line=number) from None


class Rows:
    """The rows of a table. A row may be as long as a line, over however many lines its quotes reach.

    `line` is the last line that was read of `text`. Raises DiaryError("long_line") and csv.Error.
    """

    def __init__(self, text: Iterable[str], file: str, delimiter: str = ",", *, strict: bool = False) -> None:
        self.line = self._long = 0
        self._file = file
        self._reader = csv.reader(self._counted(text), delimiter=delimiter, strict=strict)

    def __iter__(self) -> Iterator[list[str]]:
        for row in self._reader:
            if len(row) > MOST_CELLS:
                raise DiaryError("long_line", file=self._file, line=self.line)
            self._long = 0
            yield row

    def _counted(self, text: Iterable[str]) -> Iterator[str]:
        for line in text:
            self.line += 1
            self._long += len(line)
            if self._long > LONGEST_LINE:
                raise DiaryError("long_line", file=self._file, line=self.line)
            yield line


@contextmanager
def told_of_reading(path: Path) -> Iterator[None]:
    """Turns what the system and damaged packages refuse into DiaryErrors.

    They are "no_such_file", "cannot_read" and "damaged_file".
    """
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise DiaryError("no_such_file", path=str(path)) from None
    except _DAMAGED as error:
        raise DiaryError("damaged_file", path=str(path)) from error
    except OSError as error:
        raise DiaryError("cannot_read", path=str(path), reason=error.strerror or "") from error


def is_package(path: Path) -> bool:
    """Whether it is a zip. Raises DiaryError("damaged_file") for one that only begins like one."""
    if zipfile.is_zipfile(path):
        return True
    with path.open("rb") as file:
        if file.read(len(_BEGINS)) == _BEGINS:
            raise DiaryError("damaged_file", path=str(path))
    return False


def refuse_what_is_no_file(path: Path) -> None:
    """Raises DiaryError("no_such_file", "not_a_file"): pipes and devices never end."""
    with told_of_reading(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise DiaryError("not_a_file", path=str(path))


def members(package: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """The files of a zip by their bare names. Nothing of it is ever unpacked into a folder.

    Raises DiaryError("file_too_large", "strange_package", "locked_package").
    """
    if path.stat().st_size > LARGEST_PACKAGE:
        raise DiaryError("file_too_large")
    found: dict[str, zipfile.ZipInfo] = {}
    # Not `is_dir`: it stumbles over a file without a name.
    infos = [info for info in package.infolist() if not info.filename.endswith("/")]
    infos = [info for info in infos if not info.filename.startswith("__MACOSX/")]
    if len(infos) > MOST_FILES:
        raise DiaryError("file_too_large")
    for info in infos:
        folders = info.filename.replace("\\", "/").split("/")
        name = folders[-1]
        if ".." in folders or folders[0] in ("", "~") or ":" in info.filename or name in found:
            raise DiaryError("strange_package", name=info.filename)
        found[name] = _readable(info)
    return found


def member_named(package: zipfile.ZipFile, name: str) -> zipfile.ZipInfo | None:
    """The file of a zip with a bare name, whatever else is in it. Raises DiaryError("strange_package", ...)."""
    found = (info for info in package.infolist() if info.filename.rpartition("/")[2] == name)
    first = next(found, None)
    return None if first is None else _readable(first)


def _readable(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    if info.compress_type not in _COMPRESSIONS:
        raise DiaryError("strange_package", name=info.filename)
    if info.flag_bits & _ENCRYPTED:
        raise DiaryError("locked_package")
    return info
