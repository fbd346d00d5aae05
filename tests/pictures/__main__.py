"""Takes pictures: `python -m tests.pictures [--out DIR] [--readme]`.

Every page in every look and in two text sizes, on a diary that was lived in, one that was just begun and one that is
empty; `--readme` also renews the pictures of the README. Nothing is compared: people look at them.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bonecoach.app import Program
from tests.pictures.window import begun, lived, settle, untouched, window

PAGES = ("today", "week", "bone", "medicines", "appointment", "history", "settings", "my_supplements", "first_start")
README_SHOWS = ("today", "week", "bone")
LOOKS = ("light", "dark", "high_contrast")
SIZES = (1.0, 2.0)
DIARIES = {"lived": lived, "begun": begun, "empty": untouched}
SHORT_OF_DATA = ("today", "week", "history")
"""The pages that look different while little is logged."""


def main() -> None:
    """Takes every picture there is to take."""
    asked = argparse.ArgumentParser(prog="pictures", description="Takes pictures of every page.")
    asked.add_argument("--out", type=Path, default=Path("build") / "pictures", help="where they go (build/pictures)")
    asked.add_argument("--readme", action="store_true", help="also renew docs/pictures")
    wanted = asked.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    for name, fill in DIARIES.items():
        with tempfile.TemporaryDirectory() as folder, window(Path(folder) / "diary", fill) as program:
            for picture in pictures(program, name):
                print(keep(program, wanted.out, picture))
            if wanted.readme and name == "lived":
                renew(program, Path("docs") / "pictures")


def pictures(program: Program, diary: str) -> Iterator[str]:
    """Turns the window to one picture after another, and names it."""
    for look in LOOKS:
        for size in SIZES:
            program.appearance.choose_look(look)
            program.appearance.choose_scale(size)
            for page in PAGES if diary == "lived" else SHORT_OF_DATA:
                program.window.go(page)
                settle()
                yield f"{page}-{diary}-{look}-{round(size * 100)}"


def keep(program: Program, out: Path, name: str) -> Path:
    """Writes what the window shows; where the page is longer than the window, all of it too."""
    path = out / f"{name}.png"
    program.window.grab().save(str(path))
    page = program.window.open_page
    assert page is not None
    body: QWidget = page.body
    if body.height() > page.viewport().height() + 8:
        body.grab().save(str(out / f"{name}-whole.png"))
    return path


def renew(program: Program, out: Path) -> None:
    """The pictures of the README."""
    out.mkdir(parents=True, exist_ok=True)
    program.appearance.choose_look("light")
    program.appearance.choose_scale(1.0)
    for page in README_SHOWS:
        program.window.go(page)
        settle()
        program.window.grab().save(str(out / f"{page}.png"))


if __name__ == "__main__":
    main()
