"""The page for the appointment: which days it is about, a look at it, and the ways it leaves the computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from bonecoach.core.errors import BoneCoachError, InvalidEntry
from bonecoach.ui.announce import announce
from bonecoach.ui.buttons import GAP, Button, PrimaryButton
from bonecoach.ui.cards import Card, Heading, Text
from bonecoach.ui.flow import Flow
from bonecoach.ui.page import Desk
from bonecoach.ui.person.fields import Typed
from bonecoach.ui.theme import px
from bonecoach.ui.visits.page_days import PageDays
from bonecoach.ui.visits.page_parts import PageParts
from bonecoach.ui.visits.page_password import PagePassword

if TYPE_CHECKING:
    from bonecoach.core.summary import SummaryState
    from bonecoach.exchange.summary.page import Choice


class PaperCard(Card):
    """Makes the page of what is chosen, anew each time, and hands it over."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.page_days = PageDays(desk)
        self.parts = PageParts(desk)
        self.name = Typed(self.tr("Your name, if it shall stand there"))
        self.name.setAccessibleName(self.tr("Your name on the page"))
        self.days = QCheckBox(self.tr("Every day, on further pages"))
        self.doses = QCheckBox(self.tr("Every dose, on further pages"))
        self.notes = QCheckBox(self.tr("My private notes, on further pages"))
        self.lock = PagePassword()
        self.look = PrimaryButton(self.tr("Look at it"))
        self.save = Button(self.tr("Save\u2026"))
        self.print = Button(self.tr("Print\u2026"), "print")
        self.text = Button(self.tr("Copy as text"))
        self.said = Text("", "small")
        self.buttons = Flow(GAP)
        for button in (self.look, self.save, self.print, self.text):
            self.buttons.add(button)
        self.column.addWidget(Heading(self.tr("The page for your appointment")))
        self.column.addWidget(
            Text(self.tr("One sheet that is read in ninety seconds, with what stands behind it."), "body", "quiet")
        )
        asked = (self.page_days, self.name, self.days, self.doses, self.notes, self.parts, self.lock)
        for widget in (*asked, self.buttons, self.said):
            self.column.addWidget(widget)
        self.look.clicked.connect(self._look)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.text.clicked.connect(self._copy)

    def show_state(self) -> None:
        """Offers the days there are; what was chosen stays chosen."""
        self.page_days.show_state()
        self.said.say("")

    def choice(self) -> Choice:
        """What stands on the page. Raises InvalidEntry for a name that cannot."""
        from bonecoach.exchange.summary.page import Choice

        behind = (("days", self.days), ("doses", self.doses), ("notes", self.notes))
        more = frozenset(key for key, box in behind if box.isChecked())
        return Choice(self.parts.chosen(), more, " ".join(self.name.text().split()))

    def state(self) -> SummaryState:
        """The state behind the page. Raises InvalidEntry for days that cannot be."""
        return self._desk.diary.summaries.state(self.page_days.days())

    # -- doing -------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        from bonecoach.ui.visits.preview import Preview

        try:
            preview = Preview(self.state(), self.choice(), self._desk, self)
        except BoneCoachError as error:
            self._tell(self._desk.words.error(error))
            return
        preview.exec()

    def _save(self) -> None:
        try:
            self.lock.password()  # refused before she has looked for a place
        except BoneCoachError as error:
            self._refuse_password(error)
            return
        from bonecoach.ui.your_data.files import ask_where

        proposed = f"bonecoach-{self._desk.diary.today().isoformat()}.pdf"
        kinds = self.tr("PDF (*.pdf);;Web page (*.html)")
        path = ask_where(self, self.tr("Save the page"), proposed, kinds)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Writes the page as a PDF file, or as a web page where the name ends so; says so, or why not.

        Whoever chose the file was asked about one that is there.
        """
        from bonecoach.exchange.files import written

        words = self._desk.words
        try:
            password = self.lock.password()
            data = self._written_out(path, password)
            with written(path, over=True) as partial:
                partial.write_bytes(data)
        except BoneCoachError as error:
            self._tell(words.error(error))
            return
        self.lock.forget()
        self._tell(words.say("page.exported" if password is None else "page.exported_locked", file=str(path)))

    def _written_out(self, path: Path, password: str | None) -> bytes:
        if path.suffix.lower() in (".html", ".htm"):
            if password is not None:
                raise InvalidEntry("password_of_web_page")
            return self._web_page()
        if password is None:
            return self._pdf()
        from bonecoach.exchange.pdf_lock import locked

        return locked(self._pdf(), password)

    def _refuse_password(self, error: BoneCoachError) -> None:
        self._tell(self._desk.words.error(error))
        self.lock.first.setFocus()

    def _pdf(self) -> bytes:
        from bonecoach.desktop.pdf import summary_pdf
        from bonecoach.words.conventions import usual_paper

        words = self._desk.words
        return summary_pdf(self.state(), words, self.choice(), usual_paper(words.locale)).data

    def _web_page(self) -> bytes:
        from bonecoach.exchange.summary.browser_room import page_for_browser
        from bonecoach.exchange.summary.html import as_html

        words = self._desk.words
        return as_html(page_for_browser(self.state(), words, self.choice()), words).encode()

    def _print(self) -> None:
        from bonecoach.desktop.pdf import MARGINS, printable_size
        from bonecoach.desktop.printing import print_pages
        from bonecoach.paint.summary.document import DOTS_PER_INCH, SummaryDocument
        from bonecoach.words.conventions import usual_paper

        words = self._desk.words
        try:
            size = printable_size(usual_paper(words.locale))
            pages = SummaryDocument(self.state(), words, self.choice(), size).pages()
        except BoneCoachError as error:
            self._tell(words.error(error))
            return
        print_pages(self.window(), self.tr("The page for your appointment"), pages, MARGINS, DOTS_PER_INCH)

    def _copy(self) -> None:
        from bonecoach.exchange.summary.build import summary_page
        from bonecoach.exchange.summary.text import as_text

        try:
            page = summary_page(self.state(), self._desk.words, self.choice())
        except BoneCoachError as error:
            self._tell(self._desk.words.error(error))
            return
        QApplication.clipboard().setText(as_text(page))
        self._tell(self.tr("Copied. It can be pasted into a message or a record."))

    def _tell(self, sentence: str) -> None:
        self.said.say(sentence)
        announce(self, sentence)

    def _restyle(self) -> None:
        super()._restyle()
        self.column.setSpacing(px(10))
