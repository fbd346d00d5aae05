"""The page for an appointment, from a terminal. It is noon on Monday 23 November 2026 in Helsinki."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Terminal


@pytest.fixture
def lived(terminal: Terminal) -> Terminal:
    """A few days on record."""
    terminal("profile", "set", "birth_date=1961", "aromatase_inhibitor=letrozole", "therapy_start=2024-01-12")
    terminal("log", "brisk walk 40 min, pain 4 hands", "--at", "2026-11-20T08:00")
    terminal("log", "calcium citrate 500, took letrozole", "--at", "2026-11-22T08:00")
    return terminal


def test_the_page_is_written_as_text_for_thirteen_weeks(lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "page.txt"
    answer = lived.json("export", "text", "--out", str(out))
    assert answer == {"format": "text", "file": str(out), "from": "2026-08-25", "to": "2026-11-23"}
    text = out.read_text(encoding="utf-8")
    assert "Letrozole 2.5 mg since 12 Jan 2024 (34 months)." in text
    assert "- Exercise vital sign: 1 day × 40 min = 40 min, of 150" in text


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        (("--last", "90days"), "2026-08-26", "2026-11-23"),
        (("--last", "6 months"), "2026-05-24", "2026-11-23"),
        (("--last", "1year"), "2025-11-24", "2026-11-23"),
        (("--from", "2026-06-03"), "2026-06-03", "2026-11-23"),
        (("--to", "2026-11-01"), "2026-08-03", "2026-11-01"),
        (("--from", "2026-11-20", "--to", "yesterday"), "2026-11-20", "2026-11-22"),
    ],
)
def test_its_days_are_named_or_counted_back(
    lived: Terminal, tmp_path: Path, said: tuple[str, ...], first: str, last: str
) -> None:
    answer = lived.json("export", "text", "--out", str(tmp_path), *said)
    assert (answer["from"], answer["to"]) == (first, last)
    assert answer["file"] == str(tmp_path / "bonecoach-2026-11-23.txt")  # the name of the file says nothing of health


def test_it_may_begin_with_the_last_visit(lived: Terminal, tmp_path: Path) -> None:
    lived("appointment", "add", "--date", "2026-10-02", "--with", "Dr Example")
    lived("question", "add", "When is my next scan?")
    answer = lived.json("export", "text", "--out", str(tmp_path / "page.txt"), "--last", "visit")
    assert (answer["from"], answer["to"]) == ("2026-10-02", "2026-11-23")
    assert "1. When is my next scan?" in (tmp_path / "page.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (("--last", "soon"), "not_a_length"),
        (("--last", "0days"), "not_a_length"),
        (("--last", "99999days"), "not_a_length"),
        (("--last", "300months"), "not_a_length"),
        (("--last", "9000days"), "span_too_long"),
        (("--last", "visit"), "no_visit"),
        (("--last", "90days", "--from", "2026-11-01"), "two_spans"),
        (("--to", "2026-11-24"), "page_ahead"),
        (("--from", "2026-11-24"), "page_ahead"),
        (("--from", "2026-11-20", "--to", "2026-11-19"), "days_reversed"),
        (("--sections", "moon"), "unknown_section"),
        (("--with", "moon"), "unknown_section"),
        (("--name", "A" * 81), "too_long"),
        (("--bom",), "option_elsewhere"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    lived: Terminal, tmp_path: Path, said: tuple[str, ...], code: str
) -> None:
    assert lived.refused("export", "text", "--out", str(tmp_path / "page.txt"), *said)["code"] == code
    assert not list(tmp_path.glob("*.txt"))


def test_options_of_the_page_belong_to_the_page(lived: Terminal, tmp_path: Path) -> None:
    for option in (("--last", "90days"), ("--with", "notes"), ("--name", "Anna")):
        assert lived.refused("export", "csv", "--out", str(tmp_path / "a.zip"), *option)["code"] == "option_elsewhere"


def test_sections_further_pages_and_a_name_are_chosen(lived: Terminal, tmp_path: Path) -> None:
    lived("log", "walk 20", "--at", "2026-11-21T08:00")
    out = tmp_path / "page.txt"
    chosen = ("--sections", "pain,due", "--with", "doses,counting", "--name", " Anna\u2028B/C ")
    lived.json("export", "text", "--out", str(out), *chosen)
    text = out.read_text(encoding="utf-8")
    assert "Anna B/C, born 1961" in text
    assert "EVERY DOSE" in text
    assert "HOW EACH NUMBER IS COUNTED" in text
    assert "MOVEMENT" not in text
    assert lived.refused("export", "text", "--out", str(out), code=1)["code"] == "file_there"
    assert lived("export", "text", "--out", str(out), "--force").code == 0
    assert "MOVEMENT" in out.read_text(encoding="utf-8")


# A PDF needs an application to measure letters with, and a process has one for ever: `qapp` is the one of other tests.


def test_a_pdf_is_made_without_a_window(qapp: object, lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    answer = lived.json("export", "pdf", "--out", str(out), "--last", "6months")
    assert answer == {
        "format": "pdf",
        "file": str(out),
        "from": "2026-05-24",
        "to": "2026-11-23",
        "pages": 2,
        "locked": False,
    }
    assert b"/MediaBox [0 0 595" in out.read_bytes()
    lived.json("export", "pdf", "--out", str(tmp_path / "us.pdf"), "--paper", "letter", "--with", "days,doses,notes")
    assert b"/MediaBox [0 0 612" in (tmp_path / "us.pdf").read_bytes()
    assert lived.refused("export", "pdf", "--out", str(tmp_path / "b.pdf"), "--paper", "a5")["code"] == "unknown_paper"


def test_where_people_print_on_letter_the_page_does(
    qapp: object, lived: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    lived.json("export", "pdf", "--out", str(tmp_path / "us.pdf"))
    assert b"/MediaBox [0 0 612" in (tmp_path / "us.pdf").read_bytes()


def test_a_computer_that_cannot_draw_says_what_it_can(
    lived: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "bonecoach.desktop.pdf", None)
    refused = lived.refused("export", "pdf", "--out", str(tmp_path / "page.pdf"), code=1)
    assert refused["code"] == "cannot_draw"
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("format_", ["text", "html", "pdf"])
def test_bad_luck_is_one_sentence_and_leaves_nothing_half_written(
    qapp: object, lived: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    there = tmp_path / "there"
    there.write_text("mine", encoding="utf-8")
    assert lived.refused("export", format_, "--out", str(there), code=1)["code"] == "file_there"
    assert lived.refused("export", format_, "--out", str(tmp_path / "no/such/page"), code=1)["code"] == "no_such_folder"
    assert lived.refused("export", format_, "--out", str(there / "page"), code=1)["code"] == "no_such_folder"
    assert lived.refused("export", format_, "--out", "")["code"] == "unreadable_text"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert lived.refused("export", format_, "--out", str(tmp_path / "page"), code=1)["code"] == "no_room_there"
    assert lived.refused("export", format_, "--out", str(there), "--force", code=1)["code"] == "no_room_there"
    assert there.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["there"]


def test_a_diary_with_nothing_in_it_has_a_page_all_the_same(qapp: object, terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.json("export", "pdf", "--out", str(tmp_path / "page.pdf"))["pages"] == 2
    terminal.json("export", "text", "--out", str(tmp_path / "page.txt"))
    text = (tmp_path / "page.txt").read_text(encoding="utf-8")
    assert "Which aromatase inhibitor is taken was not entered." in text
    assert "No bone density scan is on record." in text


def test_the_page_is_written_as_html(lived: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    answer = lived.json("export", "html", "--out", str(out), "--name", "Anna <B>")
    assert answer == {"format": "html", "file": str(out), "from": "2026-08-25", "to": "2026-11-23"}
    html = out.read_text(encoding="utf-8")
    assert '<html lang="en">' in html
    assert "Anna &lt;B&gt;, born" in html


def test_a_pdf_can_be_locked(qapp: object, lived: Terminal, tmp_path: Path) -> None:
    secret, out = tmp_path / "secret", tmp_path / "page.pdf"
    secret.write_text("correct horse\n", encoding="utf-8")
    answer = lived.json("export", "pdf", "--out", str(out), "--password-file", str(secret), "--name", "Anna")
    assert answer["locked"] is True
    reader = PdfReader(out)
    assert reader.is_encrypted
    reader.decrypt("correct horse")
    assert (len(reader.pages), reader.root_object["/Lang"]) == (2, "en")
    first = reader.pages[0].extract_text().replace("\u00a0", " ")
    assert "Anna, born" in first
    assert "Letrozole 2.5 mg since 12" in first
    missing = str(tmp_path / "nowhere")
    refused = lived.refused("export", "pdf", "--out", str(tmp_path / "b.pdf"), "--password-file", missing)
    assert refused["code"] == "no_password_file"
    assert not (tmp_path / "b.pdf").exists()
    for format_ in ("text", "html", "csv"):
        words = ("export", format_, "--out", str(tmp_path / "c"), "--password-file", str(secret))
        assert lived.refused(*words)["code"] == "option_elsewhere"
