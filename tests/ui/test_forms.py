"""Fields of the quick forms."""

from __future__ import annotations

from datetime import date, time
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from bonecoach.core.entries import DoseState, Symptom
from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.schedules import Schedule
from bonecoach.core.supplements import Product
from bonecoach.ui.buttons import Button
from bonecoach.ui.forms import open_form
from bonecoach.ui.forms.dose import DoseForm
from bonecoach.ui.forms.felt import FeltForm
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
        open_form("supplement", page, None, page.flag.show_flags)
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


@pytest.mark.parametrize(
    ("word", "food"),
    [("Fish", "Canned sardines with bone"), ("Greens", "Cooked kale"), ("Tofu", "Firm tofu"), ("Meals", "Lentil soup")],
)
def test_foods_for_bones_are_one_press_away_whatever_they_are_called(page, word, food):
    form = FoodForm(page.desk, None, page)
    next(button for button in form.picker.words.findChildren(Button) if button.text() == word).click()
    assert form.picker.list.findItems(food, Qt.MatchFlag.MatchExactly)
    form.reject()


def test_every_word_to_press_finds_something(page):
    for kind in (FoodForm, MovementForm, SupplementForm, FeltForm):
        form = kind(page.desk, None, page)
        for button in form.picker.words.findChildren(Button):
            button.click()
            assert form.picker.list.count(), button.text()
        form.reject()


def test_bands_are_under_strength(page):
    form = MovementForm(page.desk, None, page)
    next(button for button in form.picker.words.findChildren(Button) if button.text() == "Strength").click()
    assert form.picker.list.findItems("Resistance bands (resistance)", Qt.MatchFlag.MatchExactly)
    form.reject()


def test_bread_is_found_without_typing_too(page):
    form = FoodForm(page.desk, None, page)
    bread = next(button for button in form.picker.words.findChildren(Button) if button.text() == "Bread")
    bread.click()
    assert form.picker.list.item(0).text() == "White bread"
    assert form.picker.list.findItems("Wholemeal bread", Qt.MatchFlag.MatchExactly)
    form.reject()


def test_food_is_logged_by_the_portion_and_by_weight(page, diary):
    for portion, count, grams in (("pot", 2, 300), ("grams", 125, 125)):
        form = FoodForm(page.desk, None, page)
        form.picker.line.setText("yogurt")  # plain yogurt, a pot of 150 g
        form.portion.choose(portion)
        form.count.show_number(count)
        form.primary.click()
        assert not form.isVisible()
        assert {(eaten.name, eaten.grams) for eaten in diary.entries()} >= {("Plain yogurt", grams)}


# -- medicines, and what is felt ---------------------------------------------------------------------------------


def every_thing(form):
    listed = form.picker.list
    for row in range(listed.count()):
        listed.setCurrentRow(row)
        yield form.picker.thing()


def test_every_medicine_in_the_list_is_read_as_a_dose_of_just_that(page, diary):
    diary.plans.add_medicine("tamoxifen", Schedule(date(2026, 11, 1), times=(time(8),)), amount=20, unit="mg")
    form = DoseForm(page.desk, None, page)
    assert form.picker.list.item(0).text() == "Tamoxifen 20 mg"  # her own stands first
    seen = set()
    for medicine in every_thing(form):
        for state in DoseState:
            form.state.choose(state)
            ((dose,),) = [part.entries for part in form.reading(medicine).parts]
            assert (dose.medicine, dose.amount, dose.state) == (medicine.id, medicine.dose_amount, state)
        seen.add(medicine.id)
    assert {"letrozole", "alendronate", "denosumab", "tamoxifen"} <= seen
    form.reject()


def test_everything_that_can_be_felt_is_read_whole_with_its_score_and_without(page):
    form = FeltForm(page.desk, None, page)
    for felt in every_thing(form):
        for score in ("", "0", "7", "10"):
            form.score.choose(score)
            reading = form.reading(felt)
            assert reading.problems == (), felt
            ((entry,),) = [part.entries for part in reading.parts]
            if isinstance(entry, Symptom):
                assert entry.score == (int(score) if score and form.score.isEnabled() else None)
            else:
                assert not form.score.isEnabled()
    form.reject()


def test_joint_pain_is_logged_with_the_mouse_alone(page, diary):
    form = FeltForm(page.desk, None, page)
    next(button for button in form.picker.words.findChildren(Button) if button.text() == "Hands").click()
    form.score.choose("4")
    form.preview()
    assert form.says.text() == "joint pain, hands, 4 of 10"
    form.accept()
    (pain,) = diary.entries()
    assert (pain.symptom, pain.site, pain.score) == ("joint_pain", "hands", 4)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("fracture", "Fracture"),
        ("broke my wrist", "Fracture, wrist"),
        ("broken hip", "Fracture, hip"),
        ("fractured rib", "Fracture, rib"),
        ("broke my back", "Fracture, spine or back"),
        ("tripped", "Fall, not hurt"),
        ("fell", "Fall, not hurt"),
        ("hip", "Hip pain"),
        ("back", "Back pain"),
    ],
)
def test_falls_and_fractures_are_found_by_the_words_people_have_for_them(page, sought, found):
    form = FeltForm(page.desk, None, page)
    assert form.found(sought)[0][0] == found
    form.reject()


def test_a_red_flag_is_shown_after_a_form_as_after_the_line(page, monkeypatch):
    def fell(form):
        pick(form, "Fall, hurt")
        form.accept()

    monkeypatch.setattr(FeltForm, "exec", fell)
    page.first.forms["felt"].click()
    assert "urgent care" in page.flag.sentence.text()
    assert page.flag.isVisible()


def test_before_anything_is_planned_the_therapy_she_named_stands_first(page, diary):
    diary.person.set_facts({"aromatase_inhibitor": "exemestane"}, date(2026, 1, 1))
    form = DoseForm(page.desk, None, page)
    assert form.picker.list.item(0).text() == "Exemestane 25 mg"
    form.reject()


@pytest.mark.parametrize("size", [1.0, 1.1, 1.25, 1.5, 2.0])
def test_the_ways_to_log_without_typing_have_room_beside_the_example_or_below_it(page, size):
    apply(QApplication.instance(), look_named("light"), size)
    page.resize(1240, 760)
    QApplication.processEvents()
    first = page.first
    assert first.example.isVisible()
    assert page.horizontalScrollBar().maximum() == 0
    shown = [first.example, *first.forms.values()]
    boxes = [QRect(button.mapTo(first, QPoint(0, 0)), button.size()) for button in shown]
    assert all(first.rect().contains(box) for box in boxes)
    assert not [(a, b) for a, b in combinations(boxes, 2) if a.intersects(b)]
    apply(QApplication.instance(), look_named("light"), 1.0)
