"""The order in which Tab goes: as one reads, whenever what stands there was made.

Qt goes by when a widget came into the window, so that a row that is drawn anew, and a reminder that comes, would be the
last of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from bonecoach.ui.laid_out import laid_out
from bonecoach.ui.theme import px


class InReadingOrder(QWidget):
    """A widget in which Tab and Shift Tab go so, round and round."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        from PySide6.QtCore import Qt  # late, see `paint.plain`

        there, standing = stops(self), QApplication.focusWidget()
        if standing not in there:
            went = super().focusNextPrevChild(forward)
            into_sight(QApplication.focusWidget())
            return went
        reasons = Qt.FocusReason
        on = there[(there.index(standing) + (1 if forward else -1)) % len(there)]
        on.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        into_sight(on)
        return True


def into_sight(widget: QWidget | None) -> None:
    """Has everything that scrolls around a widget scroll to it, and to the whole of it.

    Qt does so only where Tab goes on within what scrolls, not where it comes in from beside it, and of a field it looks
    at no more than the line in it.
    """
    around = None if widget is None else widget.parentWidget()
    while widget is not None and around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            top = widget.mapTo(inside, QPoint(0, 0)).y()
            for y in (top + widget.height(), top):  # of what is taller than its place the beginning is seen
                around.ensureVisible(0, y, 0, px(8))
        around = around.parentWidget()


def stops(root: QWidget) -> list[QWidget]:
    """What takes the keyboard by Tab in a widget and can be seen there, in the order of its layouts."""
    return list(_stops(root))


def _stops(widget: QWidget) -> Iterator[QWidget]:
    from PySide6.QtCore import Qt  # late, see `paint.plain`

    for child in _in_order(widget):
        if not child.isVisible() or not child.isEnabled():
            continue
        if child.focusProxy() is None and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        yield from _stops(child)


def _in_order(widget: QWidget) -> list[QWidget]:
    """Children as they are laid out. One that lies over the others comes after the one that it lies on."""
    layout = widget.layout()
    laid = [] if layout is None else list(_of_layout(layout))
    known = set(map(id, laid))
    loose = [child for child in widget.children() if isinstance(child, QWidget) and id(child) not in known]
    for child in sorted((one for one in loose if not one.isWindow()), key=lambda one: (one.y(), one.x())):
        laid.insert(_place_of(child.geometry(), laid), child)
    return laid


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for one in laid_out(layout):
        if isinstance(one, QWidget):
            yield one
        else:
            yield from _of_layout(one)


def _place_of(place: QRect, laid: list[QWidget]) -> int:
    under = [nth for nth, one in enumerate(laid) if one.isVisible() and one.geometry().intersects(place)]
    return under[-1] + 1 if under else len(laid)
