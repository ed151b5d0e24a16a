"""What an invoice shows of its customer follows the print profile of what the customer gets."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from hvacdesk.domain.customers.customers import CustomerField, PersonName
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, PrintExtent, PrintField, Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.billing.invoice_issuing import IssuedInvoice
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.oversight.audit_log import AuditLog
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.people import customer

RULES = PROFILE_RULES[Profile.CUSTOMER]
STREET = customer().address.street
TOWN = customer().address.town
PHONE = customer().phones[0].number


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def issued(billed: Billed) -> tuple[str, IssuedInvoice]:
    who = billed.someone(name=PersonName("柳川", "美沙緒"))
    return who, billed.issued(billed.job(who))


def logged_fields(billed: Billed) -> set[object]:
    log = AuditLog(billed.ground.workplace)
    (entry,) = log.entries(billed.ground.owner, limit=5, action=Action.INVOICE_ISSUED)
    fields = entry.details["fields"]
    assert isinstance(fields, list)
    return set(fields)


def test_as_shipped_it_shows_name_address_and_customer_number_and_no_phone(billed: Billed) -> None:
    who, made = issued(billed)
    text = text_of(made.pdf)
    number = Customers(billed.ground.workplace).detail(billed.ground.desk, who).number
    assert "柳川 美沙緒" in text
    assert text.count(STREET) == 2, "in the window and as the site"
    assert "Customer no." in text
    assert number in text
    assert PHONE not in text
    assert logged_fields(billed) == {CustomerField.NAME, CustomerField.ADDRESS}


@pytest.mark.parametrize(
    ("field", "extent", "gone", "shown"),
    [
        (PrintField.NAME, PrintExtent.FAMILY_NAME, "美沙緒", "柳川"),
        (PrintField.NAME, PrintExtent.MASKED, "美沙緒", "柳川 ●●"),
        (PrintField.ADDRESS, PrintExtent.TOWN, STREET, TOWN),
        (PrintField.ADDRESS, PrintExtent.NONE, STREET, "柳川 美沙緒"),
    ],
)
def test_a_tighter_rule_holds_for_window_and_site(
    billed: Billed,
    monkeypatch: pytest.MonkeyPatch,
    field: PrintField,
    extent: PrintExtent,
    gone: str,
    shown: str,
) -> None:
    monkeypatch.setitem(RULES, field, extent)
    _who, made = issued(billed)
    assert gone not in text_of(made.pdf)
    assert shown in text_of(made.pdf)


def test_a_looser_rule_shows_the_phone_and_the_log_says_so(
    billed: Billed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RULES, PrintField.PHONE, PrintExtent.FULL)
    monkeypatch.setitem(RULES, PrintField.CUSTOMER_NUMBER, PrintExtent.NONE)
    who, made = issued(billed)
    number = Customers(billed.ground.workplace).detail(billed.ground.desk, who).number
    assert PHONE in text_of(made.pdf)
    assert number not in text_of(made.pdf)
    assert logged_fields(billed) == {CustomerField.NAME, CustomerField.ADDRESS, CustomerField.PHONE}


def test_an_estimates_site_follows_it_too(billed: Billed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RULES, PrintField.ADDRESS, PrintExtent.TOWN)
    job, desk = billed.job(state=None), billed.ground.desk
    estimates = Estimates(billed.ground.workplace)
    made = estimates.draft(desk, job, english)
    estimates.issue(desk, made, estimates.detail(desk, made).row.version)
    text = text_of(estimates.print_out(desk, made, english).pdf)
    assert STREET not in text
    assert TOWN in text
