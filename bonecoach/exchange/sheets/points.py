"""Figures of people's own tables, with their points and commas as programs read them."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_POINTED = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+,\d+|-?[1-9]\d{0,2}(?:\.\d{3}){2,}", re.ASCII)
_COMMA = re.compile(r"-?\d+,\d+", re.ASCII)


def with_point(text: str) -> str:
    """A figure with nothing but a decimal point; any other text stays as it is.

    A comma before exactly three digits groups thousands unless the number begins with 0, as in the entry line: "1,200"
    and "1,200.5". Any other comma is a decimal one: "0,5", "0,125", "1.234,5".
    """
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    if _POINTED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", ".") if _COMMA.fullmatch(text) else text
