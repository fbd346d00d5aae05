"""What watches and telephones recorded, to be confirmed: each bout with what it is taken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.activities import Activity
from bonecoach.core.entries import Session
from bonecoach.diary.arriving_others import not_on_record
from bonecoach.exchange.arrivals import Arrived, Line, Rejected
from bonecoach.exchange.devices.workouts import Sessions, Workout
from bonecoach.reference.device_sports import sport_words

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger

MOST_BOUTS = 12
"""With more of them, those of one sport are confirmed together."""

_ANY = "walk"
"""What a bout of an unknown sport is taken for while it is only asked when it was."""


class Bout(NamedTuple):
    """One bout of a file. `session` is how it would be kept; `known` is false where nobody knows its sport yet."""

    file: str
    workout: Workout
    session: Session
    known: bool


class Group(NamedTuple):
    """Bouts that are confirmed together, oldest first; `sport` is what their device calls them, in plain words."""

    sport: str
    bouts: tuple[Bout, ...]

    @property
    def activity(self) -> str:
        """The id of what they are taken for; "" where nobody knows."""
        first = self.bouts[0]
        return str(first.session.activity) if first.known else ""

    @property
    def minutes(self) -> int:
        """All their minutes."""
        return sum(bout.session.minutes or 0 for bout in self.bouts)


class Recorded(NamedTuple):
    """What files hold: groups of bouts that are new, and what else arrived: on record already, or not to be read."""

    groups: tuple[Group, ...]
    others: tuple[Arrived, ...]


def recorded(ledger: Ledger, files: Mapping[str, Sequence[Workout]], others: Sequence[Arrived] = ()) -> Recorded:
    """What devices recorded, by the names of their files, against the diary."""
    any_of_all = _activity(ledger, _ANY)
    bouts: dict[tuple[str, int, object], Bout] = {}
    lines: list[Line] = []
    rest = list(others)
    for file, workout in ((file, workout) for file, workouts in files.items() for workout in workouts):
        made = _sessions(ledger, file)
        activity = made.activity_of(workout)
        line = made.line_as(workout, activity or any_of_all)
        if isinstance(line, Rejected):
            rest.append(line)
        else:
            lines.append(line)
            bouts[_key(line)] = Bout(file, workout, line.value, activity is not None)
    new = {_key(line) for line in not_on_record(ledger, lines)}
    rest += [line for line in lines if _key(line) not in new]
    found = sorted((bout for key, bout in bouts.items() if key in new), key=lambda bout: bout.session.moment.instant)
    return Recorded(_grouped(found), tuple(rest))


def confirmed(ledger: Ledger, found: Recorded, chosen: Mapping[int, str]) -> list[Arrived]:
    """What arrives of a recording: the groups that are chosen by their place, each as the activity with that id."""
    lines: list[Arrived] = []
    for place, activity_id in sorted(chosen.items()):
        activity = _activity(ledger, activity_id)
        lines += [_sessions(ledger, bout.file).line_as(bout.workout, activity) for bout in found.groups[place].bouts]
    return [*lines, *found.others]


def _activity(ledger: Ledger, activity_id: str) -> Activity:
    activity = ledger.knowledge.activities.get(activity_id)
    assert activity is not None, activity_id
    return activity


def _sessions(ledger: Ledger, file: str) -> Sessions:
    return Sessions(ledger.knowledge.activities, ledger.zone, file)


def _key(line: Line) -> tuple[str, int, object]:
    return line.file, line.line, line.value.moment.instant


def _grouped(bouts: Sequence[Bout]) -> tuple[Group, ...]:
    named = [(sport_words(bout.workout.sport or bout.workout.otherwise), bout) for bout in bouts]
    if len(named) <= MOST_BOUTS:
        return tuple(Group(sport, (bout,)) for sport, bout in named)
    by_sport: dict[str, list[Bout]] = defaultdict(list)
    for sport, bout in named:
        by_sport[sport].append(bout)
    return tuple(Group(sport, tuple(of_it)) for sport, of_it in by_sport.items())
