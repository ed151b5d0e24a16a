"""The operations that meet faults, each through the program's own services, from the door to leaving.

Each runs in a child process, where it meets the fault and, if that can be survived, is done again once its
cause is gone; then again in the test's own process, where it must succeed with whatever was left behind.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.customers import PersonName
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.wording import Phrase
from hvacdesk.services.entry import OfficeEntry
from hvacdesk.services.office import Office
from tests.helpers.people import customer, payment
from tests.integration.faults.task import Task

Begin = Callable[[], None]
"""To be called where the part begins in which faults are wanted."""

Mend = Callable[[UserFacingError, str], None]
"""Takes a foreseen failure and what failed, and takes away its cause."""

Work = Callable[[Task, Office, Actor], None]


class NotBackedUp(UserFacingError):
    """A folder's failure, raised so that it is told like every other."""

    def __init__(self, failure: Phrase) -> None:
        self.what = self.todo = failure  # type: ignore[misc]
        super().__init__()


def back_up(_task: Task, office: Office, owner: Actor) -> None:
    """Take a backup into every folder."""
    outcomes = office.backups.run(owner)
    for outcome in outcomes:
        if outcome.failure is not None:
            raise NotBackedUp(outcome.failure)


@dataclass(frozen=True)
class Operation:
    """One operation of somebody who is logged in.

    Attributes:
        work: does it in an open office; what it raises ends it.
        repeatable: whether it can be done again once it was done.
        finish: what ends it where it cannot.
        from_outside: whether nobody may be logged in meanwhile.
    """

    name: str
    work: Work
    repeatable: bool = True
    finish: Work = back_up
    from_outside: bool = False

    def run(self, task: Task, begin: Begin, mend: Mend) -> None:
        """Come in, do it, and leave. What fails is mended and done again in the same session."""
        entry = OfficeEntry(Path(task.home), task.clock)
        entry.acquire()
        if self.from_outside:
            self._run_outside(task, entry, begin, mend)
            return
        entry.open_sealed()
        office, actor = entry.login(task.account, task.passphrase)
        begin()
        try:
            self.work(task, office, actor)
        except UserFacingError as error:
            mend(error, self.name)
            self.work(task, office, actor)
        try:
            office.leave(actor)
        except UserFacingError as error:
            mend(error, "leaving")
        entry.release()

    def _run_outside(self, task: Task, entry: OfficeEntry, begin: Begin, mend: Mend) -> None:
        begin()
        try:
            restore(task, entry)
        except UserFacingError as error:
            mend(error, self.name)
            restore(task, entry)
        entry.release()


def save(_task: Task, office: Office, owner: Actor) -> None:
    """Register a customer with payment details and a first site."""
    record = customer(name=PersonName("保存", "花"), payment=payment(), note="長い覚え書き。" * 300)
    office.customers.add(owner, record, with_site=True)


def rotate(_task: Task, office: Office, owner: Actor) -> None:
    """Change the keys, back the new epoch up, and discard the former one."""
    office.keys.rotate(owner)


def depart(task: Task, office: Office, owner: Actor) -> None:
    """Remove somebody who holds the payment key, so that it changes too."""
    office.accounts.remove(owner, task.facts["leaver"])


def destroy(task: Task, office: Office, owner: Actor) -> None:
    """Carry out the approved batch, or finish it."""
    batch, count = task.facts["batch"], task.facts["count"]
    office.disposal.destroy(owner, batch, count, lambda *_: None, lambda: False)


def restore(task: Task, entry: OfficeEntry) -> None:
    """Make an old backup, of before a disposal, the office."""
    office, actor, _ = entry.restoring().restore_with_sheet(task.facts["drawer"], task.facts["code"])
    office.leave(actor)


def nothing(_task: Task, _office: Office, _owner: Actor) -> None:
    """Nothing is done by somebody who is logged in."""


RESTORE = Operation("restore", nothing, repeatable=False, finish=nothing, from_outside=True)
OPERATIONS = (
    Operation("save", save),
    Operation("rotation", rotate),
    Operation("departure", depart, repeatable=False),
    Operation("backup", back_up),
    Operation("disposal", destroy, repeatable=False),
)


def in_every_run(*names: str) -> tuple[Operation, ...]:
    """These operations; with ``HVACDESK_LONG_FAULTS`` set all of them, which takes many minutes."""
    everything = bool(os.environ.get("HVACDESK_LONG_FAULTS"))
    return tuple(operation for operation in OPERATIONS if everything or operation.name in names)


BY_NAME = {operation.name: operation for operation in (*OPERATIONS, RESTORE)}
