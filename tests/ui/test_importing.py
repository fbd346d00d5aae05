"""What comes in from the window. It is Saturday 21 November 2026, 18:30 in Berlin."""

from __future__ import annotations

import json
import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from bonecoach.core.errors import DiaryError
from bonecoach.core.progress import _waiting
from bonecoach.ui.your_data import import_dialog, open_way
from bonecoach.ui.your_data.found import FoundView
from bonecoach.ui.your_data.import_dialog import ImportDialog
from bonecoach.ui.your_data.recorded import RecordedView
from tests.exchange.test_devices import GPX, HEALTH, TCX, WALK, weight
from tests.makers import MONDAY, at

HEADER = "id,at,date,zone,symptom,score,name\n"
UNKNOWN = WALK.replace("WorkoutActivityTypeWalking", "WorkoutActivityTypeQuidditch").replace("-16 17", "-15 12")


@pytest.fixture
def told(diary):
    """What the diary announces, as the window hears it."""
    steps = []
    diary._ledger.announce = steps.append
    return steps


@pytest.fixture
def dialog(qapp, qtbot, writing_desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ImportDialog(writing_desk, parent)
    made.left = []
    made.finished.connect(made.left.append)
    made.show()
    yield made
    if made.busy:
        made.work.end()
    if not made.left:
        made.close()


@pytest.fixture
def read(qtbot, dialog, tmp_path):
    """Reads a file of this name and content, and waits for what is found."""

    def reading(name: str, content: str | bytes | None = None) -> ImportDialog:
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        dialog.read(path)
        settled(qtbot, dialog)
        return dialog

    return reading


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.busy)


def pains(*scores: int) -> str:
    return HEADER + "".join(
        f",2026-11-{day:02}T08:00,,Europe/Berlin,joint_pain,{score},Joint pain\n"
        for day, score in enumerate(scores, start=1)
    )


def found(dialog) -> str:
    assert isinstance(dialog.stage, FoundView)
    return dialog.stage.said()


def test_what_is_new_is_shown_first_and_comes_in_with_one_button(read, dialog, diary, told, qtbot):
    read("symptoms.csv", pains(4, 5, 3))
    assert dialog.about.text() == "symptoms.csv: tables of a BoneCoach diary"
    assert found(dialog).startswith("3 entries are new 3 notes of pain and other symptoms")
    assert diary.entries() == []
    assert dialog.primary.text() == "Add 3 entries"
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.left == [1]
    assert [entry.score for entry in diary.entries()] == [4, 5, 3]
    assert [step.name for step in told] == ["import"]
    diary.undo(told[0].id)
    assert diary.entries() == []


def test_figures_without_measure_are_complained_about_in_a_sentence(read):
    dialog = read("lab_tests.csv", "date,name,value,unit\n2026-11-02,25ohd,1e300,nmol/l\n")
    assert "1e300" in found(dialog)


def test_what_cannot_be_shown_ends_in_a_sentence(read, dialog, monkeypatch, qtbot):
    def stumbles(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(import_dialog, "FoundView", stumbles)
    with qtbot.captureExceptions() as faults:
        read("symptoms.csv", pains(4))
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert (
        dialog.complaint.text()
        == "BoneCoach made a mistake of its own (ZeroDivisionError); nothing that was logged is lost."
    )
    assert dialog.primary.text() == "Choose another file\u2026"


def kept_already(diary, tmp_path, *scores):
    """A file of these pains, which was taken in before."""
    path = tmp_path / "symptoms.csv"
    path.write_text(pains(*scores))
    diary.arriving.keep(diary.arriving.csv(path))


def test_the_same_file_again_brings_nothing_and_only_closes(read, dialog, diary, tmp_path):
    kept_already(diary, tmp_path, 4)
    read("symptoms.csv")
    assert found(dialog) == "Nothing in it is new 1 is in your diary already 1 note of pain or another symptom"
    assert (dialog.primary.text(), dialog.cancel.isVisible()) == ("Close", False)
    dialog.primary.click()
    assert dialog.left == [1]
    assert len(diary.entries()) == 1


def test_lines_that_cannot_be_kept_are_told_and_stay_out_only_when_she_says_so(read, dialog, diary, qtbot):
    read("symptoms.csv", pains(4, 40, 5))
    said = found(dialog)
    assert "1 line cannot be kept symptoms.csv, line 3: Pain is scored from 0 to 10" in said
    assert not dialog.primary.isEnabled()
    dialog.accept()  # a key that comes before the tick
    dialog.stage.leave_out.click()
    assert dialog.primary.isEnabled()
    dialog.primary.click()
    settled(qtbot, dialog)
    assert [entry.score for entry in diary.entries()] == [4, 5]


def test_many_lines_that_cannot_be_kept_are_counted_behind_the_first(read, dialog):
    read("symptoms.csv", pains(*[40] * 25))
    assert "Nothing in it is new 25 lines cannot be kept" in found(dialog)
    assert found(dialog).endswith("5 more lines could not be kept.")
    assert not dialog.stage.leave_out.isVisible()


def test_what_lies_in_the_bin_or_stands_otherwise_is_said(read, dialog, diary, tmp_path):
    kept_already(diary, tmp_path, 4, 5)
    first, second = diary.entries()
    diary.delete([first.id])
    diary.edit(second.id, "pain 7")
    read("symptoms.csv")
    assert "1 of these lies in the bin, and stays there." in found(dialog)
    assert "1 stands in the diary otherwise; what stands there was kept." in found(dialog)


def test_what_nobody_knows_in_it_is_named(read, dialog, tmp_path):
    with zipfile.ZipFile(tmp_path / "diary.zip", "w") as package:
        package.writestr("symptoms.csv", pains(4))
        package.writestr("shopping.txt", "milk")
    read("diary.zip")
    assert "Left out, because BoneCoach does not know it: shopping.txt." in found(dialog)


def test_a_file_that_vanishes_behind_the_preview_is_taken_in_all_the_same(read, dialog, diary, qtbot):
    read("symptoms.csv", pains(4, 5))
    dialog.file.unlink()
    dialog.primary.click()
    settled(qtbot, dialog)
    assert len(diary.entries()) == 2


def test_what_changed_between_preview_and_button_changes_nothing_and_is_one_sentence(read, dialog, diary, qtbot):
    read("symptoms.csv", pains(4, 5))
    other = diary.arriving.look_into(dialog.file).arrival
    diary.arriving.keep(other)
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.complaint.text().endswith(".")
    assert len(diary.entries()) == 2


def test_a_full_disk_takes_in_nothing(read, dialog, diary, told, qtbot, monkeypatch):
    read("symptoms.csv", pains(4, 5))

    def full(*_):
        raise DiaryError("disk_full", path="diary.db")

    monkeypatch.setattr("bonecoach.store.steps.write", full)
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.complaint.text().endswith(".")
    assert dialog.primary.text() == "Add 2 entries"  # and can be pressed again
    assert (diary.entries(), told) == ([], [])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.csv", b"", "There is nothing in"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "but a picture, a PDF or the like"),
        ("book.xls", b"\xd0\xcf\x11\xe0", "save it there as CSV"),
        ("none.csv", None, "There is no file"),
        ("", None, "is not a file"),
        ("half.zip", b"PK\x03\x04 half of it", "is damaged"),
        ("half.json", b'{"resourceType": "Bundle", "entry": [', "no whole FHIR bundle"),
        ("half.xml", b"<HealthData><Workout ", "is damaged"),
        ("x.gpx", b"<gpx><trk>", "cannot be read as a workout"),
        ("x.fit", b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT", "cannot be read as a workout"),
        ("long.csv", b"x" * 1_000_002, "is longer than any line"),
        ("bomb.xml", b'<!DOCTYPE HealthData [<!ENTITY a "aaaa">]><HealthData>&a;</HealthData>', "is not an export"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_and_another_can_be_chosen(read, dialog, name, content, says):
    read(name, content)
    sentence = dialog.complaint.accessibleName()
    assert says in sentence
    assert sentence.endswith(".")
    assert ". " not in sentence.replace(name, "")
    assert "--" not in sentence
    assert dialog.primary.text() == "Choose another file…"
    read("symptoms.csv", pains(4))
    assert dialog.complaint.isHidden()
    assert dialog.primary.text() == "Add 1 entry"


def test_a_zip_bomb_is_refused_before_it_fills_anything(read, dialog, tmp_path, monkeypatch):
    monkeypatch.setattr("bonecoach.exchange.bounded.MOST_BYTES", 1_000_000)
    monkeypatch.setattr("bonecoach.exchange.bounded.Budget.__init__.__defaults__", (1_000_000,), raising=False)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("symptoms.csv", HEADER + "\n" * 3_000_000)
    read("bomb.zip")
    assert dialog.complaint.accessibleName() == "The file holds more than any diary would, so nothing was taken in."


def test_a_clinics_file_that_does_not_say_whose_it_is_is_asked_about(read, dialog, diary, qtbot):
    diary.log_text("pain 3")
    read("clinic.json", json.dumps({"resourceType": "Bundle", "type": "collection", "entry": []}))
    assert dialog.complaint.text() == "This file does not say that it is about you. Is it?"
    assert dialog.primary.text() == "It is about me"
    dialog.primary.click()
    settled(qtbot, dialog)
    assert found(dialog).startswith("Nothing in it is new")


# -- watches and telephones ---------------------------------------------------------------------------------------


def test_bouts_are_confirmed_one_by_one_before_they_come_in(read, dialog, diary, qtbot):
    read("export.xml", HEALTH.format(WALK + UNKNOWN + weight(64.5, "2026-11-16")))
    assert isinstance(dialog.stage, RecordedView)
    unknown, walk = dialog.stage.rows
    assert (walk.keep.text(), walk.about.text()) == ("Monday 16 November at 17:00", "walking, 32 min")
    assert (walk.keep.isChecked(), walk.chosen()) == (True, "walk")
    assert (unknown.keep.isChecked(), unknown.activity.currentText()) == (False, "Please choose what it was")
    unknown.keep.click()
    assert unknown.chosen() == ""  # a tick alone says nothing of what it was
    unknown.activity.setCurrentIndex(unknown.activity.findData("dance"))
    assert unknown.chosen() == "dance"
    walk.activity.setCurrentIndex(walk.activity.findData("walk_brisk"))
    dialog.primary.click()
    settled(qtbot, dialog)
    assert found(dialog).startswith("3 entries are new 2 sessions of movement and 1 fact about you")
    dialog.back.click()
    dialog.stage.rows[0].keep.setChecked(False)
    dialog.primary.click()
    settled(qtbot, dialog)
    assert dialog.primary.text() == "Add 2 entries"
    dialog.primary.click()
    settled(qtbot, dialog)
    assert [(one.activity, one.minutes) for one in diary.day(MONDAY).sessions] == [("walk", 32)]
    assert diary.person.profile(MONDAY).weight_kg == 64.5


def test_a_bout_on_record_is_not_asked_about_again(read, dialog, diary):
    diary.log_text("walk 30 brisk", at=at(MONDAY, "17:20").instant)
    read("export.xml", HEALTH.format(WALK))
    assert found(dialog) == "Nothing in it is new 1 is in your diary already 1 session of movement"


def test_years_of_walks_are_one_row(read, dialog):
    walks = "".join(WALK.replace("2026-11-16", f"2026-10-{day:02}") for day in range(1, 21))
    read("export.xml", HEALTH.format(walks))
    (row,) = dialog.stage.rows
    assert row.keep.text() == "20 times: walking"
    assert row.about.text() == "Thursday 1 October 2026 to Tuesday 20 October 2026, 640 min in all"


def recording(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_several_recordings_of_a_watch_come_in_together(dialog, diary, qtbot, tmp_path, monkeypatch):
    later = GPX.replace("2026-11-16T1", "2026-11-18T1")
    files = [recording(tmp_path, "a.gpx", GPX), recording(tmp_path, "b.gpx", later), recording(tmp_path, "c.tcx", TCX)]
    monkeypatch.setattr(import_dialog, "ask_which_ones", lambda *_: files)
    assert dialog.choose()
    settled(qtbot, dialog)
    assert dialog.about.text() == "3 files"
    # The ride of the third file began in the midst of the hike of the first: it is taken for that.
    assert [row.about.text() for row in dialog.stage.rows] == ["hiking, 75 min", "hiking, 75 min"]
    dialog.primary.click()
    settled(qtbot, dialog)
    assert "1 is in your diary already" in dialog.stage.said()
    dialog.primary.click()
    settled(qtbot, dialog)
    assert [entry.activity for entry in diary.entries()] == ["hike", "hike"]


def test_among_several_files_one_of_another_kind_is_named_and_nothing_is_read(dialog, qtbot, tmp_path, monkeypatch):
    files = [recording(tmp_path, "a.gpx", GPX), recording(tmp_path, "symptoms.csv", pains(4))]
    monkeypatch.setattr(import_dialog, "ask_which_ones", lambda *_: files)
    dialog.choose()
    settled(qtbot, dialog)
    assert "is no recording of a watch" in dialog.complaint.accessibleName()
    assert dialog.primary.text() == "Choose another file…"


# -- while it is done ---------------------------------------------------------------------------------------------


def test_reading_says_how_far_it_is_and_can_be_stopped(dialog, diary, qtbot, tmp_path, monkeypatch):
    pressed = threading.Event()

    def slowly(_path, _zone=None):
        from bonecoach.exchange.bounded import Budget

        budget = Budget()
        budget.spend(500)
        assert pressed.wait(20)
        budget.spend(1)
        raise AssertionError("it went on")

    monkeypatch.setattr("bonecoach.exchange.csv_in.read_tables", slowly)
    path = tmp_path / "symptoms.csv"
    path.write_text("x" * 1000)
    dialog.read(path)
    qtbot.waitUntil(lambda: dialog.progress.text() == "50 % read")
    dialog.cancel.click()
    assert dialog.progress.text() == "Stopping…"
    pressed.set()
    settled(qtbot, dialog)
    assert dialog.complaint.text() == "Stopped; nothing was half-written."
    assert dialog.primary.text() == "Choose another file…"


def test_adding_says_how_far_it_is_and_stopped_it_has_added_nothing(read, dialog, diary, told, qtbot, monkeypatch):
    pressed = threading.Event()
    read("symptoms.csv", pains(4, 5))

    def slowly(changes):
        yield changes[0]
        _waiting.get()(50)
        assert pressed.wait(20)
        _waiting.get()(60)
        raise AssertionError("it went on")

    monkeypatch.setattr("bonecoach.core.progress.by_percent", slowly)
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.progress.text() == "50 % added")
    assert (dialog.bar.isVisible(), dialog.bar.value(), dialog.cancel.text()) == (True, 50, "Stop")
    dialog.cancel.click()
    pressed.set()
    settled(qtbot, dialog)
    assert dialog.complaint.text() == "Stopped; nothing was half-written."
    assert (diary.entries(), told, dialog.bar.isVisible()) == ([], [], False)
    assert dialog.primary.text() == "Add 2 entries"
    monkeypatch.undo()
    dialog.primary.click()
    settled(qtbot, dialog)
    assert len(diary.entries()) == 2


def test_nothing_opens_where_no_file_is_chosen(writing_desk, qtbot, monkeypatch):
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = []
    monkeypatch.setattr(import_dialog, "ask_which_ones", lambda *_: asked.append(1) or [])
    open_way("import", writing_desk, parent)
    assert asked == [1]


def test_a_chosen_file_is_read_and_shown(writing_desk, qtbot, monkeypatch, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    path = tmp_path / "symptoms.csv"
    path.write_text(pains(4))
    monkeypatch.setattr(import_dialog, "ask_which_ones", lambda *_: [Path(path)])
    shown = []
    monkeypatch.setattr(ImportDialog, "exec", lambda self: (settled(qtbot, self), shown.append(found(self))))
    open_way("import", writing_desk, parent)
    assert shown[0].startswith("1 entry is new")
