"""What a new scan says that is more likely a slip: figures of another site, or a least change in the wrong unit."""

from __future__ import annotations

from collections.abc import Iterable

from bonecoach.core.errors import InvalidEntry
from bonecoach.core.measurements import Scan

LEAST_LSC_PERCENT = 0.5
"""No centre tells so little apart: the best of them about 1.9 % (evidence 4), and 0.028 stands for g/cm²."""

FAR, NEAR = 0.15, 0.05
"""Parts of a density: so far from the site's own last one, and so near to another site's, it may belong to that.
A choice of ours, only for asking: 15 % is more than scans of a few years differ by."""


def refuse_slipped_least_change(scan: Scan) -> None:
    """Raises InvalidEntry("least_change_slipped") where g/cm² were given as percent."""
    if scan.lsc_percent is not None and scan.lsc_percent < LEAST_LSC_PERCENT:
        raise InvalidEntry("least_change_slipped", amount=scan.lsc_percent)


def ask_about_swapped_sites(scan: Scan, others: Iterable[Scan]) -> None:
    """Raises InvalidEntry("sites_swapped") where a density fits the last one of another site, and not its own."""
    last = {
        other.place_measured: other
        for other in sorted(others, key=lambda other: other.date)
        if other.bmd is not None and other.date < scan.date
    }
    before = last.pop(scan.place_measured, None)
    if before is None or _apart(scan, before) <= FAR:
        return
    elsewhere = [other for other in last.values() if other.site is not scan.site and _apart(scan, other) <= NEAR]
    if elsewhere:
        other = min(elsewhere, key=lambda other: _apart(scan, other))
        facts = {"bmd": scan.bmd, "site": scan.site, "before": before.bmd, "other": other.site, "near": other.bmd}
        raise InvalidEntry("sites_swapped", **facts)


def _apart(scan: Scan, other: Scan) -> float:
    """How far two densities lie apart, as a part of the second; nothing where the first has none."""
    if scan.bmd is None or not other.bmd:
        return 0.0
    return abs(scan.bmd - other.bmd) / other.bmd
