"""The page as HTML: whole in one file, read aloud in order, every chart with its sentence and its table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bonecoach.core.activities import Load
from bonecoach.core.bone_change import series_of
from bonecoach.core.due import DueItem
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.profile import Profile
from bonecoach.core.spans import last_days
from bonecoach.core.visits import Appointment
from bonecoach.exchange.summary import browser_room
from bonecoach.exchange.summary.browser_room import LINES, lines_of, page_for_browser
from bonecoach.exchange.summary.html import as_html
from bonecoach.exchange.summary.page import SECTIONS, Choice, Lines
from bonecoach.exchange.summary.svg import TALL, WIDE
from tests.exchange.pages import TODAY, WORDS, day, fall, summary_state
from tests.makers import food, joint_pain, session, supplement

VOID = {"meta", "rect", "line", "circle", "polyline", "path"}


class Reader(HTMLParser):
    """Reads a page as a screen reader would: elements in order with what stands in them, and nothing left open."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[tuple[str, str]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append((self.open[-1], data.strip()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]

    def said(self, tag: str) -> list[str]:
        return [text for name, text in self.text if name == tag]


DECIDED = Appointment(date=day(7), whom="Dr Example", decided="Letrozole goes on.")


def lived(**more):
    entries = [
        *(session(35, day=day(nth)) for nth in range(0, 84, 2)),
        *(joint_pain(2 + nth % 4, day(nth), "hands") for nth in range(0, 70, 5)),
        *(food(day(nth), calcium_mg=700) for nth in range(80)),
        *(supplement(day(nth), calcium_mg=500) for nth in range(80)),
        session(30, Load.NOT_WEIGHT_BEARING, day=day(2)),
        fall(day(40)),
    ]
    due = (DueItem("appointment", TODAY, False, "Dr Example"),)
    usual = {"due": due, "decided": DECIDED, "questions": ("When is my next scan?",), "rest": [day(21)]}
    return summary_state(entries, **{**usual, **more})


def html(state, **choice):
    return as_html(page_for_browser(state, WORDS, Choice(**choice)), WORDS)


def read(state, **choice):
    return Reader(html(state, **choice))


def test_it_says_its_language_its_title_and_where_what_is():
    page = read(lived())
    assert page.all("html") == [{"lang": "en"}]
    assert page.said("title") == ["Summary for my appointment, 25 Aug 2026 to 23 Nov 2026 · 13 weeks"]
    marks = [tag for tag, _ in page.found if tag in ("header", "main", "footer")]
    assert marks == ["header", "main", "footer"]
    assert page.said("h1") == ["Summary for my appointment"]
    assert page.said("h2")[:10] == [
        "Movement, a week", "Worst joint pain, 0 to 10", "Nutrients, a day", "Taken as planned", "Bone density (DXA)",
        "Blood tests", "Falls and fractures", "What is due", "Decided at the last visit", "My questions",
    ]  # fmt: skip


def test_headings_go_down_one_step_at_a_time():
    page = read(lived(), more=frozenset({"days", "doses", "notes"}))
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_part_has_a_name_and_every_name_is_there_once():
    page = read(lived(questions=tuple(f"{nth} {'Is it safe? ' * 40}" for nth in range(9))), more=frozenset({"days"}))
    ids = Counter(attrs["id"] for _, attrs in page.found if "id" in attrs)
    assert max(ids.values()) == 1
    for section in page.all("section"):
        assert section["aria-labelledby"] in ids
    assert "questions-whole" in ids


def test_every_table_has_a_caption_and_heads():
    page = read(lived(), more=frozenset({"days"}))
    tables = len(page.all("table"))
    assert tables == len(page.said("caption")) == len(page.all("thead"))
    assert all(head.get("scope") in ("col", "row") for head in page.all("th"))
    assert {"nutrient", "mean", "target"} <= set(page.said("th"))


def test_every_chart_is_a_picture_with_words_a_sentence_and_a_table():
    page = read(lived())
    pictures = [attrs for attrs in page.all("svg") if "aria-hidden" not in attrs]
    assert len(pictures) == 2
    assert all(attrs["role"] == "img" for attrs in pictures)
    assert "Weight-bearing by week: lowest" in pictures[0]["aria-label"]
    assert "0 is none, 10 the worst" in pictures[1]["aria-label"]
    assert page.said("summary") == ["The same as a table"] * 2
    assert len(page.all("details")) == len(page.all("figcaption")) == len(page.all("figure")) == 2


def test_the_drawing_keeps_rest_not_recorded_and_zero_apart():
    text = html(lived())
    minutes, pain = re.findall(r"<svg viewBox.*?</svg>", text)
    assert minutes.count("url(#stripes)") == 1  # the rest week
    assert minutes.count('fill="none" stroke="currentColor"') == 1  # she swam in one
    assert minutes.count('height="2"') == 1  # the last week has no record: a dash
    assert pain.count("<polyline") == 1
    assert 'height="2"' not in pain  # a week without a score is a gap
    some = summary_state(
        [joint_pain(4, day(0)), joint_pain(0, day(14)), food(day(14)), session(40, day=day(21))], rest=[day(7)]
    )
    minutes, pain = re.findall(r"<svg viewBox.*?</svg>", html(some))
    assert ">0</text>" in minutes  # something was logged and no session
    assert pain.count("<polyline") == 2  # a week without a score is not joined over
    assert "stroke-dasharray" in minutes
    assert "url(#stripes)" not in minutes  # nothing was done in that rest week, and it has its moon
    assert minutes.count("<path") == 1


def test_all_of_a_drawing_is_inside_it():
    span = last_days(7 * 53, TODAY)
    entries = [session(400, day=span.first + timedelta(days=nth)) for nth in range(0, 371, 3)]
    entries += [joint_pain(10, span.first + timedelta(days=nth)) for nth in range(0, 371, 5)]
    for drawing in re.findall(r"<svg viewBox.*?</svg>", html(summary_state(entries, span=span))):
        for name, most in (("x", WIDE), ("y", TALL), ("cx", WIDE), ("cy", TALL), ("x1", WIDE), ("y1", TALL)):
            for figure in re.findall(rf' {name}="(-?[0-9.]+)"', drawing):
                assert 0 <= float(figure) <= most


def test_nothing_is_fetched_and_nothing_runs():
    text = html(lived(), name="Anna")
    outside = re.sub(r"data:font/ttf;base64,[A-Za-z0-9+/=]+", "", text)
    assert re.findall(r"https?:|//[a-z]|<script|<link|<img|@import|\bon[a-z]+=", outside) == []
    assert outside.count("url(") == outside.count("url()") + outside.count("url(#stripes)")
    assert len(outside) < 60_000
    assert "Atkinson Hyperlegible Next" in outside


def test_words_of_hers_are_words_and_never_markup():
    text = html(lived(questions=('Is <b>it</b> safe & sound?\u2028"Yes"',)), name="<script>alert(1)</script>")
    assert "<script" not in text
    assert "&lt;b&gt;it&lt;/b&gt; safe &amp; sound? &quot;Yes&quot;" in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_it_is_the_same_file_every_time():
    assert html(lived()) == html(lived())


def test_it_is_printed_on_a4_with_what_is_behind_it_on_sheets_of_its_own():
    text = html(lived())
    assert "@page { margin: 10mm 14mm; }" in text  # the paper is that of whoever prints it
    assert ".behind { break-before: page; }" in text
    assert "font-size: 10pt" in text


@pytest.mark.parametrize("section", SECTIONS[1:])
def test_each_section_can_stand_alone(section):
    page = read(lived(), sections=frozenset({section}))
    assert page.all("section")[0]["class"] == section


def test_an_empty_diary_has_room_to_write_questions():
    page = read(summary_state(profile=Profile()))
    assert page.all("figure") == []
    assert "No bone density scan is on record." in page.said("p")


def test_scans_soon_after_each_other_have_one_month_under_them():
    def months(first):
        scans = [Scan(date=day, site=Site.LUMBAR_SPINE, bmd=0.9) for day in (first, date(2026, 8, 31))]
        hip = [Scan(date=day, site=Site.TOTAL_HIP, bmd=0.8) for day in (date(2016, 8, 31), date(2026, 8, 31))]
        drawn = (
            html(lived(series=series_of([*scans, *hip]))).partition(">Lumbar spine</strong>")[2].partition("</svg>")[0]
        )
        return re.findall(r">(\w+)\u00a0(\d+)</text>", drawn)

    assert months(date(2020, 8, 31)) == [("Aug", "2020"), ("Aug", "2026")]
    assert months(date(2026, 6, 1)) == [("Aug", "2026")]


def test_a_curve_whose_least_change_nobody_knows_has_no_dashes():
    forearm = series_of(Scan(date=date(year, 3, 9), site=Site.FOREARM, bmd=0.7) for year in (2024, 2026))
    drawing = html(lived(series=forearm)).partition(">Forearm</strong>")[2].partition("</svg>")[0]
    assert drawing.count("<line") == 1
    assert "dasharray" not in drawing


def test_spans_of_figures_are_not_broken():
    from bonecoach.core.nutrients import Nutrient
    from bonecoach.core.targets import Target

    state = summary_state([food(day(1), calcium_mg=5)], targets={Nutrient.CALCIUM: Target(low=1000, high=1200)})
    assert "1000\u2060–\u20601200" in html(state)


# How much of it a sheet holds


def test_a_page_with_much_on_it_is_reckoned_longer_and_cut_to_fit():
    long = "when the weather changes and I have been on my feet for long " * 3
    much = lived(
        questions=tuple(f"{nth} {long * 5}" for nth in range(9)),
        due=tuple(DueItem("appointment", TODAY, False, long) for _ in range(9)),
    )
    found = page_for_browser(much, WORDS, Choice())
    assert lines_of(found) <= LINES
    assert {section.key for section in found.left} >= {"questions", "due"}
    assert lines_of(page_for_browser(summary_state(), WORDS, Choice())) < lines_of(found)
    assert lines_of(page_for_browser(much, WORDS, Choice(sections=frozenset()))) < 10


TWO_SCANS = series_of(
    [
        Scan(date=date(2024, 8, 1), site=Site.LUMBAR_SPINE, bmd=0.95, lsc=0.028),
        Scan(date=date(2026, 8, 1), site=Site.LUMBAR_SPINE, bmd=0.90, lsc=0.028),
    ]
)


def test_charts_that_a_sheet_has_no_room_for_stand_on_a_screen_alone(monkeypatch):
    state = lived(series=TWO_SCANS)
    assert 'class="on-screen"' not in html(state)
    monkeypatch.setattr(browser_room, "LINES", 10.0)  # a slip of paper
    found = page_for_browser(state, WORDS, Choice())
    on_screen = {section.key: section.on_screen for section in found.sections if section.on_screen}
    assert {key: len(blocks) for key, blocks in on_screen.items()} == {"movement": 1, "pain": 1, "density": 2}
    assert not any(isinstance(block, Lines) for block in on_screen["movement"])
    page = read(state)
    assert len([attrs for attrs in page.all("div") if attrs.get("class") == "on-screen"]) == 3
    charts = [attrs["aria-label"] for attrs in page.all("svg") if attrs.get("role") == "img"]
    assert any(label.startswith("Lumbar spine. ") for label in charts)
    assert "Between the dashes" in " ".join(page.said("p"))
    assert ".on-screen { display: none; }" in html(state).partition("@media print")[2]
    assert lines_of(found) == lines_of(found._replace(sections=tuple(s._replace(on_screen=()) for s in found.sections)))


def test_a_curve_on_the_screen_has_words_for_its_dashes_only_where_it_has_dashes(monkeypatch):
    monkeypatch.setattr(browser_room, "LINES", 10.0)
    scans = [Scan(date=date(year, 8, 1), site=Site.FOREARM, bmd=0.6, scanner="A") for year in (2024, 2026)]
    found = page_for_browser(summary_state(series=series_of(scans)), WORDS, Choice(sections=frozenset({"density"})))
    assert [len(section.on_screen) for section in found.sections] == [1]


def test_more_than_any_sheet_holds_is_cut_as_short_as_can_be(monkeypatch):
    series = series_of(
        Scan(date=date(2000 + year, 1, 1), site=site, side=side, bmd=0.9)
        for year in range(3)
        for site in Site
        for side in ([None] if site is Site.LUMBAR_SPINE else [None, *Side])
    )
    scans = summary_state(series=series)
    monkeypatch.setattr(browser_room, "LINES", 20.0)
    found = page_for_browser(scans, WORDS, Choice())
    assert lines_of(found) > 20
    (density,) = [section for section in found.sections if section.key == "density"]
    assert "on page 2" in density.blocks[-1].lines[-1]


def test_a_table_too_wide_for_its_column_is_reckoned_by_its_rows():
    tests = tuple(LabTest(date=TODAY, name=f"{nth} {'long name ' * 9}", value=1, unit="mg") for nth in range(3))
    wide, narrow = (
        lines_of(page_for_browser(summary_state(tests=each), WORDS, Choice(sections=frozenset({"tests"}))))
        for each in (tests, tuple(replace(test, name="CTX") for test in tests[:1]))
    )
    assert wide > narrow + 4
