"""Height and weight, and what changed of them, in words."""

from __future__ import annotations

from bonecoach.core.body_measures import HEIGHT_LOSS_CM, Height, Measure, Weight
from bonecoach.words.person import PersonWords
from bonecoach.words.speech import capital


class BodyWords:
    """Heights and weights in words, in her own units. A class beside `Words`, read in where it is asked for."""

    def __init__(self, words: PersonWords) -> None:
        self._words = words

    def title(self, measure: Measure) -> str:
        """ "Height, 3 Mar 2026"."""
        name = capital(self._words.fact(measure.key))
        return self._words.say("body.title", name=name, day=self._words.short_date(measure.day))

    def figure(self, measure: Measure) -> str:
        """ "161 cm", "68 kg", "150 lb"."""
        return self._words.fact_value(measure.key, measure.value)

    def height(self, height: Height) -> str:
        """ "Height 161 cm on 3 Mar 2026: 3 cm less than 164 cm on 5 May 2020, the tallest here."."""
        said = self._now("body.height", height.last)
        if height.loss_cm > 0:
            day = self._words.short_date(height.tallest.day)
            facts = {"cm": height.loss_cm, "height": self.figure(height.tallest), "day": day}
            return self._words.say("body.lost", said=said, **facts)
        return self._words.say("body.not_lost", said=said)

    def mention(self) -> str:
        """That a loss of height is worth mentioning from some centimetres on, and that the figure is not certain."""
        return self._words.say("body.mention", cm=HEIGHT_LOSS_CM)

    def weight(self, weight: Weight) -> str:
        """ "Weight 68 kg on 3 Mar 2026: 1.5 kg less than on 2 Sep 2025."."""
        said = self._now("body.weight", weight.last)
        if weight.before is None or weight.change_kg is None:
            return self._words.say("body.first", said=said)
        since = self._words.short_date(weight.before.day)
        if self.figure(weight.last) == self.figure(weight.before):
            return self._words.say("body.same", said=said, since=since)
        way = "more" if weight.change_kg > 0 else "less"
        return self._words.say(f"body.{way}", said=said, change=self._words.weight(abs(weight.change_kg)), since=since)

    def _now(self, key: str, measure: Measure) -> str:
        return self._words.say(key, figure=self.figure(measure), day=self._words.short_date(measure.day))
