"""Units of weight, and the international unit of vitamin D."""

from __future__ import annotations

NG_PER = {"ng": 1, "ug": 1_000, "mg": 1_000_000, "g": 1_000_000_000, "kg": 1_000_000_000_000}
"""Nanograms in one of each unit."""

NG_PER_IU_VITAMIN_D = 25
"""1 µg of vitamin D is 40 IU (IOM2011, confirmed), so 1 IU is exactly 25 ng."""

GRAMS_PER_OUNCE = 28.349523125
GRAMS_PER_POUND = 453.59237
