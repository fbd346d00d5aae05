"""The program is killed at any moment: what it said was on disk is there, and nothing is half there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_forty_times_nothing_is_lost_or_half_written(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed", str(tmp_path), "40"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
