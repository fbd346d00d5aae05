"""A person at the real program: she types, clicks and reads; nothing of the program is imported."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EYES = Path(__file__).with_name("eyes.py")
PATIENCE = 15
"""Seconds she waits for something to appear; a slow machine under load is slower than any person."""


class Person:
    """She sits at one desk (a screen and an accessibility bus, given as environment) with one data folder.

    `more` is what holds for the program alone, such as another clock.
    """

    def __init__(self, desk: Mapping[str, str], folder: Path, more: Mapping[str, str] | None = None) -> None:
        self.desk = {**desk, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.programs = {**self.desk, **(more or {})}
        self.folder = folder
        self.program: subprocess.Popen[str] | None = None
        self.eyes = subprocess.Popen(
            ["/usr/bin/python3", str(EYES)],
            env=self.desk,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def starts(self, *options: str) -> subprocess.Popen[str]:
        """She starts the program; what it prints is kept beside the folder."""
        with self.folder.with_name("printed.txt").open("a", encoding="utf-8") as printed:
            return subprocess.Popen(
                [sys.executable, "-m", "bonecoach", "--data-dir", str(self.folder), *options],
                cwd=ROOT,
                env=self.programs,
                stdout=printed,
                stderr=subprocess.STDOUT,
                text=True,
            )

    def sits_down(self) -> None:
        """She starts the program and waits until its window is there."""
        self.program = self.starts()
        self.finds(name="BoneCoach", state="active")

    def has_answered_the_first_questions(self) -> None:
        """The first-start page is not shown again."""
        code = (
            "import sys; from pathlib import Path\n"
            "from bonecoach.clock import SystemClock\n"
            "from bonecoach.diary import open_diary\n"
            "open_diary(Path(sys.argv[1]), SystemClock(), 'UTC').set_setting('first_start_done', '1')\n"
        )
        subprocess.run([sys.executable, "-c", code, str(self.folder)], cwd=ROOT, check=True, timeout=60)

    def asks(self, do: str, patience: float = PATIENCE, text: str = "", **wish: str) -> object:
        """One command to the eyes, and what they found."""
        assert self.program is not None
        assert self.eyes.stdin is not None
        assert self.eyes.stdout is not None
        command = {"do": do, "pid": self.program.pid, "wish": wish, "patience": patience, "text": text}
        self.eyes.stdin.write(json.dumps(command) + "\n")
        self.eyes.stdin.flush()
        answer = json.loads(self.eyes.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer.get("found", answer.get("tree"))

    def finds(self, **wish: str) -> dict[str, object]:
        """She looks for something by role, name, or words it has, and finds it."""
        found = self.asks("find", **wish)
        assert isinstance(found, dict), f"{wish} is not on the screen: {self.reads()}"
        return found

    def misses(self, **wish: str) -> bool:
        """Whether something is not on the screen now."""
        return self.asks("find", patience=0, **wish) is None

    def presses(self, **wish: str) -> None:
        """She presses a button, a menu entry or a box, with the mouse or a switch: the tree's own action."""
        assert self.asks("press", **wish) is not None, f"{wish} is not there to press: {self.reads()}"

    def writes(self, text: str, **wish: str) -> None:
        """She writes into a field all at once, as dictation does."""
        assert self.asks("write", text=text, **wish) is not None, f"{wish} is not there to write in: {self.reads()}"

    def types(self, text: str) -> None:
        """She types on the keyboard, wherever the focus is."""
        self._keyboard("type", "--delay", "5", text)

    def keys(self, *chords: str) -> None:
        """She presses keys: "ctrl+l", "Return", "ctrl+z"."""
        self._keyboard("key", "--clearmodifiers", "--delay", "20", *chords)

    def _keyboard(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.desk, check=True, capture_output=True, timeout=30)

    def waits_at_most(self, seconds: float) -> float:
        """The longest the window took to answer, in seconds, asked again and again for so many seconds."""
        longest = self.asks("wait", patience=seconds)
        assert isinstance(longest, float)
        return longest

    def reads(self) -> list[str]:
        """Everything that stands on the screen, in words."""
        tree = self.asks("tree") or []
        return [f"{thing['role']}: {thing['name'] or thing['text']}" for thing in tree]  # type: ignore[index,call-overload]

    def logged(self) -> list[dict[str, object]]:
        """What stands in the diary file, asked from the command line."""
        done = self.command("entries", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["entries"]

    def kept(self) -> list[dict[str, object]]:
        """How what she takes was kept, asked from the command line."""
        done = self.command("adherence", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["items"]

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """She uses the terminal on the same diary."""
        return subprocess.run(
            [sys.executable, "-m", "bonecoach", "--data-dir", str(self.folder), *words],
            cwd=ROOT,
            env=self.programs,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def plans(self, *words: str) -> None:
        """She sets a reminder from the terminal."""
        done = self.command("reminder", "add", *words)
        assert done.returncode == 0, done.stderr

    def closes(self) -> int:
        """She closes the window, as its close button does, and waits for the program to end."""
        assert self.program is not None
        self.keys("ctrl+q")
        code = self.program.wait(timeout=PATIENCE)
        self.program = None
        return code

    def pulls_the_plug(self) -> None:
        """The program is killed in the middle of whatever it does."""
        assert self.program is not None
        self.program.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        self.program.wait(timeout=PATIENCE)
        self.program = None

    def leaves(self) -> None:
        """Nothing of hers keeps running."""
        for process in (self.program, self.eyes):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait(timeout=PATIENCE)
            for pipe in (process.stdin, process.stdout, process.stderr) if process is not None else ():
                if pipe is not None:
                    pipe.close()


def environment(**more: str) -> dict[str, str]:
    """The present environment with additions."""
    return {**os.environ, **more}
