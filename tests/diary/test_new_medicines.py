"""What fills the form for something new: names, doses, intervals, and whether it is a medicine or a supplement."""

from datetime import date, time

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule
from bonecoach.diary.refusals import PleaseConfirm

TODAY = date(2026, 11, 23)
MORNINGS = Schedule(TODAY, times=(time(8),))


@pytest.fixture
def new(diary):
    return diary.new_medicines


def test_the_form_begins_with_the_inhibitor_she_said_until_it_is_planned(diary, new):
    assert new.begun() == ""
    diary.person.set_facts({"aromatase_inhibitor": "anastrozole"})
    assert new.begun() == "Anastrozole"
    new.add("Anastrozole", MORNINGS, None, None, "day")
    assert new.begun() == ""
    diary.person.set_facts({"aromatase_inhibitor": "none"}, TODAY)
    assert new.begun() == ""


def test_what_is_planned_most_is_suggested_and_nothing_beside_its_like(diary, new):
    assert new.suggested() == ("Anastrozole", "Letrozole", "Exemestane", "Denosumab", "Zoledronic acid", "Alendronate")
    new.add("letrozole", MORNINGS, None, None, "day")
    assert "Anastrozole" not in new.suggested()
    new.add("alendronate", MORNINGS, None, None, "week")
    assert new.suggested() == ()


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("letr", ("Letrozole",)), ("Femara", ("Letrozole",)), ("Letrozole", ()), ("prol", ("Denosumab",)), ("xyz", ())],
)
def test_names_are_found_while_they_are_typed(new, typed, suggested):
    assert new.suggested(typed) == suggested


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("letrazole", "Letrozole"), ("alendronat", "Alendronate"), ("denosumap", "Denosumab")],
)
def test_a_misspelled_name_is_asked_about(new, typed, meant):
    assert meant in new.near(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("letrozole, mornings", "Letrozole"),
        ("Letrozole mornings", "Letrozole"),
        ("femara 2.5 mg at 8", "Letrozole"),
        ("zoledronic acid; once a year", "Zoledronic acid"),
        ("calcium citrate 500, twice a day", "calcium citrate 500"),
    ],
)
def test_more_words_behind_a_known_name_are_asked_about_and_not_taken_as_another_medicine(new, typed, meant):
    assert new.near(typed) == (meant,)


@pytest.mark.parametrize(
    "typed",
    ["letrozole", "levothyroxine", "eye drops, evenings", "my pills; blue", "calcium citrate 500", "eye drops", ""],
)
def test_known_and_other_names_are_not(new, typed):
    assert new.near(typed) == ()


@pytest.mark.parametrize(
    ("name", "dose", "interval", "by_clinic"),
    [
        ("letrozole", "2.5 mg", "day", False),
        ("Arimidex", "1 mg", "day", False),
        ("fosamax", "70 mg", "week", False),
        ("monthly risedronate", "150 mg", "month", False),
        ("prolia", "60 mg", "6months", True),
        ("reclast", "5 mg", "year", True),
        ("levothyroxine", "", "day", False),
    ],
)
def test_a_name_brings_its_usual_dose_and_interval(new, name, dose, interval, by_clinic):
    known = new.known(name)
    assert (known.dose, known.interval, known.by_clinic, known.supplement) == (dose, interval, by_clinic, "")


@pytest.mark.parametrize(
    ("name", "dose", "log"),
    [
        ("calcium citrate 500", "", "calcium citrate 500"),
        ("calcium citrate", "500 mg", "calcium citrate 500 mg"),
        ("d3", "1000 iu", "d3 1000 iu"),
        ("multivitamin", "", "multivitamin"),
        ("1 glass milk", "", ""),
        ("walk 30", "", ""),
        ("eye drops", "", ""),
        ("", "", ""),
    ],
)
def test_supplements_are_told_from_medicines(new, name, dose, log):
    assert new.known(name, dose).supplement == log


def test_a_supplement_is_planned_with_what_done_logs(new):
    plan = new.add("calcium citrate", MORNINGS, 500, "mg", "day", note="with water")
    assert (plan.kind, plan.label, plan.log) == (Kind.SUPPLEMENT, "Calcium citrate 500 mg", "calcium citrate 500 mg")
    assert (plan.settles, plan.note) == ("intake:calcium citrate", "with water")


def test_anything_else_is_planned_as_a_medicine_with_a_capital(new):
    plan = new.add("eye drops", MORNINGS, None, None, "day")
    assert (plan.kind, plan.label, plan.medicine) == (Kind.MEDICINE, "Eye drops", "eye_drops")
    with pytest.raises(InvalidEntry, match="no_name"):
        new.add(" ", MORNINGS, None, None, "day")


def test_an_absurd_amount_is_asked_about_before_it_is_planned(diary, new):
    with pytest.raises(PleaseConfirm):
        new.add("calcium", MORNINGS, 30000, "mg", "day")
    assert diary.plans.standing() == []


def test_times_are_offered_by_what_it_is(new):
    assert new.offered("").times == (time(8),)
    assert new.offered("denosumab").times == (time(9),)
    assert new.offered("ibandronate").times == (time(7),)


def test_a_second_plan_of_the_same_is_known_by_whatever_name_it_has(diary, new):
    assert new.already("letrozole", "", TODAY) is None
    letrozole = new.add("Letrozole", MORNINGS, None, None, "day")
    tincture = new.add("Tincture of birch", MORNINGS, None, None, "day")
    calcium = new.add("calcium citrate", MORNINGS, 500, "mg", "day")
    assert [new.already(name, "", TODAY) for name in ("femara", "LETROZOLE", "tincture of Birch ")] == [
        *(letrozole, letrozole, tincture),
    ]
    assert new.already("letrozole", "5 mg", TODAY) == letrozole
    assert new.already("calcium citrate 500", "", TODAY) == new.already("calcium citrate", "500 mg", TODAY) == calcium
    for name, dose in (("calcium citrate", "250 mg"), ("calcium carbonate 500", ""), ("anastrozole", ""), ("", "")):
        assert new.already(name, dose, TODAY) is None


def test_what_has_ended_by_then_can_be_begun_again_unasked(diary, new):
    until = Schedule(date(2026, 11, 1), times=(time(8),), until=date(2026, 11, 30))
    plan = new.add("letrozole", until, None, None, "day")
    assert new.already("letrozole", "", date(2026, 11, 30)) == plan
    assert new.already("letrozole", "", date(2026, 12, 1)) is None
    diary.plans.end(plan.id)
    assert new.already("letrozole", "", TODAY) is None
