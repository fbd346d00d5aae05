"""Her own products, from their labels to the entry line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bonecoach.core.nutrients import Nutrient
from bonecoach.ui.my_supplements import MySupplementsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(opened):
    return opened(MySupplementsPage)


def add(page, name, **lines):
    page.form.name.setText(name)
    for nutrient, text in lines.items():
        page.form.lines[Nutrient[nutrient]].setText(text)
    page.form.save.click()


def test_a_product_from_its_label_works_in_the_entry_line(page, diary):
    page.form.usual.setText("2")
    page.form.vitamin_d_unit.setCurrentIndex(page.form.vitamin_d_unit.findData("iu"))
    add(page, "Bone tablet, osteo", CALCIUM="300", VITAMIN_D="200")
    (product,) = diary.person.products()
    assert product.names == ("Bone tablet", "osteo")
    assert product.per_unit.in_unit(Nutrient.VITAMIN_D) == 5.0  # 200 IU of 25 ng
    assert product.per_unit.get(Nutrient.ZINC) == 0  # what a label does not name is none, not unknown
    diary.log_text("bone tablet")
    total = diary.day(diary.today()).nutrients[Nutrient.CALCIUM]
    assert total.supplement == 600 * Nutrient.CALCIUM.ng_per_unit  # two at once


def test_it_is_listed_with_what_it_holds(page):
    add(page, "Bone tablet", CALCIUM="300", MAGNESIUM="100,5")
    (row,) = page.rows
    assert row.name.text() == "Bone tablet"
    assert row.holds.text() == "1 tablet: calcium 300 mg and magnesium 101 mg"
    assert not page.empty.isVisibleTo(page)


def test_a_product_is_changed(page, diary):
    add(page, "Bone tablet", CALCIUM="300")
    page.rows[0].edit.click()
    assert page.form.name.text() == "Bone tablet"
    assert page.form.lines[Nutrient.CALCIUM].text() == "300"
    page.form.lines[Nutrient.CALCIUM].setText("400")
    page.form.save.click()
    (product,) = diary.person.products()
    assert product.per_unit.in_unit(Nutrient.CALCIUM) == 400
    assert page.form.product is None


def test_a_product_is_removed_and_that_can_be_undone(page, diary):
    add(page, "Bone tablet", CALCIUM="300")
    page.rows[0].edit.click()
    page.rows[0].remove.click()
    assert diary.person.products() == ()
    assert page.form.product is None
    diary.undo()
    assert len(diary.person.products()) == 1


@pytest.mark.parametrize(
    ("name", "calcium"), [("", "300"), ("Bone tablet", ""), ("Bone tablet", "lots"), ("Bone tablet", "-3")]
)
def test_what_cannot_be_is_said_and_everything_typed_stays(page, diary, name, calcium):
    add(page, name, CALCIUM=calcium)
    assert page.form.complaint.text()
    assert page.form.lines[Nutrient.CALCIUM].text() == calcium
    assert diary.person.products() == ()


def test_a_name_that_is_taken_is_refused(page, diary):
    add(page, "Bone tablet", CALCIUM="300")
    add(page, "bone TABLET", CALCIUM="100")
    assert page.form.complaint.text()
    assert len(diary.person.products()) == 1


def test_the_way_back_leads_to_settings(page, qtbot):
    with qtbot.waitSignal(page.goes_to) as gone:
        page.back.click()
    assert gone.args == ["settings", None]


def test_a_name_that_cannot_be_typed_is_kept_and_that_is_said(page, diary):
    add(page, "Morning", CALCIUM="300")
    (product,) = diary.person.products()
    assert product.name == "Morning"
    assert "cannot read it" in page.form.complaint.text()
    assert page.form.name.text() == ""
    add(page, "Bone tablet", CALCIUM="300")
    assert page.form.complaint.isHidden()


# -- the keyboard ------------------------------------------------------------------------------------------------


@pytest.fixture
def active(page, qtbot):
    for name in ("Bone tablet", "Caltrate", "Zinc drops"):
        add(page, name, CALCIUM="300")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_removing_leaves_the_keyboard_on_the_next_product_and_then_on_the_one_before(active):
    active.rows[1].remove.setFocus()
    active.rows[1].remove.click()
    assert [row.name.text() for row in active.rows] == ["Bone tablet", "Zinc drops"]
    assert active.rows[1].remove.hasFocus()
    active.rows[1].remove.click()
    assert active.rows[0].remove.hasFocus()
    active.rows[0].remove.click()
    assert active.form.name.hasFocus()


def test_enter_keeps_and_leads_to_the_next_product(active, diary, qtbot):
    qtbot.keyClicks(active.form.name, "Magnesium drops")
    active.form.lines[Nutrient.MAGNESIUM].setFocus()
    qtbot.keyClicks(active.form.lines[Nutrient.MAGNESIUM], "50")
    qtbot.keyClick(active.form.lines[Nutrient.MAGNESIUM], Qt.Key.Key_Return)
    assert len(diary.person.products()) == 4
    assert active.form.name.hasFocus()
    assert active.form.name.text() == ""


def test_what_is_no_number_has_the_keyboard(active, qtbot):
    active.form.name.setText("Osteo")
    active.form.lines[Nutrient.ZINC].setText("lots")
    active.form.save.setFocus()
    active.form.save.click()
    assert active.form.lines[Nutrient.ZINC].hasFocus()
    assert active.form.lines[Nutrient.ZINC].selectedText() == "lots"


def test_what_is_not_to_be_changed_leaves_an_empty_form_with_the_keyboard(active):
    active.rows[0].edit.click()
    active.form.cancel.setFocus()
    active.form.cancel.click()
    assert active.form.name.hasFocus()
    assert active.form.product is None
