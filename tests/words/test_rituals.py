"""Each stage of a ritual has its sentence, for each way a tablet is taken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bonecoach.core.days import moment_at
from bonecoach.core.entries import Dose
from bonecoach.core.rituals import ritual_of
from bonecoach.paths import resources
from bonecoach.reference.medicine_rules import medicine_rules_in
from bonecoach.words import Words
from bonecoach.words.catalogue import catalogue
from bonecoach.words.rituals import RitualWords
from tests.makers import BERLIN

RULES = {rules.how: rules for rules in medicine_rules_in(resources()).values() if rules.upright_minutes}
FIVE_PAST_SEVEN = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)
WORDS = RitualWords(Words("en_GB"), BERLIN)


def ritual(how: str, late: int = 0):
    dose = Dose(
        moment=moment_at(FIVE_PAST_SEVEN, BERLIN), name="Alendronate", medicine="alendronate", amount=70, unit="mg"
    )
    found = ritual_of(dose, RULES[how], 240, late)
    assert found is not None
    return found


def test_every_way_with_minutes_says_what_to_know_before() -> None:
    before = {key.rpartition(".")[2] for key in catalogue("en").sentences if key.startswith("ritual.before.")}
    assert before == set(RULES)
    for rules in RULES.values():
        assert "Press Taken" in WORDS.before(rules)


@pytest.mark.parametrize(
    ("how", "late", "minutes", "said"),
    [
        ("fasting_upright_30", 0, 1, "Stay upright, with nothing else to eat, drink or take, until 07:35."),
        ("fasting_upright_60", 0, 59, "Stay upright, with nothing else to eat, drink or take, until 08:05."),
        (
            *("fasting_upright_30", 0, 30),
            "Breakfast is fine now. Stay upright until you have eaten. Calcium is fine from 11:05 on.",
        ),
        (
            *("fasting_upright_30", 120, 30),
            "Something came before it today, so its leaflet asks for longer: nothing else to eat, drink or take "
            "until 09:05. Stay upright for the first 30 minutes.",
        ),
        ("fasting_upright_30", 120, 120, "You can eat and drink again. Calcium is fine from 11:05 on."),
        (
            *("after_breakfast_upright_30", 0, 0),
            "Stay upright until 07:35. Calcium, iron, magnesium and antacids come later.",
        ),
        ("after_breakfast_upright_30", 0, 31, "You can lie down again. Calcium is fine from 11:05 on."),
    ],
)
def test_each_stage_says_what_to_do_and_until_when(how: str, late: int, minutes: int, said: str) -> None:
    assert WORDS.says(ritual(how, late), RULES[how], FIVE_PAST_SEVEN + timedelta(minutes=minutes)) == said


def test_its_title_and_its_short_form_name_the_times() -> None:
    one = ritual("fasting_upright_30")
    assert WORDS.title(one) == "Alendronate 70 mg, taken at 07:05"
    assert WORDS.brief(one) == "upright until 07:35, calcium from 11:05"


def test_the_notification_names_the_medicine_only_where_that_is_allowed() -> None:
    one = ritual("fasting_upright_30")
    assert WORDS.notice(one, named=False) == ("Your 07:05 timer is over", "")
    assert WORDS.notice(one, named=True) == (
        "Alendronate 70 mg: breakfast is fine now",
        "Calcium is fine from 11:05 on.",
    )
    assert WORDS.notice(ritual("fasting_upright_30", 120), named=True)[0].endswith("you can eat and drink again")
    assert WORDS.notice(ritual("after_breakfast_upright_30"), named=True)[0].endswith("you can lie down again")
