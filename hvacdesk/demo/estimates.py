"""The sample office's price list, two estimates made from it, and whom it talks to at two firms.

Nothing here uses the random numbers of the history, so that the rest of the sample office stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hvacdesk.demo.work import INSTALLING
from hvacdesk.domain.billing.estimates import EstimateAnswer
from hvacdesk.domain.billing.prices import OWN_LINES, PriceRecord
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import CustomerKind, PersonName
from hvacdesk.domain.jobs.jobs import (
    ItemLine,
    JobRecord,
    JobRow,
    JobState,
    JobUnit,
    Party,
    UnitPart,
    UnitRecord,
    WorkItem,
    WorkKind,
)
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.open_office import Office

DAYS_AHEAD = 14

OWN_YEN = (16_500, 22_000, 13_200, 8_800, 5_500)
"""Prices of the office's own lines, in the order of :data:`OWN_LINES`."""

ITEM_YEN: dict[WorkItem, int] = {
    WorkItem.EXTRA_PIPE: 3_300,
    WorkItem.DRILLING: 4_400,
    WorkItem.NEW_CIRCUIT: 19_800,
    WorkItem.VOLTAGE_CHANGE: 3_300,
    WorkItem.OUTLET_CHANGE: 3_300,
    WorkItem.BREAKER: 5_500,
    WorkItem.COVER: 2_750,
    WorkItem.BRACKET: 8_800,
    WorkItem.HIDDEN_PIPE: 4_950,
    WorkItem.REMOVAL: 6_600,
    WorkItem.RECYCLING: 2_970,
}

CONTACTS: tuple[tuple[ContactRecord, ...], ...] = (
    (
        ContactRecord(
            "総務課", PersonName("見本", "恵子", "ミホン", "ケイコ"), "052-000-5601", "k@example.jp"
        ),
        ContactRecord("設備担当", PersonName("例示", "健", "レイジ", "ケン"), "090-0000-5602"),
        ContactRecord("夜間受付", phone="052-000-5603"),
    ),
    (ContactRecord("店長", PersonName("試作", "実", "シサク", "ミノル"), "052-000-5611"),),
)
"""The people at the first firms of the customer list."""


def price_and_estimate(office: Office, owner: Actor, words: Words, today: date) -> None:
    """Fill the price list, estimate work that comes up after ``today``, and name contacts.

    One estimate was accepted; one waits for its answer, and its job for a day.
    """
    _keep_prices(office, owner, words)
    coming = next(_coming(office, owner, today), None)
    if coming is not None:
        collect = office.jobs.detail(owner, coming.job).paid_on_site
        accepted = EstimateAnswer(accepted=True, contract_on=office.today().isoformat(), collect=collect)
        office.estimates.answer(owner, _issued(office, owner, coming.job, words), accepted)
        _issued(office, owner, _second_unit(office, owner, coming), words)
    _name_contacts(office, owner)


def _keep_prices(office: Office, owner: Actor, words: Words) -> None:
    office.prices.add_usual(owner, words)
    own = {words(name): yen for (name, _unit), yen in zip(OWN_LINES, OWN_YEN, strict=True)}
    for row in office.prices.listed(owner).rows:
        office.prices.keep(owner, replace(row.record, yen=_yen(row.record, own)), row.price, row.record)


def _yen(record: PriceRecord, own: dict[str, int]) -> int:
    return ITEM_YEN[record.item] if record.item else own[record.label]


def _coming(office: Office, owner: Actor, today: date) -> Iterator[JobRow]:
    for ahead in range(1, DAYS_AHEAD):
        for row in office.jobs.day(owner, today + timedelta(days=ahead)):
            if row.state is not JobState.CANCELLED and row.work_kind in INSTALLING:
                yield row


def _second_unit(office: Office, owner: Actor, row: JobRow) -> str:
    """The same customer asks for another air conditioner, on a day that is still to be agreed."""
    known = office.jobs.detail(owner, row.job)
    unit = office.jobs.add_unit(
        owner, known.site.site, UnitRecord(place="書斎", maker="見本電機", model="CD-22YY", capacity_kw=2.2)
    )
    items = (
        ItemLine(WorkItem.PIPE_TO_4M),
        ItemLine(WorkItem.EVACUATION),
        ItemLine(WorkItem.EXTRA_PIPE, quantity=2, unit="m"),
        ItemLine(WorkItem.DRILLING, quantity=1, detail="モルタル"),
        ItemLine(WorkItem.COVER, quantity=4, unit="m"),
    )
    record = JobRecord(
        site=known.site.site,
        work_kind=WorkKind.INSTALL,
        parties={Party.REQUESTER: row.customer},
        units=(JobUnit(unit, UnitPart.INSTALL),),
        items=items,
    )
    return office.jobs.add(owner, record)


def _issued(office: Office, owner: Actor, job: str, words: Words) -> str:
    """An estimate of the job as its work and the price list give it, without a line that costs nothing."""
    made = office.estimates.draft(owner, job, words)
    drafted = office.estimates.detail(owner, made)
    priced = tuple(
        line if line.yen else replace(line, label=words(OWN_LINES[0][0]), yen=OWN_YEN[0])
        for line in drafted.record.lines
    )
    office.estimates.issue(owner, made, drafted.row.version, replace(drafted.record, lines=priced))
    return made


def _name_contacts(office: Office, owner: Actor) -> None:
    rows = office.customers.search(owner, "", 200).rows
    firms = (
        row.customer
        for row in rows
        if office.customers.detail(owner, row.customer).kind is CustomerKind.ORGANISATION
    )
    for firm, contacts in zip(firms, CONTACTS, strict=False):
        for contact in contacts:
            office.contacts.add(owner, firm, contact)
