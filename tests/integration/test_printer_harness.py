"""The printer of the tests is a real one: a page goes in through Qt and comes out on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from tests.helpers.cups import CupsPrinter
from tests.helpers.paper import page_picture, read_text

FONT = Path("resources/fonts/BIZUDPGothic-Regular.ttf")
TEXT = "試し刷り 作業指示書 FILTER"


@pytest.fixture
def painted(qtbot: QtBot) -> QFont:
    number = QFontDatabase.addApplicationFont(str(FONT))
    return QFont(QFontDatabase.applicationFontFamilies(number)[0], 14)


def print_page(printer: CupsPrinter, font: QFont, title: str, text: str) -> None:
    device = QPrinter(QPrinterInfo.printerInfo(printer.name))
    device.setDocName(title)
    painter = QPainter(device)
    painter.setFont(font)
    painter.drawText(400, 400, text)
    painter.end()


def test_qt_sees_this_printer_and_no_other(cups_printer: CupsPrinter, qtbot: QtBot) -> None:
    assert QPrinterInfo.availablePrinterNames() == [cups_printer.name]


def test_a_page_comes_out_with_its_text(cups_printer: CupsPrinter, painted: QFont) -> None:
    print_page(cups_printer, painted, "trial", TEXT)
    (pdf,) = cups_printer.printed()
    assert TEXT in read_text(pdf)
    assert pdf.name.startswith("trial")
    low, high = page_picture(pdf).convert("L").getextrema()
    assert (low, high) == (0, 255)


def test_equal_titles_give_two_papers(cups_printer: CupsPrinter, painted: QFont) -> None:
    for text in ("FIRST", "SECOND"):
        print_page(cups_printer, painted, "same", text)
    papers = cups_printer.printed(2)
    assert sorted(read_text(pdf).strip() for pdf in papers) == ["FIRST", "SECOND"]


def test_the_tray_is_empty_for_the_next_test(cups_printer: CupsPrinter) -> None:
    assert list(cups_printer.output.iterdir()) == []


def test_a_stopped_printer_keeps_the_job_until_it_goes_on(cups_printer: CupsPrinter, painted: QFont) -> None:
    cups_printer.disable()
    print_page(cups_printer, painted, "waits", TEXT)
    assert len(cups_printer.jobs("not-completed")) == 1
    assert list(cups_printer.output.iterdir()) == []
    cups_printer.enable()
    assert len(cups_printer.printed()) == 1
