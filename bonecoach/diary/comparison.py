"""What a file holds, compared with what the diary holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bonecoach.core.changes import Change, Row, Step
from bonecoach.core.entries import Intake
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.progress import by_percent
from bonecoach.diary.arrival_rules import Rules
from bonecoach.diary.arrived_rows import ENTRIES, Naming, Placed, alike, only_ones
from bonecoach.diary.changing import IMPORT, no_longer_none
from bonecoach.exchange.arrivals import Ignored, Line, Rejected
from bonecoach.exchange.tables import TABLES
from bonecoach.store.rows import product_row

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger


_NAMED = 40
"""Per cent that a comparison has come when every line has its row and its name."""


class Counts(NamedTuple):
    """What a file holds of one table, against the diary."""

    new: int = 0
    same: int = 0
    differs: int = 0


class Arrival(NamedTuple):
    """What a file holds, against the diary. Nothing is changed by that.

    `new` things would be added; the diary has `same` ones already, of which some lie in its `bin`; `differs` stand in
    the diary otherwise, and what stands there is kept. `rejected` lines cannot be kept; `ignored` is what was not
    asked for. `step` adds what is new. `diary_id` is by which name clinics knew the diary a bundle left, where an
    empty one takes it over. `tables` says how many of each table are new, the same, or stand otherwise.
    """

    new: int
    same: int
    bin: int
    differs: int
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]
    step: Step
    diary_id: str = ""
    tables: Mapping[str, Counts] = {}

    @property
    def unknown(self) -> tuple[str, ...]:
        """What of the `ignored` nobody knows here."""
        return tuple(one.what for one in self.ignored if not one.why)

    @property
    def passed_over(self) -> dict[str, int]:
        """How many of the `ignored` are known and left out, by the code of the reason."""
        found = Counter[str]()
        for one in self.ignored:
            if one.why:
                found[one.why] += one.many
        return dict(found)


_Key = tuple[str, str]


class Comparison:
    """Goes through the lines of a file, table by table, and says of each what it would be in the diary."""

    def __init__(self, ledger: Ledger, lines: Mapping[str, Sequence[Line]]) -> None:
        self._store = ledger.store
        self._lines = [line for name in TABLES for line in lines.get(name, ())]
        self._rules = Rules(ledger, self._lines)
        self._bin = 0
        self._same, self._differs = Counter[str](), Counter[str]()
        self._rejected: list[Rejected] = []
        self._new: dict[_Key, Placed] = {}
        self._standing: dict[_Key, Row] = {}
        self._only: dict[tuple[object, ...], Row] = {}
        self._twins: dict[tuple[object, ...], Placed] = {}

    def arrival(self, rejected: Sequence[Rejected] = (), ignored: Sequence[Ignored] = ()) -> Arrival:
        """What the file holds, with what could not be read of it already."""
        naming = Naming()
        placed = [naming.placed(line) for line in by_percent(self._lines, 0, _NAMED)]
        self._look_up(placed)
        for one in by_percent(placed, _NAMED):
            self._judge(one)
        order = sorted((*rejected, *self._rejected), key=lambda each: (each.file, each.line))
        return Arrival(
            new=len(self._new),
            same=self._same.total(),
            bin=self._bin,
            differs=self._differs.total(),
            rejected=tuple(order),
            ignored=tuple(ignored),
            step=self._step(),
            tables=self._tables(),
        )

    def _tables(self) -> dict[str, Counts]:
        new = Counter(one.line.table for one in self._new.values())
        found = new | self._same | self._differs
        return {name: Counts(new[name], self._same[name], self._differs[name]) for name in TABLES if name in found}

    def _look_up(self, placed: Sequence[Placed]) -> None:
        """What stands in the diary under the names of what arrived; an entry under whichever kind it has now."""
        ids: dict[str, list[str]] = defaultdict(list)
        for one in placed:
            for table in ENTRIES if one.table in ENTRIES else (one.table,):
                ids[table].append(one.id)
        for table, names in ids.items():
            for row_id, row in self._store.rows_named(table, names).items():
                self._standing[table, row_id] = row
        for table in {"scans", "lab_tests"} & ids.keys():
            self._remember(table, self._store.measuring.standing_rows(table))
        self._remember("products", [product_row(product) for product in self._store.products()])

    def _remember(self, table: str, rows: Iterable[Row]) -> None:
        for row in rows:
            self._only.update(dict.fromkeys(only_ones(table, row), row))

    def _judge(self, one: Placed) -> None:
        table, row = self._found(one)
        key = ("entries" if one.table in ENTRIES else one.table, one.id)
        if row is not None:
            same = one.line.loose or (table == one.table and alike(row, one.row))
            (self._same if same else self._differs)[one.line.table] += 1
            self._bin += same and row.get("deleted_at") is not None
        elif (refusal := self._rules.refusal(one.line)) is not None:
            self._reject(one, refusal)
        elif (first := self._new.get(key) or self._twin(one)) is None:
            self._new[key] = one
            self._twins.update(dict.fromkeys(only_ones(one.table, one.row), one))
        elif alike(first.row, one.row):
            self._same[one.line.table] += 1
        else:
            self._reject(one, InvalidEntry("twice_in_file", line=first.line.line))

    def _twin(self, one: Placed) -> Placed | None:
        """What stands in the file already, where there can be only one of it, whatever it is called."""
        found = (self._twins[key] for key in only_ones(one.table, one.row) if key in self._twins)
        return next(found, None)

    def _found(self, one: Placed) -> tuple[str, Row | None]:
        """The row that a line is about, and its table: the one of its name, or what there can be only one of."""
        for table in ENTRIES if one.table in ENTRIES else (one.table,):
            if (table, one.id) in self._standing:
                return table, self._standing[table, one.id]
        found = [self._only[key] for key in only_ones(one.table, one.row) if key in self._only]
        return one.table, found[0] if found else None

    def _reject(self, one: Placed, refusal: InvalidEntry) -> None:
        self._rejected.append(Rejected(one.line.file, one.line.line, refusal))

    def _step(self) -> Step:
        added = [Change(one.table, None, one.row) for one in self._new.values()]
        eaten = [one.line.value for one in self._new.values() if isinstance(one.line.value, Intake)]
        return Step(IMPORT, (*added, *no_longer_none(self._store, eaten)), str(len(added)))
