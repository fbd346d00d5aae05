"""Every example of docs/commands.md, run in its order on one diary, and every line of docs/entry-line.md."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bonecoach.cli import bonecoach
from tests.cli.conftest import Terminal

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "commands.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\| `(.+)` \| (.+) \|$", (DOCS / "entry-line.md").read_text(encoding="utf-8"), re.MULTILINE)
LEFT_OUT = "…"


def examples() -> Iterator[tuple[str, str]]:
    """The commands of the page with the answers that stand under them."""
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, answer = example.partition("\n")
            yield command, answer.rstrip("\n")


def fits(said: Any, documented: Any) -> bool:
    """Whether an answer is what the page says, where it says it: `…` stands for anything."""
    if documented == LEFT_OUT:
        return True
    if isinstance(documented, dict):
        named = {key: value for key, value in documented.items() if key != LEFT_OUT}
        whole = LEFT_OUT in documented or set(said) == set(named)
        return (
            isinstance(said, dict) and whole and all(fits(said.get(key, LEFT_OUT * 2), v) for key, v in named.items())
        )
    if isinstance(documented, list):
        if documented == [LEFT_OUT]:
            return isinstance(said, list) and bool(said)
        return len(said) == len(documented) and all(map(fits, said, documented))
    return bool(said == documented) and type(said) is type(documented)


def test_the_examples_answer_what_the_page_says(terminal: Terminal) -> None:
    ran = 0
    for command, documented in examples():
        answer = terminal(*shlex.split(command)[1:])
        if "--json" in command:
            assert fits(answer.json, json.loads(documented)), f"{command}\n{answer.out}"
        else:
            pattern = re.escape(documented).replace(re.escape(LEFT_OUT), r"\S+")
            assert re.fullmatch(pattern, (answer.out + answer.err).rstrip("\n")), f"{command}\n{answer.out}{answer.err}"
        ran += 1
    assert ran > 20


def test_every_command_and_option_stands_on_the_page() -> None:
    for name, command in bonecoach.commands.items():
        assert f"`bonecoach {name}" in PAGE, name
        for option in command.params:
            for spelled in option.opts:
                if spelled.startswith("--"):
                    assert spelled in PAGE, f"{name} {spelled}"
        for inner in getattr(command, "commands", {}):
            assert f"bonecoach {name} {inner}" in PAGE


@pytest.mark.parametrize(("line", "documented"), LINES)
def test_the_entry_line_says_what_its_page_says(terminal: Terminal, line: str, documented: str) -> None:
    answer = terminal("parse", line)
    assert (answer.err + " " + answer.out).split() == documented.replace("<br>", " ").split()
