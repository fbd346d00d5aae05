"""What the terminal says behind a tablet for bone."""


def test_behind_a_tablet_it_says_until_when_and_when_calcium_is_fine(terminal):
    answer = terminal("log", "took alendronate")  # at noon
    assert "Stay upright, with nothing else to eat, drink or take, until 12:30." in answer.text
    notes = terminal("log", "took ibandronate", "--yes", "--json").json["notes"]
    assert "until 13:00" in next(note["message"] for note in notes if note["code"] == "ritual")
    notes = terminal("log", "took letrozole", "--json").json["notes"]
    assert "ritual" not in {note["code"] for note in notes}


def test_what_is_logged_too_near_is_said_once_and_never_refused(terminal):
    terminal("log", "took alendronate")
    terminal.clock.advance(minutes=10)
    answer = terminal("log", "calcium citrate 500", "--json").json
    assert len(answer["logged"]) == 1
    (near,) = [note for note in answer["notes"] if note["code"] == "too_near"]
    assert near["message"].startswith("Alendronate: nothing else to eat, drink or take for 30 min after it")
    assert "too_near" not in {note["code"] for note in terminal("log", "walk 30", "--json").json["notes"]}


def test_done_on_its_reminder_says_the_same(terminal):
    plan = terminal("medicine", "add", "alendronate", "--every", "week", "--at", "11:30", "--json").json
    answer = terminal("reminder", "answer", f"{plan['id']}:2026-11-23:11:30", "done")
    assert "until 12:30" in answer.text
    assert "until" not in terminal("undo").text
