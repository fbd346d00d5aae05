"""Which bone a fracture is said to be of: "broke my left wrist", "vertebral fracture", "fractured hip and rib"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

BONES: dict[str, str] = {
    word: words.split()[0].replace("-", " ")
    for words in (
        "wrist wrists radius scaphoid; hip hips femoral; ankle ankles; rib ribs; arm; forearm forearms ulna; "
        "upper-arm humerus; leg; foot feet metatarsal metatarsals; toe toes; finger fingers; thumb; hand hands; "
        "elbow elbows; shoulder shoulders; collarbone clavicle; spine vertebra vertebrae vertebral spinal; "
        "pelvis pelvic sacrum; knee knees kneecap; shin tibia; femur thigh; neck; breastbone sternum; heel; jaw; "
        "nose; back"
    ).split(";")
    for word in words.split()
}
"""The words for bones that break, each with the one that it is kept under; "back" is the spine where it is hers."""

_VERTEBRA, _ONE_VERTEBRA = "vertebra", re.compile("t(?:1[0-2]|[1-9])|l[1-5]|c[1-7]")
_SIDES = frozenset({"left", "right", "both", "upper", "lower", "big", "little"})
BETWEEN = frozenset({"my", "the", "a", "an", "both", "left", "right"})
"""Words that may stand between what says that it broke and the bone."""

_BEFORE_BACK = frozenset({"my", "the", "lower", "upper", "of"})


def bone_words(keys: Mapping[int, str], breaks: Collection[int]) -> list[int]:
    """The places of the words that say which bones, sides included: the first behind the break, else the last before.

    `keys` are the free words by their places, `breaks` those that say that something broke. What is joined to the bone
    by "and" broke too.
    """
    bones = [place for place in keys if _is_bone(keys, place, breaks)]
    behind = [place for place in bones if place > min(breaks)]
    if not bones:
        return []
    place = behind[0] if behind else bones[-1]
    found = [*_sides(keys, place), place]
    while _ONE_VERTEBRA.fullmatch(keys.get(place + 1, "")):  # "vertebrae T12 L1"
        place += 1
        found.append(place)
    while behind:
        then = place + 1
        if keys.get(then) not in ("and", "&"):
            break
        while keys.get(then + 1) in BETWEEN:
            then += 1
        if then + 1 not in bones:
            break
        place = then + 1
        found += [*_sides(keys, place), place]
    return found


def site_of(keys: Mapping[int, str], places: Collection[int]) -> str | None:
    """The bones as they are kept: "left wrist", "hip and rib"; None of none."""
    said: list[str] = []
    sides = ""
    for place in places:
        key = keys[place]
        if key in _SIDES:
            sides = f"{sides}{key} "
            continue
        bone = key if sides == "both " and key in BONES else _kept_as(key, keys)
        if bone.startswith(_VERTEBRA) and said[-1:] == ["spine"]:
            said.pop()
        side = "" if bone == "spine" or bone.startswith(_VERTEBRA) else sides
        said.append(f"{side}{bone}")
        sides = ""
    return " and ".join(dict.fromkeys(said)) or None


def _kept_as(key: str, keys: Mapping[int, str]) -> str:
    if key == "back":
        return "spine"
    if key == "femur" and "neck" in keys.values():  # "neck of femur" is of the hip, and no neck
        return "hip"
    return BONES[key] if key in BONES else f"{_VERTEBRA} {key.upper()}"


def _is_bone(keys: Mapping[int, str], place: int, breaks: Collection[int]) -> bool:
    if keys[place] == "neck" and {"femur", "femoral"} & set(keys.values()):
        return False
    if keys[place] == "back":
        return place - 1 in breaks or keys.get(place - 1) in _BEFORE_BACK
    return keys[place] in BONES or _ONE_VERTEBRA.fullmatch(keys[place]) is not None


def _sides(keys: Mapping[int, str], place: int) -> list[int]:
    first = place
    while keys.get(first - 1) in _SIDES:
        first -= 1
    return list(range(first, place))
