"""A customer with a closing day is billed singly only once it is said what the collective page leaves out."""

from __future__ import annotations

import pytest

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from tests.helpers.front_desk import FrontDesk
from tests.ui.billing.test_invoices import agree, books, plain_text, priced, sample_customer, tab_of

__all__ = ["books"]

COLLECTIVE = "This customer gets a collective invoice at the closing day (day 20)."
LEFT_OUT = "Issued by itself, this invoice is left out of it; so is the job as long as this draft waits."
CARRIED = "What is open of this one is then carried over on its page."


def opened(desk: FrontDesk, terms: PayTerms | None) -> InvoiceForm:
    priced(desk, 16_500)
    if terms is not None:
        desk.office.billing_terms.change_customer(desk.actor, sample_customer(desk), None, terms)
    dialog = tab_of(desk)
    desk.click(dialog.invoices.draft_button)
    desk.wait(lambda: isinstance(desk.dialog(), InvoiceForm))
    form = desk.dialog()
    assert isinstance(form, InvoiceForm)
    return form


@pytest.mark.parametrize("carries", [False, True])
def test_it_is_said_in_the_draft_and_before_it_is_issued(books: FrontDesk, carries: bool) -> None:
    form = opened(books, PayTerms(20, 1, 31, carries_balance=carries))
    for said in (plain_text(form), "\n".join(agree(books, form))):
        assert f"{COLLECTIVE} {LEFT_OUT}" in said
        assert (CARRIED in said) is carries


def test_nothing_is_said_of_a_customer_without_closing_days(books: FrontDesk) -> None:
    form = opened(books, None)
    assert "collective" not in plain_text(form)
    assert "collective" not in "\n".join(agree(books, form))
