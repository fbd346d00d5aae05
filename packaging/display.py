"""Whether there is a display to open a window on."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Callable, Mapping

NEEDS_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
"""Qt's own ways to do without one, chosen by QT_QPA_PLATFORM."""

WHAT_ELSE = """\
Without one you can

    make pictures                    take pictures of every page
    .venv/bin/bonecoach --help       keep the same diary from this terminal
"""


def answers(display: str) -> bool:
    """Whether an X server listens at a display of this computer (":0"); one elsewhere ("host:0") is believed."""
    number = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if number is None:
        return True
    name = f"/tmp/.X11-unix/X{number[1]}"
    for address in (name, "\0" + name):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            try:
                line.connect(address)
            except OSError:
                continue
            return True
    return False


def without_display(
    environment: Mapping[str, str], platform: str = sys.platform, answers: Callable[[str], bool] = answers
) -> str | None:
    """What to say where no window can open; None where one can. Windows and macOS always have a display."""
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM", "").startswith(NEEDS_NO_SCREEN):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY")
    if not display:
        return f"There is no display here to open a window on (DISPLAY and WAYLAND_DISPLAY are not set).\n{WHAT_ELSE}"
    if not answers(display):
        return f"There is no display here to open a window on (nothing answers at DISPLAY={display}).\n{WHAT_ELSE}"
    return None
