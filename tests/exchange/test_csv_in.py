"""Files that come in: the diary's own, and those that are damaged, strange or hostile."""

import csv
import io
import json
import os
import struct
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonecoach.core.errors import DiaryError
from bonecoach.exchange import bounded, csv_in
from bonecoach.exchange.arrivals import Ignored, Line, Rejected
from bonecoach.exchange.csv_in import read_tables
from bonecoach.exchange.csv_out import Export, write_zip
from bonecoach.exchange.sheets.sheet import sheet_lines
from tests.makers import MONDAY, food, joint_pain, session

ABOUT = Export(None, None, datetime(2026, 11, 23, 12, 0, tzinfo=UTC), "0.1.0")
SYMPTOMS = "at,zone,name,symptom,score\r\n2026-11-16T08:00,Europe/Berlin,Joint pain,joint_pain,4\r\n"


@pytest.fixture
def package(tmp_path):
    """Makes a zip of named texts."""

    def make(files, compression=zipfile.ZIP_DEFLATED):
        path = tmp_path / "diary.zip"
        with zipfile.ZipFile(path, "w", compression) as made:
            for name, text in files.items():
                made.writestr(name, text)
        return path

    return make


@pytest.fixture
def alone(tmp_path):
    """Makes a single table."""

    def make(text, name="symptoms.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return make


def refused(path):
    with pytest.raises(DiaryError) as refusal:
        list(read_tables(path))
    return refusal.value.code


@pytest.mark.parametrize("row", ['"ab\n",' * 300_000, "," * 2_000, '"' + "x\n" * 600_000 + '"'])
def test_a_row_without_end_is_refused_before_it_takes_room(package, alone, row):
    assert refused(package({"symptoms.csv": SYMPTOMS + row})) in ("long_line", "damaged_table")
    assert refused(alone(SYMPTOMS + row)) in ("long_line", "damaged_table")
    with pytest.raises(DiaryError) as refusal:
        list(sheet_lines(alone("a,b\n1,2\n" + row), frozenset()))
    assert refusal.value.code in ("long_line", "damaged_table")


def test_a_row_that_goes_over_lines_is_known_by_its_first(alone):
    text = SYMPTOMS.replace("score", "score,note").replace("4\r\n", '4,"a\nb\nc"\r\n')
    first, second = list(read_tables(alone(text + "soon,Europe/Berlin,Joint pain,joint_pain,4,\r\n")))
    assert (first.line, first.value.note, second.line) == (2, "a\nb\nc", 5)


def test_a_zip_that_left_comes_back(tmp_path):
    things = {"intakes": [food(calcium_mg=244)], "sessions": [session(30)], "rest_weeks": [MONDAY], "events": []}
    for bom in (False, True):
        write_zip(tmp_path / "diary.zip", things, ABOUT, bom=bom)
        read = list(read_tables(tmp_path / "diary.zip"))
        assert [(line.file, line.line, line.table) for line in read] == [
            ("intakes.csv", 2, "intakes"),
            ("sessions.csv", 2, "sessions"),
            ("rest_weeks.csv", 2, "rest_weeks"),
        ]
        assert [line.value for line in read] == [food(calcium_mg=244), session(30), MONDAY]


def test_a_single_table_is_known_by_its_columns(alone):
    (line,) = read_tables(alone(SYMPTOMS, "what I noted.csv"))
    assert (line.table, line.line, line.value) == ("symptoms", 2, joint_pain(4))
    (week,) = read_tables(alone("first_day\n2026-11-16\n", "weeks.csv"))
    assert (week.table, week.value) == ("rest_weeks", MONDAY)
    assert refused(alone("day,what\n2026-11-16,milk\n")) == "no_tables_in_it"
    assert refused(alone("")) == "no_tables_in_it"
    assert refused(alone('"' + "x" * 200_000)) == "no_tables_in_it"


def test_a_line_is_named_by_where_it_begins_however_many_it_spans(alone):
    text = (
        'at,zone,name,symptom,note\r\n2026-11-16T08:00,Europe/Berlin,Pain,joint_pain,"one\r\ntwo\r\nthree"\r\n\r\n'
        "2026-11-16T09:00,Europe/Berlin,Pain,itch,\r\n2026-11-16T10:00,Europe/Berlin,Pain,joint_pain\r\n"
    )
    first, itch, short = read_tables(alone(text))
    assert (first.line, first.value.note) == (2, "one\r\ntwo\r\nthree")
    assert (itch.line, itch.error.code) == (6, "unknown_symptom")
    assert (short.line, short.error.code) == (7, "cells_do_not_fit")


def test_what_nobody_knows_is_left_out_and_said(package):
    files = {
        "export/symptoms.csv": SYMPTOMS.replace("score", "mood"),
        "__MACOSX/._symptoms.csv": "\0",
        "notes.txt": "x",
        "folder/": "",
    }
    read = list(read_tables(package(files)))
    assert [one.what for one in read if isinstance(one, Ignored)] == ["notes.txt", "symptoms.csv: mood"]
    assert sum(isinstance(one, Line) for one in read) == 1


@pytest.mark.parametrize(
    "name",
    ["../symptoms.csv", "a/../../symptoms.csv", "/etc/symptoms.csv", "C:\\symptoms.csv", "..\\symptoms.csv", "~/x"],
)
def test_nothing_leads_out_of_a_package(package, name):
    assert refused(package({name: SYMPTOMS, "events.csv": "at,zone,name,event\n"})) == "strange_package"


def test_packages_that_are_no_export(package, tmp_path):
    assert refused(package({"notes.txt": "x"})) == "no_tables_in_it"
    assert refused(package({"symptoms.csv": SYMPTOMS, "b/symptoms.csv": SYMPTOMS})) == "strange_package"
    assert refused(package({"symptoms.csv": SYMPTOMS}, zipfile.ZIP_LZMA)) == "strange_package"
    assert refused(package({f"{n}.txt": "" for n in range(1_001)})) == "file_too_large"
    assert refused(tmp_path / "none.zip") == "no_such_file"
    assert refused(tmp_path) == "not_a_file"


def test_a_package_with_a_password_is_said_so(package):
    path = package({"symptoms.csv": SYMPTOMS})
    content = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the flags: bit 0 is encryption
        content[content.index(signature) + at] |= 1
    path.write_bytes(content)
    assert refused(path) == "locked_package"


def test_a_newer_export_is_left_alone_and_a_changed_description_is_no_matter(package):
    def described(text):
        return package({"symptoms.csv": SYMPTOMS, "datapackage.json": text})

    assert refused(described(json.dumps({"bonecoach": {"format": 2}}))) == "newer_export"
    for text in ("", "[]", "{", '{"bonecoach": 5}', '{"bonecoach": {"format": "old"}}', "[" * 200_000):
        assert len(list(read_tables(described(text)))) == 1


def test_a_bomb_is_put_down_before_it_goes_off(package, monkeypatch):
    path = package({"symptoms.csv": SYMPTOMS + "\r\n" * 3_000_000})
    assert path.stat().st_size < 20_000
    monkeypatch.setattr(bounded.Budget.__init__, "__defaults__", (1_000_000,))
    assert refused(path) == "file_too_large"
    monkeypatch.setattr(bounded, "LARGEST_PACKAGE", 1_000)
    assert refused(path) == "file_too_large"


def test_a_line_without_an_end_is_not_read_to_its_end(package, alone):
    assert refused(package({"symptoms.csv": SYMPTOMS + "x" * 2_000_000})) == "long_line"
    assert refused(alone(SYMPTOMS + "2026," * 300_000)) == "long_line"
    assert refused(alone(SYMPTOMS + '"' + "x\n" * 100_000)) == "damaged_table"


def test_more_lines_than_anyone_lives_are_not_read(alone, monkeypatch):
    monkeypatch.setattr(csv_in, "MOST_LINES", 1)
    assert refused(alone(SYMPTOMS * 2)) == "file_too_large"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp1252"])
def test_other_encodings_are_named_and_not_guessed(alone, package, encoding):
    text = SYMPTOMS.replace("Joint pain", "Knöchel, schmerzt")
    assert refused(package({"symptoms.csv": text.encode(encoding)})) == "not_utf8"
    assert refused(alone(text.encode(encoding))) == "not_utf8"


def test_columns_that_do_not_fit(package):
    assert refused(package({"symptoms.csv": "at,zone,name\n"})) == "columns_missing"
    assert refused(package({"symptoms.csv": ""})) == "columns_missing"
    assert refused(package({"symptoms.csv": "at,zone,name,symptom,name\n"})) == "columns_twice"
    assert refused(package({"symptoms.csv": SYMPTOMS + 'a"b,"c"d\n'})) == "damaged_table"


def test_half_a_package_is_said_to_be_half(package):
    whole = package({"symptoms.csv": SYMPTOMS * 50, "events.csv": "at,zone,name,event\n"}).read_bytes()
    for length in range(0, len(whole), 37):
        path = package({})
        path.write_bytes(whole[:length])
        assert refused(path) == ("damaged_file" if length >= 4 else "no_tables_in_it")


def test_a_byte_that_fell_over_is_noticed(package):
    path = package({"symptoms.csv": SYMPTOMS * 50})
    whole = bytearray(path.read_bytes())
    whole[100] ^= 0xFF
    path.write_bytes(whole)
    assert refused(path) == "damaged_file"


def test_a_file_without_a_name_is_strange(package):
    path = package({"symptoms.csv": SYMPTOMS})
    # A name ends at its first zero.
    path.write_bytes(path.read_bytes().replace(b"symptoms.csv", b"\0ymptoms.csv"))
    assert refused(path) == "strange_package"


@settings(max_examples=300)
@given(st.data())
def test_whatever_became_of_a_package_it_is_read_or_refused_in_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / f"fuzzed-{os.getpid()}.zip"
    write_zip(path, {"symptoms": [joint_pain(4)] * 3, "rest_weeks": [MONDAY]}, ABOUT)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)
    try:
        for one in read_tables(path):
            assert isinstance(one, Line | Rejected | Ignored)
    except DiaryError as refusal:
        assert refusal.code in (  # noqa: PT017 - it may also be read
            "damaged_file", "strange_package", "locked_package", "no_tables_in_it", "not_utf8", "file_too_large",
            "columns_missing", "columns_twice", "damaged_table", "long_line", "newer_export", "cannot_read",
        )  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.lists(st.text(max_size=8), max_size=7), max_size=6), st.booleans())
def test_whatever_stands_in_a_table_is_read_or_rejected_line_by_line(tmp_path_factory, rows, quoted):
    path = tmp_path_factory.getbasetemp() / f"rows-{os.getpid()}.csv"
    text = io.StringIO(newline="")
    lines = csv.writer(text, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n")
    lines.writerow(["at", "zone", "name", "symptom", "score"])
    for row in rows:
        lines.writerow(row)
    path.write_bytes(text.getvalue().encode("utf-8", "replace"))
    read = list(read_tables(path))
    assert all(isinstance(one, Rejected) for one in read)
    assert len(read) == len([row for row in rows if row])


def test_what_the_system_refuses_is_said(tmp_path, monkeypatch):
    path = tmp_path / "diary.csv"
    path.write_text(SYMPTOMS)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(zipfile, "is_zipfile", refuse)
    assert refused(path) == "cannot_read"


def test_the_faults_of_packages_are_those_that_zipfile_knows():
    assert {zipfile.BadZipFile, zlib.error, struct.error} <= set(bounded._DAMAGED)
