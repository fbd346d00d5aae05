"""Who it is about, in one line: what of her profile matters for bone or for a dose, and what parts were left out."""

from __future__ import annotations

from collections.abc import Iterator

from bonecoach.core.body_measures import WEIGHT
from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.page import SECTIONS, Choice
from bonecoach.exchange.summary.said import Said
from bonecoach.words import capital

_CONDITIONS = (
    "vertebral_fracture",
    "fragility_fracture",
    "bone_metastases",
    "kidney_disease",
    "kidney_stones",
    "warfarin",
)
"""Facts that stand where they are true. What she denied or never said is not mentioned."""


def about(state: SummaryState, choice: Choice, said: Said) -> str:
    """ "Woman, after the menopause · 160 cm (6 cm lost) · 49 kg · spine fracture · takes warfarin"; "" of nothing."""
    if "about" not in choice.sections:
        return ""
    return capital(said("about.apart").join(said.kept_together(part) for part in _parts(state, said)))


def left_out(choice: Choice, state: SummaryState, said: Said) -> str:
    """Which parts she left out, in one sentence; "" where none was that could have stood here."""
    parts = [key for key in SECTIONS if key not in choice.sections and not (key == "decided" and not state.decided)]
    return said("left_out", parts=[said(f"part.{key}") for key in parts]) if parts else ""


def _parts(state: SummaryState, said: Said) -> Iterator[str]:
    profile = state.profile
    menopause = {None: "", True: "after", False: "before"}[profile.postmenopausal if profile.sex != "male" else None]
    if profile.sex is not None or menopause:
        yield said("about." + "_".join(part for part in (profile.sex, menopause) if part))
    if state.height is not None:
        height = said.words.fact_value(*state.height.last[:2])
        lost = state.height.loss_cm
        yield said("about.lost", height=height, cm=lost) if lost > 0 else height
    if profile.weight_kg is not None:
        yield said.words.fact_value(WEIGHT, profile.weight_kg)
    for condition in _CONDITIONS:
        if getattr(profile, condition):
            yield said(f"about.{condition}")
    if profile.falls_last_year:
        yield said("about.falls", falls=profile.falls_last_year)
