"""Receipts: one for a payment, numbers without gaps, blank ones with technicians, and the stamp."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update

from hvacdesk.domain.billing.filed_documents import FiledPageDestroyed
from hvacdesk.domain.billing.invoices import InvoiceKind, InvoiceLineRecord
from hvacdesk.domain.billing.open_items import DepositEnd
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentTakenBack, PaymentWay
from hvacdesk.domain.billing.prices import PriceRecord
from hvacdesk.domain.billing.receipts import (
    MoneyBack,
    MoneyWentBack,
    NothingReceived,
    ReceiptDay,
    ReceiptMadeOutWithout,
    ReceiptNotIssued,
    ReceiptNotOut,
    ReceiptOut,
    ReceiptQuery,
    ReceiptRecord,
    ReceiptStands,
    ReceiptState,
    counted,
)
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, InvalidInput, Missing, NotPermitted
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing import receipts as receipt_services
from hvacdesk.services.billing.cancelled_deposits import CancelledDeposits
from hvacdesk.services.billing.filed_invoices import FiledInvoices
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.prices import Prices
from hvacdesk.services.billing.receipts import Receipts, shipped_stamp_duty
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.exchange.outside_lists import OutsideLists
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.store.models import AuditRow, IssuedDocument
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.booked import book_another
from tests.helpers.ground import new_ground
from tests.unit.documents.billing.money_papers import squeezed
from tests.unit.services.billing.test_cancelled_deposits import look_and_end

RECORD = ReceiptRecord("空調設備工事代として", "2026-11-24")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Billed]:
    ground = new_ground(tmp_path)
    yield billed_office(ground)
    ground.close()


def receipts(office: Billed) -> Receipts:
    return Receipts(office.ground.workplace)


def papers(office: Billed) -> Papers:
    return Papers(office.ground.workplace, WorkOrders(office.ground.workplace))


def payment(office: Billed, yen: int = 60_000, way: PaymentWay = PaymentWay.CASH) -> str:
    record = PaymentRecord("2026-11-20", yen, way)
    return Payments(office.ground.workplace).book(office.books, office.someone(), record)


def test_a_receipt_says_what_was_received_and_that_it_needs_a_stamp(office: Billed) -> None:
    page = receipts(office).issue(office.books, payment(office), RECORD, english).page
    assert (page.number, page.yen, page.received_on, page.issued_on) == (
        "R2026-000001", 60_000, "2026-11-20", "2026-11-24",
    )  # fmt: skip
    assert (page.proviso, page.way, page.stamp_due, page.reissue) == (RECORD.proviso, "Cash", True, 0)
    assert page.honorific == "様"
    (row,) = receipts(office).listed(office.books).rows
    assert (row.state, row.stamp_yen) == (ReceiptState.ISSUED, 200)


def test_a_receipt_is_registered_filed_and_logged_as_it_was_made_out(office: Billed) -> None:
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    assert made.paper is not None
    assert (made.paper.kind, made.page.code) == (PaperKind.RECEIPT, made.paper.code)
    again = receipts(office).reissue(office.books, made.receipt, 1, english)
    with office.ground.workplace.reading() as session:
        filed = session.query(IssuedDocument).filter_by(kind="receipt").order_by(IssuedDocument.id).all()
        assert [one.pdf for one in filed] == [made.pdf, again.pdf]
        (entry,) = session.query(AuditRow).filter_by(action="receipt_issued")
        assert filed[0].sha256 in entry.details
    sent = receipts(office).issue(office.books, payment(office), replace(RECORD, electronic=True), english)
    assert sent.paper is None
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(again.pdf)).pages)
    assert "Reissue" in text
    assert "R2026-000001" in text
    assert "60,000" in text


def test_of_more_than_its_invoice_asked_for_a_receipt_states_no_tax_and_needs_the_whole_sums_stamp(
    office: Billed,
) -> None:
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    for yen, stated, stamp in ((GROSS + 33_000, False, 200), (GROSS, True, 0)):
        record = PaymentRecord("2026-11-20", yen, PaymentWay.CASH, allocations=((invoice, GROSS),))
        payments = Payments(office.ground.workplace)
        made = payments.book(office.books, who, record)
        page = receipts(office).issue(office.books, made, RECORD, english).page
        assert (page.sums is not None, page.stamp_yen) == (stated, stamp)
        row = receipts(office).listed(office.books).rows[0]
        receipts(office).void(office.books, row.receipt, row.version)
        payments.take_back(office.books, made, payments.latest(office.books)[0].row.version)


def test_what_came_in_beyond_the_invoice_is_named_as_kept_and_bears_no_tax(office: Billed) -> None:
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    record = PaymentRecord("2026-11-20", GROSS + 16_001, PaymentWay.CASH, allocations=((invoice, GROSS),))
    made = Payments(office.ground.workplace).book(office.books, who, record)
    issued = receipts(office).issue(office.books, made, RECORD, english)
    assert issued.page.kept_yen == 16_001
    said = squeezed(issued.pdf)
    assert f"Of it for the invoice ¥{GROSS:,}, kept for you ¥16,001".replace(" ", "") in said
    assert "(taxincluded)" not in said
    back = PaymentRecord("2026-11-21", -10_000, PaymentWay.CASH)
    Payments(office.ground.workplace).pay_back(office.books, made, 1, back)
    receipts(office).void(office.books, issued.receipt, 1)
    told = receipts(office).given_back(office.books, made)
    again = receipts(office).issue(office.books, made, RECORD, english, told)
    parts = f"Of it for the invoice ¥{GROSS:,}, kept for you ¥6,001, given back ¥10,000"
    assert parts.replace(" ", "") in squeezed(again.pdf)


def test_where_change_was_given_back_a_receipt_begins_over_what_was_kept(office: Billed) -> None:
    """What it says was received is what the invoice asked for: so it states the tax, and needs no stamp."""
    who, paid = office.someone(), Payments(office.ground.workplace)
    invoice = office.issued(office.job(who)).invoice
    record = PaymentRecord("2026-11-20", GROSS + 33_000, PaymentWay.CASH, allocations=((invoice, GROSS),))
    made = paid.book(office.books, who, record)
    assert not receipts(office).beginning(office.books, made, english).over_kept, "nothing went back"
    paid.pay_back(office.books, made, 1, PaymentRecord("2026-11-20", -33_000, PaymentWay.CASH))
    begun = receipts(office).beginning(office.books, made, english)
    assert begun.over_kept
    told = receipts(office).given_back(office.books, made)
    assert receipts(office).stamp(office.books, made, begun) == 0
    issued = receipts(office).issue(office.books, made, begun, english, told)
    said = squeezed(issued.pdf)
    assert (issued.page.yen, issued.page.kept_yen, issued.page.back_yen) == (GROSS, 0, 0)
    assert issued.page.sums is not None
    assert issued.page.sums.gross == GROSS
    assert f"{GROSS + 33_000:,}" not in said
    assert "(taxincluded)" in said
    row = receipts(office).detail(office.books, issued.receipt).row
    assert row.yen == GROSS
    query = ReceiptQuery(lowest=GROSS + 1)
    assert not receipts(office).listed(office.books, query).rows, "it is found by what it says"
    assert receipts(office).given_back(office.books, made, issued.receipt) == (), "it counts nothing of it"
    receipts(office).reissue(office.books, issued.receipt, 1, english)
    receipts(office).void(office.books, issued.receipt, row.version + 1)
    whole = replace(begun, over_kept=False)
    assert receipts(office).stamp(office.books, made, whole) == 200
    again = receipts(office).issue(office.books, made, whole, english, told)
    assert (again.page.yen, again.page.back_yen, again.page.sums) == (GROSS + 33_000, 33_000, None)
    assert receipts(office).given_back(office.books, made, again.receipt) == told


def test_what_goes_back_after_a_receipt_over_what_was_kept_is_told(office: Billed) -> None:
    paid = Payments(office.ground.workplace)
    made = payment(office)
    first = paid.pay_back(office.books, made, 1, PaymentRecord("2026-11-23", -20_000, PaymentWay.CASH))
    told = receipts(office).given_back(office.books, made)
    record = receipts(office).beginning(office.books, made, english)
    issued = receipts(office).issue(office.books, made, record, english, told)
    assert (issued.page.yen, issued.page.kept_yen, issued.page.back_yen) == (40_000, 0, 0)
    second = paid.pay_back(office.books, made, 2, PaymentRecord("2026-11-21", -15_000, PaymentWay.BANK))
    (later,) = receipts(office).given_back(office.books, made, issued.receipt)
    assert later.yen == 15_000
    with pytest.raises(MoneyWentBack):
        receipts(office).reissue(office.books, issued.receipt, 1, english)
    with pytest.raises(ReceiptMadeOutWithout, match=issued.page.number):
        paid.take_back(office.books, first, 1)
    paid.take_back(office.books, second, 1)
    assert receipts(office).given_back(office.books, made, issued.receipt) == ()
    receipts(office).void(office.books, issued.receipt, 1)
    paid.take_back(office.books, first, 1)
    assert receipts(office).given_back(office.books, made) == ()


def test_a_paying_back_is_taken_back_while_the_receipt_counts_all_that_came(office: Billed) -> None:
    paid = Payments(office.ground.workplace)
    made = payment(office)
    back = paid.pay_back(office.books, made, 1, PaymentRecord("2026-11-23", -20_000, PaymentWay.CASH))
    told = receipts(office).given_back(office.books, made)
    receipts(office).issue(office.books, made, RECORD, english, told)
    paid.take_back(office.books, back, 1)
    assert receipts(office).given_back(office.books, made) == ()


def test_what_a_receipt_was_made_out_without_is_taken_off_what_it_counts_to_the_yen() -> None:
    """As in an office where the first money back was taken back after the receipt."""
    back = MoneyBack("P2026-000003", "2026-11-23", 3_000, PaymentWay.CASH)
    noted = MoneyBack("P2026-000004", "2026-11-23", 500, PaymentWay.CASH, "C2026-000001")
    assert counted((back, noted), 1_000) == (replace(back, yen=2_000), noted)
    assert counted((back, noted), 4_000) == (noted,)
    assert counted((back,), 0) == (back,)


def test_of_a_payment_for_no_invoice_a_receipt_names_what_went_back(office: Billed) -> None:
    paid = Payments(office.ground.workplace)
    made = payment(office, 5_000)
    paid.pay_back(office.books, made, 1, PaymentRecord("2026-11-21", -5_000, PaymentWay.CASH))
    begun = receipts(office).beginning(office.books, made, english)
    assert not begun.over_kept, "nothing was kept"
    told = receipts(office).given_back(office.books, made)
    with pytest.raises(NothingReceived):
        receipts(office).issue(office.books, made, replace(begun, over_kept=True), english, told)
    issued = receipts(office).issue(office.books, made, begun, english, told)
    assert (issued.page.kept_yen, issued.page.back_yen) == (0, 5_000)
    assert "givenback¥5,000" in squeezed(issued.pdf)
    other = payment(office, 5_000)
    paid.pay_back(office.books, other, 1, PaymentRecord("2026-11-21", -2_000, PaymentWay.CASH))
    told = receipts(office).given_back(office.books, other)
    page = receipts(office).issue(office.books, other, begun, english, told).page
    assert (page.kept_yen, page.back_yen) == (3_000, 2_000)


def test_a_receipt_for_a_part_payment_states_no_tax(office: Billed) -> None:
    """The tax of the whole invoice, on each of its parts' receipts, would be deducted more than once."""
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    part = PaymentRecord("2026-11-20", 8_000, PaymentWay.CASH, allocations=((invoice, 8_000),))
    made = Payments(office.ground.workplace).book(office.books, who, part)
    assert receipts(office).issue(office.books, made, RECORD, english).page.sums is None


def test_blank_receipts_are_pages_with_their_numbers(office: Billed) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    made = receipts(office).give_out(office.books, technician, 2, english)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)
    assert all(number in text for number in made.numbers)


@pytest.mark.parametrize(
    ("yen", "way", "electronic", "stamp"),
    [
        (49_999, PaymentWay.CASH, False, 0),
        (60_000, PaymentWay.CASH, True, 0),
        (60_000, PaymentWay.CARD, False, 0),
        (60_000, PaymentWay.DEBIT_CARD, False, 200),
        (60_000, PaymentWay.BANK, False, 200),
        (60_000, PaymentWay.BILL, False, 200),
        (60_000, PaymentWay.CLAIM, False, 0),
        (60_000, PaymentWay.SET_OFF, False, 0),
    ],
)
def test_the_stamp_that_a_receipt_needs(
    office: Billed, yen: int, way: PaymentWay, electronic: bool, stamp: int
) -> None:
    record = replace(RECORD, electronic=electronic)
    made = payment(office, yen, way)
    assert receipts(office).stamp(office.books, made, record) == stamp
    assert receipts(office).issue(office.books, made, record, english).page.stamp_due == bool(stamp)


SPARED = {
    PaymentWay.CARD: "クレジットカード利用",
    PaymentWay.CLAIM: "上記の金額を電子記録債権により領収いたしました。",
    PaymentWay.SET_OFF: "上記の金額は相殺により決済し、金銭の受領はございません。",
}
"""The words on a page that spare it the stamp."""


@pytest.mark.parametrize("way", PaymentWay)
def test_a_page_without_a_stamp_says_why_it_needs_none(office: Billed, way: PaymentWay) -> None:
    """Without these words it would need its stamp; on a page that has one they would be untrue."""
    made = receipts(office).issue(office.books, payment(office, 60_000, way), RECORD, words_for("ja"))
    text = PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    assert [one for one, said in SPARED.items() if said in text] == ([way] if way in SPARED else [])
    assert ("収入印紙" in text) == made.page.stamp_due == (way not in SPARED)
    assert ("デビットカード" in text) == (way is PaymentWay.DEBIT_CARD)
    assert ("正に領収いたしました" in text) == (way not in {PaymentWay.CLAIM, PaymentWay.SET_OFF})
    for security, word in ((PaymentWay.CHEQUE, "小切手により"), (PaymentWay.BILL, "手形により")):
        assert (word in text) == (way is security)


def test_a_receipt_for_a_set_off_says_so_when_it_is_printed_again(office: Billed) -> None:
    words = words_for("ja")
    made = receipts(office).issue(office.books, payment(office, 60_000, PaymentWay.SET_OFF), RECORD, words)
    again = receipts(office).reissue(office.books, made.receipt, 1, words)
    assert again.page.said == made.page.said
    assert SPARED[PaymentWay.SET_OFF] in PdfReader(io.BytesIO(again.pdf)).pages[0].extract_text()


def test_a_receipt_for_a_set_off_names_no_money_that_came_or_is_kept(office: Billed) -> None:
    who, words = office.someone(), words_for("ja")
    invoice = office.issued(office.job(who)).invoice
    book = Payments(office.ground.workplace).book
    record = PaymentRecord("2026-11-24", 60_000, PaymentWay.SET_OFF, allocations=((invoice, GROSS),))
    made = receipts(office).issue(office.books, book(office.books, who, record), RECORD, words)
    said = squeezed(made.pdf)
    assert "相殺金額￥60,000" in said
    assert f"内訳：請求書分{GROSS:,}円、相殺の残額{60_000 - GROSS:,}円" in said
    assert "相殺日2026年11月24日" in said
    assert not [word for word in ("領収金額", "領収日", "お預り") if word in said]


def test_the_stamp_is_that_of_the_receipts_own_day(office: Billed, monkeypatch: pytest.MonkeyPatch) -> None:
    """The payment may be older than a change of the table; the shipped one last changed in 2014."""
    (shipped,) = shipped_stamp_duty().tables[-1:]
    dearer = replace(shipped, since=date(2026, 11, 22), steps=((None, 400),))
    table = replace(shipped_stamp_duty(), tables=(shipped, dearer))
    monkeypatch.setattr(receipt_services, "shipped_stamp_duty", lambda: table)
    made = payment(office, 60_000, PaymentWay.CASH)
    for day, yen in (("2026-11-21", 200), ("2026-11-22", 400)):
        assert receipts(office).stamp(office.books, made, replace(RECORD, issued_on=day)) == yen


def test_a_receipt_shown_again_is_logged_with_the_name_alone(office: Billed) -> None:
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    with office.ground.workplace.reading() as session:
        (filed,) = session.scalars(select(IssuedDocument.record_id))
    office.invoices.document(office.books, filed, english)
    log = AuditLog(office.ground.workplace)
    (entry,) = log.entries(office.ground.owner, action=Action.INVOICE_SHOWN)
    assert (entry.details["number"], entry.details["fields"]) == (made.page.number, ["name"])


def test_a_receipt_for_a_whole_invoice_states_its_sums_and_begins_with_its_number(office: Billed) -> None:
    who = office.someone()
    issued = office.issued(office.job(who))
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, allocations=((issued.invoice, GROSS),))
    made = Payments(office.ground.workplace).book(office.books, who, record)
    begun = receipts(office).beginning(office.books, made, english)
    assert issued.number in begun.proviso
    page = receipts(office).issue(office.books, made, begun, english).page
    assert page.sums is not None
    assert (page.sums.gross, page.invoice_number) == (GROSS, issued.number)


@pytest.mark.parametrize(
    ("kind", "said"), [(InvoiceKind.DEPOSIT, "Deposit for"), (InvoiceKind.PART, "Part payment for")]
)
def test_a_receipt_for_money_in_advance_says_so(office: Billed, kind: InvoiceKind, said: str) -> None:
    who = office.someone()
    asked = office.issued(office.job(who), kind)
    yen = office.invoices.detail(office.books, asked.invoice).row.open_yen
    record = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=((asked.invoice, yen),))
    made = Payments(office.ground.workplace).book(office.books, who, record)
    begun = receipts(office).beginning(office.books, made, english)
    assert begun.proviso == f"{said} air-conditioning work (invoice {asked.number})"


def test_a_payment_has_one_receipt_until_it_is_void(office: Billed) -> None:
    made = payment(office)
    receipts(office).issue(office.books, made, RECORD, english)
    with pytest.raises(ReceiptStands, match="R2026-000001"):
        receipts(office).issue(office.books, made, RECORD, english)
    (row,) = receipts(office).listed(office.books).rows
    receipts(office).void(office.books, row.receipt, row.version)
    with pytest.raises(ReceiptNotIssued):
        receipts(office).void(office.books, row.receipt, row.version + 1)
    assert receipts(office).issue(office.books, made, RECORD, english).page.number == "R2026-000002"


def test_a_receipt_that_changed_since_it_was_read_is_not_made_void(office: Billed) -> None:
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    (read,) = receipts(office).listed(office.books).rows
    receipts(office).reissue(office.books, made.receipt, read.version, english)
    with pytest.raises(ChangedMeanwhile):
        receipts(office).void(office.books, made.receipt, read.version)
    assert receipts(office).detail(office.books, made.receipt).row.state is ReceiptState.ISSUED


def test_a_receipt_printed_again_counts_how_often(office: Billed) -> None:
    receipts(office).issue(office.books, payment(office), RECORD, english)
    (row,) = receipts(office).listed(office.books).rows
    assert receipts(office).reissue(office.books, row.receipt, row.version, english).page.reissue == 1
    assert receipts(office).reissue(office.books, row.receipt, row.version + 1, english).page.reissue == 2
    with pytest.raises(ChangedMeanwhile):
        receipts(office).reissue(office.books, row.receipt, row.version, english)


def test_the_newest_are_listed_and_the_others_found_by_number_or_state(office: Billed) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    numbers = receipts(office).give_out(office.books, technician, 12, english).numbers
    receipts(office).bring_back(office.books, numbers[:1])

    def found(limit: int | None = 5, number: str = "", *states: ReceiptState) -> tuple[list[str], int]:
        query = ReceiptQuery(number, frozenset(states))
        told = receipts(office).listed(office.books, query, limit)
        return [row.number for row in told.rows], told.total

    assert found() == (list(reversed(numbers))[:5], 12)
    assert found(None) == (list(reversed(numbers)), 12)
    assert found(5, "ｒ2026-00000１") == ([numbers[0]], 1)
    assert found(5, "00001") == ([numbers[at] for at in (11, 10, 9, 0)], 4)
    assert found(5, "%") == ([], 0)
    assert found(5, "", ReceiptState.RETURNED) == ([numbers[0]], 1)
    assert found(1, "", ReceiptState.GIVEN_OUT) == ([numbers[11]], 11)


def test_receipts_are_found_by_day_sum_and_party_together(office: Billed) -> None:
    """電子帳簿保存法 wants these three and their combinations, of what was sent as a file too."""

    def made(yen: int, family: str, given: str, on: str) -> str:
        who = office.someone(name=PersonName(family, given))
        paid = Payments(office.ground.workplace).book(
            office.books, who, PaymentRecord("2026-11-20", yen, PaymentWay.CASH)
        )
        return receipts(office).issue(office.books, paid, replace(RECORD, issued_on=on), english).page.number

    first = made(30_000, "柳川", "美沙緒", "2026-11-20")
    second = made(80_000, "榊原", "健", "2026-11-24")
    (blank,) = (
        receipts(office)
        .give_out(office.books, office.ground.people[Role.TECHNICIAN].account, 1, english)
        .numbers
    )

    def numbers(**query: object) -> list[str]:
        found = receipts(office).listed(office.books, ReceiptQuery(**query))  # type: ignore[arg-type]
        assert found.total == len(found.rows)
        return [row.number for row in found.rows]

    assert numbers() == [blank, second, first]
    assert numbers(first_day="2026-11-21") == [second]
    assert numbers(last_day="2026-11-23") == [first]
    assert numbers(lowest=30_000, highest=30_000) == [first]
    assert numbers(lowest=30_001) == [second]
    assert numbers(highest=30_000) == [first]
    assert numbers(lowest=0) == [second, first]
    assert numbers(highest=0) == [], "a blank one has no sum"
    assert numbers(party="柳川") == [first]
    assert numbers(party="柳川", first_day="2026-11-21") == []
    assert numbers(party="榊原", first_day="2026-11-21", lowest=1_000, highest=90_000) == [second]
    assert numbers(party="健") == []  # a given name is hidden, so no part of it finds
    assert numbers(party=first.lower()) == [first]
    assert numbers(party=second, highest=30_000) == []
    assert numbers(first_day="2026-11-20", last_day="2026-11-20") == [first]
    received = {"day": ReceiptDay.RECEIVED}
    assert numbers(first_day="2026-11-20", last_day="2026-11-20", **received) == [second, first]
    assert numbers(first_day="2026-11-21", **received) == []
    assert numbers(last_day="2026-11-20", lowest=30_001, party="榊原", **received) == [second]
    assert numbers(**received) == [blank, second, first], "no day was asked for"
    days = {row.number: row.received_on for row in receipts(office).listed(office.books).rows}
    assert days == {blank: "", first: "2026-11-20", second: "2026-11-20"}


def test_what_went_back_of_a_payment_is_told_before_its_receipt(office: Billed) -> None:
    payments, books = Payments(office.ground.workplace), office.books
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    record = PaymentRecord("2026-11-20", GROSS + 500, PaymentWay.CASH, allocations=((invoice, GROSS),))
    paid = payments.book(books, who, record)
    assert receipts(office).given_back(books, paid) == ()
    over = payments.pay_back(books, paid, 1, PaymentRecord("2026-11-21", -300, PaymentWay.BANK))
    note = office.issue(office.invoices.credit(books, invoice, english))
    assert [one.yen for one in receipts(office).given_back(books, paid)] == [300], "nothing went back with it"
    noted = PaymentRecord("2026-11-22", -GROSS, PaymentWay.CASH, allocations=((note.invoice, -GROSS),))
    payments.book(books, who, noted)
    assert receipts(office).given_back(books, paid) == (
        MoneyBack("P2026-000002", "2026-11-21", 300, PaymentWay.BANK),
        MoneyBack("P2026-000003", "2026-11-22", GROSS, PaymentWay.CASH, note.number),
    )
    payments.take_back(books, over, 1)
    assert [one.yen for one in receipts(office).given_back(books, paid)] == [GROSS]
    with pytest.raises(NotPermitted):
        receipts(office).given_back(office.ground.desk, paid)


def money(office: Billed, who: str, yen: int, *parts: tuple[str, int], on: str = "2026-11-22") -> str:
    record = PaymentRecord(on, yen, PaymentWay.BANK, allocations=parts)
    return book_another(Payments(office.ground.workplace), office.books, who, record)


def credited(office: Billed, invoice: str, yen: int | None = None) -> IssuedInvoice:
    """A credit note about the whole of an invoice, or about so many yen before tax."""
    draft = office.invoices.credit(office.books, invoice, english)
    detail = office.invoices.detail(office.books, draft)
    record = detail.record
    if yen is not None:
        record = replace(record, lines=(replace(record.lines[0], quantity=1.0, yen=-yen),))
    return office.invoices.issue(office.books, draft, detail.row.version, english, record)


def backs(office: Billed, payment: str) -> list[tuple[int, str]]:
    return [(one.yen, one.note) for one in receipts(office).given_back(office.books, payment)]


def test_money_that_went_back_by_way_of_a_set_off_is_told(office: Billed) -> None:
    who = office.someone()
    first, second, third = (office.issued(office.job(who)).invoice for _ in range(3))
    paid = money(office, who, GROSS, (first, GROSS))
    note = credited(office, first).invoice
    money(office, who, 0, (second, GROSS), (note, -GROSS))
    again = credited(office, second).invoice
    money(office, who, 0, (third, GROSS), (again, -GROSS))
    assert backs(office, paid) == [], "all of it pays for something"
    last = credited(office, third)
    money(office, who, -GROSS, (last.invoice, -GROSS))
    assert backs(office, paid) == [(GROSS, last.number)]


def test_money_that_went_back_of_what_was_set_off_and_paid_at_once_is_told(office: Billed) -> None:
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    paid = money(office, who, GROSS, (first, GROSS))
    note = credited(office, first, 1_000).invoice
    money(office, who, GROSS - 1_100, (second, GROSS), (note, -1_100))
    last = credited(office, second)
    money(office, who, -GROSS, (last.invoice, -GROSS))
    assert backs(office, paid) == [(1_100, last.number)], "the other money came with the second payment"


def test_what_went_back_of_money_that_came_later_is_no_earlier_payments(office: Billed) -> None:
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    paid = money(office, who, GROSS, (first, GROSS))
    note = credited(office, first, 1_000)
    later = money(office, who, GROSS, (second, GROSS), (note.invoice, -1_100))
    payments = Payments(office.ground.workplace)
    payments.pay_back(office.books, later, 1, PaymentRecord("2026-11-23", -1_100, PaymentWay.CASH))
    assert backs(office, paid) == []
    assert backs(office, later) == [(1_100, "")]


def test_what_was_left_over_of_a_credit_note_alone_and_went_back_is_told(office: Billed) -> None:
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    paid = money(office, who, GROSS, (first, GROSS))
    note = credited(office, first)
    later = money(office, who, 0, (second, GROSS - 500), (note.invoice, -GROSS))
    payments = Payments(office.ground.workplace)
    payments.pay_back(office.books, later, 1, PaymentRecord("2026-11-23", -500, PaymentWay.CASH))
    assert backs(office, paid) == [(500, note.number)]


def test_of_an_invoice_that_two_payments_paid_no_more_is_told_than_each_paid(office: Billed) -> None:
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    small, large = (money(office, who, yen, (invoice, yen)) for yen in (500, GROSS - 500))
    note = credited(office, invoice)
    money(office, who, -GROSS, (note.invoice, -GROSS))
    assert backs(office, small) == [(500, note.number)]
    assert backs(office, large) == [(GROSS - 500, note.number)]


def test_of_an_invoice_with_two_credit_notes_no_more_is_told_than_was_paid(office: Billed) -> None:
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    small, large = (money(office, who, yen, (invoice, yen)) for yen in (5_000, GROSS - 5_000))
    first, last = credited(office, invoice, 8_000), credited(office, invoice)
    money(office, who, -GROSS, (first.invoice, -8_800), (last.invoice, 8_800 - GROSS))
    assert backs(office, small) == [(5_000, first.number)]
    assert backs(office, large) == [(8_800, first.number), (GROSS - 5_000 - 8_800, last.number)]


def test_money_that_went_back_twice_is_not_told_as_more_than_came(office: Billed) -> None:
    """The invoice was paid by two: one of them may have got more back than is told of it with the note."""
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    paid = money(office, who, 12_000, (invoice, 8_000))
    money(office, who, GROSS - 8_000, (invoice, GROSS - 8_000))
    payments = Payments(office.ground.workplace)
    payments.pay_back(office.books, paid, 1, PaymentRecord("2026-11-23", -4_000, PaymentWay.CASH))
    notes = [credited(office, invoice, 9_000), credited(office, invoice)]
    for note, yen in zip(notes, (9_900, GROSS - 9_900), strict=True):
        money(office, who, -yen, (note.invoice, -yen))
    assert sorted(backs(office, paid)) == [(4_000, ""), (8_000, notes[0].number)]


def test_what_went_back_of_a_payment_itself_is_not_told_with_a_credit_note_too(office: Billed) -> None:
    """5,000 came, beside a credit note that was set off: no more of it can have gone back."""
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    money(office, who, GROSS, (first, GROSS))
    note = credited(office, first).invoice
    paid = money(office, who, 5_000, (second, GROSS), (note, -GROSS))
    payments = Payments(office.ground.workplace)
    payments.pay_back(office.books, paid, 1, PaymentRecord("2026-11-23", -2_000, PaymentWay.CASH))
    last = credited(office, second)
    money(office, who, -GROSS, (last.invoice, -GROSS))
    assert sorted(backs(office, paid)) == [(2_000, ""), (3_000, last.number)]


def test_what_was_left_over_of_a_set_off_and_went_back_is_not_told_twice(office: Billed) -> None:
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    paid = money(office, who, 5_000, (first, 5_000))
    money(office, who, GROSS - 5_000, (first, GROSS - 5_000))
    note = credited(office, first)
    later = money(office, who, 0, (second, GROSS - 500), (note.invoice, -GROSS))
    payments = Payments(office.ground.workplace)
    payments.pay_back(office.books, later, 1, PaymentRecord("2026-11-23", -500, PaymentWay.CASH))
    last = credited(office, second)
    money(office, who, 500 - GROSS, (last.invoice, 500 - GROSS))
    assert sorted(backs(office, paid)) == [(500, note.number), (4_500, last.number)]


def test_what_was_set_off_with_one_credit_note_is_not_told_with_another(office: Billed) -> None:
    """One payment back for two notes and another invoice: 10,000 went back, and no yen is told twice."""
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    paid = money(office, who, GROSS, (first, GROSS))
    notes = [credited(office, first, 8_000), credited(office, first)]
    parts = [(notes[0].invoice, -8_800), (notes[1].invoice, 8_800 - GROSS)]
    money(office, who, -10_000, (second, GROSS - 10_000), *parts)
    assert backs(office, paid) == [(8_800, notes[0].number), (1_200, notes[1].number)]
    last = credited(office, second)
    money(office, who, 10_000 - GROSS, (last.invoice, 10_000 - GROSS))
    assert sum(yen for yen, _note in backs(office, paid)) <= GROSS


def test_of_a_credit_note_that_was_set_off_in_part_what_went_back_is_told(office: Billed) -> None:
    """One payment back may pay a part of another invoice too: only its own money went back."""
    who = office.someone()
    first, second = (office.issued(office.job(who)).invoice for _ in range(2))
    paid = money(office, who, GROSS, (first, GROSS))
    note = credited(office, first)
    money(office, who, 5_000 - GROSS, (second, 5_000), (note.invoice, -GROSS))
    assert backs(office, paid) == [(GROSS - 5_000, note.number)]


def test_a_deposit_kept_as_a_fee_that_went_back_later_is_told(office: Billed) -> None:
    who = office.someone()
    Prices(office.ground.workplace).keep(office.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    job = office.job(who, JobState.ARRANGED)
    deposit = office.issued(job, InvoiceKind.DEPOSIT, 50)
    yen = deposit.page.row.sums.gross
    paid = money(office, who, yen, (deposit.invoice, yen), on="2026-11-20")
    office.jobs.set_state(office.ground.desk, job, JobState.CANCELLED)
    cancelled = CancelledDeposits(office.ground.workplace)
    (held,) = cancelled.held(office.books)
    ended = look_and_end(office, held, DepositEnd(fee=yen))
    assert backs(office, paid) == [], "all of it was kept"
    last = credited(office, ended.issued[-1].invoice)
    money(office, who, -yen, (last.invoice, -yen))
    assert backs(office, paid) == [(yen, last.number)]


def test_no_receipt_is_made_out_or_printed_again_before_what_went_back_was_told(office: Billed) -> None:
    books, payments = office.books, Payments(office.ground.workplace)
    paid, whole = payment(office), 60_000
    first = payments.pay_back(books, paid, 1, PaymentRecord("2026-11-21", -10_000, PaymentWay.BANK))
    told = receipts(office).given_back(books, paid)
    with pytest.raises(MoneyWentBack):
        receipts(office).issue(books, paid, RECORD, english)
    assert not receipts(office).listed(books).rows, "no number was used up"
    made = receipts(office).issue(books, paid, RECORD, english, told)
    assert made.page.number == "R2026-000001"
    payments.pay_back(books, paid, 2, PaymentRecord("2026-11-22", 10_000 - whole, PaymentWay.BANK))
    with pytest.raises(MoneyWentBack):
        receipts(office).reissue(books, made.receipt, 1, english, told)
    now = receipts(office).given_back(books, paid)
    receipts(office).reissue(books, made.receipt, 1, english, now)
    payments.take_back(books, first, 1)
    with pytest.raises(MoneyWentBack):
        receipts(office).reissue(books, made.receipt, 2, english, now)


def fee(office: Billed, who: str, yen: int, *, taxable: bool = False) -> IssuedInvoice:
    """A cancellation fee that no deposit pays for."""
    job = office.job(who, JobState.ARRANGED)
    office.issued(job, InvoiceKind.DEPOSIT, 50)
    office.jobs.set_state(office.ground.desk, job, JobState.CANCELLED)
    cancelled = CancelledDeposits(office.ground.workplace)
    (held,) = cancelled.held(office.books)
    return look_and_end(office, held, DepositEnd(fee=yen, taxable=taxable)).issued[-1]


def test_a_receipt_for_a_fee_names_it_and_includes_tax_only_where_the_fee_is_taxed(office: Billed) -> None:
    Prices(office.ground.workplace).keep(office.ground.owner, PriceRecord(None, "Installation", "台", 10_000))
    who = office.someone()
    first, second = fee(office, who, 5_000), fee(office, who, 6_000)
    handling, work = fee(office, who, 5_500, taxable=True), office.issued(office.job(who))
    gross = work.page.row.sums.gross
    for parts, taxed, said in (
        ([(first, 2_000)], False, f"Cancellation fee (invoice {first.number})"),
        (
            [(first, 3_000), (second, 6_000)],
            *(False, f"Cancellation fee (invoice {first.number}・{second.number})"),
        ),
        ([(handling, 5_500)], True, f"Cancellation fee (invoice {handling.number})"),
    ):
        paid = money(
            office, who, sum(yen for _one, yen in parts), *((one.invoice, yen) for one, yen in parts)
        )
        begun = receipts(office).beginning(office.books, paid, english)
        assert begun.proviso == said
        made = receipts(office).issue(office.books, paid, begun, english)
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)
        assert (made.page.taxed, "tax included" in text) == (taxed, taxed)
    last = fee(office, who, 1_000)
    both = money(office, who, gross + 1_000, (work.invoice, gross), (last.invoice, 1_000))
    begun = receipts(office).beginning(office.books, both, english)
    assert begun.proviso.startswith("Air-conditioning work and cancellation fee")
    assert receipts(office).issue(office.books, both, begun, english).page.taxed


def test_what_is_all_outside_the_tax_is_no_work(office: Billed) -> None:
    who = office.someone()
    draft = office.invoices.draft_free(office.books, who)
    detail = office.invoices.detail(office.books, draft)
    line = InvoiceLineRecord("損害賠償金", 1.0, "式", 20_000, TaxClass.OUTSIDE)
    record = replace(detail.record, lines=(line,))
    made = office.invoices.issue(office.books, draft, detail.row.version, english, record)
    paid = money(office, who, 20_000, (made.invoice, 20_000))
    said = receipts(office).beginning(office.books, paid, english).proviso
    assert said == f"What invoice {made.number} asks for"


def test_the_receipts_of_an_invoice_are_those_of_what_came_in_for_it(office: Billed) -> None:
    payments, books = Payments(office.ground.workplace), office.books
    who = office.someone()
    invoice = office.issued(office.job(who)).invoice
    assert receipts(office).of_invoice(books, invoice) == ()
    parts = [
        book_another(
            payments,
            books,
            who,
            PaymentRecord(day, 5_000, PaymentWay.CASH, allocations=((invoice, 5_000),), note="控"),
        )
        for day in ("2026-11-22", "2026-11-20", "2026-11-21")
    ]
    payments.take_back(books, parts[2], 1)
    made = receipts(office).issue(books, parts[0], RECORD, english)
    found = receipts(office).of_invoice(books, invoice)
    assert [(one.payment, one.note) for one, _receipt in found] == [(parts[1], ""), (parts[0], "")]
    assert [receipt and receipt.receipt for _one, receipt in found] == [None, made.receipt]
    with pytest.raises(NotPermitted):
        receipts(office).of_invoice(office.ground.desk, invoice)


def test_blank_numbers_go_out_and_come_back_without_a_gap(office: Billed) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    numbers = receipts(office).give_out(office.books, technician, 3, english).numbers
    assert numbers == ("R2026-000001", "R2026-000002", "R2026-000003")
    made = payment(office)
    written = replace(RECORD, number=numbers[1], issued_on="2026-11-20")
    assert receipts(office).issue(office.books, made, written, english).page.number == numbers[1]
    receipts(office).bring_back(office.books, [numbers[0]])
    given_out = ReceiptQuery(states=frozenset({ReceiptState.GIVEN_OUT}))
    (out,) = receipts(office).listed(office.books, given_out).rows
    assert (out.number, out.holder) == (numbers[2], technician)
    receipts(office).void(office.books, out.receipt, out.version)
    assert (
        receipts(office).issue(office.books, payment(office), RECORD, english).page.number == "R2026-000004"
    )
    states = {row.number: row.state for row in receipts(office).listed(office.books).rows}
    assert list(states.values()) == [
        ReceiptState.ISSUED, ReceiptState.VOID, ReceiptState.ISSUED, ReceiptState.RETURNED,
    ]  # fmt: skip
    for number in (*numbers, "R2026-000009"):
        with pytest.raises(ReceiptNotOut):
            receipts(office).bring_back(office.books, [number])


def test_a_refused_receipt_uses_no_number(office: Billed) -> None:
    made = payment(office)
    for record, error in (
        (replace(RECORD, proviso=" "), Missing),
        (replace(RECORD, issued_on=""), Missing),
        (replace(RECORD, issued_on="2026-11-19"), BadDate),
        (replace(RECORD, issued_on="2026-11-25"), BadDate),
        (replace(RECORD, proviso="4111 1111 1111 1111"), InvalidInput),
        (replace(RECORD, number="R2026-000001", electronic=True), InvalidInput),
        (replace(RECORD, number="R2026-000001"), ReceiptNotOut),
    ):
        with pytest.raises(error):
            receipts(office).issue(office.books, made, record, english)
    assert receipts(office).issue(office.books, made, RECORD, english).page.number == "R2026-000001"


def test_what_was_not_received_has_no_receipt(office: Billed) -> None:
    made = payment(office)
    Payments(office.ground.workplace).take_back(office.books, made, 1)
    with pytest.raises(PaymentTakenBack):
        receipts(office).issue(office.books, made, RECORD, english)
    who = office.someone()
    issued = office.issued(office.job(who))
    note = office.issue(office.invoices.credit(office.books, issued.invoice, english))
    assert office.invoices.detail(office.books, note.invoice).row.open_yen == 0
    payments = Payments(office.ground.workplace)
    second = office.issued(office.job(who))
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.BANK, allocations=((second.invoice, GROSS),))
    payments.book(office.books, who, record)
    back = office.issue(office.invoices.credit(office.books, second.invoice, english))
    paid_back = PaymentRecord("2026-11-20", -GROSS, PaymentWay.BANK, allocations=((back.invoice, -GROSS),))
    with pytest.raises(NothingReceived):
        receipts(office).issue(office.books, payments.book(office.books, who, paid_back), RECORD, english)


def test_the_desk_makes_out_no_receipt(office: Billed) -> None:
    with pytest.raises(NotPermitted):
        receipts(office).issue(office.ground.desk, payment(office), RECORD, english)


def test_what_is_printed_again_says_what_the_first_one_said(office: Billed) -> None:
    payments, who = Payments(office.ground.workplace), office.someone()
    first, second = (office.issued(office.job(who)) for _ in range(2))
    record = PaymentRecord("2026-11-20", 60_000, PaymentWay.CASH, allocations=((first.invoice, GROSS),))
    made = payments.book(office.books, who, record)
    issued = receipts(office).issue(office.books, made, RECORD, english)
    payments.use_credit(office.books, made, 1, ((second.invoice, GROSS),))
    customers, desk = Customers(office.ground.workplace), office.ground.desk
    customers.change(desk, who, customers.detail(desk, who).version, {"name": PersonName("榊原", "健")})
    again = receipts(office).reissue(office.books, issued.receipt, 1, english).page
    assert again == replace(issued.page, reissue=1, code=again.code)
    assert (again.invoice_number, again.stamp_yen) == (first.number, 200)


def test_a_receipt_whose_page_was_destroyed_is_not_printed_again(office: Billed) -> None:
    """It named somebody whose data is gone; what is known by now would say something else than it did."""
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    with office.ground.workplace.transaction() as session:
        session.execute(update(IssuedDocument).values(pdf=b""))
    with pytest.raises(FiledPageDestroyed):
        receipts(office).reissue(office.books, made.receipt, 1, english)
    assert [row.reissues for row in receipts(office).listed(office.books).rows] == [0]


def test_the_sums_by_rate_are_printed_again(office: Billed) -> None:
    who = office.someone()
    first = office.issued(office.job(who))
    record = PaymentRecord("2026-11-20", GROSS, PaymentWay.CASH, allocations=((first.invoice, GROSS),))
    made = Payments(office.ground.workplace).book(office.books, who, record)
    issued = receipts(office).issue(office.books, made, RECORD, english)
    assert issued.page.sums is not None
    assert receipts(office).reissue(office.books, issued.receipt, 1, english).page.sums == issued.page.sums


def test_what_was_never_printed_is_no_reissue_and_nothing_of_it_is_out(office: Billed) -> None:
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    assert made.paper is not None
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut(papers=1, ever=True), (
        "it may be out"
    )
    papers(office).not_printed(office.books, [made.paper.paper])
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut()
    first = receipts(office).reissue(office.books, made.receipt, 1, english)
    assert (first.page.reissue, first.again) == (0, False)
    assert "Reissue" not in "".join(page.extract_text() for page in PdfReader(io.BytesIO(first.pdf)).pages)
    assert first.paper is not None
    papers(office).printed(office.books, [first.paper.paper], "printer")
    (row,) = receipts(office).listed(office.books).rows
    again = receipts(office).reissue(office.books, row.receipt, row.version, english)
    assert (again.page.reissue, again.again) == (1, True)
    assert again.paper is not None
    papers(office).not_printed(office.books, [again.paper.paper])
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut(papers=1, ever=True)


def test_a_receipt_that_is_lost_is_with_somebody(office: Billed) -> None:
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    assert made.paper is not None
    papers(office).printed(office.books, [made.paper.paper], "printer")
    papers(office).register_return(office.ground.owner, made.paper.paper, PaperState.LOST)
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut(papers=1, ever=True)


def test_a_receipt_that_goes_as_a_file_is_a_reissue_once_it_was_saved(office: Billed) -> None:
    workplace = office.ground.workplace
    made = receipts(office).issue(office.books, payment(office), replace(RECORD, electronic=True), english)
    saved = FiledInvoices(workplace).save_copy(office.books, made.document, english)
    OutsideLists(workplace).not_written(office.books, saved.list)
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut()
    first = receipts(office).reissue(office.books, made.receipt, 1, english)
    assert first.page.reissue == 0
    FiledInvoices(workplace).save_copy(office.books, first.document, english)
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut(files=1, ever=True)
    assert receipts(office).reissue(office.books, made.receipt, 1, english).page.reissue == 1


def test_what_a_technician_filled_in_on_site_is_out(office: Billed) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    (number,) = receipts(office).give_out(office.books, technician, 1, english).numbers
    written = replace(RECORD, number=number)
    made = receipts(office).issue(office.books, payment(office), written, english)
    assert made.again
    assert made.paper is not None
    Papers(office.ground.workplace, WorkOrders(office.ground.workplace)).not_printed(
        office.books, [made.paper.paper]
    )
    assert receipts(office).out(office.books, made.receipt) == ReceiptOut(papers=1, ever=True)
    (row,) = receipts(office).listed(office.books).rows
    assert receipts(office).reissue(office.books, row.receipt, row.version, english).page.reissue == 1


def told(office: Billed, receipt: str) -> list[tuple[Action, str]]:
    """What a receipt's history says: what was done, and who did it."""
    return [(one.action, one.by) for one in receipts(office).detail(office.books, receipt).history]


def test_a_void_receipt_is_opened_with_its_mark_its_history_and_what_replaced_it(office: Billed) -> None:
    paid = payment(office)
    made = receipts(office).issue(office.books, paid, RECORD, english)
    office.ground.clock.pass_time(minutes=1)
    receipts(office).void(office.books, made.receipt, 1)
    again = receipts(office).issue(office.books, paid, RECORD, english)
    found = receipts(office).detail(office.books, made.receipt)
    assert (found.row.state, found.replaced_by) == (ReceiptState.VOID, again.page.number)
    assert told(office, made.receipt) == [
        (Action.RECEIPT_ISSUED, "accounting"),
        (Action.RECEIPT_VOIDED, "accounting"),
    ]
    assert found.history[0].at < found.history[1].at
    page = office.invoices.document(office.books, found.document, english)
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(page)).pages)
    assert "VOID" in text
    assert made.page.number in text
    standing = receipts(office).detail(office.books, again.receipt)
    assert (standing.replaced_by, standing.document) == ("", again.document)


def test_a_receipts_history_is_its_own_alone(office: Billed) -> None:
    paid = payment(office)
    first = receipts(office).issue(office.books, paid, replace(RECORD, electronic=True), english)
    FiledInvoices(office.ground.workplace).save_copy(office.books, first.document, english)
    receipts(office).void(office.books, first.receipt, 1)
    second = receipts(office).issue(office.books, paid, RECORD, english)
    assert [one for one, _ in told(office, first.receipt)] == [
        *(Action.RECEIPT_ISSUED, Action.RECEIPT_SAVED, Action.RECEIPT_VOIDED),
    ]
    assert [one for one, _ in told(office, second.receipt)] == [Action.RECEIPT_ISSUED]


def test_a_blank_receipt_that_came_back_or_is_void_tells_where_it_was(office: Billed) -> None:
    technician = office.ground.people[Role.TECHNICIAN].account
    first, second = receipts(office).give_out(office.books, technician, 2, english).numbers
    receipts(office).bring_back(office.books, [first])
    out = {row.number: row for row in receipts(office).listed(office.books).rows}
    receipts(office).void(office.books, out[second].receipt, out[second].version)
    back = receipts(office).detail(office.books, out[first].receipt)
    assert (back.row.given_on, back.back_on) == ("2026-11-24", "2026-11-24")
    assert (back.document, back.history) == ("", ())
    assert told(office, out[second].receipt) == [(Action.RECEIPT_VOIDED, "accounting")]


def test_no_receipt_is_opened_by_who_keeps_no_books(office: Billed) -> None:
    made = receipts(office).issue(office.books, payment(office), RECORD, english)
    with pytest.raises(NotPermitted):
        receipts(office).detail(office.ground.people[Role.TECHNICIAN], made.receipt)


def test_nobody_unknown_carries_blank_receipts(office: Billed) -> None:
    """What is no account's is neither stored nor logged: it might be anything, a name too."""
    for technician in ("", "f" * 32, "山田花子"):
        with pytest.raises(InvalidInput) as refused:
            receipts(office).give_out(office.books, technician, 1, english)
        assert refused.value.field == "technician"
    assert receipts(office).listed(office.books).rows == ()
