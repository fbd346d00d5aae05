"""Folders and files in the computer's own file window."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bonecoach.desktop import file_window
from bonecoach.desktop.file_window import open_file, open_folder

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux asks xdg-mime")


@pytest.fixture
def asked(monkeypatch):
    """What Qt was asked to open."""
    opened = []

    def open_url(url):
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(file_window.QDesktopServices, "openUrl", open_url)
    return opened


@pytest.fixture
def computer(monkeypatch, tmp_path):
    """A computer on which `xdg-mime` does what is said."""

    def install(does):
        program = tmp_path / "xdg-mime"
        program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    return install


@on_linux
def test_a_folder_is_opened_and_made_where_it_is_missing(asked, computer, tmp_path):
    computer("echo org.gnome.Nautilus.desktop")
    assert open_folder(tmp_path / "backups" / "old")
    assert asked == [tmp_path / "backups" / "old"]
    assert (tmp_path / "backups" / "old").is_dir()


@on_linux
def test_without_a_program_for_folders_nothing_is_asked_and_that_is_said(asked, computer, tmp_path):
    computer("echo")
    assert not open_folder(tmp_path)
    assert asked == []


@on_linux
def test_a_computer_that_does_not_answer_is_asked_to_open_it_all_the_same(asked, computer, tmp_path, monkeypatch):
    monkeypatch.setattr(file_window, "_PATIENCE", 0.05)
    computer("exec sleep 5")
    assert open_folder(tmp_path)
    assert asked == [tmp_path]


def test_a_computer_that_cannot_be_asked_opens_it(asked, tmp_path, monkeypatch):
    monkeypatch.setattr(file_window.shutil, "which", lambda _name: None)
    assert open_folder(tmp_path)


def test_what_qt_cannot_open_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(file_window.shutil, "which", lambda _name: None)
    monkeypatch.setattr(file_window.QDesktopServices, "openUrl", lambda _url: False)
    assert not open_folder(tmp_path)


@on_linux
def test_a_file_is_opened_by_what_shows_its_kind(asked, computer, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-1.7")
    computer('test "$3" = application/pdf && echo viewer.desktop')
    assert open_file(report)
    assert asked == [report]
    computer('test "$3" = inode/directory && echo files.desktop')
    assert not open_file(report)
    assert asked == [report]
