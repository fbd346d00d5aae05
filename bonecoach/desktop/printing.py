"""Paper: asks for a printer and lets a painter draw one page on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from bonecoach.paint.style import Style

DOTS_PER_INCH = 96.0
"""What our painters mean by a pixel."""

MARGINS = QMarginsF(14.0, 14.0, 14.0, 14.0)
"""In millimetres; every printer can keep them."""

PaintPage = Callable[[QPainter, QRectF, Style], None]


def print_painting(parent: QWidget, title: str, paint: PaintPage) -> bool:
    """Asks for a printer and draws one page on it; False when the person left the question, or nothing was printed.

    `paint(painter, rect, style)` draws in pixels of 1/96 inch, in the light look: paper is white.
    """
    # Imported late: a window that never prints never loads the printing library.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    return paint_page(printer, paint)


def paint_page(device: QPagedPaintDevice, paint: PaintPage) -> bool:
    """Draws one page on a printer or a PDF writer; False when the device refuses."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / DOTS_PER_INCH
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = device.pageLayout().paintRectPixels(device.logicalDpiX())
    paint(painter, QRectF(0, 0, whole.width() / scale, whole.height() / scale), Style(tabular=False))
    return painter.end()
