"""What each word after `bootstrap.py` does: set up what it needs, then do it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import checks
import locks
from display import without_display
from environment import Environment, NotSetUp, calm, make_ready, starts
from system_packages import Missing, missing_for_desk, missing_for_python, missing_for_window, see_to

ROOT = Path(__file__).resolve().parent.parent

USAGE = """\
usage: bootstrap.py run|test|demo|pictures|bench|check|locks [more words for it]

  run       sets everything up and opens the window
  test      the same set-up and the test tools; lint, types, import floors and all tests
  demo      opens the window on a throwaway diary with 26 lifelike weeks
  pictures  takes pictures of every page, in every look; needs no screen
  bench     measures against the limits, prints a table and keeps it as JSON
  check     lint, types and import floors only
  locks     takes the newest packages that pyproject.toml allows into packaging/requirements*.txt
"""

ON_LINUX = sys.platform.startswith("linux")


def set_up(window: bool, testing: bool) -> Environment:
    """The environment, ready for a window, for testing, or both. Raises Missing or NotSetUp."""
    environment = Environment(ROOT)
    packages: list[str] = []
    if ON_LINUX:
        packages += missing_for_python() if not starts(environment) else []
        packages += missing_for_window(os.environ) if window else []
        packages += missing_for_desk() if window and testing else []
    see_to(packages)
    make_ready(environment, testing)
    build_index(environment)
    return environment


def build_index(environment: Environment) -> None:
    """Builds the food index where the tables are newer. Raises NotSetUp for a table that cannot be true."""
    command = [str(environment.python), "-m", "bonecoach.reference.build_index"]
    built = subprocess.run(command, cwd=ROOT, env=calm(), stdout=subprocess.PIPE, text=True, check=False)
    if built.returncode != 0:
        raise NotSetUp("The tables of resources/foods have to be put right first; what is wrong stands above.")


def run(words: Sequence[str]) -> int:
    """Opens the window."""
    environment = set_up(window=True, testing=False)
    if complaint := without_display(os.environ):
        return say(complaint)
    command = [str(environment.python), "-m", "bonecoach", *words]
    if os.name != "nt":  # exec on Windows gives the prompt back before the program has ended
        os.execve(environment.python, command, own(os.environ))
    return call(command, os.environ)


def demo(words: Sequence[str]) -> int:
    """Opens the window on a diary that is gone when the window closes."""
    environment = set_up(window=True, testing=False)
    if complaint := without_display(os.environ):
        return say(complaint)
    folder = tempfile.mkdtemp(prefix="bonecoach-demo-")
    program = [str(environment.python), "-m", "bonecoach"]
    try:
        filled = call([*program, "demo", "--data-dir", folder], os.environ)
        return filled or call([*program, "--data-dir", folder, *words], os.environ)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pictures(words: Sequence[str]) -> int:
    """Takes the pictures, at a desk where there can be one (tests/desk.py); otherwise on the screen there is."""
    environment = set_up(window=True, testing=True)
    desk = ["-m", "tests.desk", str(environment.python)] if ON_LINUX else []
    return call([str(environment.python), *desk, "-m", "tests.pictures", *words], os.environ)


def bench(words: Sequence[str]) -> int:
    """Measures; the desk for it is set up there."""
    environment = set_up(window=True, testing=True)
    return call([str(environment.python), "-m", "tests.bench", *words], os.environ)


def check(_: Sequence[str]) -> int:
    """Lint, types and import floors: nothing of the system is needed for it."""
    environment = set_up(window=False, testing=True)
    return say_failed(checks.all_of(environment, own(os.environ)))


def test(words: Sequence[str]) -> int:
    """Everything `check` does and all tests, also when a check fails: one run shows all there is to put right."""
    environment = set_up(window=True, testing=True)
    failed = checks.all_of(environment, own(os.environ))
    failed += checks.all_at_once(checks.tests(environment, words), ROOT, own(os.environ))
    return say_failed(failed)


def renew(_: Sequence[str]) -> int:
    """Writes the locks anew."""
    return locks.renew(ROOT, calm())


def call(command: list[str], environment: Mapping[str, str]) -> int:
    """Runs a command in the checkout and answers its exit code; Ctrl C is for the command, which ends by it."""
    return checks.ended(subprocess.Popen(command, cwd=ROOT, env=own(environment)))


def own(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for our own programs: without foreign modules."""
    return {name: value for name, value in environment.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}


def say(complaint: str) -> int:
    """Says why something cannot be done; the exit code of it."""
    print(complaint, file=sys.stderr)
    return 1


def say_failed(failed: list[str]) -> int:
    """Says which checks failed, if any; the exit code of it."""
    return say(f"To put right: {', '.join(failed)}. What was found stands above.") if failed else 0


ERRANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "demo": demo,
    "pictures": pictures,
    "bench": bench,
    "check": check,
    "locks": renew,
}


def main(words: Sequence[str]) -> int:
    """Does the errand that the first word names; answers its exit code (2 where there is no such errand)."""
    if not words or words[0] not in ERRANDS:
        asked = bool(words) and words[0] in {"-h", "--help", "help"}
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return ERRANDS[words[0]](words[1:])
    except (Missing, NotSetUp) as cannot:
        return say(str(cannot))
    except KeyboardInterrupt:
        return say("Stopped. What was begun is finished the next time.")
