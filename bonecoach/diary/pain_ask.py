"""The weekly ask about joint pain: one number, worst of the week, and what else bothered her."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.asking import A_WEEK, pain_is_asked
from bonecoach.core.entries import Symptom
from bonecoach.diary.wishes import Wish
from bonecoach.phrase.reading import Part, Reading

if TYPE_CHECKING:
    from bonecoach.core.changes import Step
    from bonecoach.diary.diary import Diary
    from bonecoach.diary.ledger import Ledger

ASKED_SETTING = "pain_asked"
JOINT_PAIN = "joint_pain"
_AWAY = "away"


class PainAsk:
    """Whether it is asked today, and what she answers."""

    def __init__(self, ledger: Ledger, diary: Diary) -> None:
        self._store = ledger.store
        self._diary = diary

    def wanted(self) -> bool:
        """Whether it stands on Today now."""
        if not self._diary.reminders.wishes.holds(Wish.PAIN_ASK):
            return False
        today = self._diary.today()
        asked_on, put_away = self._asked()
        scored = [
            entry.moment.date
            for entry in self._diary.entries(today - A_WEEK, today, ["symptom"])
            if isinstance(entry, Symptom) and entry.symptom == JOINT_PAIN and entry.score is not None
        ]
        before = self._diary.entries(last=today - A_WEEK, limit=1)
        return pain_is_asked(
            today,
            in_use_since=before[0].moment.date if before else None,
            last_score=max(scored, default=None),
            asked_on=asked_on,
            put_away=put_away,
        )

    def shown(self) -> None:
        """Keeps that it was asked today."""
        today = self._diary.today()
        if self._asked()[0] != today:
            self._store.set_setting(ASKED_SETTING, today.isoformat())

    def put_away(self) -> None:
        """Not this week."""
        self._store.set_setting(ASKED_SETTING, f"{self._diary.today()} {_AWAY}")

    def score(self, score: int) -> Step:
        """Logs the worst joint pain of the week, 0 to 10, as the entry line would."""
        return self._diary.log_text(f"joint pain {score}", confirmed=True)

    def note(self, text: str) -> Reading:
        """Logs what else bothered her, and answers how it was read; what the entry line does not know is kept as it is.

        Raises InvalidEntry("no_name", "too_long").
        """
        reading = self._diary.read(text)
        if not reading.understood or not all(isinstance(entry, Symptom) for entry in reading.entries):
            said = text.strip()
            entry = Symptom(moment=self._diary.now(), name=said[:1].upper() + said[1:], symptom="other")
            reading = Reading(text, (Part(text, 0, len(text), (entry,)),))
        self._diary.log(reading.entries)
        return reading

    def _asked(self) -> tuple[date | None, bool]:
        said, _, away = (self._store.setting(ASKED_SETTING) or "").partition(" ")
        return (date.fromisoformat(said) if said else None), away == _AWAY
