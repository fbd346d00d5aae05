"""BoneCoach: keeps the day, the week and the therapy of a person on an aromatase inhibitor."""

__version__ = "0.1.0"
