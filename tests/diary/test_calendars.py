"""Her reminders and appointments in a calendar file."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from bonecoach.core.entries import Dose
from bonecoach.core.errors import DiaryError
from bonecoach.core.plans import Kind
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.visits import Appointment
from bonecoach.words import Words
from bonecoach.words.calendar import CalendarWords
from tests.makers import at

TODAY = date(2026, 11, 23)
NAMED = CalendarWords(Words("en"), TODAY)


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


def test_an_injection_that_is_late_says_what_to_do_today(diary, calendar):
    """Denosumab: due 6 months after the last, best by 28 days later (evidence 5.3): 20 October and 17 November."""
    twice_a_year = Schedule(start=date(2026, 4, 20), unit=Unit.MONTH, every=6, times=(time(9),))
    diary.plans.add_medicine("denosumab", twice_a_year, interval="6months")
    diary.plans.add_medicine("zoledronic acid", replace(twice_a_year, start=date(2026, 5, 1)), interval="6months")
    diary.log([Dose(moment=at(date(2026, 4, 20)), name="Denosumab", medicine="denosumab", amount=60.0, unit="mg")])
    found = calendar()
    assert {event["DTSTART"].dt for event in found.values()} == {TODAY}
    assert set(found) == {
        "Denosumab 60 mg was due Tuesday 20 October, and best by Tuesday 17 November. Please call your clinic today.",
        "Zoledronic acid 4 mg was due Sunday 1 November. Please ask your clinic for a date.",
    }
    assert "VALARM" not in found.popitem()[1].to_ical().decode()


def test_a_file_that_is_there_is_left_alone(diary, tmp_path):
    (tmp_path / "diary.ics").write_text("hers")
    with pytest.raises(DiaryError, match="file_there"):
        diary.leaving.ics(tmp_path / "diary.ics", named=NAMED)
