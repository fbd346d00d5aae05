"""What an eye would stumble over in a window, found by measuring: clipped text, small targets, missing names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QWidget,
)

from bonecoach.ui.theme import px

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QDateEdit)
TARGET, GAP = 44, 8
_SLACK = 2
"""Pixels that rounding may take."""


def seen(root: QWidget, kind: type[QWidget] | tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    """Everything of a kind that is shown below a widget."""
    yield from (w for w in root.findChildren(QWidget) if isinstance(w, kind) and w.isVisibleTo(root) and w.width() > 0)


def clipped_texts(root: QWidget) -> list[str]:
    """Labels and buttons that have less room than their text needs."""
    return [_said(widget) for widget in seen(root, (QLabel, QAbstractButton)) if _is_clipped(widget)]


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return False
        if widget.wordWrap():
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in re.split("[ \u200b]", widget.text()))
            return widget.heightForWidth(widget.width()) > widget.height() + _SLACK or longest > widget.width() + _SLACK
        return widget.sizeHint().width() > widget.width() + _SLACK
    assert isinstance(widget, QAbstractButton)
    return bool(widget.text()) and widget.minimumSizeHint().width() > widget.width() + _SLACK


def overflowing(root: QWidget) -> list[str]:
    """Widgets that reach beyond the right edge of what they stand in."""
    found = []
    for widget in seen(root, QWidget):
        parent = widget.parentWidget()
        inside = widget.geometry().right() <= parent.width() + _SLACK if parent is not None else True
        scrolls = isinstance(parent, QAbstractScrollArea) or isinstance(parent.parentWidget(), QAbstractScrollArea)
        if not inside and not scrolls and not widget.isWindow():
            found.append(f"{_said(widget)} {widget.geometry().right()} > {parent.width()}")
    return found


def small_targets(root: QWidget) -> list[str]:
    """Things to press that are smaller than 44 by 44 pixels at 100 %."""
    return [
        f"{_said(widget)} {widget.width()} x {widget.height()}"
        for widget in _pressed(root)
        if widget.height() < px(TARGET) - _SLACK or widget.width() < px(TARGET) - _SLACK
    ]


def close_neighbours(root: QWidget) -> list[str]:
    """Things to press with fewer than 8 pixels at 100 % between them."""
    placed = [(widget, _place(widget, root)) for widget in _pressed(root)]
    found = []
    for nth, (one, here) in enumerate(placed):
        for other, there in placed[nth + 1 :]:
            if one.isAncestorOf(other) or other.isAncestorOf(one):
                continue
            if here.adjusted(0, 0, px(GAP) - _SLACK, px(GAP) - _SLACK).intersects(there) or there.adjusted(
                0, 0, px(GAP) - _SLACK, px(GAP) - _SLACK
            ).intersects(here):
                found.append(f"{_said(one)} | {_said(other)}")
    return found


def unnamed(root: QWidget) -> list[str]:
    """Controls and charts that a screen reader could not name."""
    found = []
    for widget in seen(root, QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        if not (widget.accessibleName() or text) and not _is_part(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def _is_part(widget: QWidget) -> bool:
    """Whether Qt made it as a part of a control that has a name."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (*CONTROLS, QAbstractItemView)):
            return True
        parent = parent.parentWidget()
    return False


def _pressed(root: QWidget) -> list[QWidget]:
    return [w for w in seen(root, CONTROLS) if not _is_part(w) and w.isEnabled()]


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{text or widget.accessibleName()}”"
