"""The food table as it ships, its index built once for all tests of this folder."""

from contextlib import closing

import pytest

from bonecoach.paths import resources
from bonecoach.reference.build_index import build
from bonecoach.reference.foods import FoodTable


@pytest.fixture(scope="session")
def food_index(tmp_path_factory):
    index = tmp_path_factory.mktemp("foods") / "foods.db"
    build(resources() / "foods", index)
    return index


@pytest.fixture(scope="session")
def foods(food_index):
    with closing(FoodTable(food_index)) as table:
        yield table
