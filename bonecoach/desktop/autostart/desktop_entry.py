"""The place of Linux desktops: a desktop entry in the autostart folder, as freedesktop.org describes both.

https://specifications.freedesktop.org/desktop-entry-spec/ (quoting: "The Exec key") and …/autostart-spec/.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

GROUP = "[Desktop Entry]"

ENTRY = """\
[Desktop Entry]
Type=Application
Name=BoneCoach
Comment=Reminds you of what you asked to be reminded of
Icon=bonecoach
Exec={exec}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
"""


class DesktopEntry:
    """`bonecoach.desktop` in the autostart folder of the person."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or config_home() / "autostart" / "bonecoach.desktop"

    def holds(self) -> bool:
        """Whether the entry is there and neither hidden nor switched off. Raises OSError."""
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return False
        said = dict(values(text))
        if said.get("Hidden", "false") == "true" or said.get("X-GNOME-Autostart-enabled", "true") == "false":
            return False
        return bool(said.get("Exec"))

    def write(self, command: list[str]) -> None:
        """Writes the entry whole or not at all. Raises OSError, and ValueError for a path that is not text."""
        text = ENTRY.format(exec=exec_line(command)).encode()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(f".{self.path.name}.new")  # hidden: nobody starts it
        try:
            unfinished.write_bytes(text)
            unfinished.replace(self.path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise

    def clear(self) -> None:
        """Takes the entry away. Raises OSError."""
        self.path.unlink(missing_ok=True)


def config_home() -> Path:
    """XDG_CONFIG_HOME; what is not absolute there counts as not said."""
    named = Path(os.environ.get("XDG_CONFIG_HOME") or "")
    return named if named.is_absolute() else Path.home() / ".config"


def values(text: str) -> Iterator[tuple[str, str]]:
    """Every key of an entry with its value; those of other groups are left out."""
    inside = False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped == GROUP
        elif inside and "=" in stripped and not stripped.startswith("#"):
            key, _, value = stripped.partition("=")
            yield key.strip(), value.strip()


def exec_line(command: list[str]) -> str:
    """A command as the value of Exec: each word quoted as a word, then the whole escaped as a value."""
    line = " ".join(map(quoted, command))
    for character, escaped in (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        line = line.replace(character, escaped)
    return line


def quoted(word: str) -> str:
    """One word of a command, quoted where it has to be; % would begin a field code."""
    word = word.replace("%", "%%")
    if word and not set(word) & set(" \t\n\"'\\><~|&;$*?#()`"):
        return word
    for character in '\\"`$':
        word = word.replace(character, f"\\{character}")
    return f'"{word}"'
