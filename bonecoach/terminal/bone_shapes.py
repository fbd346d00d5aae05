"""Scans, tests and where bones stand as JSON, in the shapes of docs/commands.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bonecoach.core.bone_bands import band_of, z_band_of
from bonecoach.core.measurements import TEST_UNITS
from bonecoach.terminal.shapes import Shape, entries_shape

if TYPE_CHECKING:
    from bonecoach.core.attachments import Attachment
    from bonecoach.core.body_measures import BodyState
    from bonecoach.core.bone_change import Result
    from bonecoach.core.measurements import LabTest
    from bonecoach.core.profile import Profile
    from bonecoach.diary.bones import BoneState
    from bonecoach.words import Words

_DIGITS = 2


def attachment_shape(one: Attachment) -> Shape:
    """One report that is kept with a scan or a test."""
    return {"id": one.id, "name": one.name, "bytes": one.size, "added": one.added.isoformat()}


def scan_shape(result: Result, profile: Profile, attached: Iterable[Attachment] = ()) -> Shape:
    """One scan of a site with its reports, and how it stands to those before it."""
    scan, change, whole = result.scan, result.change, result.change.from_first
    return {
        "id": scan.id,
        "date": scan.date.isoformat(),
        "site": scan.site.value,
        "side": None if scan.side is None else scan.side.value,
        "bmd": scan.bmd,
        "t": scan.t_score,
        "z": scan.z_score,
        "band": band_of(scan, profile),
        "z_band": z_band_of(scan, profile),
        "scanner": scan.scanner or None,
        "place": scan.place or None,
        "lsc_percent": scan.lsc_percent,
        "lsc": scan.lsc,
        "note": scan.note,
        "compared_with": None if change.since is None else change.since.isoformat(),
        "years": _rounded(change.years),
        "change_percent": _rounded(change.percent),
        "change_percent_per_year": _rounded(change.percent_per_year),
        "compared_with_first": None if whole is None else whole.since.isoformat(),
        "change_from_first_percent": None if whole is None else _rounded(whole.percent),
        "least_significant_change_from_first_percent": None if whole is None else _rounded(whole.lsc_percent),
        "meaning_from_first": None if whole is None else whole.meaning,
        "least_significant_change_percent": _rounded(change.lsc_percent),
        "lsc_default": change.lsc_default,
        "scanner_unknown": change.scanner_unknown,
        "meaning": change.meaning,
        "attachments": [attachment_shape(one) for one in attached],
    }


def lab_test_shape(test: LabTest, attached: Iterable[Attachment] = ()) -> Shape:
    """One laboratory test with its reports; `converted` is it in the unit its kind is shown in."""
    value, unit = test.comparable
    return {
        "id": test.id,
        "date": test.date.isoformat(),
        "time": None if test.time is None else f"{test.time:%H:%M}",
        "name": test.name,
        "known": test.name in TEST_UNITS,
        "value": test.value,
        "unit": test.unit,
        "converted": {"value": _rounded(value), "unit": unit},
        "range": [test.range_low, test.range_high],
        "against_range": test.against_range,
        "fasting": test.fasting,
        "lab": test.lab or None,
        "note": test.note,
        "attachments": [attachment_shape(one) for one in attached],
    }


def bone_shape(state: BoneState, words: Words) -> Shape:
    """Where bones stand: every site with its series, tests, therapy, falls and fractures."""
    return {
        "sites": [
            {
                "site": series.site.value,
                "side": None if series.side is None else series.side.value,
                "series": [
                    scan_shape(result, state.profile, state.attachments.get(result.scan.id, ()))
                    for result in series.results
                ],
            }
            for series in state.series
        ],
        "tests": [lab_test_shape(test, state.attachments.get(test.id, ())) for test in state.tests],
        "therapy": [
            {
                "medicine": period.medicine,
                "start": None if period.start is None else period.start.isoformat(),
                "end": None if period.end is None else period.end.isoformat(),
            }
            for period in state.therapy
        ],
        "events": entries_shape(state.events, words),
        "body": body_shape(state.body),
    }


def body_shape(body: BodyState) -> Shape:
    """The last height with what is lost of the tallest, the last weight with its change, and all of both."""
    height, weight = body.height, body.weight
    return {
        "height": None
        if height is None
        else {
            "cm": height.last.value,
            "date": height.last.day.isoformat(),
            "tallest_cm": height.tallest.value,
            "tallest_date": height.tallest.day.isoformat(),
            "loss_cm": height.loss_cm,
            "worth_mentioning": height.worth_mentioning,
        },
        "weight": None
        if weight is None
        else {
            "kg": weight.last.value,
            "date": weight.last.day.isoformat(),
            "compared_with": None if weight.before is None else weight.before.day.isoformat(),
            "change_kg": weight.change_kg,
        },
        "measured": [
            {"key": measure.key, "value": measure.value, "date": measure.day.isoformat()}
            for measure in reversed(body.measures)
        ],
    }


def _rounded(figure: float | None) -> float | None:
    # Enough for a reader, and free of the dust of binary floats.
    return None if figure is None else round(figure, _DIGITS)
