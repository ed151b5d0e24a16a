"""A filed page that is printed again bears the code of the first sheet: who scans one says which it is."""

from __future__ import annotations

import io

import pypdf
import pytest

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.billing.receipts import ReceiptRecord
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.papers.paper_names import PrintedAgain
from hvacdesk.domain.papers.register import PaperRow, PaperState, RegisterQuery
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.filed_invoices import FiledInvoices
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.incidents.incidents import Happening, Incidents
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def papers(billed: Billed) -> Papers:
    workplace = billed.ground.workplace
    return Papers(workplace, WorkOrders(workplace))


def again(billed: Billed, made: IssuedInvoice) -> PaperRow:
    (paper,) = FiledInvoices(billed.ground.workplace).printed(billed.books, [made.document], "Office")
    return paper


@pytest.fixture
def made(billed: Billed, papers: Papers) -> IssuedInvoice:
    issued = billed.issued(billed.job())
    papers.printed(billed.books, [issued.paper.paper], "Office")
    return issued


def states(papers: Papers, billed: Billed) -> dict[str, PaperState]:
    return {row.number: row.state for row in papers.rows(billed.ground.owner, RegisterQuery())}


def test_a_code_on_two_sheets_is_asked_about_and_changes_nothing(
    billed: Billed, papers: Papers, made: IssuedInvoice
) -> None:
    owner, first = billed.ground.owner, made.paper
    papers.register_return(owner, first.paper, PaperState.LOST)
    second = again(billed, made)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages)
    assert first.code in text.replace(" ", "")
    assert first.number not in text, "a number is one line's of the register"
    assert second.code == first.code
    before = states(papers, billed)
    with pytest.raises(PrintedAgain) as asked:
        papers.register_return(owner, first.code, PaperState.SHREDDED)
    assert [one.paper for one in asked.value.papers] == [first.paper, second.paper]
    with pytest.raises(PrintedAgain):
        papers.find(owner, f" {first.code[:5]}-{first.code[5:]} ")
    assert states(papers, billed) == before
    listed = papers.rows(owner, RegisterQuery(holder=first.code))
    assert {row.paper for row in listed} == {first.paper, second.paper}
    chosen = papers.register_return(owner, second.paper, PaperState.SHREDDED)
    assert (chosen.number, chosen.state, chosen.found_for) == (second.number, PaperState.SHREDDED, ())
    assert states(papers, billed)[first.number] is PaperState.LOST


def test_a_number_means_its_line_whatever_is_on_the_page(
    billed: Billed, papers: Papers, made: IssuedInvoice
) -> None:
    owner, second = billed.ground.owner, again(billed, made)
    for row in (made.paper, second):
        assert papers.find(owner, row.number).paper == row.paper
        assert papers.find(owner, row.number.lower().replace("-000", "-")).paper == row.paper


def test_a_sheet_that_never_came_out_is_not_asked_about(
    billed: Billed, papers: Papers, made: IssuedInvoice
) -> None:
    owner, second = billed.ground.owner, again(billed, made)
    papers.did_not_come_out(billed.books, [made.paper.paper])
    assert papers.find(owner, made.paper.code).paper == second.paper
    papers.did_not_come_out(billed.books, [second.paper])
    assert papers.find(owner, made.paper.code).paper == made.paper.paper, "whoever has it says so then"


def test_each_reissue_of_a_receipt_has_its_own_code(billed: Billed, papers: Papers) -> None:
    owner = billed.ground.owner
    receipts, books = Receipts(billed.ground.workplace), billed.books
    money = PaymentRecord("2026-11-20", 60_000, PaymentWay.CASH)
    paid = Payments(billed.ground.workplace).book(books, billed.someone(), money)
    first = receipts.issue(books, paid, ReceiptRecord("工事代", "2026-11-24"), english)
    second = receipts.reissue(books, first.receipt, 1, english)
    assert first.paper is not None
    assert second.paper is not None
    papers.printed(billed.books, [first.paper.paper, second.paper.paper], "Office")
    filed = FiledInvoices(billed.ground.workplace)
    (third,) = filed.printed(billed.books, [second.document], "Office")
    assert papers.find(owner, first.paper.code).paper == first.paper.paper
    with pytest.raises(PrintedAgain) as asked:
        papers.find(owner, second.paper.code)
    assert [one.paper for one in asked.value.papers] == [second.paper.paper, third.paper]


def test_an_incident_is_about_the_sheet_that_is_chosen(
    billed: Billed, papers: Papers, made: IssuedInvoice
) -> None:
    workplace, owner = billed.ground.workplace, billed.ground.owner
    again(billed, made)
    incidents = Incidents(workplace, papers)
    with pytest.raises(PrintedAgain):
        incidents.report(owner, Happening(IncidentKind.OTHER, "袋ごと", paper=made.paper.code))
    incidents.report(owner, Happening(IncidentKind.OTHER, "袋ごと", paper=made.paper.number))
    (row,) = incidents.all(owner)
    assert [one.paper for one in incidents.get(owner, row.incident).papers] == [made.paper.paper]
