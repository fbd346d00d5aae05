"""How tall, how heavy, and what changed. Centimetres and kilograms."""

from datetime import date

import pytest

from bonecoach.core.body_measures import HEIGHT, WEIGHT, Measure, ask_about_body, body_state
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.profile import Fact


def day(year, month=1):
    return date(year, month, 1)


def heights(*cm):
    return [Fact(HEIGHT, value, day(2020 + n)) for n, value in enumerate(cm)]


def weights(*kg):
    return [Fact(WEIGHT, value, day(2026, 1 + n)) for n, value in enumerate(kg)]


def test_nothing_was_measured():
    assert body_state([Fact("sex", "female", day(2020)), Fact(HEIGHT, None, day(2020))]) == ((), None, None)


@pytest.mark.parametrize(
    ("cm", "loss", "mention"),
    [
        ((164,), 0, False),
        ((164, 164), 0, False),
        ((162, 164), 0, False),  # taller than before: nothing is lost
        ((164, 160.1), 3.9, False),
        ((164, 160), 4, True),
        ((164.3, 160.3), 4, True),
        ((165.1, 161.1), 4, True),  # a difference of 3.9999… in binary
        ((160, 166, 161), 5, True),  # held against the tallest, wherever it stands
        ((166, 160, 165), 1, False),  # and by the last one: a slip that was mended
    ],
)
def test_a_loss_is_held_against_the_tallest(cm, loss, mention):
    height = body_state(heights(*cm)).height
    assert (height.loss_cm, height.worth_mentioning) == (loss, mention)


def test_of_two_that_are_equally_tall_the_later_is_the_tallest():
    assert body_state(heights(166, 166, 163)).height.tallest == Measure(HEIGHT, 166, day(2021))


@pytest.mark.parametrize(
    ("kg", "change"), [((68,), None), ((70, 68.5), -1.5), ((68.1, 68.4), 0.3), ((70, 60, 61), 1), ((70, 70), 0)]
)
def test_a_weight_is_held_against_the_one_before(kg, change):
    assert body_state(weights(*kg)).weight.change_kg == change


def test_the_newest_stands_first_and_of_one_day_the_height():
    facts = [*weights(68, 67), Fact(HEIGHT, 164, day(2026, 2)), *heights(166)]
    assert [(measure.key, measure.value) for measure in body_state(facts).measures] == [
        (HEIGHT, 164),
        (WEIGHT, 67),
        (WEIGHT, 68),
        (HEIGHT, 166),
    ]


def test_heights_are_not_lost_behind_the_weights_of_every_month():
    state = body_state([*heights(166, 165, 163), *weights(68, 67, 68, 69)])
    assert [(one.key, one.value) for one in state.newest(2)] == [
        *((WEIGHT, 69), (WEIGHT, 68)),
        *((HEIGHT, 163), (HEIGHT, 166)),  # the last and the tallest
    ]
    assert body_state(weights(68, 67)).newest(1) == (Measure(WEIGHT, 67, day(2026, 2)),)


@pytest.mark.parametrize(
    ("key", "value", "near"),
    [
        (HEIGHT, 146, 164),  # two figures changed places: 11 % apart
        (HEIGHT, 182, 164),
        (WEIGHT, 86, 68),  # 26 %
        (WEIGHT, 50.9, 68),
    ],
)
def test_a_figure_that_is_far_from_the_nearest_in_time_is_asked_about(key, value, near):
    others = [Measure(key, near, day(2026)), Measure(key, value, day(1999))]
    with pytest.raises(InvalidEntry) as asked:
        ask_about_body(Measure(key, value, day(2026, 6)), others)
    assert (asked.value.code, asked.value.facts["date"]) == (f"{key.partition('_')[0]}_far", day(2026))


@pytest.mark.parametrize(("key", "value", "near"), [(HEIGHT, 155, 164), (HEIGHT, 173, 164), (WEIGHT, 85, 68)])
def test_a_figure_that_may_be_is_not(key, value, near):
    ask_about_body(Measure(key, value, day(2026, 6)), [Measure(key, near, day(2026))])
    ask_about_body(Measure(key, value, day(2026, 6)), [Measure(HEIGHT if key == WEIGHT else WEIGHT, 20, day(2026))])
