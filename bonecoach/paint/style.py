"""A look at a size: what every painter is given besides its state."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont

from bonecoach.core.activities import Load
from bonecoach.core.values import Value
from bonecoach.paint.look import LIGHT, Look

FAMILY = "Atkinson Hyperlegible Next"

SIZES = {
    "title": (26, True),
    "heading": (18, True),
    "body": (16, False),
    "strong": (16, True),
    "small": (15, False),
    "small_strong": (15, True),
    "tiny": (14, False),
    "tiny_strong": (14, True),
    "number": (34, True),
}
"""Roles of text with their pixels at 100 % and whether they are bold. "tiny" is for
tick labels of charts, and on paper for everything: it is 10.5 points there."""

_TABULAR = QFont.Tag("tnum")


class Style(Value):
    """A look and a scale: 1.0 is 100 %, 2.0 is 200 %.

    `tabular`: figures are all equally wide. Not in a PDF, whose readers find no letters behind such figures.
    """

    look: Look = LIGHT
    scale: float = 1.0
    tabular: bool = True

    def px(self, pixels: float) -> int:
        """Pixels at 100 % as whole pixels at this scale; never 0 unless asked for 0."""
        return max(1, round(pixels * self.scale)) if pixels else 0

    def font(self, role: str) -> QFont:
        """The font of a role of SIZES, in the program's own type."""
        pixels, bold = SIZES[role]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(pixels))
        font.setBold(bold)
        font.setFeature(_TABULAR, int(self.tabular))  # said even where it is off: a painter adds the window's otherwise
        if not self.tabular:  # on paper letters keep their own widths, so that what was measured is what is drawn
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def colour(self, role: str) -> QColor:
        """The colour of a role of the look: `style.colour("quiet")`."""
        return QColor(getattr(self.look, role))

    def load(self, load: Load) -> QColor:
        """The colour of a kind of load."""
        return QColor(self.look.load(load))
