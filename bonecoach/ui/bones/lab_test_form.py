"""The form of a blood test."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import TEST_UNITS, LabTest, known_test, unit_named
from bonecoach.ui.bones.figures import figure_said, figure_shown, time_said
from bonecoach.ui.bones.measured_form import MeasuredForm
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.words import capital
from bonecoach.words.bones import BoneWords

OTHER = ""


class LabTestForm(MeasuredForm):
    """A result as the laboratory printed it, with the laboratory's own range."""

    def __init__(self, desk: Desk, parent: QWidget, test: LabTest | None = None) -> None:
        super().__init__(self.tr("Blood test") if test is None else self.tr("Change this test"), desk, parent)
        self.test = test
        says = BoneWords(desk.words)
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        known = [(capital(says.test_name(name)), name) for name in TEST_UNITS]
        self.kind = Chooser([*known, (self.tr("Another test"), OTHER)])
        self.name = Typed(self.tr("Its name on the report"))
        self.value, self.unit = Typed(), Typed()
        self.low, self.high = Typed(self.tr("from")), Typed(self.tr("to"))
        self.fasting = Chooser([(self.tr("not said"), None), (self.tr("yes"), True), (self.tr("no"), False)])
        self.at, self.lab, self.note = Typed("08:00"), Typed(), Typed()
        self.field(self.tr("Day"), self.day)
        self.field(self.tr("Test"), self.kind)
        self.field(self.tr("Its name"), self.name)
        self.field(self.tr("Result"), self.value)
        self.field(self.tr("Unit"), self.unit)
        self.field(self.tr("Laboratory's range, from"), self.low)
        self.field(self.tr("Laboratory's range, to"), self.high)
        self.field(self.tr("Fasting"), self.fasting)
        self.field(self.tr("Time"), self.at)
        self.field(self.tr("Laboratory"), self.lab)
        self.field(self.tr("Note"), self.note)
        self._fill(test)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self._kind_chosen()
        self.add_buttons(self.tr("Save"))
        self.value.setFocus()

    def _fill(self, test: LabTest | None) -> None:
        self.day.setDate(as_qdate(self.desk.diary.today() if test is None else test.date))
        if test is None:
            return
        self.kind.choose(test.name if test.name in TEST_UNITS else OTHER)
        self.name.setText("" if test.name in TEST_UNITS else test.name)
        self.value.setText(figure_shown(test.value))
        self.unit.setText(test.unit)
        self.low.setText(figure_shown(test.range_low))
        self.high.setText(figure_shown(test.range_high))
        self.fasting.choose(test.fasting)
        self.at.setText("" if test.time is None else f"{test.time:%H:%M}")
        self.lab.setText(test.lab)
        self.note.setText(test.note)

    def _kind_chosen(self) -> None:
        kind = str(self.kind.currentData())
        self.name.setEnabled(kind == OTHER)
        units = TEST_UNITS.get(kind, ())
        if self.unit.text() not in units and (units or self.unit.text() in _KNOWN_UNITS):
            self.unit.setText(units[0] if units else "")

    def save(self) -> None:
        """Keeps the test, or what was changed of it. Raises BoneCoachError.

        What was asked about and is saved a second time as it stands is kept.
        """
        value = figure_said(self.value.text())
        if value is None:
            raise InvalidEntry("not_a_figure", text=self.value.text())
        said: dict[str, Any] = {
            "date": as_date(self.day.date()),
            "name": str(self.kind.currentData()) or known_test(self.name.text()),
            "value": value,
            "unit": unit_named(self.unit.text()),
            "range_low": figure_said(self.low.text()),
            "range_high": figure_said(self.high.text()),
            "fasting": self.fasting.currentData(),
            "time": time_said(self.at.text()),
            "lab": self.lab.text().strip(),
            "note": self.note.text().strip(),
        }
        self.keep(said, partial(self._keep, said))

    def _keep(self, said: dict[str, Any], confirmed: bool) -> None:
        if self.test is None:
            self.desk.diary.bones.add_lab_test(LabTest(**said), confirmed=confirmed)
        else:
            self.desk.diary.bones.change_lab_test(self.test.id, confirmed=confirmed, **said)


_KNOWN_UNITS = {unit for units in TEST_UNITS.values() for unit in units}
