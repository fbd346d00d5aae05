"""One number wherever it stands: in the window's states, on paper, in text and HTML, in CSV and in FHIR.

Thirteen weeks from Monday 24 August to Sunday 22 November 2026, so that the page's blocks of seven days are the weeks
of the Week page. The demo diary is what they are about.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from bonecoach.core.nutrients import Nutrient
from bonecoach.core.spans import Span
from bonecoach.diary import open_diary
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.page import Choice, Facts, Table
from bonecoach.words import Words
from tests.cli.conftest import HELSINKI, FakeClock, Terminal

FIRST, LAST = date(2026, 8, 24), date(2026, 11, 22)
DAYS = ("--from", "2026-08-24", "--to", "2026-11-22")


@pytest.fixture
def told(terminal: Terminal, tmp_path: Path, qapp: object) -> SimpleNamespace:
    """The demo diary, and everything it tells of these weeks."""
    terminal("demo")
    for format_ in ("pdf", "html", "text", "csv", "fhir"):
        assert terminal("export", format_, *DAYS, "--out", str(tmp_path / format_)).code == 0
    diary = open_diary(terminal.folder, FakeClock(), HELSINKI)
    state = diary.summaries.state(Span(FIRST, LAST))
    weeks = [diary.week(FIRST + timedelta(weeks=nth)) for nth in range(13)]
    page = summary_page(state, Words("en"), Choice())
    adherence = terminal.json("adherence", *DAYS)["items"]
    diary.close()
    with zipfile.ZipFile(tmp_path / "csv") as package:
        tables = {name: _rows(package, name) for name in package.namelist() if name.endswith(".csv")}
    bundle = json.loads((tmp_path / "fhir").read_text(encoding="utf-8"))
    paper = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "pdf").pages)
    html = re.sub(r"<(script|style)>.*?</\1>|<[^>]+>", " ", (tmp_path / "html").read_text(encoding="utf-8"), flags=re.S)
    return SimpleNamespace(
        state=state,
        weeks=weeks,
        page=page,
        adherence=adherence,
        tables=tables,
        observations=_observations(bundle),
        doses=[r for r in _resources(bundle) if r["resourceType"] == "MedicationAdministration"],
        paper=_plain(paper),
        html=_plain(html),
        text=_plain((tmp_path / "text").read_text(encoding="utf-8")),
        week=lambda day: terminal.json("week", "--date", day.isoformat()),
    )


def _rows(package: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(package.read(name).decode("utf-8"), newline="")))


def _resources(bundle: dict) -> list[dict]:
    return [entry["resource"] for entry in bundle["entry"]]


def _observations(bundle: dict) -> dict[str, list[tuple[str, float]]]:
    """Dates and values by LOINC code; by text where there is no code."""
    found = defaultdict(list)
    for resource in _resources(bundle):
        if resource["resourceType"] == "Observation" and "valueQuantity" in resource:
            code = resource["code"].get("coding", [{"code": resource["code"]["text"]}])[0]["code"]
            found[code].append((resource["effectiveDateTime"][:10], resource["valueQuantity"]["value"]))
    return found


def _plain(text: str) -> str:
    for entity, char in (("&amp;", "&"), ("&#x27;", "'"), ("&quot;", '"'), ("\u2060", ""), ("\u00a0", " ")):
        text = text.replace(entity, char)
    # Qt draws the Greek letter by itself, and whoever takes the text out of the file may part it from its gram.
    return " ".join(text.split()).replace("\u03bc g", "\u03bcg")


def test_every_figure_of_the_page_stands_on_paper_in_text_and_in_html(told: SimpleNamespace) -> None:
    figures = []
    for section in told.page.sections:
        for block in section.blocks:
            if isinstance(block, Facts):
                figures += [part for fact in block.facts for part in (fact.value, fact.note) if part]
            if isinstance(block, Table):
                figures += [cell for row in block.rows for cell in row]
    assert len(figures) > 80
    for figure in map(_plain, figures):
        for where in (told.paper, told.text, told.html):
            assert figure in where


def test_the_weeks_of_the_page_are_those_of_the_window_the_terminal_and_fhir(told: SimpleNamespace) -> None:
    movement = told.state.movement
    assert movement.weeks == tuple(week.movement for week in told.weeks)
    for week in told.weeks[::4]:
        shape = told.week(week.week.first)["movement"]
        if week.movement.days_recorded:
            assert shape["aerobic_minutes"] == week.movement.aerobic_minutes
            assert shape["counted_minutes"] == week.movement.counted_minutes
    sent = dict(told.observations["82290-8"])
    mine = {week.last.isoformat(): week.aerobic_minutes for week in movement.weeks if week.days_recorded}
    assert sent == mine
    # What the page says of an average week is the mean of what FHIR says of each.
    counted = [sent[week.last.isoformat()] for week in movement.counted]
    vital = movement.vital_sign
    assert vital is not None
    assert vital.minutes_a_week == pytest.approx(sum(counted) / len(counted), abs=0.5)
    days = dict(told.observations["89555-7"])
    mean_days = sum(days[week.last.isoformat()] for week in movement.counted) / len(counted)
    assert vital.days_a_week == pytest.approx(mean_days, abs=0.0501)
    strength = dict(told.observations["82291-6"])
    assert movement.resistance_days == pytest.approx(
        sum(strength[week.last.isoformat()] for week in movement.counted) / len(counted)
    )


def test_the_minutes_are_those_of_the_sessions_in_csv(told: SimpleNamespace) -> None:
    minutes = sum(
        int(row["minutes"])
        for row in told.tables["sessions.csv"]
        if row["aerobic"] in ("true", "1", "yes", "True")
        and row["intensity"] != "light"
        and row["minutes"]
        and row["load"] not in ("resistance", "balance")
    )
    assert minutes == sum(week.aerobic_minutes for week in told.state.movement.weeks)


@pytest.mark.parametrize(
    ("nutrient", "code"),
    [(Nutrient.CALCIUM, "81137-2"), (Nutrient.VITAMIN_D, "81929-2"), (Nutrient.PROTEIN, "9085-2")],
)
def test_a_mean_is_what_csv_and_fhir_add_up_to(told: SimpleNamespace, nutrient: Nutrient, code: str) -> None:
    found = told.state.nutrients[nutrient]
    mean = found.mean_per_recorded_day / nutrient.ng_per_unit
    rows = told.tables["intakes.csv"]
    assert len({row["date"] for row in rows}) == found.days_recorded
    assert sum(float(row[nutrient.value] or 0) for row in rows) / found.days_recorded == pytest.approx(mean, rel=1e-6)
    sent = told.observations[code]
    assert len(sent) == found.days_recorded
    assert sum(value for _, value in sent) / len(sent) == pytest.approx(mean, abs=0.01)


def test_pain_is_the_worst_that_was_scored_in_each_week(told: SimpleNamespace) -> None:
    assert [week.worst for week in told.state.pain.weeks] == [week.pain_worst for week in told.weeks]
    scores = [int(row["score"]) for row in told.tables["symptoms.csv"] if row["symptom"] == "joint_pain"]
    assert max(scores) == told.state.pain.highest
    assert len(scores) == sum(times for _, times in told.state.pain.sites)


def test_how_medicines_were_kept_is_what_adherence_says(told: SimpleNamespace) -> None:
    items = {item["label"]: item for item in told.adherence}
    assert told.state.kept
    for kept in told.state.kept:
        item = items[kept.plan.label]
        assert kept.counts._asdict() == {key: item[key] for key in kept.counts._fields}
        recorded = item["planned"] - item["not_recorded"]
        for said in (f"{item['taken']} taken", f"of {recorded} recorded"):
            assert said in told.paper
            assert said in " ".join(told.text.split())
    taken = [row for row in told.tables["doses.csv"] if row["medicine"] == "letrozole" and row["state"] == "taken"]
    assert items["Letrozole 2.5 mg"]["taken"] == len({row["date"] for row in taken})


def test_scans_and_tests_are_those_that_were_entered(told: SimpleNamespace) -> None:
    for result in told.state.results:
        assert f"{result.scan.bmd:.3f}" in told.paper
    entered = {(row["date"], row["site"], float(row["bmd"])) for row in told.tables["scans.csv"]}
    mine = {(r.scan.date.isoformat(), r.scan.site.value, r.scan.bmd) for r in told.state.results}
    assert entered <= mine  # the page also knows those before its days
    assert {(row["date"], row["name"]) for row in told.tables["lab_tests.csv"]} <= {
        (test.date.isoformat(), test.name) for test in told.state.tests
    }


def everywhere(told: SimpleNamespace, said: str) -> bool:
    """Whether it is read on paper, in the text and in the browser."""
    return all(_plain(said) in where for where in (told.paper, told.text, told.html))


def test_the_vital_sign_is_read_everywhere_as_the_weeks_say_it(told: SimpleNamespace) -> None:
    weeks = [week.movement for week in told.weeks if week.movement.days_recorded and not week.movement.rest_week]
    sent = dict(told.observations["89555-7"])
    # Days and minutes of each week, from FHIR and from the window; their product is the minutes of an average week.
    days = sum(sent[week.last.isoformat()] for week in weeks) / len(weeks)
    minutes = sum(week.aerobic_minutes for week in weeks) / len(weeks)
    said = f"{days:.1f}".removesuffix(".0")
    vital = next(fact.value for fact in told.page.sections[0].blocks[0].facts)
    assert vital.startswith(f"{said} days ×")
    assert vital.endswith(f"= {minutes:.0f} min")
    assert everywhere(told, vital)


def test_days_met_are_those_that_csv_and_fhir_count(told: SimpleNamespace) -> None:
    found = told.state.nutrients[Nutrient.CALCIUM]
    by_day: dict[str, float] = defaultdict(float)
    for row in told.tables["intakes.csv"]:
        by_day[row["date"]] += float(row["calcium_mg"] or 0)
    lows = {target["since"]: float(target["low"]) for target in told.tables["targets.csv"]}
    assert list(lows.values()) == [1000.0]  # her team's, in force on every day of the page
    assert min(lows) < FIRST.isoformat()
    met = sum(amount >= 1000 for amount in by_day.values())
    assert met == found.days_met == sum(value >= 1000 for _, value in told.observations["81137-2"])
    mean = sum(by_day.values()) / len(by_day)
    row = next(row for row in told.page.sections[2].blocks[0].rows if row[0] == "Calcium")
    assert row[1] == f"{mean:.0f}\u00a0mg"
    assert row[4].replace("\u00a0", " ") == f"{met} of {len(by_day)}"
    assert everywhere(told, f"{met} of {len(by_day)}")


def test_doses_taken_are_those_that_csv_and_fhir_hold(told: SimpleNamespace) -> None:
    taken = next(item for item in told.adherence if item["label"] == "Letrozole 2.5 mg")["taken"]
    completed = {
        dose["effectiveDateTime"][:10]
        for dose in told.doses
        if dose["status"] == "completed" and dose["medicationCodeableConcept"]["text"] == "Letrozole"
    }
    assert len(completed) == taken
    missed = [dose for dose in told.doses if dose["status"] == "not-done"]
    assert len(missed) == sum(item["missed"] for item in told.adherence)


def test_every_joint_pain_leaves_with_its_score(told: SimpleNamespace) -> None:
    rows = [row for row in told.tables["symptoms.csv"] if row["score"] and row["symptom"] != "other"]
    sent = sorted((day, int(score)) for day, score in told.observations["72514-3"])
    assert sent == sorted((row["date"], int(row["score"])) for row in rows)
    high = sum(week.pain_worst is not None and week.pain_worst >= 4 for week in told.weeks)
    scored = sum(week.pain_worst is not None for week in told.weeks)
    assert everywhere(told, f"{high} of {scored}")


CODES = {
    "lumbar_spine": ("24966-4", "38267-1"),
    "total_hip": ("46278-8", "80946-7"),
    "femoral_neck": ("80954-1", "80948-3"),
}
"""Density and T-score of the spine, the left hip and the left femur (evidence 9)."""


def test_what_changed_between_scans_is_the_same_from_every_file(
    terminal: Terminal, told: SimpleNamespace, tmp_path: Path
) -> None:
    for format_ in ("csv", "fhir"):
        terminal("export", format_, "--out", str(tmp_path / f"all-{format_}"))
    with zipfile.ZipFile(tmp_path / "all-csv") as package:
        rows = _rows(package, "scans.csv")
    sent = _observations(json.loads((tmp_path / "all-fhir").read_text(encoding="utf-8")))
    bone = {series["site"]: series for series in terminal.json("bone")["sites"]}
    assert set(bone) == set(CODES)
    for site, (density, score) in CODES.items():
        mine = sorted((row["date"], float(row["bmd"]), float(row["t_score"])) for row in rows if row["site"] == site)
        assert sorted(sent[density]) == [(day, bmd) for day, bmd, _ in mine]
        assert sorted(sent[score]) == [(day, t) for day, _, t in mine]
        (_, old, _), (_, new, t) = mine
        percent = (new - old) / old * 100
        newest = max(bone[site]["series"], key=lambda result: result["date"])
        assert newest["change_percent"] == pytest.approx(percent, abs=0.06)
        minus = f"{percent:.1f} %".replace("-", "\u2212")
        for said in (f"{new:.3f}", f"{t:.1f}".replace("-", "\u2212"), minus):
            assert everywhere(told, said)
