"""What was done, undone or done again, for the toast, the Edit menu and the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bonecoach.core.changes import Step
from bonecoach.core.entries import Entry
from bonecoach.words.entries import EntryWords

Way = Literal["done", "undone", "redone"]
_NAMED = 3


class StepWords(EntryWords):
    """Steps in words."""

    def step(self, step: Step, entries: Sequence[Entry] = (), way: Way = "done") -> str:
        """ "Logged: Calcium citrate 500 mg.", "Taken back: …", "Done again: …". `entries` name it better than its label."""
        label = self.step_label(step, entries)
        key = step.name if way == "done" else way
        if f"step.{key}" not in self.catalogue:
            key = "done"
        return self.say(f"step.{key}", label=label) if label else self.say(f"step_bare.{way}")

    def step_label(self, step: Step, entries: Sequence[Entry] = ()) -> str:
        """What a step was about: its first entries by name, or its own label."""
        if not entries:
            return step.label
        said = [self.label(entry) for entry in entries[:_NAMED]]
        more = len(entries) - len(said)
        return ", ".join(said) if not more else self.say("step_bare.and_more", label=", ".join(said), more=more)
