"""Week: how is my week going? The seven days, the minutes, the nutrients, and the twelve weeks around them."""

from bonecoach.ui.week.page import WeekPage

__all__ = ["WeekPage"]
