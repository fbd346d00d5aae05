"""A fracture from little force is worth asking about, and only she can say of the others. It is Monday 23 Nov 2026."""

import pytest

from bonecoach.words import Words


def codes(diary):
    told = diary.bones.to_be_told()
    return [advice.code for advice in diary.bones.prompts()], None if told is None else told.code


@pytest.mark.parametrize(
    ("text", "prompts", "told"),
    [
        ("broke my wrist falling from standing height on 5 May 2025", ["ask_fracture"], "little_force"),
        ("fell in the kitchen and broke my wrist", ["ask_fracture"], "little_force"),
        ("tripped over the rug and broke my hip yesterday", ["ask_fracture"], "little_force"),
        ("broke my wrist", [], "how_much_force"),
        ("fell on the stairs and broke my arm", [], "how_much_force"),
        ("broke my arm in a car crash on 3 March 2026", [], None),
        ("fell in the garden", [], None),
        ("fell, hurt my knee", [], None),
    ],
)
def test_what_a_line_says_of_the_force(diary, text, prompts, told):
    diary.log_text(text)
    assert codes(diary) == (prompts, told)


def test_two_falls_are_no_prompt_as_the_evidence_has_no_rule_for_them(diary):
    diary.log_text("fell yesterday")
    diary.log_text("fell on 3 March 2026")
    assert codes(diary) == ([], None)


def test_her_answer_is_kept_and_another_fracture_is_asked_about_anew(diary, clock):
    diary.log_text("broke my left wrist on 5 May 2025")
    told = diary.bones.to_be_told()
    assert Words("en_GB").advice(told) == (
        "You logged a fracture (left wrist) on 5 May 2025. Was it from a fall from standing height, or less?"
    )
    diary.person.set_facts({"fragility_fracture": "no"})
    assert codes(diary) == ([], None)
    clock.advance(days=3)
    diary.log_text("fracture")
    told = diary.bones.to_be_told()
    assert Words("en_GB").advice(told).startswith("You logged a fracture on 26 Nov 2026. Was it")
    diary.person.set_facts({"fragility_fracture": "yes"})
    assert codes(diary) == (["ask_fracture"], None)


def test_who_says_that_it_was_not_so_is_believed(diary):
    diary.log_text("tripped over the rug and broke my hip yesterday")
    diary.person.set_facts({"fragility_fracture": "no"})
    assert codes(diary) == ([], None)
