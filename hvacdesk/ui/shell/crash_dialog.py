"""Tells the user about a bug, once, and where its report lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from hvacdesk.ui.shell.held_windows import WAITS
from hvacdesk.ui.widgets.dialog import Dialog


class CrashDialog(Dialog):
    """What happened, what is safe, what to do, and where the report is, if one could be written."""

    def __init__(self, report: Path | None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("The program met a fault"))
        self.add_text(self.tr("What you were doing just now may not have been done."))
        self.add_text(self.tr("Everything saved before is safe."))
        if report is not None:
            self.add_text(
                self.tr(
                    "Close and open the program again. The report names no customer; you may send it along."
                )
            )
            self.add_text(str(report), "muted")
        else:
            self.add_text(
                self.tr(
                    "Close and open the program again. No report of the fault could be written: the office's "
                    "folder takes none."
                )
            )
        self.set_primary(self.tr("Close"))


def tell(report: Path | None) -> None:
    """Show the dialog over the active window, unless one is open already or waits behind a cover."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CrashDialog) and (window.isVisible() or window.property(WAITS)):
            return
    CrashDialog(report, QApplication.activeWindow()).open()
