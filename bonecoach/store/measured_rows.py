"""Scans, laboratory tests and their attachments as rows, and back."""

from __future__ import annotations

from datetime import date, time

from bonecoach.core.attachments import Attachment
from bonecoach.core.changes import Row, Scalar
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


def scan_of(row: Row) -> Scan:
    """The scan in a row."""
    return Scan(
        id=str(row["id"]),
        date=date.fromisoformat(str(row["date"])),
        site=Site(str(row["site"])),
        side=None if row["side"] is None else Side(str(row["side"])),
        bmd=row["bmd"],  # type: ignore[arg-type]
        t_score=row["t_score"],  # type: ignore[arg-type]
        z_score=row["z_score"],  # type: ignore[arg-type]
        scanner=str(row["scanner"]),
        place=str(row["place"]),
        lsc_percent=row["lsc_percent"],  # type: ignore[arg-type]
        lsc=row["lsc"],  # type: ignore[arg-type]
        note=str(row["note"]),
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


def lab_test_of(row: Row) -> LabTest:
    """The laboratory test in a row."""
    return LabTest(
        id=str(row["id"]),
        date=date.fromisoformat(str(row["date"])),
        time=None if row["time"] is None else time.fromisoformat(str(row["time"])),
        name=str(row["name"]),
        value=float(str(row["value"])),
        unit=str(row["unit"]),
        range_low=row["range_low"],  # type: ignore[arg-type]
        range_high=row["range_high"],  # type: ignore[arg-type]
        fasting=None if row["fasting"] is None else bool(row["fasting"]),
        lab=str(row["lab"]),
        note=str(row["note"]),
    )


def attachment_row(one: Attachment, deleted_at: str | None = None) -> dict[str, Scalar]:
    """The row of an attachment; `deleted_at` is when it went to the bin."""
    return {**one._asdict(), "added": one.added.isoformat(), "deleted_at": deleted_at}


def attachment_of(row: Row) -> Attachment:
    """The attachment in a row."""
    return Attachment(
        id=str(row["id"]),
        measurement=str(row["measurement"]),
        file=str(row["file"]),
        name=str(row["name"]),
        size=int(str(row["size"])),
        digest=str(row["digest"]),
        added=date.fromisoformat(str(row["added"])),
    )


def _figure(value: float | None) -> float | None:
    return None if value is None else float(value)
