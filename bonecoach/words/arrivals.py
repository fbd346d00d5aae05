"""What of a file does not come in, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bonecoach.words.speech import Speech


def left_out(words: Speech, unknown: Sequence[str], passed_over: Mapping[str, int]) -> list[str]:
    """A sentence on what is not known here, and one for each reason why something known is left out."""
    said = [words.say("import.ignored", what=list(unknown))] if unknown else []
    return said + [words.say(f"import.left_out.{why}", count=count) for why, count in passed_over.items()]
