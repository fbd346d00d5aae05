"""The computer's own file window, and its own viewer of a file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMimeDatabase, QUrl
from PySide6.QtGui import QDesktopServices

_PATIENCE = 3
"""Seconds that the computer may take to say which program shows something."""


def open_folder(folder: Path) -> bool:
    """Opens a folder, which is made if it is missing. False where no program shows folders."""
    folder.mkdir(parents=True, exist_ok=True)
    return _somebody_shows("inode/directory") and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_file(file: Path) -> bool:
    """Opens a file in the computer's own viewer. False where no program shows its kind."""
    kind = QMimeDatabase().mimeTypeForFile(str(file)).name()
    return _somebody_shows(kind) and QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _somebody_shows(kind: str) -> bool:
    """On Linux a file is handed to xdg-open, which says yes at once and stays silent when nobody takes it."""
    asks = shutil.which("xdg-mime") if sys.platform.startswith("linux") else None
    if asks is None:
        return True
    question = [asks, "query", "default", kind]
    try:
        said = subprocess.run(question, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return True
    return bool(said.stdout.strip())
