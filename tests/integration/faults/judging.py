"""What may be found after a fault: the state before the operation, the one after it, or one in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from hvacdesk.domain.billing.invoices import InvoiceKind
from hvacdesk.domain.billing.open_items import InvoiceQuery
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.open_office import Office
from hvacdesk.store.oversight import audit_log
from hvacdesk.ui.file_reading import given_file
from hvacdesk.vault.database.pages import OpenedFile, PageKey
from tests.helpers.real_office import NAMES
from tests.integration.faults.children import Children
from tests.integration.faults.money import BILLED, CLOSING, JOBS_EACH, PART, YEN
from tests.integration.faults.operations import Operation
from tests.integration.faults.place import GOING, FaultyPlace
from tests.integration.faults.seen import DERIVED, Seen, Shape, require_same_log, require_tidy

BOOKKEEPING = {
    "settings",
    "counters",
    "certificates",
    "certificate_pdfs",
    "disposal_batches",
    "disposal_items",
    "disposal_ledger",
}
"""Tables that a disposal goes on writing to after its deletion."""


class State(StrEnum):
    """How far an operation came before the fault."""

    OLD = "old"
    BETWEEN = "between"
    NEW = "new"


@dataclass(frozen=True)
class Example:
    """One run of an operation that met no fault.

    Attributes:
        steps: its steps, in order.
        seconds: how long it took.
        shape: what rows it brought and took away.
    """

    operation: Operation
    steps: tuple[str, ...]
    seconds: float
    shape: Shape


def example_of(operation: Operation, place: FaultyPlace, forking: Children) -> Example:
    """Let an operation run without a fault."""
    place.put_back()
    forking.rehearse(place.task(operation.name))
    place.put_back()
    outcome = forking.run(place.task(operation.name))
    assert outcome.done, outcome
    seen = place.look()
    shape = seen.since(place.before)
    place.note(seen)
    return Example(operation, outcome.steps, outcome.seconds, shape)


def require_whole(place: FaultyPlace, example: Example, *, runs: int = 1) -> State:
    """Come in again after a fault, look at everything, do the operation again, and look once more.

    Args:
        runs: how often the operation was begun since the last look.
    """
    operation = example.operation
    place.checked.clear()
    office, owner = place.open()
    state = JUDGES[operation.name](place, office, owner, example, runs)
    if not operation.from_outside or state is State.OLD:
        require_same_log(office, place.before)
    again = operation.work if operation.repeatable or state is not State.NEW else operation.finish
    if operation.from_outside and state is not State.NEW:
        office.leave(owner)
        operation.run(place.task(operation.name), lambda: None, _unmended)
        office, owner = place.open()
    again(place.task(operation.name), office, owner)
    assert JUDGES[operation.name](place, office, owner, example, runs + 1) is State.NEW
    place.note(place.latest)
    require_true_backups(place, office, owner)
    require_tidy(office._workplace.vault, place.disk, former_kept=operation.from_outside)
    office.leave(owner)
    return state


def _unmended(error: UserFacingError, _failed: str) -> None:
    raise error


Judge = Callable[[FaultyPlace, Office, Actor, Example, int], State]


def _saved(place: FaultyPlace, office: Office, owner: Actor, example: Example, runs: int) -> State:
    """Every customer is there with everything, or not at all."""
    seen = place.look_at(office, owner)
    found = seen.since(place.before)
    assert found in [_times(example.shape, count) for count in range(runs + 1)], found
    assert office.customers.search(owner, "").total == seen.tables["customers"].total()
    return State.NEW if found else State.OLD


def _invoiced(place: FaultyPlace, office: Office, owner: Actor, _example: Example, runs: int) -> State:
    """Every invoice is issued with all that follows, or still a draft; no number is missing or used twice."""
    place.look_at(office, owner)
    found = office.invoice_search.search(owner, InvoiceQuery()).listed
    series = f"I{office.today().year}-"  # the place has old invoices as well
    issued = [one.row for one in found if one.row.number.startswith(series)]
    number = place.before.columns["invoices"].index("number")
    before = sum(row[number].startswith(series) for row in place.before.tables["invoices"].elements())
    assert before <= len(issued) <= before + runs
    numbers = [f"{series}{count:06}" for count in range(1, len(issued) + 1)]
    assert sorted(one.number for one in issued) == numbers
    for one in issued:
        detail = office.invoices.detail(owner, one.invoice)
        assert len(detail.documents) == 1
        assert office.invoices.document(owner, detail.documents[0], english).startswith(b"%PDF")
        job = office.jobs.detail(owner, one.jobs[0])
        assert job.row.state is JobState.INVOICED
        assert [event.number for event in job.events if event.kind is EventKind.INVOICE] == [one.number]
    for one in (each.row for each in found if not each.row.number):
        assert office.jobs.detail(owner, one.jobs[0]).row.state is JobState.DONE
    logged = office.audit.entries(owner, action=Action.INVOICE_ISSUED)
    assert sorted(entry.details["number"] for entry in logged) == numbers
    return State.NEW if len(issued) > before else State.OLD


def _banked(place: FaultyPlace, office: Office, owner: Actor, _example: Example, _runs: int) -> State:
    """Each deposit is booked once with all that follows, or waits in the file as before."""
    place.look_at(office, owner)
    found = office.bank_imports.read(owner, given_file(Path(place.facts["bank_file"])))
    series = f"P{office.today().year}-"  # the place has old payments as well
    booked = [one.row for one in office.payments.latest(owner) if one.row.number.startswith(series)]
    numbers = [f"{series}{count:06}" for count in range(1, len(booked) + 1)]
    assert sorted(one.number for one in booked) == numbers
    assert (found.seen, len(found.proposals)) == (len(booked), BILLED - len(booked))
    yens = sorted((one.yen for one in booked), reverse=True)
    assert yens == [*[YEN] * (BILLED - 1), PART][: len(booked)]
    logged = office.audit.entries(owner, action=Action.PAYMENT_BOOKED)
    assert sorted(entry.details["payment_number"] for entry in logged) == numbers
    paid = Counter[str]()
    for one in booked:
        paid.update(dict(one.paid_for))
    for invoice in place.facts["invoices"]:
        row = office.invoices.detail(owner, invoice).row
        assert row.open_yen == YEN - paid[row.number]
        job = office.jobs.detail(owner, row.jobs[0])
        assert job.row.state is (JobState.INVOICED if row.open_yen else JobState.PAID)
        settled = [event.number for event in job.events if event.kind is EventKind.SETTLEMENT]
        assert settled == ([] if row.open_yen else [row.number])
    if len(booked) == BILLED:
        return State.NEW
    assert len(booked) in {0, BILLED - 1}, "what is certain is booked at once or not at all"
    return State.BETWEEN if booked else State.OLD


def _closed(place: FaultyPlace, office: Office, owner: Actor, _example: Example, _runs: int) -> State:
    """Each customer's invoice is issued with all that follows, or all of their jobs are to bill."""
    place.look_at(office, owner)
    found = [one.row for one in office.invoice_search.search(owner, InvoiceQuery()).listed]
    assert all(one.number for one in found), "no draft is left behind"
    issued = [one for one in found if one.kind is InvoiceKind.COLLECTIVE]
    series = f"I{office.today().year}-"
    numbers = [f"{series}{count:06}" for count in range(1, BILLED + len(issued) + 1)]
    assert sorted(one.number for one in found if one.number.startswith(series)) == numbers
    logged = office.audit.entries(owner, action=Action.INVOICE_ISSUED)
    assert sorted(entry.details["number"] for entry in logged) == numbers
    for one in issued:
        (document,) = office.invoices.detail(owner, one.invoice).documents
        assert office.invoices.document(owner, document, english).startswith(b"%PDF")
        assert (len(one.jobs), one.sums.gross, one.open_yen) == (JOBS_EACH, JOBS_EACH * YEN, JOBS_EACH * YEN)
        for job in one.jobs:
            detail = office.jobs.detail(owner, job)
            assert detail.row.state is JobState.INVOICED
            assert [event.number for event in detail.events if event.kind is EventKind.INVOICE] == [
                one.number
            ]
    waiting = office.open_items.to_bill(owner)
    assert len(waiting) == JOBS_EACH * (CLOSING - len(issued))
    assert len({one.customer for one in waiting} | {one.customer for one in issued}) == CLOSING
    if len(issued) == CLOSING:
        return State.NEW
    return State.BETWEEN if issued else State.OLD


def _taken_over(place: FaultyPlace, office: Office, owner: Actor, _example: Example, runs: int) -> State:
    """Each file's invoices are noted, states and register included, or none of them is."""
    seen = place.look_at(office, owner)
    logged = office.audit.entries(owner, action=Action.OUTSIDE_INVOICES_TAKEN)
    column = place.before.columns["job_events"].index("number")
    before = sum(row[column].startswith("K-") for row in place.before.tables["job_events"].elements())
    noted = [row for row in seen.tables["job_events"].elements() if row[column].startswith("K-")]
    imports = len(logged)
    assert before // 3 <= imports <= before // 3 + runs
    assert len(noted) == imports * 3, "two invoices and a payment, or nothing"
    state = place.before.columns["jobs"].index("state")
    customer = place.before.columns["jobs"].index("customer_id")
    names = place.before.columns["customers"]
    ours = {
        row[names.index("id")]
        for row in seen.tables["customers"]
        if row[names.index("family_name")] == "取込"
    }
    states = Counter(row[state] for row in seen.tables["jobs"].elements() if row[customer] in ours)
    assert (states[JobState.PAID.value], states[JobState.INVOICED.value]) == (imports, imports)
    assert len(office.outside_lists.all(owner)) >= imports
    return State.NEW if imports > before // 3 else State.OLD


def _rotated(place: FaultyPlace, office: Office, owner: Actor, _example: Example, runs: int) -> State:
    """Every row is there, under the old keys or under new ones."""
    seen = place.look_at(office, owner)
    assert place.before.epoch <= seen.epoch <= place.before.epoch + runs
    assert _without(seen.since(place.before), {"settings"}) == {}, "only the number of the epoch is noted"
    assert seen.staff == place.before.staff
    return State.OLD if seen.epoch == place.before.epoch else State.NEW


def _departed(place: FaultyPlace, office: Office, owner: Actor, example: Example, runs: int) -> State:
    """The one who leaves is there with the old keys, or gone with new ones, half-typed forms and all.

    Each try takes an epoch's number, whether or not it comes to its end.
    """
    seen = place.look_at(office, owner)
    gone = set(place.before.staff) - set(seen.staff)
    if not gone:
        assert (seen.since(place.before), seen.epoch) == ({}, place.before.epoch)
        return State.OLD
    assert [name for name, _, _ in gone] == [NAMES[Role.ACCOUNTING]]
    assert place.before.epoch < seen.epoch <= place.before.epoch + runs
    assert seen.since(place.before) == example.shape
    removed = office.audit.entries(owner, action=Action.ACCOUNT_REMOVED)
    assert [entry.subject for entry in removed] == [f"account:{place.facts['leaver']}"]
    return State.NEW


def _backed_up(place: FaultyPlace, office: Office, owner: Actor, _example: Example, _runs: int) -> State:
    """The office is as it was, and whatever has the name of a backup is one."""
    assert place.look_at(office, owner).since(place.before) == {}
    return State.NEW if require_true_backups(place, office, owner) - place.backups else State.OLD


def require_true_backups(place: FaultyPlace, office: Office, owner: Actor) -> frozenset[str]:
    """Every backup of the present epoch can be restored; returns the names of all."""
    ending = f"-e{office._workplace.vault.epoch}"
    for name in place.backups_there():
        if name.endswith(ending) and (now := _content(place.disk / name)) not in place.checked:
            office.backups.check(owner, str(place.disk / name))
            place.checked.add(now)
    return place.backups_there()


def _content(backup: Path) -> str:
    """What the backup holds, byte for byte: while it stays as it is, one check is enough for each fault."""
    files = sorted(path for path in backup.rglob("*") if path.is_file())
    return repr([(path.relative_to(backup), sha256(path.read_bytes()).digest()) for path in files])


def _destroyed(place: FaultyPlace, office: Office, owner: Actor, example: Example, _runs: int) -> State:
    """Everybody is there and nothing is ledgered, or nobody is there and everything is."""
    seen = place.look_at(office, owner)
    found = seen.since(place.before)
    batch = place.facts["batch"]
    state = office.disposal.reviews.open_batch(owner, batch).state
    require_true_ledger(seen)
    if state is BatchState.APPROVED:
        assert found == {}
        return State.OLD
    assert _without(found, BOOKKEEPING) == _without(example.shape, BOOKKEEPING)
    assert len(office.disposal.certificates.ledger(owner)) == len(GOING)
    if state is BatchState.DESTROYING:
        return State.BETWEEN
    assert found == example.shape
    assert office.disposal.certificates.certificate_of(owner, batch).result is state is BatchState.VERIFIED
    require_no_traces(office)
    return State.NEW


def _restored(place: FaultyPlace, office: Office, owner: Actor, _example: Example, _runs: int) -> State:
    """The office of before is there, or the backup under new keys; nobody destroyed is in either."""
    seen = place.look_at(office, owner)
    found = seen.since(place.before)
    require_true_ledger(seen)
    require_no_traces(office)
    assert seen.staff == place.before.staff
    assert len(office.disposal.certificates.ledger(owner)) == len(GOING)
    if seen.epoch == place.before.epoch:
        assert found == {}
        return State.OLD
    assert _without(found, {*BOOKKEEPING, *DERIVED, "settings", "recovery_sheets"}) == {}
    assert office.backups.set_aside(owner) != ()
    require_true_certificate(office, owner)
    return State.NEW


def require_true_certificate(office: Office, owner: Actor) -> None:
    """One certificate tells of the restore: whoever was destroyed before was destroyed again, and sought."""
    (certified,) = office.restore_certificates.all(owner)
    assert (certified.destroyed, certified.reduced) == (len(GOING), 0)
    assert certified.pages
    assert certified.values
    with office._workplace.reading() as session:
        assert audit_log.hash_at(session, certified.head_sequence) == certified.head_hash


def require_true_ledger(seen: Seen) -> None:
    """Nobody whom the ledger names is there."""
    records = {row[seen.columns["customers"].index("record_id")] for row in seen.tables["customers"]}
    ledger = seen.columns["disposal_ledger"].index("record")
    assert not records & {row[ledger] for row in seen.tables["disposal_ledger"]}


def require_no_traces(office: Office) -> None:
    """No page of the file holds what only the destroyed customers had."""
    vault = office._workplace.vault
    with OpenedFile(vault.database_path, PageKey(vault.database_key())) as file:
        pages = b"".join(file.page(number) for number in file.numbers())
    for value in ("鍋屋上野", "kurando@inukai", "09055512077", "taro@tanaka", "SN-90210773"):
        assert value.encode() not in pages


def _times(shape: Shape, count: int) -> Shape:
    """The shape of an operation done so often; a row that is replaced is replaced however often."""
    if not count:
        return {}
    return {
        table: (came, went) if came and went else (came * count, went * count)
        for table, (came, went) in shape.items()
    }


def _without(shape: Shape, tables: set[str]) -> Shape:
    return {table: counts for table, counts in shape.items() if table not in tables}


JUDGES: dict[str, Judge] = {
    "save": _saved,
    "invoice": _invoiced,
    "bank file": _banked,
    "closing": _closed,
    "outside-invoices": _taken_over,
    "rotation": _rotated,
    "departure": _departed,
    "backup": _backed_up,
    "disposal": _destroyed,
    "restore": _restored,
}
