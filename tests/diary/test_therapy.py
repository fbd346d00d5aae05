"""Therapy as facts with dates: begun, switched, paused by the team, gone on with, stopped, and taken back."""

from datetime import date, timedelta

import pytest

from bonecoach.core.changes import Step
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.profile import Fact
from bonecoach.diary.changing import put
from bonecoach.store.rows import fact_row

TODAY = date(2026, 11, 23)
BEGAN, SWITCHED, PAUSED, WENT_ON, STOPPED = (date(2026, month, 1) for month in (1, 3, 5, 6, 9))


@pytest.fixture
def therapy(diary):
    return diary.person.therapy


def told(therapy):
    return [(change.kind, change.medicine, change.day) for change in therapy.changes()]


def periods(therapy):
    return [tuple(period) for period in therapy.periods()]


def test_a_whole_therapy_is_told_and_makes_periods(diary, therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("began", SWITCHED, "exemestane")
    therapy.say("paused", PAUSED)
    therapy.say("resumed", WENT_ON)
    therapy.say("stopped", STOPPED)
    assert told(therapy) == [
        ("began", "letrozole", BEGAN),
        ("switched", "exemestane", SWITCHED),
        ("paused", "", PAUSED),
        ("resumed", "", WENT_ON),
        ("stopped", "", STOPPED),
    ]
    assert periods(therapy) == [
        ("letrozole", BEGAN, SWITCHED),
        ("exemestane", SWITCHED, PAUSED),
        ("exemestane", WENT_ON, STOPPED),
    ]
    assert [tuple(period) for period in diary.bones.state().therapy] == periods(therapy)


def test_each_change_is_one_step_and_undone_as_one(diary, therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("paused", PAUSED)
    diary.undo()
    assert told(therapy) == [("began", "letrozole", BEGAN)]
    diary.undo()
    assert told(therapy) == []


def test_before_a_pause_the_profile_says_none(diary, therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("paused", PAUSED)
    days = (PAUSED - timedelta(days=1), PAUSED)
    assert [diary.person.profile(day).therapy_paused for day in days] == [False, True]
    assert diary.person.profile(PAUSED).on_inhibitor  # a pause changes no target


def test_the_day_it_began_is_said_of_what_the_profile_knows_already(diary, therapy):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2025-01-01"})
    therapy.say("began", BEGAN, "letrozole")
    assert told(therapy) == [("began", "letrozole", BEGAN)]
    assert diary.person.profile(TODAY).therapy_start == BEGAN


def test_another_medicine_than_the_profile_knows_is_a_change(diary, therapy):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"}, BEGAN)
    therapy.say("began", SWITCHED, "anastrozole")
    assert told(therapy) == [("began", "letrozole", None), ("switched", "anastrozole", SWITCHED)]


def test_what_was_said_in_error_is_taken_back(diary, therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("began", SWITCHED, "exemestane")
    therapy.say("paused", PAUSED)
    _, switched, paused = therapy.changes()
    therapy.take_back(paused)
    therapy.take_back(switched)
    assert told(therapy) == [("began", "letrozole", BEGAN)]
    diary.undo()
    assert told(therapy)[1] == ("switched", "exemestane", SWITCHED)
    diary.redo()
    therapy.take_back(therapy.changes()[0])
    assert told(therapy) == []
    assert diary.person.profile(TODAY).therapy_start is None


def test_begun_again_after_a_stop_the_first_beginning_stays(therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("stopped", STOPPED)
    therapy.say("began", date(2026, 10, 1), "letrozole")
    therapy.take_back(therapy.changes()[-1])
    assert told(therapy) == [("began", "letrozole", BEGAN), ("stopped", "", STOPPED)]


def test_what_cannot_have_happened_is_refused(diary, therapy):
    with pytest.raises(DiaryError, match="future"):
        therapy.say("began", TODAY + timedelta(days=1), "letrozole")
    for kind in ("stopped", "paused", "resumed"):
        with pytest.raises(InvalidEntry, match="no_therapy"):
            therapy.say(kind, TODAY)
    assert diary.person.facts() == ()


def test_what_changes_nothing_is_said_and_not_kept(diary, therapy):
    therapy.say("began", BEGAN, "letrozole")
    with pytest.raises(InvalidEntry, match="therapy_unchanged"):
        therapy.say("resumed", SWITCHED)  # there was no pause
    therapy.say("paused", PAUSED)
    with pytest.raises(InvalidEntry, match="therapy_unchanged"):
        therapy.say("paused", WENT_ON)  # it lasts
    with pytest.raises(InvalidEntry, match="therapy_unchanged"):
        therapy.say("began", WENT_ON, "letrozole")  # to go on after a pause is no new beginning
    with pytest.raises(InvalidEntry, match="therapy_unchanged"):
        therapy.say("began", BEGAN, "letrozole")
    assert told(therapy) == [("began", "letrozole", BEGAN), ("paused", "", PAUSED)]
    therapy.say("resumed", WENT_ON)
    therapy.say("stopped", STOPPED)
    with pytest.raises(InvalidEntry, match="therapy_unchanged"):
        therapy.say("stopped", TODAY)
    therapy.say("began", TODAY, "letrozole")  # after a stop it is one
    assert told(therapy)[-1] == ("began", "letrozole", TODAY)


@pytest.mark.parametrize("kind", ["paused", "resumed", "stopped"])
def test_nothing_is_paused_or_stopped_before_it_began(diary, therapy, kind):
    therapy.say("began", BEGAN, "letrozole")
    with pytest.raises(InvalidEntry, match="before_therapy") as refused:
        therapy.say(kind, BEGAN - timedelta(days=1))
    assert refused.value.facts == {"date": BEGAN - timedelta(days=1), "start": BEGAN}
    assert told(therapy) == [("began", "letrozole", BEGAN)]


def test_on_its_first_day_a_therapy_can_be_paused(therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("paused", BEGAN)
    assert told(therapy)[1] == ("paused", "", BEGAN)


def test_a_beginning_is_not_moved_behind_its_pause(diary, therapy):
    therapy.say("began", BEGAN, "letrozole")
    therapy.say("paused", PAUSED)
    with pytest.raises(InvalidEntry, match="before_therapy"):
        diary.person.set_facts({"therapy_start": WENT_ON.isoformat()})
    assert told(therapy)[0] == ("began", "letrozole", BEGAN)
    diary.person.set_facts({"therapy_start": SWITCHED.isoformat()})  # before the pause, it may
    assert told(therapy)[0] == ("began", "letrozole", SWITCHED)


def test_facts_of_a_pause_before_the_therapy_are_refused_too_but_not_where_its_start_is_unsaid(diary, therapy):
    diary.person.set_facts({"therapy_paused": "yes"}, since=BEGAN)  # who knows since when it is taken
    assert therapy.changes()[0].kind == "paused"
    diary.undo()
    diary.person.set_facts({"therapy_start": SWITCHED.isoformat(), "aromatase_inhibitor": "letrozole"})
    with pytest.raises(InvalidEntry, match="before_therapy"):
        diary.person.set_facts({"therapy_paused": "yes"}, since=BEGAN)
    diary.person.set_facts({"therapy_paused": "no"}, since=BEGAN)  # that there was none is no pause
    diary.person.set_facts({"therapy_paused": "yes"}, since=PAUSED)


def test_a_pause_that_stands_too_early_already_keeps_nobody_from_saying_more(diary, therapy):
    therapy.say("began", SWITCHED, "letrozole")
    for value, since in ((True, BEGAN), (False, PAUSED)):  # as an older version let it be kept
        row = fact_row(Fact("therapy_paused", value, since))
        diary._ledger.apply(Step("profile", put(diary._ledger.store, "facts", [row]), "therapy_paused"))
    therapy.say("paused", WENT_ON)
    assert [change.kind for change in therapy.changes()] == ["paused", "began", "resumed", "paused"]
