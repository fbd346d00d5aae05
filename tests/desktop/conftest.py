"""A session bus of the test's own, with a notification server that does what the test says."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading

import pytest

from tests.desk import BUS

PATIENCE = 15


class FakeServer:
    """The notification server as a test sees it: told what to do, asked what it was asked."""

    def __init__(self, folder):
        if shutil.which("dbus-run-session") is None:
            pytest.fail("dbus-run-session is not installed: `make test` sees to that (Debian calls it dbus).")
        settings = folder / "bus.conf"
        settings.write_text(BUS.format(folder=folder), encoding="utf-8")
        command = ["dbus-run-session", f"--config-file={settings}", "--"]
        self._process = subprocess.Popen(
            [*command, sys.executable, "-m", "tests.desktop.notification_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._lines: queue.SimpleQueue[list[object]] = queue.SimpleQueue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        self.heard: list[list[object]] = []
        _, self.address, self.pid = self.next("ready")

    def _listen(self):
        for line in self._process.stdout:
            self._lines.put(json.loads(line))

    def next(self, kind):
        """The next thing of a kind that happened to it."""
        while True:
            happened = self._lines.get(timeout=PATIENCE)
            self.heard.append(happened)
            if happened[0] == kind:
                return happened

    def told(self, *words):
        """It does this, and has done it."""
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self.next("obeyed")

    def notified(self):
        """The number and the content of the next notification."""
        _, number, notice = self.next("notify")
        return number, notice

    def hangs(self):
        """It stops doing anything, and stays on the bus."""
        os.kill(self.pid, signal.SIGSTOP)

    def goes_on(self):
        """It goes on where it stopped."""
        os.kill(self.pid, signal.SIGCONT)

    def ends(self):
        """It and its bus go."""
        if self._process.poll() is not None:
            return
        self.goes_on()
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)
        self._ear.join(timeout=PATIENCE)
        self._process.stdout.close()


@pytest.fixture
def server(tmp_path, monkeypatch):
    """A notification server on a bus that this process is on, too."""
    if sys.platform != "linux":
        pytest.skip("the session bus is a thing of Linux")
    server = FakeServer(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", server.address)
    yield server
    server.ends()
