"""When she is reminded of an appointment, in words."""

from __future__ import annotations

from datetime import date, time, timedelta

from bonecoach.words.speech import Speech


def when_reminded(words: Speech, day: date, told: tuple[date, time] | None) -> str:
    """ "the day before at 18:00", of an appointment on `day`; "not at all" where nothing tells her of it."""
    if told is None:
        return words.say("visit.told_never")
    on, at = told
    keys = {day - timedelta(days=1): "visit.told_eve", day: "visit.told_morning"}
    return words.say(keys.get(on, "visit.told_on"), day=words.short_date(on), time=words.time(at))


def reminder_said(words: Speech, day: date, told: tuple[date, time] | None) -> str:
    """ "Reminder: the day before at 18:00"."""
    return words.say("visit.reminder", when=when_reminded(words, day, told))
