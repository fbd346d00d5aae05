"""A table of her own comes in by its columns. It is Saturday 21 November 2026, 18:30 in Berlin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from bonecoach.ui.dialog import AROUND
from bonecoach.ui.person.fields import Chooser
from bonecoach.ui.your_data.columns import ColumnsView
from bonecoach.ui.your_data.found import FoundView
from bonecoach.ui.your_data.import_dialog import ImportDialog
from bonecoach.ui.your_data.unknown_words import UnknownWordsView
from tests.pictures.window import settle

PAIN = "Datum;Uhrzeit;Schmerz;Gelenk\n16.11.2026;08:15;4;hands\n17.11.2026;;5;\n18.11.2026;;;\n"


@pytest.fixture
def dialog(qapp, qtbot, writing_desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ImportDialog(writing_desk, parent)
    made.left = []
    made.finished.connect(made.left.append)
    made.show()
    yield made
    if not made.left:
        made.close()


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.busy)


@pytest.fixture
def read(qtbot, dialog, tmp_path):
    def reading(content, name="mine.csv"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        dialog.read(path)
        settled(qtbot, dialog)
        assert isinstance(dialog.stage, ColumnsView)
        return dialog.stage

    return reading


@pytest.fixture
def go_on(qtbot, dialog):
    def pressing():
        dialog.primary.click()
        settled(qtbot, dialog)

    return pressing


def choose(field, said):
    """What is chosen in a field by its words."""
    place = field.findText(said)
    assert place >= 0, [field.itemText(n) for n in range(field.count())]
    field.setCurrentIndex(place)


def shown(view):
    return {key: field.currentText() for key, field in view.fields.items()}


def test_what_is_recognised_stands_there_already_and_one_button_goes_on(read, dialog, diary, go_on):
    view = read(PAIN)
    assert dialog.about.text() == "mine.csv: a table of your own"
    assert view.table.item(0, 2).text() == "4"
    assert view.about.currentText() == "Pain"
    assert shown(view) == {
        "date": "Column: Datum",
        "time": "Column: Uhrzeit",
        "score": "Column: Schmerz",
        "symptom": "All lines: joint pain",
        "site": "Column: Gelenk",
        "note": "Not in the file",
    }
    assert (view.order.currentData(), view.example.text()) == ("dmy", "16.11.2026 is Monday 16 November 2026")
    go_on()
    assert "2 entries are new" in dialog.stage.said()
    assert "mine.csv, line 4: Nothing stands under Schmerz, where something is needed." in dialog.stage.said()
    dialog.stage.leave_out.click()
    go_on()
    assert dialog.left == [1]
    assert [(entry.score, entry.site) for entry in diary.entries()] == [(4, "hands"), (5, None)]


def test_back_keeps_what_was_said(read, dialog, go_on):
    view = read(PAIN)
    choose(view.fields["symptom"], "All lines: back pain")
    choose(view.fields["site"], "Not in the file")
    go_on()
    assert isinstance(dialog.stage, FoundView)
    dialog.back.click()
    assert shown(dialog.stage)["symptom"] == "All lines: back pain"
    assert shown(dialog.stage)["site"] == "Not in the file"
    assert dialog.stage.order.currentData() == "dmy"


def test_what_is_not_recognised_is_asked_for_one_thing_after_the_other(read, dialog, diary, go_on):
    view = read("A,B\n1/2/2026,64\n3/4/2026,65\n")
    assert (view.about.currentText(), view.fields) == ("Please choose", {})
    assert not view.order.isVisible()
    dialog.primary.click()
    assert dialog.complaint.text() == "Please say where this stands: What it is about."
    choose(view.about, "Body weight")
    dialog.primary.click()
    assert dialog.complaint.text() == "Please say where this stands: Day."
    choose(view.fields["since"], "Column: A")
    assert view.example.text() == "1/2/2026 is Sunday 1 February 2026"  # as it is written where she lives
    choose(view.order, "Month, day, year")
    assert view.example.text() == "1/2/2026 is Friday 2 January 2026"
    dialog.primary.click()
    assert dialog.complaint.text() == "Please say where this stands: Weight."
    choose(view.fields["value"], "Column: B")
    assert view.fields["weight_unit"].currentText() == "All lines: kg"
    go_on()
    assert dialog.complaint.isHidden()
    assert dialog.primary.text() == "Add 2 entries"
    go_on()
    assert [(fact.since.isoformat(), fact.value) for fact in diary._store.facts()] == [
        ("2026-01-02", 64.0),
        ("2026-03-04", 65.0),
    ]


def test_a_day_that_cannot_be_read_so_is_said_below_it(read):
    view = read(PAIN)
    choose(view.order, "Month, day, year")
    assert view.example.text().endswith("is not a day written like 11/23/2026.")


def test_another_subject_asks_for_other_columns(read, dialog):
    view = read(PAIN)
    choose(view.about, "Blood tests")
    assert shown(view)["name"] == "Please choose"
    texts = [view.fields["name"].itemText(n) for n in range(view.fields["name"].count())]
    assert "All lines: 25-OH vitamin D" in texts
    assert "Column: Schmerz" in texts
    choose(view.about, "Bone density")
    sides = [view.fields["side"].itemText(n) for n in range(view.fields["side"].count())]
    assert sides[-2:] == ["All lines: left", "All lines: right"]
    names = [field.accessibleName() for field in view.fields.values()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_a_file_that_vanishes_meanwhile_is_one_sentence_and_nothing_said_is_lost(read, dialog, go_on):
    view = read(PAIN)
    dialog.file.unlink()
    go_on()
    assert dialog.complaint.accessibleName().startswith("There is no file ")
    assert dialog.stage is view
    assert dialog.primary.text() == "Continue"


def test_what_it_is_about_can_be_left_open_again_and_said_once_more(read):
    view = read(PAIN)
    for said in ("Please choose", "Pain"):
        choose(view.about, said)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()
        assert view.order.isVisibleTo(view) is (said == "Pain")
    assert shown(view)["score"] == "Column: Schmerz"


def test_what_has_no_place_here_is_said_until_it_is_clear_what_it_is_about(read):
    view = read("Date,Steps\n2026-11-16,7000\n")
    assert view.nowhere.text().startswith("Steps, heart rate")
    assert view.nowhere.isVisible()
    choose(view.about, "Pain")
    assert not view.nowhere.isVisible()


def test_doses_of_one_medicine_come_in_by_their_days(read, dialog, diary, go_on):
    view = read("Datum;Tablette;Dosis\n16.11.2026;x;2,5 mg\n17.11.2026;vergessen;2,5 mg\n18.11.2026;vielleicht;\n")
    assert view.about.currentText() == "Medicines"
    assert shown(view)["amount"] == "Column: Dosis"
    dialog.primary.click()
    assert dialog.complaint.text() == "Please say where this stands: Which medicine."
    choose(view.fields["medicine"], "All lines: letrozole")
    dialog.primary.click()
    assert dialog.complaint.text() == "Please say where this stands: Taken or missed."
    choose(view.fields["state"], "Column: Tablette")
    go_on()
    said = dialog.stage.said()
    assert "2 entries are new 2 doses of medicines" in said
    assert "mine.csv, line 4: “vielleicht” does not fit under Tablette; it can be taken, missed or skipped." in said
    dialog.stage.leave_out.click()
    go_on()
    assert [(dose.label, dose.state) for dose in diary.entries()] == [
        ("Letrozole 2.5 mg", "taken"),
        ("Letrozole 2.5 mg", "missed"),
    ]


def test_a_medicine_that_nobody_knows_names_its_line(read, dialog, go_on):
    read("Date,Medicine,Taken\n2026-11-16,Femara,yes\n2026-11-17,Paracetamol,yes\n")
    go_on()
    assert "“Paracetamol” is no medicine that is known here; once it is added" in dialog.stage.said()


def test_the_keyboard_goes_from_field_to_field_as_they_stand(read, dialog):
    view = read(PAIN)
    choose(view.about, "Bone density")
    choose(view.about, "Pain")
    settle()
    standing, reached = view.about, []
    for _ in range(len(view.fields) + 1):
        standing = standing.nextInFocusChain()
        while not (isinstance(standing, Chooser) and standing.isVisible()):
            standing = standing.nextInFocusChain()
        reached.append(standing.accessibleName())
    assert reached == [
        "Day",
        "How days are written",
        "Time of day",
        "Pain, 0 to 10",
        "Which pain",
        "Where it hurts",
        "Note",
    ]


FLIGHTS = (
    "Date,Activity,Minutes\n2026-11-16,walk,30\n2026-11-17,flying,20\n2026-11-18,flying,25\n2026-11-19,gliding,10\n"
)


def test_each_word_that_is_no_activity_is_asked_for_once_and_may_be_left_out(read, dialog, diary, go_on):
    read(FLIGHTS)
    go_on()
    view = dialog.stage
    assert isinstance(view, UnknownWordsView)
    assert [field.accessibleName() for field in view.fields.values()] == ["“flying” (2 lines)", "“gliding” (1 line)"]
    assert [field.currentText() for field in view.fields.values()] == ["Leave these lines out"] * 2
    choose(view.fields["flying"], "Brisk walk")
    go_on()
    said = dialog.stage.said()
    assert "3 entries are new" in said
    assert "1 line is left out, as you chose." in said
    assert "cannot be kept" not in said
    dialog.back.click()  # what was chosen stays
    assert dialog.stage.fields["flying"].currentText() == "Brisk walk"
    go_on()
    go_on()
    assert [(entry.activity, entry.minutes) for entry in diary.entries()][1:] == [
        ("walk_brisk", 20),
        ("walk_brisk", 25),
    ]


def test_back_from_the_words_leads_to_the_columns(read, dialog, go_on):
    read(FLIGHTS)
    go_on()
    dialog.back.click()
    assert isinstance(dialog.stage, ColumnsView)
    assert not dialog.back.isVisible()
    dialog._go_back()
    assert isinstance(dialog.stage, ColumnsView)


def test_a_column_of_something_else_is_not_asked_for_word_by_word(read, dialog, go_on):
    lines = "".join(f"2026-11-16,thing {nth},30\n" for nth in range(31))
    read(f"Date,Activity,Minutes\n{lines}")
    go_on()
    assert isinstance(dialog.stage, FoundView)
    assert "terminal" not in dialog.stage.said()
    assert "--activity" not in dialog.stage.said()


def test_a_wrong_column_of_days_is_named_with_how_days_were_said_to_be_written(read):
    view = read("Day,Minutes,Activity\n16.11.2026,20,walk\n17.11.2026,25,walk\n")
    choose(view.order, "Day, month, year")
    choose(view.fields["date"], "Column: Minutes")
    assert view.example.text() == "“20” under Minutes is not a day written like 23.11.2026."
    choose(view.order, "Month, day, year")
    assert view.example.text() == "“20” under Minutes is not a day written like 11/23/2026."
    choose(view.order, "Year, month, day")
    assert view.example.text() == "“20” under Minutes is not a day; days are written like 2026-11-23."


def test_the_dialog_grows_with_its_questions_and_the_result_is_seen_from_its_start(read, dialog, go_on):
    low = dialog.height()
    lines = "".join(f"{nth + 1}.11.2026;12;\n" for nth in range(20))  # pains above ten
    view = read(f"A;B;C\n16.11.2026;4;hands\n{lines}")
    before = dialog.height()
    choose(view.about, "Pain")
    settle()
    room = dialog.screen().availableSize().height() - AROUND[1]
    assert dialog.height() > before >= low
    assert dialog.middle.verticalScrollBar().maximum() == 0 or dialog.height() == room
    choose(view.fields["date"], "Column: A")
    choose(view.fields["score"], "Column: B")
    dialog.middle.verticalScrollBar().setValue(dialog.middle.verticalScrollBar().maximum())
    go_on()
    settle()
    assert "20 lines cannot be kept" in dialog.stage.said()
    assert dialog.middle.verticalScrollBar().value() == 0
    assert dialog.back.isVisible()
    assert not dialog.middle.isAncestorOf(dialog.back)  # in the foot, however long the list is
