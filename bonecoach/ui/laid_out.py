"""What stands in a layout, in its order, without asking for its items.

Of an item that Qt made and deletes with its widget, PySide keeps a half that nobody tells of it. Whatever the program
makes next in the same place of memory is then taken for that item, and ends the program as it is deleted (PySide 6.11:
a few rounds of `itemAt`, `deleteLater` and a list of twenty rows are enough). So no layout is asked for its items, and
none is given to another one with something in it, of which PySide would make halves: it is put in first and filled
afterwards.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def laid_out(layout: QLayout) -> list[QWidget | QLayout]:
    """Widgets and layouts that stand directly in a layout which a widget has, as one reads them."""
    owner = layout.parentWidget()
    around = [*(owner.children() if owner is not None else ()), *layout.children()]
    inside = [one for one in around if isinstance(one, QWidget | QLayout) and one is not layout]
    placed = [(place, one) for one in inside if (place := layout.indexOf(one)) >= 0]
    if isinstance(layout, QGridLayout):
        return [one for _, one in sorted(placed, key=lambda it: layout.getItemPosition(it[0])[:2])]  # type: ignore[index]
    return [one for _, one in sorted(placed, key=lambda it: it[0])]
