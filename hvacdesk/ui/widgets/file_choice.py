"""The system's own dialogs for choosing a folder or naming a file, opened without stopping the program.

They begin where the person was last since the program started, else in their home: never in the program's
folder.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from hvacdesk.ui.widgets.within_screen import keep_within_screen


class _LastPlace:
    """The folder that was chosen last, or that of the file; it is kept only until the program ends."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def remember(self, chosen: str) -> None:
        path = Path(chosen)
        self._folder = path if path.is_dir() else path.parent

    def folder(self) -> str:
        known = self._folder
        return str(known if known is not None and known.is_dir() else Path.home())


_last_place = _LastPlace()


def local_path(address: QUrl) -> str:
    """The path of an address on this computer as the system writes paths: Qt has slashes alone."""
    return QDir.toNativeSeparators(address.toLocalFile())


def choose_folder(parent: QWidget, title: str, chosen: Callable[[str], object]) -> QFileDialog:
    """Let the person choose a folder and hand its path to ``chosen``; without a choice nothing is called."""
    dialog = QFileDialog(parent, title, _last_place.folder())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, chosen)


def choose_file(parent: QWidget, title: str, kind: str, chosen: Callable[[str], object]) -> QFileDialog:
    """Let the person choose a file that exists; ``kind`` as for :func:`choose_new_file`."""
    dialog = QFileDialog(parent, title, _last_place.folder(), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, chosen)


def choose_new_file(
    parent: QWidget, title: str, name: str, kind: str, chosen: Callable[[str], object]
) -> QFileDialog:
    """Let the person name a file to write; where the ending of its kind was left out, it gets that.

    Args:
        name: the suggested name.
        kind: the names to choose from, as Qt writes them: ``PDF (*.pdf)``.
    """
    ending = kind.rpartition("*")[2].rstrip(")")
    dialog = QFileDialog(parent, title, _last_place.folder(), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)

    def complete(path: str) -> None:
        """The system takes what follows any dot, as in ``2026.11``, for an ending."""
        whole = path if path.lower().endswith(ending) else path + ending
        if whole != path and Path(whole).exists():  # nobody was asked whether this one is replaced
            choose_new_file(parent, title, whole, kind, chosen)
        else:
            chosen(whole)

    return _open(dialog, complete)


def _open(dialog: QFileDialog, chosen: Callable[[str], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(_last_place.remember)
    dialog.fileSelected.connect(lambda path: chosen(QDir.toNativeSeparators(path)))
    keep_within_screen(dialog)
    dialog.open()
    return dialog
