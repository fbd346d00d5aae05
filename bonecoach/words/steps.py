"""What was done, undone or done again, for the toast, the Edit menu and the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from bonecoach.core.changes import Change, Row, Step
from bonecoach.core.entries import Entry
from bonecoach.core.nutrients import Nutrient
from bonecoach.words.entries import EntryWords
from bonecoach.words.person import PersonWords

Way = Literal["done", "undone", "redone"]
_NAMED = 3
_ENDED = ("?.", "!.", "..")
"""How a sentence ends that is about words of hers which are one already: "Saved: May I swim?"."""


class StepWords(EntryWords, PersonWords):
    """Steps in words."""

    def step(self, step: Step, entries: Sequence[Entry] = (), way: Way = "done", today: date | None = None) -> str:
        """ "Logged: Calcium citrate 500 mg.", "Logged for yesterday: …", "Taken back: …", "Done again: …".

        `entries` are what the step is about, where it is about entries; they name it better than its own label. With
        `today`, what was logged for one other day says which.
        """
        label = self.step_label(step, entries)
        key = way if way != "done" else f"{step.name}_off" if self._takes_away(step) else step.name
        if f"step.{key}" not in self.catalogue:
            key = "done"
        if not label:
            return self.say(f"step_bare.{way}")
        days = {entry.moment.date for entry in entries} if key == "log" else set()
        said = self.say(f"step.{key}", label=label)
        if today is not None and len(days) == 1 and today not in days:
            said = self.say("step.log_day", label=label, day=self.date(days.pop(), today))
        return said[:-1] if said.endswith(_ENDED) else said

    def step_label(self, step: Step, entries: Sequence[Entry] = ()) -> str:
        """What a step is about: its first entries by name, the facts, days or targets it changes, or its own label."""
        if entries:
            return self._some([self.label(entry) for entry in entries])
        if step.name == "import":
            return self.say("step_bare.import", count=int(step.label))
        said = [label for change in step.changes if (label := self._of_row(change))]
        if step.name == "usuals":
            return self.say("step_bare.usuals")
        return self._some(list(dict.fromkeys(said))) or step.label

    def _some(self, labels: Sequence[str]) -> str:
        more = len(labels) - _NAMED
        named = ", ".join(labels[:_NAMED])
        return named if more <= 0 else self.say("step_bare.and_more", label=named, more=more)

    def _of_row(self, change: Change) -> str:
        row = change.after if change.after is not None else change.before
        assert row is not None
        if change.table == "facts":
            return self.fact(str(row["key"]))
        if change.table == "own_targets":
            return self.nutrient(Nutrient(str(row["nutrient"])))
        if change.table == "rest_weeks":
            return self.week_title(date.fromisoformat(str(row["first_day"])))
        if change.table == "holidays":
            return self.days(*(date.fromisoformat(str(row[end])) for end in ("first_day", "last_day")))
        if change.table == "none_taken":
            return self.date(date.fromisoformat(str(row["date"])))
        if change.table in ("scans", "lab_tests"):
            return self._of_measurement(change.table, row)
        if change.table == "products":
            import json

            return str(json.loads(str(row["names"]))[0])
        return ""

    def _of_measurement(self, table: str, row: Row) -> str:
        day = self.short_date(date.fromisoformat(str(row["date"])))
        if table == "scans":
            return self.say("bone.scan_label", site=self.say(f"site.{row['site']}"), day=day)
        key = f"lab.{row['name']}"
        name = self.say(key) if key in self.catalogue else str(row["name"])
        return self.say("bone.test_label", name=name, day=day)

    def _takes_away(self, step: Step) -> bool:
        """Whether a step takes a mark, a product or a target of her own away."""
        gone = [
            change.after is None
            or (change.table == "products" and change.after["deleted_at"] is not None)
            or (change.table == "own_targets" and change.after["low"] is None and change.after["high"] is None)
            for change in step.changes
        ]
        return bool(gone) and all(gone)
