"""A terminal with a diary of its own and a clock that moves when it is told to."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bonecoach.cli import main

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""Noon on Monday 23 November 2026 in Helsinki."""

HELSINKI = "Europe/Helsinki"


@dataclass
class FakeClock:
    """Stands still until it is told to move."""

    instant: datetime = NOON

    def now(self) -> datetime:
        return self.instant

    def advance(self, **by: float) -> None:
        self.instant += timedelta(**by)


@dataclass
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def text(self) -> str:
        """Standard output with its lines run together."""
        return " ".join(self.out.split())

    @property
    def error(self) -> Any:
        """The error in that document."""
        return self.json["error"]


@dataclass
class Terminal:
    """Runs commands in this process, on one diary."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    clock: FakeClock = field(default_factory=FakeClock)

    def __call__(self, *words: str) -> Answer:
        """Runs a command as a person would type it."""
        self.capture.readouterr()
        code = main(words, self.clock)
        out, err = self.capture.readouterr()
        return Answer(code, out, err)

    def json(self, *words: str) -> Any:
        """What a command answers with --json, once it is done."""
        answer = self("--json", *words)
        assert answer.code == 0, answer.err
        return answer.json

    def refused(self, *words: str, code: int = 2) -> Any:
        """What a command is refused with: one sentence, the same on both streams, and never a usage block."""
        answer = self("--json", *words)
        assert answer.code == code, answer
        assert answer.err.strip().count("\n") == 0
        assert "Usage" not in answer.err
        assert answer.err.strip() == answer.error["message"]
        return answer.error


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    folder = tmp_path / "data"
    monkeypatch.setenv("BONECOACH_DATA_DIR", str(folder))
    monkeypatch.setenv("TZ", HELSINKI)
    monkeypatch.setenv("BONECOACH_SHOW_FAULTS", "1")
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    return Terminal(folder, capsys)
