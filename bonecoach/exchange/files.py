"""Files that leave: written under another name first, and never over one that is there unless that is wished."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bonecoach.core.errors import DiaryError

_CODES = {
    errno.ENOSPC: "no_room_there",
    errno.EDQUOT: "no_room_there",
    errno.ENOENT: "no_such_folder",
    errno.ENOTDIR: "no_such_folder",
    errno.EISDIR: "folder_there",
}

_DATABASE = b"SQLite format 3\0"
"""How every diary and every backup begins."""


@contextmanager
def written(out: Path, *, over: bool = False) -> Iterator[Path]:
    """A name beside `out` to write to; what was written there becomes `out` when all went well, else it is removed.

    Only its owner can read it. Raises DiaryError("file_there") where `out` is there and not to be written `over`,
    "diary_there" and "no_file_there" for a diary, a backup and what is no file, over which nothing is ever written, and
    "folder_there", "no_such_folder", "no_room_there", "cannot_write_there" for what the system refuses.
    """
    partial = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        _refuse(out, over=over)
        try:
            os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
            yield partial
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            _refuse(out, over=over)
            partial.replace(out)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        code = _CODES.get(error.errno or 0, "cannot_write_there")
        raise DiaryError(code, path=str(out), folder=str(out.parent), reason=error.strerror or "") from error


def _refuse(out: Path, *, over: bool) -> None:
    if out.is_dir():
        raise DiaryError("folder_there", path=str(out))
    if not out.exists():
        return
    if not over:
        raise DiaryError("file_there", path=str(out))
    if not out.is_file():
        raise DiaryError("no_file_there", path=str(out))
    with out.open("rb") as file:
        if file.read(len(_DATABASE)) == _DATABASE:
            raise DiaryError("diary_there", path=str(out))
