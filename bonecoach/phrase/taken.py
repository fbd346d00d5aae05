"""Supplements: compounds, bare vitamins and minerals, and products by the unit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bonecoach.core.entries import Intake, Source
from bonecoach.core.nutrients import Amounts, Nutrient
from bonecoach.core.supplements import Compound, Product
from bonecoach.core.units import NG_PER_IU_VITAMIN_D
from bonecoach.phrase.amounts import Amount, amounts_in
from bonecoach.phrase.context import Context, usual_text
from bonecoach.phrase.doubts import MOST_PORTIONS, is_far_above, nutrient_doubt
from bonecoach.phrase.every import Every, take_every
from bonecoach.phrase.how_often import plan_trouble
from bonecoach.phrase.label import in_nanograms
from bonecoach.phrase.labels_known import take_makers
from bonecoach.phrase.lexicon import DOSE_UNITS, FORMS
from bonecoach.phrase.outcome import Outcome, Trouble, titled
from bonecoach.phrase.reading import Doubt, Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure, written

LAST_MICROGRAMS, FIRST_IU = 100, 200
"""Bare vitamin D up to the one is micrograms, from the other on international units; between them it is asked."""

_EATEN = (Nutrient.PROTEIN, Nutrient.FIBRE, Nutrient.SODIUM)
"""A bare amount of these is a figure from a label, counted with food."""

_COUNTED = 4
"""A bare number up to here beside calcium or magnesium counts tablets: no one takes 2 mg of them. So it does behind a
word for a unit ("zinc tablets 2")."""

_MOST_TABLETS = 4
"""So many tablets of a compound may be said by their weight together: "calcium carbonate 2500"."""

_ELEMENT = ("elemental", "element", "elementary", "pure")
_COMPOUND = ("compound", "salt", "tablet-weight")


@dataclass(slots=True)
class _Dose:
    """How much was said: how many units, and the figure of one."""

    count: Fraction = Fraction(1)
    amount: Amount | None = None
    units_word: str = ""


def read_nutrient(said: Said, nutrient: Nutrient, called: str, name: tuple[int, ...], ctx: Context) -> Outcome:
    """A bare vitamin or mineral: a supplement; protein and fibre are label figures, counted with food."""
    said.take(name, "name")
    every = take_every(said)
    dose = _take_dose(said, name, nutrient)
    if dose.amount is None:
        return _amount_missing(said, called, name, ctx)
    amount = dose.amount
    if nutrient is Nutrient.VITAMIN_D and amount.unit is None and LAST_MICROGRAMS < amount.value < FIRST_IU:
        fix = said.followed(amount.last, "IU")
        return _trouble(said, "ambiguous_vitamin_d", amount, {"amount": float(amount.value)}, fix)
    one, unit = _one(nutrient, amount)
    if one is None:
        return _trouble(said, "unit_not_for", amount, {"unit": unit, "nutrient": nutrient})
    return _intake(said, nutrient, called, one, f"{written(amount.value)} {unit}", dose, every, ctx)


def _one(nutrient: Nutrient, amount: Amount) -> tuple[int | None, str]:
    """Nanograms in one unit, and the name of the unit it was read in."""
    if amount.unit is not None:
        return in_nanograms(nutrient, amount), amount.unit.name
    if nutrient is Nutrient.VITAMIN_D and amount.value >= FIRST_IU:
        return round(amount.value * NG_PER_IU_VITAMIN_D), "IU"
    return in_nanograms(nutrient, amount), nutrient.unit.replace("ug", "µg")


def read_compound(said: Said, compound: Compound, name: tuple[int, ...], ctx: Context) -> Outcome:
    """A compound: the amount is the element unless it is a usual tablet weight, or the words say otherwise."""
    said.take(name, "name")
    every = take_every(said)
    means = _meaning(said, compound)
    dose = _take_dose(said, name, compound.nutrient)
    if dose.amount is None:
        return _amount_missing(said, compound.names[0], name, ctx)
    amount = dose.amount
    if amount.unit is not None and amount.unit.measure is not Measure.MASS:
        return _trouble(said, "unit_not_for", amount, {"unit": amount.unit.name, "nutrient": compound.nutrient})
    given = in_nanograms(compound.nutrient, amount) or 0
    percent = Fraction(str(compound.elemental_percent))
    by_weight = means == "compound" or (means is None and given in _weights(compound))
    one = round(given * percent / 100) if by_weight else given
    unit = compound.nutrient.unit if amount.unit is None else amount.unit.name
    outcome = _intake(
        said,
        compound.nutrient,
        compound.names[0],
        one,
        f"{written(Fraction(one, compound.nutrient.ng_per_unit))} {compound.nutrient.unit}"
        if by_weight
        else f"{written(amount.value)} {unit}",
        dose,
        every,
        ctx,
    )
    if outcome.trouble is None:
        facts = {
            "compound": compound.names[0],
            "nutrient": compound.nutrient,
            "given": float(amount.value),
            "unit": unit,
            "element": one / compound.nutrient.ng_per_unit,
            "other": float(given * (1 if by_weight else percent / 100) / compound.nutrient.ng_per_unit),
            "percent": compound.elemental_percent,
            "source": compound.source,
        }
        outcome.notes = (*outcome.notes, Note("took_compound_weight" if by_weight else "took_element", facts))
        if means is None:
            word = "elemental" if by_weight else "compound"
            behind = word if amount.unit is not None else f"{unit} {word}"
            outcome.other = said.followed(amount.last, behind)
            if not by_weight:
                outcome.doubt = _as_compound(outcome, compound, given, facts, ctx) or outcome.doubt
    return outcome


def _as_compound(
    outcome: Outcome, compound: Compound, given: int, facts: dict[str, object], ctx: Context
) -> Doubt | None:
    """A doubt where so much of the element is far too much, or weighs what several tablets weigh, and of the compound
    it is not: "zinc sulphate 220", "calcium carbonate 2500".
    """
    intake = outcome.entries[0]
    assert isinstance(intake, Intake)
    nutrient = compound.nutrient
    share = Fraction(str(compound.elemental_percent)) / 100
    whole = intake.amounts.get(nutrient) or 0
    times = range(2, _MOST_TABLETS + 1)
    of_tablets = nutrient not in _EATEN and any(given == n * weight for weight in _weights(compound) for n in times)
    far = outcome.doubt is not None and outcome.doubt.code == "far_above_target"
    if not (far or of_tablets) or is_far_above(nutrient, round(whole * share), 1, ctx):
        return None
    amounts = {**facts, "all": given, "held": round(given * share)}
    return Doubt("compound_or_element", amounts, outcome.other)


def _weights(compound: Compound) -> frozenset[int]:
    return frozenset(round(Fraction(str(weight)) * 1_000_000) for weight in compound.tablet_weights_mg)


def _meaning(said: Said, compound: Compound) -> str | None:
    """ "elemental", "of the compound", "as carbonate": which of the two the words say."""
    for index in said.free():
        key = said.tokens[index].key
        if key in _ELEMENT:
            said.take([index], "amount")
            return "element"
        if key in _COMPOUND:
            said.take([index], "amount")
            return "compound"
    kind = compound.names[0].split()[-1]
    for index in said.free():
        if said.tokens[index].key == kind and index and said.tokens[index - 1].key in ("as", "of"):
            said.take([index - 1, index], "amount")
            return "compound"
    return None


def form_trouble(outcome: Outcome, ctx: Context) -> Trouble | None:
    """Why a bare mineral with a word that names its form cannot be taken: "zinc orotate 50" is not 50 mg of zinc."""
    said, unread = outcome.said, outcome.unread
    names = said.taken("name")
    if len(unread) != 1 or len(outcome.entries) != 1 or unread[0] not in (names[0] - 1, names[-1] + 1):
        return None
    (entry,), word = outcome.entries, said.tokens[unread[0]].key
    if not word.endswith(FORMS) or ctx.tables.names.called(word) or not isinstance(entry, Intake):
        return None
    nutrient = next((nutrient for nutrient, ng in entry.amounts if ng), None)
    if nutrient is None or entry.source is not Source.SUPPLEMENT or entry.thing is not None:
        return None
    first, last = min(names[0], unread[0]), max(names[-1], unread[0])
    facts = {"nutrient": nutrient, "words": said.words([first, last])}
    return Trouble("form_not_known", first, last, facts)


def read_product(said: Said, product: Product, name: tuple[int, ...], ctx: Context) -> Outcome:
    """A product by the unit: "2 caltrate", "1 tablet Adcal"; without a number, as many as she usually takes."""
    said.take(name, "name")
    every = take_every(said)
    counts = [amount for amount in amounts_in(said) if amount.unit is None or amount.unit.name == product.unit]
    count = Fraction(1)
    for amount in counts:
        count *= amount.value
        said.take(amount.tokens, "amount")
    if not counts:
        count = Fraction(str(product.usual_units))
    words = [index for index in said.free() if said.tokens[index].key in DOSE_UNITS]
    said.take(words, "amount")
    if not 0 < count <= 1_000:
        return Outcome(
            said, trouble=Trouble("impossible_amount", counts[0].first, counts[0].last, {"amount": float(count)})
        )
    if every is not None and every.days == 1 and count > 1 and counts:
        return Outcome(said, trouble=plan_trouble(said, every.first, every.last))
    unit = said.tokens[words[0]].text if words else product.unit
    intake = Intake(
        moment=ctx.moment,
        name=titled(product.name),
        note="; ".join(filter(None, (ctx.meal, take_makers(said)))),
        source=Source.SUPPLEMENT,
        amounts=product.per_unit.times(count),
        quantity=f"{written(count)} {unit}",
        thing=product.id,
    )
    notes = (
        () if counts else (Note("usual_units", {"product": product.name, "count": float(count), "unit": product.unit}),)
    )
    doubt = None
    if count > MOST_PORTIONS:
        doubt = Doubt("very_many_units", {"product": product.name, "count": float(count)}, None)
    return Outcome(said, (intake,), notes, doubt=doubt)


def _take_dose(said: Said, name: tuple[int, ...], nutrient: Nutrient) -> _Dose:
    """The count and the figure of one unit, their words used."""
    dose = _Dose()
    figures: list[Amount] = []
    for amount in amounts_in(said):
        behind = amount.last + 1
        counts_units = amount.unit is None and behind < len(said.tokens) and said.tokens[behind].key in DOSE_UNITS
        if amount.times or counts_units or amount.article or _counts_units_before(said, amount):
            dose.count *= amount.value
            said.take(amount.tokens, "amount")
        elif amount.unit is None or amount.unit.measure in (Measure.MASS, Measure.IU):
            figures.append(amount)
    small = nutrient in (Nutrient.CALCIUM, Nutrient.MAGNESIUM)
    for amount in [a for a in figures if a.unit is None]:
        if (small and 0 < amount.value <= _COUNTED) or (len(figures) > 1 and amount.last < name[0]):
            dose.count *= amount.value
            said.take(amount.tokens, "amount")
            figures.remove(amount)
            break
    if figures:
        dose.amount = next((amount for amount in figures if amount.unit is not None), figures[0])
        said.take(dose.amount.tokens, "amount")
        same = in_nanograms(nutrient, dose.amount)
        for other in figures:  # "25 µg (1000 IU)" says the same twice
            if other is not dose.amount and other.unit is not None and in_nanograms(nutrient, other) == same:
                said.take(other.tokens, "amount")
    words = [index for index in said.free() if said.tokens[index].key in DOSE_UNITS]
    dose.units_word = said.tokens[words[0]].text if words else ""
    said.take(words, "amount")
    return dose


def _counts_units_before(said: Said, amount: Amount) -> bool:
    """ "tablets 2", "drops 4": a small number behind a word for a unit."""
    before = said.tokens[amount.first - 1].key if amount.first else ""
    return amount.unit is None and before in DOSE_UNITS and 0 < amount.value <= _COUNTED


def _intake(
    said: Said, nutrient: Nutrient, called: str, one: int, figure: str, dose: _Dose, every: Every | None, ctx: Context
) -> Outcome:
    assert dose.amount is not None
    whole = round(one * dose.count)
    if whole <= 0 or dose.count > 1_000 or whole > 10**16:
        return _trouble(said, "impossible_amount", dose.amount, {"amount": float(dose.amount.value * dose.count)})
    eaten = nutrient in _EATEN
    days = 1 if every is None else every.days
    if every is not None and days == 1 and dose.count > 1:  # "2 tablets daily": at once, or one and one?
        return Outcome(said, trouble=plan_trouble(said, every.first, every.last))
    if days > 1 and nutrient is not Nutrient.VITAMIN_D:
        return _trouble(said, "spread_not_for", dose.amount, {"nutrient": nutrient, "days": days})
    amounts = Amounts({nutrient: whole}) if eaten else Amounts(dict.fromkeys(Nutrient, 0) | {nutrient: whole})
    intake = Intake(
        moment=ctx.moment,
        name=titled(called),
        note="; ".join(filter(None, (ctx.meal, take_makers(said)))),
        source=Source.MANUAL if eaten else Source.SUPPLEMENT,
        amounts=amounts,
        quantity=figure if dose.count == 1 else f"{written(dose.count)} × {figure}",
        spread_days=days,
    )
    return Outcome(said, (intake,), doubt=nutrient_doubt(said, nutrient, whole, dose.amount, days, ctx))


def _trouble(said: Said, code: str, amount: Amount, facts: dict[str, object], fix: str | None = None) -> Outcome:
    return Outcome(said, trouble=Trouble(code, amount.first, amount.last, facts, fix))


def _amount_missing(said: Said, called: str, name: tuple[int, ...], ctx: Context) -> Outcome:
    """Named without a figure: what she logs most of it is offered."""
    fix = usual_text(" ".join(said.tokens[index].key for index in name), ctx)
    return Outcome(said, trouble=Trouble("amount_missing", name[0], name[-1], {"food": called}, fix))
