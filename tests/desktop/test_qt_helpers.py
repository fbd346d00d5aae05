"""PySide's helpers are unpacked once, taken from there, and nothing hangs on it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

BEGINS = """
import sys
sys.prefix = sys.argv[1]
from bonecoach.desktop import qt_helpers
"""

UNPACKS = BEGINS + "print(qt_helpers.unpack())"

STARTS = (
    BEGINS
    + """
qt_helpers.take_unpacked()
qt_helpers.take_unpacked()  # PySide is there now: nothing is changed under it
import shiboken6, shibokensupport
from PySide6.QtCore import QTimer
print(shibokensupport.__file__.startswith(sys.prefix), shiboken6.__file__ == shiboken6.__spec__.origin)
try:
    QTimer(1, 2, 3)
except TypeError as error:
    print(error)
"""
)


def run(words, home):
    done = subprocess.run([sys.executable, "-c", words, str(home)], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.fixture
def unpacked(tmp_path):
    run(UNPACKS, tmp_path)
    [folder] = (tmp_path / "share" / "bonecoach").iterdir()
    return folder


def test_they_are_unpacked_once_and_then_taken(tmp_path, unpacked):
    assert (unpacked / "files.dir" / "shibokensupport" / "__init__.py").is_file()
    before = unpacked.stat().st_mtime_ns

    assert run(UNPACKS, tmp_path) == [str(unpacked)]
    assert unpacked.stat().st_mtime_ns == before
    assert run(STARTS, tmp_path)[0] == "True True"


def test_with_them_or_without_a_mistake_is_explained_alike(tmp_path, unpacked):
    found, *explained = run(STARTS, tmp_path / "nowhere")
    assert found == "False True"
    assert explained == run(STARTS, tmp_path)[1:] != []


def test_those_of_another_pyside_are_left_alone(tmp_path, unpacked):
    unpacked.rename(unpacked.with_name("pyside-1"))

    assert run(STARTS, tmp_path)[0] == "False True"


def test_what_was_half_unpacked_is_unpacked_anew(tmp_path, unpacked):
    half = unpacked.with_name(f"{unpacked.name}.partial")
    unpacked.rename(half)
    (half / "files.dir" / "shibokensupport" / "feature.py").unlink()
    assert run(STARTS, tmp_path)[0] == "False True"

    run(UNPACKS, tmp_path)
    assert (unpacked / "files.dir" / "shibokensupport" / "feature.py").is_file()
    assert run(STARTS, tmp_path)[0] == "True True"


@pytest.mark.parametrize("harm", ["emptied", "gone", "all gone", "no list", "a broken list"])
def test_what_was_damaged_is_not_taken_since_pyside_would_abort_and_setting_up_mends_it(tmp_path, unpacked, harm):
    helper, listed = unpacked / "files.dir" / "shibokensupport" / "signature" / "mapping.py", unpacked / "files.txt"
    if harm == "emptied":  # the plug was pulled before the disk had it
        helper.write_text("")
    elif harm == "gone":
        helper.unlink()
    elif harm == "all gone":  # PySide does so itself where SBK_EMBED=1 is set
        shutil.rmtree(unpacked / "files.dir")
    elif harm == "no list":
        listed.unlink()
    else:
        listed.write_text("what is this\n")
    assert run(STARTS, tmp_path)[0] == "False True"

    assert run(UNPACKS, tmp_path) == [str(unpacked)]
    assert helper.stat().st_size > 0
    assert run(STARTS, tmp_path)[0] == "True True"


def test_they_are_compiled_where_they_lie(unpacked):
    helpers = unpacked / "files.dir" / "shibokensupport"
    assert {file.stem for file in helpers.glob("*.py")} == {
        file.name.partition(".")[0] for file in (helpers / "__pycache__").iterdir()
    }
