"""Where an issued estimate waits for its answer, whoever bills the job is told before it is billed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.estimates import EstimateAnswer
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.resource_files import resource
from hvacdesk.ui.billing.answer_form import AcceptedForm
from hvacdesk.ui.billing.invoice_form import InvoiceForm
from hvacdesk.ui.billing.invoice_forms import ShareForm
from hvacdesk.ui.billing.issue_preview import IssuePreview
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.ui.billing.test_invoices import plain_text

SAID = (
    "Estimate E2026-000001 (¥440,000 with tax, of this in advance ¥132,000) is issued and not noted as "
    "accepted: this does not begin with it."
)


@pytest.fixture(params=[Role.OWNER, Role.ACCOUNTING])
def books(
    request: pytest.FixtureRequest, template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, request.param) as desk:
        yield desk


def job_of(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def estimated(desk: FrontDesk) -> str:
    """An issued estimate over ¥440,000 with 30 % in advance; its record id."""
    estimates, owner = desk.office.estimates, replace(desk.actor, roles=frozenset({Role.OWNER}))
    made = estimates.draft(owner, job_of(desk), english)
    detail = estimates.detail(owner, made)
    lines = (replace(detail.record.lines[0], yen=400_000, quantity=1.0),)
    record = replace(detail.record, lines=lines, with_tax=False, deposit_percent=30)
    estimates.issue(owner, made, detail.row.version, record)
    desk.calm()
    return made


def asked_for_a_share(desk: FrontDesk) -> ShareForm:
    desk.go("schedule", job=job_of(desk), share="yes")
    desk.wait(lambda: isinstance(desk.dialog(), ShareForm))
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, ShareForm)
    return form


def test_a_deposit_says_that_an_issued_estimate_waits_and_leads_to_its_acceptance(books: FrontDesk) -> None:
    estimated(books)
    form = asked_for_a_share(books)
    assert SAID in form.awaited.text()
    notes = Role.OWNER in books.actor.roles
    assert form.accept_button.isVisible() is notes
    assert ("front desk" in form.awaited.text()) is not notes
    if notes:
        books.click(form.accept_button)
        books.wait(lambda: isinstance(books.dialog(), AcceptedForm))
        assert not form.isVisible(), "what it said was of before the acceptance"


def test_the_deposit_goes_on_freely_and_its_draft_and_page_say_it_again(books: FrontDesk) -> None:
    estimated(books)
    books.click(asked_for_a_share(books).primary)
    books.wait(lambda: isinstance(books.dialog(), InvoiceForm))
    books.calm()
    draft = books.dialog()
    assert isinstance(draft, InvoiceForm)
    assert SAID in draft.awaited.text()
    draft.rows.rows[0].yen.setText("10,000")
    books.click(draft.issue_button)
    books.wait(lambda: isinstance(books.dialog(), IssuePreview))
    assert SAID in plain_text(books.dialog())


def test_an_accepted_estimate_and_a_job_without_one_say_nothing(books: FrontDesk) -> None:
    form = asked_for_a_share(books)
    assert not form.awaited.isVisible()
    assert not form.accept_button.isVisible()
    form.reject()
    owner = replace(books.actor, roles=frozenset({Role.OWNER}))
    books.office.estimates.answer(owner, estimated(books), EstimateAnswer(True))
    form = asked_for_a_share(books)
    assert not form.awaited.isVisible()
    assert form.percent.text() == "30"


def test_the_tab_is_called_as_it_is_on_the_job() -> None:
    """Where an acceptance is noted is named in the words that stand there."""
    known = {
        (context.findtext("name"), one.findtext("source")): one.findtext("translation") or ""
        for context in ElementTree.parse(resource("translations", "hvacdesk_ja.ts")).getroot().iter("context")
        for one in context.iter("message")
    }
    tab = known["JobDialog", "Estimates"]
    said = [
        text for (context, _source), text in known.items() if context == "AwaitedEstimates" and "「" in text
    ]
    assert len(said) == 2
    assert all(f"工事の「{tab}」" in text for text in said)
