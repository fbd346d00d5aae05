"""What leaflets say, in words: each medicine's own rule, and never more than one dose."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from bonecoach.core.injections import next_injection
from bonecoach.core.medicines import MedicineRules, Window
from bonecoach.core.offered_times import Offered
from bonecoach.core.spacing import Conflict, Placed, conflicts
from bonecoach.paths import resources
from bonecoach.reference.medicine_rules import MISSED, UPRIGHT_MINUTES, medicine_rules, medicine_rules_in
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.spacing import spacing_rules
from bonecoach.words import Words
from bonecoach.words.catalogue import catalogue

SENTENCES = catalogue("en").sentences
ALL = tuple(medicine_rules_in(resources()).values())


@pytest.fixture
def words() -> Words:
    return Words()


def rules(name: str) -> MedicineRules:
    medicine = MedicineTable().named(name)
    assert medicine is not None
    return medicine_rules(medicine)


def said_under(section: str) -> set[str]:
    return {key.removeprefix(f"{section}.") for key in SENTENCES if key.startswith(f"{section}.")}


def test_every_code_of_the_tables_has_its_sentence_and_no_other_stands_there() -> None:
    assert said_under("medicine.how") == set(UPRIGHT_MINUTES) == {each.how for each in ALL}
    assert said_under("medicine.missed") == set(MISSED) == {each.missed for each in ALL}
    assert said_under("medicine.caution") == {caution.code for each in ALL for caution in each.cautions}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        # Evidence 5.1 and 5.2; what differs between leaflets stays visible.
        ("anastrozole", ("leave that tablet out", "usual time", "differ")),
        ("letrozole", ("when you remember", "less than 3 hours", "12 hours")),
        ("exemestane", ("when you remember", "nearly time", "differ")),
        ("alendronate", ("morning after you remember", "usual day", "never more than one on a day", "New Zealand")),
        ("ibandronate", ("more than 7 days away", "1 to 7 days away, wait", "Never more than one in the same week")),
        ("denosumab", ("as soon as it can be given", "every 6 months from that injection", "call your clinic")),
    ],
)
def test_a_missed_dose_is_told_as_the_leaflet_of_that_medicine_has_it(
    words: Words, name: str, says: tuple[str, ...]
) -> None:
    said = words.missed_dose(rules(name))
    assert said.startswith("The leaflet says: ")
    assert [part for part in says if part not in said] == []


def test_no_sentence_ever_offers_two_at_once(words: Words) -> None:
    said = [words.missed_dose(each) for each in ALL]
    assert [each for each in said if re.search(r"\b(two|double|both|extra|twice)\b", each, re.I)] == []


def test_where_no_leaflet_is_known_the_team_is_asked(words: Words) -> None:
    assert words.missed_dose(rules("zoledronic acid")) == (
        "No rule of a leaflet is known here: please ask your clinic for a new date. To be checked with your team."
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("letrozole", "with or without food"),
        ("exemestane", "after a meal"),
        ("alendronate", "for 30 minutes"),
        ("ibandronate", "for 60 minutes"),
        ("atelvia", "right after breakfast, with at least 120 ml of water, and stay upright for 30 minutes"),
        ("denosumab", "given to you by your clinic"),
    ],
)
def test_how_it_is_taken(words: Words, name: str, says: str) -> None:
    assert says in words.how_to_take(rules(name))


def test_what_to_watch_is_said_and_names_whom_to_ask(words: Words) -> None:
    plan = rules("denosumab").cautions[-1]
    assert words.caution(plan).startswith("Denosumab is never stopped without a plan for what follows")
    low = next(each for each in rules("denosumab").cautions if each.code == "low_calcium")
    assert "Please get medical help now." in words.caution(low)


DENOSUMAB = Window(5, 28, "OURS LYU2020 KIM2024", "confirmed")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 2, 1), "Due Wednesday 15 July; the date can be booked from Monday 15 June."),
        (date(2026, 7, 14), "Due tomorrow; the date can be booked now."),
        (date(2026, 7, 15), "Due today, best by Wednesday 12 August."),
        (
            date(2026, 8, 13),
            "It was due Wednesday 15 July, and best by yesterday. Please call your clinic today.",
        ),
    ],
)
def test_the_next_denosumab(words: Words, day: date, said: str) -> None:
    given = date(2026, 1, 15)
    assert words.injection(next_injection(given, given, 6, DENOSUMAB, day), day) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 7, 1), "Due Wednesday 15 July."),
        (date(2026, 7, 15), "Due today."),
        (date(2026, 8, 13), "It was due Wednesday 15 July. Please ask your clinic for a date."),
    ],
)
def test_the_next_infusion_without_a_window(words: Words, day: date, said: str) -> None:
    given = date(2026, 1, 15)
    assert words.injection(next_injection(given, given, 6, None, day), day) == said


def test_the_sentences_of_an_injection_are_all_said() -> None:
    assert said_under("injection") == {
        *("not_yet", "not_yet_window", "book", "due", "due_window", "overdue", "overdue_window"),
        *("late", "call", "spoken", "heading.ahead", "heading.today", "heading.past"),
        *(f"point.{code}" for code in ("given", "book_from", "due", "best_by", "today")),
    }


def conflict(*placed: tuple[str, str, int]) -> Conflict:
    things = [Placed(name, frozenset(tags.split()), at, 600 if tags == "calcium" else 0) for name, tags, at in placed]
    return conflicts(things, spacing_rules())[0]


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        (
            [("Fosamax", "oral_bisphosphonate", 420), ("breakfast", "meal", 430)],
            "Fosamax: nothing else to eat, drink or take for 30 min after it, so breakfast comes later.",
        ),
        (
            [("Boniva", "oral_bisphosphonate ibandronate", 420), ("breakfast", "meal", 430)],
            "Boniva: nothing else to eat, drink or take for 60 min after it, so breakfast comes later.",
        ),
        (
            [("euthyrox", "levothyroxine", 390), ("calcium", "calcium", 480)],
            "Euthyrox and calcium are taken at least 4 hours apart.",
        ),
        (
            [("Calcium carbonate", "calcium_carbonate", 600), ("Lunch", "meal", 750)],
            "Calcium carbonate is better taken with a meal.",
        ),
        (
            [("Calcium", "calcium", 600)],
            "600 mg of calcium come together here; the body takes it up best in doses of at most 500 mg.",
        ),
        (
            [("Doxycycline", "tetracycline", 600), ("Rennie", "calcium antacid", 1200)],
            "Doxycycline and Rennie: please ask your pharmacist how far apart to take them.",
        ),
    ],
)
def test_a_conflict_is_one_quiet_line(words: Words, placed: list[tuple[str, str, int]], said: str) -> None:
    assert words.conflict(conflict(*placed)) == said


def test_every_rule_of_spacing_has_its_sentence_and_no_other_stands_there(words: Words) -> None:
    assert said_under("spacing") == {rule.id for rule in spacing_rules()}
    for rule in spacing_rules():
        said = words.conflict(Conflict(rule.id, "A", "B", 10, rule.minutes, rule.hard, rule.source, rule.status))
        assert "\n" not in said
        assert len(said.split()) <= 30


def test_times_between_things_are_said_as_people_say_them(words: Words) -> None:
    assert [words.span(minutes) for minutes in (0, 30, 60, 90, 120, 240)] == [
        *("0 min", "30 min", "60 min", "90 min", "2 hours", "4 hours"),
    ]


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        (Offered((time(8),)), ""),
        (Offered((time(8),), with_meals=True), "Offered with meals."),
        (Offered((time(9),), (("Iron", 120),)), "Offered so that it keeps 2 hours from Iron."),
        (
            Offered((time(12, 30),), (("Levothyroxine", 240), ("Alendronate", 30)), with_meals=True),
            "Offered with meals, 4 hours from Levothyroxine and 30 min from Alendronate.",
        ),
    ],
)
def test_offered_times_say_why(words: Words, offered: Offered, said: str) -> None:
    assert words.offered(offered) == said


def test_where_none_is_offered_it_says_what_speaks_against_it(words: Words) -> None:
    against = conflict(("Calcium", "calcium", 480))
    assert words.offered(Offered((), instead=against)) == words.conflict(against)


def test_every_way_to_take_a_medicine_has_its_short_note() -> None:
    assert said_under("note_of") == set(UPRIGHT_MINUTES)
