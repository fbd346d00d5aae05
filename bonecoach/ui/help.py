"""The Help menu: all keys, how everything is counted, and what BoneCoach is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QTextBrowser, QWidget

from bonecoach import __version__
from bonecoach.paths import resources
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.theme import font, px


def tr(text: str) -> str:
    """A fixed text of the help."""
    return QCoreApplication.translate("Help", text)


def keys() -> tuple[tuple[str, str], ...]:
    """Every key there is and what it does."""
    return (
        ("Ctrl+L", tr("Go to the entry line, from anywhere")),
        ("Enter", tr("Log what stands in the line")),
        ("F2", tr("Take the other reading of what stands in the line")),
        (tr("Down, Up"), tr("Choose a way to finish the line; Enter or Tab takes it")),
        ("Esc", tr("Close the list, empty the line, leave a dialog")),
        ("Ctrl+Z", tr("Undo")),
        ("Ctrl+Shift+Z", tr("Redo")),
        ("Ctrl+1, Ctrl+2", tr("Today, Week")),
        ("Alt+Left, Alt+Right", tr("Earlier or later day or week")),
        ("Ctrl++, Ctrl+-, Ctrl+0", tr("Larger, smaller, normal text")),
        (tr("Tab, Shift+Tab"), tr("Next or previous control")),
        (tr("Space"), tr("Press the button that has the ring")),
        ("Ctrl+Q", tr("Quit; everything is saved already")),
        ("F1", tr("This list")),
    )


class KeysSheet(Dialog):
    """The list of keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("All keys"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        for row, (key, does) in enumerate(keys()):
            grid.addWidget(Text(key, "strong", wraps=False), row, 0)
            grid.addWidget(Text(does), row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.add_close()
        self.setMinimumWidth(min(px(640), parent.window().width()))


class Reader(Dialog):
    """A longer text to be read and scrolled."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.heading.hide()
        page = QTextBrowser()
        page.setFont(font("body"))
        page.setOpenLinks(False)
        page.setAccessibleName(title)
        page.setMarkdown(markdown)
        self.column.addWidget(page, 1)
        self.add_close()
        window = parent.window()
        self.resize(min(px(860), window.width() - px(40)), window.height() - px(60))
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
        tr("Everything stays on this computer: %s").replace("%s", str(diary)),
        tr("Food figures: U.S. Department of Agriculture, FoodData Central (public domain)."),
        tr("Type: Atkinson Hyperlegible Next (SIL Open Font License). Program: MIT licence."),
    )
    for paragraph in said:
        sheet.column.addWidget(Text(paragraph))
    sheet.add_close()
    sheet.setMinimumWidth(min(px(560), parent.window().width()))
    return sheet
