"""A desk of one's own for the real window: a screen, a window manager, a session bus and an accessibility bus.

    with desk() as environment:
        subprocess.run(["xdotool", "key", "ctrl+l"], env=environment)

`python -m tests.desk COMMAND …` runs one command at such a desk. Nothing of the person's own session is touched, and
nothing is left running: not after an error, and not when the tests themselves are killed. Linux only; open it from the
main thread.
"""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

PATIENCE = 20.0
"""Seconds each part may take to come up on a machine that is busy."""

MARK = "BONECOACH_DESK"
"""The variable that marks all that runs at one desk, so that it can be found and ended, however it was started."""

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")

FOREIGN = ("QT_", "XDG_", "DBUS_", "AT_SPI_", "LC_", "WAYLAND_", "GTK_", "GDK_")
"""How the variables begin that speak of the person's own session."""

BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A session bus that starts nothing by itself: what a desk has is what stands here, whatever is installed."""

WINDOWS = """\
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <focus><focusNew>yes</focusNew></focus>
  <placement><policy>Smart</policy></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
  </mouse>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""
"""Frames are left out, so that a window of the screen's size fills it, and of the keys only Alt F4 is taken from it."""


class NoDesk(Exception):
    """A desk could not be set up; its words say which part of it."""


@contextmanager
def desk(size: tuple[int, int] = (1280, 800)) -> Iterator[dict[str, str]]:
    """Sets a desk up with a screen of that size and answers the environment for whatever is to run at it.

    Raises NoDesk where a part does not come up. Everything at the desk is ended when the context is left.
    """
    mark = uuid4().hex
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="bonecoach-desk-", ignore_cleanup_errors=True) as folder:
        environment = bare(os.environ, Path(folder), mark)
        started: list[subprocess.Popen[bytes]] = []
        try:
            screen, number = with_answer(
                lambda pipe: ["Xvfb", "-displayfd", str(pipe), *screen_options(size)], environment, "the screen"
            )
            started.append(screen)
            environment["DISPLAY"] = f":{number}"
            bus, address = with_answer(
                lambda pipe: ["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", f"--print-address={pipe}"],
                environment,
                "the session bus",
            )
            started.append(bus)
            environment["DBUS_SESSION_BUS_ADDRESS"] = address
            started.append(start(["openbox", "--sm-disable", "--config-file", f"{folder}/windows.xml"], environment))
            started.append(start([launcher(), "--launch-immediately"], environment))
            wait_for("the window manager", lambda: window_manager_is_there(environment))
            wait_for("the accessibility bus", lambda: accessibility_is_there(environment))
            yield environment
        finally:
            clear_away(mark, started)


def bare(session: Mapping[str, str], folder: Path, mark: str) -> dict[str, str]:
    """An environment that knows nothing of the person's session, with folders of its own that are thrown away."""
    kept = {name: value for name, value in session.items() if not name.startswith(FOREIGN)}
    for name in ("XAUTHORITY", "SESSION_MANAGER", "LANGUAGE", "BONECOACH_DATA_DIR"):
        kept.pop(name, None)
    places = {"HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "home/.config"}
    for place in places.values():
        (folder / place).mkdir(mode=0o700, parents=True)
    (folder / "bus.conf").write_text(BUS.format(folder=folder / "run"), encoding="utf-8")
    (folder / "windows.xml").write_text(WINDOWS, encoding="utf-8")
    own = {
        MARK: mark,
        "LANG": "C.UTF-8",
        "XDG_SESSION_TYPE": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    return {**kept, **{name: str(folder / place) for name, place in places.items()}, **own}


def screen_options(size: tuple[int, int]) -> list[str]:
    """How the screen is: its size, reachable from this computer only, and there until it is taken down."""
    return ["-screen", "0", f"{size[0]}x{size[1]}x24", "-dpi", "96", "-nolisten", "tcp", "-noreset"]


def with_answer(
    command: Callable[[int], list[str]], environment: Mapping[str, str], name: str
) -> tuple[subprocess.Popen[bytes], str]:
    """Starts a part that writes one line into a pipe as soon as it is ready; the part and its line."""
    ear, mouth = os.pipe()
    try:
        process = start(command(mouth), environment, pass_fds=(mouth,))
        os.close(mouth)
        said = b""
        deadline = time.monotonic() + PATIENCE
        while not said.endswith(b"\n"):
            ready, _, _ = select.select([ear], [], [], max(0.0, deadline - time.monotonic()))
            heard = os.read(ear, 4096) if ready else b""
            if not heard:
                raise NoDesk(f"{name} does not come up")
            said += heard
    finally:
        os.close(ear)
    return process, said.decode().strip()


def start(
    command: Sequence[str], environment: Mapping[str, str], pass_fds: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """Starts a part of the desk, which ends with this process, however this one ends."""
    bound = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    try:
        return subprocess.Popen(
            [*bound, *command],
            env=dict(environment),
            pass_fds=pass_fds,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise NoDesk(f"{command[0]} is not installed: `make test` sees to that") from error


def launcher() -> str:
    """Where this system has the program that starts the accessibility bus."""
    return next((place for place in LAUNCHERS if Path(place).exists()), LAUNCHERS[0])


def window_manager_is_there(environment: Mapping[str, str]) -> bool:
    """Whether a window manager has taken charge of the screen."""
    return "window id" in asked(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], environment)


def accessibility_is_there(environment: Mapping[str, str]) -> bool:
    """Whether programs and screen readers can meet."""
    question = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    return "unix:" in asked([*question, "org.a11y.Bus.GetAddress"], environment)


def asked(command: Sequence[str], environment: Mapping[str, str]) -> str:
    """What a command says; nothing where it fails."""
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, timeout=PATIENCE, check=False)
    return done.stdout


def wait_for(name: str, is_there: Callable[[], bool]) -> None:
    """Looks again and again until a part is there. Raises NoDesk when it does not come."""
    deadline = time.monotonic() + PATIENCE
    while not is_there():
        if time.monotonic() > deadline:
            raise NoDesk(f"{name} does not come up")
        select.select([], [], [], 0.02)


def clear_away(mark: str, started: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ends all that runs at a desk: what stood on it first, then the desk, politely first and then not."""
    own = {process.pid for process in started}
    told = set()
    for ending in (signal.SIGTERM, signal.SIGKILL):
        told |= end(lambda: marked(mark) - own, ending)
    for process in reversed(started):
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    told |= end(lambda: marked(mark), signal.SIGKILL)
    for pid in (told | ended_by_themselves(own)) - own:  # only now: while their starters lived, these were theirs
        with suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def ended_by_themselves(sessions: set[int]) -> set[int]:
    """Processes that parts of the desk started, that ended untold, and that fell to this one to bury.

    Nothing is left of their environment by then, and each part of a desk leads a session of its own.
    """
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it went while we looked
            state, parent, _group, session, *_ = stat.read_text(errors="replace").rpartition(")")[2].split()
            if state == "Z" and int(parent) == os.getpid() and int(session) in sessions:
                found.add(int(stat.parent.name))
    return found


def end(left: Callable[[], set[int]], ending: signal.Signals) -> set[int]:
    """Sends a signal to all that are left and gives them two seconds to go; answers who was told."""
    told = left()
    for pid in told:
        with suppress(ProcessLookupError):
            os.kill(pid, ending)
    deadline = time.monotonic() + 2
    while left() and time.monotonic() < deadline:
        select.select([], [], [], 0.02)
    return told


def adopt_orphans() -> None:
    """Makes this process the one that those at the desk fall to when their starter ends: in a container there may be
    nobody else who buries them."""
    set_child_subreaper = 36  # from linux/prctl.h
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def marked(mark: str) -> set[int]:
    """The processes that were started at a desk, by whomever, and still run."""
    sign = f"{MARK}={mark}".encode()
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):  # it ended while we looked, or is another person's
                if sign in (folder / "environ").read_bytes().split(b"\0"):
                    found.add(int(folder.name))
    return found


def main(command: Sequence[str]) -> int:
    """Runs one command at a desk and answers its exit code."""
    if not command:
        print("usage: python -m tests.desk COMMAND …", file=sys.stderr)
        return 2
    with desk((1920, 1200)) as environment:
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
