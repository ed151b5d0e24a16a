"""Whatever is restored after what, where and how often: no number and no code is on two papers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.work_orders import CopyRow, Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.backups.restoring import Restoring
from hvacdesk.services.papers.paper_names import UnknownCopy
from hvacdesk.store import counters
from hvacdesk.vault import milestones
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice
from tests.helpers.sabotage import replaced
from tests.helpers.secret_service import SecretService
from tests.integration.backups.session import Session
from tests.integration.backups.test_restored_numbers import (
    add_job,
    issue_estimate,
    issue_invoice,
    print_copy,
)


class Work:
    """A day's work in an office, which gives out numbers of every kind."""

    def __init__(self, owner: Session, place: Path) -> None:
        owner.backups.add_place(owner.actor, str(place))
        name = PersonName("森", "茂")
        self.customer = owner.office.customers.add(owner.actor, customer(name=name), with_site=True)
        self.job, self.offered = (add_job(owner, self.customer) for _each in range(2))
        self.done(owner)
        self.kept = place.parent / "引き出し"
        self.kept.mkdir()

    def back_up(self, session: Session) -> Path:
        """A backup that no other one supersedes."""
        taken = Path(session.backup().path)
        return Path(shutil.copytree(taken, self.kept / taken.name))

    def done(self, session: Session) -> set[str]:
        """Papers of a job that there was before, and of a new one; everything that is printed on them."""
        code, copy = print_copy(session, self.job, reason="lost")
        new = add_job(session, self.customer)
        added = session.office.customers.add(session.actor, customer(), with_site=False)
        return {
            code,
            f"copy {copy}",
            print_copy(session, new)[0],
            session.office.jobs.detail(session.actor, new).row.number,
            issue_invoice(session, self.customer),
            issue_estimate(session, self.offered),
            session.office.customers.detail(session.actor, added).number,
        }


@pytest.fixture
def work(owner: Session, place: Path) -> Work:
    return Work(owner, place)


def restored(home: Path, real: RealOffice, taken: Path) -> Session:
    office, actor, _report = Restoring(home, real.clock).restore_with_sheet(str(taken), real.code)
    return Session(office, actor)


def work_after(home: Path, real: RealOffice, taken: Path, work: Work, *, days: int = 1) -> Iterator[set[str]]:
    """What is printed on each of some days after a restore."""
    session = restored(home, real, taken)
    for _each in range(days):
        yield work.done(session)
    session.close()


def require_apart(printed: list[set[str]]) -> None:
    together = [one for on_papers in printed for one in on_papers]
    assert len(together) == len(set(together)), sorted(one for one in together if together.count(one) > 1)


def test_one_backup_may_be_restored_again_and_again(owner: Session, real: RealOffice, work: Work) -> None:
    taken = work.back_up(owner)
    printed = [work.done(owner)]
    owner.close()
    for _time in range(6):
        printed += work_after(real.home, real, taken, work, days=2)
    require_apart(printed)


def test_an_older_backup_may_be_restored_after_a_newer_one(
    owner: Session, real: RealOffice, work: Work
) -> None:
    older = work.back_up(owner)
    printed = [work.done(owner)]
    real.clock.pass_time(days=1)
    newer = work.back_up(owner)
    printed.append(work.done(owner))
    owner.close()
    for taken in (newer, older, newer):
        printed += work_after(real.home, real, taken, work, days=2)
    require_apart(printed)


def test_a_backup_of_a_restored_office_may_be_restored(owner: Session, real: RealOffice, work: Work) -> None:
    taken = work.back_up(owner)
    printed = [work.done(owner)]
    owner.close()
    for worked in (False, True, False):
        session = restored(real.home, real, taken)
        if worked:
            printed.append(work.done(session))
        taken = work.back_up(session)
        printed += [work.done(session), work.done(session), work.done(session)]
        session.close()
    require_apart(printed)


def test_computers_that_know_nothing_of_each_other_may_restore_one_backup(
    owner: Session, real: RealOffice, work: Work, secret_service: SecretService, tmp_path: Path
) -> None:
    taken = work.back_up(owner)
    printed = [work.done(owner)]
    owner.close()
    for number in range(3):
        real.clock.pass_time(days=1)
        secret_service.forget_all()
        printed += work_after(tmp_path / f"pc-{number}", real, taken, work, days=3)
    require_apart(printed)


def test_a_backup_of_last_year_leaves_out_what_a_year_may_have_given_out(
    owner: Session, real: RealOffice, work: Work, secret_service: SecretService, tmp_path: Path
) -> None:
    taken = work.back_up(owner)
    owner.close()
    printed: list[set[str]] = []
    real.clock.pass_time(days=400)
    for number in range(2):
        real.clock.pass_time(days=1)
        secret_service.forget_all()
        session = restored(tmp_path / f"pc-{number}", real, taken)
        new = add_job(session, work.customer)
        printed.append({issue_invoice(session, work.customer), print_copy(session, new)[0]})
        code, copy = print_copy(session, work.job, reason="lost")
        assert copy < 900
        assert session.office.papers.find(session.actor, code).code == code
        session.close()
    require_apart(printed)


def test_more_than_the_gap_was_given_out_before_the_first_of_two_restores(
    owner: Session, real: RealOffice, work: Work
) -> None:
    taken = work.back_up(owner)
    with owner.workplace.transaction() as session:
        last = counters.take(session, "customer", 3_000) + 2_999
        for _each in range(3_000):
            owner.workplace.record(session, owner.actor, Action.COPY_CHANGED, "")
    owner.office.audit.write_anchor()
    owner.close()
    first, second = (set[str](), set[str]())
    for printed in (first, second):
        session = restored(real.home, real, taken)
        for _each in range(3):
            added = session.office.customers.add(session.actor, customer(), with_site=False)
            printed.add(session.office.customers.detail(session.actor, added).number)
        session.close()
    assert min(first | second) > f"C-{last:06}"
    assert not first & second


def test_a_sheet_of_while_a_backup_was_taken_is_not_taken_for_a_copy_that_the_backup_knows(
    owner: Session, real: RealOffice, work: Work
) -> None:
    orders = owner.office.work_orders
    job = add_job(owner, work.customer)
    (shown,) = orders.issue(owner.actor, job, (Profile.CUSTOMER,), english).copies
    sheets: list[CopyRow] = []

    def reached(name: str) -> None:
        if name == "backup.copied" and not sheets:
            orders.not_printed(owner.actor, [shown.copy], sent=False)
            sheets.extend(orders.issue(owner.actor, job, (Profile.TECHNICIAN,), english).copies)

    with replaced(milestones, "reached", reached):
        taken = Path(owner.backup().path)
    (sheet,) = sheets
    orders.printed(owner.actor, [sheet.copy], "printer")
    owner.close()
    session = restored(real.home, real, taken)
    for typed in (sheet.code, f"{sheet.number} {sheet.copy_number}/{sheet.copies}"):
        with pytest.raises(UnknownCopy):
            session.office.papers.find(session.actor, typed)
    session.close()
