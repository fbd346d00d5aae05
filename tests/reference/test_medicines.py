"""The medicines of the evidence, by generic and brand name, with their usual dose."""

import pytest

from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.sources import sources

TABLE = MedicineTable()


@pytest.mark.parametrize(
    ("medicine", "amount", "every", "kind"),
    [
        # Evidence 5.1 and 5.2.
        ("anastrozole", 1, "day", "aromatase_inhibitor"),
        ("letrozole", 2.5, "day", "aromatase_inhibitor"),
        ("exemestane", 25, "day", "aromatase_inhibitor"),
        ("alendronate", 70, "week", "oral_bisphosphonate"),
        ("risedronate", 35, "week", "oral_bisphosphonate"),
        ("ibandronate", 150, "month", "oral_bisphosphonate"),
        ("zoledronic_acid", 4, "6months", "infusion"),
        ("denosumab", 60, "6months", "injection"),
    ],
)
def test_the_usual_dose_is_that_of_the_evidence(medicine, amount, every, kind):
    found = TABLE.get(medicine)
    assert (found.dose_amount, found.dose_unit, found.every, found.kind) == (amount, "mg", every, kind)
    assert found.status == "confirmed"
    assert sources(found.source)


@pytest.mark.parametrize(
    ("words", "medicine"),
    [
        ("Arimidex", "anastrozole"),
        ("FEMARA", "letrozole"),
        ("aromasin", "exemestane"),
        ("alendronic acid", "alendronate"),
        ("fosamax", "alendronate"),
        ("actonel", "risedronate"),
        ("bonviva", "ibandronate"),
        ("boniva", "ibandronate"),
        ("zometa", "zoledronic_acid"),
        ("prolia", "denosumab"),
    ],
)
def test_a_medicine_is_found_by_its_brand(words, medicine):
    assert TABLE.named(words).id == medicine


def test_the_yearly_infusion_has_its_own_dose_and_is_the_same_medicine():
    # Evidence 5.2: 4 mg every 6 months in aromatase-inhibitor therapy, 5 mg a year in osteoporosis.
    yearly, usual = TABLE.named("Aclasta"), TABLE.named("zoledronic acid")
    assert (yearly.id, yearly.name, yearly.dose_amount, yearly.every) == (usual.id, usual.name, 5, "year")
    assert (usual.dose_amount, usual.every) == (4, "6months")


@pytest.mark.parametrize("words", ["xgeva", "tamoxifen", "", "acid"])
def test_other_medicines_are_not_mistaken_for_these(words):
    # Xgeva is denosumab in another dose for another purpose.
    assert TABLE.named(words) is None


def test_near_and_half_names_are_offered():
    assert TABLE.near("letrazole") == ["Letrozole"]
    assert TABLE.near("fosomax") == ["fosamax"]
    assert TABLE.near("xgeva") == []
    assert TABLE.search("let")[0].id == "letrozole"
    assert TABLE.get("aspirin") is None


def test_every_medicine_of_the_profile_is_known():
    from bonecoach.core.profile import INHIBITORS

    kinds = {medicine.id for medicine in TABLE.all() if medicine.kind == "aromatase_inhibitor"}
    assert kinds == set(INHIBITORS) - {"none"}


def test_a_medicine_may_have_a_usual_dose_for_each_interval():
    table = MedicineTable()
    assert table.doses("risedronate") == (35, 150)
    assert table.doses("letrozole") == (2.5,)
    assert table.doses("frobnicate") == ()


@pytest.mark.parametrize(
    ("name", "every", "dose"),
    [  # evidence 5.2
        ("risedronate", "week", 35),
        ("risedronate", "month", 150),
        ("Actonel", "month", 150),
        ("zoledronic acid", "6months", 4),
        ("zoledronic acid", "year", 5),
        ("Zometa", "year", 4),  # vials of 4 mg and of 5 mg
        ("Reclast", "6months", 5),
        ("zoledronate", "day", 4),
        ("letrozole", "week", 2.5),
        ("risedronate", "", 35),
    ],
)
def test_a_medicine_of_several_doses_is_that_of_its_interval(name, every, dose):
    assert TABLE.named(name, every).dose_amount == dose
