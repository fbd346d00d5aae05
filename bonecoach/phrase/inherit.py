"""A day or time that was said once in a line, given to the parts that have none of their own."""

from __future__ import annotations

from collections.abc import Sequence

from bonecoach.phrase.when import When


def share(whens: Sequence[When], breaks: Sequence[bool], sentences: Sequence[bool], joined: Sequence[bool]) -> None:
    """Fill in what each part leaves unsaid.

    A day or time that begins a part holds for the parts behind it, one that ends the line for the parts before it,
    each up to the next part that says its own, and not beyond a line break or semicolon (`breaks`: one stands before
    the part). At a full stop (`sentences`) an exact time ends, and what ends a part says nothing of those before it.
    Day and time are given separately: in "yesterday: milk at 8, toast" both are of yesterday, and only the milk was
    at 8. What is said in the middle of a line holds only for what is `joined` to it by "and", and so do several times:
    in "bands 25, calcium at 8, toast" and in "walk 20, calcium at 8 and 18" they are of the calcium alone.
    """
    said = [(bool(when.days), when.has_time) for when in whens]
    for index, when in enumerate(whens):
        if when.leading:
            for behind in range(index + 1, len(whens)):
                if breaks[behind] or whens[behind].leading:
                    break
                holds = when.time_leading and not (when.clocks and any(sentences[index + 1 : behind + 1]))
                _give(when, whens[behind], time=holds and not said[behind][0])
    for index, when in reversed(list(enumerate(whens))):
        if not when.said or when.leading or when.until is not None:
            continue
        day, time = said[index]
        several = len(when.clocks) > 1 or bool(when.more_parts)
        over_commas = _last(index, said, breaks, sentences)
        for before in range(index - 1, -1, -1):
            if breaks[before + 1] or sentences[before + 1]:
                break
            if not joined[before + 1]:
                day, time = day and over_commas, time and over_commas and not several
            day = day and not said[before][0]
            time = time and not said[before][1]
            if day or time:
                _give(when, whens[before], day=day, time=time and not said[before][0])


def _last(index: int, said: Sequence[tuple[bool, bool]], breaks: Sequence[bool], sentences: Sequence[bool]) -> bool:
    """Whether a part is the last of those that are said in one breath."""
    behind = index + 1
    return behind == len(said) or breaks[behind] or sentences[behind] or any(said[behind])


def _give(source: When, target: When, *, day: bool = True, time: bool = True) -> None:
    if source.trouble is not None and not target.said:
        target.trouble = source.trouble[0], -1, -1
    if day and not target.days and target.ago is None:
        target.days = list(source.days)
    if time and not target.has_time:
        target.clocks = list(source.clocks)
        target.part = source.part
        target.more_parts = list(source.more_parts)
        target.ago = source.ago
        target.now = source.now
