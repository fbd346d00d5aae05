"""The codes that leave to clinics are those of the evidence, and none that nobody confirmed."""

from pathlib import Path

import pytest

from bonecoach.core.errors import FaultyTable
from bonecoach.core.measurements import TEST_UNITS, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.reference.codes import SYSTEMS, codes, codes_in
from bonecoach.reference.medicines import MedicineTable


@pytest.mark.parametrize(
    ("key", "code", "unit"),
    [
        # Evidence 9, copied by hand.
        ("movement.days_a_week", "89555-7", "d/wk"),
        ("movement.minutes_a_day", "68516-4", "min/d"),
        ("movement.minutes_a_week", "82290-8", "min/wk"),
        ("movement.strength_days_a_week", "82291-6", "d/wk"),
        ("intake.calcium_mg", "81137-2", "mg"),
        ("intake.vitamin_d_ug", "81929-2", "ug"),
        ("intake.magnesium_mg", "81005-1", "mg"),
        ("intake.zinc_mg", "81089-5", "mg"),
        ("intake.protein_g", "9085-2", "g"),
        ("intake.fibre_g", "81133-1", "g"),
        ("intake.sodium_mg", "81011-9", "mg"),
        ("scan.t_score.lumbar_spine", "38267-1", "1"),
        ("scan.z_score.lumbar_spine", "85394-5", "1"),
        ("scan.bmd.lumbar_spine", "24966-4", "g/cm2"),
        ("scan.t_score.total_hip", "38264-8", "1"),
        ("scan.bmd.total_hip.left", "46278-8", "g/cm2"),
        ("scan.z_score.total_hip.right", "80937-6", "1"),
        ("scan.bmd.femoral_neck", "24701-5", "g/cm2"),
        ("scan.t_score.femoral_neck.left", "80948-3", "1"),
        ("scan.bmd.femoral_neck.right", "80953-3", "g/cm2"),
        ("scan.t_score.forearm", "38265-5", "1"),
        ("test.25ohd.ng/mL", "62292-8", "ng/mL"),
        ("test.ctx.ng/mL", "41171-0", "ng/mL"),
        ("test.ntx.nmol/mmol", "14115-0", "nmol/mmol{creat}"),
        ("test.p1np.ug/L", "77370-5", "ug/L"),
        ("test.bone_alp.ug/L", "17838-4", "ug/L"),
        ("pain", "72514-3", "{score}"),
        ("weight_kg", "29463-7", "kg"),
        ("height_cm", "8302-2", "cm"),
    ],
)
def test_a_code_is_that_of_the_evidence(key, code, unit):
    (found,) = codes()[key]
    assert (found.uri, found.code, found.unit) == ("http://loinc.org", code, unit)


@pytest.mark.parametrize(
    ("medicine", "ingredient", "substance"),
    [
        ("anastrozole", "84857", "386910003"),
        ("letrozole", "72965", "386911004"),
        ("exemestane", "258494", "387017005"),
        ("alendronate", "46041", "96290008"),
        ("risedronate", "73056", "387582001"),
        ("ibandronate", "115264", "96287002"),
        ("zoledronic_acid", "77655", "395926009"),
        ("denosumab", "993449", "446321003"),
    ],
)
def test_a_medicine_has_its_ingredient_and_its_substance(medicine, ingredient, substance):
    found = {code.system: code.code for code in codes()[f"medicine.{medicine}"]}
    assert found == {"rxnorm": ingredient, "snomed": substance}


def test_every_site_and_medicine_has_its_codes():
    assert {f"medicine.{medicine.id}" for medicine in MedicineTable().all()} <= set(codes())
    assert {f"scan.{what}.{site}" for what in ("bmd", "t_score", "z_score") for site in Site} <= set(codes())
    assert {key.removeprefix("intake.") for key in codes() if key.startswith("intake.")} <= set(Nutrient)


def test_what_has_no_code_has_none():
    # Vitamin K has no known code of intake; 25-OH vitamin D in nmol/L, calcium and bone ALP in U/L have none here.
    assert not {"intake.vitamin_k1_ug", "intake.vitamin_k2_ug", "test.25ohd.nmol/L", "test.bone_alp.U/L"} & set(codes())
    assert not [key for key in codes() if key.startswith("test.calcium")]
    units = {tuple(key.split(".")[1:]) for key in codes() if key.startswith("test.")}
    assert all(unit in TEST_UNITS[name] for name, unit in units)


def test_a_registrys_own_name_stands_only_where_the_evidence_quotes_it():
    named = {code.code: code.display for found in codes().values() for code in found if code.display}
    # Evidence 9, copied by hand; ingredients are called in RxNorm what its table calls them.
    assert named == {
        "82290-8": "Frequency of moderate to vigorous aerobic physical activity",
        "72514-3": "Pain severity - 0-10 verbal numeric rating",
        "84857": "anastrozole",
        "72965": "letrozole",
        "258494": "exemestane",
        "46041": "alendronate",
        "73056": "risedronate",
        "115264": "ibandronate",
        "77655": "zoledronic acid",
        "993449": "denosumab",
    }


def test_every_code_stands_in_the_manual():
    page = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
    rows = [tuple(cell.strip().strip("`") for cell in row.split("|")[1:-1]) for row in page.splitlines()]
    made = {(c.id, c.system, c.code, c.unit, c.source, c.status) for found in codes().values() for c in found}
    assert made == {row for row in rows if len(row) == 6 and row[1] in SYSTEMS}


def test_no_code_stands_for_two_different_things():
    loinc = [code for found in codes().values() for code in found if code.system == "loinc"]
    things = {code.code: {each.id.split(".")[:2][-1] for each in loinc if each.code == code.code} for code in loinc}
    assert {code for code, about in things.items() if len(about) > 1} == set()
    assert not {"81075-4", "109088-5", "40797-3"} & set(things)  # traps of evidence 9


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("pain,loinc,72514-3,,{score},CODES,unconfirmed", "unconfirmed_code"),
        ("pain,loinc,pain,,{score},CODES,secondary", "not_a_code"),
        ("pain,icd,72514-3,,{score},CODES,secondary", "unknown_word"),
        ("pain,loinc,72514-3,,{score},NOBODY,secondary", "unknown_source"),
        ("pain,loinc,1,,,CODES,secondary\npain,loinc,2,,,CODES,secondary", "repeated"),
    ],
)
def test_a_faulty_line_is_refused(tmp_path, line, code):
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "sources.csv").write_text("id,citation,doi\nCODES,x,\n")
    (tmp_path / "evidence" / "codes.csv").write_text(f"id,system,code,display,unit,source,status\n{line}\n")
    with pytest.raises(FaultyTable) as fault:
        codes_in(tmp_path)
    assert fault.value.code == code
