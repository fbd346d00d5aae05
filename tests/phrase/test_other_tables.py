"""The entry line over small tables of other things: it asks its tables and takes nothing about them for granted."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bonecoach.core.entries import Dose, Session
from bonecoach.phrase.line import EntryLine
from bonecoach.phrase.names import Names
from bonecoach.phrase.reading import Part
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.foods import FoodTable
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.supplements import SupplementTable
from tests.phrase.conftest import NOON, ZONE


def only_entry(part: Part, kind: type) -> object:
    assert part.problem is None, part.problem
    [entry] = part.entries
    assert isinstance(entry, kind)
    return entry


@dataclass(frozen=True)
class Remedy:
    """A medicine as the line needs it."""

    name: str
    dose_amount: float | None = None
    dose_unit: str | None = None

    @property
    def id(self) -> str:
        return self.name.lower()


class Remedies:
    """A table of medicines whose doses differ from person to person, or are counted in puffs."""

    def doses(self, medicine_id: str) -> tuple[float, ...]:
        return ()

    def named(self, words: str) -> Remedy | None:
        return {"thyroxine": Remedy("Thyroxine"), "calcitonin": Remedy("Calcitonin", 1, "puff")}.get(words)

    def search(self, text: str, limit: int) -> list[Remedy]:
        return []

    def near(self, text: str) -> list[str]:
        return []


@pytest.fixture(scope="module")
def remedies() -> EntryLine:
    return EntryLine(FoodTable(), ActivityTable(), SupplementTable(), Remedies())


def dose(line: EntryLine, text: str) -> Dose:
    [part] = line.read(text, NOON, ZONE).parts
    entry = only_entry(part, Dose)
    assert isinstance(entry, Dose)
    return entry


def test_a_medicine_without_a_usual_dose_is_taken_without_a_figure_or_as_it_was_said(remedies: EntryLine) -> None:
    assert (dose(remedies, "thyroxine").amount, dose(remedies, "thyroxine").unit) == (None, None)
    said = dose(remedies, "thyroxine 50 mcg")
    assert (said.amount, said.unit) == (50, "µg")


@pytest.mark.parametrize(("text", "figure"), [("thyroxine 50", "50"), ("calcitonin 20 mg", "20 mg")])
def test_a_figure_whose_unit_the_medicine_has_not_is_refused(remedies: EntryLine, text: str, figure: str) -> None:
    [problem] = remedies.read(text, NOON, ZONE).problems
    assert (problem.code, problem.text) == ("unit_not_for_medicine", figure)


class FewActivities(ActivityTable):
    """The activities of a table that has only some of the names."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self._only = names

    def named(self, words: str) -> object:
        return super().named(words) if words in self._only else None


def test_an_exercise_without_a_row_of_its_own_is_strength_training() -> None:
    line = EntryLine(FoodTable(), FewActivities("weight training"), SupplementTable(), MedicineTable())
    [part] = line.read("bicep curls 3x10", NOON, ZONE).parts
    curls = only_entry(part, Session)
    assert curls.activity == ActivityTable().named("weight training").id
    assert [exercise.name for exercise in curls.exercises] == ["bicep curl"]


def test_an_exercise_is_nothing_where_the_table_knows_no_strength_training() -> None:
    line = EntryLine(FoodTable(), FewActivities(), SupplementTable(), MedicineTable())
    [part] = line.read("bicep curls 3x10", NOON, ZONE).parts
    assert part.problem is not None
    assert part.entries == ()


def test_what_was_looked_up_is_remembered_but_not_for_ever() -> None:
    asked: list[str] = []

    def food(words: str) -> str | None:
        asked.append(words)
        return "whole milk" if words == "milk" else None

    names = Names({"food": food})
    assert names.called("milk") == names.called("milk") == (("food", "whole milk"),)
    assert asked == ["milk"]
    for number in range(5_000):
        names.called(f"word {number}")
    assert names.called("milk") == (("food", "whole milk"),)
    assert asked.count("milk") == 2
