"""Pain and other symptoms, falls and fractures."""

from __future__ import annotations

from bonecoach.phrase.context import Context
from bonecoach.phrase.outcome import Outcome
from bonecoach.phrase.said import Said


def read_symptom(said: Said, ctx: Context) -> Outcome | None:
    return None


def read_event(said: Said, ctx: Context) -> Outcome | None:
    return None
