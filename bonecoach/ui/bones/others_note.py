"""What the pale bands are, and are not; and where they are from."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bonecoach.core.advice import Advice
from bonecoach.core.others_found import Others
from bonecoach.ui.buttons import GAP, QuietButton
from bonecoach.ui.cards import Text
from bonecoach.ui.theme import px
from bonecoach.words import Words

OTHERS_FOUND = Advice("others_found", {}, "ATAC2 ATAC5 ATACOFF BREX10 HADJI2017", "confirmed")
"""What "Why?" explains, with every source of the figures and of what is said about them."""


class OthersNote(QWidget):
    """One sentence below the timeline, with its reason behind a button. Hidden while nothing of others is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Text("")
        self.why = QuietButton(self.tr("Why?"), name=self.tr("Why? What others found"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(GAP))
        row.addWidget(self.text, 1)
        row.addWidget(self.why)
        self.hide()

    def show_state(self, others: Others | None, words: Words, *, drawn: bool) -> None:
        """Says what is seen of others: bands, none for want of a scan, or none because scores are shown (`drawn`)."""
        if others is not None:
            missing = "" if others.bands else words.say("others.no_scan_near")
            state = missing if drawn else words.say("others.with_density")
            self.text.setText(" ".join(part for part in (words.say("others.caveat"), state) if part))
        self.setVisible(others is not None)
