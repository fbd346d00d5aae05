"""Buttons: at least 44 by 44 pixels, painted by us, with a ring where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStylePainter, QWidget

from bonecoach.paint.plain import edge_dashed, edge_rounded, fill_rounded, write
from bonecoach.ui.icons import draw_icon
from bonecoach.ui.theme import colour, follow, font, px

TARGET = 44
"""The least width and height of anything to press, in pixels at 100 %."""

GAP = 8
"""The least distance between neighbours, in pixels at 100 %."""


def paint_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The ring around what has the keyboard: 3 px at 100 %, inside `rect`."""
    edge_rounded(painter, rect, radius, colour("focus"), px(3))


def by_mouse(event: QFocusEvent) -> bool:
    """Whether the keyboard came by a click: then no ring has to say where it is."""
    from PySide6.QtCore import Qt  # late, see `paint.plain`

    return event.reason() is Qt.FocusReason.MouseFocusReason


class Button(QPushButton):
    """A button with an edge.

    `icon` is a name of `icons`, drawn before the text; `name` is said where no text stands.
    """

    RADIUS = 10
    role = "strong"
    padding = 14
    _pressed_at = -1_000_000  # milliseconds of the desktop's own clock: long before it began

    def __init__(self, text: str = "", icon: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)  # handed over with it, PySide would make ready its icons too, which nothing here has
        self.drawn_icon = icon
        self._ring = self._pointed = False
        self.setMouseTracking(True)
        self.setAutoDefault(False)
        if name:
            self.setAccessibleName(name)
            if not text:
                self.setToolTip(name)
                self.setAccessibleDescription(" ")  # or the tool tip would be it, and the name be said twice
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, self._restyle)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self._shown_text()) + 2 if self.text() else 0
        icon = px(22) if self.drawn_icon else 0
        between = px(8) if text and icon else 0
        wide = text + icon + between + 2 * px(self.padding if text else 10)
        return QSize(max(wide, px(TARGET)), max(self.fontMetrics().height() + 2 * px(8), px(TARGET)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        self.paint_ground(painter, rect)
        self.paint_face(painter, rect)
        if self.is_ringed():
            paint_ring(painter, QRectF(self.rect()), px(self.RADIUS))

    def is_ringed(self) -> bool:
        """Whether the ring is around it.

        A dialog tells its first button that the keyboard is on it before the window has the keyboard, and does not tell
        it when it moves on meanwhile (QDialog::setVisible).
        """
        return self._ring and self.window().focusWidget() is self

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """The shape under text and icon."""
        fill_rounded(painter, rect, px(self.RADIUS), colour("soft" if self._lit() else "card"))
        if self.isEnabled():
            edge_rounded(painter, rect, px(self.RADIUS), colour("control"), 1.5)
        else:
            self.paint_out_of_use(painter, rect)

    def paint_out_of_use(self, painter: QPainter, rect: QRectF) -> None:
        """The edge of what cannot be pressed now: in dashes, because in some looks every line is white."""
        edge_dashed(painter, rect, px(self.RADIUS), colour("faded"), 1.5)

    def paint_face(self, painter: QPainter, rect: QRectF) -> None:
        """Icon and text, side by side in the middle."""
        ink = colour(self.ink())
        text = self._shown_text()
        wide = self.fontMetrics().horizontalAdvance(text) if text else 0
        icon = px(22) if self.drawn_icon else 0
        between = px(8) if text and icon else 0
        left = rect.left() + max((rect.width() - wide - icon - between) / 2, px(4))
        if icon:
            draw_icon(painter, self.drawn_icon, QRectF(left, rect.center().y() - icon / 2, icon, icon), ink)
        if text:
            box = QRectF(QPointF(left + icon + between, rect.top()), rect.bottomRight())
            write(painter, box, text, self.font(), ink)

    def ink(self) -> str:
        """The role of colour of text and icon."""
        return "text" if self.isEnabled() else "faded"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Whoever presses twice by habit means one thing: where the first press made it go, the second is not taken by
        what has come under the mouse instead, such as the next medicine's answer."""
        from PySide6.QtGui import QGuiApplication  # late: nobody presses before the first painting

        since = event.timestamp() - self._pressed_at
        if 0 <= since <= QGuiApplication.styleHints().mouseDoubleClickInterval():
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the ring, in a window as in a dialog, where it would else press the button of the
        whole dialog. One that was clicked has no ring: then Enter stays the dialog's."""
        from PySide6.QtCore import Qt  # late, see `paint.plain`

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_ringed():
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = not by_mouse(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lit by a pointer that moves on it, not by one that only lies there: where a menu closes above a button, Qt
        says that the pointer came and, once a dialog stood in between, never that it went."""
        self._point(on=True)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(on=False)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._point(on=False)
        super().hideEvent(event)

    def _point(self, *, on: bool) -> None:
        if on is not self._pointed:
            self._pointed = on
            self.update()

    def _lit(self) -> bool:
        return self.isEnabled() and (self._pointed or self.isDown() or self.isChecked())

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _restyle(self) -> None:
        self.setFont(font(self.role))
        self.updateGeometry()


class PrimaryButton(Button):
    """The one button of a group that does what most people want."""

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if not self.isEnabled():
            super().paint_ground(painter, rect)
            return
        inset = px(5) if self.is_ringed() else 0
        fill = "accent_hover" if self._lit() else "accent"
        fill_rounded(painter, rect.adjusted(inset, inset, -inset, -inset), px(self.RADIUS), colour(fill))

    def ink(self) -> str:
        return "on_accent" if self.isEnabled() else "faded"


class QuietButton(Button):
    """A button without an edge: "Why?", "Show as table", an icon in a row. A text without icon is underlined."""

    role = "small"
    padding = 8

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if self._lit():
            fill_rounded(painter, rect, px(self.RADIUS), colour("hover"))
        if self.isChecked():
            edge_rounded(painter, rect, px(self.RADIUS), colour("control"), 1.5)

    def ink(self) -> str:
        return "accent_text" if self.isEnabled() else "faded"

    def _restyle(self) -> None:
        type_of_text = font(self.role)
        type_of_text.setUnderline(bool(self.text()) and not self.drawn_icon)
        self.setFont(type_of_text)
        self.updateGeometry()
