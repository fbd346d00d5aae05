"""A scan or photo of a report, kept with what was measured: what it is called, and what kinds of file may be kept."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

LARGEST_BYTES = 25_000_000
"""More than any photo of a page; a choice of ours, so that a film does not fill the diary's folder."""

LONGEST_NAME = 80

_BRANDS = {b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic", b"avif": "avif"}
_BEGINNINGS = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF8", "gif"),
)
ENDINGS = ("pdf", "jpg", "jpeg", "png", "heic", "heif", "avif", "tif", "tiff", "webp", "gif")
"""What names of such files end with, to find them among others."""

HEAD_BYTES = 1024
"""So much of a file says what it is: a PDF may begin a little late."""


class Attachment(NamedTuple):
    """A file kept with a scan or test: `file` is its name in the folder, `name` what it was called, `size` in bytes."""

    id: str
    measurement: str
    file: str
    name: str
    size: int
    digest: str
    added: date


def kind_of(head: bytes) -> str | None:
    """What a file is by its first bytes, as the ending of its name: "pdf", "jpg"; None for what is no report.

    Its name is not asked: what it is called decides nothing about what opens it later.
    """
    for begins, kind in _BEGINNINGS:
        if head.startswith(begins):
            return kind
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return "pdf" if b"%PDF-" in head[:HEAD_BYTES] else None


def shown_name(name: str) -> str:
    """What a file was called, fit to be shown: no path, no control characters, not endless; its ending stays."""
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = " ".join("".join(letter if letter.isprintable() else " " for letter in last).split())
    if len(clean) <= LONGEST_NAME:
        return clean or "?"
    stem, dot, ending = clean.rpartition(".")
    short = LONGEST_NAME - len(ending) - 2
    return f"{stem[:short]}\u2026.{ending}" if dot and short > 0 else f"{clean[: LONGEST_NAME - 1]}\u2026"
