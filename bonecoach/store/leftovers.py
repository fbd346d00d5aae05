"""Half-written files: named so that no two programs write the same one, and swept away once nobody writes them."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

RESTORING = ".restore-"
"""How the folder begins in which a backup is made ready to be restored."""

LONG_SECONDS = 3600
"""After so long without a change nobody writes it any more: whoever began it was killed."""

_MARK = r"(\.[0-9a-f]{8})?\.partial"
_OURS = (  # compiled when it is asked for, which is not at the start
    rf"((diary|before-restore|before-migration|bonecoach)-[0-9T-]+\.db{_MARK}(-journal|-wal|-shm)?"
    rf"|[0-9a-f]{{32}}\.[a-z]+{_MARK})"
)


def partial_of(target: Path) -> Path:
    """A name beside a file that nobody else writes to, until what is written there is whole and takes its place."""
    return target.with_name(f"{target.name}.{os.urandom(4).hex()}.partial")


def sweep(home: Path, folders: Iterable[Path], written: Path) -> None:
    """Removes what a killed program left: restorings in the diary's own folder, half-written files in some others.

    How long ago is told by a file just `written`. Nothing else is touched; what cannot go stays for another day.
    """
    with suppress(OSError):
        since = written.stat().st_mtime - LONG_SECONDS
        for left in home.glob(f"{RESTORING}*"):
            if left.lstat().st_mtime < since and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
        for folder in folders:
            for left in folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ():
                if re.fullmatch(_OURS, left.name) and left.lstat().st_mtime < since:
                    left.unlink(missing_ok=True)
