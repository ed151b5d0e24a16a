"""One report as a reader sees it: texts, state, answer, notes among readers, handing over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import CATEGORY_NAMES, STATE_NAMES, ReportRow, ReportState
from hvacdesk.domain.report_box.report_box_input import ADDITION_LIMIT
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.language import listed
from hvacdesk.ui.report_box.hand_over_dialog import HandOverDialog
from hvacdesk.ui.report_box.messages import Messages
from hvacdesk.ui.report_box.secret_text import SecretText
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.errors import show_error
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.work_dialog import WorkDialog

_REPORTER, _READERS = "reporter", "readers"


class ReportDialog(WorkDialog):
    """Everything that is done here goes into the sealed report. No draft of an answer is kept.

    Attributes:
        row: the report as it is now.
    """

    def __init__(self, context: DeskContext, row: ReportRow) -> None:
        super().__init__("", context.window, width=680)
        self.set_title(self.tr("Report"))
        self._context = context
        self.row = row
        self.facts = label("", wrap=True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)  # it holds the contact that the reporter typed
        self.body.addWidget(self.facts)
        self.messages = Messages()
        self.notes = Messages()
        self._notes_title = label(self.tr("Notes among readers; the reporter does not see them"), "label")
        self.body.addWidget(self._texts(), 1)
        self.form = Form()
        self.form.column.addLayout(self._choices())
        self.text = self.form.add("text", self.tr("Write"), SecretText(ADDITION_LIMIT, rows=4))
        self.body.addWidget(self.form)
        self.delete_button = self.add_secondary(self.tr("Delete…"), self.ask_to_delete)
        self.hand_over_button = self.add_secondary(self.tr("Hand over…"), self.hand_over)
        self.add_secondary(self.tr("Close"))
        self.set_primary(self.tr("Seal and send"), self.send)
        self.text.edit.setFocus()
        self.fit(760, 680)
        self._show(row)
        if row.report.state is ReportState.NEW:
            self._mark_read()

    def send(self) -> None:
        """Send what was typed to the reporter, or keep it as a note for the other readers."""
        reports, actor, case = self._context.office.reports, self._context.actor, self.row.case
        text = self.text.text()
        self.form.clear_errors()
        write = reports.answer if self.to.currentData() == _REPORTER else reports.note
        self._work(self.tr("Sealing the text"), lambda: write(actor, case, text), self._sent)

    def change_state(self) -> None:
        """Say how far it is."""
        state = ReportState(self.state.currentData())
        if state is self.row.report.state:
            return
        reports, actor, case = self._context.office.reports, self._context.actor, self.row.case
        self._work(self.tr("Sealing the state"), lambda: reports.set_state(actor, case, state), self._show)

    def hand_over(self) -> None:
        """Let a colleague read it too."""
        dialog = HandOverDialog(self._context, self.row, self)
        dialog.handed_over.connect(self._show)
        dialog.open()

    def ask_to_delete(self) -> None:
        """Delete a closed report before its time."""
        question = Dialog(self.tr("Delete this report?"), self)
        question.add_text(
            self.tr("It is gone for every reader, and its writer finds nothing any more."), "muted"
        )
        question.set_primary(self.tr("Delete"), lambda: self._delete(question))
        question.add_secondary(self.tr("Cancel"))
        question.open()

    def _delete(self, question: Dialog) -> None:
        question.accept()
        reports, actor, case = self._context.office.reports, self._context.actor, self.row.case
        self._work(
            self.tr("Deleting the report"), lambda: reports.delete(actor, case), lambda _gone: self.accept()
        )

    def _texts(self) -> QScrollArea:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(14), 0)
        column.setSpacing(theme.px(8))
        for part in (self.messages, self._notes_title, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        area = ScrollColumn(name=self.tr("Texts"))
        area.setMinimumHeight(theme.px(160))
        area.setWidget(content)
        return area

    def _choices(self) -> QHBoxLayout:
        words = self._context.words
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        self.to = QComboBox()
        self.to.addItem(self.tr("The reporter, with the receipt number"), _REPORTER)
        self.to.addItem(self.tr("The other readers alone"), _READERS)
        row.addWidget(self.form.field("to", self.tr("For"), self.to), 3)
        self.state = QComboBox()
        for state in (ReportState.READ, ReportState.IN_PROGRESS, ReportState.CLOSED):
            self.state.addItem(words(STATE_NAMES[state]), state.value)
        self.state.activated.connect(lambda _at: self.change_state())
        row.addWidget(self.form.field("state", self.tr("State; the reporter sees it"), self.state), 2)
        return row

    def _show(self, row: ReportRow) -> None:
        self.row = row
        report, words = row.report, self._context.words
        lines = [
            self.tr("{category}, week from {day}").format(
                category=words(CATEGORY_NAMES[report.category]), day=day_text(report.week)
            )
        ]
        readers = self.tr("Read by: {names}").format(names=listed(one.name for one in report.readers))
        if report.left_out:
            names = listed(one.name for one in report.left_out)
            readers += "　" + self.tr("Left out by the reporter: {names}").format(names=names)
        lines.append(readers)
        if report.contact:
            lines.append(self.tr("To be reached at: {contact}").format(contact=report.contact))
        if row.answer_due is not None:
            lines.append(self.tr("First answer by {day}").format(day=day_text(row.answer_due)))
        self.facts.setText("\n".join(lines))
        self.messages.show_messages(report.messages)
        self.notes.show_messages(row.notes.notes)
        self._notes_title.setVisible(bool(row.notes.notes))
        self.state.setCurrentIndex(max(0, self.state.findData(report.state.value)))
        self.delete_button.setVisible(report.state is ReportState.CLOSED)
        self.hand_over_button.setVisible(bool(row.handed_on))

    def _mark_read(self) -> None:
        reports, actor, case = self._context.office.reports, self._context.actor, self.row.case
        self._work(self.tr("Opening the report"), lambda: reports.read(actor, case), self._show)

    def _sent(self, row: ReportRow) -> None:
        self.text.forget()
        self._show(row)

    def _work(self, doing: str, work: Callable[[], object], done: Callable) -> None:
        self.ask(doing, work).then(done).otherwise(self._failed)

    def _failed(self, error: UserFacingError) -> None:
        if not self.form.show_invalid(error):
            show_error(self, error)

    # Qt's overrides

    def done(self, result: int) -> None:
        self.text.forget()
        super().done(result)
