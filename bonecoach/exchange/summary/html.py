"""The page as one HTML file: read by any browser and screen reader offline, printed on one sheet of A4 or Letter."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape

from bonecoach.exchange.summary.browser_room import note_below
from bonecoach.exchange.summary.page import (
    ROWS,
    Block,
    DensityChart,
    Facts,
    Lines,
    MinutesChart,
    PainChart,
    Section,
    SummaryPage,
    Table,
)
from bonecoach.exchange.summary.svg import curve_svg, minutes_svg, pain_svg
from bonecoach.paths import resources
from bonecoach.words import Words

_KEPT, _JOINER = re.compile("(?<=[0-9])[–-](?=[0-9A-Z])"), "\u2060"
_FACES = (("Regular", 400), ("Bold", 700))


def as_html(page: SummaryPage, words: Words) -> str:
    """The whole page. Nothing in it is fetched from anywhere: type, drawings and rules of layout stand in the file."""
    title = escape(f"{page.title}, {_plain(page.period)}")
    style = (resources() / "summary" / "page.css").read_text(encoding="utf-8")
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{page.language}">',
        f'<head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">',
        f"<style>{_type()}{style}</style></head>",
        "<body>",
        *_head(page),
        "<main>",
        *(
            f'<p class="{name}">{_said(said)}</p>'
            for name, said in (
                ("headline", " ".join(page.headline)),
                ("about", page.about),
                ("left-out", page.left_out),
            )
            if said
        ),
        *_first(page, words),
        f'<p class="foot">{_said(page.foot)}</p>',
        '<div class="behind">',
        *(line for section in page.left for line in _section(section, words, "-whole")),
        *_counting(page, words),
        *(line for section in page.further for line in _section(section, words)),
        "</div>",
        "</main>",
        f"<footer><p>{_said(page.foot)}</p></footer>",
        _PATTERN,
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


_PATTERN = (
    '<svg width="0" height="0" aria-hidden="true" class="patterns"><defs><pattern id="stripes" width="5" height="5" '
    'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" fill="currentColor"/>'
    "</pattern></defs></svg>"
)


def _type() -> str:
    """Our type inside the file, so that the page is as wide wherever it is opened."""
    faces = []
    for face, weight in _FACES:
        data = b64encode((resources() / "fonts" / f"AtkinsonHyperlegibleNext-{face}.ttf").read_bytes()).decode("ascii")
        faces.append(
            f'@font-face{{font-family:"Atkinson Hyperlegible Next";font-weight:{weight};'
            f"src:url(data:font/ttf;base64,{data})}}"
        )
    return "".join(faces)


def _head(page: SummaryPage) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{_said(page.title)}</h1>"
    yield f'<p class="period">{_said(page.period)}</p>'
    yield f'<p class="who">{_said(page.who)}</p>'
    yield f'<p class="made">{_said(page.made)}</p>'
    yield "</header>"


def _first(page: SummaryPage, words: Words) -> Iterator[str]:
    """The sections of the first sheet, two beside each other as on paper."""
    found = {section.key: section for section in page.sections}
    for columns in ROWS:
        row = [found[key] for keys in columns for key in keys if key in found]
        if row:
            yield f'<div class="row {"pair" if len(row) > 1 else "alone"}">'
            for section in row:
                yield from _section(section, words)
            yield "</div>"


def _section(section: Section, words: Words, suffix: str = "") -> Iterator[str]:
    name = f"{section.key}{suffix}"
    yield f'<section class="{section.key}" aria-labelledby="{name}">'
    aside = f'<span class="aside">{_said(section.aside)}</span>' if section.aside else ""
    yield f'<div class="title"><h2 id="{name}">{_said(section.title)}</h2>{aside}</div>'
    for block in section.blocks:
        yield from _block(block, words)
    if section.on_screen:
        yield '<div class="on-screen">'
        for block in section.on_screen:
            yield from _block(block, words)
        yield "</div>"
    yield "</section>"


def _block(block: Block, words: Words) -> Iterator[str]:
    if isinstance(block, Facts):
        yield "<dl>"
        for fact in block.facts:
            beside = f' <span class="note">{_said(fact.note)}</span>' if fact.note and not note_below(fact) else ""
            yield f"<div><dt>{_said(fact.label)}</dt><dd><strong>{_said(fact.value)}</strong>{beside}</dd>"
            yield f'<dd class="note below">{_said(fact.note)}</dd></div>' if note_below(fact) else "</div>"
        yield "</dl>"
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Lines):
        for line in block.lines:
            yield f"<p>{_said(line)}</p>"
    elif isinstance(block, DensityChart):
        yield from _curves(block)
    else:
        yield from _chart(block, words)


def _table(table: Table) -> Iterator[str]:
    """A table with its caption and heads; those of a bare one are there for whoever cannot see it."""
    yield f"<table{' class=' + chr(34) + 'bare' + chr(34) if table.bare else ''}>"
    yield f'<caption class="unseen">{_said(table.caption)}</caption>'
    heads = "".join(f'<th scope="col">{_said(head)}</th>' for head in table.heads)
    yield f"<thead{' class=' + chr(34) + 'unseen' + chr(34) if table.bare else ''}><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(_cell(table, place, text) for place, text in enumerate(row))}</tr>"
    yield "</tbody></table>"


def _cell(table: Table, place: int, text: str) -> str:
    said = f"<strong>{_said(text)}</strong>" if place == table.strong else _said(text)
    tag = 'th scope="row"' if place == 0 else 'td class="figure"' if place in table.figures else "td"
    return f"<{tag}>{said}</{tag.partition(' ')[0]}>"


def _chart(chart: MinutesChart | PainChart, words: Words) -> Iterator[str]:
    """The drawing, the same as a sentence, and the table behind it."""
    drawn = minutes_svg(chart, words) if isinstance(chart, MinutesChart) else pain_svg(chart, words)
    yield f'<figure>{drawn}<figcaption><span class="sentence">{_said(chart.sentence)}</span>'
    yield f'<span class="legend">{_said(chart.legend)}</span></figcaption>'
    yield f"<details><summary>{_said(words.say('summary.as_table'))}</summary>"
    yield from _table(chart.table)
    yield "</details></figure>"


def _curves(chart: DensityChart) -> Iterator[str]:
    """Each site with its drawing, beside each other; the table before them holds the same."""
    yield '<div class="curves">'
    for curve in chart.curves:
        yield f"<figure><figcaption><strong>{_said(curve.name)}</strong></figcaption>{curve_svg(curve)}</figure>"
    yield "</div>"


def _counting(page: SummaryPage, words: Words) -> Iterator[str]:
    yield f'<section class="counted" aria-labelledby="counted"><h2 id="counted">{_said(page.counted.caption)}</h2>'
    yield from _table(page.counted)
    yield f"<h3>{_said(words.say('summary.sources'))}</h3><ul>"
    for source in page.sources:
        yield f"<li>{_said(source)}</li>"
    yield "</ul></section>"


def _said(text: str) -> str:
    """A text as HTML; a span of figures stays on one line, and so does 25-OH."""
    return _KEPT.sub(lambda found: f"{_JOINER}{found.group()}{_JOINER}", escape(text))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
