"""Medicines with the real program: added in a few presses, guided after a tablet, and the call that stays."""

from __future__ import annotations

import json
import time

HALF_A_MINUTE = 30


def medicines(person):
    return json.loads(person.command("medicine", "list", "--json").stdout)["medicines"]


def opens_medicines(person):
    person.presses(role="check box", name="Medicines")
    person.finds(role="push button", name="Add a medicine")


def test_a_new_user_adds_letrozole_mornings_with_the_keyboard_in_half_a_minute(newcomer):
    newcomer.has_answered_the_first_questions()
    newcomer.sits_down()
    opens_medicines(newcomer)
    began = time.monotonic()
    newcomer.keys("space")  # the button that adds a medicine has the keyboard
    newcomer.finds(role="text", name="Name", state="focused")
    newcomer.types("letrozole")
    newcomer.keys("Return")
    newcomer.finds(has="Letrozole 2.5 mg")
    assert time.monotonic() - began < HALF_A_MINUTE
    (letrozole,) = medicines(newcomer)
    assert (letrozole["label"], letrozole["times"]) == ("Letrozole 2.5 mg", ["08:00"])


def test_or_with_two_presses_and_save(newcomer):
    newcomer.has_answered_the_first_questions()
    newcomer.sits_down()
    opens_medicines(newcomer)
    newcomer.presses(role="push button", name="Add a medicine")
    newcomer.presses(role="push button", name="Letrozole")
    newcomer.presses(role="push button", name="Save")
    newcomer.finds(has="Planned: Letrozole 2.5 mg")
    assert [medicine["label"] for medicine in medicines(newcomer)] == ["Letrozole 2.5 mg"]


def test_who_said_what_she_takes_only_has_to_save(anna):
    opens_medicines(anna)
    anna.keys("space")
    anna.finds(role="text", name="Name", state="focused")
    anna.keys("Return")
    anna.finds(has="Planned: Letrozole 2.5 mg")
    assert [(medicine["label"], medicine["times"]) for medicine in medicines(anna)] == [("Letrozole 2.5 mg", ["08:00"])]


def test_after_a_tablet_for_bone_the_timer_stands_on_every_page_and_after_a_restart(anna):
    anna.keys("ctrl+l")
    anna.finds(role="text", state="focused")
    anna.types("took alendronate")
    anna.keys("Return")
    anna.finds(has="Stay upright, with nothing else to eat, drink or take")
    anna.presses(role="check box", name="Week")
    anna.finds(has="Stay upright, with nothing else to eat, drink or take")
    anna.pulls_the_plug()
    anna.sits_down()
    anna.finds(has="Stay upright, with nothing else to eat, drink or take")


def test_the_call_to_the_clinic_stands_on_every_page_until_the_injection_is_logged(newcomer):
    newcomer.has_answered_the_first_questions()
    newcomer.command("medicine", "add", "denosumab", "--every", "6months", "--start", "2024-01-10")
    newcomer.sits_down()
    for page in ("Week", "Medicines", "Today"):
        newcomer.presses(role="check box", name=page)
        newcomer.finds(has="Please call your clinic today.")
    newcomer.presses(role="push button", name="It was given: Denosumab 60 mg")
    newcomer.presses(role="push button", name="Save")
    newcomer.finds(has="Logged: Denosumab 60 mg")
    assert newcomer.misses(has="Please call your clinic today.")
