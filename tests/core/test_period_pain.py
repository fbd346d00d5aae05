"""Pain over weeks: the worst of each, 0 and not scored apart, and never one site for another."""

from datetime import timedelta

from bonecoach.core.entries import Symptom
from bonecoach.core.period_pain import period_pain
from bonecoach.core.spans import Span
from tests.makers import MONDAY, at, joint_pain

SPAN = Span(MONDAY, MONDAY + timedelta(days=27))
WEEK = timedelta(weeks=1)


def other(symptom, score=None, day=MONDAY, name="Back pain"):
    return Symptom(moment=at(day), name=name, symptom=symptom, score=score)


def test_the_worst_of_each_week_and_their_median():
    found = period_pain(
        SPAN,
        [
            joint_pain(2, MONDAY, "hands"),
            joint_pain(6, MONDAY + timedelta(days=1), "knees"),
            joint_pain(5, MONDAY + timedelta(days=1), "hands"),
            joint_pain(0, MONDAY + WEEK),
            joint_pain(4, MONDAY + 3 * WEEK, "hands"),
            joint_pain(None, MONDAY + 2 * WEEK),  # felt, and not scored
        ],
    )
    assert [week.worst for week in found.weeks] == [6, 0, None, 4]
    assert (found.weeks_scored, found.median, found.highest, found.weeks_high) == (3, 4, 6, 2)
    assert found.sites == (("hands", 3), ("knees", 1))


def test_without_a_score_there_is_no_median_and_no_highest():
    found = period_pain(SPAN, [])
    assert (found.weeks_scored, found.median, found.highest, found.weeks_high) == (0, None, None, 0)
    assert found.others == ()


def test_other_pain_is_never_joint_pain():
    found = period_pain(
        SPAN,
        [
            other("jaw_pain", 3, name="Jaw pain"),
            other("back_pain", 7),
            other("back_pain", None, MONDAY + WEEK),
            other("other", name="Hot flush"),
            other("other", name="hot flush"),
            other("other", name="Cramp"),
        ],
    )
    assert found.highest is None
    said = [(each.symptom, each.name, each.times, each.worst, each.last) for each in found.others]
    assert said == [
        ("back_pain", "Back pain", 2, 7, MONDAY + WEEK),
        ("jaw_pain", "Jaw pain", 1, 3, MONDAY),
        ("other", "hot flush", 2, None, MONDAY),
        ("other", "Cramp", 1, None, MONDAY),
    ]


def test_pain_before_the_first_whole_week_belongs_to_none():
    span = Span(MONDAY - timedelta(days=2), MONDAY + timedelta(days=6))
    assert [week.worst for week in period_pain(span, [joint_pain(9, MONDAY - timedelta(days=1))]).weeks] == [None]
