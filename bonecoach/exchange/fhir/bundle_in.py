"""A bundle read resource by resource, however large it is, and what of it belongs into a diary."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from json.decoder import JSONDecodeError
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from bonecoach.core.days import EARLIEST
from bonecoach.core.errors import DiaryError, InvalidEntry
from bonecoach.core.measurements import Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.profile import Fact, fact_value
from bonecoach.exchange.arrivals import MOST_REJECTED, Arrived, Ignored, Line, Rejected
from bonecoach.exchange.bounded import LARGEST_PACKAGE, refuse_what_is_no_file, told_of_reading
from bonecoach.exchange.fhir import foreign, things
from bonecoach.exchange.fhir.gathered import Gathered
from bonecoach.exchange.fhir.uses_in import USES, use_of
from bonecoach.exchange.fhir.values import Given, mapping, names, text, unreadable

MOST_RESOURCES = 1_000_000
"""Ten years are 60,000."""

_SIZES = (8_000, 200_000, 20_000_000)
"""Characters of one value, which may take twenty times as much room unpacked. Most are shorter than the first; a report
that a clinic sends along is not."""

_BLANK = re.compile(r"[ \t\n\r]*")
_HALVES = re.compile(r"\\u[dD][89a-fA-F]")
"""An escape that is one half of a letter, alone or not."""

_DERIVED = frozenset({"week", "report"})
"""What follows from the rest of a bundle, and is counted anew."""

_READERS: dict[str, tuple[str, Callable[[Given, tuple[str, ...], str], Any]]] = {
    "session": ("sessions", things.session_of),
    "dose": ("doses", things.dose_of),
    "symptom": ("symptoms", things.symptom_of),
    "event": ("events", things.event_of),
    "test": ("lab_tests", things.lab_test_of),
    "fact": ("facts", things.fact_of),
    "use": (USES, use_of),
}


class Subject(NamedTuple):
    """Whom a bundle is about: the name of the diary it left, where it left one, and what stands of her in it."""

    diary_id: str
    birth_date: date | None
    sex: str | None


class Bundle(NamedTuple):
    """A bundle that was read."""

    subject: Subject
    arrived: tuple[Arrived, ...]


def read_bundle(path: Path, zone: str) -> Bundle:
    """What a FHIR R4 bundle holds that belongs into a diary. Moments without a zone are of `zone`.

    Resources that this program made are known by their names; others by their codes. Raises DiaryError("no_such_file",
    "not_a_file", "cannot_read", "file_too_large", "not_utf8", "not_a_bundle", "several_patients",
    "another_kind_of_file").
    """
    refuse_what_is_no_file(path)
    with told_of_reading(path):
        if path.stat().st_size > LARGEST_PACKAGE:
            raise DiaryError("file_too_large")
        try:
            content = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise DiaryError("not_utf8", file=path.name, line=1) from None
    reading = _Reading(path.name, zone)
    for number, resource in enumerate(resources_in(content, path), start=1):
        if number > MOST_RESOURCES:
            raise DiaryError("file_too_large")
        reading.take(number, resource)
    return reading.bundle()


def resources_in(content: str, path: Path) -> Iterator[Given]:
    """The resources of a bundle, one at a time.

    Raises DiaryError("not_a_bundle") for any other text, and "file_too_large".
    """
    kind: object = None
    whole = _HALVES.search(content) is None
    try:
        at = _past(content, 0, "{")
        while True:
            key, at = _value(content, at)
            at = _past(content, at, ":")
            if key == "entry":
                at = _past(content, at, "[")
                while content[at] != "]":
                    entry, at = _value(content, at)
                    yield mapping(mapping(entry if whole else _mended(entry), {}).get("resource"), {})
                    at = _blank(content, at)
                    if content[at] != "]":
                        at = _past(content, at, ",")
                at = _blank(content, at + 1)
            else:
                value, at = _value(content, at)
                kind = value if key == "resourceType" else kind
                at = _blank(content, at)
            if content[at] == "}":
                break
            at = _past(content, at, ",")
        if _blank(content, at + 1) < len(content):
            raise ValueError(content[at : at + 1])
    except (JSONDecodeError, RecursionError, IndexError, ValueError, InvalidEntry):
        raise DiaryError("not_a_bundle", path=str(path)) from None
    if kind != "Bundle":
        raise DiaryError("not_a_bundle", path=str(path))


def _mended(found: object) -> object:
    """Halves of letters, which nothing can write again, as the sign for what could not be read."""
    text = json.dumps(found, ensure_ascii=False)
    return json.loads(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


_decode = json.JSONDecoder(parse_constant=_no_constant).raw_decode


def _value(content: str, at: int) -> tuple[Any, int]:
    """The value that begins at a place, and the place behind it: no more is unpacked than one value may be long.

    Raises DiaryError("file_too_large") for a longer one, and JSONDecodeError.
    """
    for size in _SIZES:
        part = content[at : at + size]
        try:
            value, end = _decode(part)
        except JSONDecodeError:
            if len(part) < size:  # there is no more of it
                raise
        else:
            return value, at + end
    raise DiaryError("file_too_large")


def _blank(content: str, at: int) -> int:
    """The next place that is not blank."""
    found = _BLANK.match(content, at)
    return at if found is None else found.end()


def _past(content: str, at: int, sign: str) -> int:
    """The place behind a sign and the blanks around it. Raises ValueError where another sign stands."""
    at = _blank(content, at)
    if content[at] != sign:
        raise ValueError(sign)
    return _blank(content, at + 1)


class _Reading:
    """Takes resources one by one."""

    def __init__(self, file: str, zone: str) -> None:
        self._file, self._zone = file, zone
        self._gathered = Gathered(file)
        self._arrived: list[Arrived] = []
        self._ignored: Counter[str] = Counter()
        self._rejected = 0
        self._subjects: set[str] = set()
        self._patients: list[Subject] = []
        self._patient_ids: set[str] = set()

    def take(self, number: int, resource: Given) -> None:
        """One resource: kept, rejected with its reason, or counted as left out."""
        try:
            kept = self._taken(number, resource)
            if kept:
                self._subjects.add(text(mapping(resource.get("subject"), resource).get("reference"), resource))
            elif resource.get("resourceType") not in ("Patient", "Provenance"):
                self._ignored[text(resource.get("resourceType"), resource)] += 1
        except InvalidEntry as error:
            self._arrived.append(Rejected(self._file, number, error))
            self._rejected += 1
            if self._rejected > MOST_REJECTED:
                raise DiaryError("another_kind_of_file", most=MOST_REJECTED) from None

    def _taken(self, number: int, resource: Given) -> bool:
        if resource.get("resourceType") == "Patient":
            self._patient(number, resource)
            return False
        name = names(resource)
        if not name:
            return self._of_others(number, resource)
        if name[0] in _DERIVED:
            return True
        if name[0] == "intake":
            self._gathered.intake(resource, number, _nutrient(name, resource))
        elif name[0] == "scan":
            self._scan(number, resource, name)
        elif name[0] in _READERS:
            table, read = _READERS[name[0]]
            try:
                thing = read(resource, name, self._zone)
            except ValueError:  # a name of too few or too many parts
                raise unreadable(resource) from None
            self._arrived.append(Line(self._file, number, table, thing, loose=True))
        else:
            raise unreadable(resource)
        return True

    def _scan(self, number: int, resource: Given, name: tuple[str, ...]) -> None:
        try:
            _, site, scan_id, measure = name
            side = next((side for side in Side if side.value in _place(resource)), None)
            self._gathered.scan(resource, number, Site(site), side, measure, scan_id)
        except ValueError:
            raise unreadable(resource) from None

    def _of_others(self, number: int, resource: Given) -> bool:
        found = foreign.taken(resource, number, self._gathered)
        if isinstance(found, tuple):
            self._arrived.append(Line(self._file, number, *found))
        return found is not False

    def _patient(self, number: int, resource: Given) -> None:
        birth, sex = text(resource.get("birthDate"), resource), text(resource.get("gender"), resource)
        facts = [
            Fact(key, fact_value(key, said, today=date.max), EARLIEST)
            for key, said in (("birth_date", birth), ("sex", sex))
            if said and (key == "birth_date" or said in ("female", "male"))
        ]
        self._arrived += [Line(self._file, number, "facts", fact) for fact in facts]
        known = {fact.key: fact.value for fact in facts}
        diary_id = (names(resource) or ("",))[0]
        self._patient_ids.add(text(resource.get("id"), resource))
        self._patients.append(Subject(diary_id, known.get("birth_date"), known.get("sex")))  # type: ignore[arg-type]

    def bundle(self) -> Bundle:
        """All of it. Raises DiaryError("several_patients")."""
        meant = {re.split(r"[/:]", subject)[-1] for subject in self._subjects if subject}
        if len(self._patients) > 1 or len(meant | (self._patient_ids - {""})) > 1:
            raise DiaryError("several_patients")
        left_out = (Ignored(f"{count} × {kind}") for kind, count in sorted(self._ignored.items()))
        subject = self._patients[0] if self._patients else Subject("", None, None)
        return Bundle(subject, (*self._arrived, *self._gathered.lines(), *left_out))


def _nutrient(name: tuple[str, ...], resource: Given) -> Nutrient:
    try:
        _, _day, nutrient = name
        return Nutrient(nutrient)
    except ValueError:
        raise unreadable(resource) from None


def _place(resource: Given) -> list[str]:
    return text(mapping(resource.get("bodySite"), resource).get("text"), resource).lower().replace(",", " ").split()
