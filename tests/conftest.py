"""What holds for all tests: no screen unless a desk is asked for, and never the diary of whoever runs them."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Bytes that have to be free there; what one run has there at a time is a tenth of it."""


def waits_for_no_disk(folder: Path) -> bool:
    """Whether a folder in memory is there with room enough, and may hold programs."""
    try:
        there = os.statvfs(folder)
    except (AttributeError, OSError):  # not on Windows, not on macOS
        return False
    return (
        os.access(folder, os.W_OK)
        and there.f_bavail * there.f_frsize > ROOM
        and not there.f_flag & getattr(os, "ST_NOEXEC", 0)
    )


# A diary waits for the disk with everything that is written, and the stories write a hundred thousand times.
if "TMPDIR" not in os.environ and waits_for_no_disk(MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

ELSEWHERE = tempfile.mkdtemp(prefix="bonecoach-tests-")
"""Where everything goes that a test forgets to put somewhere: never into the diary of whoever runs the tests."""

for name in ("BONECOACH_DATA_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA"):
    os.environ[name] = os.path.join(ELSEWHERE, name.lower())  # noqa: PTH118 - for the environment a text
# Before Qt is imported anywhere. A window that is to be seen stands at a desk, with an environment of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# An example may take long on a machine that is busy: pytest's own timeout is what ends a test that hangs.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def layouts_are_put_in_first():
    """And filled afterwards: otherwise the program ends now and then (tests/layouts.py says why)."""
    from tests.layouts import refuse_filled

    with pytest.MonkeyPatch.context() as patch:
        refuse_filled(patch)
        yield


def pytest_unconfigure() -> None:
    """Leaves nothing behind."""
    shutil.rmtree(ELSEWHERE, ignore_errors=True)
