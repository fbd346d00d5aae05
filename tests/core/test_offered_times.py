"""Times that keep every rule."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bonecoach.core.offered_times import WAKING, offered_times
from bonecoach.core.spacing import DAY, TAGS, Placed, conflicts, conflicts_found
from bonecoach.reference.spacing import spacing_rules

RULES = spacing_rules()
MEALS = {"Breakfast": 480, "Lunch": 750, "Dinner": 1110}  # 8:00, 12:30, 18:30


def thing(tags, clock, calcium_mg=0.0):
    hours, minutes = clock.split(":")
    return Placed(tags.title(), frozenset(tags.split()), int(hours) * 60 + int(minutes), calcium_mg)


ALENDRONATE = "oral_bisphosphonate"
RISEDRONATE = "oral_bisphosphonate risedronate"
CARBONATE = "calcium calcium_carbonate"


def clocks(minutes):
    return [f"{at // 60}:{at % 60:02}" for at in minutes]


@pytest.mark.parametrize("tags", ["calcium", CARBONATE, "calcium calcium_citrate"])
def test_calcium_twice_beside_levothyroxine_is_with_lunch_and_dinner(tags):
    # 6:30 and 4 h is 10:30: breakfast at 8:00 is too early.
    offered = offered_times(thing(tags, "0:00", 500), [thing("levothyroxine", "6:30")], MEALS, 2, RULES)
    assert clocks(offered) == ["12:30", "18:30"]


@pytest.mark.parametrize(
    ("tags", "others", "meals", "times", "offered"),
    [
        # Nothing in the way: of breakfast, lunch and dinner the two that lie farthest apart.
        ("calcium", [], MEALS, 2, ["8:00", "18:30"]),
        ("calcium", [], MEALS, 3, ["8:00", "12:30", "18:30"]),
        ("calcium", [], MEALS, 1, ["8:00"]),
        # A fourth time is the one farthest from the meals: 22:00 is 210 min from dinner.
        ("calcium", [], MEALS, 4, ["8:00", "12:30", "18:30", "22:00"]),
        # Carbonate has only meals, where meals are known.
        (CARBONATE, [], MEALS, 4, []),
        (CARBONATE, [], {}, 2, ["6:00", "22:00"]),
        # Two snacks within two hours are one meal to it.
        (CARBONATE, [], {"Lunch": 720, "Coffee": 780}, 2, []),
        # 4 h from 4:10 is 8:10, still with breakfast.
        (CARBONATE, [("levothyroxine", "4:10")], {"Breakfast": 480}, 1, ["8:10"]),
        # Alendronate at 7:00: 4 h is 11:00.
        ("calcium", [(ALENDRONATE, "7:00")], MEALS, 2, ["12:30", "18:30"]),
        # 4 h from 6:30 where no meals are known.
        ("calcium", [("levothyroxine", "6:30")], {}, 1, ["10:30"]),
        # Iron at noon leaves breakfast and dinner.
        ("calcium", [("iron", "12:00")], MEALS, 2, ["8:00", "18:30"]),
        # 500 mg stand at breakfast already; of lunch and dinner the latter is farther from it.
        ("calcium", [("calcium", "8:00", 500)], MEALS, 1, ["18:30"]),
        # An antibiotic is a question for the pharmacist, so no time is offered.
        ("calcium", [("quinolone", "8:00")], MEALS, 1, []),
        ("calcium", [], MEALS, 0, []),
        # Before any meal, in the morning.
        (ALENDRONATE, [], MEALS, 1, ["6:00"]),
        # Calcium at 6:00 would make 9:00 a later time for risedronate, with breakfast at 9:30 too near.
        ("calcium", [(RISEDRONATE, "9:00")], {"Breakfast": 570}, 1, ["13:00"]),
        # Night work: levothyroxine at 1:00 is 3 h after calcium at 22:00, so 21:00 is the last.
        ("calcium", [("levothyroxine", "1:00")], {}, 2, ["6:00", "21:00"]),
        ("levothyroxine", [("calcium", "23:00")], {}, 1, ["6:00"]),
        # Doses of one product with zinc and calcium are apart from each other too.
        ("calcium zinc", [], MEALS, 2, ["8:00", "18:30"]),
        # A bisphosphonate with calcium in it could not be taken twice: the second would not come first.
        ("oral_bisphosphonate calcium", [], {}, 2, []),
    ],
)
def test_times_that_keep_every_rule(tags, others, meals, times, offered):
    found = offered_times(thing(tags, "0:00", 500), [thing(*other) for other in others], meals, times, RULES)
    assert clocks(found) == offered


def test_more_than_500_mg_at_once_is_never_offered():
    assert offered_times(thing("calcium", "0:00", 600), [], MEALS, 1, RULES) == ()


def test_bedtime_calcium_is_offered_clear_of_the_first_tablet_of_tomorrow():
    night = (20 * 60, 23 * 60)
    early = [thing("levothyroxine", "2:30")]
    assert clocks(offered_times(thing("calcium", "0:00", 500), early, {}, 1, RULES, night)) == ["20:00"]
    assert offered_times(thing("calcium", "0:00", 500), early, {}, 1, RULES, (22 * 60 + 31, 23 * 60)) == ()
    assert offered_times(thing(ALENDRONATE, "0:00"), [thing("meal", "0:05")], {}, 1, RULES, (1436, 1439)) == ()
    assert offered_times(thing("meal", "0:00"), [thing(ALENDRONATE, "23:50")], {}, 1, RULES, (0, 19)) == ()


substances = st.frozensets(st.sampled_from(sorted(TAGS)), max_size=3)
placed = st.builds(
    Placed,
    st.sampled_from(["Tea", "Tablet"]),
    substances,
    st.integers(0, DAY - 1),
    st.sampled_from([0.0, 200.0, 500.0]),
)
meals = st.dictionaries(st.sampled_from(["Breakfast", "Lunch", "Dinner"]), st.integers(300, 1320), max_size=3)


def with_meals(others, meals):
    return [*others, *(Placed(name, frozenset({"meal"}), at) for name, at in meals.items())]


def found(placed):
    return {each.what for each in conflicts_found(placed, RULES)}


@given(placed, st.lists(placed, max_size=4), meals, st.integers(1, 3))
# What is wanted is itself a meal, and so takes away that carbonate stood without one: less is not more.
@example(thing("antacid meal", "0:00"), [thing("calcium_carbonate", "5:31")], {"Breakfast": 300}, 1)
def test_offered_times_never_bring_a_conflict(wanted, others, meals, times):
    offered = offered_times(wanted, others, meals, times, RULES)
    assert offered == tuple(sorted(set(offered)))
    assert len(offered) in (0, times)
    assert all(WAKING[0] <= at <= WAKING[1] for at in offered)
    mine = [Placed("Mine", wanted.tags, at, wanted.calcium_mg) for at in offered]
    around = with_meals(others, meals)
    assert [each for each in conflicts([*around, *mine], RULES) if "Mine" in (each.first, each.second)] == []
    assert found([*around, *mine]) <= found(around)


# Carbonate is left out: up to 30 min before a meal breaks no rule, and is still not offered.
minerals = st.sampled_from(["calcium", "iron", "zinc", "magnesium", "levothyroxine", ALENDRONATE, ""])
other = st.builds(lambda tags, at: Placed("Other", frozenset(tags.split()), at), minerals, st.integers(300, 1320))


@given(minerals, st.lists(other, max_size=6), meals)
def test_no_time_is_said_only_where_no_minute_of_the_day_would_do(tags, others, meals):
    wanted, around = Placed("Mine", frozenset(tags.split()), 0), with_meals(others, meals)
    if offered_times(wanted, others, meals, 1, RULES) == ():
        for at in range(WAKING[0], WAKING[1] + 1, 7):
            brought = set(conflicts([*around, Placed("Mine", wanted.tags, at)], RULES))
            assert brought - set(conflicts(around, RULES))
