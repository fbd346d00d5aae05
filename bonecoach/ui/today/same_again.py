"""Same as yesterday: a list of what was logged then, to untick what was different."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from bonecoach.core.entries import Entry
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.words import Words


def choose_again(parent: QWidget, entries: Sequence[Entry], words: Words) -> list[Entry]:
    """What is to be logged again; empty when nothing is."""
    chooser = SameAgain(parent, entries, words)
    return chooser.chosen() if chooser.exec() else []


class SameAgain(Dialog):
    """The entries of the day before, all ticked."""

    def __init__(self, parent: QWidget, entries: Sequence[Entry], words: Words) -> None:
        super().__init__(self.tr("Same as yesterday"), parent)
        self.boxes: list[tuple[QCheckBox, Entry]] = []
        if not entries:
            self.column.addWidget(Text(self.tr("Nothing was logged on the day before.")))
            self.add_close()
            return
        self.column.addWidget(
            Text(self.tr("Untick what was different. Times stay; what is still to come is logged as now."))
        )
        self._list(entries, words)
        self.add_buttons("")
        self._count()
        self.boxes[0][0].setFocus()

    def chosen(self) -> list[Entry]:
        """What is ticked, in the order of the day."""
        return [entry for box, entry in self.boxes if box.isChecked()]

    def _list(self, entries: Sequence[Entry], words: Words) -> None:
        for entry in entries:
            said = f"{words.time(entry.moment.wall)}  {words.label(entry)}"
            box = QCheckBox(said.replace("&", "&&"))
            box.setChecked(True)
            box.toggled.connect(self._count)
            self.column.addWidget(box)
            self.boxes.append((box, entry))
        self.column.addStretch(1)

    def _count(self) -> None:
        if self.primary is not None:
            count = len(self.chosen())
            self.primary.setText(
                self.tr("Log 1 entry") if count == 1 else self.tr("Log %s entries").replace("%s", str(count))
            )
            self.primary.setEnabled(count > 0)
