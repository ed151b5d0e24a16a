"""Small questions about invoices: what share a deposit asks for, and whether one is made void."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.billing.estimates import EstimateRow
from hvacdesk.domain.billing.invoices import INVOICE_KIND_NAMES, InvoiceDetail, InvoiceKind, InvoiceRow
from hvacdesk.domain.billing.money import share_told
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.services.billing.invoices import SHARES, USUAL_SHARE
from hvacdesk.ui import background
from hvacdesk.ui.billing.carried_on import carried_text
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.estimates import awaited_estimates, awaited_text


class ShareForm(FormDialog):
    """Deposit or part invoice, and what percentage of the whole it asks for.

    Args:
        percent: of the whole, as it was agreed on; 0 where it was not.

    Signals:
        saved(invoice): the draft's record id.
    """

    def __init__(self, ctx: DeskContext, job: str, kind: InvoiceKind, percent: int = 0) -> None:
        super().__init__(ctx, QCoreApplication.translate("ShareForm", "Deposit or part invoice"), width=440)
        self._job = job
        names = {one: INVOICE_KIND_NAMES[one] for one in (InvoiceKind.DEPOSIT, InvoiceKind.PART)}
        self.kind = code_choice(ctx.words, names)
        choose(self.kind, kind)
        self.form.add("kind", self.tr("Kind"), self.kind)
        self.percent = QLineEdit(str(percent or USUAL_SHARE))
        self.form.add(
            "percent",
            self.tr("Percent of the whole"),
            self.percent,
            hint=self.tr(
                "The sum can be changed in the draft: the invoice then names the percentage that it is, or "
                "none. The final invoice takes it off."
            ),
        )
        self.told = label("", "strong", wrap=True)
        self.form.column.addWidget(self.told)
        self._add_awaited()
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Make the draft"))
        self._reader = background.Reader(self)
        self.percent.textChanged.connect(lambda _text: self._tell())
        self.watch()
        self.keep_draft("invoice_share", job, "schedule", job=job, share="yes")
        self.fit(520, 400)
        self._tell()

    def _add_awaited(self) -> None:
        """Say, once it is read, that an issued estimate waits for its answer, and lead to noting it."""
        self._accepted = ""
        self.awaited = label("", wrap=True)
        self.accept_button = button(self.tr("Note the acceptance…"), self._accept, kind="link")
        self.form.column.addWidget(self.awaited)
        self.form.column.addWidget(self.accept_button, 0, Qt.AlignmentFlag.AlignLeft)
        for told in (self.awaited, self.accept_button):
            told.hide()
        ctx, job = self.ctx, self._job
        background.Reader(self).read(lambda: awaited_estimates(ctx, job)).then(self._say_awaited).otherwise(
            lambda _error: None  # making the draft says what is wrong
        )

    def _say_awaited(self, rows: Sequence[EstimateRow]) -> None:
        self._accepted = rows[0].estimate if len(rows) == 1 else ""
        self.awaited.setText(awaited_text(self.ctx, rows))
        self.awaited.setVisible(bool(rows))
        self.accept_button.setVisible(bool(self._accepted) and self.ctx.actor.may(Permission.EDIT_JOBS))
        if rows:  # it is no use below the edge
            self.fit(520, 560)

    def _accept(self) -> None:
        """Close this, whose sum is of before the acceptance, and open the form for that."""
        if self.has_to_stay():
            return
        ctx, job, estimate = self.ctx, self._job, self._accepted
        self.reject()
        ctx.navigate("schedule", job=job, accepted=estimate)

    def _percent(self) -> int:
        percent = number_of(self.percent.text().replace("%", "").replace("％", ""), int, "percent")
        if percent is None:
            raise Missing("percent")
        check_range("percent", percent, *SHARES)
        return percent

    def _tell(self) -> None:
        """Say of which whole it is a share, and what that comes to; half typed it comes to nothing yet."""
        try:
            percent = self._percent()
        except InvalidInput:
            self._reader.drop()
            self.told.setText("")
            return
        ctx, job = self.ctx, self._job
        self._reader.read(lambda: ctx.office.invoices.share(ctx.actor, job, percent, ctx.words)).then(
            lambda found: self._say(percent, *found)
        ).otherwise(lambda _error: self.told.setText(""))  # making the draft says what is wrong

    def _say(self, percent: int, whole: InvoiceSums, share: InvoiceSums) -> None:
        if not whole.gross:
            self.told.setText(self.tr("The work has no price yet: enter the sum in the draft."))
            return
        said = self.tr("The whole: {whole} with tax. Of this: {share}")
        told = share_told(whole, share, percent, self.ctx.words, yen)
        self.told.setText(said.format(whole=yen(whole.gross), share=told))

    def collect(self) -> Callable[[], object]:
        percent = self._percent()
        ctx, job, kind = self.ctx, self._job, InvoiceKind(self.kind.currentData())
        return lambda: ctx.office.invoices.draft(ctx.actor, job, kind, ctx.words, percent=percent)


class VoidForm(FormDialog):
    """Asks before an invoice is made void.

    Args:
        in_books: whether the accounting program was handed it.
        warned: what else comes of it, see :func:`void_warnings`.
    """

    def __init__(
        self, ctx: DeskContext, row: InvoiceRow, *, in_books: bool = False, warned: Sequence[str] = ()
    ) -> None:
        title = QCoreApplication.translate("VoidForm", "Make invoice {number} void")
        super().__init__(ctx, title.format(number=row.number), width=460)
        self._row = row
        about = self.tr(
            "It asks for nothing any more, and the job is to bill again, unless it was billed elsewhere. "
            "Number and document are kept. If the customer has it already, tell them, or make a credit "
            "note instead."
        )
        self.form.column.addWidget(label(about, wrap=True))
        if in_books:
            self.form.column.addWidget(label(out_of_books(), wrap=True))
        for one in warned:
            self.form.column.addWidget(label(one, wrap=True, tone="warn"))
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Make it void"))
        self.fit(480, (340 if in_books else 240) + 80 * len(warned))

    def collect(self) -> Callable[[], object]:
        ctx, invoice = self.ctx, self._row.invoice
        return lambda: ctx.office.invoices.void(ctx.actor, invoice)


def void_warnings(detail: InvoiceDetail) -> list[str]:
    """What comes of making it void that somebody may not think of."""
    translate, row, said = QCoreApplication.translate, detail.row, []
    if InvoiceKind.CREDIT in detail.waiting:
        waits = translate(
            "VoidForm", "The draft of a credit note about {number} waits: nothing comes of it then."
        )
        said.append(waits.format(number=row.number))
    if set(detail.waiting) - {InvoiceKind.CREDIT}:
        waits = translate(
            "VoidForm", "A draft that is to take the place of {number} waits: nothing comes of it then."
        )
        said.append(waits.format(number=row.number))
    if detail.again_yen is not None:
        again = translate(
            "VoidForm",
            "The job is billed again with what is known at the job: {again}, and not with the {yen} of this "
            "invoice. If that was agreed on, change the sum in the next draft.",
        )
        asked = row.sums.gross + sum(one.gross for one in detail.earlier)
        said.append(again.format(again=yen(detail.again_yen), yen=yen(asked)))
    if carried := carried_text(detail.carried_on):
        said.append(carried)
    return said


def out_of_books() -> str:
    """What is said of an invoice that the accounting program has, before it stands no longer."""
    return QCoreApplication.translate(
        "InvoiceForms",
        "The accounting program has it. The next hand-over takes it out of the books by an entry the other "
        "way round, of the day on which it ends.",
    )
