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

from bonecoach.core.entries import Dose
from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import LabTest, Scan, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.plans import PlanState
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.diary import open_diary
from bonecoach.diary.uses import uses
from tests.clocks import FakeClock
from tests.diary.conftest import KNOWLEDGE
from tests.diary.test_steps_undone import held
from tests.exchange.bundles import resources
from tests.exchange.making import ENTRIES
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
        [{n: t.amount for n, t in state.nutrients.items()} if state.recorded else None for state in week.days],
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
    (total,) = other.entries(MONDAY, MONDAY, ["intake"])
    assert (total.name, total.source) == ("Total of the day", "manual")
    again = other.arriving.fhir(out)
    assert (again.new, again.differs) == (0, 0)
    # It goes on under the name that clinics know, so that they know the same things again.
    names = [{resource["id"] for resource in resources(left(one, out), "Observation")} for one in (diary, other)]
    assert names[0] == names[1]
    other.undo()
    assert other.entries() == []


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
                known = {n: t.amount for n, t in one.nutrients.items() if one.recorded and t.amount is not None}
                assert known == {n: t.amount for n, t in two.nutrients.items() if two.recorded and t.amount is not None}
                assert one.movement.by_load == two.movement.by_load
                assert {(d.id, d.medicine, d.state) for d in one.doses} == {
                    (d.id, d.medicine, d.state) for d in two.doses
                }
            assert other.arriving.fhir(out).new == 0


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


def test_a_least_amount_says_so_in_its_note(diary, other, out):
    diary.log([food(MONDAY, calcium_mg=5), food(MONDAY, "13:00", calcium_mg=None, protein_g=3)])
    left(diary, out)
    other.arriving.keep(other.arriving.fhir(out))
    (total,) = other.entries()
    assert total.note == "At least: calcium_mg, protein_g"


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
        ("Letrozole", "unknown", MONDAY, TUESDAY),
        ("Calcium citrate", "unknown", MONDAY, MONDAY),
        ("Tablet", "unknown", TUESDAY, TUESDAY),
    ]
    assert used(diary, (TUESDAY, TUESDAY))[0] == ("Letrozole", "unknown", TUESDAY, TUESDAY)


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
