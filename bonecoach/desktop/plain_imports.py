"""Python's own way to import, kept when Qt comes in."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # it puts its hook in the place of `import`


def keep() -> None:
    """PySide's hook reads the source of every module imported after Qt, for a `__feature__` that nobody uses here.

    That took a tenth of the start. PySide keeps Python's own way as `__orig_import__`; where it does not, all stays.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
