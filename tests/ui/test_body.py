"""Height and weight on the Bone health page. It is Saturday 21 November 2026, 18:30 in Berlin."""

from datetime import date

import pytest

from bonecoach.core.body_measures import HEIGHT, WEIGHT, Measure
from bonecoach.ui.bones import body_form
from bonecoach.ui.bones.body_card import SHOWN
from bonecoach.ui.bones.body_form import BodyForm
from bonecoach.ui.bones.page import BonePage
from bonecoach.ui.person.day_field import as_qdate

TODAY, MARCH, MAY = date(2026, 11, 21), date(2025, 3, 3), date(2026, 5, 4)


@pytest.fixture
def measured(diary):
    diary.person.body.add(MARCH, {HEIGHT: "165", WEIGHT: "70"})
    diary.person.body.add(MAY, {HEIGHT: "164", WEIGHT: "68.5"})
    return diary


def test_an_empty_card_says_why_it_is_worth_measuring(opened):
    card = opened(BonePage).measured
    assert card.nothing.isVisibleTo(card)
    assert card.height_said.isHidden()
    assert card.rows == []


def test_the_last_of_each_stands_with_what_changed(opened, measured):
    card = opened(BonePage).measured
    assert (
        card.height_said.text() == "Height 164 cm on 4 May 2026: 1 cm less than the tallest here, 165 cm on 3 Mar 2025."
    )
    assert card.weight_said.text() == "Weight 68.5 kg on 4 May 2026: 1.5 kg less than on 3 Mar 2025."
    assert card.mention.isHidden()
    assert [row.edit.accessibleName() for row in card.rows][:2] == [
        "Change: Height, 4 May 2026",
        "Change: Weight, 4 May 2026",
    ]
    assert all(row.attach.isHidden() for row in card.rows)


def test_from_four_centimetres_on_it_is_to_be_checked_with_her_team(opened, measured):
    measured.person.body.add(TODAY, {HEIGHT: "161"})
    page = opened(BonePage)
    assert "To be checked with your team" in page.measured.mention.text()
    assert page.measured.mention.isVisibleTo(page)
    assert page.suggested.isVisibleTo(page)  # and is a question for the appointment with one press


def test_both_are_entered_in_one_form(writing_desk, diary, opened):
    form = BodyForm(writing_desk, opened(BonePage))
    form.accept()
    assert form.complaint.text() == "Please enter a height or a weight."
    form.height_line.setText("5 ft 4")
    form.weight_line.setText("150")
    form.unit.choose("lb")
    form.accept()
    # 64 × 2.54 cm; 150 × 0.45359237 kg
    assert diary.person.body.state().measures == (Measure(HEIGHT, 162.6, TODAY), Measure(WEIGHT, 68.04, TODAY))
    assert diary.person.profile(TODAY).weight_unit == "lb"


def test_a_slip_is_asked_about_once(writing_desk, measured, opened):
    form = BodyForm(writing_desk, opened(BonePage))
    form.height_line.setText("146")
    form.accept()
    assert form.complaint.text() == (
        "This height is far from that of Monday 4 May 2026; is it right? "
        "If it is as you measured it, press Save once more."
    )
    form.accept()
    assert measured.person.body.state().height.last.value == 146


def test_a_weight_is_mended_and_only_it_is_asked_for(writing_desk, measured, opened):
    form = BodyForm(writing_desk, opened(BonePage), Measure(WEIGHT, 68.5, MAY))
    assert form.height_line.parent() is None
    assert form.weight_line.text() == "68.5"
    form.weight_line.setText("")
    form.accept()
    assert form.complaint.text() == "Please enter a height or a weight."
    form.weight_line.setText("67,5")
    form.weight_line.setModified(True)
    form.accept()
    assert measured.person.body.state().weight.last == Measure(WEIGHT, 67.5, MAY)


def test_another_day_leaves_the_digits_that_pounds_do_not_show(writing_desk, measured, opened):
    measured.person.set_facts({"weight_unit": "lb"})
    form = BodyForm(writing_desk, opened(BonePage), Measure(WEIGHT, 68.5, MAY))
    assert form.weight_line.text() == "151"  # 151.02
    form.day.setDate(as_qdate(TODAY))
    form.accept()
    assert measured.person.body.state().weight.last == Measure(WEIGHT, 68.5, TODAY)


def test_a_height_is_mended(writing_desk, measured, opened):
    form = BodyForm(writing_desk, opened(BonePage), Measure(HEIGHT, 164.0, MAY))
    assert form.height_line.text() == "164"
    form.height_line.setText("163.5 cm")
    form.height_line.setModified(True)
    form.accept()
    assert measured.person.body.state().height.last.value == 163.5


def test_the_card_opens_the_form_and_takes_away(monkeypatch, measured, opened):
    asked = []
    monkeypatch.setattr(body_form.BodyForm, "exec", lambda form: asked.append(form.measure))
    page = opened(BonePage)
    page.measured.add.click()
    page.measured.rows[1].edit.click()
    assert asked == [None, Measure(WEIGHT, 68.5, MAY)]
    page.measured.rows[0].delete.click()
    assert measured.person.body.state().height.last == Measure(HEIGHT, 165.0, MARCH)
    page.show_state()
    assert len(page.measured.rows) == 3
    assert page.measured.add.hasFocus() or not page.isActiveWindow()


def test_many_are_shown_when_she_asks(opened, measured):
    for month in range(6, 11):
        measured.person.body.add(date(2026, month, 1), {WEIGHT: "69"})
    page = opened(BonePage)
    assert (len(page.measured.rows), page.measured.more.isVisibleTo(page)) == (SHOWN + 2, True)
    assert page.measured.rows[-1].edit.accessibleName() == "Change: Height, 3 Mar 2025"  # the tallest stays in sight
    page.measured.more.click()
    assert (len(page.measured.rows), page.measured.more.isVisibleTo(page)) == (9, False)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1977", date(1977, 7, 1)),
        ("June 1977", date(1977, 6, 1)),
        ("jun 1977", date(1977, 6, 1)),
        ("at 20", date(1981, 7, 1)),
        ("aged 30", date(1991, 7, 1)),
        ("at the age of 25", date(1986, 7, 1)),
        ("3 June 1977", date(1977, 6, 3)),
    ],
)
def test_the_day_of_an_earlier_height_may_be_a_year_a_month_or_an_age(writing_desk, diary, opened, typed, day):
    diary.person.set_facts({"birth_date": "1961-05-01"})
    form = BodyForm(writing_desk, opened(BonePage))
    form.height_line.setText("168")
    form.day.lineEdit().setText(typed)
    form.accept()
    assert [(measure.value, measure.day) for measure in diary.person.body.state().measures] == [(168.0, day)]


@pytest.mark.parametrize("typed", ["at 20", "Juno 1977", "19777", "1700", "at 200", "long ago"])
def test_what_is_no_day_at_all_stays_to_be_seen(writing_desk, diary, opened, typed):
    form = BodyForm(writing_desk, opened(BonePage))  # no day of birth is known
    form.height_line.setText("168")
    form.day.lineEdit().setText(typed)
    form.accept()
    assert form.complaint.text().startswith(f"“{typed}” is not a day")
    assert diary.person.body.state().measures == ()


def test_a_year_to_come_and_one_in_a_scan_are_refused(writing_desk, diary, opened):
    form = BodyForm(writing_desk, opened(BonePage))
    form.height_line.setText("168")
    form.day.lineEdit().setText("2027")
    form.accept()
    assert form.complaint.text().endswith("has not come yet; please check its year.")
    assert diary.person.body.state().measures == ()
