"""Steps about the person: her facts, her targets, her products."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bonecoach.core.changes import Change, Step
from bonecoach.core.days import EARLIEST
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import FOR_ALL_DAYS, Fact, fact_value
from bonecoach.core.supplements import Product
from bonecoach.core.targets import OwnTarget
from bonecoach.diary.changing import new_id, put
from bonecoach.store import Store
from bonecoach.store.rows import fact_row, product_row, target_row


def facts_said(store: Store, said: Mapping[str, str], since: date | None, today: date) -> Step:
    """The step that keeps facts as they were said, all or none.

    Facts for all days ignore `since`; others hold from it, or from today. An empty text takes a fact back.
    Raises InvalidEntry for an unknown key or an impossible value, "future" for a day that has not come.
    """
    if since is not None and since > today:
        raise DiaryError("future", date=since)
    facts = []
    for key, text in said.items():
        value = fact_value(key, text, today=today)
        facts.append(Fact(key, value, EARLIEST if key in FOR_ALL_DAYS else since or today))
    return Step("profile", put(store, "facts", (fact_row(fact) for fact in facts)), ", ".join(said))


def target_said(store: Store, target: OwnTarget) -> Step:
    """The step that keeps a target of her own."""
    return Step("target", put(store, "own_targets", [target_row(target)]), target.nutrient.value)


def target_cleared(store: Store, nutrient: Nutrient, since: date) -> Step:
    """The step that gives way to the public target again from a day on. Raises DiaryError("no_such_target")."""
    if not any(target.nutrient is nutrient for target in store.own_targets()):
        raise DiaryError("no_such_target", nutrient=nutrient)
    return target_said(store, OwnTarget(nutrient, None, None, since))


def product_kept(store: Store, product: Product) -> tuple[Step, Product]:
    """The step that adds or changes one of her own products, and the product with its id.

    Raises InvalidEntry("no_name", "product_holds_nothing") and DiaryError("product_exists").
    """
    if not product.name.strip():
        raise InvalidEntry("no_name")
    if not any(amount for _, amount in product.per_unit) or not 0 < product.usual_units <= 100:
        raise InvalidEntry("product_holds_nothing", name=product.name)
    for other in store.products():
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
    return Step("product", put(store, "products", [product_row(kept)]), kept.name), kept


def product_removed(store: Store, product_id: str, stamp: str) -> Step:
    """The step that takes a product from her list; what was logged of it stays. Raises "no_such_product"."""
    row = store.row("products", product_id)
    if row is None or row["deleted_at"] is not None:
        raise DiaryError("no_such_product", id=product_id)
    return Step("product", (Change("products", row, {**row, "deleted_at": stamp}),), str(product_id))
