"""The form of a height and a weight, measured on a day."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bonecoach.core.body_measures import HEIGHT, WEIGHT, Measure
from bonecoach.core.errors import InvalidEntry
from bonecoach.ui.bones.figures import figure_shown
from bonecoach.ui.bones.measured_form import MeasuredForm
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.ui.person.said import shown_weight, weight_typed
from bonecoach.ui.person.typed_day import rough_day_typed


class BodyForm(MeasuredForm):
    """Either of the two is enough for a new one; of one that is mended only its own field is asked for."""

    def __init__(self, desk: Desk, parent: QWidget, measure: Measure | None = None) -> None:
        super().__init__(self.tr("Height and weight") if measure is None else self._title(measure), desk, parent)
        self.measure = measure
        self._unit_used = desk.words.weight_unit
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        birth = desk.diary.person.profile(desk.diary.today()).birth_date
        self.day.roughly = partial(rough_day_typed, birth=birth)
        self.height_line = Typed("164 cm")
        self.weight_line, self.unit = Typed(), Chooser([("kg", "kg"), ("lb", "lb")])
        self.field(self.tr("Day"), self.day)
        if measure is None or measure.key == HEIGHT:
            self.field(self.tr("Height"), self.height_line)
        if measure is None or measure.key == WEIGHT:
            self._ask_weight()
        self.say(self.tr("Feet and inches are read too, such as 5 ft 4, and so are stones."), "small", "quiet")
        self.say(
            self.tr(
                "The day of an earlier height may be a year, a month or an age: 1977, June 1977, at 20. A year is kept "
                "as its 1 July, a month as its first day."
            ),
            "small",
            "quiet",
        )
        self._fill()
        self.add_buttons(self.tr("Save"))
        (self.weight_line if measure is not None and measure.key == WEIGHT else self.height_line).setFocus()

    def _title(self, measure: Measure) -> str:
        return self.tr("Change this height") if measure.key == HEIGHT else self.tr("Change this weight")

    def _ask_weight(self) -> None:
        self.beside(self.tr("Weight"), self.weight_line, self.unit, self.tr("Unit of weight"))

    def _fill(self) -> None:
        self.unit.choose(self._unit_used)
        self.day.setDate(as_qdate(self.desk.diary.today() if self.measure is None else self.measure.day))
        if self.measure is not None:
            line = self._line
            shown = shown_weight(self.measure.value, self._unit_used) if line is self.weight_line else ""
            line.setText(shown or figure_shown(self.measure.value))
            line.setModified(False)

    @property
    def _line(self) -> Typed:
        return self.weight_line if self.measure is not None and self.measure.key == WEIGHT else self.height_line

    def save(self) -> None:
        """Keeps what was measured, or what was changed of it. Raises BoneCoachError.

        What was asked about and is saved a second time as it stands is kept.
        """
        day, height = as_date(self.day.date()), self.height_line.text().strip()
        weight, unit = weight_typed(self.weight_line.text(), str(self.unit.currentData()))
        said: dict[str, object] = {"day": day, "height": height, "weight": weight}
        if self.measure is not None:
            self.keep(said, partial(self._change, self.measure, weight if self._line is self.weight_line else height))
            return
        told = {HEIGHT: height, WEIGHT: weight}
        if self.weight_line.text().strip() and unit != self._unit_used:
            told["weight_unit"] = unit
        self.keep(said, lambda confirmed: self.desk.diary.person.body.add(day, told, confirmed=confirmed))

    def again(self) -> str:
        return self.tr("If it is as you measured it, press Save once more.")

    def _change(self, measure: Measure, text: str, confirmed: bool) -> None:
        if not text:
            raise InvalidEntry("no_body_figure")
        # A figure that was not touched is not read again: shown in pounds it has lost some of its digits.
        said = text if self._line.isModified() or self.unit.currentData() != self._unit_used else None
        self.desk.diary.person.body.change(measure, as_date(self.day.date()), said, confirmed=confirmed)
