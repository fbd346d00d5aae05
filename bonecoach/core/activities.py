"""What a movement loads: the kinds of load, intensities, and an activity."""

from __future__ import annotations

from enum import StrEnum

from bonecoach.core.values import Value


class Load(StrEnum):
    """What a session does for bone and muscle (evidence 3.5)."""

    WEIGHT_BEARING_LOW = "weight_bearing_low"
    WEIGHT_BEARING_HIGH = "weight_bearing_high"
    RESISTANCE = "resistance"
    BALANCE = "balance"
    NOT_WEIGHT_BEARING = "not_weight_bearing"


WEIGHT_BEARING = frozenset({Load.WEIGHT_BEARING_LOW, Load.WEIGHT_BEARING_HIGH})


class Intensity(StrEnum):
    """Light below 3.0 MET, moderate 3.0 to 5.9, vigorous from 6.0 (PAG2018, secondary)."""

    LIGHT = "light"
    MODERATE = "moderate"
    VIGOROUS = "vigorous"


def intensity_of(met: float) -> Intensity:
    """The intensity band of a MET value (PAG2018, secondary)."""
    if met < 3.0:
        return Intensity.LIGHT
    return Intensity.MODERATE if met < 6.0 else Intensity.VIGOROUS


class Activity(Value):
    """One row of the activity table.

    `load` is its first load, `also_load` a second one where evidence 3.5 gives one. `aerobic` says whether its
    minutes count as aerobic at all (stretching and resistance do not). `met` may be None where no code is known;
    `code` is the Compendium code with its edition, such as "2024:17200". `cautions` are codes for `words`.
    `names` are everyday words for it, the plainest first; `names[0]` is what an entry is called.
    """

    id: str
    names: tuple[str, ...]
    load: Load
    also_load: Load | None
    intensity: Intensity
    aerobic: bool
    met: float | None
    code: str | None
    cautions: tuple[str, ...]
    source: str
    status: str

    @property
    def name(self) -> str:
        """What an entry of it is called."""
        return self.names[0]
