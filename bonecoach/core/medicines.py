"""A medicine of the evidence: what it is called, its usual dose, and what its leaflet says about taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bonecoach.core.values import Value

if TYPE_CHECKING:
    from bonecoach.core.plans import Plan


class Medicine(Value):
    """One row of the medicine table.

    `kind` is "aromatase_inhibitor", "oral_bisphosphonate", "infusion" or "injection"; `every` is "day", "week",
    "month", "6months" or "year". `names[0]` is what an entry is called; the others are brands and other names.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    dose_amount: float | None
    dose_unit: str | None
    every: str
    source: str
    status: str

    @property
    def name(self) -> str:
        """What an entry of it is called."""
        return self.names[0]

    @property
    def by_clinic(self) -> bool:
        """Whether a clinic gives it."""
        return self.kind in ("injection", "infusion")


class Window(Value):
    """When an injection can be booked and until when it is on time, counted from the last one and from its due day.

    Denosumab: booked from 5 months after the last, best by 28 days after due. Booking is a choice of this project; the
    28 days are those of LYU2020 and KIM2024, in the stricter reading (evidence 5.2 and 10).
    """

    book_months: int
    best_by_days: int
    source: str
    status: str


class Caution(Value):
    """One thing to watch with a medicine, as a code.

    `when` is "starting", "taking", "before_dose", "after_dose" or "stopping".
    """

    code: str
    when: str
    source: str
    status: str


class MedicineRules(Value):
    """How one medicine in one interval is taken, what its leaflet says of a missed dose, and what to watch: as codes.

    `upright_minutes` is how long to stay upright with nothing else, 0 where nothing is asked. No rule holds for all
    medicines alike: leaflets differ by medicine and country (evidence 5.1).
    """

    id: str
    every: str
    how: str
    upright_minutes: int
    how_source: str
    how_status: str
    missed: str
    missed_source: str
    missed_status: str
    window: Window | None
    cautions: tuple[Caution, ...]


def planned_medicine(plan: Plan) -> Medicine:
    """The medicine of a plan as it is planned there, whether a table knows it or not."""
    return Medicine(
        id=plan.medicine,
        names=(plan.name,),
        kind="own",
        dose_amount=plan.dose_amount,
        dose_unit=plan.dose_unit,
        every=plan.interval,
        source="",
        status="",
    )
