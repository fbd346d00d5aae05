"""Medicines and reminders: what do I take, and when am I told?"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.therapy import TherapyChange
from bonecoach.ui.buttons import GAP, Button, PrimaryButton, QuietButton
from bonecoach.ui.cards import Heading
from bonecoach.ui.medicines.injection_card import InjectionCard
from bonecoach.ui.medicines.kept_card import KeptCard
from bonecoach.ui.medicines.plans_card import PlansCard
from bonecoach.ui.medicines.therapy_card import TherapyCard
from bonecoach.ui.medicines.today_card import TodayCard
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.reminders.bell import LATER
from bonecoach.ui.theme import follow, px


class MedicinesPage(Page):
    """Today's times and the plans at the left; the next injection and how all was kept at the right."""

    key = "medicines"
    icon = "supplement"
    shows_own_steps = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading = Heading(self.title, "title")
        self.add_medicine = PrimaryButton(self.tr("Add a medicine"), "plus")
        self.add_reminder = Button(self.tr("Add a reminder"), "plus")
        self.today, self.plans = TodayCard(desk), PlansCard(desk)
        self.injections: list[InjectionCard] = []
        self.kept, self.therapy = KeptCard(desk), TherapyCard(desk)
        self.how_told = QuietButton(self.tr("How you are told, in Settings"))
        self._lay_out()
        self.add_medicine.clicked.connect(self._new_medicine)
        self.add_reminder.clicked.connect(self._new_reminder)
        self.today.answered.connect(self._answer)
        self.plans.wanted.connect(self._change)
        self.therapy.asked.connect(self._say_therapy)
        self.therapy.taken_back.connect(self._take_back_therapy)
        self.how_told.clicked.connect(lambda: self.goes_to.emit("settings#reminders", None))
        follow(self, self._space)

    @property
    def title(self) -> str:
        return self.tr("Medicines and reminders")

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self.body)
        self._head, self._adding = QHBoxLayout(), QHBoxLayout()
        self._whole.addLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addLayout(self._adding)
        self._adding.addWidget(self.add_medicine)
        self._adding.addWidget(self.add_reminder)
        self._adding.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._whole.addLayout(self._columns, 1)
        self._columns.addLayout(self._left, 55)
        self._columns.addLayout(self._right, 45)
        for card in (self.today, self.plans, self.therapy):
            self._left.addWidget(card)
        self._right.addWidget(self.kept)
        self._right.addWidget(self.how_told)
        for column in (self._left, self._right):
            column.addStretch(1)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Draws today's times, the plans and how they were kept anew."""
        self.today.show_state()
        self.plans.show_state()
        self._show_injections()
        self.kept.show_state()
        self.therapy.show_state()

    def _show_injections(self) -> None:
        plans = [plan for plan in self.desk.diary.plans.standing() if plan.kind is Kind.INJECTION]
        while len(self.injections) > len(plans):
            gone = self.injections.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.injections) < len(plans):
            self._add_injection()
        for card, plan in zip(self.injections, plans, strict=True):
            card.show_plan(plan)

    def _add_injection(self) -> None:
        card = InjectionCard(self.desk)
        card.given.connect(self._was_given)
        card.why.connect(self.asks_why)
        self._right.insertWidget(len(self.injections), card)
        self.injections.append(card)
        card.show()

    # -- doing -------------------------------------------------------------------------------------------------

    def _answer(self, occurrence: str, answer: str) -> None:
        reminders = self.desk.diary.reminders
        if answer == "later":
            self.attempt(reminders.snooze, occurrence, self.desk.diary.now().instant + LATER)
        else:
            self.attempt(reminders.answer, occurrence, State.DONE if answer == "done" else State.SKIPPED)

    def _new_medicine(self) -> None:
        from bonecoach.ui.medicines.medicine_form import MedicineForm

        MedicineForm(self.desk, self).exec()

    def _new_reminder(self) -> None:
        from bonecoach.ui.medicines.reminder_form import ReminderForm

        ReminderForm(self.desk, self).exec()

    def _change(self, plan: Plan) -> None:
        from bonecoach.ui.medicines.change_form import ChangeForm

        ChangeForm(plan, self.desk, self).exec()

    def _was_given(self, plan: Plan) -> None:
        from bonecoach.ui.medicines.given_form import GivenForm

        GivenForm(plan, self.desk, self).exec()

    def _say_therapy(self) -> None:
        from bonecoach.ui.medicines.therapy_form import TherapyForm

        TherapyForm(self.desk, self).exec()

    def _take_back_therapy(self, change: TherapyChange) -> None:
        self.attempt(self.desk.diary.person.therapy.take_back, change)

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        self._whole.setSpacing(px(12))
        for row in (self._head, self._adding):
            row.setSpacing(px(GAP))
        for column in (self._columns, self._left, self._right):
            column.setSpacing(px(12))
