"""Whatever was recorded, the page is made: every reader finds it whole, and nothing of hers becomes markup."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.exchange.summary.browser_room import page_for_browser
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.html import as_html
from bonecoach.exchange.summary.page import MORE, ROOMS, SECTIONS, Choice
from bonecoach.exchange.summary.text import WIDTH, as_text
from tests.exchange.any_state import states
from tests.exchange.pages import WORDS
from tests.exchange.test_summary_html import Reader

CHOICES = st.builds(
    Choice,
    st.frozensets(st.sampled_from(SECTIONS)),
    st.frozensets(st.sampled_from(MORE)),
    st.sampled_from(["", "Anna", "<script>"]),
)


@settings(max_examples=60, deadline=None)
@given(states(), CHOICES)
def test_every_state_has_a_page_in_every_form(recorded, choice):
    state = recorded.state
    text = as_text(summary_page(state, WORDS, choice), counting="counting" in choice.more)
    assert all(len(line) <= WIDTH or " " not in line.strip("- ") for line in text.splitlines())
    html = as_html(page_for_browser(state, WORDS, choice), WORDS)
    page = Reader(html)
    unsaid = {"about", *(["decided"] if state.decided is None else [])}
    assert len(page.all("section")) >= len(choice.sections - unsaid)
    assert "script" not in {tag for tag, _ in page.found}
    for said in (text.replace("\n", ""), html.replace("\n", "")):
        assert [char for char in said if unicodedata.category(char) in ("Cc", "Cs") or char in "\u202e\u2028"] == []


@settings(max_examples=40, deadline=None)
@given(states(), st.sampled_from(ROOMS))
def test_what_a_page_leaves_out_stands_behind_it(recorded, room):
    page = summary_page(recorded.state, WORDS, Choice(), room)
    said = {section.key for section in page.sections if "on page 2" in repr(section.blocks)}
    assert said == {section.key for section in page.left}
