"""Scans, laboratory tests and their attachments as rows, and back."""

from __future__ import annotations

from datetime import date, time

from bonecoach.core.attachments import Attachment
from bonecoach.core.changes import Scalar, Stored
from bonecoach.core.measurements import LabTest, Scan, Side, Site


def scan_row(scan: Scan, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of a scan; `deleted_at` is when it went to the bin."""
    return {
        "id": scan.id,
        "date": scan.date.isoformat(),
        "site": scan.site.value,
        "side": None if scan.side is None else scan.side.value,
        "bmd": _figure(scan.bmd),
        "t_score": _figure(scan.t_score),
        "z_score": _figure(scan.z_score),
        "scanner": scan.scanner,
        "place": scan.place,
        "lsc_percent": _figure(scan.lsc_percent),
        "lsc": _figure(scan.lsc),
        "note": scan.note,
        "deleted_at": deleted_at,
    }


def scan_of(row: Stored) -> Scan:
    """The scan in a row."""
    return Scan(
        id=row["id"],
        date=date.fromisoformat(row["date"]),
        site=Site(row["site"]),
        side=None if row["side"] is None else Side(row["side"]),
        bmd=row["bmd"],
        t_score=row["t_score"],
        z_score=row["z_score"],
        scanner=row["scanner"],
        place=row["place"],
        lsc_percent=row["lsc_percent"],
        lsc=row["lsc"],
        note=row["note"],
    )


def lab_test_row(test: LabTest, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of a laboratory test; `deleted_at` is when it went to the bin."""
    return {
        "id": test.id,
        "date": test.date.isoformat(),
        "time": None if test.time is None else f"{test.time:%H:%M}",
        "name": test.name,
        "value": float(test.value),
        "unit": test.unit,
        "range_low": _figure(test.range_low),
        "range_high": _figure(test.range_high),
        "fasting": None if test.fasting is None else int(test.fasting),
        "lab": test.lab,
        "note": test.note,
        "deleted_at": deleted_at,
    }


def lab_test_of(row: Stored) -> LabTest:
    """The laboratory test in a row."""
    return LabTest(
        id=row["id"],
        date=date.fromisoformat(row["date"]),
        time=None if row["time"] is None else time.fromisoformat(row["time"]),
        name=row["name"],
        value=float(row["value"]),
        unit=row["unit"],
        range_low=row["range_low"],
        range_high=row["range_high"],
        fasting=None if row["fasting"] is None else bool(row["fasting"]),
        lab=row["lab"],
        note=row["note"],
    )


def attachment_row(one: Attachment, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of an attachment; `deleted_at` is when it went to the bin."""
    return {**one._asdict(), "added": one.added.isoformat(), "deleted_at": deleted_at}


def attachment_of(row: Stored) -> Attachment:
    """The attachment in a row."""
    return Attachment(
        id=row["id"],
        measurement=row["measurement"],
        file=row["file"],
        name=row["name"],
        size=int(row["size"]),
        digest=row["digest"],
        added=date.fromisoformat(row["added"]),
    )


def _figure(value: float | None) -> float | None:
    return None if value is None else float(value)
