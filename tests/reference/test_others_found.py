"""What studies found is what the evidence says, and nothing unconfirmed is ever drawn."""

import shutil

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.paths import resources
from bonecoach.reference.others_found import published, published_in

# Evidence 4, copied by hand: source, phase, site, years, percent.
EVIDENCE = {
    ("ATAC2", "on_therapy", "lumbar_spine", 2, -4.1),
    ("ATAC2", "on_therapy", "total_hip", 2, -3.9),
    ("ATAC5", "on_therapy", "lumbar_spine", 5, -6.08),
    ("ATAC5", "on_therapy", "total_hip", 5, -7.24),
    ("ATACOFF", "after_stopping", "lumbar_spine", 1, 2.35),
    ("ATACOFF", "after_stopping", "lumbar_spine", 2, 4.02),
    ("ATACOFF", "after_stopping", "total_hip", 1, 0.71),
    ("ATACOFF", "after_stopping", "total_hip", 2, 0.5),
    ("BREX10", "after_stopping", "lumbar_spine", 5, 2.6),
    ("BREX10", "without_stopping", "lumbar_spine", 5, -1.3),
    ("BREX10", "after_stopping", "femoral_neck", 5, -1.4),
    ("BREX10", "without_stopping", "femoral_neck", 5, -3.8),
}


def test_the_figures_are_those_of_the_evidence():
    assert {(one.source, one.phase, str(one.site), one.years, one.percent) for one in published()} == EVIDENCE
    assert {one.status for one in published()} == {"confirmed"}
    assert {(one.source, one.people) for one in published()} == {
        ("ATAC2", None),
        ("ATAC5", 108),
        ("ATACOFF", 50),
        ("BREX10", 372),
    }


@pytest.mark.parametrize(
    ("said", "instead", "code"),
    [
        ("ATAC2,confirmed", "ATAC2,unconfirmed", "unconfirmed_figure"),
        ("ATAC2,confirmed", "NOBODY,confirmed", "unknown_source"),
        ("2,-4.1", "2,-41", "impossible_range"),
        ("on_therapy", "forecast", "unknown_word"),
        ("lumbar_spine", "spine", "unknown_word"),
        ("atac_hip_2", "atac_spine_2", "repeated"),
    ],
)
def test_a_line_that_cannot_be_is_refused(tmp_path, said, instead, code):
    shutil.copytree(resources() / "evidence", tmp_path / "evidence")
    table = tmp_path / "evidence" / "others_found.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(said, instead, 1), encoding="utf-8")
    with pytest.raises(FaultyTable) as fault:
        published_in(tmp_path)
    assert fault.value.code == code
