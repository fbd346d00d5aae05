"""Says in a PDF file which language it is in, so that a screen reader reads it in that tongue; Qt leaves that out."""

from __future__ import annotations

import re

_CATALOG = re.compile(rb"\n(\d+) 0 obj\n<<\n/Type /Catalog\n(.*?)>>\nendobj\n", re.DOTALL)
_TRAILER = re.compile(rb"trailer\n<<\n(.*?)>>\nstartxref\n(\d+)\s+%%EOF\s*$", re.DOTALL)


def with_language(data: bytes, language: str) -> bytes:
    """The file with its language, and its title shown in place of the file's name.

    The catalogue is written anew at the end, as the format provides for changes. A file that Qt writes otherwise some
    day stays as it is.
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
