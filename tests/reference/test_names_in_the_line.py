"""What the tables offer while someone types can be read by the entry line, and means what it offered."""

from datetime import UTC, datetime

import pytest

from bonecoach.core.entries import Dose, Intake, Session
from bonecoach.phrase.line import EntryLine
from bonecoach.reference.activities import ActivityTable
from bonecoach.reference.foods import FoodTable
from bonecoach.reference.medicines import MedicineTable
from bonecoach.reference.supplements import SupplementTable
from bonecoach.reference.targets import target_rules

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ACTIVITIES, SUPPLEMENTS, MEDICINES = ActivityTable(), SupplementTable(), MedicineTable()


@pytest.fixture(scope="module")
def said(food_index):
    line = EntryLine(FoodTable(food_index), ACTIVITIES, SUPPLEMENTS, MEDICINES, target_rules())

    def entry(text):
        reading = line.read(text, NOW, "Europe/Berlin")
        assert len(reading.entries) == 1, (text, reading.problems)
        return reading.entries[0]

    return entry


def test_every_activity_is_read_by_its_shown_name(said):
    for activity in ACTIVITIES.all():
        entry = said(f"{activity.name} 30 min")
        assert isinstance(entry, Session)
        assert (entry.activity, entry.minutes) == (activity.id, 30)


def test_every_product_is_read_by_its_shown_name(said):
    for product in SUPPLEMENTS.products():
        entry = said(product.name)
        assert isinstance(entry, Intake)
        assert entry.thing == product.id


def test_every_strength_is_read_as_what_it_holds(said):
    for strength in SUPPLEMENTS.strengths():
        entry = said(strength.name)
        assert isinstance(entry, Intake)
        assert entry.amounts == strength.per_unit, strength.name


def test_every_medicine_is_read_with_its_usual_dose(said):
    for medicine in MEDICINES.all():
        entry = said(medicine.names[1])
        assert isinstance(entry, Dose)
        assert (entry.medicine, entry.amount) == (medicine.id, medicine.dose_amount)
