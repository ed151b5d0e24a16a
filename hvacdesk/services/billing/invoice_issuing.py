"""Issuing an invoice, within a transaction: its number, its page, its place in the file, and what follows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from hvacdesk.documents.billing.invoices import draw_invoice
from hvacdesk.domain.billing.invoice_rules import (
    NEVER_ASKED_ELSEWHERE,
    AboutNotStanding,
    BilledElsewhere,
    InvoiceNotStanding,
    InvoicePaidUpon,
    IssueDayBefore,
    IssueDayBeforeClosing,
    Stated,
    TakenOffLater,
    check_credit,
    check_sums,
    check_work_over,
)
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    STANDING,
    WHOLE_WORK,
    DocumentKind,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoicePaper,
    InvoiceRecord,
    InvoiceState,
    invoice_number,
)
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperRow
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words, english, phrase
from hvacdesk.services.billing import settling
from hvacdesk.services.billing.estimate_answers import accepted_of
from hvacdesk.services.billing.invoice_drafting import (
    about_of,
    checked,
    done_on,
    due_day,
    earlier,
    elsewhere_of,
    recipient_of,
    require_billable,
    require_within_whole,
    shared_sums,
    shares_told,
    summed,
)
from hvacdesk.services.billing.invoice_pages import (
    before_taken_off,
    corrects,
    invoice_paper,
    shown_fields,
)
from hvacdesk.services.jobs.job_events import move_job
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import counters
from hvacdesk.store.billing import advances, as_issued, balances, billed_elsewhere, documents, terms
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, Job

_SERIES = {True: "credit note", False: "invoice"}
_VERSIONS = 1_000_000
"""More than one draft is saved; what it depends on is told above that."""

_TAKEN_BACK = phrase("Billing", "Invoice {number} taken back")
_PART_TAKEN_BACK = phrase("Billing", "Invoice {number} taken back in part")
_OWN_PART = frozenset({"row", "record", "earlier", "whole", "corrected"})
"""What of a page is the draft's own: its version tells of that, and its sums are worked out again."""


class OnlySeen(Exception):
    """Pages were made from what is not to be kept: it goes back with its transaction."""


@dataclass(frozen=True)
class IssuedInvoice:
    """An invoice that was just issued: its page as it was filed, and its line in the register of papers.

    Attributes:
        page: what it shows, to be drawn beside others in one file.
    """

    invoice: str
    number: str
    document: str
    paper: PaperRow
    pdf: bytes = field(repr=False)
    page: InvoicePaper = field(repr=False)


def issue(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Invoice,
    words: Words,
    stated: Stated = Stated.NOTHING,
) -> IssuedInvoice:
    """Issue a draft. Whatever fails, nothing of it remains, and no number is used up.

    Args:
        stated: what a person said of what was billed elsewhere.
    """
    jobs, about = store.jobs_of(session, row), _about(session, row)
    stored = store.record_of(session, row)
    record = checked(workplace, session, row, stored, allow_number=True)
    record = lines_told(workplace, session, row, record, words)
    if record.lines != stored.lines:
        store.save(session, row, record)
        session.flush()
    day = record.dated(workplace.today())
    credit = record.kind is InvoiceKind.CREDIT
    sums, before = _issuable(workplace, session, row, record, words, stated)
    store.note_sums(row, sums, before)
    rounding = about.rounding if credit and about is not None else terms.facts(session).rounding
    customer = customer_store.by_key(session, row.customer_id)
    due_on = due_day(workplace, session, row, record, customer, jobs, day)
    balances.note(row, balances.of(session, customer, row, about))
    number = invoice_number(day.year, counters.take(session, f"{_SERIES[credit]} {day.year}"), record.kind)
    store.issue(row, number, on=day.isoformat(), due_on=due_on, by=actor.account, rounding=rounding)
    if credit and about is not None and about.kind in IN_ADVANCE:
        store.note_sold_by(row, advances.sold_by(session, about))
    session.flush()
    if about is not None and not credit:
        require_untouched(session, about)
        other = invoice_paper(session, row, customer, jobs, about, "").corrected
        ended = InvoiceState.CORRECTED if other else InvoiceState.REPLACED
        end(workplace, session, actor, about, ended)
        session.flush()
    balances.note_account(session, row, customer, about)
    needed = bool(_to_be_asked(session, row, jobs))
    doubts = [stated.value] if needed and stated is not Stated.NOTHING else []
    issued = _file(workplace, session, actor, row, customer, jobs, about, words, doubts)
    _tell_jobs(workplace, session, actor, row, jobs)
    if credit and about is not None:
        _set_off(workplace, session, actor, row, about)
    elif not row.open_yen and not record.asks_nothing_new:  # what that page tells of is not paid by it
        settling.note_open(workplace, session, actor, row, 0, row.issued_on)
    return issued


def _issuable(
    workplace: Workplace,
    session: Session,
    row: Invoice,
    record: InvoiceRecord,
    words: Words,
    stated: Stated,
) -> tuple[InvoiceSums, tuple[EarlierInvoice, ...]]:
    """What a draft that says this would ask for, and what it takes off; raises where it cannot be issued."""
    jobs, about = store.jobs_of(session, row), _about(session, row)
    credit = record.kind is InvoiceKind.CREDIT
    day = record.dated(workplace.today())
    require_day(session, record.kind, day, about)
    require_closed(row.closed_on, day, workplace.today())
    if not credit:
        for job in jobs:
            require_billable(session, job, record.kind, about)
        if jobs and record.kind in WHOLE_WORK:
            check_work_over(record, workplace.today())
    if stated is Stated.NOTHING:
        _require_not_elsewhere(session, row, jobs)
    before = earlier(session, record.kind, jobs)
    for one in before:
        _require_not_before(day, one.number, one.issued_on)
    sums = summed(workplace, session, record, before, about)
    check_sums(record.kind, sums, _carried_alone(session, row, record, about))
    if record.kind in IN_ADVANCE:
        require_within_whole(workplace, session, jobs[0], sums.gross, words, typed=True, about=about)
    if credit and about is not None:
        taken = [store.sums_of(one) for one in store.credits_of(session, about.number)]
        check_credit(about.number, store.sums_of(about), taken, sums)
    return sums, before


def _carried_alone(session: Session, row: Invoice, record: InvoiceRecord, about: Invoice | None) -> int:
    """What a page carries over that asks for nothing new; else 0."""
    if not record.asks_nothing_new:
        return 0
    balance = balances.of(session, customer_store.by_key(session, row.customer_id), row, about)
    return balance.carried if balance is not None else 0


def _to_be_asked(session: Session, row: Invoice, jobs: Sequence[Job]) -> dict[str, tuple[str, ...]]:
    """Of which jobs a person has to say whether this asks for what was billed elsewhere, by number: these.

    What takes the place of an invoice asks for nothing more, and a cancellation fee for no work.
    """
    if row.about or row.kind in NEVER_ASKED_ELSEWHERE:
        return {}
    told = ((job.number, billed_elsewhere.invoices(session, job)) for job in jobs)
    return {number: invoices for number, invoices in told if invoices}


def _require_not_elsewhere(session: Session, row: Invoice, jobs: Sequence[Job]) -> None:
    """Refuse to bill what was billed elsewhere unasked. Raises :class:`BilledElsewhere`."""
    if told := _to_be_asked(session, row, jobs):
        number, invoices = next(iter(told.items()))
        raise BilledElsewhere("another", number=number, invoice=", ".join(invoices))


def require_day(session: Session, kind: InvoiceKind, day: date, about: Invoice | None = None) -> None:
    """Refuse a day before that of the last number of its series, or of the invoice that it is about.

    Raises :class:`IssueDayBefore`.
    """
    for before in (store.last_of(session, day.year, kind), about):
        if before is not None:
            _require_not_before(day, before.number, before.issued_on)


def _require_not_before(day: date, number: str, issued_on: str) -> None:
    if day.isoformat() < issued_on:
        raise IssueDayBefore("issue_on", number=number, day=issued_on)


def require_closed(closed_on: str, day: date, today: date) -> None:
    """Refuse to date a collective invoice before its closing day, unless it closes ahead of that.

    Raises :class:`IssueDayBeforeClosing`.
    """
    if day.isoformat() < closed_on <= today.isoformat():
        raise IssueDayBeforeClosing("issue_on", day=closed_on)


def lines_told(
    workplace: Workplace, session: Session, row: Invoice, record: InvoiceRecord, words: Words
) -> InvoiceRecord:
    """A draft of which each line that the program worded fits what it comes to by now.

    What somebody worded otherwise stays.
    """
    about = about_of(session, row)
    if record.kind is not InvoiceKind.CREDIT or about is None:
        return shares_told(workplace, session, row, record, words)
    gross = -summed(workplace, session, record, (), about).gross
    part = gross < about.gross_yen
    told = (_taken_back_told(line, about, words, part=part) for line in record.lines)
    return replace(record, lines=tuple(told))


def taken_back(number: str, words: Words, *, part: bool) -> str:
    """What the line of a credit note is called that takes back an invoice, or a part of it."""
    return words(_PART_TAKEN_BACK if part else _TAKEN_BACK).format(number=number)


def _taken_back_told(
    line: InvoiceLineRecord, about: Invoice, words: Words, *, part: bool
) -> InvoiceLineRecord:
    """A line as the program words it, if it worded it otherwise."""
    for said in (words, english):
        if line.label == taken_back(about.number, said, part=not part):
            return replace(line, label=taken_back(about.number, said, part=part))
    return line


def as_saved(workplace: Workplace, session: Session, row: Invoice, words: Words) -> InvoicePaper:
    """The page of a draft as it was saved, which need not be one that can be issued."""
    customer, jobs = customer_store.by_key(session, row.customer_id), store.jobs_of(session, row)
    page = invoice_paper(session, row, customer, jobs, about_of(session, row), "")
    return replace(page, record=lines_told(workplace, session, row, page.record, words))


def as_it_would_be(
    workplace: Workplace,
    session: Session,
    row: Invoice,
    record: InvoiceRecord,
    words: Words,
    stated: Stated = Stated.NOTHING,
) -> InvoicePaper:
    """The page of a draft as it would be issued if it said this; nothing is written.

    Args:
        stated: as for :func:`issue`.

    Raises what :func:`issue` raises where it could not be issued.
    """
    record = lines_told(workplace, session, row, record, words)
    sums, before = _issuable(workplace, session, row, record, words, stated)
    customer, about = customer_store.by_key(session, row.customer_id), _about(session, row)
    page = invoice_paper(session, row, customer, store.jobs_of(session, row), about, "")
    day = record.dated(workplace.today())
    jobs = store.jobs_of(session, row)
    due_on = record.due_on or due_day(workplace, session, row, record, customer, jobs, day)
    credit = record.kind is InvoiceKind.CREDIT
    shown = replace(page.row, kind=record.kind, sums=sums, due_on="" if credit else due_on)
    whole = before_taken_off(session, row, record, sums)
    seen = replace(page, row=shown, record=record, earlier=before, whole=whole)
    return replace(seen, corrected=corrects(session, about, customer, seen))


def require_untouched(session: Session, row: Invoice) -> None:
    """Refuse to void or replace an invoice that something was paid or credited of, or that was taken off.

    Raises:
        InvoiceNotStanding, InvoicePaidUpon, TakenOffLater: as they say.
    """
    if row.state not in STANDING:
        raise InvoiceNotStanding
    if row.open_yen != row.gross_yen or store.credits_of(session, row.number):
        raise InvoicePaidUpon
    if row.kind in IN_ADVANCE:
        for job in store.jobs_of(session, row):
            if (final := store.whole_of(session, job)) is not None:
                raise TakenOffLater(number=final.number)


def end(workplace: Workplace, session: Session, actor: Actor, row: Invoice, state: InvoiceState) -> None:
    """Let an invoice stand no longer; its jobs are to be billed again."""
    settling.set_state(workplace, session, actor, row, state)
    store.note_ended(row, workplace.today().isoformat())
    for job in store.jobs_of(session, row):
        settling.strike_events(workplace, session, actor, job, EventKind.INVOICE, row.number)
        settling.strike_events(workplace, session, actor, job, EventKind.SETTLEMENT, row.number)
        if row.kind in WHOLE_WORK:
            settling.ask_no_more(workplace, session, actor, job)


def _about(session: Session, row: Invoice) -> Invoice | None:
    """The invoice that a credit note or a reissue is about, which still has to stand."""
    if not row.about:
        return None
    about = store.numbered(session, row.about)
    if about is None or about.state not in STANDING:
        raise AboutNotStanding(number=row.about)
    return about


def _tell_jobs(
    workplace: Workplace, session: Session, actor: Actor, row: Invoice, jobs: Sequence[Job]
) -> None:
    """Record the document's day, from which its retention counts, and that the whole is billed."""
    alone = len(jobs) == 1 and row.kind is not InvoiceKind.CREDIT
    for job in jobs:
        event = JobEvent(EventKind.INVOICE, row.issued_on, row.number, row.gross_yen if alone else None)
        settling.note_document(workplace, session, actor, job, event)
        asks = job.state is JobState.PAID and row.open_yen > 0  # what was paid was billed elsewhere
        if asks or (row.kind in WHOLE_WORK and job.state is JobState.DONE):
            move_job(workplace, session, actor, job, JobState.INVOICED)


def _set_off(workplace: Workplace, session: Session, actor: Actor, credit: Invoice, about: Invoice) -> None:
    """Take a credit off what is open of its invoice; what is more stays with the credit, to be paid back."""
    taken = min(-credit.gross_yen, max(about.open_yen, 0))
    settling.note_open(workplace, session, actor, about, about.open_yen - taken, credit.issued_on)
    settling.note_open(workplace, session, actor, credit, credit.open_yen + taken, credit.issued_on)


def _file(
    workplace: Workplace,
    session: Session,
    actor: Actor,
    row: Invoice,
    customer: Customer,
    jobs: Sequence[Job],
    about: Invoice | None,
    words: Words,
    doubts: Sequence[str],
) -> IssuedInvoice:
    """Register the paper, draw the page, file it as it is, and log its hash.

    Args:
        doubts: the log's codes for what a person decided in spite of.
    """
    paper = enter_printed(
        workplace,
        session,
        actor,
        PaperKind.INVOICE,
        customer,
        jobs[0] if len(jobs) == 1 else None,
        label=row.number,
        fields=shown_fields(),
    )
    page = invoice_paper(session, row, customer, jobs, about, paper.code)
    pdf = draw_invoice(page, words, office_images.letterhead(session))
    filed = documents.file(
        session,
        customer,
        DocumentKind.CREDIT if row.kind is InvoiceKind.CREDIT else DocumentKind.INVOICE,
        row.number,
        invoice=row,
        issued_on=row.issued_on,
        yen=row.gross_yen,
        data=json.dumps(asdict(page), ensure_ascii=False),
        pdf=pdf,
        by=actor.account,
        at=stamp(workplace.now()),
    )
    workplace.record(
        session,
        actor,
        Action.INVOICE_ISSUED,
        f"invoice:{row.record_id}",
        number=row.number,
        invoice_kind=row.kind,
        invoice_state=row.state,
        sha256=filed.sha256,
        figures=as_issued.figures(row),
        fields=list(shown_fields()),
        doubts=list(doubts),
    )
    return IssuedInvoice(row.record_id, row.number, filed.record_id, paper, pdf, page)


def version_of(workplace: Workplace, session: Session, row: Invoice) -> int:
    """A draft's version, which also tells apart what it depends on outside itself.

    That is whom it asks, everything else that its page shows, what it prints of the office with it, what was
    agreed on, of what a deposit names its share, when the work was done, what was asked for before, here or
    elsewhere, by when it is due, and how the office rounds: who was shown something else is told that it
    changed meanwhile. A credit note asks for no money: it names no account and no day, and is rounded as what
    it takes back.
    """
    customer, jobs = recipient_of(session, row), store.jobs_of(session, row)
    asks = row.kind is not InvoiceKind.CREDIT
    page = asdict(invoice_paper(session, row, customer, jobs, about_of(session, row), ""))
    own = _OWN_PART if asks else _OWN_PART | {"account"}
    agreed = [accepted_of(session, job) for job in jobs]
    outside = [
        customer.record_id,
        {name: told for name, told in page.items() if name not in own},
        [one.number for one in agreed if one is not None],
        sorted(shared_sums(workplace, session, row, store.record_of(session, row)).items()),
        [done_on(session, job) for job in jobs],
        [asdict(one) for one in earlier(session, row.kind, jobs)],
        elsewhere_of(session, row),
        (asdict(terms.of_customer(session, customer)), terms.facts(session).rounding) if asks else (),
        office_images.letterhead(session).letter_digest,
    ]
    said = json.dumps(outside, ensure_ascii=False, default=str)
    return own_version(row.version) + _VERSIONS * crc32(said.encode())


def own_version(version: int) -> int:
    """How often the draft itself was saved."""
    return version % _VERSIONS
