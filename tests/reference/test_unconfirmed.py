"""What waits for a clinician is listed, and the list in the docs is up to date."""

from bonecoach.paths import resources
from bonecoach.reference.unconfirmed import as_text, unconfirmed


def test_what_is_unconfirmed_is_named_by_table():
    found = unconfirmed(resources())
    assert found["evidence/targets.csv"] == ()
    assert "kidney_stones: calcium_mg" in found["evidence/conditions.csv"]
    assert "missed dose: zoledronic_acid (year)" in found["evidence/medicine_rules.csv"]
    assert "missed dose: letrozole (day)" not in found["evidence/medicine_rules.csv"]
    assert "chest" in found["evidence/red_flags.csv"]
    assert "jaw" not in found["evidence/red_flags.csv"]
    assert "MET: golf" in found["activities/activities.csv"]  # evidence 3.5: description unconfirmed
    assert "calcium_gluconate" in found["supplements/compounds.csv"]
    assert "calcium_citrate" not in found["supplements/compounds.csv"]


def test_the_list_in_the_docs_is_up_to_date():
    page = (resources().parent / "docs" / "evidence.md").read_text(encoding="utf-8")
    assert page.endswith(f"{as_text(resources())}\n")


def test_the_docs_name_every_table():
    page = (resources().parent / "docs" / "evidence.md").read_text(encoding="utf-8")
    for folder in ("evidence", "activities", "supplements"):
        for table in (resources() / folder).glob("*.csv"):
            assert f"`{folder}/{table.name}`" in page
