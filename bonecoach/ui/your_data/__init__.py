"""Your data: what leaves as a file, what comes in from one, and backups brought back. Opened when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bonecoach.ui.page import Desk

WAYS = ("export", "import", "restore")


def open_way(way: str, desk: Desk, parent: QWidget) -> None:
    """Opens one of the ways that data goes."""
    if way == "export":
        from bonecoach.ui.your_data.export_dialog import ExportDialog

        ExportDialog(desk, parent).exec()
    elif way == "import":
        from bonecoach.ui.your_data.import_dialog import ImportDialog

        dialog = ImportDialog(desk, parent)
        if dialog.choose():
            dialog.exec()
        else:
            dialog.deleteLater()
    elif way == "restore":
        from bonecoach.ui.your_data.restore_dialog import RestoreDialog

        going_back = RestoreDialog(desk, parent)
        going_back.look()
        going_back.exec()
