"""What she plans: medicines, supplements, sessions and whatever else she wants to be told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import zone_named
from bonecoach.core.entries import Dose, Intake, Session
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.from_today import from_today, is_put_off
from bonecoach.core.injections import TOLD_AT
from bonecoach.core.medicines import Medicine, planned_medicine
from bonecoach.core.plans import OPEN_UNTIL_ANSWERED, Kind, Plan, PlanState, held_of_medicines, in_force
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.settling import key_of
from bonecoach.diary.changing import new_id, put
from bonecoach.diary.refusals import SECOND, NotUnderstood, PleaseConfirm
from bonecoach.store.plan_rows import plan_row

if TYPE_CHECKING:
    from bonecoach.core.offered_times import Move
    from bonecoach.core.settling import Settled
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger
    from bonecoach.phrase.reading import Reading

INTERVALS = {
    "day": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "month": (Unit.MONTH, 1),
    "6months": (Unit.MONTH, 6),
    "year": (Unit.MONTH, 12),
}
"""How often a medicine is taken, in the words of the medicine table."""

LONG = ("6months", "year")


class Plans:
    """Every plan with its versions. A change holds from its day on; earlier days keep what was planned on them."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._diary = diary
        self._known: tuple[int, list[Plan]] | None = None

    def versions(self) -> list[Plan]:
        """Every version of every plan."""
        if self._known is None or self._known[0] != self._ledger.edition:
            self._known = (self._ledger.edition, self._store.planning.plans())
        return self._known[1]

    def standing(self, day: date | None = None) -> list[Plan]:
        """The plans that hold on a day (today) or are paused on it; those that ended or are over are left out."""
        on = day or self._ledger.today()
        return [plan for plan in in_force(self._and_to_come(), on) if not plan.is_over(on)]

    def medicines(self) -> tuple[Medicine, ...]:
        """Every medicine that is or was planned, each once, as it was planned last; those that stand come first."""
        held = held_of_medicines(self.versions()).values()
        ordered = sorted(held, key=lambda plan: plan.state is PlanState.ENDED)
        return tuple(planned_medicine(plan) for plan in ordered)

    def _and_to_come(self) -> list[Plan]:
        # A plan that begins on a later day stands in the list at once, and so does what was changed today.
        today = self._ledger.today()
        begun = {plan.id for plan in self.versions() if plan.since <= today}
        return [
            replace(plan, since=today) if plan.id not in begun or self._is_seen_at_once(plan) else plan
            for plan in self.versions()
        ]

    def _is_seen_at_once(self, plan: Plan) -> bool:
        left = plan.state is PlanState.ENDED and any(not one.answered for one in self._so_far(plan))
        return self._is_put_off(plan) and not left

    def _is_put_off(self, plan: Plan) -> bool:
        return is_put_off(plan, self.versions(), self._ledger.today(), self._ledger.zone)

    def _so_far(self, plan: Plan) -> list[Settled]:
        """What became of its times of today; of what stays open until it is answered nothing is asked."""
        if plan.kind in OPEN_UNTIL_ANSWERED:
            return []
        return [one for one in self._diary.reminders.on(self._ledger.today()) if one.slot.plan.id == plan.id]

    def plan(self, start: str) -> Plan:
        """The newest version of the plan whose id begins so. Raises DiaryError("no_such_plan", "several_plans")."""
        newest = {plan.id: plan for plan in sorted(self.versions(), key=lambda plan: plan.since)}
        found = [plan for plan_id, plan in newest.items() if start and plan_id.startswith(start)]
        if len(found) > 1 and all(plan.id != start for plan in found):
            raise DiaryError("several_plans", id=start)
        if not found:
            raise DiaryError("no_such_plan", id=start)
        return found[0]

    # Making

    def add(
        self,
        label: str,
        schedule: Schedule,
        *,
        kind: Kind | None = None,
        log: str = "",
        reading: Reading | None = None,
        moves: Sequence[Move] = (),
        **more: Any,
    ) -> Plan:
        """Plans something. `log` is what Done logs, and `reading` how it was understood; it says the kind unless given.

        `moves` make room for it, in the same step. Raises InvalidEntry for what cannot be planned.
        """
        _refuse_unknown_zone(more)
        made = self._ledger.clock.now().replace(microsecond=0)
        any_session = "session:" if kind is Kind.SESSION else ""
        plan = Plan(
            id=new_id(),
            since=schedule.start,
            made=made,
            kind=kind or _kind_of(reading),
            label=label.strip(),
            schedule=schedule,
            log=log,
            **{"settles": self.settled_by(reading) or any_session, **more},
        )
        plan = self._always_told(plan)
        together = [plan, *(one for move in moves for one in self._moved(move, schedule, made))]
        self._ledger.apply(Step("plan", put(self._store, "plans", map(plan_row, together)), plan.label))
        return plan

    def _moved(self, move: Move, new: Schedule, now: datetime) -> tuple[Plan, ...]:
        from bonecoach.diary.making_room import moved

        return moved(self.plan(move.plan), move, new, now, self._ledger.now())

    def add_medicine(
        self,
        name: str,
        schedule: Schedule,
        *,
        amount: float | None = None,
        unit: str | None = None,
        interval: str = "day",
        **more: Any,
    ) -> Plan:
        """Plans a medicine of the table, or any other by its name. Without an amount it is that of the interval.

        Raises InvalidEntry("no_name"), and what `Plan` refuses.
        """
        if not name.strip():
            raise InvalidEntry("no_name")
        known = self._ledger.knowledge.medicines.named(name, interval)
        if known is not None and amount is None:
            amount, unit = known.dose_amount, known.dose_unit
        by_clinic = known is not None and known.by_clinic
        called = known.name if known is not None else name.strip()
        medicine = known.id if known is not None else own_id(called)
        dose = Dose(moment=self._ledger.now(), name=called, medicine=medicine, amount=amount, unit=unit)
        return self.add(
            dose.label,
            schedule,
            kind=Kind.INJECTION if by_clinic or interval in LONG else Kind.MEDICINE,
            settles=f"dose:{medicine}",
            medicine=medicine,
            dose_amount=amount,
            dose_unit=unit,
            **more,
        )

    def understood(self, log: str) -> Reading:
        """What Done will log, read as the entry line reads it. Raises NotUnderstood and PleaseConfirm.

        That today's dose is on record already is no question about a plan.
        """
        reading = self._diary.read(log)
        if not reading.understood:
            raise NotUnderstood(reading)
        if any(doubt.code not in SECOND for doubt in reading.doubts):
            raise PleaseConfirm(reading)
        return reading

    def settled_by(self, reading: Reading | None) -> str:
        """The key of what settles a plan that logs this."""
        first = next(iter(reading.entries), None) if reading is not None else None
        return "" if first is None else key_of(first)

    # Changing

    def change(self, start: str, since: date | None = None, **changes: Any) -> Plan:
        """Changes a plan from a day on (today); days before keep what was planned on them.

        Raises DiaryError("cannot_pause") where it would let an injection with a window pass in silence.
        """
        _refuse_unknown_zone(changes)
        old, today = self.plan(start), self._ledger.today()
        new = replace(old, **changes)
        anew = _what_is_taken(new) != _what_is_taken(old)
        if anew:  # otherwise what is asked for today already stays so
            new = replace(new, made=self._ledger.clock.now().replace(microsecond=0))
        if not (anew and since is None and self._is_put_off(old)):
            since = max(since or today, old.since if old.since > today else date.min)
        self._refuse_silence(old, new)
        new = self._always_told(replace(new, since=since or today))
        versions = self._from_today(new) if anew and new.since == today else (new,)
        self._keep("change_plan", versions, [old] if self._is_put_off(old) else [])
        return versions[-1]

    def _refuse_silence(self, old: Plan, new: Plan) -> None:
        """An injection with a window keeps its times and its interval, and has no last day but by `end`."""
        if self._ledger.knowledge.window(old) is None:
            return
        is_told = self._ledger.knowledge.window(new) is not None and (new.schedule.times or not old.schedule.times)
        if not is_told or new.schedule.until is not None:
            raise DiaryError("cannot_pause")

    def _from_today(self, new: Plan) -> tuple[Plan, ...]:
        """The versions by which a plan is another one from today on."""
        holding = next(plan for plan in in_force(self.versions(), new.since) if plan.id == new.id)
        return from_today(holding, new, self._so_far(new), new.since)

    def pause(self, start: str, until: date | None = None) -> Plan:
        """Pauses a plan, until a day where one is given. Injections cannot be paused: DiaryError("cannot_pause")."""
        if self.plan(start).kind is Kind.INJECTION:
            raise DiaryError("cannot_pause")
        if until is not None and until <= self._ledger.today():
            raise InvalidEntry("not_ahead", date=until)
        return self.change(start, state=PlanState.PAUSED, wakes=until)

    def resume(self, start: str) -> Plan:
        """Lets a paused plan go on from today."""
        return self.change(start, state=PlanState.ON, wakes=None)

    def end(self, start: str, last: date | None = None) -> Plan:
        """Ends a plan after its last day (yesterday, so that nothing more is told today)."""
        today = self._ledger.today()
        since = today if last is None else last + timedelta(days=1)
        old = self.plan(start)
        ended = replace(
            old, since=since, made=self._ledger.clock.now().replace(microsecond=0), state=PlanState.ENDED, wakes=None
        )
        of_it = [plan for plan in self.versions() if plan.id == old.id]
        begun = since == today and any(plan.since <= today for plan in of_it)
        versions = self._from_today(ended) if begun else (ended,)
        later = [plan for plan in of_it if plan.since >= versions[0].since]
        if len(later) == len(of_it) and versions == (ended,):
            gone = tuple(Change("plans", plan_row(plan), None) for plan in later)
            self._ledger.apply(Step("end_plan", gone, old.label))  # it never held: nothing of it is kept
            return ended
        self._keep("end_plan", versions, later)
        return versions[-1]

    def silence(self, start: str) -> Plan:
        """Takes the reminding off: a medicine stays in the list without its times, anything else ends."""
        plan = self.plan(start)
        if plan.medicine:
            return self.change(start, schedule=replace(plan.schedule, times=()))
        return self.end(start)

    def _always_told(self, plan: Plan) -> Plan:
        """The plan with a time, where it has a window: nothing lets it pass in silence."""
        if plan.schedule.times or self._ledger.knowledge.window(plan) is None:
            return plan
        return replace(plan, schedule=replace(plan.schedule, times=(TOLD_AT,)))

    def _keep(self, name: str, versions: Sequence[Plan], instead_of: Sequence[Plan]) -> None:
        """Keeps versions of a plan; of those they stand for, none is left."""
        begin = {plan.since for plan in versions}
        gone = [Change("plans", plan_row(plan), None) for plan in instead_of if plan.since not in begin]
        self._ledger.apply(Step(name, (*gone, *put(self._store, "plans", map(plan_row, versions))), versions[-1].label))


def own_id(name: str) -> str:
    """The id of a medicine that no table knows, by its name."""
    return name.strip().casefold().replace(" ", "_")


def _what_is_taken(plan: Plan) -> tuple[object, ...]:
    return plan.schedule, plan.state, plan.log, plan.dose_amount, plan.dose_unit


def _refuse_unknown_zone(said: dict[str, Any]) -> None:
    """What she says now must be known here; what a diary of another computer says is kept."""
    if said.get("zone") is not None:
        zone_named(said["zone"])


def _kind_of(reading: Reading | None) -> Kind:
    entry = next(iter(reading.entries), None) if reading is not None else None
    if isinstance(entry, Dose):
        return Kind.MEDICINE
    if isinstance(entry, Session):
        return Kind.SESSION
    return Kind.SUPPLEMENT if isinstance(entry, Intake) and key_of(entry) else Kind.OWN
