"""What she logs again and again: one click logs its like now, and the diary may be filled before she begins."""

from dataclasses import replace
from datetime import date, time, timedelta

from bonecoach.core.profile import Fact
from bonecoach.diary.usuals import Usual
from tests.clocks import NOON_IN_BERLIN as NOON
from tests.makers import MONDAY, session

TODAY = date(2026, 11, 23)


def on_each_of_the_last_days(diary, line, days=5):
    for back in range(1, days + 1):
        diary.log_text(line, at=NOON - timedelta(days=back))


def test_a_usual_is_logged_now_without_the_note_of_the_last_time(diary, clock):
    on_each_of_the_last_days(diary, "walk 30 with Anna")
    (walk,) = diary.usuals.around()
    assert (walk.label, walk.text) == (walk.entry.label, "walk 30 min moderate")
    clock.advance(minutes=20)
    (logged,) = diary.entries_of(diary.usuals.log(walk))
    assert (logged.minutes, logged.note) == (30, "")
    assert (logged.moment.date, logged.moment.wall) == (TODAY, time(12, 20))
    assert walk.entry.note == "with Anna"


def test_the_line_is_completed_by_what_she_logs_most(diary):
    assert "frequent" not in [completion.kind for completion in diary.complete("wal", 3)]
    on_each_of_the_last_days(diary, "walk 30")
    first = diary.complete("wal", 3)[0]
    assert (first.text, first.kind) == ("walk 30 min", "frequent")


def test_made_up_days_are_there_at_once_and_cannot_be_undone(diary):
    assert diary.habits().frequent == ()
    walks = [replace(session(30, day=MONDAY + timedelta(days=n)), id=str(n)) for n in range(2)]
    diary.keep_made_up(walks, [Fact("weight_kg", 64.0, MONDAY)], [MONDAY])
    assert [entry.moment.date.day for entry in diary.entries()] == [16, 17]
    assert diary.person.profile(TODAY).weight_kg == 64
    assert diary.week(MONDAY).movement.rest_week is True
    assert [usual.times for usual in diary.habits().frequent] == [2]  # the empty diary is no longer remembered
    assert diary.can_undo() is None


def test_yesterdays_weekly_tablet_and_what_was_missed_are_not_offered_again(diary):
    # Alendronate is taken once a week; a second one the day after would be harmful.
    diary.log_text("yesterday: took letrozole, took alendronate, calcium citrate 500")
    diary.log_text("yesterday: missed anastrozole")
    assert diary.usuals.anything_yesterday()
    assert not diary.usuals.anything_yesterday(TODAY - timedelta(days=5))
    assert [entry.label for entry in diary.usuals.yesterday()] == ["Letrozole 2.5 mg", "Calcium citrate 500 mg"]


def test_a_pin_that_another_release_worded_otherwise_can_be_taken_off(diary, reopen):
    (walk,) = diary.entries_of(diary.log([session(30)]))
    diary.usuals.pin(Usual(walk, pinned=False))
    diary._store._connection.execute("update pinned set id = 'worded as in an older release'")
    (pinned,) = diary.usuals.around()
    diary.usuals.unpin(pinned)
    assert not any(usual.pinned for usual in diary.usuals.around())
