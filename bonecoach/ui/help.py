"""The Help menu: all keys, how everything is counted, and what BoneCoach is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QTextBrowser, QWidget

from bonecoach import __version__
from bonecoach.paths import resources
from bonecoach.ui.cards import Text, breakable
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.navigation import Place
from bonecoach.ui.theme import font, px


def tr(text: str) -> str:
    """A fixed text of the help."""
    return QCoreApplication.translate("Help", text)


def keys(places: Iterable[Place]) -> tuple[tuple[str, str], ...]:
    """Every key there is and what it does, with the ways to the places there are."""
    listed = [place for place in places if place.listed]
    others = [place for place in places if not place.listed and place.shortcut]
    return (
        ("Ctrl+L", tr("Go to the entry line, from anywhere")),
        (tr("Enter"), tr("Log what stands in the line")),
        ("F2", tr("Take the other reading of what stands in the line")),
        (tr("Down, Up"), tr("Choose a way to finish the line; Enter or Tab takes it")),
        (tr("Esc"), tr("Close the list, empty the line, leave a dialog")),
        ("Ctrl+Z", tr("Undo")),
        ("Ctrl+Shift+Z", tr("Redo")),
        (", ".join(f"Ctrl+{nth}" for nth, _ in enumerate(listed, start=1)), ", ".join(place.name for place in listed)),
        *((place.shortcut, place.name) for place in others),
        ("Alt+Left, Alt+Right", tr("Earlier or later day or week")),
        (tr("Space"), tr("In History: tick an entry, to delete it or bring it back")),
        (tr("Delete"), tr("In History: delete what is ticked, or the entry that has the ring")),
        (tr("Enter, F2"), tr("In History: change an entry where it stands")),
        (tr("Left, Right"), tr("In the timeline of Bone health: the mark before or behind")),
        (tr("Home, End"), tr("In the timeline: the first or the last mark")),
        (tr("Down, Up"), tr("In the timeline: to the months below the marks, and back")),
        (tr("+, -"), tr("In the timeline: a shorter or a longer time")),
        ("Ctrl++, Ctrl+-, Ctrl+0", tr("Larger, smaller, normal text")),
        (tr("Tab, Shift+Tab"), tr("Next or previous control")),
        (tr("Space, Enter"), tr("Press the button that has the ring")),
        (tr("Page Down, Page Up"), tr("Scroll a dialog that is longer than the screen")),
        ("Ctrl+Q", tr("Quit; everything is saved already, and reminders stop")),
        ("F1", tr("This list")),
    )


class KeysSheet(Dialog):
    """The list of keys."""

    def __init__(self, places: Iterable[Place], parent: QWidget) -> None:
        super().__init__(tr("All keys"), parent, wide=700)
        grid = QGridLayout()
        self.column.addLayout(grid)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        for row, (key, does) in enumerate(keys(places)):
            grid.addWidget(Text(key, "strong"), row, 0)
            grid.addWidget(Text(does), row, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.column.addStretch(1)
        self.add_close()


class Reader(Dialog):
    """A longer text to be read and scrolled."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(title, parent, wide=860, tall=740)
        self.heading.hide()
        page = QTextBrowser()
        page.setFont(font("body"))
        page.setOpenLinks(False)
        page.setAccessibleName(title)
        page.setMarkdown(markdown)
        self.column.addWidget(page, 1)
        self.add_close()
        page.setFocus()


def counting(parent: QWidget) -> Dialog:
    """How every number is counted, as docs/counting.md tells it."""
    path = resources().parent / "docs" / "counting.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else tr("This copy has no documents with it.")
    return Reader(tr("How it is counted"), text, parent)


def about(parent: QWidget, diary: Path) -> Dialog:
    """What BoneCoach is, what it is not, and where the diary stands."""
    sheet = Dialog(tr("About BoneCoach"), parent)
    said = (
        tr("BoneCoach %s").replace("%s", __version__),
        tr("Helps to record and follow healthy habits."),
        tr("It is not a medical device and does not replace your oncology team."),
        tr("Everything stays on this computer: %s").replace("%s", breakable(str(diary))),
        tr("Food figures: U.S. Department of Agriculture, FoodData Central (public domain)."),
        tr("Type: Atkinson Hyperlegible Next (SIL Open Font License). Program: MIT licence."),
    )
    for paragraph in said:
        sheet.column.addWidget(Text(paragraph))
    sheet.add_close()
    return sheet
