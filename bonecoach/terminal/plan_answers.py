"""How a plan, and a list of plans, are answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bonecoach.core.plans import Plan
from bonecoach.terminal.plan_shapes import plan_shape
from bonecoach.terminal.table import paragraph
from bonecoach.words.plans import PlanWords

if TYPE_CHECKING:
    from bonecoach.terminal.desk import Desk


def answer_plan(desk: Desk, plan: Plan) -> None:
    """Answers a plan as it holds, with what is planned too near to something else."""
    words = PlanWords(desk.words)
    said = [desk.words.conflict(conflict) for conflict in desk.diary.spacing.planned()]
    lines = [_line(plan, words)]
    for sentence in said:
        lines += paragraph(sentence)
    desk.answer({**plan_shape(_as_told(desk, plan), words), "too_near": said}, lines)


def list_plans(desk: Desk, name: str, plans: Sequence[Plan]) -> None:
    """Answers several plans under a name, "medicines" or "reminders"."""
    words = PlanWords(desk.words)
    lines = [f"{plan.id[:8]}  {_line(plan, words)}" for plan in plans] or [desk.words.say("page.no_plans")]
    desk.answer(
        {name: [plan_shape(_as_told(desk, plan), words) for plan in plans]}, [desk.words.say(f"page.{name}"), *lines]
    )


def _line(plan: Plan, words: PlanWords) -> str:
    """ "Letrozole 2.5 mg, every day at 08:00 (paused until 5 Dec 2026)"."""
    state = words.plan_state(plan)
    return words.plan(plan) + (f" ({state})" if state else "")


def _as_told(desk: Desk, plan: Plan) -> Plan:
    return plan.repeated_as(desk.diary.reminders.wishes.repeats())
