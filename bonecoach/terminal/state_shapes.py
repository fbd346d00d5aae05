"""The JSON shapes of docs/commands.md for targets, days, weeks and trends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.terminal.shapes import Shape, advice_shape, entries_shape, in_unit, plain

if TYPE_CHECKING:
    from bonecoach.core.activities import Load
    from bonecoach.core.advice import Advice
    from bonecoach.core.movement import DayMovement, WeekMovement
    from bonecoach.core.targets import OwnTarget, Target
    from bonecoach.core.totals import NutrientTotal
    from bonecoach.core.week import DayState, NutrientWeek, WeekState
    from bonecoach.words import Words


def target_shape(target: Target) -> Shape | None:
    """A target with its limit; None where nothing is to be reached."""
    if target.low is None and target.high is None:
        return None
    return {
        "low": plain(target.low),
        "high": plain(target.high),
        "upper_limit": plain(target.upper_limit),
        "source": target.source,
        "status": target.status,
        "own": target.own,
    }


def total_shape(total: NutrientTotal) -> Shape:
    """One nutrient of a day."""
    nutrient, target = total.nutrient, total.target
    return {
        "amount": in_unit(nutrient, total.amount),
        "food": in_unit(nutrient, total.food),
        "supplement": in_unit(nutrient, total.supplement),
        "at_least": total.at_least,
        "estimate": total.estimate,
        "target": target_shape(target),
        "upper_limit": plain(target.upper_limit),
        "withheld": target.withheld,
        "largest_single_dose": in_unit(nutrient, total.largest_single_dose),
        "met": total.met,
        "above_limit": total.above_limit,
        "limit_applies_to": target.limit_applies_to,
    }


def day_shape(day: DayState, advice: Iterable[Advice], words: Words) -> Shape:
    """A whole day."""
    return {
        "date": day.date.isoformat(),
        "recorded": day.recorded,
        "none_taken": day.none_taken,
        "food_logged": day.food_logged,
        "nutrients": {nutrient.value: total_shape(total) for nutrient, total in day.nutrients.items()},
        "movement": {
            "recorded": day.movement.recorded,
            "counted_minutes": day.movement.counted_minutes,
            "counted_by_load": _loads(day.movement.counted_by_load),
            "by_load": _loads(day.movement.by_load),
            "aerobic_minutes": day.movement.aerobic_minutes if day.movement.recorded else None,
        },
        "intakes": entries_shape(day.intakes, words),
        "spreading": entries_shape(day.spreading, words),
        "sessions": entries_shape(day.sessions, words),
        "doses": entries_shape(day.doses, words),
        "symptoms": entries_shape(day.symptoms, words),
        "events": entries_shape(day.events, words),
        "advice": advice_shape(advice, words),
    }


def _loads(by_load: Mapping[Load, int]) -> Shape:
    return {load.value: minutes for load, minutes in by_load.items() if minutes}


def movement_shape(movement: WeekMovement) -> Shape:
    """A week's movement without its days. Minutes are null in a week of which it is not known how she moved."""
    known = movement.known
    return {
        "counted_minutes": movement.counted_minutes if known else None,
        "target_minutes": movement.target_minutes,
        "counted_by_load": _loads(movement.counted_by_load),
        "by_load": _loads(movement.by_load),
        "aerobic_minutes": movement.aerobic_minutes if known else None,
        "aerobic_equivalent_minutes": movement.aerobic_equivalent_minutes if known else None,
        "resistance_days": movement.resistance_days,
        "resistance_days_target": movement.resistance_days_target,
        "balance_days": movement.balance_days,
        "balance_days_target": movement.balance_days_target,
        "rest_week": movement.rest_week,
        "days_recorded": movement.days_recorded,
    }


def _movement_day(day: DayMovement) -> Shape:
    return {"date": day.date.isoformat(), "by_load": _loads(day.by_load), "counted_minutes": day.counted_minutes}


def _nutrient_week(week: NutrientWeek, days: list[date]) -> Shape:
    return {
        "mean_per_recorded_day": in_unit(week.nutrient, week.mean_per_recorded_day),
        "days_met": week.days_met,
        "days_recorded": week.days_recorded,
        "days_without_food": week.days_without_food,
        "at_least": week.at_least,
        "days": [
            {"date": day.isoformat(), "amount": in_unit(week.nutrient, total.amount), "at_least": total.at_least}
            for day, total in zip(days, week.days, strict=True)
        ],
    }


def week_shape(week: WeekState, advice: Iterable[Advice], words: Words) -> Shape:
    """A whole week."""
    days = list(week.week)
    return {
        "first_day": week.week.first.isoformat(),
        "last_day": week.week.last.isoformat(),
        "movement": {**movement_shape(week.movement), "days": [_movement_day(day) for day in week.movement.days]},
        "nutrients": {n.value: _nutrient_week(of_week, days) for n, of_week in week.nutrients.items()},
        "pain": {"worst": week.pain_worst, "median": plain(week.pain_median)},
        "advice": advice_shape(advice, words),
    }


def trend_shape(weeks: Iterable[WeekMovement]) -> Shape:
    """Several weeks' movement, oldest first."""
    return {"weeks": [{"first_day": week.days[0].date.isoformat(), **movement_shape(week)} for week in weeks]}


def targets_shape(day: DayState, own: Iterable[OwnTarget]) -> Shape:
    """The targets in force on a day, and every one of the person's own."""
    return {
        "date": day.date.isoformat(),
        "targets": {
            n.value: {
                "target": target_shape(t.target),
                "upper_limit": plain(t.target.upper_limit),
                "withheld": t.target.withheld,
            }
            for n, t in day.nutrients.items()
        },
        "own": [
            {
                "nutrient": target.nutrient.value,
                "low": plain(target.low),
                "high": plain(target.high),
                "since": target.since.isoformat(),
                "note": target.note,
            }
            for target in own
        ],
    }
