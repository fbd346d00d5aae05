"""What stands on the page, whoever lays it out: sections of facts, tables, charts and sentences, all of it in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.movement import WeekMovement
from bonecoach.core.period_pain import PainWeek
from bonecoach.exchange.summary.curves import Curve

SECTIONS = (
    *("about", "movement", "pain", "nutrients", "medicines", "density", "tests", "events", "due", "decided"),
    "questions",
)
"""The parts of the first page in their order; any of them can be left out. The first is a line below the head, the
others are sections; nothing decided has none."""

ROWS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("movement",), ("pain",)),
    (("nutrients",), ("medicines",)),
    (("density",),),
    (("tests",), ("events", "due")),
    (("decided",),),
    (("questions",),),
)
"""Which sections stand beside which on the first page, from the top down."""

MORE = ("days", "doses", "notes", "counting")
"""What is added on request alone: day by day, every dose, what she noted for herself; and, where a text is pasted, how
it is counted, which always stands behind the page on paper."""

LONGEST_NAME = 80


class Fact(NamedTuple):
    """One thing with its figure, and what belongs to it: "Resistance", "1.6 days a week", "of 2"."""

    label: str
    value: str
    note: str = ""


class Facts(NamedTuple):
    """Facts under each other."""

    facts: tuple[Fact, ...]


class Table(NamedTuple):
    """A table with its heads. The column `strong` holds what is read first; `figures` are columns of figures.

    The heads of a `bare` one are for those who cannot see it: its cells say what they are.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: int = 1
    figures: tuple[int, ...] = ()
    bare: bool = False


class Lines(NamedTuple):
    """Sentences."""

    lines: tuple[str, ...]


class MinutesChart(NamedTuple):
    """The minutes of weeks as columns, with the same as a sentence and as a table; `legend` names its shapes."""

    weeks: tuple[WeekMovement, ...]
    sentence: str
    legend: str
    table: Table


class PainChart(NamedTuple):
    """The worst joint pain of weeks as a line, with the same as a sentence, a legend and a table."""

    weeks: tuple[PainWeek, ...]
    sentence: str
    legend: str
    table: Table


class DensityChart(NamedTuple):
    """The densities of sites, each as a small chart beside the others; the table above it says the same."""

    curves: tuple[Curve, ...]


Block: TypeAlias = Facts | Table | Lines | MinutesChart | PainChart | DensityChart


class Section(NamedTuple):
    """A heading, what stands beside it ("recorded 84 of 91 days"), and its blocks.

    `on_screen` are blocks that a printed sheet has no room for.
    """

    key: str
    title: str
    aside: str
    blocks: tuple[Block, ...]
    on_screen: tuple[Block, ...] = ()


class SummaryPage(NamedTuple):
    """The page: its head, its sections in order, and what stands on the pages behind it.

    `headline` is what is read first, then comes what is to be known `about` her; `left_out` names the parts that are
    not wanted ("" of none). `left` are sections that did not fit on the first page, whole. `counted` says how each
    number is counted, with the ids of its sources, and `sources` are the citations behind them. `further` are the pages
    on request.
    """

    language: str
    title: str
    period: str
    who: str
    made: str
    headline: tuple[str, ...]
    about: str
    left_out: str
    sections: tuple[Section, ...]
    left: tuple[Section, ...]
    counted: Table
    sources: tuple[str, ...]
    further: tuple[Section, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted: which sections, which further pages, and whose name stands on top ("" for nobody's).

    Raises InvalidEntry("unknown_section", "too_long").
    """

    sections: frozenset[str] = frozenset(SECTIONS)
    more: frozenset[str] = frozenset()
    name: str = ""

    def __post_init__(self) -> None:
        for chosen, known in ((self.sections, SECTIONS), (self.more, MORE)):
            for key in sorted(chosen):
                if key not in known:
                    raise InvalidEntry("unknown_section", text=key, choices=known)
        if len(self.name) > LONGEST_NAME:
            raise InvalidEntry("too_long", longest=LONGEST_NAME)


class Room(NamedTuple):
    """How many rows of each kind the first page holds; what is left stands whole on page 2.

    Kept are: the newest scan of every site and then the newest of all, the newest result of every test and then the
    newest, the newest events, aromatase inhibitors and then bone medicines, every pain that is a red flag, and
    questions in her order. Names longer than `letters`, and questions twice as long, end in three dots there. `pain`
    are the joints that hurt, and other symptoms that are no red flags; `curves` are the charts of bone density, and
    `named` are the bone medicines in the head.
    """

    medicines: int = 6
    scans: int = 5
    tests: int = 4
    events: int = 4
    due: int = 4
    questions: int = 4
    letters: int = 160
    charts: bool = True
    curves: int = 3
    named: int = 4
    pain: int = 3


_ALL = 100_000
EVERYTHING = Room(_ALL, _ALL, _ALL, _ALL, _ALL, _ALL, _ALL, curves=_ALL, named=_ALL, pain=_ALL)
ROOMS = (
    Room(),
    Room(5, 4, 3, 3, 3, 4, 120),
    Room(4, 3, 3, 2, 3, 3, 80),
    Room(4, 3, 2, 2, 3, 3, 60),
    Room(5, 5, 3, 2, 3, 4, 80, curves=0),
    Room(4, 4, 2, 2, 3, 3, 60, curves=0),
    Room(3, 3, 1, 1, 2, 2, 48, curves=0, pain=2),
    Room(5, 4, 3, 3, 3, 4, 80, charts=False, curves=0),
    Room(4, 3, 2, 2, 3, 3, 60, charts=False, curves=0),
    Room(3, 3, 1, 1, 2, 2, 40, charts=False, curves=0, pain=2),
    Room(2, 1, 1, 1, 1, 1, 24, charts=False, curves=0, named=2, pain=1),
    Room(1, 1, 1, 1, 1, 1, 12, charts=False, curves=0, named=1, pain=1),
)
"""From the most to the least that the first page holds: paper takes the first that fits."""
