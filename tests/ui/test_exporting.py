"""What leaves from the window. It is Saturday 21 November 2026, 18:30 in Berlin."""

from __future__ import annotations

import json
import threading
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bonecoach.ui.settings import SettingsPage
from bonecoach.ui.work import Stopped, Work
from bonecoach.ui.your_data import export_dialog
from bonecoach.ui.your_data.export_dialog import ExportDialog
from tests.makers import session


@pytest.fixture
def page(opened, diary):
    diary.log_text("walk 30 brisk, calcium citrate 500 at 8, pain 4")
    diary.log_text("milk 1 glass on 2 march")
    return opened(SettingsPage)


@pytest.fixture
def dialog(page, writing_desk):
    made = ExportDialog(writing_desk, page)
    made.show()
    yield made
    made.close()


def ended(qtbot, dialog):
    """Waits until nothing is being done any more, and answers how that ended."""
    qtbot.waitUntil(lambda: not dialog.busy)
    return (dialog.outcome if dialog.written else dialog.complaint).accessibleName()


def typed(field, text):
    """A day typed over the one that stands there."""
    field.lineEdit().selectAll()
    QTest.keyClicks(field, text)


@pytest.fixture
def export(qtbot, dialog, monkeypatch):
    """Presses the button and chooses a file; answers the sentence at the end."""

    def chosen(file: Path) -> str:
        monkeypatch.setattr(export_dialog, "ask_where", lambda *_: file)
        dialog.primary.click()
        return ended(qtbot, dialog)

    return chosen


def rows(file: Path, table: str) -> list[str]:
    with zipfile.ZipFile(file) as package:
        return package.read(f"{table}.csv").decode().splitlines()[1:]


def test_all_days_leave_as_tables_and_it_is_said_how_much(dialog, export, tmp_path, qtbot, monkeypatch):
    file = tmp_path / "diary.zip"
    assert export(file) == f"4 lines were written to {file}"
    assert [len(rows(file, table)) for table in ("intakes", "sessions", "symptoms")] == [2, 1, 1]
    shown = []
    monkeypatch.setattr(export_dialog, "show_folder", lambda folder, _: shown.append(folder))
    dialog.folder.click()
    assert shown == [tmp_path]
    assert not dialog.cancel.isVisible()
    dialog.primary.click()
    assert not dialog.isVisible()


def test_only_the_days_she_chose_leave(dialog, export, tmp_path):
    dialog.days.choose("own")
    assert dialog.days.first.isVisible()
    typed(dialog.days.first, "1 mar 2026")
    typed(dialog.days.last, "3 mar 2026")
    assert dialog.chosen_days() == (date(2026, 3, 1), date(2026, 3, 3))
    assert export(tmp_path / "march.zip").startswith("1 line was")


@pytest.mark.parametrize(
    ("chosen", "first"), [("91", date(2026, 8, 23)), ("6m", date(2026, 5, 22)), ("12m", date(2025, 11, 22))]
)
def test_the_last_days_end_today(dialog, chosen, first):
    dialog.days.choose(chosen)
    assert dialog.chosen_days() == (first, date(2026, 11, 21))


def test_days_the_wrong_way_round_are_said_and_no_file_is_asked_for(dialog, export, tmp_path):
    dialog.days.choose("own")
    typed(dialog.days.first, "5 mar 2026")
    typed(dialog.days.last, "3 mar 2026")
    said = export(tmp_path / "none.zip")
    assert said == "The first day lies behind the last one, so there is nothing between them."
    typed(dialog.days.first, "the day before")
    assert export(tmp_path / "none.zip").endswith((".", "?"))
    assert list(tmp_path.glob("*.zip")) == []


def test_a_clinics_file_holds_notes_only_where_she_ticked_them(dialog, export, diary, tmp_path):
    diary.log([replace(session(20), note="quarrel with Tom")])
    dialog.kinds["fhir"].click()
    assert (dialog.apart["fhir"].isVisible(), dialog.apart["csv"].isVisible()) == (True, False)
    dialog.apart["fhir"].click()
    file = tmp_path / "clinic.json"
    assert "records were written" in export(file)
    text = file.read_text(encoding="utf-8")
    assert json.loads(text)["resourceType"] == "Bundle"
    assert "quarrel with Tom" in text


def test_a_calendar_needs_no_days_and_can_be_silent_about_health(dialog, export, diary, tmp_path):
    from bonecoach.core.schedules import Schedule

    diary.plans.add("Letrozole 2.5 mg", Schedule(diary.today()))
    dialog.kinds["ics"].click()
    assert not dialog.days.isVisible()
    dialog.apart["ics"].click()
    file = tmp_path / "calendar.ics"
    said = export(file)
    assert said.endswith(f"written to {file}")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR")
    assert "Letrozole" not in text


def test_nothing_happens_where_no_file_is_chosen(dialog, monkeypatch):
    monkeypatch.setattr(export_dialog, "ask_where", lambda *_: None)
    dialog.primary.click()
    assert (dialog.busy, dialog.isVisible(), dialog.written) == (False, True, None)


@pytest.mark.parametrize("where", ["missing/x.zip", "folder", "file/x.zip"])
def test_a_target_that_cannot_be_written_is_one_sentence_and_can_be_chosen_again(dialog, export, tmp_path, where):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    said = export(tmp_path / where)
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert not list(tmp_path.rglob("*.partial"))
    assert export(tmp_path / "good.zip").startswith("4 lines")


def test_a_full_disk_is_said_and_leaves_nothing_behind(dialog, export, tmp_path, monkeypatch):
    import errno

    def full(*_args, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bonecoach.exchange.csv_out._write", full)
    assert export(tmp_path / "x.zip").startswith("There is no room left for")
    assert list(tmp_path.glob("*.zip*")) == []


def test_the_window_draws_on_and_stop_leaves_nothing_half_written(dialog, qtbot, monkeypatch, tmp_path):
    """The work waits in its thread until the button was pressed: no sleep, and it is stopped in its midst."""
    pressed = threading.Event()

    def slowly(path, values, about, *, bom, tell):
        path.write_text("half")
        tell(2_000)
        assert pressed.wait(20)
        tell(4_000)
        raise AssertionError("it went on")

    monkeypatch.setattr("bonecoach.diary.leaving.write_zip", slowly)
    monkeypatch.setattr("bonecoach.diary.leaving.Leaving.about", lambda *_: 8_000)
    monkeypatch.setattr(export_dialog, "ask_where", lambda *_: tmp_path / "x.zip")
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.progress.text() == "25 % written")
    assert (dialog.bar.isVisible(), dialog.bar.value()) == (True, 25)
    assert (dialog.cancel.text(), dialog.primary.isEnabled(), dialog.middle.inside.isEnabled()) == (
        "Stop",
        False,
        False,
    )
    dialog.accept()  # Enter does nothing now
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.progress.text() == "Stopping…"
    pressed.set()
    assert ended(qtbot, dialog) == "Stopped; nothing was half-written."
    assert [path.name for path in tmp_path.iterdir() if path.name != "diary"] == []
    assert dialog.primary.isEnabled()


def test_the_keyboard_alone_reaches_everything_in_its_order(dialog, qtbot):
    assert dialog.kinds["csv"].hasFocus() or dialog.focusWidget() is dialog.kinds["csv"]
    QTest.keyClick(dialog.kinds["csv"], Qt.Key.Key_Down)
    assert dialog.kind == "fhir"
    QTest.keyClick(dialog.kinds["fhir"], Qt.Key.Key_Down)
    assert dialog.kind == "ics"
    names = [button.accessibleDescription() for button in dialog.kinds.values()]
    assert all(names)


def test_settings_lead_there(page, qtbot):
    with qtbot.waitSignal(page.asks_for) as asked:
        page.data.leaves.click()
    assert asked.args == ["export"]


# -- work itself --------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_the_program_ends_in_a_sentence_too(qapp, qtbot):
    def act(_tell):
        raise ZeroDivisionError

    work = Work(act)
    with qtbot.waitSignal(work.refused) as refused:
        work.begin()
    assert (refused.args[0].code, refused.args[0].facts) == ("own_fault", {"kind": "ZeroDivisionError"})


def test_the_program_that_ends_waits_until_nothing_is_half_done(qapp):
    cleaned, began = [], threading.Event()

    def act(tell):
        began.set()
        try:
            while True:
                tell(1)
        except Stopped:
            cleaned.append(True)
            raise

    work = Work(act)
    work.begin()
    began.wait(20)
    qapp.aboutToQuit.emit()
    assert cleaned == [True]
