"""A dose as people write it, in a form of the window or behind an option of the command line: "2.5 mg", "1 tablet"."""

from __future__ import annotations

import re

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.figures import figure_of

LARGEST = 1_000_000
"""A larger amount of any unit is a slip of the keyboard; a choice of ours."""

_UNITS = frozenset(
    """
    mg mgs milligram milligrams milligramme milligrammes milligramm
    ug mcg μg mkg microgram micrograms microgramme microgrammes mikrogramm
    g gr gram grams gramme grammes gramm ng
    iu ie ui me unit units mmol meq
    ml mls millilitre millilitres milliliter milliliters cc drop drops tropfen spoon spoons teaspoon teaspoons tsp
    tablet tablets tab tabs tablette tabletten tbl pill pills capsule capsules cap caps kapsel kapseln
    sachet sachets lozenge lozenges chew chews softgel softgels gummy gummies scoop scoops
    dose doses puff puffs spray sprays patch patches pflaster suppository suppositories
    injection injections shot shots infusion infusions syringe syringes pen pens ampoule ampoules vial vials spritze
    """.split()
)
"""What doses are counted in, as people and their tables spell it."""

_FIGURE_AND_UNIT = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*([^\W\d][^\d]*)\s*")


def dose_of(text: str) -> tuple[float, str]:
    """An amount and its unit as it was written; a comma may stand for the point. Raises InvalidEntry("not_a_dose")."""
    match = _FIGURE_AND_UNIT.fullmatch(text)
    amount = None if match is None else figure_of(match[1])
    if match is None or amount is None or not 0 < amount <= LARGEST:
        raise InvalidEntry("not_a_dose", text=text)
    return amount, match[2].strip().replace("\u00b5", "\u03bc")  # the type has the letter, not the sign


def is_unit(text: str) -> bool:
    """Whether doses are counted in what is called so; "MG." is "mg"."""
    return text.strip().rstrip(".").casefold().replace("\u00b5", "\u03bc") in _UNITS
