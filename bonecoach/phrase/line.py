"""The entry line: a whole line read into parts, each understood or complained about, and ways to finish it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose, Intake, Source
from bonecoach.core.habits import NO_HABITS, Habits
from bonecoach.core.profile import Profile
from bonecoach.core.targets import TargetRule
from bonecoach.phrase.clock_said import clock_at
from bonecoach.phrase.complete import completions
from bonecoach.phrase.context import Context, Tables
from bonecoach.phrase.elsewhere import take_elsewhere
from bonecoach.phrase.exercises import exercise_named
from bonecoach.phrase.felt import flags_in_note
from bonecoach.phrase.inherit import share
from bonecoach.phrase.interpret import at_other_moments, interpret
from bonecoach.phrase.labels_known import take_label
from bonecoach.phrase.lexicon import DISHES, FILLERS, NOUNS
from bonecoach.phrase.lexicon import singular as household
from bonecoach.phrase.moments import Resolved, resolve
from bonecoach.phrase.names import Names
from bonecoach.phrase.near import likely_fix
from bonecoach.phrase.not_yet import when_trouble
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.reading import Completion, Note, Part, Problem, Reading
from bonecoach.phrase.said import Said
from bonecoach.phrase.segments import Piece, pieces
from bonecoach.phrase.tables import Activities, Foods, Medicines, Supplements
from bonecoach.phrase.together import seen_together
from bonecoach.phrase.tokens import Kind, tokens
from bonecoach.phrase.uncounted import uncounted_named
from bonecoach.phrase.wordlist import words

LONGEST_LINE = 2_000
"""Characters of a line; longer texts are refused before anything looks at them."""

_SHOWN = 80
_DENIED = words("no none nothing nil didn't didnt haven't havent missed skipped forgot")
_SLEPT = words("well sleep slept")
"""Who did not sleep well tells of something after all."""

NOON_HOUR = 12
NOBODY = Profile()


class EntryLine:
    """Understands what people type. It holds the tables and remembers what it looked up, nothing else."""

    def __init__(
        self,
        foods: Foods,
        activities: Activities,
        supplements: Supplements,
        medicines: Medicines,
        rules: tuple[TargetRule, ...] = (),
    ) -> None:
        names = Names(
            {
                "medicine": medicines.named,
                "compound": supplements.compound,
                "nutrient": lambda words: supplements.nutrient("vitamin d" if words == "d" else words),
                "product": supplements.product,
                "uncounted": uncounted_named,
                "exercise": exercise_named,
                "activity": activities.named,
                "food": foods.named,
            }
        )
        self.tables = Tables(foods, activities, supplements, medicines, names, rules)

    def read(
        self, text: str, now: datetime, zone: str, habits: Habits = NO_HABITS, profile: Profile = NOBODY
    ) -> Reading:
        """What `text` says, as of the aware instant `now` in `zone`. Never raises for any text.

        Entries come without an id; the diary gives it. Raises InvalidEntry("unknown_zone") for a zone that is none.
        """
        if len(text) > LONGEST_LINE:
            return _too_long(text)
        present = moment_at(now, zone)
        parts = pieces(text, tokens(text), present.date, self.tables.names, habits)
        breaks, stops = [part.hard for part in parts], [part.sentence for part in parts]
        share([part.when for part in parts], breaks, stops, [part.joined for part in parts])
        lasts = [*(part.hard for part in parts[1:]), True]
        read = [
            self._part(part, now, zone, habits, profile, last=last) for part, last in zip(parts, lasts, strict=False)
        ]
        return Reading(text, seen_together(read))

    def complete(self, text: str, cursor: int, habits: Habits = NO_HABITS, limit: int = 6) -> tuple[Completion, ...]:
        """At most `limit` ways to finish the word at `cursor`, likeliest first; each is the whole line then."""
        return () if len(text) > LONGEST_LINE else completions(text, cursor, self.tables, habits, limit)

    def _part(self, piece: Piece, now: datetime, zone: str, habits: Habits, profile: Profile, *, last: bool) -> Part:
        said, resolved = piece.said, resolve(piece.when, now, zone)
        if resolved.code is not None:
            return _made(Outcome(said, trouble=when_trouble(said, piece.when, resolved)), None)
        ctx = Context(
            *(self.tables, habits, profile, resolved.moments[0], resolved.minutes, piece.when.words),
            times=len(resolved.moments),
        )
        outcome = interpret(said, ctx)
        if outcome.complete:
            flags = flags_in_note(outcome.said, ctx)
            outcome.notes = (*outcome.notes, *(flag for flag in flags if flag not in outcome.notes))
        if len(resolved.moments) > 1:
            at_other_moments(outcome, resolved.moments)
        if outcome.complete and resolved.open_hour and len(resolved.moments) == 1:
            _say_hour(outcome, piece, resolved)

        exact = replace(ctx, searching=False)

        def understood(fix: str) -> bool:
            fixed = pieces(fix, tokens(fix), ctx.moment.date, self.tables.names, habits)
            return len(fixed) == 1 and interpret(fixed[0].said, exact).complete

        def fix() -> str | None:
            return likely_fix(outcome.said, outcome.unread, ctx, understood)

        _take_third_food(outcome, ctx, fix)
        take_label(outcome, ctx, fix)
        take_elsewhere(outcome, last=last)
        _take_denied(outcome, fix)
        _take_slip(outcome, piece, fix)
        return _made(outcome, fix)


def _take_slip(outcome: Outcome, piece: Piece, fix: Callable[[], str | None]) -> None:
    """A fix for a complaint that is made too soon: "calcium ctirate" is a slip, and in "walk 1:15" no time of day."""
    trouble, said, last = outcome.trouble, outcome.said, piece.when.clock_last
    if trouble is None or trouble.fix is not None:
        return
    if trouble.code == "form_not_known":
        for index in said.taken("unread"):
            said.roles[index] = None
        strange, likelier = outcome.unread, fix()
        if likelier is not None:
            words = {"words": said.words(strange)}
            outcome.trouble = Trouble("words_left", strange[0], strange[-1], words, likelier)
        said.take(strange, "unread")
    elif trouble.code == "length_missing" and last is not None and said.tokens[last].kind is Kind.CLOCK:
        outcome.trouble = replace(trouble, fix=said.followed(last, "h"))


def _take_denied(outcome: Outcome, fix: Callable[[], str | None]) -> None:
    """ "no walk today", "missed calcium", "nothing": only a medicine that was left out is written down."""
    said, code = outcome.said, None if outcome.trouble is None else outcome.trouble.code
    telling = [token.key for token, role in zip(said.tokens, said.roles, strict=True) if role != "when"]
    first = next((key for key in telling if key not in FILLERS), "")
    denied = first in _DENIED or (first == "not" and "did" in telling)
    if not denied or not outcome.unread or code not in (None, "amount_missing", "length_missing"):
        return
    if any(isinstance(each, Dose) for each in outcome.entries) or not _SLEPT.isdisjoint(telling) or fix() is not None:
        return
    outcome.trouble = Trouble("did_not_happen", 0, len(said.tokens) - 1)


def _take_third_food(outcome: Outcome, ctx: Context, fix: Callable[[], str | None]) -> None:
    """ "salmon sandwich": two foods said in a row name a third, and it is that one which is not known."""
    said, unread, named = outcome.said, outcome.unread, outcome.said.taken("name")
    eaten = [each for each in outcome.entries if isinstance(each, Intake) and each.source is Source.FOOD]
    beside = bool(unread) and (unread[0] - 1 in named or unread[-1] + 1 in named)
    if outcome.trouble is not None or not eaten or not beside:
        return
    words = " ".join(said.tokens[index].key for index in unread)
    if (
        words in NOUNS
        or household(words) in DISHES
        or any(kind == "food" for kind, _ in ctx.tables.names.called(words))
    ):
        first, last = unread[0], unread[-1]
        while first - 1 in named:
            first -= 1
        while last + 1 in named:
            last += 1
        facts = {"words": said.words([first, last])}
        outcome.trouble = Trouble("not_known", first, last, facts, fix())


def _made(outcome: Outcome, fix: Callable[[], str | None] | None) -> Part:
    said, problem = outcome.said, None
    trouble = outcome.trouble
    unread = outcome.unread
    about_all = trouble is not None and all(trouble.first <= index <= trouble.last for index in unread)
    if trouble is not None and (fix is None or about_all):
        problem = _problem(said, trouble)
    elif unread:
        whole = not said.taken("name")
        first, last = (0, len(said.tokens) - 1) if whole else (unread[0], _run_end(unread))
        code = "not_known" if whole else "words_left"
        words = {"words": said.words([unread[0], _run_end(unread)])}
        if said.tokens[unread[0]].kind is Kind.CLOCK and clock_at(said.tokens, unread[0]) is None:  # "letrozole 25:00"
            code, first, last = "impossible_time", unread[0], unread[0]
            words = {"text": said.tokens[first].text}
        problem = _problem(said, Trouble(code, first, last, words, fix() if fix is not None else None))
    elif not outcome.entries:
        problem = _problem(said, Trouble("nothing_said", 0, len(said.tokens) - 1))
    understood = problem is None
    return Part(
        text=said.text,
        start=said.start,
        end=said.end,
        entries=outcome.entries if understood else (),
        notes=outcome.notes if understood else (),
        problem=problem,
        doubt=outcome.doubt if understood else None,
        other=outcome.other if understood else None,
        uses=said.uses(),
    )


def _run_end(unread: list[int]) -> int:
    last = unread[0]
    for index in unread[1:]:
        if index == last + 1:
            last = index
    return last


def _problem(said: Said, trouble: Trouble) -> Problem:
    start, end = said.tokens[trouble.first].start, said.tokens[trouble.last].end
    return Problem(said.line[start:end], start, end, trouble.code, trouble.facts, trouble.fix)


def _say_hour(outcome: Outcome, piece: Piece, resolved: Resolved) -> None:
    """Say which of the two times a bare hour was taken for, and how to mean the other."""
    moment, last = resolved.moments[0], piece.when.clock_last
    if outcome.other is not None or last is None or not piece.when.clocks[0].bare:
        return  # one other reading can be offered, and the time stands beside what was understood
    outcome.notes = (*outcome.notes, Note("took_time", {"time": moment.wall, "date": moment.date}))
    outcome.other = piece.said.followed(last, "am" if moment.wall.hour >= NOON_HOUR else "pm")


def _too_long(text: str) -> Reading:
    shown = text[:_SHOWN]
    facts = {"length": len(text), "longest": LONGEST_LINE}
    return Reading(text, (Part(shown, 0, len(shown), problem=Problem(shown, 0, len(shown), "line_too_long", facts)),))
