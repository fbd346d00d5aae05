"""What a new scan or test says that is more likely a slip: figures of another site, another unit, a lost point."""

from __future__ import annotations

import math
from collections.abc import Iterable

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import LabTest, Scan

LEAST_LSC_PERCENT = 0.5
"""No centre tells so little apart: the best of them about 1.9 % (evidence 4), and 0.028 stands for g/cm²."""

FAR = 0.15
"""Part of a density: so far from the site's own last one it may belong to another site, or a figure slipped.
A choice of ours, only for asking: 15 % is more than scans of a few years differ by (evidence 4: at most 8 % a year)."""

QUESTIONS = frozenset({"sites_swapped", "density_far", "unit_slipped", "point_lost", "height_far", "weight_far"})
"""What is asked once, and kept when it is confirmed; every other refusal stays one."""

_READS_LIKE = {
    ("calcium", "mg/dL"): (4.0, None, "mmol/L"),
    ("calcium", "mmol/L"): (None, 4.0, "mg/dL"),
    ("ctx", "ng/mL"): (None, 10.0, "pg/mL"),
    ("ctx", "pg/mL"): (10.0, None, "ng/mL"),
    ("ctx", "ng/L"): (10.0, None, "ng/mL"),
}
"""Below the first figure or from the second on, a result reads like one in the other unit. A choice of ours, only for
asking: the units lie four times (calcium) or a thousand times (CTX, evidence 7) apart, and so do their results."""

_POINT_LOST = {("25ohd", "nmol/L"): 1250.0, ("25ohd", "ng/mL"): 500.0}
"""From here on a point is missing: ten times where the highest band begins (evidence 1.6). A choice of ours, only for
asking."""


def ask_about_unit(test: LabTest) -> None:
    """Raises InvalidEntry("unit_slipped", "point_lost") where a result fits another unit, or hardly any."""
    kind = test.name, test.unit
    low, high, other = _READS_LIKE.get(kind, (None, None, ""))
    if (low is not None and test.value < low) or (high is not None and test.value >= high):
        raise InvalidEntry("unit_slipped", value=test.value, unit=test.unit, likely=other)
    if test.value >= _POINT_LOST.get(kind, math.inf):
        raise InvalidEntry("point_lost", value=test.value, unit=test.unit)


def refuse_slipped_least_change(scan: Scan) -> None:
    """Raises InvalidEntry("least_change_slipped") where g/cm² were given as percent."""
    if scan.lsc_percent is not None and scan.lsc_percent < LEAST_LSC_PERCENT:
        raise InvalidEntry("least_change_slipped", amount=scan.lsc_percent)


def ask_about_swapped_sites(scan: Scan, others: Iterable[Scan]) -> None:
    """Raises InvalidEntry("sites_swapped", "density_far") where a density is far from the last one of its site.

    It is "sites_swapped" where another site's last density is nearer to it and not far: it changed since as well.
    Two scanners that are named and differ are not held against each other, but for another site's density.
    """
    last = {
        other.place_measured: other
        for other in sorted(others, key=lambda other: other.date)
        if other.bmd is not None and other.date < scan.date
    }
    before = last.pop(scan.place_measured, None)
    if before is None or _apart(scan, before) <= FAR:
        return
    nearest = min(FAR, _apart(scan, before))
    elsewhere = [other for other in last.values() if other.site is not scan.site and _apart(scan, other) <= nearest]
    if elsewhere:
        other = min(elsewhere, key=lambda other: _apart(scan, other))
        facts = {"bmd": scan.bmd, "site": scan.site, "before": before.bmd, "other": other.site, "near": other.bmd}
        raise InvalidEntry("sites_swapped", **facts)
    if not (scan.scanner and before.scanner and scan.scanner != before.scanner):
        assert scan.bmd is not None
        assert before.bmd is not None
        percent = round((scan.bmd - before.bmd) / before.bmd * 100, 1)
        code_facts = {"site": scan.site, "bmd": scan.bmd, "before": before.bmd, "since": before.date}
        raise InvalidEntry("density_far", percent=abs(percent), **code_facts)


def _apart(scan: Scan, other: Scan) -> float:
    """How far two densities lie apart, as a part of the second; nothing where the first has none."""
    if scan.bmd is None or not other.bmd:
        return 0.0
    return abs(scan.bmd - other.bmd) / other.bmd
