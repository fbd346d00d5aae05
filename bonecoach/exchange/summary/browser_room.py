"""How much the first sheet holds when a browser prints it: that cannot be measured here, only reckoned with care."""

from __future__ import annotations

from functools import cache, partial
from math import ceil

from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.filling import fullest
from bonecoach.exchange.summary.on_screen import with_charts_on_screen
from bonecoach.exchange.summary.page import (
    ROOMS,
    ROWS,
    Block,
    Choice,
    DensityChart,
    Fact,
    Facts,
    Lines,
    Section,
    SummaryPage,
    Table,
)
from bonecoach.words import Words

LINES = 63.5
"""Lines as they are reckoned here that a sheet of Letter holds, the lower one: none that was printed by Chromium took
more than 4.05 mm for a line, of which a sheet has 259 (docs/exchange.md)."""

_WHOLE, _LEFT, _RIGHT = 104, 54, 46
"""Letters in a line of the sheet and of its two columns."""

_HEAD, _HEADING, _ROOM_TO_WRITE = 4.6, 2.0, 5.0
_CHART_LEFT, _CHART_RIGHT, _CURVES, _CURVES_BESIDE = 6.7, 5.8, 5.6, 3
_ROW = 1.1
"""Lines that a row of a table takes: it has air."""

_WIDEST_LABEL, _LONGEST_BESIDE = 0.6, 26
_BOLD, _CAPITAL, _WIDE = 1.06, 1.35, 1.9
"""How wide bold letters, capitals and letters of Chinese, Japanese and Korean are, in usual ones."""

_FIRST_WIDE = 0x2E80


def page_for_browser(state: SummaryState, words: Words, choice: Choice) -> SummaryPage:
    """The page with as much on its first sheet as fits when it is printed; every chart is shown on a screen."""
    page = cache(partial(summary_page, state, words, choice))
    room = fullest(
        lambda room: lines_of(page(room)) <= LINES, lambda room: [section.key for section in page(room).left]
    )
    return with_charts_on_screen(page(room), page(ROOMS[0]), words)


def lines_of(page: SummaryPage) -> float:
    """How many lines the first sheet takes, reckoned."""
    found = {section.key: section for section in page.sections}
    total = _HEAD + (_lines(" ".join(page.headline), _WHOLE * 0.9) if page.headline else 0)
    total += sum(_lines(said, _WHOLE) for said in (page.about, page.left_out) if said)
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
    beside = _long(section.title) * _BOLD * 1.1 + _long(section.aside) + 3 <= width
    heading = _HEADING + (0 if beside else _lines(section.aside, width))
    return heading + (sum(_block(block, width) for block in section.blocks) or _ROOM_TO_WRITE)


def _block(block: Block, width: int) -> float:
    if isinstance(block, Facts):
        return _facts(block, width)
    if isinstance(block, Table):
        return _table(block, width)
    if isinstance(block, Lines):
        return sum(_lines(line, width) for line in block.lines)
    if isinstance(block, DensityChart):
        return _CURVES * ceil(len(block.curves) / _CURVES_BESIDE)
    return (_CHART_RIGHT if width == _RIGHT else _CHART_LEFT * width / _LEFT) + _lines(block.legend, width)


def note_below(fact: Fact) -> bool:
    """Whether what belongs to a fact stands on a line of its own, below its label and its value."""
    return bool(fact.note) and len(fact.value) + len(fact.note) > _LONGEST_BESIDE


def _facts(block: Facts, width: float) -> float:
    label = min(max(_long(fact.label) for fact in block.facts) + 2, width * _WIDEST_LABEL)
    total = 0.0
    for fact in block.facts:
        beside = "" if note_below(fact) else f" {fact.note}"
        total += max(_lines(fact.label, label - 2), _lines(f"{fact.value}{beside}", (width - label) / _BOLD))
        total += _lines(fact.note, width - 2) if note_below(fact) else 0
    return total


def _table(table: Table, width: float) -> float:
    """Every column has room for its longest word, and what is left goes to the wordy ones, as browsers share it."""
    rows = [*([] if table.bare else [table.heads]), *table.rows]
    columns = list(zip(*rows, strict=True))
    bold = [_BOLD if place == table.strong else 1.0 for place in range(len(columns))]
    room = width - len(columns) + 1
    wish = [more * max(_long(cell) for cell in column) for more, column in zip(bold, columns, strict=True)]
    least = [
        more * max(_long(word) for cell in column for word in cell.split(" ") or [""])
        for more, column in zip(bold, columns, strict=True)
    ]
    spare, wanted = room - sum(least), sum(wish) - sum(least)
    share = max(0.0, min(1.0, spare / wanted)) if wanted else 1.0
    wide = [(low + share * (high - low)) / more for low, high, more in zip(least, wish, bold, strict=True)]
    over = max(1.0, sum(least) / room)  # too wide for its sheet, it is broken within words
    return sum(_ROW * max(_lines(cell, room / over) for cell, room in zip(row, wide, strict=True)) for row in rows)


def _long(text: str) -> float:
    """How long a text is, in usual letters."""
    return sum(_WIDE if ord(char) >= _FIRST_WIDE else _CAPITAL if char.isupper() else 1.0 for char in text)


def _lines(text: str, width: float) -> int:
    """How many lines it breaks into, at spaces, and within words that are longer than one."""
    lines, used = 0, width
    for word in text.split(" "):
        long = _long(word)
        if lines and used + 1 + long <= width + 0.01:
            used += 1 + long
        else:
            lines, used = lines + max(1, ceil(long / width - 0.01)), long % width if long > width else long
    return lines
