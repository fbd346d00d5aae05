"""The floor: a bare PySide6 window with one label. Says when it was painted, then how much memory it holds."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.bench.memory import resident_mb


class Window(QMainWindow):
    """One label, nothing else."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.say)

    def say(self) -> None:
        """Prints the instant after the first painting, and leaves."""
        print("first paint", time.monotonic_ns(), flush=True)
        print("memory", resident_mb(), flush=True)
        QApplication.quit()


app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("744 of 1200 mg"))
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
