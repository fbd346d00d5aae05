"""After a flight: when she is asked about her reminders, and when there is nothing to ask."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bonecoach.core.travel import Stay, arrived

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
"""Noon in Berlin, eleven in London, six in the morning in New York."""

TODAY = date(2026, 11, 23)
BERLIN, LONDON, NEW_YORK = "Europe/Berlin", "Europe/London", "America/New_York"
AT_HOME = Stay(BERLIN, BERLIN, date(2026, 1, 1))


def test_the_first_time_it_is_home_and_nothing_is_asked():
    assert arrived(None, BERLIN, NOON, reminders_follow=True) == (Stay(BERLIN, BERLIN, TODAY), False)


def test_at_home_nothing_is_asked():
    assert arrived(AT_HOME, BERLIN, NOON, reminders_follow=True) == (AT_HOME, False)


def test_in_another_zone_she_is_asked_until_she_says():
    for _ in range(2):
        assert arrived(AT_HOME, LONDON, NOON, reminders_follow=True) == (AT_HOME, True)


def test_home_again_without_an_answer_there_is_nothing_to_ask():
    assert arrived(AT_HOME, BERLIN, NOON, reminders_follow=True).asks is False


def test_home_again_after_reminders_went_along_they_come_back_without_a_word():
    abroad = Stay(BERLIN, LONDON, TODAY)
    assert arrived(abroad, BERLIN, NOON, reminders_follow=True) == (Stay(BERLIN, BERLIN, TODAY), False)


def test_flying_on_asks_once_more_and_home_is_still_home():
    abroad = Stay(BERLIN, LONDON, TODAY - timedelta(days=5))
    assert arrived(abroad, NEW_YORK, NOON, reminders_follow=True) == (abroad, True)


def test_after_a_month_it_is_home_and_the_next_journey_begins_there():
    moved = Stay(BERLIN, LONDON, TODAY - timedelta(days=30))
    arrival = arrived(moved, NEW_YORK, NOON, reminders_follow=True)
    assert (arrival.stay.home, arrival.asks) == (LONDON, True)
    back = arrived(moved, BERLIN, NOON, reminders_follow=True)
    assert (back.stay.home, back.asks) == (LONDON, True)
    almost = Stay(BERLIN, LONDON, TODAY - timedelta(days=29))
    assert arrived(almost, BERLIN, NOON, reminders_follow=True).asks is False


@pytest.mark.parametrize("same", ["Europe/Paris", "Europe/Vienna", "Africa/Lagos"])
def test_where_the_clocks_show_the_same_nothing_is_asked(same):
    assert arrived(AT_HOME, same, NOON, reminders_follow=True) == (AT_HOME, False)


def test_where_they_differ_only_in_summer_she_is_asked_in_summer():
    july = datetime(2027, 7, 1, 11, 0, tzinfo=UTC)
    assert arrived(AT_HOME, "Africa/Lagos", july, reminders_follow=True).asks


def test_a_zone_that_was_renamed_is_the_same():
    calcutta = Stay("Asia/Calcutta", "Asia/Calcutta", TODAY)
    assert arrived(calcutta, "Asia/Kolkata", NOON, reminders_follow=True).asks is False


def test_where_no_reminder_follows_her_there_is_nothing_to_ask():
    assert arrived(AT_HOME, NEW_YORK, NOON, reminders_follow=False) == (Stay(BERLIN, NEW_YORK, TODAY), False)


@pytest.mark.parametrize("lost", [Stay("Mars/Base", BERLIN, TODAY), Stay(BERLIN, "Mars/Base", TODAY)])
def test_a_zone_this_computer_does_not_know_begins_anew(lost):
    assert arrived(lost, LONDON, NOON, reminders_follow=True) == (Stay(LONDON, LONDON, TODAY), False)
