"""What the diary knows of the person: her facts, her targets, her products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from functools import cached_property
from typing import TYPE_CHECKING

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import EARLIEST
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import FOR_ALL_DAYS, Fact, Profile, fact_value
from bonecoach.diary.changing import new_id, put

if TYPE_CHECKING:
    from bonecoach.core.supplements import Product
    from bonecoach.core.targets import OwnTarget, Target
    from bonecoach.diary.body import Body
    from bonecoach.diary.ledger import Ledger
    from bonecoach.diary.therapy import Therapy


_ABOUT_PAUSES = frozenset({"therapy_paused", "therapy_start"})


class Person:
    """Her facts, targets and products. Each change is a step."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._store = ledger.store

    # Facts

    def facts(self) -> tuple[Fact, ...]:
        """Every dated fact."""
        return tuple(self._ledger.states.facts)

    def profile(self, day: date) -> Profile:
        """The facts as they hold on a day."""
        return self._ledger.states.profile(day)

    def set_facts(self, said: Mapping[str, str], since: date | None = None) -> Step:
        """Keeps facts as they were said, all or none.

        Facts for all days ignore `since`; others hold from it, or from today. An empty text takes a fact back.
        Raises InvalidEntry for an unknown key, an impossible value, or a pause before the therapy began, and
        DiaryError("future") for a day that has not come.
        """
        from bonecoach.store.rows import fact_row

        today = self._ledger.today()
        if since is not None and since > today:
            raise DiaryError("future", date=since)
        facts = []
        for key, text in said.items():
            value = fact_value(key, text, today=today)
            facts.append(Fact(key, value, EARLIEST if key in FOR_ALL_DAYS else since or today))
        if _ABOUT_PAUSES.intersection(said):
            self._refuse_early_pause(facts)
        changes = put(self._store, "facts", (fact_row(fact) for fact in facts))
        return self._ledger.apply(Step("profile", changes, ", ".join(said)))

    def _refuse_early_pause(self, facts: Sequence[Fact]) -> None:
        from bonecoach.diary.therapy import refuse_early_pause

        said = {(fact.key, fact.since) for fact in facts}
        stays = [fact for fact in self.facts() if (fact.key, fact.since) not in said]
        refuse_early_pause(self.facts(), (*stays, *facts))

    @cached_property
    def therapy(self) -> Therapy:
        """Her therapy, change by change."""
        from bonecoach.diary.therapy import Therapy

        return Therapy(self._ledger)

    @cached_property
    def body(self) -> Body:
        """Her height and weight, measured now and then."""
        from bonecoach.diary.body import Body

        return Body(self._ledger, self.set_facts)

    # Targets

    def own_targets(self) -> tuple[OwnTarget, ...]:
        """Every target of her own."""
        return tuple(self._ledger.states.own_targets)

    def target(self, nutrient: Nutrient, day: date) -> Target:
        """The target in force on a day."""
        return self._ledger.states.targets(day)[nutrient]

    def set_target(
        self,
        nutrient: Nutrient,
        low: float | None,
        high: float | None = None,
        note: str = "",
        since: date | None = None,
    ) -> Step:
        """Keeps a target of her own, in the nutrient's unit, from a day on (today). Raises InvalidEntry."""
        from bonecoach.core.targets import OwnTarget
        from bonecoach.store.rows import target_row

        target = OwnTarget(nutrient, low, high, since or self._ledger.today(), note)
        changes = put(self._store, "own_targets", [target_row(target)])
        return self._ledger.apply(Step("target", changes, nutrient.value))

    def clear_target(self, nutrient: Nutrient, since: date | None = None) -> Step:
        """Gives way to the public target again, from a day on (today). Raises DiaryError("no_such_target")."""
        if not any(target.nutrient is nutrient for target in self.own_targets()):
            raise DiaryError("no_such_target", nutrient=nutrient)
        return self.set_target(nutrient, None, None, since=since)

    # Products

    def products(self) -> tuple[Product, ...]:
        """Her own products."""
        return tuple(self._store.products())

    def save_product(self, product: Product) -> Product:
        """Adds or changes one of her own products; the product with its id.

        Raises InvalidEntry("no_name", "product_holds_nothing") and DiaryError("product_exists").
        """
        from bonecoach.core.supplements import Product
        from bonecoach.store.rows import product_row

        if not product.name.strip():
            raise InvalidEntry("no_name")
        if not any(amount for _, amount in product.per_unit) or not 0 < product.usual_units <= 100:
            raise InvalidEntry("product_holds_nothing", name=product.name)
        for name in product.names:
            if self._ledger.knowledge.medicines.named(name) is not None:
                raise DiaryError("product_exists", name=name)
        for other in self._store.products():
            same = {name.casefold() for name in other.names} & {name.casefold() for name in product.names}
            if same and other.id != product.id:
                raise DiaryError("product_exists", name=product.name)
        kept = Product(
            id=product.id or new_id(),
            names=product.names,
            unit=product.unit,
            per_unit=product.per_unit,
            usual_units=product.usual_units,
            own=True,
            source="label",
        )
        self._ledger.apply(Step("product", put(self._store, "products", [product_row(kept)]), kept.name))
        return kept

    def remove_product(self, product_id: str) -> Step:
        """Takes a product from her list; what was logged of it stays. Raises DiaryError("no_such_product")."""
        row = self._store.row("products", product_id)
        if row is None or row["deleted_at"] is not None:
            raise DiaryError("no_such_product", id=product_id)
        stamp = self._ledger.clock.now().astimezone(UTC).isoformat()
        change = Change("products", row, {**row, "deleted_at": stamp})
        return self._ledger.apply(Step("product", (change,), str(product_id)))
