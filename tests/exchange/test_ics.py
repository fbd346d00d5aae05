"""Reminders and appointments in a calendar, as an independent reader finds them: in many zones, over clock changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bonecoach.core.injections import NextInjection
from bonecoach.core.plans import Kind, Plan, PlanState, planned
from bonecoach.core.schedules import Schedule, Unit
from bonecoach.core.visits import Appointment
from bonecoach.exchange.ics.calendar_out import calendar_lines, escaped, folded, write_calendar
from bonecoach.exchange.ics.occasions import Span, appointments, injections, reminders, saying_only
from bonecoach.exchange.ics.zones import timezone_lines
from tests.exchange.making import SCHEDULES, TEXTS
from tests.makers import BERLIN, MONDAY

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
FROM_MONDAY = Span(MONDAY, None)
TWO_YEARS = MONDAY + timedelta(days=730)


def plan(schedule=None, **more):
    said = {"id": "calcium", "since": MONDAY, "made": NOW, "kind": Kind.SUPPLEMENT, "label": "Calcium", **more}
    return Plan(schedule=schedule or Schedule(start=MONDAY, times=(time(8),)), **said)


class Names:
    """What stands in the calendar in these stories."""

    @staticmethod
    def reminder(plan):
        return plan.label

    @staticmethod
    def late(plan, following):
        return f"{plan.label} late since {following.due}"


def told(*plans, span=FROM_MONDAY, zone=BERLIN, hushed=frozenset()):
    return list(reminders(plans, span, zone, hushed, Names))


def given_next(injection, due, span=FROM_MONDAY):
    """What is told of an injection that is due on a day. Today is the Monday."""
    following = NextInjection(due, None, None, "due", overdue=False, call_clinic=False)
    return list(injections([(injection, following)], span, MONDAY, BERLIN, Names))


def read(*occasions):
    """What the independent reader finds."""
    return Calendar.from_ical("".join(map(folded, calendar_lines(occasions, NOW, "0.1.0"))))


def events(*occasions):
    return read(*occasions).walk("VEVENT")


def wall_times(event, until):
    """The wall times of an event up to an instant, as another library counts them."""
    begins = event["DTSTART"].dt.replace(tzinfo=None)
    left_out = {each.dt.replace(tzinfo=None) for each in event.get("EXDATE").dts} if "EXDATE" in event else set()
    if "RRULE" not in event:
        return [begins]
    rule = event["RRULE"].to_ical().decode()
    zone = event["DTSTART"].dt.tzinfo
    parts = dict(part.split("=") for part in rule.split(";"))
    if "UNTIL" in parts:  # in UTC beside a zone: RFC 5545, 3.3.10
        ends = datetime.strptime(parts["UNTIL"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zone)
        until = min(until, ends.replace(tzinfo=None))
        rule = ";".join(f"{key}={value}" for key, value in parts.items() if key != "UNTIL")
    found = takewhile(lambda at: at <= until, rrulestr(rule, dtstart=begins))
    return [at for at in found if at not in left_out]


@settings(max_examples=150)
@given(SCHEDULES)
def test_a_calendar_comes_to_the_same_days_as_the_program(schedule):
    schedule = replace(schedule, times=(time(8), time(18, 30)))
    one = plan(schedule, since=schedule.start)
    end = schedule.start + timedelta(days=800)
    expected = sorted(datetime.combine(slot.date, slot.time) for slot in planned([one], schedule.start, end, BERLIN))
    found = events(*told(one, span=Span(schedule.start, None)))
    assert sorted(at for event in found for at in wall_times(event, datetime.combine(end, time(23, 59)))) == expected


def test_a_reminder_has_its_zone_its_rule_and_its_alarm():
    (event,) = events(*told(plan(note="with food")))
    assert (event["SUMMARY"], event["DESCRIPTION"], event["CLASS"]) == ("Calcium", "with food", "PRIVATE")
    assert event["DTSTART"].params["TZID"] == BERLIN
    assert event["DTSTART"].dt.isoformat() == "2026-11-16T08:00:00+01:00"
    assert event["RRULE"].to_ical() == b"FREQ=DAILY"
    (alarm,) = event.walk("VALARM")
    # Unless she sets it otherwise, a reminder is told three times more, ten minutes apart.
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["REPEAT"], alarm["DURATION"].dt) == (
        "DISPLAY",
        timedelta(),
        3,
        timedelta(minutes=10),
    )
    (quiet,) = events(*told(plan(repeat_times=0)))
    assert "REPEAT" not in quiet.walk("VALARM")[0]


@pytest.mark.parametrize(
    ("schedule", "rule"),
    [
        (Schedule(MONDAY, Unit.DAY, 3), "FREQ=DAILY;INTERVAL=3"),
        (Schedule(MONDAY, Unit.WEEK, weekdays=(0, 2)), "FREQ=WEEKLY;BYDAY=MO,WE;WKST=MO"),
        (Schedule(MONDAY, Unit.WEEK, 2), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO"),
        (Schedule(MONDAY, Unit.MONTH), "FREQ=MONTHLY;BYMONTHDAY=16"),
        (Schedule(date(2026, 12, 31), Unit.MONTH), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Schedule(date(2026, 12, 30), Unit.MONTH, 12), "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        (Schedule(date(2026, 12, 31), Unit.MONTH, 6), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
        (Schedule(date(2027, 1, 29), Unit.MONTH), "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"),
        # The last one is at 08:00 in Berlin, which is 07:00 UTC.
        (Schedule(MONDAY, until=date(2026, 12, 1)), "FREQ=DAILY;UNTIL=20261201T070000Z"),
    ],
)
def test_how_often_is_written_as_calendars_do(schedule, rule):
    (event,) = events(*told(plan(replace(schedule, times=(time(8),)))))
    assert set(event["RRULE"].to_ical().decode().split(";")) == set(rule.split(";"))


def test_what_comes_once_has_no_rule():
    once = plan(Schedule(MONDAY, times=(time(8),), until=MONDAY))
    assert "RRULE" not in events(*told(once))[0]
    assert (
        told(plan(Schedule(MONDAY, times=(time(8),), until=MONDAY)), span=Span(MONDAY + timedelta(days=1), None)) == []
    )


TWICE_A_YEAR = plan(Schedule(MONDAY, Unit.MONTH, 6, times=(time(9),)), kind=Kind.INJECTION)


def test_an_injection_stands_once_for_the_next_counts_from_the_day_it_is_given():
    assert told(TWICE_A_YEAR) == []
    for due in (MONDAY, date(2027, 5, 16)):
        (event,) = given_next(TWICE_A_YEAR, due)
        assert (event.day, event.at, event.rule, event.summary) == (due, time(9), "", TWICE_A_YEAR.label)


def test_one_that_should_have_been_given_stands_on_today_and_no_later_one_is_told():
    """Denosumab that is late wears off: a date in six months would be the wrong thing to see (evidence 5.3)."""
    (event,) = given_next(TWICE_A_YEAR, date(2026, 10, 20))
    assert (event.day, event.at, event.alarm) == (MONDAY, None, None)
    assert event.summary.endswith("late since 2026-10-20")
    (shown,) = events(event)
    assert shown["DTSTART"].dt == MONDAY
    without_time = replace(TWICE_A_YEAR, schedule=Schedule(MONDAY, Unit.MONTH, 6))
    assert given_next(without_time, date(2026, 10, 20))  # told although no reminder was set
    assert given_next(without_time, date(2026, 12, 20)) == []
    assert given_next(TWICE_A_YEAR, date(2026, 10, 20), span=Span(date(2026, 12, 1), None)) == []


def test_an_injection_that_ends_before_or_is_paused_is_not_told():
    december = date(2026, 12, 20)
    over = replace(TWICE_A_YEAR, schedule=replace(TWICE_A_YEAR.schedule, until=date(2026, 12, 1)))
    assert given_next(over, december) == []
    assert given_next(replace(TWICE_A_YEAR, state=PlanState.PAUSED), december) == []
    (woken,) = given_next(replace(TWICE_A_YEAR, state=PlanState.PAUSED, wakes=date(2027, 1, 7)), december)
    assert woken.day == date(2027, 1, 7)


def test_a_version_holds_until_the_next_one():
    later = replace(plan(), since=date(2026, 12, 1), schedule=Schedule(MONDAY, times=(time(20),)))
    first, second = events(*told(plan(), later))
    assert first["RRULE"].to_ical() == b"FREQ=DAILY;UNTIL=20261130T070000Z"
    assert second["DTSTART"].dt.isoformat() == "2026-12-01T20:00:00+01:00"
    assert first["UID"] != second["UID"]
    ended = replace(plan(), since=date(2026, 12, 1), state=PlanState.ENDED)
    assert [event["RRULE"].to_ical() for event in events(*told(plan(), ended))] == [
        b"FREQ=DAILY;UNTIL=20261130T070000Z"
    ]


def names_of(*versions, span=FROM_MONDAY):
    return [(occasion.uid, occasion.at) for occasion in told(*versions, span=span)]


def test_a_time_that_is_changed_keeps_its_name_so_that_no_second_entry_comes_in():
    twice = plan(Schedule(MONDAY, times=(time(8), time(18))))
    assert names_of(twice) == [("calcium-1@bonecoach", time(8)), ("calcium-2@bonecoach", time(18))]
    # From Tuesday on the morning's is at 9; the calendar is written again on that day, and on a later one.
    changed = replace(twice, since=date(2026, 11, 17), schedule=Schedule(MONDAY, times=(time(9), time(18))))
    for day in (17, 25):
        later = names_of(twice, changed, span=Span(date(2026, 11, day), None))
        assert later == [("calcium-1@bonecoach", time(9)), ("calcium-2@bonecoach", time(18))]
    # Written before that, what ends by then stands beside it under a name of its own.
    assert names_of(twice, changed) == [
        ("calcium-1-20261116@bonecoach", time(8)),
        ("calcium-2-20261116@bonecoach", time(18)),
        ("calcium-1@bonecoach", time(9)),
        ("calcium-2@bonecoach", time(18)),
    ]
    ended = replace(twice, since=date(2026, 12, 1), state=PlanState.ENDED)
    assert names_of(twice, ended) == names_of(twice)
    asleep = replace(twice, since=date(2026, 12, 1), state=PlanState.PAUSED, wakes=date(2026, 12, 24))
    assert [uid for uid, _ in names_of(twice, asleep)][-2:] == ["calcium-1@bonecoach", "calcium-2@bonecoach"]


def test_every_file_is_newer_than_the_one_before():
    (first,) = events(*told(plan()))
    later = "".join(map(folded, calendar_lines(told(plan()), NOW + timedelta(minutes=1), "0.1.0")))
    (second,) = Calendar.from_ical(later).walk("VEVENT")
    assert first["UID"] == second["UID"]
    # 16 Nov 2026, 08:00 UTC is 1 794 816 000 s after 1970: 29 913 600 minutes.
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (29_913_600, 29_913_601)


def test_an_injection_at_two_times_of_a_day_stands_twice():
    found = given_next(replace(TWICE_A_YEAR, schedule=Schedule(MONDAY, times=(time(9), time(15)))), MONDAY)
    assert [event.uid for event in found] == ["calcium-next@bonecoach", "calcium-next-2@bonecoach"]


def test_a_pause_is_left_out_and_ends_by_itself():
    assert told(plan(state=PlanState.PAUSED)) == []
    (woken,) = told(plan(state=PlanState.PAUSED, wakes=date(2026, 12, 24)))
    assert woken.day == date(2026, 12, 24)


def test_rest_weeks_and_holidays_are_left_out_of_what_they_hush():
    hushed = frozenset({MONDAY, date(2026, 11, 18), date(2026, 11, 19)})
    walk = plan(Schedule(MONDAY, Unit.DAY, 2, times=(time(17),)), kind=Kind.SESSION)
    (event,) = events(*told(walk, hushed=hushed))
    assert event["DTSTART"].dt.date() == date(2026, 11, 20)
    later = frozenset({date(2026, 11, 18), date(2026, 11, 19)})
    (event,) = events(*told(walk, hushed=later))
    assert [each.dt.date() for each in event["EXDATE"].dts] == [date(2026, 11, 18)]
    (medicine,) = events(*told(plan(), hushed=hushed))
    assert "EXDATE" not in medicine
    assert medicine["DTSTART"].dt.date() == MONDAY


def test_home_time_stays_at_home():
    (at_home,) = told(plan(zone="Asia/Tokyo"))
    (unknown,) = told(plan(zone="Europe/Neustadt"))
    assert (at_home.zone, unknown.zone) == ("Asia/Tokyo", BERLIN)


def test_a_plan_without_times_is_not_in_it():
    assert told(plan(Schedule(MONDAY))) == []


def test_an_appointment_has_its_place_and_the_alarm_of_its_reminder():
    visit = Appointment(
        id="visit",
        date=date(2026, 12, 1),
        time=time(10, 30),
        whom="Dr. Berg, oncology",
        place="Room 4; left",
        note="bring\nthe scan",
        plan="r",
    )
    reminder = plan(
        Schedule(date(2026, 11, 30), times=(time(18),), until=date(2026, 11, 30)), id="r", kind=Kind.APPOINTMENT
    )
    (event,) = events(*appointments([visit], [reminder], FROM_MONDAY, BERLIN))
    assert (event["SUMMARY"], event["LOCATION"], event["DESCRIPTION"]) == (
        "Dr. Berg, oncology",
        "Room 4; left",
        "bring\nthe scan",
    )
    assert (event["DTSTART"].dt.isoformat(), event["TRANSP"]) == ("2026-12-01T10:30:00+01:00", "OPAQUE")
    assert event.walk("VALARM")[0]["TRIGGER"].dt == datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
    whole_day = replace(visit, time=None, plan="")
    (event,) = events(*appointments([whole_day], [reminder], FROM_MONDAY, BERLIN))
    assert (event["DTSTART"].dt, event.walk("VALARM"), event["TRANSP"]) == (date(2026, 12, 1), [], "TRANSPARENT")
    for span in (Span(date(2026, 12, 2), None), Span(MONDAY, date(2026, 11, 30))):
        assert list(appointments([visit], [], span, BERLIN)) == []


def test_a_calendar_that_others_see_says_nothing_of_what_it_is_about():
    visit = Appointment(id="visit", date=date(2026, 12, 1), whom="Dr. Berg", place="Oncology", note="private")
    found = [*told(plan(note="for bone")), *appointments([visit], [], FROM_MONDAY, BERLIN)]
    lines = "\n".join(calendar_lines([saying_only(one, "Reminder", "Appointment") for one in found], NOW, "0.1.0"))
    assert not [
        word for word in ("Calcium", "bone", "Berg", "Oncology", "private") if word in lines.replace("bonecoach", "")
    ]


def test_an_empty_calendar_is_one(tmp_path):
    assert write_calendar(tmp_path / "c.ics", [], NOW, "0.1.0") == 0
    content = (tmp_path / "c.ics").read_bytes()
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert Calendar.from_ical(content).walk("VEVENT") == []


@given(TEXTS)
def test_every_text_comes_back_on_one_line(text):
    (event,) = events(*[one._replace(summary=text) for one in told(plan())])
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert str(event["SUMMARY"]) == "".join(char for char in lines if char in "\n\t" or char.isprintable())


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_no_line_is_longer_than_75_bytes_and_none_is_torn(text):
    made = folded(text)
    assert max(len(part.encode()) for part in made.split("\r\n")) <= 75
    assert made.replace("\r\n ", "").removesuffix("\r\n") == text


def test_signs_of_the_format_are_escaped():
    assert escaped("a,b;c\\d\ne\rf\x07") == "a\\,b\\;c\\\\d\\ne\\nf"


ZONES = (
    "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Tokyo",
    "America/Sao_Paulo", "Africa/Casablanca", "Europe/Dublin", "Pacific/Apia", "America/Santiago", "Asia/Beirut",
    "UTC", "Pacific/Chatham", "Asia/Gaza", "America/Asuncion",
)  # fmt: skip


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2012, 2026])
def test_a_zone_is_written_out_as_it_is(zone, year):
    text = "".join(map(folded, ["BEGIN:VCALENDAR", "VERSION:2.0", *timezone_lines(zone, year), "END:VCALENDAR"]))
    (found,) = Calendar.from_ical(text).walk("VTIMEZONE")
    assert found["TZID"] == zone
    written = offsets(found)
    for hours in range(0, 24 * 365 * 3, 13):  # three years, at all times of day
        instant = datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
        assert offset_at(written, instant) == instant.astimezone(ZoneInfo(zone)).utcoffset(), instant


def offsets(timezone):
    """The onsets of a VTIMEZONE in UTC with the offsets they bring, expanded by another library."""
    found = []
    for part in timezone.subcomponents:
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        begins = part["DTSTART"].dt
        times = [begins]
        if "RRULE" in part:
            times = rrulestr(part["RRULE"].to_ical().decode(), dtstart=begins).between(
                begins, begins.replace(year=2032), inc=True
            )
        elif "RDATE" in part:
            times = [begins, *(each.dt for each in part["RDATE"].dts)]
        found += [(at - before, after) for at in times]
    return sorted(found)


def offset_at(written, instant):
    naive = instant.replace(tzinfo=None)
    return [after for onset, after in written if onset <= naive][-1]


def test_what_follows_one_rule_every_year_is_written_as_that_rule():
    lines = timezone_lines("Europe/Berlin", 2026)
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in lines
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" in timezone_lines("America/New_York", 2026)
    assert not [line for line in timezone_lines("Asia/Tokyo", 2026) if line.startswith("RRULE")]
    # Morocco changes its clocks by the moon.
    assert [line for line in timezone_lines("Africa/Casablanca", 2026) if line.startswith("RDATE:2026")]
    assert "TZOFFSETTO:+0545" in timezone_lines("Asia/Kathmandu", 2026)


def test_a_long_gone_offset_with_seconds_is_written_with_them():
    assert "TZOFFSETTO:-004430" in timezone_lines("Africa/Monrovia", 1960)
