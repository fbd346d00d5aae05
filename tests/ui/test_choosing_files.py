"""The computer's own windows for choosing a file, as they are asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from bonecoach.ui.your_data.files import ask_where, ask_which, ask_which_ones


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


def test_a_file_to_write_is_proposed_by_name_and_gets_its_ending(parent, answering, tmp_path):
    asked = answering("/home/ada/out")
    assert ask_where(parent, "Export", tmp_path / "bonecoach-2026-11-21.zip", "Tables (*.zip)") == Path("/home/ada/out")
    assert asked[0].defaultSuffix() == "zip"
    assert asked[0].acceptMode() is QFileDialog.AcceptMode.AcceptSave
    answering()
    assert ask_where(parent, "Export", tmp_path / "x.zip", "Tables (*.zip)") is None


def test_one_file_or_several_are_read(parent, answering):
    asked = answering("/a.fit", "/b.fit")
    assert ask_which_ones(parent, "Import", "All (*)") == [Path("/a.fit"), Path("/b.fit")]
    assert asked[0].fileMode() is QFileDialog.FileMode.ExistingFiles
    assert ask_which(parent, "Restore", "All (*)") == Path("/a.fit")
    answering()
    assert ask_which_ones(parent, "Import", "All (*)") == []
    assert ask_which(parent, "Restore", "All (*)") is None
