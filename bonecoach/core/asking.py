"""When she is asked about joint pain: gently, at most once a week, and not while she says it by herself."""

from __future__ import annotations

from datetime import date, timedelta

A_WEEK = timedelta(days=7)


def pain_is_asked(
    today: date, *, in_use_since: date | None, last_score: date | None, asked_on: date | None, put_away: bool
) -> bool:
    """Whether the ask stands on a day.

    It first comes in the second week of a diary, and then once no joint pain was scored and nothing was asked for a
    week. Not answered, it stays for the day, unless it was put away.
    """
    if in_use_since is None or today - in_use_since < A_WEEK:
        return False
    if last_score is not None and today - last_score < A_WEEK:
        return False
    if asked_on == today:
        return not put_away
    return asked_on is None or today - asked_on >= A_WEEK
