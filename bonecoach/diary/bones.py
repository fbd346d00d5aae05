"""What was measured of her bones: scans and laboratory tests, kept and compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.body_measures import BodyState, body_state
from bonecoach.core.bone_bands import t_score_applies
from bonecoach.core.bone_change import Result, Series, series_of
from bonecoach.core.bone_doubts import ask_about_swapped_sites, ask_about_unit, refuse_slipped_least_change
from bonecoach.core.changes import Change, Row, Step
from bonecoach.core.entries import Event
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.measurements import LabTest, Scan
from bonecoach.core.plans import Kind
from bonecoach.core.therapy import Period, periods_of
from bonecoach.core.timeline import Timeline, courses_of
from bonecoach.diary.changing import LEAST_ID, instant_text, new_id
from bonecoach.store.measured_rows import lab_test_of, lab_test_row, scan_of, scan_row

if TYPE_CHECKING:
    from bonecoach.core.advice import Advice
    from bonecoach.core.attachments import Attachment
    from bonecoach.core.due import DueItem
    from bonecoach.core.injections import NextInjection
    from bonecoach.core.medicines import Window
    from bonecoach.core.others_found import Others
    from bonecoach.core.plans import Plan
    from bonecoach.core.profile import Profile
    from bonecoach.diary.attachments import Attachments
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger


OTHERS_SETTING = "others_found"

_RANKS = {"no_measurable_change": 0, "not_comparable": 1}
"""Which comparison is said where no change is real; sites of one rank stand in their order."""


class BoneState(NamedTuple):
    """Where her bones stand: scans by site against those before them, tests and falls and fractures, oldest first.

    `profile` is of the day it was asked for; each scan's own day decides how its scores are called. `body` is her
    height and weight. `attachments` are reports, by the id of their scan or test.
    """

    series: tuple[Series, ...]
    tests: tuple[LabTest, ...]
    therapy: tuple[Period, ...]
    events: tuple[Event, ...]
    profile: Profile
    today: date
    body: BodyState
    attachments: Mapping[str, tuple[Attachment, ...]] = {}

    @property
    def results(self) -> tuple[Result, ...]:
        """Every scan with its change, by site."""
        return tuple(result for series in self.series for result in series.results)


class Standing(NamedTuple):
    """How things stand today: the sites that changed, the next injection, and the next scan.

    `changed` are all whose change is real, the largest first; where none is, the one that says most. `injection` is its
    label, when it is due, and its window where it has one. `scan` is None for people who take no aromatase inhibitor,
    and before the first scan.
    """

    today: date
    changed: tuple[Series, ...]
    injection: tuple[str, NextInjection, Window | None] | None
    scan: DueItem | None

    @property
    def says_something(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.changed) or self.injection is not None or self.scan is not None


def _changed(all_sites: Sequence[Series]) -> tuple[Series, ...]:
    whole = {series: series.results[-1].change.crept or series.results[-1].change for series in all_sites}
    real = [series for series in all_sites if whole[series].meaning in ("loss", "gain")]
    if real:
        return tuple(sorted(real, key=lambda series: -abs(whole[series].percent or 0.0)))
    said = sorted(all_sites, key=lambda series: _RANKS.get(whole[series].meaning or "", len(_RANKS)))
    compared = [series for series in said if series.results[-1].change.since is not None]
    return tuple([*compared, *said][:1])


class Bones:
    """Her measurements. Keeping, changing and deleting them are steps."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._ledger = ledger
        self._diary = diary
        self._store = ledger.store

    def state(self) -> BoneState:
        """Everything that was measured, as it stands today."""
        events = self._store.entries(date.min, date.max, ["event"])
        return BoneState(
            series_of(self._store.measuring.scans()),
            tuple(self._store.measuring.lab_tests()),
            periods_of(self._ledger.states.facts),
            tuple(event for event in events if isinstance(event, Event) and event.event in ("fall", "fracture")),
            self._ledger.states.profile(self._ledger.today()),
            self._ledger.today(),
            body_state(self._ledger.states.facts),
            self.attachments.all(),
        )

    def timeline(self) -> Timeline:
        """The same against time, with bone medicines and rest weeks, and her movement and doses month by month."""
        from bonecoach.diary.months import moved_by_month, taken_by_month

        state, medicines = self.state(), self._ledger.knowledge.medicines.all()
        bone = {medicine.id: medicine.name for medicine in medicines if medicine.kind != "aromatase_inhibitor"}
        by_clinic = {medicine.id for medicine in medicines if medicine.by_clinic}
        planning = self._store.planning
        taken = planning.given_of(bone)
        return Timeline(
            state.series,
            state.therapy,
            courses_of(planning.plans(), taken, bone, by_clinic),
            state.tests,
            state.events,
            tuple(sorted(self._store.rest_weeks(date.min, state.today))),
            state.today,
            t_score_applies(state.profile, state.today),
            moved_by_month(self._ledger),
            taken_by_month(self._ledger, state.therapy),
            self._others(state) if self.shows_others else None,
        )

    @property
    def shows_others(self) -> bool:
        """Whether she wishes to see what others found; not until she says so."""
        return self._store.setting(OTHERS_SETTING) == "yes"

    def show_others(self, *, on: bool) -> None:
        """Keeps whether she wishes to see what others found. A setting of the program: no step."""
        self._store.set_setting(OTHERS_SETTING, "yes" if on else "no")

    def _others(self, state: BoneState) -> Others:
        from bonecoach.core.others_found import others_found
        from bonecoach.core.therapy import changes_of
        from bonecoach.reference.others_found import published

        return others_found(published(), state.series, changes_of(self._ledger.states.facts), state.today)

    def standing(self, state: BoneState) -> Standing:
        """What is to be seen first: sites whose change is real before others, and what is due next."""
        from bonecoach.core.due import next_scan

        plans = self._injections()
        following = [(plan, self._diary.reminders.injections.next_given(plan)) for plan in plans]
        first = min(following, key=lambda each: each[1].due, default=None)
        due = next_scan([result.scan for result in state.results], state.today)
        return Standing(
            state.today,
            _changed(state.series),
            None if first is None else (first[0].label, first[1], self._ledger.knowledge.window(first[0])),
            due if due.day is not None and state.profile.on_inhibitor else None,
        )

    def _injections(self) -> list[Plan]:
        return [plan for plan in self._diary.plans.standing() if plan.kind is Kind.INJECTION and plan.medicine]

    def prompts(self) -> tuple[Advice, ...]:
        """What published guidance suggests asking her team."""
        from bonecoach.coach.bones import ask_your_team
        from bonecoach.diary.broken import broken_of

        state = self.state()
        following = [(plan.label, self._diary.reminders.injections.next_given(plan)) for plan in self._injections()]
        facts, broken = self._ledger.states.facts, broken_of(state.events)
        return ask_your_team(state.series, state.profile, facts, following, state.today, broken)

    def to_be_told(self) -> Advice | None:
        """What only she can say of a fracture that she logged; None where there is nothing to ask."""
        from bonecoach.coach.fractures import ask_about_force
        from bonecoach.diary.broken import broken_of

        return ask_about_force(broken_of(self.state().events), self._ledger.states.facts)

    def scans(self) -> list[Scan]:
        """Every scan, oldest first."""
        return self._store.measuring.scans()

    def lab_tests(self) -> list[LabTest]:
        """Every laboratory test, oldest first."""
        return self._store.measuring.lab_tests()

    def add_scan(self, scan: Scan, *, confirmed: bool = False) -> Step:
        """Keeps a scan. Raises DiaryError("scan_exists", "future") and InvalidEntry("before_birth").

        What is more likely a slip is refused ("least_change_slipped"), or asked about until it is `confirmed`
        ("sites_swapped", "density_far").
        """
        self._check_scan(scan, confirmed=confirmed)
        row = scan_row(replace(scan, id=new_id()))
        return self._ledger.apply(Step("scan", (Change("scans", None, row),)))

    def change_scan(self, start: str, *, confirmed: bool = False, **changed: object) -> Step:
        """Changes what a scan says. Raises DiaryError("no_such_measurement", ...) and as `add_scan` and `Scan` do."""
        table, row = self._found(start, "scans")
        scan = replace(scan_of(row), **changed)  # type: ignore[arg-type]
        self._check_scan(scan, confirmed=confirmed)
        after = scan_row(scan)
        return self._ledger.apply(Step("scan", () if after == row else (Change(table, row, after),)))

    def add_lab_test(self, test: LabTest, *, confirmed: bool = False) -> Step:
        """Keeps a laboratory test. Raises DiaryError("lab_test_exists", "future") and InvalidEntry("before_birth").

        What is more likely a slip is asked about until it is `confirmed` ("unit_slipped", "point_lost").
        """
        self._check_test(test, confirmed=confirmed)
        row = lab_test_row(replace(test, id=new_id()))
        return self._ledger.apply(Step("lab_test", (Change("lab_tests", None, row),)))

    def change_lab_test(self, start: str, *, confirmed: bool = False, **changed: object) -> Step:
        """Changes what a test says.

        Raises DiaryError("no_such_measurement", ...) and as `add_lab_test` and `LabTest` do.
        """
        table, row = self._found(start, "lab_tests")
        test = replace(lab_test_of(row), **changed)  # type: ignore[arg-type]
        self._check_test(test, confirmed=confirmed)
        after = lab_test_row(test)
        return self._ledger.apply(Step("lab_test", () if after == row else (Change(table, row, after),)))

    def delete(self, start: str) -> Step:
        """Puts a measurement into the bin, its reports with it.

        Raises DiaryError("no_such_measurement", "several_measurements").
        """
        table, row = self._found(start)
        stamp = instant_text(self._ledger.clock.now())
        reports = self.attachments.changes_with(str(row["id"]), stamp)
        return self._ledger.apply(Step("delete", (Change(table, row, {**row, "deleted_at": stamp}), *reports)))

    @cached_property
    def attachments(self) -> Attachments:
        """The reports of scans and tests; read in late, for most have none."""
        from bonecoach.diary.attachments import Attachments

        return Attachments(self._ledger, self._found)

    def _found(self, start: str, table: str = "") -> tuple[str, Row]:
        beginning = self._store.measuring.beginning(start) if len(start) >= LEAST_ID else []
        found = [(name, row) for name, row in beginning if row["deleted_at"] is None and table in ("", name)]
        if not found:
            raise DiaryError("no_such_measurement", id=start)
        if len(found) > 1:
            raise DiaryError("several_measurements", id=start)
        return found[0]

    def _check_scan(self, scan: Scan, *, confirmed: bool) -> None:
        self._check_day(scan.date)
        others = [other for other in self._store.measuring.scans() if other.id != scan.id]
        if any((other.date, other.place_measured) == (scan.date, scan.place_measured) for other in others):
            raise DiaryError("scan_exists", date=scan.date, site=scan.site)
        refuse_slipped_least_change(scan)
        if not confirmed:
            ask_about_swapped_sites(scan, others)

    def _check_test(self, test: LabTest, *, confirmed: bool) -> None:
        self._check_day(test.date)
        for other in self._store.measuring.lab_tests():
            if other.id != test.id and (other.date, other.time, other.name) == (test.date, test.time, test.name):
                raise DiaryError("lab_test_exists", date=test.date, name=test.name)
        if not confirmed:
            ask_about_unit(test)

    def _check_day(self, day: date) -> None:
        if day > self._ledger.today():
            raise DiaryError("future", date=day)
        birth = self._ledger.birth
        if birth is not None and day < birth:
            raise InvalidEntry("before_birth", date=day)
