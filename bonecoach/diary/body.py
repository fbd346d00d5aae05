"""Her height and weight, measured now and then: kept as facts with their days, mended and taken away again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.body_measures import HEIGHT, MEASURED, BodyState, Measure, ask_about_body, body_state, measures_of
from bonecoach.core.changes import Change, Step
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.profile import Fact, fact_value
from bonecoach.diary.changing import put
from bonecoach.store.rows import fact_row

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger


class Body:
    """Heights and weights: at most one of each a day. Keeping, changing and taking away are steps."""

    def __init__(self, ledger: Ledger, set_facts: Callable[[Mapping[str, str], date], Step]) -> None:
        self._ledger = ledger
        self._store = ledger.store
        self._set_facts = set_facts

    def state(self) -> BodyState:
        """Every height and weight, and where she stands by them."""
        return body_state(self._ledger.states.facts)

    def add(self, day: date, said: Mapping[str, str], *, confirmed: bool = False) -> Step:
        """Keeps what was measured on a day: texts of `height_cm` and `weight_kg`, and of `weight_unit` if said.

        What is far from the figure nearest to it is asked about until it is `confirmed` ("height_far", "weight_far").
        Raises DiaryError("future", "height_exists", "weight_exists"), InvalidEntry("no_body_figure", "before_birth")
        and as `core.profile.fact_value` does.
        """
        told = {key: text for key, text in said.items() if text.strip()}
        measures = [self._read(key, told[key], day) for key in MEASURED if key in told]
        if not measures:
            raise InvalidEntry("no_body_figure")
        for measure in measures:
            self._check(measure, self.state().measures, confirmed=confirmed)
        return self._set_facts(told, day)

    def change(self, measure: Measure, day: date, text: str | None = None, *, confirmed: bool = False) -> Step:
        """Gives a height or weight another day, and another figure where `text` says one.

        Raises DiaryError("no_such_measure") and as `add` does.
        """
        gone = self._gone(measure)
        then = measure._replace(day=day) if text is None else self._read(measure.key, text, day)
        self._check(then, [other for other in self.state().measures if other != measure], confirmed=confirmed)
        kept = put(self._store, "facts", [fact_row(Fact(*then))])
        moved = (gone,) if then.day != measure.day else ()
        return self._ledger.apply(Step("profile", (*moved, *kept), measure.key))

    def take_away(self, measure: Measure) -> Step:
        """Takes a height or weight away, as if it had never been said. Raises DiaryError("no_such_measure")."""
        return self._ledger.apply(Step("profile", (self._gone(measure),), measure.key))

    def _read(self, key: str, text: str, day: date) -> Measure:
        value = fact_value(key, text, today=self._ledger.today())
        if not isinstance(value, float):
            raise InvalidEntry("no_body_figure")
        return Measure(key, value, day)

    def _check(self, measure: Measure, others: tuple[Measure, ...] | list[Measure], *, confirmed: bool) -> None:
        if measure.day > self._ledger.today():
            raise DiaryError("future", date=measure.day)
        birth = self._ledger.birth
        if birth is not None and measure.day < birth:
            raise InvalidEntry("before_birth", date=measure.day)
        if any((other.key, other.day) == (measure.key, measure.day) for other in others):
            raise DiaryError("height_exists" if measure.key == HEIGHT else "weight_exists", date=measure.day)
        if not confirmed:
            ask_about_body(measure, others)

    def _gone(self, measure: Measure) -> Change:
        fact = Fact(*measure)
        row = self._store.row("facts", str(fact_row(fact)["id"]))
        if measure not in measures_of(self._ledger.states.facts) or row is None:
            raise DiaryError("no_such_measure")
        return Change("facts", row, None)
