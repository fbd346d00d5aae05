"""A PDF file behind a password: AES with 256 bits, as PDF 2.0 has it, by pypdf and cryptography."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from bonecoach.core.errors import InvalidEntry

LONGEST_BYTES = 127
"""What the format takes into account of a password."""

_MOST_READ = 4_096


def password_in(file: Path) -> str:
    """The password in the first line of a file.

    Raises InvalidEntry("no_password_file", "empty_password", "long_password", "unreadable_password").
    """
    try:
        with file.open("rb") as stream:
            start = stream.read(_MOST_READ)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InvalidEntry("no_password_file", path=str(file), reason=reason) from error
    first = start.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].rstrip(b"\r")
    if not first:
        raise InvalidEntry("empty_password", path=str(file))
    if len(first) > LONGEST_BYTES:
        raise InvalidEntry("long_password", longest=LONGEST_BYTES)
    try:
        password = first.decode("utf-8")
    except UnicodeDecodeError:
        password = ""
    if not password.isprintable() or not password:
        raise InvalidEntry("unreadable_password", path=str(file))
    return password


def password_typed(first: str, again: str) -> str:
    """The password that was typed twice.

    Raises InvalidEntry("no_password_typed", "long_password", "untypable_password", "passwords_differ").
    """
    if not first:
        raise InvalidEntry("no_password_typed")
    if len(first.encode("utf-8", "surrogatepass")) > LONGEST_BYTES:
        raise InvalidEntry("long_password", longest=LONGEST_BYTES)
    if not first.isprintable():
        raise InvalidEntry("untypable_password")
    if first != again:
        raise InvalidEntry("passwords_differ")
    return first


def locked(data: bytes, password: str) -> bytes:
    """The file readable with the password alone; what it says about itself is locked too."""
    # Imported late: whoever locks nothing never loads them.
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.pdf_header = "%PDF-2.0"
    writer.encrypt(user_password=password, algorithm="AES-256")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
