"""What the app knows, each table read when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bonecoach.core.entries import Entry, Session

if TYPE_CHECKING:
    from bonecoach.core.activities import Intensity
    from bonecoach.core.medicines import MedicineRules, Window
    from bonecoach.core.plans import Plan
    from bonecoach.core.targets import TargetRule
    from bonecoach.phrase.line import EntryLine
    from bonecoach.reference.activities import ActivityTable
    from bonecoach.reference.foods import FoodTable
    from bonecoach.reference.medicines import MedicineTable
    from bonecoach.reference.supplements import SupplementTable


class Knowledge:
    """The tables in `resources/` and the entry line that reads them. Nothing is read before it is needed."""

    @cached_property
    def foods(self) -> FoodTable:
        """Foods and staples."""
        from bonecoach.reference.foods import FoodTable

        return FoodTable()

    @cached_property
    def activities(self) -> ActivityTable:
        """Activities with what they load."""
        from bonecoach.reference.activities import ActivityTable

        return ActivityTable()

    @cached_property
    def supplements(self) -> SupplementTable:
        """Compounds, generic products and names of nutrients."""
        from bonecoach.reference.supplements import SupplementTable

        return SupplementTable()

    @cached_property
    def medicines(self) -> MedicineTable:
        """The medicines of the evidence."""
        from bonecoach.reference.medicines import MedicineTable

        return MedicineTable()

    def medicine_rules(self, plan: Plan) -> MedicineRules | None:
        """What leaflets say of a planned medicine in its interval; None for one that the tables do not know."""
        from bonecoach.reference.medicine_rules import medicine_rules

        known = [medicine for medicine in self.medicines.all() if medicine.id == plan.medicine]
        alike = [medicine for medicine in known if medicine.every == plan.interval]
        return medicine_rules((alike or known)[0]) if known else None

    def window(self, plan: Plan) -> Window | None:
        """When an injection is booked and until when it is in time; None for what evidence gives no window for."""
        rules = self.medicine_rules(plan) if plan.medicine else None
        return rules.window if rules is not None and rules.every == plan.interval else None

    @cached_property
    def rules(self) -> tuple[TargetRule, ...]:
        """Public targets and limits."""
        from bonecoach.reference.targets import target_rules

        return target_rules()

    @cached_property
    def line(self) -> EntryLine:
        """The entry line over all tables."""
        from bonecoach.phrase.line import EntryLine

        return EntryLine(self.foods, self.activities, self.supplements, self.medicines, self.rules)

    def usual_intensity(self, entry: Entry) -> Intensity | None:
        """How intense a session of its activity is when nothing is said; None for other entries."""
        activity = self.activities.get(entry.activity) if isinstance(entry, Session) else None
        return None if activity is None else activity.intensity

    def close(self) -> None:
        """Lets go of the food table where it was opened; a later question opens it again."""
        if "foods" in self.__dict__:
            self.foods.close()
