"""The page as plain text, for pasting into a record: headings and short lines, no columns that a type breaks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bonecoach.exchange.summary.page import Block, Facts, Lines, Section, SummaryPage, Table

WIDTH = 78


def as_text(page: SummaryPage, *, counting: bool = False) -> str:
    """The whole page with everything behind it; what a chart shows is said in its sentence.

    How it is counted follows only where that is wanted: in a record it would bury the rest.
    """
    lines = [page.title, page.period, *([page.who] if page.who else []), page.made, ""]
    lines += [line for sentence in page.headline for line in _wrapped(sentence)]
    for section in (*page.sections, *page.left, *page.further):
        if section.blocks:
            lines += ["", *_section(section)]
    if counting:
        lines += ["", *_counting(page)]
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def _counting(page: SummaryPage) -> Iterator[str]:
    yield from _heading(page.counted.caption, "")
    for what, how in page.counted.rows:
        yield from _wrapped(f"{what}: {how}", "- ")
    yield ""
    for source in page.sources:
        yield from _wrapped(source, "- ")


def _heading(title: str, aside: str) -> list[str]:
    return _wrapped(title.upper() + (f" ({aside})" if aside else ""))


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.title, section.aside)
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Facts):
        for fact in block.facts:
            yield from _wrapped(f"{fact.label}: {fact.value}" + (f", {fact.note}" if fact.note else ""), "- ")
    elif isinstance(block, Table):
        for row in block.rows:
            yield from _wrapped(_row(block, row), "- ")
    elif isinstance(block, Lines):
        for line in block.lines:
            yield from _wrapped(line)
    else:
        yield from _wrapped(block.sentence)


def _row(table: Table, row: tuple[str, ...]) -> str:
    """A row as one line: the first cell, then every other with its head; of two columns the heads say nothing new."""
    first, *others = row
    if len(others) == 1:
        return f"{first}: {others[0]}"
    cells = [f"{head} {cell}" if head else cell for head, cell in zip(table.heads[1:], others, strict=True)]
    return f"{first}: {'; '.join(cells)}"


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False
    ) or [""]
