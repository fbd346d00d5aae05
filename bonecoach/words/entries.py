"""What was logged, in words: a label for lists and the detail that stands behind it."""

from __future__ import annotations

from bonecoach.core.activities import WEIGHT_BEARING, Load
from bonecoach.core.entries import Dose, Entry, Event, Exercise, Intake, Session, Source, Symptom
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Amounts, Nutrient
from bonecoach.words.speech import Speech, capital

_MICRO_SIGN, _MU = "\u00b5", "\u03bc"  # the shipped font draws only the second
_K2_FORMS = ("MK-4", "MK-7", "MK-9")
_WORTH_NAMING = {
    Nutrient.CALCIUM: 20.0,
    Nutrient.VITAMIN_D: 0.5,
    Nutrient.PROTEIN: 5.0,
    Nutrient.MAGNESIUM: 30.0,
    Nutrient.ZINC: 1.0,
}
"""What a food must bring of a nutrient, in its unit, for a line to name it; our own choice."""

_MUCH_K2_UG = 10.0
_FOR_BONE = (Nutrient.CALCIUM, Nutrient.VITAMIN_D)
_FOOD_FIGURES = 2


class EntryWords(Speech):
    """Labels and details of entries."""

    def label(self, entry: Entry) -> str:
        """An entry in a few words: "Calcium citrate 500 mg", "Brisk walk, 30 min", "Joint pain, hands, 4 of 10"."""
        if isinstance(entry, Session):
            done = [capital(entry.name)]
            if entry.minutes is not None:
                done.append(self.minutes(entry.minutes))
            elif entry.impacts is not None:
                done.append(self.say("entry.impacts", impacts=entry.impacts))
            elif entry.exercises:
                done.extend(self.sets(exercise) for exercise in entry.exercises[:1])
            return _printed(", ".join(part for part in done if part))
        if isinstance(entry, Symptom):
            felt = [capital(entry.name)]
            if entry.site:
                felt.append(entry.site)
            if entry.score is not None:
                felt.append(self.say("entry.score", score=entry.score))
            return _printed(", ".join(felt))
        if isinstance(entry, Dose) and entry.amount is not None:
            return _printed(f"{capital(entry.name)} {self.number(entry.amount)} {entry.unit or ''}".rstrip())
        return _printed(capital(entry.label))

    def detail(self, entry: Entry) -> str:
        """What stands behind the label: amounts, load and intensity, what became of a dose. May be empty."""
        if isinstance(entry, Intake):
            return self.amounts_of(entry)
        if isinstance(entry, Session):
            return ", ".join(part for part in (self.loads(entry), self.effort(entry), *self.work(entry)) if part)
        if isinstance(entry, Dose):
            return self.shown(entry.state)
        if isinstance(entry, Event) and entry.injury is not None:
            return self.say("entry.injured" if entry.injury else "entry.unhurt")
        return ""

    # -- intakes -----------------------------------------------------------------------------------------------

    def amounts_of(self, intake: Intake) -> str:
        """What an intake brought: everything named of a supplement; the figures that matter of a food."""
        amounts = intake.amounts
        if intake.source is Source.FOOD:
            chosen = _figures_of_food(amounts)
        else:
            chosen = [nutrient for nutrient, ng in amounts if ng]
        said = [self.in_intake(intake, nutrient) for nutrient in chosen]
        return ", ".join(said) or self.say("entry.amounts_unknown" if not amounts.ng else "entry.amounts_none")

    def in_intake(self, intake: Intake, nutrient: Nutrient) -> str:
        """One nutrient of an intake: "calcium 551 mg", "vitamin K2 (MK-7) 100 μg", "vitamin K2 about 23 μg"."""
        name, amount = self.nutrient(nutrient), self.amount(nutrient, intake.amounts.ng[nutrient], both=True)
        if nutrient is Nutrient.VITAMIN_K2:
            if intake.k2_estimate:
                return self.say("entry.estimate", nutrient=name, amount=amount)
            form = next((form for form in _K2_FORMS if form in intake.name.upper()), None)
            name = f"{name} ({form})" if form else name
        return f"{name} {amount}"

    # -- sessions ----------------------------------------------------------------------------------------------

    def loads(self, session: Session) -> str:
        """What a session loads: "weight-bearing, low impact", "balance and weight-bearing, low impact"."""
        if session.also_load is None:
            return self.shown(session.load)
        return self.say("entry.two_loads", first=session.load, second=session.also_load)

    def effort(self, session: Session) -> str:
        """Its intensity, where minutes hang on it: not for resistance and balance."""
        if session.load in WEIGHT_BEARING or session.load is Load.NOT_WEIGHT_BEARING:
            return self.shown(session.intensity)
        return ""

    def work(self, session: Session) -> list[str]:
        """Sets, repetitions, weights and impacts: ["3 × 10 × 20 kg"]; exercises are named when there are several."""
        named = len(session.exercises) > 1
        done = [self.sets(e, named=named) for e in session.exercises]
        if session.impacts is not None:
            done.append(self.say("entry.impacts", impacts=session.impacts))
        if session.ease is not None:
            done.append(self.say(f"entry.felt_{session.ease}"))
        return [part for part in done if part]

    def sets(self, exercise: Exercise, *, named: bool = False) -> str:
        """ "3 × 10 × 20 kg", "3 sets", with the exercise's name in front where asked for."""
        figures = [self.number(n) for n in (exercise.sets, exercise.reps) if n is not None]
        if exercise.sets is not None and exercise.reps is None:
            figures = [self.say("entry.sets", sets=exercise.sets)]
        if exercise.weight_kg is not None:
            figures.append(self.weight(exercise.weight_kg))
        said = " × ".join(figures)
        return f"{exercise.name} {said}".rstrip() if named or not said else said


def _figures_of_food(amounts: Amounts) -> list[Nutrient]:
    # Calcium and vitamin D are looked for first; where a food has little of them, what it is eaten for is said.
    known = {nutrient: ng / nutrient.ng_per_unit for nutrient, ng in amounts if ng}
    worth = {nutrient: known.get(nutrient, 0) / least for nutrient, least in _WORTH_NAMING.items()}
    for_bone = [nutrient for nutrient in _FOR_BONE if worth[nutrient] >= 1]
    others = [nutrient for nutrient in worth if worth[nutrient] >= 1 and nutrient not in for_bone]
    chosen = [*for_bone, *sorted(others, key=lambda nutrient: -worth[nutrient])][:_FOOD_FIGURES]
    if known.get(Nutrient.VITAMIN_K2, 0) >= _MUCH_K2_UG:
        chosen = [*(for_bone or chosen[:1]), Nutrient.VITAMIN_K2]
    if not chosen:
        chosen = [nutrient for nutrient in MAIN_NUTRIENTS if nutrient in known][:1]
    return [nutrient for nutrient in MAIN_NUTRIENTS if nutrient in chosen]


def _printed(text: str) -> str:
    return text.replace(_MICRO_SIGN, _MU)
