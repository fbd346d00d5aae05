"""Rules: the state of a day or a week in, advice with its reason and source out. Codes and figures, no sentences."""

from bonecoach.coach.intake import advise_day
from bonecoach.coach.movement import advise_week

__all__ = ["advise_day", "advise_week"]
