"""Your data: what leaves as a file, what comes in from one, and backups brought back. Opened when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bonecoach.diary.upkeep import Upkeep
    from bonecoach.ui.page import Desk
    from bonecoach.ui.your_data.restore_dialog import RestoreDialog

WAYS = ("export", "import", "restore")


def open_way(way: str, desk: Desk, parent: QWidget) -> None:
    """Opens one of the ways that data goes; "calendar" is an export with the calendar chosen."""
    if way in ("export", "calendar"):
        from bonecoach.ui.your_data.export_dialog import ExportDialog

        ExportDialog(desk, parent, "ics" if way == "calendar" else "csv").exec()
    elif way == "import":
        from bonecoach.ui.your_data.import_dialog import ImportDialog

        dialog = ImportDialog(desk, parent)
        if dialog.choose():
            dialog.exec()
        else:
            dialog.deleteLater()
    elif way == "restore":
        dialog_of_backups = going_back(desk, parent)
        dialog_of_backups.look()
        dialog_of_backups.exec()
        if dialog_of_backups.restored and desk.appearance is not None:
            # The text size she reads this in stays, whichever she had then.
            desk.appearance.choose_scale(desk.appearance.scale)
            desk.appearance.choose_look(desk.appearance.look_name)


def going_back(desk: Desk, parent: QWidget) -> RestoreDialog:
    """The dialog over the backups of the open diary."""
    from bonecoach.ui.your_data.restore_dialog import RestoreDialog

    opener = desk.diary.beside.opener()

    @contextmanager
    def source() -> Iterator[Upkeep]:
        with opener() as diary:
            yield diary.upkeep

    return RestoreDialog(source, desk.words, desk.diary.now(), parent)
