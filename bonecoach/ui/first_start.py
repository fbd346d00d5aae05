"""The first start: five short questions, each of them free to be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.profile import INHIBITORS
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.first_place import FIRST_START_DONE
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.person.fields import ChoiceField, Field, MonthField, TextField, WeightField
from bonecoach.ui.theme import follow, font, px

RISKS = ("warfarin", "kidney_disease", "kidney_stones", "fragility_fracture")


class Question(Card):
    """A question, why it is asked, and its fields."""

    def __init__(self, asks: str, why: str, fields: tuple[QWidget, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.asks, self.why = Heading(asks, "strong"), Text(why, "small", "quiet")
        self.why.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column.addWidget(self.asks)
        self.column.addWidget(self.why)
        self.fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.column.addLayout(self.fields)
        for field in fields:
            if isinstance(field, Field):
                field.name_it(asks.partition("  ")[2], why)
            self.fields.addWidget(field)
        self.fields.addStretch(1)
        self.complaint = Text("", "strong", "warning")
        self.complaint.hide()
        self.column.addWidget(self.complaint)
        self.column.addStretch(1)

    def refuse(self, sentence: str, field: QWidget) -> None:
        """Says below its field why an answer cannot be kept; the keyboard goes there."""
        self.complaint.say(sentence)
        field.setFocus()
        announce(field, sentence)

    def forgive(self) -> None:
        """Another answer is being given: what was said of the last one holds no more."""
        self.complaint.say("")

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(6))


class FirstStartPage(Page):
    """One page of five questions. Whatever is left empty stays unsaid; everything can be changed in Settings."""

    key = "first_start"
    icon = "today"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words = desk.words
        self.heading = Heading(self.tr("Welcome to BoneCoach"), "title")
        self.intro = Text(
            self.tr(
                "Five short questions, so that targets fit you. Answer what you like; leave out what you like. "
                "Everything stays on this computer and can be changed in Settings."
            )
        )
        self.birth = TextField("birth_date", self.tr("for example 1961"))
        self.sex = ChoiceField("sex", self._choices("sex", ("female", "male")))
        self.weight = WeightField()
        self.therapy = ChoiceField("aromatase_inhibitor", self._choices("aromatase_inhibitor", INHIBITORS))
        self.since = MonthField("therapy_start", [words.say(f"month.{n}") for n in range(1, 13)])
        self.risks = {key: QCheckBox(words.sentence(f"fact.{key}")) for key in RISKS}
        self.skip = Button(self.tr("Skip all"))
        self.start = PrimaryButton(self.tr("Save and start"), "step")
        self._left = False
        self._shown: dict[str, str] = {}
        self._build()
        self.skip.clicked.connect(self.leave)
        self.start.clicked.connect(self.keep)
        for place, line in ((0, self.birth.line), (2, self.weight.line), (3, self.since.year)):
            line.textEdited.connect(self.questions[place].forgive)
            line.returnPressed.connect(self.keep)
        follow(self, self._space)

    @property
    def title(self) -> str:
        """Its accessible name."""
        return self.tr("First start")

    def _choices(self, key: str, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        words = self.desk.words
        return ((self.tr("Not said"), ""), *((words.sentence(f"choice.{value}"), value) for value in values))

    def _build(self) -> None:
        risks = QWidget()
        self._risks = QGridLayout(risks)
        self._risks.setContentsMargins(0, 0, 0, 0)
        for n, box in enumerate(self.risks.values()):
            self._risks.addWidget(box, n // 2, n % 2)
        self.questions = (
            Question(self.tr("1  Which year were you born?"), self.tr("Targets change with age."), (self.birth,)),
            Question(self.tr("2  What is your sex?"), self.tr("Some targets differ."), (self.sex,)),
            Question(
                self.tr("3  What do you weigh?"), self.tr("The protein target is counted per kg."), (self.weight,)
            ),
            Question(
                self.tr("4  Which therapy do you take, and since when?"),
                self.tr("On an aromatase inhibitor, guidance asks for more calcium and vitamin D."),
                (self.therapy, self.since),
            ),
            Question(
                self.tr("5  Is any of these true for you?"),
                self.tr("Then BoneCoach is more careful, and leaves some targets to your team."),
                (risks,),
            ),
        )
        self._whole = QVBoxLayout(self.body)
        self._whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.heading, self.intro):
            self._whole.addWidget(widget)
        self._grid = QGridLayout()
        self._whole.addLayout(self._grid)
        self.arrange(narrow=False)
        self._buttons = QHBoxLayout()
        self._whole.addLayout(self._buttons)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.skip)
        self._buttons.addWidget(self.start)
        self._whole.addStretch(1)

    # -- what she does -----------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Shows what is already known."""
        profile = self.desk.diary.person.profile(self.desk.diary.today())
        for field in (self.birth, self.sex, self.weight, self.therapy, self.since):
            field.show_profile(profile)
        for key, box in self.risks.items():
            box.setChecked(bool(getattr(profile, key)))
        self._shown = self.said()

    def first_focus(self) -> QWidget:
        """The first question."""
        return self.birth.line

    def said(self) -> dict[str, str]:
        """Everything that was answered; what was left out is left out."""
        fields = (self.birth, self.sex, self.weight, self.therapy, self.since)
        said = {key: text for field in fields for key, text in field.said().items() if text}
        if "weight_kg" not in said:
            said.pop("weight_unit", None)
        return said | {key: "yes" for key, box in self.risks.items() if box.isChecked()}

    def keep(self) -> None:
        """Keeps the answers in one step and goes to Today; a refusal keeps her here, with everything typed."""
        for question in self.questions:
            question.forgive()
        if self.since.month.currentData() and not self.since.year.text().strip():
            self._refuse("therapy_start", self.tr("Please write the year too, or leave the month out."))
            return
        said = self.said()
        try:
            if said:
                self.desk.diary.person.set_facts(said)
        except BoneCoachError as error:
            self._refuse(str(error.facts.get("key", "")), self.desk.words.error(error))
        else:
            self.leave()

    def _refuse(self, key: str, sentence: str) -> None:
        """The complaint stands where the answer does."""
        lines = {
            "birth_date": (0, self.birth.line),
            "weight_kg": (2, self.weight.line),
            "therapy_start": (3, self.since.year),
        }
        if key not in lines:
            self.refused.emit(sentence)
            return
        place, line = lines[key]
        self.questions[place].refuse(sentence, line)
        self.show_whole(self.questions[place])

    def leave(self) -> None:
        """Goes to Today and does not ask again."""
        self._left = True
        self.attempt(self.desk.diary.set_setting, FIRST_START_DONE, "yes")
        self.goes_to.emit("today", None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere without a button, or closes the window, loses nothing; the questions come again."""
        super().hideEvent(event)
        if not self._left and not self.window().isMinimized() and (said := self._new()):
            self.attempt(self.desk.diary.person.set_facts, said)

    def _new(self) -> dict[str, str]:
        """What was answered and is not kept yet. A month alone, or a unit alone, is no answer."""
        said = self.said()
        if not self.since.year.text().strip():
            said.pop("therapy_start", None)
        return {key: text for key, text in said.items() if text != self._shown.get(key)}

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        """Three short questions side by side and the long ones below, or one under the other."""
        for card in self.questions:
            self._grid.removeWidget(card)
        places = [(n, 0, 1, 6) for n in range(5)]
        if not narrow:
            places = [(0, 0, 1, 2), (0, 2, 1, 2), (0, 4, 1, 2), (1, 0, 1, 6), (2, 0, 1, 6)]
        for card, place in zip(self.questions, places, strict=True):
            self._grid.addWidget(card, *place)
        ways = QBoxLayout.Direction
        self.questions[3].fields.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(20), px(24), px(16))
        self._whole.setSpacing(px(14))
        self._grid.setSpacing(px(12))
        self._risks.setHorizontalSpacing(px(24))
        self._risks.setVerticalSpacing(px(GAP))
        self._buttons.setSpacing(px(GAP))
        for box in self.risks.values():
            box.setFont(font("body"))
        for question in self.questions:
            question.fields.setSpacing(px(24))
