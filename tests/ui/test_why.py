"""Why? The reason behind a number or an advice, and where it is from."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from bonecoach.coach.bones import Loss
from bonecoach.core.advice import Advice
from bonecoach.core.measurements import Site
from bonecoach.core.nutrients import MAIN_NUTRIENTS, Nutrient
from bonecoach.ui.why import WhySheet
from bonecoach.words.catalogue import catalogue

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TODAY = date(2026, 11, 21)


@pytest.fixture
def why(qtbot, writing_desk):
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)

    def ask(about):
        return WhySheet(about, writing_desk, window)

    return ask


def said(sheet):
    return " ".join(label.text() for label in sheet.findChildren(QLabel))


def test_an_advice_says_itself_its_reason_and_its_source(why):
    facts = {"dose_mg": 1000.0, "largest_mg": 500}
    text = said(why(Advice("split_calcium", facts, "ODS", "secondary")))
    assert "1000 mg" in text
    assert "some say 500 to 600 mg" in text
    assert "Office of Dietary Supplements" in text
    assert "Read in another text that quotes the source." in text


def test_unconfirmed_evidence_is_to_be_checked_with_the_team(why):
    advice = Advice("plan_with_team", {}, "IBMEWG2022", "unconfirmed")
    assert "To be checked with your team." in said(why(advice))


ASKED = {
    "ask_injection": {"name": "Denosumab", "due": TODAY},
    "ask_t_score": {"score": -2.3, "site": Site.TOTAL_HIP},
    "ask_z_score": {"score": -2.3, "site": Site.TOTAL_HIP},
    "ask_fracture": {},
    "ask_loss": {"losses": (Loss(Site.TOTAL_HIP, 6.0, TODAY),)},
    "ask_height": {"cm": 4.0},
    "ask_scan": {"last": TODAY},
}


@pytest.mark.parametrize("code", ASKED)
def test_every_question_that_is_suggested_has_its_reason(why, code):
    text = said(why(Advice(code, ASKED[code], "AU2019", "confirmed")))
    assert catalogue("en").sentences[f"why.{code}"] in text
    assert "Grossmann" in text


@pytest.mark.parametrize("code", ["little_force", "how_much_force"])
def test_what_only_she_can_say_has_its_reason_too(why, code):
    text = said(why(Advice(code, {"site": "wrist", "day": TODAY}, "AU2019", "confirmed")))
    assert catalogue("en").sentences[f"why.{code}"] in text


def test_no_suggested_question_is_left_out_here():
    assert set(ASKED) == {key.removeprefix("question.") for key in catalogue("en").sentences if key[:9] == "question."}


@pytest.mark.parametrize("nutrient", MAIN_NUTRIENTS)
def test_every_nutrient_tells_of_its_target(why, diary, nutrient):
    total = diary.day(TODAY).nutrients[nutrient]
    assert said(why(total))
    assert said(why((nutrient, total.target)))


def test_vitamin_k2_says_that_there_is_no_official_target(why, diary):
    text = said(why((Nutrient.VITAMIN_K2, diary.person.target(Nutrient.VITAMIN_K2, TODAY))))
    assert "There is no official target for vitamin K2" in text


def test_a_target_of_her_team_is_not_given_a_public_source(why, diary):
    diary.person.set_target(Nutrient.PROTEIN, 70.0, note="Dr Meier")
    text = said(why((Nutrient.PROTEIN, diary.person.target(Nutrient.PROTEIN, TODAY))))
    assert "Dr Meier" in text
    assert "Where this is from" not in text


def test_bare_sources_are_cited(why):
    assert "World Health Organization" in said(why(("WHO2020",)))


def test_escape_closes_it(why, qtbot):
    sheet = why(("WHO2020",))
    sheet.open()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize(
    "code",
    [
        "split_calcium",
        "above_limit",
        "vitamin_k_with_warfarin",
        "minutes_missing",
        "resistance_days",
        "balance_days",
        "plan_with_team",
        "first_example",
    ],
)
def test_every_rule_has_its_reason(writing_desk, code):
    assert writing_desk.words.say(f"why.{code}")
