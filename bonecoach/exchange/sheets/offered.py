"""What people's own tables are about: the columns of each that are asked for, and which are known by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import TEST_UNITS, Side, Site
from bonecoach.exchange.sheets.matching import ORDERS, TIME, VITAMIN_D_IU, WEIGHT_UNIT, Matching, day_said
from bonecoach.exchange.sheets.sheet import Top

_NOT_A_LETTER = re.compile(r"[\W_]+")

DAY = ("date", "day", "when", "datum", "tag")
CLOCK = ("time", "start time", "clock", "hour", "time of day", "uhrzeit", "zeit")
NOTE = ("note", "notes", "comment", "comments", "remark", "remarks", "notiz", "notizen", "bemerkung", "kommentar")
NAME = ("name", "food", "food name", "what", "item", "product", "supplement", "lebensmittel", "produkt")
PAIN = ("score", "pain", "pain level", "pain score", "pain 0 10", "level", "vas", "nrs", "schmerz", "schmerz 0 10")
MOVED = ("activity", "exercise", "sport", "workout", "what", "sportart")
TAKEN = ("medicine", "medication", "medicine name", "drug", "medikament", "arzneimittel", "wirkstoff")
WEIGHED = ("weight", "weight kg", "weight lb", "kg", "gewicht", "gewicht kg")
"""Names of columns as people write them, without capitals and signs."""

MEDICINES = (
    "letrozole",
    "anastrozole",
    "exemestane",
    "alendronate",
    "risedronate",
    "ibandronate",
    "zoledronic_acid",
    "denosumab",
)
"""Medicines that a whole table may be about without saying so in any column."""

_IN_EVERY_TABLE = frozenset({"date", "since", TIME, "note"})
_UNITS = {unit: unit for units in TEST_UNITS.values() for unit in units}


class Asked(NamedTuple):
    """A column that is asked for. `word` names it for people; `alike` are names of columns that are taken for it.

    `choices` are what may hold for every line in the place of a column.
    """

    key: str
    word: str
    alike: tuple[str, ...]
    needed: bool = False
    choices: tuple[str, ...] = ()


class Offer(NamedTuple):
    """One thing that tables are about. `day` is the column of the diary's table that holds the day of a line."""

    name: str
    table: str
    asked: tuple[Asked, ...]
    values: Mapping[str, str] = {}
    day: str = "date"

    def matching(self, columns: Mapping[str, str], values: Mapping[str, str], order: str) -> Matching:
        """A table about it, as it is to be read."""
        needed = frozenset(asked.key for asked in self.asked if asked.needed)
        return Matching(self.table, columns, {**self.values, **values}, order, needed)


def _nutrient(key: str, *alike: str) -> Asked:
    return Asked(key, key, alike)


_ON = Asked("date", "date", DAY, needed=True)
_AT = Asked(TIME, "time", CLOCK)
_NOTED = Asked("note", "note", NOTE)

OFFERS = (
    Offer(
        "pain",
        "symptoms",
        (
            _ON,
            _AT,
            Asked("score", "score", PAIN, needed=True),
            Asked("symptom", "symptom", ("symptom",), needed=True, choices=("joint_pain", "back_pain")),
            Asked("site", "place", ("site", "where", "place", "joint", "ort", "gelenk")),
            _NOTED,
        ),
    ),
    Offer(
        "movement",
        "sessions",
        (
            _ON,
            _AT,
            Asked("activity", "activity", MOVED, needed=True),
            Asked("minutes", "minutes", ("minutes", "min", "duration", "minuten", "dauer", "length"), needed=True),
            _NOTED,
        ),
    ),
    Offer(
        "doses",
        "doses",
        (
            _ON,
            _AT,
            Asked("medicine", "medicine", TAKEN, needed=True, choices=MEDICINES),
            Asked("amount", "dose", ("dose", "dosage", "strength", "dosis", "dosierung")),
            Asked("state", "state", ("taken", "state", "status", "genommen", "eingenommen"), True, ("taken",)),
            _NOTED,
        ),
    ),
    Offer(
        "intakes",
        "intakes",
        (
            _ON,
            _AT,
            Asked("name", "name", NAME, needed=True),
            Asked("source", "source", ("source",), needed=True, choices=("food", "supplement")),
            _nutrient("calcium_mg", "calcium mg", "ca mg", "kalzium mg"),
            _nutrient("vitamin_d_ug", "vitamin d ug", "vitamin d μg", "vitamin d mcg"),
            _nutrient(VITAMIN_D_IU, "vitamin d iu", "vitamin d ie", "d3 iu"),
            _nutrient("vitamin_k2_ug", "vitamin k2 ug", "vitamin k2 μg", "vitamin k2 mcg"),
            _nutrient("magnesium_mg", "magnesium mg", "mg mg"),
            _nutrient("protein_g", "protein g", "eiweiß g", "eiweiss g"),
            _nutrient("zinc_mg", "zinc mg", "zink mg"),
            Asked("quantity", "quantity", ("amount", "quantity", "menge", "portion", "serving")),
            _NOTED,
        ),
    ),
    Offer(
        "weight",
        "facts",
        (
            Asked("since", "date", ("since", *DAY), needed=True),
            Asked("value", "weight", WEIGHED, True),
            Asked(WEIGHT_UNIT, "unit", ("weight unit",), needed=True, choices=("kg", "lb")),
        ),
        {"key": "weight_kg"},
        day="since",
    ),
    Offer(
        "scans",
        "scans",
        (
            _ON,
            Asked("site", "site", ("site",), needed=True, choices=tuple(Site)),
            Asked("side", "side", ("side",), choices=tuple(Side)),
            Asked("bmd", "bmd", ("bmd", "density", "bmd g cm", "bmd g cm2", "bmd g cm²")),
            Asked("t_score", "t_score", ("t", "t score", "t wert")),
            Asked("z_score", "z_score", ("z", "z score", "z wert")),
            Asked("scanner", "scanner", ("scanner", "device")),
            _NOTED,
        ),
    ),
    Offer(
        "lab_tests",
        "lab_tests",
        (
            _ON,
            Asked("name", "test", ("test", "name", "analyte"), needed=True, choices=tuple(TEST_UNITS)),
            Asked("value", "result", ("value", "result", "wert", "ergebnis"), needed=True),
            Asked("unit", "unit", ("unit", "units", "einheit"), needed=True, choices=tuple(_UNITS)),
            Asked("range_low", "range_low", ("range low", "low", "lower")),
            Asked("range_high", "range_high", ("range high", "high", "upper")),
            _NOTED,
        ),
    ),
    Offer(
        "events",
        "events",
        (_ON, _AT, Asked("event", "event", ("event",), needed=True, choices=("fall", "fracture")), _NOTED),
    ),
)
"""In the order in which they are offered."""


class Guess(NamedTuple):
    """What is recognised of a table: what it is about ("" where nothing fits), and which column is which."""

    offer: str
    columns: Mapping[str, str]


def plain(name: str) -> str:
    """The name of a column without capitals and signs: "Calcium (mg)" and "calcium_mg" are one."""
    return _NOT_A_LETTER.sub(" ", name).strip().casefold()


def recognised(offer: Offer, header: Sequence[str]) -> dict[str, str]:
    """Which columns of a table are known by their names, by the key of what they hold; each column once."""
    found: dict[str, str] = {}
    for asked in offer.asked:
        fitting = [column for column in header if plain(column) in asked.alike and column not in found.values()]
        if fitting:
            found[asked.key] = min(fitting, key=lambda column: asked.alike.index(plain(column)))
    return found


def guessed(header: Sequence[str]) -> Guess:
    """What a table seems to be about: what knows every needed column by its name, and all that anything else knows.

    A day, a time and a note say nothing of that. A table with weights beside exercises is of neither.
    """
    known = {offer.name: recognised(offer, header) for offer in OFFERS}
    telling = {name: _telling(columns) for name, columns in known.items()}
    for offer in OFFERS:
        columns = known[offer.name]
        whole = all(asked.key in columns or asked.choices for asked in offer.asked if asked.needed)
        if whole and telling[offer.name] and all(others <= telling[offer.name] for others in telling.values()):
            return Guess(offer.name, columns)
    return Guess("", {})


def _telling(columns: Mapping[str, str]) -> frozenset[str]:
    return frozenset(column for key, column in columns.items() if key not in _IN_EVERY_TABLE)


def orders_of(top: Top, column: str) -> tuple[str, ...]:
    """The orders in which all the days in a column of the first lines can be read."""
    place = top.header.index(column)
    days = [row[place] for row in top.rows if row[place]]
    return tuple(order for order in ORDERS if all(_is_day(day, order) for day in days))


def order_for(top: Top, column: str, own: str) -> str:
    """The order in which all days of a column can be read; `own` where it can be too, or nothing else is known."""
    fitting = orders_of(top, column) if column else ()
    return own if own in fitting or not fitting else fitting[0]


def _is_day(text: str, order: str) -> bool:
    try:
        return bool(day_said(text, order, ""))
    except InvalidEntry:
        return False


def missing(offer: Offer, matching: Matching) -> tuple[Asked, ...]:
    """What is needed and neither stands in a column nor holds for every line."""
    said = {*matching.columns, *matching.values}
    return tuple(asked for asked in offer.asked if asked.needed and asked.key not in said)
