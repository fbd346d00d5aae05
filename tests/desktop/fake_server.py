"""The notification server of the tests as a test sees it: told what to do, asked what it was asked."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.desk import BUS

PATIENCE = 15
"""Seconds something may take to happen."""


class FakeServer:
    """Runs on a session bus of its own whose settings lie in `folder`, or on the bus of an environment."""

    def __init__(
        self, folder: Path | None = None, environment: Mapping[str, str] | None = None, patience: float = PATIENCE
    ) -> None:
        self._patience = patience
        self._process = subprocess.Popen(
            [*([] if folder is None else own_bus(folder)), sys.executable, "-m", "tests.desktop.notification_server"],
            env=None if environment is None else dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._lines: queue.SimpleQueue[list[object]] = queue.SimpleQueue()
        self._put_back: deque[list[object]] = deque()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        self.heard: list[list[object]] = []
        _, self.address, self.pid = self.next("ready")

    def _listen(self):
        for line in self._process.stdout:
            self._lines.put(json.loads(line))

    def next(self, kind):
        """The next thing of a kind that happened to it."""
        while (happened := self._take())[0] != kind:
            pass
        return happened

    def _take(self):
        if self._put_back:
            return self._put_back.popleft()
        happened = self._lines.get(timeout=self._patience)
        self.heard.append(happened)
        return happened

    def told(self, *words):
        """It does this, and has done it. What happened meanwhile can still be asked for."""
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        meanwhile = []
        while (happened := self._take()) != ["obeyed"]:
            meanwhile.append(happened)
        self._put_back.extend(meanwhile)

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
        """It goes, and its bus, where that is its own."""
        if self._process.poll() is not None:
            return
        self.goes_on()
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)
        self._ear.join(timeout=PATIENCE)
        self._process.stdout.close()


def own_bus(folder: Path) -> list[str]:
    """The beginning of a command that runs on a session bus of its own."""
    if shutil.which("dbus-run-session") is None:
        pytest.fail("dbus-run-session is not installed: `make test` sees to that (Debian calls it dbus).")
    settings = folder / "bus.conf"
    settings.write_text(BUS.format(folder=folder), encoding="utf-8")
    return ["dbus-run-session", f"--config-file={settings}", "--"]
