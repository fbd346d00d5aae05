"""What BoneCoach needs of a Linux system beside Python: which of it is missing, and how it comes there."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

QT_LIBRARIES = {
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libX11.so.6": "libx11-6",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-glx.so.0": "libxcb-glx0",
}
"""Everything QtWidgets, QtNetwork and a window on X link to (PySide6 6.11), and the Debian package it comes in."""

WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What a window on Wayland needs besides."""

DESK_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "import": "imagemagick",
    "dbus-daemon": "dbus",
    "dbus-send": "dbus",
    "dbus-run-session": "dbus",
    "dunst": "dunst",
    "trayer": "trayer",
}
"""The screen, window manager, keyboard, eyes, bus, notifications and tray of the tests (tests/desk.py)."""

FAKE_CLOCKS = tuple(
    f"/usr/lib/{machine}/faketime/libfaketimeMT.so.1" for machine in ("x86_64-linux-gnu", "aarch64-linux-gnu")
)
"""The clock that journeys put; there is no sleep without it."""

DESK_FILES = {
    ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"): "at-spi2-core",
    ("/usr/lib/python3/dist-packages/pyatspi",): "python3-pyatspi",
    FAKE_CLOCKS: "libfaketime",
}
"""What is neither a library nor on the path: one of these places has it."""

PACKAGE_LISTS = Path("/var/lib/apt/lists")


class Missing(Exception):
    """Something of the system is missing and cannot be installed from here; its words say what to do."""


def loads(library: str) -> bool:
    """Whether the system's own loader finds a library, for this processor, wherever it lies."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def on_path(program: str) -> bool:
    """Whether a program can be called by its name."""
    return shutil.which(program) is not None


def can_make_environments() -> bool:
    """Whether this Python brings pip for a new environment along: Debian takes it out into a package of its own."""
    return importlib.util.find_spec("venv") is not None and importlib.util.find_spec("ensurepip") is not None


def missing_for_python(able: Callable[[], bool] = can_make_environments) -> list[str]:
    """The Debian package this Python lacks to make an environment, if any."""
    return [] if able() else [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_for_window(environment: Mapping[str, str], found: Callable[[str], bool] = loads) -> list[str]:
    """The Debian packages of the libraries that Qt needs for a window and this system lacks."""
    wanted = QT_LIBRARIES | (WAYLAND_LIBRARIES if environment.get("WAYLAND_DISPLAY") else {})
    return [package for library, package in wanted.items() if not found(library)]


def missing_for_desk(
    found: Callable[[str], bool] = on_path, there: Callable[[str], bool] = lambda place: Path(place).exists()
) -> list[str]:
    """The Debian packages of the tools that tests and pictures need for a screen of their own."""
    programs = [package for program, package in DESK_PROGRAMS.items() if not found(program)]
    files = [package for places, package in DESK_FILES.items() if not any(map(there, places))]
    return list(dict.fromkeys(programs + files))


def install_line(packages: Iterable[str], lists_there: bool) -> str:
    """The one line to paste. Where the system has never fetched its package lists, it fetches them first."""
    update = "" if lists_there else "sudo apt-get update && "
    return f"{update}sudo apt-get install --no-install-recommends {' '.join(packages)}"


def have_lists(folder: Path = PACKAGE_LISTS) -> bool:
    """Whether apt knows which packages there are; a bare container does not."""
    return any(folder.glob("*_Packages*"))


def is_root() -> bool:
    """Whether the person may install packages without being asked for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def see_to(packages: list[str]) -> None:
    """Installs what is missing where the person is root; otherwise raises Missing with the one line to paste."""
    if not packages:
        return
    if not on_path("apt-get"):
        raise Missing(
            "This system lacks some of what BoneCoach needs. On Debian it is called "
            f"{', '.join(packages)}; please install it with your system's own tool and start again."
        )
    if not is_root():
        raise Missing(
            "Some packages of the system are missing. Please paste this line, then start again:\n\n"
            f"    {install_line(packages, have_lists())}\n"
        )
    print(f"Installing from the system: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Lists of yesterday name files that are gone today. If fetching them fails, the lists there may still do.
    subprocess.run(["apt-get", "update", "-qq"], env=environment, stdout=subprocess.DEVNULL, check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise Missing(
            "The system's packages could not be installed; what apt-get said stands above. To try by hand:\n\n"
            f"    apt-get update && apt-get install --no-install-recommends {' '.join(packages)}\n"
        )
    importlib.invalidate_caches()
