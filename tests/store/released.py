"""Writes the diary of the newest schema that is kept for ever in tests/data: `python -m tests.store.released`.

Run once, when a schema is released. From then on every later program must open that file and bring it up to date.
"""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from bonecoach.core.entries import Dose, DoseState, Event, Exercise
from bonecoach.core.measurements import LabTest, Scan, Side, Site
from bonecoach.core.nutrients import Nutrient
from bonecoach.core.occurrences import State
from bonecoach.core.schedules import Schedule
from bonecoach.core.supplements import Product
from bonecoach.core.visits import Appointment
from bonecoach.diary import open_diary
from bonecoach.diary.diary import Diary
from bonecoach.diary.usuals import Usual
from bonecoach.store.migrations import NEWEST
from tests.clocks import FakeClock
from tests.makers import BERLIN, MONDAY, at, food, joint_pain, only, session, supplement

DATA = Path(__file__).parents[1] / "data"


def diary_file(version: int = NEWEST) -> Path:
    """The packed diary of a schema version."""
    return DATA / f"diary-{version}.db.gz"


def schema_file(version: int = NEWEST) -> Path:
    """The schema of a version as SQL."""
    return DATA / f"schema-{version}.sql"


def schema_of(path: Path) -> str:
    """Every table and index of a diary, as SQLite keeps it."""
    sql = "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by type desc, name"
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(f"{row[0]};" for row in connection.execute(sql)) + "\n"


def unpacked(packed: Path, target: Path) -> Path:
    """A packed diary as a file that can be opened."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(packed) as source, target.open("wb") as out:
        shutil.copyfileobj(source, out)
    return target


def live(diary: Diary) -> None:
    """A short life with something of everything in it."""
    diary.person.set_facts({"birth_date": "1961", "sex": "female", "weight_kg": "68", "therapy_start": "2025-09-01"})
    diary.person.set_facts({"weight_kg": "67", "kidney_stones": "yes"})
    diary.person.set_target(Nutrient.CALCIUM, 1000, 1200, "my team")
    diary.person.save_product(Product("", ("Bone tablet", "bt"), "tablet", only(calcium_mg=300, vitamin_d_ug=10), 2.0))
    diary.rest_week(MONDAY - timedelta(weeks=1))
    diary.none_taken(MONDAY + timedelta(days=2))
    diary.log(
        [
            replace(
                food(calcium_mg=244.5, k2_estimate=True), name="Jarlsberg, Käse", quantity="1 slice (28 g)", grams=28
            ),
            replace(supplement(calcium_mg=500), name="Calcium citrate", quantity="500 mg"),
            replace(supplement(vitamin_d_ug=175), name="Vitamin D", spread_days=7, note="prescribed"),
            replace(
                session(25),
                name="Strength training",
                exercises=(Exercise(name="squat", sets=3, reps=10, weight_kg=20.0), Exercise(name="plank")),
                ease="right",
            ),
            replace(session(None, impacts=50), moment=at(clock="18:30", zone="Asia/Kathmandu")),
            Dose(moment=at(), name="Letrozole", medicine="letrozole", amount=2.5, unit="mg"),
            Dose(moment=at(), name="Letrozole", medicine="letrozole", state=DoseState.MISSED),
            joint_pain(4, site="hands"),
            Event(moment=at(), name="Fall", event="fall", injury=False),
        ]
    )
    (walk,) = diary.entries_of(diary.log([session(30)]))
    diary.usuals.pin(Usual(walk, pinned=False))
    diary.delete([walk.id])
    diary.set_setting("text_size", "150")
    plan = diary.plans.add_medicine("letrozole", Schedule(MONDAY, times=(time(8),)))
    diary.reminders.settle()
    diary.reminders.answer(f"{plan.id}:{MONDAY}:08:00", State.SKIPPED, reason="dentist")
    spine = {"site": Site.LUMBAR_SPINE, "scanner": "Hologic A", "lsc": 0.028}
    diary.bones.add_scan(Scan(date=MONDAY - timedelta(days=800), bmd=0.912, t_score=-1.8, z_score=-0.4, **spine))
    diary.bones.add_scan(Scan(date=MONDAY - timedelta(days=20), bmd=0.885, t_score=-2.0, **spine))
    hip = Scan(date=MONDAY - timedelta(days=20), site=Site.TOTAL_HIP, side=Side.LEFT, t_score=-1.1, lsc_percent=4.5)
    diary.bones.delete(diary.bones.add_scan(hip).changes[0].row_id)
    diary.bones.add_lab_test(
        LabTest(date=MONDAY, name="25ohd", value=71, unit="nmol/L", range_low=50, fasting=True, time=time(8, 10))
    )
    attach(diary, b"%PDF-1.7 a report")
    diary.visits.add(Appointment(date=MONDAY + timedelta(days=30), whom="Dr Meyer", time=time(10, 30)))
    diary.visits.ask("Is walking enough?")
    diary.log([session(40)])
    diary.undo()


def attach(diary: Diary, holds: bytes) -> None:
    """Keeps a report with the newest scan."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "Befund 2026.pdf"
        report.write_bytes(holds)
        diary.bones.attachments.attach(diary.bones.scans()[-1].id, report)


def main() -> None:
    """Lives the short life in a new diary and packs what is left of it."""
    DATA.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        diary = open_diary(Path(folder), FakeClock(), BERLIN)
        live(diary)
        path = diary.upkeep.path
        diary.close()
        schema_file().write_text(schema_of(path), encoding="utf-8")
        diary_file().write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
