"""Words of movement brought to one form: "walked", "walks" and "walking" are "walk", "swam" is "swim"."""

from __future__ import annotations

_ODD = {
    "swam": "swim",
    "swum": "swim",
    "ran": "run",
    "ridden": "rid",
    "rode": "rid",
    "dug": "dig",
    "swept": "sweep",
    "skied": "ski",
    "skis": "ski",
    "skies": "ski",
    "stood": "stand",
    "mown": "mow",
    "did": "do",
    "went": "go",
    "threw": "throw",
}
_VOWELS = frozenset("aeiouy")
_SHORTEST_STEM = 3
_KEPT_DOUBLE = frozenset("lsfz")


def movement_stem(word: str) -> str:
    """What forms of one word share ("cycl" of cycle, cycles, cycled, cycling); a plain word in small letters."""
    if word in _ODD:
        return _ODD[word]
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST_STEM and not _VOWELS.isdisjoint(base):
            doubled = base[-1] == base[-2] and base[-1] not in _KEPT_DOUBLE
            if base.endswith("i") and ending == "ed":
                return base[:-1] + "y"
            return base[:-1] if doubled else base.removesuffix("e")
    if len(word) > _SHORTEST_STEM and word.endswith("s") and not word.endswith(("ss", "is", "us")):
        word = word[:-1]
        if word.endswith(("che", "she", "sse", "xe")):
            return word[:-1]
        if word.endswith("ie"):
            return word[:-2] + "y"
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word
