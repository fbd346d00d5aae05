"""What a score is called: T-score bands where they hold, the Z-score's own words otherwise (evidence 4)."""

from __future__ import annotations

from datetime import date

from bonecoach.core.measurements import Scan
from bonecoach.core.profile import Profile

LOW_SCORE = -2.0
"""T-score, and under 50 Z-score, below which treatment is discussed (AU2019, confirmed; HADJI2017, secondary)."""

T_FROM_AGE = 50
"""Of men, and of women who did not say whether their periods have ended (ISCD2005, RACGP, confirmed)."""

NORMAL_FROM, OSTEOPOROSIS_UP_TO, BELOW_EXPECTED_UP_TO = -1.0, -2.5, -2.0


def t_score_applies(profile: Profile, day: date) -> bool:
    """Whether T-scores hold for her: after the menopause, and for men from 50.

    Where she did not say whether hers is past, her age on the day decides.
    """
    if profile.sex != "male" and profile.postmenopausal is not None:
        return profile.postmenopausal
    return profile.age_on(day) >= T_FROM_AGE


def band_of(scan: Scan, profile: Profile) -> str | None:
    """The WHO band of a T-score: "normal", "low_bone_mass", "osteoporosis_range"; None where it does not apply."""
    if scan.t_score is None or not t_score_applies(profile, scan.date):
        return None
    if scan.t_score >= NORMAL_FROM:
        return "normal"
    return "osteoporosis_range" if scan.t_score <= OSTEOPOROSIS_UP_TO else "low_bone_mass"


def z_band_of(scan: Scan, profile: Profile) -> str | None:
    """How a Z-score lies to what is expected for age: "below_expected", "within_expected"; None where T holds."""
    if scan.z_score is None or t_score_applies(profile, scan.date):
        return None
    return "below_expected" if scan.z_score <= BELOW_EXPECTED_UP_TO else "within_expected"
