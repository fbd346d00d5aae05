"""Entries refuse nonsense, so that nothing downstream asks again."""

import pytest

from bonecoach.core.activities import Intensity, Load, intensity_of
from bonecoach.core.changes import Change, Step
from bonecoach.core.entries import Dose, DoseState, Event, Exercise, Intake, Session, Source, Symptom, kind_of
from bonecoach.core.errors import InvalidEntry
from bonecoach.core.nutrients import UNKNOWN, only
from tests.makers import at, food, joint_pain, session, supplement


def refused(code, make, **values):
    with pytest.raises(InvalidEntry) as error:
        make(moment=at(), name="Thing", **values)
    assert error.value.code == code


def intake(**values):
    return Intake(**{"source": Source.FOOD, "amounts": UNKNOWN, **values})


def bout(**values):
    return Session(
        **{
            "activity": "walk",
            "load": Load.BALANCE,
            "intensity": Intensity.LIGHT,
            "aerobic": False,
            "minutes": 5,
            **values,
        }
    )


@pytest.mark.parametrize("grams", [0, -1, float("nan"), float("inf"), 100_001])
def test_an_impossible_weight_of_food_is_refused(grams):
    refused("impossible_grams", intake, grams=grams)


@pytest.mark.parametrize("days", [0, 367])
def test_a_dose_is_spread_over_a_day_to_a_year(days):
    refused("impossible_spread", intake, spread_days=days)


@pytest.mark.parametrize("minutes", [0, -10, 24 * 60 + 1, 40 * 60])
def test_a_forty_hour_walk_is_refused(minutes):
    refused("impossible_minutes", bout, minutes=minutes)


def test_a_session_of_nothing_is_refused():
    refused("empty_session", bout, minutes=None)


def test_a_session_cannot_be_the_same_load_twice():
    refused("same_load_twice", bout, also_load=Load.BALANCE)


def test_impossible_counts_and_weights_are_refused():
    refused("impossible_count", bout, impacts=0)
    for wrong in ({"sets": 0}, {"reps": 10_001}):
        with pytest.raises(InvalidEntry, match="impossible_count"):
            Exercise(name="squat", **wrong)
    with pytest.raises(InvalidEntry, match="impossible_weight"):
        Exercise(name="squat", weight_kg=float("nan"))


@pytest.mark.parametrize("score", [-1, 11])
def test_pain_is_scored_from_nought_to_ten(score):
    refused("impossible_score", Symptom, symptom="joint_pain", score=score)


def test_unknown_symptoms_events_and_doses_are_refused():
    refused("unknown_symptom", Symptom, symptom="hiccups")
    refused("unknown_event", Event, event="party")
    refused("impossible_dose", Dose, medicine="letrozole", amount=0)


def test_a_nameless_or_endless_entry_is_refused():
    with pytest.raises(InvalidEntry, match="no_name"):
        Event(moment=at(), name="  ", event="fall")
    with pytest.raises(InvalidEntry, match="too_long"):
        Event(moment=at(), name="x" * 201, event="fall")
    with pytest.raises(InvalidEntry, match="too_long"):
        Event(moment=at(), name="Fall", event="fall", note="x" * 2001)


def test_entries_are_called_what_was_logged():
    citrate = Intake(
        moment=at(), name="Calcium citrate", quantity="500 mg", source=Source.SUPPLEMENT, amounts=only(calcium_mg=500)
    )
    milk = Intake(moment=at(), name="Whole milk", quantity="2 glasses (488 g)", source=Source.FOOD, amounts=UNKNOWN)
    assert citrate.label == "Calcium citrate 500 mg"
    assert milk.label == "Whole milk, 2 glasses (488 g)"
    assert food().label == "Food"
    assert Dose(moment=at(), name="Letrozole", medicine="letrozole", amount=2.5, unit="mg").label == "Letrozole 2.5 mg"
    assert Dose(moment=at(), name="Letrozole", medicine="letrozole", amount=2).label == "Letrozole 2"
    assert Dose(moment=at(), name="Letrozole", medicine="letrozole", state=DoseState.MISSED).label == "Letrozole"
    assert joint_pain(4, site="hands").label == "Joint pain, hands, 4 of 10"
    assert joint_pain(None).label == "Joint pain"
    assert Event(moment=at(), name="Fall", event="fall", injury=False).label == "Fall"


def test_each_kind_has_its_word():
    assert [kind_of(e) for e in (supplement(), session(), joint_pain(1))] == ["intake", "session", "symptom"]


def test_tai_chi_loads_twice():
    assert session(load=Load.BALANCE, also_load=Load.WEIGHT_BEARING_LOW).loads == {
        Load.BALANCE,
        Load.WEIGHT_BEARING_LOW,
    }
    assert session().loads == {Load.WEIGHT_BEARING_LOW}


@pytest.mark.parametrize(
    ("met", "band"),
    # PAG2018: light below 3.0, moderate 3.0 to 5.9, vigorous from 6.0.
    [(2.9, "light"), (3.0, "moderate"), (5.9, "moderate"), (6.0, "vigorous")],
)
def test_intensity_follows_the_met(met, band):
    assert intensity_of(met) == band


def test_a_step_taken_back_and_back_again_is_the_step():
    step = Step("edit", (Change("intakes", {"id": "a"}, {"id": "a", "grams": 2}), Change("intakes", None, {"id": "b"})))
    back = step.inverse()
    assert [c.row_id for c in back.changes] == ["b", "a"]
    assert back.changes[0].after is None
    assert back.inverse() == step


def test_a_change_of_nothing_or_of_another_row_is_refused():
    with pytest.raises(InvalidEntry, match="empty_change"):
        Change("intakes", None, None)
    with pytest.raises(InvalidEntry, match="wrong_row"):
        Change("intakes", {"id": "a"}, {"id": "b"})


def test_three_sets_of_ten_with_twenty_kilograms():
    squats = Exercise(name="squat", sets=3, reps=10, weight_kg=20)
    bout_of_them = bout(moment=at(), name="Gym", minutes=None, exercises=(squats,))
    assert bout_of_them.exercises[0].weight_kg == 20


def test_a_bone_is_named_in_as_many_letters_as_a_name():
    broken = {"moment": at(), "name": "Fracture", "event": "fracture"}
    assert Event(**broken, site="left wrist").label == "Fracture: left wrist"
    assert Event(**broken).label == "Fracture"
    with pytest.raises(InvalidEntry, match="too_long"):
        Event(**broken, site="w" * 201)
