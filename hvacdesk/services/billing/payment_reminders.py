"""Letters about overdue invoices 督促: which tone is next, writing one, and noting that it went."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hvacdesk.documents.billing.payment_reminders import draw_payment_reminder
from hvacdesk.domain.billing.invoices import BankAccount, PageLack
from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.domain.billing.pay_terms import late_after
from hvacdesk.domain.billing.payment_papers import (
    REMINDER_TONE_NAMES,
    OverdueInvoice,
    PaymentReminder,
    ReminderTone,
)
from hvacdesk.domain.billing.reminding import (
    TIME_TO_PAY,
    CreditUnused,
    OverdueItem,
    ReminderOffer,
    ReminderOrder,
    check_order,
    last_about,
    letter_label,
    read_label,
)
from hvacdesk.domain.calls.call_notes import CallNoteRecord, CallSubject, CallWay, check_note
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.exchange.outside_lists import ListKind, SavedDocument
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.other_papers import addressee
from hvacdesk.domain.papers.print_view import printed_name
from hvacdesk.domain.papers.register import PaperKind, PaperRow, PaperState
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, Profile
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.billing.invoice_pages import lacks_of_letters, named_no_day
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.permissions import needs
from hvacdesk.services.requests.suspension import require_readable
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import invoices, open_items, payments, terms
from hvacdesk.store.billing import payment_reminders as store
from hvacdesk.store.calls import call_notes
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office
from hvacdesk.store.papers import office_images, register
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Paper

_ADDRESSED = (CustomerField.NAME, CustomerField.ADDRESS)
_SENT = phrase("Billing", "Reminder {number} was printed to be sent: {tone}. About {invoices}.")
_NOT_SENT = phrase("Billing", "Reminder {number} did not come out of the printer and was not sent.")
_SAVED = phrase("Billing", "Reminder {number} was saved as a file to be sent: {tone}. About {invoices}.")
_MOST_NAMED = 20
"""So many invoices a call note names; the register names all of them."""


@dataclass(frozen=True)
class WrittenReminder:
    """A letter that was just registered and drawn; its page is in memory only."""

    paper: PaperRow
    pdf: bytes = field(repr=False)


class PaymentReminders:
    """The letters of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def offer(self, actor: Actor, customer: str) -> ReminderOffer:
        """What a letter to a customer would be about, and what was written before.

        Raises:
            CreditUnused, CustomerSuspended, RecordGone: no letter can be written.
        """
        today = self._workplace.today()
        with self._workplace.reading() as session:
            row = customer_store.current(session, customer)
            require_readable(session, f"customer:{row.record_id}")
            pay_by = (today + TIME_TO_PAY).isoformat()
            overdue, letters = _overdue(session, row, today), store.letters(session, row.id)
            lacks = frozenset[PageLack]() if terms.on_the_spot(row) else lacks_of_letters(session)
            return ReminderOffer(
                *(row.record_id, overdue, letters, pay_by, lacks),
                deposits=open_items.waiting_in(
                    session, BillingFile.BANK, office.accounts_who_may(session, Permission.BILL)
                ),
            )

    @needs(Permission.BILL)
    def write(self, actor: Actor, customer: str, order: ReminderOrder, words: Words) -> WrittenReminder:
        """Register a letter and draw it. Of the invoices, only those are listed that are still overdue.

        Raises:
            NothingOverdue: none of them is.
            WrittenMeanwhile: a letter about one of them was made that the order does not know.
            InvalidInput: names the field, see :func:`check_order`.
            CreditUnused, CustomerSuspended, RecordGone: no letter can be written.
        """
        today = self._workplace.today()
        with self._workplace.transaction() as session:
            row = customer_store.current(session, customer)
            items = [one for one in _overdue(session, row, today) if one.invoice in order.invoices]
            checked = check_order(order, items, today)
            numbers = [one.listed.number for one in items]
            paper = enter_printed(
                self._workplace,
                session,
                actor,
                PaperKind.PAYMENT_REMINDER,
                row,
                label=letter_label(checked.tone, numbers),
                fields=_ADDRESSED,
            )
            self._workplace.record(
                session,
                actor,
                Action.PAYMENT_REMINDER_WRITTEN,
                f"customer:{row.record_id}",
                paper=paper.number,
                reminder_tone=checked.tone.value,
                invoices=numbers,
            )
            listed = tuple(one.listed for one in items)
            letter = _letter(session, actor, row, checked, listed, paper.code, today)
            pdf = draw_payment_reminder(letter, words, office_images.letterhead(session))
        return WrittenReminder(paper, pdf)

    @needs(Permission.BILL)
    def save_copy(self, actor: Actor, written: WrittenReminder) -> SavedDocument:
        """A letter that was just written, to be saved as a file; logged, and registered as outside.

        It counts as written to the customer from then on, whether or not it is printed as well.

        Raises:
            RecordGone: there is no such letter.
            DutiesOverdue, CustomerSuspended: as the log raises them.
        """
        with self._workplace.transaction() as session:
            row, _tone, _numbers = _letter_of(session, written.paper.paper)
            customer = customer_store.by_key(session, row.customer_id)
            outside = note_outside(self._workplace, session, actor, ListKind.REMINDER, 1, document=row.number)
            self._workplace.record(
                session,
                actor,
                Action.PAYMENT_REMINDER_SAVED,
                f"customer:{customer.record_id}",
                paper=row.number,
                sha256=hashlib.sha256(written.pdf).hexdigest(),
                fields=list(_ADDRESSED),
            )
            return SavedDocument(written.pdf, row.number, outside)

    @needs(Permission.BILL)
    def note_sent(self, actor: Actor, paper: str, words: Words) -> None:
        """Put into the customer's call notes what became of a letter: printed, saved, or struck after all.

        Nothing while it waits for its printer and is in no file.

        Args:
            paper: record id in the register.

        Raises:
            RecordGone: there is no such letter.
        """
        now = stamp(self._workplace.now())
        with self._workplace.transaction() as session:
            row, tone, numbers = _letter_of(session, paper)
            saved = store.is_saved(session, row.number)
            if row.state is PaperState.PRINTING and not saved:
                return
            named = ", ".join(numbers[:_MOST_NAMED]) + (" …" if len(numbers) > _MOST_NAMED else "")
            unprinted = row.state in {PaperState.PRINTING, PaperState.STRUCK}
            became = (_SAVED if saved else _NOT_SENT) if unprinted else _SENT
            text = words(became).format(
                number=row.number, tone=words(REMINDER_TONE_NAMES[tone]), invoices=named
            )
            customer = customer_store.by_key(session, row.customer_id)
            record = CallNoteRecord(
                customer.record_id, subject=CallSubject.INVOICE, text=text, way=CallWay.WRITTEN
            )
            checked = check_note(record, self._workplace.today(), allow_number=True)
            note = call_notes.add(session, checked, customer.id, by=actor.account, at=now)
            call_notes.note_done(note, by=actor.account, at=now)
            self._workplace.record(session, actor, Action.CALL_NOTED, f"call:{note.record_id}", open=False)


def _letter_of(session: Session, paper: str) -> tuple[Paper, ReminderTone, tuple[str, ...]]:
    """A letter in the register, its tone, and the invoices that it is about. Raises :class:`RecordGone`."""
    row = register.find(session, paper)
    said = read_label(row.label) if row is not None else None
    if row is None or said is None or row.kind is not PaperKind.PAYMENT_REMINDER:
        raise RecordGone
    return row, *said


def _overdue(session: Session, customer: Customer, today: date) -> tuple[OverdueItem, ...]:
    """The customer's invoices past their due day, the longest due first. Raises :class:`CreditUnused`."""
    letters = store.letters(session, customer.id)
    found = []
    opened = tuple(open_items.open_items(session, customer.id))
    if owed := payments.owed_back(session, customer.id):
        raise CreditUnused(sum=f"¥{owed:,}")
    paid: Counter[str] = Counter()
    for payment in payments.received(session, [one.invoice for one in opened]):
        paid[payment.invoice] += payment.part
    replaced = invoices.replaced(session, [one.invoice for one in opened])
    for one in opened:
        if one.open_yen <= 0 or not one.due_on or (late := late_after(one.issued_on, one.due_on)) >= today:
            continue
        days, part = (today - late).days, paid[one.invoice] > 0
        row = invoices.get(session, one.invoice)
        taxed, due_on = invoices.sums_of(row).taxed, "" if named_no_day(session, row) else one.due_on
        listed = OverdueInvoice(
            *(one.number, one.issued_on, due_on, one.gross, one.open_yen, days),
            part_paid=part,
            taxed=taxed,
        )
        numbers = (one.number, *(number for _record, number in replaced.get(one.invoice, ())))
        found.append(OverdueItem(one.invoice, listed, last_about(numbers, letters)))
    return tuple(found)


def _letter(
    session: Session,
    actor: Actor,
    customer: Customer,
    order: ReminderOrder,
    listed: tuple[OverdueInvoice, ...],
    code: str,
    today: date,
) -> PaymentReminder:
    known = customer_store.record_of(customer)
    name = printed_name(PROFILE_RULES[Profile.CUSTOMER], known.name, known.organisation)
    to = addressee(known.name, known.organisation, known.address)
    return PaymentReminder(
        tone=order.tone,
        code=code,
        written_on=today.isoformat(),
        pay_by=order.pay_by,
        name=name.text,
        honorific=name.honorific,
        invoices=listed,
        address=(to.postal_code, *to.lines) if to else (),
        account=BankAccount() if terms.on_the_spot(customer) else terms.facts(session).account,
        cash=terms.on_the_spot(customer),
        issued_by=account_names(session).get(actor.account, ""),
    )
