"""Settings: the ways that data goes out, comes in and comes back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.cards import Text
from bonecoach.ui.flow import Flow
from bonecoach.ui.settings.rows import SettingCard


class YourDataCard(SettingCard):
    """One button for each way. `asked(way)`: she wants to go it; see `ui.your_data`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Your data"))
        said = self.tr("Take all you wrote down out as a file, or bring in what other programs and watches wrote.")
        self.column.addWidget(Text(said))
        self.leaves, self.comes = Button(self.tr("Export\u2026")), Button(self.tr("Import\u2026"))
        self.comes_back = Button(self.tr("Restore a backup\u2026"))
        self.buttons = Flow(GAP)
        for button, way in ((self.leaves, "export"), (self.comes, "import"), (self.comes_back, "restore")):
            button.clicked.connect(lambda _on=False, way=way: self.asked.emit(way))
            self.buttons.add(button)
        self.column.addWidget(self.buttons)
        self.column.addStretch(1)
