"""The environment in .venv: made once from the locks, made anew when they change, left alone otherwise."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LAYOUT = 1
"""Counted up when this file fills an environment differently, so that older ones are made anew."""

OLDEST_GLIBC = {
    "x86_64": ((2, 34), "Debian 12, Ubuntu 22.04"),
    "aarch64": ((2, 39), "Debian 13, Ubuntu 24.04"),
}
"""The oldest C library that PySide6 6.11 is built for, by processor, and the systems that brought it."""

LAUNCHER = """\
#!{first_line}
import sys
from bonecoach.__main__ import main
sys.exit(main())
"""

WINDOWS_LAUNCHER = '@"%~dp0python.exe" -m bonecoach %*\n'


class NotSetUp(Exception):
    """The environment could not be made; its words say why and what to do."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The Python environment of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it stands."""
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        """The folder of its commands."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def packages(self) -> list[Path]:
        """The folders its packages are in: one, named after the Python's version except on Windows."""
        return [*self.folder.glob("lib/python*/site-packages"), *self.folder.glob("Lib/site-packages")]

    @property
    def stamps(self) -> Path:
        """The note of what was installed."""
        return self.folder / "bonecoach.json"

    def lock(self, testing: bool) -> Path:
        """The pinned packages for running, or for running and testing."""
        return self.root / "packaging" / ("requirements-test.txt" if testing else "requirements.txt")


def stamp(lock: Path, version: str) -> str:
    """One line that differs as soon as the pinned packages, the Python or the way of installing differ."""
    digest = hashlib.sha256(f"{LAYOUT}\n{version}\n".encode())
    # Without line ends: a checkout on Windows has others.
    digest.update(b"\n".join(lock.read_bytes().splitlines()))
    return digest.hexdigest()


def installed(environment: Environment) -> dict[str, str]:
    """The stamps of the locks that were installed whole; empty where there is no environment or an unfinished one."""
    try:
        found = json.loads(environment.stamps.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def version_of(environment: Environment) -> str | None:
    """The version of the environment's Python; None where it does not start (its Python was removed or upgraded)."""
    ask = "import platform; print(platform.python_version())"
    try:
        done = subprocess.run([environment.python, "-I", "-S", "-c", ask], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()


def starts(environment: Environment) -> bool:
    """Whether there is a whole environment whose Python starts, so that none has to be made."""
    return bool(installed(environment)) and version_of(environment) is not None


def make_ready(environment: Environment, testing: bool) -> None:
    """Brings .venv to what the locks say; installs nothing where it is so already. Raises NotSetUp.

    A changed lock begins an empty environment: what is no longer wanted would stay otherwise (sqlite_utils, for one,
    imports numpy wherever it finds it).
    """
    with alone(environment.root):
        known = installed(environment)
        version = version_of(environment) if known else None
        if version is None or not fits(environment, known, version, testing):
            refuse_old_system()
            begin(environment)
            version = version_of(environment)
            if version is None:
                raise NotSetUp(f"The new environment in {environment.folder} does not start.")
            known = {}
        if "run" not in known or (testing and "test" not in known):
            install(environment, environment.lock(testing))
            known = {"run": stamp(environment.lock(testing=False), version)}
            if testing:
                known["test"] = stamp(environment.lock(testing=True), version)
        write_launcher(environment)
        compile_all(environment, environment.root / "bonecoach")
        unpack_helpers(environment)
        write(environment.stamps, json.dumps(known, indent=1) + "\n")


def fits(environment: Environment, known: dict[str, str], version: str, testing: bool) -> bool:
    """Whether what was installed is what the locks say now; packages for testing may still be missing altogether."""
    if known.get("run") != stamp(environment.lock(testing=False), version):
        return False
    return not testing or "test" not in known or known["test"] == stamp(environment.lock(testing=True), version)


def refuse_old_system() -> None:
    """Raises NotSetUp on a Linux too old for Qt, where pip would only say that it finds no such package."""
    if not sys.platform.startswith("linux"):
        return
    needed, systems = OLDEST_GLIBC.get(platform.machine(), ((0,), ""))
    try:
        name, _, said = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
        version = tuple(int(number) for number in said.split("."))
    except (ValueError, OSError):
        return
    if name == "glibc" and version < needed:
        least = ".".join(map(str, needed))
        raise NotSetUp(f"BoneCoach needs {systems} or newer (glibc {least}); this system has {name} {said}.")


def begin(environment: Environment) -> None:
    """An empty environment, whatever stood there. Raises NotSetUp."""
    print("Setting BoneCoach up. This happens once and fetches about 100 MB.", flush=True)
    # The Python behind an environment that may be active now, and may be the very one that is made anew.
    python = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([python, "-m", "venv", "--clear", environment.folder], env=calm(), check=False)
    if made.returncode != 0:
        raise NotSetUp(f"No environment could be made in {environment.folder}; what Python said stands above.")


def install(environment: Environment, lock: Path) -> None:
    """Installs a lock, each file against its hash, and compiles it. Raises NotSetUp."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["--require-hashes", "--only-binary=:all:", "--no-compile", "--no-user", "--no-input", *quiet]
    command = [
        str(environment.python),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        *options,
        "-r",
        str(lock),
    ]
    if subprocess.run(command, env=calm(), check=False).returncode != 0:
        raise NotSetUp(
            "The packages could not be installed; what pip said stands above. Nothing of your diary was touched. "
            "Please look whether this computer is connected to the internet, and start again."
        )
    for folder in environment.packages:
        compile_all(environment, folder, "-j", "0")


def compile_all(environment: Environment, folder: Path, *options: str) -> None:
    """Writes bytecode for what has none or an older one, also where PYTHONDONTWRITEBYTECODE is set: without it, the
    program starts twice as slowly. A file that cannot be compiled says so itself when it is imported."""
    command = [str(environment.python), "-m", "compileall", "-qq", *options, str(folder)]
    subprocess.run(command, env=calm(), stdout=subprocess.DEVNULL, check=False)


def unpack_helpers(environment: Environment) -> None:
    """Has PySide unpack what it would compile at every start, unless it is there (bonecoach/desktop/qt_helpers.py).

    Where that fails the program starts all the same, only later.
    """
    unpack = [str(environment.python), "-m", "bonecoach.desktop.qt_helpers"]
    subprocess.run(unpack, env=calm(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def write_launcher(environment: Environment) -> None:
    """Makes the checkout importable in its environment, and `bonecoach` a command there."""
    for folder in environment.packages:
        # From there, not from the root of the disk: Python 3.11 on Windows cannot read every letter of a person's name.
        write(folder / "bonecoach.pth", f"{os.path.relpath(environment.root, folder)}\n")
    if os.name == "nt":
        write(environment.programs / "bonecoach.cmd", WINDOWS_LAUNCHER)
    else:
        launcher = environment.programs / "bonecoach"
        write(launcher, LAUNCHER.format(first_line=first_line(environment.python)))
        launcher.chmod(0o755)


def first_line(python: Path) -> str:
    """How a script names its interpreter; the kernel reads no spaces there and no more than 127 bytes."""
    if " " not in str(python) and len(os.fsencode(python)) < 125:
        return str(python)
    return f"""/bin/sh\n'''exec' "{python}" "$0" "$@"\n' '''"""


def write(file: Path, text: str) -> None:
    """Writes a file unless it says the same already."""
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def calm() -> dict[str, str]:
    """The present environment without what would send packages elsewhere or bring foreign ones in."""
    stray = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_ROOT", "PIP_REQUIRE_HASHES"}
    return {name: value for name, value in os.environ.items() if name not in stray}


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Lets only one set-up of a checkout happen at a time; a second one waits for the first."""
    try:
        import fcntl
    except ImportError:  # Windows has no such lock; two set-ups at once are left to the person there
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
