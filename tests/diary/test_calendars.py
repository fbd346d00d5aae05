"""Her reminders and appointments in a calendar file."""

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from bonecoach.core.entries import Dose
from bonecoach.core.errors import DiaryError
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.visits import Appointment
from bonecoach.words import Words
from bonecoach.words.plans import PlanWords
from tests.makers import at

TODAY = date(2026, 11, 23)
NAMED = PlanWords(Words("en")).label


@pytest.fixture
def calendar(diary, tmp_path):
    """The entries of the calendar that leaves the diary."""

    def leave(**more):
        out = tmp_path / "diary.ics"
        count = diary.leaving.ics(out, named=NAMED, over=True, **more)
        found = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
        assert len(found) == count
        return {str(event["SUMMARY"]): event for event in found}

    return leave


def test_reminders_and_appointments_stand_in_it(diary, calendar):
    diary.plans.add_medicine("letrozole", Schedule(start=TODAY, times=(time(20),)))
    diary.plans.add("Walk", Schedule(start=TODAY, times=(time(17),)), kind=Kind.SESSION)
    diary.visits.add(Appointment(date=date(2026, 12, 1), time=time(10, 30), whom="Dr. Berg", place="Room 4"))
    diary.rest_week(date(2026, 11, 30))
    found = calendar()
    assert set(found) == {"Letrozole 2.5 mg", "Walk", "Dr. Berg"}
    assert found["Dr. Berg"].walk("VALARM")[0]["TRIGGER"].dt == datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
    assert len(found["Walk"]["EXDATE"].dts) == 7
    assert set(calendar(sections=["reminders"])) == {"Letrozole 2.5 mg", "Walk", "Dr. Berg"}  # its reminder, by itself
    assert set(calendar(sections=["appointments"])) == {"Dr. Berg"}
    assert set(calendar(first=date(2026, 12, 2))) == {"Letrozole 2.5 mg", "Walk"}
    assert set(calendar(only=("A reminder", "An appointment"))) == {"A reminder", "An appointment"}


def test_an_injection_is_told_from_the_day_it_was_given(diary, calendar):
    twice_a_year = Schedule(start=date(2026, 9, 1), unit=Unit.MONTH, every=6, times=(time(9),))
    diary.plans.add_medicine("denosumab", twice_a_year, interval="6months")
    diary.log([Dose(moment=at(date(2026, 11, 16)), name="Denosumab", medicine="denosumab", amount=60.0, unit="mg")])
    found = calendar()
    booked, due = found["Book a date for Denosumab 60 mg"], found["Denosumab 60 mg"]
    # Denosumab: book from 5 months, due at 6 (evidence 5.3).
    assert (booked["DTSTART"].dt.date(), due["DTSTART"].dt.date()) == (date(2027, 4, 16), date(2027, 5, 16))
    assert "RRULE" not in due


def test_a_file_that_is_there_is_left_alone(diary, tmp_path):
    (tmp_path / "diary.ics").write_text("hers")
    with pytest.raises(DiaryError, match="file_there"):
        diary.leaving.ics(tmp_path / "diary.ics", named=NAMED)
