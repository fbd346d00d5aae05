"""Plans and what became of their times, in words."""

from __future__ import annotations

import datetime as dt
from itertools import islice

from bonecoach.core.days import WEEKDAYS, Moment, is_known
from bonecoach.core.occurrences import State
from bonecoach.core.plans import BOOKING, Kind, Plan, PlanState, Slot
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.words.speech import Speech


class PlanWords:
    """Plans in words. A class beside `Words`, so that whoever plans nothing never reads it in."""

    def __init__(self, words: Speech) -> None:
        self._words = words

    def plan(self, plan: Plan) -> str:
        """ "Calcium citrate 500 mg, every day at 12:30 and 18:30"."""
        return self._words.say("plan.line", label=plan.label, when=self.schedule(plan.schedule))

    def planned_already(self, plan: Plan) -> str:
        """ "Letrozole 2.5 mg is already planned every day at 08:00. Add it a second time?"."""
        return self._words.say("plan.already", label=plan.label, when=self.schedule(plan.schedule))

    def label(self, plan: Plan) -> str:
        """What a plan is called where it is told: "Letrozole 2.5 mg", "Book a date for Denosumab 60 mg"."""
        return self._words.say(f"plan.{plan.stage}", label=plan.label) if plan.stage else plan.label

    def beside(self, plan: Plan, day: dt.date, today: dt.date) -> str:
        """What stands beside a planned time of `day`: until when it is in time, or how it is taken."""
        if plan.stage and plan.schedule.until is not None:
            due = plan.schedule.until + dt.timedelta(days=1)
            return self._words.say("injection.not_yet", due=self._words.date(due, today))
        best_by = day + dt.timedelta(days=plan.best_by_days)
        if plan.best_by_days and today > day:
            key = "injection.overdue_window" if today > best_by else "plan.late"
            return self._words.say(key, due=self._words.date(day, today), best_by=self._words.date(best_by, today))
        return plan.note

    def schedule(self, schedule: Schedule) -> str:
        """ "every day at 12:30 and 18:30", "Tuesdays and Fridays at 10:00", "every 6 months from 12 June 2026"."""
        days = self.days(schedule)
        if not schedule.times:
            return days
        return self._words.say(
            "plan.at", days=days, times=self._words.listed([self._words.time(at) for at in schedule.times])
        )

    def plan_state(self, plan: Plan) -> str:
        """ "paused until 30 Nov 2026", "ended"; "" for one that holds, in a zone known here."""
        if plan.state is PlanState.PAUSED and plan.wakes is not None:
            return self._words.say("plan.paused_until", day=self._words.short_date(plan.wakes))
        if plan.state is PlanState.ON and plan.zone is not None and not is_known(plan.zone):
            return self._words.say("plan.zone_unknown", zone=plan.zone)
        return "" if plan.state is PlanState.ON else self._words.say(f"plan.{plan.state.value}")

    def comes_again(self, until: Moment, today: dt.date) -> str:
        """When something that was put off is told again: "comes again at 08:40", "comes again tomorrow at 08:40"."""
        key = "plan.comes_again" if until.date == today else "plan.comes_again_day"
        return self._words.say(key, time=until.wall, day=self._words.date(until.date, today))

    def occurrence_state(self, state: State, plan: Plan | None = None) -> str:
        """ "taken", "missed", "skipped", "waiting", "not recorded"; of a plan "given", "booked" or "done" too."""
        if state is State.DONE and plan is not None:
            return self.answer_done(plan).lower()
        return self._words.say(f"occurrence.{state.value}")

    def answer_done(self, plan: Plan) -> str:
        """What the button says that answers a plan: "Taken", "Given", "Booked" or "Done"."""
        taken = {Kind.MEDICINE: "taken", Kind.SUPPLEMENT: "taken", Kind.INJECTION: "given"}
        said = "booked" if plan.stage == BOOKING else taken.get(plan.kind, "done")
        return self._words.say(f"answer.{said}")

    def answer_missed(self, plan: Plan) -> str:
        """What the button says that it did not happen: "Not taken", "Not given" or "Not done"."""
        taken = {Kind.MEDICINE: "not_taken", Kind.SUPPLEMENT: "not_taken", Kind.INJECTION: "not_given"}
        said = "not_done" if plan.stage == BOOKING else taken.get(plan.kind, "not_done")
        return self._words.say(f"answer.{said}")

    def time_for(self, slot: Slot) -> str:
        """ "Time for your 08:00 reminder": what may stand on a locked screen, without a word of health."""
        return self._words.say("notice.time_for", time=slot.time or dt.time())

    def while_away(self, count: int) -> str:
        """ "While you were away: 3 reminders"."""
        return self._words.say("notice.while_away", count=count)

    def notice(self, key: str) -> str:
        """A word on a notification: "later", "skip"."""
        return self._words.say(f"notice.{key}")

    def kept(self, planned: int, taken: int, missed: int, skipped: int, not_recorded: int) -> str:
        """ "81 of 84 taken, 1 missed, 2 not recorded": never a share without its counts."""
        said = [self._words.say("kept.taken", taken=taken, planned=planned)]
        for key, count in (("missed", missed), ("skipped", skipped), ("not_recorded", not_recorded)):
            if count:
                said.append(self._words.say(f"kept.{key}", count=count))
        return ", ".join(said)

    def days(self, schedule: Schedule) -> str:
        """Its days without its times: "every day", "Tuesdays and Fridays until 30 Nov 2026", "on 5 Dec 2026"."""
        days, until = self._days(schedule), schedule.until
        if until is None:
            return days
        if len(list(islice(schedule.days(schedule.start, until), 2))) == 1:
            return self._words.say("plan.once", day=self._words.short_date(schedule.start))
        return self._words.say("plan.until", days=days, day=self._words.short_date(until))

    def _days(self, schedule: Schedule) -> str:
        if schedule.unit is Unit.DAY:
            return self._words.say("plan.days", every=schedule.every)
        if schedule.unit is Unit.WEEK:
            weekdays = schedule.weekdays or (schedule.start.weekday(),)
            named = self._words.listed([self._words.say(f"weekdays.{WEEKDAYS[day]}") for day in weekdays])
            return self._words.say("plan.weeks", every=schedule.every, days=named)
        years, months = divmod(schedule.every, 12)
        key, every = ("plan.years", years) if not months else ("plan.months", schedule.every)
        return self._words.say(key, every=every, day=self._words.short_date(schedule.start))
