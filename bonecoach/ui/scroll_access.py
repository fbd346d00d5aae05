"""What a screen reader is told of areas that scroll, until Qt minds its own scroll bars.

Qt's own answer counts an area's visible scroll bars as children, and does not look whether the one it is asked for is
still there: a bar that goes while a screen reader walks over the page ends the program (seen with Qt 6.11, as child()
of QAccessibleAbstractScrollArea). The plain answer for widgets looks.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QScrollArea


def mind_scroll_bars() -> None:
    """From now on areas that scroll are told as plain widgets, also those that were told of already."""
    QAccessible.installFactory(_plainly)
    if QAccessible.isActive():
        for widget in QApplication.allWidgets():
            if isinstance(widget, QScrollArea):
                told = QAccessible.queryAccessibleInterface(widget)
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(told))


def _plainly(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == "QScrollArea" and isinstance(thing, QScrollArea):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
