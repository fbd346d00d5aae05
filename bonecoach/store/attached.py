"""The files of reports beside the diary: copied in whole under names of our own, never changed, never followed away."""

from __future__ import annotations

import filecmp
import hashlib
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bonecoach.core.attachments import HEAD_BYTES, LARGEST_BYTES, kind_of
from bonecoach.core.errors import DiaryError
from bonecoach.store.faults import told_plainly
from bonecoach.store.leftovers import partial_of

FOLDER = "attachments"
_PIECE = 1 << 16
_OURS = re.compile(r"[0-9a-f]{32}\.[a-z]+")
_BINARY = getattr(os, "O_BINARY", 0)


class TakenIn(NamedTuple):
    """A copy in the folder: its name there, its size in bytes and what it holds in one number."""

    file: str
    size: int
    digest: str


def take_in(source: Path, folder: Path, stem: str) -> TakenIn:
    """Copies a report into the folder under `stem` and an ending by what it is, synced before it has that name.

    Raises DiaryError("no_such_file", "attachment_no_file", "attachment_not_allowed", "attachment_empty",
    "attachment_too_large", "attachment_unknown") with nothing kept, and what a disk may refuse.
    """
    with _opened(source) as read:
        head = read.read(HEAD_BYTES)
        if not head:
            raise DiaryError("attachment_empty", path=str(source))
        kind = kind_of(head)
        if kind is None:
            raise DiaryError("attachment_unknown", path=str(source))
        with told_plainly(folder / stem):
            return _copied(read, head, source, made(folder) / f"{stem}.{kind}")


def made(folder: Path) -> Path:
    """The folder, made where it is missing, for her alone. Raises DiaryError("attachment_folder")."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise DiaryError("attachment_folder", path=str(folder))
    folder.mkdir(exist_ok=True, mode=0o700)
    return folder


def _opened(source: Path) -> BinaryIO:
    """A file that is one: no folder, no link, no device. What it is asked is what is read."""
    try:
        if source.is_symlink():
            raise DiaryError("attachment_no_file", path=str(source))
        read = os.open(source, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except FileNotFoundError:
        raise DiaryError("no_such_file", path=str(source)) from None
    except PermissionError as error:
        raise DiaryError("attachment_not_allowed", path=str(source)) from error
    except (OSError, ValueError) as error:
        raise DiaryError("attachment_no_file", path=str(source)) from error
    if not stat.S_ISREG(os.fstat(read).st_mode):
        os.close(read)
        raise DiaryError("attachment_no_file", path=str(source))
    return os.fdopen(read, "rb")


def _copied(read: BinaryIO, head: bytes, source: Path, target: Path) -> TakenIn:
    partial = partial_of(target)
    size, digest, piece = 0, hashlib.sha256(), head
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600), "wb") as write:
            while piece:
                size += len(piece)
                if size > LARGEST_BYTES:
                    raise DiaryError("attachment_too_large", path=str(source), most=LARGEST_BYTES // 1_000_000)
                digest.update(piece)
                write.write(piece)
                piece = read.read(_PIECE)
            write.flush()
            os.fsync(write.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return TakenIn(target.name, size, digest.hexdigest())


def share(folder: Path, file: str, same: str) -> None:
    """Makes a copy one file with another that holds the same: two names, the room of one, each taken away alone.

    Where they differ after all, or the disk cannot do that, both stay as they are.
    """
    partial = partial_of(folder / file)
    try:
        if is_there(folder / same) and filecmp.cmp(folder / same, folder / file, shallow=False):
            os.link(folder / same, partial)
            partial.replace(folder / file)
    except OSError:  # a stick that knows no second names
        partial.unlink(missing_ok=True)


def remove(folder: Path, files: Iterable[str]) -> None:
    """Takes copies away for good; one that is gone already is gone."""
    for file in files:
        with told_plainly(folder / file):
            (folder / file).unlink(missing_ok=True)


def copies(folder: Path) -> set[str]:
    """The names of the copies in the folder; what somebody else put there is none. None in one that is shut."""
    try:
        found = list(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    except OSError:
        return set()
    return {file.name for file in found if _OURS.fullmatch(file.name)}


def is_there(path: Path) -> bool:
    """Whether a copy is in its place and may be looked at, and is no link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def bring(source: Path, target: Path) -> None:
    """Brings the copies of one folder into another that lacks them; what is there stays as it is.

    A folder that is not there has none to bring. Raises DiaryError("attachments_not_copied").
    """
    try:
        if not source.is_dir() or (target.exists() and target.samefile(source)):
            return
        for file in sorted(source.iterdir()):
            ours = _OURS.fullmatch(file.name) and file.is_file() and not file.is_symlink()
            if ours and not (target / file.name).exists():
                with file.open("rb") as read:
                    _copied(read, read.read(_PIECE), file, made(target) / file.name)
    except OSError as error:
        raise DiaryError("attachments_not_copied", source=str(source), path=str(target)) from error
