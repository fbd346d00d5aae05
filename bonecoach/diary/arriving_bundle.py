"""A clinic's bundle against the diary: whether it is hers at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bonecoach.core.errors import DiaryError
from bonecoach.core.profile import year_alone
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
    unlike = not _may_be_one(*births) or (None not in sexes and sexes[0] != sexes[1])
    named = not subject.diary_id and None not in births
    left_here = bool(subject.diary_id) and subject.diary_id == ledger.store.setting(DIARY_ID)
    if unlike or not (left_here or named or is_empty(ledger)):
        raise DiaryError("another_person")


def _may_be_one(birth: date | None, other: date | None) -> bool:
    """Whether two births may be the same: by their years, where only a year was said of one."""
    if birth is None or other is None:
        return True
    return birth.year == other.year if year_alone(birth) or year_alone(other) else birth == other


def is_empty(ledger: Ledger) -> bool:
    """Whether nothing was logged or measured yet."""
    logged = ledger.store.logged_dates(date.min, date.max)
    return not (logged or ledger.store.measuring.scans() or ledger.store.measuring.lab_tests())
