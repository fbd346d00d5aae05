"""The pages there are. A page is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from bonecoach.ui.navigation import Place
from bonecoach.ui.page import Desk, Page

Name = Callable[[str], str]


def places(tr: Name) -> tuple[Place, ...]:
    """Every place, in the order of the bar."""
    return (
        Place("today", tr("Today"), "today", _today),
        Place("week", tr("Week"), "week", _week),
    )


def _today(desk: Desk) -> Page:
    from bonecoach.ui.today.page import TodayPage

    return TodayPage(desk)


def _week(desk: Desk) -> Page:
    from bonecoach.ui.week.page import WeekPage

    return WeekPage(desk)
