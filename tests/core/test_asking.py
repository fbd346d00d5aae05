"""When joint pain is asked about: at most once a week, and never while she says it by herself."""

from datetime import date, timedelta

import pytest

from bonecoach.core.asking import pain_is_asked

TODAY = date(2026, 11, 23)


def asked(use=100, score=None, ask=None, *, away=False):
    """So many days ago: the first entry, the last score, the last ask."""
    days = {
        "in_use_since": None if use is None else TODAY - timedelta(days=use),
        "last_score": None if score is None else TODAY - timedelta(days=score),
        "asked_on": None if ask is None else TODAY - timedelta(days=ask),
    }
    return pain_is_asked(TODAY, **days, put_away=away)


@pytest.mark.parametrize(("use", "stands"), [(None, False), (0, False), (6, False), (7, True)])
def test_not_in_the_first_week_of_a_diary(use, stands):
    assert asked(use=use) is stands


@pytest.mark.parametrize(("score", "stands"), [(0, False), (6, False), (7, True), (40, True)])
def test_not_within_a_week_of_a_score_of_her_own(score, stands):
    assert asked(score=score) is stands


@pytest.mark.parametrize(("ask", "stands"), [(0, True), (1, False), (6, False), (7, True), (8, True)])
def test_not_answered_it_stays_for_its_day_and_comes_again_a_week_later(ask, stands):
    assert asked(ask=ask) is stands


def test_put_away_it_goes_for_a_week():
    assert asked(ask=0, away=True) is False
    assert asked(ask=6, away=True) is False
    assert asked(ask=7, away=True) is True


def test_a_clock_that_was_put_back_asks_nothing():
    assert asked(ask=-3) is False
