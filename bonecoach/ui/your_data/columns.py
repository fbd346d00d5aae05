"""A table of somebody's own: how it begins, what it is about, and which column holds what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bonecoach.core.errors import InvalidEntry
from bonecoach.exchange.sheets.matching import ORDERS, WEIGHT_UNIT, Matching, day_said
from bonecoach.exchange.sheets.offered import OFFERS, Asked, Offer, guessed, missing, order_for, recognised
from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.table_view import Table, TableView
from bonecoach.ui.theme import px

if TYPE_CHECKING:
    from bonecoach.exchange.sheets.sheet import Top

FIRST_ROWS = 3
"""Lines that are shown."""

COLUMN, VALUE = "column:", "value:"
"""How what is chosen for a field begins: a column of the file, or what holds for every line."""


class Said(NamedTuple):
    """What was said of a table: what it is about, the columns and values by key, and how its days are written."""

    offer: str
    chosen: Mapping[str, str]
    order: str


class ColumnsView(QWidget):
    """Prefilled with what is recognised. `grew()`: other fields stand there now."""

    grew = Signal()

    def __init__(self, top: Top, desk: Desk, said: Said | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._top, self._desk = top, desk
        words, guess = desk.words, guessed(top.header)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(GAP))
        self._column.addWidget(Text(self.tr("This is how it begins. Please say what stands in which column.")))
        self.table = TableView(Table(self.tr("The first lines of the file"), top.header, top.rows[:FIRST_ROWS]))
        self.table.setFixedHeight(self._table_height())
        self._column.addWidget(self.table)
        offers = [(words.say(f"data.sheet.{offer.name}"), offer.name) for offer in OFFERS]
        self.about = Chooser([(self.tr("Please choose"), ""), *offers])
        self.order = Chooser([(self._order_said(order), order) for order in ORDERS])
        self.example = Text("", "small", "quiet")
        self.fields: dict[str, Chooser] = {}
        self._grid_widget = QWidget()
        self._column.addWidget(self._grid_widget)
        nowhere = self.tr("Steps, heart rate, blood pressure, sleep and moods have no place here and cannot come in.")
        self.nowhere = Text(nowhere, "small", "quiet")
        self._column.addWidget(self.nowhere)
        self._fill(said or Said(guess.offer, {key: COLUMN + name for key, name in guess.columns.items()}, ""))
        self.about.currentIndexChanged.connect(self._other_offer)
        self.order.currentIndexChanged.connect(self._show_example)

    # -- drawing -----------------------------------------------------------------------------------------------

    def _fill(self, said: Said) -> None:
        """The fields of what the table is about, each showing what was said or recognised."""
        self.offer: Offer | None = next((offer for offer in OFFERS if offer.name == said.offer), None)
        self.about.choose(said.offer)
        self.fields = {asked.key: self._field(asked, said) for asked in (self.offer.asked if self.offer else ())}
        for field in self.fields.values():
            field.currentIndexChanged.connect(self._show_example)
        for stays in (self.order, self.example):
            stays.setParent(self)  # what they stood in goes away, also where the new fields have no place for them
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(GAP))
        grid.setColumnStretch(1, 1)
        named: list[tuple[str, QWidget]] = [(self.tr("What it is about"), self.about)]
        for asked in self.offer.asked if self.offer else ():
            named.append((self._desk.words.say(f"data.field.{asked.word}"), self.fields[asked.key]))
            if self.offer is not None and asked.key == self.offer.day:
                named += [(self.tr("How days are written"), self.order), ("", self.example)]
        self.order.setVisible(self.offer is not None)
        self.nowhere.setVisible(self.offer is None)
        for row, (name, widget) in enumerate(named):
            grid.addWidget(widget, row, 1)
            if name:
                label = Text(name, "strong")
                label.setBuddy(widget)
                widget.setAccessibleName(name)
                grid.addWidget(label, row, 0)
        self._column.replaceWidget(self._grid_widget, fresh)
        self._grid_widget.hide()
        self._grid_widget.deleteLater()
        self._grid_widget = fresh
        fresh.show()  # by itself Qt shows it only afterwards, and until then it takes no room
        self._choose_order(said.order)

    def _field(self, asked: Asked, said: Said) -> Chooser:
        nothing = self.tr("Please choose") if asked.needed else self.tr("Not in the file")
        columns = [(self.tr("Column: %s").replace("%s", name[:40]), COLUMN + name) for name in self._top.header]
        held = [(self._value_said(asked, value), VALUE + value) for value in asked.choices]
        field = Chooser([(nothing, ""), *columns, *held])
        field.choose(said.chosen.get(asked.key, self._usual(asked)))
        return field

    def _usual(self, asked: Asked) -> str:
        """What holds in most tables, to be seen and changed: pain of joints, and her own unit of weight."""
        if asked.key == "symptom":
            return VALUE + asked.choices[0]
        return VALUE + self._desk.words.weight_unit if asked.key == WEIGHT_UNIT else ""

    def _value_said(self, asked: Asked, value: str) -> str:
        words = self._desk.words
        for key in (f"data.value.{value}", f"site.{value}", f"side.{value}", f"lab.{value}"):
            if key in words.catalogue:
                value = words.say(key)
                break
        return self.tr("All lines: %s").replace("%s", value)

    def _order_said(self, order: str) -> str:
        said = {
            "ymd": self.tr("Year, month, day"),
            "dmy": self.tr("Day, month, year"),
            "mdy": self.tr("Month, day, year"),
        }
        return said[order]

    def _choose_order(self, order: str) -> None:
        own = self._desk.words.conventions.order
        self.order.choose(order or order_for(self._top, self._day_column(), own))
        self._show_example()

    def _show_example(self) -> None:
        """What a day of the file is then, so that day and month are not mixed up."""
        column, words = self._day_column(), self._desk.words
        days = [row[self._top.header.index(column)] for row in self._top.rows] if column else []
        text = next((day for day in days if day), "")
        said = ""
        if text:
            try:
                day = date.fromisoformat(day_said(text, str(self.order.currentData()), column))
                said = words.say("data.day_example", text=text[:40], day=words.date(day))
            except InvalidEntry as error:
                said = words.error(error)
        self.example.say(said)

    def _day_column(self) -> str:
        field = None if self.offer is None else self.fields[self.offer.day]
        return "" if field is None else str(field.currentData()).removeprefix(COLUMN)

    def _other_offer(self) -> None:
        name = str(self.about.currentData())
        offer = next((offer for offer in OFFERS if offer.name == name), None)
        known = {} if offer is None else recognised(offer, self._top.header)
        self._fill(Said(name, {key: COLUMN + column for key, column in known.items()}, ""))
        self.about.setFocus()
        self.grew.emit()

    def _table_height(self) -> int:
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        return rows + self.table.horizontalHeader().sizeHint().height() + px(24)

    # -- answering ---------------------------------------------------------------------------------------------

    def said(self) -> Said:
        """What is chosen now."""
        chosen = {key: str(field.currentData()) for key, field in self.fields.items()}
        return Said(str(self.about.currentData()), chosen, str(self.order.currentData()))

    def matching(self) -> Matching:
        """The table as it is to be read, before anything is said of words that nobody knows."""
        assert self.offer is not None
        chosen = self.said().chosen.items()
        columns = {key: said.removeprefix(COLUMN) for key, said in chosen if said.startswith(COLUMN)}
        values = {key: said.removeprefix(VALUE) for key, said in chosen if said.startswith(VALUE)}
        order = str(self.order.currentData())
        return self.offer.matching(columns, values, order)

    def lacks(self) -> str:
        """One sentence on what is still to be said; "" where nothing is."""
        words = self._desk.words
        if self.offer is None:
            return words.say("data.column_missing", field=self.tr("What it is about"))
        for asked in missing(self.offer, self.matching()):
            return words.say("data.column_missing", field=words.say(f"data.field.{asked.word}"))
        return ""

    def first_focus(self) -> QWidget:
        """What it is about."""
        return self.about
