"""Nothing is collected for a while, and then as before."""

import gc

import pytest

from bonecoach.core.uncollected import nothing_collected


@pytest.fixture(autouse=True)
def as_it_was():
    collects = gc.isenabled()
    yield
    (gc.enable if collects else gc.disable)()


@pytest.mark.parametrize("before", [True, False])
def test_what_was_so_before_is_so_again(before):
    (gc.enable if before else gc.disable)()
    with nothing_collected(), nothing_collected():
        assert not gc.isenabled()
    assert gc.isenabled() is before


def test_a_fault_within_leaves_nothing_behind():
    gc.enable()
    with pytest.raises(KeyError):
        nothing_collected()({}.__getitem__)("missing")
    assert gc.isenabled()
