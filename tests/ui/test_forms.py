"""Fields of the quick forms."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Product
from bonecoach.ui.buttons import Button
from bonecoach.ui.forms import open_form
from bonecoach.ui.forms.fields import Stepper
from bonecoach.ui.forms.food import FoodForm
from bonecoach.ui.forms.movement import MovementForm
from bonecoach.ui.forms.supplement import SupplementForm
from bonecoach.ui.theme import apply, look_named, sheet
from bonecoach.ui.today.page import TodayPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_number_between_the_buttons_is_seen(qtbot, qapp):
    qapp.setStyleSheet(sheet())
    try:
        stepper = Stepper("How many", 0, 100, 0.5)
        qtbot.addWidget(stepper)
        stepper.show_number(1.5)
        stepper.show()
        QApplication.processEvents()
        field = stepper.box.lineEdit()
        assert field.text() == "1.5"
        assert field.width() > field.fontMetrics().horizontalAdvance("100.5")
    finally:
        qapp.setStyleSheet("")


# -- what is chosen is what is logged ----------------------------------------------------------------------------


@pytest.fixture
def page(opened):
    return opened(TodayPage)


@pytest.fixture
def supplements(page, qtbot):
    form = SupplementForm(page.desk, None, page)
    form.show()
    yield form
    form.reject()


def pick(form, label):
    found = form.picker.list.findItems(label, Qt.MatchFlag.MatchStartsWith)
    form.picker.list.setCurrentItem(found[0])


def test_every_supplement_in_the_list_is_read_as_just_that(supplements):
    """Whatever one to two of each hold, from the tables; questions about large amounts included."""
    listed = supplements.picker.list
    seen = 0
    for row in range(listed.count()):
        listed.setCurrentRow(row)
        product = supplements.picker.thing()
        for count in (1, 2):
            supplements.count.show_number(count)
            (part,) = supplements.reading(product).parts
            (entry,) = part.entries
            for nutrient, ng in product.per_unit:
                assert entry.amounts.get(nutrient) == pytest.approx(ng * count, abs=2), (product.name, count)
            assert "write" not in supplements.understood(product)
            seen += 1
    assert seen > 150


def test_every_movement_in_the_list_is_read_as_just_that(page):
    form = MovementForm(page.desk, None, page)
    listed = form.picker.list
    for row in range(listed.count()):
        listed.setCurrentRow(row)
        activity = form.picker.thing()
        form.minutes.show_number(25)
        (entry,) = form.reading(activity).entries
        assert (entry.activity, entry.minutes) == (activity.id, 25)
    assert listed.count() > 20
    form.reject()


def test_on_an_earlier_day_the_hour_that_it_is_now_is_offered(page, diary):
    # 18:30 in Berlin on Saturday the 21st; whoever fills in Friday is offered 18:00 and not the last half hour of it.
    page.show_day(date(2026, 11, 20))
    form = MovementForm(page.desk, page.moment_meant(), page)
    assert form.when.currentText() == "18:00"
    assert form.when.itemText(0) == "23:30"
    pick(form, "Brisk walk")
    form.accept()
    (walk,) = diary.entries()
    assert (walk.moment.date, walk.moment.wall) == (date(2026, 11, 20), time(18))


def test_her_own_product_is_logged_whatever_it_is_called(page, diary):
    diary.person.save_product(Product("", ("Dr. M\u00fcller's (forte)",), "tablet", only(calcium_mg=300)))
    form = SupplementForm(page.desk, None, page)
    pick(form, "Dr. M\u00fcller")
    form.count.show_number(2)
    assert "calcium 600 mg" in form.says.text()
    form.accept()
    (entry,) = diary.entries()
    assert entry.amounts.in_unit(Nutrient.CALCIUM) == 600


def test_what_was_probably_meant_has_a_button_of_its_own(supplements, diary):
    pick(supplements, "Vitamin D3 20000 IU")
    supplements.accept()
    assert diary.entries() == []
    assert supplements.primary.text() == "Log it as it is"
    assert supplements.instead.text() == "Log Vitamin D3 20000 IU weekly"
    supplements.instead.click()
    (entry,) = diary.entries()
    assert entry.spread_days == 7


def test_a_large_amount_is_logged_as_it_is_when_it_is_meant(supplements, diary):
    pick(supplements, "Vitamin D3 20000 IU")
    supplements.accept()
    supplements.accept()
    (entry,) = diary.entries()
    assert entry.spread_days == 1
    assert entry.amounts.in_unit(Nutrient.VITAMIN_D) == 500  # 20000 of 25 ng


def test_another_choice_is_asked_about_anew(supplements, diary):
    pick(supplements, "Vitamin D3 20000 IU")
    supplements.accept()
    pick(supplements, "Vitamin D3 1000 IU")
    assert supplements.primary.text() == "Log"
    assert supplements.instead.isHidden()


def test_a_product_that_is_not_in_the_list_is_one_press_away(page, qtbot, monkeypatch):
    monkeypatch.setattr(SupplementForm, "exec", lambda form: form.mine.click())
    with qtbot.waitSignal(page.goes_to) as gone:
        open_form("supplement", page, None)
    assert gone.args == ["my_supplements", None]


def test_where_nothing_is_found_log_leads_back_to_the_line(supplements, diary, qtbot):
    supplements.activateWindow()
    qtbot.waitUntil(supplements.isActiveWindow)
    supplements.picker.line.setText("unobtainium")
    supplements.primary.setFocus()
    supplements.primary.click()
    assert supplements.isVisible()
    assert supplements.picker.line.hasFocus()
    assert diary.entries() == []


def test_in_large_text_words_to_press_make_room_for_what_is_found(page, qtbot):
    apply(QApplication.instance(), look_named("light"), 2.0)
    form = FoodForm(page.desk, None, page)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    words = form.picker.words.findChildren(Button)
    words[0].setFocus()
    words[0].click()
    assert form.picker.words.isHidden()
    assert form.picker.line.hasFocus()  # and not nowhere
    form.picker.line.clear()
    assert not form.picker.words.isHidden()
    form.reject()
    apply(QApplication.instance(), look_named("light"), 1.0)


def test_bread_is_found_without_typing_too(page):
    form = FoodForm(page.desk, None, page)
    bread = next(button for button in form.picker.words.findChildren(Button) if button.text() == "Bread")
    bread.click()
    assert form.picker.list.item(0).text() == "White bread"
    assert form.picker.list.findItems("Wholemeal bread", Qt.MatchFlag.MatchExactly)
    form.reject()
