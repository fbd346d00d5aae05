"""The page for an appointment from a terminal: which days it is about, and the files it is written to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.spans import Span, last_days, last_months
from bonecoach.words.conventions import usual_paper

if TYPE_CHECKING:
    from bonecoach.core.summary import SummaryState
    from bonecoach.exchange.summary.page import Choice
    from bonecoach.terminal.desk import Desk
    from bonecoach.terminal.order import Order

WEEKS_UNLESS_SAID = 13
_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_MONTHS = {"month": 1, "months": 1, "year": 12, "years": 12}


def length_said(text: str, today: date) -> Span:
    """Days up to today from `90days`, `13weeks`, `6months` or `1year`. Raises InvalidEntry("not_a_length", ...)."""
    said = text.strip().lower().replace(" ", "").replace("-", "")
    figure = said[: len(said) - len(said.lstrip("0123456789"))]
    unit = said[len(figure) :]
    count = int(figure[:5]) if figure.isascii() and figure else 0
    if not count or len(figure) > 4:
        raise InvalidEntry("not_a_length", text=text)
    if unit in _DAYS:
        return last_days(count * _DAYS[unit], today)
    if unit in _MONTHS and count * _MONTHS[unit] <= 12 * 20:
        return last_months(count * _MONTHS[unit], today)
    raise InvalidEntry("not_a_length", text=text)


def span_of(desk: Desk, first: date | None, last: date | None, length: str | None) -> Span:
    """The days a page is about: those that are named, a length up to today, or since the last visit; else 13 weeks.

    Raises InvalidEntry("page_ahead", "two_spans", "no_visit") and what `Span` refuses.
    """
    today = desk.today
    for day in (first, last):
        if day is not None and day > today:
            raise InvalidEntry("page_ahead", day=day)
    if length is not None:
        if first is not None or last is not None:
            raise InvalidEntry("two_spans")
        return _since_visit(desk) if length.strip().lower() == "visit" else length_said(length, today)
    end = last or today
    return last_days(7 * WEEKS_UNLESS_SAID, end) if first is None else Span(first, end)


def _since_visit(desk: Desk) -> Span:
    span = desk.diary.summaries.since_last_visit()
    if span is None:
        raise InvalidEntry("no_visit")
    return span


def choice_of(order: Order) -> Choice:
    """What is wanted on the page."""
    from bonecoach.exchange.summary.page import SECTIONS, Choice

    sections = SECTIONS if order.sections is None else order.sections
    return Choice(frozenset(sections), frozenset(order.more), order.name)


def state_of(desk: Desk, order: Order) -> SummaryState:
    """The state behind the page."""
    return desk.diary.summaries.state(span_of(desk, order.first, order.last, order.length))


def write_text(desk: Desk, order: Order) -> Mapping[str, object]:
    """Writes the page as plain text."""
    from bonecoach.exchange.files import written
    from bonecoach.exchange.summary.build import summary_page
    from bonecoach.exchange.summary.text import as_text

    state, choice = state_of(desk, order), choice_of(order)
    text = as_text(summary_page(state, desk.words, choice), counting="counting" in choice.more)
    with written(order.out, over=order.over) as path:
        path.write_text(text, encoding="utf-8")
    return days_shape(state.span)


def write_html(desk: Desk, order: Order) -> Mapping[str, object]:
    """Writes the page as one HTML file."""
    from bonecoach.exchange.files import written
    from bonecoach.exchange.summary.browser_room import page_for_browser
    from bonecoach.exchange.summary.html import as_html

    state = state_of(desk, order)
    page = page_for_browser(state, desk.words, choice_of(order))
    with written(order.out, over=order.over) as path:
        path.write_text(as_html(page, desk.words), encoding="utf-8")
    return days_shape(state.span)


def write_pdf(desk: Desk, order: Order) -> Mapping[str, object]:
    """Writes the page as a PDF file. Only now Qt is imported, and only to draw: no screen is needed."""
    from bonecoach.exchange.files import written
    from bonecoach.exchange.pdf_lock import locked, password_in

    password = None if order.password is None else password_in(order.password)
    state, choice = state_of(desk, order), choice_of(order)
    with written(order.out, over=order.over) as path:
        try:
            from bonecoach.desktop.pdf import summary_pdf
        except ImportError as error:
            raise DiaryError("cannot_draw", reason=str(error).partition(":")[0]) from error
        made = summary_pdf(state, desk.words, choice, order.paper or usual_paper(desk.words.locale))
        path.write_bytes(made.data if password is None else locked(made.data, password))
    return {**days_shape(state.span), "pages": made.pages, "locked": password is not None}


def days_shape(span: Span) -> dict[str, object]:
    """The days that a page is about."""
    return {"from": span.first.isoformat(), "to": span.last.isoformat()}
