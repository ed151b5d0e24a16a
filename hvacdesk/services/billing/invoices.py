"""Invoices of jobs or of a customer alone: drafted, issued once, sent, put right by credits and reissues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hvacdesk.documents.billing.invoices import draw_invoice
from hvacdesk.domain.billing.invoice_rules import (
    InvoiceIssuedAlready,
    InvoiceNotStanding,
    NotNotedSent,
    Stated,
    credit_of,
)
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    STANDING,
    BillingBasis,
    InvoiceDetail,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
    InvoiceRow,
    InvoiceState,
    WorkedOut,
)
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_range
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.allowed_numbers import note_allowed
from hvacdesk.services.billing import invoice_issuing as issuing
from hvacdesk.services.billing import invoice_pages as pages
from hvacdesk.services.billing import settling
from hvacdesk.services.billing.estimate_answers import accepted_of
from hvacdesk.services.billing.filed_invoices import shown
from hvacdesk.services.billing.invoice_drafting import (
    about_of,
    checked,
    earlier,
    first_record,
    former_due,
    recipient_of,
    require_billable,
    require_within_whole,
    seen_name,
    summed,
    told,
    whom,
    with_days_of,
    worked_out,
)
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice, own_version, version_of
from hvacdesk.services.permissions import needs
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import documents
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.customers import merging
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, Job

USUAL_SHARE = 30
"""Percent of the whole that a deposit invoice asks for, unless another share is chosen."""

LISTED_OF_CUSTOMER = 100
"""So many invoices of a customer are listed; all of them are found on the page of billing."""

_LOT = phrase("Billing", "lot")
SHARES = (1, 100)
"""Percent of the whole that a deposit or part invoice may ask for."""

_OF_ONE_JOB = frozenset({InvoiceKind.WHOLE, InvoiceKind.FINAL, *IN_ADVANCE})


class Invoices:
    """The invoices of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.SEE_BILLING)
    def of_job(self, actor: Actor, job: str) -> tuple[InvoiceRow, ...]:
        """A job's invoices and credit notes, the newest first: number, state and sum."""
        with self._workplace.reading() as session:
            return store.rows_of(session, store.of_jobs(session, (job_store.job(session, job),)))

    @needs(Permission.SEE_BILLING)
    def of_customer(self, actor: Actor, customer: str) -> tuple[InvoiceRow, ...]:
        """The newest :data:`LISTED_OF_CUSTOMER` of what a customer is asked for, with a job or without one.

        Raises :class:`RecordGone`, :class:`CustomerSuspended`.
        """
        with self._workplace.reading() as session:
            require_readable(session, f"customer:{customer}")
            rows = store.of_customer(session, customer_store.current(session, customer), LISTED_OF_CUSTOMER)
            return store.rows_of(session, rows)

    @needs(Permission.BILL)
    def detail(self, actor: Actor, invoice: str) -> InvoiceDetail:
        """One invoice with its lines; a draft with what it would come to now, and whom it would ask.

        Raises :class:`RecordGone`, :class:`CustomerSuspended`.
        """
        with self._workplace.reading() as session:
            require_readable(session, f"invoice:{invoice}")
            row = store.get(session, invoice)
            record, recipient = store.record_of(session, row), recipient_of(session, row)
            name = seen_name(session, actor, recipient.id)
            if row.state == InvoiceState.DRAFT:
                before = earlier(session, row.kind, store.jobs_of(session, row))
                shown = replace(
                    store.row_of(session, row),
                    customer=recipient.record_id,
                    sums=summed(self._workplace, session, record, before, about_of(session, row)),
                    version=version_of(self._workplace, session, row),
                )
                return replace(told(self._workplace, session, row, shown, record, name), earlier=before)
            filed = tuple(one.document for one in documents.of_invoice(session, row))
            issued = told(self._workplace, session, row, store.row_of(session, row), record, name)
            return replace(issued, earlier=store.earlier_of(row), documents=filed)

    @needs(Permission.SEE_BILLING)
    def kind_of_next(self, actor: Actor, job: str) -> InvoiceKind:
        """What the next invoice of a job most likely is: final after a deposit, deposit before the work."""
        with self._workplace.reading() as session:
            row = job_store.job(session, job)
            before = store.in_advance(session, row)
            if row.state in {JobState.DONE, JobState.INVOICED, JobState.PAID}:
                return InvoiceKind.FINAL if before else InvoiceKind.WHOLE
            return InvoiceKind.PART if before or row.state is JobState.CANCELLED else InvoiceKind.DEPOSIT

    @needs(Permission.SEE_BILLING)
    def basis(self, actor: Actor, job: str) -> BillingBasis:
        """Whom a job's invoices ask, and what the next one most likely is."""
        kind = self.kind_of_next(actor, job)
        with self._workplace.reading() as session:
            require_readable(session, f"job:{job}")
            row = job_store.job(session, job)
            agreed = accepted_of(session, row) if kind is InvoiceKind.DEPOSIT else None
            whole = store.whole_of(session, row)
            return BillingBasis(
                kind,
                seen_name(session, actor, whom(session, row).id),
                row.number,
                kind not in IN_ADVANCE,
                agreed.deposit_percent if agreed is not None else 0,
                "" if row.payer_id else row.client_contractor,
                row.state is JobState.CANCELLED,
                whole.number if whole is not None else "",
            )

    @needs(Permission.BILL)
    def share(self, actor: Actor, job: str, percent: int, words: Words) -> tuple[InvoiceSums, InvoiceSums]:
        """What all of a job's work comes to, and what a deposit or part invoice would ask for of it.

        Raises :class:`OutOfRange` for no percentage.
        """
        check_range("percent", percent, *SHARES)
        with self._workplace.reading() as session:
            row = job_store.job(session, job)
            whole = first_record(self._workplace, session, row, InvoiceKind.WHOLE, percent, words)
            part = first_record(self._workplace, session, row, InvoiceKind.DEPOSIT, percent, words)
            sums = (summed(self._workplace, session, one, ()) for one in (whole, part))
            return next(sums), next(sums)

    @needs(Permission.BILL)
    def draft(
        self, actor: Actor, job: str, kind: InvoiceKind, words: Words, *, percent: int = USUAL_SHARE
    ) -> str:
        """The job's draft: the one that there is, or a new one of this kind. Returns its record id.

        Args:
            percent: what share of the whole a deposit or part invoice asks for.

        Raises:
            InvoiceOfCancelledJob, WorkNotDone, BilledAlready, PartsAskedBefore: it cannot be billed so.
            EarlierTooLarge: with the deposit and part invoices before it, it asks for more than the whole.
            InvalidInput: a kind that is not of one job, or no share of a hundred.
        """
        if kind not in _OF_ONE_JOB:
            raise InvalidInput("kind")
        check_range("percent", percent, 1, 100)
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            if (there := store.draft_of(session, row)) is not None:
                return there.record_id
            require_billable(session, row, kind)
            record = first_record(self._workplace, session, row, kind, percent, words)
            if kind in IN_ADVANCE:
                asked_for = summed(self._workplace, session, record, ()).gross
                require_within_whole(self._workplace, session, row, asked_for, words)
            return self._add(session, actor, whom(session, row), (row,), record)

    @needs(Permission.BILL)
    def draft_free(self, actor: Actor, customer: str) -> str:
        """A new draft with an empty line for a customer and no job, such as parts sold; its record id.

        Raises :class:`RecordGone`, :class:`CustomerSuspended`.
        """
        day = self._workplace.today().isoformat()
        empty = (InvoiceLineRecord("", 1.0, "", 0),)
        record = InvoiceRecord(lines=empty, delivered_from=day, delivered_to=day)
        with self._workplace.transaction() as session:
            made = self._add(session, actor, customer_store.current(session, customer), (), record)
            merging.note_meant(session, customer, store.get(session, made))
            return made

    @needs(Permission.BILL)
    def worked_out(self, actor: Actor, invoice: str, record: InvoiceRecord) -> WorkedOut:
        """What a draft would come to if it said this; nothing is written. Raises :class:`InvalidInput`."""
        with self._workplace.reading() as session:
            return worked_out(self._workplace, session, store.get(session, invoice), record)

    @needs(Permission.BILL)
    def change(
        self,
        actor: Actor,
        invoice: str,
        version: int,
        record: InvoiceRecord,
        *,
        allow_number: bool = False,
    ) -> None:
        """Save a draft.

        Raises:
            InvoiceIssuedAlready: it has been issued.
            ChangedMeanwhile: somebody saved it since ``version`` was read, or what it depends on changed:
                whom it asks, what was asked for before, the office's rounding, letterhead or seal.
            InvalidInput: a line or date cannot be stored.
        """
        with self._workplace.transaction() as session:
            self._save(session, actor, self._draft(session, invoice, version), record, allow_number)

    @needs(Permission.BILL)
    def drop(self, actor: Actor, invoice: str, version: int) -> None:
        """Delete a draft, which has no number that would be missing. Raises as :meth:`change`."""
        with self._workplace.transaction() as session:
            row = store.get(session, invoice)
            if row.state != InvoiceState.DRAFT:
                raise InvoiceIssuedAlready
            if row.version != own_version(version):
                raise ChangedMeanwhile
            self._log(session, actor, Action.INVOICE_DROPPED, row)
            store.drop(session, row)

    @needs(Permission.BILL)
    def preview(
        self,
        actor: Actor,
        invoice: str,
        words: Words,
        record: InvoiceRecord | None = None,
        *,
        allow_number: bool = False,
        stated: Stated = Stated.NOTHING,
    ) -> bytes:
        """A draft's page, marked as a draft; it is not kept. Only what is printed of it is registered.

        Args:
            record: what it is to say when it is issued; it is not saved.
            stated: as for :meth:`issue`.

        Raises:
            InvoiceIssuedAlready, RecordGone, CustomerSuspended: there is no such draft to be seen.
            UserFacingError: with a record, what :meth:`issue` raises where it could not be issued so.
        """
        with self._workplace.transaction() as session:
            require_readable(session, f"invoice:{invoice}")
            row = store.get(session, invoice)
            if row.state != InvoiceState.DRAFT:
                raise InvoiceIssuedAlready
            self._log(session, actor, Action.INVOICE_SHOWN, row, fields=pages.shown_fields())
            self._follow(session, row)
            if record is None:
                page = issuing.as_saved(self._workplace, session, row, words)
            else:
                said = checked(self._workplace, session, row, record, allow_number=allow_number)
                page = issuing.as_it_would_be(self._workplace, session, row, said, words, stated)
            page = pages.as_issued_by(session, page, actor.account)
            letterhead = office_images.letterhead(session)
        return draw_invoice(pages.drawn_on(page, self._workplace.today()), words, letterhead)

    @needs(Permission.BILL)
    def issue(
        self,
        actor: Actor,
        invoice: str,
        version: int,
        words: Words,
        record: InvoiceRecord | None = None,
        *,
        allow_number: bool = False,
        stated: Stated = Stated.NOTHING,
    ) -> IssuedInvoice:
        """Issue a draft: it gets its number, is filed as it is, and is no longer changed.

        Number, state, the job's event and state, the filed page with its hash in the log, and the paper in
        the register are one step: if it breaks off, nothing of it remains.

        Args:
            record: what the draft is to say, if it is to be saved first, in the same step.
            stated: what a person says of what was billed elsewhere.

        Raises:
            BilledElsewhere: an invoice from elsewhere is noted at its job, and nothing is stated.
            InvoiceIssuedAlready, ChangedMeanwhile, InvalidInput: as for :meth:`change`.
            NothingToBill, DiscountTooLarge, EarlierTooLarge, CreditTooLarge: its sums cannot be.
            InvoiceOfCancelledJob, WorkNotDone, BilledAlready, PartsAskedBefore: it cannot be billed so.
            InvoiceNotStanding, InvoicePaidUpon: the invoice that it is about cannot be replaced any more.
        """
        with self._workplace.transaction() as session:
            row = self._draft(session, invoice, version)
            if record is not None:
                self._save(session, actor, row, record, allow_number)
            return issuing.issue(self._workplace, session, actor, row, words, stated)

    @needs(Permission.BILL)
    def document(self, actor: Actor, document: str, words: Words) -> bytes:
        """What was filed, byte for byte, to be looked at or printed again; logged as shown.

        What is void or replaced is marked as such on a copy: nobody takes it for what stands.

        Raises:
            RecordGone, CustomerSuspended: as they say.
            FiledPageDestroyed: it named a customer whose data was destroyed.
            FiledPageAltered: it is not what was issued, by its hash, that in the log, or its invoice's sums.
        """
        with self._workplace.transaction() as session:
            return shown(self._workplace, session, actor, document, words)

    @needs(Permission.BILL)
    def note_sent(self, actor: Actor, invoice: str) -> None:
        """Note that an issued invoice went to the customer today; of one that went before, the day stays.

        Raises :class:`InvoiceNotStanding`.
        """
        with self._workplace.transaction() as session:
            row = self._standing(session, invoice)
            if not row.sent_on:
                store.note_sent(row, self._workplace.today().isoformat())
                state = InvoiceState.SENT if row.state is InvoiceState.ISSUED else row.state
                settling.set_state(self._workplace, session, actor, row, state)

    @needs(Permission.BILL)
    def not_sent(self, actor: Actor, invoice: str) -> None:
        """Note that it did not go after all. Raises :class:`NotNotedSent`, :class:`CustomerSuspended`."""
        with self._workplace.transaction() as session:
            require_readable(session, f"invoice:{invoice}")
            row = store.get(session, invoice)
            if row.state is not InvoiceState.SENT:
                raise NotNotedSent
            store.note_sent(row, "")
            settling.set_state(self._workplace, session, actor, row, InvoiceState.ISSUED)

    @needs(Permission.BILL)
    def void(self, actor: Actor, invoice: str) -> None:
        """Let an invoice stand no longer, such as one for the wrong job; its number stays used.

        It is kept as it was filed. Its jobs are to be billed again.

        Raises:
            InvoiceNotStanding, InvoicePaidUpon, TakenOffLater: something came of it already.
            CustomerSuspended: the use of the customer's data is suspended.
        """
        with self._workplace.transaction() as session:
            require_readable(session, f"invoice:{invoice}")
            row = self._standing(session, invoice)
            issuing.require_untouched(session, row)
            if row.kind is InvoiceKind.CREDIT:
                raise InvoiceNotStanding
            issuing.end(self._workplace, session, actor, row, InvoiceState.VOID)

    @needs(Permission.BILL)
    def reissue(self, actor: Actor, invoice: str) -> str:
        """A draft that says the same and takes the invoice's place once it is issued; its record id.

        It keeps the day of payment that the invoice's page named, though that may be over. Raises
        :class:`InvoiceNotStanding`, :class:`InvoicePaidUpon`, :class:`TakenOffLater`.
        """
        with self._workplace.transaction() as session:
            row = self._standing(session, invoice)
            issuing.require_untouched(session, row)
            if row.kind is InvoiceKind.CREDIT:
                raise InvoiceNotStanding
            due_on = former_due(session, row, row.kind)
            again = replace(store.record_of(session, row), issue_on="", due_on=due_on)
            return self._about(session, actor, row, again)

    @needs(Permission.BILL)
    def credit(self, actor: Actor, invoice: str, words: Words) -> str:
        """A draft of a credit note that takes back what the invoice still asks for; its record id.

        Raises :class:`InvoiceNotStanding` of a draft, a credit note, and what was all taken back.
        """
        with self._workplace.transaction() as session:
            row = self._standing(session, invoice)
            left = store.left(session, row)
            if row.kind is InvoiceKind.CREDIT or not left:
                raise InvoiceNotStanding
            whole = not store.credits_of(session, row.number) and not store.earlier_of(row)
            part = sum(gross for _class, gross in left) < row.gross_yen
            label = issuing.taken_back(row.number, words, part=part)
            record = credit_of(store.record_of(session, row), left, label, words(_LOT), whole=whole)
            return self._about(session, actor, row, record)

    # Parts

    def _add(
        self,
        session: Session,
        actor: Actor,
        customer: Customer,
        jobs: Sequence[Job],
        record: InvoiceRecord,
        about: Invoice | None = None,
    ) -> str:
        number, closed_on = (about.number, about.closed_on) if about is not None else ("", "")
        made = store.add(session, customer, jobs, record, about=number, closed_on=closed_on)
        self._sum(session, made, record)
        self._log(session, actor, Action.INVOICE_DRAFTED, made)
        return made.record_id

    def _about(self, session: Session, actor: Actor, row: Invoice, record: InvoiceRecord) -> str:
        """A draft about an issued invoice: the one that there is, or a new one."""
        there = store.draft_about(session, row.number, credit=record.kind is InvoiceKind.CREDIT)
        if there is not None:
            return there.record_id
        customer = customer_store.by_key(session, row.customer_id)
        return self._add(session, actor, customer, store.jobs_of(session, row), record, about=row)

    def _save(
        self, session: Session, actor: Actor, row: Invoice, record: InvoiceRecord, allow_number: bool
    ) -> None:
        changes = record.kind is not row.kind
        if changes and (row.about or not row.jobs or not {record.kind, row.kind} <= _OF_ONE_JOB):
            raise InvalidInput("kind")
        record = with_days_of(about_of(session, row), record)
        said = checked(self._workplace, session, row, record, allow_number=allow_number)
        store.save(session, row, said)
        session.flush()
        self._sum(session, row, said)
        self._log(session, actor, Action.INVOICE_CHANGED, row)
        if allow_number:
            again = partial(checked, self._workplace, session, row, record, allow_number=False)
            note_allowed(self._workplace, session, actor, f"invoice:{row.record_id}", again)

    def _sum(self, session: Session, row: Invoice, record: InvoiceRecord) -> None:
        before = earlier(session, record.kind, store.jobs_of(session, row))
        sums = summed(self._workplace, session, record, before, about_of(session, row))
        store.note_sums(row, sums, before)

    def _draft(self, session: Session, invoice: str, version: int) -> Invoice:
        row = store.get(session, invoice)
        if row.state != InvoiceState.DRAFT:
            raise InvoiceIssuedAlready
        if version_of(self._workplace, session, row) != version:
            raise ChangedMeanwhile
        self._follow(session, row)
        return row

    def _follow(self, session: Session, row: Invoice) -> None:
        """Let a draft ask whom its job names by now, for what it comes to now."""
        store.note_asked(row, recipient_of(session, row))
        session.flush()
        self._sum(session, row, store.record_of(session, row))

    def _standing(self, session: Session, invoice: str) -> Invoice:
        row = store.get(session, invoice)
        if row.state not in STANDING:
            raise InvoiceNotStanding
        return row

    def _log(
        self, session: Session, actor: Actor, action: Action, row: Invoice, fields: Sequence[str] = ()
    ) -> None:
        self._workplace.record(
            session,
            actor,
            action,
            f"invoice:{row.record_id}",
            number=row.number,
            invoice_kind=row.kind,
            invoice_state=row.state,
            fields=list(fields),
        )
