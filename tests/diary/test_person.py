"""The person behind the diary: her facts, her targets and the products from her shelf."""

from datetime import date, timedelta

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.supplements import Product
from tests.makers import MONDAY, only

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)


def tablet(*names, product_id="", **held):
    return Product(product_id, names, "tablet", only(**(held or {"calcium_mg": 500})))


def test_a_weight_of_tomorrow_is_refused_and_nothing_kept(diary):
    with pytest.raises(DiaryError, match="future") as refused:
        diary.person.set_facts({"weight_kg": "70", "sex": "female"}, since=TOMORROW)
    assert refused.value.facts == {"date": TOMORROW}
    assert diary.person.facts() == ()
    diary.person.set_facts({"weight_kg": "70"}, since=TODAY)
    assert diary.person.profile(TODAY).weight_kg == 70


def test_of_several_facts_one_impossible_one_keeps_none(diary):
    with pytest.raises(InvalidEntry):
        diary.person.set_facts({"weight_kg": "70", "birth_date": "1700"})
    assert diary.person.facts() == ()


@pytest.mark.parametrize("names", [("",), ("   ", "white ones")])
def test_a_product_without_a_name_is_refused(diary, names):
    with pytest.raises(InvalidEntry, match="no_name"):
        diary.person.save_product(tablet(*names))
    assert diary.person.products() == ()


def test_a_product_that_holds_nothing_is_refused(diary):
    with pytest.raises(InvalidEntry, match="product_holds_nothing"):
        diary.person.save_product(tablet("White ones", calcium_mg=0))
    assert diary.person.products() == ()


def test_no_two_products_go_by_the_same_name(diary):
    white = diary.person.save_product(tablet("Morning tablet", "white ones"))
    with pytest.raises(DiaryError, match="product_exists"):
        diary.person.save_product(tablet("Evening tablet", "WHITE ones", calcium_mg=600))
    assert diary.person.products() == (white,)
    # Her product itself may keep its names when its label changes, and the next one may be called otherwise.
    changed = diary.person.save_product(tablet("Morning tablet", "white ones", product_id=white.id, calcium_mg=600))
    evening = diary.person.save_product(tablet("Evening tablet"))
    assert set(diary.person.products()) == {changed, evening}
    (taken,) = diary.entries_of(diary.log_text("white ones"))
    assert taken.amounts.in_unit(Nutrient.CALCIUM) == 600


def test_a_name_is_free_again_when_its_product_is_removed(diary):
    white = diary.person.save_product(tablet("White ones"))
    diary.person.remove_product(white.id)
    with pytest.raises(DiaryError, match="no_such_product"):
        diary.person.remove_product(white.id)
    again = diary.person.save_product(tablet("White ones"))
    assert diary.person.products() == (again,)


def test_a_target_of_her_own_gives_way_only_where_there_is_one(diary):
    with pytest.raises(DiaryError, match="no_such_target"):
        diary.person.clear_target(Nutrient.CALCIUM)
    diary.person.set_target(Nutrient.CALCIUM, 1000, since=MONDAY)
    assert diary.person.target(Nutrient.CALCIUM, TODAY).low == 1000
    diary.person.clear_target(Nutrient.CALCIUM)
    assert diary.person.target(Nutrient.CALCIUM, TODAY - timedelta(days=1)).low == 1000
    assert diary.person.target(Nutrient.CALCIUM, TODAY).low != 1000


def test_a_product_cannot_be_called_like_a_medicine(diary):
    # Else "took letrozole" would log calcium, and the dose never be on record.
    with pytest.raises(DiaryError, match="product_exists"):
        diary.person.save_product(Product("", ("Femara",), "tablet", only(calcium_mg=300), 1.0))
