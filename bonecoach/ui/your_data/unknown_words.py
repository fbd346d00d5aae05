"""Words of a table that name no activity here: for each, which one it was, or that its lines stay out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import px
from bonecoach.words import capital

if TYPE_CHECKING:
    from bonecoach.exchange.arrivals import Rejected

MOST_WORDS = 30
"""Whatever has more of them is no column of activities."""


def unknown_words(rejected: Iterable[Rejected]) -> Mapping[str, int]:
    """The words that were refused because no activity is called so, the commonest first, with their lines."""
    return dict(
        Counter(str(one.error.facts["text"]) for one in rejected if one.error.code == "unknown_sport").most_common()
    )


class UnknownWordsView(QWidget):
    """One choice under the other; unless she says otherwise, their lines are left out, and the page says so."""

    def __init__(self, words: Mapping[str, int], said: Mapping[str, str], desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP))
        column.addWidget(Text(self.tr("BoneCoach does not know these words. Which movement was it?")))
        table = desk.diary.knowledge.activities.all()
        names = sorted((capital(each.name), each.id) for each in table)
        choices: list[tuple[str, object]] = [(self.tr("Leave these lines out"), ""), *names]
        self.fields: dict[str, Chooser] = {}
        for word, count in words.items():
            label = Text(desk.words.say("data.unknown_word", word=word, count=count), "strong")
            field = Chooser(choices)
            field.choose(said.get(word, ""))
            field.setAccessibleName(label.text())
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            self.fields[word] = field

    def called(self) -> dict[str, str]:
        """The id of the activity that each word means, "" where its lines stay out."""
        return {word: str(field.currentData()) for word, field in self.fields.items()}

    def first_focus(self) -> QWidget:
        """The first choice."""
        return next(iter(self.fields.values()))
