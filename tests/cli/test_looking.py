"""The day, the week and the trend from a terminal, and what is true of the person."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Terminal

KEYS = {
    "calcium_mg", "vitamin_d_ug", "vitamin_k2_ug", "magnesium_mg", "protein_g", "zinc_mg", "vitamin_k1_ug", "fibre_g",
    "sodium_mg",
}  # fmt: skip


def calcium(terminal: Terminal, *words: str) -> Any:
    return terminal.json("day", *words)["nutrients"]["calcium_mg"]


def test_a_day_that_is_not_recorded_knows_nothing(terminal: Terminal) -> None:
    day = terminal.json("day")
    assert (day["date"], day["recorded"], day["none_taken"]) == ("2026-11-23", False, False)
    assert set(day["nutrients"]) == KEYS
    assert {n["amount"] for n in day["nutrients"].values()} == {None}
    assert day["movement"] == {
        "recorded": False, "counted_minutes": None, "counted_by_load": {}, "by_load": {}, "aerobic_minutes": None,
    }  # fmt: skip
    assert "Nothing taken or eaten is logged for this day." in terminal("day").out


def test_a_day_adds_food_and_supplements_apart(terminal: Terminal) -> None:
    terminal("log", "1 glass milk")
    terminal("log", "calcium citrate 500, calcium 250 mg", "--at", "07:40")
    total = calcium(terminal)
    # 244 g of milk at 113 mg in 100 g
    assert total["food"] == pytest.approx(275.72)
    assert (total["supplement"], total["largest_single_dose"]) == (750, 750)  # one line, one time: swallowed together
    assert total["amount"] == pytest.approx(1025.72)
    assert (total["met"], total["above_limit"], total["at_least"], total["estimate"]) == (False, False, False, False)
    assert (total["upper_limit"], total["limit_applies_to"], total["withheld"]) == (2000, "all", None)
    assert {k: total["target"][k] for k in ("low", "high", "upper_limit", "own")} == {
        "low": 1200, "high": 1200, "upper_limit": 2000, "own": False,
    }  # fmt: skip
    assert "HADJI2017" in total["target"]["source"]
    (advice,) = [a for a in terminal.json("day")["advice"] if a["code"] == "split_calcium"]
    assert advice["message"].startswith("750 mg of calcium from supplements were logged for one time.")
    assert advice["source"] == "ODS"


def test_nutrients_without_an_official_target_have_none(terminal: Terminal) -> None:
    day = terminal.json("day")["nutrients"]
    assert day["vitamin_k2_ug"]["target"] is None
    assert day["vitamin_k2_ug"]["met"] is None
    assert day["magnesium_mg"]["limit_applies_to"] == "supplement"
    assert day["protein_g"]["target"] is None  # without a weight


def test_kidney_disease_withholds_targets_but_never_limits(terminal: Terminal) -> None:
    terminal("profile", "set", "kidney_disease=yes", "weight_kg=60")
    day = terminal.json("day")["nutrients"]
    assert (day["calcium_mg"]["target"], day["protein_g"]["target"]) == (None, None)
    assert (day["calcium_mg"]["upper_limit"], day["calcium_mg"]["withheld"]) == (2000, "kidney_disease")
    assert "no target with kidney disease" in terminal("target").text


def test_figures_carry_no_float_dust(terminal: Terminal) -> None:
    terminal("profile", "set", "weight_kg=63.7")
    protein = terminal.json("day")["nutrients"]["protein_g"]["target"]
    assert (protein["low"], protein["high"]) == (63.7, 76.44)  # 1.0 and 1.2 g a kg
    terminal("log", "1 glass milk")
    assert '"food": 275.72,' in terminal("day", "--json").out


def test_the_week_counts_as_docs_counting_says(terminal: Terminal) -> None:
    terminal("log", "walk 30 brisk", "--at", "2026-11-16T18:00")
    terminal("log", "strength training 25 min", "--at", "2026-11-17T18:00")
    terminal("log", "tai chi 20", "--at", "2026-11-18T18:00")
    terminal("log", "cycling 40 min", "--at", "2026-11-21T10:00")
    terminal("log", "calcium 1240 mg", "--at", "2026-11-16T08:00")
    terminal("log", "hands pain 4", "--at", "2026-11-16T21:00")
    week = terminal.json("week", "--date", "2026-11-22")
    assert (week["first_day"], week["last_day"]) == ("2026-11-16", "2026-11-22")
    movement = week["movement"]
    assert (movement["counted_minutes"], movement["target_minutes"]) == (30, 150)
    assert movement["by_load"] == {"weight_bearing_low": 30, "resistance": 25, "balance": 20, "not_weight_bearing": 40}
    assert movement["counted_by_load"] == {"weight_bearing_low": 30}
    assert (movement["resistance_days"], movement["balance_days"], movement["balance_days_target"]) == (1, 1, 2)
    assert [day["counted_minutes"] for day in movement["days"]] == [30, 0, 0, None, None, 0, None]
    assert movement["days"][0] == {"date": "2026-11-16", "by_load": {"weight_bearing_low": 30}, "counted_minutes": 30}
    of_calcium = week["nutrients"]["calcium_mg"]
    assert {k: of_calcium[k] for k in ("mean_per_recorded_day", "days_met", "days_recorded", "days_without_food")} == {
        "mean_per_recorded_day": 1240, "days_met": 1, "days_recorded": 1, "days_without_food": 1,
    }  # fmt: skip
    assert of_calcium["days"][0] == {"date": "2026-11-16", "amount": 1240, "at_least": False}
    assert week["pain"] == {"worst": 4, "median": 4}
    assert week["advice"] == []  # that week is over


def test_people_read_the_week_in_eighty_columns(terminal: Terminal) -> None:
    terminal(
        "log", "walk 30 brisk, tai chi 20, calcium citrate 1000, strength training 40 min, swimming 45 min, pain 3"
    )
    for page in (terminal("week"), terminal("day"), terminal("trend"), terminal("target"), terminal("profile")):
        assert page.code == 0
        assert max(map(len, page.out.splitlines())) <= 80
    assert terminal("week").out.startswith("23 to 29 November\n\n30 of 150 weight-bearing minutes: low impact 30.")


def test_a_week_without_entries_is_unknown_not_zero(terminal: Terminal) -> None:
    movement = terminal.json("week")["movement"]
    assert (movement["counted_minutes"], movement["aerobic_minutes"], movement["days_recorded"]) == (None, None, 0)


def test_the_trend_ends_with_the_week_of_the_day(terminal: Terminal) -> None:
    terminal("log", "walk 30", "--at", "2026-11-16T18:00")
    terminal("rest-week", "--date", "2026-11-10")
    weeks = terminal.json("trend", "--weeks", "3", "--date", "2026-11-20")["weeks"]
    assert [week["first_day"] for week in weeks] == ["2026-11-02", "2026-11-09", "2026-11-16"]
    assert [week["counted_minutes"] for week in weeks] == [None, None, 30]
    assert [week["rest_week"] for week in weeks] == [False, True, False]
    assert "days" not in weeks[0]
    assert len(terminal.json("trend")["weeks"]) == 12
    for weeks_said in ("0", "99999", "x"):
        assert terminal.refused("trend", "--weeks", weeks_said)["code"] == "not_a_count"


def test_a_rest_week_can_be_planned_and_taken_back(terminal: Terminal) -> None:
    step = terminal.json("rest-week", "--date", "2026-12-02")
    assert (step["step"], step["first_day"], step["rest_week"]) == ("rest_week", "2026-11-30", True)
    assert terminal("rest-week", "--date", "2026-12-02", "--off").out == (
        "No rest week any more: 30 November to 6 December 2026.\n"
    )


@pytest.mark.parametrize("command", ["day", "week", "trend", "target", "profile", "rest-week", "none-taken"])
@pytest.mark.parametrize("day", ["tomorrow-ish", "2026-02-30", "20261399", "1899-12-31", "9999-12-31", ""])
def test_a_day_that_is_none_is_refused_everywhere(terminal: Terminal, command: str, day: str) -> None:
    assert terminal.refused(command, "--date", day)["code"] in ("not_a_day", "day_out_of_range")


@pytest.mark.parametrize("command", ["day", "week", "trend"])
@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_ends_of_the_calendar_hold(terminal: Terminal, command: str, day: str) -> None:
    assert terminal.json(command, "--date", day)


def test_the_profile_says_what_holds_since_when_and_what_is_assumed(terminal: Terminal) -> None:
    step = terminal.json("profile", "set", "birth_date=1961", "sex=female", "weight_kg=63,5", "warfarin=no")
    assert (step["step"], step["profile"]["birth_date"], step["profile"]["weight_kg"]) == (
        "profile",
        "1961-07-01",
        63.5,
    )
    terminal("profile", "set", "weight_kg=62", "--from", "2026-11-01")
    person = terminal.json("profile")
    assert person["assumed"] == ["aromatase_inhibitor"]
    assert person["profile"]["warfarin"] is False
    assert {"key": "sex", "value": "female", "since": None} in person["facts"]
    assert {"key": "weight_kg", "value": 62, "since": "2026-11-01"} in person["facts"]
    assert terminal.json("profile", "--date", "2026-11-22")["profile"]["weight_kg"] == 62
    terminal("profile", "set", "warfarin=")
    assert terminal.json("profile")["profile"]["warfarin"] is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("shoe_size=38", "unknown_fact"),
        ("sex=x", "not_a_choice"),
        ("warfarin=maybe", "not_yes_or_no"),
        ("weight_kg=heavy", "not_a_number"),
        ("weight_kg=nan", "out_of_range"),
        ("weight_kg=-3", "out_of_range"),
        ("birth_date=2027", "out_of_range"),
        ("birth_date=soon", "not_a_date"),
        ("weight_kg", "not_a_pair"),
        ("=3", "not_a_pair"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_and_nothing_kept(terminal: Terminal, said: str, code: str) -> None:
    assert terminal.refused("profile", "set", "height_cm=164", said)["code"] == code
    assert terminal.json("profile")["facts"] == []


def test_units_follow_the_profile(terminal: Terminal) -> None:
    terminal("profile", "set", "vitamin_d_unit=iu", "weight_unit=lb")
    terminal("log", "d3 1000 iu, squats 3x10 20 kg 10 min")
    assert "1000 of 800 to 1000 IU" in terminal("day").out
    assert "3 × 10 × 44 lb" in terminal("day").out
    assert terminal.json("day")["nutrients"]["vitamin_d_ug"]["amount"] == 25


def test_a_target_of_her_team_wins_from_its_day(terminal: Terminal) -> None:
    step = terminal.json("target", "set", "calcium_mg", "1000", "--note", "my team", "--from", "2026-11-10")
    assert (step["step"], step["nutrient"]) == ("target", "calcium_mg")
    assert step["target"] == {
        "low": 1000, "high": 1000, "upper_limit": 2000, "source": "my team", "status": "own", "own": True,
    }  # fmt: skip
    assert calcium(terminal, "--date", "2026-11-09")["target"]["low"] == 1200
    assert calcium(terminal)["target"]["low"] == 1000
    terminal("target", "set", "vitamin k2", "90", "180")
    listed = terminal.json("target")
    assert listed["targets"]["vitamin_k2_ug"]["target"]["high"] == 180
    assert [own["nutrient"] for own in listed["own"]] == ["calcium_mg", "vitamin_k2_ug"]
    assert "set by you or your team: my team" in terminal("target").text
    terminal("target", "clear", "calcium_mg")
    assert calcium(terminal)["target"]["low"] == 1200
    assert calcium(terminal, "--date", "2026-11-22")["target"]["low"] == 1000
    assert terminal.refused("target", "set", "calcium_mg", "1200", "1000")["code"] == "impossible_target"
    assert terminal.refused("target", "set", "calcium_mg", "nan")["code"] == "not_a_figure"
    assert terminal.refused("target", "set", "calcium_mg", "0")["code"] == "impossible_target"
    assert terminal.refused("target", "set", "gold", "1")["code"] == "unknown_nutrient"
    assert terminal.refused("target", "clear", "zinc_mg", code=1)["code"] == "no_such_target"


def test_days_of_the_week_that_are_ahead_are_still_to_come(terminal: Terminal) -> None:
    terminal("log", "walk 30")  # Monday
    page = terminal("week").out
    assert page.count("still to come") == 6
    assert "not recorded" not in page
    assert "still to come" not in terminal("week", "--date", "2026-11-16").out


def test_a_pause_before_the_therapy_began_is_refused(terminal: Terminal) -> None:
    terminal("profile", "set", "aromatase_inhibitor=letrozole", "therapy_start=2026-05-01")
    refused = terminal.refused("profile", "set", "therapy_paused=yes", "--from", "2026-04-30")
    assert refused["code"] == "before_therapy"
    assert terminal.json("profile")["profile"]["therapy_paused"] is None
    terminal("profile", "set", "therapy_paused=yes", "--from", "2026-05-01")
    assert terminal.json("profile")["profile"]["therapy_paused"] is True
