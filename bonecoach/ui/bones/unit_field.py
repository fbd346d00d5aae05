"""The field of a unit: chosen among those that laboratories print a known test in, typed for any other test."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.measurements import unit_named
from bonecoach.ui.person.fields import Chooser, Typed


class UnitField(QWidget):
    """`changed()`: another unit stands there."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser, self.line = Chooser(()), Typed()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chooser, 1)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.chooser)
        for field in (self.chooser, self.line):
            field.setAccessibleName(self.tr("Unit"))
        self.chooser.currentIndexChanged.connect(self.changed)
        self.line.textChanged.connect(self.changed)
        self.offer(())

    def offer(self, units: Sequence[str]) -> None:
        """Offers units to choose; without any one is typed."""
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for unit in units:
            self.chooser.addItem(unit.replace("ug", "\u03bcg"), unit)
        self.chooser.blockSignals(False)
        self.chooser.setVisible(bool(units))
        self.line.setVisible(not units)
        self.setFocusProxy(self.chooser if units else self.line)
        self.changed.emit()

    def text(self) -> str:
        """The unit as the tables write it, or as it was typed."""
        return str(self.chooser.currentData()) if self.chooser.count() else self.line.text()

    def setText(self, unit: str) -> None:
        """Shows a unit; one that is not offered leaves what stands there."""
        if not self.chooser.count():
            self.line.setText(unit)
        elif (place := self.chooser.findData(unit_named(unit))) >= 0:
            self.chooser.setCurrentIndex(place)
