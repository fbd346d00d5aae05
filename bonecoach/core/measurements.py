"""What was measured of bone: scans (DXA) of a site, and laboratory tests."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.values import Value

LONGEST_WORDS = 200
LONGEST_NOTE = 2_000

PLAUSIBLE_BMD = (0.2, 2.5)
"""Areal density in g/cm² that a report can say; a choice of ours, wide enough for every site and person."""

PLAUSIBLE_SCORE = 10.0
"""T- and Z-scores beyond this, either way, are misprints; a choice of ours."""

LARGEST_LSC_PERCENT = 30.0


class Site(StrEnum):
    """Where the density was measured (evidence 4). The forearm is the 33 % radius."""

    LUMBAR_SPINE = "lumbar_spine"
    TOTAL_HIP = "total_hip"
    FEMORAL_NECK = "femoral_neck"
    FOREARM = "forearm"


class Side(StrEnum):
    """Of the body."""

    LEFT = "left"
    RIGHT = "right"


class Scan(Value, kw_only=True):
    """One site of a bone density scan, as its report prints it; scores are never computed.

    `bmd` is in g/cm². The scan centre's own least significant change is in percent (`lsc_percent`) or in g/cm² (`lsc`),
    whichever it states. `scanner` and `place` are "" where they were not named.
    Raises InvalidEntry("nothing_measured", "bmd_in_mg", "impossible_bmd", "score_slipped", "impossible_t_or_z",
    "side_of_spine", "two_least_changes", "impossible_least_change", "too_long").
    """

    date: date
    site: Site
    id: str = ""
    side: Side | None = None
    bmd: float | None = None
    t_score: float | None = None
    z_score: float | None = None
    scanner: str = ""
    place: str = ""
    lsc_percent: float | None = None
    lsc: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.bmd is None and self.t_score is None and self.z_score is None:
            raise InvalidEntry("nothing_measured")
        if self.site is Site.LUMBAR_SPINE and self.side is not None:
            raise InvalidEntry("side_of_spine")
        if self.bmd is not None:
            _check_bmd(self.bmd)
        for score, letter in ((self.t_score, "T"), (self.z_score, "Z")):
            if score is not None:
                _check_score(score, letter)
        _check_least_change(self.lsc_percent, self.lsc)
        if max(len(self.scanner), len(self.place)) > LONGEST_WORDS:
            raise InvalidEntry("too_long", longest=LONGEST_WORDS)
        if len(self.note) > LONGEST_NOTE:
            raise InvalidEntry("too_long", longest=LONGEST_NOTE)

    @property
    def place_measured(self) -> tuple[Site, Side | None]:
        """The site with its side: one scan a day is kept of each."""
        return self.site, self.side


def _check_bmd(bmd: float) -> None:
    low, high = PLAUSIBLE_BMD
    if low <= bmd <= high:
        return
    if low <= bmd / 1000 <= high:
        raise InvalidEntry("bmd_in_mg", bmd=bmd, likely=bmd / 1000)
    raise InvalidEntry("impossible_bmd", bmd=bmd, low=low, high=high)


def _check_score(score: float, letter: str) -> None:
    if -PLAUSIBLE_SCORE <= score <= PLAUSIBLE_SCORE:
        return
    if -PLAUSIBLE_SCORE <= score / 10 <= PLAUSIBLE_SCORE:
        raise InvalidEntry("score_slipped", letter=letter, score=score, likely=score / 10)
    raise InvalidEntry("impossible_t_or_z", letter=letter, score=score)


def _check_least_change(percent: float | None, absolute: float | None) -> None:
    if percent is not None and absolute is not None:
        raise InvalidEntry("two_least_changes")
    if percent is not None and not 0 < percent <= LARGEST_LSC_PERCENT:
        raise InvalidEntry("impossible_least_change", amount=percent)
    if absolute is not None and not 0 < absolute <= PLAUSIBLE_BMD[1] * LARGEST_LSC_PERCENT / 100:
        raise InvalidEntry("impossible_least_change", amount=absolute)


NMOL_PER_NG_25OHD = 2.496
"""25-OH vitamin D: nmol/L of one ng/mL, from its molar mass (evidence 1.1)."""

TEST_UNITS = {
    "25ohd": ("nmol/L", "ng/mL"),
    "calcium": ("mmol/L", "mg/dL"),
    "ctx": ("ng/mL", "pg/mL", "ng/L"),
    "ntx": ("nmol/mmol",),
    "p1np": ("ug/L", "ng/mL"),
    "bone_alp": ("ug/L", "ng/mL", "U/L"),
}
"""Tests that are known, with the units laboratories print them in, the first the one they are shown in (evidence 7)."""

_PER_FIRST_UNIT = {
    ("25ohd", "ng/mL"): NMOL_PER_NG_25OHD,
    ("ctx", "pg/mL"): 0.001,
    ("ctx", "ng/L"): 0.001,
    ("p1np", "ng/mL"): 1.0,
    ("bone_alp", "ng/mL"): 1.0,
}
_KNOWN_AS_WELL = {("25ohd", "nmol/L"): "ng/mL"}
"""Where countries differ in what they print and clinics quote both."""

LARGEST_RESULT = 100_000.0


class LabTest(Value, kw_only=True):
    """One result of a laboratory, in its own unit and with its own range, as it was printed.

    `name` is a key of TEST_UNITS, or any other test by its name. Built-in ranges do not exist: they differ by assay
    (evidence 7). `fasting` and `time` are None where they were not said.
    Raises InvalidEntry("no_name", "no_unit", "other_unit", "impossible_result", "range_reversed", "too_long").
    """

    date: date
    name: str
    value: float
    unit: str
    id: str = ""
    range_low: float | None = None
    range_high: float | None = None
    fasting: bool | None = None
    time: time | None = None
    lab: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEntry("no_name")
        if not self.unit.strip():
            raise InvalidEntry("no_unit", name=self.name)
        if self.name in TEST_UNITS and self.unit not in TEST_UNITS[self.name]:
            raise InvalidEntry("other_unit", name=self.name, unit=self.unit, units=TEST_UNITS[self.name])
        for figure in (self.value, self.range_low, self.range_high):
            if figure is not None and not 0 <= figure <= LARGEST_RESULT:  # also refuses NaN
                raise InvalidEntry("impossible_result", value=figure)
        if self.range_low is not None and self.range_high is not None and self.range_high < self.range_low:
            raise InvalidEntry("range_reversed")
        if max(len(self.name), len(self.unit), len(self.lab)) > LONGEST_WORDS:
            raise InvalidEntry("too_long", longest=LONGEST_WORDS)
        if len(self.note) > LONGEST_NOTE:
            raise InvalidEntry("too_long", longest=LONGEST_NOTE)

    @property
    def comparable(self) -> tuple[float, str]:
        """The result in the unit its test is shown in, so that two laboratories can stand in one line.

        A unit that nothing leads over from (calcium in mg/dL, bone ALP in U/L) stays as it is.
        """
        factor = _PER_FIRST_UNIT.get((self.name, self.unit))
        return (self.value, self.unit) if factor is None else (self.value * factor, TEST_UNITS[self.name][0])

    @property
    def in_other_unit(self) -> tuple[float, str] | None:
        """The result in a second unit: the one its test is shown in, or the one its readers know as well; else None."""
        value, unit = self.comparable
        if unit != self.unit:
            return value, unit
        also = _KNOWN_AS_WELL.get((self.name, self.unit))
        return None if also is None else (self.value / _PER_FIRST_UNIT[self.name, also], also)

    @property
    def against_range(self) -> str | None:
        """How it lies to the laboratory's own range: "below", "within" or "above"; None without one."""
        if self.range_low is None and self.range_high is None:
            return None
        if self.range_low is not None and self.value < self.range_low:
            return "below"
        return "above" if self.range_high is not None and self.value > self.range_high else "within"


def known_test(text: str) -> str:
    """The key of a test as people write it ("25-OH vitamin D", "CTX"); any other name stays as it is typed."""
    bare = "".join(letter for letter in text.lower() if letter.isalnum())
    return _NAMES.get(bare, text.strip())


_NAMES = {
    **dict.fromkeys(("25ohd", "25ohvitamind", "vitamind", "25hydroxyvitamind", "25ohvitd", "vitd"), "25ohd"),
    **dict.fromkeys(("ctx", "sctx", "betactx", "bctx", "crosslaps", "betacrosslaps"), "ctx"),
    **dict.fromkeys(("ntx", "untx", "ntxcreatinine"), "ntx"),
    **dict.fromkeys(("p1np", "pinp", "totalp1np"), "p1np"),
    **dict.fromkeys(("bonealp", "bap", "bsap", "bonealkalinephosphatase"), "bone_alp"),
    **dict.fromkeys(("calcium", "ca", "serumcalcium"), "calcium"),
}


def unit_named(text: str) -> str:
    """A unit as the tables write it, however it was typed ("nmol/l", "µg/L", "ng/ml"); others stay as typed."""
    bare = text.strip().replace(" ", "").replace("\u00b5", "u").replace("\u03bc", "u").replace("mcg", "ug").lower()
    return _UNITS.get(bare, text.strip())


_UNITS = {
    **{unit.lower(): unit for units in TEST_UNITS.values() for unit in units},
    "nmolbce/mmol": "nmol/mmol",
    "nmolbce/mmolcreatinine": "nmol/mmol",
    "nmol/mmolcreatinine": "nmol/mmol",
    "iu/l": "U/L",
}
