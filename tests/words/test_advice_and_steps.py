"""Advice and steps in words: calm, complete, never scolding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bonecoach.core.advice import Advice
from bonecoach.core.changes import Step
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Profile
from bonecoach.words import Words
from tests.makers import supplement

SUNDAY = date(2026, 11, 22)
FACTS = {
    "counted": 62, "target": 150, "missing": 88, "days_left": 2, "walks": 2, "each": 25, "brings_to": 112,
    "reaches": False, "more_than_last_week": True,
}  # fmt: skip
MINUTES = Advice("minutes_missing", FACTS, "WHO2020", "confirmed")


@pytest.fixture
def words() -> Words:
    return Words()


def minutes(**changed: object) -> Advice:
    return replace(MINUTES, facts={**FACTS, **changed})


@pytest.mark.parametrize(
    ("advice", "said"),
    [
        (MINUTES, "62 minutes so far. Two 25-minute walks would bring you to 112, more than last week."),
        (minutes(more_than_last_week=False), "62 minutes so far. Two 25-minute walks would bring you to 112."),
        (
            minutes(walks=1, each=30, brings_to=92),
            "62 minutes so far. One 30-minute walk would bring you to 92, more than last week.",
        ),
        (
            minutes(reaches=True, walks=3, each=30, brings_to=152),
            "62 minutes so far. Three 30-minute walks would bring you to 152.",
        ),
        (
            minutes(reaches=True, counted=0, walks=5, each=30, brings_to=150),
            "The week is still open. Five 30-minute walks would bring you to 150.",
        ),
        (minutes(counted=1), "1 minute so far. Two 25-minute walks would bring you to 112, more than last week."),
        (
            Advice("resistance_days", {"days": 1, "target": 2, "on": SUNDAY, "today": SUNDAY}, "WHO2020", "confirmed"),
            "Resistance days so far: 1 of 2. Today would suit a strength session, "
            "with a day of rest for your muscles on either side.",
        ),
        (
            Advice(
                "resistance_days",
                {"days": 0, "target": 2, "on": SUNDAY, "today": date(2026, 11, 19)},
                "WHO2020",
                "confirmed",
            ),
            "Resistance days so far: 0 of 2. Sunday would suit a strength session, "
            "with a day of rest for your muscles on either side.",
        ),
    ],
)  # fmt: skip
def test_the_next_step_of_a_week(words: Words, advice: Advice, said: str) -> None:
    assert words.advice(advice) == said


def test_an_upper_limit_says_which_part_it_applies_to(words: Words) -> None:
    facts = {"nutrient": Nutrient.MAGNESIUM, "amount": 400.0, "limit": 350.0, "applies_to": "supplement"}
    said = words.advice(Advice("above_limit", facts, "IOM1997", "secondary"))
    assert said.startswith("Magnesium from supplements: 400 mg. That is above the upper limit of 350 mg a day.")
    facts = {"nutrient": Nutrient.VITAMIN_D, "amount": 125.0, "limit": 100, "applies_to": "all"}
    in_iu = words.with_units_of(Profile(vitamin_d_unit="iu"))
    said = in_iu.advice(Advice("above_limit", facts, "IOM2011", "unconfirmed"))
    assert said.startswith("Vitamin D: 5000 IU. That is above the upper limit of 4000 IU a day.")
    assert said.endswith("To be checked with your team.")


def test_a_step_is_said_by_what_it_was_about(words: Words) -> None:
    tablet = replace(supplement(calcium_mg=500), name="Calcium citrate", quantity="500 mg")
    step = Step("log", (), "calcium citrate 500")
    assert words.step(step) == "Logged: calcium citrate 500."
    assert words.step(step, [tablet]) == "Logged: Calcium citrate 500 mg."
    assert (
        words.step(step, [tablet] * 5)
        == "Logged: " + "Calcium citrate 500 mg, " * 2 + "Calcium citrate 500 mg and 2 more."
    )
    day = tablet.moment.date
    assert words.step(step, [tablet], today=day) == "Logged: Calcium citrate 500 mg."
    assert words.step(step, [tablet], today=day + timedelta(1)) == "Logged for yesterday: Calcium citrate 500 mg."
    long_after = words.step(step, [tablet], today=day + timedelta(9))
    assert long_after == f"Logged for {words.date(day, day + timedelta(9))}: Calcium citrate 500 mg."
    edited = words.step(Step("edit", (), ""), [tablet], today=day + timedelta(1))
    assert edited == "Changed: Calcium citrate 500 mg."
    assert words.step(step, [tablet], "undone") == "Taken back: Calcium citrate 500 mg."
    assert words.step(step, [tablet], "redone") == "Done again: Calcium citrate 500 mg."
    assert words.step(Step("usuals", ())) == "Changed: your usuals."
    assert words.step(Step("something_new", (), "x")) == "Done: x."
    assert words.step(Step("something_new", ())) == "Done."
    assert words.step(Step("question", (), "May I swim?")) == "Saved: May I swim?"
    assert words.step(Step("question", (), "Ask about swimming.")) == "Saved: Ask about swimming."
    assert words.step(Step("question", (), "May I swim?"), way="undone") == "Taken back: May I swim?"
