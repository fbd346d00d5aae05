"""Notifications reach whoever shows them, come back as signals, and never hold the window up."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from bonecoach.desktop.notifier import Notifier

BUTTONS = [("done", "Done"), ("snooze", "In 10 minutes")]


class Heard:
    """Every signal of a notifier, in order, with the thread it came in."""

    def __init__(self, notifier):
        self.all = []
        self.threads = set()
        for name in ("pressed", "clicked", "dismissed", "failed"):
            getattr(notifier, name).connect(lambda *said, name=name: self._hear(name, *said))

    def _hear(self, *said):
        self.all.append(said)
        self.threads.add(threading.current_thread())


@pytest.fixture
def notifier(qapp):
    notifier = Notifier(patience=5.0)
    notifier.heard = Heard(notifier)
    yield notifier
    notifier.stop()
    assert "notifications" not in {thread.name for thread in threading.enumerate()}


def show(notifier, key="calcium", title="Calcium", body="500 mg with food", buttons=BUTTONS, silent=False, sound=False):
    notifier.show(key, title, body, buttons, silent, sound)


def hears(qtbot, notifier, *expected):
    qtbot.waitUntil(lambda: len(notifier.heard.all) >= len(expected), timeout=10_000)
    assert notifier.heard.all == list(expected)
    assert notifier.heard.threads <= {threading.main_thread()}


def settled(server, notifier, key="last"):
    """Everything before was carried to the server: a notification more has arrived, and was answered."""
    show(notifier, key, "last")
    while (arrived := server.notified())[1]["title"] != "last":
        pass
    server.told("nothing")  # it says what it was asked before it answers
    return arrived[0]


# -- on a bus with a server ----------------------------------------------------------------------------------------


def test_it_is_shown_as_it_was_asked(server, notifier):
    show(notifier, body="less than 500 mg & <b>food</b>")
    _, notice = server.notified()
    assert notice["app"] == "BoneCoach"
    assert notice["icon"].endswith("bonecoach.svg")
    assert notice["title"] == "Calcium"
    assert notice["body"] == "less than 500 mg &amp; &lt;b&gt;food&lt;/b&gt;"
    assert notice["actions"] == ["default", "", "done", "Done", "snooze", "In 10 minutes"]
    assert notice["hints"] == {"urgency": 1}


@pytest.mark.parametrize(
    ("silent", "sound", "hints"),
    [
        (False, True, {"urgency": 1, "sound-name": "message-new-instant"}),
        (True, False, {"urgency": 0}),
        (True, True, {"urgency": 0}),
    ],
)
def test_quiet_or_with_a_sound(server, notifier, silent, sound, hints):
    show(notifier, silent=silent, sound=sound)
    assert server.notified()[1]["hints"] == hints


def test_a_server_without_buttons_and_markup_gets_plain_text(server, notifier):
    server.told("vanish")
    server.told("appear", "body")
    show(notifier, body="Milk & more")
    _, notice = server.notified()
    assert notice["body"] == "Milk & more"
    assert notice["actions"] == ["default", ""]


def test_what_she_does_comes_back_under_its_key_in_the_thread_of_the_window(server, notifier, qtbot):
    for key in ("calcium", "vitamin d", "letrozole"):
        show(notifier, key)
    numbers = [server.notified()[0] for _ in range(3)]
    settled(server, notifier)

    server.told("press", numbers[1], "snooze")
    server.told("press", numbers[0], "default")
    server.told("closed", numbers[2], 2)
    hears(qtbot, notifier, ("pressed", "vitamin d", "snooze"), ("clicked", "calcium"), ("dismissed", "letrozole"))


def test_a_button_that_is_pressed_in_the_moment_it_appears_is_heard(server, notifier, qtbot):
    settled(server, notifier)
    server.told("press", "at", "once", "done")
    for number in range(20):
        show(notifier, str(number))
    hears(qtbot, notifier, *(("pressed", str(number), "done") for number in range(20)))


def test_a_button_that_closes_its_notification_is_no_dismissal_and_expiry_is_none_either(server, notifier, qtbot):
    show(notifier, "calcium")
    show(notifier, "vitamin d")
    first, second = server.notified()[0], server.notified()[0]
    last = settled(server, notifier)

    server.told("press", first, "done")
    server.told("closed", first, 2)
    server.told("closed", second, 1)
    server.told("press", last, "done")
    hears(qtbot, notifier, ("pressed", "calcium", "done"), ("pressed", "last", "done"))


def test_the_notifications_of_other_programs_are_not_heard(server, notifier, qtbot):
    number = settled(server, notifier)
    settled(server, notifier, "another")
    server.told("press", 77, "done")
    server.told("closed", 77, 2)
    server.told("press", number, "done")
    hears(qtbot, notifier, ("pressed", "last", "done"))


def test_shown_again_it_replaces_the_one_before(server, notifier, qtbot):
    show(notifier)
    first, _ = server.notified()
    show(notifier, body="still 500 mg")
    assert server.next("close") == ["close", first]
    second, notice = server.notified()
    assert notice["body"] == "still 500 mg"
    settled(server, notifier)

    server.told("press", second, "done")
    hears(qtbot, notifier, ("pressed", "calcium", "done"))


def test_withdrawn_it_goes_and_a_button_pressed_late_still_counts(server, notifier, qtbot):
    show(notifier)
    number, _ = server.notified()
    notifier.withdraw("calcium")
    assert server.next("close") == ["close", number]
    settled(server, notifier)

    server.told("press", number, "done")
    hears(qtbot, notifier, ("pressed", "calcium", "done"))


def test_withdrawing_what_is_not_shown_does_nothing(server, notifier):
    notifier.withdraw("nothing")
    assert "notifications" not in {thread.name for thread in threading.enumerate()}
    show(notifier)
    notifier.withdraw("nothing")
    notifier.withdraw("calcium")
    notifier.withdraw("calcium")
    settled(server, notifier)
    assert len([one for one in server.heard if one[0] == "close"]) == 1


def test_a_server_that_was_restarted_shows_the_next_one_and_its_numbers_count_anew(server, notifier, qtbot):
    show(notifier, "calcium")
    show(notifier, "vitamin d")
    server.notified()
    stale, _ = server.notified()
    settled(server, notifier)
    server.told("vanish")
    server.told("appear", "actions", "body")

    show(notifier, "letrozole", body="1 & only")
    number, notice = server.notified()
    assert number == 1
    assert notice["body"] == "1 & only"  # it was asked anew what it can
    settled(server, notifier, "another")
    server.told("press", 77, "done")
    server.told("press", stale + 5, "done")  # not ours on this server
    server.told("press", number, "done")
    hears(qtbot, notifier, ("pressed", "letrozole", "done"))


def test_a_server_that_went_fails_and_the_next_one_works(server, notifier, qtbot):
    settled(server, notifier)
    server.told("vanish")
    show(notifier)
    hears(qtbot, notifier, ("failed", "calcium"))

    server.told("appear", "actions", "body")
    show(notifier)
    assert server.notified()[1]["title"] == "Calcium"


def test_a_server_that_refuses_fails(server, notifier, qtbot):
    server.told("refuse")
    show(notifier)
    hears(qtbot, notifier, ("failed", "calcium"))


@pytest.fixture
def hurried(notifier):
    """A notifier that gives up soon."""
    notifier._patience = 0.5
    return notifier


@pytest.mark.parametrize("met_before", [True, False])
def test_a_server_that_hangs_holds_nobody_up(server, hurried, qtbot, met_before):
    if met_before:
        settled(server, hurried)
    server.hangs()

    begun = time.monotonic()
    for key in ("calcium", "vitamin d", "letrozole"):
        show(hurried, key)
    hurried.withdraw("vitamin d")
    assert time.monotonic() - begun < 0.3

    qtbot.waitUntil(lambda: len(hurried.heard.all) >= 3, timeout=10_000)
    assert set(hurried.heard.all) == {("failed", "calcium"), ("failed", "vitamin d"), ("failed", "letrozole")}
    assert time.monotonic() - begun < 2

    server.goes_on()
    show(hurried, "risedronate", "Risedronate")
    while server.notified()[1]["title"] != "Risedronate":
        pass


def test_what_a_server_shows_after_it_hung_is_taken_away_again(server, hurried, qtbot):
    settled(server, hurried)
    server.hangs()
    show(hurried)
    hears(qtbot, hurried, ("failed", "calcium"))

    server.goes_on()
    number, notice = server.notified()
    assert notice["title"] == "Calcium"
    assert server.next("close") == ["close", number]


@pytest.mark.parametrize("met_before", [True, False])
def test_stopping_takes_less_than_a_second_while_the_server_hangs(server, notifier, met_before):
    if met_before:
        settled(server, notifier)
    server.hangs()
    show(notifier)
    show(notifier, "vitamin d")
    begun = time.monotonic()
    notifier.stop(["last", "vitamin d"])
    assert time.monotonic() - begun < 1
    assert "notifications" not in {thread.name for thread in threading.enumerate()}


def test_stopped_it_shows_and_says_nothing_more(server, notifier, qtbot):
    number = settled(server, notifier)
    notifier.stop()
    notifier.stop()
    show(notifier)
    notifier.withdraw("last")
    server.told("press", number, "done")
    qtbot.waitUntil(lambda: True)
    assert notifier.heard.all == []
    assert [one[0] for one in server.heard].count("notify") == 1


def test_stopped_it_takes_away_what_it_is_told_to(server, notifier):
    show(notifier, "calcium")
    show(notifier, "vitamin d")
    first, second = server.notified()[0], server.notified()[0]
    settled(server, notifier)
    notifier.stop(["calcium", "vitamin d", "unknown"])
    closed: list[int] = []
    while not {first, second} <= set(closed):  # the third, which only settled things, may still be going
        closed.append(server.next("close")[1])
    assert closed.index(first) < closed.index(second)


def test_a_hundred_notifications_later_it_knows_the_last_ones(server, notifier, qtbot, monkeypatch):
    monkeypatch.setattr("bonecoach.desktop.notices_linux.REMEMBERED", 10)
    for number in range(40):
        show(notifier, str(number))
    settled(server, notifier)
    server.told("press", 1, "done")
    server.told("press", 40, "done")
    hears(qtbot, notifier, ("pressed", "39", "done"))


# -- without a server, without a bus ------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/at/all", "nonsense"])
def test_without_a_bus_it_says_so(notifier, qtbot, monkeypatch, address):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    show(notifier)
    show(notifier, "vitamin d")
    hears(qtbot, notifier, ("failed", "calcium"), ("failed", "vitamin d"))


def test_a_bus_that_comes_later_is_found(server, notifier, qtbot, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    show(notifier)
    hears(qtbot, notifier, ("failed", "calcium"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", server.address)
    show(notifier)
    assert server.notified()[1]["title"] == "Calcium"


def test_a_bus_that_ends_while_we_are_on_it_is_noticed(server, notifier, qtbot):
    settled(server, notifier)
    server.ends()
    notifier.withdraw("last")
    show(notifier)
    hears(qtbot, notifier, ("failed", "calcium"))


def test_never_used_it_has_no_thread_and_imports_nothing(notifier):
    assert "notifications" not in {thread.name for thread in threading.enumerate()}
    notifier.stop()
    ask = (
        "import sys, bonecoach.desktop.notifier as n; n.Notifier();"
        "print([name for name in sys.modules if name in ('asyncio', 'dbus_fast', 'desktop_notifier')])"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
