"""Usuals: what this person logs at this time of day, one click each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.entries import Entry
from bonecoach.paint.plain import cut, write
from bonecoach.ui.buttons import GAP, Button, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import colour, follow, font, px
from bonecoach.words import Words, capital, unbroken

if TYPE_CHECKING:
    from bonecoach.diary.usuals import Usual

MOST = 6


class UsualTile(Button):
    """One usual: its name, and quietly what it is, on a button that logs it."""

    RADIUS = 12

    def __init__(self, usual: Usual, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_usual(usual, words)

    def show_usual(self, usual: Usual, words: Words) -> None:
        """Another usual on the same button."""
        self.usual = usual
        self._name, self._amount = name_and_amount(usual.entry, words)
        label = words.label(usual.entry)
        self.setAccessibleName(self.tr("Log %s").replace("%s", label))
        self.setAccessibleDescription(words.detail(usual.entry))
        self.setToolTip(label)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(90), px(64))

    def paint_face(self, painter: QPainter, rect: QRectF) -> None:
        box = rect.adjusted(px(10), px(7), -px(6), -px(7))
        lines = [(self._name, self._face(box.width()), "text"), (self._amount, font("small"), "quiet")]
        shown = [(text, face, ink) for text, face, ink in lines if text]
        heights = [QFontMetricsF(face).height() for _, face, _ in shown]
        top = box.center().y() - sum(heights) / 2
        for (text, face, ink), high in zip(shown, heights, strict=True):
            line = QRectF(box.left(), top, box.width(), high)
            write(painter, line, cut(text, face, box.width()), face, colour(ink))
            top += high

    def _face(self, room: float) -> QFont:
        """The type of the name: a little smaller where it would be cut otherwise."""
        face = font("strong")
        return face if QFontMetricsF(face).horizontalAdvance(self._name) <= room else font("small_strong")


class UsualEditor(QWidget):
    """One usual while they are being arranged: kept or not, and one place earlier or later among those kept.

    `places`: whether it can go to an earlier, and to a later place.
    """

    pinned = Signal(object, bool)
    moved = Signal(object, int)

    def __init__(self, usual: Usual, label: str, places: tuple[bool, bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual = usual
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        from PySide6.QtCore import Qt

        name = Text(unbroken(label), "small_strong")
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(name)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(px(GAP))
        pin = QuietButton("", "pin", name=self.tr("Keep %s here").replace("%s", label))
        pin.setCheckable(True)
        pin.setChecked(usual.pinned)
        earlier = QuietButton("", "left", name=self.tr("Move %s earlier").replace("%s", label))
        later = QuietButton("", "right", name=self.tr("Move %s later").replace("%s", label))
        pin.toggled.connect(lambda on: self.pinned.emit(usual, on))
        earlier.clicked.connect(lambda: self.moved.emit(usual, -1))
        later.clicked.connect(lambda: self.moved.emit(usual, 1))
        self.buttons = (earlier, pin, later)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        for button, leads in zip((earlier, later), places, strict=True):
            stays = button.sizePolicy()
            stays.setRetainSizeWhenHidden(True)
            button.setSizePolicy(stays)
            button.setVisible(leads)

    def take_keyboard(self, nth: int) -> None:
        """The keyboard goes to one of its buttons; to the pin where that one leads nowhere now."""
        button = self.buttons[nth]
        (self.buttons[1] if button.isHidden() else button).setFocus()


class UsualsRow(QWidget):
    """At most six usuals and a button to arrange them.

    `wanted(usual)`: log it. `pinned(usual, on)` and `moved(usual, by)`: arrange.
    """

    wanted = Signal(object)
    pinned = Signal(object, bool)
    moved = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usuals: tuple[Usual, ...] = ()
        self._words: Words | None = None
        self._columns = MOST
        self._shown: list[QWidget] = []
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.arrange_button = QuietButton("", "pin", name=self.tr("Arrange your usuals"))
        self.arrange_button.setCheckable(True)
        self.arrange_button.toggled.connect(self._rebuild)
        follow(self, self._restyle)

    def show_usuals(self, usuals: Sequence[Usual], words: Words) -> None:
        """Shows other usuals; without any the row is gone."""
        shown, self._words = tuple(usuals[:MOST]), words
        if shown != self._usuals:
            same_many = len(shown) == len(self._usuals) and not self.arrange_button.isChecked()
            self._usuals = shown
            self._refill() if same_many else self._rebuild()
        self.setVisible(bool(shown))

    @property
    def has_any(self) -> bool:
        """Whether there are usuals to show."""
        return bool(self._usuals)

    def set_columns(self, columns: int) -> None:
        """How many stand beside each other."""
        if columns != self._columns:
            self._columns = columns
            self._rebuild()

    def _refill(self) -> None:
        standing = self._standing()
        for tile, usual in zip(self._shown, self._usuals, strict=True):
            assert isinstance(tile, UsualTile)
            tile.show_usual(usual, self._spoken)
        self._stand_again(standing)

    def _rebuild(self) -> None:
        standing = self._standing()
        for widget in self._shown:
            self.grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = [self._piece(nth, usual) for nth, usual in enumerate(self._usuals)]
        for nth, widget in enumerate(self._shown):
            self.grid.addWidget(widget, nth // self._columns, nth % self._columns)
        for column in range(MOST):
            self.grid.setColumnStretch(column, 1 if column < min(self._columns, len(self._usuals)) else 0)
        self.grid.addWidget(self.arrange_button, 0, MOST)
        self._stand_again(standing)

    def _standing(self) -> tuple[str, int] | None:
        """The text of the usual that has the keyboard, and on which of its buttons."""
        for piece in self._shown:
            if isinstance(piece, UsualTile) and piece.hasFocus():
                return piece.usual.text, 0
            if isinstance(piece, UsualEditor):
                for nth, button in enumerate(piece.buttons):
                    if button.hasFocus():
                        return piece.usual.text, nth
        return None

    def _stand_again(self, standing: tuple[str, int] | None) -> None:
        """The keyboard goes with the usual it stood on; where that is gone, to the button that arranges them."""
        if standing is None:
            return
        text, nth = standing
        for piece in self._shown:
            if isinstance(piece, UsualTile) and piece.usual.text == text:
                piece.setFocus()
                return
            if isinstance(piece, UsualEditor) and piece.usual.text == text:
                piece.take_keyboard(nth)
                return
        self.arrange_button.setFocus()

    def _piece(self, nth: int, usual: Usual) -> QWidget:
        if not self.arrange_button.isChecked():
            tile = UsualTile(usual, self._spoken)
            tile.clicked.connect(lambda: self.wanted.emit(tile.usual))
            return tile
        label = self._spoken.label(usual.entry)
        last = sum(usual.pinned for usual in self._usuals) - 1  # the kept ones come first; only they have an order
        editor = UsualEditor(usual, label, (usual.pinned and nth > 0, usual.pinned and nth < last))
        editor.pinned.connect(self.pinned)
        editor.moved.connect(self.moved)
        return editor

    @property
    def _spoken(self) -> Words:
        assert self._words is not None
        return self._words

    def _restyle(self) -> None:
        self.grid.setSpacing(px(10))


def name_and_amount(entry: Entry, words: Words) -> tuple[str, str]:
    """A label in two lines: ("Calcium citrate", "500 mg"), ("Walk, brisk", "30 min")."""
    label, name = words.label(entry), capital(entry.name)
    if label.startswith(name):
        return name, label[len(name) :].lstrip(", ")
    return label, ""
