"""Writes a recovery sheet to a file that its owner named, for a printer elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hvacdesk.domain.clock import office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import phrase
from hvacdesk.ui import background
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.widgets.file_choice import choose_new_file

if TYPE_CHECKING:
    from hvacdesk.services.open_office import Office


class SheetNotSaved(UserFacingError):
    """The file could not be written; no part of it stays behind."""

    what = phrase("Errors", "The recovery sheet could not be saved there.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Choose another folder, for example a USB stick, and save it again.")


def save_sheet(parent: QWidget, pdf: bytes, made: datetime, saved: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file, write the sheet into it and call ``saved`` with it; a failure is told over ``parent``.

    Its name says when the sheet was made, so that the files of two set-ups are two.
    """

    def chosen(path: str) -> None:
        background.ask(parent, lambda: write_private(Path(path), pdf, SheetNotSaved)).then(
            lambda _nothing: saved(Path(path))
        )

    title = QCoreApplication.translate("SheetStep", "Save the recovery sheet, best on a USB stick")
    name = QCoreApplication.translate("SheetStep", "recovery-sheet {moment}.pdf")
    name = name.format(moment=f"{office_time(made):%Y-%m-%d %H%M}")
    return choose_new_file(parent, title, name, "PDF (*.pdf)", chosen)


def note_saved(office: Office, actor: Actor, number: int, saved: Sequence[Path]) -> None:
    """Note the files of a sheet that is in force now; the page "Today" reminds of each. For a worker.

    Where that fails the sheet is in force all the same, and nobody would gain by being stopped here.
    """
    for path in saved:
        with suppress(UserFacingError):
            office.outside_lists.note_sheet(actor, number, str(path))
