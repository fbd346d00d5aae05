"""What a file is, by how it begins."""

import pytest

from bonecoach.core.errors import DiaryError
from bonecoach.exchange.kinds import kind_of


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b'{"resourceType"', "fhir"),
        (b'\xef\xbb\xbf \n {"a"', "fhir"),
        (b"id,at,date", "csv"),
        (b"PK\x03\x04", "csv"),
        (b"", "csv"),
    ],
)
def test_a_file_is_known_by_how_it_begins(tmp_path, begins, kind):
    (tmp_path / "file").write_bytes(begins)
    assert kind_of(tmp_path / "file") == kind


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(DiaryError, match="not_a_file"):
        kind_of(tmp_path)
