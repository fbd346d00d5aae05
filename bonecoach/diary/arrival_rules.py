"""What the diary would refuse of a line, as it refuses it of her."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.entries import Entry, Intake
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import LabTest, Scan
from bonecoach.core.plans import Plan
from bonecoach.core.profile import Fact
from bonecoach.core.supplements import Product
from bonecoach.diary.holidays import LONGEST

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger
    from bonecoach.exchange.arrivals import Line


MOST_TIMES = 24
"""Of a day, in a plan that a file brings: once an hour. Whoever wants more can still say so here."""


class Rules:
    """Refuses what has not come yet, what lies before her birth, and what contradicts itself."""

    def __init__(self, ledger: Ledger, lines: Iterable[Line]) -> None:
        self._ledger = ledger
        self._now, self._today = ledger.clock.now(), ledger.today()
        self._birth = ledger.birth
        self._eaten = {line.value.moment.date for line in lines if isinstance(line.value, Intake)}

    def refusal(self, line: Line) -> InvalidEntry | None:
        """Why the diary would not keep what a line says; None when it would."""
        value = line.value
        if isinstance(value, Entry):
            return self._entry(value)
        if isinstance(value, Scan | LabTest):
            return self._day(value.date)
        if isinstance(value, Fact):
            return self._fact(value)
        if isinstance(value, Product):
            return self._product(value)
        if isinstance(value, Plan):
            return self._plan(value)
        if line.table == "holidays":
            return self._holiday(*value)
        return self._none_taken(value) if line.table == "none_taken" else None

    def _entry(self, entry: Entry) -> InvalidEntry | None:
        if entry.moment.instant > self._now:
            return InvalidEntry("future", date=entry.moment.date)
        return self._day(min(entry.moment.date, self._today))

    def _plan(self, plan: Plan) -> InvalidEntry | None:
        count = len(plan.schedule.times)
        return InvalidEntry("too_many_times", count=count, most=MOST_TIMES) if count > MOST_TIMES else None

    def _holiday(self, first: date, last: date) -> InvalidEntry | None:
        return InvalidEntry("long_holiday") if last - first >= LONGEST else None

    def _day(self, day: date) -> InvalidEntry | None:
        if day > self._today:
            return InvalidEntry("future", date=day)
        return InvalidEntry("before_birth", date=day) if self._birth is not None and day < self._birth else None

    def _fact(self, fact: Fact) -> InvalidEntry | None:
        says_later = isinstance(fact.value, date) and fact.value > self._today
        return InvalidEntry("future", date=fact.since) if says_later or fact.since > self._today else None

    def _product(self, product: Product) -> InvalidEntry | None:
        if not any(amount for _, amount in product.per_unit):
            return InvalidEntry("product_holds_nothing", name=product.name)
        medicines = self._ledger.knowledge.medicines
        taken = [name for name in product.names if medicines.named(name) is not None]
        return InvalidEntry("product_exists", name=taken[0]) if taken else None

    def _none_taken(self, day: date) -> InvalidEntry | None:
        if day > self._today:
            return InvalidEntry("future", date=day)
        eaten = day in self._eaten or self._ledger.store.entries(day, day, ["intake"], limit=1)
        return InvalidEntry("has_intakes", date=day) if eaten else None
