"""After a flight: which time her reminders keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.changes import Change, Step
from bonecoach.core.plans import Plan, PlanState
from bonecoach.core.travel import Stay, arrived
from bonecoach.store.plan_rows import plan_row

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.plans import Plans

STAY_SETTING = "stay"


class Travelling:
    """Where she is known to be, and whose time her reminders keep."""

    def __init__(self, ledger: Ledger, plans: Plans) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._plans = plans

    def asks(self) -> Stay | None:
        """The stay she comes from, where she is to be asked whether her reminders go by local time; None otherwise.

        Where nothing has to be asked, it keeps where she is.
        """
        known = self._stay()
        stay, asks = arrived(known, self._ledger.zone, self._ledger.clock.now(), reminders_follow=self._any_follow())
        if stay != known:
            self._keep(stay)
        return stay if asks else None

    def go_along(self) -> Step:
        """Her reminders go by the time where she is, from today on; those that kept another time too."""
        step = self._change("local_time", self._ledger.zone, lambda plan: plan.zone is not None, None)
        self._arrive()
        return step

    def keep_home(self) -> Step:
        """Her reminders keep the time of her home, from today on; those that kept another time already keep that."""
        home = self.home()
        step = self._change("home_time", home, lambda plan: plan.zone is None, home)
        self._arrive()
        return step

    def home(self) -> str:
        """The zone of her home."""
        stay = self._stay()
        return self._ledger.zone if stay is None else stay.home

    def follow(self) -> bool:
        """Whether her reminders go by the time where she is, or there is none yet."""
        return self._any_follow() or not self._timed()

    # Inside

    def _stay(self) -> Stay | None:
        home, _, rest = (self._store.setting(STAY_SETTING) or "").partition(" ")
        zone, _, since = rest.partition(" ")
        return Stay(home, zone, date.fromisoformat(since)) if since else None

    def _keep(self, stay: Stay) -> None:
        self._store.set_setting(STAY_SETTING, f"{stay.home} {stay.zone} {stay.since}")

    def _arrive(self) -> None:
        self._keep(Stay(self.home(), self._ledger.zone, self._ledger.today()))

    def _timed(self) -> list[Plan]:
        return [plan for plan in self._plans.standing() if plan.schedule.times]

    def _any_follow(self) -> bool:
        return any(plan.zone is None for plan in self._timed())

    def _change(self, name: str, label: str, which: Callable[[Plan], bool], zone: str | None) -> Step:
        """Has reminders keep a zone: as they hold today, and as they are changed on later days."""
        today = self._ledger.today()
        standing = {plan.id for plan in self._timed()}
        changes: list[Change] = []
        for plan_id in standing:
            versions = sorted((plan for plan in self._plans.versions() if plan.id == plan_id), key=lambda p: p.since)
            there = {plan.since: plan for plan in versions}
            in_force = [plan for plan in versions if plan.since <= today][-1:]
            later = [plan for plan in versions if plan.since > today]
            for plan in (*in_force, *later):
                if which(plan) and plan.state is not PlanState.ENDED:
                    new = replace(plan, since=max(plan.since, today), zone=zone)
                    before = there.get(new.since)
                    changes.append(Change("plans", None if before is None else plan_row(before), plan_row(new)))
        return self._ledger.apply(Step(name, tuple(changes), label))
