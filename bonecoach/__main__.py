"""A command: the command line. None (or --background, --data-dir alone): the window. Nothing else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def wants_window(words: Sequence[str]) -> bool:
    """Whether the words of the command line name nothing but where the window's diary is and how it starts."""
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--data-dir" and at + 1 < len(words):
            at += 2
        elif word == "--background" or word.startswith("--data-dir="):
            at += 1
        else:
            return False
    return True


def main() -> int:
    """Opens the window or does what the words say; answers the exit code."""
    words = sys.argv[1:]
    if wants_window(words):
        gc.disable()  # start-up makes much and drops little; the window lets collecting begin again when all is warm
        from bonecoach.desktop import qt_helpers

        qt_helpers.take_unpacked()
        from bonecoach.desktop import plain_imports

        plain_imports.keep()
        from bonecoach.app import main as open_window

        return open_window(words)
    from bonecoach.cli import main as run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
