"""No layout is given away with something in it: the test in which that happens fails, at the line where it does.

PySide makes its half of every item that such a layout holds at that moment, keeps it, and is not told when Qt deletes
the item with its widget. Whatever is made next in the same place of memory is then taken for that item, and the
program ends as it is deleted, at some other time and place. Of what is put into a layout that has its place already
PySide makes no half.
"""

from __future__ import annotations

import gc
from functools import wraps

import pytest
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QWidget

GIVES = ((QBoxLayout, "addLayout"), (QBoxLayout, "insertLayout"), (QGridLayout, "addLayout"), (QWidget, "setLayout"))


def refuse_filled(patch: pytest.MonkeyPatch) -> None:
    """From now on a layout can only be given to another one, or to a widget, while there is nothing in it."""
    for owner, name in GIVES:
        patch.setattr(owner, name, _of_empty(getattr(owner, name)))


def _of_empty(give):
    @wraps(give)
    def given(self, *arguments, **named):
        filled = [one for one in (*arguments, *named.values()) if isinstance(one, QLayout) and one.count()]
        assert not filled, "A layout has to be put in first and filled afterwards: see tests/layouts.py."
        return give(self, *arguments, **named)

    return given


def halves() -> list[QLayoutItem]:
    """The items of layouts that PySide has a half of; the layouts themselves, which were made here, are none."""
    return [one for one in gc.get_objects() if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)]
