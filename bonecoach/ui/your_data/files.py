"""The computer's own windows for choosing a file. They open where the last file was chosen, at first in Documents."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDING = re.compile(r"\*(\.\w+)\)")
_used: list[Path] = []
"""The folder of the file that was chosen last, as long as the program runs; empty until then."""


def usual_folder() -> Path:
    """The folder that was used last; before that her documents or, where there is no such folder, her own."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return next((folder for folder in (*_used, documents) if folder.is_dir()), Path.home())


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """The file to write, None where none was chosen. Whoever chose one that is there was asked about it.

    `name` is proposed. A name without an ending gets that of the kind that is chosen, at first of the proposed one.
    """
    asked = QFileDialog(parent, title, str(usual_folder()), kinds)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    asked.filterSelected.connect(lambda kind: asked.setDefaultSuffix(ending_of(kind)))
    asked.selectFile(name)
    return next(iter(_chosen(asked)), None)


def ending_of(kind: str) -> str:
    """The first ending of a kind of files: "html" of "Web page (*.html)"; "" where it has none."""
    found = _ENDING.search(kind)
    return "" if found is None else found[1].removeprefix(".")


def ask_which(parent: QWidget, title: str, kinds: str) -> Path | None:
    """The file to read, None where none was chosen."""
    asked = QFileDialog(parent, title, str(usual_folder()), kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(asked)), None)


def ask_which_ones(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """The files to read; empty where none was chosen."""
    asked = QFileDialog(parent, title, str(usual_folder()), kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(asked)


def _chosen(asked: QFileDialog) -> list[Path]:
    try:
        found = asked.selectedFiles() if asked.exec() else []
    finally:
        asked.deleteLater()
    files = [Path(name) for name in found]
    _used[:] = [file.parent for file in files[:1]] or _used
    return files
