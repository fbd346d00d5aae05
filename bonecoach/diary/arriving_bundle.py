"""A clinic's bundle against the diary: whether it is hers at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.errors import DiaryError
from bonecoach.diary.leaving import DIARY_ID
from bonecoach.exchange.fhir.bundle_in import Subject

if TYPE_CHECKING:
    from bonecoach.diary.ledger import Ledger


def refuse_another(ledger: Ledger, subject: Subject) -> None:
    """Raises DiaryError("another_person") for a bundle that is not known to be hers.

    It is when it left this diary, when this diary is empty, and when a clinic's file names her date of birth; never
    when it names another one.
    """
    profile = ledger.states.profile(ledger.today())
    births, sexes = (profile.birth_date, subject.birth_date), (profile.sex, subject.sex)
    unlike = any(None not in pair and pair[0] != pair[1] for pair in (births, sexes))
    named = not subject.diary_id and None not in births
    left_here = bool(subject.diary_id) and subject.diary_id == ledger.store.setting(DIARY_ID)
    if unlike or not (left_here or named or is_empty(ledger)):
        raise DiaryError("another_person")


def is_empty(ledger: Ledger) -> bool:
    """Whether nothing was logged or measured yet."""
    logged = ledger.store.logged_dates(date.min, date.max)
    return not (logged or ledger.store.measuring.scans() or ledger.store.measuring.lab_tests())
