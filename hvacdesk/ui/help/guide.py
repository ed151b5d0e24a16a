"""The guide for the wall: looked at and printed, or saved for a printer elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.ui import background
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.text import label


class WallGuide(QWidget):
    """Two buttons and what came of them.

    Args:
        draw: makes the PDF, on a worker thread.
    """

    def __init__(self, draw: Callable[[], bytes], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.print_button = button(self.tr("Guide for the wall"), self.preview, icon="printer")
        self.save_button = button(self.tr("Save the guide as PDF"), self.save, kind="link")
        self.busy = Busy(self.tr("Drawing the guide"), cancellable=False, disable=self.print_button)
        self.said = label("", "muted", wrap=True)
        self.said.hide()
        column.addWidget(self.print_button)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.busy)
        column.addWidget(self.said)

    def preview(self) -> None:
        """Show the two pages, from where they are printed."""
        draw = self._draw
        background.ask(self, draw).with_busy(self.busy).then(self._open_preview)

    def save(self) -> None:
        """Ask for a file and write the two pages into it."""
        draw = self._draw
        background.ask(self, draw).with_busy(self.busy).then(self._choose_file)

    def _open_preview(self, pdf: bytes) -> None:
        from hvacdesk.ui.printing.preview import PreviewDialog

        PreviewDialog(pdf, self.tr("Guide for the wall"), self.window()).open()

    def _choose_file(self, pdf: bytes) -> None:
        def chosen(path: str) -> None:
            background.ask(self, lambda: write_private(Path(path), pdf)).then(lambda _nothing: self._saved())

        choose_new_file(
            self.window(),
            self.tr("Save the guide for the wall"),
            self.tr("guide-for-the-wall.pdf"),
            "PDF (*.pdf)",
            chosen,
        )

    def _saved(self) -> None:
        self.said.setText(self.tr("Saved."))
        self.said.show()
