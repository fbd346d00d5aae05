"""Imports of what reads in TLS wherever there is some, and does without: the diary connects to no network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_tls() -> Iterator[None]:
    """While this lasts there is no `ssl` to import, unless it was imported before. Whoever asks later finds it.

    asyncio looks for it, and APScheduler and desktop-notifier import asyncio: more than a megabyte in a program that
    waits unseen for a reminder all day long.
    """
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # how Python is told that there is none
    try:
        yield
    finally:
        del sys.modules["ssl"]
