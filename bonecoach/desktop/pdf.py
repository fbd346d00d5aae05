"""Pages as a PDF file: vectors, with our type inside it, made in memory and then handed over whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODeviceBase, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from bonecoach.desktop.pdf_aloud import for_reading_aloud
from bonecoach.paint.fonts import load_fonts
from bonecoach.paint.style import FAMILY
from bonecoach.paint.summary.document import DOTS_PER_INCH, SummaryDocument

if TYPE_CHECKING:
    from bonecoach.core.summary import SummaryState
    from bonecoach.exchange.summary.page import Choice
    from bonecoach.words import Words

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
"""Sheets by the words of the command line."""

MARGINS = QMarginsF(14.0, 10.0, 14.0, 10.0)
"""In millimetres; every printer can keep them."""

_RESOLUTION = 1200

PaintPage = Callable[[QPainter, QRectF], None]


class Pdf(NamedTuple):
    """A finished file, and how many pages it has."""

    data: bytes
    pages: int


def summary_pdf(state: SummaryState, words: Words, choice: Choice, paper: str = "a4") -> Pdf:
    """The page for an appointment with the pages behind it. Its title names days and nobody."""
    app = _application()
    layout = _layout(paper)
    document = SummaryDocument(state, words, choice, printable_size(paper))
    pages = document.pages()
    days = {"first": words.short_date(state.span.first), "last": words.short_date(state.span.last)}
    title = words.say("summary.file_title", **days)
    data = pdf_of(pages, layout, title, words.catalogue.language, DOTS_PER_INCH)
    del app
    return Pdf(data, len(pages))


def printable_size(paper: str) -> QSizeF:
    """The part of a sheet that is printed on, in pixels of the document's painter."""
    return QSizeF(_layout(paper).paintRect(QPageLayout.Unit.Inch).size() * DOTS_PER_INCH)


def _application() -> QGuiApplication:
    """The window's application, or one that needs no screen: letters cannot be measured without any."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        app = QGuiApplication(["bonecoach"])
    if FAMILY not in QFontDatabase.families():
        load_fonts()
    return app


def _layout(paper: str) -> QPageLayout:
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(PAPERS[paper]), portrait, MARGINS, QPageLayout.Unit.Millimeter)


def pdf_of(pages: Sequence[PaintPage], layout: QPageLayout, title: str, language: str, dots_per_inch: float) -> bytes:
    """Pages as a PDF file in memory; each draws into a rectangle in pixels of its painter's own inch."""
    buffer = QBuffer()
    buffer.open(QIODeviceBase.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("BoneCoach")
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    scale = _RESOLUTION / dots_per_inch
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = layout.paintRectPixels(_RESOLUTION).size()
    for number, paint in enumerate(pages):
        if number:
            writer.newPage()
        paint(painter, QRectF(0, 0, size.width() / scale, size.height() / scale))
    painter.end()
    return for_reading_aloud(bytes(buffer.data().data()), language)
