"""What was certain when the file was read is judged again when it is taken over; who decides is logged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hvacdesk.domain.billing.outside_doubts import OutsideReason
from hvacdesk.domain.billing.outside_matching import DoubtedMeanwhile, TakenInvoice
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.billing.outside_invoices import TakenOver
from hvacdesk.services.customers.customers import Customers
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.oversight import audit_log
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.unit.services.billing.test_outside_invoices import (
    MARK,
    TANAKA,
    decide,
    locked,
    money,
    note,
    number,
    outside,
    read,
    reasons,
    take_certain,
)

SUZUKI = PersonName("鈴木", "一郎", "スズキ", "イチロウ")


@pytest.fixture
def office(ground: Ground) -> Billed:
    return billed_office(ground)


def renamed(office: Billed, who: str, _job: str) -> None:
    customers, desk = Customers(office.ground.workplace), office.ground.desk
    version = customers.detail(desk, who).version
    customers.change(desk, who, version, {"name": PersonName("佐々木", "花", "ササキ", "ハナ")})


def reduced(office: Billed, who: str, _job: str) -> None:
    with office.ground.workplace.transaction() as session:
        customer_store.get(session, who).reduced_on = "2026-11-24"


def destroyed(office: Billed, who: str, _job: str) -> None:
    with office.ground.workplace.transaction() as session:
        session.delete(customer_store.get(session, who))


def billed_here(office: Billed, _who: str, job: str) -> None:
    office.issued(job)


def noted_by_hand(office: Billed, _who: str, job: str) -> None:
    note(office, job, EventKind.INVOICE, "2026-11-23", "X-9")


MEANWHILE: dict[str, tuple[Callable[[Billed, str, str], object], OutsideReason]] = {
    "suspended": (lambda office, who, _job: locked(office, who), OutsideReason.SUSPENDED),
    "renamed": (renamed, OutsideReason.OTHER_NAME),
    "reduced": (reduced, OutsideReason.REDUCED),
    "billed here": (billed_here, OutsideReason.BILLED_HERE),
    "noted by hand": (noted_by_hand, OutsideReason.OTHER_NUMBER),
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_what_is_doubtful_by_now_is_left_alone_and_counted(office: Billed, tmp_path: Path, what: str) -> None:
    who, other = office.someone(name=TANAKA), office.someone(name=SUZUKI)
    job, fine = office.job(who), office.job(other)
    rows = (
        f"A-1,2026-11-21,田中花子,{number(office, job)},88000,入金済み,2026-11-22",
        f"A-2,2026-11-21,鈴木一郎,{number(office, fine)},5000,入金済み,2026-11-22",
    )
    found = read(office, tmp_path, *rows)
    assert [one.certain for one in found.proposals] == [True, True]
    happens, because = MEANWHILE[what]
    happens(office, who, job)
    before = money(office, job)
    assert take_certain(office, found) == TakenOver(1, 1, doubted=1)
    assert (money(office, job), office.state(fine)) == (before, JobState.PAID)
    again = read(office, tmp_path, *rows)
    assert again.known == 1
    assert because in reasons(again)[0]
    with office.ground.workplace.reading() as session:
        (told,) = audit_log.details_of(session, Action.OUTSIDE_INVOICES_TAKEN)
    assert (told["invoices"], told["paid"], told["doubts"]) == (1, 1, [])


def test_a_job_that_is_gone_keeps_nobody_else_back(office: Billed, tmp_path: Path) -> None:
    who, fine = office.someone(name=TANAKA), office.job(office.someone(name=SUZUKI))
    job = office.job(who)
    rows = (
        f"A-1,2026-11-21,田中花子,{number(office, job)},88000,,",
        f"A-2,2026-11-21,鈴木一郎,{number(office, fine)},5000,,",
    )
    found = read(office, tmp_path, *rows)
    destroyed(office, who, job)
    assert take_certain(office, found) == TakenOver(1, 0, doubted=1)


def test_what_a_colleague_took_over_meanwhile_is_no_doubt(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"A-1,2026-11-21,田中花子,{number(office, job)},88000,,")
    assert take_certain(office, found) == TakenOver(1, 0)
    assert take_certain(office, found) == TakenOver(0, 0)


def test_what_is_certain_in_another_way_by_now_is_not_what_was_shown(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"A-1,2026-11-21,田中花子,{number(office, job)},88000,,")
    (one,) = found.proposals
    other = TakenInvoice(one.invoice.number, "2026-11-01", 88_000, "", (job,))
    assert outside(office).take_certain(office.books, found.file, found.mark, [other]) == TakenOver(0, 0, 1)
    assert money(office, job) == []


def test_who_decides_in_spite_of_a_doubt_is_in_the_log(office: Billed, tmp_path: Path) -> None:
    job = office.job(office.someone(name=TANAKA))
    found = read(office, tmp_path, f"A-1,2026-11-21,別の名前,{number(office, job)},88000,,")
    assert reasons(found) == [{OutsideReason.JOB_NUMBER, OutsideReason.OTHER_NAME}]
    assert decide(office, found) == TakenOver(1, 0)
    with office.ground.workplace.reading() as session:
        (entry,) = audit_log.entries(session, limit=5, actions=(Action.OUTSIDE_INVOICES_TAKEN,))
    assert (entry.actor, entry.details["doubts"]) == (office.books.account, ["other_name"])


def test_a_suspension_that_nobody_was_shown_is_asked_about_first(office: Billed, tmp_path: Path) -> None:
    """Between reading and deciding, and at a job that somebody typed, of which no row says anything."""
    who = office.someone(name=TANAKA)
    job = office.job(who)
    found = read(office, tmp_path, f"A-1,2026-11-21,別の名前,{number(office, job)},88000,,")
    locked(office, who)
    with pytest.raises(DoubtedMeanwhile) as doubted:
        decide(office, found)
    assert doubted.value.reasons == (OutsideReason.SUSPENDED,)
    typed = TakenInvoice("B-1", "2026-11-21", 5, "", (job,))
    with pytest.raises(DoubtedMeanwhile):
        outside(office).confirm(office.books, MARK, [typed])
    assert money(office, job) == []
    assert outside(office).confirm(office.books, MARK, [typed], doubted.value.reasons) == TakenOver(1, 0)
