"""What was entered, newest first, each with its change against the one before, and buttons to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.attachments import Attachment
from bonecoach.core.bone_bands import band_of, z_band_of
from bonecoach.core.entries import Event
from bonecoach.core.measurements import LabTest, Scan
from bonecoach.diary.bones import BoneState
from bonecoach.ui.bones.attached_row import AttachedRow
from bonecoach.ui.buttons import GAP, QuietButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.theme import follow, px
from bonecoach.words import Words, capital
from bonecoach.words.bones import BoneWords

SHOWN = 8

Measured = Scan | LabTest | Event
"""What has a row."""


class ResultRow(QWidget):
    """One result: what and when, its figures, how it stands, and its reports where it can have any (not None)."""

    def __init__(
        self, title: str, said: str, more: str, reports: Sequence[Attachment] | None = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.attach = QuietButton("", "clip", name=self.tr("Attach a report: %s").replace("%s", title))
        self.attach.setToolTip(self.tr("Attach a scan or photo of the report"))
        self.edit = QuietButton("", "pencil", name=self.tr("Change: %s").replace("%s", title))
        self.delete = QuietButton("", "bin", name=self.tr("Delete: %s").replace("%s", title))
        self.line, self.words = QHBoxLayout(self), QVBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.addLayout(self.words, 1)
        self.words.addWidget(Text(title, "strong"))
        if said:
            self.words.addWidget(Text(said))
        if more:
            self.words.addWidget(Text(more, "small", "quiet"))
        self.reports = [AttachedRow(report) for report in reports or ()]
        for report in self.reports:
            self.words.addWidget(report)
        self.line.addWidget(self.attach)
        self.attach.setVisible(reports is not None)
        self.line.addWidget(self.edit)
        self.line.addWidget(self.delete)
        follow(self, self._space)

    def _space(self) -> None:
        self.words.setSpacing(px(2))
        self.line.setSpacing(px(GAP))


class ResultsCard(Card):
    """`changes(measurement)`: she wants to mend one; `deletes(id)`: she wants it away.

    `attaches(id)`: she wants to keep a report with it; `opens(id)` and `takes_off(id)` are about a report.
    """

    changes = Signal(object)
    deletes = Signal(str)
    attaches = Signal(str)
    opens = Signal(str)
    takes_off = Signal(str)

    def __init__(self, heading: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.addWidget(Heading(heading))
        self._nothing = Text(nothing, "body", "quiet")
        self.column.addWidget(self._nothing)
        self.rows: list[ResultRow] = []
        self._all = False
        self.more = QuietButton(self.tr("Show all"))
        self.more.clicked.connect(self._show_all)
        self.column.addWidget(self.more)
        self.column.addStretch(1)
        self._drawn: Sequence[tuple[Measured, str, str, str]] = ()
        self._reports: Mapping[str, tuple[Attachment, ...]] = {}

    def show_scans(self, state: BoneState, words: Words) -> None:
        """Scans, newest first."""
        says, found = BoneWords(words), []
        self._reports = state.attachments
        for result in sorted(state.results, key=lambda each: each.scan.date, reverse=True):
            scan = result.scan
            title = self._title(capital(says.place(scan.site, scan.side)), words.short_date(scan.date))
            band = band_of(scan, state.profile) or z_band_of(scan, state.profile)
            said = ", ".join([says.scan(scan), *([says.band(band)] if band else [])])
            found.append((scan, title, said, says.change(result.change)))
        self._draw(found)

    def show_tests(self, state: BoneState, words: Words) -> None:
        """Blood tests, newest first."""
        says, found = BoneWords(words), []
        self._reports = state.attachments
        for test in reversed(state.tests):
            title = self._title(capital(says.test_name(test.name)), words.short_date(test.date))
            found.append((test, title, says.lab_test(test), test.note))
        self._draw(found)

    def show_events(self, state: BoneState, words: Words) -> None:
        """Falls and fractures, newest first: how it happened below what it was."""
        found = []
        for event in sorted(state.events, key=lambda each: each.moment.instant, reverse=True):
            title = self._title(words.label(event), words.short_date(event.moment.date))
            hurt = capital(words.detail(event)) if event.event == "fall" else ""
            said = [part for part in (hurt, event.note) if part]
            found.append((event, title, said[0] if said else "", said[1] if len(said) > 1 else ""))
        self._draw(found)

    def end_with(self, button: QWidget) -> None:
        """A button below the rows."""
        self.column.insertWidget(self.column.count() - 1, button, 0, Qt.AlignmentFlag.AlignLeft)

    def _title(self, name: str, day: str) -> str:
        return self.tr("{name}, {day}").format(name=name, day=day)

    def _draw(self, found: Sequence[tuple[Measured, str, str, str]]) -> None:
        self._drawn = found
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for measured, title, said, more in found if self._all else found[:SHOWN]:
            reports = None if isinstance(measured, Event) else self._reports.get(measured.id, ())
            row = ResultRow(title, said, more, reports)
            row.attach.clicked.connect(partial(self.attaches.emit, measured.id))
            for each, report in zip(row.reports, reports or (), strict=True):
                each.open.clicked.connect(partial(self.opens.emit, report.id))
                each.take_off.clicked.connect(partial(self.takes_off.emit, report.id))
            row.edit.clicked.connect(partial(self.changes.emit, measured))
            row.delete.clicked.connect(partial(self.deletes.emit, measured.id))
            self.column.insertWidget(self.column.indexOf(self.more), row)
            self.rows.append(row)
        self._nothing.setVisible(not found)
        self.more.setVisible(not self._all and len(found) > SHOWN)

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(14))

    def row_of(self, measurement: str) -> ResultRow | None:
        """The row of a result; None where it is not shown."""
        shown = zip(self._drawn, self.rows, strict=False)
        return next((row for (measured, *_said), row in shown if measured.id == measurement), None)

    def place_of(self, measurement: str) -> int | None:
        """Which row a result stands in, from 0; None where it is not shown."""
        row = self.row_of(measurement)
        return None if row is None else self.rows.index(row)

    def _show_all(self) -> None:
        self._all = True
        self._draw(self._drawn)
        if len(self.rows) > SHOWN:
            self.rows[SHOWN].edit.setFocus()
