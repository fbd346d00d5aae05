"""Doses as people keep them in tables of their own."""

from datetime import date

import pytest

from bonecoach.core.errors import InvalidEntry
from bonecoach.exchange.sheets.doses_told import DOSES_TOLD, MedicineNamed
from bonecoach.exchange.sheets.matching import Matching, Names, read_matched
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.medicines import MedicineTable
from tests.makers import BERLIN

TABLE = MedicineTable()
COLUMNS = {"date": "Day", "time": "Time", "medicine": "Medicine", "amount": "Dose", "state": "Taken", "note": "Note"}


def medicines(words):
    if words == "Ramipril":
        return MedicineNamed("ramipril", "Ramipril")
    known = TABLE.named(words)
    return None if known is None else MedicineNamed(known.id, known.name)


NAMES = Names(ActivityTable(), medicines)


@pytest.fixture
def told(tmp_path):
    """What a line of her table says: a dose, or why it says none."""

    def read(medicine="Letrozole", dose="", taken="yes", time="", note=""):
        path = tmp_path / "mine.csv"
        path.write_text(f'Day,Time,Medicine,Dose,Taken,Note\n2026-11-16,{time},{medicine},"{dose}",{taken},{note}\n')
        matching = Matching("doses", COLUMNS, {}, needed=frozenset({"date", "medicine", "state"}))
        (line,) = read_matched(path, matching, BERLIN, NAMES)
        if hasattr(line, "error"):
            raise line.error
        assert line.table == DOSES_TOLD
        return line.value

    return read


@pytest.mark.parametrize(
    ("medicine", "dose", "label"),
    [
        ("Letrozole", "", "Letrozole"),
        ("letrozole", "2.5 mg", "Letrozole 2.5 mg"),
        ("LETROZOLE", "2,5 mg", "Letrozole 2.5 mg"),
        ("Femara", "2.5mg", "Letrozole 2.5 mg"),
        ("Femara 2.5 mg", "", "Letrozole 2.5 mg"),
        ("Letrozole 2.5mg", "", "Letrozole 2.5 mg"),
        ("Letrozole 2.5 mg", "5 mg", "Letrozole 5 mg"),  # the column that was named wins
        ("Arimidex", "1", "Anastrozole 1"),
        ("Arimidex", "1 tablet", "Anastrozole 1 tablet"),
        ("Alendronic acid", "70 mg", "Alendronate 70 mg"),
        ("Prolia", "60", "Denosumab 60"),
        ("Ramipril", "5 mg", "Ramipril 5 mg"),
        ("Ramipril", "75 mcg", "Ramipril 75 mcg"),
        ("Ramipril", "75 \u00b5g", "Ramipril 75 \u03bcg"),  # the type has the letter, not the sign
        ("Ramipril", "1 g", "Ramipril 1 g"),
        ("Ramipril", "1000 IU", "Ramipril 1000 IU"),
        ("Ramipril", "2 Tabletten", "Ramipril 2 Tabletten"),
        ("Ramipril", "5 MG.", "Ramipril 5 MG."),
        ("Ramipril", "20 drops", "Ramipril 20 drops"),
    ],
)
def test_a_medicine_by_any_name_and_its_dose(told, medicine, dose, label):
    assert told(medicine, dose).dose.label == label


@pytest.mark.parametrize(
    ("said", "state"),
    [(word, "taken") for word in ("yes", "Y", "x", "X", "1", "TRUE", "taken", "✓", "ja", "Genommen")]
    + [(word, "missed") for word in ("no", "N", "0", "false", "missed", "forgot", "nein")]
    + [(word, "skipped") for word in ("skipped", "Skip", "ausgelassen")],
)
def test_whether_it_was_taken_in_the_words_of_people(told, said, state):
    assert told(taken=said).dose.state == state


def test_without_a_time_it_stands_at_the_end_of_its_day(told):
    unsaid, said = told(), told(time="8:15 PM")
    assert (unsaid.has_time, f"{unsaid.dose.moment.wall:%H:%M}") == (False, "23:59")
    assert (said.has_time, f"{said.dose.moment.wall:%H:%M}") == (True, "20:15")
    assert unsaid.dose.moment.date == said.dose.moment.date == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"medicine": "Paracetamol"}, "unknown_medicine"),
        ({"medicine": "Letrozol 2.5"}, "unknown_medicine"),  # a misspelling is never guessed
        ({"medicine": ""}, "cell_missing"),
        ({"taken": ""}, "cell_missing"),
        ({"taken": "maybe"}, "cell_not_a_choice"),
        ({"taken": "2"}, "cell_not_a_choice"),
        ({"dose": "a few"}, "not_a_dose"),
        ({"dose": "-1"}, "impossible_dose"),
        ({"dose": "0"}, "impossible_dose"),
        ({"dose": "2.5 mg, 5 mg"}, "not_a_dose"),
        ({"dose": "2.5 furlong"}, "unknown_unit"),
        ({"dose": "2.5 mgg"}, "unknown_unit"),
        ({"dose": "2.5 mg yes"}, "unknown_unit"),
        ({"dose": "5 km"}, "unknown_unit"),
        ({"dose": "30 min"}, "unknown_unit"),
        ({"medicine": "Letrozole 2.5 elephants"}, "unknown_unit"),
        ({"time": "25:00"}, "cell_not_a_time"),
    ],
)
def test_what_cannot_be_kept_is_said_with_its_reason(told, line, code):
    with pytest.raises(InvalidEntry) as refused:
        told(**line)
    assert refused.value.code == code


def test_each_line_of_an_unknown_unit_is_refused_and_the_others_are_read(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("Day,Dose,Unit\n2026-11-16,2.5,mg\n2026-11-17,2.5,bananas\n2026-11-18,2.5,\n2026-11-19,1,blue\n")
    matching = Matching(
        "doses", {"date": "Day", "amount": "Dose", "unit": "Unit"}, {"medicine": "letrozole", "state": "taken"}
    )
    found = list(read_matched(path, matching, BERLIN, NAMES))
    refused = [(one.line, one.error.code, one.error.facts["unit"]) for one in found if hasattr(one, "error")]
    assert refused == [(3, "unknown_unit", "bananas"), (5, "unknown_unit", "blue")]
    doses = [one.value.dose for one in found if hasattr(one, "value")]
    assert [(dose.amount, dose.unit) for dose in doses] == [(2.5, "mg"), (2.5, None)]


def test_a_table_of_one_medicine_needs_no_column_for_it(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("Day,Letrozole\n2026-11-16,x\n2026-11-17,\n2026-11-18,forgot\n")
    columns, needed = {"date": "Day", "state": "Letrozole"}, frozenset({"date", "medicine", "state"})
    matching = Matching("doses", columns, {"medicine": "letrozole"}, needed=needed)
    first, empty, last = read_matched(path, matching, BERLIN, NAMES)
    assert [line.value.dose.state for line in (first, last)] == ["taken", "missed"]
    assert (empty.error.code, empty.error.facts["column"]) == ("cell_missing", "Letrozole")
