"""Atkinson Hyperlegible Next, shipped with the program: made for eyes that tire (SIL Open Font License)."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from bonecoach.paths import resources

FIRST = ("Regular", "Bold")
"""All the window needs for its first painting."""

LATER = ("SemiBold", "Italic")


def load_fonts(faces: tuple[str, ...] = FIRST) -> None:
    """Makes faces known to Qt. A missing file leaves the system's type in its place."""
    for face in faces:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"AtkinsonHyperlegibleNext-{face}.ttf"))
