"""The one way from a PDF in memory to a printer.

Nothing is written to disk by us. Where CUPS is (Linux) the PDF is streamed to it as it is: Qt's own
CUPS support would first put the pages into a temporary file. Elsewhere the pages are drawn onto the printer
at its own resolution. What the spooler keeps is purged afterwards where that can be done
(:mod:`hvacdesk.ui.printing.spool`).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui.printing import cups

MOST_DPI = 600
"""A laser printer's own grid; finer pages only cost memory."""

BAND_ROWS = 400
"""Pages are drawn in strips of this many rows: a whole A4 page at 600 dpi would take 140 MB."""


class NoPrinter(UserFacingError):
    """The computer knows no printer."""

    about_the_computer = True
    what = phrase("Errors", "No printer is set up on this computer.")
    safe = phrase("Errors", "Nothing was printed.")
    todo = phrase("Errors", "Add the printer in the system's settings, then print again.")


class PrinterGone(UserFacingError):
    """The chosen printer does not take the job."""

    what = phrase("Errors", "The printer {printer} does not answer or has been stopped.")
    safe = phrase("Errors", "Nothing was printed. The copies stay on this screen.")
    todo = phrase("Errors", "Switch the printer on and check its cable, or choose another printer.")


class PrinterStopped(UserFacingError):
    """The printer took some pages and then no more."""

    what = phrase("Errors", "The printer {printer} stopped after {pages} of {total} pages.")
    safe = phrase("Errors", "The copies that came out are good; all of them count as out until you say so.")
    todo = phrase(
        "Errors", "See to the printer, then tick which copies came out. The others can be printed again."
    )

    def __init__(self, printer: str, pages: int, total: int) -> None:
        super().__init__(printer=printer, pages=pages, total=total)
        self.pages = pages


def printers() -> tuple[str, ...]:
    """The printers that the system knows now."""
    return tuple(QPrinterInfo.availablePrinterNames())


def usual_printer() -> str:
    """The one that the system prints on unless told otherwise; empty if there is none."""
    return QPrinterInfo.defaultPrinterName()


def known_printers() -> tuple[str, ...]:
    """The printers that the system knows, asked without a window where CUPS is."""
    return cups.printers() if cups.available() else printers()


def named_printer(name: str) -> QPrinter:
    """The printer that the system calls so, with its usual settings."""
    printer = QPrinter()
    printer.setPrinterName(name)
    return printer


@dataclass(frozen=True)
class Taken:
    """The printer took the job; ``job`` is its name in the queue, or empty where that is not told."""

    job: str = ""


def print_pdf(pdf: bytes, printer: QPrinter, document: str) -> Taken | None:
    """Print every page once, on one side of the paper; None if the printer did not take the job after all.

    Every page is a numbered copy of its own, so neither the number of copies nor two-sided printing from the
    printer's settings is followed. Blocks until the job is handed over; call it from a worker thread.

    Args:
        document: the job's name as the printer's queue shows it to everyone; must not hold personal data.

    Raises:
        PrinterGone: the printer is unknown, stopped, or refuses the job.
        PrinterStopped: it stopped in the middle.
    """
    info = QPrinterInfo.printerInfo(printer.printerName())
    if info.isNull() or info.state() == QPrinter.PrinterState.Error or printer.outputFileName():
        raise PrinterGone(printer=printer.printerName())
    if cups.available():
        return _stream(pdf, printer, document)
    return _draw(pdf, printer, document)


def _stream(pdf: bytes, printer: QPrinter, document: str) -> Taken:
    layout = printer.pageLayout()
    options = ["-d", printer.printerName(), "-t", document, "-n", "1", "-o", "sides=one-sided"]
    options += ["-o", f"media={layout.pageSize().key()}"]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        options += ["-o", "print-color-mode=monochrome"]
    try:
        return Taken(cups.submit(pdf, options))
    except cups.Unreachable:
        raise PrinterGone(printer=printer.printerName()) from None


def _draw(pdf: bytes, printer: QPrinter, document: str) -> Taken | None:
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    pages = QPdfDocument()
    pages.load(source)
    printer.setDocName(document)
    printer.setCopyCount(1)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setResolution(min(printer.resolution(), MOST_DPI))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterGone(printer=printer.printerName())
    try:
        for number in range(pages.pageCount()):
            if number and not printer.newPage():
                raise PrinterStopped(printer.printerName(), number, pages.pageCount())
            draw_page(painter, pages, number, _sheet(printer), _grey(printer))
    finally:
        painter.end()
        pages.close()
    return None if printer.printerState() == QPrinter.PrinterState.Error else Taken()


def _sheet(printer: QPrinter) -> QSize:
    layout: QPageLayout = printer.pageLayout()
    return layout.fullRectPixels(printer.resolution()).size()


def _grey(printer: QPrinter) -> bool:
    return printer.colorMode() == QPrinter.ColorMode.GrayScale


def draw_page(painter: QPainter, pages: QPdfDocument, number: int, sheet: QSize, grey: bool) -> None:
    """Draw one page over the whole sheet (in device pixels), strip by strip."""
    for top in range(0, sheet.height(), BAND_ROWS):
        strip = QRect(0, top, sheet.width(), min(BAND_ROWS, sheet.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(sheet)
        # Qt 6.12 scales by the clip's last pixel instead of its size: one pixel more gives the exact scale.
        options.setScaledClipRect(strip.adjusted(0, 0, 1, 1))
        picture = pages.render(number, strip.size(), options)
        ground = QImage(picture.size(), QImage.Format.Format_RGB32)
        ground.fill(0xFFFFFFFF)
        over = QPainter(ground)
        over.drawImage(0, 0, picture)
        over.end()
        painter.drawImage(strip, ground.convertToFormat(QImage.Format.Format_Grayscale8) if grey else ground)
