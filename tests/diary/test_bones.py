"""Scans and tests in the diary: kept, compared, taken back."""

from datetime import date, time

import pytest

from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.schedules import Schedule, Unit

THEN, NOW = date(2024, 3, 4), date(2026, 3, 9)


def spine(day, bmd, **more):
    return Scan(date=day, site=Site.LUMBAR_SPINE, bmd=bmd, scanner="Hologic A", **more)


def vitamin_d(day=NOW, value=71.0, **more):
    return LabTest(date=day, name="25ohd", value=value, unit="nmol/L", **more)


def made(step):
    return step.changes[0].row_id


def test_scans_are_compared_and_a_change_is_taken_back(diary):
    diary.bones.add_scan(spine(THEN, 0.912))
    step = diary.bones.add_scan(spine(NOW, 0.850, lsc=0.028))
    (series,) = diary.bones.state().series
    assert [result.change.meaning for result in series.results] == [None, "loss"]
    diary.bones.change_scan(made(step)[:8], bmd=0.905)
    assert diary.bones.state().results[-1].change.meaning == "no_measurable_change"
    assert diary.bones.change_scan(made(step), bmd=0.905).changes == ()
    diary.undo()
    assert diary.bones.state().results[-1].change.meaning == "loss"
    diary.undo()
    assert [scan.date for scan in diary.bones.scans()] == [THEN]


def test_a_site_that_small_steps_made_lower_is_said_before_one_that_is_as_it_was(diary):
    for year, spine_bmd, hip_bmd in ((2022, 0.9, 0.8), (2023, 0.9, 0.78), (2024, 0.9, 0.76)):
        diary.bones.add_scan(spine(date(year, 3, 4), spine_bmd, lsc_percent=3.0))
        hip = Scan(date=date(year, 3, 4), site=Site.TOTAL_HIP, bmd=hip_bmd, scanner="Hologic A", lsc_percent=3.0)
        diary.bones.add_scan(hip)
    # The hip: -2.5 and -2.6 %, together -5.0 %.
    assert diary.bones.standing(diary.bones.state()).changed[0].site is Site.TOTAL_HIP
    assert [advice.code for advice in diary.bones.prompts()][:1] == ["ask_loss"]


def test_the_same_scan_is_not_kept_twice(diary):
    diary.bones.add_scan(spine(NOW, 0.9))
    with pytest.raises(DiaryError, match="scan_exists"):
        diary.bones.add_scan(spine(NOW, 0.91))
    for side in Side:
        diary.bones.add_scan(Scan(date=NOW, site=Site.TOTAL_HIP, side=side, bmd=0.8))
    assert len(diary.bones.scans()) == 3


def test_what_was_deleted_may_be_entered_again_and_leaves_with_the_bin(diary):
    gone = made(diary.bones.add_scan(spine(NOW, 0.9)))
    diary.bones.delete(gone)
    assert diary.bones.scans() == []
    diary.bones.add_scan(spine(NOW, 0.91))
    with pytest.raises(DiaryError, match="no_such_measurement"):
        diary.bones.delete(gone)
    assert diary.empty_bin() == 1
    assert [scan.bmd for scan in diary.bones.scans()] == [0.91]


def test_tests_are_kept_changed_and_deleted(diary):
    step = diary.bones.add_lab_test(vitamin_d(range_low=50, range_high=125, fasting=True, time=time(8, 10)))
    with pytest.raises(DiaryError, match="lab_test_exists"):
        diary.bones.add_lab_test(vitamin_d(time=time(8, 10)))
    diary.bones.add_lab_test(vitamin_d(time=time(9, 10)))
    diary.bones.change_lab_test(made(step), value=61.0)
    assert diary.bones.change_lab_test(made(step), value=61.0).changes == ()
    assert sorted(test.value for test in diary.bones.state().tests) == [61.0, 71.0]
    diary.bones.delete(made(step))
    assert [test.value for test in diary.bones.lab_tests()] == [71.0]


def test_tests_of_one_day_stand_as_they_were_entered(diary):
    said = [("Zinc", 12.0), ("Albumin", 41.0), ("Magnesium", 0.8), ("Iron", 14.0), ("Copper", 16.0)]
    for name, value in said:
        diary.bones.add_lab_test(LabTest(date=NOW, name=name, value=value, unit="g/L"))
    assert [(test.name, test.value) for test in diary.bones.state().tests] == said


def test_days_that_cannot_be_are_refused(diary):
    diary.person.set_facts({"birth_date": "1961"})
    tomorrow = date.fromordinal(diary.today().toordinal() + 1)
    for add, made_on in ((diary.bones.add_scan, lambda day: spine(day, 0.9)), (diary.bones.add_lab_test, vitamin_d)):
        with pytest.raises(DiaryError, match="future"):
            add(made_on(tomorrow))
        with pytest.raises(InvalidEntry, match="before_birth"):
            add(made_on(date(1960, 1, 1)))
    kept = made(diary.bones.add_scan(spine(NOW, 0.9)))
    with pytest.raises(DiaryError, match="future"):
        diary.bones.change_scan(kept, date=tomorrow)


def test_an_id_that_is_too_short_or_of_another_kind_is_refused(diary, monkeypatch):
    ids = iter(["abcd" + "0" * 28, "abcd" + "1" * 28])
    monkeypatch.setattr("bonecoach.diary.bones.new_id", lambda: next(ids))
    diary.bones.add_scan(spine(NOW, 0.9))
    diary.bones.add_lab_test(vitamin_d())
    with pytest.raises(DiaryError, match="several_measurements"):
        diary.bones.delete("abcd")
    with pytest.raises(DiaryError, match="no_such_measurement"):
        diary.bones.delete("abc")
    with pytest.raises(DiaryError, match="no_such_measurement"):
        diary.bones.change_scan("abcd1", bmd=0.8)
    assert made(diary.bones.change_scan("abcd", bmd=0.8)).endswith("0")  # there is one scan that begins so


def test_falls_fractures_and_therapy_stand_beside(diary):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2025-09-01"})
    diary.log_text("fell, no injury")
    diary.log_text("walk 30")
    state = diary.bones.state()
    assert [event.event for event in state.events] == ["fall"]
    assert [(period.medicine, period.start) for period in state.therapy] == [("letrozole", date(2025, 9, 1))]
    assert state.today == diary.today()


def test_an_empty_diary_has_nothing_standing(diary):
    standing = diary.bones.standing(diary.bones.state())
    assert not standing.says_something
    assert (standing.changed, standing.injection, standing.scan) == ((), None, None)


def test_what_stands_is_a_real_change_before_others_what_is_due_first_and_the_next_scan(diary):
    diary.bones.add_scan(spine(THEN, 0.912))
    first = diary.bones.standing(diary.bones.state())
    assert first.changed[0].results[-1].change.since is None  # one scan is something to say, too
    for day, bmd in ((THEN, 0.80), (NOW, 0.70)):
        diary.bones.add_scan(Scan(date=day, site=Site.TOTAL_HIP, bmd=bmd, scanner="Hologic A"))
    diary.bones.add_scan(spine(NOW, 0.905))
    for medicine, start in (("zoledronic acid", date(2026, 11, 1)), ("denosumab", date(2026, 6, 12))):
        diary.plans.add_medicine(medicine, Schedule(start, Unit.MONTH, 6, times=(time(9),)))
    standing = diary.bones.standing(diary.bones.state())
    assert [each.site for each in standing.changed] == [Site.TOTAL_HIP]  # 12.5 % lower, where 5 % can be told apart
    label, following, window = standing.injection
    assert (label, following.due, window.best_by_days) == ("Denosumab 60 mg", date(2026, 12, 12), 28)
    assert (standing.scan.since, standing.scan.day) == (NOW, date(2028, 3, 9))
    diary.person.set_facts({"aromatase_inhibitor": "none"})
    standing = diary.bones.standing(diary.bones.state())
    assert (standing.says_something, standing.scan) == (True, None)


def test_what_others_found_is_kept_as_a_wish_and_laid_beside_her_scans(diary, reopen):
    diary.person.set_facts({"aromatase_inhibitor": "letrozole", "therapy_start": "2024-03-01"})
    diary.bones.add_scan(spine(THEN, 1.0))
    assert (diary.bones.shows_others, diary.bones.timeline().others) == (False, None)
    diary.bones.show_others(on=True)
    (band,) = reopen().bones.timeline().others.bands
    assert band.line[0] == (date(2024, 3, 1), 1.0)
    assert round(band.line[1][1], 3) == 0.959  # ATAC2: 4.1 % lower after two years
    assert band.line[-1][0] == date(2026, 11, 23)  # and no farther than today
    diary.bones.show_others(on=False)
    assert diary.bones.timeline().others is None


def test_a_scan_and_a_test_cannot_be_moved_onto_another(diary):
    diary.bones.add_scan(spine(THEN, 0.912))
    diary.bones.add_scan(spine(NOW, 0.905))
    with pytest.raises(DiaryError, match="scan_exists"):
        diary.bones.change_scan(diary.bones.scans()[0].id, date=NOW)
    diary.bones.add_lab_test(vitamin_d(THEN))
    diary.bones.add_lab_test(vitamin_d(NOW))
    with pytest.raises(DiaryError, match="lab_test_exists"):
        diary.bones.change_lab_test(diary.bones.lab_tests()[0].id, date=NOW)


def test_a_result_in_another_unit_is_kept_once_confirmed(diary):
    calcium = LabTest(date=NOW, name="calcium", value=2.38, unit="mg/dL")
    with pytest.raises(InvalidEntry) as asked:
        diary.bones.add_lab_test(calcium)
    assert asked.value.code == "unit_slipped"
    step = diary.bones.add_lab_test(calcium, confirmed=True)
    with pytest.raises(InvalidEntry):
        diary.bones.change_lab_test(made(step), note="as printed")
    diary.bones.change_lab_test(made(step), note="as printed", confirmed=True)
    diary.bones.change_lab_test(made(step), unit="mmol/L")
    (kept,) = diary.bones.lab_tests()
    assert (kept.unit, kept.note) == ("mmol/L", "as printed")


def test_swapped_sites_are_kept_once_confirmed(diary):
    diary.bones.add_scan(spine(THEN, 0.98))
    diary.bones.add_scan(Scan(date=THEN, site=Site.TOTAL_HIP, bmd=0.80))
    with pytest.raises(InvalidEntry) as asked:
        diary.bones.add_scan(spine(NOW, 0.79))
    assert asked.value.code == "sites_swapped"
    step = diary.bones.add_scan(spine(NOW, 0.79), confirmed=True)
    with pytest.raises(InvalidEntry):
        diary.bones.change_scan(made(step), bmd=0.81)
    diary.bones.change_scan(made(step), bmd=0.81, confirmed=True)
    assert diary.bones.scans()[-1].bmd == 0.81
