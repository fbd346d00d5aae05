"""An entry as the text that logs it again: for editing in place, and for what she logs most."""

from __future__ import annotations

from bonecoach.core.entries import Dose, DoseState, Entry, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.nutrients import Nutrient

_SPREAD_WORDS = {7: " weekly", 30: " monthly"}
_STATE_WORDS = {DoseState.TAKEN: "took", DoseState.MISSED: "missed", DoseState.SKIPPED: "skipped"}


def text_of(entry: Entry) -> str:
    """What she could have typed for an entry, without its time."""
    if isinstance(entry, Intake):
        return _intake(entry)
    if isinstance(entry, Session):
        return _session(entry)
    if isinstance(entry, Dose):
        amount = "" if entry.amount is None else f" {entry.amount:g} {entry.unit or ''}".rstrip()
        return f"{_STATE_WORDS[entry.state]} {entry.name.lower()}{amount}"
    if isinstance(entry, Symptom):
        said = [entry.site or "", entry.name.lower(), "" if entry.score is None else str(entry.score)]
        return " ".join(word for word in said if word)
    assert isinstance(entry, Event)
    return entry.name.lower() + (" no injury" if entry.injury is False else "")


def _intake(entry: Intake) -> str:
    if entry.source is Source.SUPPLEMENT:
        return f"{entry.name} {entry.quantity}".strip() + _SPREAD_WORDS.get(entry.spread_days, "")
    if entry.source is Source.MANUAL:
        return f"{_quoted(entry.name)} {_figures(entry)}".strip()
    amount = entry.quantity.partition(" (")[0] if entry.quantity else ""
    if not amount and entry.grams is not None:
        amount = f"{entry.grams:g} g"
    return f"{amount} {_quoted(entry.name)}".strip()


def _figures(entry: Intake) -> str:
    known = [(n, entry.amounts.in_unit(n)) for n, _ in entry.amounts]
    return " ".join(f"{amount:g} {n.unit} {_NAMES[n]}" for n, amount in known if amount)


_NAMES = {
    Nutrient.CALCIUM: "calcium",
    Nutrient.VITAMIN_D: "vitamin d",
    Nutrient.VITAMIN_K2: "vitamin k2",
    Nutrient.MAGNESIUM: "magnesium",
    Nutrient.PROTEIN: "protein",
    Nutrient.ZINC: "zinc",
    Nutrient.VITAMIN_K1: "vitamin k1",
    Nutrient.FIBRE: "fibre",
    Nutrient.SODIUM: "sodium",
}


def _quoted(name: str) -> str:
    # A food's own commas would part the line.
    return f'"{name}"' if "," in name else name


def _session(entry: Session) -> str:
    said = [entry.name.lower(), *map(_exercise, entry.exercises)]
    if entry.impacts is not None:
        said.append(f"{entry.impacts} jumps")
    if entry.minutes is not None:
        said.append(f"{entry.minutes} min")
    said.append(entry.intensity.value)
    return " ".join(said)


def _exercise(exercise: Exercise) -> str:
    counts = f"{exercise.sets or 1}x{exercise.reps}" if exercise.reps else ""
    weight = "" if exercise.weight_kg is None else f"{exercise.weight_kg:g}kg"
    return " ".join(word for word in (counts, weight) if word)
