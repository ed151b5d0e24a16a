"""One invoice of another program: which jobs it is for, as a person decides, and when it was paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.billing.invoices import NO_NAME
from hvacdesk.domain.billing.outside_doubts import KnownJob, OutsideReason
from hvacdesk.domain.billing.outside_matching import (
    DoubtedMeanwhile,
    OutsideProposal,
    OutsideProposals,
)
from hvacdesk.domain.errors import Missing, UserFacingError
from hvacdesk.domain.jobs.job_numbers import numbers_between
from hvacdesk.ui.billing.outside_words import paid_text, reasons_text
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.widgets.adding_choice import AddingChoice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.numbers import gross, yen
from hvacdesk.ui.widgets.save_question import SaveQuestion
from hvacdesk.ui.widgets.text import label


class OutsideInvoiceForm(FormDialog):
    """The proposed job is in the field; others are typed over it, or chosen from those that wait."""

    def __init__(self, ctx: DeskContext, proposal: OutsideProposal, found: OutsideProposals) -> None:
        told = proposal.invoice
        title = QCoreApplication.translate("OutsideInvoiceForm", "Invoice {number}")
        super().__init__(ctx, title.format(number=told.number), width=480)
        self._proposal, self._found = proposal, found
        self._shown = proposal.reasons
        sum_ = yen(told.yen) if told.yen is not None else ""
        self.form.column.addWidget(
            label("  ".join(filter(None, (told.customer, sum_, told.subject))), wrap=True)
        )
        why = self.tr("Payment in the file: {paid}. {reasons}").format(
            paid=paid_text(told, ctx.words), reasons=reasons_text(proposal.reasons, ctx.words)
        )
        self.form.column.addWidget(label(why, wrap=True, tone="" if proposal.certain else "warn"))
        self.jobs = QLineEdit(" ".join(found.jobs[one].number for one in proposal.jobs))
        self.form.add(
            "jobs",
            self.tr("Jobs that it is for"),
            self.jobs,
            required=True,
            hint=self.tr("Their numbers; several for an invoice that asks for several jobs."),
        )
        self.chosen = label("", wrap=True)
        self.form.column.addWidget(self.chosen)
        self.jobs.textChanged.connect(lambda _text: self._tell())
        self.waiting = AddingChoice(self.tr("Choose what is added"))
        for one in self._offered():
            self.waiting.addItem(self._job_line(one), one.number)
        self.waiting.picked.connect(self._add)
        self.form.add("waiting", self.tr("Done and not billed"), self.waiting)
        self.issued = DateField(ctx.today(), mostly_past=True)
        self.issued.set_iso(told.issued_on)
        self.form.add("issued_on", self.tr("Day of the invoice"), self.issued)
        self.settled = DateField(ctx.today(), past=True)
        self.settled.set_iso(told.settled_on)
        self.form.add(
            "settled_on",
            self.tr("Paid in full on"),
            self.settled,
            hint=self.tr("Empty while something is open. How long data is kept is counted from these days."),
        )
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Take it over"))
        self._tell()
        self.watch(without=("waiting",))
        self.fit(500, 560)
        self.jobs.setFocus()

    def _offered(self) -> list[KnownJob]:
        """The jobs to choose from: the likely ones, then all that wait for an invoice."""
        likely = [self._found.jobs[one] for one in self._proposal.candidates]
        others = [one for one in self._found.jobs.values() if one.unbilled and one not in likely]
        return [*likely, *sorted(others, key=lambda one: one.number, reverse=True)]

    def _tell(self) -> None:
        """Say below the numbers whose jobs they are, so that the file's name is compared with theirs."""
        known = {job.number: job for job in self._found.jobs.values()}
        told = [
            self._job_line(known[number]) for number in numbers_between(self.jobs.text()) if number in known
        ]
        self.chosen.setText("\n".join(told))
        self.chosen.setVisible(bool(told))

    def _job_line(self, job: KnownJob) -> str:
        name = self._found.names.get(job.payer, NO_NAME).text
        sum_ = gross(job.agreed_yen) if job.agreed_yen is not None else ""
        return "  ".join(filter(None, (job.number, name, day_text(job.done_on), sum_)))

    def _add(self, number: str) -> None:
        """Put the number of the chosen job into the field."""
        if number not in numbers_between(self.jobs.text()):
            self.jobs.setText(f"{self.jobs.text()} {number}".strip())

    def said_of_save(self) -> str:
        return self.tr("The invoice is noted at its jobs.")

    def collect(self) -> Callable[[], object]:
        ctx, mark = self.ctx, self._found.mark
        numbers = numbers_between(self.jobs.text())
        if not numbers:
            raise Missing("jobs")
        taken = replace(
            self._proposal.taken(),
            issued_on=self.issued.iso("issued_on"),
            settled_on=self.settled.iso("settled_on"),
        )
        outside, shown = ctx.office.outside_invoices, self._shown

        def save() -> object:
            jobs = outside.jobs_numbered(ctx.actor, numbers)
            return outside.confirm(ctx.actor, mark, [replace(taken, jobs=jobs)], shown)

        return save

    def ask_about(self, error: UserFacingError) -> bool:
        """Ask about what was not shown yet: of a job that was typed, or since the file was read."""
        if not isinstance(error, DoubtedMeanwhile):
            return False
        reasons = frozenset(map(OutsideReason, error.reasons))
        said = self.tr("This speaks against it: {reasons}. The log notes who decides.")
        question = SaveQuestion(
            self.tr("Take it over all the same?"),
            said.format(reasons=reasons_text(reasons, self.ctx.words)),
            self.tr("Look again"),
            self.tr("Take it over all the same"),
            about=self.jobs,
        )
        self.ask_first(question, lambda: self._decide(reasons))
        return True

    def _decide(self, reasons: frozenset[OutsideReason]) -> None:
        """Save in spite of what was just shown."""
        self._shown |= reasons
        self.save()
