"""Settings: what is true of the person, each fact kept as soon as it is said."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonecoach.core.days import WEEKDAYS
from bonecoach.core.profile import INHIBITORS, Profile
from bonecoach.ui.person.fields import ChoiceField, Field, MonthField, TextField, WeightField
from bonecoach.ui.settings.rows import SettingCard, SettingRow
from bonecoach.words import Words

_YES_NO = (
    "postmenopausal",
    "warfarin",
    "kidney_disease",
    "kidney_stones",
    "fragility_fracture",
    "vertebral_fracture",
    "bone_metastases",
    "cleared_for_impact",
)


class FactsCard(SettingCard):
    """Fields of facts. `answered(said)`: texts by key of the fact."""

    answered = Signal(dict)

    def __init__(self, title: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.words = words
        self.fields: list[Field] = []
        self.facts: dict[str, SettingRow] = {}

    def ask(self, key: str, field: Field, why: str = "") -> None:
        """A row for a fact."""
        self.facts[key] = self.add(self.words.sentence(f"fact.{key}"), field, why)
        self.fields.append(field)
        field.answered.connect(self.answered)

    def show_profile(self, profile: Profile) -> None:
        """Shows what is true now, but leaves what was refused as she wrote it."""
        for row, field in zip(self.facts.values(), self.fields, strict=True):
            if row.complaint.isHidden():
                field.show_profile(profile)

    def forgive(self, keys: Iterable[str] | None = None) -> None:
        """What was said of some facts, or of all, holds no more."""
        for key in self.facts if keys is None else keys:
            if key in self.facts:
                self.facts[key].complain("")

    def choices(self, values: tuple[str, ...], *, unsaid: bool = True) -> tuple[tuple[str, str], ...]:
        """Values by their words, with "not said" in front where a fact may be left open."""
        named = tuple((self.words.sentence(f"choice.{value}"), value) for value in values)
        return ((self.tr("Not said"), ""), *named) if unsaid else named


class YouCard(FactsCard):
    """The person and her health, as far as targets and safety ask for it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", words, parent)
        self.heading.setText(self.tr("You"))
        months = [words.say(f"month.{n}") for n in range(1, 13)]
        self.ask("birth_date", TextField("birth_date", self.tr("1961")), self.tr("A year is enough, or 1961-05-20."))
        self.ask("sex", ChoiceField("sex", self.choices(("female", "male"))))
        self.ask("weight_kg", WeightField(), self.tr("For the protein target."))
        self.ask("height_cm", TextField("height_cm", "", "cm"))
        therapy = ChoiceField("aromatase_inhibitor", self.choices(INHIBITORS))
        self.ask("aromatase_inhibitor", therapy, self.tr("Until you say, one is assumed."))
        self.ask("therapy_start", MonthField("therapy_start", months))
        for key in _YES_NO:
            self.ask(key, self._yes_no(key))
        self.ask("falls_last_year", TextField("falls_last_year"))

    def _yes_no(self, key: str) -> ChoiceField:
        words = self.words
        return ChoiceField(
            key,
            (
                (self.tr("Not said"), ""),
                (words.sentence("word.yes"), "yes"),
                (words.sentence("word.no"), "no"),
            ),
        )


class UnitsCard(FactsCard):
    """How things are shown and counted."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", words, parent)
        self.heading.setText(self.tr("Units and counting"))
        self.ask("vitamin_d_unit", ChoiceField("vitamin_d_unit", self._units("ug", "iu")))
        self.ask("weight_unit", ChoiceField("weight_unit", self._units("kg", "lb")))
        days = tuple((words.say(f"weekday.{day}"), day) for day in WEEKDAYS)
        self.ask("week_starts", ChoiceField("week_starts", days))
        count = ChoiceField("count", self.choices(("weight_bearing", "all_aerobic"), unsaid=False))
        self.ask("count", count, self.tr("Both are always shown; this is the large number."))

    def _units(self, *units: str) -> tuple[tuple[str, str], ...]:
        # Never with a capital: a large \u03bc looks like the M of mg.
        return tuple((self.words.say(f"unit.{unit}"), unit) for unit in units)
