"""A backup that joined two registrations, of which one was disposed of after they were told apart."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import select

from hvacdesk.domain.backups.backups import RestoreReport
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerRecord,
    PaymentDetails,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.customers.merging import MergeField, Take
from hvacdesk.domain.disposal.disposed_list import DestroyedCustomer
from hvacdesk.domain.jobs.jobs import JobRecord, Party, WorkKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.disposal.exceptions import TOLD_APART, named
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal import disposed_list as disposed
from hvacdesk.store.models import Customer, CustomerMerge, Job, Site
from tests.helpers.disposed import destroyed, listed
from tests.helpers.paper import read_text
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.integration.backups.session import Session
from tests.integration.backups.test_replaying import plain

KEPT = customer(
    name=PersonName("森", "茂", "モリ", "シゲル"),
    email="mori@example.test",
    note="茂の控え",
    phones=(Phone(PhoneKind.MOBILE, "090-1111-0001"),),
    address=Address("4600008", "愛知県", "名古屋市中区", "栄", "1-1", ""),
)
DUPLICATE = customer(
    name=PersonName("林", "繁", "ハヤシ", "シゲル"),
    email="shigeru@example.test",
    note="繁の控え",
    phones=(Phone(PhoneKind.MOBILE, "090-2222-0002"),),
    address=Address("4640064", "愛知県", "名古屋市千種区", "唐山町", "7-77", "鶴舞荘202"),
)
OF_DUPLICATE = ("林", "鶴舞荘202", "090-2222-0002", "shigeru@example.test", "繁の控え", "繁の仕事")


class Two(NamedTuple):
    kept: str
    duplicate: str
    backup: Path


def join(owner: Session, kept: str, duplicate: str) -> str:
    """Merge two, with what the duplicate has; the merge's record id."""
    shown = owner.office.merging.compare(owner.actor, kept, duplicate)
    versions = (shown.kept.version, shown.merged.version)
    choices = {MergeField.NOTE: Take.BOTH, MergeField.ADDRESS: Take.MERGED, MergeField.EMAIL: Take.MERGED}
    return owner.office.merging.merge(owner.actor, kept, duplicate, versions, choices)


def copied_backup(owner: Session, place: Path) -> Path:
    """A backup that lies in a drawer, where no disposal finds it."""
    taken = Path(owner.backup().path)
    return shutil.copytree(taken, place.parent / "drawer" / taken.name)


def merged(
    owner: Session,
    place: Path,
    first: CustomerRecord,
    second: CustomerRecord,
    *,
    payer: str = "",
    backup: bool = True,
) -> tuple[Two, str]:
    """Two registrations that were merged, in a backup; with a payer that was typed after that."""
    office, actor = owner.office, owner.actor
    owner.backups.add_place(actor, str(place))
    kept, duplicate = (office.customers.add(actor, one, with_site=True) for one in (first, second))
    for one, note in ((kept, "茂の仕事"), (duplicate, "繁の仕事")):
        site = office.jobs.sites(actor, one)[0].site
        parts = {Party.REQUESTER: one}
        office.jobs.add(actor, JobRecord(site, WorkKind.REPAIR, parts, on="2026-11-24", note=note))
    merge = join(owner, kept, duplicate)
    if payer:
        details = PaymentDetails(bank="北洋銀行", payer=payer)
        with owner.workplace.reading() as reading:
            (version,) = reading.scalars(select(Customer.version).where(Customer.record_id == kept))
        office.customers.change(actor, kept, version, {"payment": details})
    return Two(kept, duplicate, copied_backup(owner, place) if backup else place), merge


@pytest.fixture
def two(owner: Session, place: Path) -> Two:
    """A backup from while they were joined, on another disk; they were told apart afterwards."""
    made, merge = merged(owner, place, KEPT, DUPLICATE)
    owner.office.merging.undo(owner.actor, merge)
    return made


def dispose(owner: Session, *lines: DestroyedCustomer) -> None:
    """Dispose of customers as far as tables and list are concerned, and leave."""
    with owner.workplace.transaction() as writing:
        disposed.replay(writing, listed(*lines))
    owner.backups.write_disposed_list(owner.actor)
    owner.close()


def restored(real: RealOffice, two: Two) -> tuple[Session, RestoreReport]:
    restoring = Restoring(real.home, real.clock)
    office, actor, report = restoring.restore_with_sheet(str(two.backup), real.code)
    return Session(office, actor), report


def belongings(session: Session) -> dict[str, tuple[list[str], list[str], list[str], str]]:
    """By given name each customer's phones, streets and jobs, and the note."""
    with session.workplace.reading() as reading:
        return {
            row.given_name: (
                [phone.number for phone in row.phones],
                list(reading.scalars(select(Site.street).where(Site.customer_id == row.id))),
                list(reading.scalars(select(Job.note).where(Job.customer_id == row.id))),
                row.note,
            )
            for row in reading.scalars(select(Customer))
            if row.given_name in "茂繁"
        }


def require_told(session: Session, report: RestoreReport, *staying: str) -> None:
    """The report names who stays, the certificate says what it cannot vouch for, and the log stays whole."""
    with session.workplace.reading() as reading:
        numbers = reading.scalars(select(Customer.number).where(Customer.record_id.in_(staying)))
        assert report.told_apart == tuple(sorted(numbers))
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert named([TOLD_APART])[0] in certified.exceptions
    paper = session.office.restore_certificates.paper(session.actor, certified.number, "en")
    assert "cannot be told" in " ".join(read_text(paper.pdf).split())
    (entry,) = session.logged(Action.MERGE_UNDONE)[:1]
    assert entry.details["merged"]
    assert session.office.audit.verify(session.actor).intact


def test_a_destroyed_duplicate_does_not_come_back_as_the_kept_ones_data(
    owner: Session, real: RealOffice, two: Two
) -> None:
    dispose(owner, destroyed(two.duplicate))
    session, report = restored(real, two)
    assert report.replayed == 1
    assert belongings(session) == {"茂": (["090-1111-0001"], ["1-1"], ["茂の仕事"], "茂の控え")}
    pages = plain(session)
    assert [value for value in OF_DUPLICATE if value.encode() in pages] == []
    require_told(session, report, two.kept)
    session.close()


def test_a_living_duplicate_is_not_destroyed_with_the_kept_one(
    owner: Session, real: RealOffice, two: Two
) -> None:
    dispose(owner, destroyed(two.kept))
    session, report = restored(real, two)
    assert report.replayed == 1
    assert belongings(session) == {"繁": (["090-2222-0002"], ["7-77"], ["繁の仕事"], "繁の控え")}
    assert "茂の控え".encode() not in plain(session)
    (found,) = session.office.customers.search(session.actor, "林").rows
    assert found.customer == two.duplicate
    require_told(session, report, two.duplicate)
    session.close()


def test_a_living_duplicate_is_not_emptied_with_a_reduced_one(
    owner: Session, real: RealOffice, two: Two
) -> None:
    dispose(owner, destroyed(two.kept, keeps="name", keeps_until="2033-05-31"))
    session, report = restored(real, two)
    assert (report.replayed, report.reduced) == (0, 1)
    of_both = belongings(session)
    assert of_both["繁"] == (["090-2222-0002"], ["7-77"], ["繁の仕事"], "繁の控え")
    assert (of_both["茂"][0], of_both["茂"][3]) == ([], "")
    require_told(session, report, two.kept, two.duplicate)
    session.close()


def test_details_of_payment_that_came_with_the_duplicate_go_with_it(
    owner: Session, real: RealOffice, place: Path
) -> None:
    of_payment = replace(DUPLICATE, payment=PaymentDetails(bank="北洋銀行", payer="ハヤシ シゲル"))
    two, merge = merged(owner, place, KEPT, of_payment)
    owner.office.merging.undo(owner.actor, merge)
    dispose(owner, destroyed(two.duplicate))
    session, _report = restored(real, two)
    with session.workplace.reading() as reading:
        (row,) = reading.scalars(select(Customer).where(Customer.record_id == two.kept))
        assert customers.sealed(row) == {}
    session.close()


def test_details_of_payment_that_were_typed_since_stay(owner: Session, real: RealOffice, place: Path) -> None:
    of_payment = replace(DUPLICATE, payment=PaymentDetails(bank="北洋銀行", payer="ハヤシ シゲル"))
    two, merge = merged(owner, place, KEPT, of_payment, payer="モリ シゲル")
    owner.office.merging.undo(owner.actor, merge)
    dispose(owner, destroyed(two.duplicate))
    session, _report = restored(real, two)
    with session.workplace.reading() as reading:
        (row,) = reading.scalars(select(Customer).where(Customer.record_id == two.kept))
        assert "payer" in customers.sealed(row)
    session.close()


def test_merges_that_stand_on_one_that_is_undone_are_undone_with_it(
    owner: Session, real: RealOffice, place: Path
) -> None:
    """B into A, then C into A, then A into D: what B brought is under all of them."""
    two, _merge = merged(owner, place, KEPT, DUPLICATE, backup=False)
    others = [
        customer(name=PersonName("柏", "司"), email="", note=f"{what}の控え", phones=()) for what in "三四"
    ]
    third, fourth = (owner.office.customers.add(owner.actor, one) for one in others)
    join(owner, two.kept, third)
    join(owner, fourth, two.kept)
    copy = copied_backup(owner, place)
    dispose(owner, destroyed(two.duplicate))
    session, report = restored(real, Two(two.kept, two.duplicate, copy))
    assert belongings(session) == {"茂": (["090-1111-0001"], ["1-1"], ["茂の仕事"], "茂の控え")}
    with session.workplace.reading() as reading:
        rows = reading.scalars(select(Customer).where(Customer.given_name == "司")).all()
        assert sorted((row.note, row.merged_into_id) for row in rows) == [
            ("三の控え", None),
            ("四の控え", None),
        ]
        assert reading.scalars(select(CustomerMerge)).all() == []
    assert len(report.told_apart) == 3
    pages = plain(session)
    assert [value for value in OF_DUPLICATE if value.encode() in pages] == []
    session.close()


def test_two_who_were_destroyed_as_one_are_destroyed_as_one(
    owner: Session, real: RealOffice, two: Two
) -> None:
    """A disposal of both writes a line for each; nothing is left to doubt."""
    dispose(owner, destroyed(two.kept), destroyed(two.duplicate, number="C-000009"))
    session, report = restored(real, two)
    assert (report.replayed, report.told_apart, belongings(session)) == (2, (), {})
    (certified,) = session.office.restore_certificates.all(session.actor)
    assert certified.exceptions == ()
    session.close()


def test_two_who_were_reduced_as_one_stay_one(owner: Session, real: RealOffice, two: Two) -> None:
    one, other = (
        destroyed(record, keeps="name", keeps_until="2033-05-31") for record in (two.kept, two.duplicate)
    )
    dispose(owner, one, other)
    session, report = restored(real, two)
    assert report.told_apart == ()
    assert session.office.customers.search(session.actor, "林").hits == 0
    with session.workplace.reading() as reading:
        joined = select(Customer.record_id).where(Customer.merged_into_id.is_not(None))
        assert reading.scalars(joined).all() == [two.duplicate]
    session.close()


def test_what_was_reduced_before_the_two_were_joined_says_nothing_of_them(
    owner: Session, real: RealOffice, two: Two
) -> None:
    line = destroyed(two.kept, keeps="name", keeps_until="2033-05-31", destroyed_at="2020-01-01T01:00:00Z")
    dispose(owner, line)
    session, report = restored(real, two)
    assert report.told_apart == ()
    session.close()
