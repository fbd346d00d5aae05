"""What a compound holds, against its chemical formula worked out with standard atomic weights."""

import re

import pytest

from bonecoach.paths import resources
from bonecoach.reference.supplements import SupplementTable, read_compounds

WEIGHTS = {
    **{"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "Mg": 24.305},
    **{"P": 30.974, "S": 32.06, "Cl": 35.45, "Ca": 40.078, "Zn": 65.38},
}
COMPOUNDS = {compound.id: compound for compound in read_compounds(resources())}

FORMULAS = {
    # The element first; the water of the crystals that are sold is counted in.
    "calcium_carbonate": "Ca1 C1 O3",
    "calcium_citrate": "Ca3 C12 H18 O18",  # with 4 H2O
    "calcium_citrate_malate": "Ca6 C24 H22 O29",  # 6 : 2 : 3
    "calcium_phosphate": "Ca5 P3 O13 H1",
    "calcium_phosphate_dibasic": "Ca1 H1 P1 O4",
    "calcium_acetate": "Ca1 C4 H6 O4",
    "calcium_bisglycinate": "Ca1 C4 H8 N2 O4",
    "magnesium_oxide": "Mg1 O1",
    "magnesium_citrate": "Mg3 C12 H10 O14",
    "magnesium_bisglycinate": "Mg1 C4 H8 N2 O4",
    "magnesium_malate": "Mg1 C4 H4 O5",
    "magnesium_taurate": "Mg1 C4 H12 N2 O6 S2",
    "magnesium_threonate": "Mg1 C8 H14 O10",
    "magnesium_chloride": "Mg1 Cl2 H12 O6",  # with 6 H2O
    "magnesium_lactate": "Mg1 C6 H14 O8",  # with 2 H2O
    "magnesium_aspartate": "Mg1 C8 H16 N2 O10",  # with 2 H2O
    "magnesium_hydroxide": "Mg1 O2 H2",
    "magnesium_sulfate": "Mg1 S1 O11 H14",  # with 7 H2O
    "zinc_gluconate": "Zn1 C12 H22 O14",
    "zinc_picolinate": "Zn1 C12 H8 N2 O4",
    "zinc_citrate": "Zn3 C12 H14 O16",  # with 2 H2O
    "zinc_sulfate": "Zn1 S1 O11 H14",  # with 7 H2O
    "zinc_oxide": "Zn1 O1",
    "zinc_acetate": "Zn1 C4 H10 O6",  # with 2 H2O
    "zinc_bisglycinate": "Zn1 C4 H8 N2 O4",
}


@pytest.mark.parametrize("compound", FORMULAS)
def test_what_a_compound_holds_follows_from_its_formula(compound):
    masses = [WEIGHTS[atom] * int(count) for atom, count in re.findall(r"([A-Z][a-z]?)(\d+)", FORMULAS[compound])]
    assert COMPOUNDS[compound].elemental_percent == pytest.approx(100 * masses[0] / sum(masses), abs=0.1)


def test_every_compound_that_names_a_formula_as_its_source_is_worked_out_here():
    named = {compound.id for compound in COMPOUNDS.values() if compound.source == "FORMULA"}
    assert named == set(FORMULAS) - {"calcium_carbonate", "calcium_citrate"}  # these two are in the evidence


def test_carbonate_and_citrate_as_the_evidence_has_them():
    # Evidence 2: carbonate 40 %, a 1250 mg tablet is 500 mg Ca; citrate 21 %, a 950 mg tablet is 200 mg Ca.
    carbonate, citrate = SupplementTable().compound("calcium carbonate"), SupplementTable().compound("calcium citrate")
    assert (carbonate.elemental_percent, carbonate.tablet_weights_mg) == (40, (1500, 1250, 750))
    assert (round(citrate.elemental_percent), citrate.tablet_weights_mg) == (21, (950,))
    assert 950 * citrate.elemental_percent / 100 == pytest.approx(200)
    assert (carbonate.source, carbonate.status) == (citrate.source, citrate.status) == ("ODS", "secondary")


def test_gluconate_and_lactate_as_the_evidence_has_them():
    # Evidence 2: gluconate 9 %, lactate 13 %, unconfirmed.
    for compound, percent in (("calcium_gluconate", 9), ("calcium_lactate", 13)):
        assert COMPOUNDS[compound].elemental_percent == pytest.approx(percent)
        assert COMPOUNDS[compound].status == "unconfirmed"
