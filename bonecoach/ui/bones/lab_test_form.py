"""The form of a blood test."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import TEST_UNITS, LabTest, known_test, unit_named
from bonecoach.core.results_typed import range_typed, result_typed
from bonecoach.ui.bones.figures import figure_shown, time_said
from bonecoach.ui.bones.measured_form import MeasuredForm
from bonecoach.ui.bones.unit_field import UnitField
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.words import capital
from bonecoach.words.bones import BoneWords

OTHER = ""


class LabTestForm(MeasuredForm):
    """A result as the laboratory printed it, with the laboratory's own range.

    `like` is another one of the same paper: a new one begins with its day, time, laboratory and fasting. `kept` is the
    new one, once it is kept.
    """

    def __init__(self, desk: Desk, parent: QWidget, test: LabTest | None = None, like: LabTest | None = None) -> None:
        super().__init__(self.tr("Blood test") if test is None else self.tr("Change this test"), desk, parent)
        self.test: LabTest | None = test
        self.kept: LabTest | None = None
        self._says = says = BoneWords(desk.words)
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        known = [(capital(says.test_name(name)), name) for name in TEST_UNITS]
        self.kind = Chooser([*known, (self.tr("Another test"), OTHER)])
        self.name = Typed(self.tr("Its name on the report"))
        self.value, self.unit = Typed(), UnitField()
        self.means = Text("", "small", "quiet")
        self.low, self.high = Typed(self.tr("30, or 30-100")), Typed(self.tr("to"))
        self.fasting = Chooser([(self.tr("not said"), None), (self.tr("yes"), True), (self.tr("no"), False)])
        self.at, self.lab, self.note = Typed("08:00"), Typed(), Typed()
        self.field(self.tr("Day"), self.day)
        self.field(self.tr("Test"), self.kind)
        self.field(self.tr("Its name"), self.name)
        self.field(self.tr("Result"), self.value)
        self.field(self.tr("Unit"), self.unit)
        self.below(self.means)
        self.beside(self.tr("Laboratory's range"), self.low, self.high, self.tr("Laboratory's range, to"))
        self.low.setAccessibleName(self.tr("Laboratory's range, from"))
        self.field(self.tr("Fasting"), self.fasting)
        self.field(self.tr("Time"), self.at)
        self.field(self.tr("Laboratory"), self.lab)
        self.field(self.tr("Note"), self.note)
        self.day.setDate(as_qdate(desk.diary.today()))
        self._kind_chosen()
        self._fill(test, like)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.value.editingFinished.connect(self._take_unit)
        self.value.textChanged.connect(self._say_what_it_means)
        self.unit.changed.connect(self._say_what_it_means)
        self._say_what_it_means()
        self.add_buttons(self.tr("Save"))
        (self.kind if like is not None else self.value).setFocus()

    def _fill(self, test: LabTest | None, like: LabTest | None) -> None:
        if (paper := test or like) is None:
            return
        self.day.setDate(as_qdate(paper.date))
        self.fasting.choose(paper.fasting)
        self.at.setText("" if paper.time is None else f"{paper.time:%H:%M}")
        self.lab.setText(paper.lab)
        if test is None:
            return
        self.kind.choose(test.name if test.name in TEST_UNITS else OTHER)
        self._kind_chosen()
        self.name.setText("" if test.name in TEST_UNITS else test.name)
        self.value.setText(figure_shown(test.value))
        self.unit.setText(test.unit)
        self.low.setText(figure_shown(test.range_low))
        self.high.setText(figure_shown(test.range_high))
        self.note.setText(test.note)

    def _kind_chosen(self) -> None:
        kind = str(self.kind.currentData())
        self.name.setEnabled(kind == OTHER)
        self.unit.offer(TEST_UNITS.get(kind, ()))
        last = next((test for test in reversed(self.desk.diary.bones.lab_tests()) if test.name == kind), None)
        if last is not None:
            self.unit.setText(last.unit)

    def _take_unit(self) -> None:
        """ "31 ng/mL": the unit behind the figure goes into its own field."""
        with suppress(InvalidEntry):
            figure, unit = result_typed(self.value.text())
            if unit:
                self.unit.setText(unit)
            if unit == self.unit.text() and unit:
                self.value.setText(figure_shown(figure))

    def _say_what_it_means(self) -> None:
        """The same result in the other unit: whoever sees it knows which of the two the paper means."""
        said = ""
        with suppress(InvalidEntry):
            figure, unit = result_typed(self.value.text())
            name = str(self.kind.currentData())
            said = self._says.same_as(
                LabTest(date=self.desk.diary.today(), name=name, value=figure, unit=unit or self.unit.text())
            )
        self.means.setText(said)
        self.means.setVisible(bool(said))
        if self.isVisible():
            self.take_room()

    def save(self) -> None:
        """Keeps the test, or what was changed of it. Raises BoneCoachError.

        What was asked about and is saved a second time as it stands is kept.
        """
        value, unit = result_typed(self.value.text())
        low, high = range_typed(self.low.text(), self.high.text())
        said: dict[str, Any] = {
            "date": as_date(self.day.date()),
            "name": str(self.kind.currentData()) or known_test(self.name.text()),
            "value": value,
            "unit": unit or unit_named(self.unit.text()),
            "range_low": low,
            "range_high": high,
            "fasting": self.fasting.currentData(),
            "time": time_said(self.at.text()),
            "lab": self.lab.text().strip(),
            "note": self.note.text().strip(),
        }
        self.keep(said, partial(self._keep, said))

    def _keep(self, said: dict[str, Any], confirmed: bool) -> None:
        if self.test is None:
            self.desk.diary.bones.add_lab_test(LabTest(**said), confirmed=confirmed)
            self.kept = LabTest(**said)
        else:
            self.desk.diary.bones.change_lab_test(self.test.id, confirmed=confirmed, **said)
