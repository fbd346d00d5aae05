"""What has to hold of the code: style, types, import floors, and the tests with what they have to cover."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from environment import Environment

COVERED = ("core", "phrase", "diary", "store", "coach", "exchange")
"""The floors whose every branch a test has to take."""

COVERAGE_REQUIRED: int | None = 100
"""Percent of their lines and branches that must be covered for `make test` to pass; None would only report."""


def commands(environment: Environment) -> dict[str, list[str | Path]]:
    """Each check by its name."""
    python = environment.python
    return {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy --strict": [python, "-m", "mypy"],
        # Not by its command, which knows the folder it was installed in and is lost when the checkout moves.
        "import floors": [python, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
    }


def all_of(environment: Environment, variables: Mapping[str, str]) -> list[str]:
    """Runs every check and prints what each found; the names of those that failed."""
    failed = []
    for name, command in commands(environment).items():
        done = subprocess.run(
            command, cwd=environment.root, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        good = done.returncode == 0
        print(f"{name:<15}{'ok' if good else 'failed'}", flush=True)
        if not good:
            failed.append(name)
            print(done.stdout.decode(errors="replace"), flush=True)
    return failed


def tests(environment: Environment, words: Sequence[str]) -> dict[str, list[str]]:
    """The commands that run the tests, by the name of what they test; further words go to pytest, in one command.

    A choice of tests is not asked to cover all. Without one there are two halves: the tests of the covered floors,
    which have to cover them by themselves, and all others, whichever there are. These are not counted along, as
    counting costs a program half of its speed.
    """
    command = [str(environment.python), "-m", "pytest", *words]
    if words:
        return {"tests": command}
    own = [f"tests/{floor}" for floor in COVERED]
    count = [*(f"--cov=bonecoach.{floor}" for floor in COVERED), "--cov-branch", "--cov-report=term"]
    if COVERAGE_REQUIRED is not None:
        count.append(f"--cov-fail-under={COVERAGE_REQUIRED}")
    return {
        "tests of the covered floors": [*command, *own, *count],
        "all other tests": [*command, *(f"--ignore={folder}" for folder in own)],
    }


def all_at_once(commands: Mapping[str, Sequence[str]], root: Path, variables: Mapping[str, str]) -> list[str]:
    """Runs commands side by side; the names of those that failed, in whatever way they ended.

    The first one speaks as it goes. What the others say is shown as a whole when they have ended: no two are mixed.
    """
    with ExitStack() as kept:
        begun: list[tuple[str, subprocess.Popen[bytes], IO[bytes] | None]] = []
        for name, command in commands.items():
            said: IO[bytes] | None = kept.enter_context(tempfile.TemporaryFile()) if begun else None
            both = subprocess.STDOUT if said else None
            process = subprocess.Popen(command, cwd=root, env=variables, stdout=said, stderr=both)
            begun.append((name, process, said))
        failed = []
        for name, process, said in begun:
            if ended(process) != 0:
                failed.append(name)
            if said is not None:
                said.seek(0)
                print(f"\n{name}:\n{said.read().decode(errors='replace')}", flush=True)
        return failed


def ended(process: subprocess.Popen[bytes]) -> int:
    """Waits for a command and answers its exit code; Ctrl C is for the command, which ends by it."""
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue
