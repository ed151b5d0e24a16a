"""Writes a recovery sheet to a file that its owner named, for a printer elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui import background
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.widgets.file_choice import choose_new_file


class SheetNotSaved(UserFacingError):
    """The file could not be written; no part of it stays behind."""

    what = phrase("Errors", "The recovery sheet could not be saved there.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")


def save_sheet(parent: QWidget, pdf: bytes, saved: Callable[[], object]) -> QFileDialog:
    """Ask for a file, write the sheet into it and call ``saved``; a failure is told over ``parent``."""

    def chosen(path: str) -> None:
        background.ask(parent, lambda: write_private(Path(path), pdf, SheetNotSaved)).then(
            lambda _nothing: saved()
        )

    title = QCoreApplication.translate("SheetStep", "Save the recovery sheet")
    name = QCoreApplication.translate("SheetStep", "recovery-sheet.pdf")
    return choose_new_file(parent, title, name, "PDF (*.pdf)", chosen)
