"""How far long work has come: how much an export will be, and an import that is stopped. Today: tests/clocks.py."""

from datetime import date

import pytest

from bonecoach.core.progress import heard_by
from bonecoach.diary.demo import fill

MANY = 1_500
DAYS = date(2026, 9, 1), date(2026, 9, 30)


class Stopped(Exception):
    pass


def stop_at(least):
    def tell(percent):
        if percent >= least:
            raise Stopped

    return tell


@pytest.fixture
def pains(tmp_path):
    rows = "".join(
        f"20{10 + nth // 300}-{1 + nth // 25 % 12:02}-{1 + nth % 25:02}T08:00,Europe/Berlin,joint_pain,4,Joint pain\n"
        for nth in range(MANY)
    )
    path = tmp_path / "symptoms.csv"
    path.write_text(f"at,zone,symptom,score,name\n{rows}")
    return path


@pytest.mark.parametrize("span", [(), DAYS])
def test_how_much_will_leave_is_reckoned_well_enough_for_a_bar(diary, tmp_path, span):
    fill(diary)
    for kind, write in (("csv", diary.leaving.csv), ("fhir", diary.leaving.fhir)):
        written = sum(write(tmp_path / f"{kind}.out", *span).values())
        assert diary.leaving.about(kind, *span) == pytest.approx(written, rel=0.15)


def test_nothing_to_leave_is_no_reason_to_divide_by_it(diary):
    assert (diary.leaving.about("csv"), diary.leaving.about("fhir")) == (1, 1)


def test_an_import_that_is_stopped_has_taken_in_nothing_and_comes_in_the_next_time(diary, pains):
    arrival = diary.arriving.csv(pains)
    with pytest.raises(Stopped), heard_by(stop_at(50)):
        diary.arriving.keep(arrival)
    assert (diary.entries(), diary.can_undo()) == ([], None)
    diary.arriving.keep(arrival)
    assert len(diary.entries()) == MANY


def test_looking_what_is_new_and_taking_back_can_be_stopped_too(diary, pains):
    with pytest.raises(Stopped), heard_by(stop_at(60)):
        diary.arriving.csv(pains)
    diary.arriving.keep(diary.arriving.csv(pains))
    for least in (10, 60):  # while the rows are looked up, and while they are taken away
        with pytest.raises(Stopped), heard_by(stop_at(least)):
            diary.undo()
        assert len(diary.entries()) == MANY
    diary.undo()
    with pytest.raises(Stopped), heard_by(stop_at(60)):
        diary.redo()
    assert diary.entries() == []
    diary.redo()
    assert len(diary.entries()) == MANY
