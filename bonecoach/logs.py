"""What went wrong, for whoever looks into it: when, where in the program and of which kind. Never what anyone said.

A message may hold what a person typed, so no message is ever written: a record names its place in the sources, where
its words stand, and an error names its type, its frames and what code it carries.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

LARGEST = 256_000
"""Bytes of a log before it is set aside for a new one; only one old one is kept."""

MOST_RECORDS = 500
"""Records of one run: a fault that comes back every second must not fill a disk."""

_FILE = "bonecoach.log"
_LOGGER = logging.getLogger("bonecoach")


def keep(folder: Path) -> Kept:
    """From now on writes warnings and faults, also those nobody caught, to a log in `folder`.

    Where the folder cannot be written, the program goes on without a log.
    """
    return Kept(folder / _FILE)


def fault(error: BaseException) -> None:
    """Writes an error down that was caught at the last door."""
    _LOGGER.error("fault", exc_info=error)


class Kept:
    """A log that is kept until `stop`; what was done with uncaught errors before is still done after."""

    def __init__(self, path: Path) -> None:
        self._handler = _Faults(path)
        self._shown, self._shown_in_thread = sys.excepthook, threading.excepthook
        logging.getLogger().addHandler(self._handler)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def stop(self) -> None:
        """Ends it."""
        sys.excepthook, threading.excepthook = self._shown, self._shown_in_thread
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _uncaught(self, kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            _LOGGER.critical("uncaught", exc_info=(kind, error, frames))
        self._shown(kind, error, frames)

    def _uncaught_in_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            _LOGGER.critical("uncaught", exc_info=(what.exc_type, what.exc_value, what.exc_traceback))
        self._shown_in_thread(what)


class _Faults(logging.Handler):
    """Appends records to a file that only the person may read."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._left = MOST_RECORDS

    def emit(self, record: logging.LogRecord) -> None:
        if self._left == 0:
            return
        self._left -= 1
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self._path.exists() and self._path.stat().st_size > LARGEST:
                self._path.replace(self._path.with_suffix(".old.log"))
            self._path.touch(mode=0o600)
            with self._path.open("a", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in lines(record))
        except OSError:
            self._left = 0  # a log that cannot be kept must not stop the diary


def lines(record: logging.LogRecord) -> Iterator[str]:
    """A record in lines: instant, level, logger and place; then the error with its frames, innermost last."""
    when = datetime.fromtimestamp(record.created, UTC)
    yield f"{when:%Y-%m-%dT%H:%M:%SZ} {record.levelname} {record.name} {record.module}:{record.lineno}"
    error = record.exc_info[1] if record.exc_info else None
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"  {_named(error)}"
        frames = error.__traceback__
        while frames is not None:
            frame = frames.tb_frame
            yield f"    {frame.f_globals.get('__name__', '?')}:{frames.tb_lineno} {frame.f_code.co_name}"
            frames = frames.tb_next
        error = error.__cause__ or error.__context__


def _named(error: BaseException) -> str:
    """The type of an error and the codes it carries: none of them can hold anything a person said."""
    codes = (getattr(error, name, None) for name in ("code", "sqlite_errorname", "errno"))
    return " ".join([type(error).__name__, *(str(code) for code in codes if isinstance(code, str | int))])
