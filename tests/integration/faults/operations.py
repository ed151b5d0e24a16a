"""The operations that meet faults, each through the program's own services, from the door to leaving.

Each runs in a child process, where it meets the fault and, if that can be survived, is done again once its
cause is gone; then again in the test's own process, where it must succeed with whatever was left behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.domain.customers import PersonName
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Actor
from hvacdesk.services.entry import OfficeEntry
from hvacdesk.services.office import Office
from hvacdesk.vault.rotation import Plan
from tests.helpers.people import customer, payment
from tests.integration.faults.task import Task

Begin = Callable[[], None]
"""To be called where the part begins in which faults are wanted."""

Mend = Callable[[UserFacingError, str], None]
"""Takes a foreseen failure and what failed, and takes away its cause."""

Work = Callable[[Task, Office, Actor], None]


@dataclass(frozen=True)
class Operation:
    """One operation of somebody who is logged in.

    Attributes:
        work: does it in an open office; what it raises ends it.
        repeatable: whether it can be done again once it was done.
    """

    name: str
    work: Work
    repeatable: bool = True

    def run(self, task: Task, begin: Begin, mend: Mend) -> None:
        """Come in, do it, and leave. What fails is mended and done again in the same session."""
        entry = OfficeEntry(Path(task.home), task.clock)
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


def save(_task: Task, office: Office, owner: Actor) -> None:
    """Register a customer with payment details and a first site."""
    record = customer(name=PersonName("保存", "花"), payment=payment(), note="長い覚え書き。" * 300)
    office.customers.add(owner, record, with_site=True)


def rotate(_task: Task, office: Office, owner: Actor) -> None:
    """Bring the office into its next epoch and discard the former one."""
    office._workplace.rotate(owner, Plan())
    office._workplace.vault.discard_former_epochs()


def destroy(task: Task, office: Office, owner: Actor) -> None:
    """Carry out the approved batch, or finish it."""
    batch, count = task.facts["batch"], task.facts["count"]
    office.disposal.destroy(owner, batch, count, lambda *_: None, lambda: False)


OPERATIONS = (
    Operation("save", save),
    Operation("rotation", rotate),
    Operation("disposal", destroy, repeatable=False),
)

BY_NAME = {operation.name: operation for operation in OPERATIONS}
