"""Charts that a printed sheet has no room for: a browser shows them all the same, and leaves them out in print."""

from __future__ import annotations

from collections.abc import Iterator

from bonecoach.exchange.summary.page import Block, DensityChart, Lines, MinutesChart, PainChart, Section, SummaryPage
from bonecoach.words import Words


def with_charts_on_screen(page: SummaryPage, fullest: SummaryPage, words: Words) -> SummaryPage:
    """The page with the charts that stand in the fullest one and not in it, each in its section."""
    charts = {section.key: [block for block in section.blocks if _is_chart(block)] for section in fullest.sections}
    return page._replace(
        sections=tuple(
            section._replace(on_screen=tuple(_missing(section, charts[section.key], words)))
            for section in page.sections
        )
    )


def _missing(section: Section, charts: list[Block], words: Words) -> Iterator[Block]:
    for chart in charts:
        if any(isinstance(block, type(chart)) for block in section.blocks):
            continue
        yield chart
        if isinstance(chart, DensityChart) and any(curve.bounds for curve in chart.curves):
            yield Lines((words.say("summary.density.dashes"),))


def _is_chart(block: Block) -> bool:
    return isinstance(block, MinutesChart | PainChart | DensityChart)
