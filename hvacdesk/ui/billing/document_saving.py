"""Saving what is issued or written to a customer as a PDF file, from any preview that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.outside_lists import SavedDocument
from hvacdesk.services.office import named_places
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.outside_files import made_for, write_outside
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.file_choice import choose_folder, choose_new_file

if TYPE_CHECKING:
    from hvacdesk.ui.printing.preview import PreviewDialog


Make = Callable[[], SavedDocument]
"""Makes what is to be written: asks for the permission, logs it and registers it as outside."""


def offer_saving(
    ctx: DeskContext,
    preview: PreviewDialog,
    make: Make,
    number: str,
    saved: Callable[[], object] = lambda: None,
) -> QPushButton:
    """Add a button to a preview that saves the document of this number; returns the button.

    Args:
        saved: called once it is there.
    """
    translate = QCoreApplication.translate

    def ask() -> None:
        _choose(preview, number, save)

    def save(path: str) -> None:
        save_copy(ctx, make, path, partial(tell, Path(path).name))

    def tell(name: str) -> None:
        """Closing without printing takes back what is in the register, not the file."""
        saved()
        if isValid(preview):
            stays = translate("DocumentSaving", "“{name}” stays saved, whether this is printed or not.")
            preview.add_note(stays.format(name=name))

    return preview.add_secondary(_save_label(), ask)


def offer_saving_each(
    ctx: DeskContext, preview: PreviewDialog, copies: Sequence[tuple[str, Make]]
) -> QPushButton:
    """Add a button to a preview of several documents that saves each as a file of its own, as each is another
    customer's; returns the button.

    Args:
        copies: number and maker of each.
    """
    translate = QCoreApplication.translate

    def ask() -> None:
        title = translate("DocumentSaving", "Choose the folder for %n PDF file(s)", "", len(copies))
        choose_folder(preview, title, lambda folder: save_each(ctx, copies, Path(folder), tell))

    def tell(count: int) -> None:
        if isValid(preview):
            stays = translate(
                "DocumentSaving", "%n file(s) stay saved, whether this is printed or not.", "", count
            )
            preview.add_note(stays)

    return preview.add_secondary(translate("DocumentSaving", "Save each as PDF…"), ask)


class SavingDialog(Dialog):
    """The pages of what goes out as a file and not on paper: from here they are saved, and not printed.

    Args:
        number: of the document.
        unsaved: what becomes of it if this is closed without saving.
    """

    def __init__(
        self, ctx: DeskContext, title: str, pdf: bytes, make: Make, number: str, unsaved: str
    ) -> None:
        from hvacdesk.ui.printing.said_beside import SaidBeside  # loads Qt's PDF module

        super().__init__(title, ctx.window, width=720)
        self._ctx, self._make, self._number = ctx, make, number
        beside = SaidBeside(pdf)
        beside.say(unsaved, "muted")
        self.body.addWidget(beside, 1)
        self.set_primary(_save_label(), self.save)
        self.add_secondary(self.tr("Close"))
        self.fit(940, 760)

    def save(self) -> None:
        """Ask for a file, and close once it is written."""
        _choose(self, self._number, lambda path: save_copy(self._ctx, self._make, path, self._saved))

    def _saved(self) -> None:
        if isValid(self):
            self.accept()


def _save_label() -> str:
    return QCoreApplication.translate("DocumentSaving", "Save as PDF…")


def _choose(owner: QWidget, number: str, save: Callable[[str], None]) -> None:
    title = QCoreApplication.translate("DocumentSaving", "Save {number} as a PDF file").format(number=number)
    choose_new_file(owner, title, f"{number}.pdf", "PDF (*.pdf)", save)


def save_copy(ctx: DeskContext, make: Make, path: str, then: Callable[[], object] = lambda: None) -> None:
    """Write a document into a file; where it cannot be written, nothing of it counts as outside.

    Args:
        then: called once it is there.
    """

    told = QCoreApplication.translate(
        "DocumentSaving",
        "“{name}” was saved in {folder}. The page “Today” reminds of it until it was handed over.",
    )

    def done(_nothing: object) -> None:
        ctx.notify(told.format(name=Path(path).name, folder=Path(path).parent))
        then()

    background.ask(ctx.window, lambda: _write(ctx, make, Path(path))).then(done)


def save_each(
    ctx: DeskContext,
    copies: Sequence[tuple[str, Make]],
    folder: Path,
    then: Callable[[int], object] = lambda _count: None,
) -> None:
    """Write several documents into a folder, each as a file of its own, up to the first that cannot be.

    A file that is there already is not replaced.

    Args:
        then: called with how many are there.
    """

    def work() -> tuple[int, UserFacingError | None]:
        for at, (number, make) in enumerate(copies):
            path = folder / f"{number}.pdf"
            try:
                named_places.require_place(path, replaced=False)
                _write(ctx, make, path)
            except UserFacingError as error:
                return at, error
        return len(copies), None

    def done(found: tuple[int, UserFacingError | None]) -> None:
        count, error = found
        said = QCoreApplication.translate(
            "DocumentSaving",
            "%n file(s) were saved in {folder}. The page “Today” reminds of each until it was handed over.",
            "",
            count,
        ).format(folder=folder)
        if error is not None:
            show_error(ctx.window, error)
        if count:
            ctx.notify(said)
            then(count)

    background.ask(ctx.window, work).then(done)


def _write(ctx: DeskContext, make: Make, path: Path) -> None:
    write_outside(ctx.office, ctx.actor, path, made_for(path, make))
