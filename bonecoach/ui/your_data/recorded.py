"""What a watch recorded, to be confirmed: each bout with its minutes, and what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from bonecoach.ui.buttons import GAP
from bonecoach.ui.cards import Text
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.theme import px
from bonecoach.words import capital

if TYPE_CHECKING:
    from bonecoach.diary.recorded import Group, Recorded


class GroupRow(QWidget):
    """A tick, what was recorded, and the activity it is taken for. One that nobody knows waits for its activity."""

    def __init__(self, group: Group, desk: Desk, activities: list[tuple[str, object]], asked: str) -> None:
        super().__init__()
        words, today = desk.words, desk.diary.today()
        first, last = group.bouts[0].session.moment, group.bouts[-1].session.moment
        when = words.say("visit.at", day=words.date(first.date, today), time=words.time(first.wall))
        facts = {"sport": group.sport or words.say("data.unnamed_sport"), "minutes": words.number(group.minutes)}
        if len(group.bouts) > 1:
            when = words.say("data.bouts", count=len(group.bouts), sport=facts["sport"])
            said = words.say("data.bouts_when", first=first.date, last=last.date, minutes=facts["minutes"])
        else:
            said = words.say("data.bout", **facts)
        self.keep = QCheckBox(capital(when))
        self.keep.setChecked(bool(group.activity))
        self.keep.setAccessibleDescription(said)
        self.about = Text(said, "small", "quiet")
        self.activity = Chooser(activities if group.activity else [(asked, ""), *activities])
        self.activity.choose(group.activity)
        self.activity.setAccessibleName(words.say("data.what_it_was", what=f"{when}, {said}"))
        self.activity.currentIndexChanged.connect(self._say_it_was)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(4))
        grid.setColumnMinimumWidth(0, px(44))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.keep, 0, 0, 1, 2)
        grid.addWidget(self.about, 1, 1)
        grid.addWidget(self.activity, 2, 1)

    def chosen(self) -> str:
        """The id of its activity, "" where it stays out."""
        return str(self.activity.currentData()) if self.keep.isChecked() else ""

    def _say_it_was(self) -> None:
        self.keep.setChecked(bool(self.activity.currentData()))


class RecordedView(QWidget):
    """One row under the other, oldest first."""

    def __init__(self, recorded: Recorded, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(GAP + 8))
        column.addWidget(Text(self.tr("Please look whether this is right. What has no tick stays out.")))
        table = desk.diary.knowledge.activities.all()
        names = sorted((capital(each.name), each.id) for each in table)
        activities: list[tuple[str, object]] = [(name, activity_id) for name, activity_id in names]
        asked = self.tr("Please choose what it was")
        self.rows = [GroupRow(group, desk, activities, asked) for group in recorded.groups]
        for row in self.rows:
            column.addWidget(row)

    def chosen(self) -> dict[int, str]:
        """The activities of the rows that are ticked, by their place."""
        found = {place: row.chosen() for place, row in enumerate(self.rows)}
        return {place: activity for place, activity in found.items() if activity}

    def first_focus(self) -> QWidget:
        """The first tick."""
        return self.rows[0].keep
