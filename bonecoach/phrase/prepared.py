"""How a food was cut, kept or made: words that change nothing that is counted, and words that change little."""

from __future__ import annotations

from itertools import pairwise

from bonecoach.core.foods import Food
from bonecoach.phrase.reading import Note
from bonecoach.phrase.said import Said
from bonecoach.phrase.tokens import Kind, Token
from bonecoach.phrase.wordlist import words

CUT = words(
    """
    grated sliced chopped diced cubed shredded crumbled crushed mashed minced peeled cored halved quartered pitted
    stoned shelled flaked mixed melted fresh freshly squeezed organic free-range homemade home-made leftover left-over
    ripe warm warmed hot cold chilled iced reheated plain natural tasty tender juicy crusty crispy crunchy
    finely roughly thickly thinly lightly local british scottish irish english american shop-bought bought supermarket
    skinless boneless trimmed drained rinsed unpeeled washed soaked sprinkled strained
    live blanched toasted
    """
)
"""Beside a food these say how it was cut, kept or served. A food whose name holds one of them is found by that name."""

COOKED = words("cooked boiled steamed grilled griddled barbecued baked roasted poached microwaved oven-baked")
"""Beside a staple, which is as it is mostly eaten, these are looked at before the whole table is."""

MADE = COOKED | words(
    """
    fried pan-fried stir-fried roast braised stewed sauteed smoked cured salted unsalted seasoned marinated dried
    frozen thawed tinned canned bottled mature extra-mature mild medium strong vintage aged young vegetarian
    vegan kosher halal barista lactose-free gluten-free sugar-free low-salt low-sodium unsweetened sweetened
    low-fat lowfat reduced-fat half-fat fat-free nonfat non-fat full-fat light lite lighter skimmed semi-skimmed
    wholemeal wholegrain whole-grain wholewheat seeded
    arla yeo valley fage chobani activia muller müller danone onken rachels lurpak flora kerrygold
    philadelphia babybel cathedral pilgrims tesco sainsburys sainsbury's asda waitrose aldi lidl morrisons ocado
    marks spencer m&s trader joe's kirkland costco
    """
)
"""These change little, or not what is counted here: the ordinary food is taken, and that is said."""

_FIRST_HALVES = frozenset(
    {"low", "reduced", "half", "fat", "full", "lactose", "gluten", "sugar", "extra", "free", "no"}
)
_SECOND_HALVES = frozenset({"fat", "free", "salt", "sodium", "sugar", "lactose", "gluten", "mature", "range", "added"})


def take_cut(said: Said) -> None:
    """Uses the words that change nothing."""
    said.take([index for index in said.free() if _is_word(said.tokens[index], CUT)], "manner")


def take_made(said: Said, food: Food, *, cooked: bool) -> tuple[Note, ...]:
    """Uses the words that change little, or only those of cooking, and says that the ordinary food was taken."""
    made = _made(said, cooked=cooked)
    if not made:
        return ()
    said.take(made, "manner")
    spoken = " ".join(said.tokens[index].text for index in made)
    return (Note("as_ordinary", {"words": spoken, "food": food.name}),)


def is_made(said: Said, *, cooked: bool) -> bool:
    """Whether there are such words at all."""
    return bool(_made(said, cooked=cooked))


def _made(said: Said, *, cooked: bool) -> list[int]:
    made = {index for index in said.free() if _is_word(said.tokens[index], COOKED if cooked else MADE)}
    for first, second in pairwise(said.free()):
        halves = said.tokens[first].key in _FIRST_HALVES and said.tokens[second].key in _SECOND_HALVES
        if halves and second == first + 1 and not cooked:
            made |= {first, second}
    return sorted(made)


def _is_word(token: Token, words: frozenset[str]) -> bool:
    return token.kind is Kind.WORD and token.key in words
