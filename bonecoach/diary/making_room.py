"""Room for something new among the plans: what is in its way moves on those days only, where that can be planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bonecoach.core.days import Moment
from bonecoach.core.making_room import make_room
from bonecoach.core.offered_times import Move, Room
from bonecoach.core.plans import Kind, Plan
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.spacing import Placed
from bonecoach.diary.changing import new_id
from bonecoach.reference.spacing import spacing_rules


def room_for(
    wanted: Placed,
    nearest: int,
    owned: Sequence[tuple[Plan, Placed]],
    schedule: Schedule,
    meals: Mapping[str, int],
) -> Room | None:
    """A time near to `nearest` that keeps every rule once supplements move; None where there is none.

    `owned` is what is planned on its days, each with its plan. A medicine never moves: that is for her team.
    """
    owned = _as_swallowed(owned)
    versions = Counter(plan_id for plan_id, _ in {(plan.id, plan.since) for plan, _ in owned})
    movable = frozenset(
        place
        for place, (plan, _) in enumerate(owned)
        if plan.kind is Kind.SUPPLEMENT and versions[plan.id] == 1  # what changes anyway stays as she has it
    )
    freed = make_room(wanted, [placed for _, placed in owned], movable, nearest, meals, spacing_rules())
    if freed is None or not freed.moved:
        return None
    moves: dict[str, Move] = {}
    for place, at in freed.moved:
        plan, placed = owned[place]
        move = moves.get(plan.id) or Move(plan.id, plan.label, (), (), plan.schedule.times, _parted(plan, schedule))
        before, to = _clock(placed.at), _clock(at)
        after = tuple(sorted({*move.after, to} - {before}))
        moves[plan.id] = move._replace(before=(*move.before, before), to=(*move.to, to), after=after)
    return Room(_clock(freed.at), tuple(moves.values()))


def _as_swallowed(owned: Sequence[tuple[Plan, Placed]]) -> list[tuple[Plan, Placed]]:
    """What a plan holds at one time, as one: it moves together."""
    together: dict[tuple[Plan, int], Placed] = {}
    for plan, placed in owned:
        there = together.get((plan, placed.at))
        tags, calcium_mg = (frozenset[str](), 0.0) if there is None else (there.tags, there.calcium_mg)
        whole = replace(placed, name=plan.label, tags=placed.tags | tags, calcium_mg=placed.calcium_mg + calcium_mg)
        together[plan, placed.at] = whole
    return [(plan, placed) for (plan, _), placed in together.items()]


def moved(plan: Plan, move: Move, new: Schedule, now: datetime, here: Moment) -> tuple[Plan, ...]:
    """The versions of plans that make a plan move, from the first day of the new schedule that still lies ahead.

    `now` is the instant, in whole seconds, and `here` the same as it is on her clock.
    """
    first = _first_ahead(new, min((*plan.schedule.times, *move.after)), here)
    if not move.weekdays:
        schedule = replace(plan.schedule, times=move.after)
        return (replace(plan, since=max(first, plan.since), made=now, schedule=schedule),)
    weekly = replace(plan.schedule, unit=Unit.WEEK, every=1)
    others = tuple(day for day in _weekdays(plan.schedule) if day not in move.weekdays)
    # Behind the last of its days that is still to be as it was, the plan reads as it will be.
    between = (here.date + timedelta(days=n) for n in range((first - here.date).days))
    as_before = [day for day in between if day.weekday() in move.weekdays]
    since = max(plan.since, as_before[-1] + timedelta(days=1) if as_before else here.date)
    made = now if since >= first else plan.made
    rest = replace(plan, since=since, made=made, schedule=replace(weekly, weekdays=others))
    begins = max(first, plan.schedule.start)
    apart = replace(weekly, weekdays=move.weekdays, times=move.after)
    days = [*apart.days(begins, begins + timedelta(days=6))][:1]  # none where it ends before
    return (
        rest,
        *(replace(plan, id=new_id(), since=day, made=now, schedule=replace(apart, start=day)) for day in days),
    )


def _first_ahead(new: Schedule, earliest: time, here: Moment) -> date:
    """The first day of a schedule on which everything up to the earliest time is still ahead."""
    begins = here.date if here.wall < earliest else here.date + timedelta(days=1)
    return next(new.days(begins, max(begins, new.start) + timedelta(days=2 * 366)), begins)


def _parted(plan: Plan, new: Schedule) -> tuple[int, ...]:
    """The weekdays on which alone a plan has to move; () where its days cannot be told apart so, or all of them do."""
    if new.unit is not Unit.WEEK or new.every != 1 or not _is_by_weekday(plan.schedule):
        return ()
    both = set(_weekdays(plan.schedule)) & set(_weekdays(new))
    return () if both == set(_weekdays(plan.schedule)) else tuple(sorted(both))


def _is_by_weekday(schedule: Schedule) -> bool:
    return schedule.every == 1 and schedule.unit in (Unit.DAY, Unit.WEEK)


def _weekdays(schedule: Schedule) -> tuple[int, ...]:
    return tuple(range(7)) if schedule.unit is Unit.DAY else schedule.weekdays or (schedule.start.weekday(),)


def _clock(minute: int) -> time:
    return time(*divmod(minute, 60))
