"""Room made for something new: what is in its way moves, and every rule holds afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.making_room import make_room
from bonecoach.core.offered_times import keeps_every_rule
from bonecoach.core.spacing import Placed, conflicts_found
from bonecoach.reference.spacing import spacing_rules

RULES = spacing_rules()
MEALS = {"Breakfast": 480, "Lunch": 750, "Dinner": 1110}  # 8:00, 12:30, 18:30
ALENDRONATE, IBANDRONATE = "oral_bisphosphonate", "oral_bisphosphonate ibandronate"
CITRATE, CARBONATE = "calcium calcium_citrate", "calcium calcium_carbonate"


def thing(tags, clock="0:00", calcium_mg=0.0):
    hours, minutes = clock.split(":")
    return Placed(f"{tags} {clock}", frozenset(tags.split()), int(hours) * 60 + int(minutes), calcium_mg)


def clock(minute):
    return f"{minute // 60}:{minute % 60:02}"


@pytest.mark.parametrize(
    ("wanted", "nearest", "others", "at", "moved"),
    [
        # Half an hour before breakfast; 4 h from 7:30 is 11:30, and the next meal is lunch.
        (ALENDRONATE, "7:30", [(CITRATE, "8:00", 500)], "7:30", ["12:30"]),
        (ALENDRONATE, "7:30", [(CARBONATE, "8:00", 500)], "7:30", ["12:30"]),
        # Dinner stays where it is, and lunch lies between.
        (ALENDRONATE, "7:30", [(CITRATE, "8:00", 500), (CITRATE, "18:30", 500)], "7:30", ["12:30"]),
        # Lunch and dinner have their 500 mg; 22:00 is 210 min from dinner, 15:30 only 180 from either.
        (ALENDRONATE, "7:30", [(CITRATE, "8:00", 500), (CITRATE, "12:30", 500), (CITRATE, "18:30", 500)], "7:30",
         ["22:00"]),
        # Carbonate goes with a meal, and dinner is free.
        (ALENDRONATE, "7:30", [(CARBONATE, "8:00", 500), (CARBONATE, "12:30", 500)], "7:30", ["18:30"]),
        # An hour before breakfast for ibandronate; magnesium is in its way too.
        (IBANDRONATE, "7:00", [("magnesium", "6:30")], "7:00", ["8:00"]),
        # Before 6:00 nobody is awake; what is in the way of levothyroxine moves as well.
        ("levothyroxine", "8:00", [(CITRATE, "8:00", 500), (CITRATE, "12:30", 500)], "8:00", ["18:30"]),
        # Nothing is in the way: nothing moves.
        (ALENDRONATE, "7:30", [(CITRATE, "12:30", 500)], "7:30", []),
    ],
)  # fmt: skip
def test_what_is_in_the_way_moves_to_where_every_rule_holds(wanted, nearest, others, at, moved):
    there = [thing(*other) for other in others]
    freed = make_room(thing(wanted), there, frozenset(range(len(there))), thing("zinc", nearest).at, MEALS, RULES)
    assert freed is not None
    assert clock(freed.at) == at
    assert [clock(minute) for _, minute in freed.moved] == moved


def test_what_may_not_move_keeps_its_place():
    there = [thing(CITRATE, "8:00", 500), thing("levothyroxine", "9:00")]
    freed = make_room(thing(ALENDRONATE), there, frozenset({0}), 450, MEALS, RULES)
    assert freed is not None
    assert [place for place, _ in freed.moved] == [0]  # 4 h from 7:30 and from 9:00: lunch is 3.5 h from 9:00
    assert clock(freed.moved[0][1]) == "18:30"
    assert make_room(thing(ALENDRONATE), there, frozenset(), 450, MEALS, RULES) is None


def test_where_carbonate_has_no_meal_left_there_is_no_room():
    there = [thing(CARBONATE, at, 500) for at in ("8:00", "12:30", "18:30")]
    assert make_room(thing(ALENDRONATE), there, frozenset({0, 1, 2}), 450, MEALS, RULES) is None


SUPPLEMENTS = st.sampled_from([CITRATE, CARBONATE, "magnesium", "iron", "zinc", "antacid"])


@given(
    st.sampled_from([ALENDRONATE, IBANDRONATE, "levothyroxine"]),
    st.lists(st.tuples(SUPPLEMENTS, st.integers(12, 44)), max_size=4),
    st.integers(0, 4),
)
def test_after_every_move_no_conflict_is_there_that_was_not_before(wanted, drawn, fixed):
    there = [Placed(f"{tags} {n}", frozenset(tags.split()), half * 30, 300.0) for n, (tags, half) in enumerate(drawn)]
    movable = frozenset(range(fixed, len(there)))
    freed = make_room(thing(wanted), there, movable, 450, MEALS, RULES)
    if freed is None:
        return
    new_times = dict(freed.moved)
    after = [Placed(o.name, o.tags, new_times.get(n, o.at), o.calcium_mg) for n, o in enumerate(there)]
    assert set(new_times) <= movable
    new = Placed(wanted, frozenset(wanted.split()), freed.at)
    assert keeps_every_rule(new, after, MEALS, RULES)
    meals = [Placed(name, frozenset({"meal"}), at) for name, at in MEALS.items()]
    before = {found.what for found in conflicts_found([*there, *meals], RULES)}
    moved = set(new_times)
    for found in conflicts_found([*after, *meals], RULES):
        assert found.what in before or not found.between & moved or found.conflict.rule == "calcium_at_once"
