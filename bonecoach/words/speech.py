"""How codes, figures and dates are said: the ground all sentences stand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.core.units import GRAMS_PER_POUND, NG_PER_IU_VITAMIN_D
from bonecoach.words.catalogue import Catalogue, catalogue
from bonecoach.words.conventions import Conventions, conventions_of
from bonecoach.words.numbers import Figure, decimal_of, digits_for, is_figure, written

LONGEST_QUOTE = 60
_IU = "iu"


class Speech:
    """Says figures, units and dates in a language, in the person's own format and units.

    `locale` picks language and formats ("en_GB", "fi_FI"); `vitamin_d_unit` ("ug", "iu") and `weight_unit`
    ("kg", "lb") are the profile's display units.
    """

    def __init__(self, locale: str = "en", vitamin_d_unit: str = "ug", weight_unit: str = "kg") -> None:
        self.locale = locale
        self.vitamin_d_unit = vitamin_d_unit
        self.weight_unit = weight_unit
        self._conventions = conventions_of(locale)

    @property
    def catalogue(self) -> Catalogue:
        """The sentences of its language; read on first use."""
        return catalogue(self.locale)

    @property
    def conventions(self) -> Conventions:
        """How numbers and dates are written."""
        return self._conventions

    # -- sentences ---------------------------------------------------------------------------------------------

    def say(self, key: str, /, **facts: object) -> str:
        """The sentence of a catalogue key with its facts filled in, each as it is read.

        Numbers, dates, nutrients, loads and lists are put into words; text stands as it is given.
        Raises KeyError for a key or a fact that is missing.
        """
        pattern = self.catalogue.pattern(key, facts)
        return pattern.format_map({name: self.shown(value) for name, value in facts.items()})

    def sentence(self, key: str, /, **facts: object) -> str:
        """`say`, beginning with a capital."""
        return capital(self.say(key, **facts))

    def shown(self, value: object) -> str:
        """Any fact as it is read in a sentence."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.say("word.yes" if value else "word.no")
        if isinstance(value, Nutrient):
            return self.nutrient(value)
        if isinstance(value, StrEnum):
            return self.say(f"{type(value).__name__.lower()}.{value.value}")
        if isinstance(value, str):
            return value
        if is_figure(value):
            return self.number(value)
        if isinstance(value, dt.datetime):
            return self.say("date.at", day=self.date(value.date()), time=self.time(value.time()))
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, dt.time):
            return self.time(value)
        if isinstance(value, Sequence):
            return self.listed([self.shown(item) for item in value])
        raise TypeError(f"no words for {type(value).__name__}")

    def listed(self, items: Sequence[str], last: str = "and") -> str:
        """ "a, b and c"; `last` is the word before the last, "and" or "or"."""
        if len(items) < 2:
            return "".join(items)
        joint = self.catalogue.pattern(f"list.{last}", {})
        return joint.format(first=self.catalogue.pattern("list.comma", {}).join(items[:-1]), last=items[-1])

    # -- figures -----------------------------------------------------------------------------------------------

    def number(self, figure: Figure, digits: int = 3) -> str:
        """A number with at most so many decimals: "1200", "30,000", "2.5"."""
        return written(figure, self.conventions, digits)

    def fixed(self, figure: Figure, digits: int) -> str:
        """A number with just so many decimals, as reports print it: "0.850", "−1.0"."""
        return written(figure, self.conventions, digits, trims=False)

    def spelled(self, count: int) -> str:
        """Small counts in letters, for the start of a sentence: "two"; larger ones in figures."""
        key = f"count.{count}"
        return self.say(key) if key in self.catalogue else self.number(count)

    def unit(self, nutrient: Nutrient) -> str:
        """The unit the person sees a nutrient in: "mg", "μg", "g", or "IU" for vitamin D where she chose it."""
        return self.say("unit.iu" if self._in_iu(nutrient) else f"unit.{nutrient.unit}")

    def figure(self, nutrient: Nutrient, ng: Figure, digits: int | None = None) -> str:
        """Nanograms as a bare figure in the person's unit: "551", "6.3", "254"."""
        if self._in_iu(nutrient):
            return self.number(decimal_of(ng) / NG_PER_IU_VITAMIN_D, 0 if digits is None else digits)
        amount = decimal_of(ng) / nutrient.ng_per_unit
        return self.number(amount, digits_for(nutrient, amount) if digits is None else digits)

    def amount(self, nutrient: Nutrient, ng: Figure, *, both: bool = False) -> str:
        """Nanograms with their unit: "551 mg". `both` gives vitamin D in its other unit too: "6.3 μg (254 IU)"."""
        said = f"{self.figure(nutrient, ng)} {self.unit(nutrient)}"
        if not both or nutrient is not Nutrient.VITAMIN_D:
            return said
        other = type(self)(self.locale, "ug" if self._in_iu(nutrient) else _IU, self.weight_unit)
        return f"{said} ({other.figure(nutrient, ng)} {other.unit(nutrient)})"

    def of_nutrient(self, nutrient: Nutrient, ng: Figure | None) -> str:
        """A nutrient with its amount: "calcium 113 mg"; "" where it is unknown."""
        return "" if ng is None else f"{self.nutrient(nutrient)} {self.amount(nutrient, ng)}"

    def _in_iu(self, nutrient: Nutrient) -> bool:
        return nutrient is Nutrient.VITAMIN_D and self.vitamin_d_unit == _IU

    def weight(self, kg: float) -> str:
        """A weight in the person's unit: "20 kg", "44 lb"."""
        if self.weight_unit == "lb":
            return f"{self.number(kg * 1000 / GRAMS_PER_POUND, 0)} {self.say('unit.lb')}"
        return f"{self.number(kg)} {self.say('unit.kg')}"

    def minutes(self, minutes: int) -> str:
        """ "30 min"."""
        return self.say("unit.minutes", minutes=minutes)

    # -- names -------------------------------------------------------------------------------------------------

    def nutrient(self, nutrient: Nutrient) -> str:
        """Its name inside a sentence: "calcium", "vitamin D"."""
        return self.say(f"nutrient.{nutrient.value}")

    def title(self, nutrient: Nutrient) -> str:
        """Its name as a heading: "Calcium"."""
        return capital(self.nutrient(nutrient))

    # -- days and times ----------------------------------------------------------------------------------------

    def date(self, day: dt.date, today: dt.date | None = None) -> str:
        """ "Monday 23 November", with the year where it is not `today`'s; "today", "yesterday" and "tomorrow" by name.

        Without `today` the year is always said.
        """
        if today is not None and abs((day - today).days) <= 1:
            return self.say(("date.yesterday", "date.today", "date.tomorrow")[(day - today).days + 1])
        order = "mdy" if self.conventions.order == "mdy" else "dmy"
        year = "" if today is not None and day.year == today.year else "_year"
        return self.catalogue.pattern(f"date.{order}{year}", {}).format(
            weekday=self.weekday(day), day=day.day, month=self.month(day), year=day.year
        )

    def short_date(self, day: dt.date) -> str:
        """ "23 Nov 2026", "Nov 23, 2026" or "2026-11-23"."""
        return self.catalogue.pattern(f"date.short_{self.conventions.order}", {}).format(
            day=day.day, month=self.say(f"month_short.{day.month}"), year=day.year, iso=day.isoformat()
        )

    def weekday(self, day: dt.date, *, short: bool = False) -> str:
        """ "Monday" or "Mon"."""
        return self.say(f"weekday{'_short' if short else ''}.{WEEKDAYS[day.weekday()]}")

    def month(self, day: dt.date) -> str:
        """ "November"."""
        return self.say(f"month.{day.month}")

    def period(self, first: dt.date, last: dt.date, today: dt.date | None = None) -> str:
        """ "16 to 22 November", "28 September to 4 October"; the year is said where it is not `today`'s."""
        order = "mdy" if self.conventions.order == "mdy" else "dmy"
        same_month = (first.year, first.month) == (last.year, last.month)
        said = self.catalogue.pattern(f"period.{order}{'' if same_month else '_months'}", {}).format(
            first=first.day, last=last.day, first_month=self.month(first), month=self.month(last)
        )
        return said if today is not None and last.year == today.year else f"{said} {last.year}"

    def days(self, first: dt.date, last: dt.date, today: dt.date | None = None) -> str:
        """The days of a holiday: "1 to 14 December", or "Tuesday 1 December" for a single one."""
        return self.date(first, today) if first == last else self.period(first, last, today)

    def week_title(self, first: dt.date, today: dt.date | None = None) -> str:
        """The week from `first` as a heading: "16 to 22 November"."""
        return self.period(first, first + dt.timedelta(days=6), today)

    def time(self, wall: dt.time) -> str:
        """ "07:40", or "7:40 am" where people write it so."""
        if self.conventions.hours == 24:
            return f"{wall.hour:02}:{wall.minute:02}"
        half = self.say("date.am" if wall.hour < 12 else "date.pm")
        return f"{(wall.hour + 11) % 12 + 1}:{wall.minute:02} {half}"

    def with_units_of(self, profile: Profile) -> Self:
        """The same words in the display units of a profile."""
        return type(self)(self.locale, profile.vitamin_d_unit, profile.weight_unit)


def capital(text: str) -> str:
    """The text with its first letter large; the rest untouched."""
    return text[:1].upper() + text[1:]


def quotable(text: str) -> str:
    """What somebody typed, fit to stand in a sentence: one line, nothing that cannot be printed, 60 characters."""
    head = " ".join(text[: 4 * LONGEST_QUOTE].split())
    clean = "".join(c if c.isprintable() else "\ufffd" for c in head)
    if len(clean) <= LONGEST_QUOTE and len(text) <= 4 * LONGEST_QUOTE:
        return clean
    return clean[: LONGEST_QUOTE - 1].rstrip() + "\u2026"


def unbroken(text: str) -> str:
    """The text with no line break between a figure and its unit, for labels that wrap: "500 mg", "2 × 244 g"."""
    joined = []
    for n, char in enumerate(text):
        after_figure = n > 0 and (text[n - 1].isdigit() or text[n - 1] == "×")
        before_figure = n + 1 < len(text) and text[n + 1] == "×"
        joined.append("\u00a0" if char == " " and (after_figure or before_figure) else char)
    return "".join(joined)
