"""How much the first sheet holds when a browser prints it: that cannot be measured here, only reckoned with care."""

from __future__ import annotations

from math import ceil

from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.page import ROOMS, ROWS, Block, Choice, Facts, Lines, Section, SummaryPage, Table
from bonecoach.words import Words

LINES = 71.5
"""Lines as they are reckoned here that a sheet of A4 holds: pages printed by Chromium took more to fill one."""


_WHOLE, _LEFT, _RIGHT = 104, 54, 47
"""Letters in a line of the sheet and of its two columns."""

_HEAD, _HEADING, _CHART, _ROOM_TO_WRITE = 5.5, 1.9, 8.4, 5.0
_LABEL, _VALUE = 0.34, 0.5
_BROKEN = 1.3
"""What breaks into lines leaves the ends of them empty."""

_UNEVEN = 1.3
"""Columns of a table are never filled evenly: a row is reckoned this much longer."""


def page_for_browser(state: SummaryState, words: Words, choice: Choice) -> SummaryPage:
    """The page with as much on its first sheet as fits when it is printed."""
    for room in ROOMS:
        page = summary_page(state, words, choice, room)
        if lines_of(page) <= LINES:
            break
    return page


def lines_of(page: SummaryPage) -> float:
    """How many lines the first sheet takes, reckoned."""
    found = {section.key: section for section in page.sections}
    total = _HEAD + _lines(" ".join(page.headline), _WHOLE * 0.9)
    for row in ROWS:
        columns = [[found[key] for key in keys if key in found] for keys in row]
        filled = [column for column in columns if column]
        widths = (_LEFT, _RIGHT) if len(filled) == 2 else (_WHOLE,) * len(filled)
        heights = [
            sum(_section(section, width) for section in column) for column, width in zip(filled, widths, strict=True)
        ]
        total += max(heights, default=0.0)
    return total


def _section(section: Section, width: int) -> float:
    heading = _HEADING + (1 if len(section.title) * 1.2 + len(section.aside) > width - 4 else 0)
    return heading + (sum(_block(block, width) for block in section.blocks) or _ROOM_TO_WRITE)


def _block(block: Block, width: int) -> float:
    if isinstance(block, Facts):
        return sum(
            max(_lines(fact.label, width * _LABEL), _lines(f"{fact.value} {fact.note}", width * _VALUE))
            for fact in block.facts
        )
    if isinstance(block, Table):
        return _table(block, width)
    if isinstance(block, Lines):
        return sum(_lines(line, width) for line in block.lines)
    return _CHART + _lines(block.legend, width)


def _table(table: Table, width: int) -> float:
    """One line a row where the longest cells of all columns stand beside each other, otherwise as long as it is."""
    rows = [*([] if table.bare else [table.heads]), *table.rows]
    longest = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    if sum(longest) + 2 * len(longest) <= width:
        return len(rows)
    return sum(_lines("  ".join(row), width / _UNEVEN) for row in rows)


def _lines(text: str, width: float) -> int:
    if len(text) <= width:
        return 1
    return ceil(len(text) * _BROKEN / width)
