"""One page as a PDF file: vectors, with our type inside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from bonecoach.desktop.printing import MARGINS, PaintPage, paint_page

_RESOLUTION = 1200


def write_pdf(path: Path, title: str, paint: PaintPage) -> bool:
    """Draws one page into a PDF file; False when it could not be written, and then no file stands there.

    `paint(painter, rect, style)` draws in pixels of 1/96 inch.
    """
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("BoneCoach")
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    return paint_page(writer, paint)
