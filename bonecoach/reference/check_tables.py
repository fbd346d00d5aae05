"""Every table the app ships is read at set-up, so that a faulty one is refused before anyone meets it."""

from __future__ import annotations

from pathlib import Path

from bonecoach.reference.activities import read_activities
from bonecoach.reference.codes import codes_in
from bonecoach.reference.device_sports import device_sports_in
from bonecoach.reference.medicine_rules import medicine_rules_in
from bonecoach.reference.medicines import read_medicines
from bonecoach.reference.others_found import published_in
from bonecoach.reference.red_flags import red_flags_in
from bonecoach.reference.sources import read_sources
from bonecoach.reference.spacing import spacing_rules_in
from bonecoach.reference.substances import names_in
from bonecoach.reference.supplements import read_compounds, read_nutrient_names, read_products
from bonecoach.reference.targets import conditions_in, rules_in


def check_tables(folder: Path) -> None:
    """Reads the tables of a resources folder, foods apart: these are read when their index is built.

    Raises FaultyTable with the first fault's table, line and reason.
    """
    read_sources(folder)
    rules_in(folder)
    conditions_in(folder)
    read_medicines(folder)
    medicine_rules_in(folder)
    spacing_rules_in(folder)
    codes_in(folder)
    names_in(folder)
    published_in(folder)
    red_flags_in(folder)
    read_activities(folder)
    device_sports_in(folder)
    read_compounds(folder)
    read_nutrient_names(folder)
    read_products(folder, "products.csv")
    read_products(folder, "strengths.csv")
