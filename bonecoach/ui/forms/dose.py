"""The form for medicines: her own first, then those that are known, and what became of the dose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bonecoach.core.entries import DoseState
from bonecoach.core.medicines import Medicine
from bonecoach.ui.forms.form import QuickForm
from bonecoach.ui.forms.picker import Found
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Chooser
from bonecoach.words import capital

_VERBS = {DoseState.TAKEN: "took", DoseState.MISSED: "missed", DoseState.SKIPPED: "skipped"}


class DoseForm(QuickForm):
    """Log a dose of a medicine that was taken, missed or skipped."""

    def __init__(self, desk: Desk, at: datetime | None, parent: QWidget) -> None:
        super().__init__(self.tr("Medicine"), self.tr("Look for a medicine"), desk, at, parent)

    def found(self, text: str) -> Found:
        diary = self.desk.diary
        known = diary.knowledge.medicines.all()
        hers = diary.person.profile(diary.today()).aromatase_inhibitor
        said = [medicine for medicine in known if medicine.id == hers]
        words = text.lower().split()
        labels: dict[str, Medicine] = {}
        for medicine in (*diary.plans.medicines(), *said, *known):
            if all(any(word in name.lower() for name in medicine.names) for word in words):
                labels.setdefault(capital(_dose(medicine)), medicine)
        return list(labels.items())

    def own_fields(self) -> Sequence[tuple[str, QWidget]]:
        shown = self.desk.words.shown
        self.state = Chooser([(capital(shown(state)), state) for state in DoseState])
        self.state.setAccessibleName(self.tr("What became of it"))
        self.state.currentIndexChanged.connect(self.preview)
        return ((self.tr("What became of it"), self.state),)

    def text(self, thing: object) -> str:
        assert isinstance(thing, Medicine)
        return f"{_VERBS[DoseState(self.state.currentData())]} {_dose(thing)}"


def _dose(medicine: Medicine) -> str:
    """ "Letrozole 2.5 mg": a name of the medicine that means this dose, and the dose where it has one."""
    amount = "" if medicine.dose_amount is None else f" {medicine.dose_amount:g} {medicine.dose_unit or ''}"
    return f"{medicine.name}{amount}".rstrip()
