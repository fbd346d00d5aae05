"""A password for the page, in the window. It is Saturday 21 November 2026, 18:30 in Berlin."""

from io import BytesIO

import pytest
from pypdf import PasswordType, PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from bonecoach.ui.visits.page import VisitsPage
from bonecoach.ui.your_data import files


@pytest.fixture
def card(opened, diary):
    diary.log_text("walk 30 brisk, calcium citrate 500 at 8, pain 4")
    return opened(VisitsPage).paper


@pytest.fixture
def place(tmp_path, monkeypatch):
    """She chooses this file whenever she is asked; `asked` counts how often that was."""
    file, asked = tmp_path / "page.pdf", []
    monkeypatch.setattr(files, "ask_where", lambda *_: asked.append(1) or file)
    return file, asked


def typed(card, first, again):
    card.lock.wanted.setChecked(True)
    QTest.keyClicks(card.lock.first, first)
    QTest.keyClicks(card.lock.again, again)


def test_the_saved_page_opens_with_the_password_alone(card, place):
    file, _ = place
    typed(card, "correct horse", "correct horse")
    card.save.click()
    reader = PdfReader(BytesIO(file.read_bytes()))
    assert reader.decrypt("") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt("correct horse") is not PasswordType.NOT_DECRYPTED
    assert "Summary for my appointment" in reader.pages[0].extract_text()
    assert card.said.text() == f"Written with your password to {file}"


def test_nothing_of_it_is_left_once_the_page_is_written_or_left(card, place):
    typed(card, "correct horse", "correct horse")
    card.lock.show_it.setChecked(True)
    card.save.click()
    assert (card.lock.first.text(), card.lock.again.text(), card.lock.wanted.isChecked()) == ("", "", False)
    assert not card.lock.first.isVisible()
    assert card.lock.first.echoMode() is QLineEdit.EchoMode.Password
    typed(card, "correct horse", "correct horse")
    card.hide()
    card.show()
    assert (card.lock.first.text(), card.lock.wanted.isChecked()) == ("", False)
    typed(card, "correct horse", "")
    card.lock.wanted.setChecked(False)
    assert card.lock.first.text() == ""


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("", "", "Please type a password, or take the tick away."),
        ("horse", "hors", "The two passwords are not the same, so nothing was written; please type them again."),
        (
            "x" * 128,
            "x" * 128,
            "A PDF takes a password of at most 127 letters, or fewer where they have accents, so nothing was written.",
        ),
    ],
)
def test_what_is_no_password_is_said_in_one_sentence_before_a_file_is_asked_for(card, place, first, again, said):
    file, asked = place
    typed(card, first, again)
    card.save.click()
    assert card.said.text() == said
    assert not asked
    assert not file.exists()
    assert card.lock.first.text() == first  # what she typed stays, to be put right


def test_a_web_page_is_never_written_as_if_it_were_locked(card, tmp_path):
    typed(card, "correct horse", "correct horse")
    card.write(tmp_path / "page.html")
    assert card.said.text().startswith("Only a PDF file can have a password")
    assert not list(tmp_path.glob("*.html"))
    assert card.lock.first.text() == "correct horse"


def test_it_is_typed_unseen_unless_she_wants_to_see_it(card):
    card.lock.wanted.setChecked(True)
    assert card.lock.first.isVisible()
    assert card.lock.first.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(card.lock.show_it, Qt.Key.Key_Space)
    assert [field.echoMode() for field in (card.lock.first, card.lock.again)] == [QLineEdit.EchoMode.Normal] * 2


def test_without_a_tick_nothing_is_locked(card, place):
    file, _ = place
    card.save.click()
    assert not PdfReader(BytesIO(file.read_bytes())).is_encrypted
