"""How she is told, and holidays, in a terminal."""

import pytest

AHEAD = ("reminder", "upcoming", "--to", "2026-11-23T23:00")
STANDARD = {
    "quiet_hours": None,
    "repeats": {"minutes": 10, "times": 3},
    "health_words": False,
    "sound": False,
    "large_window": False,
    "pain_ask": True,
}


def test_settings_are_shown_and_set_together(terminal):
    assert terminal.json("reminder", "settings")["settings"] == STANDARD
    said = terminal.json("reminder", "settings", "quiet_hours=22:00-7:00", "repeats=5x2", "sound=on", "pain_ask=off")
    assert said["settings"] == {
        **STANDARD,
        "quiet_hours": {"from": "22:00", "to": "07:00"},
        "repeats": {"minutes": 5, "times": 2},
        "sound": True,
        "pain_ask": False,
    }
    assert "quiet_hours=22:00-07:00" in terminal("reminder", "settings").out
    off = terminal.json("reminder", "settings", "quiet_hours=off", "repeats=off")["settings"]
    assert (off["quiet_hours"], off["repeats"]) == (None, None)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("quiet_hours=late", "not_quiet_hours"),
        ("quiet_hours=22:00", "not_quiet_hours"),
        ("quiet_hours=22:00,23:00-07:00", "not_quiet_hours"),
        ("quiet_hours=7:00-7:00", "impossible_quiet_hours"),
        ("repeats=often", "not_repeats"),
        ("repeats=10", "not_repeats"),
        ("repeats=500x3", "not_repeats"),
        ("repeats=10x0", "not_repeats"),
        ("sound=loud", "not_on_or_off"),
        ("colour=red", "unknown_setting"),
        ("sound", "not_a_pair"),
    ],
)
def test_what_is_not_understood_sets_nothing(terminal, wrong, code):
    assert terminal.refused("reminder", "settings", "sound=on", wrong)["code"] == code
    assert terminal.json("reminder", "settings")["settings"] == STANDARD


def test_a_reminder_is_listed_with_the_repeats_that_hold(terminal):
    terminal.json("reminder", "add", "Calcium", "--at", "18:00")
    terminal.json("reminder", "add", "Walk", "--at", "10:00", "--repeats", "1")
    terminal.json("reminder", "settings", "repeats=off")
    listed = terminal.json("reminder", "list")["reminders"]
    assert [one["repeat_times"] for one in listed] == [0, 1]


def test_a_reminder_keeps_home_time_or_goes_along(terminal):
    plan = terminal.json("reminder", "add", "Calcium", "--at", "18:00")
    home = terminal.json("reminder", "edit", plan["id"], "--home")
    assert home["zone"] == "Europe/Helsinki"
    (slot,) = terminal.json("--zone", "Europe/London", "reminder", "upcoming", "--to", "2026-11-23T23:00")[
        "occurrences"
    ]
    assert slot["at"] == "2026-11-23T18:00:00+02:00"
    assert terminal.json("reminder", "edit", plan["id"], "--local")["zone"] is None
    (slot,) = terminal.json("--zone", "Europe/London", "reminder", "upcoming", "--to", "2026-11-23T23:00")[
        "occurrences"
    ]
    assert slot["at"] == "2026-11-23T18:00:00+00:00"


def test_holidays_are_added_listed_and_taken_out(terminal):
    assert "No holiday is set." in terminal("holiday").out
    added = terminal.json("holiday", "add", "2026-12-01", "2026-12-14")
    assert (added["step"], added["label"], added["first_day"]) == ("holiday", "1 to 14 December 2026", "2026-12-01")
    assert terminal("holiday", "add", "2027-01-05", "2027-01-05").out == "Holiday: Tuesday 5 January 2027.\n"
    assert len(terminal.json("holiday")["holidays"]) == 2
    assert terminal("holiday", "remove", "2027-01-05").out == "No holiday any more: Tuesday 5 January 2027.\n"
    assert terminal.json("holiday")["holidays"] == [{"first_day": "2026-12-01", "last_day": "2026-12-14"}]
    assert terminal.refused("holiday", "remove", "2027-01-05", code=1)["code"] == "no_such_holiday"
    assert terminal.refused("holiday", "add", "2027-01-05", "2026-01-05")["code"] == "days_reversed"
