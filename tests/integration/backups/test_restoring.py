"""Restoring a backup: into an empty folder, over an office, on another computer, and what is refused."""

from __future__ import annotations

from pathlib import Path

from hvacdesk.domain.roles import Role
from hvacdesk.services.restoring import Restoring
from tests.helpers.people import customer
from tests.helpers.real_office import FACTS, RealOffice
from tests.integration.backups.session import Session, session_of


def customers(session: Session) -> int:
    return len(session.office.customers.find(session.actor, "柳川"))


def restoring(real: RealOffice, home: Path | None = None) -> Restoring:
    return Restoring(home or real.home, real.clock)


def with_sheet(real: RealOffice, path: str, home: Path | None = None) -> tuple[Session, object]:
    office, actor, report = restoring(real, home).restore_with_sheet(path, real.code)
    return Session(office, actor), report


def test_over_the_office_with_the_sheet(owner: Session, real: RealOffice, place: Path) -> None:
    owner.backups.add_place(owner.actor, str(place))
    facts = owner.backup()
    owner.office.customers.add(owner.actor, customer())
    owner.close()
    restored, report = with_sheet(real, facts.path)
    assert restored.office.facts() == FACTS
    assert restored.office.audit.report().intact
    restored.close()
    again = session_of(real, Role.OWNER)
    assert again.office.audit.report().intact
    again.close()
