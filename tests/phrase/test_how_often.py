"""Plans are not logged as one thing that happened; several times that were named are several entries."""

from __future__ import annotations

import pytest

from bonecoach.core.nutrients import Nutrient
from bonecoach.phrase.reading import Part
from tests.phrase.conftest import Read, ReadPart, at

EVENING = at("21:30")


def problem(part: Part) -> tuple[str, str, str | None]:
    assert part.problem is not None, part.entries
    return part.problem.code, part.problem.text, part.problem.fix


def times(part: Part) -> list[str]:
    assert part.problem is None, part.problem
    return [f"{entry.moment.wall:%H:%M}" for entry in part.entries]


@pytest.mark.parametrize(
    ("text", "plan", "fix"),
    [
        ("calcium 600 twice daily", "twice daily", "calcium 600"),
        ("calcium 600 3 times a day", "3 times a day", "calcium 600"),
        ("calcium 600 b.d.", "b.d.", "calcium 600"),
        ("calcium 600 bid", "bid", "calcium 600"),
        ("1 tablet tds calcium 500", "tds", "1 tablet calcium 500"),
        ("calcium 600 2x/day", "2x/day", "calcium 600"),
        ("calcium 600 two per day", "two per day", "calcium 600"),
        ("calcium 600 thrice daily", "thrice daily", "calcium 600"),
        ("calcium 600 every 8 hours", "every 8 hours", "calcium 600"),
        ("calcium 600 8-hourly", "8-hourly", "calcium 600"),
        ("calcium 600 12 hourly", "12 hourly", "calcium 600"),
        ("calcium 600 1-0-1", "1-0-1", "calcium 600"),
        ("calcium 600 with each meal", "with each meal", "calcium 600"),
        ("calcium 600 with meals", "with meals", "calcium 600"),
        ("calcium 600 nightly", "nightly", "calcium 600"),
        ("calcium 600 every morning", "every morning", "calcium 600 this morning"),
        ("calcium 600 every other day", "every other day", "calcium 600"),
        ("calcium 600 on alternate days", "on alternate days", "calcium 600"),
        ("calcium 600 several times a day", "several times a day", "calcium 600"),
        ("2 calcium citrate 250 daily", "daily", "2 calcium citrate 250"),
        ("2 calcium + d 500/400 daily", "daily", "2 calcium + d 500/400"),
        ("vitamin d 20000 iu twice weekly", "twice weekly", "vitamin d 20000 iu"),
        ("letrozole twice daily", "twice daily", "letrozole"),
        ("letrozole three times a day", "three times a day", "letrozole"),
        ("walk 30 twice a day", "twice a day", "walk 30"),
        ("walk 30 daily", "daily", "walk 30"),
        ("walk 30 most days", "most days", "walk 30"),
        ("walk 30 x 3 daily", "x 3 daily", "walk 30"),
        ("mondays walk 30", "mondays", "walk 30"),
        ("alendronate 70 once weekly on mondays", "on mondays", "alendronate 70 once weekly"),
        ("walk 30 min twice this week", "twice this week", "walk 30 min"),
        ("walk 30 on weekdays", "on weekdays", "walk 30"),
        ("walk 30 5 days a week", "5 days a week", "walk 30"),
        ("squats 3x10 twice a week", "twice a week", "squats 3x10"),
        ("2 glasses of milk a day", "a day", "2 glasses of milk"),
        ("yogurt once a day", "once a day", "yogurt"),
        ("twice daily", "twice daily", None),
    ],
)
def test_what_tells_how_often_is_a_plan_and_the_fix_is_one_of_it(
    part: ReadPart, text: str, plan: str, fix: str | None
) -> None:
    read = part(text)
    assert problem(read) == ("plan_said", plan, fix)
    if fix is not None:
        assert part(fix).problem is None


@pytest.mark.parametrize(
    "text", ["letrozole 2.5 mg daily", "letrozole od", "calcium 600 once a day", "d3 1000 iu daily"]
)
def test_once_a_day_behind_one_dose_is_how_its_label_says_it(part: ReadPart, text: str) -> None:
    assert len(part(text).entries) == 1


@pytest.mark.parametrize(
    "text", ["alendronate 70 weekly", "alendronic acid 70 mg once a week", "prolia every 6 months"]
)
def test_weekly_and_rarer_medicines_are_one_dose(part: ReadPart, text: str) -> None:
    assert len(part(text).entries) == 1


@pytest.mark.parametrize(
    ("text", "fix"),
    [("calcium 600 twice", "calcium 600"), ("letrozole twice", "letrozole"), ("omega 3 three times", "omega 3")],
)
def test_twice_alone_leaves_open_when(part: ReadPart, text: str, fix: str) -> None:
    read = part(text)
    assert read.problem is not None
    assert (read.problem.code, read.problem.fix) == ("several_when", fix)


def test_two_at_once_are_said_so(part: ReadPart) -> None:
    for text in ("2 x calcium 600", "calcium 600 x2", "2 times 600 mg calcium"):
        assert part(text).entries[0].amounts.in_unit(Nutrient.CALCIUM) == 1200  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("calcium 600 at 8 and 20", ["08:00", "20:00"]),
        ("calcium 600 at 8 and at 20:00", ["08:00", "20:00"]),
        ("calcium 600 8am, 8pm", ["08:00", "20:00"]),
        ("calcium 600 at 8 and 8", ["08:00", "20:00"]),
        ("calcium 600 at 8, 14 and 20", ["08:00", "14:00", "20:00"]),
        ("calcium 600 twice daily at 8 and 20", ["08:00", "20:00"]),
        ("calcium 600 twice, at 8 and 20", ["08:00", "20:00"]),
        ("calcium 600 morning and evening", ["08:00", "19:00"]),
        ("calcium 600 in the morning and at bedtime", ["08:00", "21:30"]),
        ("calcium 600 am and pm", ["08:00", "18:00"]),
        ("calcium 600 in the am", ["08:00"]),
        ("calcium 600 pm", ["18:00"]),
        ("calcium 600 mane", ["08:00"]),
        ("calcium 600 breakfast and lunch", ["08:00", "12:30"]),
        ("walk 20 at 9:15 and 17:40", ["09:15", "17:40"]),
    ],
)
def test_times_that_are_named_are_entries_of_their_own(part: ReadPart, text: str, when: list[str]) -> None:
    read = part(text, EVENING)
    assert times(read) == when
    assert len({getattr(entry, "quantity", "") for entry in read.entries}) == 1


@pytest.mark.parametrize(
    ("text", "ahead", "fix"),
    [
        ("calcium 600 at 8 and 20", "and 20", "calcium 600 at 8"),
        ("calcium 600 at 8 and 8", "and 8", "calcium 600 at 8"),
        ("calcium 600 8am, 8pm", ", 8pm", "calcium 600 8am"),
        ("calcium 600 at 8, 14 and 20", ", 14", "calcium 600 at 8"),
        ("calcium 600 morning and evening", "and evening", "calcium 600 morning"),
        ("calcium 600 with breakfast and dinner", "and dinner", "calcium 600 with breakfast"),
        ("calcium 600 at 20:00 and 8:00", "at 20:00 and 8:00", "calcium 600 at 20:00 and 8:00 yesterday"),
    ],
)
def test_of_several_times_only_those_to_come_are_complained_about(
    part: ReadPart, text: str, ahead: str, fix: str
) -> None:
    assert problem(part(text)) == ("future", ahead, fix)
    assert part(fix).problem is None


def test_times_that_cannot_be_two_are_not_lost(read: Read) -> None:
    for text in (
        "calcium 600 1 - 0 - 1",
        "pain 4 kg",
        "calcium 600 at 8 30",
        "calcium 600 8am 8pm",
        "milk at breakfast and dinner at 8",
    ):
        assert read(text).problems, text


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("hot flushes 10 times a day", "10 times a day"),
        ("hot flushes several times a night", "several times a night"),
        ("pain 4 every morning", "every morning"),
        ("headache twice this week", "twice this week"),
    ],
)
def test_how_often_something_is_felt_is_a_note(part: ReadPart, text: str, note: str) -> None:
    (entry,) = part(text).entries
    assert entry.note == note


def test_a_note_may_hold_a_plan(part: ReadPart) -> None:
    assert part("note: calcium twice daily from monday").entries[0].note == "calcium twice daily from monday"
