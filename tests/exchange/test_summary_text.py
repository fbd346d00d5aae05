"""The page as text to paste: short lines, every figure with what it is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bonecoach.core.profile import Profile
from bonecoach.exchange.summary.text import WIDTH, as_text, first_as_text
from tests.exchange.pages import day, fall, page, summary_state
from tests.makers import food, joint_pain, session


def test_a_short_page_reads_like_this():
    state = summary_state(
        [session(40, day=day(84)), session(40, day=day(86)), joint_pain(4, day(86), "hands"), fall(day(88))],
        profile=Profile(birth_date=date(1961, 7, 1)),
    )
    found = page(state, sections=frozenset({"movement", "pain", "events", "questions"}), name="Anna B")
    assert (
        as_text(found)
        == """\
Summary for my appointment
25 Aug 2026 to 23 Nov 2026 · 13 weeks
Anna B, born 1961
recorded by the patient, not verified · printed 23 Nov 2026

Left out: about me, nutrients, medicines, bone density, blood tests and what
is due.

MOVEMENT, A WEEK (recorded 3 of 91 days)
- Exercise vital sign: 2 days × 40 min = 80 min, of 150
- Weight-bearing: 80 min, of 150
- Resistance: 0.0 days, goal 2
- Balance: 0.0 days, goal 2
- Weeks at 150 min: 0 of 1, by either
Weight-bearing by week: lowest 80, highest 80, 80 on average.
Left out of the means: 12 weeks not recorded.
1 week recorded on fewer than 4 days.

WORST JOINT PAIN, 0 TO 10 (in 1 of 13 weeks)
- Worst of a week: median 4, highest 4
- Weeks at 4 or more: 1 of 1
- Where: hands (once)
Worst joint pain by week: from 4 to 4, median 4; 0 is none, 10 the worst.

FALLS AND FRACTURES
- 21 Nov 2026: Fall, no injury
"""
    )


def test_the_first_sheet_alone_holds_nothing_of_the_pages_behind_it():
    fell = replace(fall(day(88)), note="On the wet steps of the cellar.")
    found = page(summary_state([fell]), sections=frozenset({"events"}), more=frozenset({"notes"}))
    first, whole = first_as_text(found), as_text(found)
    assert whole.startswith(first)
    assert "- 21 Nov 2026: Fall, no injury" in first
    assert "wet steps" in whole
    assert "wet steps" not in first


def test_how_it_is_counted_follows_where_it_is_wanted():
    found = page(summary_state())
    assert "HOW EACH NUMBER IS COUNTED" not in as_text(found)
    text = as_text(found, counting=True)
    assert "HOW EACH NUMBER IS COUNTED" in text
    assert "- EVS2014: Young and others" in text


def test_no_line_is_too_long_to_paste():
    entries = [food(day(nth), calcium_mg=640) for nth in range(91)]
    text = as_text(page(summary_state(entries), more=frozenset({"days", "doses", "notes"})), counting=True)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "\u00a0" not in text
