"""Doses that a table of hers tells of. It is Monday 23 November 2026, 12:00 in Berlin."""

from datetime import date, time

import pytest

from bonecoach.core.entries import Dose
from bonecoach.core.schedules import Schedule
from bonecoach.exchange.sheets.matching import Matching

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 22)
NEEDED = frozenset({"date", "medicine", "state"})


@pytest.fixture
def found(diary, tmp_path):
    """What a table of lines "day,medicine,dose,taken" holds, against the diary."""

    def read(*lines, time_of_day=False):
        path = tmp_path / "mine.csv"
        path.write_text("\n".join(["day,medicine,dose,taken,at", *lines]) + "\n")
        columns = {"date": "day", "medicine": "medicine", "amount": "dose", "state": "taken"}
        columns |= {"time": "at"} if time_of_day else {}
        return diary.arriving.matched(path, Matching("doses", columns, {}, needed=NEEDED))

    return read


def doses(diary):
    return [(dose.moment.date, dose.label, dose.state) for dose in diary.entries() if isinstance(dose, Dose)]


def test_doses_come_in_as_one_step_and_twice_add_nothing(diary, found):
    lines = ("2026-11-21,letrozole,2.5 mg,yes,", "2026-11-22,Femara,2.5 mg,no,")
    arrival = found(*lines)
    assert (arrival.new, arrival.same, arrival.rejected) == (2, 0, ())
    diary.arriving.keep(arrival)
    assert doses(diary) == [
        (date(2026, 11, 21), "Letrozole 2.5 mg", "taken"),
        (SUNDAY, "Letrozole 2.5 mg", "missed"),
    ]
    again = found(*lines)
    assert (again.new, again.same, again.tables["doses"].same) == (0, 2, 2)
    diary.undo()
    assert doses(diary) == []


def test_a_dose_on_record_is_not_counted_twice_and_a_second_one_of_the_day_is_new(diary, found):
    diary.log_text("took letrozole yesterday")
    assert found("2026-11-22,letrozole,,yes,").new == 0
    both = found("2026-11-22,letrozole,,yes,", "2026-11-22,letrozole,5 mg,yes,", "2026-11-22,denosumab,,yes,")
    assert (both.new, both.same) == (2, 1)


def test_it_counts_for_what_was_planned_on_its_day_though_nobody_said_when(diary, found):
    diary.plans.add_medicine("letrozole", Schedule(SUNDAY, times=(time(20),)))
    diary.arriving.keep(found("2026-11-22,letrozole,2.5 mg,yes,"))
    (item,) = diary.reminders.keeping.all(SUNDAY, SUNDAY)
    assert (item.counts.taken, item.counts.not_recorded) == (1, 0)


def test_of_today_without_a_time_it_was_taken_by_now_and_with_one_to_come_it_is_refused(diary, found):
    arrival = found("2026-11-23,letrozole,,yes,")
    diary.arriving.keep(arrival)
    (dose,) = diary.entries()
    assert dose.moment == diary.now()
    later = found("2026-11-23,denosumab,,yes,18:00", "2026-11-23,exemestane,,yes,9:00", time_of_day=True)
    assert [rejected.error.code for rejected in later.rejected] == ["future"]
    assert later.new == 1
    assert [rejected.error.code for rejected in found("2026-11-24,denosumab,,yes,").rejected] == ["future"]


def test_a_medicine_of_her_own_is_known_once_it_is_planned(diary, found):
    line = "2026-11-22,Ramipril,5 mg,yes,"
    (rejected,) = found(line).rejected
    assert rejected.error.code == "unknown_medicine"
    diary.plans.add_medicine("Ramipril", Schedule(SUNDAY, times=(time(8),)), amount=5, unit="mg")
    diary.arriving.keep(found(line))
    assert doses(diary) == [(SUNDAY, "Ramipril 5 mg", "taken")]
    assert found("2026-11-20,zoledronic_acid,4 mg,yes,").rejected == ()  # by its key, as her own tables have it


def test_one_that_lies_in_the_bin_stays_there(diary, found):
    diary.arriving.keep(found("2026-11-22,letrozole,,yes,"))
    diary.delete([diary.entries()[0].id])
    again = found("2026-11-22,letrozole,,yes,")
    assert (again.new, again.bin) == (0, 1)
