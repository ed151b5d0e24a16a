"""Who arranges a job is told which contract is asked for, and what the partner firm that does it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.partners.partners import Basis, Contract, FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.event_form import EventForm
from hvacdesk.ui.pages.safeguards import SafeguardsPage
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.partners.partners_view import PartnersView
from hvacdesk.ui.widgets.choices import choose
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice

FIRM = "見本設備株式会社"
LAW = "個人情報保護法 第25条"
BOUND = FirmFacts(FIRM, contract=Contract("2026-04-01", "K-1", confidentiality=True))


@pytest.fixture(params=[Role.OWNER])
def desk(
    request: pytest.FixtureRequest, template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, request.param) as opened:
        yield opened


as_desk = pytest.mark.parametrize("desk", [Role.DESK], indirect=True)


def job_page(desk: FrontDesk, firm: str) -> JobDialog:
    jobs, actor = desk.office.jobs, desk.actor
    (row,) = jobs.of_customer(actor, desk.customer(TANAKA))
    detail = jobs.detail(actor, row.job)
    record = replace(jobs.record_for_edit(actor, row.job), partner_firm=firm)
    jobs.change(actor, row.job, detail.version, record)
    desk.go("schedule", job=row.job)
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    return page


def arranging(desk: FrontDesk, firm: str) -> EventForm:
    job_page(desk, firm).move_to(JobState.ARRANGED)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, EventForm)
    return form


def test_it_is_said_which_contract_is_asked_for_and_what_to_do_without_one(desk: FrontDesk) -> None:
    form = arranging(desk, "")
    told = texts_in(form)
    assert "This is the contract with the customer" in told
    assert "choose “Move without recording”" in told
    assert form.firm.box is None
    assert "Who goes and when is not chosen here" in told
    assert told.count("handover") == 0, "the contract's day has nothing to do with it"
    assert form.form.fields["on"].plain_name == "Day of the contract"
    assert form.form.fields["amount"].plain_name == "Amount, tax included (yen)"
    form.done(0)


def test_the_day_that_is_asked_for_is_named_after_what_is_recorded(desk: FrontDesk) -> None:
    page = job_page(desk, "")
    page.record_event(EventKind.CONTACT)
    desk.calm()
    form = desk.dialog()
    assert isinstance(form, EventForm)
    field, after = form.form.fields["on"], "closing day, invoice and books follow it"
    for kind, named in {
        EventKind.CONTRACT: "Day of the contract",
        EventKind.HANDOVER: "Day of the handover",
        EventKind.INVOICE: "Day of the invoice",
        EventKind.SETTLEMENT: "Day of the payment",
        EventKind.CONTACT: "Day",
    }.items():
        choose(form.kind, kind)
        assert field.plain_name == named
        assert form.day.accessibleName() == f"{named} (required)"
        assert (after in texts_in(field)) is (kind is EventKind.HANDOVER)
        assert (after in form.day.accessibleDescription()) is (kind is EventKind.HANDOVER)
    form.done(0)


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        (None, "Not registered"),
        (FirmFacts(FIRM), "No contract"),
        (replace(BOUND, contract=Contract("2024-04-01", ends="2025-03-31")), "Contract has ended"),
        (replace(BOUND, contract=Contract("2027-04-01")), "Contract has not begun yet"),
        (replace(BOUND, contract=Contract("2026-04-01")), "No confidentiality terms"),
    ],
    ids=["unknown", "none", "ended", "ahead", "no terms"],
)
def test_what_the_firm_lacks_is_said_with_its_law_and_leads_to_the_firm(
    desk: FrontDesk, facts: FirmFacts | None, lacks: str
) -> None:
    record = desk.office.partners.register(desk.actor, facts) if facts is not None else ""
    form = arranging(desk, FIRM)
    told = texts_in(form.firm)
    assert f"{FIRM}: {lacks}." in told
    assert LAW in told
    assert form.firm.way is not None
    desk.click(form.firm.way)
    page = desk.page
    assert isinstance(page, SafeguardsPage)
    view = page.section
    assert isinstance(view, PartnersView)
    assert not [one for one in desk.window.findChildren(JobDialog) if one.isVisible()]
    chosen = view.firms.table.current()
    assert not record or (chosen is not None and chosen.record == record)


@pytest.mark.parametrize(
    "facts",
    [
        BOUND,
        replace(BOUND, basis=Basis.PROVISION, seat="名古屋市", representative="見本", contract=Contract()),
    ],
    ids=["bound", "for its own use"],
)
def test_of_a_firm_that_lacks_nothing_nothing_is_said(desk: FrontDesk, facts: FirmFacts) -> None:
    desk.office.partners.register(desk.actor, facts)
    form = arranging(desk, FIRM)
    assert not form.firm.isVisible()
    form.done(0)


@as_desk
def test_who_keeps_no_register_is_told_who_does(desk: FrontDesk) -> None:
    form = arranging(desk, FIRM)
    assert "A person responsible enters the contract" in texts_in(form.firm)
    assert form.firm.way is None
    form.done(0)


def test_before_a_copy_for_the_firm_is_printed_it_is_said_too(desk: FrontDesk) -> None:
    page = job_page(desk, FIRM)
    desk.click(page._print)
    dialog = desk.dialog()
    assert isinstance(dialog, IssueDialog)
    assert f"{FIRM}: Not registered." in texts_in(dialog.firm)
    assert dialog.firm.box is not None
    assert dialog.firm.box.height() >= dialog.firm.box.heightForWidth(dialog.firm.box.width())
    assert dialog.firm.way is not None
    desk.click(dialog.firm.way)
    assert isinstance(desk.page, SafeguardsPage)
    assert not page.isVisible()
