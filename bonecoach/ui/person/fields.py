"""Fields for single facts: a choice, a text, a weight with its unit, a month with its year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QListView, QSizePolicy, QWidget

from bonecoach.core.profile import Profile, year_alone
from bonecoach.ui.cards import Text
from bonecoach.ui.person.said import month_and_year, shown_weight, weight_typed
from bonecoach.ui.theme import follow, font, px


class Field(QWidget):
    """A fact's field. `answered(said)`: texts by key of the fact, as `Diary.set_facts` takes them."""

    answered = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        follow(self, self._restyle)

    def show_profile(self, profile: Profile) -> None:
        """Shows what is true now."""
        raise NotImplementedError

    def said(self) -> dict[str, str]:
        """What the field says now."""
        raise NotImplementedError

    def name_it(self, name: str, description: str = "") -> None:
        """What a screen reader calls the field; a part with a name of its own says that first: "Year, Start of …"."""
        for child in self.findChildren(QWidget):
            if isinstance(child, QLineEdit | QComboBox):
                own = child.accessibleName()
                child.setAccessibleName(f"{own}, {name}" if own else name)
                child.setAccessibleDescription(description)

    def _restyle(self) -> None:
        self.row.setSpacing(px(8))


class Chooser(QComboBox):
    """A list of choices that a turning wheel does not change, each with room for a finger."""

    def __init__(self, choices: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._asks: QLabel | None = None
        for said, data in choices:
            self.addItem(said, data)
        follow(self, self._restyle)

    def choose(self, data: object) -> None:
        """Shows a choice without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(data)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._be_asked()

    def _be_asked(self) -> None:
        """On Linux Qt names a combo box by what is chosen and leaves what it asks for to a label beside it."""
        beside = self.parentWidget()
        if beside is None or any(label.buddy() is self for label in _labels(beside) if label is not self._asks):
            return
        if self._asks is None:
            self._asks = QLabel(beside)
            self._asks.setBuddy(self)
            self._asks.hide()
        self._asks.setParent(beside)
        self._asks.setText(self.accessibleName())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _restyle(self) -> None:
        self.setFont(font("body"))
        self.view().setFont(font("body"))
        self.setMinimumHeight(px(44))
        # A combo box remembers how wide it was in another text size; only another policy makes it forget, and its
        # least width not even then.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)


def _labels(widget: QWidget) -> list[QLabel]:
    return [child for child in widget.children() if isinstance(child, QLabel)]


class Typed(QLineEdit):
    """A line for a short text. `hint` stands in it while it is empty."""

    def __init__(self, hint: str = "", width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self.setPlaceholderText(hint)
        follow(self, self._restyle)

    def show_text(self, text: str) -> None:
        """Shows a text that is already known, unless somebody is typing another one."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)

    def _restyle(self) -> None:
        self.setFont(font("body"))
        self.setMinimumHeight(px(44))
        if self._width:
            self.setFixedWidth(px(self._width))


class ChoiceField(Field):
    """One of several words, or not said."""

    def __init__(self, key: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.box = Chooser(choices)
        self.row.addWidget(self.box, 1)
        self.box.currentIndexChanged.connect(lambda: self.answered.emit(self.said()))

    def show_profile(self, profile: Profile) -> None:
        value = getattr(profile, self.key)
        self.box.choose({True: "yes", False: "no", None: ""}.get(value, value))

    def said(self) -> dict[str, str]:
        return {self.key: str(self.box.currentData())}


class TextField(Field):
    """A number or a date as it is typed, with its unit behind it."""

    def __init__(self, key: str, hint: str = "", unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.line = Typed(hint, 160)
        self.row.addWidget(self.line)
        if unit:
            self.row.addWidget(Text(unit, wraps=False))
        self.row.addStretch(1)
        self.line.editingFinished.connect(self._finish)

    def show_profile(self, profile: Profile) -> None:
        value = getattr(profile, self.key)
        self.line.show_text(f"{value:g}" if isinstance(value, float) else self._day(value))
        self.line.setModified(False)

    def _day(self, value: date | None) -> str:
        if value is None:
            return ""
        return str(value.year) if year_alone(value) else value.isoformat()

    def said(self) -> dict[str, str]:
        return {self.key: self.line.text().strip()}

    def _finish(self) -> None:
        if self.line.isModified():
            self.line.setModified(False)
            self.answered.emit(self.said())


class WeightField(Field):
    """A weight and the unit it is typed in, chosen beside it or written behind it; the unit is kept too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Typed("", 110)
        self.unit = Chooser((("kg", "kg"), ("lb", "lb")))
        self.unit.setAccessibleName(self.tr("Unit of weight"))
        self._profile = Profile()
        self._shown = ""
        self.row.addWidget(self.line)
        self.row.addWidget(self.unit)
        self.row.addStretch(1)
        self.line.editingFinished.connect(self._finish)
        self.unit.currentIndexChanged.connect(self._unit_chosen)

    def show_profile(self, profile: Profile) -> None:
        self._profile = profile
        self.unit.choose(profile.weight_unit)
        self.line.show_text(shown_weight(profile.weight_kg, profile.weight_unit))
        self.line.setModified(False)
        self._shown = self.line.text()

    def said(self) -> dict[str, str]:
        """The unit, and the weight where it is another than was shown: whether or not the field was left since."""
        unit = str(self.unit.currentData())
        if self.line.text() == self._shown:
            return {"weight_unit": unit}
        weight, unit = weight_typed(self.line.text(), unit)
        return {"weight_unit": unit, "weight_kg": weight}

    def _unit_chosen(self) -> None:
        if self.line.text() == self._shown:  # what she typed herself stays as it is, in the unit she chose for it
            self._shown = shown_weight(self._profile.weight_kg, str(self.unit.currentData()))
            self.line.setText(self._shown)
        self.answered.emit({"weight_unit": str(self.unit.currentData())})

    def _finish(self) -> None:
        if self.line.isModified():
            said = self.said()
            self.line.setModified(False)
            self.answered.emit(said)


class MonthField(Field):
    """A month and a year, for what nobody knows to the day."""

    def __init__(self, key: str, months: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.month = Chooser(((self.tr("Month"), 0), *((name, n) for n, name in enumerate(months, start=1))))
        self.month.setAccessibleName(self.tr("Month"))
        self.year = Typed(self.tr("Year"), 100)
        self.year.setAccessibleName(self.tr("Year"))
        self.row.addWidget(self.month)
        self.row.addWidget(self.year)
        self.row.addStretch(1)
        self.year.editingFinished.connect(self._finish)
        self.month.currentIndexChanged.connect(self._month_chosen)

    def show_profile(self, profile: Profile) -> None:
        value = getattr(profile, self.key)
        self.month.choose(0 if value is None else value.month)
        self.year.show_text("" if value is None else str(value.year))
        self.year.setModified(False)

    def said(self) -> dict[str, str]:
        return {self.key: month_and_year(int(self.month.currentData()), self.year.text())}

    def _month_chosen(self) -> None:
        if self.year.text().strip():
            self.answered.emit(self.said())

    def _finish(self) -> None:
        if self.year.isModified():
            self.year.setModified(False)
            self.answered.emit(self.said())
