"""Today: what is drawn again after a step, and what is left as it stands."""

from __future__ import annotations

from datetime import date

import pytest

from bonecoach.ui.today.page import TodayPage
from bonecoach.words import Words

SATURDAY = date(2026, 11, 21)


@pytest.fixture
def page(qtbot, writing_desk, diary):
    diary.log_text("calcium citrate 500 at 8")
    diary.log_text("walk 30 brisk at 9")
    made = TodayPage(writing_desk)
    qtbot.addWidget(made)
    made.open_on(None)
    return made


def rows(page):
    return [row for row in page.logged._rows if not row.isHidden()]


def names(page):
    return [row.accessibleName() for row in rows(page)]


def test_a_new_entry_stands_at_its_time_and_the_others_are_said_as_before(page, diary):
    before = names(page)
    diary.log_text("pain 4 at 8:30")
    page.show_state()
    assert [row.time.text() for row in rows(page)] == ["08:00", "08:30", "09:00"]
    assert [names(page)[0], names(page)[2]] == before


def test_deleting_the_first_leaves_the_other_with_its_own_buttons(page, diary):
    first = diary.day(SATURDAY).entries[0]
    diary.delete([first.id])
    page.show_state()
    (left,) = rows(page)
    assert left.entry is not None
    assert left.entry.id != first.id
    assert "Walk" in left.edit.accessibleName() or "walk" in left.edit.accessibleName()


def test_what_was_logged_is_said_again_when_the_units_change(qtbot, writing_desk, diary, page):
    diary.log_text("vitamin d3 1000 iu at 10")
    page.show_state()
    said = names(page)[-1]
    in_units = Words("en_GB", vitamin_d_unit="iu")
    page.logged.show_day(page.state, in_units, is_today=True)
    assert names(page)[-1] != said
    assert "IU" in names(page)[-1]


def test_the_day_and_its_week_are_counted_alike(page, diary):
    """500 mg of calcium and thirty minutes on Saturday, whoever asks."""
    assert page.state == diary.day(SATURDAY)
    assert diary.week(SATURDAY).on(SATURDAY) == diary.day(SATURDAY)


def test_a_usual_that_would_be_a_second_dose_asks_in_the_line(page, diary):
    for day in ("on wednesday", "on thursday", "yesterday"):
        diary.log_text(f"took letrozole {day}")
    page.show_state()
    usual = next(usual for usual in diary.usuals.around() if usual.entry.name == "Letrozole")
    page.usuals.wanted.emit(usual)
    assert len(diary.entries(SATURDAY, kinds=["dose"])) == 1
    page.usuals.wanted.emit(usual)
    assert len(diary.entries(SATURDAY, kinds=["dose"])) == 1
    assert "was this a second dose?" in page.entry.understanding.spoken()
    page.entry.understanding.confirmed.emit()
    assert len(diary.entries(SATURDAY, kinds=["dose"])) == 2
    assert page.entry.edit.text() == ""


def test_the_line_asks_about_a_second_dose_on_the_page_of_its_day(page, diary):
    diary.log_text("took letrozole yesterday at 8")
    page.show_day(date(2026, 11, 20))
    page.entry.say("letrozole")
    page.entry.log()
    assert len(diary.entries(kinds=["dose"])) == 1
    assert "already logged for yesterday at 08:00" in page.entry.understanding.spoken()
    page.show_day(date(2026, 11, 19))
    page.entry.say("letrozole")
    page.entry.log()
    assert len(diary.entries(kinds=["dose"])) == 2
