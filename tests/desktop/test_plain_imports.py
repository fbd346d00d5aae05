"""Importing stays Python's own once Qt is there."""

import subprocess
import sys

READS_SOURCES = """
import sys
from bonecoach.desktop import plain_imports
plain_imports.keep()
plain_imports.keep()  # a second time changes nothing
read = []
import inspect
plainly = inspect.getsource
inspect.getsource = lambda module: read.append(module.__name__) or plainly(module)
import bonecoach.ui.cards, fractions
print(read, [name for name in ("bonecoach.ui.cards", "fractions") if name in sys.modules])
"""


def test_what_is_imported_after_qt_is_not_read_as_text():
    done = subprocess.run([sys.executable, "-c", READS_SOURCES], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] ['bonecoach.ui.cards', 'fractions']"
