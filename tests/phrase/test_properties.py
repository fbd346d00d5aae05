"""No word is ever lost: whatever is typed is used, or complained about at its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.habits import NO_HABITS
from bonecoach.phrase.line import LONGEST_LINE, EntryLine
from bonecoach.phrase.reading import Reading
from bonecoach.phrase.tokens import tokens
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.foods import FoodTable
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.supplements import SupplementTable
from bonecoach.reference.targets import target_rules
from tests.phrase.conftest import NOON, ZONE

LINE = EntryLine(FoodTable(), ActivityTable(), SupplementTable(), MedicineTable(), target_rules())

REAL = """
milk glass glasses of whole 2 two half a an yogurt pot cheese slice slices toast with butter and plus, , ; + &
150 g 250ml ml kg oz cup cups tin sardines almonds handful calcium citrate carbonate 500 1250 mg µg mcg iu IE d3
vitamin d k2 mk-7 elemental x 2x x2 × 3x10 sets reps squats lunges 20kg 44 lb walk walked brisk slow 30 min
minutes h 1h30 hour hours an yoga gym swim jumps 50 pain 4 4/10 hands knees back hurt hip sudden no not without
took missed skipped letrozole prolia tablet tablets injection weekly monthly fell broke wrist injury at 8 8:30
8.30 8am pm noon this morning evening yesterday mon monday on 22 nov 22/11 2026-11-22 2026-12-24 ago last night
breakfast lunch dinner from to between - ( ) . ! ? : " 1,200 0,5 0,125 1.200 ½ 1/2 -5 1e400 protein fibre 20
magnesium zinc omega 3 note: since easy hard km steps lengths the my i had some few large small porridge coffee
milk, tea egg eggs spinach frobnicate wlak citrat letrozol ß 🥛 \u200b\u00a0 nan inf
"""
WORDS = [word for line in REAL.split("\n") for word in line.split(" ") if word]
GARBAGE = st.text(max_size=6)
LINES = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), GARBAGE), max_size=9).map(" ".join)

SEPARATORS = frozenset({",", ";", "+", "&", "/", "and", "plus", "then", "und", "\n", "\r", "|", "•", "·"})


def read(text: str) -> Reading:
    return LINE.read(text, NOON, ZONE, NO_HABITS)


def check(text: str) -> None:
    reading = read(text)
    last_end = 0
    for part in reading.parts:
        assert last_end <= part.start < part.end <= len(text)
        assert part.text == text[part.start : part.end]
        last_end = part.end
        problem = part.problem
        assert (problem is None) == bool(part.entries)
        if problem is None:
            assert all(use.role != "unread" for use in part.uses)
        else:
            assert part.start <= problem.start < problem.end <= part.end
            assert problem.text == text[problem.start : problem.end]
            assert problem.fix is None or problem.fix != part.text
        used = {(use.start, use.end) for use in part.uses}
        within = {(t.start, t.end) for t in tokens(text) if part.start <= t.start < part.end and not t.silent}
        assert used == within
    for token in tokens(text):
        home = [part for part in reading.parts if part.start <= token.start and token.end <= part.end]
        assert len(home) == 1 or (not home and (token.silent or token.key in SEPARATORS)), token


@settings(max_examples=400)
@given(LINES)
def test_every_word_is_used_or_complained_about(text: str) -> None:
    check(text)


@settings(max_examples=150)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_at_all_is_read(text: str) -> None:
    check(text)


@settings(max_examples=60)
@given(LINES)
def test_the_same_line_is_always_read_alike(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=80)
@given(LINES, st.integers(min_value=-2, max_value=80))
def test_any_line_can_be_completed_anywhere(text: str, cursor: int) -> None:
    found = LINE.complete(text, cursor)
    for place, completion in enumerate(found):
        assert completion.label
        assert completion.text != text or (place == 0 and len(found) > 1)


def test_a_very_long_text_is_refused_at_once() -> None:
    text = "milk " * 2_000_000
    [part] = read(text).parts
    assert part.problem is not None
    assert part.problem.code == "line_too_long"
    assert part.problem.facts["longest"] == LONGEST_LINE
    assert LINE.complete(text, 4) == ()


def test_a_line_of_the_greatest_length_is_still_read() -> None:
    text = ("milk, " * LONGEST_LINE)[:LONGEST_LINE]
    assert len(read(text).parts) > 300
