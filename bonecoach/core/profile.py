"""What is true of the person, and from when: dated facts, and the profile they make on a day."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from bonecoach.core.days import EARLIEST, WEEKDAYS, age_on
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.values import Value

INHIBITORS = ("anastrozole", "letrozole", "exemestane", "none")
_CHOICES = {
    "sex": ("female", "male"),
    "aromatase_inhibitor": INHIBITORS,
    "count": ("weight_bearing", "all_aerobic"),
    "week_starts": WEEKDAYS,
    "vitamin_d_unit": ("ug", "iu"),
    "weight_unit": ("kg", "lb"),
}
_FLAGS = (
    "postmenopausal",
    "warfarin",
    "kidney_disease",
    "kidney_stones",
    "fragility_fracture",
    "vertebral_fracture",
    "bone_metastases",
    "cleared_for_impact",
    "therapy_paused",
)
_RANGES = {"weight_kg": (20.0, 400.0), "height_cm": (80.0, 250.0), "falls_last_year": (0.0, 366.0)}
_UNREADABLE = {"weight_kg": "not_a_weight", "height_cm": "not_a_height"}
_DATES = ("birth_date", "therapy_start")

FACT_KEYS = tuple(sorted({*_CHOICES, *_FLAGS, *_RANGES, *_DATES}))
FOR_ALL_DAYS = frozenset({"birth_date", "sex", "week_starts", "vitamin_d_unit", "weight_unit"})
"""Facts that hold for every day, whenever they were said. All others are dated."""

FactValue = str | float | bool | date
YOUNGEST = 18
"""Below this age a birth year in two figures is taken to mean the century before."""
DEFAULT_AGE = 51
"""Unsaid age is read as the band 51 to 70."""


_MIDDLE_OF_YEAR = (7, 1)
"""The month and day by which a year of birth is kept where no more was said."""


def year_alone(born: date) -> bool:
    """Whether a date of birth stands for its year: then its day and month are nobody's, and are not to be told."""
    return (born.month, born.day) == _MIDDLE_OF_YEAR


def month_alone(began: date) -> bool:
    """Whether the beginning of a therapy stands for its month: one is kept by the first where no day was asked for."""
    return began.day == 1


class Fact(Value):
    """One fact and the day it holds from. `value` is None when the person took the fact back."""

    key: str
    value: FactValue | None
    since: date


def fact_value(key: str, text: str, *, today: date) -> FactValue | None:
    """The value that `text` says for the fact `key`; None for an empty text, which takes the fact back.

    `birth_date` also takes a year, read as 1 July; yes/no facts take yes, no, true, false, 1, 0; a weight and a height
    take the units people write ("137 lb", "9 st 11", "5 ft 4").
    Raises InvalidEntry("unknown_fact", "not_a_choice", "not_a_number", "not_a_weight", "not_a_height", "out_of_range",
    "not_a_date", "short_year", "not_yes_or_no").
    """
    if key not in FACT_KEYS:
        raise InvalidEntry("unknown_fact", key=key, keys=FACT_KEYS)
    said = text.strip().lower()
    if not said:
        return None
    if key in _CHOICES:
        if said not in _CHOICES[key]:
            raise InvalidEntry("not_a_choice", key=key, text=text, choices=_CHOICES[key])
        return said
    if key in _FLAGS:
        if said in ("yes", "true", "1", "y"):
            return True
        if said in ("no", "false", "0", "n"):
            return False
        raise InvalidEntry("not_yes_or_no", key=key, text=text)
    if key in _RANGES:
        return _number(key, said)
    return _day(key, said, today)


def _number(key: str, said: str) -> float:
    from bonecoach.core.body import height_of, weight_of  # late: the start reads profiles and no figures

    low, high = _RANGES[key]
    read = {"weight_kg": weight_of, "height_cm": height_of}.get(key)
    body = None if read is None else read(said)
    value = _plain(key, said) if body is None else body.value
    if not low <= value <= high:  # also refuses NaN
        if body is not None:  # the limits in the unit that was written, to be understood
            low, high = math.ceil(low / body.per_unit), math.floor(high / body.per_unit)
        raise InvalidEntry("out_of_range", key=key, text=said, low=low, high=high)
    return value


def _plain(key: str, said: str) -> float:
    try:
        return float(said.replace(",", "."))
    except ValueError:
        has_figure = key in _UNREADABLE and any(letter.isdigit() for letter in said)
        code = _UNREADABLE[key] if has_figure else "not_a_number"
        raise InvalidEntry(code, key=key, text=said) from None


def _day(key: str, said: str, today: date) -> date:
    year = said.partition("-")[0]
    if len(year) <= 2 and year.isascii() and year.isdigit():  # never guessed: 24 may be 1924
        raise InvalidEntry("short_year", key=key, text=year, likely=str(_likely_year(key, int(year), today)))
    try:
        if key == "birth_date" and len(said) == 4 and said.isascii() and said.isdigit():
            value = date(int(said), *_MIDDLE_OF_YEAR)
        else:
            value = date.fromisoformat(said)
    except ValueError:
        raise InvalidEntry("not_a_date", key=key, text=said) from None
    if not EARLIEST <= value <= today:
        raise InvalidEntry("out_of_range", key=key, text=said, low=EARLIEST, high=today)
    return value


def _likely_year(key: str, short: int, today: date) -> int:
    """The year that two figures most likely mean, to be asked for: of birth one a lifetime back, else the last one."""
    last = today.year - (today.year - short) % 100
    return last - 100 if key == "birth_date" and today.year - last < YOUNGEST else last


class Profile(Value):
    """The facts as they hold on one day; None is unsaid."""

    birth_date: date | None = None
    sex: str | None = None
    weight_kg: float | None = None
    height_cm: float | None = None
    postmenopausal: bool | None = None
    warfarin: bool | None = None
    kidney_disease: bool | None = None
    kidney_stones: bool | None = None
    fragility_fracture: bool | None = None
    vertebral_fracture: bool | None = None
    bone_metastases: bool | None = None
    falls_last_year: float | None = None
    cleared_for_impact: bool | None = None
    aromatase_inhibitor: str | None = None
    therapy_start: date | None = None
    therapy_paused: bool | None = None
    count: str = "weight_bearing"
    week_starts: str = "monday"
    vitamin_d_unit: str = "ug"
    weight_unit: str = "kg"

    @property
    def on_inhibitor(self) -> bool:
        """Whether targets for aromatase inhibitors hold. Unsaid, one is assumed and the window says so."""
        return self.aromatase_inhibitor != "none"

    def age_on(self, day: date) -> int:
        """Age in whole years on a day, 51 when no birth date is known."""
        return DEFAULT_AGE if self.birth_date is None else age_on(self.birth_date, day)


def profile_on(day: date, facts: Iterable[Fact]) -> Profile:
    """The profile on `day`: the first time a fact was said it holds for the days before too, a change from its day."""
    in_force: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: fact.since):
        if fact.since <= day or fact.key not in in_force:
            in_force[fact.key] = fact
    return Profile(**{key: fact.value for key, fact in in_force.items() if fact.value is not None})  # type: ignore[arg-type]
