"""What a file is, by how it begins."""

import zipfile

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.kinds import kind_of
from tests.exchange.test_devices import GPX, HEALTH, TCX, fit_file
from tests.exchange.test_sheets import SERVINGS


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b'{"resourceType"', "fhir"),
        (b'\xef\xbb\xbf \n {"a"', "fhir"),
        (b"id,at,date", "csv"),
        (b"", "csv"),
        (b'"' + b"x" * 200_000, "csv"),
        (HEALTH.encode(), "apple"),
        (TCX.encode(), "tcx"),
        (GPX.encode(), "gpx"),
        (b"<html>", "csv"),
        (fit_file(), "fit"),
        (SERVINGS.encode(), "cronometer-servings"),
        (b"Date,Energy (kcal),Completed\n", "cronometer-daily"),
    ],
)
def test_a_file_is_known_by_how_it_begins(tmp_path, begins, kind):
    (tmp_path / "file").write_bytes(begins)
    assert kind_of(tmp_path / "file") == kind


def test_half_a_package_is_said_to_be_half(tmp_path):
    (tmp_path / "file").write_bytes(b"PK\x03\x04 and then the telephone was full")
    with pytest.raises(DiaryError, match="damaged_file"):
        kind_of(tmp_path / "file")


def test_a_package_is_known_by_what_is_in_it(tmp_path):
    for name, kind in (("apple_health_export/export.xml", "apple"), ("intakes.csv", "csv")):
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as package:
            package.writestr(name, "")
        assert kind_of(tmp_path / "x.zip") == kind


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(DiaryError, match="not_a_file"):
        kind_of(tmp_path)
