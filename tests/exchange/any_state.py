"""States of the page as they may come: names of any letters and length, any number of anything, nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from bonecoach.core.adherence import Adherence
from bonecoach.core.bone_change import series_of
from bonecoach.core.due import DueItem
from bonecoach.core.entries import Symptom
from bonecoach.core.injections import NextInjection
from bonecoach.core.measurements import TEST_UNITS, LabTest, Scan, Side, Site
from bonecoach.core.medicine_history import Given, Late, Logged, PlanKept, Taken
from bonecoach.core.profile import Profile
from bonecoach.core.spans import last_days
from bonecoach.core.therapy import Period
from bonecoach.core.visits import Appointment
from tests.exchange.pages import TODAY, fall, summary_state
from tests.makers import at, food, joint_pain, session, supplement

NAMES = st.one_of(
    st.sampled_from(
        [
            "Calcium",
            "x" * 190,
            "W" * 60,
            "a b " * 45,
            "<b>&amp;</b>",
            "\u05d0\u05d1\u05d2 \u05d3",
            "日本語の名前",
            "e\u0301" * 40,
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Mn", "Mc", "Me"]), min_size=1, max_size=180).filter(str.strip),
)
DAYS = st.integers(0, 4_000).map(lambda back: TODAY - timedelta(days=back))
COUNTS = st.integers(0, 99_999)


def few(what, most=9):
    return st.lists(what, max_size=most)


SCANS = st.builds(
    lambda day, site, side, bmd, t, scanner: Scan(
        date=day, site=site, side=None if site is Site.LUMBAR_SPINE else side, bmd=bmd, t_score=t, scanner=scanner[:190]
    ),
    DAYS, st.sampled_from(Site), st.sampled_from([None, *Side]), st.floats(0.3, 2.0), st.sampled_from([None, -2.4]),
    st.one_of(st.just(""), NAMES),
)  # fmt: skip
TESTS = st.builds(
    lambda day, name, value, unit, fasting: LabTest(date=day, name=name, value=value, unit=unit[:180], fasting=fasting),
    DAYS, NAMES.filter(lambda name: name not in TEST_UNITS), st.floats(0, 99_999), NAMES,
    st.sampled_from([None, True, False]),
)  # fmt: skip


def _plan(label):
    from tests.exchange.test_summary import plan

    return plan(label)


KEPT = st.builds(
    lambda label, count, kind, until: PlanKept(_plan(label), Adherence(count, count, 0, 0, 0), TODAY, kind, until),
    NAMES, COUNTS, st.sampled_from(["", "aromatase_inhibitor", "oral_bisphosphonate"]), st.sampled_from([None, TODAY]),
)  # fmt: skip
LOGGED = st.builds(lambda label, days: Logged("m", label, "", None, days, True, days, 0, 0), NAMES, COUNTS)
GIVEN = st.builds(
    lambda label, days, due: Given(
        "m", label, tuple(sorted(days)), tuple(Late(day, day, 40) for day in days), 28,
        due and NextInjection(due, None, due, "due", False, False),
    ),
    NAMES, few(DAYS, 20), st.one_of(st.none(), DAYS),
)  # fmt: skip
THERAPY = st.builds(
    lambda start, label, gaps: Taken(Period("letrozole", start), label, 3, tuple((day, day) for day in gaps)),
    st.one_of(st.none(), DAYS), NAMES, few(DAYS),
)  # fmt: skip
DUE = st.builds(
    lambda what, day, label: DueItem(what, day, False, label),
    st.sampled_from(["injection", "appointment"]),
    DAYS,
    NAMES,
)
ENTRIES = st.one_of(
    st.builds(lambda n, m: session(m, day=TODAY - timedelta(days=n)), st.integers(0, 400), st.integers(1, 900)),
    st.builds(lambda n, s: joint_pain(s, TODAY - timedelta(days=n), "hands"), st.integers(0, 400), st.integers(0, 10)),
    st.builds(lambda n, c: food(TODAY - timedelta(days=n), calcium_mg=c), st.integers(0, 400), st.integers(0, 9_000)),
    st.builds(lambda n: supplement(TODAY - timedelta(days=n), calcium_mg=600), st.integers(0, 400)),
    st.builds(lambda n, name: replace(fall(TODAY - timedelta(days=n), "other"), name=name), st.integers(0, 400), NAMES),
    st.builds(
        lambda n, name: Symptom(moment=at(TODAY - timedelta(days=n)), name=name, symptom="other", site=name),
        st.integers(0, 400), NAMES,
    ),
)  # fmt: skip


DECIDED = st.builds(lambda day, whom, what: Appointment(date=day, whom=whom, decided=what * 20), DAYS, NAMES, NAMES)


class Recorded:
    """A state whose name is short: Hypothesis would write down all of its days."""

    def __init__(self, state):
        self.state = state

    def __repr__(self):
        return f"what was recorded in {self.state.span.length} days"


@st.composite
def states(draw):
    """A state of one day to more than a year."""
    span = last_days(draw(st.sampled_from([1, 6, 7, 30, 91, 184, 365, 500])), TODAY)
    entries = [entry for entry in draw(few(ENTRIES, 30)) if entry.moment.date in span]
    weeks = [week.first for week in span.weeks]
    state = summary_state(
        entries,
        span=span,
        rest=draw(st.sets(st.sampled_from(weeks), max_size=3)) if weeks else (),
        profile=draw(st.sampled_from([Profile(), Profile(sex="male", weight_kg=80, count="all_aerobic")])),
        series=series_of(draw(few(SCANS, 14))),
        tests=tuple(draw(few(TESTS))),
        kept=tuple(draw(few(KEPT))),
        logged=tuple(draw(few(LOGGED))),
        given=tuple(draw(few(GIVEN, 4))),
        therapy=tuple(draw(few(THERAPY, 3))),
        due=tuple(draw(few(DUE))),
        decided=draw(st.one_of(st.none(), DECIDED)),
        questions=tuple(draw(few(NAMES, 12))),
        fractures_before=tuple(fall(day, "fracture") for day in draw(few(DAYS))),
    )
    return Recorded(state)
