"""Pages of a paper on a printer, or in a PDF.

Public: `ask_to_print(parent, sheets, title)`, `draw_pdf(sheets, title, path)`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.pages.placed import Page
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.paper.sheets import PaperSheets

_RESOLUTION = 600  # dots per inch of a PDF
_POINTS = 72
_NO_PRINTER = (
    "Máy này chưa cài máy in nào.\nBản in vẫn xem được ở đây. Hãy nhờ người cài máy in, hoặc ghi "
    "ra tệp PDF rồi mang sang máy khác in."
)


def ask_to_print(
    parent: QWidget, sheets: PaperSheets, title: str, to_pdf: Callable[[], object]
) -> None:
    """Ask on which printer, which pages and how often, and print.

    Args:
        parent: The window it concerns.
        sheets: The pages.
        title: What the printer calls it.
        to_pdf: What is offered where there is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        messages.ask(parent, _NO_PRINTER, [("Ghi ra PDF", to_pdf)], drawing="print")
        return
    sheets.complete()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_layout(sheets.pages[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, len(sheets.pages))
    dialog.setFromTo(1, len(sheets.pages))
    dialog.accepted.connect(lambda: print_pages(printer, sheets))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


def print_pages(printer: QPrinter, sheets: PaperSheets) -> None:
    """Print the pages that were chosen in the dialog, as often as was chosen there."""
    pages = chosen_pages(printer, sheets)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    whole = printer.collateCopies()
    repeated = pages * times if whole else [page for page in pages for _copy in range(times)]
    _draw(printer, sheets, repeated)


def chosen_pages(printer: QPrinter, sheets: PaperSheets) -> list[Page]:
    """The pages that were chosen."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return [sheets.pages[sheets.place - 1]]
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.toPage():
        return sheets.pages[max(0, printer.fromPage() - 1) : printer.toPage()]
    return list(sheets.pages)


def draw_pdf(sheets: PaperSheets, title: str, path: Path) -> None:
    """Draw all pages into a PDF."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setResolution(_RESOLUTION)
    _draw(writer, sheets, sheets.pages)


def _draw(device: QPagedPaintDevice, sheets: PaperSheets, pages: Sequence[Page]) -> None:
    """Draw pages, each on a sheet of its own size."""
    if not pages:
        return
    device.setPageLayout(_layout(pages[0]))
    painter = QPainter(device)
    try:
        for place, page in enumerate(pages):
            if place:
                device.setPageLayout(_layout(page))
                device.newPage()
            painter.save()
            scale = device.logicalDpiX() / _POINTS
            painter.scale(scale, scale)
            sheets.paint_page(painter, page)
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
