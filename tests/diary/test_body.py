"""Height and weight, kept with their days. Today is as tests/clocks.py says."""

from datetime import date, timedelta

import pytest

from bonecoach.core.body_measures import HEIGHT, WEIGHT, Measure
from bonecoach.core.errors import BoneCoachError
from bonecoach.core.profile import Fact

MARCH, MAY = date(2025, 3, 3), date(2026, 5, 4)


@pytest.fixture
def body(diary):
    return diary.person.body


def test_both_are_kept_at_once_and_undone_as_one(diary, body):
    body.add(MARCH, {HEIGHT: "165", WEIGHT: "150 lb"})
    body.add(MAY, {HEIGHT: "5 ft 3", WEIGHT: ""})
    state = diary.bones.state().body
    assert state == body.state()
    # 150 × 0.45359237 kg; 63 × 2.54 cm
    assert state.measures == (
        Measure(HEIGHT, 160.0, MAY),
        Measure(HEIGHT, 165.0, MARCH),
        Measure(WEIGHT, 68.04, MARCH),
    )
    assert [advice.code for advice in diary.bones.prompts()] == ["ask_height"]
    diary.undo()
    assert diary.bones.prompts() == ()
    diary.undo()
    assert body.state().measures == ()


def test_the_unit_she_uses_is_kept_too(diary, body):
    body.add(MAY, {WEIGHT: "150 lb", "weight_unit": "lb"})
    assert diary.person.profile(MAY).weight_unit == "lb"


@pytest.mark.parametrize(
    ("day", "said", "code"),
    [
        (MAY, {}, "no_body_figure"),
        (MAY, {HEIGHT: " ", WEIGHT: ""}, "no_body_figure"),
        (MAY, {HEIGHT: "tall"}, "not_a_number"),
        (MAY, {HEIGHT: "16 4"}, "not_a_height"),
        (MAY, {WEIGHT: "9 st 15"}, "not_a_weight"),
        (MAY, {HEIGHT: "1.64"}, "out_of_range"),
        (MAY, {WEIGHT: "6800"}, "out_of_range"),
        (MARCH, {HEIGHT: "165"}, "height_exists"),
        (MARCH, {WEIGHT: "68"}, "weight_exists"),
        (MAY, {HEIGHT: "146"}, "height_far"),
        (MAY, {WEIGHT: "100"}, "weight_far"),
        (date(1950, 1, 1), {HEIGHT: "165"}, "before_birth"),
        (date(2200, 1, 1), {HEIGHT: "165"}, "future"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_half_kept(diary, body, day, said, code):
    diary.person.set_facts({"birth_date": "1961"})
    body.add(MARCH, {HEIGHT: "165", WEIGHT: "70"})
    before = body.state()
    with pytest.raises(BoneCoachError) as refused:
        body.add(day, {HEIGHT: "", WEIGHT: "70", **said} if said.get(HEIGHT, "").strip() else said)
    assert refused.value.code == code
    assert body.state() == before


def test_what_was_asked_about_is_kept_when_it_is_confirmed(body):
    body.add(MARCH, {HEIGHT: "165"})
    body.add(MAY, {HEIGHT: "146"}, confirmed=True)
    assert body.state().height.loss_cm == 19


def test_a_figure_is_mended_and_its_day_too(diary, body):
    body.add(MARCH, {HEIGHT: "165", WEIGHT: "70"})
    body.add(MAY, {HEIGHT: "164"})
    body.change(Measure(HEIGHT, 164.0, MAY), MAY, "163.5")
    body.change(Measure(HEIGHT, 163.5, MAY), MAY + timedelta(days=1))
    assert body.state().height.last == Measure(HEIGHT, 163.5, MAY + timedelta(days=1))
    assert len(body.state().measures) == 3
    diary.undo()
    diary.undo()
    assert body.state().height.last == Measure(HEIGHT, 164.0, MAY)


def test_a_figure_is_not_moved_onto_another_nor_emptied(body):
    body.add(MARCH, {HEIGHT: "165"})
    body.add(MAY, {HEIGHT: "164"})
    for day, text, code in ((MARCH, None, "height_exists"), (MAY, "", "no_body_figure"), (MAY, "146", "height_far")):
        with pytest.raises(BoneCoachError) as refused:
            body.change(Measure(HEIGHT, 164.0, MAY), day, text)
        assert refused.value.code == code
    assert len(body.state().measures) == 2


def test_one_is_taken_away_and_comes_back(diary, body):
    body.add(MARCH, {HEIGHT: "165", WEIGHT: "70"})
    body.take_away(Measure(WEIGHT, 70.0, MARCH))
    assert diary.person.facts() == (Fact(HEIGHT, 165.0, MARCH),)
    with pytest.raises(BoneCoachError) as refused:
        body.take_away(Measure(WEIGHT, 70.0, MARCH))
    assert refused.value.code == "no_such_measure"
    diary.undo()
    assert len(body.state().measures) == 2
    with pytest.raises(BoneCoachError) as refused:  # it was mended in a terminal meanwhile
        body.change(Measure(WEIGHT, 69.0, MARCH), MAY)
    assert refused.value.code == "no_such_measure"
