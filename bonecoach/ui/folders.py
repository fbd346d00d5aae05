"""Showing a folder: in the computer's own file window, or where there is none by its path, to be copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from bonecoach.desktop.file_window import open_file, open_folder
from bonecoach.ui.buttons import Button
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.person.fields import Typed


def show_folder(folder: Path, parent: QWidget) -> None:
    """Opens a folder; it is made if it is missing. Where no file window comes, its path is shown."""
    if not open_folder(folder):
        FolderSheet(folder, parent).exec()


def show_file(file: Path, parent: QWidget) -> None:
    """Opens a file in the computer's own viewer; where none comes, its folder."""
    if not open_file(file):
        show_folder(file.parent, parent)


class FolderSheet(Dialog):
    """The path of a folder in a field, all of it selected, with a button that copies it."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(self.tr("The folder is here"), parent, wide=640)
        said = Text(self.tr("No file window could be opened on this computer. You can copy the path of the folder."))
        self.path = Typed()
        self.path.setText(str(folder))
        self.path.setReadOnly(True)
        self.path.setAccessibleName(self.tr("Path of the folder"))
        self.copy = Button(self.tr("Copy the path"))
        self.copy.clicked.connect(self._copy)
        for widget in (said, self.path, self.copy):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.add_close()
        self.path.setFocus()
        self.path.selectAll()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.path.text())
        self.copy.setText(self.tr("Copied"))
        self.copy.updateGeometry()
