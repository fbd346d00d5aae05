"""The page for the appointment in the window. It is Saturday 21 November 2026, 18:30 in Berlin."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from bonecoach.core.spans import Span
from bonecoach.core.visits import Appointment, Before
from bonecoach.desktop import printing
from bonecoach.ui.visits.page import VisitsPage
from bonecoach.ui.visits.preview import Preview
from bonecoach.ui.your_data import files
from tests.ui.test_exporting import typed


@pytest.fixture
def card(opened, diary):
    diary.log_text("walk 30 brisk, calcium citrate 500 at 8, pain 4")
    return opened(VisitsPage).paper


def test_the_page_is_about_thirteen_weeks_or_since_the_last_appointment(card, diary):
    assert card.page_days.days() == Span(date(2026, 8, 23), date(2026, 11, 21))  # 91 days
    card.page_days.choose("30")
    assert card.page_days.days().first == date(2026, 10, 23)
    card.page_days.choose("6m")
    assert card.page_days.days().first == date(2026, 5, 22)
    diary.visits.add(Appointment(date=date(2026, 10, 1), whom="Dr Meyer"), Before.NEVER)
    card.show_state()
    assert card.page_days.key == "6m"  # what was chosen stays
    card.page_days.choose("visit")
    assert card.page_days.days().first == date(2026, 10, 1)


def test_she_may_name_the_days_herself(card):
    days = card.page_days
    assert not days.first.isVisible()
    days.choose("own")
    assert days.first.isVisible()
    assert days.days() == Span(date(2026, 8, 23), date(2026, 11, 21))
    typed(days.first, "1 Nov 2026")
    assert days.days() == Span(date(2026, 11, 1), date(2026, 11, 21))
    typed(days.first, "30 Nov 2026")
    card.look.click()
    assert card.said.text() == "The first day lies behind the last one, so there is nothing between them."
    typed(days.first, "never")
    card.text.click()
    assert "never" in card.said.text()


def test_sections_can_be_left_out_and_private_notes_stand_there_only_where_they_are_ticked(card, diary):
    diary.log_text("pain 6 (could not open the jar)")
    card.text.click()
    whole = QApplication.clipboard().text()
    assert "WORST JOINT PAIN" in whole
    assert "MY NOTES" not in whole
    card.parts.opens.click()
    card.parts.boxes["pain"].setChecked(False)
    card.notes.setChecked(True)
    card.text.click()
    said = QApplication.clipboard().text()
    assert "WORST JOINT PAIN" not in said
    assert "MY NOTES" in said
    assert "MOVEMENT" in said


def test_it_is_seen_as_it_prints_and_heard_as_its_text(card, writing_desk):
    card.days.setChecked(True)
    preview = Preview(card.state(), card.choice(), writing_desk, card)
    assert len(preview.sheets) >= 2
    first = preview.sheets[0]
    assert first.accessibleName() == f"Page 1 of {len(preview.sheets)}"
    assert "Summary for my appointment" in first.accessibleDescription()
    assert first.grab().toImage().pixelColor(2, 2).name() == "#ffffff"  # paper is white in every look
    assert first.height() == first._height(first.width())
    assert first.drawn() is first.drawn()


def test_every_sheet_is_heard_as_what_stands_on_it(card, writing_desk):
    card.days.setChecked(True)
    preview = Preview(card.state(), card.choice(), writing_desk, card)
    said = [sheet.accessibleDescription() for sheet in preview.sheets]
    assert all(said)
    assert len(set(said)) == len(said)
    assert "BONE DENSITY (DXA)" in said[0]
    assert "HOW THIS IS COUNTED" in said[1]
    rows = [number for number, text in enumerate(said) for line in text.split("\n") if "Calcium, mg " in line]
    assert len(rows) == 91  # every day once, each on its own sheet
    assert rows == sorted(rows)
    assert min(rows) > 1
    assert "- 21 Nov 2026: Calcium, mg 500;" in said[rows[-1]]


def test_it_is_saved_as_a_pdf_with_her_name_only_where_she_gave_one(card, tmp_path, monkeypatch):
    file = tmp_path / "page.pdf"
    monkeypatch.setattr(files, "ask_where", lambda *_: file)
    card.name.setText("  Ada   Berg ")
    assert card.choice().name == "Ada Berg"
    card.save.click()
    assert file.read_bytes().startswith(b"%PDF")
    assert card.said.text() == f"Written to {file}"
    monkeypatch.setattr(files, "ask_where", lambda *_: None)
    card.said.say("")
    card.save.click()
    assert card.said.text() == ""


def test_a_web_page_is_written_where_the_name_ends_so(card, tmp_path):
    file = tmp_path / "page.html"
    card.write(file)
    assert "Summary for my appointment" in file.read_text(encoding="utf-8")


def test_what_cannot_be_written_or_named_is_said_in_one_sentence(card, tmp_path):
    card.write(tmp_path / "nowhere" / "page.pdf")
    assert card.said.text().endswith(".")
    card.name.setText("x" * 200)
    for act in (card.look, card.text, card.print):
        card.said.say("")
        act.click()
        assert card.said.text()


def test_it_is_copied_as_text(card):
    card.text.click()
    assert QApplication.clipboard().text().startswith("Summary for my appointment")
    assert card.said.text().startswith("Copied.")


def test_it_is_looked_at_and_printed(card, monkeypatch, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    shown, printers = [], []
    monkeypatch.setattr(Preview, "exec", lambda self: shown.append(len(self.sheets)))
    card.look.click()
    assert shown
    monkeypatch.setattr(printing, "asked_for", lambda *_: printers.append(1))
    card.print.click()
    assert printers == [1]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(printing, "asked_for", lambda *_: printer)
    card.print.click()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
