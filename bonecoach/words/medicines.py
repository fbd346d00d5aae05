"""Medicines in words a patient understands: what leaflets say, the next injection, what is kept apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.days import WEEKDAYS
from bonecoach.words.speech import Speech

if TYPE_CHECKING:
    from bonecoach.core.injections import NextInjection
    from bonecoach.core.medicines import Caution, MedicineRules
    from bonecoach.core.offered_times import Move, Offered, Room
    from bonecoach.core.spacing import Conflict


class MedicineWords(Speech):
    """How a medicine is taken, missed and watched. What is unconfirmed is said to be checked with the team."""

    def how_to_take(self, rules: MedicineRules) -> str:
        """ "The leaflet says: take it after a meal."."""
        said = self.say(f"medicine.how.{rules.how}", minutes=rules.upright_minutes)
        return self._founded(said, rules.how_status)

    def missed_dose(self, rules: MedicineRules) -> str:
        """What its own leaflet says of a missed dose, with what other leaflets say where they differ."""
        return self._founded(self.say(f"medicine.missed.{rules.missed}"), rules.missed_status)

    def caution(self, caution: Caution) -> str:
        """One thing to watch: "New pain in the thigh, hip or groin: …"."""
        return self._founded(self.say(f"medicine.caution.{caution.code}"), caution.status)

    def injection(self, following: NextInjection, today: date) -> str:
        """The next injection: "Due Sunday 28 February, best by Sunday 28 March."."""
        windowed = following.best_by is not None and following.state != "book"
        key = f"injection.{following.state}{'_window' if windowed else ''}"
        days = {"due": following.due, "book_from": following.book_from, "best_by": following.best_by}
        return self.say(key, **{name: self.date(day, today) for name, day in days.items() if day is not None})

    def conflict(self, conflict: Conflict) -> str:
        """What is better taken otherwise, in one quiet line: "Iron and Calcium are better taken …"."""
        facts = {**conflict._asdict(), "apart": self.span(conflict.apart), "needed": self.span(conflict.needed)}
        return self.sentence(f"spacing.{conflict.rule}", **facts)

    def offered(self, offered: Offered) -> str:
        """Why times are offered: "At mealtimes, 4 hours from Levothyroxine 75 ug."; "" where nothing speaks of them.

        Without times, what speaks against them, and how one comes free.
        """
        if offered.instead is not None or offered.room is not None:
            against = "" if offered.instead is None else self.conflict(offered.instead)
            room = "" if offered.room is None else self.room(offered.room, "free")
            return f"{against} {room}".strip()
        apart = self.listed([self.say("offered.from", span=self.span(span), name=name) for name, span in offered.apart])
        key = "_".join(part for part, holds in (("meals", offered.with_meals), ("apart", apart)) if holds)
        return self.sentence(f"offered.{key}", apart=apart) if key else ""

    def room(self, room: Room, key: str) -> str:
        """ "At 07:30 it keeps every distance, if Calcium citrate 500 mg moves from 08:00 to 12:30 on Saturdays."

        `key` is "free" for what may be done and "made" for what Save will do.
        """
        moves = self.listed([self._move(move) for move in room.moves])
        return self.say(f"offered.room_{key}", at=self.time(room.at), moves=moves)

    def _move(self, move: Move) -> str:
        before, to = (self.listed([self.time(at) for at in times]) for times in (move.before, move.to))
        days = self.listed([self.say(f"weekdays.{WEEKDAYS[day]}") for day in move.weekdays])
        key = "offered.move" if move.weekdays else "offered.move_always"
        return self.say(key, name=move.name, before=before, to=to, days=days)

    def span(self, minutes: int) -> str:
        """A time between two things: "30 min", "4 hours"; whole hours from two on are said as hours."""
        hours, rest = divmod(minutes, 60)
        return self.say("unit.hours", hours=hours) if hours > 1 and not rest else self.minutes(minutes)

    def _founded(self, said: str, status: str) -> str:
        return f"{said} {self.say('advice.unconfirmed')}" if status == "unconfirmed" else said
