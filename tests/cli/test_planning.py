"""Medicines and reminders in a terminal. It is noon on Monday 23 November 2026 in Helsinki."""

import pytest


def test_a_medicine_is_added_with_its_reminder_and_stopped(terminal):
    plan = terminal.json("medicine", "add", "letrozole", "--at", "8:00", "--start", "2026-11-01")
    assert (plan["label"], plan["times"], plan["schedule"]) == ("Letrozole 2.5 mg", ["08:00"], "every day at 08:00")
    assert [one["id"] for one in terminal.json("medicine", "list")["medicines"]] == [plan["id"]]
    assert [one["id"] for one in terminal.json("reminder", "list")["reminders"]] == [plan["id"]]
    terminal.json("medicine", "stop", plan["id"], "--date", "2026-11-10")
    assert terminal.json("medicine", "list")["medicines"] == []
    (item,) = terminal.json("adherence", "--from", "2026-11-01", "--to", "2026-11-22")["items"]
    assert (item["planned"], item["not_recorded"]) == (10, 10)


def test_denosumab_is_due_six_months_after_the_last_one_given(terminal):
    plan = terminal.json(
        "medicine", "add", "denosumab", "--dose", "60 mg", "--every", "6months", "--start", "2026-01-31"
    )
    assert terminal.json("medicine", "next", plan["id"])["due"] == "2026-07-31"
    terminal("log", "took denosumab", "--at", "2026-08-31T10:00")
    due = terminal.json("medicine", "next", plan["id"], "--date", "2027-02-01")
    assert (due["due"], due["book_from"], due["best_by"]) == ("2027-02-28", "2027-01-31", "2027-03-28")
    assert (due["state"], due["overdue"], due["source"]) == ("book", False, "LBL-DEN")
    late = terminal.json("medicine", "next", plan["id"], "--date", "2027-03-29")
    assert (late["overdue"], late["call_clinic"]) == (True, True)
    assert "call your clinic" in terminal("medicine", "next", plan["id"], "--date", "2027-03-29").out


def test_a_weekly_tablet_says_its_next_day(terminal):
    plan = terminal.json("medicine", "add", "alendronate", "--every", "week", "--on", "wed")
    assert terminal.json("medicine", "next", plan["id"])["due"] == "2026-11-25"
    assert plan["schedule"] == "Wednesdays"


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        (("denosumab",), "every 6 months from 1 Dec 2026"),
        (("prolia", "--dose", "60 mg"), "every 6 months from 1 Dec 2026"),
        (("zoledronic acid",), "every 6 months from 1 Dec 2026"),
        (("zoledronic acid", "--dose", "5 mg"), "every year from 1 Dec 2026"),  # its yearly dose
        (("aclasta",), "every year from 1 Dec 2026"),
        (("ibandronate",), "every month from 1 Dec 2026"),
        (("risedronate", "--dose", "150 mg"), "every month from 1 Dec 2026"),
        (("alendronate", "--on", "sun"), "Sundays"),
        (("alendronate", "--dose", "10 mg"), "every day"),  # of this dose nothing is known
        (("denosumab", "--every", "month"), "every month from 1 Dec 2026"),  # as she said
        (("goserelin",), "every day"),
    ],
)
def test_how_often_it_usually_is_need_not_be_said(terminal, words, schedule):
    plan = terminal.json("medicine", "add", *words, "--start", "2026-12-01")
    assert plan["schedule"].replace(" at 09:00", "") == schedule


def test_settling_shows_once_and_answers_are_kept(terminal):
    words = ("reminder", "add", "Calcium", "--at", "08:00", "--at", "18:00", "--log", "calcium citrate 500")
    plan = terminal.json(*words, "--start", "2026-11-24")
    settle = ("reminder", "settle", "--now", "2026-11-24T08:00:01")
    (shown,) = terminal.json(*settle)["shown"]
    assert (shown["slot"], shown["repeat"], shown["at"]) == ("08:00", 0, "2026-11-24T08:00:00+02:00")
    assert terminal.json(*settle)["shown"] == []
    terminal.json("reminder", "answer", shown["occurrence"], "snooze", "--minutes", "10", "--now", "2026-11-24T08:05")
    (again,) = terminal.json("reminder", "settle", "--now", "2026-11-24T08:15")["shown"]
    assert again["repeat"] == 1
    terminal.clock.advance(days=2)
    done = terminal.json("reminder", "answer", shown["occurrence"], "done", "--at", "2026-11-24T08:16")
    assert (done["state"], done["entries"][0]["label"]) == ("done", "Calcium citrate 500 mg")
    late = terminal.json("reminder", "settle")
    assert {one["slot"] for one in late["away_list"]} == {"08:00", "18:00"}
    assert "While you were away" in terminal("reminder", "settle", "--now", "2026-11-26T21:00").out
    assert "nothing is due" in terminal("reminder", "settle", "--now", "2026-11-26T21:00").out
    assert plan["kind"] == "supplement"


def test_put_off_until_a_time_it_comes_then(terminal):
    terminal.json("reminder", "add", "Calcium", "--at", "12:00")
    (shown,) = terminal.json("reminder", "settle")["shown"]
    snooze = ("reminder", "answer", shown["occurrence"], "snooze", "--until")
    assert terminal.json(*snooze, "14:15")["next_at"] == "2026-11-23T14:15:00+02:00"
    assert terminal.json(*snooze, "11:30")["next_at"] == "2026-11-24T11:30:00+02:00"
    assert terminal.json(*snooze, "2026-11-23T13:00")["next_at"] == "2026-11-23T13:00:00+02:00"
    assert terminal.refused(*snooze, "soon")["code"] == "not_a_clock"
    assert terminal.refused(*snooze, "8:00+02:00")["code"] == "not_a_clock"
    assert terminal.refused(*snooze, "2026-11-25T13:00")["code"] == "impossible_snooze"


def test_a_reminder_is_changed_paused_and_taken_away(terminal):
    plan = terminal.json("reminder", "add", "Strength", "--at", "10:00", "--days", "tue,fri", "--kind", "session")
    assert plan["schedule"] == "Tuesdays and Fridays at 10:00"
    changed = terminal.json("reminder", "edit", plan["id"], "--every", "2weeks", "--label", "Gym", "--repeats", "0")
    assert (changed["label"], changed["schedule"], changed["repeat_times"]) == (
        "Gym",
        "every 2 weeks, Mondays at 10:00",
        0,
    )
    relogged = terminal.json(
        "reminder", "edit", plan["id"], "--log", "walk 30", "--start", "2026-12-01", "--until", "2027-01-01"
    )
    assert (relogged["log"], relogged["until"]) == ("walk 30", "2027-01-01")
    paused = terminal("reminder", "pause", plan["id"][:6], "--until", "2026-12-10")
    assert "paused until" in paused.out
    assert terminal.json("reminder", "resume", plan["id"])["state"] == "on"
    terminal.json("reminder", "delete", plan["id"])
    assert terminal.json("reminder", "list")["reminders"] == []
    assert "nothing planned" in terminal("reminder", "list").out


def test_upcoming_across_a_clock_change_changes_nothing(terminal):
    terminal.json(
        "reminder", "add", "Night", "--at", "03:30", "--start", "2027-03-27", "--home", "--repeat-minutes", "5"
    )
    words = ("reminder", "upcoming", "--from", "2027-03-27T00:00", "--to", "2027-03-29T00:00")
    found = terminal.json(*words)["occurrences"]
    assert [(one["slot"], one["at"][11:16]) for one in found] == [("03:30", "03:30"), ("03:30", "04:30")]
    assert "2027-03-28 03:30  Night" in terminal(*words).out
    assert terminal.json("reminder", "upcoming")["occurrences"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("reminder", "add", "x"), "not a time of day"),
        (("reminder", "add", "x", "--at", "25:00"), "not a time of day"),
        (("reminder", "add", "x", "--at", "08:00+02:00"), "not a time of day"),
        (("reminder", "add", "x", "--at", "8:00", "--days", "someday"), "not a weekday"),
        (("reminder", "add", "x", "--at", "8:00", "--every", "blue moon"), "is not how often"),
        (("reminder", "add", "x", "--at", "8:00", "--every", "month", "--days", "mon"), "please check days"),
        (("reminder", "add", "x", "--at", "8:00", "--kind", "nonsense"), "not a kind of reminder"),
        (("reminder", "add", "x", "--at", "8:00", "--log", "frobnicate"), "not something"),
        (("medicine", "add", "letrozole", "--dose", "much"), "not a dose"),
        (("medicine", "add", "letrozole", "--dose", "-1 mg"), "not a dose"),
        (("medicine", "add", "letrozole", "--every", "decade"), "is not how often"),
        (("medicine", "next", "nothing"), "no medicine or reminder"),
        (("reminder", "answer", "nothing", "done"), "not a planned time"),
        (("reminder", "answer", "nothing", "maybe"), "not an answer"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_sentence(terminal, words, said):
    answer = terminal(*words)
    assert answer.code in (1, 2)
    assert said in answer.err.replace("\n", " ")
    assert terminal.json("reminder", "list")["reminders"] == []


def test_a_plan_that_has_ended_by_itself_has_no_next_day(terminal):
    plan = terminal.json("reminder", "add", "x", "--at", "8:00", "--until", "2026-11-23")
    assert terminal("medicine", "next", plan["id"], "--date", "2026-12-01").code != 0


def test_another_dose_of_a_medicine_and_none_of_anything_else(terminal):
    plan = terminal.json("medicine", "add", "letrozole", "--at", "8:00")
    changed = terminal.json("reminder", "edit", plan["id"], "--dose", "5 mg")
    assert (changed["label"], changed["dose"]) == ("Letrozole 5 mg", {"amount": 5, "unit": "mg"})
    assert "is not a dose" in terminal("reminder", "edit", plan["id"], "--dose", "a lot").err
    walk = terminal.json("reminder", "add", "Walk", "--at", "10:00")
    assert "is not planned as a medicine" in terminal("reminder", "edit", walk["id"], "--dose", "5 mg").err.replace(
        "\n", " "
    )


def test_a_reminder_that_is_named_after_what_done_logs_goes_on_saying_it(terminal):
    plan = terminal.json("reminder", "add", "Calcium citrate 500 mg", "--at", "8:00", "--log", "calcium citrate 500")
    changed = terminal.json("reminder", "edit", plan["id"], "--log", "calcium citrate 600")
    assert (changed["label"], changed["log"]) == ("Calcium citrate 600 mg", "calcium citrate 600")
    named = terminal.json("reminder", "edit", plan["id"], "--log", "calcium citrate 500", "--label", "With lunch")
    assert (named["label"], named["log"]) == ("With lunch", "calcium citrate 500")
    again = terminal.json("reminder", "edit", plan["id"], "--log", "calcium citrate 600")
    assert (again["label"], again["log"]) == ("With lunch", "calcium citrate 600")  # a name of her own stays
    assert terminal.json("reminder", "edit", plan["id"], "--log", "")["log"] is None


def test_the_list_says_what_rests_and_until_when(terminal):
    plan = terminal.json("reminder", "add", "Walk", "--at", "10:00")
    terminal("reminder", "pause", plan["id"], "--until", "2199-12-05")
    assert "Walk, every day at 10:00 (paused until 5 Dec 2199)" in terminal("reminder", "list").text
