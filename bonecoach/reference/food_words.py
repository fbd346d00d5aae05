"""Food names as people type them, brought to one spelling for comparing: case, accents, plurals."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST_NAME = 200
"""Characters of a typed name that are looked at: the longest name in the tables has fewer."""

_LEADING = frozenset({"the", "a", "an", "some", "my"})
_SHORT_OF_A_WORD = 4
_UNCHANGED_ENDINGS = ("ss", "us", "is")
_ODD_PLURALS = {"leaves": "leaf", "loaves": "loaf", "halves": "half"}
_E_AFTER = ("che", "she", "xe", "sse", "oe")


_AMERICAN = {
    "aubergine": "eggplant",
    "beetroot": "beet",
    "chilli": "chili",
    "chillies": "chili",
    "coriander": "cilantro",
    "courgette": "zucchini",
    "crayfish": "crawfish",
    "fibre": "fiber",
    "flavoured": "flavored",
    "prawn": "shrimp",
    "rapeseed": "canola",
    "rocket": "arugula",
    "satsuma": "tangerine",
    "skimmed": "skim",
    "soya": "soy",
    "sultana": "raisin",
    "swede": "rutabaga",
    "tinned": "canned",
    "treacle": "molasses",
    "yoghurt": "yogurt",
}
"""British words that the USDA's table spells or calls otherwise."""


def american(word: str) -> str:
    """A plain word as the USDA's table has it; most are the same."""
    return _AMERICAN.get(word) or _AMERICAN.get(singular(word), word)


_NOT_SAID = " NS as to "
_OF_ITS_OWN = {
    "fat": "with or without fat",
    "fat type": "any fat",
    "fat eaten": "fat eaten or not",
    "icing": "with or without icing",
}


def in_words(name: str) -> str:
    """A name of the USDA's table as a person would say it: its "NFS" (not further specified) is "any kind", and
    "NS as to form" (not specified as to) is "any form"."""
    before, marked, rest = name.partition(_NOT_SAID)
    if marked:
        what, comma, behind = rest.partition(",")
        either = what.count(" ") == 2 and " or " in what  # "brewed or instant"
        name = f"{before} {_OF_ITS_OWN.get(what) or (what if either else f'any {what}')}{comma}{behind}"
    head, marked, tail = name.partition(", NFS")
    return f"{head}, any kind{tail}" if marked and not tail[:1].isalpha() else name


def plain(text: str) -> str:
    """`text` in lower case without accents and punctuation, its words parted by one space.

    A percent sign becomes the word, since "2% milk" is a name. Only the first `LONGEST_NAME` characters count.
    """
    text = text[:LONGEST_NAME]
    if not text.isascii():
        from unicodedata import combining, normalize

        text = "".join(letter for letter in normalize("NFKD", text) if not combining(letter)).replace("\u2019", "'")
    text = text.casefold().replace("'", "").replace("%", " percent ").replace("&", " and ")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())


def singular(word: str) -> str:
    """One spelling for a plain word and its plural; not always English ("cookies" and "cookie" become "cooky")."""
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    if len(word) < _SHORT_OF_A_WORD:
        return word
    if word.endswith("s") and not word.endswith(_UNCHANGED_ENDINGS):
        word = word[:-1]
    if word.endswith("ie") and len(word) > _SHORT_OF_A_WORD:
        return word[:-2] + "y"
    if word.endswith(_E_AFTER):
        return word[:-1]
    return word


def key(text: str) -> str:
    """What two names share when they differ only in case, accents, punctuation, plural or a leading article."""
    words = plain(text).split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(singular(word) for word in words)


def stem(word: str) -> str:
    """The beginning that a singular, its plural and a half-typed plural share ("strawberr")."""
    word = singular(word)
    return word[:-1] if len(word) > _SHORT_OF_A_WORD and word[-1] in "yi" else word


def spellings(word: str) -> Iterator[str]:
    """Whole words that may stand in a table for `word`: itself, its singular and its plurals."""
    one = singular(word)
    yield from dict.fromkeys((word, one, one + "s", one + "es", one[:-1] + "ies" if one.endswith("y") else one))
