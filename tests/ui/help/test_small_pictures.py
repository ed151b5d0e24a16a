"""The help's pictures: narrow enough, few colours, and grounds that stay as they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.copies_ahead import CopyAhead, CopyFate, CopyKind
from hvacdesk.ui.tour.small_pictures import COLOURS, WIDEST, HelpCamera, reduced
from hvacdesk.ui.widgets.data_table import Column, DataTable

GROUNDS = ("#ffffff", "#f5f7fa", "#fdf0ee")
"""Grounds of the design that are close to each other."""


def many_colours() -> QImage:
    """Three broad grounds, and more different dots than a picture may have colours."""
    image = QImage(1400, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number, colour in enumerate(GROUNDS):
        painter.fillRect(0, number * 200, 1400, 200, QColor(colour))
    for number in range(600):
        painter.fillRect(number * 2, 150, 2, 2, QColor(number % 256, (number * 7) % 256, (number * 13) % 256))
    painter.end()
    return image


def test_a_picture_is_narrow_with_few_colours_and_its_own_grounds(qapp: QApplication) -> None:
    small = reduced(many_colours())
    assert small.width() == WIDEST
    assert small.height() == round(600 * WIDEST / 1400)
    assert small.format() is QImage.Format.Format_Indexed8
    assert small.colorCount() <= COLOURS
    assert [small.pixelColor(5, y).name() for y in (20, 200, 400)] == list(GROUNDS)


def test_a_small_picture_is_not_blown_up(qapp: QApplication) -> None:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUNDS[0]))
    assert reduced(image).size() == image.size()


def test_the_camera_puts_it_where_the_pages_look(qtbot: QtBot, tmp_path: Path) -> None:
    shown = QLabel("text")
    qtbot.addWidget(shown)
    shown.show()
    camera = HelpCamera(tmp_path)
    camera.language = "en"
    camera.photograph(shown, "report-box")
    assert not QImage(str(tmp_path / "en" / "report_box.png")).isNull()


def test_no_folder_of_this_computer_is_in_a_picture(qtbot: QtBot, tmp_path: Path) -> None:
    shown = QLabel(f"Backups in {tmp_path}/usb")
    qtbot.addWidget(shown)
    shown.show()
    HelpCamera(tmp_path, {str(tmp_path): "/media/front-desk"}).photograph(shown, "backups")
    assert shown.text() == "Backups in /media/front-desk/usb"


def test_no_folder_of_this_computer_is_in_a_pictures_table(qtbot: QtBot, tmp_path: Path) -> None:
    table = DataTable("Backups")
    qtbot.addWidget(table)
    table.set_columns([Column("name", "Which")])
    rows = [
        CopyAhead(CopyKind.BACKUP_FOLDER, name, CopyFate.REPLACED) for name in (f"{tmp_path}/usb", "Stick 2")
    ]
    table.set_rows(rows)
    table.show()
    HelpCamera(tmp_path, {str(tmp_path): "/media/front-desk"}).photograph(table, "copies")
    assert [row.name for row in table.rows()] == ["/media/front-desk/usb", "Stick 2"]
