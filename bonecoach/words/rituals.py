"""What a tablet asks for before and after it is taken, in words."""

from __future__ import annotations

from datetime import datetime

from bonecoach.core.days import moment_at
from bonecoach.core.medicines import MedicineRules
from bonecoach.core.rituals import Ritual, Stage
from bonecoach.words.speech import Speech


class RitualWords:
    """Rituals in words, with the times of her zone. A class beside `Words`: who takes no such tablet never reads it."""

    def __init__(self, words: Speech, zone: str) -> None:
        self._words = words
        self._zone = zone

    def before(self, rules: MedicineRules) -> str:
        """What to know before it is swallowed."""
        return self._words.say(f"ritual.before.{rules.how}")

    def title(self, ritual: Ritual) -> str:
        """ "Alendronate 70 mg, taken at 07:05"."""
        return self._words.say("ritual.title", label=ritual.dose.label, time=self._time(ritual.began))

    def says(self, ritual: Ritual, rules: MedicineRules, now: datetime) -> str:
        """What to do now, and until when."""
        stage = "upright" if ritual.stage(now) is Stage.UPRIGHT else "breakfast"
        facts = {"time": self._time(ritual.free_at), "calcium": self._time(ritual.calcium_at)}
        return self._words.say(f"ritual.{stage}{_way(ritual)}", minutes=rules.upright_minutes, **facts)

    def brief(self, ritual: Ritual) -> str:
        """ "upright until 07:35, calcium from 11:05"."""
        times = {"time": self._time(ritual.free_at), "calcium": self._time(ritual.calcium_at)}
        return self._words.say("ritual.brief", **times)

    def notice(self, ritual: Ritual, *, named: bool) -> tuple[str, str]:
        """Title and body of the notification when it is over; unnamed it says no word of health."""
        if not named:
            return self._words.say("ritual.notice.unnamed", time=self._time(ritual.began)), ""
        title = self._words.say(f"ritual.notice.title{_way(ritual)}", label=ritual.dose.label)
        return title, self._words.say("ritual.notice.body", calcium=self._time(ritual.calcium_at))

    def _time(self, at: datetime) -> str:
        return self._words.time(moment_at(at, self._zone).wall)


def _way(ritual: Ritual) -> str:
    if not ritual.fasting:
        return "_eaten"
    return "_late" if ritual.late else ""
