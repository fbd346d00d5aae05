"""Answers in the window: the strip, the cards of Today, and every other answer. It is Saturday, 18:30 in Berlin."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bonecoach.core.errors import DiaryError
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule
from bonecoach.ui.reminders import strip as strip_module
from bonecoach.ui.reminders.catch_up_card import CatchUpCard
from bonecoach.ui.reminders.next_card import NextCard
from bonecoach.ui.reminders.on_today import OnToday
from bonecoach.ui.reminders.other_answer import OtherAnswer
from bonecoach.ui.reminders.strip import MOST, Strip
from bonecoach.ui.today.page import TodayPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SATURDAY = date(2026, 11, 21)
FRIDAY = SATURDAY - timedelta(days=1)


@pytest.fixture
def planned(diary, clock):
    """Plans what Done logs, at Friday noon, and settles what came since."""

    def plan(log, *times, **more):
        clock.advance(hours=-30.5)
        at = tuple(time.fromisoformat(one) for one in times)
        made = diary.plans.add(log, Schedule(FRIDAY, times=at), log=log, reading=diary.read(log), **more)
        clock.advance(hours=30.5)
        return made

    return plan


@pytest.fixture
def strip(qtbot, writing_desk, diary):
    made = Strip(writing_desk)
    qtbot.addWidget(made)
    made.resize(1000, 100)
    return made


@pytest.fixture
def said_aloud(monkeypatch):
    """What a screen reader is given."""
    said = []
    monkeypatch.setattr(strip_module, "announce", lambda _, sentence: sentence and said.append(sentence))
    return said


def names(rows):
    return [row.what.text() for row in rows.rows]


def waiting(diary):
    diary.reminders.settle()
    return [slot for slot in diary.reminders.wanted() if slot.date == SATURDAY]


def test_the_strip_shows_one_and_unfolds_the_others_in_place(qtbot, diary, clock, planned, strip):
    for n in range(7):
        planned(f"d3 {n + 1}000 iu", f"18:2{n}")
    strip.show_waiting(waiting(diary))
    assert names(strip.list) == ["18:20  d3 1000 iu"]
    assert strip.more.text() == "6 more"
    strip.more.click()
    assert (len(strip.list.rows), strip.more.text()) == (MOST, "2 more")
    with qtbot.waitSignal(strip.wants_all):
        strip.more.click()
    with qtbot.waitSignal(strip.answered) as answered:
        strip.list.rows[1].buttons["skip"].click()
    diary.reminders.answer(answered.args[0], State.SKIPPED)
    diary.reminders.answer(diary.reminders.wanted()[-1].id, State.SKIPPED)
    strip.show_waiting(waiting(diary))
    assert strip.more.text() == "Fewer"
    strip.more.click()
    assert names(strip.list) == ["18:20  d3 1000 iu"]


def test_what_came_while_she_was_away_is_one_list_with_its_answers(diary, planned, strip):
    planned("d3 1000 iu", "14:00")
    planned("calcium citrate 500", "15:00", note="with a meal")
    strip.show_waiting(waiting(diary))
    assert not strip.heading.isHidden()
    assert names(strip.list) == ["14:00  d3 1000 iu", "15:00  calcium citrate 500"]
    assert strip.list.rows[1].how.text() == "with a meal"
    assert strip.list.rows[1].buttons["other"].accessibleName() == "Other\u2026: calcium citrate 500"


def test_answered_by_keyboard_the_next_one_has_it_and_after_the_last_the_page(qtbot, diary, planned, strip):
    planned("d3 1000 iu", "18:00")
    planned("calcium citrate 500", "18:30")
    slots = waiting(diary)
    strip.show()
    strip.activateWindow()
    QApplication.processEvents()
    strip.show_waiting(slots)
    strip.list.rows[0].buttons["done"].setFocus()
    strip.show_waiting(slots[1:])
    assert strip.list.rows[0].buttons["done"].hasFocus()
    with qtbot.waitSignal(strip.emptied):
        strip.show_waiting([])
    assert strip.isHidden()


def test_drawn_again_nothing_changes_under_her_hands(diary, planned, strip):
    planned("d3 1000 iu", "18:30")
    strip.show_waiting(waiting(diary))
    (row,) = strip.list.rows
    strip.show_waiting(waiting(diary))
    assert strip.list.rows == [row]


def test_what_she_put_off_leaves_a_line_that_says_when_it_comes_again(diary, clock, planned, strip, said_aloud):
    planned("d3 1000 iu", "18:20")
    planned("calcium citrate 500", "18:30")
    first, second = waiting(diary)
    strip.show_waiting([first, second])
    said_aloud.clear()
    diary.reminders.snooze(first.id, clock.now() + timedelta(minutes=30))
    strip.show_waiting(diary.reminders.wanted(), diary.reminders.put_off())
    assert names(strip.list) == ["18:30  calcium citrate 500"]
    assert strip.again.text() == "d3 1000 iu: comes again at 19:00"
    assert said_aloud == ["d3 1000 iu: comes again at 19:00"]
    diary.reminders.answer(second.id, State.DONE)
    strip.show_waiting(diary.reminders.wanted(), diary.reminders.put_off())
    assert not strip.isHidden()  # it says so where it was
    assert len(said_aloud) == 1
    clock.advance(minutes=30)
    strip.show_waiting(waiting(diary), diary.reminders.put_off())
    assert strip.again.isHidden()
    assert names(strip.list) == ["18:20  d3 1000 iu"]


def test_of_many_that_were_put_off_the_first_are_named(diary, clock, planned, strip, said_aloud):
    for n in range(6):
        planned(f"d3 {n + 1}000 iu", f"18:2{n}")
    for n, slot in enumerate(waiting(diary)):
        diary.reminders.snooze(slot.id, clock.now() + timedelta(minutes=10 + n))
    strip.show_waiting(diary.reminders.wanted(), diary.reminders.put_off())
    assert strip.again.text().split("\n") == [
        "d3 1000 iu: comes again at 18:40",
        "d3 2000 iu: comes again at 18:41",
        "d3 3000 iu: comes again at 18:42",
        "and 3 more",
    ]
    assert said_aloud == ["d3 1000 iu: comes again at 18:40 and 5 more"]


def test_what_comes_again_much_later_is_said_aloud_but_does_not_stand_above_every_page(
    diary, clock, planned, strip, said_aloud
):
    planned("d3 1000 iu", "18:30")
    (slot,) = waiting(diary)
    diary.reminders.snooze(slot.id, clock.now() + timedelta(hours=13))
    strip.show_waiting(diary.reminders.wanted(), diary.reminders.put_off())
    assert strip.isHidden()
    assert said_aloud == ["d3 1000 iu: comes again tomorrow at 07:30"]


# -- every other answer --------------------------------------------------------------------------------------------


@pytest.fixture
def other(diary, planned, writing_desk, strip):
    planned("calcium citrate 500", "18:30")
    (slot,) = waiting(diary)
    return OtherAnswer(slot.id, writing_desk, strip)


def on_record(diary):
    (one,) = [one for one in diary.reminders.on(SATURDAY) if one.slot.time == time(18, 30)]
    return one.state, diary.reminders.record(one.slot.id)[1]


@pytest.mark.parametrize(("place", "minutes"), [(0, 10), (1, 30), (2, 60)])
def test_put_off_by_one_press(diary, clock, other, place, minutes):
    other.spans[place].click()
    ((_, until),) = diary.reminders.put_off()
    assert until == clock.now() + timedelta(minutes=minutes)


def test_put_off_until_a_time_that_is_read_before_it_counts(qtbot, diary, other):
    qtbot.keyClicks(other.later_at, "8")
    assert other.until.text() == "Tomorrow 08:00"
    other.later_at.clear()
    qtbot.keyClicks(other.later_at, "19:15")
    assert other.until.text() == "Today 19:15"
    qtbot.keyClick(other.later_at, Qt.Key.Key_Return)
    ((_, until),) = diary.reminders.put_off()
    assert f"{until:%H:%M}" == "18:15"  # in UTC


def test_what_is_no_time_is_said_and_nothing_is_done(qtbot, diary, other):
    for wrong in ("", "soon", "8, 9"):
        other.later_at.setText(wrong)
        other.put_off.click()
        assert "not a time of day" in other.complaint.text()
        assert other.until.text() == ""
    assert diary.reminders.put_off() == []


def test_taken_earlier_is_logged_then(diary, other):
    assert (other.taken_time.text(), other.then.text()) == ("18:30", "Today 18:30")
    other.taken_time.setText("17:40")
    other.taken.click()
    assert diary.entries()[-1].moment.wall == time(17, 40)
    assert on_record(diary)[0] is State.DONE


def test_skipped_with_a_reason_and_without(qtbot, diary, other):
    other.reason.setText("stomach")
    qtbot.keyClick(other.reason, Qt.Key.Key_Return)
    state, record = on_record(diary)
    assert (state, record.reason) == (State.SKIPPED, "stomach")


def test_not_taken_is_missed(diary, other):
    assert other.missed.text() == "Not taken"
    other.missed.click()
    assert on_record(diary)[0] is State.MISSED


def test_return_presses_the_button_that_has_the_keyboard_and_escape_leaves(qtbot, diary, other):
    other.show()
    other.skip.setFocus()
    qtbot.keyClick(other.skip, Qt.Key.Key_Return)
    assert on_record(diary)[0] is State.SKIPPED


def test_escape_answers_nothing(qtbot, diary, other):
    other.show()
    qtbot.keyClick(other, Qt.Key.Key_Return)  # the title has no button
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert on_record(diary)[0] is State.OPEN


def test_answered_elsewhere_meanwhile_it_says_so(diary, other):
    diary.reminders.answer(other.slot.id, State.DONE)
    other.skip.click()
    assert other.complaint.text() == "That was answered already; nothing was changed."


def test_what_is_over_can_be_taken_or_not_and_is_put_off_no_more(diary, clock, planned, writing_desk, strip):
    plan = planned("calcium citrate 500", "13:00")
    diary.reminders.settle()
    yesterday = OtherAnswer(f"{plan.id}:{FRIDAY}:13:00", writing_desk, strip)
    assert not yesterday.spans[0].isVisibleTo(yesterday)
    assert yesterday.then.text() == "Yesterday 13:00"
    yesterday.taken_time.setText("10:15")
    yesterday.taken.click()
    assert diary.entries()[0].moment.local.strftime("%d %H:%M") == "20 10:15"


def test_what_is_planned_no_more_has_no_answers(writing_desk, strip):
    with pytest.raises(DiaryError, match="no_such_occurrence"):
        OtherAnswer("gone:2026-11-21:08:00", writing_desk, strip)


# -- on Today ------------------------------------------------------------------------------------------------------


@pytest.fixture
def today(opened, writing_desk):
    page = opened(TodayPage)
    pressed = []
    part = OnToday(writing_desk, page, lambda key, button: pressed.append((key, button)))
    part.pressed = pressed
    part.page = page
    return part


def test_what_comes_next_stands_with_what_follows_and_can_be_done_already(diary, planned, today):
    plan = planned("calcium citrate 500", "18:30", "20:00", note="with a meal")
    planned("took letrozole", "21:30")
    planned("d3 1000 iu", "22:00")
    today.look_again()
    card = today.next
    assert not card.isHidden()
    assert (card.row.what.text(), card.row.how.text()) == ("20:00  calcium citrate 500", "with a meal")
    assert card.then.text() == "then 21:30 took letrozole, and 1 more"
    card.row.buttons["done"].click()
    assert today.pressed == [(f"{plan.id}:{SATURDAY}:20:00", "done")]


def test_what_is_more_than_four_hours_ahead_is_only_told(diary, planned, today):
    planned("d3 1000 iu", "22:31")
    today.look_again()
    assert today.next.row.buttons == {}
    assert today.next.then.isHidden()


def test_what_she_put_off_comes_next_with_its_time(diary, clock, planned, today):
    planned("calcium citrate 500", "18:30")
    (slot,) = waiting(diary)
    diary.reminders.snooze(slot.id, clock.now() + timedelta(minutes=50))
    today.look_again()
    assert today.next.row.what.text() == "18:30  calcium citrate 500"
    assert today.next.row.how.text() == "Comes again at 19:20"


def test_nothing_ahead_nothing_there_and_on_other_days_neither(diary, planned, today):
    today.look_again()
    assert today.next.isHidden()
    planned("d3 1000 iu", "20:00")
    today.look_again()
    assert not today.next.isHidden()
    today.page.show_day(FRIDAY)
    assert today.next.isHidden()
    assert today.catch_up.isHidden()
    today.page.show_day(None)
    assert not today.next.isHidden()
    diary.log_text("d3 1000 iu")
    today.look_again()
    assert today.next.isHidden()


def test_yesterday_is_asked_about_on_one_day_and_can_be_left(diary, clock, planned, today):
    plan = planned("calcium citrate 500", "13:00", "19:00")
    diary.reminders.settle()
    today.look_again()
    card = today.catch_up
    assert names(card.list) == ["Yesterday 13:00  calcium citrate 500", "Yesterday 19:00  calcium citrate 500"]
    first = card.list.rows[0]
    assert [button.text() for button in first.buttons.values()] == ["Taken", "Not taken", "Other\u2026"]
    first.buttons["missed"].click()
    assert today.pressed == [(f"{plan.id}:{FRIDAY}:13:00", "missed")]
    card.leave.click()
    assert card.isHidden()
    assert diary.reminders.catch_up.slots() == []


def test_seen_on_one_day_it_is_not_asked_about_on_the_next(diary, clock, planned, today):
    planned("calcium citrate 500", "13:00")
    diary.reminders.settle()
    today.look_again()
    clock.advance(hours=24)
    diary.reminders.settle()
    today.look_again()
    assert names(today.catch_up.list) == ["Yesterday 13:00  calcium citrate 500"]  # Saturday's, and not Friday's too


def test_of_many_the_first_are_shown(qtbot, writing_desk, diary, planned):
    planned("calcium citrate 500", *(f"{hour}:00" for hour in range(13, 20)))
    diary.reminders.settle()
    card = CatchUpCard(writing_desk)
    qtbot.addWidget(card)
    card.show_slots(diary.reminders.catch_up.slots())
    assert (len(card.list.rows), card.more.text()) == (5, "2 more")


def test_a_card_that_is_drawn_again_keeps_its_button(qtbot, writing_desk, diary, planned):
    planned("d3 1000 iu", "20:00")
    card = NextCard(writing_desk)
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    QApplication.processEvents()
    card.show_next(diary.reminders.ahead())
    button = card.row.buttons["done"]
    button.setFocus()
    card.show_next(diary.reminders.ahead())
    assert QApplication.focusWidget() is button
    card.show_next([])
    assert card.row is None
