"""Where things stand on this computer: the person's folder and the app's resources."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder of the app's own tables, fonts and icons."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return root / "resources"


def default_data_dir() -> Path:
    """The folder for the diary when none is named: BONECOACH_DATA_DIR, else the system's place for such files."""
    named = os.environ.get("BONECOACH_DATA_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "BoneCoach"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "BoneCoach"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "bonecoach"


def diary_file(data_dir: Path) -> Path:
    """The diary in a data folder."""
    return data_dir / "diary.db"


def backup_dir(data_dir: Path) -> Path:
    """The folder for backups in a data folder, unless the person chose another."""
    return data_dir / "backups"


def log_dir(data_dir: Path) -> Path:
    """The folder for the log of faults in a data folder."""
    return data_dir / "logs"
