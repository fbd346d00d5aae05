"""A reading in one line of text, for comparing what many lines are understood as."""

from __future__ import annotations

from datetime import datetime

from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose, Entry, Event, Intake, Session, Source, Symptom
from bonecoach.core.nutrients import Nutrient
from bonecoach.phrase.reading import Part, Reading

_SHOWN = {
    Nutrient.CALCIUM: "calcium",
    Nutrient.VITAMIN_D: "D",
    Nutrient.VITAMIN_K2: "K2",
    Nutrient.MAGNESIUM: "magnesium",
    Nutrient.ZINC: "zinc",
    Nutrient.PROTEIN: "protein",
}


def summary(reading: Reading, now: datetime) -> str:
    """Its parts with "; " between: entries, notes in brackets, a doubt behind "?", a problem behind "!"."""
    return "; ".join(_part(part, now) for part in reading.parts)


def _part(part: Part, now: datetime) -> str:
    if part.problem is not None:
        fix = "" if part.problem.fix is None else f" fix {part.problem.fix!r}"
        return f"!{part.problem.code} {part.problem.text!r}{fix}"
    said = " + ".join(_entry(entry, now) for entry in part.entries)
    notes = [f"{n.code} {n.facts['flag']}" if n.code == "red_flag" else n.code for n in part.notes]
    if notes:
        said += f" [{', '.join(notes)}]"
    if part.doubt is not None:
        said += f" ?{part.doubt.code} {part.doubt.suggestion!r}"
    return said if part.other is None else f"{said} or {part.other!r}"


def _entry(entry: Entry, now: datetime) -> str:
    here = moment_at(now, entry.moment.zone)
    when = "" if entry.moment == here else f" @{entry.moment.date:%m-%d} {entry.moment.wall:%H:%M}"
    note = f" ({entry.note})" if entry.note else ""
    return f"{_what(entry)}{when}{note}"


def _what(entry: Entry) -> str:
    if isinstance(entry, Intake):
        # Of foods only the name and the words for the amount are compared: weights and figures are the food table's.
        if entry.source is Source.FOOD:
            return f"{entry.name}, {entry.quantity.partition(' (')[0]}"
        held = [f"{name} {entry.amounts.in_unit(n):g}" for n, name in _SHOWN.items() if entry.amounts.get(n)]
        spread = "" if entry.spread_days == 1 else f" over {entry.spread_days} days"
        return f"{entry.source}: {entry.label} = {', '.join(held)}{spread}"
    if isinstance(entry, Session):
        exercises = [f"{e.name} {e.sets}x{e.reps}x{e.weight_kg}" for e in entry.exercises]
        return " ".join(
            str(word)
            for word in (
                *(entry.activity, entry.intensity),
                *([f"{entry.minutes} min"] if entry.minutes else []),
                *([f"{entry.impacts} impacts"] if entry.impacts else []),
                *([f"felt {entry.ease}"] if entry.ease else []),
                *exercises,
            )
        )
    if isinstance(entry, Dose):
        return f"{entry.state} {entry.label}"
    if isinstance(entry, Symptom):
        return f"{entry.symptom}: {entry.label}"
    assert isinstance(entry, Event)
    return f"{entry.event}: {entry.label}, injury {entry.injury}"
