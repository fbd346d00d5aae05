"""What is said of a time that cannot be, and what she may have meant: now, last night, or yesterday."""

from __future__ import annotations

from bonecoach.phrase.days_said import written_day
from bonecoach.phrase.moments import Resolved
from bonecoach.phrase.outcome import Trouble
from bonecoach.phrase.said import Said
from bonecoach.phrase.when import When

_NOON_HOUR = 12
_OF_YESTERDAY = {"this": "yesterday", "today": "yesterday", "tonight": "last night", "todays": "yesterday"}
"""Words that say today, and what the day before is called in their place: "this evening", "yesterday evening"."""


def when_trouble(said: Said, when: When, resolved: Resolved) -> Trouble:
    """Why the time cannot be: where it stands, and what would make it right."""
    used = said.taken("when") or [0, len(said.tokens) - 1]
    first, last = (used[0], used[-1]) if when.trouble is None or when.trouble[1] < 0 else when.trouble[1:]
    fix = _meant(said, when, resolved) if resolved.code == "future" and when.trouble is None else None
    if resolved.code == "day_or_amount" and first >= 0:  # "walk 30 dec 24"
        fix = said.replaced(first, first, f"{said.tokens[first].text} on")
    if when.likelier is not None and first >= 0:
        fix = said.replaced(first, last, written_day(when.likelier))
    come = [place for place in range(len(when.spans)) if place not in resolved.ahead]
    if resolved.ahead and 0 in come:  # "at 8 and 20", said at noon: the first has come
        first, last = when.spans[resolved.ahead[0]]
        fix = said.without(first, when.spans[-1][1]) if come == list(range(len(come))) else None
    return Trouble(resolved.code or "", first, last, {"text": said.words([first, last])}, fix)


def _meant(said: Said, when: When, resolved: Resolved) -> str | None:
    """Minutes ahead it is now; an hour that may be of the evening was last night's; otherwise it was yesterday."""
    used = said.taken("when")
    if resolved.soon and when.until is None and used == list(range(used[0], used[-1] + 1) if used else ()):
        rest = said.without(used[0], used[-1]) if used else said.text
        return f"{rest.lstrip(' ,:;-')} now"
    today = next((index for index in used if said.tokens[index].key in _OF_YESTERDAY), None)
    if today is not None:
        return said.replaced(today, today, _OF_YESTERDAY[said.tokens[today].key])
    if when.days:
        return None
    if resolved.rather is not None and when.clocks[0].bare and when.clock_last in used:
        half = "am" if resolved.rather.wall.hour < _NOON_HOUR else "pm"
        return said.followed(when.clock_last, f"{half} yesterday")
    return f"{said.text} yesterday"
