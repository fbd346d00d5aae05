"""The catalogue is whole: every code has its sentence, every sentence is used, and all keep the tone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

import bonecoach
from bonecoach.core.activities import Intensity, Load
from bonecoach.core.entries import DoseState
from bonecoach.core.measurements import TEST_UNITS, Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import FACT_KEYS
from bonecoach.paths import resources
from bonecoach.phrase.felt_words import FLAG_OF_OTHER, FLAG_OF_SITE
from bonecoach.reference.red_flags import red_flags
from bonecoach.words.catalogue import catalogue

SOURCES = Path(bonecoach.__file__).parent
SENTENCES = catalogue("en").sentences

SECTION_OF = {
    "InvalidEntry": "error",
    "DiaryError": "error",
    "Trouble": "error",
    "Problem": "error",
    "Note": "note",
    "Doubt": "doubt",
    "Advice": "advice",
}
PLACE_OF_CODE = {"Problem": 3}
"""Which argument is the code, where it is not the first."""

WITH_FACTS_OF_THEIR_OWN = frozenset({"suggestion", "other", "salt", "said", "limit", "part", "start", "so_far", "on"})
"""Placeholders that `words` fills itself."""


def forms(key: str) -> list[str]:
    """All plural forms of a sentence, or the one it is."""
    sentence = SENTENCES[key]
    return [sentence] if isinstance(sentence, str) else [form for name, form in sentence.items() if name != "by"]


@lru_cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module of the program, parsed."""
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SOURCES.rglob("*.py")))


def constants(node: ast.AST | None) -> list[str]:
    """Every text a node may be: a literal, or either side of a conditional."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*constants(node.body), *constants(node.orelse)]
    return []


def raised() -> Iterator[tuple[str, str, frozenset[str] | None, str]]:
    """Section, code, names of the facts where they can be seen, and the place of every code in the sources."""
    for path, module in modules():
        for node in ast.walk(module):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SECTION_OF):
                continue
            at = PLACE_OF_CODE.get(node.func.id, 0)
            code = next(
                (k.value for k in node.keywords if k.arg == "code"), node.args[at] if len(node.args) > at else None
            )
            for text in constants(code):
                yield SECTION_OF[node.func.id], text, facts_of(node), f"{path.name}:{node.lineno}"


def facts_of(call: ast.Call) -> frozenset[str] | None:
    """The names of the facts a call gives; None where a variable holds them."""
    assert isinstance(call.func, ast.Name)
    if call.func.id in ("InvalidEntry", "DiaryError"):
        names = [keyword.arg for keyword in call.keywords]
        return frozenset(name for name in names if name) if None not in names else None
    literals = [arg for arg in [*call.args, *(k.value for k in call.keywords)] if isinstance(arg, ast.Dict)]
    if not literals:
        return None
    return frozenset(
        key.value for key in literals[0].keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
    )


def known(section: str, code: str) -> list[str]:
    """The catalogue keys that say a code: itself, or its variants."""
    base = f"{section}.{code}"
    return [key for key in SENTENCES if key == base or key.startswith((f"{base}.", f"{base}_bare"))]


def asked_in(key: str) -> set[str]:
    """The names of the facts a sentence asks for."""
    return {name for form in forms(key) for name in re.findall(r"{(\w+)}", form)}


def test_every_code_has_its_sentence() -> None:
    missing = {f"{section}.{code} ({place})" for section, code, _, place in raised() if not known(section, code)}
    spared = {entry for entry in missing if entry.startswith(("note.red_flag ", "doubt.far_above_target "))}
    assert missing - spared == set()


def test_what_is_said_otherwise_in_a_terminal_is_said_in_the_window_of_the_same_facts() -> None:
    otherwise = {key.partition(".")[2] for key in SENTENCES if key.startswith("in_terminal.")}
    assert "own_height" in otherwise
    assert {code for code in otherwise if asked_in(f"in_terminal.{code}") != asked_in(f"error.{code}")} == set()


def texts_of(file: str) -> set[str]:
    """Everything in a module that looks like a code."""
    (module,) = [module for path, module in modules() if path.name == file]
    texts = {node.value for node in ast.walk(module) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z]+(_[a-z]+)*", text)}


def test_every_refusal_of_the_file_system_has_its_sentence() -> None:
    codes = texts_of("faults.py") - {"sqlite_errorname"}
    assert "disk_full" in codes
    assert {code for code in codes if f"error.{code}" not in SENTENCES} == set()


def test_every_red_flag_has_its_own_sentence() -> None:
    said = {key.partition(".")[2] for key in SENTENCES if key.startswith("red_flag.")}
    assert said == set(red_flags())
    raised_by_symptoms = set(FLAG_OF_SITE.values()) | set(FLAG_OF_OTHER.values())
    assert raised_by_symptoms | {"sudden_back_pain", "chest", "fall_or_fracture"} <= said


def test_every_fact_a_sentence_asks_for_is_given_wherever_its_code_is_raised() -> None:
    unfilled = []
    for section, code, facts, place in raised():
        if facts is None:
            continue
        for key in known(section, code):
            asked = asked_in(key)
            if key == f"{section}.{code}" and section != "advice" and not asked <= facts | WITH_FACTS_OF_THEIR_OWN:
                unfilled.append(f"{key} ({place}) lacks {sorted(asked - facts)}")
    assert unfilled == []


def test_every_step_has_its_sentence() -> None:
    steps = [
        node
        for _, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Step" and node.args
    ]
    # The program's own steps are never said.
    hers = [step for step in steps if not any(keyword.arg == "own" for keyword in step.keywords)]
    names = {name for step in hers for name in constants(step.args[0])}
    assert names
    assert {name for name in names if f"step.{name}" not in SENTENCES} == set()


@pytest.mark.parametrize(
    ("section", "names"),
    [
        ("nutrient", set(Nutrient)),
        ("load", set(Load)),
        ("load_short", set(Load)),
        ("intensity", set(Intensity)),
        ("dosestate", set(DoseState)),
        ("site", set(Site)),
        ("side", set(Side)),
        ("lab", set(TEST_UNITS)),
        ("fact", set(FACT_KEYS)),
    ],
)
def test_every_name_of_the_field_has_its_word(section: str, names: set[str]) -> None:
    assert {key.partition(".")[2] for key in SENTENCES if key.partition(".")[0] == section} == {str(n) for n in names}


CODED = frozenset({"error", "note", "meant", "doubt"})
"""Sections whose keys are codes: used when the code stands anywhere in the program."""

BY_VALUE = frozenset(
    {"nutrient", "load", "load_short", "intensity", "dosestate", "fact", "choice", "count"}
    | {"weekday", "weekday_short", "month", "month_short", "status", "side"}
)
"""Sections that are looked up by a value of the field; another test holds that they are whole."""

NOTES_IN_TABLES = frozenset({"oxalate", "varies", "similar"})


def test_no_sentence_is_unused() -> None:
    said, begun = set(NOTES_IN_TABLES), set()
    for _, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    begun = {start for start in begun if "." in start and start.partition(".")[0] not in CODED}

    def used(key: str) -> bool:
        section, _, rest = key.partition(".")
        if section in BY_VALUE or key in said or any(key.startswith(start) for start in begun):
            return True
        return section in CODED and (rest in said or rest.removesuffix("_bare") in said)

    assert {key for key in SENTENCES if not used(key)} == set()


def test_refusals_are_one_sentence_each() -> None:
    several = [
        form for key in SENTENCES if key.startswith("error.") for form in forms(key) if re.search(r"[.?!] [A-Z“]", form)
    ]
    assert several == []
    assert [key for key in SENTENCES if key.startswith("error.") for form in forms(key) if form[-1] not in ".?"] == []


HARSH = re.compile(
    r"\b(fail\w*|invalid|illegal|wrong|bad|missed your|should have|must not|forbidden|sorry|oops)\b", re.I
)
LONGEST_SENTENCE = 36
"""Words. A 12-year-old reads them in one breath."""


def test_nothing_shouts_scolds_or_goes_on_for_too_long() -> None:
    spoken = [form for key in SENTENCES for form in forms(key)]
    assert [form for form in spoken if "!" in form or HARSH.search(form)] == []
    assert [
        s
        for form in spoken
        for s in re.split(r"(?<=[.?]) ", form)
        if len(s.split()) > LONGEST_SENTENCE and "Greek" not in s
    ] == []


NEVER_SAID = re.compile(
    r"\b(AI|you have osteoporosis|diagnos\w+|cure\w*|prevents? bone|stop(s|ped)? bone loss|artificial)\b"
)


def test_nothing_diagnoses_or_promises() -> None:
    said = [
        form.replace("does not give a diagnosis", "").replace("not shown that they stop bone loss", "")
        for key in SENTENCES
        for form in forms(key)
    ]
    assert [form for form in said if NEVER_SAID.search(form)] == []


def test_only_characters_the_shipped_font_draws() -> None:
    drawn = set("μ×−–—…‘’“”·½²≤≥éè\u00a0")
    outside = {char for key in SENTENCES for form in forms(key) for char in form if not char.isascii()} - drawn
    assert outside == set()


def test_plural_sentences_have_the_forms_english_needs() -> None:
    plurals = {key: forms for key, forms in SENTENCES.items() if isinstance(forms, Mapping)}
    assert {key for key, forms in plurals.items() if not {"by", "one", "other"} <= set(forms)} == set()


def test_catalogues_say_the_same_keys_in_every_language() -> None:
    for path in (resources() / "i18n").glob("*.json"):
        assert set(catalogue(path.stem).sentences) == set(SENTENCES)


def test_a_language_without_a_catalogue_is_answered_in_english() -> None:
    assert catalogue("xx_YY").language == "en"
    assert catalogue("fi_FI").pattern("word.yes", {}) == "yes"
