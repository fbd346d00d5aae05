"""Scans and tests in a terminal. It is noon on Monday 23 November 2026 in Helsinki."""

SPINE = ("dxa", "add", "--site", "lumbar_spine", "--scanner", "Hologic A")


def test_two_scans_show_whether_the_change_is_real(terminal):
    first = terminal.json(*SPINE, "--date", "2024-03-04", "--bmd", "0.912", "--t", "-1.8", "--z", "-0.4")
    assert (first["dxa"]["band"], first["dxa"]["meaning"]) == ("low_bone_mass", None)
    second = terminal.json(*SPINE, "--date", "2026-03-04", "--bmd", "0.85", "--lsc", "0.028")["dxa"]
    # (0.85 - 0.912) / 0.912 × 100; over 730 days
    assert (second["change_percent"], second["change_percent_per_year"]) == (-6.8, -3.4)
    assert (second["meaning"], second["compared_with"]) == ("loss", "2024-03-04")
    assert "6.8 % lower than on 4 Mar 2024, 3.4 % a year" in terminal("bone").text
    assert "0.850 g/cm²" in terminal("dxa", "list").text
    (spine,) = terminal.json("bone")["sites"]
    assert [scan["meaning"] for scan in spine["series"]] == [None, "loss"]


def test_what_the_scanner_cannot_tell_apart_is_said_so(terminal):
    words = ("dxa", "add", "--site", "total_hip", "--side", "left")
    terminal.json(*words, "--date", "2024-03-04", "--bmd", "0.80", "--scanner", "A")
    small = terminal.json(*words, "--date", "2025-03-04", "--bmd", "0.79")["dxa"]
    assert (small["meaning"], small["lsc_default"], small["scanner_unknown"]) == ("no_measurable_change", True, True)
    terminal.json(*words, "--date", "2026-03-04", "--bmd", "0.79", "--scanner", "B")
    said = terminal("bone").text
    assert "no measurable change" in said
    assert "a cautious default stands in its place" in said
    assert "one of the scanners is not named" in said
    other = ("dxa", "add", "--site", "forearm", "--date")
    terminal(*other, "2024-03-04", "--bmd", "0.6", "--scanner", "A")
    terminal(*other, "2025-03-04", "--bmd", "0.68", "--scanner", "A")
    assert "higher than on 4 Mar 2024; without the scan centre's own figure" in terminal("bone").text
    terminal(*other, "2026-03-04", "--bmd", "0.7", "--scanner", "B")
    assert "cannot be compared with the scan of 4 Mar 2025" in terminal("bone").text


def test_small_steps_that_add_up_to_a_change_are_said_and_asked_about(terminal):
    for year, bmd in ((2021, "1.0"), (2022, "0.975"), (2023, "0.95")):
        kept = terminal.json(*SPINE, "--date", f"{year}-05-05", "--bmd", bmd, "--lsc-percent", "3")["dxa"]
    assert (kept["meaning"], kept["meaning_from_first"]) == ("no_measurable_change", "loss")
    assert (kept["compared_with_first"], kept["change_from_first_percent"]) == ("2021-05-05", -5.0)
    assert kept["least_significant_change_from_first_percent"] == 3.0
    said = "Since the first comparable scan of 5 May 2021 it is 5.0 % lower in all: more than the 3.0 %"
    assert said in terminal("bone").text
    assert "My lumbar spine lost 5.0 % since 5 May 2021." in terminal("question", "list").text
    site = ("dxa", "add", "--site", "total_hip", "--lsc-percent", "3", "--date")
    for year, bmd in ((2021, "0.8"), (2022, "0.82"), (2023, "0.84")):
        terminal(*site, f"{year}-05-05", "--bmd", bmd)
    risen = terminal("bone").text
    assert "it is 5.0 % higher in all: more than the 3.0 %" in risen
    assert "one of the scanners is not named" in risen


def test_a_test_stands_with_the_laboratorys_range(terminal):
    words = ("test", "add", "--date", "2026-03-01", "--unit", "ng/ml")
    kept = terminal.json(*words, "--name", "25-OH vitamin D", "--value", "28,4", "--range", "20", "50", "--fasting")
    assert (kept["test"]["name"], kept["test"]["unit"], kept["test"]["fasting"]) == ("25ohd", "ng/mL", True)
    assert kept["test"]["converted"] == {"value": 70.89, "unit": "nmol/L"}  # 28.4 × 2.496 = 70.886
    assert kept["test"]["against_range"] == "within"
    said = terminal("test", "list").text
    assert "25-OH vitamin D: 28.4 ng/mL (70.9 nmol/L), within the laboratory's range (20 to 50)" in said
    terminal(
        "test", "add", "--date", "2026-03-01", "--name", "PTH", "--value", "5", "--unit", "pmol/L", "--time", "8:10"
    )
    assert "PTH: 5 pmol/L" in terminal("test", "list").text


def test_a_deleted_scan_comes_back_with_undo(terminal):
    kept = terminal.json(*SPINE, "--date", "2026-03-04", "--t", "-1.0")["dxa"]
    assert terminal.json("dxa", "delete", kept["id"][:8])["label"] == "scan of the lumbar spine, 4 Mar 2026"
    assert terminal("bone").text == "No scan or test has been entered yet."
    terminal("undo")
    assert len(terminal.json("dxa", "list")["dxa"]) == 1


def test_therapy_falls_and_fractures_are_part_of_it(terminal):
    terminal("profile", "set", "aromatase_inhibitor=letrozole", "therapy_start=2025-09-01")
    terminal("log", "fell, no injury")
    state = terminal.json("bone")
    assert state["therapy"] == [{"medicine": "letrozole", "start": "2025-09-01", "end": None}]
    assert [event["event"] for event in state["events"]] == ["fall"]
    assert "letrozole since September 2025" in terminal("bone").text


def test_misprints_are_refused_in_one_sentence_and_change_nothing(terminal):
    day = ("--date", "2026-03-04")
    for words, code, hint in (
        ((*SPINE, *day, "--t", "-25"), "score_slipped", "is it −2.5?"),
        ((*SPINE, *day, "--bmd", "912"), "bmd_in_mg", "0.912 g/cm²"),
        ((*SPINE, *day), "nothing_measured", "density"),
        ((*SPINE, *day, "--t", "-1", "--side", "left"), "side_of_spine", "no left or right"),
        (("dxa", "add", *day, "--site", "knee", "--t", "-1"), "unknown_site", "forearm"),
        (("dxa", "add", *day, "--site", "forearm", "--side", "up", "--t", "-1"), "unknown_side", "left or right"),
        ((*SPINE, "--date", "2026-12-01", "--t", "-1"), "future", "not come yet"),
        ((*SPINE, *day, "--t", "low"), "not_a_figure", "low"),
        (("test", "add", *day, "--name", "25ohd", "--value", "71", "--unit", "mg"), "other_unit", "nmol/L and ng/mL"),
        (
            ("test", "add", *day, "--name", "ctx", "--value", "1", "--unit", "ng/mL", "--range", "2", "1"),
            "range_reversed",
            "lower",
        ),
    ):
        answer = terminal(*words, "--json")
        assert (answer.code, answer.error["code"]) == (2, code)
        assert hint in answer.error["message"]
    terminal(*SPINE, *day, "--t", "-1.0")
    assert terminal(*SPINE, *day, "--t", "-1.1", "--json").error["code"] == "scan_exists"
    assert len(terminal.json("bone")["sites"]) == 1


def test_a_report_is_attached_listed_and_detached(terminal, tmp_path):
    scan = terminal.json(*SPINE, "--date", "2026-03-04", "--bmd", "0.85")["dxa"]["id"]
    assert terminal("dxa", "attachments").text.strip() == "No report is attached to a scan or test."
    report = tmp_path / "a\\b report.pdf"
    report.write_bytes(b"%PDF-1.7")
    assert terminal.json("dxa", "attach", scan[:8], str(report))["step"] == "attach"
    (one,) = terminal.json("test", "attachments")["attachments"]
    assert (one["name"], one["measurement"], one["bytes"]) == ("b report.pdf", scan, 8)
    assert "b report.pdf, with" in terminal("dxa", "attachments").text
    terminal("dxa", "detach", one["id"][:8])
    assert terminal.json("dxa", "attachments") == {"attachments": []}
    refused = terminal("dxa", "attach", scan, str(tmp_path))
    assert refused.code == 1
    assert "please choose the file itself." in refused.err


def test_swapped_sites_are_asked_about_and_yes_keeps_them(terminal):
    terminal.json(*SPINE, "--date", "2024-03-04", "--bmd", "0.98")
    terminal.json("dxa", "add", "--site", "total_hip", "--date", "2024-03-04", "--bmd", "0.80")
    swapped = (*SPINE, "--date", "2026-03-04", "--bmd", "0.79")
    assert terminal.refused(*swapped)["code"] == "sites_swapped"
    assert len(terminal.json("dxa", "list")["dxa"]) == 2
    assert terminal.json(*swapped, "--yes")["dxa"]["bmd"] == 0.79


def test_a_least_change_in_the_wrong_unit_is_refused(terminal):
    slipped = (*SPINE, "--date", "2026-03-04", "--bmd", "0.79", "--lsc-percent", "0.028")
    assert terminal.refused(*slipped)["message"] == "0.028 % is less than any centre can tell apart; is it 0.028 g/cm²?"
    assert terminal.refused(*slipped, "--yes")["code"] == "least_change_slipped"


def test_a_result_in_another_unit_is_asked_about_and_yes_keeps_it(terminal):
    slipped = ("test", "add", "--date", "2026-03-04", "--name", "calcium", "--value", "2.38", "--unit", "mg/dL")
    asked = terminal.refused(*slipped)
    assert asked["message"] == "2.38 mg/dL reads like a result in mmol/L; is the unit right?"
    far = ("test", "add", "--date", "2026-03-04", "--name", "25ohd", "--value", "7100", "--unit", "nmol/L")
    assert terminal.refused(*far)["message"] == "7100 nmol/L is far more than laboratories print; is a point missing?"
    assert terminal.json("test", "list")["tests"] == []
    assert terminal.json(*slipped, "--yes")["test"]["value"] == 2.38


def test_a_density_in_milligrams_is_asked_about(terminal):
    asked = terminal.refused(*SPINE, "--date", "2026-03-04", "--bmd", "912 mg/cm²")
    assert (asked["code"], "0.912 g/cm²" in asked["message"]) == ("bmd_in_mg", True)


def test_scans_and_tests_name_their_reports(terminal, tmp_path):
    report = tmp_path / "Befund.pdf"
    report.write_bytes(b"%PDF-1.7 x")
    scan = terminal.json(*SPINE, "--date", "2026-03-04", "--bmd", "0.9")["dxa"]
    test = terminal.json("test", "add", "--date", "2026-03-04", "--name", "ctx", "--value", "0.3", "--unit", "ng/mL")
    assert (scan["attachments"], test["test"]["attachments"]) == ([], [])
    terminal.json("dxa", "attach", scan["id"], str(report))
    terminal.json("test", "attach", test["test"]["id"], str(report))
    of_scan, of_test = terminal.json("dxa", "attachments")["attachments"]
    bones = terminal.json("bone")
    for listed, whole in (
        (terminal.json("dxa", "list")["dxa"][0], of_scan),
        (terminal.json("test", "list")["tests"][0], of_test),
        (bones["sites"][0]["series"][0], of_scan),
        (bones["tests"][0], of_test),
    ):
        assert listed["attachments"] == [{key: whole[key] for key in ("id", "name", "bytes", "added")}]
        assert listed["attachments"][0]["name"] == "Befund.pdf"


def test_height_and_weight_are_part_of_it(terminal):
    terminal("profile", "set", "height_cm=165", "weight_kg=70", "--from", "2025-03-03")
    terminal("profile", "set", "height_cm=160.5", "weight_kg=68.5", "--from", "2026-05-04")
    body = terminal.json("bone")["body"]
    assert body["height"] == {
        "cm": 160.5,
        "date": "2026-05-04",
        "tallest_cm": 165,
        "tallest_date": "2025-03-03",
        "loss_cm": 4.5,
        "worth_mentioning": True,
    }
    assert body["weight"] == {"kg": 68.5, "date": "2026-05-04", "compared_with": "2025-03-03", "change_kg": -1.5}
    assert body["measured"][0] == {"key": "weight_kg", "value": 70, "date": "2025-03-03"}
    said = terminal("bone").text
    assert "Height 160.5 cm on 4 May 2026: 4.5 cm less than the tallest here, 165 cm on 3 Mar 2025." in said
    assert "To be checked with your team." in said
    assert "Weight 68.5 kg on 4 May 2026: 1.5 kg less than on 3 Mar 2025." in said


def test_without_height_and_weight_nothing_is_said_of_them(terminal):
    terminal(*SPINE, "--date", "2026-03-04", "--t", "-1.0")
    assert terminal.json("bone")["body"] == {"height": None, "weight": None, "measured": []}
    assert "Height" not in terminal("bone").text
    terminal("profile", "set", "height_cm=165")
    assert terminal.json("bone")["body"]["weight"] is None
