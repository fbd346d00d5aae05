"""How far something long is, told to whoever waits for it in this thread."""

import pytest

from bonecoach.core.progress import by_percent, heard_by


class Stopped(Exception):
    pass


def test_it_is_told_in_parts_of_a_hundred():
    told = []
    with heard_by(told.append):
        assert list(by_percent(range(2_000))) == list(range(2_000))
    assert told == [0, 25, 50, 75]  # of 2000 every 500th


def test_a_part_of_something_longer_is_told_as_that_part():
    told = []
    with heard_by(told.append):
        list(by_percent(range(1_000), 25))
        list(by_percent(range(1_000), 0, 25))
        list(by_percent([]))
    assert told == [25, 62, 0, 12]  # 25 + 75 × 500 / 1000 is 62.5


def test_whoever_hears_it_stops_it_by_raising():
    def stop(percent):
        if percent:
            raise Stopped

    done = []
    with pytest.raises(Stopped), heard_by(stop):
        done.extend(by_percent(range(2_000)))  # extend keeps none of what came before
    assert list(by_percent(range(3))) == [0, 1, 2]  # and nobody hears what comes after


def test_who_waits_within_hears_instead():
    outer, inner = [], []
    with heard_by(outer.append):
        with heard_by(inner.append):
            list(by_percent(range(3)))
        list(by_percent(range(3)))
    assert (outer, inner) == ([0], [0])
