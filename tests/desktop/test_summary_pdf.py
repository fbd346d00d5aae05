"""The page for an appointment as a PDF file: one sheet and what stands behind it, without a word too many."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from bonecoach.core.profile import Profile
from bonecoach.desktop.pdf import summary_pdf
from bonecoach.desktop.pdf_aloud import for_reading_aloud
from bonecoach.exchange.summary.page import Choice
from bonecoach.paint.fonts import load_fonts
from tests.exchange.pages import WORDS, day, summary_state
from tests.makers import joint_pain, session


@pytest.fixture(scope="module", autouse=True)
def screen():
    app = QApplication.instance() or QApplication(["bonecoach"])
    load_fonts()
    return app


@pytest.fixture
def state():
    entries = [session(35, day=day(nth)) for nth in range(0, 91, 2)] + [joint_pain(4, day(3), "hands")]
    return summary_state(entries, profile=Profile(birth_date=date(1961, 7, 1)))


def test_the_file_has_its_pages_its_type_its_title_and_its_language(state):
    made = summary_pdf(state, WORDS, Choice(name="Anna Example"))
    data = made.data
    assert made.pages == 2
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 2
    assert b"/Lang (en)" in data
    assert b"/DisplayDocTitle true" in data
    assert data.count(b"/FontFile2") == 2  # regular and bold, inside the file
    assert b"/Subtype /Image" not in data  # vectors
    assert len(data) < 150_000


def test_what_the_file_says_about_itself_names_nobody_and_no_health(state):
    data = summary_pdf(state, WORDS, Choice(name="Anna Example")).data
    about = data[data.index(b"<x:xmpmeta") : data.index(b"</x:xmpmeta>")].decode()
    assert "Summary for my appointment, 25 Aug 2026 to 23 Nov 2026" in about
    (title,) = re.findall(rb"/Title \((.*?)\)\n", data, re.DOTALL)
    for word in ("Anna", "1961", "letrozole", "DXA"):
        assert word not in about
        assert word.encode("utf-16-be") not in title


@pytest.mark.parametrize(("paper", "box"), [("a4", b"[0 0 595"), ("letter", b"[0 0 612")])
def test_the_sheet_is_the_one_that_people_print_on(state, paper, box):
    data = summary_pdf(state, WORDS, Choice(), paper).data
    assert b"/MediaBox " + box in data


def test_a_file_that_is_written_otherwise_stays_as_it_is():
    assert for_reading_aloud(b"%PDF-9.9 something else", "en") == b"%PDF-9.9 something else"


def test_its_words_can_be_searched_copied_and_read_aloud(state):
    reader = PdfReader(BytesIO(summary_pdf(state, WORDS, Choice(name="Anna Example")).data))
    first = reader.pages[0].extract_text().replace("\u00a0", " ")
    assert "\t" not in first
    assert first.startswith("Summary for my appointment\n")
    # 46 walks of 35 minutes in 13 weeks: 3.54 days and 123.8 minutes; 124 / 3.5 = 35.4.
    for said in ("Anna Example, born 1961", "3.5 days × 35.4 min = 124 min", "Worst joint pain, 0 to 10"):
        assert said in first
    behind = reader.pages[1].extract_text()
    assert "Preventing Chronic Disease" in behind
    assert reader.root_object["/Lang"] == "en"


def test_it_needs_no_screen_and_no_window(tmp_path):
    """A process of its own: the command line has no application, and makes one that draws off screen."""
    script = (
        "import sys; from bonecoach.desktop.pdf import summary_pdf;"
        "from tests.exchange.pages import WORDS, summary_state;"
        "from bonecoach.exchange.summary.page import Choice;"
        "sys.stdout.buffer.write(summary_pdf(summary_state(), WORDS, Choice()).data)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF")
    assert b"AtkinsonHyperlegibleNext" in done.stdout


def test_a_long_time_makes_more_pages_only_where_they_are_asked_for(state):
    assert summary_pdf(state, WORDS, Choice(more=frozenset({"days"}))).pages > 3
    empty = summary_state(span=type(state.span)(state.span.last - timedelta(days=2), state.span.last))
    assert summary_pdf(empty, WORDS, Choice()).pages == 2
