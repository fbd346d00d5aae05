"""PySide's helpers written in Python, taken unpacked and compiled from where setting up put them.

PySide carries a dozen files of Python inside its library and compiles their text at every start, which is a fifteenth
of ours. It unpacks them when asked to (SBK_EMBED=0: doc.qt.io/qtforpython-6/developer/embed.html), but into its own
package, where they would be met by the next PySide too. So they lie in a folder that is named after the PySide they
are of: an updated one finds none, and does as always. It aborts where one of them is missing or empty, as after a
disk that was full or a plug that was pulled, so only a folder that is whole by its list is taken.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path

_PACKAGE = "shiboken6"
_UNPACKED = "files.dir"
"""Beside the file its package names as its own, PySide looks for a folder of this name."""

_LIST = "files.txt"
"""A line for each file that was unpacked: its bytes and its name."""


def take_unpacked() -> None:
    """Has PySide, which was not imported yet, find its helpers unpacked. Where there are none, nothing is changed."""
    spec = find_spec(_PACKAGE)
    if spec is not None and _PACKAGE not in sys.modules:
        folder = _folder_for(spec)
        if _is_whole(folder):
            _import_from(spec, folder)


def unpack() -> Path | None:
    """Has PySide unpack its helpers, unless they are, and compiles them; their folder. None: it did not, nor has to."""
    spec = find_spec(_PACKAGE)
    if spec is None or _PACKAGE in sys.modules:
        return None
    folder = _folder_for(spec)
    if not _is_whole(folder):
        import compileall  # late, as the next: only setting up writes
        import shutil

        half = folder.with_name(f"{folder.name}.partial")
        for left in (half, folder):
            shutil.rmtree(left, ignore_errors=True)
        half.mkdir(parents=True)
        os.environ["SBK_EMBED"] = "0"
        _import_from(spec, half)
        files = sorted((half / _UNPACKED).rglob("*.py"))
        if not files:
            return None
        compileall.compile_dir(half, quiet=2)
        lines = (f"{file.stat().st_size} {file.relative_to(half).as_posix()}\n" for file in files)
        (half / _LIST).write_text("".join(lines), encoding="utf-8")
        half.replace(folder)
    return folder


def _folder_for(spec: ModuleSpec) -> Path:
    written = Path(spec.origin or os.devnull).stat().st_mtime_ns
    return Path(sys.prefix) / "share" / "bonecoach" / f"pyside-{written:x}"


def _is_whole(folder: Path) -> bool:
    """Whether all that was unpacked still stands there, at the length it had."""
    try:
        lines = (folder / _LIST).read_text(encoding="utf-8").splitlines()
        return bool(lines) and all(_stands(folder, *line.split(" ", 1)) for line in lines)
    except (OSError, ValueError, TypeError):  # no list, or none that can be read
        return False


def _stands(folder: Path, size: str, name: str) -> bool:
    return (folder / name).stat().st_size == int(size)


def _import_from(spec: ModuleSpec, folder: Path) -> None:
    package = module_from_spec(spec)
    package.__file__ = str(folder / "__init__.py")
    sys.modules[_PACKAGE] = package
    if spec.loader is not None:
        spec.loader.exec_module(package)
    package.__file__ = spec.origin


if __name__ == "__main__":
    unpack()
