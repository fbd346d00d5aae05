"""Advice as a code, its figures and its source; `words` makes the sentence."""

from __future__ import annotations

from collections.abc import Mapping

from bonecoach.core.values import Value


class Advice(Value):
    """One thing worth knowing or doing next.

    `code` names the rule, `facts` its figures (numbers in stated units, codes, dates), `source` the ids of the
    evidence behind it, `status` that evidence's status.
    """

    code: str
    facts: Mapping[str, object]
    source: str
    status: str
