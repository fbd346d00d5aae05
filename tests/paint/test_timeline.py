"""The timeline as a picture: everything has its place, and every mark says what it is."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from bonecoach.core.bone_change import series_of
from bonecoach.core.days import moment_of
from bonecoach.core.entries import Event
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.months import MonthMoved, MonthTaken
from bonecoach.core.others_found import Published, others_found
from bonecoach.core.therapy import Period, TherapyChange
from bonecoach.core.timeline import Course, Frame, Timeline, frame_of
from bonecoach.paint import bone_page
from bonecoach.paint import timeline as timeline_painter
from bonecoach.paint.bone_page import BoneSheet
from bonecoach.paint.fonts import load_fonts
from bonecoach.paint.lettering import width_of
from bonecoach.paint.look import LOOKS
from bonecoach.paint.style import Style
from bonecoach.paint.summary import running_text
from bonecoach.paint.timeline import paint_timeline
from bonecoach.paint.timeline_events import words_beside
from bonecoach.paint.timeline_scene import DENSITY, T_SCORE, Z_SCORE, Scene, timeline_height
from bonecoach.paint.timeline_table import table_timeline
from bonecoach.words import Words

TODAY = date(2026, 11, 21)
WORDS = Words("en_GB")
RECT = QRectF(0, 0, 900, 420)
PLAIN = Style()


def event(day, kind, injury=None):
    moment = moment_of(date.fromisoformat(day), time(9), "Europe/Berlin")
    return Event(moment=moment, name=kind.title(), event=kind, injury=injury)


def scan(day, site, bmd, t, **more):
    return Scan(date=date.fromisoformat(day), site=site, bmd=bmd, t_score=t, z_score=t + 1, id=day + site, **more)


FULL = Timeline(
    series_of(
        [
            scan("2024-03-10", Site.LUMBAR_SPINE, 0.98, -1.1),
            scan("2026-03-10", Site.LUMBAR_SPINE, 0.93, -1.6),
            scan("2026-03-10", Site.TOTAL_HIP, 0.80, -1.6, side=Side.RIGHT),
            scan("2026-03-10", Site.FEMORAL_NECK, 0.71, -1.7, side=Side.LEFT),
            scan("2026-03-10", Site.FOREARM, 0.60, -3.6),
        ]
    ),
    (Period("anastrozole", None, date(2024, 1, 3)), Period("letrozole", date(2024, 1, 3))),
    (Course("denosumab", "Denosumab", date(2025, 6, 12), None, (date(2025, 6, 12), date(2025, 12, 12))),),
    (LabTest(date=date(2025, 9, 1), name="25ohd", value=81, unit="nmol/L", range_low=50),),
    (event("2026-02-01", "fall", injury=False), event("2026-04-01", "fracture")),
    (date(2026, 7, 6),),
    TODAY,
)


MONTHLY = FULL._replace(
    moved=(
        MonthMoved(date(2026, 7, 1), None, 0, 0, 1, 3),
        MonthMoved(date(2026, 8, 1), 0.0, 1, 0, 0, 3),
        MonthMoved(date(2026, 9, 1), None, 0, 0, 0, 4),
        MonthMoved(date(2026, 10, 1), 117.5, 4, 2, 0, 0),
        MonthMoved(date(2026, 11, 1), None, 0, 0, 2, 0),
    ),
    taken=(
        MonthTaken(date(2026, 8, 1), 1, 0, 0),
        MonthTaken(date(2026, 9, 1), 30, 0, 0),
        MonthTaken(date(2026, 10, 1), 31, 27, 1),
        MonthTaken(date(2026, 11, 1), 20, 20, 0),
    ),
)


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


def drawn(timeline, frame, measure, style=PLAIN, size=(900, 420)):
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(style.colour("card"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_timeline(painter, QRectF(0, 0, *size), timeline, frame, measure, style, WORDS)
    painter.end()
    return image


def scene(frame=None, measure=T_SCORE, timeline=FULL):
    return Scene(RECT, timeline, frame or frame_of(36, TODAY), measure, Style(), WORDS)


def test_every_mark_says_its_day_and_what_it_is():
    said = [(mark.kind, mark.said) for mark in scene().marks()]
    assert ("scan", "10 Mar 2026: Lumbar spine, 0.930 g/cm², T-score −1.6, Z-score −0.6") in said
    assert ("therapy", "Letrozole since 3 Jan 2024") in said
    assert ("therapy", "Anastrozole until 3 Jan 2024") in said
    assert ("given", "12 Dec 2025: Denosumab given") in said
    assert ("test", "1 Sep 2025: 25-OH vitamin D, 81 nmol/L, within the laboratory's range (50 and more)") in said
    assert ("fall", "1 Feb 2026: Fall, no injury") in said
    assert ("fracture", "1 Apr 2026: Fracture") in said
    days = [mark.day for mark in scene().marks()]
    assert days == sorted(days)


def test_only_what_is_in_the_frame_can_be_pointed_at():
    frame = Frame(date(2026, 1, 1), date(2026, 3, 1))
    assert {mark.kind for mark in scene(frame).marks()} == {"therapy", "course", "fall"}


@pytest.mark.parametrize("measure", [T_SCORE, Z_SCORE, DENSITY])
def test_values_lie_within_the_plot_and_higher_ones_above(measure):
    found = scene(measure=measure)
    for series in FULL.series:
        for _scan, at in found.points(series):
            assert found.plot.contains(at)
    spine = found.points(FULL.series[0])
    assert spine[0][1].y() < spine[1][1].y()
    assert all(found.low <= tick <= found.high for tick in found.ticks())


@pytest.mark.parametrize("months", [3, 6, 12, 24, 60, 180])
def test_dates_below_never_touch(months):
    found = scene(frame_of(months, TODAY))
    places = [found.x(day) for day, _said in found.dates()]
    assert places
    assert all(b - a > 30 for a, b in pairwise(places))


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("measure", [T_SCORE, Z_SCORE, DENSITY])
def test_it_is_drawn_in_every_look_and_size(look, measure):
    for scale, size in ((1.0, (900, 420)), (2.0, (760, 900))):
        style = Style(LOOKS[look], scale)
        bare = Timeline((), (), (), (), (), (), TODAY)
        assert drawn(MONTHLY, frame_of(36, TODAY), measure, style, size) != drawn(
            bare, frame_of(36, TODAY), measure, style, size
        )


def test_another_frame_is_another_picture_and_today_is_left_out_where_it_is_not_seen():
    wide, past = drawn(FULL, frame_of(60, TODAY), T_SCORE), drawn(FULL, frame_of(12, date(2025, 6, 1)), T_SCORE)
    assert wide != past


def test_lanes_there_are_make_it_taller():
    bare = FULL._replace(therapy=(), courses=(), tests=(), events=(), rest_weeks=())
    assert timeline_height(FULL) - timeline_height(bare) == 5 * 36
    assert timeline_height(MONTHLY) - timeline_height(FULL) == 2 * 28


def test_months_say_minutes_and_doses_and_what_is_not_known():
    found = scene(timeline=MONTHLY)
    assert [mark.said for mark in found.months("moved")] == [
        "Jul 2026: Movement, 1 rest week and 3 weeks not recorded",
        "Aug 2026: Movement, 0 minutes in 1 week (150 reached in 0), 3 weeks not recorded",
        "Sep 2026: Movement, 4 weeks not recorded",
        "Oct 2026: Movement, 118 minutes a week over 4 weeks (150 reached in 2)",
        "Nov 2026: Movement, 2 rest weeks",
    ]
    assert [mark.said for mark in found.months("taken")] == [
        "Aug 2026: Doses, 1 day, not recorded",
        "Sep 2026: Doses, 30 days, not recorded",
        "Oct 2026: Doses, taken on 27 of 31 days, not taken on 1, 3 days not recorded",
        "Nov 2026: Doses, taken on 20 of 20 days",
    ]
    assert scene().months("moved") == ()
    assert [mark.day.month for mark in scene(frame_of(3, TODAY), timeline=MONTHLY).months("moved")] == [9, 10, 11]


def test_months_stand_at_the_end_of_the_table_newest_first():
    rows = table_timeline(MONTHLY, WORDS)
    assert rows[: len(table_timeline(FULL, WORDS))] == table_timeline(FULL, WORDS)
    assert rows[-9:-6] == [
        ["Nov 2026", "Movement", "2 rest weeks"],
        ["Nov 2026", "Doses", "Taken on 20 of 20 days"],
        ["Oct 2026", "Movement", "118 minutes a week over 4 weeks (150 reached in 2)"],
    ]


def test_not_recorded_rest_and_none_are_three_pictures():
    def only(month):
        return drawn(FULL._replace(moved=(month,)), frame_of(3, TODAY), T_SCORE)

    first = date(2026, 10, 1)
    none, unknown, rest = (
        only(MonthMoved(first, 0.0, 4, 0, 0, 0)),
        only(MonthMoved(first, None, 0, 0, 0, 4)),
        only(MonthMoved(first, None, 0, 0, 4, 0)),
    )
    assert none != unknown != rest != none
    assert only(MonthMoved(first, 150.0, 4, 4, 0, 0)) != none


def test_a_name_ends_where_the_next_medicine_covers_its_bar(monkeypatch):
    written, whole = [], timeline_painter.cut

    def kept(said, font, room):
        written.append(whole(said, font, room))
        return written[-1]

    monkeypatch.setattr(timeline_painter, "cut", kept)
    covered = Course("zoledronate", "Zoledronic acid 4 mg", date(2026, 1, 12), None)
    drawn(FULL._replace(courses=(covered,)), frame_of(36, TODAY), T_SCORE)
    assert "Zoledronic acid 4 mg" in written
    written.clear()
    drawn(
        FULL._replace(courses=(covered, FULL.courses[0]._replace(start=date(2026, 5, 12)))),
        frame_of(36, TODAY),
        T_SCORE,
    )
    assert "Denosumab" in written
    assert not {"Zoledronic acid 4 mg", "Zoledronic acid"} & set(written)


def test_the_table_says_everything_newest_first():
    heads, *rows = table_timeline(FULL, WORDS)
    assert heads == ["Day", "What", "What it says"]
    assert rows[0][:2] == ["1 Apr 2026", "Events"]
    assert rows[-1] == ["", "Therapy", "Anastrozole until 3 Jan 2024"]
    (spine,) = [row for row in rows if row[0] == "10 Mar 2026" and row[1] == "Lumbar spine"]
    assert "5.1 % lower than on 10 Mar 2024" in spine[2]  # (0.93 - 0.98) / 0.98 = -5.10 %
    assert len(rows) == 5 + 2 + 1 + 2 + 1 + 2


def test_others_are_drawn_beside_densities_and_never_beside_scores():
    def beside(percent, measure):
        one = Published("x", "X", "on_therapy", "", Site.LUMBAR_SPINE, 2, percent, None, "", "ATAC2", "confirmed")
        since = TherapyChange("began", "letrozole", date(2024, 3, 10), date(2024, 3, 10))
        full = MONTHLY._replace(others=others_found([one], FULL.series, [since], TODAY))
        return drawn(full, frame_of(36, TODAY), measure)

    without = {measure: drawn(MONTHLY, frame_of(36, TODAY), measure) for measure in (T_SCORE, DENSITY)}
    assert beside(-5.0, T_SCORE) == without[T_SCORE]
    assert beside(-5.0, DENSITY) != without[DENSITY]
    assert beside(5.0, DENSITY) != beside(-5.0, DENSITY)


def test_labels_never_lie_on_the_line_of_today():
    crossing = scene(frame_of(60, TODAY))
    assert crossing.beside  # the newest scans lie eight months back, too near for their names
    assert crossing.right < scene(frame_of(60, TODAY), timeline=FULL._replace(series=())).right
    for label in crossing.labels:
        assert crossing.x(label.scan.date) < crossing.x(TODAY) < crossing.right < RECT.right() - label.wide
    near = scene(frame_of(12, TODAY))
    assert not near.beside
    for label in near.labels:
        assert near.x(label.scan.date) + label.wide + 16 <= near.x(TODAY)


def test_labels_stay_on_the_plot_where_they_would_take_too_much_of_it():
    narrow = Scene(QRectF(0, 0, 420, 420), FULL, frame_of(36, TODAY), T_SCORE, Style(), WORDS)
    assert not narrow.beside
    assert drawn(FULL, frame_of(36, TODAY), T_SCORE, PLAIN, (420, 420))


def test_a_frame_of_the_past_has_the_edge_for_todays_line():
    past = scene(frame_of(12, date(2026, 3, 20)))
    assert past.beside
    assert len(past.labels) == 4


def paper(timeline, size=(740, 1060), measure=T_SCORE):
    """The sheet as a picture, with every text that was written on it."""
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    BoneSheet("Bone health", timeline, frame_of(36, TODAY), measure, WORDS).paint(painter, QRectF(0, 0, *size), PLAIN)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("measure", "asked", "says"), [(DENSITY, True, True), (T_SCORE, True, False), (DENSITY, False, False)]
)
def test_the_sheet_says_what_the_pale_bands_are_where_they_are_drawn(monkeypatch, measure, asked, says):
    said = []
    real = running_text.write
    monkeypatch.setattr(running_text, "write", lambda *all: (said.append(all[2]), real(*all)))
    one = Published("x", "STUDY-1", "on_therapy", "", Site.LUMBAR_SPINE, 2, -4, None, "", "ATAC2", "confirmed")
    since = TherapyChange("began", "letrozole", date(2024, 3, 10), date(2024, 3, 10))
    others = others_found([one], FULL.series, [since], TODAY)
    paper(FULL._replace(others=others if asked else None), measure=measure)
    text = " ".join(said)
    assert ("What others found is pale: averages of studies" in text) is says
    assert ("figures are from STUDY-1." in text) is says


def test_the_sheet_has_the_rows_of_the_table_and_says_what_it_leaves_out(monkeypatch):
    said = []
    for module in (bone_page, running_text):
        name = "letter" if module is bone_page else "write"
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *all, real=real: (said.append(all[2]), real(*all)))
    paper(MONTHLY)
    assert {"Bone health", "Printed 21 Nov 2026", "1 Apr 2026"} <= set(said)
    assert any(text.startswith("Events: Fracture") or text == "Events:" for text in said)
    assert not any("left out" in text for text in said)
    assert not any("Movement" in text for text in said)  # months are in the strips, and would fill the sheet
    many = FULL._replace(tests=FULL.tests * 40)
    paper(many)
    (left_out,) = [text for text in said if "left out" in text]
    shown = said.count("1 Sep 2025")
    assert int(left_out.split()[0]) + shown > 30


def test_a_bare_sheet_is_a_sheet():
    assert paper(FULL._replace(series=(), therapy=(), courses=(), tests=(), events=())) != paper(FULL)


def told(*events, first=date(2024, 1, 1), last=TODAY, rect=RECT):
    """What stands beside the marks, and whether it begins to the right of them."""
    timeline = FULL._replace(events=events)
    scene = Scene(rect, timeline, Frame(first, last), T_SCORE, PLAIN, WORDS)
    return [
        (said, place > scene.x(one.moment.date))
        for (place, said), one in zip(words_beside(scene, events), events, strict=False)
    ]


def test_a_fall_or_a_fracture_says_what_it_was_where_there_is_room():
    wrist = replace(event("2025-03-01", "fracture", injury=True), site="left wrist")
    assert told(event("2024-03-01", "fall", injury=False), wrist) == [
        ("fall, no injury", True),
        ("fracture: left wrist", True),
    ]
    assert told(event("2024-03-01", "fall")) == [("fall", True)]


def test_words_of_events_run_over_no_other_mark_and_not_over_today():
    wrist = replace(event("2026-11-01", "fracture", injury=True), site="left wrist")
    assert told(wrist) == [("fracture: left wrist", False)]  # before today there is no room behind it
    close = [event(f"2025-03-{day:02}", "fall", injury=False) for day in (1, 5, 9)]
    words = [said for said, _ in told(*close)]
    assert len(words) < len(close)
    timeline = FULL._replace(events=tuple(close))
    scene = Scene(RECT, timeline, Frame(date(2024, 1, 1), TODAY), T_SCORE, PLAIN, WORDS)
    marks = [scene.x(each.moment.date) for each in close]
    for place, said in words_beside(scene, close):
        end = place + width_of(said, PLAIN.font("small"))
        assert not any(place < mark < end for mark in marks)


def test_an_event_before_the_first_day_shown_has_no_words():
    assert told(event("2020-03-01", "fall", injury=False)) == []
