"""The form for pain, other symptoms and falls: what it was, and how bad from 0 to 10."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from bonecoach.ui.forms.form import QuickForm
from bonecoach.ui.forms.picker import Found
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser

WORST = 10

_WHOSE = frozenset({"my", "a", "the", "i", "had"})
_ALSO = {"fract": "broke broken break fractured bone vertebra", "fell": "fall fell fallen tripped slipped"}
"""What people look for, by the beginning of what the entry line calls it."""


class Felt(NamedTuple):
    """One thing to choose: what it says, and what the entry line would, with a place for the score where it has one."""

    label: str
    line: str


class FeltForm(QuickForm):
    """Log what hurts, what else she feels, or a fall."""

    def __init__(self, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(self.tr("Pain, a fall or a fracture"), self.tr("Look for what you feel"), desk, at, parent)

    def quick(self) -> Sequence[tuple[str, str]]:
        words = (
            self.tr("Hands"),
            self.tr("Knees"),
            self.tr("Back"),
            self.tr("Tired"),
            self.tr("Fall"),
            self.tr("Fracture"),
        )
        return [(word, word.lower()) for word in words]

    def found(self, text: str) -> Found:
        words = [word for word in text.lower().replace(",", " ").split() if word not in _WHOSE]
        return [(felt.label, felt) for felt in self._all() if all(word in _sought(felt) for word in words)]

    def own_fields(self) -> Sequence[tuple[str, QWidget]]:
        ends = {0: self.tr("0, none"), WORST: self.tr("10, the worst there is")}
        numbers = [(ends.get(score, str(score)), str(score)) for score in range(WORST + 1)]
        self.score = Chooser([(self.tr("Not said"), ""), *numbers])
        self.score.setAccessibleName(self.tr("How bad"))
        self.score.currentIndexChanged.connect(self.preview)
        return ((self.tr("How bad"), self.score),)

    def show_thing(self, thing: object) -> None:
        assert isinstance(thing, Felt)
        self.score.setEnabled("{score}" in thing.line)

    def text(self, thing: object) -> str:
        assert isinstance(thing, Felt)
        return " ".join(thing.line.format(score=self.score.currentData()).split())

    def _all(self) -> Sequence[Felt]:
        joints = (
            (self.tr("Joint pain"), "joint pain {score}"),
            (self.tr("Joint pain, hands"), "joint pain {score} hands"),
            (self.tr("Joint pain, fingers"), "joint pain {score} fingers"),
            (self.tr("Joint pain, thumbs"), "joint pain {score} thumbs"),
            (self.tr("Joint pain, wrists"), "joint pain {score} wrists"),
            (self.tr("Joint pain, elbows"), "joint pain {score} elbows"),
            (self.tr("Joint pain, shoulders"), "joint pain {score} shoulders"),
            (self.tr("Joint pain, knees"), "joint pain {score} knees"),
            (self.tr("Joint pain, ankles"), "joint pain {score} ankles"),
            (self.tr("Joint pain, feet"), "joint pain {score} feet"),
        )
        others = (
            (self.tr("Back pain"), "back pain {score}"),
            (self.tr("Neck pain"), "neck pain {score}"),
            (self.tr("Hip pain"), "hip pain {score}"),
            (self.tr("Thigh pain"), "thigh pain {score}"),
            (self.tr("Bone pain"), "bone pain {score}"),
            (self.tr("Jaw pain"), "jaw pain {score}"),
            (self.tr("Headache"), "headache {score}"),
            (self.tr("Fall, not hurt"), "fell without injury"),
            (self.tr("Fall, hurt"), "fell and was hurt"),
            (self.tr("Fracture"), "fracture"),
            (self.tr("Fracture, wrist"), "broke my wrist"),
            (self.tr("Fracture, hip"), "broke my hip"),
            (self.tr("Fracture, spine or back"), "vertebral fracture"),
            (self.tr("Fracture, rib"), "broke a rib"),
            (self.tr("Fracture, arm"), "broke my arm"),
            (self.tr("Fracture, ankle"), "broke my ankle"),
            (self.tr("Fracture, foot"), "broke my foot"),
            (self.tr("Tired"), "tired"),
            (self.tr("Hot flushes"), "hot flushes"),
            (self.tr("Night sweats"), "night sweats"),
            (self.tr("Poor sleep"), "poor sleep"),
            (self.tr("Low mood"), "low mood"),
            (self.tr("Dizzy"), "dizzy"),
            (self.tr("Nausea"), "nausea"),
        )
        return [Felt(label, line) for label, line in (*joints, *others)]


def _sought(felt: Felt) -> str:
    """All words that find it."""
    said = f"{felt.label} {felt.line}".lower()
    broken = "fract" in said or "broke" in said
    return " ".join([said, *(also for begun, also in _ALSO.items() if begun in said or (begun == "fract" and broken))])
