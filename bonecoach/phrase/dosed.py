"""Doses of medicines: taken, missed or skipped."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from bonecoach.core.entries import Dose, DoseState
from bonecoach.core.units import NG_PER
from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.doubts import dose_doubt
from bonecoach.phrase.durations import duration_at
from bonecoach.phrase.every import take_every
from bonecoach.phrase.felt_words import FELT
from bonecoach.phrase.lexicon import DOSE_UNITS
from bonecoach.phrase.manner import take_note
from bonecoach.phrase.outcome import Outcome, Trouble, titled
from bonecoach.phrase.reading import Doubt, Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tables import Medicine
from bonecoach.phrase.units import Measure, Unit, unit_named
from bonecoach.phrase.wordlist import words

_MISSED = words("missed miss forgot forgotten forget didn't didnt haven't havent not never no")
_NEVER_DID = words("never not haven't havent didn't didnt no")
_SKIPPED = words("skipped skip skipping omitted left")
_UNSAID = words("so then but will did should can could")
"""Beside a medicine these tell of more than one dose, of one still to come, or ask."""

_HOW = words("fasting fasted late early upright stat")
_GIVEN = words(
    """
    injection injections jab jabs shot shots infusion infusions drip given dose doses medicine med meds medication inj
    iv sc subcutaneous implant implanted
    """
)


def read_dose(said: Said, medicine: Medicine, name: tuple[int, ...], ctx: Context) -> Outcome:
    """The part as a dose of this medicine; without a figure, of its usual dose, which is said."""
    said.take([i for i in said.free() if [token.key for token in said.tokens[i : i + 2]] == ["did", "not"]], "filler")
    asked = next((i for i in said.free() if said.tokens[i].key in _UNSAID), None)
    if asked is not None or _asks(said):
        at = asked if asked is not None else len(said.tokens) - 1
        said.take(said.free(), "unread")
        return Outcome(said, trouble=Trouble("unclear_dose", at, at, {"medicine": medicine.name}))
    said.take(name, "name")
    state = _take_state(said)
    said.take([i for i in said.free() if said.tokens[i].key in _GIVEN], "manner")
    take_every(said)
    notes: list[Note] = []
    count, figure = _take_figures(said)
    unit = medicine.dose_unit
    amount = medicine.dose_amount
    if figure is not None:
        converted = _converted(figure, medicine)
        if converted is None:
            facts = {"unit": figure.unit.name if figure.unit else "", "medicine": medicine.name, "usual": unit}
            return Outcome(said, trouble=Trouble("unit_not_for_medicine", figure.first, figure.last, facts))
        amount, unit = converted
    elif amount is not None:
        amount *= float(1 if count is None else count.value)
        if state is DoseState.TAKEN:
            notes.append(Note("usual_dose_assumed", {"medicine": medicine.name, "amount": amount, "unit": unit}))
    if figure is not None and count is not None:
        amount = (amount or 0) * float(count.value)
    if amount is not None and not 0 < amount <= 1_000_000:
        span = figure or count
        assert span is not None
        return Outcome(said, trouble=Trouble("impossible_dose", span.first, span.last, {"amount": amount}))
    notes_said = "; ".join(filter(None, (_take_how(said), take_note(said))))
    reason = "" if state is DoseState.TAKEN else _take_reason(said)
    note = "; ".join(filter(None, (ctx.meal, notes_said, reason)))
    dose = Dose(
        moment=ctx.moment,
        name=titled(medicine.name),
        note=note,
        medicine=medicine.id,
        amount=amount,
        unit=unit,
        state=state,
    )
    return Outcome(said, (dose,), tuple(notes), doubt=_doubt(said, medicine, amount, figure or count, ctx))


def _doubt(said: Said, medicine: Medicine, amount: float | None, figure: Amount | None, ctx: Context) -> Doubt | None:
    usual = medicine.dose_amount
    if amount in ctx.tables.medicines.doses(medicine.id):
        return None
    if amount is None or usual is None or figure is None or medicine.dose_unit is None:
        return None
    return dose_doubt(said, medicine.name, amount, usual, medicine.dose_unit, figure)


def _asks(said: Said) -> bool:
    """Whether it is a question, or says of a miss that there was none: "took letrozole?", "never missed letrozole"."""
    keys = [said.tokens[i].key for i in range(len(said.tokens))]
    denied = any(key in _NEVER_DID and after in _MISSED | _SKIPPED for key, after in pairwise(keys))
    return denied or any(token.text == "?" for token in said.tokens)


def _take_state(said: Said) -> DoseState:
    state = DoseState.TAKEN
    for index in said.free():
        key = said.tokens[index].key
        if key in _SKIPPED:
            state = DoseState.SKIPPED
        elif key in _MISSED:
            state = DoseState.MISSED
        elif not (key == "out" and state is DoseState.SKIPPED):
            continue
        said.take([index], "manner")
    return state


def _take_how(said: Said) -> str:
    """ "fasting", "late", "over 15 min": how it was taken or given."""
    said_so = [index for index in said.free() if said.tokens[index].key in _HOW]
    for index in said.free():
        over = duration_at(said.tokens, index + 1) if said.tokens[index].key == "over" else None
        if over is not None:
            said_so.extend(range(index, over.end))
    said.take(said_so, "note")
    return " ".join(said.tokens[index].text for index in said_so)


def _take_reason(said: Said) -> str:
    """ "skipped alendronate nausea": what was felt is why; other words are not, so that a slip in a day is not lost."""
    felt = [index for index in said.free() if said.tokens[index].key in FELT]
    if not felt:
        return ""
    why = [index for index in said.free() if felt[0] <= index <= felt[-1]]
    if any(said.tokens[index].key not in FELT for index in why):
        return ""
    said.take(why, "note")
    return said.words(why)


def _take_figures(said: Said) -> tuple[Amount | None, Amount | None]:
    """How many were taken, and the figure of one with or without its unit."""
    count: Amount | None = None
    figure: Amount | None = None
    free = said.free()
    for amount in amounts_in(said):
        if amount.first - 1 in free and said.tokens[amount.first - 1].key in FELT:  # "jaw pain 6" is no dose of 6
            continue
        behind = amount.last + 1
        counted = amount.times or (behind < len(said.tokens) and said.tokens[behind].key in DOSE_UNITS)
        if amount.unit is None and counted and count is None and not amount.article:
            count = amount
        elif figure is None and not amount.article and (amount.unit is None or amount.unit.measure is Measure.MASS):
            figure = amount
        elif not amount.article:
            continue
        said.take(amount.tokens, "amount")
    said.take([i for i in said.free() if said.tokens[i].key in DOSE_UNITS], "amount")
    if figure is not None and figure.unit is None and count is None and _counts(figure, said):
        return figure, None
    return count, figure


def _counts(figure: Amount, said: Said) -> bool:
    """A small number before the name counts tablets ("2 letrozole", "half a letrozole"); behind it, it is the dose."""
    names = said.taken("name")
    whole_or_half = figure.value.denominator <= 2 and not figure.dotted
    return bool(names) and figure.last < names[0] and whole_or_half and figure.value <= 4


def _converted(figure: Amount, medicine: Medicine) -> tuple[float, str] | None:
    """The figure in the medicine's own unit; as it was said where the medicine has none."""
    own = None if medicine.dose_unit is None else unit_named(medicine.dose_unit.casefold().replace("µ", "μ"))
    if figure.unit is None:
        return (float(figure.value), medicine.dose_unit) if medicine.dose_unit is not None else None
    if own is None:
        return (float(figure.value), figure.unit.name) if medicine.dose_unit is None else None
    return float(Fraction(figure.value) * figure.unit.amount / _amount(own[0])), medicine.dose_unit or own[0].name


def _amount(unit: Unit) -> Fraction:
    return unit.amount if unit.measure is Measure.MASS else Fraction(NG_PER["mg"])
