"""The computer's own windows for choosing a file, as they are asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from bonecoach.ui.your_data import files
from bonecoach.ui.your_data.files import ask_where, ask_which, ask_which_ones, ending_of, usual_folder


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def answering(monkeypatch):
    """She answers with these names, or leaves; `asked` is what the window was."""
    asked = []

    def answer(*names):
        monkeypatch.setattr(QFileDialog, "exec", lambda self: asked.append(self) or len(names))
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: list(names))
        return asked

    return answer


def test_a_file_to_write_is_proposed_by_name_and_gets_its_ending(parent, answering):
    asked = answering("/home/ada/out")
    assert ask_where(parent, "Export", "bonecoach-2026-11-21.zip", "Tables (*.zip)") == Path("/home/ada/out")
    assert asked[0].defaultSuffix() == "zip"
    assert asked[0].acceptMode() is QFileDialog.AcceptMode.AcceptSave
    answering()
    assert ask_where(parent, "Export", "x.zip", "Tables (*.zip)") is None


def test_one_file_or_several_are_read(parent, answering):
    asked = answering("/a.fit", "/b.fit")
    assert ask_which_ones(parent, "Import", "All (*)") == [Path("/a.fit"), Path("/b.fit")]
    assert asked[0].fileMode() is QFileDialog.FileMode.ExistingFiles
    assert ask_which(parent, "Restore", "All (*)") == Path("/a.fit")
    answering()
    assert ask_which_ones(parent, "Import", "All (*)") == []
    assert ask_which(parent, "Restore", "All (*)") is None


def test_they_open_in_documents_and_then_where_the_last_file_was(parent, answering, tmp_path, monkeypatch):
    documents, reports = tmp_path / "Documents", tmp_path / "Reports"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    monkeypatch.setattr(files, "_used", [])
    assert usual_folder() == Path.home()  # there is no such folder here
    documents.mkdir()
    reports.mkdir()
    asked = answering(str(reports / "scan.pdf"))
    ask_which(parent, "Attach", "All (*)")
    answering()
    ask_which(parent, "Attach", "All (*)")
    ask_where(parent, "Save", "page.pdf", "PDF (*.pdf)")
    assert asked[0].directory().absolutePath() == str(documents)
    assert usual_folder() == reports  # also after a window that was left
    reports.rmdir()
    assert usual_folder() == documents


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("PDF (*.pdf)", "pdf"), ("Web page (*.html)", "html"), ("All files (*)", ""), ("", "")],
)
def test_a_kind_of_files_brings_its_ending(parent, answering, kind, ending):
    assert ending_of(kind) == ending
    asked = answering("/home/ada/out")
    ask_where(parent, "Save", "page.pdf", "PDF (*.pdf);;Web page (*.html)")
    asked[0].filterSelected.emit(kind)
    assert asked[0].defaultSuffix() == ending
