"""The look and text size in force, and how they reach every widget."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bonecoach.core.uncollected import nothing_collected
from bonecoach.paint.look import DARK, HIGH_CONTRAST, LIGHT, LOOKS, Look
from bonecoach.paint.style import Style

SMALLEST, LARGEST = 1.0, 2.0
SIZE_STEPS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
SYSTEM = "system"
_DARK_BELOW = 128  # of 255
LOOK_NAMES = (SYSTEM, LIGHT.name, DARK.name, HIGH_CONTRAST.name)


class Theme(QObject):
    """Holds the style in force, and the look the computer asks for. `changed`: another style holds."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.style = Style()
        self.system_look = LIGHT
        self.followers: list[tuple[ref[QWidget], str]] = []

    def turn(self) -> None:
        """Has everything that follows and is still there take the style in force."""
        self.followers = [(there, name) for there, name in self.followers if _lives(there())]
        for there, name in list(self.followers):
            widget = there()
            if _lives(widget):
                getattr(widget, name)()
        self.changed.emit()


def _lives(widget: QWidget | None) -> bool:
    return widget is not None and isValid(widget)


_theme: Theme | None = None


def theme() -> Theme:
    """The one theme of the program, made on first use."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def style() -> Style:
    """The look and scale in force."""
    return theme().style


def px(pixels: float) -> int:
    """Pixels at 100 % as pixels at the text size in force."""
    return theme().style.px(pixels)


def font(role: str) -> QFont:
    """The font of a role ("title", "heading", "body", "strong", "small", "number") at the text size in force."""
    return theme().style.font(role)


def colour(role: str) -> QColor:
    """A colour of the look in force, by its role."""
    return theme().style.colour(role)


def follow(widget: QWidget, restyle: Callable[[], None]) -> None:
    """Calls `restyle` now and whenever look or text size change, as long as the widget lives.

    `restyle` is a method of it. (A weak reference is quicker made than a connection, and there are hundreds.)
    """
    restyle()
    theme().followers.append((ref(widget), restyle.__name__))


def heed_system(app: QApplication) -> None:
    """Remembers whether the computer shows light or dark windows, as its palette says before ours is put on it."""
    theme().system_look = DARK if app.palette().window().color().lightness() < _DARK_BELOW else LIGHT


def look_named(name: str) -> Look:
    """The look of a setting; "system" follows the computer's light or dark scheme."""
    if name in LOOKS:
        return LOOKS[name]
    return theme().system_look


def apply(app: QApplication, look: Look, scale: float = 1.0) -> None:
    """Puts a look and a text size (1.0 to 2.0) in force, for every widget there is and every one to come."""
    style = Style(look, min(max(scale, SMALLEST), LARGEST))
    theme().style = style
    # Qt goes through a list of all widgets; one that Python's collector took away meanwhile would end the program.
    with nothing_collected():
        app.setFont(style.font("body"))
        app.setPalette(palette(look))
        if app.styleSheet():
            app.setStyleSheet(sheet())
    theme().turn()


def sheet() -> str:
    """The stylesheet for the look and size in force."""
    from bonecoach.ui.sheet import sheet_of

    return sheet_of(style())


def palette(look: Look) -> QPalette:
    """The look as Qt's own roles, for everything we do not paint ourselves."""
    roles = {
        QPalette.ColorRole.Window: look.window,
        QPalette.ColorRole.WindowText: look.text,
        QPalette.ColorRole.Base: look.field,
        QPalette.ColorRole.AlternateBase: look.card,
        QPalette.ColorRole.Text: look.text,
        QPalette.ColorRole.Button: look.card,
        QPalette.ColorRole.ButtonText: look.text,
        QPalette.ColorRole.BrightText: look.on_accent,
        QPalette.ColorRole.Highlight: look.selection,
        QPalette.ColorRole.HighlightedText: look.on_selection,
        QPalette.ColorRole.Link: look.accent_text,
        QPalette.ColorRole.LinkVisited: look.accent_text,
        QPalette.ColorRole.ToolTipBase: look.card,
        QPalette.ColorRole.ToolTipText: look.text,
        QPalette.ColorRole.PlaceholderText: look.quiet,
        QPalette.ColorRole.Light: look.card,
        QPalette.ColorRole.Midlight: look.line,
        QPalette.ColorRole.Mid: look.control,
        QPalette.ColorRole.Dark: look.control,
        QPalette.ColorRole.Shadow: look.control,
        QPalette.ColorRole.Accent: look.accent,
    }
    made = QPalette()
    for role, hexed in roles.items():
        made.setColor(role, QColor(hexed))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.faded))
    return made
