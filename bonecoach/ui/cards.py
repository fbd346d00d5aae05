"""The paper things stand on: cards, headings and text."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.paint.plain import edge_rounded, fill_rounded
from bonecoach.ui.theme import colour, follow, font, px


class Text(QLabel):
    """A text in a role of type ("body", "small", "strong", ...) and a role of colour ("text", "quiet", "warning", ...).

    It is plain text, breaks between words where `wraps`, and follows look and text size.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        *,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._ink, self._inked = role, ink, False
        self.setText(text)
        self.setWordWrap(wraps)
        follow(self, self._restyle)

    def setText(self, text: str) -> None:
        """Shows a text, as plain text whatever it looks like."""
        if "<" in text:  # only then might Qt take it for markup
            from PySide6.QtCore import Qt

            self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(text)

    def set_ink(self, ink: str) -> None:
        """Another role of colour."""
        if ink != self._ink:
            self._ink = ink
            self._restyle()

    def say(self, text: str) -> None:
        """Shows a text, or nothing and takes no room when it is empty."""
        if text != self.text():
            self.setText(text)
        if bool(text) is self.isHidden():
            self.setVisible(bool(text))

    def _restyle(self) -> None:
        if self._role != "body":  # which is the program's own
            self.setFont(font(self._role))
        if self._ink != "text" or self._inked:
            self._inked = True
            inks = QPalette()
            inks.setColor(QPalette.ColorRole.WindowText, colour(self._ink))
            self.setPalette(inks)


_FILE = re.compile(r"\S+\.[A-Za-z]\w*")


def breakable(text: str) -> str:
    """A text whose paths wrap at each folder and names of files at each hyphen.

    They have no blanks to break at, so they are given breaks not seen: what has no break at all is wider than its
    place, and Qt then keeps too few lines for it.
    """
    folders = text.replace("/", "/\u200b").replace("\\", "\\\u200b")
    return _FILE.sub(lambda name: name.group().replace("-", "-\u200b"), folders)


class Heading(Text):
    """The heading of a card or, with role "title", of a page."""

    def __init__(self, text: str = "", role: str = "heading", *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, wraps=False, parent=parent)


class Card(QWidget):
    """A sheet of paper with round corners. `column` is its layout.

    `surface` is a role of colour: "card", "soft" (something worth doing), "caution" (something to be careful with).
    """

    RADIUS = 12
    PADDING = 16

    def __init__(self, surface: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        follow(self, self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = {"soft": "soft_line", "caution": "warning"}.get(self._surface, "line")
        fill_rounded(painter, QRectF(self.rect()), px(self.RADIUS), colour(self._surface))
        edge_rounded(painter, QRectF(self.rect()), px(self.RADIUS), colour(edge))

    def _restyle(self) -> None:
        pad = px(self.PADDING)
        self.column.setContentsMargins(pad, px(self.PADDING - 2), pad, pad)
        self.column.setSpacing(px(8))
