"""Names of supplements and medicines that no table has: what they hold stands on their labels, and can be added."""

from __future__ import annotations

from collections.abc import Callable

from bonecoach.core.entries import Intake, Source
from bonecoach.phrase.context import Context
from bonecoach.phrase.lexicon import DOSE_UNITS, FILLERS
from bonecoach.phrase.numbers import number_at
from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind
from bonecoach.phrase.units import UNITS, Measure
from bonecoach.phrase.wordlist import words

SUPPLEMENTS = tuple(
    sorted(
        words(
            """
            accrete adcal aviticol bioglan cacit calcichew calcigran calceos calcia calcit caltrate calfovit citracal
            centrum colecal complan dekristol desunin ensure evacal fortisip fultium gaviscon ideos invita kalcipos
            menopace natecal orazinc oscal os-cal osteocaps osteocare pharmaton plenachol rennie rolaids sandocal
            slow-mag solvazinc stexerol strivit theical thorens tums viactiv vigantol vitabiotics wellwoman
            berocca
            """
        )
    )
)
"""Brands of supplements, tonics and antacids. Only their names: contents differ by country and strength."""

MEDICINES = words(
    """
    amitriptyline amlodipine apixaban aspirin atenolol atorvastatin bisoprolol candesartan cetirizine citalopram
    clopidogrel codeine cocodamol co-codamol diclofenac duloxetine esomeprazole everolimus fulvestrant gabapentin
    goserelin ibuprofen indapamide lansoprazole levothyroxine losartan metformin metoprolol naproxen nurofen omeprazole
    palbociclib pantoprazole paracetamol panadol pregabalin prednisolone prednisone propranolol ramipril ribociclib
    rivaroxaban sertraline simvastatin statin tamoxifen teriparatide thyroxine tramadol tylenol venlafaxine warfarin
    zoladex zopiclone advil abemaciclib acetaminophen
    """
)

MAKERS = words(
    """
    solgar boots superdrug healthspan lamberts viridian swisse blackmores thorne jarrow solaray nutricost equate
    kirkland walgreens cvs betteryou lloyds
    """
)
"""Beside a supplement that is named with its amount these say only who made it."""

_TAKEN = ("took", "taken", "swallowed", "taking")
_MISSED = ("missed", "forgot", "forgotten", "skipped", "omitted")
_BEFORE_A_NAME = ("my", "one", "usual")
_ANY = words(
    """
    tablets tablet pills pill meds medicine medicines medication medications vitamins supplements capsules everything
    injection injections jab infusion
    """
)
_WHICHEVER = words(
    """
    all both daily weekly monthly morning evening night bone bones cancer hormone heart other usual late early
    forgotten again
    """
)
"""Beside these no tablet is named: "all my tablets", "my bone tablet late"."""
_CLEARLY = DOSE_UNITS - words(
    "drop drops scoop scoops teaspoon teaspoons tsp tbsp tablespoon ml liquid dose doses powder supplement supplements"
)
_OFTEN = ("once", "twice", "thrice", "daily", "times")
_SMALL = ("µg", "mg", "IU")
_SHORTEST_BRAND = 4


def take_label(outcome: Outcome, ctx: Context, fix: Callable[[], str | None]) -> None:
    """Says of what is not known that it can be added, where it is a brand, a medicine, or was plainly swallowed.

    What is probably a slip of the finger is left to its fix.
    """
    if _take_unnamed(outcome, ctx):
        return
    said, unread = outcome.said, outcome.unread
    words = [i for i in unread if said.tokens[i].kind is Kind.WORD and said.tokens[i].key not in UNITS]
    words = [i for i in words if said.tokens[i].key not in _MISSED and not ctx.tables.names.called(said.tokens[i].key)]
    strange = [i for i in words if said.tokens[i].key not in DOSE_UNITS] or words
    if not strange:
        return
    known = next((i for i in strange if _is_brand(said, i) or said.tokens[i].key in MEDICINES), None)
    if known is not None:
        code = "medicine_not_planned" if said.tokens[known].key in MEDICINES else "on_its_label"
    elif _may_be_named(outcome) and (_is_swallowed(outcome, strange[0]) or said.tokens[strange[0]].key in _ANY):
        any_of_them = all(said.tokens[i].key in _ANY for i in strange)
        code = "which_taken" if any_of_them else "not_known_taken"
        if not any_of_them and fix() is not None:
            return
    else:
        return
    first = strange[0] if known is None else known
    first, last = _start_of_name(said, first), _end_of_name(said, first)
    said.take(unread, "unread")
    outcome.trouble = Trouble(code, first, last, {"words": said.words([first, last])})


def _take_unnamed(outcome: Outcome, ctx: Context) -> bool:
    """ "took all my tablets": which they were is asked; where she plans one medicine alone, that one is offered."""
    said, unread = outcome.said, outcome.unread
    telling = [i for i in unread if said.tokens[i].key not in (*_TAKEN, *_MISSED, *_BEFORE_A_NAME, *FILLERS)]
    vague = all(said.tokens[i].key in _ANY | _WHICHEVER or number_at(said.tokens, i) for i in telling)
    named = [i for i in telling if said.tokens[i].key in _ANY]
    if not named or not vague or outcome.entries or not _may_be_named(outcome):
        return False
    first = last = named[0]
    while first and said.tokens[first - 1].key in (*_WHICHEVER, *_BEFORE_A_NAME):
        first -= 1
    hers = [medicine.name.lower() for medicine in ctx.habits.medicines]
    fix = said.replaced(first, last, hers[0]) if len(hers) == 1 else None
    said.take(unread, "unread")
    outcome.trouble = Trouble("which_taken", first, last, {"words": said.words([first, last])}, fix)
    return True


def _may_be_named(outcome: Outcome) -> bool:
    """Whether nothing else is to be said of it; that an amount is missing may be because of the strange name."""
    return outcome.trouble is None or outcome.trouble.code == "amount_missing"


def take_makers(said: Said) -> str:
    """ "solgar vitamin d3 1000": who made it, as a note."""
    makers = [i for i in said.free() if said.tokens[i].key in MAKERS]
    said.take(makers, "note")
    return " ".join(said.tokens[i].text for i in makers)


def _is_brand(said: Said, index: int) -> bool:
    key = said.tokens[index].key
    behind = said.tokens[index + 1].key if index + 1 < len(said.tokens) else ""
    return (len(key) >= _SHORTEST_BRAND and key.startswith(SUPPLEMENTS)) or f"{key}-{behind}" in SUPPLEMENTS


def _is_swallowed(outcome: Outcome, strange: int) -> bool:
    """Whether a dose or "took" stands by a word, and nothing was read that is not swallowed."""
    if not all(isinstance(each, Intake) and each.source is Source.SUPPLEMENT for each in outcome.entries):
        return False
    tokens = outcome.said.tokens
    units = [UNITS.get(token.key) for token in tokens]
    if any(unit is not None and unit.measure is Measure.TIME for unit in units):
        return False
    before = strange - 1
    while before >= 0 and (tokens[before].key in _BEFORE_A_NAME or tokens[before].kind is Kind.NUMBER):
        before -= 1
    took = before >= 0 and tokens[before].key in _TAKEN
    dosed = any(unit is not None and unit.name in _SMALL for unit in units)
    return took or dosed or any(token.key in _CLEARLY for token in tokens)


def _end_of_name(said: Said, first: int) -> int:
    """The last token of a name that begins at `first`: words and figures up to an amount."""
    last = first
    while last + 1 < len(said.tokens) and said.tokens[last + 1].kind is Kind.WORD:
        key = said.tokens[last + 1].key
        if (
            key in DOSE_UNITS
            or key in UNITS
            or key in _OFTEN
            or key in ("one", "two")
            or said.roles[last + 1] in ("when", "manner", "filler")
        ):
            break
        last += 1
    return last


def _start_of_name(said: Said, first: int) -> int:
    while first and said.tokens[first - 1].kind is Kind.WORD and said.roles[first - 1] in (None, "name"):
        if said.tokens[first - 1].key in (*_TAKEN, *_BEFORE_A_NAME, *DOSE_UNITS, *UNITS, *FILLERS):
            break
        first -= 1
    return first
