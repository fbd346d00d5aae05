"""What is kept elsewhere, or only as a note: results, appointments, blood pressure and the like."""

from __future__ import annotations

from itertools import pairwise

from bonecoach.phrase.outcome import Outcome, Trouble
from bonecoach.phrase.said import Said
from bonecoach.phrase.wordlist import words

_SCANS = words("t-score tscore z-score zscore bmd dxa dexa")
_OF_BLOOD = words("nmol mmol pmol umol")
_TESTS = words(
    """
    egfr cholesterol ctx p1np pth tsh ferritin hba1c creatinine haemoglobin hemoglobin level levels
    """
)
_VISITS = words(
    """
    dentist gp doctor physio physiotherapist oncologist surgeon nurse clinic hospital hygienist optician appointment
    checkup check-up mammogram scan x-ray xray mri ultrasound vaccine vaccination vaccinated flu covid
    """
)
_FIGURES = words("bp pulse temp temperature hr sats spo2 bmi glucose")
_BLOOD = ("pressure", "sugar", "test", "tests")


def result_refused(said: Said) -> Outcome | None:
    """ "T-score -2.4", "vitamin D 75 nmol/l": results have a page of their own, and no amount was taken."""
    keys = [token.key for token in said.tokens]
    pairs = list(pairwise([*keys, ""]))
    scan = any(key in _SCANS or (key in ("t", "z") and behind == "score") for key, behind in pairs)
    if not scan and not any(key in _OF_BLOOD and behind == "/" for key, behind in pairs):
        return None
    said.take(said.free(), "unread")
    return Outcome(said, trouble=Trouble("result_elsewhere", 0, len(keys) - 1))


def take_elsewhere(outcome: Outcome, *, last: bool) -> None:
    """Says of what was not understood where else it is kept.

    A note goes on to the end of the line, so one is offered only for what stands there (`last`).
    """
    said, unread = outcome.said, outcome.unread
    if outcome.trouble is not None or not unread:
        return
    keys = {i: said.tokens[i].key for i in unread}
    behind = {i: token.key for i, token in enumerate(said.tokens, -1)}
    blood = next((behind[i] for i, key in keys.items() if key == "blood" and behind.get(i) in _BLOOD), "")
    if any(key in _TESTS for key in keys.values()):
        code, note = "result_elsewhere", False
    elif any(key in _VISITS for key in keys.values()) or blood.startswith("test"):
        code, note = "visit_elsewhere", True
    elif blood or any(key in _FIGURES for key in keys.values()):
        code, note = "kept_as_note", True
    else:
        return
    said.take(unread, "unread")
    text = f"note: {said.text}" if note and last else None
    outcome.trouble = Trouble(code, 0, len(said.tokens) - 1, {"text": said.text}, text)
