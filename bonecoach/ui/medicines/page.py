"""Medicines and reminders: what do I take, and when am I told?"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.errors import BoneCoachError
from bonecoach.core.occurrences import State
from bonecoach.core.plans import Kind, Plan
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.medicines.injection_card import InjectionCard
from bonecoach.ui.medicines.plans_card import PlansCard
from bonecoach.ui.medicines.today_card import TodayCard
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.reminders.bell import HEALTH_WORDS_SETTING, LATER
from bonecoach.ui.theme import follow, px
from bonecoach.words.plans import PlanWords

WEEKS = 12


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
        self.kept, self.telling = Card(), Card()
        self._rows: list[QWidget] = []
        self._lay_out()
        self.add_medicine.clicked.connect(self._new_medicine)
        self.add_reminder.clicked.connect(self._new_reminder)
        self.today.answered.connect(self._answer)
        self.plans.wanted.connect(self._change)
        self.words_shown.toggled.connect(self._show_words)
        self.with_login.toggled.connect(self._start_with_login)
        follow(self, self._space)

    @property
    def title(self) -> str:
        return self.tr("Medicines and reminders")

    def _lay_out(self) -> None:
        self._head, self._adding = QHBoxLayout(), QHBoxLayout()
        self._adding.addWidget(self.add_medicine)
        self._adding.addWidget(self.add_reminder)
        self._adding.addStretch(1)
        self._head.addWidget(self.heading, 1)
        self._head.addLayout(self._adding)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for card, heading in (
            (self.kept, self.tr("How it was kept, 12 weeks")),
            (self.telling, self.tr("How you are told")),
        ):
            card.column.addWidget(Heading(heading))
        self.words_shown = QCheckBox(self.tr("Notifications may name the medicine"))
        self.with_login = QCheckBox(self.tr("Start BoneCoach when I log in"))
        self.telling_how = Text(
            self.tr("While BoneCoach runs, reminders come even when its window is closed. Quit stops them."), "small"
        )
        for widget in (self.telling_how, self.words_shown, self.with_login):
            self.telling.column.addWidget(widget)
        for card in (self.today, self.plans):
            self._left.addWidget(card)
        for card in (self.kept, self.telling):
            self._right.addWidget(card)
        for column in (self._left, self._right):
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(self._left, 55)
        self._columns.addLayout(self._right, 45)
        self._whole = QVBoxLayout(self.body)
        self._whole.addLayout(self._head)
        self._whole.addLayout(self._columns, 1)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Draws today's times, the plans and how they were kept anew."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        self.today.show_state()
        self.plans.show_state()
        self._show_injections()
        self._show_kept()
        self._show_telling()

    def _show_injections(self) -> None:
        plans = [plan for plan in self.desk.diary.plans.standing() if plan.kind is Kind.INJECTION]
        for card in self.injections:
            card.hide()
            card.deleteLater()
        self.injections = [InjectionCard(plan, self.desk) for plan in plans]
        for nth, (card, plan) in enumerate(zip(self.injections, plans, strict=True)):
            card.given.connect(self._was_given)
            card.why.connect(partial(self.asks_why.emit, self.desk.diary.knowledge.window(plan)))
            self._right.insertWidget(nth, card)

    def _show_kept(self) -> None:
        today = self.desk.diary.today()
        found = self.desk.diary.reminders.adherence(today - timedelta(days=7 * WEEKS - 1), today)
        items = [item for item in found if item.counts.planned]
        words = PlanWords(self.desk.words)
        for item in items:
            self._add(Text(item.plan.label, "strong"))
            self._add(Text(words.kept(*item.counts)))
        if not items:
            self._add(Text(self.tr("What is taken, missed or skipped is counted here."), "body", "quiet"))

    def _add(self, row: QWidget) -> None:
        self.kept.column.addWidget(row)
        self._rows.append(row)

    def _show_telling(self) -> None:
        from bonecoach.desktop import autostart

        for box, on in (
            (self.words_shown, self.desk.diary.setting(HEALTH_WORDS_SETTING) == "yes"),
            (self.with_login, autostart.is_on()),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)

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

    def _show_words(self, on: bool) -> None:
        self.desk.diary.set_setting(HEALTH_WORDS_SETTING, "yes" if on else "no")

    def _start_with_login(self, on: bool) -> None:
        from bonecoach.desktop import autostart
        from bonecoach.paths import default_data_dir

        folder = self.desk.diary.upkeep.path.parent
        try:
            if on:
                autostart.turn_on(None if folder == default_data_dir() else folder)
            else:
                autostart.turn_off()
        except BoneCoachError as error:
            self.refused.emit(self.desk.words.error(error))
            self._show_telling()

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
