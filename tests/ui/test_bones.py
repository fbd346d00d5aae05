"""The Bone health page. It is Saturday 21 November 2026, 18:30 in Berlin."""

from datetime import date, time

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest

from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.desktop import printing
from bonecoach.ui.bones import page as page_module
from bonecoach.ui.bones.body_form import BodyForm
from bonecoach.ui.bones.event_form import EventForm
from bonecoach.ui.bones.lab_test_form import LabTestForm
from bonecoach.ui.bones.page import BonePage
from bonecoach.ui.bones.results_card import SHOWN
from bonecoach.ui.bones.scan_form import ScanForm
from bonecoach.ui.cards import Text
from bonecoach.ui.medicines.therapy_form import TherapyForm
from bonecoach.ui.person.day_field import as_date, as_qdate
from bonecoach.ui.your_data import files

SPINE = {"site": Site.LUMBAR_SPINE, "scanner": "Hologic A"}


@pytest.fixture
def measured(diary):
    for day, bmd, t_score in ((date(2024, 3, 4), 0.912, -1.8), (date(2026, 3, 9), 0.850, -2.3)):
        diary.bones.add_scan(Scan(date=day, bmd=bmd, t_score=t_score, lsc=0.028, **SPINE))
    diary.bones.add_lab_test(LabTest(date=date(2026, 3, 1), name="25ohd", value=71, unit="nmol/L"))
    return diary


def texts(widget):
    return " ".join(text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget))


def test_an_empty_page_teaches_what_to_enter(opened):
    page = opened(BonePage)
    assert page.first.isVisible()
    assert not page.timeline.isVisible()
    assert "No scan has been entered yet." in texts(page.scans)


def test_results_stand_newest_first_with_their_change(opened, measured):
    page = opened(BonePage)
    assert not page.first.isVisible()
    assert [row.edit.accessibleName() for row in page.scans.rows] == [
        "Change: Lumbar spine, 9 Mar 2026",
        "Change: Lumbar spine, 4 Mar 2024",
    ]
    assert "6.8 % lower than on 4 Mar 2024, 3.4 % a year: more than the 3.1 %" in texts(page.scans.rows[0])
    assert "71 nmol/L" in texts(page.tests)


def test_a_scan_is_entered_and_begins_with_the_last_scanner(writing_desk, measured, opened):
    page = opened(BonePage)
    form = ScanForm(writing_desk, page)
    assert form.scanner.text() == "Hologic A"
    form.site.choose(Site.TOTAL_HIP)
    form._site_chosen()
    form.side.choose(Side.LEFT)
    form.bmd.setText("0,75")
    form.t_score.setText("−2.1")
    form.least.setText("4.5")
    form.least_unit.choose("percent")
    form.accept()
    (hip,) = [scan for scan in measured.bones.scans() if scan.site is Site.TOTAL_HIP]
    assert (hip.site, hip.side, hip.bmd, hip.t_score, hip.lsc_percent) == (Site.TOTAL_HIP, Side.LEFT, 0.75, -2.1, 4.5)


def test_a_misprint_is_asked_about_and_stays_in_its_field(writing_desk, diary, opened):
    form = ScanForm(writing_desk, opened(BonePage))
    form.t_score.setText("-25")
    form.accept()
    assert form.complaint.text() == "A T-score of −25 cannot be; is it −2.5?"
    assert form.t_score.text() == "-25"
    form.t_score.setText("low")
    form.accept()
    assert "low" in form.complaint.text()
    assert diary.bones.scans() == []
    form.t_score.setText("-2.5")
    form.accept()
    assert [scan.t_score for scan in diary.bones.scans()] == [-2.5]


def test_the_spine_has_no_side(writing_desk, opened):
    form = ScanForm(writing_desk, opened(BonePage))
    assert not form.side.isEnabled()
    form.site.setCurrentIndex(form.site.findData(Site.TOTAL_HIP))
    assert form.side.isEnabled()
    form.side.choose(Side.LEFT)
    form.site.setCurrentIndex(form.site.findData(Site.LUMBAR_SPINE))
    assert form.side.currentData() is None


def test_a_scan_is_mended(writing_desk, measured, opened):
    scan = measured.bones.scans()[-1]
    form = ScanForm(writing_desk, opened(BonePage), scan)
    assert (form.bmd.text(), form.t_score.text(), form.least.text()) == ("0.85", "-2.3", "0.028")
    form.bmd.setText("0.905")
    form.accept()
    assert measured.bones.scans()[-1].bmd == 0.905
    measured.undo()
    assert measured.bones.scans()[-1].bmd == 0.85


def test_a_blood_test_is_entered_with_the_unit_of_its_kind(writing_desk, diary, opened):
    form = LabTestForm(writing_desk, opened(BonePage))
    assert form.unit.text() == "nmol/L"
    assert not form.name.isEnabled()
    form.kind.setCurrentIndex(form.kind.findData("ctx"))
    assert form.unit.text() == "ng/mL"
    form.accept()
    assert form.complaint.text()  # without a result nothing is kept
    form.value.setText("0.45")
    form.fasting.choose(True)
    form.accept()
    (kept,) = diary.bones.lab_tests()
    assert (kept.name, kept.value, kept.unit, kept.fasting) == ("ctx", 0.45, "ng/mL", True)


def test_the_unit_is_a_choice_that_says_what_it_means_and_is_remembered(writing_desk, diary, opened):
    page = opened(BonePage)
    form = LabTestForm(writing_desk, page)
    assert [form.unit.chooser.itemData(n) for n in range(form.unit.chooser.count())] == ["nmol/L", "ng/mL"]
    form.value.setText("31")
    # 31 / 2.496 = 12.4
    assert form.means.text() == "31 nmol/L is the same as 12.4 ng/mL. Please compare with the report."
    form.unit.chooser.setCurrentIndex(1)
    assert form.means.text() == "31 ng/mL is the same as 77.4 nmol/L. Please compare with the report."
    form.accept()
    again = LabTestForm(writing_desk, page)
    assert again.unit.text() == "ng/mL"
    again.kind.setCurrentIndex(again.kind.findData("calcium"))
    assert (again.unit.text(), again.means.text()) == ("mmol/L", "")


def test_unit_and_range_are_read_as_they_stand_on_the_paper(writing_desk, diary, opened):
    form = LabTestForm(writing_desk, opened(BonePage))
    form.value.setText("31 ng/ml")
    form.low.setText("30 to 100")
    form.value.editingFinished.emit()
    assert (form.value.text(), form.unit.text()) == ("31", "ng/mL")
    form.accept()
    (kept,) = diary.bones.lab_tests()
    assert (kept.value, kept.unit, kept.range_low, kept.range_high) == (31, "ng/mL", 30, 100)


def test_a_unit_that_is_none_of_the_tests_stays_to_be_seen(writing_desk, diary, opened):
    form = LabTestForm(writing_desk, opened(BonePage))
    form.value.setText("31 mg/L")
    form.value.editingFinished.emit()
    form.accept()
    assert form.value.text() == "31 mg/L"
    assert form.complaint.text() == "“mg/L” is not a unit of this test; laboratories print it in nmol/L and ng/mL."
    assert diary.bones.lab_tests() == []


def test_the_next_result_of_one_paper_begins_with_its_day_and_laboratory(opened, diary, monkeypatch):
    page, days = opened(BonePage), []

    def entered(form):
        days.append((as_date(form.day.date()), form.lab.text(), form.at.text(), form.fasting.currentData()))
        if len(days) == 1:
            form.day.setDate(as_qdate(date(2026, 10, 2)))
            for field, text in ((form.lab, "City lab"), (form.at, "8:30"), (form.value, "71")):
                field.setText(text)
            form.fasting.choose(True)
            form.accept()

    monkeypatch.setattr(LabTestForm, "exec", entered)
    page.add_test.click()
    page.add_test.click()  # and left without being kept
    page.add_test.click()
    assert days == [
        (date(2026, 11, 21), "", "", None),
        (date(2026, 10, 2), "City lab", "08:30", True),
        (date(2026, 10, 2), "City lab", "08:30", True),
    ]


def test_a_new_scan_begins_with_its_day(writing_desk, opened, qtbot):
    page = opened(BonePage)
    form = ScanForm(writing_desk, page)
    with qtbot.waitActive(form):
        form.show()
    assert form.focusWidget() is form.day
    qtbot.keyClicks(form.day, "12 Mar 2024")
    assert as_date(form.day.date()) == date(2024, 3, 12)
    form.reject()


def test_a_fracture_is_added_listed_changed_and_deleted(opened, diary, monkeypatch):
    page = opened(BonePage)

    def told(form):
        form.day.setDate(as_qdate(date(2025, 5, 5)))
        form.bone.setText(" left wrist ")
        form.how.setText("tripped over the rug")
        form.accept()
        return form.result()

    monkeypatch.setattr(EventForm, "exec", told)
    page.add_event.click()
    (kept,) = diary.entries(kinds=["event"])
    assert (kept.event, kept.name, kept.site, kept.injury) == ("fracture", "Fracture", "left wrist", True)
    assert (kept.moment.date, kept.note) == (date(2025, 5, 5), "tripped over the rug")
    assert not page.flag.isVisible()  # of long ago
    page.show_state()
    (row,) = page.events.rows
    assert "Fracture: left wrist, 5 May 2025" in texts(row)
    assert "tripped over the rug" in texts(row)
    assert not row.attach.isVisible()
    assert [advice.code for advice in diary.bones.prompts()] == ["ask_fracture"]

    def changed(form):
        assert (form.bone.text(), form.how.text()) == ("left wrist", "tripped over the rug")
        form.what.setCurrentIndex(form.what.findData("fall"))
        form.injury.choose(False)
        form.accept()
        return form.result()

    monkeypatch.setattr(EventForm, "exec", changed)
    row.edit.click()
    (fall,) = diary.entries(kinds=["event"])
    assert (fall.id, fall.moment, fall.event, fall.name) == (kept.id, kept.moment, "fall", "Fall")
    assert (fall.site, fall.injury) == (None, False)
    page.show_state()
    page.events.rows[0].delete.click()
    assert diary.entries(kinds=["event"]) == []
    diary.undo()
    assert len(diary.entries(kinds=["event"])) == 1


@pytest.mark.parametrize(
    ("day", "at", "flagged"),
    [
        (date(2026, 11, 21), time(18, 30), True),
        (date(2026, 11, 14), time(18, 30), True),
        (date(2026, 11, 13), None, False),
    ],
)
def test_a_fracture_of_these_days_needs_care_now(opened, diary, monkeypatch, day, at, flagged):
    page = opened(BonePage)

    def told(form):
        form.day.setDate(as_qdate(day))
        form.accept()
        return form.result()

    monkeypatch.setattr(EventForm, "exec", told)
    page.add_event.click()
    (kept,) = diary.entries(kinds=["event"])
    assert kept.moment.date == day
    assert at is None or kept.moment.wall == at
    assert page.flag.isVisible() is flagged


def test_an_event_moved_to_today_has_happened(writing_desk, opened, diary):
    diary.log_text("fell yesterday at 23:00")
    form = EventForm(writing_desk, opened(BonePage), diary.entries(kinds=["event"])[0])
    assert not form.bone.isVisibleTo(form)
    form.day.setDate(as_qdate(date(2026, 11, 21)))
    form.accept()
    (kept,) = diary.entries(kinds=["event"])
    assert (kept.moment.date, kept.moment.wall) == (date(2026, 11, 21), time(18, 30))
    form = EventForm(writing_desk, opened(BonePage), kept)
    form.day.setDate(as_qdate(date(2026, 11, 1)))
    form.accept()
    (kept,) = diary.entries(kinds=["event"])
    assert (kept.moment.date, kept.moment.wall) == (date(2026, 11, 1), time(18, 30))


def test_another_test_has_its_own_name_and_is_mended(writing_desk, diary, opened):
    page = opened(BonePage)
    form = LabTestForm(writing_desk, page)
    form.kind.setCurrentIndex(form.kind.count() - 1)
    assert form.unit.text() == ""
    form.name.setText("PTH")
    form.value.setText("5")
    form.unit.setText("pmol/L")
    form.day.setDate(as_qdate(date(2026, 3, 1)))
    form.accept()
    (kept,) = diary.bones.lab_tests()
    again = LabTestForm(writing_desk, page, kept)
    assert (again.name.text(), again.unit.text()) == ("PTH", "pmol/L")
    again.value.setText("6")
    again.accept()
    assert [test.value for test in diary.bones.lab_tests()] == [6]


def test_the_timeline_says_what_is_pointed_at(opened, measured):
    page = opened(BonePage, (1096, 900))
    view, says = page.timeline.view, page.timeline.says
    assert says.text() == "Point at a mark, or go from one to the next with the arrow keys."
    marks = view.marks()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=marks[-1].at.toPoint())
    assert says.text() == marks[-1].said
    view.setFocus()
    view._choose(None)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert says.text() == marks[0].said
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert says.text() == marks[0].said  # there is none before it
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert says.text() == marks[1].said
    QTest.keyClick(view, Qt.Key.Key_End)
    assert says.text() == marks[-1].said != marks[0].said
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert says.text() == marks[0].said
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(2, 2).toPoint())
    assert says.text() != marks[1].said


def test_the_timeline_comes_nearer_goes_back_and_shows_densities(opened, measured):
    card = opened(BonePage, (1096, 900)).timeline
    everything = card.note.text()
    assert everything == "21 Jan 2024 to 21 Nov 2026"  # 32 months and 2 to spare
    card.nearer.click()
    assert card.note.text() == "21 Nov 2024 to 21 Nov 2026"
    card.earlier.click()
    assert card.later.isEnabled()
    card.later.click()
    assert card.note.text() == "21 Nov 2024 to 21 Nov 2026"
    QTest.keyClick(card.view, Qt.Key.Key_Minus)
    QTest.keyClick(card.view, Qt.Key.Key_Plus)
    card.density.click()
    assert (card.density.isChecked(), card.score.isChecked()) == (True, False)
    card.turn.click()
    assert card.table is not None
    assert card.table.item(1, 0).text() == "9 Mar 2026"
    card.score.click()
    assert card.score.isChecked()


def test_up_and_down_go_to_the_months_below(opened, measured):
    measured.log_text("walk 90 brisk 5 oct, took letrozole 2 nov")
    page = opened(BonePage, (1096, 900))
    view, says = page.timeline.view, page.timeline.says
    assert "Up and Down go to the months" in view.accessibleDescription()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    scan = says.text()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert says.text().startswith("Oct 2026: Movement, 90 minutes in 1 week")  # the only weeks of October on record
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert says.text() == "Nov 2026: Doses, taken on 1 of 19 days, 18 days not recorded"  # from 2 to 20 November
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)  # there is nothing below and nothing later
    assert says.text().startswith("Nov 2026: Doses")
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert says.text().startswith("Nov 2026: Movement")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert says.text().startswith("Oct 2026: Movement")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.marks("taken")[0].at.toPoint())
    assert says.text().startswith("Nov 2026: Doses")
    assert scan != says.text()


def test_who_is_too_young_for_t_scores_sees_z_scores(opened, measured):
    measured.person.set_facts({"postmenopausal": "no"})
    card = opened(BonePage).timeline
    assert card._measure == "z"


def test_a_result_is_deleted_and_comes_back_with_undo(opened, measured):
    page = opened(BonePage)
    page.scans.rows[0].delete.click()
    assert [scan.date for scan in measured.bones.scans()] == [date(2024, 3, 4)]
    measured.undo()
    page.show_state()
    assert len(page.scans.rows) == 2


@pytest.fixture
def drawn(opened, measured, qtbot, monkeypatch):
    """The page, drawn anew at every step as the window does it."""
    page = opened(BonePage)
    monkeypatch.setattr(measured._ledger, "announce", lambda _step: page.show_state())
    with qtbot.waitActive(page):
        page.activateWindow()
    return page


def test_the_keyboard_goes_to_the_next_row_when_one_is_deleted(drawn, measured):
    first = drawn.scans.rows[0]
    first.delete.click()
    (row,) = drawn.scans.rows
    assert drawn.focusWidget() is row.delete
    row.delete.click()
    assert drawn.focusWidget() is drawn.add_scan
    drawn.tests.rows[0].delete.click()
    assert drawn.focusWidget() is drawn.add_test


def test_the_keyboard_goes_on_where_a_suggestion_went(drawn, measured):
    measured.log_text("tripped over the rug and broke my hip yesterday")
    while drawn.suggested.buttons:
        drawn.suggested.buttons[-1].click()
        after = drawn.suggested.buttons or [drawn.scans.rows[0].edit]
        assert drawn.focusWidget() is after[0]


def test_the_keyboard_goes_back_to_the_pencil_of_what_was_changed(drawn, measured, monkeypatch):
    def changed(form):
        form.bmd.setText("0.905")
        form.accept()

    monkeypatch.setattr(ScanForm, "exec", changed)
    drawn.scans.rows[0].edit.click()
    assert measured.bones.scans()[-1].bmd == 0.905
    assert drawn.focusWidget() is drawn.scans.rows[0].edit


def test_many_results_wait_behind_a_button(opened, diary):
    for year in range(2010, 2020):
        diary.bones.add_scan(Scan(date=date(year, 3, 4), bmd=0.9, **SPINE))
    card = opened(BonePage).scans
    assert (len(card.rows), card.more.isVisible()) == (SHOWN, True)
    card.more.click()
    assert (len(card.rows), card.more.isVisible()) == (10, False)


def test_one_mark_is_said_as_one(opened, diary):
    diary.bones.add_scan(Scan(date=date(2026, 3, 9), t_score=-2.3, **SPINE))
    page = opened(BonePage, (1096, 900))
    assert "with 1 mark." in page.timeline.view.accessibleDescription()


@pytest.fixture
def since_2019(diary):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2019-03-01"})
    for day, bmd in ((date(2019, 2, 1), 1.0), (date(2025, 3, 9), 0.95)):
        diary.bones.add_scan(Scan(date=day, bmd=bmd, t_score=-1.0, **SPINE))
    return diary


def test_what_others_found_is_off_until_she_asks_for_it(opened, since_2019):
    card = opened(BonePage, (1096, 900)).timeline
    assert (card.others.isChecked(), card.caveat.isVisible()) == (False, False)
    assert not any("others" in row[1].lower() for row in card._rows())
    card.others.click()
    assert since_2019.bones.shows_others
    assert (card.others.isChecked(), card.density.isChecked()) == (True, True)
    assert "no forecast for you" in texts(card.caveat)
    said = [mark.said for mark in card.view.marks() if mark.kind == "others"]
    assert said == [
        "What others found: lumbar spine, 4.1 % lower (the median) after 2 years of anastrozole",
        "What others found: lumbar spine, 6.08 % lower after 5 years of anastrozole",
    ]
    rows = [row for row in card._rows() if row[1].startswith("What others found")]
    assert len(rows) == 1 + 12  # the caveat, and every figure of the studies
    assert rows[3][2].startswith("6.08 % lower after 5 years of anastrozole; 108 people. Eastell and others")
    card.score.click()
    assert "It is drawn where Density is chosen." in texts(card.caveat)
    assert not any(mark.kind == "others" for mark in card.view.marks())
    card.others.click()
    assert (since_2019.bones.shows_others, card.caveat.isVisible()) == (False, False)


def test_what_others_found_asks_why_and_says_what_is_missing(opened, measured):
    page = opened(BonePage, (1096, 900))
    asked = []
    page.asks_why.connect(asked.append)
    page.timeline.others.click()
    assert "No scan of yours lies near the day" in texts(page.timeline.caveat)
    page.timeline.caveat.why.click()
    assert [advice.code for advice in asked] == ["others_found"]


def test_a_report_is_attached_opened_and_taken_off(opened, measured, tmp_path, monkeypatch):
    report = tmp_path / "Befund_Knochendichte_Universitätsklinikum_2026_03_09.pdf"
    report.write_bytes(b"%PDF-1.7")
    shown = []
    monkeypatch.setattr(files, "ask_which", lambda *_: report)
    monkeypatch.setattr(page_module, "show_file", lambda path, _parent: shown.append(path))
    page = opened(BonePage)
    assert page.scans.rows[0].attach.accessibleName() == "Attach a report: Lumbar spine, 9 Mar 2026"
    page.scans.rows[0].attach.click()
    page.show_state()
    (row,) = page.scans.rows[0].reports
    assert row.open.accessibleName() == f"Open: {report.name}"
    assert row.name.text().replace("\u200b", "") == report.name
    row.open.click()
    assert [path.read_bytes() for path in shown] == [b"%PDF-1.7"]
    row.take_off.click()
    page.show_state()
    assert page.scans.rows[0].reports == []
    measured.undo()
    page.show_state()
    assert len(page.scans.rows[0].reports) == 1


def test_a_report_that_is_none_is_one_sentence(opened, measured, tmp_path, monkeypatch):
    (tmp_path / "report.pdf").write_bytes(b"MZ")
    said = []
    page = opened(BonePage)
    page.refused.connect(said.append)
    for chosen in (tmp_path / "report.pdf", None):  # and nothing chosen is nothing said
        monkeypatch.setattr(files, "ask_which", lambda *_, chosen=chosen: chosen)
        page.tests.rows[0].attach.click()
    assert len(said) == 1
    assert said[0].endswith("so nothing was attached.")
    assert measured.bones.attachments.all() == {}


def test_three_answers_stand_below_the_timeline(opened, measured):
    measured.plans.add_medicine("denosumab", Schedule(date(2026, 6, 12), Unit.MONTH, 6, times=(time(9),)))
    page = opened(BonePage, (1096, 900))
    asked = []
    page.asks_why.connect(asked.append)
    change, injection, scan = page.standing.change, page.standing.injection, page.standing.scan
    assert change.heading.text() == "Lumbar spine since the last scan"
    assert change.says.text().startswith("6.8 % lower than on 4 Mar 2024")
    assert injection.heading.text() == "Denosumab 60 mg: due in 21 days"
    assert scan.says.text().endswith("Yours was on 9 Mar 2026: the next is due about 9 Mar 2028.")
    for card in (change, injection, scan):
        card.button.click()
    assert asked[0] == ("ISCDLSC", "NELSON2010")
    assert asked[1].best_by_days == 28
    assert asked[2] == ("ACSASCO2016", "ASCO2019")


def test_one_old_scan_says_what_the_next_one_is_good_for_and_that_it_is_due(opened, diary):
    diary.bones.add_scan(Scan(date=date(2024, 3, 4), bmd=0.9, **SPINE))
    standing = opened(BonePage, (1096, 900)).standing
    assert standing.change.heading.text() == "Lumbar spine: one scan"
    assert not standing.change.button.isVisible()
    assert not standing.injection.isVisible()
    assert standing.scan.says.text().endswith("the next was due about 4 Mar 2026.")


def test_without_an_inhibitor_no_next_scan_is_told_and_an_empty_diary_says_nothing(opened, diary):
    page = opened(BonePage, (1096, 900))
    assert not page.standing.isVisible()
    diary.person.set_facts({"aromatase_inhibitor": "none"})
    diary.bones.add_scan(Scan(date=date(2024, 3, 4), bmd=0.9, **SPINE))
    page.show_state()
    assert page.standing.change.isVisible()
    assert not page.standing.scan.isVisible()


def test_a_real_change_is_said_before_others(opened, measured):
    for day, bmd in ((date(2024, 3, 4), 0.80), (date(2026, 3, 9), 0.79)):
        measured.bones.add_scan(Scan(date=day, site=Site.TOTAL_HIP, side=Side.LEFT, bmd=bmd))
    series = measured.bones.standing(measured.bones.state()).changed[0]
    assert series.site is Site.LUMBAR_SPINE
    (spine, _old) = [row.id for row in measured.bones.scans() if row.site is Site.LUMBAR_SPINE][::-1]
    measured.bones.change_scan(spine, bmd=0.91)  # and now no change of the spine can be told, and it stands first
    assert measured.bones.standing(measured.bones.state()).changed[0].site is Site.LUMBAR_SPINE
    measured.bones.change_scan(spine, scanner="Lunar B")
    assert measured.bones.standing(measured.bones.state()).changed[0].site is Site.TOTAL_HIP


def test_every_site_that_really_changed_is_said_the_largest_first(opened, measured):
    for day, bmd in ((date(2024, 3, 4), 0.80), (date(2026, 3, 9), 0.70)):  # 12.5 %, the spine 6.8
        measured.bones.add_scan(Scan(date=day, site=Site.FEMORAL_NECK, bmd=bmd, scanner="Hologic A", lsc_percent=4.0))
    card = opened(BonePage).standing.change
    assert card.heading.text() == "Since the last scan"
    neck, spine = card.says.text().splitlines()
    assert neck.startswith("Femoral neck: 12.5 % lower than on 4 Mar 2024")
    assert spine.startswith("Lumbar spine: 6.8 % lower than on 4 Mar 2024")


def test_a_fracture_is_asked_about_and_the_answer_is_kept(opened, measured):
    measured.log_text("broke my wrist on 5 May 2025")
    page = opened(BonePage)
    yes = page.suggested.buttons[0]
    assert yes.accessibleName() == (
        "Yes: You logged a fracture (wrist) on 5 May 2025. Was it from a fall from standing height, or less?"
    )
    yes.click()
    assert measured.person.profile(measured.today()).fragility_fracture is True
    page.show_state()
    names = [button.accessibleName() for button in page.suggested.buttons]
    assert any("I have had a fracture from little force." in name for name in names)
    assert not any(name.startswith("Yes") for name in names)
    measured.undo()
    page.show_state()
    page.suggested.buttons[1].click()
    assert measured.person.profile(measured.today()).fragility_fracture is False


def test_swapped_sites_are_asked_about_once_and_kept_on_the_second_save(writing_desk, measured, opened):
    measured.bones.add_scan(Scan(date=date(2025, 3, 9), site=Site.TOTAL_HIP, bmd=0.70, t_score=-1.9))
    form = ScanForm(writing_desk, opened(BonePage))
    form.day.setDate(as_qdate(date(2026, 11, 2)))
    form.bmd.setText("0,71")
    form.accept()
    assert form.complaint.text() == (
        "0.71 g/cm² is near the last density of the total hip (0.7) and far from that of the lumbar spine (0.85); "
        "were the sites swapped? If it stands so on the report, press Save once more."
    )
    form.bmd.setText("0.72")
    form.accept()  # another figure is another question
    assert "0.72" in form.complaint.text()
    assert len(measured.bones.scans()) == 3
    form.note.setText("as printed")
    form.accept()
    form.accept()
    kept = measured.bones.scans()[-1]
    assert (kept.bmd, kept.note) == (0.72, "as printed")


def test_a_result_in_another_unit_is_asked_about_once_and_kept_on_the_second_save(writing_desk, diary, opened):
    form = LabTestForm(writing_desk, opened(BonePage))
    form.kind.setCurrentIndex(form.kind.findData("calcium"))
    form.value.setText("2,38")
    form.unit.setText("mg/dL")
    form.accept()
    assert form.complaint.text() == (
        "2.38 mg/dL reads like a result in mmol/L; is the unit right? "
        "If it stands so on the report, press Save once more."
    )
    assert diary.bones.lab_tests() == []
    form.accept()
    (kept,) = diary.bones.lab_tests()
    again = LabTestForm(writing_desk, opened(BonePage), kept)
    again.note.setText("as printed")
    again.accept()
    again.accept()
    assert [(test.value, test.note) for test in diary.bones.lab_tests()] == [(2.38, "as printed")]


BAD_SCANS = {
    "A T-score of 25 cannot be; is it 2.5?": {"t_score": "25"},
    "A Z-score of −14 cannot be; is it −1.4?": {"z_score": "-14"},
    "912 is no density in g/cm²; if the report says mg/cm², it is 0.912 g/cm².": {"bmd": "912"},
    "A density of 9.12 g/cm² cannot be; reports say from 0.2 to 2.5.": {"bmd": "9.12"},
    "905 is no density in g/cm²; if the report says mg/cm², it is 0.905 g/cm².": {"bmd": "905 mg/cm²"},
    "“fine” is not a number.": {"bmd": "fine"},
    "0.028 % is less than any centre can tell apart; is it 0.028 g/cm²?": {"bmd": "0.9", "least": "0.028"},
    "A scan needs at least its density (BMD), its T-score or its Z-score.": {},
    "That text is too long: at most 2000 characters fit.": {"bmd": "0.9", "note": "word " * 6000},
    "That text is too long: at most 200 characters fit.": {"bmd": "0.9", "place": "../" * 100},
}


@pytest.mark.parametrize("sentence", BAD_SCANS)
def test_what_cannot_be_is_one_sentence_and_nothing_is_lost(writing_desk, diary, opened, sentence):
    form = ScanForm(writing_desk, opened(BonePage))
    for field, text in BAD_SCANS[sentence].items():
        getattr(form, field).setText(text)
    form.accept()
    assert form.complaint.text() == sentence
    assert all(getattr(form, field).text() == text for field, text in BAD_SCANS[sentence].items())
    assert diary.bones.scans() == []


@pytest.mark.parametrize("form_of", [ScanForm, LabTestForm, BodyForm, TherapyForm])
@pytest.mark.parametrize("typed", ["12/03/2027", "1/1/2030", "22 Nov 2026", "2026-12-01", "30.11.26", "29 Nov"])
def test_a_day_to_come_is_never_kept_as_today(writing_desk, diary, opened, form_of, typed):
    form = form_of(writing_desk, opened(BonePage))
    for name, figure in (("bmd", "0.9"), ("value", "71"), ("height_line", "164")):
        if hasattr(form, name):
            getattr(form, name).setText(figure)
    form.day.lineEdit().setText(typed)
    form.accept()
    assert form.complaint.text().endswith("has not come yet; please check its year.")
    assert form.day.lineEdit().text() == typed
    assert diary.can_undo() is None
    form.day.lineEdit().setText("21 Nov 2026")  # the day it is
    form.accept()
    assert diary.can_undo() is not None


def test_days_before_birth_and_the_same_scan_twice_are_refused(writing_desk, measured, opened):
    measured.person.set_facts({"birth_date": "1961-05-01"})
    form = ScanForm(writing_desk, opened(BonePage))
    assert form.day.maximumDate() == as_qdate(date(2026, 11, 21))
    form.bmd.setText("0.9")
    form.day.setDate(as_qdate(date(1960, 3, 1)))
    form.accept()
    assert form.complaint.text().endswith("lies before the day of birth that was entered.")
    form.day.setDate(as_qdate(date(2026, 3, 9)))
    form.accept()
    assert form.complaint.text().startswith("A scan of this site stands already on Monday 9 March 2026")
    old = ScanForm(writing_desk, opened(BonePage), measured.bones.scans()[0])
    old.day.setDate(as_qdate(date(2026, 3, 9)))  # nor can another one be moved there
    old.accept()
    assert old.complaint.text().startswith("A scan of this site stands already")
    assert len(measured.bones.scans()) == 2


def test_a_scan_keeps_its_centre_and_a_test_its_time_and_note(writing_desk, diary, opened):
    page = opened(BonePage)
    form = ScanForm(writing_desk, page)
    for field, text in ((form.bmd, "0.9"), (form.place, "Clinic East"), (form.note, "with Dr Meyer")):
        field.setText(text)
    form.accept()
    (scan,) = diary.bones.scans()
    assert (scan.place, scan.note) == ("Clinic East", "with Dr Meyer")
    again = ScanForm(writing_desk, page, scan)
    assert (again.place.text(), again.note.text()) == ("Clinic East", "with Dr Meyer")
    assert (ScanForm(writing_desk, page).place.text(), ScanForm(writing_desk, page).note.text()) == ("Clinic East", "")
    test = LabTestForm(writing_desk, page)
    for field, text in ((test.value, "71"), (test.at, "8, 9"), (test.note, "second tube")):
        field.setText(text)
    test.accept()
    assert test.complaint.text() == "“8, 9” is not a time of day; times are written like 08:00."
    test.at.setText("8.30")
    test.accept()
    (kept,) = diary.bones.lab_tests()
    assert (kept.time, kept.note) == (time(8, 30), "second tube")
    assert LabTestForm(writing_desk, page, kept).at.text() == "08:30"
    twin = LabTestForm(writing_desk, page)
    twin.value.setText("72")
    twin.at.setText("8:30")
    twin.accept()
    assert twin.complaint.text().startswith("This test stands already")


def test_printing_draws_the_timeline_as_it_is_looked_at(opened, measured, monkeypatch, tmp_path):
    printed = []
    monkeypatch.setattr(printing, "print_painting", lambda _parent, title, paint: printed.append((title, paint)))
    page = opened(BonePage, (1096, 900))
    page.timeline.density.click()
    page.timeline.nearer.click()
    page.print_button.click()
    ((title, paint),) = printed
    assert title == "Bone health"
    assert printing.paint_page(QPdfWriter(str(tmp_path / "bone.pdf")), paint)
    assert (tmp_path / "bone.pdf").read_bytes().startswith(b"%PDF")


def test_an_empty_page_has_nothing_to_print(opened):
    assert not opened(BonePage).print_button.isVisible()
