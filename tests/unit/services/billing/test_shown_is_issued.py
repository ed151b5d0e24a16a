"""What a draft depends on outside itself: who was shown something else is told before it is issued."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import fields, replace
from enum import Enum

import pytest
from PIL import Image

from hvacdesk.domain.billing.invoice_rules import Stated
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.office.office import OfficeFacts
from hvacdesk.domain.papers.letterhead import ImageKind, OptionalBlock, PaperLayout
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.store.office import office
from hvacdesk.store.papers import office_images
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


def billed_elsewhere(billed: Billed, _who: str, job: str) -> None:
    billed.jobs.record_event(
        billed.ground.desk, job, JobEvent(EventKind.INVOICE, "2026-11-22", "INV-2", 18_755)
    )


def other_terms(billed: Billed, who: str, _job: str) -> None:
    BillingTerms(billed.ground.workplace).change_customer(billed.books, who, None, PayTerms(0, 6, 31))


def other_account(billed: Billed, _who: str, _job: str) -> None:
    terms, owner = BillingTerms(billed.ground.workplace), billed.ground.owner
    account = BankAccount("別銀行", "本店", "普通", "9999999", "ベツ")
    terms.change_office(owner, replace(terms.office(owner), account=account), terms.office(owner))


def other_registration(billed: Billed, _who: str, _job: str) -> None:
    with billed.ground.workplace.transaction() as session:
        facts = office.facts(session)
        office.save_facts(session, replace(facts, invoice_registration="T9999999999999"))


def other_name(billed: Billed, _who: str, _job: str) -> None:
    with billed.ground.workplace.transaction() as session:
        office.save_facts(session, replace(office.facts(session), name="別の空調"))


def other_picture(kind: ImageKind) -> Callable[[Billed, str, str], None]:
    def change(billed: Billed, _who: str, _job: str) -> None:
        png = io.BytesIO()
        Image.new("RGB", (8, 8), (200, 20, 20)).save(png, "PNG")
        with billed.ground.workplace.transaction() as session:
            office_images.save_png(session, kind, png.getvalue(), billed.ground.workplace.now())

    return change


def other_footer(billed: Billed, _who: str, _job: str) -> None:
    with billed.ground.workplace.transaction() as session:
        office_images.save_layout(session, PaperLayout(footer="営業時間 9時から17時"))


def other_site(billed: Billed, _who: str, job: str) -> None:
    site = billed.jobs.detail(billed.ground.desk, job).site.site
    billed.jobs.change_site(billed.ground.desk, site, {"address": {"street": "9-9-9"}})


MEANWHILE: dict[str, Callable[[Billed, str, str], None]] = {
    "billed elsewhere once more": billed_elsewhere,
    "the customer's terms": other_terms,
    "the office's account": other_account,
    "the office's registration": other_registration,
    "where the work was": other_site,
    "the office's name": other_name,
    "the seal": other_picture(ImageKind.SEAL),
    "the logo": other_picture(ImageKind.LOGO),
    "the line at the foot": other_footer,
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_what_is_on_the_page_and_changed_meanwhile_is_told(billed: Billed, what: str) -> None:
    who = billed.someone()
    job = billed.job(who)
    billed.jobs.record_event(
        billed.ground.desk, job, JobEvent(EventKind.INVOICE, "2026-11-21", "INV-1", 3_000)
    )
    draft = billed.draft(job)
    shown = billed.invoices.detail(billed.books, draft).row.version
    MEANWHILE[what](billed, who, job)
    with pytest.raises(ChangedMeanwhile):
        billed.invoices.issue(billed.books, draft, shown, english, stated=Stated.ASKS_FOR_ELSE)
    now = billed.invoices.detail(billed.books, draft).row.version
    assert billed.invoices.issue(billed.books, draft, now, english, stated=Stated.ASKS_FOR_ELSE).number


def other(value: object) -> object:
    """Another value of the kind that a fact of the office has."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Enum):
        return next(one for one in type(value) if one is not value)
    if isinstance(value, int):
        return value + 1 if value < 4 else value - 1
    return (2025,) if isinstance(value, tuple) else f"{value}9"


@pytest.mark.parametrize("fact", [field.name for field in fields(OfficeFacts)])
def test_a_fact_of_the_office_is_told_where_the_page_prints_it_and_nowhere_else(
    billed: Billed, fact: str
) -> None:
    draft = billed.draft(billed.job(billed.someone()))
    version = billed.invoices.detail(billed.books, draft).row.version
    page = billed.invoices.preview(billed.books, draft, english)
    with billed.ground.workplace.transaction() as session:
        facts = office.facts(session)
        office.save_facts(session, replace(facts, **{fact: other(getattr(facts, fact))}))
    printed = billed.invoices.preview(billed.books, draft, english) != page
    assert (billed.invoices.detail(billed.books, draft).row.version != version) == printed


@pytest.mark.parametrize(
    "layout",
    [PaperLayout(seal_titles=("検印",)), PaperLayout(blocks=frozenset({OptionalBlock.CHECKS}))],
    ids=["boxes for seals", "blocks of work orders"],
)
def test_what_other_papers_alone_have_of_the_layout_leaves_a_draft_as_it_was_shown(
    billed: Billed, layout: PaperLayout
) -> None:
    draft = billed.draft(billed.job(billed.someone()))
    shown = billed.invoices.detail(billed.books, draft).row.version
    with billed.ground.workplace.transaction() as session:
        office_images.save_layout(session, layout)
    assert billed.invoices.issue(billed.books, draft, shown, english).number


def test_a_credit_note_prints_no_account_and_no_day_to_pay_by(billed: Billed) -> None:
    who = billed.someone()
    job = billed.job(who)
    issued = billed.issue(billed.draft(job))
    credit = billed.invoices.credit(billed.books, issued.invoice, english)
    shown = billed.invoices.detail(billed.books, credit).row.version
    other_account(billed, who, job)
    other_terms(billed, who, job)
    assert billed.invoices.detail(billed.books, credit).row.version == shown
