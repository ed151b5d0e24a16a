"""The pages of invoices and receipts: what they show, what they lack, whether one corrects another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.billing.invoice_rules import sums_of
from hvacdesk.domain.billing.invoices import BankAccount, InvoiceKind, InvoicePaper, InvoiceRecord, PageLack
from hvacdesk.domain.billing.pay_terms import CarriedOn
from hvacdesk.domain.billing.payment_papers import RECEIVED_BY, ReceiptPaper
from hvacdesk.domain.billing.payments import RECEIPT_WAY_NAMES, PaymentWay
from hvacdesk.domain.billing.tax import InvoiceSums
from hvacdesk.domain.customers.customers import CustomerField, CustomerRecord, PersonName
from hvacdesk.domain.papers.other_papers import addressee
from hvacdesk.domain.papers.print_view import (
    printed_address,
    printed_customer_number,
    printed_name,
    printed_phone,
)
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile
from hvacdesk.domain.text.wording import Words
from hvacdesk.store.billing import balances, documents, terms
from hvacdesk.store.billing import invoices as store
from hvacdesk.store.billing import payments as payment_store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.office import office
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Invoice, Job, Payment, Receipt

_NAMED = ("name", "honorific", "contact", "address", "issuer_number", "site")
"""What of a page is its content beside what it asks for."""

_RULES = PROFILE_RULES[Profile.CUSTOMER]
_SHOWN = (
    (PrintField.NAME, CustomerField.NAME),
    (PrintField.ADDRESS, CustomerField.ADDRESS),
    (PrintField.PHONE, CustomerField.PHONE),
)


def invoice_paper(
    session: Session,
    row: Invoice,
    customer: Customer,
    jobs: Sequence[Job],
    about: Invoice | None,
    code: str,
) -> InvoicePaper:
    """What the page shows of an invoice, or of a draft of one, by the profile of what customers get."""
    known, facts = customer_store.record_of(customer), office.facts(session)
    record = store.record_of(session, row)
    name = printed_name(_RULES, known.name, known.organisation)
    credited = about if row.kind is InvoiceKind.CREDIT else None
    carried = carried_on(session, credited, row) if credited is not None else ()
    page = InvoicePaper(
        row=store.row_of(session, row),
        record=record,
        code=code,
        name=name.text,
        honorific=name.honorific,
        contact=_contact(session, customer, jobs),
        address=_address(known),
        phone=printed_phone(_RULES, known.phones[0].number) if known.phones else "",
        customer_number=printed_customer_number(_RULES, customer.number),
        issuer_number=facts.invoice_registration,
        account=BankAccount() if terms.on_the_spot(customer) else terms.facts(session).account,
        cash=terms.on_the_spot(customer),
        earlier=store.earlier_of(row),
        about=row.about,
        about_on=about.issued_on if about else "",
        reissue=about is not None and row.kind is not InvoiceKind.CREDIT,
        job_numbers=tuple(job.number for job in jobs),
        site=_site(jobs),
        issued_by=account_names(session).get(row.issued_by, ""),
        period=_period(session, row, customer),
        whole=before_taken_off(session, row, record, store.sums_of(row)),
        balance=balances.of(session, customer, row, about),
        unpaid=credited.open_yen if credited is not None else 0,
        about_yen=credited.gross_yen if credited is not None else 0,
        carried_on=next((one for one in carried if one.left is not None), None),
    )
    return replace(page, corrected=corrects(session, about, customer, page))


def corrects(session: Session, about: Invoice | None, customer: Customer, page: InvoicePaper) -> bool:
    """Whether an invoice that takes another one's place says something else: 訂正, not the same again 再発行.

    By when it is to be paid follows the day of issue, so another day alone is no other content.
    """
    if about is None or not page.reissue:
        return False
    again = (replace(one, due_on="", issue_on="") for one in (store.record_of(session, about), page.record))
    same_sums = store.sums_of(about) == page.row.sums and balances.said(about) == page.balance
    asks_the_same = about.customer_id == customer.id and same_sums
    return next(again) != next(again) or not asks_the_same or _names_other(session, about, page)


def named_no_day(session: Session, row: Invoice) -> bool:
    """Whether an issued invoice was to be paid in cash at once: its page named no day."""
    if row.due_on != row.issued_on:
        return False
    return bool(_filed(session, row).get("cash"))


def _filed(session: Session, row: Invoice) -> dict[str, Any]:
    """What the page said that was filed of an invoice; nothing where it was destroyed."""
    filed = next(iter(documents.of_invoice(session, row)), None)
    data = documents.get(session, filed.document).data if filed is not None else ""
    said: dict[str, Any] = json.loads(data) if data else {}
    return said


def carried_on(session: Session, row: Invoice, note: Invoice | None = None) -> tuple[CarriedOn, ...]:
    """The collective invoices that stand and carried over what is open of an issued one, the first first.

    Args:
        note: a credit note about it, which is not taken off of what is still to be paid of them.
    """
    customer = customer_store.by_key(session, row.customer_id)
    return tuple(
        CarriedOn(
            page.record_id,
            page.number,
            page.gross_yen + (balance.carried if (balance := balances.said(page)) else 0),
            page.open_yen == page.gross_yen and not store.credits_of(session, page.number),
            balances.still_asked(session, customer, page, note),
        )
        for page in balances.carrying(session, row)
    )


def _names_other(session: Session, about: Invoice, page: InvoicePaper) -> bool:
    """Whether the page names its recipient or the office otherwise than the one filed of another invoice."""
    said = _filed(session, about)
    now = json.loads(json.dumps({name: getattr(page, name) for name in _NAMED}))
    return any(name in said and said[name] != value for name, value in now.items())


def before_taken_off(
    session: Session, row: Invoice, record: InvoiceRecord, sums: InvoiceSums
) -> InvoiceSums | None:
    """What the lines come to before earlier invoices are taken off; None where none are."""
    if not sums.earlier:
        return None
    rounding = row.rounding if row.number else terms.facts(session).rounding
    return sums_of(record, {rate.tax_class: rate.percent for rate in sums.rates}, rounding)


def as_issued_by(session: Session, page: InvoicePaper, account: str) -> InvoicePaper:
    """The page of a draft with the name of the person who looks at it, which it bears once they issue it."""
    return replace(page, issued_by=account_names(session).get(account, ""))


def drawn_on(page: InvoicePaper, today: date) -> InvoicePaper:
    """A draft's page, dated as it would be if it were issued today."""
    return replace(page, row=replace(page.row, issued_on=page.record.dated(today).isoformat()))


def _period(session: Session, row: Invoice, customer: Customer) -> tuple[str, str]:
    """What a closing day closes, by the customer's terms; the day alone where they are others by now."""
    if not row.closed_on:
        return "", ""
    closed, own = date.fromisoformat(row.closed_on), terms.of_customer(session, customer)
    if not own.closing_day or own.closing(closed) != closed:
        return row.closed_on, row.closed_on
    first, last = own.period(closed)
    return first.isoformat(), last.isoformat()


def _contact(session: Session, customer: Customer, jobs: Sequence[Job]) -> str:
    """Whom at the firm it is for, where the firm itself ordered one job."""
    found = job_store.contact(session, jobs[0]) if len(jobs) == 1 else None
    if found is None or jobs[0].customer_id != customer.id:
        return ""
    name = printed_name(_RULES, PersonName(found.family_name, found.given_name))
    return f"{found.department} {name.text} {name.honorific}".strip()


def shown_fields() -> tuple[CustomerField, ...]:
    """What an invoice's page shows of its customer: the log says so, and a leak is judged by that."""
    return tuple(field for printed, field in _SHOWN if _RULES[printed] is not PrintExtent.NONE)


def _address(known: CustomerRecord) -> tuple[str, ...]:
    """Postal code and lines for the window of an envelope; what the profile leaves of it is one line."""
    if _RULES[PrintField.ADDRESS] is not PrintExtent.FULL:
        left = printed_address(_RULES, known.address)
        return ("", left) if left else ()
    to = addressee(known.name, known.organisation, known.address)
    return (to.postal_code, *to.lines) if to else ()


def _site(jobs: Sequence[Job]) -> str:
    """Where the work was; of one job alone."""
    return printed_address(_RULES, job_store.site_record(jobs[0].site).address) if len(jobs) == 1 else ""


def lacks_of_invoices(session: Session) -> frozenset[PageLack]:
    """What an invoice would lack: where to pay to, and the office's number for the tax."""
    number = frozenset() if office.facts(session).invoice_registration else frozenset({PageLack.NUMBER})
    return lacks_of_letters(session) | number


def lacks_of_letters(session: Session) -> frozenset[PageLack]:
    """What a payment reminder would lack: where to pay to. It states no tax."""
    return frozenset() if terms.facts(session).account.bank else frozenset({PageLack.ACCOUNT})


def receipt_sums(session: Session, payment: Payment, yen: int) -> InvoiceSums | None:
    """The sums by rate that a receipt over so many yen can state: over all of one invoice, and no more."""
    paid = payment_store.paid_invoices(session, payment)
    if len(paid) != 1:
        return None
    ((invoice, part),) = paid
    sums = store.sums_of(invoice)
    return sums if part == yen == sums.gross else None


def pays_for_taxed(paid: Sequence[tuple[Invoice, int]]) -> bool:
    """Whether tax is included in what pays for these invoices; money for none of them is for work to come."""
    asked = [invoice for invoice, yen in paid if yen > 0]
    return not asked or any(store.sums_of(invoice).taxed for invoice in asked)


def receipt_page(session: Session, row: Receipt, payment: Payment, words: Words, code: str) -> ReceiptPaper:
    """What a receipt's page shows. What went back before is named only where it is counted as received."""
    known = customer_store.record_of(customer_store.by_key(session, payment.customer_id))
    name = printed_name(_RULES, known.name, known.organisation)
    paid = payment_store.paid_invoices(session, payment)
    back = payment_store.gone_back(payment) if row.yen == payment.yen else 0
    return ReceiptPaper(
        number=row.number,
        code=code,
        received_on=payment.received_on,
        issued_on=row.issued_on,
        name=name.text,
        honorific=name.honorific,
        yen=row.yen,
        proviso=row.proviso,
        way=words(RECEIPT_WAY_NAMES[payment.way]),
        said=words(RECEIVED_BY[payment.way]),
        set_off=payment.way is PaymentWay.SET_OFF,
        sums=receipt_sums(session, payment, row.yen),
        invoice_number="・".join(invoice.number for invoice, yen in paid if yen > 0),
        issuer_number=office.facts(session).invoice_registration,
        reissue=row.reissues,
        electronic=row.electronic,
        stamp_due=bool(row.stamp_yen),
        stamp_yen=row.stamp_yen,
        taxed=pays_for_taxed(paid),
        kept_yen=payment.credit_yen if paid or back else 0,
        back_yen=back,
        issued_by=account_names(session).get(row.issued_by, ""),
    )
