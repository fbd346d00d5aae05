"""What a person logs: intakes, sessions, doses, symptoms and events."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from bonecoach.core.activities import Intensity, Load
from bonecoach.core.days import Moment
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import Amounts
from bonecoach.core.values import Value

LONGEST_NOTE = 2_000
LONGEST_NAME = 200

SUPPLEMENTS_OF_THE_DAY = "Supplements of the day"
"""What the supplements of a day are called of which only the sum is known: the name of no product."""


class Source(StrEnum):
    """Where an intake's amounts are from: a food, a supplement, or a figure the person read from a label."""

    FOOD = "food"
    SUPPLEMENT = "supplement"
    MANUAL = "manual"


class DoseState(StrEnum):
    """What became of a dose. Missed only when the person says so."""

    TAKEN = "taken"
    MISSED = "missed"
    SKIPPED = "skipped"


class Entry(Value, kw_only=True):
    """What every entry carries.

    `id` is given by the diary ("" before). `together` is shared by all that was logged in one line: supplements with
    the same `together` and the same moment were swallowed together. `name` is a snapshot: later tables never change it.
    Raises InvalidEntry("no_name", "too_long").
    """

    moment: Moment
    name: str
    id: str = ""
    together: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("no_name")
        if len(self.name) > LONGEST_NAME or len(self.note) > LONGEST_NOTE:
            raise InvalidEntry("too_long", longest=LONGEST_NOTE)

    @property
    def label(self) -> str:
        """Name and quantity in a few words, as it was logged."""
        return self.name


class Intake(Entry, kw_only=True):
    """Something eaten, drunk or swallowed.

    `quantity` is the amount in her own words ("500 mg", "2 glasses, 488 g"); `grams` is the food's weight, None for
    supplements; `thing` is the id of the food or product (None for a bare nutrient). `amounts` is the snapshot.
    `k2_estimate`: the K2 value is from the literature. `spread_days`: a prescribed weekly (7) or monthly (30) dose
    counts in equal parts from its day on (evidence: commands contract), 1 otherwise.
    Raises InvalidEntry("impossible_grams", "impossible_spread").
    """

    source: Source
    amounts: Amounts
    quantity: str = ""
    grams: float | None = None
    thing: str | None = None
    k2_estimate: bool = False
    spread_days: int = 1

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if self.grams is not None and not 0 < self.grams <= 100_000:
            raise InvalidEntry("impossible_grams", grams=self.grams)
        if not 1 <= self.spread_days <= 366:
            raise InvalidEntry("impossible_spread", days=self.spread_days)

    @property
    def label(self) -> str:
        """ "Calcium citrate 500 mg", "Whole milk, 2 glasses (488 g)"."""
        if not self.quantity:
            return self.name
        return f"{self.name}{' ' if self.source is Source.SUPPLEMENT else ', '}{self.quantity}"


class Exercise(Value, kw_only=True):
    """One exercise of a resistance session: sets of repetitions, with a weight when one was moved."""

    name: str
    sets: int | None = None
    reps: int | None = None
    weight_kg: float | None = None

    def __post_init__(self) -> None:
        for count in (self.sets, self.reps):
            if count is not None and not 1 <= count <= 10_000:
                raise InvalidEntry("impossible_count", count=count)
        if self.weight_kg is not None and not 0 <= self.weight_kg <= 1_000:
            raise InvalidEntry("impossible_weight", weight_kg=self.weight_kg)


class Session(Entry, kw_only=True):
    """A bout of movement. It belongs wholly to the local date of its start.

    `minutes` are whole clock minutes, None when only sets or impacts were given. `aerobic` says whether its minutes
    are aerobic at all. `impacts` counts jumps, hops or stamps. `ease` is how it felt: "easy", "right" or "hard".
    Raises InvalidEntry("impossible_minutes", "impossible_count", "empty_session").
    """

    activity: str
    load: Load
    also_load: Load | None = None
    intensity: Intensity
    aerobic: bool
    minutes: int | None = None
    exercises: tuple[Exercise, ...] = ()
    impacts: int | None = None
    ease: str | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if self.minutes is not None and not 0 < self.minutes <= 24 * 60:
            raise InvalidEntry("impossible_minutes", minutes=self.minutes)
        if self.impacts is not None and not 0 < self.impacts <= 100_000:
            raise InvalidEntry("impossible_count", count=self.impacts)
        if self.minutes is None and self.impacts is None and not self.exercises:
            raise InvalidEntry("empty_session", activity=self.activity)
        if self.also_load is self.load:
            raise InvalidEntry("same_load_twice", activity=self.activity)

    @property
    def loads(self) -> frozenset[Load]:
        """Its first load and, where it has one, its second."""
        return frozenset({self.load} if self.also_load is None else {self.load, self.also_load})


class Dose(Entry, kw_only=True):
    """A dose of a medicine. `medicine` is its key ("letrozole"); amount and unit are None when not known.

    Raises InvalidEntry("impossible_dose").
    """

    medicine: str
    amount: float | None = None
    unit: str | None = None
    state: DoseState = DoseState.TAKEN

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if self.amount is not None and not 0 < self.amount <= 1_000_000:
            raise InvalidEntry("impossible_dose", amount=self.amount)

    @property
    def label(self) -> str:
        """ "Letrozole 2.5 mg"."""
        return self.name if self.amount is None else f"{self.name} {self.amount:g} {self.unit or ''}".rstrip()


SYMPTOMS = ("joint_pain", "back_pain", "bone_pain", "thigh_hip_pain", "jaw_pain", "other")
EVENTS = ("fall", "fracture", "other")


class Symptom(Entry, kw_only=True):
    """Something felt: one of SYMPTOMS, 0 to 10 where it was scored, at a site where one was named.

    Raises InvalidEntry("unknown_symptom", "impossible_score").
    """

    symptom: str
    score: int | None = None
    site: str | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if self.symptom not in SYMPTOMS:
            raise InvalidEntry("unknown_symptom", symptom=self.symptom)
        if self.score is not None and not 0 <= self.score <= 10:
            raise InvalidEntry("impossible_score", score=self.score)

    @property
    def label(self) -> str:
        """ "Joint pain, hands, 4 of 10"."""
        said = [self.name]
        if self.site:
            said.append(self.site)
        if self.score is not None:
            said.append(f"{self.score} of 10")
        return ", ".join(said)


class Event(Entry, kw_only=True):
    """A fall, a fracture or another event worth keeping. `injury` is None when it was not said.

    `site` is the bone that broke, in her words ("left wrist"), None where it was not said.
    """

    event: str
    injury: bool | None = None
    site: str | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if self.event not in EVENTS:
            raise InvalidEntry("unknown_event", event=self.event)
        if len(self.site or "") > LONGEST_NAME:
            raise InvalidEntry("too_long", longest=LONGEST_NAME)

    @property
    def label(self) -> str:
        """ "Fall", "Fracture: left wrist"."""
        return f"{self.name}: {self.site}" if self.site else self.name


LIVED = ("intake", "session", "symptom")
"""Kinds that tell of the day itself: what was eaten, how she moved, how she felt. A dose or a fall alone does not."""

KINDS: dict[str, type[Entry]] = {
    "intake": Intake,
    "session": Session,
    "dose": Dose,
    "symptom": Symptom,
    "event": Event,
}
"""The kinds of entry by the word every export uses."""


_Kind = TypeVar("_Kind", bound=Entry)


def picked(kind: type[_Kind], entries: Iterable[Entry]) -> list[_Kind]:
    """The entries of one kind, in their order."""
    return [entry for entry in entries if isinstance(entry, kind)]


def kind_of(entry: Entry) -> str:
    """The word for an entry's kind: "intake", "session", "dose", "symptom" or "event"."""
    return type(entry).__name__.lower()
