"""Which view of the report box follows which, before the login."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hvacdesk.ui import background
from hvacdesk.ui.clipboard import clipboard
from hvacdesk.ui.entry.entry_window import EntryWindow
from hvacdesk.ui.entry.opening_view import OpeningView
from hvacdesk.ui.report_box.receipt_view import ReceiptView
from hvacdesk.ui.report_box.return_view import ReturnView
from hvacdesk.ui.report_box.start_view import ProtectionView, ReportStartView
from hvacdesk.ui.report_box.thread_view import ThreadView
from hvacdesk.ui.report_box.write_view import ReportWriteView

if TYPE_CHECKING:
    from hvacdesk.domain.report_box.report_box import BoxReader
    from hvacdesk.domain.report_box.report_box_rules import BoxRules
    from hvacdesk.services.entry.entry import OfficeEntry
    from hvacdesk.services.report_box.report_desk import OpenedReport, ReportDesk


class BoxFlow(QObject):
    """Shows the box's views in the entry window, whose title stays the same.

    Signals:
        over(): back to the login.
        blocked(error): the box cannot even be looked at.
    """

    over = Signal()
    blocked = Signal(object)

    def __init__(self, window: EntryWindow, entry: OfficeEntry, office: str, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._entry = entry
        self._office = office
        self._desk: ReportDesk | None = None
        self._rules: BoxRules | None = None
        self._again: Callable[[], None] = self.begin

    def begin(self) -> None:
        """Show what the box is."""
        self._again = self.begin
        if self._desk is not None and self._rules is not None:
            self._start(self._desk, self._rules)
            return
        self._window.show_content(OpeningView(), self._office)
        background.ask(self._window, self._entry.open_report_box).then(
            lambda opened: self._start(*opened)
        ).otherwise(self.blocked.emit)

    def show_again(self) -> None:
        """Show the present view once more, in another language."""
        self._again()

    def _start(self, desk: ReportDesk, rules: BoxRules) -> None:
        self._desk, self._rules = desk, rules
        self._again = self.begin
        view = ReportStartView()
        view.write_wanted.connect(lambda: self._choose_readers(desk))
        view.return_wanted.connect(lambda: self._return(desk))
        view.protection_wanted.connect(lambda: self._protection(rules))
        view.left.connect(self._leave)
        self._window.show_content(view, self._office)

    def _protection(self, rules: BoxRules) -> None:
        self._again = lambda: self._protection(rules)
        view = ProtectionView(rules)
        view.left.connect(self.begin)
        self._window.show_content(view, self._office)

    def _choose_readers(self, desk: ReportDesk) -> None:
        """Say that the box is full before somebody writes a text that it would not take."""

        def look() -> tuple[BoxReader, ...]:
            desk.look_for_room()
            return desk.readers()

        background.ask(self._window, look).then(lambda readers: self._write(desk, readers)).otherwise(
            self.blocked.emit
        )

    def _write(self, desk: ReportDesk, readers: tuple[BoxReader, ...]) -> None:
        self._again = lambda: self._write(desk, readers)
        before = self._window.content
        view = ReportWriteView(desk, readers)
        if isinstance(before, ReportWriteView):
            view.take_over(before)
        view.sent.connect(self._receipt)
        view.left.connect(self.begin)
        self._window.show_content(view, self._office)

    def _receipt(self, receipt: str) -> None:
        self._again = lambda: self._receipt(receipt)
        view = ReceiptView(receipt)
        view.left.connect(self._leave)
        self._window.show_content(view, self._office)

    def _return(self, desk: ReportDesk) -> None:
        self._again = lambda: self._return(desk)
        desk.begin_visit()
        view = ReturnView(desk)
        view.opened.connect(lambda opened: self._thread(desk, opened))
        view.left.connect(self.begin)
        self._window.show_content(view, self._office)

    def _thread(self, desk: ReportDesk, opened: OpenedReport) -> None:
        before = self._window.content
        now = before.opened if isinstance(before, ThreadView) else opened
        self._again = lambda: self._thread(desk, opened)
        view = ThreadView(desk, now)
        if isinstance(before, ThreadView):
            view.text.edit.setPlainText(before.text.text())
            before.text.forget()
        view.left.connect(self._leave)
        self._window.show_content(view, self._office)

    def _leave(self) -> None:
        """Drop what was shown, clear what was copied, and go back to the login."""
        self._again = self.begin
        clipboard.forget()
        self.over.emit()
