"""Three answers at a glance: what changed since the last scan, when the next injection is due, and the next scan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonecoach.core.bone_change import Series
from bonecoach.core.due import DueItem
from bonecoach.diary.bones import Standing
from bonecoach.ui.buttons import QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, capital
from bonecoach.words.bones import BoneWords
from bonecoach.words.injections import InjectionWords

CHANGE_SOURCES = ("ISCDLSC", "NELSON2010")
"""Why a change is held against what the scanner can tell apart."""

SCAN_SOURCES = ("ACSASCO2016", "ASCO2019")
"""How often a scan is repeated on an aromatase inhibitor."""


class AnswerCard(Card):
    """A heading, one or two sentences, and where they are from. Hidden while it has nothing to say."""

    why = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading, self.says = Heading(""), Text()
        self.heading.setWordWrap(True)
        self.button = QuietButton(self.tr("Why?"))
        self.button.clicked.connect(self.why)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.says)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.hide()

    def say(self, heading: str, said: str, *, warns: bool = False, sourced: bool = True) -> None:
        """Shows an answer."""
        self.heading.setText(heading)
        self.says.setText(said)
        self.says.set_ink("warning" if warns else "text")
        self.button.setAccessibleName(self.tr("Why? %s").replace("%s", heading))
        self.button.setVisible(sourced)
        self.show()


class StandingCards(QWidget):
    """The three beside each other, or below each other on a narrow page. `asks_why(about)`: where an answer is from."""

    asks_why = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change, self.injection, self.scan = AnswerCard(), AnswerCard(), AnswerCard()
        self._window: object = None
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for card in (self.change, self.injection, self.scan):
            self.row.addWidget(card, 1)
        self.change.why.connect(lambda: self.asks_why.emit(CHANGE_SOURCES))
        self.injection.why.connect(lambda: self.asks_why.emit(self._window))
        self.scan.why.connect(lambda: self.asks_why.emit(SCAN_SOURCES))
        follow(self, self._space)

    def show_state(self, standing: Standing, words: Words) -> None:
        """Says how things stand; what there is nothing to say of is left out."""
        for card in (self.change, self.injection, self.scan):
            card.hide()
        if len(standing.changed) > 1:
            self._say_changes(standing.changed, words)
        elif standing.changed:
            self._say_change(standing.changed[0], words)
        if standing.injection is not None:
            label, following, self._window = standing.injection
            heading = InjectionWords(words).heading(label, following, standing.today)
            said = words.injection(following, standing.today)
            self.injection.say(heading, said, warns=following.overdue, sourced=self._window is not None)
        if standing.scan is not None:
            self._say_scan(standing.scan, words)
        self.setVisible(standing.says_something)

    def _say_change(self, series: Series, words: Words) -> None:
        says, change = BoneWords(words), series.results[-1].change
        name = capital(says.place(series.site, series.side))
        key = "bone_standing.first_scan" if change.since is None else "bone_standing.since"
        said = says.change(change) or words.say("bone_standing.one_scan")
        self.change.say(words.say(key, site=name), said, sourced=change.since is not None)

    def _say_changes(self, changed: Sequence[Series], words: Words) -> None:
        says = BoneWords(words)
        said = [
            words.say(
                "bone_standing.site_change",
                site=capital(says.place(series.site, series.side)),
                change=says.change(series.results[-1].change),
            )
            for series in changed
        ]
        self.change.say(words.say("bone_standing.since_all"), "\n".join(said))

    def _say_scan(self, due: DueItem, words: Words) -> None:
        assert due.day is not None
        assert due.since is not None
        key = "overdue" if due.overdue else "ahead"
        last, day = words.short_date(due.since), words.short_date(due.day)
        self.scan.say(words.say("bone_standing.next_scan"), words.say(f"bone_standing.scan.{key}", last=last, day=day))

    def arrange(self, *, narrow: bool) -> None:
        """Below each other where the page is narrow."""
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _space(self) -> None:
        self.row.setSpacing(px(12))
