"""Charts as sentences: for a screen reader, and for whoever would rather read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bonecoach.core.activities import Load
from bonecoach.core.movement import DayMovement, WeekMovement
from bonecoach.core.totals import NutrientTotal
from bonecoach.core.week import NutrientWeek
from bonecoach.words.speech import capital
from bonecoach.words.states import StateWords


class SpokenWords(StateWords):
    """What each chart says, in words."""

    def spoken_total(self, total: NutrientTotal) -> str:
        """One nutrient bar: "Calcium: 744 of 1200 mg, food 244, supplements 500, 456 mg still open." """
        said = [self.progress(total)]
        if total.amount is not None:
            said += [part for part in (self.parts(total), self.standing(total)) if part]
        return f"{self.title(total.nutrient)}: {', '.join(said)}."

    def spoken_minutes(self, movement: WeekMovement, count: str = "weight_bearing") -> str:
        """The week's minutes bar: its parts, and what was done besides."""
        said = capital(self.minutes_of(movement, count))
        parts = self.loads_of(movement.counted_by_load)
        besides = {load: movement.by_load.get(load, 0) - movement.counted_by_load.get(load, 0) for load in Load}
        other = self.loads_of(besides)
        sentences = [f"{said}: {parts}." if parts else f"{said}."]
        if other:
            sentences.append(self.say("spoken.besides", parts=other))
        sentences += [
            self.say(f"spoken.{kind}", days=self.days_of(kind, movement)) for kind in ("resistance", "balance")
        ]
        return " ".join(sentences)

    def spoken_strip(self, movement: WeekMovement, today: date | None = None) -> str:
        """The strip of seven days: "Monday: low impact 30. Tuesday: resistance 25. …"."""
        return " ".join(f"{self.weekday(day.date)}: {self.day_movement(day, today)}." for day in movement.days)

    def day_movement(self, day: DayMovement, today: date | None = None) -> str:
        """One day's movement in minutes: "low impact 30, balance 10", "no movement", or `unrecorded`."""
        if not day.recorded:
            return self.unrecorded(day.date, today)
        untimed = [self.load_short(load) for load in Load if load in day.loads and load not in day.by_load]
        return ", ".join(part for part in (self.loads_of(day.by_load), *untimed) if part) or self.say(
            "spoken.no_movement"
        )

    def unrecorded(self, day: date, today: date | None = None) -> str:
        """What a day without any entry is called: "not recorded", or "still to come" after `today`."""
        return self.say("chart.to_come" if today is not None and day > today else "spoken.not_recorded")

    def spoken_nutrient_days(self, week: NutrientWeek, first: date, today: date | None = None) -> str:
        """One nutrient over the seven days from `first`, and its mean."""
        days = []
        for nth, (total, recorded) in enumerate(zip(week.days, week.recorded, strict=True)):
            amount = None if total.amount is None else self.amount(week.nutrient, total.amount)
            if amount is not None and total.at_least:
                amount = self.say("progress.at_least", said=amount)
            day = first + timedelta(days=nth)
            missing = self.say("progress.unknown") if recorded else self.unrecorded(day, today)
            days.append(f"{self.weekday(day)} {amount or missing}")
        sentences = [f"{self.title(week.nutrient)}: {', '.join(days)}.", f"{capital(self.nutrient_mean(week))}."]
        if week.days_met is not None and week.days_recorded:
            sentences.append(self.say("spoken.days_met", days=week.days_met))
        if week.days_without_food:
            sentences.append(self.say("spoken.days_without_food", days=week.days_without_food))
        return " ".join(sentences)

    def spoken_trend(self, weeks: Sequence[WeekMovement], count: str = "weight_bearing") -> str:
        """The minutes of several weeks, oldest first; rest weeks as rest, weeks without entries as not recorded."""
        said = [f"{self.short_date(week.days[0].date)}: {self.week_minutes(week)}" for week in weeks]
        kind = self.say(f"count_kind.{count}")
        reached = sum(week.reached and not week.rest_week for week in weeks)
        sentences = [self.say("spoken.trend", kind=kind, weeks="; ".join(said))]
        if reached:
            sentences.append(self.say("spoken.weeks_reached", weeks=reached, target=weeks[-1].target_minutes))
        return " ".join(sentences)

    def week_minutes(self, week: WeekMovement) -> str:
        """A week's minutes in a list of weeks: "95", "rest week", "not recorded"."""
        if week.rest_week:
            return self.say("spoken.rest_week")
        return self.number(week.counted_minutes) if week.known else self.say("spoken.not_recorded")
