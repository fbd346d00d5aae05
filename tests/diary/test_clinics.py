"""The diary handed to a clinic's system, and taken back: the same numbers, once, and never somebody else's."""

import json
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from fhirclient.models.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.entries import Dose, Source
from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.plans import Kind, PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.spans import last_days
from bonecoach.diary import open_diary
from bonecoach.diary.uses import uses
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.page import Choice
from bonecoach.exchange.summary.text import as_text
from tests.clocks import FakeClock
from tests.diary.conftest import KNOWLEDGE
from tests.diary.test_steps_undone import held
from tests.exchange.bundles import resources
from tests.exchange.making import ENTRIES
from tests.exchange.pages import WORDS
from tests.makers import BERLIN, MONDAY, at, food, joint_pain, session, supplement

TUESDAY = MONDAY + timedelta(days=1)
ALWAYS = (date(1900, 1, 1), date(2199, 12, 31))


@pytest.fixture
def other(tmp_path, clock):
    """An empty diary on another computer."""
    with closing(open_diary(tmp_path / "other", clock, BERLIN, knowledge=KNOWLEDGE)) as diary:
        yield diary


@pytest.fixture
def out(tmp_path):
    return tmp_path / "diary.json"


def left(diary, out, **more):
    diary.leaving.fhir(out, over=True, **more)
    bundle = json.loads(out.read_text(encoding="utf-8"))
    Bundle(bundle)
    return bundle


def live(diary):
    """A few days with something of everything that clinics are told."""
    diary.person.set_facts({"birth_date": "1961-07-01", "sex": "female", "weight_kg": "64.5", "warfarin": "no"})
    diary.log_text("2 glasses milk, calcium citrate 500, d3 1000 iu", at=at(MONDAY, "08:00").instant)
    diary.log_text("walk 30 brisk", at=at(MONDAY, "17:00").instant)
    diary.log_text("took letrozole, pain 4 hands", at=at(TUESDAY, "08:00").instant)
    diary.log_text("squats 3x10 20kg 25 min, d3 7000 iu weekly", at=at(TUESDAY, "18:00").instant)
    diary.none_taken(date(2026, 11, 12))
    diary.bones.add_scan(Scan(date=date(2026, 3, 9), site=Site.TOTAL_HIP, bmd=0.8, t_score=-1.8))
    diary.bones.add_lab_test(LabTest(date=date(2026, 3, 9), name="25ohd", value=71.0, unit="nmol/L"))


def numbers(diary, day):
    """What is the same on both sides of a clinic's system: totals of recorded days, movement, doses, pain."""
    week = diary.week(day)
    return [
        [
            {n: (t.amount, t.at_least, t.supplement, t.dose_too_large) for n, t in state.nutrients.items()}
            if state.recorded
            else None
            for state in week.days
        ],
        week.movement,
        [[(dose.label, dose.state) for dose in state.doses] for state in week.days],
        week.pain_worst,
    ]


def test_an_empty_diary_takes_it_all_and_the_diary_it_came_from_nothing(diary, other, out):
    live(diary)
    left(diary, out)
    before = held(diary)
    back = diary.arriving.fhir(out)
    assert (back.new, back.differs, back.rejected, back.diary_id) == (0, 0, (), "")
    diary.arriving.keep(back)
    assert held(diary) == before

    arrival = other.arriving.fhir(out)
    assert (arrival.same, arrival.differs, arrival.rejected, arrival.ignored) == (0, 0, (), ())
    other.arriving.keep(arrival)
    assert numbers(other, MONDAY) == numbers(diary, MONDAY)
    assert other.bones.scans() == diary.bones.scans()
    assert other.bones.lab_tests() == diary.bones.lab_tests()
    assert other.person.profile(TUESDAY).weight_kg == 64.5
    assert other.person.profile(TUESDAY).birth_date == date(1961, 7, 1)
    found = {(total.name, total.source.value) for total in other.entries(MONDAY, MONDAY, ["intake"])}
    assert found == {("Total of the day", "manual"), ("Supplements of the day", "supplement")}
    again = other.arriving.fhir(out)
    assert (again.new, again.differs) == (0, 0)
    # It goes on under the name that clinics know, so that they know the same things again.
    names = [{resource["id"] for resource in resources(left(one, out), "Observation")} for one in (diary, other)]
    assert names[0] == names[1]
    other.undo()
    assert other.entries() == []


def known_of(day):
    """What is known of a day's nutrients: how much of each, whether at least so much, and what supplements brought."""
    found = {n: (t.amount, t.at_least, t.supplement or 0) for n, t in day.nutrients.items() if day.recorded}
    return {n: said for n, said in found.items() if said[0] is not None}


@settings(max_examples=15, deadline=None)
@given(st.lists(ENTRIES, max_size=8, unique_by=lambda entry: entry.id))
def test_whatever_was_logged_the_totals_come_back(entries):
    with tempfile.TemporaryDirectory() as folder:
        here, there = Path(folder) / "here", Path(folder) / "there"
        out = Path(folder) / "out.json"
        with (
            closing(open_diary(here, FakeClock(), BERLIN, knowledge=KNOWLEDGE)) as diary,
            closing(open_diary(there, FakeClock(), BERLIN, knowledge=KNOWLEDGE)) as other,
        ):
            diary.keep_made_up(entries, [], [])
            left(diary, out, notes=True)
            same = diary.arriving.fhir(out)
            assert (same.new, same.differs, same.rejected) == (0, 0, ())
            arrival = other.arriving.fhir(out)
            assert (arrival.differs, arrival.rejected) == (0, ())
            other.arriving.keep(arrival)
            for day in {entry.moment.date for entry in entries}:
                one, two = diary.day(day), other.day(day)
                assert known_of(one) == known_of(two)
                assert one.movement.by_load == two.movement.by_load
                assert {(d.id, d.medicine, d.state) for d in one.doses} == {
                    (d.id, d.medicine, d.state) for d in two.doses
                }
            assert other.arriving.fhir(out).new == 0


@pytest.mark.parametrize("nutrients", [{"calcium_mg": 0, "vitamin_k2_ug": 0}, {"calcium_mg": 0}])
def test_a_supplement_that_holds_nothing_comes_back_as_no_food(diary, other, out, nutrients):
    diary.log([replace(food(MONDAY, **nutrients), source=Source.SUPPLEMENT)])
    left(diary, out)
    other.arriving.keep(other.arriving.fhir(out))
    assert known_of(other.day(MONDAY)) == known_of(diary.day(MONDAY))


def test_a_day_that_was_logged_since_keeps_what_stands_there(diary, other, out):
    live(diary)
    left(diary, out)
    other.log([food(MONDAY, calcium_mg=5)])
    arrival = other.arriving.fhir(out, sure=True)
    assert arrival.differs == 1
    other.arriving.keep(arrival)
    assert other.day(MONDAY).nutrients[Nutrient.CALCIUM].amount == 5_000_000
    assert other.day(TUESDAY).nutrients[Nutrient.VITAMIN_D].amount == 25_000  # a seventh of 7000 IU is 25 µg
    assert other.day(date(2026, 11, 12)).none_taken


def taken_over(diary, other, out):
    """The other diary, once it took in all that left this one."""
    left(diary, out)
    arrival = other.arriving.fhir(out)
    assert (arrival.differs, arrival.rejected) == (0, ())
    other.arriving.keep(arrival)
    for one in (diary, other):
        again = one.arriving.fhir(out)
        assert (again.new, again.differs, again.rejected) == (0, 0, ())
    return other


def test_a_least_amount_stays_one(diary, other, out):
    diary.log([food(MONDAY, calcium_mg=5), food(MONDAY, "13:00", calcium_mg=None, protein_g=3, fibre_g=2)])
    diary.log([food(MONDAY, calcium_mg=200, fibre_g=1)])
    taken_over(diary, other, out)
    assert {entry.name for entry in other.entries()} == {"Total of the day", "More of the day, not known"}
    assert known_of(other.day(MONDAY)) == known_of(diary.day(MONDAY))
    totals = other.day(MONDAY).nutrients
    assert (totals[Nutrient.CALCIUM].amount, totals[Nutrient.CALCIUM].at_least) == (205_000_000, True)
    assert (totals[Nutrient.FIBRE].amount, totals[Nutrient.FIBRE].at_least) == (3_000_000_000, True)


def test_supplements_stay_supplements_and_what_was_swallowed_at_once_stays_so(diary, other, out):
    diary.log([food(MONDAY, calcium_mg=300)])
    for clock in ("08:00", "13:00", "20:00"):
        diary.log([supplement(MONDAY, clock, calcium_mg=400, vitamin_d_ug=5)])
    diary.log([replace(supplement(TUESDAY, "08:00", calcium_mg=600), together="a"), supplement(TUESDAY, calcium_mg=50)])
    taken_over(diary, other, out)
    for day, at_once in ((MONDAY, False), (TUESDAY, True)):
        one, two = (each.day(day) for each in (diary, other))
        assert known_of(one) == known_of(two)
        assert [each.nutrients[Nutrient.CALCIUM].dose_too_large for each in (one, two)] == [at_once, at_once]
    assert other.day(MONDAY).nutrients[Nutrient.CALCIUM].supplement == 1_200_000_000
    # A day of supplements alone is one without food, there as here.
    assert [diary.day(TUESDAY).food_logged, other.day(TUESDAY).food_logged] == [False, False]
    # And no product of that name is taken, on the page or in a bundle.
    assert [use.name for use in uses(other._ledger, ALWAYS)] == []
    assert other.summaries.state(last_days(7, TUESDAY)).usual_supplements == ()
    assert [one.name for one in diary.summaries.state(last_days(7, TUESDAY)).usual_supplements] == ["Tablet"]


def page_text(diary):
    """The page for an appointment as text."""
    span = last_days(91, diary.today())
    return as_text(summary_page(diary.summaries.state(span), WORDS, Choice()))


def long_lived(diary):
    """A year of therapy with a pause, plans of every state, infusions, food and supplements."""
    diary.person.set_facts({"birth_date": "1961", "sex": "female"})
    diary.person.set_facts({"aromatase_inhibitor": "anastrozole", "therapy_start": "2024-09-01"}, date(2024, 9, 1))
    diary.person.therapy.say("began", date(2025, 9, 8), "letrozole")
    diary.person.therapy.say("paused", date(2026, 6, 1))
    diary.person.therapy.say("resumed", date(2026, 7, 1))
    diary.plans.add_medicine("letrozole", Schedule(start=date(2025, 9, 8), times=(time(8),)))
    diary.plans.add_medicine(
        "zoledronic acid", Schedule(start=date(2026, 2, 5), unit=Unit.MONTH, every=6), interval="6months"
    )
    thyroid = diary.plans.add_medicine(
        "levothyroxine", Schedule(start=date(2026, 9, 1), times=(time(6),)), amount=75.0, unit="mcg"
    )
    diary.plans.pause(thyroid.id)
    ended = diary.plans.add_medicine(
        "alendronate", Schedule(start=date(2026, 9, 3), unit=Unit.WEEK, weekdays=(3,)), interval="week"
    )
    diary.plans.end(ended.id, date(2026, 11, 5))
    for ago in range(60):
        day = MONDAY - timedelta(days=ago)
        diary.log_text("2 glasses milk, 40 g cheddar", at=at(day, "07:30").instant)
        diary.log_text("took letrozole, walk 30 brisk, pain 3 hands", at=at(day, "08:05").instant)
        if ago % 3 == 0:  # on most days they would be named, and a bundle has the sum of them only
            diary.log_text("calcium citrate 500, d3 1000 iu", at=at(day, "12:00").instant)
    diary.log_text("1 apple", at=at(TUESDAY, "12:00").instant)
    diary.log([food(TUESDAY, "13:00", calcium_mg=120, fibre_g=None, protein_g=4)])
    for day in (date(2026, 2, 5), date(2026, 8, 5)):
        diary.log([Dose(moment=at(day), name="Zoledronic acid", medicine="zoledronic_acid", amount=4.0, unit="mg")])
    diary.log_text("fell", at=at(MONDAY, "18:00").instant)
    for year in (2022, 2024, 2026):
        diary.bones.add_scan(
            Scan(
                date=date(year, 3, 9), site=Site.TOTAL_HIP, bmd=0.8 - (year - 2022) / 100, lsc_percent=3.0, scanner="A"
            )
        )
    diary.bones.add_lab_test(LabTest(date=date(2026, 3, 9), name="25ohd", value=71.0, unit="nmol/L"))


def test_the_page_for_an_appointment_reads_the_same_after_a_clinics_system(diary, other, out):
    long_lived(diary)
    taken_over(diary, other, out)
    here, there = page_text(diary), page_text(other)
    assert here.splitlines() == there.splitlines()
    for part in ("Letrozole 2.5 mg since", "Zoledronic acid", "levothyroxine", "food + suppl.", "≥", "Total hip"):
        assert part in here, part
    assert other.person.therapy.changes() == diary.person.therapy.changes()
    assert [plan.label for plan in other.plans.standing()] == [plan.label for plan in diary.plans.standing()]
    other.undo()
    assert other.plans.versions() == []
    assert other.person.therapy.changes() == ()


THERAPIES = [
    [("began", "2025-01-01", "letrozole")],
    [("began", "2025-01-01", "letrozole"), ("stopped", "2026-01-01", "")],
    [("began", "2025-01-01", "letrozole"), ("paused", "2026-01-01", "")],
    [("began", "2025-01-01", "letrozole"), ("paused", "2025-06-01", ""), ("resumed", "2025-07-01", "")],
    [("began", "2025-01-01", "letrozole"), ("stopped", "2025-06-01", ""), ("began", "2025-07-01", "letrozole")],
    [("began", "2025-01-01", "letrozole"), ("stopped", "2025-06-01", ""), ("began", "2025-07-01", "exemestane")],
    [("began", "2025-01-01", "letrozole"), ("began", "2025-07-01", "exemestane"), ("paused", "2026-02-02", "")],
    [
        ("began", "2024-01-01", "anastrozole"),
        ("began", "2025-01-01", "letrozole"),
        ("paused", "2025-06-01", ""),
        ("resumed", "2025-07-01", ""),
        ("began", "2026-01-01", "exemestane"),
        ("stopped", "2026-06-01", ""),
    ],
]


@pytest.mark.parametrize("said", THERAPIES, ids=range(len(THERAPIES)))
def test_every_course_of_a_therapy_comes_back(diary, other, out, said):
    for kind, day, medicine in said:
        diary.person.therapy.say(kind, date.fromisoformat(day), medicine)
    taken_over(diary, other, out)
    assert other.person.therapy.changes() == diary.person.therapy.changes()
    assert other.person.therapy.periods() == diary.person.therapy.periods()


def test_a_therapy_whose_beginning_was_not_said_stays_without_one(diary, other, out):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"})
    diary.plans.add_medicine("letrozole", Schedule(start=MONDAY, times=(time(8),)))
    taken_over(diary, other, out)
    assert [(each.medicine, each.start, each.end) for each in other.person.therapy.periods()] == [
        ("letrozole", None, None)
    ]
    (plan,) = other.plans.standing()
    assert (plan.label, plan.schedule.start, plan.schedule.times) == ("Letrozole 2.5 mg", MONDAY, (time(8),))


def test_a_medicine_that_is_planned_and_of_which_her_profile_says_nothing_becomes_no_therapy(diary, other, out):
    diary.plans.add_medicine("letrozole", Schedule(start=MONDAY, times=(time(8),)))
    taken_over(diary, other, out)
    assert other.person.therapy.periods() == ()
    assert [plan.label for plan in other.plans.standing()] == ["Letrozole 2.5 mg"]


def test_what_the_other_diary_says_of_her_therapy_and_plans_already_is_kept(diary, other, out):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2025-09-01"})
    diary.plans.add_medicine("letrozole", Schedule(start=MONDAY, times=(time(8),)))
    left(diary, out)
    other.person.set_facts({"aromatase_inhibitor": "exemestane"})
    other.plans.add_medicine("letrozole", Schedule(start=TUESDAY, times=(time(9),)))
    arrival = other.arriving.fhir(out)
    assert (arrival.tables["facts"].differs, arrival.tables["plans"].same) == (1, 1)
    other.arriving.keep(arrival)
    assert [period.medicine for period in other.person.therapy.periods()] == ["exemestane"]
    assert [plan.schedule.times for plan in other.plans.standing()] == [(time(9),)]


def test_two_plans_of_one_medicine_and_day_come_back_as_two(diary, other, out):
    wrong = diary.plans.add_medicine("metformin", Schedule(start=MONDAY, times=(time(8),)), amount=500.0, unit="mg")
    diary.plans.end(wrong.id, MONDAY)
    diary.plans.add_medicine("metformin", Schedule(start=MONDAY, times=(time(8),)), amount=850.0, unit="mg")
    taken_over(diary, other, out)
    assert [plan.label for plan in other.plans.standing()] == ["metformin 850 mg"]
    assert len({plan.id for plan in other.plans.versions()}) == 2


def test_a_plan_that_cannot_be_is_rejected_and_the_rest_is_taken_in(diary, other, out):
    diary.plans.add_medicine("letrozole", Schedule(start=MONDAY, times=(time(8),)))
    bundle = left(diary, out)
    (statement,) = resources(bundle, "MedicationStatement")
    statement["medicationCodeableConcept"]["text"] = ""
    out.write_text(json.dumps(bundle))
    arrival = other.arriving.fhir(out)
    assert (arrival.new, [each.error.code for each in arrival.rejected]) == (0, ["no_name"])
    statement["medicationCodeableConcept"]["text"] = "Letrozole"
    statement["status"], statement["effectivePeriod"] = "completed", {"end": "9999-12-31"}
    out.write_text(json.dumps(bundle))
    assert [each.error.code for each in other.arriving.fhir(out).rejected] == ["day_out_of_range"]


def test_somebody_elses_bundle_is_asked_about(diary, other, out):
    live(diary)
    left(diary, out)
    other.log([joint_pain(3)])
    with pytest.raises(DiaryError, match="another_person"):
        other.arriving.fhir(out)
    assert other.arriving.fhir(out, sure=True).new > 0
    assert other.arriving.fhir(out, sure=True).diary_id == ""


def test_an_empty_diary_of_somebody_born_on_another_day_is_hers_not(diary, other, out):
    live(diary)
    left(diary, out)
    for unlike in ({"birth_date": "1960-01-01"}, {"birth_date": "", "sex": "male"}):
        other.person.set_facts(unlike)
        with pytest.raises(DiaryError, match="another_person"):
            other.arriving.fhir(out)
    other.person.set_facts({"sex": ""})
    assert other.arriving.fhir(out).new > 0


def clinic(out, birth):
    patient = {"resourceType": "Patient", "id": "1", **({"birthDate": birth} if birth else {})}
    weight = {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": "2026-11-16",
        "valueQuantity": {"value": 63, "unit": "kg", "code": "kg"},
    }
    entries = [{"resource": patient}, {"resource": weight}]
    out.write_text(json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries}))
    return out


def test_a_clinics_file_is_hers_by_her_date_of_birth(diary, out):
    live(diary)
    assert diary.arriving.fhir(clinic(out, "1961-07-01")).new == 1
    for birth in ("", "1962-07-01"):
        with pytest.raises(DiaryError, match="another_person"):
            diary.arriving.fhir(clinic(out, birth))


def test_where_she_said_only_her_year_of_birth_the_clinics_day_in_it_is_hers(diary, out):
    live(diary)
    diary.person.set_facts({"birth_date": "1961"})
    assert diary.arriving.fhir(clinic(out, "1961-03-05")).new == 1
    with pytest.raises(DiaryError, match="another_person"):
        diary.arriving.fhir(clinic(out, "1960-07-01"))
    diary.person.set_facts({"birth_date": "1961-03-05"})
    assert diary.arriving.fhir(clinic(out, "1961")).new == 1
    with pytest.raises(DiaryError, match="another_person"):
        diary.arriving.fhir(clinic(out, "1961-03-06"))


def test_days_and_parts_are_chosen(diary, out):
    live(diary)
    whole = left(diary, out)
    tuesday = left(diary, out, first=TUESDAY, last=TUESDAY)
    days = {
        r["effectiveDateTime"][:10]
        for r in resources(tuesday, "Observation")
        if "week/" not in r["identifier"][0]["value"]
    }
    assert days == {"2026-11-17"}
    assert len(tuesday["entry"]) < len(whole["entry"])
    assert {r["resourceType"] for r in resources(left(diary, out, sections=["doses"]))} == {
        "Patient",
        "MedicationAdministration",
        "Provenance",
    }
    early = left(diary, out, last=date(2026, 1, 1))
    assert [r["resourceType"] for r in resources(early)] == ["Patient"]


def test_a_file_that_is_there_is_left_alone(diary, out):
    out.write_text("hers")
    with pytest.raises(DiaryError, match="file_there"):
        diary.leaving.fhir(out)


# What she takes


def used(diary, span=ALWAYS):
    return [(use.name, use.status, use.start, use.end) for use in uses(diary._ledger, span)]


def test_what_was_only_logged_is_of_unknown_state(diary):
    diary.log([replace(supplement(MONDAY, calcium_mg=500), name="Calcium citrate"), supplement(TUESDAY, zinc_mg=10)])
    diary.log([Dose(moment=at(MONDAY), name="Letrozole", medicine="letrozole")])
    diary.log([Dose(moment=at(TUESDAY), name="Letrozole", medicine="letrozole")])
    assert used(diary) == [
        ("Letrozole", "unknown", MONDAY, None),
        ("Calcium citrate", "unknown", MONDAY, None),
        ("Tablet", "unknown", TUESDAY, None),
    ]
    assert used(diary, (TUESDAY, TUESDAY))[0] == ("Letrozole", "unknown", MONDAY, None)


def test_a_therapy_is_said_once_with_its_plan(diary):
    diary.person.set_facts({"aromatase_inhibitor": "anastrozole", "therapy_start": "2024-02-01"}, date(2024, 2, 1))
    diary.person.set_facts({"aromatase_inhibitor": "letrozole"}, date(2025, 2, 1))
    assert used(diary) == [
        ("Anastrozole", "completed", date(2024, 2, 1), date(2025, 2, 1)),
        ("Letrozole", "active", date(2025, 2, 1), None),
    ]
    assert used(diary, (date(2025, 6, 1), MONDAY)) == [("Letrozole", "active", date(2025, 2, 1), None)]
    assert used(diary, (date(2023, 1, 1), date(2024, 1, 31))) == []
    diary.plans.add_medicine("letrozole", Schedule(start=MONDAY, times=(time(8),)))
    diary.log([Dose(moment=at(MONDAY), name="Letrozole", medicine="letrozole")])
    assert used(diary)[0] == ("Letrozole", "active", date(2025, 2, 1), None)
    assert [name for name, *_ in used(diary)] == ["Letrozole", "Anastrozole"]


def test_a_plan_says_whether_it_holds(diary):
    calcium = diary.plans.add(
        "Calcium", Schedule(start=MONDAY), log="calcium citrate 500", reading=diary.read("calcium citrate 500")
    )
    diary.plans.add("Walk", Schedule(start=MONDAY), log="walk 30", reading=diary.read("walk 30"))
    diary.log_text("calcium citrate 500", at=at(MONDAY).instant)
    assert used(diary) == [("Calcium", "active", MONDAY, None)]
    diary.plans.pause(calcium.id)
    assert used(diary) == [("Calcium", "on-hold", MONDAY, None)]
    diary.plans.end(calcium.id, date(2026, 11, 22))
    assert used(diary) == [("Calcium", "completed", MONDAY, date(2026, 11, 22))]
    assert diary.plans.versions()[-1].state is PlanState.ENDED
    assert used(diary, (date(2026, 11, 24), date(2026, 12, 24))) == []
    diary.plans.add_medicine(
        "something new", Schedule(start=MONDAY, unit=Unit.WEEK, until=date(2026, 12, 1)), interval="week"
    )
    assert ("something new", "active", MONDAY, date(2026, 12, 1)) in used(diary)


def test_the_week_in_the_bundle_is_the_week_in_the_diary(diary, out):
    live(diary)
    diary.log([session(40, day=TUESDAY)])
    bundle = left(diary, out)
    found = {
        r["identifier"][0]["value"]: r["valueQuantity"]["value"]
        for r in resources(bundle, "Observation")
        if "valueQuantity" in r
    }
    assert found["week/2026-11-16/minutes_a_week"] == diary.week(MONDAY).movement.aerobic_minutes == 70
    amount = diary.day(MONDAY).nutrients[Nutrient.CALCIUM].amount
    assert found["intake/2026-11-16/calcium_mg"] * 1_000_000 == pytest.approx(amount)


def test_a_plan_paused_on_its_first_day_is_paused_from_then_on(diary, other, out):
    plan = diary.plans.add_medicine("levothyroxine", Schedule(start=diary.today(), times=(time(6),)))
    diary.plans.pause(plan.id)
    taken_over(diary, other, out)
    assert [(each.state, each.since) for each in other.plans.versions()] == [(PlanState.PAUSED, diary.today())]


def test_the_plan_of_a_supplement_is_left_to_tables(diary, other, out):
    diary.plans.add("Calcium citrate", Schedule(start=MONDAY), kind=Kind.SUPPLEMENT, settles="intake:calcium citrate")
    taken_over(diary, other, out)
    assert other.plans.versions() == []
