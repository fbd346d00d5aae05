"""Logging from a terminal: all parts of a line, or none."""

from __future__ import annotations

import io

import pytest

from tests.cli.conftest import Terminal


def test_a_supplement_is_logged_with_what_it_holds_and_zero_of_the_rest(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "calcium citrate 500", "--at", "07:40")["logged"]
    assert entry["id"]
    assert {key: entry[key] for key in ("kind", "at", "date", "zone", "label", "source", "spread_days")} == {
        "kind": "intake",
        "at": "2026-11-23T07:40:00+02:00",
        "date": "2026-11-23",
        "zone": "Europe/Helsinki",
        "label": "Calcium citrate 500 mg",
        "source": "supplement",
        "spread_days": 1,
    }
    assert entry["nutrients"] == {
        "calcium_mg": 500, "vitamin_d_ug": 0, "vitamin_k2_ug": 0, "magnesium_mg": 0, "protein_g": 0, "zinc_mg": 0,
        "vitamin_k1_ug": 0, "fibre_g": 0, "sodium_mg": 0,
    }  # fmt: skip


def test_a_food_is_logged_with_its_weight_and_unknowns_as_null(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "2 glasses milk")["logged"]
    assert (entry["source"], entry["grams"]) == ("food", 488)
    # 488 g at 113 mg calcium and 1.3 μg vitamin D in 100 g
    assert entry["nutrients"]["calcium_mg"] == pytest.approx(551.44)
    assert entry["nutrients"]["vitamin_d_ug"] == pytest.approx(6.344)
    assert set(entry["nutrients"]) >= {"vitamin_k2_ug", "magnesium_mg", "protein_g", "zinc_mg"}


def test_a_session_says_what_it_loads(terminal: Terminal) -> None:
    (walk,) = terminal.json("log", "walk 30 brisk")["logged"]
    assert {k: walk[k] for k in ("kind", "activity", "minutes", "intensity", "load", "also_load", "exercises")} == {
        "kind": "session", "activity": "walk_brisk", "minutes": 30, "intensity": "moderate",
        "load": "weight_bearing_low", "also_load": None, "exercises": [],
    }  # fmt: skip
    (squats,) = terminal.json("log", "squats 3x10 20kg 25 min")["logged"]
    assert squats["exercises"] == [{"name": "squat", "sets": 3, "reps": 10, "weight_kg": 20}]
    assert (squats["load"], squats["minutes"], squats["impacts"], squats["ease"]) == ("resistance", 25, None, None)


def test_a_dose_a_symptom_and_an_event_have_their_own_fields(terminal: Terminal) -> None:
    dose, pain, fall = terminal.json("log", "took letrozole, hands pain 4, fell no injury")["logged"]
    assert (dose["medicine"], dose["dose"], dose["state"]) == ("letrozole", {"amount": 2.5, "unit": "mg"}, "taken")
    assert (pain["symptom"], pain["score"], pain["site"]) == ("joint_pain", 4, "hands")
    assert (fall["event"], fall["injury"], fall["note"]) == ("fall", False, "")


def test_people_read_what_was_logged_in_lines(terminal: Terminal) -> None:
    answer = terminal("log", "walk", "30", "brisk", "--at", "2026-11-22T18:00")
    assert answer.code == 0
    assert answer.out == (
        "Logged\n  yesterday at 18:00  Brisk walking, 30 min  weight-bearing, low impact, moderate\n"
    ).replace("Brisk walking", answer.out.split("  ")[2].split(",")[0].strip())


def test_what_was_assumed_is_said(terminal: Terminal) -> None:
    answer = terminal.json("log", "calcium carbonate 1250")
    assert answer["logged"][0]["nutrients"]["calcium_mg"] == 500
    note = next(note for note in answer["notes"] if note["code"] == "took_compound_weight")
    assert note["message"].startswith("1250 mg is the carbonate; write “")
    assert note["part"] == "calcium carbonate 1250"
    assert "F2" not in terminal("log", "calcium carbonate 1250").out


def test_a_line_with_an_unknown_part_logs_nothing(terminal: Terminal) -> None:
    error = terminal.refused("log", "1 milk, frobnicate 12")
    assert error["code"] == "not_understood"
    (part,) = error["parts"]
    assert {k: part[k] for k in ("text", "start", "end")} == {"text": "frobnicate 12", "start": 8, "end": 21}
    assert part["reason"] == "“frobnicate 12” is not something BoneCoach knows."
    assert terminal.json("entries") == {"entries": []}


def test_a_near_miss_offers_the_fix(terminal: Terminal) -> None:
    error = terminal.refused("log", "yoghrt 2 pots")
    assert error["parts"][0]["fix"] is not None
    assert error["message"].endswith(f"did you mean “{error['parts'][0]['fix']}”?")


def test_an_absurd_amount_is_asked_about_and_logged_when_confirmed(terminal: Terminal) -> None:
    error = terminal.refused("log", "walk 30, calcium 30000 mg")
    assert error["code"] == "please_confirm"
    assert error["message"].startswith(
        "Nothing was logged yet (--yes logs it as typed): 30,000 mg of calcium is 25 times your target: is it “"
    )
    (part,) = error["parts"]
    assert error["suggestion"] == f"walk 30, {part['suggestion']}"
    assert terminal.json("entries") == {"entries": []}
    assert len(terminal.json("log", "walk 30, calcium 30000 mg", "--yes")["logged"]) == 2


def test_parsing_answers_the_same_without_logging(terminal: Terminal) -> None:
    answer = terminal.json("parse", "2 glasses milk, walk 30 brisk")
    assert [entry["id"] for entry in answer["entries"]] == [None, None]
    assert [part["understood"] for part in answer["parts"]] == [
        "whole milk, 2 × 244 g: calcium 551 mg, vitamin D 6.3 μg (254 IU)",
        "weight-bearing, low impact: 30 min, moderate",
    ]
    assert [(part["start"], part["end"]) for part in answer["parts"]] == [(0, 14), (16, 29)]
    assert terminal.json("entries") == {"entries": []}
    assert terminal.refused("parse", "frobnicate 12")["code"] == "not_understood"
    assert terminal.refused("parse", "calcium 30000 mg")["code"] == "please_confirm"
    assert terminal("parse", "calcium 30000 mg", "--yes").code == 0


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("2026-11-22T08:00:00+00:00", "2026-11-22T10:00:00+02:00"),
        ("2026-11-22T08:00:00Z", "2026-11-22T10:00:00+02:00"),
        ("2026-11-22T08:00", "2026-11-22T08:00:00+02:00"),
        ("2026-11-22 08:00", "2026-11-22T08:00:00+02:00"),
        ("2026-11-22", "2026-11-22T12:00:00+02:00"),
        ("yesterday", "2026-11-22T12:00:00+02:00"),
        ("08:00", "2026-11-23T08:00:00+02:00"),
        ("8:00", "2026-11-23T08:00:00+02:00"),
        ("2026-03-29T03:30", "2026-03-29T04:30:00+03:00"),  # in the skipped hour: shifted by the gap
        ("2026-10-25T03:30", "2026-10-25T03:30:00+03:00"),  # in the repeated hour: the first time
    ],
)
def test_when_it_happened_can_be_said_in_several_ways(terminal: Terminal, when: str, at: str) -> None:
    (entry,) = terminal.json("log", "walk 30", "--at", when)["logged"]
    assert entry["at"] == at


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("13:00", "future"),
        ("2026-11-24", "future"),
        ("2026-11-23T12:00:01", "future"),
        ("25:00", "not_a_moment"),
        ("08:00+02:00", "not_a_moment"),
        ("soon", "not_a_day"),
        ("", "not_a_day"),
        ("2026-13-01", "not_a_day"),
        ("2026-11-22T99:00", "not_a_moment"),
        ("0001-01-01T00:00:00+14:00", "day_out_of_range"),
        ("1899-12-31", "day_out_of_range"),
        ("9999-12-31T23:59:59-12:00", "day_out_of_range"),
    ],
)
def test_a_time_that_cannot_be_is_refused(terminal: Terminal, when: str, code: str) -> None:
    assert terminal.refused("log", "walk 30", "--at", when)["code"] == code


def test_yesterday_counts_from_the_moment_that_was_named(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "walk 30 yesterday", "--at", "2026-11-20T09:00")["logged"]
    assert entry["date"] == "2026-11-19"


def test_later_today_is_refused(terminal: Terminal) -> None:
    error = terminal.refused("log", "walk 30 at 18:00")
    assert error["parts"][0]["code"] == "future"


def test_the_zone_of_an_entry_is_the_one_it_was_logged_in(terminal: Terminal) -> None:
    (entry,) = terminal.json("log", "walk 30", "--zone", "Pacific/Auckland")["logged"]
    assert (entry["at"], entry["date"]) == ("2026-11-23T23:00:00+13:00", "2026-11-23")
    terminal.clock.advance(hours=2)
    (entry,) = terminal.json("log", "walk 30", "--zone", "Pacific/Auckland")["logged"]
    assert entry["date"] == "2026-11-24"
    assert terminal.json("entries", "--from", "2026-11-24")["entries"] == [entry]


def test_text_is_read_from_standard_input(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("walk 30\npain 4\n"))
    assert len(terminal.json("log", "-")["logged"]) == 2


def test_a_text_may_begin_with_anything_behind_two_dashes(terminal: Terminal) -> None:
    for words in (
        ("log", "--", "-5 mg calcium"),
        ("--", "log", "-5 mg calcium"),
        ("--zone", "UTC", "--", "log", "-5 mg calcium"),
    ):
        assert terminal.refused(*words)["parts"][0]["code"] == "negative"
    assert terminal.json("--", "products", "add", "--x", "calcium_mg=500")["products"][0]["name"] == "--x"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ",",
        "\x00\x07",
        "milk \x1b[31m",
        "NaN mg calcium",
        "-5 mg calcium",
        "walk 40 h",
        "calcium 1e999 mg",
        "½",
        "💊" * 50,
    ],
)
def test_nonsense_is_refused_in_one_sentence_and_changes_nothing(terminal: Terminal, text: str) -> None:
    error = terminal.refused("log", "--", text)
    assert error["message"].isprintable()
    assert terminal.json("entries") == {"entries": []}


def test_a_text_of_ten_megabytes_is_refused_at_once(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("milk, " * 1_700_000))
    error = terminal.refused("log", "-")
    assert error["code"] == "line_too_long"
    assert len(error["message"]) < 200


def test_a_text_that_is_no_text_is_refused(terminal: Terminal) -> None:
    assert terminal.refused("log", "milk \udcff")["code"] == "unreadable_text"
    assert terminal.refused("log", "walk 30", "--at", "08:00\ud800")["code"] == "unreadable_text"
    assert terminal.refused("question", "add", "why \udcff")["code"] == "unreadable_text"


def test_a_row_of_the_food_table_is_logged_by_its_id(terminal: Terminal) -> None:
    milk = terminal.json("foods", "whole milk", "--limit", "1")["foods"][0]
    (by_weight,) = terminal.json("log-food", milk["id"], "--grams", "100")["logged"]
    assert by_weight["nutrients"]["calcium_mg"] == milk["per_100g"]["calcium_mg"]
    (by_portion,) = terminal.json("log-food", milk["id"], "--portion", "glass", "--count", "2")["logged"]
    assert by_portion["grams"] == 488
    assert terminal.refused("log-food", "nothing", "--grams", "10")["code"] == "no_such_food"
    assert terminal.refused("log-food", milk["id"], "--portion", "wheelbarrow")["code"] == "no_such_portion"
    for grams in ("0", "-5", "nan", "inf", "1e9", "ten", "1_0"):
        assert terminal.refused("log-food", milk["id"], f"--grams={grams}")["code"] in (
            "impossible_grams",
            "not_a_figure",
        )


def test_a_day_of_none_taken_counts_as_recorded(terminal: Terminal) -> None:
    answer = terminal.json("none-taken", "--date", "yesterday")
    assert (answer["step"], answer["date"], answer["none_taken"]) == ("none_taken", "2026-11-22", True)
    assert terminal.json("day", "--date", "2026-11-22")["nutrients"]["calcium_mg"]["amount"] == 0
    terminal("none-taken", "--date", "yesterday", "--off")
    assert terminal.json("day", "--date", "2026-11-22")["recorded"] is False
    assert terminal.refused("none-taken", "--date", "2026-11-24")["code"] == "future"


def test_a_product_of_her_own_is_known_by_its_name(terminal: Terminal) -> None:
    (added,) = terminal.json("products", "add", "Bonefit", "calcium_mg=500", "vitamin d=10", "--usual", "2")["products"]
    assert added["per_unit"] == {"calcium_mg": 500, "vitamin_d_ug": 10}
    assert terminal.json("products")["products"] == [added]
    (entry,) = terminal.json("log", "bonefit")["logged"]
    assert (entry["nutrients"]["calcium_mg"], entry["nutrients"]["vitamin_d_ug"]) == (1000, 20)
    assert "Bonefit" in terminal("products").out
    assert terminal.json("products", "remove", added["id"])["label"] == "Bonefit"
    assert terminal("products").out == "There are no supplements of yours yet.\n"
    assert terminal.refused("products", "add", "X", "calcium_mg")["code"] == "not_a_pair"
    assert terminal.refused("products", "add", "X", "gold_mg=3")["code"] == "unknown_nutrient"
    assert terminal.refused("products", "add", "X", "calcium_mg=0")["code"] == "product_holds_nothing"
    assert terminal.refused("products", "add", "X", "calcium_mg=-1")["code"] == "negative_amount"
    assert terminal.refused("products", "remove", "nothing", code=1)["code"] == "no_such_product"


def test_a_second_dose_of_the_day_is_asked_about_and_yes_logs_it(terminal: Terminal) -> None:
    terminal.json("log", "took letrozole", "--at", "08:00")
    error = terminal.refused("log", "took letrozole")
    assert error["code"] == "please_confirm"
    assert error["message"] == (
        "Nothing was logged yet (--yes logs it as typed): "
        "letrozole is already logged for today at 08:00: was this a second dose?"
    )
    assert error["suggestion"] is None
    assert terminal.refused("parse", "took letrozole")["code"] == "please_confirm"
    assert len(terminal.json("log", "took letrozole", "--yes")["logged"]) == 1
