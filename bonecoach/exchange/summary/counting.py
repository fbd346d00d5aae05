"""Page 2: how each number of the page is counted, and where its rule is from."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bonecoach.exchange.summary.page import Table
from bonecoach.exchange.summary.said import Said

_NUMBERS = {
    "movement": ("recorded_movement", "weeks", "vital_sign", "weight_bearing", "training_days"),
    "pain": ("pain",),
    "nutrients": ("recorded_intakes", "mean", "targets", "at_once", "limit"),
    "medicines": ("kept", "in_time"),
    "density": ("change", "least", "score"),
    "tests": ("ranges",),
    "due": ("next_scan",),
}
"""What each section counts."""

_SOURCES = {
    "vital_sign": "EVS2014",
    "weight_bearing": "WHO2020",
    "training_days": "WHO2020 ACSM",
    "targets": "HADJI2017 ASCO2019 IOM2011 ESCEO2014",
    "at_once": "ODS",
    "limit": "IOM2011 IOM1997",
    "in_time": "LYU2020 KIM2024",
    "change": "ISCDLSC NELSON2010",
    "least": "ISCD2005",
    "score": "WHO-T ISCD2005 RACGP",
    "next_scan": "ACSASCO2016 ASCO2019",
}
"""Where a rule is from; what stands in no source is a choice of this program, and says so."""


def counted(sections: Collection[str], said: Said) -> Table:
    """The numbers of some sections: what, and how it is counted with the ids of its sources."""
    rows = []
    for number in _numbers(sections):
        source = ", ".join(_SOURCES[number].split()) if number in _SOURCES else said("counted.ours")
        how = said("counted.from", how=said(f"how.{number}.how"), source=source)
        rows.append((said(f"how.{number}.what"), how))
    return Table(said("counted.caption"), (said("counted.what"), said("counted.how")), tuple(rows), strong=0)


def sources(sections: Collection[str], said: Said) -> tuple[str, ...]:
    """The citations behind the ids, in the order they are named."""
    ids = dict.fromkeys(id_ for number in _numbers(sections) for id_ in _SOURCES.get(number, "").split())
    return tuple(said("counted.citation", id=each, citation=said.words.source(each)) for each in ids)


def _numbers(sections: Collection[str]) -> Iterator[str]:
    return (number for section, numbers in _NUMBERS.items() if section in sections for number in numbers)
