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
        Place("bone", tr("Bone health"), "bone", _bone),
        Place("medicines", tr("Medicines"), "supplement", _medicines),
        Place("appointment", tr("Appointment"), "appointment", _appointment),
        Place("history", tr("History"), "history", _history, listed=False, shortcut="Ctrl+H"),
        Place("my_supplements", tr("My supplements"), "supplement", _my_supplements, listed=False),
        Place("settings", tr("Settings"), "settings", _settings, listed=False, in_menu=False, shortcut="Ctrl+,"),
        Place("first_start", tr("First start"), "today", _first_start, listed=False, in_menu=False),
    )


def _today(desk: Desk) -> Page:
    from bonecoach.ui.today.page import TodayPage

    return TodayPage(desk)


def _week(desk: Desk) -> Page:
    from bonecoach.ui.week.page import WeekPage

    return WeekPage(desk)


def _bone(desk: Desk) -> Page:
    from bonecoach.ui.bones.page import BonePage

    return BonePage(desk)


def _appointment(desk: Desk) -> Page:
    from bonecoach.ui.visits.page import VisitsPage

    return VisitsPage(desk)


def _medicines(desk: Desk) -> Page:
    from bonecoach.ui.medicines.page import MedicinesPage

    return MedicinesPage(desk)


def _history(desk: Desk) -> Page:
    from bonecoach.ui.history.page import HistoryPage

    return HistoryPage(desk)


def _my_supplements(desk: Desk) -> Page:
    from bonecoach.ui.my_supplements import MySupplementsPage

    return MySupplementsPage(desk)


def _settings(desk: Desk) -> Page:
    from bonecoach.ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _first_start(desk: Desk) -> Page:
    from bonecoach.ui.first_start import FirstStartPage

    return FirstStartPage(desk)
