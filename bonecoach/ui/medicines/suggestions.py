"""Names to press instead of typing them to the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.ui.buttons import GAP, Button
from bonecoach.ui.flow import Flow


class Suggestions(Flow):
    """A button for each name. `picked(name)`. They follow `behind` with the Tab key."""

    picked = Signal(str)

    def __init__(self, behind: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(GAP, parent)
        self._behind = behind
        self.setAccessibleName(self.tr("Suggestions"))
        self.hide()

    @property
    def buttons(self) -> list[Button]:
        """The names that can be pressed."""
        return [piece for piece in self._pieces if isinstance(piece, Button)]

    def show_names(self, names: Sequence[str]) -> None:
        """Other names, or none and no room for them."""
        if [button.text() for button in self.buttons] == list(names):
            return
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self._pieces.clear()
        before = self._behind
        for name in names:
            button = Button(name)
            button.clicked.connect(lambda _=False, name=name: self.picked.emit(name))
            self.add(button)
            button.show()
            QWidget.setTabOrder(before, button)
            before = button
        self.setVisible(bool(names))
