"""The computer's own windows for choosing a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """The file to write, None where none was chosen. Whoever chose one that is there was asked about it.

    A name without an ending gets that of the proposed one.
    """
    asked = QFileDialog(parent, title, str(proposed.parent), kinds)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix(proposed.suffix.removeprefix("."))
    asked.selectFile(proposed.name)
    return next(iter(_chosen(asked)), None)


def ask_which(parent: QWidget, title: str, kinds: str) -> Path | None:
    """The file to read, None where none was chosen."""
    asked = QFileDialog(parent, title, str(Path.home()), kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(asked)), None)


def ask_which_ones(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """The files to read; empty where none was chosen."""
    asked = QFileDialog(parent, title, str(Path.home()), kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(asked)


def _chosen(asked: QFileDialog) -> list[Path]:
    try:
        found = asked.selectedFiles() if asked.exec() else []
    finally:
        asked.deleteLater()
    return [Path(name) for name in found]
