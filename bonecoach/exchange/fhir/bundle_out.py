"""A bundle written as it is made, resource by resource: ten years are never in memory at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from bonecoach.core.entries import Dose, Entry, Event, Session, Symptom
from bonecoach.core.measurements import LabTest, Scan
from bonecoach.core.movement import WeekMovement
from bonecoach.core.profile import Fact, year_alone
from bonecoach.core.progress import Tell, silently
from bonecoach.core.week import DayState
from bonecoach.exchange.csv_out import BATCH
from bonecoach.exchange.fhir import observations
from bonecoach.exchange.fhir.daily import DailyIntakes, encoded
from bonecoach.exchange.fhir.frame import NAMING, Frame, Person, Resource, key_text, stamp
from bonecoach.exchange.fhir.medicines import Use, dose_administration, use_statement

SECTIONS = ("movement", "intakes", "sessions", "doses", "symptoms", "events", "scans", "lab_tests", "body", "medicines")
"""The parts of a bundle."""

_SEXES = {"female": "female", "male": "male"}


class Record(NamedTuple):
    """What leaves: days with their totals and entries, and weeks, both as they come; the rest as lists.

    Only what a section was asked for is read of it.
    """

    days: Iterable[DayState]
    weeks: Iterable[WeekMovement]
    scans: Sequence[Scan]
    tests: Sequence[LabTest]
    body: Sequence[Fact]
    uses: Iterable[Use]
    today: date


class Made(NamedTuple):
    """When a bundle is made, by which program, with which parts, and whether her notes are in it."""

    at: datetime
    program: str
    sections: frozenset[str]
    notes: bool = False


def write_bundle(path: Path, person: Person, record: Record, made: Made, *, tell: Tell = silently) -> dict[str, int]:
    """Writes a bundle; how many resources of each type it holds."""
    frame = Frame(person)
    counts: dict[str, int] = defaultdict(int)
    references: list[str] = []
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            f'{{"resourceType":"Bundle","id":{encoded(frame.uuid(f"bundle {stamp(made.at)}"))},"type":"collection",'
            f'"timestamp":{encoded(stamp(made.at))},"entry":[\n'
        )
        file.write(_entry(str(person.id), encoded(patient(person))))
        for kind, resource_id, text in written(frame, record, made):
            file.write(f",\n{_entry(resource_id, text)}")
            references.append(f"urn:uuid:{resource_id}")
            counts[kind] += 1
            if len(references) % BATCH == 0:
                tell(len(references))
        if references:
            said = provenance(frame, references, made)
            file.write(f",\n{_entry(said['id'], encoded(said))}")
            counts["Provenance"] = 1
        file.write("\n]}\n")
    return {"Patient": 1, **counts}


def _entry(resource_id: str, text: str) -> str:
    return f'{{"fullUrl":"urn:uuid:{resource_id}","resource":{text}}}'


def patient(person: Person) -> Resource:
    """Whose record it is: what is needed to read it, and no name."""
    return {
        "resourceType": "Patient",
        "id": str(person.id),
        "identifier": [{"system": NAMING, "value": str(person.id)}],
        **({"gender": _SEXES[person.sex]} if person.sex in _SEXES else {}),
        **({"birthDate": _birth(person.birth_date)} if person.birth_date else {}),
    }


def _birth(born: date) -> str:
    return str(born.year) if year_alone(born) else born.isoformat()


def written(frame: Frame, record: Record, made: Made) -> Iterator[tuple[str, str, str]]:
    """Every resource about her: its type, its id and its text."""
    for resource in _undated(frame, record, made):
        yield resource["resourceType"], resource["id"], encoded(resource)
    intakes = DailyIntakes(frame, record.today)
    for day in record.days:
        if "intakes" in made.sections and day.recorded:
            for resource_id, text in intakes.written(day):
                yield "Observation", resource_id, text
        for entry in day.entries:
            found = _of_entry(frame, entry, made)
            if found is not None:
                yield found["resourceType"], found["id"], encoded(found)


def _undated(frame: Frame, record: Record, made: Made) -> Iterator[Resource]:
    """What is not of a single day's entries."""
    wanted = made.sections
    if "medicines" in wanted:
        yield from (use_statement(frame, use) for use in record.uses)
    if "body" in wanted:
        yield from (observations.body_observation(frame, fact) for fact in record.body)
    if "scans" in wanted:
        yield from _scans(frame, record.scans, notes=made.notes)
    if "lab_tests" in wanted:
        yield from (observations.lab_observation(frame, test, notes=made.notes) for test in record.tests)
    if "movement" in wanted:
        for week in record.weeks:
            yield from observations.week_observations(frame, week, record.today)


def _of_entry(frame: Frame, entry: Entry, made: Made) -> Resource | None:
    notes, wanted = made.notes, made.sections
    if isinstance(entry, Session) and "sessions" in wanted:
        return observations.session_observation(frame, entry, notes=notes)
    if isinstance(entry, Dose) and "doses" in wanted:
        return dose_administration(frame, entry, notes=notes)
    if isinstance(entry, Symptom) and "symptoms" in wanted:
        return observations.symptom_observation(frame, entry, notes=notes)
    if isinstance(entry, Event) and "events" in wanted:
        return observations.event_observation(frame, entry, notes=notes)
    return None


def _scans(frame: Frame, scans: Sequence[Scan], *, notes: bool) -> Iterator[Resource]:
    """The measures of each scan, and a report for each day that holds them together."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for scan in scans:
        for resource in observations.scan_observations(frame, scan, notes=notes):
            by_day[scan.date].append(resource["id"])
            yield resource
    for day, ids in by_day.items():
        yield frame.named(
            {
                "resourceType": "DiagnosticReport",
                "status": "final",
                "code": {"text": "Bone density scan (DXA)"},
                "subject": frame.patient,
                "effectiveDateTime": day.isoformat(),
                "result": [{"reference": f"urn:uuid:{resource_id}"} for resource_id in ids],
            },
            key_text("report", day.isoformat()),
        )


def provenance(frame: Frame, references: Sequence[str], made: Made) -> Resource:
    """That all of it is what the patient herself recorded, and by which program it was put together."""
    roles = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
    return {
        "resourceType": "Provenance",
        "id": frame.uuid(f"provenance {stamp(made.at)}"),
        "target": [{"reference": reference} for reference in references],
        "recorded": stamp(made.at),
        "activity": {"text": "Patient-reported"},
        "agent": [
            {"type": {"coding": [{"system": roles, "code": "author"}], "text": "Patient"}, "who": frame.patient},
            {
                "type": {"coding": [{"system": roles, "code": "assembler"}]},
                "who": {"display": f"BoneCoach {made.program}"},
            },
        ],
    }
