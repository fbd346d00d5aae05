"""What Qt leaves out of a PDF file that is read aloud, searched or copied: its language, and that spaces are spaces."""

from __future__ import annotations

import re

_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj\n", re.DOTALL)
_LETTERS = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_TRAILER = re.compile(rb"trailer\n<<\n(.*?)>>\nstartxref\n(\d+)\s+%%EOF\s*$", re.DOTALL)


def for_reading_aloud(data: bytes, language: str) -> bytes:
    """The file as it is made for readers of every kind; one that Qt writes otherwise some day stays as it is."""
    return with_language(with_spaces(data), language)


def with_spaces(data: bytes) -> bytes:
    """The file with blanks between its words.

    Our type draws a blank for the tab as well, and Qt takes the tab for what it means: words would be copied with tabs
    between them, and two words next to each other not be found.
    """
    return _LETTERS.sub(lambda letters: letters[0].replace(b"<0009>", b"<0020>"), data)


def with_language(data: bytes, language: str) -> bytes:
    """The file with its language, and its title shown in place of the file's name.

    The catalogue is written anew at the end, as the format provides for changes.
    """
    catalog, trailer = _CATALOG.search(data), _TRAILER.search(data)
    if catalog is None or trailer is None:
        return data
    number, entries = catalog[1], catalog[2]
    more = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % language.encode("ascii")
    written = b"%s 0 obj\n<<\n/Type /Catalog\n%s%s>>\nendobj\n" % (number, entries, more)
    begins = len(data)
    table = b"xref\n%s 1\n%010d 00000 n \n" % (number, begins)
    tail = b"trailer\n<<\n%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], begins + len(written))
    return data + written + table + tail
