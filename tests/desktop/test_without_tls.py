"""What waits for reminders reads in no TLS, and whoever needs it finds it."""

import subprocess
import sys

REMINDS = """
import sys
from datetime import UTC, datetime
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from bonecoach.desktop.alarm import Alarm
from bonecoach.desktop.notifier import Notifier
alarm, notifier = Alarm(lambda: None, lambda: datetime.now(UTC)), Notifier()
alarm.start()
notifier.show("a", "Time for your 08:00 reminder", "", (), silent=True, sound=False)
read = "ssl" in sys.modules, "_ssl" in sys.modules, "asyncio" in sys.modules
notifier.stop()
alarm.stop()
import ssl
print(read, hasattr(ssl, "SSLContext"))
"""

TWICE = """
import sys
from bonecoach.desktop.without_tls import without_tls
import ssl
with without_tls():
    import ssl as again
print(again is ssl, sys.modules["ssl"] is ssl)
"""


def said(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_reminders_wait_without_it_and_it_is_there_afterwards():
    assert said(REMINDS) == "(False, False, True) True"


def test_where_it_was_imported_before_it_stays():
    assert said(TWICE) == "True True"
