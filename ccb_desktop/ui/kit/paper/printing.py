"""Pages of a paper on a printer, or in a PDF, drawn in the background.

Public: `printer_dialog(parent, sheets, title, then)`, `print_pages(printer, pages, seen,
progress)`, `draw_pdf(pages, title, progress, path)`, `is_there_a_printer()`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import Stopped
from ccb_desktop.domain.pages.placed import Page
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.paper.fonts import PaperFonts
from ccb_desktop.ui.kit.paper.painting import PagePainter
from ccb_desktop.ui.kit.paper.sheets import PaperSheets

_RESOLUTION = 600  # dots per inch of a PDF
_POINTS = 72


def is_there_a_printer() -> bool:
    """Whether this PC knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_dialog(
    parent: QWidget, sheets: PaperSheets, title: str, then: Callable[[QPrinter], object]
) -> QPrintDialog:
    """Ask on which printer, which pages and how often; show it with `show()`.

    Args:
        parent: The window it concerns.
        sheets: The pages, all of them laid out.
        title: What the printer calls it.
        then: Gets the printer, set as was chosen.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_layout(sheets.pages[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, len(sheets.pages))
    dialog.setFromTo(1, len(sheets.pages))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: then(printer))
    return dialog


def print_pages(printer: QPrinter, pages: Sequence[Page], seen: int, progress: Progress) -> None:
    """Print the pages that were chosen in the dialog, as often as was chosen there.

    Args:
        printer: As the dialog left it.
        pages: All pages.
        seen: The place of the page that is seen.
        progress: Is told of each page.

    Raises:
        Stopped: The officer wants it to stop; the printer drops what it has not printed.
    """
    chosen = chosen_pages(printer, pages, seen)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen = chosen[::-1]
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    whole = printer.collateCopies()
    repeated = chosen * times if whole else [page for page in chosen for _copy in range(times)]
    try:
        _draw(printer, repeated, len(pages), progress)
    except Stopped:
        printer.abort()
        raise


def chosen_pages(printer: QPrinter, pages: Sequence[Page], seen: int) -> list[Page]:
    """The pages that were chosen."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return [page for page in pages if page.place == seen]
    ranges = printer.pageRanges()
    if printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        return [page for page in pages if ranges.contains(page.place)]
    return list(pages)


def draw_pdf(pages: Sequence[Page], title: str, progress: Progress, path: Path) -> None:
    """Draw all pages into a PDF.

    Raises:
        Stopped: The officer wants it to stop.
    """
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setResolution(_RESOLUTION)
    _draw(writer, pages, len(pages), progress)


def _draw(device: QPagedPaintDevice, pages: Sequence[Page], total: int, progress: Progress) -> None:
    """Draw pages, each on a sheet of its own size, with fonts that no other thread uses."""
    if not pages:
        return
    page_painter = PagePainter(PaperFonts())
    device.setPageLayout(_layout(pages[0]))
    painter = QPainter(device)
    try:
        for place, page in enumerate(pages):
            progress.report(place, len(pages), f"Trang {page.place}")
            if place:
                device.setPageLayout(_layout(page))
                device.newPage()
            painter.save()
            scale = device.logicalDpiX() / _POINTS
            painter.scale(scale, scale)
            page_painter.paint(painter, page, total)
            painter.restore()
    finally:
        painter.end()


def _layout(page: Page) -> QPageLayout:
    """A sheet as large as the page, without margins of its own."""
    lies = page.width > page.height
    size = QSizeF(min(page.width, page.height), max(page.width, page.height))
    sheet = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    layout = QPageLayout(sheet, way, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
