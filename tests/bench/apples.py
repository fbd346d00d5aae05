"""An export of Apple Health as large as years with a watch make it: nobody's, and written piece by piece."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

GIGABYTE = 1_000_000_000
_BEGINS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record|Workout)*>\n]>\n'
    '<HealthData locale="en_GB">\n <ExportDate value="2026-11-20 07:05:00 +0200"/>\n'
)
_BEAT = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Anna&#8217;s Watch" sourceVersion="10.1.1" '
    'device="&lt;&lt;HKDevice: 0x2834c8e60&gt;, name:Watch, manufacturer:Apple Inc., hardware:Watch6,2&gt;" '
    'unit="count/min" creationDate="{at}" startDate="{at}" endDate="{at}" value="{value}"/>\n'
)
_WEIGHT = (
    ' <Record type="HKQuantityTypeIdentifierBodyMass" sourceName="Scale" unit="kg" startDate="{at}" endDate="{at}" '
    'value="66.{value}"/>\n'
)
_WALK = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="31.5" durationUnit="min" startDate="{at}" '
    'endDate="{at}">\n  <WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="34{value}"/>\n </Workout>\n'
)
_EVERY_WALK, _EVERY_WEIGHT = 2_000, 15_000


def write_export(path: Path, size: int = GIGABYTE) -> int:
    """Writes at least so many bytes; how many walks are among them."""
    start, number, written, walks = datetime(2016, 1, 1, 6, tzinfo=UTC), 0, 0, 0
    with path.open("w", encoding="utf-8") as file:
        file.write(_BEGINS)
        while written < size:
            number += 1
            said = _WALK if number % _EVERY_WALK == 0 else _WEIGHT if number % _EVERY_WEIGHT == 7 else _BEAT
            walks += said is _WALK
            at = f"{start + timedelta(seconds=90 * number):%Y-%m-%d %H:%M:%S +0200}"
            written += file.write(said.format(at=at, value=60 + number % 40))
        file.write("</HealthData>\n")
    return walks
