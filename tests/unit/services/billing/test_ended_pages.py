"""Invoices and receipts that stand no more: what is filed stays, and every copy of it says so."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.domain.billing.estimates import EstimateAnswer
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.filed_invoices import FiledInvoices
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.billing import documents
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def filed(billed: Billed, document: str) -> bytes:
    with billed.ground.workplace.reading() as session:
        return documents.get(session, document).pdf


@pytest.mark.parametrize(("end", "word"), [("void", "VOID"), ("reissue", "REPLACED")])
def test_an_invoice_that_stands_no_more_is_marked_wherever_it_is_shown_or_saved(
    billed: Billed, end: str, word: str
) -> None:
    made, copies = billed.issued(billed.job()), FiledInvoices(billed.ground.workplace)
    for copy in (billed.invoices.document(billed.books, made.document, english),
                 copies.save_copy(billed.books, made.document, english).content):  # fmt: skip
        assert copy == made.pdf, "it stands, so nothing is drawn over it"
    if end == "void":
        billed.invoices.void(billed.books, made.invoice)
    else:
        billed.issue(billed.invoices.reissue(billed.books, made.invoice))
    shown = billed.invoices.document(billed.books, made.document, english)
    saved = copies.save_copy(billed.books, made.document, english).content
    for copy in (shown, saved):
        read = pages(copy)
        assert len(read) == len(pages(made.pdf))
        assert all(word in page for page in read)
        assert made.number in read[0]
    assert filed(billed, made.document) == made.pdf
    log = AuditLog(billed.ground.workplace)
    entry = log.entries(billed.ground.owner, action=Action.INVOICE_SAVED)[0]
    assert entry.details["sha256"] == hashlib.sha256(made.pdf).hexdigest(), "the hash stays the filed one's"


def test_a_receipt_that_is_void_is_marked_on_every_copy(billed: Billed) -> None:
    paid = Payments(billed.ground.workplace).book(
        billed.books, billed.someone(), PaymentRecord("2026-11-20", 60_000, PaymentWay.CASH)
    )
    receipts, copies = Receipts(billed.ground.workplace), FiledInvoices(billed.ground.workplace)
    record = replace(ReceiptRecord("工事代", "2026-11-24"), electronic=True)
    made = receipts.issue(billed.books, paid, record, english)
    assert copies.save_copy(billed.books, made.document, english).content == made.pdf
    (row,) = receipts.listed(billed.books).rows
    receipts.void(billed.books, row.receipt, row.version)
    for copy in (
        copies.save_copy(billed.books, made.document, english).content,
        billed.invoices.document(billed.books, made.document, english),
    ):
        assert all("VOID" in page for page in pages(copy))
    assert filed(billed, made.document) == made.pdf


def test_an_estimate_that_was_declined_is_marked_until_the_answer_is_taken_back(billed: Billed) -> None:
    estimates, desk = Estimates(billed.ground.workplace), billed.ground.desk
    made = estimates.draft(desk, billed.job(state=None), english)
    estimates.issue(desk, made, estimates.detail(desk, made).row.version)

    def copies() -> tuple[list[str], list[str]]:
        printed = estimates.print_out(desk, made, english).pdf
        return pages(printed), pages(estimates.save_copy(desk, made, english).content)

    assert not any("DECLINED" in page for copy in copies() for page in copy)
    estimates.answer(desk, made, EstimateAnswer(accepted=False))
    assert all("DECLINED" in page for copy in copies() for page in copy)
    estimates.take_back_answer(desk, made, estimates.detail(desk, made).row.version)
    assert not any("DECLINED" in page for copy in copies() for page in copy)
