"""Bone health: where do my bones stand?"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.attachments import ENDINGS
from bonecoach.core.body_measures import Measure
from bonecoach.core.entries import Event
from bonecoach.core.measurements import LabTest, Scan
from bonecoach.ui.bones.body_card import BodyCard
from bonecoach.ui.bones.results_card import Measured, ResultsCard
from bonecoach.ui.bones.standing_cards import StandingCards
from bonecoach.ui.bones.timeline_card import TimelineCard
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.folders import show_file
from bonecoach.ui.page import Desk, Page
from bonecoach.ui.theme import follow, px
from bonecoach.ui.today.next_step import RedFlag
from bonecoach.ui.visits.questions_card import SuggestedCard


class BonePage(Page):
    """The timeline above; scans, blood tests, height and weight below."""

    key = "bone"
    icon = "bone"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading = Heading(self.title, "title")
        self.add_scan = PrimaryButton(self.tr("Add a scan"), "plus")
        self.add_test = Button(self.tr("Add a blood test"), "plus")
        self.print_button = Button(self.tr("Print"), "print", name=self.tr("Print this page"))
        self.timeline = TimelineCard()
        self.first = Card("soft")
        self.first.column.addWidget(Heading(self.tr("Begin with your last report")))
        self.first.column.addWidget(
            Text(
                self.tr(
                    "Enter the figures of a bone density scan (DXA) as they stand on its report: the place, the "
                    "density or the T-score, and the day. With the next one you will see whether the change is real."
                )
            )
        )
        self.standing = StandingCards()
        self.suggested = SuggestedCard(desk)
        self.scans = ResultsCard(self.tr("Bone density"), self.tr("No scan has been entered yet."))
        self.tests = ResultsCard(self.tr("Blood tests"), self.tr("No blood test has been entered yet."))
        self.events = ResultsCard(self.tr("Falls and fractures"), self.tr("None has been entered."))
        self.add_event = Button(self.tr("Add a fall or fracture"), "plus")
        self.events.end_with(self.add_event)
        self.flag = RedFlag()
        self.flag.hide()
        self.measured = BodyCard()
        self._paper: LabTest | None = None  # what was entered last, for the next result of the same paper
        self._lay_out()
        self.add_scan.clicked.connect(self._new_scan)
        self.add_test.clicked.connect(self._new_test)
        self.print_button.clicked.connect(self.print_page)
        self.timeline.wants_others.connect(self._show_others)
        self.timeline.asks_why.connect(self.asks_why)
        self.standing.asks_why.connect(self.asks_why)
        self.suggested.accepts.connect(self._accept)
        self.suggested.tells.connect(self._tell)
        self.suggested.why.connect(self.asks_why)
        self.add_event.clicked.connect(self._new_event)
        for card in (self.scans, self.tests, self.events):
            card.changes.connect(self._change)
            card.deletes.connect(self._delete)
            card.attaches.connect(self._attach)
            card.opens.connect(self._open)
            card.takes_off.connect(self._take_off)
        self.measured.adds.connect(self._measure)
        self.measured.changes.connect(self._measure)
        self.measured.deletes.connect(self._take_away)
        follow(self, self._space)

    @property
    def title(self) -> str:
        return self.tr("Bone health")

    def _lay_out(self) -> None:
        self._whole = QVBoxLayout(self.body)
        self._head, self._adding = QHBoxLayout(), QHBoxLayout()
        self._whole.addLayout(self._head)
        self._head.addWidget(self.heading, 1)
        self._head.addLayout(self._adding)
        self._adding.addWidget(self.add_scan)
        self._adding.addWidget(self.add_test)
        self._adding.addWidget(self.print_button)
        self._adding.addStretch(1)
        self._whole.addWidget(self.flag)
        self._whole.addWidget(self.first)
        self._whole.addWidget(self.timeline)
        self._whole.addWidget(self.standing)
        self._whole.addWidget(self.suggested)
        self._columns, self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight), QVBoxLayout()
        self._whole.addLayout(self._columns, 1)
        self._columns.addWidget(self.scans, 55)
        self._columns.addLayout(self._beside, 45)
        self._beside.addWidget(self.tests)
        self._beside.addWidget(self.events)
        self._beside.addWidget(self.measured, 1)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """Draws what was measured anew."""
        bones, words = self.desk.diary.bones, self.desk.words
        state, timeline = bones.state(), bones.timeline()
        self.first.setVisible(not state.series)
        for widget in (self.timeline, self.print_button):
            widget.setVisible(not timeline.is_empty)
        if not timeline.is_empty:
            self.timeline.show_state(timeline, words)
        self.standing.show_state(bones.standing(state), words)
        self.suggested.show_state(self.desk.diary.visits.suggested(), bones.to_be_told())
        self.scans.show_scans(state, words)
        self.tests.show_tests(state, words)
        self.events.show_events(state, words)
        self.measured.show_state(state.body, words)

    def first_focus(self) -> QWidget:
        return self.add_scan

    # -- doing -------------------------------------------------------------------------------------------------

    def _new_scan(self) -> None:
        from bonecoach.ui.bones.scan_form import ScanForm

        ScanForm(self.desk, self).exec()

    def _new_test(self) -> None:
        from bonecoach.ui.bones.lab_test_form import LabTestForm

        form = LabTestForm(self.desk, self, like=self._paper)
        form.exec()
        self._paper = form.kept or self._paper

    def _new_event(self) -> None:
        self._tell_event(None)

    def _tell_event(self, event: Event | None) -> None:
        from bonecoach.phrase.earlier import flags_of
        from bonecoach.ui.bones.event_form import EventForm

        form = EventForm(self.desk, self, event)
        if form.exec() and form.kept is not None:
            self.flag.show_flags(self.desk.words.red_flags(flags_of(form.kept, self.desk.diary.today())))

    def _change(self, measured: Measured) -> None:
        if isinstance(measured, Event):
            self._tell_event(measured)
        else:
            self._change_result(measured)
        self._focus_on(measured.id, "edit")

    def _change_result(self, measured: Scan | LabTest) -> None:
        from bonecoach.ui.bones.lab_test_form import LabTestForm
        from bonecoach.ui.bones.scan_form import ScanForm

        form = ScanForm(self.desk, self, measured) if isinstance(measured, Scan) else None
        (form or LabTestForm(self.desk, self, measured)).exec()  # type: ignore[arg-type]

    def _measure(self, measure: Measure | None = None) -> None:
        from bonecoach.ui.bones.body_form import BodyForm

        BodyForm(self.desk, self, measure).exec()

    def _take_away(self, measure: Measure) -> None:
        self.attempt(self.desk.diary.person.body.take_away, measure)
        self.measured.add.setFocus()

    def _show_others(self, on: bool) -> None:
        self.attempt(partial(self.desk.diary.bones.show_others, on=on))
        self.timeline.show_state(self.desk.diary.bones.timeline(), self.desk.words)

    def _accept(self, advice: Advice) -> None:
        self.attempt(self.desk.diary.visits.ask, self.desk.words.question(advice), advice.code)
        self._go_on()

    def _tell(self, yes: bool) -> None:
        self.attempt(self.suggested.keep_answer, yes)
        self._go_on()

    def _go_on(self) -> None:
        """The button that was pressed is gone: the keyboard goes to what stands next on the page."""
        rows = [row.edit for card in (self.scans, self.tests) for row in card.rows]
        [*self.suggested.buttons, *rows, self.measured.add][0].setFocus()

    def _delete(self, measurement: str) -> None:
        adds = {self.scans: self.add_scan, self.tests: self.add_test, self.events: self.add_event}
        card, place = next((card, place) for card in adds if (place := card.place_of(measurement)) is not None)
        if card is self.events:
            self.attempt(self.desk.diary.delete, [measurement])
        else:
            self.attempt(self.desk.diary.bones.delete, measurement)
        if card.rows:
            card.rows[min(place, len(card.rows) - 1)].delete.setFocus()
        else:
            adds[card].setFocus()

    def _attach(self, measurement: str) -> None:
        from bonecoach.ui.your_data.files import ask_which

        kinds = self.tr("Reports and photos (%s)").replace("%s", " ".join(f"*.{ending}" for ending in ENDINGS))
        every = f"{kinds};;{self.tr('All files')} (*)"
        chosen = ask_which(self, self.tr("Attach a scan or photo of the report"), every)
        if chosen is not None:
            self.attempt(self.desk.diary.bones.attachments.attach, measurement, chosen)
            self._focus_on(measurement, "attach")

    def _open(self, attachment: str) -> None:
        path = self.attempt(self.desk.diary.bones.attachments.path, attachment)
        if path is not None:
            show_file(path, self)

    def _take_off(self, attachment: str) -> None:
        reports = self.desk.diary.bones.attachments.all().items()
        measurement = next((key for key, those in reports if any(one.id == attachment for one in those)), "")
        self.attempt(self.desk.diary.bones.attachments.take_off, attachment)
        self._focus_on(measurement, "attach")

    def _focus_on(self, measurement: str, button: str) -> None:
        """What was drawn anew has lost the keyboard: it goes back to the result that it was about."""
        for card in (self.scans, self.tests, self.events):
            row = card.row_of(measurement)
            if row is not None:
                getattr(row, button).setFocus()

    # -- paper ----------------------------------------------------------------------------------------------------

    def print_page(self) -> None:
        """Asks for a printer and prints the timeline as it is looked at, with what it says."""
        from bonecoach.desktop.printing import print_painting
        from bonecoach.paint.bone_page import BoneSheet

        card, words = self.timeline, self.desk.words
        sheet = BoneSheet(self.title, self.desk.diary.bones.timeline(), card.frame, card.measure, words)
        print_painting(self.window(), self.title, sheet.paint)

    # -- layout ------------------------------------------------------------------------------------------------

    def arrange(self, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self.timeline.give_room(narrow=narrow)
        self.standing.arrange(narrow=narrow)
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _space(self) -> None:
        self._whole.setContentsMargins(px(24), px(12), px(24), px(14))
        self._whole.setSpacing(px(12))
        self._columns.setSpacing(px(12))
        self._beside.setSpacing(px(12))
        for row in (self._head, self._adding):
            row.setSpacing(px(GAP))
