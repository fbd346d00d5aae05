"""Paper: asks for a printer and lets painters draw on it, a page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from bonecoach.paint.style import Style

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 96.0
"""What our painters mean by a pixel."""

MARGINS = QMarginsF(14.0, 14.0, 14.0, 14.0)
"""In millimetres; every printer can keep them."""

PaintPage = Callable[[QPainter, QRectF, Style], None]
PaintSheet = Callable[[QPainter, QRectF], None]


def print_painting(parent: QWidget, title: str, paint: PaintPage) -> bool:
    """Asks for a printer and draws one page on it; False when the person left the question, or nothing was printed.

    `paint(painter, rect, style)` draws in pixels of 1/96 inch, in the light look: paper is white.
    """
    printer = asked_for(parent, title, MARGINS)
    return printer is not None and paint_page(printer, paint)


def print_pages(parent: QWidget, title: str, pages: Sequence[PaintSheet], margins: QMarginsF, dots: float) -> bool:
    """Asks for a printer and draws pages on it, each in pixels of one `dots`th of an inch."""
    printer = asked_for(parent, title, margins)
    return printer is not None and paint_pages(printer, pages, dots)


def asked_for(parent: QWidget, title: str, margins: QMarginsF) -> QPrinter | None:
    """The printer that the person chose; None when she left the question."""
    # Imported late: a window that never prints never loads the printing library.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def paint_page(device: QPagedPaintDevice, paint: PaintPage) -> bool:
    """Draws one page on a printer or a PDF writer; False when the device refuses."""
    style = Style(tabular=False)
    return paint_pages(device, [lambda painter, rect: paint(painter, rect, style)], DOTS_PER_INCH)


def paint_pages(device: QPagedPaintDevice, pages: Sequence[PaintSheet], dots: float) -> bool:
    """Draws pages one after the other; False when the device refuses."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / dots
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = device.pageLayout().paintRectPixels(device.logicalDpiX())
    for number, paint in enumerate(pages):
        if number:
            device.newPage()
        paint(painter, QRectF(0, 0, whole.width() / scale, whole.height() / scale))
    return painter.end()
