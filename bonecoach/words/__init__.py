"""Codes and figures to sentences, without Qt, for the window, the terminal, paper and notifications alike."""

from __future__ import annotations

from bonecoach.words.advice import AdviceWords
from bonecoach.words.conventions import system_locale
from bonecoach.words.medicines import MedicineWords
from bonecoach.words.person import PersonWords
from bonecoach.words.readings import SAID_OTHERWISE, ReadingWords
from bonecoach.words.sources import SourceWords
from bonecoach.words.speech import capital, quotable, unbroken
from bonecoach.words.spoken import SpokenWords
from bonecoach.words.steps import StepWords


class Words(ReadingWords, StepWords, SpokenWords, AdviceWords, MedicineWords, PersonWords, SourceWords):
    """Everything BoneCoach says. One is made for a locale and the person's display units, and asked."""


__all__ = ["SAID_OTHERWISE", "Words", "capital", "quotable", "system_locale", "unbroken"]
