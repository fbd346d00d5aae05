"""Supplements that hold nothing that is counted here: kept in the diary, with zero of everything."""

from __future__ import annotations

from bonecoach.core.entries import Intake, Source
from bonecoach.core.nutrients import only
from bonecoach.phrase.amounts import amounts_in
from bonecoach.phrase.context import Context
from bonecoach.phrase.lexicon import DOSE_UNITS, FORMS
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.units import Measure

_NAMES = {
    "Vitamin A": "vitamin a; vit a; retinol; beta carotene",
    "Vitamin B complex": "vitamin b; vit b; b complex; vitamin b complex; b vitamins",
    "Vitamin B6": "vitamin b6; b6; vit b6",
    "Vitamin B12": "vitamin b12; b12; vit b12; cobalamin",
    "Vitamin C": "vitamin c; vit c; ascorbic acid",
    "Vitamin E": "vitamin e; vit e",
    "Biotin": "biotin",
    "Folic acid": "folic acid; folate",
    "Iron": "iron; ferrous; ferrous sulfate; ferrous sulphate; ferrous fumarate; iron tablet; iron tablets",
    "Iodine": "iodine",
    "Selenium": "selenium",
    "Potassium": "potassium",
    "Omega-3": "omega 3; omega-3; omega three; fish oil; fish oil capsule; krill oil; algae oil",
    "Evening primrose oil": "evening primrose oil; evening primrose; primrose oil",
    "Glucosamine": "glucosamine; glucosamine sulfate; glucosamine sulphate; chondroitin; glucosamine and chondroitin",
    "Turmeric": "turmeric; turmeric capsule; turmeric capsules; curcumin",
    "Probiotic": "probiotic; probiotics",
    "Coenzyme Q10": "coenzyme q10; q10; coq10; co-q10; ubiquinol",
    "Melatonin": "melatonin",
    "Creatine": "creatine; creatine monohydrate",
    "Psyllium": "psyllium; psyllium husk",
    # Prescribed forms of vitamin D: their micrograms are no vitamin D amounts.
    "Calcifediol": "calcifediol; calcidiol",
    "Calcitriol": "calcitriol; rocaltrol",
    "Alfacalcidol": "alfacalcidol; one-alpha; one alpha",
}
_BY_NAME = {each.strip(): name for name, names in _NAMES.items() for each in names.split(";")}


def uncounted_named(words: str) -> str | None:
    """The supplement that is called so, by the name an entry shows; None when none is."""
    return _BY_NAME.get(words)


def read_uncounted(said: Said, called: str, name: tuple[int, ...], ctx: Context) -> Outcome:
    """The part as such a supplement: its amount is kept in her own words."""
    said.take(name, "name")
    beside = [i for i in said.free() if i in (name[0] - 1, name[-1] + 1) and said.tokens[i].key.endswith(FORMS)]
    said.take([i for i in beside if not ctx.tables.names.called(said.tokens[i].key)], "name")  # "iron bisglycinate"
    quantity: list[str] = []
    for amount in amounts_in(said):
        if amount.unit is not None and amount.unit.measure not in (Measure.MASS, Measure.IU, Measure.VOLUME):
            continue
        if amount.value <= 0:
            return Outcome(said, trouble=Trouble("impossible_amount", amount.first, amount.last, {"amount": 0.0}))
        said.take(amount.tokens, "amount")
        if not amount.article:
            quantity.append(said.words(amount.tokens))
    words = [index for index in said.free() if said.tokens[index].key in DOSE_UNITS]
    said.take(words, "amount")
    quantity.extend(said.tokens[index].text for index in words)
    intake = Intake(
        moment=ctx.moment,
        name=called,
        note=ctx.meal,
        source=Source.SUPPLEMENT,
        amounts=only(),
        quantity=" ".join(quantity),
    )
    return Outcome(said, (intake,), (Note("not_counted", {"supplement": called}),))
