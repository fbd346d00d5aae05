"""The page for an appointment on paper: one page whatever was recorded, 10 points at least, nothing over the edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from bonecoach.core.adherence import Adherence
from bonecoach.core.bone_change import series_of
from bonecoach.core.due import DueItem
from bonecoach.core.injections import NextInjection
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.medicine_history import Given, Late, PlanKept, Taken
from bonecoach.core.period_pain import PainWeek
from bonecoach.core.profile import Profile
from bonecoach.core.spans import last_days
from bonecoach.core.therapy import Period
from bonecoach.core.visits import Appointment
from bonecoach.exchange.summary.page import ROOMS, SECTIONS, Choice
from bonecoach.paint.density_curve import paint_curve
from bonecoach.paint.pain_weeks import paint_pain_weeks
from bonecoach.paint.summary.columns import column_widths
from bonecoach.paint.summary.document import DOTS_PER_INCH, PAPER, SummaryDocument
from bonecoach.paint.summary.running_text import Piece, broken
from bonecoach.words import Words
from tests.exchange.any_state import states
from tests.exchange.pages import TODAY, WORDS, day, fall, summary_state
from tests.exchange.test_summary import plan
from tests.makers import food, joint_pain, session, supplement

MM = DOTS_PER_INCH / 25.4
A4 = QSizeF((210 - 28) * MM, (297 - 20) * MM)
LETTER = QSizeF(215.9 * MM - 28 * MM, 279.4 * MM - 20 * MM)


def lived(**more):
    """Thirteen weeks with something of everything."""
    entries = [
        *(session(35, day=day(nth)) for nth in range(0, 91, 2)),
        *(joint_pain(2 + nth % 4, day(nth), "hands") for nth in range(0, 91, 5)),
        *(food(day(nth), calcium_mg=700, vitamin_d_ug=None, protein_g=68) for nth in range(80)),
        *(supplement(day(nth), calcium_mg=500, vitamin_d_ug=25) for nth in range(80)),
        fall(day(40)),
    ]
    return summary_state(entries, rest=[day(21)], **more)


def crowded(words="when the weather changes and I have been on my feet for long "):
    """More of everything than any page holds, under names that are as long as can be."""
    long = (words * 4)[:190]
    state = lived()
    scans = [
        Scan(
            date=date(2026 - year, 3, nth + 1),
            site=site,
            side=side,
            bmd=0.9 - year / 100,
            scanner=f"{long}{year}"[-190:],
        )
        for year in range(8)
        for nth, (site, side) in enumerate(
            [
                (Site.LUMBAR_SPINE, None),
                (Site.TOTAL_HIP, Side.LEFT),
                (Site.FEMORAL_NECK, Side.RIGHT),
                (Site.FOREARM, None),
            ]
        )
    ]
    tests = [
        LabTest(date=TODAY - timedelta(days=nth), name=f"{nth} {long}"[:190], value=1, unit=f"{long}"[:180])
        for nth in range(12)
    ]
    kept = [PlanKept(plan(f"{nth} {long}"), Adherence(91, 80, 3, 3, 5), day(0), "") for nth in range(20)]
    return state._replace(
        series=series_of(scans),
        tests=tuple(tests),
        kept=tuple(kept),
        events=tuple(replace(fall(day(nth)), name=long) for nth in range(12)),
        decided=Appointment(date=TODAY, whom=long, decided=(long * 20)[:4000]),
        questions=tuple(f"{nth} {long * 20}"[:4000] for nth in range(12)),
        due=tuple(DueItem("appointment", TODAY, False, long) for _ in range(12)),
    )


def everything(name, days):
    """Each section with the most lines it can have, over many days: ten sites, all limits passed, many medicines."""
    span = last_days(days, TODAY)
    past = [TODAY - timedelta(days=nth) for nth in range(days)]
    entries = [
        *(session(35, day=each) for each in past[::2]),
        *(joint_pain(10, each, "hands") for each in past[::3]),
        *(food(each, calcium_mg=9_000, vitamin_d_ug=None, protein_g=68) for each in past),
        *(supplement(each, calcium_mg=5_000, vitamin_d_ug=900, magnesium_mg=9_000, zinc_mg=900) for each in past),
        *(replace(fall(each, "other"), name=name) for each in past[:12]),
    ]
    places = [(site, side) for site in Site for side in ([None] if site is Site.LUMBAR_SPINE else [None, *Side])]
    scans = [
        Scan(date=date(2016 + year, 3, nth + 1), site=site, side=side, bmd=1.2 - year / 20, t_score=-2.4, scanner=name)
        for year in range(8)
        for nth, (site, side) in enumerate(places)
    ]
    kinds = ("aromatase_inhibitor", "oral_bisphosphonate", "")
    counts, late = Adherence(9_999, 9_000, 333, 333, 333), tuple(Late(each, each, 40) for each in past[:5])
    following = NextInjection(date(2024, 6, 6), None, date(2024, 6, 6), "due", False, False)
    return summary_state(
        entries,
        span=span,
        profile=Profile(sex="male", weight_kg=80, count="all_aerobic", birth_date=date(1986, 1, 1)),
        series=series_of(scans),
        tests=tuple(LabTest(date=each, name=f"{each}{name}", value=99_999.5, unit=name) for each in past[:9]),
        kept=tuple(PlanKept(plan(f"{nth}{name}"), counts, day(0), kinds[nth % 3]) for nth in range(27)),
        given=(Given("m", name, tuple(past[20::-1]), late, 28, following),) * 4,
        therapy=(
            Taken(Period("exemestane", date(2015, 1, 1), date(2016, 1, 1)), name, 12, ()),
            Taken(Period("anastrozole", date(2016, 1, 1), date(2018, 1, 1)), name, 24, ()),
            Taken(Period("letrozole", date(2018, 1, 1)), name, 999, ((past[30], past[20]), (past[9], past[5]))),
        ),
        due=tuple(DueItem("appointment", each, True, name) for each in past[:9]),
        decided=Appointment(date=TODAY, whom=name, decided=name * 20),
        questions=(name * 20,) * 12,
        fractures_before=tuple(fall(each, "fracture") for each in past[:9]),
    )


def sections_of(state):
    """All there are; what was decided where something was."""
    return [key for key in SECTIONS[1:] if key != "decided" or state.decided is not None]  # the first is a line


def document(state, size=A4, words=WORDS, **choice):
    return SummaryDocument(state, words, Choice(**choice), size)


def image(paint, size=A4):
    """A page as a picture with a margin around it, which nothing may touch."""
    edge = 40
    picture = QImage(int(size.width()) + 2 * edge, int(size.height()) + 2 * edge, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint(painter, QRectF(edge, edge, size.width(), size.height()))
    painter.end()
    return picture, edge


def inked(picture, left, top, right, bottom):
    """Whether anything is drawn in a part of a picture."""
    part = picture.copy(left, top, right - left, bottom - top)
    blank = QImage(part.size(), part.format())
    blank.fill(QColor("white"))
    return part != blank


def touches_its_margin(picture, edge):
    wide, high = picture.width(), picture.height()
    sides = (
        (0, 0, edge - 4, high),
        (wide - edge + 4, 0, wide, high),
        (0, 0, wide, edge - 4),
        (0, high - edge + 4, wide, high),
    )
    return any(inked(picture, *side) for side in sides)


@pytest.mark.parametrize("size", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("state", [summary_state(), lived(), crowded()], ids=["nothing", "lived", "crowded"])
def test_everything_a_clinician_reads_first_is_on_one_page(state, size):
    found = document(state, size)
    page, first = found.first()
    assert [section.key for section in page.sections] == sections_of(state)
    assert first.height <= found.room + 0.01
    for paint in found.pages()[:3]:
        picture, edge = image(paint, size)
        assert inked(picture, edge, edge, picture.width() - edge, picture.height() - edge)
        assert not touches_its_margin(picture, edge)


@pytest.mark.parametrize("days", [91, 500])
@pytest.mark.parametrize("name", ["W" * 60, "日本語の名前" * 12, "a b " * 45], ids=["wide", "unbroken", "words"])
def test_the_most_that_can_be_recorded_is_still_one_page(name, days):
    state = everything(name, days)
    for size in (A4, LETTER):
        found = document(state, size)
        page, first = found.first()
        assert first.height <= found.room + 0.01
        assert [section.key for section in page.sections] == sections_of(state)
        assert set(SECTIONS) - {section.key for section in page.left} <= {"about", "movement", "pain", "nutrients"}


def three_sites():
    """A scan of spine, hip and neck, and another a year later."""
    places = [(Site.LUMBAR_SPINE, None), (Site.TOTAL_HIP, Side.LEFT), (Site.FEMORAL_NECK, Side.LEFT)]
    return series_of(
        Scan(date=date(2025 + year, 8, 25), site=site, side=side, bmd=0.9 - 0.03 * year, scanner="Hologic A")
        for year in range(2)
        for site, side in places
    )


@pytest.mark.parametrize("size", [A4, LETTER], ids=["a4", "letter"])
def test_where_bone_density_is_going_is_drawn_beside_the_weeks(size):
    visit = Appointment(date=day(7), whom="Breast clinic", decided="Letrozole goes on.")
    page, _ = document(lived(series=three_sites(), decided=visit, questions=("When?", "How?", "Why?")), size).first()
    drawn = [block for section in page.sections for block in section.blocks if hasattr(block, "sentence")]
    (density,) = [section for section in page.sections if section.key == "density"]
    assert len(drawn) == 2
    assert [curve.name for curve in density.blocks[1].curves] == [
        "Lumbar spine",
        "Total hip, left",
        "Femoral neck, left",
    ]


def curve_picture(*scans, wide=400):
    state = summary_state(series=series_of(scans))
    page, _ = document(state, sections=frozenset({"density"})).first()
    picture = QImage(wide, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_curve(painter, QRectF(10, 10, wide - 20, 180), page.sections[0].blocks[1].curves[0], PAPER)
    painter.end()
    return picture


def test_scans_a_month_apart_have_one_month_under_them_and_nothing_runs_over():
    spine = [Scan(date=date(2020 + n, 1, 1), site=Site.LUMBAR_SPINE, bmd=1 - n / 50) for n in range(6)]
    soon = [Scan(date=date(2026, n, 1), site=Site.LUMBAR_SPINE, bmd=1.0) for n in (1, 2)]
    for scans in (spine, soon):
        for wide in (260, 400):
            picture = curve_picture(*scans, wide=wide)
            assert not inked(picture, 0, 0, 6, 200)
            assert not inked(picture, wide - 6, 0, wide, 200)
    assert curve_picture(*spine) != curve_picture(*spine[:1], *spine[2:])  # every scan has its mark


def test_what_a_crowded_page_leaves_out_stands_behind_it_whole():
    page, _ = document(crowded()).first()
    assert [section.key for section in page.left] == [
        "medicines",
        "density",
        "tests",
        "events",
        "due",
        "decided",
        "questions",
    ]
    assert document(lived()).first()[0].left == ()
    assert len(document(lived()).pages()) == 2  # the page, and how it is counted


def test_the_smallest_type_is_ten_points():
    smallest = min(PAPER.font(role).pixelSize() for role in ("tiny", "tiny_strong", "small_strong", "title"))
    assert smallest / DOTS_PER_INCH * 72 >= 10


def test_room_that_is_left_goes_to_the_charts_and_never_beyond_the_foot():
    found = document(lived())
    assert found.room - found.first()[1].height >= 0
    few = document(lived(), sections=frozenset({"movement", "pain"}))
    assert few.first()[1].height < few.room / 2  # charts do not grow without end


def test_sections_can_stand_alone():
    for key in SECTIONS:
        found = document(lived(), sections=frozenset({key}))
        picture, edge = image(found.pages()[0])
        assert not touches_its_margin(picture, edge)


def test_a_year_day_by_day_with_every_dose_runs_over_pages_and_keeps_its_heads():
    span = last_days(365, TODAY)
    entries = [session(30, day=span.first + timedelta(days=nth)) for nth in range(365)]
    state = summary_state(entries, span=span)
    pages = document(state, more=frozenset({"days", "doses", "notes"})).pages()
    assert 6 <= len(pages) <= 14
    for paint in pages:
        picture, edge = image(paint)
        assert not touches_its_margin(picture, edge)


def test_three_hundred_pages_of_notes_are_pages_of_notes():
    long = "a word and another one. " * 80
    state = summary_state([replace(session(30, day=day(nth % 91)), note=long[:1990]) for nth in range(400)])
    assert len(document(state).pages()) == 2
    assert len(document(state, more=frozenset({"notes"})).pages()) > 60


def test_the_page_is_read_in_black_and_white():
    picture, _ = image(document(lived()).pages()[0])
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    darkest = min(grey.pixelColor(x, y).value() for x in range(0, grey.width(), 7) for y in range(0, grey.height(), 7))
    assert darkest < 60


# Text


def pieces(text):
    return [Piece(text, PAPER.font("tiny"), QColor("black"))]


def said(lines):
    return ["".join(piece.text for piece in line) for line in lines]


def test_text_breaks_at_spaces_and_a_word_too_long_where_it_must():
    assert said(broken(pieces("one two three"), 100_000)) == ["one two three"]
    assert said(broken(pieces("one two three"), 1)) == list("onetwothree")
    assert said(broken(pieces("2.38\u00a0mmol/L is"), 160)) == ["2.38\u00a0mmol/L", "is"]
    assert broken(pieces("  "), 100) == []
    assert said(broken([*pieces("one"), *pieces("two")], 100_000)) == ["one two"]


def test_pieces_of_other_faces_stand_in_one_line():
    strong = Piece("182 min", PAPER.font("tiny_strong"), QColor("black"))
    (line,) = broken([strong, *pieces("goal 150")], 100_000)
    assert [piece.text for piece in line] == ["182 min", " goal 150"]


def test_a_word_as_long_as_a_line_takes_nothing_from_its_neighbours():
    row = [*pieces("31\u00a0Aug\u00a02026"), *pieces("x" * 190), *pieces("71\u00a0nmol/L")]
    wide = column_widths([row], 800, 10, narrow=False)
    assert sum(wide) + 20 == pytest.approx(800)
    assert said(broken([row[0]], wide[0])) == ["31\u00a0Aug\u00a02026"]
    assert column_widths([pieces("x" * 190) * 2], 810, 10, narrow=False) == [400, 400]


# The chart


def pain_picture(scores):
    weeks = [PainWeek(day(7 * nth), score) for nth, score in enumerate(scores)]
    picture = QImage(600, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_pain_weeks(painter, QRectF(0, 0, 600, 200), weeks, PAPER, Words("en"))
    painter.end()
    return picture


def test_a_week_without_a_score_is_no_zero():
    assert pain_picture([4, None, 4]) != pain_picture([4, 0, 4])
    assert pain_picture([4, None, 4]) != pain_picture([4, 4, 4])


def test_no_weeks_draw_nothing():
    assert not inked(pain_picture([]), 0, 0, 600, 200)


def test_the_least_room_is_the_last_that_is_tried():
    assert ROOMS[-1].charts is False
    for charts, curves in ((True, 3), (True, 0), (False, 0)):
        rooms = [room for room in ROOMS if (room.charts, room.curves) == (charts, curves)]
        assert all(a.scans >= b.scans and a.questions >= b.questions for a, b in pairwise(rooms))


@settings(max_examples=25, deadline=None)
@given(states(), st.sampled_from([A4, LETTER]))
def test_whatever_was_recorded_is_read_on_one_page(recorded, size):
    found = document(recorded.state, size)
    page, first = found.first()
    assert first.height <= found.room + 0.01
    assert [section.key for section in page.sections] == sections_of(recorded.state)
    for paint in found.pages()[:2]:
        picture, edge = image(paint, size)
        assert not touches_its_margin(picture, edge)
