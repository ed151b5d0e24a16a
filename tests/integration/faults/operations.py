"""The operations that meet faults, each through the program's own services, from the door to leaving.

Those of somebody who is logged in begin once the door is behind them; the others are done at the door.

Each runs in a child process, where it meets the fault and, if that can be survived, is done again once its
cause is gone; then again in the test's own process, where it must succeed with whatever was left behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hvacdesk.domain.bank.bank_matching import ConfirmedDeposit, allotted
from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.outside_matching import FileMark, TakenInvoice
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.jobs import ItemLine, JobRecord, JobState, Party, WorkItem, WorkKind
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import Phrase, english
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.entry.office_opening import OfficeOpening
from hvacdesk.services.open_office import Office
from hvacdesk.ui.file_reading import given_file
from hvacdesk.vault.device.keyring_store import DeviceKeyring
from hvacdesk.vault.office import SealedOffice
from tests.helpers.people import customer, payment
from tests.helpers.real_office import FACTS, NAMES
from tests.helpers.typed_codes import printed_groups
from tests.integration.faults.money import CLOSED, UNKNOWN
from tests.integration.faults.task import Task

Begin = Callable[[], None]
"""To be called where the part begins in which faults are wanted."""

Mend = Callable[[UserFacingError, str], None]
"""Takes a foreseen failure and what failed, and takes away its cause."""

Work = Callable[[Task, Office, Actor], None]

Outside = Callable[[Task, OfficeEntry, Begin], tuple[Office, Actor]]
"""Does something at the door, and comes in by it."""


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
    """One operation.

    Attributes:
        work: does it in an open office; what it raises ends it.
        repeatable: whether it can be done again once it was done.
        finish: what ends it where it cannot.
    """

    name: str
    work: Work
    repeatable: bool = True
    finish: Work = back_up
    from_outside = False

    def run(self, task: Task, begin: Begin, mend: Mend) -> None:
        """Come in, do it, and leave. What fails is mended and done again in the same session."""
        entry = OfficeEntry(Path(task.home), task.clock)
        entry.acquire()
        entry.open_sealed()
        office, actor = entry.login(task.account, task.passphrase)
        begin()
        try:
            self.work(task, office, actor)
        except UserFacingError as error:
            mend(error, self.name)
            self.work(task, office, actor)
        _leave(office, actor, mend)
        entry.release()


def _leave(office: Office, actor: Actor, mend: Mend) -> None:
    try:
        office.leave(actor)
    except UserFacingError as error:
        mend(error, "leaving")


def nothing(_task: Task, _office: Office, _owner: Actor) -> None:
    """Nothing is done by somebody who is logged in."""


@dataclass(frozen=True)
class FromOutside(Operation):
    """One that is done at the door.

    Attributes:
        outside: does it.
    """

    outside: Outside = field(kw_only=True)
    from_outside = True

    def run(self, task: Task, begin: Begin, mend: Mend) -> None:
        """Do it; what fails is mended and done again."""
        entry = OfficeEntry(Path(task.home), task.clock)
        entry.acquire()
        try:
            office, actor = self.outside(task, entry, begin)
        except UserFacingError as error:
            mend(error, self.name)
            office, actor = self.outside(task, entry, lambda: None)
        _leave(office, actor, mend)
        entry.release()


def save(_task: Task, office: Office, owner: Actor) -> None:
    """Register a customer with payment details and a first site."""
    record = customer(name=PersonName("保存", "花"), payment=payment(), note="長い覚え書き。" * 300)
    office.customers.add(owner, record, with_site=True)


def issue_invoice(_task: Task, office: Office, owner: Actor) -> None:
    """Have some work done for a new customer, and issue its invoice."""
    who = office.customers.add(owner, customer(name=PersonName("請求", "花")), with_site=True)
    site = office.jobs.sites(owner, who)[0].site
    items = (ItemLine(WorkItem.DRILLING, 1, "か所", yen=8_800),)
    job = office.jobs.add(owner, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: who}, items=items))
    office.jobs.set_state(owner, job, JobState.DONE)
    draft = office.invoices.draft(owner, job, InvoiceKind.WHOLE, english)
    office.invoices.issue(owner, draft, office.invoices.detail(owner, draft).row.version, english)


def take_bank_file(task: Task, office: Office, owner: Actor) -> None:
    """Read a bank's file, book at once all that is certain, and then by hand a deposit that is not.

    It can be done again: what was booked is not proposed any more.
    """
    imports = office.bank_imports
    found = imports.read(owner, given_file(Path(task.facts["bank_file"])))
    waiting = {one.invoice: one for one in found.invoices}
    certain = [
        ConfirmedDeposit(one.line, waiting[one.invoices[0]].customer, allotted(one, waiting), one.fee)
        for one in found.proposals
        if one.certain
    ]
    imports.confirm(owner, certain)
    meant = waiting.get(task.facts["invoices"][-1])
    for line in (one.line for one in found.proposals if one.line.payer == UNKNOWN):
        assert meant is not None
        imports.confirm(owner, [ConfirmedDeposit(line, meant.customer, ((meant.invoice, line.yen),))])


def close_day(_task: Task, office: Office, owner: Actor) -> None:
    """Issue the collective invoices of a closing day; what was issued is not issued again."""
    results = office.collective.issue(owner, office.collective.preview(owner, CLOSED, english), english)
    for one in results:
        if one.refused is not None:
            raise one.refused


def take_over(_task: Task, office: Office, owner: Actor) -> None:
    """Note two invoices of another program, one of them paid, at jobs of a new customer."""
    who = office.customers.add(owner, customer(name=PersonName("取込", "花")), with_site=True)
    site = office.jobs.sites(owner, who)[0].site
    jobs = []
    for _count in range(2):
        jobs.append(office.jobs.add(owner, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: who})))
        office.jobs.set_state(owner, jobs[-1], JobState.DONE)
    today = office.today().isoformat()
    taken = [
        TakenInvoice(f"K-{job[:8]}", today, 5_500, today if job is jobs[0] else "", (job,)) for job in jobs
    ]
    office.outside_invoices.confirm(owner, FileMark(who * 2, 1), taken)


def rotate(_task: Task, office: Office, owner: Actor) -> None:
    """Change the keys, back the new epoch up, and discard the former one."""
    office.keys.rotate(owner)


def depart(task: Task, office: Office, owner: Actor) -> None:
    """Remove somebody who holds the payment key, so that it changes too."""
    office.accounts.remove(owner, task.facts["leaver"])


def destroy(task: Task, office: Office, owner: Actor) -> None:
    """Carry out the approved batch, or finish it."""
    batch, count = task.facts["batch"], task.facts["count"]
    office.disposal.destruction.destroy(owner, batch, count, lambda *_: None, lambda: False)


def restore(task: Task, entry: OfficeEntry, begin: Begin) -> tuple[Office, Actor]:
    """Make an old backup, of before a disposal, the office."""
    begin()
    office, actor, _ = entry.restoring().restore_with_sheet(task.facts["drawer"], task.facts["code"])
    return office, actor


def migrate(task: Task, entry: OfficeEntry, begin: Begin) -> tuple[Office, Actor]:
    """Come into an office of an earlier release, which is brought up to date by that."""
    vault = SealedOffice.find(entry.home, DeviceKeyring()).unlock(task.account, task.passphrase)
    begin()
    return OfficeOpening(task.clock).open(lambda _in_use: vault)


def set_up(task: Task, entry: OfficeEntry, begin: Begin) -> tuple[Office, Actor]:
    """Set a new office up; its recovery code is on paper before anything is written."""
    draft = entry.prepare()
    code = printed_groups(draft)
    Path(task.facts["paper"]).write_text("-".join(code), encoding="ascii")
    for position in draft.group_positions_to_retype():
        assert draft.confirm(position, code[position])
    begin()
    return draft.create(FACTS, NAMES[Role.OWNER], task.passphrase)


RESTORE = FromOutside("restore", nothing, repeatable=False, finish=nothing, outside=restore)
MIGRATION = FromOutside("migration", nothing, outside=migrate)
SET_UP = FromOutside("set-up", nothing, outside=set_up)
OPERATIONS = (
    Operation("save", save),
    Operation("invoice", issue_invoice),
    Operation("bank file", take_bank_file, repeatable=False, finish=take_bank_file),
    Operation("closing", close_day, repeatable=False, finish=close_day),
    Operation("outside-invoices", take_over, repeatable=False),
    Operation("rotation", rotate),
    Operation("departure", depart, repeatable=False),
    Operation("backup", back_up),
    Operation("disposal", destroy, repeatable=False),
)
BY_NAME = {operation.name: operation for operation in (*OPERATIONS, RESTORE, MIGRATION, SET_UP)}
