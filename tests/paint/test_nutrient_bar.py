"""The bar of one nutrient: it measures against something or is not there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.targets import Target
from bonecoach.paint.look import LIGHT
from bonecoach.paint.nutrient_bar import has_measure, limit_in_sight, paint_nutrient_bar
from bonecoach.paint.style import Style
from tests.makers import food, supplement, total_on
from tests.paint.test_charts import EDGE, drawn, is_plain

MONDAY = date(2026, 11, 16)
WIDE = 320


def bar(total):
    return drawn(lambda p, rect, style: paint_nutrient_bar(p, rect, total, style), (WIDE, 12), Style(LIGHT))


def calcium(target, *entries):
    return total_on(MONDAY, Nutrient.CALCIUM, entries, target)


def colour_at(picture, share):
    """The colour in the middle of the bar, so far along it."""
    return QColor(picture.pixel(round(EDGE + WIDE * share), EDGE + 6)).name()


def test_without_target_and_limit_there_is_no_bar_to_be_misread():
    total = calcium(Target(), food(calcium_mg=300))
    assert not has_measure(total)
    assert is_plain(bar(total))


def test_half_of_the_target_fills_half_of_the_way_to_its_mark():
    """600 of 1200 mg; the bar is 1.6 times as long as the target, so the mark stands at 1 / 1.6 = 0.625 of it."""
    picture = bar(calcium(Target(low=1200), food(calcium_mg=600)))
    assert colour_at(picture, 0.30) == LIGHT.food.lower()
    assert colour_at(picture, 0.33) == LIGHT.track.lower()
    assert colour_at(picture, 0.625) == LIGHT.target.lower()


def test_a_target_with_two_ends_is_one_mark_with_two_legs():
    """1000 to 1200 mg of 1920: between the legs, at 0.57, the mark runs on below the bar."""
    picture = bar(calcium(Target(low=1000, high=1200), food(calcium_mg=100)))
    below = QColor(picture.pixel(round(EDGE + WIDE * 0.57), EDGE + 13)).name()
    assert below == LIGHT.target.lower()


def test_a_target_withheld_leaves_the_upper_limit_to_measure_against():
    """With kidney disease no target is offered; the limit of 2000 mg still stands, at 1 / 1.6 of the bar."""
    total = calcium(Target(upper_limit=2000, withheld="kidney_disease"), food(calcium_mg=500))
    assert has_measure(total)
    assert limit_in_sight(total)
    assert colour_at(bar(total), 0.625) == LIGHT.limit.lower()


@pytest.mark.parametrize(("taken", "seen"), [(500, False), (1900, True)])
def test_the_upper_limit_is_named_only_where_it_is_in_sight(taken, seen):
    """1.6 x 1200 = 1920 mg end the bar; 1900 + 6 % = 2014 mg bring the limit of 2000 mg into it."""
    assert limit_in_sight(calcium(Target(low=1200, upper_limit=2000), supplement(calcium_mg=taken))) is seen


def test_what_is_not_recorded_shows_no_limit():
    assert not limit_in_sight(calcium(Target(low=1200, upper_limit=2000)))
