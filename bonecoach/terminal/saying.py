"""How what was done, and what was refused, is answered."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bonecoach.core.entries import Dose, Intake, picked
from bonecoach.core.errors import BoneCoachError, InvalidEntry
from bonecoach.terminal.pages import entry_lines
from bonecoach.terminal.shapes import Shape, entries_shape
from bonecoach.terminal.table import paragraph
from bonecoach.words import SAID_OTHERWISE, capital

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.core.entries import Entry
    from bonecoach.phrase.reading import Note, Part, Reading
    from bonecoach.terminal.desk import Desk
    from bonecoach.words.steps import Way

DONE, NOT_DONE, NOT_UNDERSTOOD = 0, 1, 2
"""Exit codes."""

WRONGLY_SAID = frozenset({"future", "no_such_food", "no_such_portion", "not_a_folder", "product_exists"})
"""Refusals of the diary that are about the words, not about what the program could do."""

RED_FLAG = "red_flag"


def logged(desk: Desk, step: Step, reading: Reading | None = None) -> None:
    """Answers what was logged, with what was assumed; red flags come first."""
    entries = desk.diary.entries_of(step)
    parts = () if reading is None else reading.parts
    asked = [*asked_for(desk, entries), *too_near(desk, entries)]
    shape = {"logged": entries_shape(entries, desk.words), "notes": [*notes_shape(desk, parts), *asked]}
    lines = [desk.words.say("page.was_logged"), *entry_lines(entries, desk.words, desk.today), *note_lines(desk, parts)]
    lines += [line for note in asked for line in paragraph(str(note["message"]), 2)]
    desk.answer(shape, [*flag_lines(desk, parts), *lines])


def understood(desk: Desk, reading: Reading, now: datetime, *, confirmed: bool) -> None:
    """Answers what a text was understood as; refuses it just as logging it would."""
    from bonecoach.diary.refusals import NotUnderstood, PleaseConfirm

    if not reading.understood:
        raise NotUnderstood(reading)
    if reading.doubts and not confirmed:
        raise PleaseConfirm(reading)
    words = desk.words
    parts: list[Shape] = [
        {"text": p.text, "start": p.start, "end": p.end, "understood": words.understood(p, now, keys=False)}
        for p in reading.parts
    ]
    shape = {
        "entries": entries_shape(reading.entries, words),
        "parts": parts,
        "notes": notes_shape(desk, reading.parts),
    }
    lines = [line for part in parts for line in paragraph(str(part["understood"]))]
    desk.answer(shape, [*flag_lines(desk, reading.parts), *lines])


def stepped(desk: Desk, step: Step, *, way: Way = "done", more: Mapping[str, object] | None = None) -> None:
    """Answers a step: what was done, undone or redone, and to which entries."""
    entries = desk.diary.entries_of(step)
    shape = {
        "step": step.name,
        "label": desk.words.step_label(step, entries),
        "entries": entries_shape(entries, desk.words),
        "way": way,
        **(more or {}),
    }
    asked = [*asked_for(desk, entries), *too_near(desk, entries)] if way == "done" else []
    lines = [line for note in asked for line in paragraph(str(note["message"]), 2)]
    desk.answer(shape, [desk.words.step(step, entries, way, desk.today), *lines])


def too_near(desk: Desk, entries: Sequence[Entry]) -> list[Shape]:
    """What was just logged too near to something else, as a note: said once, and never refused."""
    found = desk.diary.spacing.logged([entry for entry in entries if isinstance(entry, Dose | Intake)])
    return [] if found is None else [{"code": "too_near", "message": desk.words.conflict(found), "part": found.first}]


def asked_for(desk: Desk, entries: Iterable[Entry]) -> list[Shape]:
    """What tablets that were just taken ask for, as notes: upright until when, and when calcium is fine."""
    doses = picked(Dose, entries)
    if not doses:
        return []
    from bonecoach.words.rituals import RitualWords

    running = {ritual.id: ritual for ritual in desk.diary.reminders.rituals.running(desk.now)}
    words, rituals = RitualWords(desk.words, desk.zone), desk.diary.reminders.rituals
    return [
        {"code": "ritual", "message": words.says(ritual, rules, desk.now), "part": dose.label}
        for dose in doses
        if (ritual := running.get(dose.id)) and (rules := rituals.rules(dose.medicine))
    ]


def notes_shape(desk: Desk, parts: Iterable[Part]) -> list[Shape]:
    """What was assumed in a text, and red flags, each with its sentence."""
    return [
        {"code": note.code, "message": _note(desk, note, part), "part": part.text}
        for part in parts
        for note in part.notes
    ]


def _note(desk: Desk, note: Note, part: Part) -> str:
    if note.code == RED_FLAG:
        return desk.words.red_flag(note)
    return desk.words.note(note, part.other, keys=False)


def flag_lines(desk: Desk, parts: Iterable[Part]) -> list[str]:
    """Red flags, above everything else."""
    flags = desk.words.red_flags(note for part in parts for note in part.notes)
    return [line for flag in flags for line in [*paragraph(flag), ""]]


def note_lines(desk: Desk, parts: Iterable[Part]) -> list[str]:
    """What was assumed, below what was logged."""
    notes = [_note(desk, note, part) for part in parts for note in part.notes if note.code not in SAID_OTHERWISE]
    return [line for note in notes for line in paragraph(capital(note), 2)]


def refuse(desk: Desk, error: BoneCoachError) -> int:
    """Says why something was not done; answers the exit code."""
    desk.refuse(error.code, desk.words.error(error))
    about_the_words = isinstance(error, InvalidEntry) or error.code in WRONGLY_SAID
    return NOT_UNDERSTOOD if about_the_words else NOT_DONE


def refuse_problems(desk: Desk, reading: Reading) -> int:
    """Says which parts of a text were not understood; nothing was logged. A red flag waits for no correction."""
    words = desk.words
    parts: list[Shape] = [
        {
            "text": p.text,
            "start": p.start,
            "end": p.end,
            "reason": words.problem(p, keys=False),
            "code": p.code,
            "fix": p.fix,
        }
        for p in reading.problems
    ]
    reasons = [str(part["reason"]) for part in parts] or [words.say("error.nothing_typed")]
    sentence = words.say("page.not_understood", reasons=_joined(reasons))
    desk.refuse("not_understood", sentence, {"parts": parts, **_warned(desk, reading)})
    return NOT_UNDERSTOOD


def refuse_doubts(desk: Desk, reading: Reading) -> int:
    """Asks about absurd but possible amounts; nothing was logged. A red flag waits for no answer."""
    words = desk.words
    parts: list[Shape] = []
    meant = reading.text
    for part in reversed(reading.parts):
        if part.doubt is not None:
            said = words.doubt(part.doubt)
            suggestion = part.doubt.suggestion
            parts.insert(
                0, {"text": part.text, "start": part.start, "end": part.end, "reason": said, "suggestion": suggestion}
            )
            if suggestion is not None:
                meant = meant[: part.start] + suggestion + meant[part.end :]
    sentence = words.sentence("page.please_confirm", asked=_joined([str(part["reason"]) for part in parts]))
    suggestion = meant if meant != reading.text else None
    desk.refuse("please_confirm", sentence, {"suggestion": suggestion, "parts": parts, **_warned(desk, reading)})
    return NOT_UNDERSTOOD


def _warned(desk: Desk, reading: Reading) -> Shape:
    """Says the red flags of what is refused, above the refusal; with `--json` they are its notes."""
    for line in flag_lines(desk, reading.parts):
        print(line, file=sys.stderr)
    flags = [note for note in notes_shape(desk, reading.parts) if note["code"] == RED_FLAG]
    return {"notes": flags} if flags else {}


def _joined(sentences: Sequence[str]) -> str:
    # What is refused is said in one sentence, however many parts it is about.
    begun = [sentence[:1].lower() + sentence[1:] for sentence in sentences]
    return "; ".join([*(sentence.rstrip(".") for sentence in begun[:-1]), begun[-1]])
