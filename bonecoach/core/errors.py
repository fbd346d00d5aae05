"""What can be refused, as codes: sentences for them live in `words`."""

from __future__ import annotations


class BoneCoachError(Exception):
    """Something was refused. `code` names it; `facts` fill the sentence that `words` makes of it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class InvalidEntry(BoneCoachError):
    """A value that cannot be true, refused where the value is made."""


class DiaryError(BoneCoachError):
    """The diary could not do what was asked; nothing was lost or half-written."""


class FaultyTable(BoneCoachError):
    """A table of the app's own knowledge is wrong. `facts` hold `table`, `line` (0: the whole file) and `reason`."""

    def __str__(self) -> str:
        return f"{self.facts.get('table')}:{self.facts.get('line')}: {self.facts.get('reason')}"
