"""What the entry line understood, what it could not read, and what it asks about, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bonecoach.core.days import Moment, moment_at
from bonecoach.core.entries import Dose, DoseState, Entry, Event, Intake, Session, Source, Symptom
from bonecoach.core.errors import BoneCoachError, FaultyTable
from bonecoach.core.nutrients import Nutrient
from bonecoach.words.entries import EntryWords
from bonecoach.words.speech import capital, quotable

_CHOICES = frozenset({"choices", "near", "foods"})
"""Facts that are alternatives: joined by "or"."""

_NAMES = frozenset({"food", "medicine", "compound"})
"""Facts that are names as entries bear them, with a capital that a sentence does not need."""

SAID_OTHERWISE = frozenset({"red_flag", "usual_dose_assumed", "usual_portion", "usual_units"})
"""Notes that a line does not repeat: red flags stand above it, usual amounts are in it."""


class Coded(Protocol):
    """Anything that names itself by a code and brings the figures for its sentence."""

    @property
    def code(self) -> str: ...

    @property
    def facts(self) -> Mapping[str, object]: ...


class Fixable(Coded, Protocol):
    """A problem that may know how it could be put right."""

    @property
    def fix(self) -> str | None: ...


class Suggesting(Coded, Protocol):
    """A doubt that may know what was probably meant."""

    @property
    def suggestion(self) -> str | None: ...


class PartLike(Protocol):
    """One part of a line as it was read."""

    @property
    def entries(self) -> Sequence[Entry]: ...

    @property
    def notes(self) -> Sequence[Coded]: ...

    @property
    def other(self) -> str | None: ...


_BEGINNING = 20
"""Letters of a file name by which a sentence that begins with it is known: it stays as the file is called."""


class ReadingWords(EntryWords):
    """Sentences for the entry line and for everything that is refused."""

    def error(self, error: BoneCoachError, *, keys: bool = True) -> str:
        """The one sentence for anything that was refused; without `keys` as a terminal says it."""
        if isinstance(error, FaultyTable):
            return self.say("error.faulty_table", **self._sayable(error.facts))
        said = self._coded(self._section(error, keys), error.code, error.facts)
        files = [str(error.facts[key])[:_BEGINNING] for key in ("path", "file") if error.facts.get(key)]
        return said if any(said.startswith(name) for name in files) else capital(said)

    def problem(self, problem: Fixable | BoneCoachError, *, keys: bool = True) -> str:
        """Why a part could not be read, with the way to put it right where one is known.

        Without `keys`, in a terminal, a place of the window is said with its command.
        """
        said = capital(self._coded(self._section(problem, keys), problem.code, problem.facts))
        fix = getattr(problem, "fix", None)
        return said if not fix else self.say("reading.fix", problem=said.rstrip("."), fix=quotable(fix))

    def _section(self, problem: Coded, keys: bool) -> str:
        return "error" if keys or f"in_terminal.{problem.code}" not in self.catalogue else "in_terminal"

    def doubt(self, doubt: Suggesting) -> str:
        """The question about an absurd but possible amount."""
        facts = {**doubt.facts, "suggestion": doubt.suggestion or ""}
        code = doubt.code
        if code == "far_above_target":
            code = self._far_above(facts)
        for amount, said in (("all", "said"), ("held", "holds")):
            if isinstance(nutrient := facts.get("nutrient"), Nutrient) and isinstance(held := facts.get(amount), int):
                facts[said] = self.amount(nutrient, held)
        moment, now = facts.pop("moment", None), facts.pop("now", None)
        if isinstance(moment, Moment) and isinstance(now, Moment):
            facts["when"] = self.say("date.at", day=self.date(moment.date, now.date), time=moment.wall)
        return capital(self._coded("doubt", code if doubt.suggestion else f"{code}_bare", facts))

    def _far_above(self, facts: dict[str, object]) -> str:
        nutrient, amount, limit = facts["nutrient"], facts["amount"], facts["upper_limit"]
        assert isinstance(nutrient, Nutrient)
        assert isinstance(amount, (int, float))
        facts["said"] = self.amount(nutrient, round(amount * nutrient.ng_per_unit))
        times = facts["times"]
        if isinstance(times, int) and times > 2:
            return "far_above_target"
        if isinstance(limit, (int, float)):
            facts["limit"] = self.amount(nutrient, round(limit * nutrient.ng_per_unit))
            return "far_above_limit"
        return "far_above_usual"

    def note(self, note: Coded, other: str | None = None, *, keys: bool = True) -> str:
        """What was assumed in a reading. `other` is a text that says the other reading; `keys`: F2 takes it."""
        facts = {**note.facts, "other": quotable(other or "")}
        if isinstance(compound := facts.get("compound"), str):
            facts["salt"] = compound.partition(" ")[2] or compound
        said = self._coded("note", note.code, facts)
        if not other or f"meant.{note.code}" not in self.catalogue:
            return said
        meant = self._coded("meant", note.code, facts)
        return self.say(
            "reading.other_by_key" if keys else "reading.other_by_text", note=said, other=other, meant=meant
        )

    def red_flag(self, note: Coded) -> str:
        """What a note of the code "red_flag" says; it stands above everything else (evidence 10)."""
        return self.say(f"red_flag.{note.facts['flag']}")

    def red_flags(self, notes: Iterable[Coded]) -> list[str]:
        """What the red flags among some notes say, each once, the weightiest first."""
        from bonecoach.reference.red_flags import LEVELS, red_flag

        flags = {str(note.facts["flag"]): note for note in notes if note.code == "red_flag"}
        ordered = sorted(flags, key=lambda flag: LEVELS.index(red_flag(flag).level))
        return [self.red_flag(flags[flag]) for flag in ordered]

    def understood(self, part: PartLike, now: datetime, *, keys: bool = True) -> str:
        """A part as it was understood, before it is logged.

        "whole milk, 2 × 244 g: calcium 551 mg, vitamin D 6.3 μg (254 IU)". `now` is an aware instant; a moment other
        than now is named. Red flags are not in it: they stand above everything else (`red_flag`).
        """
        said = "; ".join(self._one_understood(entry, now) for entry in part.entries)
        notes = [self.note(n, part.other, keys=keys) for n in part.notes if n.code not in SAID_OTHERWISE]
        return f"{said} ({'; '.join(notes)})" if notes else said

    def _one_understood(self, entry: Entry, now: datetime) -> str:
        when = self.when(entry.moment, now)
        if isinstance(entry, Dose):
            said = self._dose(entry, when)
        else:
            said = self._thing(entry)
            said = f"{said}, {when}" if when else said
        if not entry.note:
            return said
        only = isinstance(entry, Event) and entry.event == "other"
        return self.say("reading.note_only" if only else "reading.noted", what=said, note=quotable(entry.note))

    def _thing(self, entry: Entry) -> str:
        if isinstance(entry, Intake):
            if entry.source is Source.SUPPLEMENT:
                what = self._supplement(entry)
                said = self.say("reading.supplement", what=what)
                return said if entry.spread_days == 1 else self.say("reading.spread", what=said, days=entry.spread_days)
            if entry.source is Source.MANUAL:
                return self.say("reading.by_label", what=self._labelled(entry), amounts=self.amounts_of(entry))
            return f"{self.small(weighed(entry))}: {self.amounts_of(entry)}"
        if isinstance(entry, Session):
            minutes = [] if entry.minutes is None else [self.minutes(entry.minutes)]
            effort = [self.effort(entry)] if self.effort(entry) else []
            return f"{self.loads(entry)}: {', '.join([*self.work(entry), *minutes, *effort])}"
        if isinstance(entry, Symptom):
            return self._felt(entry)
        if isinstance(entry, Event) and entry.injury is not None:
            return f"{self.small(entry.label)}, {self.detail(entry)}"
        return self.small(entry.label)

    def _supplement(self, intake: Intake) -> str:
        # A bare vitamin is what it holds; a product is named; so is what holds nothing that is counted.
        if not any(ng for _, ng in intake.amounts):
            return intake.label
        holds = self.amounts_of(intake)
        return holds if intake.thing is None else f"{intake.label}: {holds}"

    def _labelled(self, intake: Intake) -> str:
        if intake.thing is None:
            return self.say("reading.food")
        weight = "" if intake.grams is None else f", {self.number(intake.grams)} g"
        return f"{self.small(intake.name)}{weight}"

    def small(self, name: str) -> str:
        """A name inside a line: "whole milk", "low-fat milk", but "Greek yogurt", "MK-7" and "McDONALD'S"."""
        first = name.partition(" ")[0]
        large = first[1:] != first[1:].lower() or any(char.isdigit() or char == "'" for char in first)
        proper = self.catalogue.pattern("reading.written_large", {}).split()
        return name if large or first.rstrip(",") in proper else name[:1].lower() + name[1:]

    def _felt(self, symptom: Symptom) -> str:
        name = self.small(symptom.name)
        if symptom.site:
            name = f"{name}, {symptom.site},"
        if symptom.score is None:
            return name.rstrip(",")
        return self.say("reading.scored", what=name, score=symptom.score)

    def _dose(self, dose: Dose, when: str) -> str:
        name = self.small(self.label(dose))
        if dose.state is DoseState.TAKEN and not when:
            return self.say("reading.taken_now", dose=name)
        return " ".join(part for part in (f"{name},", self.shown(dose.state), when) if part)

    def when(self, moment: Moment, now: datetime) -> str:
        """How a moment differs from now: "", "at 08:00", "yesterday", "Friday 20 November at 18:00"."""
        here = moment_at(now, moment.zone)
        same_minute = (moment.wall.hour, moment.wall.minute) == (here.wall.hour, here.wall.minute)
        if moment.date == here.date:
            return "" if same_minute else self.say("reading.at", time=moment.wall)
        day = self.date(moment.date, here.date)
        return day if same_minute else self.say("date.at", day=day, time=moment.wall)

    def _coded(self, section: str, code: str, facts: Mapping[str, object]) -> str:
        try:
            return self.say(f"{section}.{code}", **self._sayable(facts))
        except KeyError:
            # A code or fact without its words is a fault that a test finds; a person still gets a true sentence.
            return self.say("error.not_done")

    def _sayable(self, facts: Mapping[str, object]) -> dict[str, object]:
        # Facts of errors hold what somebody typed: any length, any character.
        shown: dict[str, object] = {}
        for name, value in facts.items():
            if isinstance(value, (tuple, list)) and name in _CHOICES:
                shown[name] = self.listed([self.shown(_quoted(item)) for item in value], "or")
            elif name in _NAMES and isinstance(value, str):
                shown[name] = self.small(quotable(value))
            elif name == "key" and f"fact.{value}" in self.catalogue:
                shown[name] = self.say(f"fact.{value}")
            else:
                shown[name] = _quoted(value)
        return shown


def weighed(intake: Intake) -> str:
    """An intake with several equal portions as count and weight: "Whole milk, 2 × 244 g"; otherwise its label."""
    count, _, rest = intake.quantity.partition(" ")
    total = rest.rpartition("(")[2]
    if (
        intake.grams is None
        or not (count.isascii() and count.isdigit())
        or int(count) < 2
        or total != f"{intake.grams:g} g)"
    ):
        return intake.label
    return f"{intake.name}, {count} × {intake.grams / int(count):g} g"


def _quoted(value: object) -> object:
    if type(value) is str:
        return quotable(value)
    if isinstance(value, (tuple, list)):
        return [_quoted(item) for item in value]
    return value
