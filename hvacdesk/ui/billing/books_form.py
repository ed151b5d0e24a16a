"""Handing over to the accounting program: which program, which days, and where the file goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from hvacdesk.domain.billing.accounting_export import ACCOUNTING_PROGRAM_NAMES, AccountingProgram
from hvacdesk.domain.billing.handover import (
    HandoverRun,
    HandoverSummary,
    NothingToHandOver,
    check_period,
)
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.services.billing.handover import BooksFile
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.file_writing import FileNotSaved, write_private
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import yen
from hvacdesk.ui.widgets.text import label


class BooksForm(FormDialog):
    """Every invoice and payment is handed over once; an earlier list can be had again."""

    def __init__(self, ctx: DeskContext, runs: Sequence[HandoverRun]) -> None:
        super().__init__(
            ctx, QCoreApplication.translate("BooksForm", "For the accounting program"), width=520
        )
        self._path = ""
        self._counted: tuple[str, str] | None = None
        about = self.tr(
            "Invoices and payments of these days that the books do not have yet go into a file, with names. "
            "What was taken back since goes into it the other way round."
        )
        self.form.column.addWidget(label(about, "muted", wrap=True))
        self.program = code_choice(ctx.words, ACCOUNTING_PROGRAM_NAMES)
        self.form.add("program", self.tr("Program"), self.program)
        self.what = QComboBox()
        self.what.addItem(self.tr("What the books do not have yet"), "")
        for run in runs:
            told = self.tr("The list of {moment} again").format(moment=moment_text(run.at, ctx.today()))
            self.what.addItem(told, run.run)
        self.form.add("what", self.tr("Which list"), self.what)
        before = ctx.today().replace(day=1) - timedelta(days=1)
        self.first, self.last = (DateField(ctx.today(), any_past=True) for _ in range(2))
        self.first.set_iso(before.replace(day=1).isoformat())
        self.last.set_iso(before.isoformat())
        self.form.add("first", self.tr("From"), self.first)
        self.form.add("last", self.tr("to"), self.last)
        self.told = label("", "muted", wrap=True)
        self.form.column.addWidget(self.told)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Choose where to save it"))
        self._reader = background.Reader(self)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._tell)
        self.what.currentIndexChanged.connect(lambda _at: self._arm())
        self.program.currentIndexChanged.connect(lambda _at: self._tell())
        self.watch()
        self.keep_draft("books", "office", "billing", tab="payments", books="yes")
        self.fit(540, 500)
        self._tell()

    def save(self) -> None:
        """Ask where the file goes first, once the days are right and there is something to hand over."""
        if self._path:
            super().save()
            return
        self.clear_errors()
        if self.what.currentData():
            self._ask_file()
            return
        try:
            first, last = self._period()
        except InvalidInput as error:
            self.show_failure(error)
            return
        ctx = self.ctx

        def read(found: HandoverSummary) -> None:
            if found.entries:
                self._ask_file()
            else:
                self.show_failure(NothingToHandOver())

        background.ask(self, lambda: ctx.office.books_handover.summary(ctx.actor, first, last)).then(
            read
        ).otherwise(self.show_failure)

    def _period(self) -> tuple[str, str]:
        """The days as they are typed. Raises :class:`InvalidInput`, naming the field."""
        return check_period(self.first.iso("first"), self.last.iso("last"), self.ctx.today())

    def _ask_file(self) -> None:
        name = self.tr("accounting {day}.csv").format(day=self.ctx.today().isoformat())
        choose_new_file(self, self.tr("For the accounting program"), name, "CSV (*.csv)", self.save_to)

    def save_to(self, path: str) -> None:
        """Make the list and write it."""
        self._path = path
        try:
            super().save()
        finally:
            self._path = ""

    def collect(self) -> Callable[[], object]:
        ctx, path, run = self.ctx, Path(self._path), self.what.currentData()
        program = AccountingProgram(self.program.currentData())
        first, last = self.first.iso("first"), self.last.iso("last")

        def work() -> BooksFile:
            books = ctx.office.books_handover
            if run:
                made = books.again(ctx.actor, program, run)
            else:
                made = books.export(ctx.actor, program, first, last)
            try:
                write_private(path, made.content)
            except FileNotSaved:
                books.not_written(ctx.actor, made)
                raise
            return made

        return work

    def _arm(self) -> None:
        new = not self.what.currentData()
        self.first.setEnabled(new)
        self.last.setEnabled(new)
        self._tell()

    def _tell(self) -> None:
        """Say what the list would hold, and at its field what is wrong with a day.

        Of a period that reaches past today it is said how much there is until today.
        """
        self.clear_errors()
        self._counted = None
        if self.what.currentData():
            self.told.setText("")
            return
        ctx, today = self.ctx, self.ctx.today()
        begin, end, late = self.first.day(), self.last.day(), False
        try:
            self._period()
        except InvalidInput as error:
            self.form.show_invalid(error)
            late = begin is not None and end is not None and begin <= today < end
            if not late:
                self.told.setText(self.tr("Once the days are right, it is said here what the list holds."))
                return
        if begin is None or end is None:
            return
        self._counted = first, last = begin.isoformat(), min(end, today).isoformat()
        self._reader.read(lambda: ctx.office.books_handover.summary(ctx.actor, first, last)).then(
            partial(self._say, first, last, late)
        ).otherwise(self.show_failure)

    def _say(self, first: str, last: str, until_today: bool, found: HandoverSummary) -> None:
        if (first, last) != self._counted:
            return  # other days or another list were chosen meanwhile
        invoices = self.tr("%n invoice(s), {yen}", "", found.invoices).format(yen=yen(found.invoiced_yen))
        payments = self.tr("%n payment(s), {yen}", "", found.payments).format(yen=yen(found.received_yen))
        said = f"{invoices} · {payments}"
        if not found.entries:
            said = self.ctx.words(NothingToHandOver.what)
        elif until_today:
            said = self.tr("Until today: {counted}").format(counted=said)
        if found.before:
            late = self.tr(
                "%n more of earlier days, the first of {day}, are not in the books. Change “From” to hand "
                "them over as well.",
                "",
                found.before,
            )
            said = f"{said}\n{late.format(day=day_text(found.before_from))}"
        self.told.setText(said)


def open_books(owner: QWidget, ctx: DeskContext) -> None:
    """Read what was handed over, and open the form."""
    background.ask(owner, lambda: ctx.office.books_handover.runs(ctx.actor)).then(partial(_open, ctx))


def _open(ctx: DeskContext, runs: Sequence[HandoverRun]) -> None:
    form = BooksForm(ctx, runs)
    form.saved.connect(
        lambda made: ctx.notify(
            QCoreApplication.translate(
                "BooksForm",
                "%n entries are in the file, with names. Delete it when the program has read it.",
                None,
                made.entries,
            )
        )
    )
    form.open()
