"""Settings: what is chosen holds at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from bonecoach.core.nutrients import Nutrient
from bonecoach.ui import folders
from bonecoach.ui.appearance import Appearance
from bonecoach.ui.page import Desk
from bonecoach.ui.person.said import month_and_year, shown_weight, weight_typed
from bonecoach.ui.settings import SettingsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(opened):
    return opened(SettingsPage)


def field(page, key):
    return next(f for f in (*page.you.fields, *page.units.fields) if getattr(f, "key", "weight_kg") == key)


def choose(page, key, value):
    box = field(page, key).box
    box.setCurrentIndex(box.findData(value))


def type_in(line, text, qtbot):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_choice_is_kept_as_soon_as_it_is_made(page, diary):
    choose(page, "aromatase_inhibitor", "exemestane")
    choose(page, "warfarin", "yes")
    profile = diary.person.profile(diary.today())
    assert (profile.aromatase_inhibitor, profile.warfarin) == ("exemestane", True)
    choose(page, "warfarin", "")
    assert diary.person.profile(diary.today()).warfarin is None


def test_a_number_is_kept_when_the_line_is_left(page, diary, qtbot):
    type_in(field(page, "height_cm").line, "164", qtbot)
    assert diary.person.profile(diary.today()).height_cm == 164.0


def test_an_impossible_number_is_refused_in_a_sentence_and_the_old_one_stays(page, diary, qtbot):
    type_in(field(page, "height_cm").line, "164", qtbot)
    line = field(page, "height_cm").line
    type_in(line, "1,64", qtbot)
    said = page.you.facts["height_cm"].complaint
    assert "1,64" in said.text()
    assert diary.person.profile(diary.today()).height_cm == 164.0
    choose(page, "sex", "female")
    page.show_state()
    assert line.text() == "1,64"  # nothing she wrote is taken from her
    type_in(line, "165", qtbot)
    assert said.isHidden()
    assert diary.person.profile(diary.today()).height_cm == 165.0


def test_what_was_refused_is_as_it_was_when_the_page_is_opened_again(page, diary, qtbot):
    type_in(field(page, "birth_date").line, "66", qtbot)
    assert "1966" in page.you.facts["birth_date"].complaint.text()
    page.open_on(None)
    assert page.you.facts["birth_date"].complaint.isHidden()
    assert field(page, "birth_date").line.text() == ""


def test_a_weight_may_be_typed_in_pounds(page, diary, qtbot):
    weight = field(page, "weight_kg")
    weight.unit.setCurrentIndex(weight.unit.findData("lb"))
    type_in(weight.line, "150", qtbot)
    assert diary.person.profile(diary.today()).weight_kg == pytest.approx(68.04, abs=0.01)
    page.show_state()
    assert weight.line.text() == "150"


@pytest.mark.parametrize(
    ("typed", "kg", "shown", "unit"),
    [
        ("62 kg", 62, "62", "kg"),
        ("62,5", 62.5, "62.5", "kg"),
        ("137 lb", 62.14, "137", "lb"),
        ("9 st 11", 62.14, "137", "lb"),
    ],
)
def test_a_weight_may_be_typed_with_its_unit(page, diary, qtbot, typed, kg, shown, unit):
    weight = field(page, "weight_kg")
    type_in(weight.line, typed, qtbot)
    assert page.you.facts["weight_kg"].complaint.isHidden()
    assert diary.person.profile(diary.today()).weight_kg == kg
    page.show_state()
    assert (weight.line.text(), weight.unit.currentData()) == (shown, unit)


def test_an_absurd_weight_is_refused_in_one_sentence_and_stays_to_be_mended(page, diary, qtbot):
    weight = field(page, "weight_kg")
    type_in(weight.line, "1370 lb", qtbot)
    assert page.you.facts["weight_kg"].complaint.text() == (
        "“1370 lb” does not fit here (weight); it must lie between 45 and 881."
    )
    assert weight.line.text() == "1370 lb"
    assert diary.person.facts() == ()


def test_a_birth_year_is_shown_as_it_was_typed(page, qtbot):
    type_in(field(page, "birth_date").line, "1958", qtbot)
    page.show_state()
    assert field(page, "birth_date").line.text() == "1958"


def test_vitamin_d_is_shown_in_the_unit_she_chose(page):
    choose(page, "vitamin_d_unit", "iu")
    page.show_state()
    assert page.targets.lines[Nutrient.VITAMIN_D].amount.text() == "800 to 1000 IU"


def test_a_wheel_that_turns_over_a_choice_does_not_change_it(page, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    box = field(page, "count").box
    turn = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentData() == "weight_bearing"


# -- targets ---------------------------------------------------------------------------------------------------


def test_a_target_the_team_set_wins_from_its_day(page, diary, qtbot):
    line = page.targets.lines[Nutrient.CALCIUM]
    assert line.amount.text() == "1200 mg"
    line.change.click()
    editor = page.targets.editor
    editor.low.setText("1000")
    editor.note.setText("Dr Meier")
    editor.save.click()
    assert line.amount.text() == "1000 mg"
    assert "Dr Meier" in line.origin.text()
    assert page.targets.editor is None
    assert diary.person.target(Nutrient.CALCIUM, diary.today()).own
    assert not diary.person.target(Nutrient.CALCIUM, date(2026, 11, 20)).own


def test_a_target_in_iu_is_kept_in_micrograms(page, diary):
    diary.person.set_facts({"vitamin_d_unit": "iu"})
    page.show_state()
    page.targets.lines[Nutrient.VITAMIN_D].change.click()
    page.targets.editor.low.setText("2000")
    page.targets.editor.save.click()
    assert diary.person.target(Nutrient.VITAMIN_D, diary.today()).low == 50.0  # 2000 IU of 25 ng


def test_the_public_target_comes_back(page, diary):
    diary.person.set_target(Nutrient.CALCIUM, 900.0)
    page.show_state()
    page.targets.lines[Nutrient.CALCIUM].change.click()
    page.targets.editor.public.click()
    assert page.targets.lines[Nutrient.CALCIUM].amount.text() == "1200 mg"


@pytest.mark.parametrize("typed", ["lots", "-5", "", "0"])
def test_a_target_that_cannot_be_is_refused_and_the_fields_stay(page, diary, qtbot, typed):
    page.targets.lines[Nutrient.ZINC].change.click()
    page.targets.editor.low.setText(typed)
    if typed:
        page.targets.editor.save.click()
        assert not page.targets.editor.complaint.isHidden()
        assert page.targets.editor.low.text() == typed
    assert diary.person.own_targets() == ()


def test_why_asks_for_the_source_of_a_target(page, qtbot):
    with qtbot.waitSignal(page.asks_why) as asked:
        page.targets.lines[Nutrient.CALCIUM].why.click()
    assert asked.args[0] == (Nutrient.CALCIUM, page.desk.diary.person.target(Nutrient.CALCIUM, date(2026, 11, 21)))


# -- program ---------------------------------------------------------------------------------------------------


def test_text_size_and_look_hold_at_once_and_are_kept(qtbot, qapp, diary, writing_desk):
    appearance = Appearance(qapp, diary)
    page = SettingsPage(Desk(diary, writing_desk.speak, appearance))
    qtbot.addWidget(page)
    page.show_state()
    page.look.size_box.setCurrentIndex(page.look.size_box.findData(1.5))
    page.look.look_box.setCurrentIndex(page.look.look_box.findData("dark"))
    assert (diary.setting("text_size"), diary.setting("look")) == ("150", "dark")
    appearance.choose_scale(1.0)
    assert page.look.size_box.currentData() == 1.0
    appearance.choose_look("light")


def test_backups_may_go_to_another_folder_and_one_is_written_there(page, diary, qtbot, tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    with qtbot.waitSignal(page.asks_for) as asked:
        page.files.elsewhere.click()
    assert asked.args == ["backup"]
    assert diary.upkeep.backup_folder == elsewhere
    assert page.files.backup_path.accessibleName() == str(elsewhere)


def test_each_field_of_a_target_says_what_it_is_and_in_which_unit(page):
    page.targets.lines[Nutrient.CALCIUM].change.click()
    editor = page.targets.editor
    said = [text.text() for text in editor.findChildren(QLabel)]
    assert said[:6] == [
        "What your team said: Calcium",
        "At least",
        "mg",
        "At most, if there is one",
        "mg",
        "Holds from",
    ]
    assert editor.low.accessibleName() == "Calcium: At least, in mg"
    assert editor.high.accessibleName() == "Calcium: At most, if there is one, in mg"
    assert editor.since.accessibleName() == "Calcium: Holds from"
    assert editor.public.isHidden()  # it is the public one


def test_a_target_of_her_own_stands_in_its_fields_to_be_changed(page, diary):
    diary.person.set_target(Nutrient.VITAMIN_D, 20.0, 50.0)
    diary.person.set_facts({"vitamin_d_unit": "iu"})
    page.show_state()
    page.targets.lines[Nutrient.VITAMIN_D].change.click()
    editor = page.targets.editor
    assert (editor.low.text(), editor.high.text()) == ("800", "2000")  # 25 ng each
    assert not editor.public.isHidden()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1 Jan 2027", "Friday 1 January 2027 has not come yet; please check its year."),
        ("soon", "“soon” is not a day; days are written like 23 Nov 2026 or 2026-11-23."),
    ],
)
def test_a_target_holds_from_no_other_day_than_was_typed(page, diary, typed, sentence):
    diary.person.set_target(Nutrient.ZINC, 8.0, None)
    page.show_state()
    page.targets.lines[Nutrient.ZINC].change.click()
    editor = page.targets.editor
    editor.low.setText("9")
    editor.since.lineEdit().setText(typed)
    for button in (editor.save, editor.public):
        button.click()
        assert editor.complaint.text() == sentence
        assert editor.since.lineEdit().text() == typed
    assert diary.person.target(Nutrient.ZINC, diary.today()).low == 8.0


def test_escape_leaves_a_target_as_it_is_and_enter_saves(page, diary, qtbot):
    page.targets.lines[Nutrient.ZINC].change.click()
    qtbot.keyClicks(page.targets.editor.low, "9")
    qtbot.keyClick(page.targets.editor.low, Qt.Key.Key_Escape)
    assert page.targets.editor is None
    page.targets.lines[Nutrient.ZINC].change.click()
    qtbot.keyClicks(page.targets.editor.low, "9")
    qtbot.keyClick(page.targets.editor.low, Qt.Key.Key_Return)
    assert page.targets.lines[Nutrient.ZINC].amount.text() == "9 mg"


def test_where_no_file_window_comes_the_path_is_shown_to_be_copied(page, diary, monkeypatch):
    shown = []
    monkeypatch.setattr(folders, "open_folder", lambda _folder: False)
    monkeypatch.setattr(folders.FolderSheet, "exec", lambda sheet: shown.append(sheet))
    page.files.show_backups.click()
    (sheet,) = shown
    assert sheet.path.text() == str(diary.upkeep.backup_folder)
    assert sheet.path.selectedText() == sheet.path.text()
    sheet.copy.click()
    assert QApplication.clipboard().text() == str(diary.upkeep.backup_folder)


def test_folders_are_shown_in_the_computers_own_window(page, diary, monkeypatch):
    shown = []

    monkeypatch.setattr(folders, "open_folder", lambda folder: shown.append(folder) or True)
    page.files.show_data.click()
    page.files.show_backups.click()
    assert shown == [diary.upkeep.path.parent, diary.upkeep.backup_folder]


def test_a_file_that_nothing_shows_has_its_folder_shown(page, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(folders, "open_folder", lambda folder: shown.append(folder) or True)
    for opens in (True, False):
        monkeypatch.setattr(folders, "open_file", lambda _file, opens=opens: opens)
        folders.show_file(tmp_path / "report.pdf", page)
    assert shown == [tmp_path]


def test_her_own_supplements_are_one_click_away(page, qtbot):
    with qtbot.waitSignal(page.goes_to) as gone:
        page.open_supplements.click()
    assert gone.args == ["my_supplements", None]


# -- what was typed --------------------------------------------------------------------------------------------


def test_typed_numbers_and_dates_become_what_the_diary_takes():
    assert weight_typed(" 63,5 ", "kg") == ("63,5", "kg")
    assert weight_typed("140", "lb") == ("140 lb", "lb")
    assert weight_typed("63 kg", "lb") == ("63 kg", "kg")
    assert weight_typed("9 st 11", "kg") == ("9 st 11", "lb")
    assert weight_typed("heavy", "lb") == ("heavy", "lb")
    assert weight_typed("", "lb") == ("", "lb")
    assert shown_weight(None, "kg") == ""
    assert shown_weight(63.5, "kg") == "63.5"
    assert month_and_year(0, "2024") == "2024-01-01"
    assert month_and_year(11, " 2024 ") == "2024-11-01"
    assert month_and_year(5, "") == ""
