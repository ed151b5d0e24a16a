"""A folder in which a new office is set up, over and over, whatever happens meanwhile."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office
from tests.helpers import key_snapshot
from tests.helpers.file_modes import make_writable
from tests.helpers.ground import MovableClock
from tests.helpers.people import customer
from tests.helpers.real_office import FACTS, NAMES, passphrase_of
from tests.integration.faults.judging import State
from tests.integration.faults.operations import SET_UP
from tests.integration.faults.seen import look, require_tidy
from tests.integration.faults.task import Task

PASSPHRASE = passphrase_of(NAMES[Role.OWNER])


@dataclass
class NewPlace:
    """Where there is no office yet.

    Attributes:
        home: the folder that will hold it.
        paper: holds the recovery code, which somebody copied before anything was written.
    """

    home: Path
    paper: Path
    clock: MovableClock

    @property
    def task(self) -> Task:
        """Setting the office up; nobody has an account yet."""
        facts = {"paper": str(self.paper)}
        return Task("set-up", str(self.home), "", PASSPHRASE, self.clock().isoformat(), facts)

    def clear(self) -> None:
        """Begin again: neither files nor secrets."""
        shutil.rmtree(self.home, ignore_errors=True)
        key_snapshot.put_back({})

    def require_whole(self) -> State:
        """There is a whole office, which opens at once, or none; then one can be set up in its place."""
        make_writable(self.home)
        entry = OfficeEntry(self.home, self.clock)
        entry.acquire()
        state = State.NEW if entry.exists() else State.OLD
        entry.release()
        if state is State.OLD:
            SET_UP.run(self.task, lambda: None, _unmended)
        self._require_office()
        return state

    def _require_office(self) -> None:
        office, owner = self._login()
        _require_first_rows(office, owner)
        require_tidy(office._workplace.vault)
        office.customers.add(owner, customer())
        office.leave(owner)
        office, owner = OfficeEntry(self.home, self.clock).recover(self.paper.read_text(encoding="ascii"))
        _require_first_rows(office, owner)
        assert office.customers.search(owner, "").total == 1
        office.close()

    def _login(self) -> tuple[Office, Actor]:
        entry = OfficeEntry(self.home, self.clock)
        entry.acquire()
        entry.open_sealed()
        (member,) = entry.staff()
        assert (member.name, member.roles, member.invited) == (NAMES[Role.OWNER], (Role.OWNER.value,), False)
        try:
            return entry.login(member.account, PASSPHRASE)
        finally:
            entry.release()


def _require_first_rows(office: Office, owner: Actor) -> None:
    look(office, owner)
    assert office.facts() == FACTS
    assert office.audit.entries(owner)[-1].action is Action.OFFICE_CREATED
    assert [sheet.number for sheet in office.keys.standing(owner).sheets] == [1]


def _unmended(error: Exception, _failed: str) -> None:
    raise error
