"""Why? What a number or an advice rests on, layer by layer: what it says, the reason, and where that is from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.medicines import Window
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from bonecoach.core.totals import NutrientTotal
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.dialog import Dialog
from bonecoach.ui.page import Desk
from bonecoach.words import capital


class WhySheet(Dialog):
    """About an Advice, the total of a nutrient, a nutrient with its target, the window of an injection, or source ids.

    Escape closes it.
    """

    def __init__(self, about: object, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("Why?"), parent, wide=680)
        self._words = desk.words
        if isinstance(about, Advice):
            self._explain_advice(about)
        elif isinstance(about, NutrientTotal):
            self._explain_total(about)
        elif isinstance(about, Window):
            self._layer(self.tr("Why"), self._words.say("why.injection_window"))
            self._from(about.source, about.status)
        elif isinstance(about, tuple) and len(about) == 2 and isinstance(about[1], Target):
            self._explain_target(Nutrient(about[0]), about[1])
        elif isinstance(about, tuple):
            self._from(" ".join(str(source) for source in about), "")
        self.column.addStretch(1)
        self.add_close()

    # -- layers ------------------------------------------------------------------------------------------------

    def _explain_advice(self, advice: Advice) -> None:
        self._layer(self.tr("What it says"), self._words.advice(advice))
        self._layer(self.tr("Why"), self._words.say(f"why.{advice.code}"))
        self._from(advice.source, advice.status)

    def _explain_total(self, total: NutrientTotal) -> None:
        self.heading.setText(self._words.title(total.nutrient))
        self._layer(self.tr("This day"), self._words.spoken_total(total))
        self._explain_target(total.nutrient, total.target)

    def _explain_target(self, nutrient: Nutrient, target: Target) -> None:
        words = self._words
        self.heading.setText(words.title(nutrient))
        said = [capital(words.target(nutrient, target)), capital(words.target_from(target))]
        reason = words.say("why.own") if target.own else words.say(f"why.target.{nutrient.value}")
        self._layer(self.tr("Target a day"), *dict.fromkeys(said), reason)
        if not target.own:
            self._from(target.source, target.status)
        limit = words.limit(nutrient, target)
        if limit:
            self._layer(self.tr("Upper limit a day"), limit, words.say("why.above_limit"))
            self._from(target.limit_source, target.limit_status)

    def _from(self, sources: str, status: str) -> None:
        if not sources:
            return
        standing = self._words.say(f"why.status.{status}") if status else ""
        self._layer(self.tr("Where this is from"), *(self._words.source(each) for each in sources.split()), standing)

    def _layer(self, title: str, *paragraphs: str) -> None:
        said = [paragraph for paragraph in paragraphs if paragraph]
        if not said:
            return
        card = Card()
        card.column.addWidget(Heading(title, "strong"))
        for paragraph in said:
            text = Text(paragraph)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            card.column.addWidget(text)
        self.column.addWidget(card)
