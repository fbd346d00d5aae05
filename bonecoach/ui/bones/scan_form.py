"""The form of one site of a bone density scan."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bonecoach.core.measurements import Scan, Side, Site
from bonecoach.ui.bones.figures import density_typed, figure_said, figure_shown
from bonecoach.ui.bones.measured_form import MeasuredForm
from bonecoach.ui.page import Desk
from bonecoach.ui.person.day_field import DayField, as_date, as_qdate
from bonecoach.ui.person.fields import Chooser, Typed
from bonecoach.words import capital
from bonecoach.words.bones import BoneWords


class ScanForm(MeasuredForm):
    """The figures of one site as the report prints them. A new one begins with day, scanner and centre of the last."""

    def __init__(self, desk: Desk, parent: QWidget, scan: Scan | None = None) -> None:
        super().__init__(self.tr("Bone density scan") if scan is None else self.tr("Change this scan"), desk, parent)
        self.scan = scan
        says, last = BoneWords(desk.words), self._last()
        self.day = DayField(desk.words.conventions.order)
        self.day.setMaximumDate(as_qdate(desk.diary.today()))
        self.site = Chooser([(capital(says.place(site)), site.value) for site in Site])
        self.side = Chooser(
            [(self.tr("not said"), None), (self.tr("left"), Side.LEFT.value), (self.tr("right"), Side.RIGHT.value)]
        )
        self.bmd, self.t_score, self.z_score = Typed("0.912"), Typed("-1.8"), Typed("-0.4")
        self.scanner, self.place, self.least, self.note = Typed(), Typed(), Typed(), Typed()
        self.least_unit = Chooser([("%", "percent"), ("g/cm\u00b2", "bmd")])
        self.field(self.tr("Day"), self.day)
        self.field(self.tr("Where"), self.site)
        self.field(self.tr("Side"), self.side)
        self.say_between(self.tr("One of the next three figures is enough."))
        self.field(self.tr("Density (BMD), g/cm\u00b2"), self.bmd)
        self.field(self.tr("T-score"), self.t_score)
        self.field(self.tr("Z-score"), self.z_score)
        self.field(self.tr("Scanner"), self.scanner)
        self.beside(self.tr("Least significant change"), self.least, self.least_unit, self.tr("Its unit"))
        self.field(self.tr("Centre"), self.place)
        self.field(self.tr("Note"), self.note)
        self.say(
            self.tr(
                "Scanner and least significant change stand on many reports; with them a change can be told from "
                "chance."
            ),
            "small",
            "quiet",
        )
        self._fill(scan or last, new=scan is None)
        self.site.currentIndexChanged.connect(self._site_chosen)
        self._site_chosen()
        self.add_buttons(self.tr("Save"))
        (self.day if scan is None else self.bmd).setFocus()

    def _last(self) -> Scan | None:
        scans = self.desk.diary.bones.scans()
        return scans[-1] if scans else None

    def _fill(self, scan: Scan | None, *, new: bool) -> None:
        self.day.setDate(as_qdate(self.desk.diary.today() if scan is None else scan.date))
        if scan is None:
            return
        self.scanner.setText(scan.scanner)
        self.place.setText(scan.place)
        percent = scan.lsc is None
        self.least_unit.choose("percent" if percent else "bmd")
        if new:
            return
        self.site.choose(scan.site)
        self.side.choose(scan.side)
        for field, figure in ((self.bmd, scan.bmd), (self.t_score, scan.t_score), (self.z_score, scan.z_score)):
            field.setText(figure_shown(figure))
        self.least.setText(figure_shown(scan.lsc_percent if percent else scan.lsc))
        self.note.setText(scan.note)

    def _site_chosen(self) -> None:
        spine = self.site.currentData() == Site.LUMBAR_SPINE
        if spine:
            self.side.choose(None)
        self.side.setEnabled(not spine)

    def save(self) -> None:
        """Keeps the scan, or what was changed of it. Raises BoneCoachError.

        What was asked about and is saved a second time as it stands is kept.
        """
        least = figure_said(self.least.text())
        percent = self.least_unit.currentData() == "percent"
        said: dict[str, object] = {
            "date": as_date(self.day.date()),
            "site": Site(self.site.currentData()),
            "side": None if self.side.currentData() is None else Side(self.side.currentData()),
            "bmd": density_typed(self.bmd.text()),
            "t_score": figure_said(self.t_score.text()),
            "z_score": figure_said(self.z_score.text()),
            "scanner": self.scanner.text().strip(),
            "lsc_percent": least if percent else None,
            "lsc": None if percent else least,
            "place": self.place.text().strip(),
            "note": self.note.text().strip(),
        }
        self.keep(said, partial(self._keep, said))

    def _keep(self, said: dict[str, object], confirmed: bool) -> None:
        if self.scan is None:
            self.desk.diary.bones.add_scan(Scan(**said), confirmed=confirmed)  # type: ignore[arg-type]
        else:
            self.desk.diary.bones.change_scan(self.scan.id, confirmed=confirmed, **said)
