"""What drafts of invoices begin with and come to, and when they are due, within a transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hvacdesk.domain import masking
from hvacdesk.domain.billing.agreed_sums import agreed_lines
from hvacdesk.domain.billing.invoice_rules import (
    BilledAlready,
    EarlierTooLarge,
    InvoiceOfCancelledJob,
    PartsAskedBefore,
    WorkNotDone,
    check_invoice,
    credit_sums,
    from_estimate,
    percents_of,
    share_of,
    sums_of,
)
from hvacdesk.domain.billing.invoices import (
    IN_ADVANCE,
    STANDING,
    WHOLE_WORK,
    EarlierInvoice,
    InvoiceDetail,
    InvoiceKind,
    InvoiceLineRecord,
    InvoiceRecord,
    InvoiceRow,
    InvoiceState,
    PageLack,
    WorkedOut,
)
from hvacdesk.domain.billing.open_items import UnknownSum
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.tax import InvoiceSums, TaxClass
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words, english, phrase
from hvacdesk.services.billing.estimate_answers import (
    accepted_of,
    agreed_of,
    agreed_together,
    not_estimated,
)
from hvacdesk.services.billing.estimate_pages import lines_of
from hvacdesk.services.billing.invoice_pages import carried_on, lacks_of_invoices, named_no_day
from hvacdesk.services.billing.prices import price_list, shipped_tax
from hvacdesk.services.billing.told_apart import additions, with_addition
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import billed_elsewhere, terms
from hvacdesk.store.billing import estimates as estimate_store
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import done_days

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, Job

_DONE = frozenset({JobState.DONE, JobState.INVOICED, JobState.PAID})
_SHARES = {
    InvoiceKind.DEPOSIT: phrase("Billing", "Deposit for job {number} ({percent} % of the contract sum)"),
    InvoiceKind.PART: phrase("Billing", "Part payment for job {number} ({percent} % of the contract sum)"),
}
_PARTS = {
    InvoiceKind.DEPOSIT: phrase("Billing", "Deposit for job {number}"),
    InvoiceKind.PART: phrase("Billing", "Part payment for job {number}"),
}
"""Where a price is missing, nobody knows of how much it is a share."""

_LOT = phrase("Billing", "lot")
_HUNDRED = range(1, 101)


def whom(session: Session, job: Job) -> Customer:
    """Whom an invoice of the job asks: its payer, or who ordered it."""
    return customer_store.by_key(session, job.payer_id or job.customer_id)


def recipient_of(session: Session, row: Invoice) -> Customer:
    """Whom an invoice asks: a draft for one job asks whom the job names by now."""
    jobs = store.jobs_of(session, row)
    follows = row.state is InvoiceState.DRAFT and not row.about and len(jobs) == 1
    return whom(session, jobs[0]) if follows else customer_store.by_key(session, row.customer_id)


def first_record(
    workplace: Workplace, session: Session, job: Job, kind: InvoiceKind, percent: int, words: Words
) -> InvoiceRecord:
    """What a first draft says.

    Args:
        percent: what share of the whole a deposit or part invoice asks for.
    """
    whole, lacks_price = whole_of(workplace, session, job, words)
    if kind not in IN_ADVANCE:
        return replace(whole, kind=kind)
    label = words((_PARTS if lacks_price else _SHARES)[kind]).format(number=job.number, percent=percent)
    lines = share_of(whole.lines, percent, label, words(_LOT), job.record_id)
    return InvoiceRecord(kind, lines, with_tax=whole.with_tax)


def shares_told(
    workplace: Workplace, session: Session, row: Invoice, record: InvoiceRecord, words: Words
) -> InvoiceRecord:
    """A deposit or part invoice of which each line names the percentage that it asks for by now.

    Its sum or that of the work may have changed since the line was worded: it names another percentage then,
    or none where the sum is no whole percentage, the work lacks a price, or another line, such as a discount,
    makes the sum another one. What somebody worded otherwise stays.
    """
    jobs = store.jobs_of(session, row)
    if record.kind not in IN_ADVANCE or len(jobs) != 1:
        return record
    sums, lines = shared_sums(workplace, session, row, record), Counter(one.tax_class for one in record.lines)
    alone = {tax_class: sums.get(tax_class, 0) for tax_class, count in lines.items() if count == 1}
    number = jobs[0].number
    told = (_share_told(line, alone.get(line.tax_class, 0), number, words) for line in record.lines)
    return replace(record, lines=tuple(told))


def shared_sums(
    workplace: Workplace, session: Session, row: Invoice, record: InvoiceRecord
) -> dict[TaxClass, int]:
    """Of what a deposit or part invoice asks for a share, by class, with tax where its own prices have it.

    Nothing is there where a price is missing or nobody knows the rate, and for other invoices.
    """
    jobs = store.jobs_of(session, row)
    if record.kind not in IN_ADVANCE or len(jobs) != 1:
        return {}
    whole, lacks_price = whole_of(workplace, session, jobs[0], english)
    sums: dict[TaxClass, int] = {}
    if lacks_price:
        return sums
    if whole.with_tax == record.with_tax:
        for line in whole.lines:
            sums[line.tax_class] = sums.get(line.tax_class, 0) + line.amount
        return sums
    try:
        rates = summed(workplace, session, whole, ()).rates
    except InvalidInput:
        return sums
    return {rate.tax_class: rate.gross if record.with_tax else rate.net for rate in rates}


def _share_told(line: InvoiceLineRecord, whole: int, number: str, words: Words) -> InvoiceLineRecord:
    """``whole`` is 0 where the line cannot name a percentage of it."""
    for said in (words, english):
        for kind, template in _SHARES.items():
            before, _, after = said(template).format(number=number, percent="\n").partition("\n")
            named = line.label.removeprefix(before).removesuffix(after)
            if f"{before}{named}{after}" != line.label or not named.isdecimal():
                continue
            fitting = [one for one in _HUNDRED if whole and whole * one // 100 == line.amount]
            if int(named) in fitting:
                return line
            if not fitting:
                return replace(line, label=said(_PARTS[kind]).format(number=number))
            return replace(line, label=said(template).format(number=number, percent=fitting[0]))
    return line


class WholeJob(NamedTuple):
    """The whole of a job as an invoice's record; ``lacks_price`` where somebody has to fill in a price."""

    record: InvoiceRecord
    lacks_price: bool


def whole_of(workplace: Workplace, session: Session, job: Job, words: Words) -> WholeJob:
    """The whole of a job: as the customer accepted it, else at the sum agreed on, else at known prices."""
    on = done_on(session, job)
    estimate = accepted_of(session, job)
    if estimate is not None:
        lines, with_tax = estimate_store.record_of(estimate).lines, estimate.prices_with_tax
    else:
        prices = price_list(workplace, session)
        lines, with_tax = lines_of(session, job, prices, words), prices.with_tax
        if agreed := agreed_of(job):
            rounding = terms.facts(session).rounding
            lines, with_tax = agreed_lines(
                lines, agreed, prices.percent, words, with_tax=with_tax, rounding=rounding
            )
    record = InvoiceRecord(
        lines=from_estimate(lines, job.record_id), delivered_from=on, delivered_to=on, with_tax=with_tax
    )
    return WholeJob(record, estimate is None and any(not line.yen for line in lines))


def known_gross(workplace: Workplace, session: Session, job: Job) -> int | UnknownSum:
    """What the whole of a job comes to, tax included: by its draft, else by known prices; else why not."""
    draft = store.draft_of(session, job)
    if draft is not None and draft.kind in WHOLE_WORK:
        return draft.gross_yen + sum(one.gross for one in store.earlier_of(draft))
    whole = whole_of(workplace, session, job, english)
    if whole.lacks_price:
        return UnknownSum.NO_PRICE
    try:
        return summed(workplace, session, whole.record, ()).gross
    except InvalidInput:
        return UnknownSum.NO_RATE


def done_on(session: Session, job: Job) -> str:
    """The day on which the job was handed over or else done, see :mod:`done_days`; empty while it is not."""
    return done_days.done_day(session, job) if job.state in _DONE else ""


def earlier(session: Session, kind: InvoiceKind, jobs: Sequence[Job]) -> tuple[EarlierInvoice, ...]:
    """What a final invoice takes off, a reissued one as well: what stands by now and was not credited."""
    if kind is not InvoiceKind.FINAL:
        return ()
    return tuple(one for job in jobs for one in store.in_advance(session, job))


def about_of(session: Session, row: Invoice) -> Invoice | None:
    """The invoice that a credit note or a reissue is about; None for any other."""
    return store.numbered(session, row.about) if row.about else None


def with_days_of(about: Invoice | None, record: InvoiceRecord) -> InvoiceRecord:
    """A credit note's record with the days of the invoice that it takes back; any other as it is."""
    if about is None or record.kind is not InvoiceKind.CREDIT:
        return record
    return replace(record, delivered_from=about.delivered_from, delivered_to=about.delivered_to)


def former_due(session: Session, about: Invoice | None, kind: InvoiceKind) -> str:
    """The ISO day by which the invoice is to be paid whose place it takes; empty where it named none."""
    if about is None or kind is InvoiceKind.CREDIT or named_no_day(session, about):
        return ""
    return about.due_on


def checked(
    workplace: Workplace, session: Session, row: Invoice, record: InvoiceRecord, *, allow_number: bool
) -> InvoiceRecord:
    """What a draft is to say, as it is stored. Raises :class:`InvalidInput`.

    Without a line it tells of the former balance alone: then it bills no work, and no debt gets a later day.
    """
    if record.asks_nothing_new:
        if store.jobs_of(session, row):
            raise Missing("lines")
        record = replace(record, due_on="")
    due = former_due(session, about_of(session, row), record.kind)
    return check_invoice(record, workplace.today(), allow_number=allow_number, former_due=due)


def summed(
    workplace: Workplace,
    session: Session,
    record: InvoiceRecord,
    before: Sequence[EarlierInvoice],
    about: Invoice | None = None,
) -> InvoiceSums:
    """The sums by the rates of its days and the office's rounding.

    Args:
        about: the invoice that it takes back, by whose rates and rounding it is summed: 返還請求書 state the
            rate of the supply that they are about (消費税法 57条の4第3項4号). For a reissue the one whose
            place it takes: what names no day of delivery keeps the rates of the first issue.

    Raises:
        NoRateThen, RateChangesWithin: as :func:`percents_of`.
    """
    if about is not None and record.kind is InvoiceKind.CREDIT:
        known = percents_of(InvoiceRecord(), shipped_tax(), workplace.today())
        then = {rate.tax_class: rate.percent for rate in store.sums_of(about).rates}
        sums = sums_of(record, {**known, **then}, about.rounding, before)
        credited = [store.sums_of(one) for one in store.credits_of(session, about.number)]
        return credit_sums(store.sums_of(about), credited, sums)
    first_on = _first_issue(session, about) if about is not None else None
    percents = percents_of(record, shipped_tax(), workplace.today(), first_on)
    return sums_of(record, percents, terms.facts(session).rounding, before)


def _first_issue(session: Session, row: Invoice) -> date:
    """The day of the first of the invoices that took each other's place, of which this is the last."""
    while (before := about_of(session, row)) is not None:
        row = before
    return date.fromisoformat(row.issued_on)


def require_billable(session: Session, job: Job, kind: InvoiceKind, about: Invoice | None = None) -> None:
    """Refuse a second invoice for the same, or one for what was not done.

    Args:
        about: the invoice that a reissue takes the place of.

    Raises:
        InvoiceOfCancelledJob, WorkNotDone, BilledAlready, PartsAskedBefore: as they say.
    """
    standing = store.standing_of(session, job, about)
    if standing.whole is not None:
        raise BilledAlready(number=job.number, invoice=standing.whole.number)
    if job.state is JobState.CANCELLED and kind in {*WHOLE_WORK, InvoiceKind.DEPOSIT}:
        raise InvoiceOfCancelledJob(number=job.number)
    if kind not in WHOLE_WORK:
        return
    if job.state not in _DONE:
        raise WorkNotDone(number=job.number)
    if kind is not InvoiceKind.FINAL and standing.in_advance:
        raise PartsAskedBefore(number=job.number)


def require_within_whole(
    workplace: Workplace,
    session: Session,
    job: Job,
    asked_yen: int,
    words: Words,
    *,
    typed: bool = False,
    about: Invoice | None = None,
) -> None:
    """Refuse a deposit or part invoice that asks, with those before it, for more than the whole job.

    Args:
        asked_yen: what it asks for, tax included.
        typed: whether somebody may have typed its prices in: while the job lacks a price of its own, nobody
            knows what is too much.
        about: the invoice that a reissue takes the place of; to ask for no more than that one is fine.

    Raises:
        EarlierTooLarge: it is more.
    """
    if about is not None and asked_yen <= about.gross_yen:
        return
    whole = whole_of(workplace, session, job, words)
    if typed and whole.lacks_price:
        return
    before = sum(one.gross for one in store.standing_of(session, job, about).in_advance)
    if before + asked_yen > max(summed(workplace, session, whole.record, ()).gross, 0):
        raise EarlierTooLarge("lines")


def told(
    workplace: Workplace,
    session: Session,
    row: Invoice,
    shown: InvoiceRow,
    record: InvoiceRecord,
    name: Masked,
) -> InvoiceDetail:
    """An invoice with whom it asks, its jobs, and what the office has not entered for its page.

    Args:
        name: of whom it asks, as the reader may see it.
    """
    jobs = store.jobs_of(session, row)
    numbers = tuple(job.number for job in jobs)
    follows = row.state is InvoiceState.DRAFT and record.kind in WHOLE_WORK
    if not numbers:  # no job says whose it is, and a masked name may be another's as well
        name = with_addition(name, additions(session, (shown.customer,)).get(shown.customer, ""))
    about, drafted = about_of(session, row), row.state is InvoiceState.DRAFT
    waiting = () if drafted else (store.draft_about(session, row.number, credit=one) for one in (True, False))
    return InvoiceDetail(
        shown,
        record,
        name=name,
        job_numbers=numbers,
        lacks=_lacks(session, row, record.kind),
        saved=row.version > 1,
        elsewhere=elsewhere_of(session, row),
        in_books=(about if about and drafted else row).in_books,
        former_due_on=former_due(session, about, record.kind),
        done_on=tuple(done_on(session, job) for job in jobs) if follows else (),
        closing=_apart_from_closing(session, row),
        agreed=not_estimated(session, jobs),
        agreed_yen=agreed_together(session, jobs) if record.kind in WHOLE_WORK else None,
        carried_on=() if drafted else carried_on(session, row),
        waiting=tuple(one.kind for one in waiting if one is not None),
        again_yen=_again(workplace, session, row),
    )


def _again(workplace: Workplace, session: Session, row: Invoice) -> int | None:
    """With what the jobs of an issued invoice would be billed again, where that is known and another sum."""
    jobs = store.jobs_of(session, row)
    if row.state not in STANDING or row.kind not in WHOLE_WORK or not jobs:
        return None
    sums = [known_gross(workplace, session, job) for job in jobs]
    again = sum(one for one in sums if isinstance(one, int))
    known = all(isinstance(one, int) for one in sums)
    asked_for = row.gross_yen + sum(one.gross for one in store.earlier_of(row))
    return again if known and again != asked_for else None


def _apart_from_closing(session: Session, row: Invoice) -> PayTerms | None:
    """The terms of a customer with closing days whom a draft asks apart from those.

    None where it was decided before: for a final invoice, whose job is billed apart since its deposit, and
    for what takes back or takes the place of an invoice.
    """
    if row.state is not InvoiceState.DRAFT or row.about or row.kind is InvoiceKind.FINAL:
        return None
    found = terms.of_customer(session, recipient_of(session, row))
    return found if found.closing_day else None


def _lacks(session: Session, row: Invoice, kind: InvoiceKind) -> frozenset[PageLack]:
    """What its page would lack; a credit note asks for nothing, and cash is paid to no account."""
    lacks, cash = lacks_of_invoices(session), terms.on_the_spot(recipient_of(session, row))
    return lacks - {PageLack.ACCOUNT} if cash or kind is InvoiceKind.CREDIT else lacks


def elsewhere_of(session: Session, row: Invoice) -> tuple[str, ...]:
    """What a draft's jobs were billed with elsewhere; what is about an invoice asks for nothing more."""
    if row.state is not InvoiceState.DRAFT or row.about:
        return ()
    told = (one for job in store.jobs_of(session, row) for one in billed_elsewhere.invoices(session, job))
    return tuple(dict.fromkeys(told))


def seen_name(session: Session, actor: Actor, customer: int) -> Masked:
    """The name of a customer, given by primary key, as the reader may see it."""
    name, organisation = customer_store.name_of(customer_store.by_key(session, customer))
    return masking.name(name, organisation, revealable=actor.may_address)


def worked_out(workplace: Workplace, session: Session, row: Invoice, record: InvoiceRecord) -> WorkedOut:
    """What a draft would come to, and by when it would be to pay, if it said this."""
    jobs = store.jobs_of(session, row)
    before, about = earlier(session, record.kind, jobs), about_of(session, row)
    sums = summed(workplace, session, record, before, about)
    credit = record.kind is InvoiceKind.CREDIT
    changes = about is not None and (credit or sums.gross != about.gross_yen)
    pages = carried_on(session, about) if about is not None and changes else ()
    if credit and about is not None:
        withdrawn = min(about.open_yen, -sums.gross)  # what had been paid goes back: no page asks less for it
        pages = tuple(one if one.left is None else replace(one, left=one.left - withdrawn) for one in pages)
    if credit:
        return WorkedOut(sums, carried_on=pages)
    dated = record.dated(workplace.today())
    due_on = record.due_on or due_day(
        workplace, session, row, record, recipient_of(session, row), jobs, dated
    )
    ahead = _ahead_of_work(workplace, record.kind, jobs, dated)
    pay_by, begins_on = (day.isoformat() for day in ahead) if ahead else ("", "")
    return WorkedOut(sums, due_on, pay_by, begins_on, pages)


def _ahead_of_work(
    workplace: Workplace, kind: InvoiceKind, jobs: Sequence[Job], dated: date
) -> tuple[date, date] | None:
    """The last day by which a deposit can be asked for, and the day on which its work begins.

    That is the day before the work, or at once where that day is over. None for what is not paid before the
    work, and for work that lies behind: nothing can be due beforehand any more.
    """
    begins = min((date.fromisoformat(job.on) for job in jobs if job.on), default=None)
    today = workplace.today()
    if kind is not InvoiceKind.DEPOSIT or begins is None or begins < today:
        return None
    return max(begins - timedelta(days=1), dated, today), begins


def due_day(
    workplace: Workplace,
    session: Session,
    row: Invoice,
    record: InvoiceRecord,
    customer: Customer,
    jobs: Sequence[Job],
    dated: date,
) -> str:
    """The ISO day by which an invoice is to be paid where nobody chose one: by the customer's terms.

    Empty for a cancellation fee, which the deposit pays unless it says by when more is to be paid, and for
    what is carried over alone: no debt gets a later day by that. A deposit is asked for before the work.
    """
    if record.kind is InvoiceKind.CANCELLATION or record.asks_nothing_new:
        return ""
    ahead = _ahead_of_work(workplace, record.kind, jobs, dated)
    return terms.due(session, customer, _closed(row, dated), ahead[0] if ahead else None).isoformat()


def _closed(row: Invoice, dated: date) -> date:
    return date.fromisoformat(row.closed_on) if row.closed_on else dated
