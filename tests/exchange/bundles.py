"""Short ways to make and read bundles in tests."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from bonecoach.exchange.fhir.bundle_in import read_bundle
from bonecoach.exchange.fhir.bundle_out import SECTIONS, Made, Record, write_bundle
from bonecoach.exchange.fhir.frame import NAMING, Frame, Person
from tests.makers import BERLIN

HER = Person(UUID("0d553161-dccc-424d-a1e9-ccfb7b4bfa1a"), date(1961, 7, 1), "female")
FRAME = Frame(HER)
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def record(**parts):
    """A record with these parts and nothing else."""
    nothing = {"days": [], "weeks": [], "scans": [], "tests": [], "body": [], "uses": []}
    return Record(**{**nothing, **parts}, today=TODAY)


def written(person=HER, sections=SECTIONS, notes=False, **parts):
    """The bundle of a record, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.json"
        counts = write_bundle(path, person, record(**parts), Made(NOW, "0.1.0", frozenset(sections), notes))
        bundle = json.loads(path.read_text(encoding="utf-8"))
    kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
    assert counts == {kind: kinds.count(kind) for kind in kinds}
    return bundle


def resources(bundle, kind=None):
    """The resources of a bundle, of one type if one is named."""
    found = [entry["resource"] for entry in bundle["entry"]]
    return [resource for resource in found if kind in (None, resource["resourceType"])]


def read(*made, patient=True, zone=BERLIN):
    """What resources say when they come in a bundle."""
    person = {"resourceType": "Patient", "id": str(HER.id), "identifier": [{"system": NAMING, "value": str(HER.id)}]}
    entries = [{"resource": resource} for resource in ([person] if patient else []) + list(made)]
    return read_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), zone)


def read_text(text, zone=BERLIN):
    """What a text says when it comes as a bundle."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_bundle(path, zone)
