"""Small words that say nothing to count by themselves, and those that say how something was done."""

from __future__ import annotations

from bonecoach.core.activities import Intensity
from bonecoach.phrase.wordlist import words

FILLERS = words(
    """
    a about add after again also am an and another any approx approximately are around as at ate be been being bit but
    by circa consumed dear delicious did do does doing done drank drink drinking drinks drunk each eat eaten eating em
    enter er extra feel feeling felt finished for from getting go goes going gone good got great had has have having
    he her his i i'd i'll i'm i've id im in is it it's its ive just log logged lovely me mine more my nice now of oh
    ok okay on once one-time only orally our out per please plus po portion quite really reckon record roughly session
    she so some swallowed take taken takes taking thank thanks that the their then there these they think this time to
    today together too took uh um up usual usually very waking was we well went were when which while with woke yes you
    """
)
"""Words that may stand around what was said. None of them says "not"."""

NOUNS = frozenset({"drink", "drinks"})
"""Of these some are part of a name: an "oat drink" is no oats."""

DISHES = words("sandwich salad soup pie cake curry sauce biscuit burger stew casserole wrap smoothie juice roll tart")
"""Behind the name of a food these make another one of it."""

VAGUE = frozenset({"some", "few", "several", "bit", "little", "lots", "lot", "usual"})
"""Amounts that name no number: the usual portion is taken, and said."""

DISTANCES = words("steps step lengths length laps lap widths holes floors flights stairs k")
"""What is counted of a session besides its minutes; it is kept as a note."""

PLACES = words(
    """
    home upstairs downstairs lounge kitchen bathroom bathrooms bedroom bedrooms hall hallway house flat room rooms yard
    drive patio carpet carpets prom promenade town shops church park beach seafront riverside towpath
    """
)
"""Where it was, without a small word in front: "walk home", "hoovered the lounge"."""

NOT = frozenset({"no", "not", "without", "w/o", "minus", "sans"})

INTENSITY_WORDS = {
    "light": Intensity.LIGHT,
    "lightly": Intensity.LIGHT,
    "gentle": Intensity.LIGHT,
    "gently": Intensity.LIGHT,
    "slow": Intensity.LIGHT,
    "slowly": Intensity.LIGHT,
    "leisurely": Intensity.LIGHT,
    "moderate": Intensity.MODERATE,
    "moderately": Intensity.MODERATE,
    "medium": Intensity.MODERATE,
    "steady": Intensity.MODERATE,
    "brisk": Intensity.MODERATE,
    "briskly": Intensity.MODERATE,
    "vigorous": Intensity.VIGOROUS,
    "vigorously": Intensity.VIGOROUS,
    "intense": Intensity.VIGOROUS,
    "intensive": Intensity.VIGOROUS,
    "strenuous": Intensity.VIGOROUS,
    "fast": Intensity.VIGOROUS,
}
EASE_WORDS = {
    "easy": "easy",
    "easily": "easy",
    "hard": "hard",
    "tough": "hard",
    "difficult": "hard",
    "exhausting": "hard",
    "tiring": "hard",
}

HOUSEHOLD = words(
    """
    bag bar bottle bowl box bunch can carton chunk clove container cube cup cupful dash dish dollop drop dsp
    dessertspoon ear fillet filet fl floz glass glassful half handful head jar jug knob large leaf loaf lump
    matchbox medium mug packet pack pat piece pint pinch plate plateful portion pot punnet quart rasher round sachet
    scoop serving slice small splash spoon spoonful spoonfull sprig stalk stick strip tablespoon tablespoonful tbs
    tbsp teaspoon teaspoonful tin triangle tsp tub tumbler wedge whole
    """
)
"""Household measures in the singular. Which of them a food has, its table knows."""

SIZES = frozenset(
    {"large", "big", "small", "medium", "little", "huge", "tiny", "thick", "thin", "full", "heaped", "level"}
)

DOSE_UNITS = words(
    """
    tablet tablets tab tabs capsule capsules cap caps pill pills softgel softgels gummy gummies drop drops scoop
    scoops sachet sachets spray sprays ampoule ampoules lozenge lozenges chew chews chewable chewables effervescent
    caplet caplets supplement supplements teaspoon teaspoons tsp tbsp tablespoon ml powder liquid dose doses
    tablette tabletten
    """
)
"""What supplements are counted in."""


FORMS = ("ate", "ide", "ine")
"""How the chemical form of a mineral ends: citrate, oxide, carnosine."""


def singular(word: str) -> str:
    """A household word without its plural: "glasses" is "glass", "leaves" is "leaf"."""
    for ending, one in (("ves", "f"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us")):
            return word[: -len(ending)] + one
    return word
