"""Her own products as entries: whatever they are called, what was chosen is what is logged."""

from __future__ import annotations

import pytest

from bonecoach.core.nutrients import Nutrient, only
from bonecoach.core.supplements import Product
from bonecoach.diary.products import reading_of, typed_name

UNREADABLE = ("Morning", "Tonight", "50+")
READABLE = (
    *("Bone tablet", "K2 + D3", "Osteo 500/400", "Caltrate", "Vitamin D3 1000 IU", "2 in 1"),
    *("Dr. M\u00fcller's Osteo", "Calcium/Magnesium", "A-Z 50+", "Osteo (forte)", "no. 7"),
)


def kept(diary, *names, unit="tablet"):
    return diary.person.save_product(Product("", names, unit, only(calcium_mg=300, zinc_mg=2.5)))


@pytest.mark.parametrize("name", [*UNREADABLE, *READABLE, "pain", "milk"])
@pytest.mark.parametrize(
    ("count", "calcium", "quantity"), [(1, 300, "1 tablet"), (0.5, 150, "0.5 tablet"), (3, 900, "3 tablet")]
)
def test_so_many_of_a_product_are_logged_as_its_label_says(diary, name, count, calcium, quantity):
    product = kept(diary, name)
    diary.log_reading(reading_of(product, count, diary.now()))
    (entry,) = diary.entries()
    assert entry.thing == product.id
    assert entry.amounts.in_unit(Nutrient.CALCIUM) == calcium
    assert entry.amounts.in_unit(Nutrient.ZINC) == 2.5 * count
    assert entry.quantity == f"{count:g} tablet"


def test_the_line_and_the_list_log_the_same(diary):
    product = kept(diary, "bone tablet", unit="capsule")
    typed = diary.read("2 x bone tablet").entries
    chosen = reading_of(product, 2, diary.now()).entries
    assert typed == chosen


def test_seven_at_once_are_asked_about(diary):
    reading = reading_of(kept(diary, "Caltrate"), 7, diary.now())
    assert [doubt.code for doubt in reading.doubts] == ["very_many_units"]
    assert not reading_of(kept(diary, "Caltrex"), 6, diary.now()).doubts


@pytest.mark.parametrize("name", READABLE)
def test_a_plain_name_can_be_typed(diary, name):
    assert typed_name(kept(diary, name), diary.read) == name


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_name_that_the_line_cannot_read_is_known_to_be_one_and_a_plainer_one_helps(diary, name):
    product = kept(diary, name)
    assert typed_name(product, diary.read) is None
    renamed = diary.person.save_product(Product(product.id, (name, "osteo mix"), "tablet", product.per_unit))
    assert typed_name(renamed, diary.read) == "osteo mix"


def test_a_name_that_means_something_else_in_the_line_is_none_to_type(diary):
    assert typed_name(kept(diary, "pain"), diary.read) is None
