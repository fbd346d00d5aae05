"""States of the page for an appointment, made by hand: thirteen weeks up to Monday 23 November 2026."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bonecoach.core.entries import Entry, Event, Symptom
from bonecoach.core.nutrients import MAIN_NUTRIENTS
from bonecoach.core.period_movement import period_movement
from bonecoach.core.period_pain import period_pain
from bonecoach.core.profile import Profile
from bonecoach.core.spans import Span, last_days
from bonecoach.core.summary import SummaryState
from bonecoach.core.week import NutrientWeek
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.page import EVERYTHING, Choice, Room, Section, SummaryPage
from bonecoach.words import Words
from tests.makers import at, day_state, week_of_entries

TODAY = date(2026, 11, 23)
SPAN = last_days(91, TODAY)
WORDS = Words("en_GB")


def summary_state(
    entries: Sequence[Entry] = (),
    *,
    span: Span = SPAN,
    rest: Sequence[date] = (),
    profile: Profile | None = None,
    targets=None,
    **more: object,
) -> SummaryState:
    """The state of a span in which `entries` were logged; `rest` are first days of blocks that are rest weeks."""
    profile = profile or Profile()
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        by_day.setdefault(entry.moment.date, []).append(entry)
    days = [day_state(day, by_day.get(day, ()), profile=profile, targets=targets) for day in span]
    weeks = tuple(
        week_of_entries(
            [entry for day in week for entry in by_day.get(day, ())],
            first=week.first,
            profile=profile,
            rest_week=week.first in rest,
        ).movement
        for week in span.weeks
    )
    recorded = tuple(day.recorded for day in days)
    without_food = sum(day.recorded and not day.food_logged for day in days)
    state = SummaryState(
        span=span,
        today=span.last,
        began=span.first,
        profile=profile,
        therapy=(),
        movement=period_movement(weeks, sum(day.movement.recorded for day in days), span.length),
        pain=period_pain(span, [entry for entry in entries if isinstance(entry, Symptom)]),
        nutrients={
            n: NutrientWeek(n, tuple(day.nutrients[n] for day in days), recorded, without_food) for n in MAIN_NUTRIENTS
        },
        kept=(),
        logged=(),
        given=(),
        series=(),
        tests=(),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
        fractures_before=(),
        due=(),
        decided=None,
        questions=(),
        days=tuple(days),
    )
    return state._replace(**more)


def page(state: SummaryState, *, words: Words = WORDS, room: Room = EVERYTHING, **choice: object) -> SummaryPage:
    """The page of a state."""
    return summary_page(state, words, Choice(**choice), room)


def section(state: SummaryState, key: str, **more: object) -> Section:
    """One section of the page."""
    (found,) = [each for each in page(state, **more).sections if each.key == key]
    return found


def fall(day: date, event: str = "fall", *, injury: bool | None = False, site: str | None = None) -> Event:
    """A fall or another event."""
    return Event(moment=at(day), name=event.capitalize(), event=event, injury=injury, site=site)


def day(nth: int) -> date:
    """The nth day of the span, from 0."""
    return SPAN.first + timedelta(days=nth)


__all__ = ["SPAN", "TODAY", "WORDS", "day", "fall", "page", "section", "summary_state"]
