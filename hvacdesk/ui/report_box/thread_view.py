"""A report as its writer sees it again: how far it is, the answers, and room for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import CATEGORY_NAMES, STATE_NAMES, Author
from hvacdesk.domain.report_box.report_box_input import ADDITION_LIMIT
from hvacdesk.ui import background
from hvacdesk.ui.language import listed, words
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.report_box.messages import Messages
from hvacdesk.ui.report_box.secret_text import SecretText
from hvacdesk.ui.report_box.write_view import ReaderChoice
from hvacdesk.ui.widgets.entry_view import WorkingView
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox

if TYPE_CHECKING:
    from hvacdesk.services.report_box.report_desk import OpenedReport, ReportDesk


class ThreadView(WorkingView):
    """Shows the texts and takes another one.

    Attributes:
        opened: the report as it is now.

    Signals:
        left(): back to the login; nothing of it stays.
    """

    left = Signal()
    widest = 560

    def __init__(self, desk: ReportDesk, opened: OpenedReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.opened = opened
        self._failure = FailureLine(self.body)
        self.set_heading(self.tr("Your report"))
        self.standing = label("", wrap=True)
        self.body.addWidget(self.standing)
        self.loss = QVBoxLayout()
        self.body.addLayout(self.loss)
        self.messages = Messages(Author.REPORTER)
        self.body.addWidget(self.messages)
        self.form = Form()
        self.text = self.form.add("text", self.tr("Write more"), SecretText(ADDITION_LIMIT, rows=4))
        self.readers: ReaderChoice | None = None
        self.body.addWidget(self.form)
        self.add_busy(
            self.tr(
                "The text is sealed and waits for the box's next regular write, half a minute at most. So "
                "its moment tells nothing."
            )
        )
        self.set_primary(self.tr("Seal and send"), self.send)
        self.add_back(self.tr("Leave"), self.leave)
        self.setFocusProxy(self.text)
        self._show(opened)

    def send(self) -> None:
        """Add what was typed; where nobody can open the report any more, seal it to those who are chosen."""
        desk, opened, text = self._desk, self.opened, self.text.text()
        chosen = self.readers.chosen() if self.readers is not None else None
        self.form.clear_errors()
        self._failure.clear()

        def seal() -> OpenedReport:
            return desk.add(opened, text) if chosen is None else desk.send_again(opened, text, chosen)

        background.ask(self, seal).with_busy(self).then(self._on_added).otherwise(self._on_refused)

    def leave(self) -> None:
        """Back to the login."""
        self.text.forget()
        self.messages.show_messages(())
        self.left.emit()

    def _show(self, opened: OpenedReport) -> None:
        self.opened = opened
        report = opened.report
        self.standing.setText(
            "\n".join(
                (
                    words(CATEGORY_NAMES[report.category]),
                    self.tr("State: {state}").format(state=words(STATE_NAMES[report.state])),
                    self.tr("Read by: {names}").format(names=listed(one.name for one in report.readers)),
                )
            )
        )
        self.messages.show_messages(report.messages)
        self._show_loss(opened)

    def _show_loss(self, opened: OpenedReport) -> None:
        """Say who cannot open it any more, and let the writer choose others where nobody can."""
        clear(self.loss)
        names = listed(one.name for one in opened.lost)
        if opened.orphaned:
            text = self.tr(
                "{names}: the key was replaced, or this person no longer reads reports. Nobody can open your "
                "report any more. You can send it again to others below; the receipt number stays the same. "
                "A key changes when somebody resets a passphrase, and whoever did so could log in as that "
                "person."
            )
            self.loss.addWidget(WarningBox(text.format(names=names), tone=Tone.BAD))
        elif opened.lost:
            text = self.tr(
                "{names}: the key was replaced, or this person no longer reads reports, and cannot open your "
                "report any more. The others can."
            )
            self.loss.addWidget(WarningBox(text.format(names=names)))
        if opened.orphaned and self.readers is None:
            self.readers = self.form.add(
                "readers", self.tr("Who may read it now"), ReaderChoice(opened.listed), required=True
            )
        elif self.readers is not None and not opened.orphaned:
            self.form.fields["readers"].hide()
            self.readers = None

    def _on_added(self, opened: OpenedReport) -> None:
        self.text.forget()
        self._show(opened)

    def _on_refused(self, error: UserFacingError) -> None:
        if not self.form.show_invalid(error):
            self._failure.show_error(error)
