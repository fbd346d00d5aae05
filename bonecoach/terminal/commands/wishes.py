"""Commands about how she wishes to be told: settings of reminders, and holidays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.plans import STANDARD, Repeats
from bonecoach.core.reminders import Quiet
from bonecoach.diary.wishes import Wish
from bonecoach.terminal.arguments import choice_said, clock_said, count_said, pairs_said
from bonecoach.terminal.commands.reminders import reminder
from bonecoach.terminal.options import Group
from bonecoach.terminal.saying import stepped
from bonecoach.terminal.shapes import Shape

if TYPE_CHECKING:
    from bonecoach.diary.wishes import Wishes
    from bonecoach.terminal.desk import Desk

ON_OR_OFF = {
    "health_words": Wish.HEALTH_WORDS,
    "sound": Wish.SOUND,
    "large_window": Wish.LARGE_WINDOW,
    "pain_ask": Wish.PAIN_ASK,
}
SETTINGS = ("quiet_hours", "repeats", *ON_OR_OFF)


@reminder.command("settings")
@click.argument("settings", nargs=-1, metavar="[KEY=VALUE...]")
@click.pass_obj
def settings(desk: Desk, settings: Sequence[str]) -> None:
    """Show how you are told, or set it, such as quiet_hours=22:00-07:00."""
    wishes = desk.diary.reminders.wishes
    acts = [_chosen(wishes, key, value.strip().lower()) for key, value in pairs_said(settings).items()]
    for act in acts:
        act()
    shape = _shape(wishes)
    lines = [f"{key}={value}" for key, value in _written(wishes).items()]
    desk.answer({"settings": shape}, [desk.words.say("page.reminder_settings"), *(f"  {line}" for line in lines)])


def _chosen(wishes: Wishes, key: str, value: str) -> Callable[[], None]:
    """What setting a key does; it is done once all of them are understood."""
    choice_said(key, SETTINGS, "unknown_setting")
    if key == "quiet_hours":
        quiet = _quiet_said(value)
        return lambda: wishes.choose_quiet_hours(quiet)
    if key == "repeats":
        repeats = _repeats_said(value)
        return lambda: wishes.choose_repeats(repeats)
    if value not in ("on", "off"):
        raise InvalidEntry("not_on_or_off", text=value, key=key)
    return lambda: wishes.choose(ON_OR_OFF[key], on=value == "on")


def _quiet_said(text: str) -> Quiet | None:
    """ "22:00-07:00" or "off". Raises InvalidEntry("not_quiet_hours", "impossible_quiet_hours")."""
    if text == "off":
        return None
    begins, _, ends = text.partition("-")
    try:
        begin, end = clock_said(begins), clock_said(ends)
    except InvalidEntry:
        raise InvalidEntry("not_quiet_hours", text=text) from None
    if begin == end:
        raise InvalidEntry("impossible_quiet_hours")
    return Quiet(begin, end)


def _repeats_said(text: str) -> Repeats:
    """ "10x3" or "off". Raises InvalidEntry("not_repeats", "impossible_repeat")."""
    if text == "off":
        return Repeats(STANDARD.minutes, 0)
    minutes, _, times = text.partition("x")
    try:
        repeats = Repeats(count_said(minutes, 240), count_said(times, 10))
    except InvalidEntry:
        raise InvalidEntry("not_repeats", text=text) from None
    return repeats


def _shape(wishes: Wishes) -> Shape:
    quiet, repeats = wishes.quiet_hours(), wishes.repeats()
    return {
        "quiet_hours": None if quiet is None else {"from": f"{quiet.begins:%H:%M}", "to": f"{quiet.ends:%H:%M}"},
        "repeats": None if repeats.times == 0 else {"minutes": repeats.minutes, "times": repeats.times},
        **{key: wishes.holds(wish) for key, wish in ON_OR_OFF.items()},
    }


def _written(wishes: Wishes) -> dict[str, str]:
    quiet, repeats = wishes.quiet_hours(), wishes.repeats()
    return {
        "quiet_hours": "off" if quiet is None else f"{quiet.begins:%H:%M}-{quiet.ends:%H:%M}",
        "repeats": "off" if repeats.times == 0 else f"{repeats.minutes}x{repeats.times}",
        **{key: "on" if wishes.holds(wish) else "off" for key, wish in ON_OR_OFF.items()},
    }


@click.group(cls=Group, invoke_without_command=True)
@click.pass_context
def holiday(context: click.Context) -> None:
    """Holidays: reminders for sessions, logging and the weekly look are silent. Without a command, list them."""
    if context.invoked_subcommand is None:
        desk: Desk = context.obj
        found = desk.diary.reminders.holidays.all()
        lines = [f"  {desk.words.days(*one)}" for one in found] or [desk.words.say("page.no_holidays")]
        shape = [{"first_day": one.first.isoformat(), "last_day": one.last.isoformat()} for one in found]
        desk.answer({"holidays": shape}, [desk.words.say("page.holidays"), *lines])


@holiday.command("add")
@click.argument("first")
@click.argument("last")
@click.pass_obj
def add_holiday(desk: Desk, first: str, last: str) -> None:
    """Add a holiday by its first and last day; one from the same day gets another end."""
    days = desk.day(first), desk.day(last)
    more = {"first_day": days[0].isoformat(), "last_day": days[1].isoformat()}
    stepped(desk, desk.diary.reminders.holidays.add(*days), more=more)


@holiday.command("remove")
@click.argument("first")
@click.pass_obj
def remove_holiday(desk: Desk, first: str) -> None:
    """Take out the holiday that begins on a day."""
    day = desk.day(first)
    stepped(desk, desk.diary.reminders.holidays.remove(day), more={"first_day": day.isoformat()})
