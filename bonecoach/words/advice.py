"""Advice as a sentence, and where it is from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bonecoach.core.advice import Advice
from bonecoach.core.nutrients import Nutrient
from bonecoach.words.speech import Speech, capital


class AdviceWords(Speech):
    """One thing worth knowing or doing next, said calmly."""

    def advice(self, advice: Advice) -> str:
        """The sentence of an advice, with "to be checked with your team" where its evidence is unconfirmed."""
        facts = dict(advice.facts)
        key = advice.code
        if key == "minutes_missing":
            key = f"minutes_missing.{self._manner_of(facts)}"
            facts["start"] = self.say("advice.minutes_so_far" if facts["counted"] else "advice.minutes_none", **facts)
            facts["walks_spelled"] = capital(self.spelled(int(str(facts["walks"]))))
        elif key in ("resistance_days", "balance_days"):
            facts["so_far"] = self.say("days.so_far", done=facts["days"], target=facts["target"])
        if "on" in facts:
            facts["on"] = self._on(facts["on"], facts.get("today"))
        if "site" in facts and key.endswith("_force"):
            facts["bone"] = self.say("broken.bone", site=facts["site"]) if facts["site"] else ""
        if isinstance(nutrient := facts.get("nutrient"), Nutrient):
            facts.update(self._limit_facts(nutrient, facts))
        facts.update(self._bone_facts(facts, "its"))
        said = capital(self.say(f"advice.{key}", **facts))
        return f"{said} {self.say('advice.unconfirmed')}" if advice.status == "unconfirmed" else said

    def question(self, advice: Advice) -> str:
        """The question that a suggestion becomes, in her own voice; she may say it otherwise."""
        return capital(self.say(f"question.{advice.code}", **{**advice.facts, **self._bone_facts(advice.facts, "my")}))

    def _bone_facts(self, facts: Mapping[str, object], whose: str) -> dict[str, object]:
        """Scores and shares with one decimal, as reports print them, days by their short date, losses in a row.

        `whose` is "my" in her own voice, else "its".
        """
        shown: dict[str, object] = {}
        if isinstance(losses := facts.get("losses"), tuple):
            shown["losses"] = self.listed(
                [
                    self.say(
                        f"loss.{whose}",
                        site=loss.site,
                        percent=self.fixed(loss.percent, 1),
                        since=self.short_date(loss.since),
                    )
                    for loss in losses
                ]
            )
        for name in ("score", "percent", "cm"):
            if isinstance(figure := facts.get(name), int | float):
                shown[name] = self.fixed(figure, 1)
        for name in ("since", "last", "due", "day"):
            if isinstance(day := facts.get(name), date):
                shown[name] = self.short_date(day)
        return shown

    def _manner_of(self, facts: dict[str, object]) -> str:
        if facts["reaches"]:
            return "reaches"
        return "nearer_and_more" if facts["more_than_last_week"] else "nearer"

    def _on(self, day: object, today: object) -> str:
        assert isinstance(day, date)
        known = today if isinstance(today, date) else None
        near = known is not None and 0 <= (day - known).days <= 1
        return capital(self.date(day, known) if near else self.weekday(day))

    def _limit_facts(self, nutrient: Nutrient, facts: dict[str, object]) -> dict[str, object]:
        shown: dict[str, object] = {"nutrient": self.nutrient(nutrient)}
        for name in ("amount", "limit"):
            figure = facts.get(name)
            if isinstance(figure, (int, float)):
                shown[name] = self.amount(nutrient, round(figure * nutrient.ng_per_unit))
        part = "supplement" if facts.get("applies_to") == "supplement" else "all"
        shown["part"] = self.say(f"advice.part_{part}", nutrient=shown["nutrient"])
        return shown
