#!/usr/bin/env python3
"""Sets BoneCoach up and starts it: `python3 packaging/bootstrap.py run|test|demo|pictures|bench|check`.

Only the standard library is used, on Linux, macOS and Windows alike. This file alone may meet an old Python, so it is
written in words that Python 3.6 reads: it finds a Python that will do and hands over to `errands.py` beside it.
"""

import os
import subprocess
import sys
from typing import Sequence

OLDEST = (3, 11)
NEWEST = (3, 14)
"""PySide6 has no packages for a later one yet."""

ASK_VERSION = "import sys; print(sys.version_info[0], sys.version_info[1])"


def will_do(version: "Sequence[int]") -> bool:
    """Whether BoneCoach runs on a Python of this version (major, minor, …)."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def answers(command: "list[str]") -> bool:
    """Whether a command is a Python that will do. A name on the path is not enough: it may lead nowhere."""
    try:
        said = subprocess.check_output(command + ["-c", ASK_VERSION], stderr=subprocess.DEVNULL)
        return will_do([int(number) for number in said.split()])
    except (OSError, ValueError, subprocess.CalledProcessError):
        return False


def another_python() -> "list[str] | None":
    """The command of a Python on this computer that will do, the newest first; None where there is none."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        named = ["python3.%d" % minor] if os.name != "nt" else ["py", "-3.%d" % minor]
        if answers(named):
            return named
    return None


def refusal(version: "Sequence[object]") -> str:
    """The one sentence for a computer without a Python that will do."""
    return "BoneCoach needs Python 3.{} to 3.{}, but this is Python {}, and no other was found here.".format(
        OLDEST[1], NEWEST[1], ".".join(str(part) for part in version[:3])
    )


def main(words: "list[str]") -> int:
    """Hands over to errands.py, in this Python or in another; answers the exit code."""
    if will_do(sys.version_info[:2]):
        from errands import main as run

        return run(words)
    other = another_python()
    if other is None:
        sys.stderr.write(refusal(sys.version_info) + "\n")
        return 1
    try:
        return subprocess.call(other + [os.path.abspath(__file__)] + words)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
