"""Handing over to the accounting program: which program, which days, and where the file goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from hvacdesk.domain.billing.accounting_export import ACCOUNTING_PROGRAM_NAMES, AccountingProgram
from hvacdesk.domain.billing.handover import (
    HandedOverUnsaved,
    HandoverRun,
    HandoverSummary,
    NothingToHandOver,
    check_period,
)
from hvacdesk.domain.errors import InvalidInput, UserFacingError
from hvacdesk.domain.exchange.saved_files import FileNotSaved
from hvacdesk.services.billing.handover import BooksFile
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.moments import moment_text
from hvacdesk.ui.outside_files import made_for, write_outside
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.file_choice import choose_new_file
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.numbers import gross, yen
from hvacdesk.ui.widgets.text import label


class BooksForm(FormDialog):
    """Every invoice and payment is handed over once; an earlier list can be had again."""

    def __init__(self, ctx: DeskContext, runs: Sequence[HandoverRun], proposed: tuple[date, date]) -> None:
        """It begins with the program of the last list, and with the days that the books lack."""
        super().__init__(
            ctx, QCoreApplication.translate("BooksForm", "For the accounting program"), width=620
        )
        self._path = ""
        self._counted: tuple[str, str] | None = None
        self._own_days: tuple[str, str] | None = None  # of a new list, while an earlier one shows its own
        about = self.tr(
            "Invoices and payments of these days that the books do not have yet go into a file, with names. "
            "What they have and was taken back on these days goes into it the other way round."
        )
        dated = self.tr(
            "Each entry bears the day of issue, not that of delivery, by which sales count: the delivery "
            "stands in its text. At the year's end check the invoices around it. What was taken back bears "
            "the day on which it was. Deposit and part invoices go as received in advance (前受金) and "
            "become sales with the final invoice."
        )
        self.form.column.addWidget(label(about, "muted", wrap=True))
        self.form.column.addWidget(label(dated, "muted", wrap=True))
        self.program = code_choice(ctx.words, ACCOUNTING_PROGRAM_NAMES)
        if runs:
            choose(self.program, runs[0].program)
        self.form.add("program", self.tr("Program"), self.program)
        self.what = QComboBox()
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.addItem(self.tr("What the books do not have yet"), "")
        self._runs: dict[str, HandoverRun] = {}
        self._unsaved_list: tuple[AccountingProgram, str, str] | None = None  # it may be handed over, no file
        self._take_runs(runs)
        self.form.add("what", self.tr("Which list"), self.what)
        self.first, self.last = (DateField(ctx.today(), past=True) for _ in range(2))
        self.first.set_iso(proposed[0].isoformat())
        self.last.set_iso(proposed[1].isoformat())
        self.form.add("first", self.tr("From"), self.first)
        self.form.add("last", self.tr("to"), self.last)
        self.told = label("", "muted", wrap=True)
        self.form.column.addWidget(self.told)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Choose where to save it"))
        self._reader, self._looker = background.Reader(self), background.Reader(self)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._tell)
        self.what.currentIndexChanged.connect(lambda _at: self._arm())
        self.program.currentIndexChanged.connect(lambda _at: self._tell())
        self.watch()
        self.keep_draft("books", "office", "billing", tab="payments", books="yes")
        self.fit(640, 640)
        self._tell()

    def typed(self) -> Typed | None:
        """Nothing where an earlier list is chosen: it has its own days."""
        return None if self.what.currentData() else super().typed()

    def doubt(self) -> None:
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
        books, actor = self.ctx.office.books_handover, self.ctx.actor

        def read(found: tuple[Sequence[HandoverRun], HandoverSummary]) -> None:
            runs, summary = found
            if self._offer_unsaved(self._take_runs(runs)):
                return
            if summary.entries:
                self._ask_file()
            else:
                self._tell()
                self.show_failure(NothingToHandOver())

        background.ask(self, lambda: (books.runs(actor), books.summary(actor, first, last))).then(
            read
        ).otherwise(self.show_failure)

    def ask_about(self, error: UserFacingError) -> bool:
        """Look what the books have by now, where a list may count as handed over without its file."""
        if isinstance(error, FileNotSaved) or error.may_be_done:
            self.draft.release()  # what is saved next is another list, or this one again
            self.draft.keep_again()
            ctx = self.ctx
            if not self.what.currentData():
                first, last = self._period()
                self._unsaved_list = AccountingProgram(self.program.currentData()), first, last
            self._looker.read(lambda: ctx.office.books_handover.runs(ctx.actor)).then(
                lambda runs: self._offer_unsaved(self._take_runs(runs))
            ).otherwise(lambda _error: None)
        return False

    def _take_runs(self, runs: Sequence[HandoverRun]) -> tuple[HandoverRun, ...]:
        """Offer the lists that were handed over, the newest first; returns those that were not known."""
        new = tuple(run for run in runs if run.run not in self._runs)
        self._runs = {run.run: run for run in runs}
        for at in reversed(range(self.what.count())):
            if self.what.itemData(at) not in ("", *self._runs):
                self.what.removeItem(at)  # it was taken back since, as one whose file could not be saved
        for at, run in enumerate(new, 1):
            told = self.tr("The list of {moment} again: %n entries, {invoiced} · {received}", "", run.entries)
            sums = {"invoiced": gross(run.invoiced_yen), "received": self._received(run)}
            told = told.format(moment=moment_text(run.at, self.ctx.today()), **sums)
            self.what.insertItem(at, " · ".join((told, *self._differing(run))), run.run)
        return new

    def _offer_unsaved(self, new: Sequence[HandoverRun]) -> bool:
        """Choose the list that was handed over without its file, if it was; whether there is one."""
        wanted = self._unsaved_list
        run = next((one for one in new if (one.program, one.first, one.last) == wanted), None)
        if run is None:
            return False
        self._unsaved_list = None
        self.what.setCurrentIndex(self.what.findData(run.run))
        moment = moment_text(run.at, self.ctx.today())
        self.show_failure(HandedOverUnsaved(moment=moment))
        return True

    def _period(self) -> tuple[str, str]:
        """The days as they are typed. Raises :class:`InvalidInput`, naming the field."""
        return check_period(self.first.iso("first"), self.last.iso("last"), self.ctx.today())

    def _ask_file(self) -> None:
        run = self._runs.get(self.what.currentData())
        days = (run.first, run.last) if run else self._period()
        name = (
            self.tr("accounting {program} {first} to {last} ({count}).csv")
            if (count := self._which(run, days)) > 1
            else self.tr("accounting {program} {first} to {last}.csv")
        )
        first, last = days
        name = name.format(program=self.program.currentText(), first=first, last=last, count=count)
        choose_new_file(self, self.tr("For the accounting program"), name, "CSV (*.csv)", self.save_to)

    def _which(self, run: HandoverRun | None, days: tuple[str, str]) -> int:
        """Which list of these days for the program it is, from 1: no two of them are offered one name."""
        program = run.program if run else AccountingProgram(self.program.currentData())
        alike = [one for one in self._runs.values() if (one.program, one.first, one.last) == (program, *days)]
        return len(alike) - alike.index(run) if run else len(alike) + 1  # the newest comes first

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
            made = made_for(
                path,
                lambda: (
                    books.again(ctx.actor, program, run)
                    if run
                    else books.export(ctx.actor, program, first, last)
                ),
            )
            write_outside(ctx.office, ctx.actor, path, made, lambda: books.not_written(ctx.actor, made))
            return made

        return work

    def _told_of(self, run: HandoverRun) -> str:
        told = self.tr(
            "Handed over for {program}, {first} to {last}: {invoiced} invoiced, {received} received."
        )
        told = told.format(
            program=self.ctx.words(ACCOUNTING_PROGRAM_NAMES[run.program]),
            first=day_text(run.first),
            last=day_text(run.last),
            invoiced=gross(run.invoiced_yen),
            received=self._received(run),
        )
        return "\n".join((told, *self._differing(run)))

    def _received(self, found: HandoverRun | HandoverSummary) -> str:
        """The payments' sum, and what of it is no money: the month's table has that apart."""
        if not found.set_off_yen:
            return yen(found.received_yen)
        told = self.tr("{yen} (of it {set_off} set off; {money} came in)")
        money = yen(found.received_yen - found.set_off_yen)
        return told.format(yen=yen(found.received_yen), set_off=yen(found.set_off_yen), money=money)

    def _differing(self, found: HandoverRun | HandoverSummary) -> Iterator[str]:
        if found.differences:
            told = self.tr("%n difference(s) of counted cash, {yen}", "", found.differences)
            yield told.format(yen=yen(found.differing_yen))

    def _arm(self) -> None:
        run = self._runs.get(self.what.currentData())
        if run is not None:
            choose(self.program, run.program)
        new = run is None
        if run is None:
            days, self._own_days = self._own_days, None
        else:
            self._own_days = self._own_days or (self.first.text(), self.last.text())
            days = day_text(run.first), day_text(run.last)
        for field, day in zip((self.first, self.last), days or (), strict=False):
            field.setText(day)
        self.first.setEnabled(new)
        self.last.setEnabled(new)
        self._tell()

    def _tell(self) -> None:
        """Say what the list would hold, and at its field what is wrong with a day.

        Of a period that reaches past today it is said how much there is until today.
        """
        self.clear_errors()
        self._counted = None
        if run := self._runs.get(self.what.currentData()):
            self.told.setText(self._told_of(run))
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
        invoices = self.tr("%n invoice(s), {yen}", "", found.invoices).format(yen=gross(found.invoiced_yen))
        payments = self.tr("%n payment(s), {yen}", "", found.payments).format(yen=self._received(found))
        said = " · ".join((invoices, payments, *self._differing(found)))
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
    """Read what was handed over and what waits, and open the form."""
    books, actor = ctx.office.books_handover, ctx.actor
    background.ask(owner, lambda: (books.runs(actor), books.proposed(actor))).then(
        lambda read: _open(ctx, *read)
    )


def _open(ctx: DeskContext, runs: Sequence[HandoverRun], proposed: tuple[date, date]) -> None:
    form = BooksForm(ctx, runs, proposed)
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
