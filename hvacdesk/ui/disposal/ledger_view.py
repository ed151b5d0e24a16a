"""The disposal ledger, found by the number printed on the customer's copy; answers to customers; restores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from hvacdesk.domain.backups.restore_certificates import RestoreCertificateFacts
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.domain.disposal.disposal import BATCH_STATE_NAMES, LedgerLine
from hvacdesk.domain.requests.erasure_requests import ErasurePaper
from hvacdesk.domain.retention.retention import legal_ground
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.input_checks import LINE_LIMIT
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.certificate_preview import CertificatePreview
from hvacdesk.ui.disposal.wizard import TONES
from hvacdesk.ui.file_writing import write_private
from hvacdesk.ui.language import language
from hvacdesk.ui.printing.erasure_answer import show_erasure_answer
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.search_box import SearchBox
from hvacdesk.ui.widgets.work_dialog import WorkDialog


class LedgerView(RegisterView):
    """Answers "did you delete mine?" without holding a word of what was deleted."""

    rooms = frozenset({Room.DISPOSAL, Room.STAFF})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.search = SearchBox(self.tr("Customer number or certificate number"), self.table.enter)
        self.search.searched.connect(self.narrow)
        self.line.fill_with(self.search)
        self.save_button = self.act(button(self.tr("Save as a file"), self.ask_file, icon="download"))
        self.answer_button = self.act(
            button(self.tr("Answer to the customer…"), self.answer, icon="printer"),
            lambda line: bool(line.customer_number),
        )
        self.answer_button.setToolTip(self.tr("What was erased, and what a law keeps until when"))
        self.restores_button = self.act(button(self.tr("Restores…"), self.show_restores, icon="history"))
        self.restores_button.setToolTip(self.tr("What was destroyed again when a backup was restored"))

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column("customer_number", self.tr("Customer number"), width=100, value=self._number),
            Column("destroyed_at", self.tr("Destroyed"), width=112, value=_day),
            Column("result", self.tr("Result"), width=120, kind="chip", value=self._result),
            Column(
                "law",
                self.tr("Rule"),
                width=180,
                stretch=1,
                value=lambda line: legal_ground(line.law, words),
            ),
            Column(
                "categories", self.tr("Values in all"), width=80, kind="number", value=_values, align="right"
            ),
            Column("proposed_by", self.tr("Proposed by"), width=96, wide_only=True),
            Column("approved_by", self.tr("Approved by"), width=96, wide_only=True),
            Column("witness", self.tr("Witness"), width=96, wide_only=True),
            Column("certificate", self.tr("Certificate"), width=120),
        ]
        table = self.new_table(self.tr("Disposal ledger"), columns, kept_as="ledger", names=names_nobody)
        table.offer(lambda: (self.answer_button,))
        return table

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "file-check",
            self.tr("Nothing in the ledger fits"),
            self.tr("Each destroyed customer stands here by number, with rule, day and certificate."),
        )

    def reading(self) -> Callable[[], tuple[LedgerLine, ...]]:
        office, actor, text = self.context.office, self.context.actor, self.search.whole_text()
        return lambda: office.disposal.certificates.ledger(actor, text)

    def show_read(self, found: tuple[LedgerLine, ...]) -> None:
        self.pane.show_rows(found)  # nothing is chosen: the keyboard stays where the number is typed

    def enable(self) -> None:
        self.save_button.setEnabled(bool(self.table.rows()))

    def answer(self) -> None:
        """Ask for the name to print, which the ledger does not know, and show the answer."""
        line = self.table.current()
        if isinstance(line, LedgerLine):
            AnswerDialog(self.context, line.customer_number, self).open()

    def show_restores(self) -> None:
        """Show the certificates of restores."""
        context = self.context
        background.ask(self, lambda: context.office.restore_certificates.all(context.actor)).then(
            lambda restores: RestoresDialog(context, restores, self).open()
        )

    def ask_file(self) -> None:
        """Ask where the ledger shall be saved, as far as it is shown."""
        name = self.tr("disposal ledger {day}.csv").format(day=self.context.office.today().isoformat())
        choose_new_file(self, self.tr("Save the disposal ledger"), name, "CSV (*.csv)", self.save_to)

    def save_to(self, path: str) -> None:
        """Write the lines that are shown into a file."""
        context, text = self.context, self.search.whole_text()

        def work() -> None:
            content = context.office.disposal.certificates.ledger_file(context.actor, text, context.words)
            write_private(Path(path), content)
            context.office.disposal.certificates.ledger_saved(context.actor, text)

        background.ask(self, work).then(
            lambda _nothing: context.notify(self.tr("The ledger was saved. It names no customer."))
        )

    def _number(self, line: LedgerLine) -> str:
        return line.customer_number or self.tr("Call note")

    def _result(self, line: LedgerLine) -> ChipValue:
        return ChipValue(self.context.words(BATCH_STATE_NAMES[line.result]), TONES[line.result])


def _day(line: LedgerLine) -> str:
    return f"{office_time(moment_of(line.destroyed_at)):%Y-%m-%d}"


def _values(line: LedgerLine) -> int:
    return sum(count for _, count in line.categories)


class AnswerDialog(WorkDialog):
    """Asks for the name to print on the answer; it is kept nowhere and may be left out."""

    def __init__(self, ctx: DeskContext, number: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AnswerDialog", "Answer to the customer {number}")
        super().__init__(title.format(number=number), parent or ctx.window)
        self._ctx = ctx
        self._number = number
        self.addressee = QLineEdit()
        self.addressee.setMaxLength(LINE_LIMIT // 2)
        hint = self.tr(
            "As it shall stand on the letter, with honorific. It is kept nowhere; empty for a line."
        )
        self.body.addWidget(FormField(self.tr("Name on the letter"), self.addressee, hint=hint))
        self.set_primary(self.tr("Show"), self._draw)
        self.add_secondary(self.tr("Cancel"))
        self.addressee.setFocus()

    def _draw(self) -> None:
        ctx, number, name = self._ctx, self._number, self.addressee.text()
        self.ask(
            self.tr("Drawing"),
            lambda: ctx.office.disposal.erasures.answer_pdf(ctx.actor, number, ctx.words, name),
        ).then(self._show)

    def _show(self, paper: ErasurePaper) -> None:
        self.accept()
        show_erasure_answer(self._ctx, self.windowTitle(), paper)


class RestoresDialog(Dialog):
    """Every restore of the office, the newest first."""

    def __init__(
        self, ctx: DeskContext, restores: tuple[RestoreCertificateFacts, ...], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("RestoresDialog", "Certificates of restores")
        super().__init__(title, parent or ctx.window, width=840)
        self._ctx = ctx
        self.table = DataTable(title)
        self.table.set_columns(
            [
                Column("number", self.tr("Certificate number"), width=140),
                Column("restored_at", self.tr("Restored"), width=140, value=_moment("restored_at")),
                Column("taken_at", self.tr("Backup taken"), width=140, value=_moment("taken_at"), stretch=1),
                Column("destroyed", self.tr("Destroyed again"), width=90, kind="number", align="right"),
                Column("reduced", self.tr("Reduced again"), width=90, kind="number", align="right"),
            ]
        )
        self.table.keep_columns(ctx.columns, "restores", names_nobody)
        self.table.offer(tuple, opening=self.tr("Show the certificate"))
        self.table.set_rows(restores)
        self.table.activated_row.connect(lambda _row: self.show_certificate())
        self.body.addWidget(self.table, 1)
        if restores:
            self.table.select_first()
            self.set_primary(self.tr("Show the certificate"), self.show_certificate)
            self.add_secondary(self.tr("Close"))
        else:
            self.table.hide()
            self.add_text(self.tr("This office was never restored from a backup."), "muted")
            self.set_primary(self.tr("Close"))

    def show_certificate(self) -> None:
        """Show the marked restore's certificate; it is printed from there."""
        row = self.table.current()
        if not isinstance(row, RestoreCertificateFacts):
            return
        ctx = self._ctx
        certificates = ctx.office.restore_certificates

        def show(paper: CertificatePaper) -> None:
            dialog = CertificatePreview(paper, self)

            def note() -> None:
                note_printed(ctx, dialog.windowTitle(), lambda: certificates.printed(ctx.actor, paper))

            dialog.printed.connect(lambda _printer: note())
            dialog.stopped.connect(lambda _printer, _pages: note())
            dialog.open()

        background.ask(self, lambda: certificates.paper(ctx.actor, row.number, language.code)).then(show)


def _moment(name: str):
    return lambda row: f"{office_time(moment_of(getattr(row, name))):%Y-%m-%d %H:%M}"
