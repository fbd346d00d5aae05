"""Bundles that come in: our own, those of clinics, and those that are damaged or hostile."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.days import EARLIEST
from bonecoach.core.entries import Dose, DoseState, Event, Symptom
from bonecoach.core.errors import DiaryError
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Fact
from bonecoach.core.schedules import Schedule
from bonecoach.exchange.arrivals import Ignored, Line, Rejected
from bonecoach.exchange.fhir import bundle_in
from bonecoach.exchange.fhir.bundle_in import read_bundle
from bonecoach.exchange.fhir.frame import NAMING
from bonecoach.exchange.fhir.gathered import DAY_TOTALS
from bonecoach.exchange.fhir.uses_in import USES
from bonecoach.words import Words
from tests.exchange.bundles import HER, read, read_text, resources, written
from tests.exchange.making import DOSES, EVENT, LAB_TESTS, SCANS, SESSIONS, SYMPTOM
from tests.makers import BERLIN, MONDAY, at, day_state, food, joint_pain, session, supplement

LOINC = "http://loinc.org"


def things(bundle, table=None):
    """What arrived of a table."""
    assert not [one for one in bundle.arrived if isinstance(one, Rejected)]
    return [one.value for one in bundle.arrived if isinstance(one, Line) and table in (None, one.table)]


def rejected(bundle):
    return [(one.line, one.error.code) for one in bundle.arrived if isinstance(one, Rejected)]


def again(**parts):
    """What left and came back."""
    return read_text(json.dumps(written(notes=True, **parts)))


@settings(max_examples=80)
@given(
    st.lists(st.one_of(SESSIONS, DOSES, SYMPTOM, EVENT), max_size=4, unique_by=lambda entry: entry.id),
    st.lists(SCANS, max_size=2, unique_by=lambda scan: scan.id),
    st.lists(LAB_TESTS, max_size=2, unique_by=lambda test: test.id),
)
def test_what_left_comes_back_as_it_was(entries, scans, tests):
    bundle = again(days=[day_state(MONDAY, entries)], scans=scans, tests=tests)
    back = {table: things(bundle, table) for table in ("sessions", "doses", "symptoms", "events", "scans", "lab_tests")}
    # What was logged together in one line is no matter of clinics.
    alone = {entry.id: replace(entry, together="") for entry in entries}
    alone |= {id_: replace(d, unit=None) for id_, d in alone.items() if isinstance(d, Dose) and d.amount is None}
    assert {entry.id: entry for table in list(back)[:4] for entry in back[table]} == alone
    assert {scan.id: scan for scan in back["scans"]} == {scan.id: scan for scan in scans}
    assert {test.id: test for test in back["lab_tests"]} == {test.id: test for test in tests}


def test_a_day_comes_back_as_its_totals():
    swallowed = [supplement(vitamin_d_ug=25), supplement(clock="20:00", vitamin_d_ug=10)]
    day = day_state(MONDAY, [food(calcium_mg=244.123456, protein_g=None), *swallowed])
    (totals,) = things(again(days=[day]), DAY_TOTALS)
    assert totals.date == MONDAY
    assert totals.amounts[Nutrient.CALCIUM] == 244_123_456
    assert totals.amounts[Nutrient.VITAMIN_D] == 35_000
    assert (totals.supplements, totals.at_once) == ({Nutrient.VITAMIN_D: 35_000}, {Nutrient.VITAMIN_D: 25_000})
    assert Nutrient.PROTEIN in totals.at_least
    assert {n: t.amount for n, t in day.nutrients.items() if t.amount is not None} == totals.amounts


def test_the_person_and_what_she_weighs_come_back():
    bundle = again(body=[Fact("weight_kg", 64.5, MONDAY), Fact("height_cm", 164.0, EARLIEST)])
    assert bundle.subject == (str(HER.id), date(1961, 7, 1), "female")
    assert set(things(bundle, "facts")) == {
        Fact("birth_date", date(1961, 7, 1), EARLIEST),
        Fact("sex", "female", EARLIEST),
        Fact("weight_kg", 64.5, MONDAY),
        Fact("height_cm", 164.0, EARLIEST),
    }


def test_what_follows_from_the_rest_is_counted_anew():
    from tests.makers import week_of_entries

    bundle = again(weeks=[week_of_entries([session(30)]).movement])
    assert things(bundle) == things(again())
    assert [one for one in bundle.arrived if isinstance(one, Ignored)] == []


# Of other systems


def observation(code="29463-7", value=64.0, unit="kg", **more):
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": LOINC, "code": code}]},
        "subject": {"reference": f"Patient/{HER.id}"},
        "effectiveDateTime": "2026-11-16T09:30:00Z",
        "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit},
        **more,
    }


def test_a_clinics_scan_is_known_by_its_codes():
    spine = [
        observation("24966-4", 0.912, "g/cm2"),
        # US Core examples wrote {T-Score} in STU5 and 1 from STU7 on (evidence 9): both are read.
        observation("38267-1", -1.8, "{T-Score}"),
        observation("85394-5", -0.4, "1"),
    ]
    (scan,) = things(read(*spine), "scans")
    assert (scan.site, scan.bmd, scan.t_score, scan.z_score) == (Site.LUMBAR_SPINE, 0.912, -1.8, -0.4)
    assert scan.date == MONDAY
    left = observation("80946-7", -2.0, "1", bodySite={"text": "hip"})
    right = observation("38264-8", -1.0, "1", bodySite={"text": "Hip, right"})
    assert [(s.site, s.side) for s in things(read(left, right), "scans")] == [
        (Site.TOTAL_HIP, Side.LEFT),
        (Site.TOTAL_HIP, Side.RIGHT),
    ]


def test_the_codes_of_the_femur_are_the_neck_only_where_that_is_said():
    neck = observation("80948-3", -2.2, "1", bodySite={"text": "Neck of left femur"})
    assert things(read(neck), "scans")[0].place_measured == (Site.FEMORAL_NECK, Side.LEFT)
    bare = read(observation("80948-3", -2.2, "1"))
    assert things(bare) == []
    assert [one.what for one in bare.arrived if isinstance(one, Ignored)] == ["1 × Observation"]


def test_a_clinics_tests_weights_and_intakes_are_known_by_their_codes():
    vitamin_d = observation("62292-8", 28.4, "ng/mL", referenceRange=[{"low": {"value": 20, "unit": "ng/mL"}}])
    bundle = read(
        vitamin_d,
        observation("29463-7", 150.0, "[lb_av]"),
        observation("8302-2", 65.0, "[in_i]"),
        observation("81137-2", 1.2, "g"),
        observation("81929-2", 800, "[iU]", effectiveDateTime="2026-11-16"),
    )
    (test,) = things(bundle, "lab_tests")
    assert (test.name, test.value, test.unit, test.range_low, test.range_high) == ("25ohd", 28.4, "ng/mL", 20.0, None)
    # 150 × 0.45359237 kg; 65 × 2.54 cm
    assert {fact.key: fact.value for fact in things(bundle, "facts")} == {"weight_kg": 68.039, "height_cm": 165.1}
    (totals,) = things(bundle, DAY_TOTALS)
    assert totals.amounts == {Nutrient.CALCIUM: 1_200_000_000, Nutrient.VITAMIN_D: 20_000}


def test_what_is_none_of_the_diarys_is_counted_and_left_out():
    bundle = read(
        observation("8867-4", 60, "/min"),
        observation("62292-8", 71, "furlong"),
        observation("89555-7", 3, "d/wk"),
        observation(status="entered-in-error"),
        {"resourceType": "Condition", "code": {"text": "x"}},
        {"resourceType": "Condition"},
    )
    assert things(bundle) == []
    assert [one.what for one in bundle.arrived if isinstance(one, Ignored)] == ["2 × Condition", "4 × Observation"]


def test_a_bundle_without_a_patient_may_be_about_anyone():
    assert read(observation(), patient=False).subject == ("", None, None)
    stranger = {"resourceType": "Patient", "gender": "other", "birthDate": "1961-07-01"}
    bundle = read(stranger, patient=False)
    assert bundle.subject == ("", date(1961, 7, 1), None)


def test_a_bundle_about_two_people_is_refused():
    for made in (
        [observation(subject={"reference": "Patient/somebody-else"})],
        [{"resourceType": "Patient", "id": "x"}],
        [observation(), observation("8302-2", 165, "cm", subject={"reference": "urn:uuid:other"})],
    ):
        with pytest.raises(DiaryError, match="several_patients"):
            read(*made)


# Damaged and hostile ones


def named(key, kind="Observation", **more):
    """A resource of this program's, with something wrong in it."""
    return {
        "resourceType": kind,
        "identifier": [{"system": NAMING, "value": key}],
        "status": "final",
        "code": {"text": "Joint pain"},
        "effectiveDateTime": "2026-11-16T08:00:00+01:00",
        "subject": {"reference": f"urn:uuid:{HER.id}"},
        **more,
    }


SESSION = {
    "valueCodeableConcept": {"text": "Walk"},
    "component": [
        {"code": {"text": "intensity"}, "valueString": "moderate"},
        {"code": {"text": "load"}, "valueString": "resistance"},
        {"code": {"text": "duration"}, "valueQuantity": {"value": 30, "unit": "min"}},
    ],
}


def with_part(text, **value):
    return {**SESSION, "component": [*SESSION["component"], {"code": {"text": text}, **value}]}


def MG(value):
    return {"value": value, "unit": "mg", "code": "mg"}


def part(text, quantity):
    return {"code": {"text": text}, "valueQuantity": quantity}


DAILY = {"boundsPeriod": {"start": "2026-11-16"}, "period": 1, "periodUnit": "d", "timeOfDay": ["08:00:00"]}


def statement(**dosage):
    """That letrozole is taken."""
    medicine = {"text": "Letrozole"}
    return named(
        "use/letrozole/2026-11-16",
        "MedicationStatement",
        status="active",
        medicationCodeableConcept=medicine,
        dosage=[dosage],
    )


@pytest.mark.parametrize(
    "resource",
    [
        named("session/walk", **SESSION),
        named("session/walk/1/2", **SESSION),
        named("session/walk/1", valueCodeableConcept={"text": "Walk"}),
        named("session/walk/1", **with_part("intensity", valueString="heroic")),
        named("session/walk/1", **with_part("aerobic", valueBoolean="yes")),
        named("session/walk/1", **with_part("impacts", valueInteger=True)),
        named("session/walk/1", **with_part("duration", valueQuantity={"value": 1.5})),
        named("session/walk/1", **with_part("duration", valueQuantity={"value": "30"})),
        named("session/walk/1", **with_part("duration", valueQuantity={"value": True})),
        named("session/walk/1", **with_part("duration", valueQuantity={"value": 30, "comparator": "<"})),
        named("session/walk/1", **{**SESSION, "component": "none"}),
        named("session/walk/1", **{**SESSION, "component": ["none"]}),
        named("session/walk/1", **{**SESSION, "valueCodeableConcept": []}),
        named("session/walk/1", **{**SESSION, "valueCodeableConcept": {"text": 5}}),
        named("dose/letrozole/1", "MedicationAdministration", medicationCodeableConcept={"text": "L"}),
        named("symptom/joint_pain/1", valueQuantity={"value": 4.5, "code": "{score}"}),
        named("intake/2026-11-16/calcium_mg", valueQuantity={"value": 4, "code": "furlong"}),
        named("intake/2026-11-16/calcium_mg", valueQuantity={"value": -4, "code": "mg"}),
        named("intake/2026-11-16/calcium_mg", valueQuantity={"value": 1e30, "code": "mg"}),
        named("intake/2026-11-16/gold_mg", valueQuantity={"value": 4, "code": "mg"}),
        named("intake/2026-11-16", valueQuantity={"value": 4, "code": "mg"}),
        named("intake/2026-11-16/calcium_mg", valueQuantity={"value": 4, "code": "mg"}, effectiveDateTime="soon"),
        named("intake/2026-11-16/calcium_mg", valueQuantity=MG(400), component=[part("from supplements", MG(401))]),
        named(
            "intake/2026-11-16/calcium_mg",
            valueQuantity=MG(400),
            component=[
                part("from supplements", MG(400)),
                part("largest amount of supplements at once", MG(3)),
            ],
        ),
        named("use", "MedicationStatement", status="active"),
        named("use/letrozole/2026-11-16", "MedicationStatement", status="heroic"),
        named("use/letrozole/2026-11-16/first", "MedicationStatement", status="active"),
        statement(timing={"repeat": {**DAILY, "periodUnit": "fortnight"}}),
        statement(timing={"repeat": {**DAILY, "period": 1.5}}),
        statement(timing={"repeat": {**DAILY, "dayOfWeek": "mon"}}),
        statement(timing={"repeat": {**DAILY, "dayOfWeek": ["someday"]}}),
        statement(timing={"repeat": {**DAILY, "timeOfDay": "08:00:00"}}),
        statement(doseAndRate=[{"doseQuantity": {"value": -2.5, "unit": "mg"}}]),
        named("scan/total_hip/1", valueQuantity={"value": 0.8}),
        named("scan/elbow/1/bmd", valueQuantity={"value": 0.8}),
        named("fact/shoe_size/2026-11-16", valueQuantity={"value": 40}),
        named("horoscope/leo"),
        observation("29463-7", 5, "stone"),
        {"resourceType": "Patient", "birthDate": 5},
        {"resourceType": 5},
    ],
)
def test_what_does_not_say_what_it_should_is_rejected(resource):
    bundle = read(named("event/fall/ok", valueString="Fall"), resource)
    assert rejected(bundle) == [(3, "resource_unreadable")]
    assert [one.value.name for one in bundle.arrived if isinstance(one, Line)] == ["Fall"]


@pytest.mark.parametrize(
    ("resource", "code"),
    [
        (named("symptom/itch/1"), "unknown_symptom"),
        (named("symptom/joint_pain/1", valueQuantity={"value": 40, "code": "{score}"}), "impossible_score"),
        (named("symptom/joint_pain/1", effectiveDateTime="yesterday"), "cell_not_an_instant"),
        (named("symptom/joint_pain/1", code={"text": "x" * 300}), "too_long"),
        (named("symptom/joint_pain/1", code={"text": "x" * 30_000}), "cell_too_long"),
        (named("event/party/1", valueString="Party"), "unknown_event"),
        (named("scan/total_hip/1/bmd", valueQuantity={"value": 912, "code": "g/cm2"}), "bmd_in_mg"),
        (named("scan/total_hip/1/weight", valueQuantity={"value": 0.9, "code": "g/cm2"}), "resource_unreadable"),
        (named("fact/weight_kg/2026-11-16", valueQuantity={"value": 4, "code": "kg"}), "out_of_range"),
        (named("test/ctx/1", valueQuantity={"value": 4, "unit": "furlong"}), "other_unit"),
        (named("session/walk/1", **with_part("exercise", valueString="squats")), "cell_not_a_list"),
        (statement(timing={"repeat": {**DAILY, "period": 1000}}), "impossible_schedule"),
        (statement(timing={"repeat": {**DAILY, "boundsPeriod": {"start": "soon"}}}), "cell_not_a_day"),
        (statement(timing={"repeat": {**DAILY, "timeOfDay": ["morning"]}}), "cell_not_a_time"),
        ({"resourceType": "Patient", "birthDate": "July"}, "not_a_date"),
        (observation(status=[]), "resource_unreadable"),
        (observation(status={}), "resource_unreadable"),
        (observation(value=10**400), "resource_unreadable"),
        (observation("81137-2", 4, "mg", effectiveDateTime="0001-01-01"), "day_out_of_range"),
        (observation("62292-8", 4, "ng/mL", effectiveDateTime="9999-12-31"), "day_out_of_range"),
        (observation("62292-8", 1e300, "ng/mL"), "impossible_result"),
        (observation("24966-4", 1e300, "g/cm2"), "impossible_bmd"),
        (named("symptom/joint_pain/1", valueQuantity={"value": 1e300, "code": "{score}"}), "impossible_score"),
        (named("symptom/joint_pain/1", effectiveDateTime="9999-12-31T23:59:59Z"), "impossible_date"),
        (named("symptom/joint_pain/a%00b"), "cell_unreadable"),
    ],
)
def test_what_cannot_be_is_rejected(resource, code):
    assert rejected(read(resource)) == [(2, code)]


def test_what_stands_behind_the_end_of_a_bundle_is_no_bundle():
    whole = json.dumps(written())
    assert read_text(whole + " \n").arrived == read_text(whole).arrived
    for behind in ("xxxxx", "}", "{}", whole):
        with pytest.raises(DiaryError, match="not_a_bundle"):
            read_text(whole + behind)


def test_values_longer_than_any_resource_are_refused_before_they_take_room(monkeypatch):
    report = named("event/fall/1", valueString="Fall", contained=[{"data": "x" * 300_000}])
    assert [fall.name for fall in things(read(report, patient=False))] == ["Fall"]
    monkeypatch.setattr(bundle_in, "_SIZES", (1_000, 50_000))
    assert [fall.name for fall in things(read(named("event/fall/1", valueString="Fall")))] == ["Fall"]
    for key in ("entry", "extension"):
        with pytest.raises(DiaryError, match="file_too_large"):
            read_text(json.dumps({"resourceType": "Bundle", key: [{"resource": {"x": [[]] * 20_000}}]}))


def test_more_resources_than_any_life_holds_are_refused(monkeypatch):
    with pytest.raises(DiaryError, match="another_kind_of_file"):
        read(*[named("horoscope/leo")] * 1_001)
    monkeypatch.setattr(bundle_in, "MOST_RESOURCES", 3)
    with pytest.raises(DiaryError, match="file_too_large"):
        read(*[{}] * 3)


def test_half_a_letter_is_shown_as_what_could_not_be_read():
    fall = named("event/fall/1", valueString="Fall \ud800", note=[{"text": "\U0001f600"}])
    (event,) = things(read(fall))
    assert (event.name, event.note) == ("Fall \ufffd", "\U0001f600")
    strange = read({"resourceType": "\udcff"})
    assert [one.what for one in strange.arrived if isinstance(one, Ignored)] == ["1 × \ufffd"]


EVERY = [
    *resources(written(days=[day_state(MONDAY, [food(calcium_mg=244), supplement(vitamin_d_ug=25)])])),
    named("session/walk/1", **with_part("exercise", valueString='{"name": "squat", "sets": 3}')),
    named("symptom/joint_pain/1", valueQuantity={"value": 4, "code": "{score}"}, note=[{"text": "stairs"}]),
    named("event/fall/1", valueString="Fall", bodySite={"text": "hip"}),
    named("scan/total_hip/1/bmd", valueQuantity={"value": 0.9, "code": "g/cm2"}, bodySite={"text": "left"}),
    named("fact/weight_kg/2026-11-16", valueQuantity={"value": 64.5, "code": "kg"}),
    named("dose/letrozole/1", "MedicationAdministration", status="completed", dosage={"dose": MG(2.5)}),
    statement(timing={"repeat": DAILY}, doseAndRate=[{"doseQuantity": MG(2.5)}]),
    observation("62292-8", 28.4, "ng/mL", referenceRange=[{"low": {"value": 20, "unit": "ng/mL"}}]),
    observation("24966-4", 0.912, "g/cm2", bodySite={"text": "Neck of left femur"}),
]
DAYS = ["", "\ud800", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "x" * 300]
ODD = st.sampled_from([[], {}, None, True, 1e300, -1e300, 10**400, 0, *DAYS, [{}], [[]]])


@settings(max_examples=300)
@given(st.data())
def test_whatever_stands_in_a_resource_is_read_or_rejected(data):
    made = data.draw(st.sampled_from(EVERY))
    changed = json.loads(json.dumps(made))
    inside = changed
    for _ in range(data.draw(st.integers(0, 4))):
        keys = list(inside) if isinstance(inside, dict) else range(len(inside))
        deeper = [key for key in keys if isinstance(inside[key], dict | list) and inside[key]]
        if not deeper:
            break
        inside = inside[data.draw(st.sampled_from(deeper))]
    key = data.draw(st.sampled_from(list(inside) if isinstance(inside, dict) else range(len(inside))))
    inside[key] = data.draw(ODD)
    with suppress(DiaryError):  # it may be about somebody else now
        errors = [one.error for one in read(changed, patient=False).arrived if isinstance(one, Rejected)]
        assert all(Words().error(error).encode() for error in errors)


def test_a_figure_beyond_all_figures_is_rejected():
    text = json.dumps(written(body=[Fact("weight_kg", 64.0, MONDAY)])).replace('"value": 64,', '"value": 1e999,')
    assert rejected(read_text(text)) == [(2, "resource_unreadable")]


def test_a_measure_that_stands_twice_is_rejected_once():
    calcium = named("intake/2026-11-16/calcium_mg", valueQuantity={"value": 4, "code": "mg"})
    bone = named("scan/total_hip/1/bmd", valueQuantity={"value": 0.9, "code": "g/cm2"})
    assert rejected(read(calcium, calcium, bone, bone)) == [(3, "resource_unreadable"), (5, "resource_unreadable")]


def test_small_things_that_may_be_missing():
    dose = named("dose/letrozole/1", "MedicationAdministration", medicationCodeableConcept={"text": "Letrozole"})
    dose |= {"status": "completed", "dosage": {"dose": {"value": 2.5, "code": "mg"}}}
    (back,) = things(read(dose), "doses")
    assert (back.amount, back.unit, back.state) == (2.5, "mg", DoseState.TAKEN)
    strength = named("session/strength/1", **SESSION)
    (back,) = things(read(strength), "sessions")
    assert (back.aerobic, back.minutes, back.ease, back.impacts) == (False, 30, None, None)
    jumps = {**with_part("impacts", valueInteger=50), "valueCodeableConcept": {"text": "Jumps"}}
    jumps["component"] = [part for part in jumps["component"] if part["code"]["text"] != "duration"]
    (back,) = things(read(named("session/jumps/1", **jumps)), "sessions")
    assert (back.minutes, back.impacts) == (None, 50)
    more = {"component": [{"code": {"text": "mood"}, "valueString": "fine"}], "valueQuantity": {"value": 0.9}}
    (back,) = things(read(named("scan/total_hip/1/bmd", **more)), "scans")
    assert (back.bmd, back.place) == (0.9, "")
    naive = named("event/fall/1", valueString="Fall", effectiveDateTime="2026-11-16T07:00:00Z")
    assert things(read(naive), "events")[0].moment == at(clock="08:00")
    foreign_id = named("event/fall/1", valueString="Fall")
    foreign_id["identifier"].insert(0, {"system": "https://clinic.example", "value": "7"})
    assert things(read(foreign_id), "events")[0].id == "1"


def test_a_statement_says_how_a_medicine_is_planned_and_an_older_one_only_that_it_is_taken():
    dose = {"doseQuantity": {"value": 2.5, "code": "mg"}}
    (use,) = things(read(statement(timing={"repeat": {**DAILY, "period": 2}}, doseAndRate=[dose])), USES)
    assert (use.medicine, use.amount, use.unit, use.therapy, use.nth) == ("letrozole", 2.5, "mg", False, 1)
    assert use.schedule == Schedule(start=MONDAY, every=2, times=(time(8),))
    older = {key: said for key, said in DAILY.items() if key != "boundsPeriod"}
    (use,) = things(read(statement(timing={"repeat": older})), USES)
    assert (use.schedule, use.amount) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "5",
        '{"resourceType": "Patient"}',
        '{"resourceType": "Bundle", "entry": {}}',
        '{"resourceType": "Bundle", "entry": [5]}',
        '{"resourceType": "Bundle", "entry": [{"resource": 5}]}',
        '{"resourceType": "Bundle", "entry": [{} {}]}',
        '{"resourceType": "Bundle", "entry": [{}',
        '{"resourceType": "Bundle" "entry": []}',
        '{"resourceType": "Bundle", "total": NaN}',
        '{"resourceType": "Bundle", "total": ' + "9" * 5_000 + "}",
        '{"resourceType": "Bundle", "x": ' + "[" * 100_000 + "}",
        '{"entry": [{"resource": ' + '{"a":' * 100_000,
    ],
)
def test_what_is_no_whole_bundle_is_refused(text):
    with pytest.raises(DiaryError, match="not_a_bundle"):
        read_text(text)


def test_a_bundle_may_be_written_in_any_order_and_with_nothing_in_it():
    assert read_text('\ufeff { "entry" : [ ] , "resourceType" : "Bundle" } ').arrived == ()
    assert read_text('{"resourceType": "Bundle", "entry": [{}], "link": [{"relation": "self"}]}').arrived == (
        Ignored("1 × "),
    )


def test_other_files_are_refused(tmp_path, monkeypatch):
    with pytest.raises(DiaryError, match="not_utf8"):
        read_text("{}".encode("utf-16"))
    with pytest.raises(DiaryError, match="no_such_file"):
        read_bundle(tmp_path / "none.json", BERLIN)
    monkeypatch.setattr(bundle_in, "LARGEST_PACKAGE", 1)
    with pytest.raises(DiaryError, match="file_too_large"):
        read_text("{}")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300)
@given(st.data())
def test_whatever_was_changed_in_a_resource_it_is_read_or_rejected(data):
    left = written(
        days=[
            day_state(
                MONDAY,
                [
                    replace(session(30), id="a" * 32),
                    replace(joint_pain(4), id="b" * 32),
                    Dose(moment=at(), name="L", medicine="letrozole", amount=2.5, unit="mg", id="c" * 32),
                    Event(moment=at(), name="Fall", event="fall", id="d" * 32),
                    food(calcium_mg=3),
                ],
            )
        ],
        scans=[Scan(date=MONDAY, site=Site.TOTAL_HIP, bmd=0.8, id="e" * 32)],
        tests=[LabTest(date=MONDAY, name="ctx", value=0.3, unit="ng/mL", time=time(8), id="f" * 32)],
        body=[Fact("weight_kg", 64.0, MONDAY)],
    )
    found = data.draw(st.sampled_from(resources(left)[1:-1]))
    key = data.draw(st.sampled_from(sorted(set(found) - {"subject"})))
    found[key] = data.draw(JSON)
    bundle = read_text(json.dumps(left))
    assert all(isinstance(one, Line | Rejected | Ignored) for one in bundle.arrived)


def test_the_bone_that_broke_comes_back():
    broken = Event(moment=at(), name="Fracture", event="fracture", injury=True, site="left wrist", id="a" * 32)
    (back,) = things(again(days=[day_state(MONDAY, [broken])]), "events")
    assert back == broken


def test_the_zone_stands_beside_the_offset():
    nepal = Symptom(moment=at(MONDAY, "08:00", "Asia/Kathmandu"), name="Joint pain", symptom="joint_pain", id="a" * 32)
    (back,) = things(again(days=[day_state(MONDAY, [nepal])]), "symptoms")
    assert back.moment == nepal.moment
    assert back.moment.instant == datetime(2026, 11, 16, 2, 15, tzinfo=UTC)
