"""A day and a week against their targets, in words: what stands beside a bar."""

from __future__ import annotations

from collections.abc import Mapping

from bonecoach.core.activities import Load
from bonecoach.core.movement import WeekMovement
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.week import NutrientWeek, WeekState
from bonecoach.words.speech import Speech


class StateWords(Speech):
    """Totals, targets and minutes as labels."""

    # -- nutrients ---------------------------------------------------------------------------------------------

    def target(self, nutrient: Nutrient, target: Target) -> str:
        """What to reach: "1200 mg", "20 to 25 μg", "at most 2300 mg", "no official target", "ask your team"."""
        span = self._span(nutrient, target)
        if not span:
            return self.say("target.ask_team" if target.withheld else self._none(nutrient))
        said = f"{span} {self.unit(nutrient)}"
        return said if target.low is not None else self.say("target.at_most", amount=said)

    def _none(self, nutrient: Nutrient) -> str:
        # Protein has a target as soon as the weight is known that it is counted by.
        return "target.needs_weight" if nutrient is Nutrient.PROTEIN else "target.none"

    def _span(self, nutrient: Nutrient, target: Target) -> str:
        ends = [round(end * nutrient.ng_per_unit) for end in (target.low, target.high) if end is not None]
        said = list(dict.fromkeys(self.figure(nutrient, end) for end in ends))
        return said[0] if len(said) == 1 else self.say("target.span", low=said[0], high=said[1]) if said else ""

    def limit(self, nutrient: Nutrient, target: Target) -> str:
        """The upper limit with what it applies to: "2000 mg", "350 mg from supplements"; "" where none is set."""
        if target.upper_limit is None:
            return ""
        amount = self.amount(nutrient, round(target.upper_limit * nutrient.ng_per_unit))
        return (
            self.say("target.limit_supplements", amount=amount) if target.limit_applies_to == "supplement" else amount
        )

    def target_from(self, target: Target) -> str:
        """Where a target is from, in short: "set by you or your team: …", "to be checked with your team", or ""."""
        if target.own:
            return self.say("target.own", note=target.source) if target.source != "own" else self.say("target.own_bare")
        if target.withheld:
            return self.say(f"target.withheld_{target.withheld}")
        unconfirmed = target.status == "unconfirmed" and (target.low is not None or target.high is not None)
        return self.say("status.unconfirmed") if unconfirmed else ""

    def progress(self, total: NutrientTotal) -> str:
        """The day's amount against its target: "744 of 1200 mg", "at least 100 μg", "not known"."""
        nutrient, unit = total.nutrient, self.unit(total.nutrient)
        if total.amount is None:
            return self.say("progress.unknown")
        figure = self._honest_figure(total, total.amount)
        span = self._span(nutrient, total.target) if total.target.low is not None else ""
        said = self.say("progress.of", amount=figure, target=span, unit=unit) if span else f"{figure} {unit}"
        return self.say("progress.at_least", said=said) if total.at_least else said

    def _honest_figure(self, total: NutrientTotal, ng: int) -> str:
        # 1199.6 of 1200 is not there yet, and rounding must not say that it is.
        nutrient, said = total.nutrient, self.figure(total.nutrient, ng)
        bounds = [bound for bound in (total.target.low, total.target.upper_limit) if bound is not None]
        whole = [round(bound * nutrient.ng_per_unit) for bound in bounds]
        if all(ng == bound or self.figure(nutrient, bound) != said for bound in whole):
            return said
        return next(exact for digits in range(1, 13) if (exact := self.figure(nutrient, ng, digits)) != said)

    def parts(self, total: NutrientTotal) -> str:
        """Food and supplements apart: "food 244, supplements 500"; "" on a day not recorded."""
        said = []
        for key, part in (("food", total.food), ("supplement", total.supplement)):
            if part is not None:
                said.append(self.say(f"progress.{key}", amount=self.figure(total.nutrient, part)))
        return ", ".join(said)

    def standing(self, total: NutrientTotal) -> str:
        """How the day stands: above the limit, reached, still open, or that there is no target."""
        if total.above_limit:
            return self.say("standing.above_limit", limit=self.limit(total.nutrient, total.target))
        if total.target.low is None:
            return self.target_from(total.target) or ("" if total.target.high else self.say(self._none(total.nutrient)))
        if total.met:
            return self.say("standing.reached")
        if total.amount is None:
            return ""
        missing = round(total.target.low * total.nutrient.ng_per_unit) - total.amount
        # Halves are rounded upwards: of 1200 mg, 681.5 ("682") and 518.5 would be read as 1201 together.
        return self.say("standing.open", amount=self.amount(total.nutrient, max(missing - 1, 1)))

    # -- movement ----------------------------------------------------------------------------------------------

    def load_short(self, load: Load) -> str:
        """A load as a legend has it: "low impact"."""
        return self.say(f"load_short.{load.value}")

    def minutes_of(self, movement: WeekMovement, count: str = "weight_bearing") -> str:
        """ "95 of 150 weight-bearing minutes"; never called unmet once the week's 150 are reached in any way."""
        counted, target = movement.counted_minutes, movement.target_minutes
        kind = self.say(f"count_kind.{count}")
        if movement.rest_week:
            return self.say("minutes.rest_week", minutes=counted, kind=kind)
        if movement.reached:
            way = "reached" if counted >= target else "reached_otherwise"
            return self.say(f"minutes.{way}", minutes=counted, target=target, kind=kind)
        return self.say("minutes.of", minutes=counted, target=target, kind=kind)

    def loads_of(self, by_load: Mapping[Load, int]) -> str:
        """Minutes in their parts: "low impact 80, high impact 15"."""
        return ", ".join(
            f"{self.load_short(load)} {self.number(minutes)}" for load, minutes in by_load.items() if minutes
        )

    def days_of(self, kind: str, movement: WeekMovement) -> str:
        """ "1 of 2 days" of "resistance" or "balance"."""
        done = movement.resistance_days if kind == "resistance" else movement.balance_days
        target = movement.resistance_days_target if kind == "resistance" else movement.balance_days_target
        return self.say("days.of", done=done, target=target)

    def recorded_days(self, recorded: int, of: int = 7) -> str:
        """ "recorded 6 of 7 days"."""
        return self.say("days.recorded", recorded=recorded, of=of)

    def pain(self, week: WeekState) -> str:
        """ "worst 4 of 10, median 3", or that none was scored."""
        if week.pain_worst is None or week.pain_median is None:
            return self.say("pain.none")
        return self.say("pain.scored", worst=week.pain_worst, median=week.pain_median)

    def nutrient_mean(self, week: NutrientWeek) -> str:
        """ "1140 mg a day on 6 recorded days", with what makes it uncertain."""
        mean = week.mean_per_recorded_day
        if mean is None:
            return self.say("mean.unknown" if week.days_recorded else "mean.not_recorded")
        amount = self.amount(week.nutrient, mean)
        said = self.say("progress.at_least", said=amount) if week.at_least else amount
        return self.say("mean.per_day", amount=said, days=week.days_recorded)
