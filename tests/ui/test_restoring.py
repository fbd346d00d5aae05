"""Going back to a backup from the window. It is Saturday 21 November 2026, 18:30 in Berlin."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import Scan, Site
from bonecoach.diary import open_diary
from bonecoach.ui.cannot_open import CannotOpen, say_why
from bonecoach.ui.your_data import going_back, open_way, restore_dialog
from bonecoach.ui.your_data.restore_dialog import RestoreDialog
from bonecoach.words import Words
from tests.makers import BERLIN
from tests.pictures.window import begun, settle, window


def written(path, day, hour):
    """Says of a file that it was written then, in UTC."""
    instant = datetime(2026, 11, day, hour, tzinfo=UTC).timestamp()
    os.utime(path, (instant, instant))
    return path


@pytest.fixture
def kept(diary, clock):
    """A backup of a walk, one of a walk and a pain, and the diary with the walk and another pain."""
    diary.log_text("walk 30 brisk")
    early = written(diary.upkeep.backup(), 20, 17)
    diary.log_text("pain 4 on friday")
    folder = diary.upkeep.backup_folder
    late = written(diary.upkeep.backup(folder), 21, 7)
    diary.undo()
    diary.log_text("pain 2")
    diary.log_text("pain 3 hands")
    return early, late


@pytest.fixture
def dialog(qapp, qtbot, writing_desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = going_back(writing_desk, parent)
    made.left = []
    made.finished.connect(made.left.append)
    made.look()
    made.show()
    settled(qtbot, made)
    yield made
    if not made.left:
        made.close()


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.busy)


def names(diary):
    return [entry.name for entry in diary.entries()]


def test_each_backup_says_when_it_was_made_and_what_it_holds(kept, dialog):
    assert [button.text() for button in dialog.buttons] == ["Today at 08:00", "Yesterday at 18:00"]
    late, early = (button.accessibleDescription() for button in dialog.buttons)
    assert late.startswith("2 entries, the last of today; 0.")
    assert late.endswith("MB; made by hand")
    assert early.startswith("1 entry, the last of today; 0.")
    assert early.endswith("MB; made by itself")
    assert not dialog.primary.isEnabled()


def test_a_diary_of_scans_alone_is_not_called_empty(diary, dialog, tmp_path):
    empty = diary.upkeep.backup_at(diary.upkeep.backup(tmp_path / "empty"))
    assert dialog._said(empty).startswith("nothing yet; ")
    for site, score in ((Site.TOTAL_HIP, -2.1), (Site.FEMORAL_NECK, -2.4), (Site.LUMBAR_SPINE, -1.9)):
        diary.bones.add_scan(Scan(date=date(2026, 3, 4), site=site, t_score=score))
    diary.visits.ask("Is walking enough?")
    scans = diary.upkeep.backup_at(diary.upkeep.backup(tmp_path / "scans"))
    assert dialog._said(scans).startswith("3 sites of bone density scans; 1 question; 0.")
    assert dialog.said_of(diary.upkeep.backup_at(empty.path)).startswith(
        "This is not in it and would leave your diary: 3 sites of bone density scans and 1 question."
    )
    diary.log_text("walk 30 brisk")
    walked = diary.upkeep.backup_at(diary.upkeep.backup(tmp_path / "walked"))
    assert dialog._said(walked).startswith("1 entry, the last of today; 3 sites of bone density scans; 1 question; ")
    assert dialog.said_of(walked).startswith("All that you have now is in it.")


def test_all_of_few_backups_is_seen_at_once(kept, dialog, qtbot):
    QApplication.processEvents()
    bar = dialog.middle.verticalScrollBar()
    assert (bar.maximum(), bar.isVisible()) == (0, False)


def test_what_would_go_and_what_would_come_back_is_said_before_anything_is_done(kept, dialog, diary):
    dialog.buttons[0].click()
    assert dialog.preview.text() == (
        "This is not in it and would leave your diary: 2 entries. This would come back: 1 entry. Medicines, "
        "reminders, results, appointments and settings become as they were then, too. Your diary as it is now is "
        "backed up first, so you can come back to it."
    )
    dialog.buttons[1].click()
    assert "would come back" not in dialog.preview.text()
    assert names(diary) == ["Brisk walk", "Joint pain", "Joint pain"]


def test_the_diary_is_as_it_was_and_one_can_come_back(kept, dialog, diary, qtbot):
    dialog.buttons[1].click()
    dialog.primary.click()
    settled(qtbot, dialog)
    assert names(diary) == ["Brisk walk"]
    early, _ = kept
    before = diary.upkeep.backup_folder / "before-restore-20261121T173000.db"
    said = dialog.outcome.accessibleName()
    assert said == f"The diary is now as it was in {early}. As it was before, it stands in {before}"
    assert (dialog.primary.text(), dialog.list.isVisible()) == ("Close", False)
    dialog.primary.click()
    assert dialog.left == [1]
    diary.upkeep.restore(before)
    assert names(diary) == ["Brisk walk", "Joint pain", "Joint pain"]


def test_nothing_is_restored_where_nothing_was_chosen_or_she_leaves(kept, dialog, diary):
    dialog.accept()
    assert not dialog.busy
    dialog.buttons[1].click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.left == [0]
    assert len(names(diary)) == 3


def test_without_backups_it_says_so_and_one_from_elsewhere_can_be_chosen(dialog, diary, qtbot, tmp_path, monkeypatch):
    assert dialog.nothing.isVisible()
    assert dialog.elsewhere.hasFocus() or dialog.focusWidget() is dialog.elsewhere
    diary.log_text("walk 30 brisk")
    stick = diary.upkeep.backup(tmp_path / "stick")
    diary.log_text("pain 2")
    monkeypatch.setattr(restore_dialog, "ask_which", lambda *_: None)
    dialog.elsewhere.click()
    assert not dialog.busy
    monkeypatch.setattr(restore_dialog, "ask_which", lambda *_: stick)
    dialog.elsewhere.click()
    settled(qtbot, dialog)
    assert not dialog.nothing.isVisible()
    assert dialog.preview.text().startswith("This is not in it and would leave your diary: 1 entry.")
    dialog.primary.click()
    settled(qtbot, dialog)
    assert names(diary) == ["Brisk walk"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("photo.db", b"\x89PNG" * 100, "is damaged"),
        ("empty.db", b"", "is damaged"),
        ("none.db", None, "There is no file"),
        ("folder.db", "folder", "There is no file"),
    ],
)
def test_what_is_no_backup_is_one_sentence(kept, dialog, diary, qtbot, tmp_path, name, content, says):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    dialog.offer(path)
    settled(qtbot, dialog)
    assert says in dialog.complaint.accessibleName()
    assert dialog.complaint.accessibleName().endswith(".")
    assert not dialog.primary.isEnabled()
    assert len(dialog.buttons) == 2


def test_a_backup_that_vanishes_or_is_damaged_meanwhile_changes_nothing(kept, dialog, diary, qtbot):
    early, late = kept
    dialog.buttons[1].click()
    early.unlink()
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.complaint.accessibleName().startswith("There is no file ")
    dialog.buttons[0].click()
    assert dialog.complaint.isHidden()
    late.write_bytes(late.read_bytes()[:9000])
    dialog.primary.click()
    settled(qtbot, dialog)
    assert "it was not brought back" in dialog.complaint.accessibleName()
    assert len(names(diary)) == 3
    assert dialog.primary.isEnabled()


def test_one_that_cannot_be_read_is_listed_and_cannot_be_chosen(qapp, qtbot, diary, writing_desk):
    diary.upkeep.backup_folder.mkdir()
    broken = diary.upkeep.backup_folder / "diary-2026-11-01.db"
    broken.write_bytes(b"x" * 400)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = going_back(writing_desk, parent)
    made.look()
    settled(qtbot, made)
    assert [button.isEnabled() for button in made.buttons] == [False]
    assert made.buttons[0].accessibleDescription() == "It cannot be read."
    made.close()


def test_afterwards_the_window_shows_the_restored_diary_in_the_size_she_reads_in(qtbot, tmp_path, monkeypatch):
    with window(tmp_path / "diary", begun) as program:
        program.diary.upkeep.backup()
        program.diary.log_text("pain 7")
        program.appearance.choose_scale(1.5)
        program.window.go("history")
        settle()
        assert any("Joint pain, 7 of 10" in text for text in listed(program))

        def go_back_in(dialog):
            settled(qtbot, dialog)
            dialog.buttons[-1].click()
            dialog.accept()
            settled(qtbot, dialog)
            dialog.accept()

        monkeypatch.setattr(RestoreDialog, "exec", go_back_in)
        program.open_way("restore")
        settle()
        assert not any("Joint pain, 7 of 10" in text for text in listed(program))
        assert program.diary.setting("text_size") == "150"
        program.appearance.choose_scale(1.0)


def listed(program):
    """What the history lists."""
    return [program.desk.words.label(entry) for entry in program.window.open_page.list.rows.entries]


def test_the_way_leads_there(writing_desk, qtbot, monkeypatch):
    parent = QWidget()
    qtbot.addWidget(parent)
    opened = []
    monkeypatch.setattr(RestoreDialog, "exec", lambda self: (settled(qtbot, self), opened.append(self)))
    open_way("restore", writing_desk, parent)
    assert len(opened) == 1


# -- where the diary cannot be opened -----------------------------------------------------------------------------


@pytest.fixture
def damaged(tmp_path, clock):
    """A data folder with a backup, and a diary that nobody can read."""
    folder = tmp_path / "lost"
    with closing(open_diary(folder, clock, BERLIN)) as diary:
        diary.log_text("walk 30 brisk")
        diary.upkeep.backup()
    file = folder / "diary.db"
    for journal in folder.glob("diary.db-*"):
        journal.unlink()
    file.write_bytes(b"scribbled over" * 900)
    return folder


def shown(monkeypatch, qtbot, folder, clock, act, code=None):
    """Starts where the diary cannot be opened and does something in that window; whether it can be opened now."""
    with pytest.raises(DiaryError) as why:
        open_diary(folder, clock, BERLIN)
    error = why.value if code is None else DiaryError(code, path="diary.db")

    class Application:
        @staticmethod
        def exec():
            (window,) = [
                one for one in QApplication.topLevelWidgets() if isinstance(one, CannotOpen) and one.isVisible()
            ]
            act(window)
            if window.isVisible():
                window.close()

    return say_why(Application, error, folder, Words("en_GB"), clock)


def test_a_diary_that_cannot_be_opened_gives_way_to_a_backup_at_once(qapp, qtbot, monkeypatch, damaged, clock):
    said = []

    def go_back_in(dialog):
        settled(qtbot, dialog)
        dialog.buttons[0].click()
        said.append(dialog.preview.text())
        dialog.accept()
        settled(qtbot, dialog)
        said.append(dialog.outcome.accessibleName())
        dialog.accept()

    monkeypatch.setattr(RestoreDialog, "exec", go_back_in)
    assert shown(monkeypatch, qtbot, damaged, clock, lambda window: window.back.click())
    assert said[0] == (
        "Your diary becomes as it was then; the file that cannot be opened is put aside, whole as it is."
    )
    assert "could not be read and was put aside" in said[1]
    with closing(open_diary(damaged, clock, BERLIN)) as diary:
        assert names(diary) == ["Brisk walk"]


def test_who_leaves_there_changes_nothing(qapp, qtbot, monkeypatch, damaged, clock, tmp_path):
    before = (damaged / "diary.db").read_bytes()

    def leave(dialog):
        settled(qtbot, dialog)
        dialog.offer(tmp_path / "none.db")
        settled(qtbot, dialog)
        assert dialog.complaint.accessibleName().startswith("There is no file ")
        dialog.reject()

    monkeypatch.setattr(RestoreDialog, "exec", leave)
    assert not shown(monkeypatch, qtbot, damaged, clock, lambda window: window.back.click())
    assert (damaged / "diary.db").read_bytes() == before


def test_what_no_backup_helps_against_offers_none(qapp, qtbot, monkeypatch, damaged, clock):
    offered = []
    for code in ("locked", "read_only", "newer_file", "damaged"):
        shown(monkeypatch, qtbot, damaged, clock, lambda window: offered.append(window.back.isVisible()), code)
    assert offered == [False, False, False, True]
