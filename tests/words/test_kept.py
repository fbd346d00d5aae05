"""How doses were kept, in words: never a share without its counts, and at most eight days by name."""

from __future__ import annotations

from datetime import date, timedelta

from bonecoach.core.adherence import Adherence, Kept, Mark
from bonecoach.words import Words
from bonecoach.words.catalogue import catalogue
from bonecoach.words.kept import KeptWords

FIRST = date(2026, 10, 5)
WORDS = KeptWords(Words("en_GB"))
OF = {
    Mark.TAKEN: (1, 1, 0, 0, 0),
    Mark.SOME: (2, 1, 1, 0, 0),
    Mark.MISSED: (1, 0, 1, 0, 0),
    Mark.SKIPPED: (1, 0, 0, 1, 0),
    Mark.NOT_RECORDED: (1, 0, 0, 0, 1),
    Mark.NOT_PLANNED: (0, 0, 0, 0, 0),
}


def days(*marks: Mark) -> list[Kept]:
    dates = [FIRST + timedelta(days=n) for n in range(len(marks))]
    return [Kept(day, day, Adherence(*OF[mark]), mark) for day, mark in zip(dates, marks, strict=True)]


def test_every_mark_has_its_word() -> None:
    said = {key.partition(".")[2] for key in catalogue("en").sentences if key.startswith("mark.")}
    assert said == {mark.value for mark in Mark}


def test_days_that_were_not_taken_whole_are_named() -> None:
    said = WORDS.spoken_days("Letrozole 2.5 mg", "12 weeks", days(Mark.TAKEN, Mark.MISSED, Mark.TAKEN, Mark.SOME))
    assert said == ("Letrozole 2.5 mg, 12 weeks: 3 of 5 taken, 2 missed. Missed: 6 Oct 2026. Partly taken: 8 Oct 2026.")


def test_of_many_days_the_first_are_named_and_the_rest_counted() -> None:
    said = WORDS.spoken_days("Letrozole", "12 weeks", days(*[Mark.NOT_RECORDED] * 20))
    assert said.endswith("12 Oct 2026 and 12 more.")


def test_without_a_plan_there_is_nothing_to_count() -> None:
    assert WORDS.counts(Adherence(0, 0, 0, 0, 0)) == "nothing was planned"
    assert WORDS.spoken_days("Letrozole", "12 weeks", days(Mark.NOT_PLANNED)).endswith("nothing was planned.")


def test_years_are_said_each_with_its_counts() -> None:
    months = [
        Kept(date(2025, 12, 1), date(2025, 12, 31), Adherence(31, 30, 1, 0, 0), Mark.SOME),
        Kept(date(2026, 1, 1), date(2026, 1, 31), Adherence(31, 31, 0, 0, 0), Mark.TAKEN),
        Kept(date(2024, 1, 1), date(2024, 1, 31), Adherence(0, 0, 0, 0, 0), Mark.NOT_PLANNED),
    ]
    assert WORDS.spoken_months("Letrozole", months) == (
        "Letrozole, 5 years: 61 of 62 taken, 1 missed. 2025: 30 of 31 taken, 1 missed. 2026: 31 of 31 taken."
    )
