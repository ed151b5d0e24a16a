"""What was issued and changed with other tools is not served, and shows in the check of the log."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from hvacdesk.domain.billing.filed_documents import FiledPageAltered
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.chain_report import RecordState
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.oversight import log_records
from hvacdesk.services.oversight.log_records import Records, Ties, as_they_are
from hvacdesk.store.models import IssuedDocument
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import GROSS, Billed, billed_office
from tests.helpers.ground import Ground

CHANGES = {
    "page": "UPDATE issued_documents SET pdf = CAST(pdf || 'x' AS BLOB)",
    "page and hash": "UPDATE issued_documents SET pdf = x'25504446', sha256 ="
    " '3f8b4f3ffe9a3b28e3cb6ba4e9e9cf6b1cf3e4d1e5d8a5e3f8b4f3ffe9a3b28e'",
    "hash": "UPDATE issued_documents SET sha256 = substr(sha256, 2) || substr(sha256, 1, 1)",
    "text": "UPDATE issued_documents SET data = replace(data, '18755', '1')",
    "sum": "UPDATE invoices SET gross_yen = 1",
    "rates": "UPDATE invoices SET rates = replace(rates, '18755', '1')",
    "line": "UPDATE invoice_lines SET yen = 1 WHERE position = 1",
    "line taken out": "DELETE FROM invoice_lines WHERE position = 1",
    "due day": "UPDATE invoices SET due_on = '2030-01-01'",
}

PAGE = b"%PDF"


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def checked(billed: Billed, session: Session) -> Records:
    ties = Ties(lambda *_: True)
    for _link in ties.watching(audit_log.chain(session)):
        pass
    return ties.against(session)


def wrong(billed: Billed) -> list[tuple[str, str, RecordState]]:
    """What the check of the log says of everything that hangs on it."""
    with billed.ground.workplace.reading() as session:
        return [(one.register, one.key, one.state) for one in checked(billed, session).wrong]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_with_other_tools_shows(billed: Billed, change: str) -> None:
    issued = billed.issued(billed.job())
    assert wrong(billed) == []
    assert billed.invoices.document(billed.books, issued.document, english) == issued.pdf
    with billed.ground.workplace.transaction() as session:
        session.execute(text(CHANGES[change]))
    assert wrong(billed) == [("issued_documents", issued.number, RecordState.ALTERED)]
    with pytest.raises(FiledPageAltered):
        billed.invoices.document(billed.books, issued.document, english)


def test_what_somebody_answered_for_is_told_no_more_until_it_is_changed_again(
    billed: Billed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_records, "is_signed", lambda *_: True)
    billed.issued(billed.job())
    for change in ("sum", "line"):
        with billed.ground.workplace.transaction() as session:
            session.execute(text(CHANGES[change]))
        assert len(wrong(billed)) == 1
        with billed.ground.workplace.transaction() as session:
            answered = as_they_are(session, checked(billed, session))
            billed.ground.workplace.record(
                session, billed.ground.owner, Action.CHAIN_REANCHORED, tied=answered
            )
        assert wrong(billed) == []


def test_a_receipts_page_with_another_hash_is_not_served_after_a_merge_either(billed: Billed) -> None:
    workplace, books = billed.ground.workplace, billed.books
    kept, merged = (billed.someone() for _count in range(2))
    payment = Payments(workplace).book(books, merged, PaymentRecord("2026-11-20", GROSS, PaymentWay.CASH))
    issued = Receipts(workplace).issue(books, payment, ReceiptRecord("工事代", "2026-11-24"), english)
    Merging(workplace).merge(billed.ground.owner, kept, merged, (1, 1), {})
    with workplace.reading() as session:
        (document,) = session.scalars(select(IssuedDocument.record_id))
    assert billed.invoices.document(books, document, english) == issued.pdf
    with workplace.transaction() as session:
        session.execute(update(IssuedDocument).values(pdf=PAGE, sha256=hashlib.sha256(PAGE).hexdigest()))
    with pytest.raises(FiledPageAltered):
        billed.invoices.document(books, document, english)
