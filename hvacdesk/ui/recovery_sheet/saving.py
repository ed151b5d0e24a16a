"""Writes a recovery sheet to a file that its owner named, for a printer elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.wording import phrase
from hvacdesk.ui import background
from hvacdesk.ui.widgets.file_choice import choose_new_file

OWNER_ALONE = 0o600


class SheetNotSaved(UserFacingError):
    """The file could not be written; no part of it stays behind."""

    what = phrase("Errors", "The recovery sheet could not be saved there.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")


def save_sheet(parent: QWidget, pdf: bytes, saved: Callable[[], object]) -> QFileDialog:
    """Ask for a file, write the sheet into it and call ``saved``; a failure is told over ``parent``."""

    def chosen(path: str) -> None:
        background.run(parent, lambda _progress: _write(Path(path), pdf), lambda _nothing: saved())

    title = QCoreApplication.translate("SheetStep", "Save the recovery sheet")
    name = QCoreApplication.translate("SheetStep", "recovery-sheet.pdf")
    return choose_new_file(parent, title, name, "PDF (*.pdf)", chosen)


def _write(path: Path, pdf: bytes) -> None:
    """Write the whole file or none, readable by nobody else from its first byte on."""
    part = path.with_name(f"{path.name}.part")
    try:
        with open(part, "wb", opener=lambda name, flags: os.open(name, flags, OWNER_ALONE)) as file:
            file.write(pdf)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise SheetNotSaved from None
