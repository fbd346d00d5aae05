"""What the words noted of a fracture say about the force: a fall from standing height or less, or much more."""

from __future__ import annotations

import re

_LITTLE = re.compile(
    r"\bstanding\b|\bown height\b|\btripp|\bstumbl|\bslipp|\bcough|\bsneez|\bbent\b|\bbending\b|\blifting\b"
    r"|\bturn(?:ed|ing) (?:over|round|around)\b|\bg[eo]t(?:ting)? (?:up|out)\b|\bmissed (?:a|the) step\b"
    r"|\b(?:no|without(?: a| any)?) (?:fall|reason|cause)\b|\bby itself\b|\bout of (?:bed|(?:a|the|my) chair)\b"
)
_MUCH = re.compile(
    r"\bcars?\b|\bcrash|\baccident\b|\bcollision\b|\bbikes?\b|\bbicycle|\bcycl|\bscooter|\bmotor|\bladder|\broof\b"
    r"|\btree\b|\bhorse|\briding\b|\bski(?:ing|ed|s)?\b|\bsnowboard|\bskat|\bmetres?\b|\bmeters?\b|\bhit by\b"
    r"|\brun over\b|\bknocked\b|\bbalcony\b|\bsledg|\bclimb"
)
_EITHER = re.compile(r"\bstairs?\b|\bstaircase\b|\bdownstairs\b|\bflight of\b|\bwall\b")
_FALL = re.compile(r"\bf[ae]ll|\btumbl")
_ON_THE_LEVEL = re.compile(
    r"\b(?:in|on|over|at|into) (?:(?:the|my|our|a|an|some|wet|icy) )*(?:kitchen|bathroom|bedroom|hall(?:way)?|lounge|"
    r"living room|house|home|garden|street|pavement|path|kerb|floor|carpet|rug|mat|ice|snow|grass|shower|room|shop|"
    r"supermarket|cat|dog|cable|cord|step|toilet)\b"
)


def little_force(words: str, *, fell: bool = False) -> bool | None:
    """Whether words such as "falling from standing height" tell of little force; None where they leave it open.

    `fell`: a fall is on record beside them. What may have been more, such as stairs, a ladder or a car, is never taken
    for little.
    """
    said = words.casefold()
    if _MUCH.search(said):
        return False
    if _EITHER.search(said):
        return None
    if _LITTLE.search(said):
        return True
    return True if (fell or _FALL.search(said)) and _ON_THE_LEVEL.search(said) else None
