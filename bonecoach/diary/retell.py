"""An entry as a text that logs it again: for editing in place, and for what she logs most."""

from __future__ import annotations

from collections.abc import Iterator

from bonecoach.core.activities import Intensity
from bonecoach.core.entries import Dose, DoseState, Entry, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.nutrients import Nutrient

_SPREAD_WORDS = {7: " weekly", 30: " monthly"}
_STATE_WORDS = {DoseState.TAKEN: "took", DoseState.MISSED: "missed", DoseState.SKIPPED: "skipped"}


def text_of(entry: Entry, usual: Intensity | None = None) -> str:
    """What she could have typed for an entry, without its time and note.

    `usual` is how intense the activity of a session is unless something else is said; then it goes without saying.
    """
    if isinstance(entry, Intake):
        return _intake(entry)
    if isinstance(entry, Session):
        return _session(entry, usual)
    if isinstance(entry, Dose):
        amount = "" if entry.amount is None else f" {entry.amount:g} {entry.unit or ''}".rstrip()
        return f"{_STATE_WORDS[entry.state]} {entry.name.lower()}{amount}"
    if isinstance(entry, Symptom):
        return _joined([entry.site, entry.name.lower(), None if entry.score is None else str(entry.score)])
    assert isinstance(entry, Event)
    return _event(entry)


def texts_of(entry: Entry, usual: Intensity | None = None) -> Iterator[str]:
    """Texts that may log an entry again, the plainest first: those that keep its note, then those that leave it out."""
    plain = dict.fromkeys([text_of(entry, usual), text_of(entry), *_longer(entry, usual)])
    if entry.note and not _is_note(entry):
        yield from (f"{text} ({entry.note})" for text in plain)
        yield from (f"{text} {entry.note}" for text in plain)
    yield from plain


def _longer(entry: Entry, usual: Intensity | None) -> Iterator[str]:
    if isinstance(entry, Session):
        yield _session(entry, usual, exercises_named=True)
    if isinstance(entry, Intake) and entry.source is Source.FOOD and entry.grams is not None:
        yield f"{entry.grams:g} g {_quoted(entry.name)}"
        yield f'{entry.grams:g} g "{entry.name}"'  # "drinking yogurt" is also what she did with a yogurt


def _joined(words: list[str | None]) -> str:
    return " ".join(word for word in words if word)


def _intake(entry: Intake) -> str:
    if entry.source is Source.SUPPLEMENT:
        return f"{entry.name} {entry.quantity}".strip() + _SPREAD_WORDS.get(entry.spread_days, "")
    if entry.source is Source.MANUAL:
        return f"{_quoted(entry.name)} {_figures(entry)}".strip()
    amount = entry.quantity.partition(" (")[0]
    if entry.grams is not None and (not amount or any(sign in amount for sign in ',"(')):
        amount = f"{entry.grams:g} g"  # a portion of the table, such as "1 cup, diced", is no words of hers
    return f"{amount} {_quoted(entry.name)}".strip()


def _figures(entry: Intake) -> str:
    known = [(n, entry.amounts.in_unit(n)) for n, _ in entry.amounts]
    said = [(f"{amount:g} {n.unit}", _NAMES[n]) for n, amount in known if amount]
    if len(said) == 1 and said[0][1] == entry.name.casefold():
        return said[0][0]
    return " ".join(f"{amount} {name}" for amount, name in said)


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


def _session(entry: Session, usual: Intensity | None, *, exercises_named: bool = False) -> str:
    impacts = None if entry.impacts is None else str(entry.impacts)
    minutes = None if entry.minutes is None else f"{entry.minutes} min"
    exercises = [_exercise(exercise, named=exercises_named) for exercise in entry.exercises]
    intensity = None if entry.intensity is usual else entry.intensity.value
    ease = None if entry.ease == "right" else entry.ease
    return _joined([impacts, entry.name.lower(), *exercises, minutes, intensity, ease])


def _exercise(exercise: Exercise, *, named: bool) -> str:
    sets = None if exercise.sets is None else f"{exercise.sets} sets"
    counts = sets if exercise.reps is None else f"{exercise.sets or 1}x{exercise.reps}"
    weight = None if exercise.weight_kg is None else f"{exercise.weight_kg:g}kg"
    return _joined([exercise.name if named else None, counts, weight])


def _event(entry: Event) -> str:
    if _is_note(entry):
        return f"note: {entry.note}"
    injury = {None: None, True: "injured", False: "no injury"}[entry.injury]
    return _joined(
        [entry.name.lower(), entry.site, None if entry.injury and (entry.note or entry.event == "fracture") else injury]
    )


def _is_note(entry: Entry) -> bool:
    return isinstance(entry, Event) and entry.event == "other" and bool(entry.note)
