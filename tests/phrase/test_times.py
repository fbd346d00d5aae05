"""When something happened: never in the future, and the latest such time where the words leave it open."""

from __future__ import annotations

import pytest

from tests.phrase.conftest import NOON, Read, ReadPart, at

EVENING = at("21:05")
DAWN = at("07:00")
SMALL_HOURS = at("01:30")


def moments(part: ReadPart, words: str, now: object = NOON) -> list[str]:
    read = part(f"letrozole {words}", now)
    assert read.problem is None, read.problem
    return [f"{entry.moment.date:%m-%d} {entry.moment.wall:%H:%M}" for entry in read.entries]


def refusal(part: ReadPart, words: str, now: object = NOON) -> str:
    read = part(f"letrozole {words}", now)
    assert read.problem is not None, read.entries
    return read.problem.code


@pytest.mark.parametrize(
    ("words", "now", "moment"),
    [
        ("at 8", NOON, "11-23 08:00"),
        ("at 8", EVENING, "11-23 20:00"),
        ("at 8", SMALL_HOURS, "11-22 20:00"),
        ("at 11", SMALL_HOURS, "11-22 23:00"),
        ("at 20", at("07:30"), "11-22 20:00"),
        ("at 6", DAWN, "11-23 06:00"),
        ("at 12", NOON, "11-23 12:00"),
        ("@ 8", NOON, "11-23 08:00"),
        ("around 9", NOON, "11-23 09:00"),
        ("at 8h", NOON, "11-23 08:00"),
        ("at eight", NOON, "11-23 08:00"),
        ("8 o'clock", NOON, "11-23 08:00"),
        ("um 8 uhr", NOON, "11-23 08:00"),
    ],
)
def test_a_bare_hour_is_the_latest_such_time(part: ReadPart, words: str, now: object, moment: str) -> None:
    assert moments(part, words, now) == [moment]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("8:30", "11-23 08:30"),
        ("at 8.30", "11-23 08:30"),
        ("8am", "11-23 08:00"),
        ("8 a.m.", "11-23 08:00"),
        ("7.30am", "11-23 07:30"),
        ("8a", "11-23 08:00"),
        ("12:30 am", "11-23 00:30"),
        ("at 0830", "11-23 08:30"),
        ("at 8h30", "11-23 08:30"),
        ("at eight thirty", "11-23 08:30"),
        ("24:00 yesterday", "11-22 00:00"),
        ("noon", "11-23 12:00"),
        ("at midnight", "11-23 00:00"),
        ("half past eight", "11-23 08:30"),
        ("quarter to 8", "11-23 07:45"),
        ("a quarter past 8", "11-23 08:15"),
        ("ten past eight", "11-23 08:10"),
        ("ten minutes to 8", "11-23 07:50"),
        ("ten after 8 am", "11-23 08:10"),
        ("at 8 in the morning", "11-23 08:00"),
        ("this morning at 8", "11-23 08:00"),
        ("8 in the evening yesterday", "11-22 20:00"),
        ("2 at night yesterday", "11-22 02:00"),
        ("an hour ago", "11-23 11:00"),
        ("half an hour ago", "11-23 11:30"),
        ("30 min earlier", "11-23 11:30"),
        ("just now", "11-23 12:00"),
        ("right now", "11-23 12:00"),
        ("earlier today", "11-23 12:00"),
    ],
)
def test_times_of_day(part: ReadPart, words: str, moment: str) -> None:
    assert moments(part, words) == [moment]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("yesterday", "11-22 12:00"),
        ("yesterday at 8", "11-22 08:00"),
        ("yesterday evening", "11-22 19:00"),
        ("last night", "11-22 22:00"),
        ("last evening", "11-22 19:00"),
        ("the day before yesterday", "11-21 12:00"),
        ("two days ago", "11-21 12:00"),
        ("a week ago", "11-16 12:00"),
        ("mon", "11-23 12:00"),
        ("last monday", "11-16 12:00"),
        ("tues.", "11-17 12:00"),
        ("sunday", "11-22 12:00"),
        ("22 nov", "11-22 12:00"),
        ("nov 22", "11-22 12:00"),
        ("22nd of november", "11-22 12:00"),
        ("november the 22nd", "11-22 12:00"),
        ("3 march 2025", "03-03 12:00"),
        ("29 feb", "02-29 12:00"),
        ("22/11", "11-22 12:00"),
        ("11/22", "11-22 12:00"),
        ("on 11/11", "11-11 12:00"),
        ("22/11/2026", "11-22 12:00"),
        ("2026-11-22", "11-22 12:00"),
        ("22.11.", "11-22 12:00"),
        ("22.11.2026 at 8", "11-22 08:00"),
    ],
)
def test_days(part: ReadPart, words: str, moment: str) -> None:
    assert moments(part, words) == [moment]


def test_the_later_of_two_days_that_may_be_meant_is_taken(part: ReadPart) -> None:
    [walk] = part("walk 30 nov 22").entries
    assert (walk.moment.date.isoformat(), getattr(walk, "minutes", None)) == ("2026-11-22", 30)
    [walk] = part("walk 22 nov 30").entries
    assert (walk.moment.date.isoformat(), getattr(walk, "minutes", None)) == ("2026-11-22", 30)


@pytest.mark.parametrize(
    ("words", "now", "moment"),
    [
        ("this morning", NOON, "11-23 08:00"),
        ("this morning", DAWN, "11-23 07:00"),
        ("this evening", EVENING, "11-23 19:00"),
        ("tonight", EVENING, "11-23 19:00"),
        ("this evening", SMALL_HOURS, "11-22 19:00"),
        ("with breakfast", NOON, "11-23 08:00"),
        ("with lunch", NOON, "11-23 12:00"),
        ("with dinner", EVENING, "11-23 21:05"),
        ("with dinner yesterday", NOON, "11-22 18:30"),
        ("at bedtime", EVENING, "11-23 21:05"),
        ("on friday evening", NOON, "11-20 19:00"),
    ],
)
def test_parts_of_the_day_and_meals(part: ReadPart, words: str, now: object, moment: str) -> None:
    assert moments(part, words, now) == [moment]


def test_several_times_are_several_entries(part: ReadPart) -> None:
    assert moments(part, "at 8 and 10") == ["11-23 08:00", "11-23 10:00"]
    assert moments(part, "at 8 and at 10") == ["11-23 08:00", "11-23 10:00"]
    assert moments(part, "sat and sun at 8") == ["11-21 08:00", "11-22 08:00"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("tomorrow", "future"),
        ("day after tomorrow", "future"),
        ("next monday", "future"),
        ("2026-12-24", "future"),
        ("today at 23:15", "future"),
        ("at 8 pm", "future"),
        ("today at 9 pm", "future"),
        ("at 8 and 20", "future"),
        ("with dinner", "future"),
        ("31 nov", "impossible_date"),
        ("2026-13-45", "impossible_date"),
        ("31.02.2026", "impossible_date"),
        ("1899-12-31", "impossible_date"),
        ("half a day ago", "impossible_date"),
        ("99999999 days ago", "impossible_date"),
        ("900000000 hours ago", "impossible_date"),
        ("on 5/11", "ambiguous_date"),
        ("5/11/2026", "ambiguous_date"),
        ("25:00", "impossible_time"),
        ("8:75", "impossible_time"),
        ("24:30", "impossible_time"),
        ("13:30 pm", "impossible_time"),
    ],
)
def test_times_that_cannot_be_are_refused(part: ReadPart, words: str, code: str) -> None:
    assert refusal(part, words) == code


def test_a_time_later_today_offers_yesterday(part: ReadPart) -> None:
    problem = part("walk 30 at 23:15").problem
    assert problem is not None
    assert (problem.text, problem.fix) == ("at 23:15", "walk 30 at 23:15 yesterday")


@pytest.mark.parametrize(
    ("line", "now", "meant"),
    [
        # an hour of today that is nearer than the one of last night is not taken for last night's
        ("letrozole at 8", "07:43", "letrozole now"),
        ("letrozole 8am", "07:43", "letrozole now"),
        ("at 8 letrozole", "07:43", "letrozole now"),
        ("pain 4 hands at 8 o'clock", "07:30", "pain 4 hands now"),
        ("letrozole at 8", "07:29", "letrozole at 8 pm yesterday"),
        ("letrozole at 10", "07:43", "letrozole at 10 pm yesterday"),
        ("hot flushes at 3", "01:30", "hot flushes at 3 pm yesterday"),
        ("walk 30 at 14", "12:00", "walk 30 at 14 yesterday"),
        ("walk 30 at 20", "18:30", "walk 30 at 20 yesterday"),
        # words that say today are said otherwise, and "yesterday" is not hung behind them
        ("letrozole this evening", "12:00", "letrozole yesterday evening"),
        ("letrozole tonight", "12:00", "letrozole last night"),
        ("letrozole at 11 this morning", "07:43", "letrozole at 11 yesterday morning"),
        ("walk 30 today at 23:15", "12:00", "walk 30 yesterday at 23:15"),
        ("walk 30 tomorrow", "12:00", None),
        ("walk 30 on 23 nov at 23:15", "12:00", None),
    ],
)
def test_a_time_to_come_is_refused_with_what_she_may_have_meant(
    part: ReadPart, line: str, now: str, meant: str | None
) -> None:
    problem = part(line, at(now)).problem
    assert problem is not None
    assert (problem.code, problem.fix) == ("future", meant)
    assert meant is None or part(meant, at(now)).problem is None


def test_an_hour_that_leads_a_line_is_to_come_for_all_of_it(read: Read) -> None:
    parts = read("at 8 letrozole, calcium citrate 500", at("07:43")).parts
    assert [each.problem and each.problem.fix for each in parts] == ["letrozole now", "calcium citrate 500 now"]


@pytest.mark.parametrize(("words", "moment"), [("at half 7", "11-23 07:30"), ("about half eight", "11-23 08:30")])
def test_half_seven_is_half_past_seven(part: ReadPart, words: str, moment: str) -> None:
    assert moments(part, words) == [moment]


def test_an_open_hour_says_which_was_taken_and_how_to_mean_the_other(part: ReadPart) -> None:
    read = part("letrozole at 8", EVENING)
    assert [note.code for note in read.notes] == ["usual_dose_assumed", "took_time"]
    assert read.other == "letrozole at 8 am"
    assert part("letrozole yesterday at 8").other == "letrozole yesterday at 8 pm"
    assert part("letrozole at 8").other is None
    assert "took_time" not in [note.code for note in part("calcium citrate 500 at 8", EVENING).notes]


@pytest.mark.parametrize(
    ("words", "start", "minutes"),
    [
        ("7:30-8:10", "07:30", 40),
        ("7.30-8.10", "07:30", 40),
        ("7.30 to 8.10", "07:30", 40),
        ("from 8 to 8:45", "08:00", 45),
        ("between 10 and 11", "10:00", 60),
        ("from 11 to 12", "11:00", 60),
        ("from 9 am until 10 am", "09:00", 60),
    ],
)
def test_a_range_is_a_start_and_a_length(part: ReadPart, words: str, start: str, minutes: int) -> None:
    [walk] = part(f"walk {words}").entries
    assert (f"{walk.moment.wall:%H:%M}", getattr(walk, "minutes", None)) == (start, minutes)


def test_a_range_that_is_not_over_lies_half_a_day_back_or_is_refused(part: ReadPart) -> None:
    [walk] = part("walk from 11 to 1", at("03:00")).entries
    assert f"{walk.moment.date} {walk.moment.wall:%H:%M}" == "2026-11-22 23:00"
    [walk] = part("walk from 5 till 6", at("17:30")).entries
    assert f"{walk.moment.date} {walk.moment.wall:%H:%M}" == "2026-11-23 05:00"
    for at_noon in ("walk from 11 to 1", "walk from 10 to 11:45"):  # 11 to 1 is not over; last night is further off
        assert (part(at_noon).problem is None) == (at_noon == "walk from 10 to 11:45")
    problem = part("walk 11:30-12:30").problem
    assert problem is not None
    assert problem.code == "future"


def spread(read: Read, line: str) -> list[str]:
    """What a line logs and when, one a word and a moment."""
    entries = [entry for each in read(line).parts for entry in each.entries]
    assert all(each.problem is None for each in read(line).parts), line
    said = [entry.name for entry in entries]
    return [
        f"{name} {entry.moment.date.day} {entry.moment.wall:%H:%M}" for name, entry in zip(said, entries, strict=True)
    ]


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("egg, toast, coffee at 8", ["Egg 23 08:00", "White toast 23 08:00", "Black coffee 23 08:00"]),
        ("egg, toast at 8, coffee at 9", ["Egg 23 08:00", "White toast 23 08:00", "Black coffee 23 09:00"]),
        ("egg and toast at 8, coffee", ["Egg 23 08:00", "White toast 23 08:00", "Black coffee 23 12:00"]),
        ("egg, toast at 8, coffee", ["Egg 23 12:00", "White toast 23 08:00", "Black coffee 23 12:00"]),
        ("egg, toast yesterday, coffee", ["Egg 23 12:00", "White toast 22 12:00", "Black coffee 23 12:00"]),
        ("egg, coffee at 8 and 11", ["Egg 23 12:00", "Black coffee 23 08:00", "Black coffee 23 11:00"]),
        ("egg and milk at 8 and 11", ["Egg 23 08:00", "Egg 23 11:00", "Whole milk 23 08:00", "Whole milk 23 11:00"]),
        (
            "yesterday: egg, tea at 8 and 18, milk",
            ["Egg 22 12:00", "Black tea 22 08:00", "Black tea 22 18:00", "Whole milk 22 12:00"],
        ),
    ],
)
def test_what_a_time_behind_several_things_holds_for(read: Read, line: str, logged: list[str]) -> None:
    assert spread(read, line) == logged


def test_two_ranges_are_too_many(part: ReadPart) -> None:
    assert part("walk 7:30-8:10 9:00-9:30").problem is not None


def test_words_that_only_look_like_times_are_left_alone(part: ReadPart) -> None:
    assert part("sun dried tomatoes 50 g").entries[0].name == "Sun-dried tomatoes"
    assert part("evening primrose oil").entries[0].name == "Evening primrose oil"
    assert part("march on the spot 22 min").entries[0].moment.date.isoformat() == "2026-11-23"


def test_since_what_is_no_day_is_not_understood_as_one(part: ReadPart) -> None:
    assert part("joint pain 4 since the operation").problem is not None


def test_since_is_a_note_and_no_time(part: ReadPart) -> None:
    [pain] = part("back pain 4 since yesterday").entries
    assert (pain.moment.date.isoformat(), pain.note) == ("2026-11-23", "since yesterday")


def test_a_weekday_and_a_date_are_one_day_where_they_agree(part: ReadPart) -> None:
    assert moments(part, "sunday 22 nov") == ["11-22 12:00"]
    assert moments(part, "sunday 15 november") == ["11-15 12:00"]
    assert refusal(part, "sunday 16 november") == "impossible_date"


def test_two_times_without_an_and_are_one_too_many(part: ReadPart) -> None:
    assert refusal(part, "8:00 9:00") == "words_left"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("20/11/26", "11-20 12:00"),
        ("20.11.26", "11-20 12:00"),
        ("20/11/2026", "11-20 12:00"),
        ("11/20/26", "11-20 12:00"),
        ("11-20-2026", "11-20 12:00"),
        ("20-11-26", "11-20 12:00"),
        ("2026/11/20", "11-20 12:00"),
        ("10.11.26", "11-10 12:00"),
        ("10.11.", "11-10 12:00"),
        ("22-nov-2026", "11-22 12:00"),
        ("22-nov-26", "11-22 12:00"),
        ("at 8 20 nov 26", "11-20 08:00"),
        # Of 12 November and 11 December only the first was lately, and the second has not come yet this year.
        ("12/11/26", "11-12 12:00"),
        ("12/11", "11-12 12:00"),
        ("11/11/26", "11-11 12:00"),
    ],
)
def test_days_in_figures(part: ReadPart, words: str, moment: str) -> None:
    assert moments(part, words) == [moment]


@pytest.mark.parametrize(
    ("words", "likelier"),
    [
        ("10/11/26", "10 Nov 2026"),  # or 11 October, both lately
        ("10/11", "10 Nov 2026"),
        ("5/11", "5 Nov 2026"),  # or 11 May, also of this year
        ("5/12/26", "12 May 2026"),  # 5 December has not come, 12 May is long ago
        ("5-12-2026", "12 May 2026"),
    ],
)
def test_a_day_that_may_be_meant_in_two_ways_is_asked_with_the_later_that_has_come(
    part: ReadPart, words: str, likelier: str
) -> None:
    problem = part(f"walk 30 {words}").problem
    assert problem is not None
    assert (problem.code, problem.text, problem.fix) == ("ambiguous_date", words, f"walk 30 {likelier}")
    assert part(problem.fix or "").problem is None


@pytest.mark.parametrize(
    ("words", "code"), [("30.2.26", "impossible_date"), ("31/12/26", "future"), ("5/5/27", "future")]
)
def test_days_in_figures_that_cannot_be(part: ReadPart, words: str, code: str) -> None:
    assert refusal(part, words) == code


def test_two_days_still_to_come_are_asked_about_without_one_to_offer(part: ReadPart) -> None:
    problem = part("walk 30 11/12/27").problem
    assert problem is not None
    assert (problem.code, problem.fix) == ("ambiguous_date", None)


def test_which_number_is_the_day_is_asked_where_both_may_be(part: ReadPart) -> None:
    for text, fix in (("walk 30 dec 24", "walk 30 on dec 24"), ("walk 12 nov 20", "walk 12 on nov 20")):
        problem = part(text).problem
        assert problem is not None
        assert (problem.code, problem.fix) == ("day_or_amount", fix)
        assert part(fix).problem is None
    assert [f"{e.moment.date:%m-%d}" for e in part("walk 30 nov 22").entries] == ["11-22"]  # 30 November was a year ago
    assert [f"{e.moment.date:%m-%d}" for e in part("walk 22 nov 30").entries] == ["11-22"]
    assert [f"{e.moment.date:%m-%d}" for e in part("walk 12 nov 20 min").entries] == ["11-12"]
    assert [f"{e.moment.date:%m-%d}" for e in part("walk 31 feb 20").entries] == ["02-20"]


def test_two_digits_behind_a_month_are_the_year_only_where_no_amount_can_be_meant(part: ReadPart) -> None:
    (walk,) = part("20 nov 26 walk 30").entries
    assert f"{walk.moment.date}" == "2026-11-20"
    (walk,) = part("walk 30 20 nov 25").entries
    assert f"{walk.moment.date}" == "2025-11-20"
    assert part("walk 30 20 nov 19").problem is not None
    (walk,) = part("20 nov 26 min walk").entries
    assert (f"{walk.moment.date}", walk.minutes) == ("2026-11-20", 26)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("walk 23:40-00:20", "11-22 23:40", 40),
        ("yoga 11:30pm to 12:15am", "11-22 23:30", 45),
        ("walk 11:30pm-0:15", "11-22 23:30", 45),
        ("walk 11:30pm-12:15", "11-22 23:30", 45),
        ("walk between 23:30 and 0:10", "11-22 23:30", 40),
        ("walk 10pm to 1am", "11-22 22:00", 180),
        ("walk 23:40-00:20 on saturday", "11-21 23:40", 40),
        ("walk 7:00-8pm yesterday", "11-22 19:00", 60),
        ("walk 9pm-9:45 yesterday", "11-22 21:00", 45),
        ("walk 9am-11:30", "11-23 09:00", 150),
    ],
)
def test_a_range_over_midnight_began_the_day_before(part: ReadPart, text: str, start: str, minutes: int) -> None:
    (walk,) = part(text).entries
    assert (f"{walk.moment.date:%m-%d} {walk.moment.wall:%H:%M}", walk.minutes) == (start, minutes)  # type: ignore[attr-defined]


def test_a_range_that_is_not_over_yet_is_refused_also_over_midnight(part: ReadPart) -> None:
    for text, now in (
        ("walk 23:40-00:20", "00:10"),
        ("walk 23:40-00:20 today", "12:00"),
        ("walk 20:00-20:40", "12:00"),
    ):
        problem = part(text, at(now)).problem
        assert problem is not None
        assert problem.code == "future"


@pytest.mark.parametrize(
    ("words", "now", "moment"),
    [
        ("last night at 2", NOON, "11-23 02:00"),
        ("last night about 2am", NOON, "11-23 02:00"),
        ("at 1:30 last night", NOON, "11-23 01:30"),
        ("last night at 12", NOON, "11-23 00:00"),
        ("last night at midnight", NOON, "11-23 00:00"),
        ("last night at 11", NOON, "11-22 23:00"),
        ("last evening at 9", NOON, "11-22 21:00"),
        ("last night at 11", SMALL_HOURS, "11-22 23:00"),
        ("last night at 2", SMALL_HOURS, "11-22 02:00"),  # said in the night itself, it is the night before
        ("2 at night yesterday", NOON, "11-22 02:00"),
    ],
)
def test_last_night_goes_on_past_midnight(part: ReadPart, words: str, now: object, moment: str) -> None:
    assert moments(part, words, now) == [moment]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("after lunch at 2", "11-23 14:00"),
        ("at 2 after lunch", "11-23 14:00"),
        ("at lunch at 1:15", "11-23 13:15"),
        ("with lunch at 12", "11-23 12:00"),
        ("with lunch at 11", "11-23 11:00"),
        ("with breakfast at 8", "11-23 08:00"),
    ],
)
def test_an_hour_beside_lunch_is_of_the_middle_of_the_day(part: ReadPart, words: str, moment: str) -> None:
    assert moments(part, words, EVENING) == [moment]


@pytest.mark.parametrize(
    ("words", "begins", "minutes"),
    [
        ("walk from 5 to 6", "17:00", 60),
        ("walk between 10 and 11", "10:00", 60),
        ("walk from five to half past six", "17:00", 90),
        ("walk from ten to eight to nine", "07:50", 70),
    ],
)
def test_from_five_to_six_is_an_hour_and_not_a_time(read: Read, words: str, begins: str, minutes: int) -> None:
    [entry] = read(words, EVENING).entries
    assert (f"{entry.moment.wall:%H:%M}", entry.minutes) == (begins, minutes)
