"""One window for each diary: a second start shows the first window and ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

SHOW = b"show\n"
PATIENCE_MS = 3_000
TRY_AGAIN_MS = 50


class Instance:
    """The claim on a data folder. Whoever holds it listens for later starts; whoever does not can ask it to show up.

    The socket is local, open to this user alone, and the only one the program opens.
    """

    def __init__(self, data_dir: Path) -> None:
        self._lock = QLockFile(str(data_dir / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._data_dir = data_dir
        self._server: QLocalServer | None = None
        self._claimed = False

    def claim(self) -> bool:
        """Whether this is the first window of the diary. A folder that takes no lock is not argued with."""
        self._claimed = self._lock.tryLock(0)
        return self._claimed or self._lock.error() is not QLockFile.LockError.LockFailedError

    def ask_to_show(self) -> bool:
        """Asks the first window to come to the front, waiting for one that only just starts; whether it heard."""
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        patience = QDeadlineTimer(PATIENCE_MS)
        socket.connectToServer(socket_name(self._data_dir))
        while not socket.waitForConnected(max(patience.remainingTime(), 1)):
            if patience.hasExpired():
                return False
            QThread.msleep(TRY_AGAIN_MS)
            socket.connectToServer(socket_name(self._data_dir))
        socket.write(SHOW)
        heard = socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return heard

    def listen(self, show_up: Callable[[], None]) -> None:
        """Calls `show_up` whenever a later start asks for it; only the window that holds the claim listens.

        QtNetwork is imported here, after the first painting.
        """
        if not self._claimed:
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = socket_name(self._data_dir)
        QLocalServer.removeServer(name)  # left behind by a killed window; the lock says that none is alive
        server.newConnection.connect(lambda: self._answer(server, show_up))
        server.listen(name)
        self._server = server

    def release(self) -> None:
        """Gives the claim up."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @staticmethod
    def _answer(server: QLocalServer, show_up: Callable[[], None]) -> None:
        while (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            show_up()


def socket_name(data_dir: Path) -> str:
    """Where the first window of a data folder listens: a name of the folder's own among this user's running things.

    It does not stand in the data folder itself, where it would be in the way of whoever copies that.
    """
    import hashlib
    import tempfile

    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    name = f"bonecoach-{hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:24]}"
    return str(folder / name) if folder.is_dir() else name
