"""The head of the page: what she takes since when, and what is given next, in one line."""

from __future__ import annotations

from bonecoach.core.medicine_history import Gap, Given, PlanKept, Taken
from bonecoach.core.profile import year_alone
from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.page import Choice
from bonecoach.exchange.summary.said import Said, printed
from bonecoach.words import capital

_INHIBITOR = "aromatase_inhibitor"
_ORAL = "oral_bisphosphonate"
_MOST_PLANNED = 2
"""Aromatase inhibitors that the head names where she never said which she takes."""
_MOST_BEFORE = 2
"""Therapies before the present one, and gaps in it, that the head names; Bone health has them all."""


def headline(state: SummaryState, said: Said, most: int) -> tuple[str, ...]:
    """The aromatase inhibitor, since when and what was before; then each bone medicine, at most so many of these."""
    medicines = [
        *(_planned(kept, said) for kept in state.kept if kept.kind == _ORAL and kept.until is None),
        *(_given(given, state, said) for given in state.given),
    ]
    return (*_therapy(state, said), *_at_most(medicines, most, said))


def _at_most(lines: list[str], most: int, said: Said) -> list[str]:
    """So many of these, and how many more there are."""
    more = len(lines) - most
    return lines if more <= 0 else [*lines[:most], said("head.more", count=more)]


def _therapy(state: SummaryState, said: Said) -> list[str]:
    current = [taken for taken in state.therapy if taken.period.end is None or taken.period.end > state.span.last]
    before = [taken for taken in state.therapy if taken not in current]
    if current:
        lines = [_since(current[-1], said)]
    elif state.profile.aromatase_inhibitor is not None:
        lines = [said("head.no_inhibitor")]
    else:  # what she plans to take says it, where she never did in so many words
        planned = [kept for kept in state.kept if kept.kind == _INHIBITOR and kept.until is None]
        lines = _at_most([_planned(kept, said) for kept in planned], _MOST_PLANNED, said) or [said("head.unsaid")]
    if before:
        newest = before[-_MOST_BEFORE:]
        lines.append(said("head.before", periods=[said.bones.therapy(taken.period) for taken in newest]))
    return lines


def _since(taken: Taken, said: Said) -> str:
    medicine = capital(said.hers(taken.label) or said.words.say(f"choice.{taken.period.medicine}"))
    gaps = "".join(_gap(gap, said) for gap in taken.gaps[-_MOST_BEFORE:])
    if taken.period.start is None:
        return said("head.unsaid_start", medicine=medicine, gaps=gaps)
    length = said("head.months", months=taken.months or 0)
    start = said.kept_together(said.words.began(taken.period.start))
    return said("head.since", medicine=medicine, start=start, length=length, gaps=gaps)


def _gap(gap: Gap, said: Said) -> str:
    begins, ends = gap
    if ends is None:
        return said("head.paused", begins=said.day(begins))
    return said("head.gap", begins=said.day(begins), ends=said.day(ends))


def _planned(kept: PlanKept, said: Said) -> str:
    return said("head.planned", label=said.hers(kept.plan.label), often=often(kept, said), since=said.day(kept.since))


def _given(given: Given, state: SummaryState, said: Said) -> str:
    times = said("medicines.not_given")
    if given.given:
        times = said("head.times", times=len(given.given), first=said.day(given.given[0]))
    return said("head.given", label=said.hers(given.label), times=times, next=_next(given, state, said))


def _next(given: Given, state: SummaryState, said: Said) -> str:
    """What is due counts from today, which a page of an earlier period says."""
    if given.following is None:
        return said("head.next.none")
    days = (given.following.due - state.today).days
    ahead = "ahead" if state.span.last == state.today else "ahead_today"
    key = ahead if days > 0 else "past" if days < 0 else "today"
    return said(f"head.next.{key}", due=said.day(given.following.due), days=abs(days))


def often(kept: PlanKept, said: Said) -> str:
    """How often something is planned, without its times: "daily", "2 times a day", "Tuesdays"."""
    schedule = kept.plan.schedule
    if kept.plan.interval == "day":
        return said("medicines.times_a_day", times=max(1, len(schedule.times)))
    return said.plans.days(schedule)


def who(state: SummaryState, choice: Choice, said: Said) -> str:
    """Her name with her birth as far as she said it, where it is wanted; else a line to write it on, and her age."""
    born, name = state.profile.birth_date, printed(choice.name)
    if not name:
        return said("unnamed") if born is None else said("unnamed_aged", age=state.profile.age_on(state.span.last))
    if born is None:
        return name
    return said("named", name=name, born=str(born.year) if year_alone(born) else said.day(born))


def period(state: SummaryState, said: Said) -> str:
    """ "25 Aug 2026 to 23 Nov 2026 · 13 weeks"."""
    span = state.span
    whole = span.weeks and not span.days_before_weeks
    length = said("weeks", weeks=len(span.weeks)) if whole else said("days", days=span.length)
    return said("period", first=said.day(span.first), last=said.day(span.last), length=length)
