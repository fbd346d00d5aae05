"""The whole document: the first page as full as the paper allows, and the pages behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from bonecoach.core.summary import SummaryState
from bonecoach.exchange.summary.build import summary_page
from bonecoach.exchange.summary.filling import fullest
from bonecoach.exchange.summary.page import Block, Choice, Facts, Lines, Room, Section, SummaryPage, Table
from bonecoach.exchange.summary.text import first_as_text, heading_as_text, pieces_as_text
from bonecoach.paint.style import Style
from bonecoach.paint.summary.blocks import (
    Painted,
    Place,
    Setting,
    facts_rows,
    painted,
    rule,
    running,
    stacked,
    table_rows,
)
from bonecoach.paint.summary.first_page import first_page
from bonecoach.paint.summary.running_text import leading, run
from bonecoach.paint.summary.sections import heading
from bonecoach.words import Words

PaintPage = Callable[[QPainter, QRectF], None]

DOTS_PER_INCH = 192.0
"""What this painting means by a pixel: fine enough for 10 points to be a whole number of them."""

PAPER = Style(scale=1.905, tabular=False)
"""The light look, its smallest type at 27 pixels of 1/192 inch: 10.1 points."""

_FOOT = 6
_BETWEEN_SECTIONS = 10
_LEAST_CHART, _LOW_CHART, _MOST_FOR_CHARTS = 76, 66, 98
"""The height of charts in pixels at 100 %, how low they may be before anything is left out, and what they may have more
where a page has it to spare."""


class Sheet(NamedTuple):
    """A page of paper: how it is painted, and what stands on it in words."""

    paint: PaintPage
    said: str


class _Laid(NamedTuple):
    """A page laid out, the height of its charts, and how tall it would be with charts of their usual height."""

    page: SummaryPage
    painted: Painted
    chart: float
    usual: float


@dataclass(frozen=True, slots=True)
class SummaryDocument:
    """A state as pages of paper. `size` is the printable part of a sheet in pixels of 1/192 inch."""

    state: SummaryState
    words: Words
    choice: Choice
    size: QSizeF

    def pages(self) -> list[PaintPage]:
        """A painter for each page, in order; each draws into a rectangle of `size`."""
        return [sheet.paint for sheet in self.sheets()]

    def sheets(self) -> list[Sheet]:
        """Each page with the same in words, in order."""
        page, first = self.first()
        laid = [(first, first_as_text(page)), *self._behind(page)]
        return [
            Sheet(self._on_paper(sheet, page, number, len(laid)), said)
            for number, (sheet, said) in enumerate(laid, start=1)
        ]

    def first(self) -> tuple[SummaryPage, Painted]:
        """What stands on the first page, as much as fits, and its painting; what room is left goes to the charts."""
        page, laid, chart = self._most_that_fits()
        spare = min(self.room - laid.height, PAPER.px(_MOST_FOR_CHARTS))
        if spare > 0:
            laid = first_page(page, self.size.width(), self._setting(chart + spare))
        return page, laid

    def _most_that_fits(self) -> tuple[SummaryPage, Painted, float]:
        """The page with the most room that still fits, and the height of its charts; the least one where none does.

        Charts become lower before anything is left out.
        """

        laid = cache(self._laid)

        def fits_well(more: Room, room: Room) -> bool:
            """Whether charts keep their height, or the page grows no longer, as beside a longer column."""
            return laid(more).usual <= max(self.room, laid(room).usual)

        def left(room: Room) -> list[str]:
            return [section.key for section in laid(room).page.left]

        room = fullest(lambda room: laid(room).painted.height <= self.room, left, fits_well)
        return laid(room)[:3]

    def _laid(self, room: Room) -> _Laid:
        """The page of a room, with charts as high as they should be, or lower where only that lets it fit."""
        least, low = _LEAST_CHART * PAPER.scale, _LOW_CHART * PAPER.scale
        page = summary_page(self.state, self.words, self.choice, room)
        laid = first_page(page, self.size.width(), self._setting(least))
        if self.room < laid.height <= self.room + least - low:
            return _Laid(page, first_page(page, self.size.width(), self._setting(low)), low, laid.height)
        return _Laid(page, laid, least, laid.height)

    @property
    def room(self) -> float:
        """The height that the foot leaves."""
        return self.size.height() - leading(PAPER.font("tiny")) - PAPER.px(_FOOT)

    def _setting(self, chart: float = 0.0) -> Setting:
        return Setting(PAPER, self.words, self.state.profile.count, chart)

    def _on_paper(self, sheet: Painted, page: SummaryPage, number: int, of: int) -> PaintPage:
        said = page.foot if number == 1 else self.words.say("summary.foot_of", title=page.title, page=number, pages=of)

        def paint(painter: QPainter, rect: QRectF) -> None:
            sheet.paint(painter, Place(rect.left(), rect.top(), rect.width()))
            foot = [self._setting().quiet(said)]
            top = rect.bottom() - leading(foot[0].font)
            rule(painter, Place(rect.left(), top - PAPER.px(2), rect.width()), PAPER, "control")
            run(painter, rect.left(), top, rect.width(), foot)

        return paint

    # -- the pages behind --------------------------------------------------------------------------------------

    def _behind(self, page: SummaryPage) -> list[tuple[Painted, str]]:
        """What was left of the first page, what was asked for, and how it is counted, broken into sheets."""
        sheets: list[list[Painted]] = [[]]
        texts: list[list[str]] = [[]]
        used = 0.0
        for part in self._parts(page):
            if used and used + part.painted.height > self.room:
                sheets.append([] if part.again is None else [part.again])
                texts.append([])
                used = sum(repeated.height for repeated in sheets[-1])
            sheets[-1].append(part.painted)
            texts[-1].append(part.said)
            used += part.painted.height
        return [(stacked(parts), "\n".join(said).strip()) for parts, said in zip(sheets, texts, strict=True)]

    def _parts(self, page: SummaryPage) -> Iterator[_Part]:
        counted = Section(
            "counted", self.words.say("summary.section.counted"), "", (page.counted, Lines((" ".join(page.sources),)))
        )
        for section in (*page.left, counted, *page.further):
            above, title = [heading(section, self.size.width(), self._setting())], [heading_as_text(section)]
            for block in section.blocks:
                for part in self._unbroken(block):
                    again = [] if part.again is None or not above else [part.again]
                    whole, said = stacked([*above, *again, part.painted]), "\n".join([*title, part.said])
                    yield part._replace(painted=whole, said=said)
                    above, title = [], []
            yield _Part(Painted(PAPER.px(_BETWEEN_SECTIONS), _nothing))

    def _unbroken(self, block: Block) -> Iterator[_Part]:
        """A block in the pieces that are not broken: rows of a table, sentences, whole charts."""
        width, setting = self.size.width(), self._setting(_LEAST_CHART * PAPER.scale)
        again: Painted | None = None
        pieces: Sequence[Painted]
        if isinstance(block, Table):
            laid = table_rows(block, width, setting)
            pieces, again = laid.rows, laid.heads
        elif isinstance(block, Facts):
            pieces = facts_rows(block, width, setting)
        elif isinstance(block, Lines):
            pieces = [running([setting.text(line)], width, setting) for line in block.lines]
        else:
            pieces = [painted(block, width, setting)]
        for piece, said in zip(pieces, pieces_as_text(block), strict=True):
            yield _Part(piece, again, said)


class _Part(NamedTuple):
    """A piece that stays whole, the heads of its table that a sheet which begins with it repeats, and its words."""

    painted: Painted
    again: Painted | None = None
    said: str = ""


def _nothing(_painter: QPainter, _at: Place) -> None:
    """Air."""
