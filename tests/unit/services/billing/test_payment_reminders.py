"""Letters about overdue invoices: what they list, which tone is next, what is remembered of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.payment_papers import ReminderTone
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.reminding import (
    CreditUnused,
    NoInvoiceChosen,
    NothingOverdue,
    NotRemindedBefore,
    ReminderOrder,
    WrittenMeanwhile,
    letter_label,
    proposed_tone,
    read_label,
)
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.calls.call_notes import CallWay
from hvacdesk.domain.errors import BadDate, Missing, NotPermitted, RecordGone
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperState, RegisterQuery
from hvacdesk.domain.requests.suspension import CustomerSuspended
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.open_items import OpenItems
from hvacdesk.services.billing.payment_reminders import PaymentReminders, WrittenReminder
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.billing import invoices as invoice_store
from hvacdesk.store.calls import call_notes
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.models import Customer
from hvacdesk.store.papers import register
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.documents.billing.money_papers import squeezed

SOFT, FIRM, LAST = ReminderTone
PAY_BY = "2026-12-04"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def reminders(ground: Ground) -> PaymentReminders:
    return PaymentReminders(ground.workplace)


def overdue(billed: Billed, who: str, due_on: str = "2026-10-31") -> str:
    """The record id of a customer's new invoice that is due on a day."""
    made = billed.issued(billed.job(who)).invoice
    with billed.ground.workplace.transaction() as session:
        invoice_store.get(session, made).due_on = due_on
    return made


def write(
    billed: Billed, reminders: PaymentReminders, who: str, *invoices: str, tone: ReminderTone = SOFT
) -> WrittenReminder:
    """A letter of somebody who sees those that were made before."""
    known = frozenset(one.paper for one in reminders.offer(billed.books, who).letters)
    order = ReminderOrder(tone, frozenset(invoices), PAY_BY, known)
    return reminders.write(billed.books, who, order, words_for("ja"))


def test_a_letter_about_what_is_all_outside_the_tax_says_nothing_of_tax(
    billed: Billed, reminders: PaymentReminders
) -> None:
    who = billed.someone()
    draft = billed.invoices.draft_free(billed.books, who)
    detail = billed.invoices.detail(billed.books, draft)
    line = InvoiceLineRecord("損害賠償金", 1.0, "式", 20_000, TaxClass.OUTSIDE)
    record = replace(detail.record, lines=(line,))
    made = billed.invoices.issue(billed.books, draft, detail.row.version, english, record).invoice
    with billed.ground.workplace.transaction() as session:
        invoice_store.get(session, made).due_on = "2026-10-31"
    assert "未入金の合計¥20,000" in squeezed(write(billed, reminders, who, made).pdf)
    other = overdue(billed, who)
    assert "未入金の合計（税込）" in squeezed(write(billed, reminders, who, made, other).pdf)


def set_state(billed: Billed, written: WrittenReminder, state: PaperState) -> None:
    with billed.ground.workplace.transaction() as session:
        paper = register.find(session, written.paper.paper)
        assert paper is not None
        paper.state = state


def notes(billed: Billed, who: str) -> list[tuple[str, bool]]:
    """The customer's call notes, the oldest first, and whether each is closed."""
    with billed.ground.workplace.reading() as session:
        found = call_notes.of_customer(session, customer_store.get(session, who).id)
        return [(one.text, bool(one.done_at)) for one in reversed(found)]


def test_only_what_is_overdue_of_the_customer_is_offered(billed: Billed, reminders: PaymentReminders) -> None:
    who = billed.someone()
    late, later = overdue(billed, who), overdue(billed, who, "2026-11-10")
    overdue(billed, who, billed.ground.workplace.today().isoformat())  # today it is still in time
    paid = overdue(billed, who)
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.CASH, allocations=((paid, GROSS),))
    Payments(billed.ground.workplace).book(billed.books, who, record)
    overdue(billed, billed.someone())
    billed.draft(billed.job(who), InvoiceKind.DEPOSIT)
    offer = reminders.offer(billed.books, who)
    assert [one.invoice for one in offer.items] == [late, later]
    assert [one.listed.days for one in offer.items] == [24, 14]
    assert all(one.listed.open_yen == GROSS and one.last is None for one in offer.items)
    assert offer.letters == ()


def test_a_letter_is_registered_logged_and_lists_what_is_still_open(
    billed: Billed, reminders: PaymentReminders
) -> None:
    who = billed.someone()
    late, part = overdue(billed, who), overdue(billed, who, "2026-11-10")
    record = PaymentRecord("2026-11-20", 8_755, PaymentWay.CASH, allocations=((part, 8_755),))
    Payments(billed.ground.workplace).book(billed.books, who, record)
    assert [one.listed.part_paid for one in reminders.offer(billed.books, who).items] == [False, True]
    written = write(billed, reminders, who, late, part)
    text = squeezed(written.pdf)
    assert written.paper.number == "D2026-00003", "a payment is called P2026-000003"
    assert "¥28,755" in text
    assert "I2026-000002" in text
    assert written.paper.kind is PaperKind.PAYMENT_REMINDER
    assert written.paper.label == "1/3: I2026-000001, I2026-000002"
    (entry,) = AuditLog(billed.ground.workplace).entries(
        billed.ground.owner, action=Action.PAYMENT_REMINDER_WRITTEN
    )
    assert "I2026-000001" in str(entry)


def test_the_next_tone_is_proposed_by_the_letters_that_went_out(
    billed: Billed, reminders: PaymentReminders
) -> None:
    who = billed.someone()
    old = overdue(billed, who)

    def proposed() -> ReminderTone:
        return proposed_tone(reminders.offer(billed.books, who).items)

    assert proposed() is SOFT
    struck = write(billed, reminders, who, old)
    assert proposed() is FIRM
    set_state(billed, struck, PaperState.STRUCK)
    assert proposed() is SOFT
    write(billed, reminders, who, old)
    write(billed, reminders, who, old, tone=FIRM)
    assert proposed() is LAST
    new = overdue(billed, who, "2026-11-10")
    assert proposed() is FIRM
    with pytest.raises(NotRemindedBefore) as refused:
        write(billed, reminders, who, old, new, tone=LAST)
    assert refused.value.details["number"] == "I2026-000002"
    write(billed, reminders, who, old, tone=LAST)
    assert [one.last and one.last.tone for one in reminders.offer(billed.books, who).items] == [LAST, None]
    assert [one.tone for one in reminders.offer(billed.books, who).letters] == [LAST, FIRM, SOFT]


def test_what_takes_an_invoices_place_keeps_its_day_and_its_letters(
    billed: Billed, reminders: PaymentReminders
) -> None:
    who = billed.someone()
    first = overdue(billed, who)
    written = write(billed, reminders, who, first)
    set_state(billed, written, PaperState.OUT)
    number = billed.invoices.detail(billed.books, first).row.number
    for _again in range(2):
        draft = billed.invoices.reissue(billed.books, first)
        detail = billed.invoices.detail(billed.books, draft)
        assert (detail.record.due_on, detail.former_due_on) == ("2026-10-31", "2026-10-31")
        assert billed.invoices.worked_out(billed.books, draft, detail.record).due_on == "2026-10-31"
        assert billed.invoices.preview(billed.books, draft, english, detail.record)
        first = billed.issue(draft).invoice
        (item,) = reminders.offer(billed.books, who).items
        assert (item.listed.due_on, item.listed.days) == ("2026-10-31", 24)
        assert item.last is not None
        assert item.last.numbers == (number,)
        assert proposed_tone([item]) is FIRM
        (shown,) = OpenItems(billed.ground.workplace).open(billed.books)
        assert shown.reminded_on == "2026-11-24"
        (shown,) = OpenItems(billed.ground.workplace).of_customer(billed.books, who)
        assert shown.reminded_on == "2026-11-24"
    draft = billed.invoices.reissue(billed.books, first)
    detail = billed.invoices.detail(billed.books, draft)
    with pytest.raises(BadDate):
        billed.invoices.change(
            billed.books, draft, detail.row.version, replace(detail.record, due_on="2026-10-30")
        )
    later = replace(detail.record, due_on="2026-12-10")
    made = billed.invoices.issue(billed.books, draft, detail.row.version, english, later)
    assert billed.invoices.detail(billed.books, made.invoice).row.due_on == "2026-12-10"


def test_the_call_notes_say_what_became_of_it(billed: Billed, reminders: PaymentReminders) -> None:
    who = billed.someone()
    written = write(billed, reminders, who, overdue(billed, who))
    paper = written.paper.paper
    reminders.note_sent(billed.books, paper, english)
    assert notes(billed, who) == []
    set_state(billed, written, PaperState.HANDED_OVER)
    reminders.note_sent(billed.books, paper, english)
    set_state(billed, written, PaperState.STRUCK)
    billed.ground.clock.now += timedelta(minutes=1)
    reminders.note_sent(billed.books, paper, english)
    (sent, closed), (not_sent, closed_too) = notes(billed, who)
    assert closed
    assert closed_too
    with billed.ground.workplace.reading() as session:
        stored = call_notes.of_customer(session, customer_store.get(session, who).id)
        assert {note.way for note in stored} == {CallWay.WRITTEN}
    assert written.paper.number in sent
    assert "Asking whether it was overlooked" in sent
    assert "I2026-000001" in sent
    assert "was not sent" in not_sent
    with pytest.raises(RecordGone):
        reminders.note_sent(billed.books, "0" * 32, english)


def test_a_letter_that_was_saved_went_out_whether_it_is_printed_or_not(
    billed: Billed, reminders: PaymentReminders
) -> None:
    who = billed.someone()
    old = overdue(billed, who)
    written = write(billed, reminders, who, old)
    saved = reminders.save_copy(billed.books, written)
    assert (saved.content, saved.number) == (written.pdf, written.paper.number)
    log = AuditLog(billed.ground.workplace)
    (entry,) = log.entries(billed.ground.owner, action=Action.PAYMENT_REMINDER_SAVED)
    assert (entry.subject, entry.details["paper"]) == (f"customer:{who}", written.paper.number)
    (out,) = OutsideLists(billed.ground.workplace).out(billed.books)
    assert (out.list, out.kind, out.document) == (saved.list, ListKind.REMINDER, written.paper.number)
    reminders.note_sent(billed.books, written.paper.paper, english)
    set_state(billed, written, PaperState.STRUCK)
    ((noted, _closed),) = notes(billed, who)
    assert "was saved as a file to be sent" in noted
    assert proposed_tone(reminders.offer(billed.books, who).items) is FIRM
    OutsideLists(billed.ground.workplace).not_written(billed.books, saved.list)
    assert proposed_tone(reminders.offer(billed.books, who).items) is SOFT, "there never was such a file"
    with pytest.raises(RecordGone):
        reminders.save_copy(billed.books, replace(written, paper=replace(written.paper, paper="0" * 32)))
    with pytest.raises(NotPermitted):
        reminders.save_copy(billed.ground.desk, written)


def test_what_cannot_be_written_leaves_nothing(billed: Billed, reminders: PaymentReminders) -> None:
    who = billed.someone()
    late = overdue(billed, who)
    in_time = overdue(billed, who, "2026-12-31")
    good = ReminderOrder(SOFT, frozenset({late}), PAY_BY)
    for order, refusal in (
        (replace(good, invoices=frozenset()), NoInvoiceChosen),
        (replace(good, invoices=frozenset({in_time})), NothingOverdue),
        (replace(good, pay_by=""), Missing),
        (replace(good, pay_by="2026-11-23"), BadDate),  # yesterday
        (replace(good, pay_by="2027-02-25"), BadDate),  # in more than three months
        (replace(good, tone=LAST), NotRemindedBefore),
    ):
        with pytest.raises(refusal):
            reminders.write(billed.books, who, order, english)
    with billed.ground.workplace.transaction() as session:
        session.execute(update(Customer).where(Customer.record_id == who).values(suspended_on="2026-11-21"))
    with pytest.raises(CustomerSuspended):
        reminders.write(billed.books, who, good, english)
    with pytest.raises(CustomerSuspended):
        reminders.offer(billed.books, who)
    with billed.ground.workplace.reading() as session:
        query = RegisterQuery(kinds=frozenset({PaperKind.PAYMENT_REMINDER}))
        assert register.rows(session, query, billed.ground.workplace.today()) == ()


def test_whoever_is_owed_something_is_not_asked_for_more_than_they_owe(
    billed: Billed, reminders: PaymentReminders
) -> None:
    """Neither with money that pays for nothing yet, nor with a credit note of what was paid."""
    generous, credited = billed.someone(), billed.someone()
    late = {who: overdue(billed, who) for who in (generous, credited)}
    book = Payments(billed.ground.workplace).book
    book(billed.books, generous, PaymentRecord("2026-11-20", 3_000, PaymentWay.CASH))
    paid = overdue(billed, credited)
    book(
        billed.books,
        credited,
        PaymentRecord("2026-11-20", GROSS, PaymentWay.CASH, allocations=((paid, GROSS),)),
    )
    billed.issue(billed.invoices.credit(billed.books, paid, english))
    for who, owed in ((generous, 3_000), (credited, GROSS)):
        for ask in (
            lambda who=who: reminders.offer(billed.books, who),
            lambda who=who: write(billed, reminders, who, late[who]),
        ):
            with pytest.raises(CreditUnused) as refused:
                ask()
            what, _safe, todo = refused.value.sentences(english)
            assert f"¥{owed:,}" in what
            assert all(place in todo for place in ("“Payments” by “Left over…”", "“Open” by “Pay back"))


@pytest.mark.parametrize(
    ("label", "tone", "numbers"),
    [
        ("1/3: I2026-000001", "soft", ("I2026-000001",)),
        ("2/3: I2026-000012, I2026-000031", "firm", ("I2026-000012", "I2026-000031")),
        ("3/3: I2026-000007", "last", ("I2026-000007",)),
    ],
)
def test_a_letter_that_was_sent_keeps_its_tone(label: str, tone: str, numbers: tuple[str, ...]) -> None:
    """Registers hold these labels: whatever tones there will be, they mean what they meant."""
    assert read_label(label) == (tone, numbers)


@pytest.mark.parametrize("tone", ReminderTone)
def test_the_register_tells_the_tone_and_the_invoices(tone: ReminderTone) -> None:
    numbers = ("I2026-000001", "I2026-000042")
    assert read_label(letter_label(tone, numbers)) == (tone, numbers)
    assert read_label("8/9: I2026-000001") is None
    assert read_label("3/2: I2026-000001") is None
    assert read_label("督促状") is None


def test_who_opened_the_form_before_a_letter_was_made_is_asked_before_another_is(
    billed: Billed, reminders: PaymentReminders
) -> None:
    who = billed.someone()
    late, other = overdue(billed, who), overdue(billed, who)
    order = ReminderOrder(SOFT, frozenset({late}), PAY_BY)
    first = reminders.write(billed.books, who, order, english).paper
    reminders.write(billed.books, who, replace(order, invoices=frozenset({other})), english)
    with pytest.raises(WrittenMeanwhile, match=first.number) as asked:
        reminders.write(billed.books, who, order, english)
    assert asked.value.letters == {first.number}
    agreed = replace(order, known=asked.value.letters)
    second = reminders.write(billed.books, who, agreed, english)
    with pytest.raises(WrittenMeanwhile, match=second.paper.number):
        reminders.write(billed.books, who, agreed, english)
    set_state(billed, second, PaperState.STRUCK)
    reminders.write(billed.books, who, agreed, english)
