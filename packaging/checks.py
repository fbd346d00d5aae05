"""What has to hold of the code: style, types, import floors, and the tests with what they have to cover."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

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


def tests(environment: Environment, words: Sequence[str]) -> list[str]:
    """The command that runs the tests; further words go to pytest, and a choice of tests is not asked to cover all."""
    command = [str(environment.python), "-m", "pytest", *words]
    if words:
        return command
    command += [f"--cov=bonecoach.{floor}" for floor in COVERED]
    command += ["--cov-branch", "--cov-report=term"]
    if COVERAGE_REQUIRED is not None:
        command.append(f"--cov-fail-under={COVERAGE_REQUIRED}")
    return command
