"""Appointments and questions in a terminal. It is noon on Monday 23 November 2026 in Helsinki."""

WITH_MEYER = ("appointment", "add", "--date", "2026-12-11", "--with", "Dr Meyer")


def test_an_appointment_with_its_reminder_and_what_was_decided(terminal):
    kept = terminal.json(*WITH_MEYER, "--time", "10:30", "--place", "Clinic")["appointment"]
    assert (kept["date"], kept["time"], kept["with"], kept["place"]) == ("2026-12-11", "10:30", "Dr Meyer", "Clinic")
    (reminder,) = terminal.json("reminder", "list")["reminders"]
    assert (reminder["id"], reminder["start"], reminder["times"]) == (kept["reminder"], "2026-12-10", ["18:00"])
    terminal("appointment", "decided", kept["id"], "Scan", "in", "spring")
    (again,) = terminal.json("appointment", "list")["appointments"]
    assert again["decided"] == "Scan in spring"
    assert "Dr Meyer" in terminal("appointment", "list").out
    terminal("appointment", "delete", kept["id"])
    assert terminal("appointment", "list").text == "No appointment has been entered yet."
    assert terminal.json("reminder", "list")["reminders"] == []


def test_no_reminder_where_none_is_wanted(terminal):
    assert terminal.json(*WITH_MEYER, "--remind", "never")["appointment"]["reminder"] is None
    assert terminal(*WITH_MEYER, "--remind", "often", "--json").error["code"] == "unknown_reminder_time"


def test_questions_are_ordered_answered_and_deleted(terminal):
    for text in ("Is walking enough?", "And the stairs?"):
        terminal("question", "add", text)
    first, second = terminal.json("question", "list")["questions"]
    moved = terminal.json("question", "move", second["id"], "up")["questions"]
    assert [each["text"] for each in moved] == ["And the stairs?", "Is walking enough?"]
    terminal("question", "answer", first["id"], "Yes,", "with", "weights")
    assert "x  Is walking enough? Yes, with weights" in terminal("question", "list").out
    terminal("question", "tick", second["id"])
    waits = terminal.json("question", "tick", second["id"], "--off")["questions"]
    assert [each["asked"] for each in waits] == [None, "2026-11-23"]
    terminal("question", "delete", first["id"])
    assert terminal("question", "move", second["id"], "sideways", "--json").error["code"] == "unknown_way"
    assert terminal("question", "delete", "abcdef", "--json").code == 1
    assert terminal("question", "add", " ", "--json").error["code"] == "no_question"


def test_a_suggestion_says_why_and_becomes_a_question(terminal):
    assert terminal("question", "list").text == "No question has been written down yet."
    terminal("dxa", "add", "--date", "2026-03-04", "--site", "total_hip", "--t", "-2.4")
    (suggested,) = terminal.json("question", "list")["suggested"]
    assert suggested["code"] == "ask_t_score"
    assert "You entered a lowest T-score of −2.4." in terminal("question", "list").text
    assert "BoneCoach cannot tell you what you need." in suggested["message"]
    (asked,) = terminal.json("question", "accept", "ask_t_score")["questions"]
    assert asked["text"] == "My lowest T-score is −2.4. Is a medicine to protect my bones right for me?"
    assert terminal("question", "accept", "ask_t_score", "--json").error["code"] == "unknown_suggestion"
