"""Texts that a diary can hold."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def is_writable(text: str) -> bool:
    """Whether a text can be kept, and handed on as UTF-8: halves of letters (surrogates) and NUL cannot be."""
    return _UNWRITABLE.search(text) is None
