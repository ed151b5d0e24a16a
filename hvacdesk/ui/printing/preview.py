"""Preview of freshly issued copies, and the way from there to the paper.

Copies are registered before they are seen. Whatever closes the preview without a print gives them up: what no
printer was sent leaves the register as a rule, and what may have come out is struck there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QPageLayout, QPageSize, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.papers.shown import Outdated, ShownPages
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES, CopyRow, IssuedOrder
from hvacdesk.domain.seats.seats import OfficePcBusy
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.services.papers.page_choice import chosen_pages
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.came_out import ask_what_came_out, copy_number
from hvacdesk.ui.printing.in_preview import note_preview
from hvacdesk.ui.printing.noting import note_printed
from hvacdesk.ui.printing.pile import Pile
from hvacdesk.ui.printing.printers import NoPrinter, PrinterStopped, Taken, print_pdf, printers
from hvacdesk.ui.printing.said_beside import SaidBeside
from hvacdesk.ui.printing.spool import spool
from hvacdesk.ui.printing.still_so import StillSo
from hvacdesk.ui.printing.striking import note_struck
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.failure import FailureLine
from hvacdesk.ui.widgets.text import label

A4 = QPageSize.PageSizeId.A4


def page_setup(printer: QPrinter, paper: QPageSize.PageSizeId = A4) -> None:
    """What every paper of ours starts from: upright, one side, one copy, black and white; usually A4."""
    printer.setPageSize(QPageSize(paper))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setCopyCount(1)


class PreviewDialog(Dialog):
    """Pages, then the system's print dialog, then the printer.

    Attributes:
        when_failed: called if the printer takes the job and drops it afterwards; None where nobody cares.
        paper: what the printer is to be fed with.
        usual_printer: the one that the print dialog opens with; empty for the system's.
        still_so: asks before printing whether what the pages show is still so; None where it always is.
        drawn_for: the pages as a printer of that name needs them; called off the window's thread.
        pile: the papers that are shown together; None for one alone, or where none can be left out.

    Signals:
        printed(printer): the printer took the job.
        given_up(): closed without printing.
        stopped(printer, pages): the printer took only so many pages.
    """

    printed = Signal(str)
    stopped = Signal(str, int)
    given_up = Signal()

    def __init__(
        self, pdf: bytes, document: str, parent: QWidget | None = None, *, title: str = "", note: str = ""
    ) -> None:
        """``document`` names the job in the printer's queue and holds no personal data."""
        super().__init__(title or document, parent, width=720)
        self._document = document
        self.paper = A4
        self.usual_printer = ""
        self.drawn_for: Callable[[str], bytes] = lambda _printer: pdf
        self.still_so: StillSo | None = None
        self._pile: Pile | None = None
        self._done = False
        self._sent_once = False
        self.when_failed: Callable[[], object] | None = None
        self._failure = FailureLine(self.body, at=0)  # below the pages it is under the edge of a small screen
        self.beside = SaidBeside(pdf)
        if note:
            self.beside.say(note, "muted")
        self._added = label("", "muted", wrap=True)
        self.pages = self.beside.pages
        self.body.addWidget(self.beside, 1)
        self.busy = Busy(self.tr("Sending to the printer"), cancellable=False)
        self.body.addWidget(self.busy)
        self.set_primary(self.tr("Print"), self.choose_printer).setToolTip(
            QKeySequence(QKeySequence.StandardKey.Print).toString(QKeySequence.SequenceFormat.NativeText)
        )
        self.add_secondary(self.tr("Do not print"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.choose_printer)
        self.fit(940, 760)

    @property
    def sent_once(self) -> bool:
        """Whether the pages were ever on their way to a printer, whatever became of them there."""
        return self._sent_once

    @property
    def pile(self) -> Pile | None:
        return self._pile

    @pile.setter
    def pile(self, pile: Pile) -> None:
        pile.measure(self.pages.pages)
        self._pile = pile

    def leave_out(self, records: Collection[str]) -> None:
        """Print the other papers of the pile alone."""
        if self._pile is not None and self.still_so is not None:
            said = QCoreApplication.translate("PreviewDialog", "Not printed with the others: {numbers}")
            self.add_note(said.format(numbers=self._pile.called(records)))
            self._pile.leave_out(records)
            self.still_so.leave_out(records)

    def add_warning(self, text: str) -> None:
        """Say beside the pages, before everything else, what the person who prints them has to know first."""
        self.beside.add(label(text, wrap=True, tone="warn"), first=True)

    def add_note(self, text: str) -> None:
        """Say something beside the pages that came out only while they were shown, once."""
        said = (*self._added.text().splitlines(), *text.splitlines())
        self._added.setText("\n".join(dict.fromkeys(said)))
        self.beside.add(self._added)

    def choose_printer(self) -> None:
        """Open the system's print dialog, unless the pages are on their way already."""
        if self.primary is not None and not self.primary.isEnabled():
            return
        self._failure.clear()
        if not printers():
            self._show_failure(NoPrinter())
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self.usual_printer in printers():
            printer.setPrinterName(self.usual_printer)
        page_setup(printer, self.paper)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for unwanted in (
            QAbstractPrintDialog.PrintDialogOption.PrintToFile,
            QAbstractPrintDialog.PrintDialogOption.PrintSelection,
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies,
        ):
            dialog.setOption(unwanted, False)
        dialog.accepted.connect(lambda: self.send(printer))
        dialog.setModal(True)
        dialog.show()

    def send(self, printer: QPrinter, agreed: Sequence[Outdated] | None = None) -> None:
        """Print on the chosen printer what is still so by the office.

        Args:
            agreed: what was said of the pages, to be printed all the same; None while nothing was. The office
                is asked again, since it may have gone on changing while that was read.
        """
        if self.primary is not None:
            self.primary.setEnabled(False)
        still_so = self.still_so
        if still_so is None:
            self._print(printer)
            return

        def judge(found: Sequence[Outdated]) -> None:
            if self._done:
                return
            if set(found) <= set(agreed or ()):
                self._print(printer)
                return
            self._enable()
            still_so.ask(self, found, lambda: self.send(printer, found))

        def unanswered(error: UserFacingError) -> None:
            if self._done:
                return
            away = isinstance(error, (NoAnswer, OfficePcBusy))
            if away and agreed is not None:
                self._print(printer)
                return
            self._enable()
            if away:
                still_so.ask_unanswered(self, error, lambda: self.send(printer, ()))
            else:
                self._show_failure(error)

        background.ask(self, still_so.outdated).with_busy(self.busy).then(judge).otherwise(unanswered)

    def _print(self, printer: QPrinter) -> None:
        name = printer.printerName()
        self._sent_once = True
        if self.primary is not None:
            self.primary.setEnabled(False)
        background.ask(self, lambda: print_pdf(self._drawn(name), printer, self._document)).with_busy(
            self.busy
        ).then(lambda taken: self._sent(name, taken)).otherwise(lambda error: self._failed(error, name))

    def _drawn(self, printer: str) -> bytes:
        drawn, pages = self.drawn_for(printer), self._pile.pages if self._pile is not None else None
        return drawn if pages is None else chosen_pages(drawn, pages)

    def _sent(self, name: str, taken: Taken | None) -> None:
        if taken is None:
            self._enable()
            return
        spool.add(taken.job, self.when_failed)
        self._done = True
        self.printed.emit(name)
        self.accept()

    def _failed(self, error: UserFacingError, printer: str) -> None:
        if isinstance(error, PrinterStopped):
            self._done = True
            self.stopped.emit(printer, error.pages)
            self.accept()
            return
        self._enable()
        self._show_failure(error)

    def _enable(self) -> None:
        if self.primary is not None:
            self.primary.setEnabled(True)

    def _show_failure(self, error: UserFacingError) -> None:
        self._failure.show_error(error, self.choose_printer).retry_button.setFocus()

    # Qt's overrides

    def done(self, result: int) -> None:
        if not self._done:
            self._done = True
            self.given_up.emit()
        super().done(result)


def to_print(copies: int, pages: int = 0) -> str:
    """How many copies are printed, and on how many pages where some have several."""
    said = QCoreApplication.translate("WorkOrderPreview", "%n copy(ies) to print", "", copies)
    if pages in (0, copies):
        return said
    on = QCoreApplication.translate("WorkOrderPreview", "on %n page(s)", "", pages)
    return QCoreApplication.translate("WorkOrderPreview", "{copies} {pages}").format(copies=said, pages=on)


def captions(ctx: DeskContext, copies: Sequence[CopyRow], pages: int) -> tuple[str, ...]:
    """One caption a page; only where every copy is one page long can they be told apart."""
    if len(copies) != pages:
        return ()
    return tuple(ctx.words(PROFILE_NAMES[copy.profile]) for copy in copies)


class WorkOrderPreview(PreviewDialog):
    """The preview of issued work orders, which keeps the register of copies right."""

    def __init__(
        self,
        ctx: DeskContext,
        orders: Sequence[IssuedOrder],
        pdf: bytes,
        document: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        copies: list[CopyRow] = [copy for order in orders for copy in order.copies]
        super().__init__(
            pdf,
            document,
            parent or ctx.window,
            title=to_print(len(copies)),
            note=QCoreApplication.translate(
                "WorkOrderPreview",
                "Each copy has its own number and is printed once, on one side. Closed without printing, "
                "they leave the register; one that a backup may know stays there as “Not printed”. Since "
                "they are registered papers, they are not saved as PDF files.",
            ),
        )
        pages = self.pages.pages.pageCount()
        self.set_title(to_print(len(copies), pages))
        self._ctx = ctx
        self._all = tuple(copies)
        self.pile = self._printed = Pile({copy.copy: copy_number(copy) for copy in copies})
        self.pages.set_captions(captions(ctx, copies, pages))
        self.printed.connect(self._note_printed)
        self.given_up.connect(self._note_given_up)
        self.stopped.connect(self._note_stopped)
        self.when_failed = self._note_dropped
        note_preview(self, self._copies)
        self.still_so = StillSo(ctx, ShownPages(papers=self._copies))

    @property
    def _rows(self) -> tuple[CopyRow, ...]:
        return tuple(copy for copy in self._all if copy.copy in self._printed)

    @property
    def _copies(self) -> tuple[str, ...]:
        return self._printed.papers

    def leave_out(self, records: Collection[str]) -> None:
        """Strike them, too, as far as they wait to be printed."""
        super().leave_out(records)
        ctx, left = self._ctx, tuple(records)
        note_printed(
            ctx, self._document, lambda: ctx.office.work_orders.not_printed(ctx.actor, left), printed=False
        )

    def _note_printed(self, printer: str) -> None:
        message = self.tr("%n copy(ies) sent to the printer.", "", len(self._copies))
        ctx, rows = self._ctx, self._rows

        def told(_nothing: object) -> None:
            ctx.notify(
                message,
                lambda: ask_what_came_out(ctx, rows),
                action=QCoreApplication.translate("WorkOrderPreview", "Something missing?"),
            )

        self._register_printed(printer, told)

    def _note_stopped(self, printer: str, pages: int) -> None:
        """All of them count as out until somebody has looked into the tray."""
        ctx, rows, taken = self._ctx, self._rows, self._printed.came(pages)
        came = tuple(copy for copy in rows if copy.copy in taken)
        self._register_printed(printer, lambda _nothing: ask_what_came_out(ctx, rows, came))

    def _note_dropped(self) -> None:
        """The queue says that the job did not come out whole."""
        ctx, rows = self._ctx, self._rows
        ctx.notify(
            QCoreApplication.translate(
                "WorkOrderPreview", "The printer gave up on %n copy(ies). See what came out.", "", len(rows)
            ),
            lambda: ask_what_came_out(ctx, rows),
            action=QCoreApplication.translate("WorkOrderPreview", "Say what came out"),
        )

    def _register_printed(self, printer: str, then: Callable[[object], object]) -> None:
        ctx, copies = self._ctx, self._copies
        note_printed(
            ctx, self._document, lambda: ctx.office.work_orders.printed(ctx.actor, copies, printer), then
        )

    def _note_given_up(self) -> None:
        ctx, copies, rows, sent = self._ctx, self._copies, self._rows, self.sent_once
        struck = (
            self.tr("They are “Not printed” in the register now.")
            if sent
            else self.tr("Nothing was printed. A copy that stays in the register is “Not printed” there.")
        )
        note_struck(
            ctx,
            self._document,
            [lambda: ctx.office.work_orders.not_printed(ctx.actor, copies, sent=sent)],
            struck,
            ask=lambda: ask_what_came_out(ctx, rows),
        )
