"""The page as plain text, for pasting into a record: headings and short lines, no columns that a type breaks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bonecoach.exchange.summary.page import Block, DensityChart, Fact, Facts, Lines, Section, SummaryPage, Table

WIDTH = 78


def as_text(page: SummaryPage, *, counting: bool = False) -> str:
    """The whole page with everything behind it; what a chart shows is said in its sentence.

    How it is counted follows only where that is wanted: in a record it would bury the rest.
    """
    lines = [page.title, page.period, page.who, page.made, ""]
    lines += [line for said in (*page.headline, page.about, page.left_out) if said for line in _wrapped(said)]
    for section in (*page.sections, *page.left, *page.further):
        if section.blocks:
            lines += ["", *_section(section)]
    if counting:
        lines += ["", *_counting(page)]
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


def first_as_text(page: SummaryPage) -> str:
    """What stands on the first sheet of paper."""
    return as_text(page._replace(left=(), further=()))


def heading_as_text(section: Section) -> str:
    """The heading of a section in lines of text."""
    return "\n".join(_heading(section.title, section.aside))


def pieces_as_text(block: Block) -> list[str]:
    """A block in the pieces that paper keeps whole, each in lines of text: rows, facts, sentences, a whole chart."""
    if isinstance(block, Facts):
        pieces = [_wrapped(_fact(fact), "- ") for fact in block.facts]
    elif isinstance(block, Table):
        pieces = [_wrapped(_row(block, row), "- ") for row in block.rows]
    elif isinstance(block, Lines):
        pieces = [_wrapped(line) for line in block.lines]
    elif isinstance(block, DensityChart):
        pieces = [_wrapped(" ".join(curve.sentence for curve in block.curves))]
    else:
        pieces = [_wrapped(block.sentence)]
    return ["\n".join(piece).replace("\u00a0", " ") for piece in pieces]


def _fact(fact: Fact) -> str:
    return f"{fact.label}: {fact.value}" + (f", {fact.note}" if fact.note else "")


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
        for piece in pieces_as_text(block):
            yield from piece.split("\n")


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
