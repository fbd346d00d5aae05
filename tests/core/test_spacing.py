"""What is too near to what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.spacing import DAY, TAGS, Placed, conflicts
from bonecoach.reference.spacing import spacing_rules

RULES = spacing_rules()


def thing(tags, clock, calcium_mg=0.0):
    hours, minutes = clock.split(":")
    return Placed(tags.title(), frozenset(tags.split()), int(hours) * 60 + int(minutes), calcium_mg)


def found(*placed):
    return [(each.rule, each.apart, each.needed, each.hard) for each in conflicts(placed, RULES)]


ALENDRONATE = "oral_bisphosphonate"
RISEDRONATE = "oral_bisphosphonate risedronate"
DELAYED = "oral_bisphosphonate risedronate_delayed"
IBANDRONATE = "oral_bisphosphonate ibandronate"
CARBONATE = "calcium calcium_carbonate"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Evidence 2: at least 30 min after alendronate or risedronate, 60 after ibandronate, and nothing else before.
        ((ALENDRONATE, "7:00"), ("meal", "7:29"), [("nothing_after_bisphosphonate", 29, 30, True)]),
        ((ALENDRONATE, "7:00"), ("meal", "7:30"), []),
        ((ALENDRONATE, "7:00"), ("levothyroxine", "7:10"), [("nothing_after_bisphosphonate", 10, 30, True)]),
        ((IBANDRONATE, "7:00"), ("meal", "7:59"), [("nothing_after_ibandronate", 59, 60, True)]),
        ((IBANDRONATE, "7:00"), ("meal", "8:00"), []),
        ((RISEDRONATE, "7:00"), ("iron", "7:20"), [("nothing_after_bisphosphonate", 20, 30, True)]),
        # The bisphosphonate first.
        ((ALENDRONATE, "9:00"), ("meal", "8:00"), [("bisphosphonate_first", 60, 0, True)]),
        ((IBANDRONATE, "9:00"), ("antacid", "6:00"), [("bisphosphonate_first", 180, 0, True)]),
        ((ALENDRONATE, "9:00"), ("levothyroxine", "6:00"), []),
        # Evidence 5.2: risedronate later in the day, nothing else for 2 h before and after.
        ((RISEDRONATE, "9:59"), ("meal", "8:00"), [("risedronate_later", 119, 120, True)]),
        ((RISEDRONATE, "10:00"), ("meal", "8:00"), []),
        # Delayed release: right after breakfast, minerals later.
        ((DELAYED, "8:00"), ("meal", "8:00"), []),
        ((DELAYED, "8:30"), ("meal", "8:00"), []),
        ((DELAYED, "8:31"), ("meal", "8:00"), [("delayed_after_meal", 31, 30, True)]),
        ((DELAYED, "7:55"), ("meal", "8:00"), [("delayed_after_meal", 5, 30, True)]),
        ((DELAYED, "8:00"), ("magnesium", "8:29"), [("minerals_after_delayed", 29, 30, True)]),
        # Calcium 4 h after a bisphosphonate keeps to every source; within 30 min only the weightier rule speaks.
        ((ALENDRONATE, "7:00"), ("calcium", "10:59"), [("calcium_after_bisphosphonate", 239, 240, False)]),
        ((ALENDRONATE, "7:00"), ("calcium", "11:00"), []),
        ((ALENDRONATE, "7:00"), ("calcium", "7:10"), [("nothing_after_bisphosphonate", 10, 30, True)]),
        ((DELAYED, "8:00"), ("calcium", "9:00"), [("calcium_after_bisphosphonate", 60, 240, False)]),
        # Levothyroxine 4 h apart, iron, zinc and strontium 2 h, both ways.
        (("levothyroxine", "6:30"), ("calcium", "10:29"), [("calcium_levothyroxine", 239, 240, True)]),
        (("levothyroxine", "6:30"), ("calcium", "10:30"), []),
        (("levothyroxine", "22:00"), ("calcium", "18:30"), [("calcium_levothyroxine", 210, 240, True)]),
        (("iron", "8:00"), ("calcium", "9:59"), [("calcium_iron", 119, 120, False)]),
        (("iron", "8:00"), ("calcium", "6:01"), [("calcium_iron", 119, 120, False)]),
        (("iron", "8:00"), ("calcium", "10:00"), []),
        (("zinc", "8:00"), ("calcium", "8:00"), [("calcium_zinc", 0, 120, False)]),
        (("strontium", "8:00"), ("calcium", "9:00"), [("calcium_strontium", 60, 120, False)]),
        # Carbonate with a meal; an antacid is taken when it is needed.
        ((CARBONATE, "10:00"), ("meal", "8:00"), [("carbonate_with_meal", 120, 30, False)]),
        ((CARBONATE, "8:30"), ("meal", "8:00"), []),
        ((CARBONATE, "7:30"), ("meal", "8:00"), []),
        ((CARBONATE + " antacid", "10:00"), ("meal", "8:00"), []),
        (("calcium calcium_citrate", "10:00"), ("meal", "8:00"), []),
        # A question for the pharmacist, at whatever times.
        (("tetracycline", "8:00"), ("calcium", "20:00"), [("calcium_tetracycline", 720, 0, False)]),
        (("quinolone", "8:00"), ("calcium", "20:00"), [("calcium_quinolone", 720, 0, False)]),
        (("thiazide", "8:00"), ("calcium", "20:00"), [("calcium_thiazide", 720, 0, False)]),
        (("digoxin", "8:00"), ("calcium", "20:00"), [("calcium_digoxin", 720, 0, False)]),
        (("iron", "8:00"), ("thiazide", "8:00"), []),
    ],
)
def test_two_things_stand_to_each_other_as_the_evidence_has_it(first, second, expected):
    assert found(thing(*first), thing(*second)) == expected
    assert found(thing(*second), thing(*first)) == expected


def test_a_conflict_names_both_things_and_its_source():
    (one,) = conflicts([thing("calcium", "8:00"), thing("levothyroxine", "6:30")], RULES)
    assert (one.first, one.second, one.source, one.status) == ("Levothyroxine", "Calcium", "LBL-CA", "confirmed")


def test_hard_ones_come_first():
    day = [thing("levothyroxine", "6:30"), thing("iron", "7:30"), thing("calcium", "8:00")]
    assert [each.hard for each in conflicts(day, RULES)] == [True, False]


def test_a_thing_is_no_conflict_with_itself_and_two_alike_are_one():
    assert found(thing("calcium zinc iron", "8:00")) == []
    assert found(thing("calcium zinc", "8:00"), thing("calcium zinc", "9:00")) == [("calcium_zinc", 60, 120, False)]


@pytest.mark.parametrize(
    ("doses", "together"),
    [
        # Evidence 2: at most 500 mg elemental at once.
        ([("8:00", 500)], None),
        ([("8:00", 600)], ("Calcium", "", 600)),
        ([("8:00", 300), ("8:00", 200)], None),
        ([("8:00", 300), ("8:00", 250)], ("Calcium", "Calcium", 550)),
        ([("8:00", 300), ("12:30", 250)], None),
    ],
)
def test_at_most_500_mg_of_calcium_at_once(doses, together):
    said = conflicts([thing("calcium", clock, mg) for clock, mg in doses], RULES)
    if together is None:
        assert said == ()
    else:
        (one,) = said
        assert (one.rule, one.first, one.second, one.calcium_mg, one.most_mg) == ("calcium_at_once", *together, 500)


def test_calcium_of_a_meal_is_not_a_dose():
    assert found(thing("meal", "8:00", 600), thing("calcium", "8:00", 500)) == []


@pytest.mark.parametrize(
    ("name", "tags", "at", "calcium_mg", "code"),
    [
        (" ", frozenset(), 0, 0, "no_name"),
        ("Tea", frozenset({"tea"}), 0, 0, "unknown_tag"),
        ("Tea", frozenset(), DAY, 0, "impossible_minute"),
        ("Tea", frozenset(), -1, 0, "impossible_minute"),
        ("Tea", frozenset(), 0, -1, "negative_amount"),
        ("Tea", frozenset(), 0, float("nan"), "negative_amount"),
    ],
)
def test_what_cannot_be_is_refused(name, tags, at, calcium_mg, code):
    with pytest.raises(InvalidEntry) as refused:
        Placed(name, tags, at, calcium_mg)
    assert refused.value.code == code


substances = st.frozensets(st.sampled_from(sorted(TAGS)), max_size=3)
placed = st.builds(
    Placed,
    st.sampled_from(["Tea", "Tablet"]),
    substances,
    st.integers(0, DAY - 1),
    st.sampled_from([0.0, 200.0, 500.0]),
)


@given(st.lists(placed, max_size=5))
def test_the_order_in_which_things_are_given_makes_no_difference(things):
    def what(given):
        return sorted((each.rule, each.apart, each.hard) for each in conflicts(given, RULES))

    assert what(things) == what(things[::-1])
