"""What leaves the diary as files. Nothing in it is changed by that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from bonecoach import __version__
from bonecoach.core.body_measures import MEASURED
from bonecoach.core.days import EARLIEST, LATEST, Week
from bonecoach.core.plans import Kind
from bonecoach.core.progress import Tell, silently
from bonecoach.diary.uses import uses
from bonecoach.exchange.csv_out import Export, write_zip
from bonecoach.exchange.files import written
from bonecoach.exchange.tables import TABLES
from bonecoach.exchange.tables.entries import ENTRY_TABLES

if TYPE_CHECKING:
    from bonecoach.core.injections import NextInjection
    from bonecoach.core.movement import WeekMovement
    from bonecoach.core.plans import Plan
    from bonecoach.core.week import DayState
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger
    from bonecoach.exchange.fhir.frame import Person
    from bonecoach.exchange.ics.occasions import Named

_KINDS = {table.name: table.name.removesuffix("s") for table in ENTRY_TABLES}

_DAYS_AT_ONCE = 364
"""How many days are in memory at once."""

_RESOURCES_A_DAY = 9
"""About how many resources a day has besides its entries: one for each nutrient."""

_HUSHED_AHEAD = timedelta(days=800)
"""How far ahead a calendar knows of rest weeks and holidays."""

DIARY_ID = "diary_id"
"""The setting that keeps by which name this diary is known to clinics."""

Span = tuple[date, date]


class Leaving:
    """Her diary in files that others read."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._diary = diary

    def csv(
        self,
        out: Path,
        first: date | None = None,
        last: date | None = None,
        sections: Iterable[str] | None = None,
        *,
        over: bool = False,
        bom: bool = False,
        tell: Tell = silently,
    ) -> dict[str, int]:
        """Writes one zip of tables; how many rows each holds, of which `tell` is told while they are written.

        Without `first` and `last` everything leaves; with them what is dated between them, and what holds then.
        `sections` names the tables, all of them unless said. Raises DiaryError (see `exchange.files.written`).
        """
        wanted = TABLES if sections is None else [name for name in TABLES if name in set(sections)]
        with written(out, over=over) as path:
            about = Export(first, last, self._ledger.now().local, __version__)
            values = {name: self.values(name, first, last) for name in wanted}
            return write_zip(path, values, about, bom=bom, tell=tell)

    def fhir(
        self,
        out: Path,
        first: date | None = None,
        last: date | None = None,
        sections: Iterable[str] | None = None,
        *,
        over: bool = False,
        notes: bool = False,
        tell: Tell = silently,
    ) -> dict[str, int]:
        """Writes a FHIR R4 bundle; how many resources of each type it holds, as `tell` is told while they are written.

        Her notes are in it only with `notes`.
        Weeks are those that touch the days from `first` to `last`, each as it is counted everywhere.
        Raises DiaryError (see `exchange.files.written`).
        """
        from bonecoach.exchange.fhir.bundle_out import SECTIONS, Made, Record, write_bundle

        span, today = (first or EARLIEST, last or LATEST), self._ledger.today()
        body = [fact for fact in self._facts(span) if fact.key in MEASURED and fact.value is not None]
        record = Record(
            days=self._days(span),
            weeks=self._weeks(span),
            scans=list(self._scans(span)),
            tests=list(self._lab_tests(span)),
            body=[fact for fact in body if first is None or fact.since >= first],
            uses=uses(self._ledger, span),
            today=today,
        )
        made = Made(self._ledger.now().local, __version__, frozenset(SECTIONS if sections is None else sections), notes)
        with written(out, over=over) as path:
            return write_bundle(path, self.person(), record, made, tell=tell)

    def ics(
        self,
        out: Path,
        first: date | None = None,
        last: date | None = None,
        sections: Iterable[str] | None = None,
        *,
        named: Named,
        only: tuple[str, str] | None = None,
        over: bool = False,
    ) -> int:
        """Writes a calendar of reminders and appointments from `first` (today) on; how many entries it holds.

        `named` says what stands in it for a plan. `only`: a reminder and an appointment are called just that, and
        nothing else is said of them. Raises DiaryError (see `exchange.files.written`).
        """
        from bonecoach.diary.on_record import OnRecord
        from bonecoach.exchange.ics import occasions as of
        from bonecoach.exchange.ics.calendar_out import write_calendar

        begin, zone, record = first or self._ledger.today(), self._ledger.zone, OnRecord(self._ledger, self._diary)
        span, plans, visits = of.Span(begin, last), record.plans(), self._store.visiting.appointments()
        wanted = of.SECTIONS if sections is None else tuple(sections)
        found: list[of.Occasion] = []
        if "reminders" in wanted:
            beside = {visit.plan for visit in visits if "appointments" in wanted}
            told = [plan for plan in plans if plan.id not in beside]
            hushed = record.hushed(begin, min(last or LATEST, begin + _HUSHED_AHEAD))
            found += of.reminders(told, span, zone, hushed, named)
            found += of.injections(self._next_given(), span, self._ledger.today(), zone, named)
        if "appointments" in wanted:
            found += of.appointments(visits, plans, span, zone)
        if only is not None:
            found = [of.saying_only(one, *only) for one in found]
        with written(out, over=over) as path:
            return write_calendar(path, found, self._ledger.clock.now(), __version__)

    def _next_given(self) -> list[tuple[Plan, NextInjection]]:
        plans = [plan for plan in self._diary.plans.standing() if plan.kind is Kind.INJECTION]
        return [(plan, self._diary.reminders.injections.next_given(plan)) for plan in plans]

    def about(self, kind: str, first: date | None = None, last: date | None = None) -> int:
        """About how many rows ("csv") or resources ("fhir") will leave, to say how far an export is; at least 1."""
        span = first or EARLIEST, last or LATEST
        rows = self._store.measuring.how_many(*span)
        if kind == "csv":
            return max(1, sum(rows.values()))
        once = sum(count for kept, count in rows.items() if kept not in ("intake", "answer"))
        return max(1, once + _RESOURCES_A_DAY * len(self._dates(span)))

    def person(self) -> Person:
        """Whose diary it is, under a random name that it keeps."""
        from bonecoach.exchange.fhir.frame import Person

        known = self._store.setting(DIARY_ID)
        diary_id = UUID(known) if known else uuid4()
        if not known:
            self._store.set_setting(DIARY_ID, str(diary_id))
        profile = self._ledger.states.profile(self._ledger.today())
        return Person(diary_id, profile.birth_date, profile.sex)

    def _dates(self, span: Span) -> list[date]:
        return sorted(self._store.logged_dates(*span) | self._store.none_taken(*span))

    def _days(self, span: Span) -> Iterator[DayState]:
        dates = self._dates(span)
        for start in range(0, len(dates), _DAYS_AT_ONCE):
            yield from self._ledger.states.days(dates[start : start + _DAYS_AT_ONCE])

    def _weeks(self, span: Span) -> Iterator[WeekMovement]:
        states = self._ledger.states
        weeks = [Week(first) for first in sorted({states.week_of(day).first for day in self._dates(span)})]
        for start in range(0, len(weeks), _DAYS_AT_ONCE // 7):
            yield from states.movement(weeks[start : start + _DAYS_AT_ONCE // 7], self._ledger.today())

    def values(self, name: str, first: date | None = None, last: date | None = None) -> Iterable[Any]:
        """The things of one table, oldest first: those dated in the span, or that hold in it."""
        span = first or EARLIEST, last or LATEST
        if name in _KINDS:
            return _by_year(span, lambda begin, end: self._store.entries(begin, end, [_KINDS[name]]))
        return _ASKED[name](self, span)

    def _scans(self, span: Span) -> Iterable[Any]:
        return [scan for scan in self._store.measuring.scans() if span[0] <= scan.date <= span[1]]

    def _lab_tests(self, span: Span) -> Iterable[Any]:
        return [test for test in self._store.measuring.lab_tests() if span[0] <= test.date <= span[1]]

    def _plans(self, span: Span) -> Iterable[Any]:
        return [plan for plan in self._store.planning.plans() if plan.since <= span[1]]

    def _answers(self, span: Span) -> Iterable[Any]:
        return _by_year(span, self._store.planning.occurrences)

    def _holidays(self, span: Span) -> Iterable[Any]:
        return [days for days in self._store.planning.holidays() if days[0] <= span[1] and days[1] >= span[0]]

    def _appointments(self, span: Span) -> Iterable[Any]:
        return [visit for visit in self._store.visiting.appointments() if span[0] <= visit.date <= span[1]]

    def _questions(self, span: Span) -> Iterable[Any]:
        return [question for question in self._store.visiting.questions() if question.made <= span[1]]

    def _facts(self, span: Span) -> Iterable[Any]:
        return [fact for fact in self._store.facts() if fact.since <= span[1]]

    def _targets(self, span: Span) -> Iterable[Any]:
        return [target for target in self._store.own_targets() if target.since <= span[1]]

    def _products(self, _: Span) -> Iterable[Any]:
        return self._store.products()

    def _rest_weeks(self, span: Span) -> Iterable[Any]:
        return sorted(self._store.rest_weeks(*span))

    def _none_taken(self, span: Span) -> Iterable[Any]:
        return sorted(self._store.none_taken(*span))


_ASKED: dict[str, Callable[[Leaving, Span], Iterable[Any]]] = {
    "scans": Leaving._scans,
    "lab_tests": Leaving._lab_tests,
    "plans": Leaving._plans,
    "answers": Leaving._answers,
    "holidays": Leaving._holidays,
    "appointments": Leaving._appointments,
    "questions": Leaving._questions,
    "facts": Leaving._facts,
    "targets": Leaving._targets,
    "products": Leaving._products,
    "rest_weeks": Leaving._rest_weeks,
    "none_taken": Leaving._none_taken,
}


def _by_year(span: Span, ask: Callable[[date, date], Iterable[Any]]) -> Iterator[Any]:
    """Asks year by year, so that ten years are never in memory at once."""
    first, last = span
    for year in range(first.year, last.year + 1):
        yield from ask(max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))
