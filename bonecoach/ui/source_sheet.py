"""Why? — what a number or an advice means, and where it is from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.totals import NutrientTotal
from bonecoach.ui.cards import Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.page import Desk
from bonecoach.ui.theme import px
from bonecoach.words import capital


class SourceSheet(Dialog):
    """About an Advice, the total of a nutrient, or a tuple of source ids."""

    def __init__(self, about: object, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Why?"), parent)
        self._words = desk.words
        if isinstance(about, Advice):
            self._say(self._words.advice(about), "body")
            self._cite(about.source, about.status)
        elif isinstance(about, NutrientTotal):
            self._explain(about)
        elif isinstance(about, tuple):
            self._cite(" ".join(str(source) for source in about), "")
        self.add_close()
        self.setMinimumWidth(min(px(600), parent.window().width() - px(40)))

    def _explain(self, total: NutrientTotal) -> None:
        words, target = self._words, total.target
        self.heading.setText(words.title(total.nutrient))
        self._say(words.spoken_total(total), "body")
        self._say(self.tr("Target: %s").replace("%s", words.target(total.nutrient, target)), "strong")
        self._say(capital(words.target_from(target)), "body")
        if target.low is not None and not target.own:
            self._cite(target.source, target.status)
        limit = words.limit(total.nutrient, target)
        if limit:
            self._say(self.tr("Upper limit: %s").replace("%s", limit), "strong")
            self._cite(target.limit_source, target.limit_status)

    def _cite(self, sources: str, status: str) -> None:
        for source in self._words.citations(sources):
            self._say(source, "small", "quiet")
        self._say(capital(self._words.status(status)), "small", "quiet")

    def _say(self, text: str, role: str, ink: str = "text") -> None:
        if text:
            self.column.addWidget(Text(text, role, ink))
