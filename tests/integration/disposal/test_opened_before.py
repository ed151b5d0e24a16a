"""A form that was opened before a disposal saves nothing back that the disposal took out of what stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts
from hvacdesk.domain.disposal.place_decisions import KeepReason, KeptPlaces, PlaceDecision, PlaceRef
from hvacdesk.domain.disposal.remnants import RemnantPlace
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.office.half_typed import (
    SEALED,
    DestroyedWithDisposal,
    OpenedBeforeDisposal,
    RemovedInDisposal,
)
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.papers.shown import Outdated, ShownPages, Since
from hvacdesk.services.billing.invoices import Invoices
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.services.oversight.saves import Saves
from hvacdesk.services.papers.shown_pages import ShownNow
from hvacdesk.store.models import Customer, Draft, Job, JobItem, Site
from tests.integration.disposal.office import DisposalOffice
from tests.integration.disposal.test_places import carried_out, planted
from tests.integration.disposal.test_reduction import approved, reducible
from tests.integration.disposal.test_remnants import VALUES, other

__all__ = ["reducible"]

NAME = VALUES["name"]
CLEAN, KEEP, TAKE = PlaceDecision.CLEAN, PlaceDecision.KEEP, PlaceDecision.TAKE


def decided(office: DisposalOffice, decision: PlaceDecision, *kept: str) -> CertificateFacts:
    """A disposal for which all places were decided about so; those in ``kept`` tables stay as they are."""
    batch, owner, places = office.proposed(), office.owner, office.disposal.places
    found: list[PlaceRef] = [one.ref for one in places.look(owner, batch)]
    assert found
    if stay := [ref for ref in found if ref.table in kept]:
        places.decide(owner, batch, stay, KEEP, KeepReason.LIVING_ORDER)
    places.decide(owner, batch, [ref for ref in found if ref.table not in kept], decision, None)
    return carried_out(office, batch)


def a_job(office: DisposalOffice) -> str:
    with office.workplace.reading() as session:
        row = session.scalars(select(Job).where(Job.customer_id == other(office, session).id)).first()
        assert row is not None
        return row.record_id


def customer_form(office: DisposalOffice) -> Callable[[], object]:
    planted(office, "another customer's note")
    customers, who = Customers(office.workplace), office.customers["staying 5"]
    edit = customers.record_for_edit(office.owner, who)
    return lambda: customers.change(office.desk, who, edit.version, {"note": f"紹介は{NAME}から、犬"})


def job_form(office: DisposalOffice) -> Callable[[], object]:
    """The whole booking is sent, though the day alone is another one."""
    planted(office, "another customer's job")
    return booking(office)


def booking(office: DisposalOffice) -> Callable[[], object]:
    jobs, job = Jobs(office.workplace), a_job(office)
    record, version = jobs.record_for_edit(office.owner, job), jobs.detail(office.owner, job).version
    return lambda: jobs.change(office.desk, job, version, replace(record, on="2026-12-24"))


def job_with_an_item(office: DisposalOffice) -> Callable[[], object]:
    with office.workplace.transaction() as session:
        row = session.scalars(select(Job).where(Job.customer_id == other(office, session).id)).first()
        assert row is not None
        session.add(JobItem(job_id=row.id, item="drilling", quantity=1, detail=f"{NAME}の希望の色"))
    return booking(office)


def invoice_form(office: DisposalOffice) -> Callable[[], object]:
    invoices, owner = Invoices(office.workplace), office.owner
    made = invoices.draft_free(owner, office.customers["staying 5"])
    lines = (InvoiceLineRecord("調整", 1.0, "式", 1_000),)
    opened = invoices.detail(owner, made)
    record = replace(opened.record, lines=lines, remarks=f"{NAME}のご紹介")
    invoices.change(owner, made, opened.row.version, record)
    version = invoices.detail(owner, made).row.version
    return lambda: invoices.change(owner, made, version, record)


FORMS = {
    "customer": customer_form,
    "job": job_form,
    "job's item": job_with_an_item,
    "invoice": invoice_form,
}


@pytest.mark.parametrize("form", FORMS)
def test_what_was_blacked_out_is_not_saved_again(office: DisposalOffice, form: str) -> None:
    save = FORMS[form](office)
    facts = decided(office, CLEAN)
    assert (facts.result, facts.cleaned) == (BatchState.VERIFIED, 1)
    with pytest.raises(ChangedMeanwhile):
        save()
    assert NAME.encode() not in office.dump()


def test_nor_is_it_half_typed(office: DisposalOffice) -> None:
    planted(office, "another customer's note")
    drafts, saves, desk = Drafts(office.workplace), Saves(office.workplace), office.desk
    who, another = office.customers["staying 5"], office.customers["staying 6"]
    begun, ledger, _none = drafts.begin(desk, "customer", who)

    def keep(subject: str, **opened: object) -> None:
        typed = {"typed": {"note": f"{NAME}から、犬"}, "arguments": {"customer": subject}}
        drafts.keep(desk, "customer", f"{subject}@5ea7000", {**typed, **opened})

    def removed(record: str, since: str = begun, line: int | None = ledger) -> bool:
        return saves.removed_since(desk, SavedKind.CUSTOMER, record, since, line)

    assert not removed(who)
    drafts.keep(desk, "customer", f"{another}@5ea7000", {"begun": begun, "ledger": ledger, "typed": {}})
    decided(office, CLEAN)
    with pytest.raises(RemovedInDisposal):
        keep(who, begun=begun, ledger=ledger)
    assert NAME.encode() not in office.dump()
    assert removed(who)
    assert removed(who, "", None)
    assert not removed(another)
    keep(another, begun=begun, ledger=ledger)  # stored before, and searched by the disposal
    office.clock.pass_time(seconds=4)
    begun, ledger, _none = drafts.begin(desk, "customer", who)
    assert not removed(who, begun, ledger)
    keep(who, begun=begun, ledger=ledger)  # opened since: typed by hand


def test_a_row_that_is_kept_is_known_again_though_its_version_rose(office: DisposalOffice) -> None:
    planted(office, "another customer's job")
    job_with_an_item(office)
    facts = decided(office, CLEAN, "jobs")
    kept = KeptPlaces(RemnantPlace.JOBS.value, KeepReason.LIVING_ORDER.value, 1)
    assert (facts.cleaned, facts.kept) == (1, (kept,))


def test_pages_that_show_what_a_reduction_took_are_not_printed(
    office: DisposalOffice, reducible: str
) -> None:
    shown, desk = ShownNow(office.workplace), office.desk
    pages = ShownPages(customers=(reducible,), drawn=shown.drawn_now(desk))
    assert shown.outdated(desk, pages) == ()
    office.destroy(approved(office, reducible), 1)
    for entered_since in (False, True):  # which takes the mark of a reduction away
        if entered_since:
            Jobs(office.workplace).add_site_at_customer(desk, reducible)
        assert shown.outdated(desk, pages) == (Outdated(Since.DESTROYED),)
    assert shown.outdated(desk, replace(pages, drawn=shown.drawn_now(desk))) == ()


def test_what_a_reduction_emptied_is_not_saved_again(office: DisposalOffice, reducible: str) -> None:
    customers, jobs = Customers(office.workplace), Jobs(office.workplace)
    with office.workplace.reading() as session:
        who = session.scalars(select(Customer.id).where(Customer.record_id == reducible)).one()
        job = session.scalars(select(Job.record_id).where(Job.customer_id == who)).one()
        site, site_version = session.execute(
            select(Site.record_id, Site.version).where(Site.customer_id == who)
        ).one()
    record, version = jobs.record_for_edit(office.owner, job), jobs.detail(office.owner, job).version
    edit = customers.record_for_edit(office.owner, reducible)
    office.destroy(approved(office, reducible), 1)
    for save in (
        lambda: jobs.change(office.desk, job, version, replace(record, on="2026-12-24")),
        lambda: customers.change(office.desk, reducible, edit.version, {"note": "裏の物置に脚立、犬"}),
        lambda: jobs.change_site(office.desk, site, {"access": "砂利の駐車場の奥。"}, version=site_version),
    ):
        with pytest.raises(ChangedMeanwhile):
            save()
    dump = office.dump()
    assert not [one for one in ("楠木様の希望の色", "裏の物置に脚立", "砂利の駐車場") if one.encode() in dump]


@pytest.mark.parametrize(
    "sealed", [{}, {SEALED: {"payer": "犬飼 蔵人"}}], ids=["in the open", "and under seal"]
)
def test_what_was_half_typed_and_destroyed_is_not_stored_again_by_itself(
    office: DisposalOffice, sealed: dict[str, object]
) -> None:
    """A new form of nobody who is known yet, with the name of somebody who goes."""
    drafts, desk, phone = Drafts(office.workplace), office.desk, VALUES["phone"]
    begun, ledger, _none = drafts.begin(desk, "customer", "new")

    def keep(name: str, instead: str = "", edition: int = 1) -> None:
        payload = {"page": "customers", "arguments": {"new": "yes"}, "typed": {"phone": phone, **sealed}}
        opened = {"begun": begun, "ledger": ledger, "name": name, "instead": instead, "edition": edition}
        drafts.keep(desk, "customer", "new@5ea7000", {**payload, **opened}, edition > 1)

    keep("a" * 10)
    facts = decided(office, TAKE)
    assert (facts.result, facts.taken) == (BatchState.VERIFIED, 1)
    assert drafts.destroyed(office.owner) == 0
    assert [drafts.destroyed(desk) for _login in range(2)] == [1, 0]
    for edition in (2, 3):
        with pytest.raises(DestroyedWithDisposal):
            keep("a" * 10, edition=edition)
        with pytest.raises(DestroyedWithDisposal):
            keep("b" * 10, instead="a" * 10, edition=edition)
        drafts.drop(desk, "customer", "new@5ea7000", "", ("a" * 10,))
    assert phone.encode() not in office.dump()
    assert not drafts.was_moved(desk, "customer", "new@5ea7000", ("a" * 10,), begun)  # it may be saved
    office.clock.pass_time(seconds=1)
    begun, ledger, _none = drafts.begin(desk, "customer", "new")
    keep("c" * 10)  # another form, typed since
    with office.workplace.reading() as session:
        assert len(session.scalars(select(Draft.id)).all()) == 1


def test_what_no_disposal_searched_is_not_stored_by_itself(office: DisposalOffice) -> None:
    """A form that was open before, first typed in after it: by name, phone and mail nobody is recognised."""
    drafts, desk, phone = Drafts(office.workplace), office.desk, VALUES["phone"]
    staying = office.customers["staying 5"]
    begun, ledger, _none = drafts.begin(desk, "customer", "new")
    before = {"begun": begun, "ledger": ledger}

    def keep(form: str, subject: str, opened: dict[str, object], text: str, **rest: object) -> None:
        payload = {"page": "customers", "arguments": {}, "typed": {"text": text}}
        drafts.keep(desk, form, subject, {**payload, **opened, **rest})

    keep("call", "new@5ea7000", before, "エアコンの音", name="a" * 10, edition=1)
    office.destroy(office.approved())
    for form, subject in (("customer", "new@5ea7000"), ("call", "new@5ea7001"), ("customer", staying)):
        with pytest.raises(OpenedBeforeDisposal):
            keep(form, subject, before, f"{NAME} {phone}")
    dump = office.dump()
    assert not [one for one in (NAME, phone) if one.encode() in dump]
    keep("call", "new@5ea7000", before, "エアコンの音と水", name="a" * 10, edition=2)  # was searched
    keep("seat", "new", before, "受付")  # about what no disposal reaches
    keep("customer", "new@5ea7000", {}, "いつ開いたか分からない")  # of an earlier version
    office.clock.pass_time(seconds=4)
    begun, ledger, _none = drafts.begin(desk, "customer", staying)
    keep("customer", staying, {"begun": begun, "ledger": ledger}, "その後に開いた")
    with office.workplace.reading() as session:
        assert len(session.scalars(select(Draft.id)).all()) == 4
