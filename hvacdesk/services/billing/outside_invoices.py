"""Another program's invoices and payments: read, laid beside the jobs, noted as somebody confirms them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from hvacdesk.domain.bank.namesakes import namesakes
from hvacdesk.domain.billing.invoice_rules import OwnInvoiceNumber
from hvacdesk.domain.billing.invoices import is_own_number
from hvacdesk.domain.billing.outside_doubts import HARMLESS, KnownJob, OutsideReason, customer_doubts
from hvacdesk.domain.billing.outside_invoices import (
    InvoiceFile,
    InvoiceWords,
    parse_invoice_words,
)
from hvacdesk.domain.billing.outside_matching import (
    DoubtedMeanwhile,
    EarlierImport,
    FileMark,
    JobBilledHere,
    NotedElsewhere,
    OutsideProposal,
    OutsideProposals,
    TakenInvoice,
    change_of,
    job_numbers_in,
    propose,
    void_noted,
)
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import InvalidInput, Missing, RecordGone
from hvacdesk.domain.exchange.given_files import GivenFile
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.exchange.taken_imports import ImportKind, is_digest
from hvacdesk.domain.jobs.job_events import JobEvent
from hvacdesk.domain.jobs.job_rules import check_event
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import EARLIEST_WORK, MOST_AT_ONCE, check_range, clean_date
from hvacdesk.domain.text.text_forms import fold
from hvacdesk.domain.text.wording import phrase
from hvacdesk.exchange.invoice_files import read_invoice_file
from hvacdesk.resource_files import resource
from hvacdesk.services.billing import settling
from hvacdesk.services.billing.imported import note_events, take_jobs_back
from hvacdesk.services.billing.told_apart import told_apart
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.named_edits import TAKEN_OVER
from hvacdesk.services.permissions import needs
from hvacdesk.services.undo import EditNamed
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import imported, open_items, payments
from hvacdesk.store.billing import outside_invoices as store
from hvacdesk.store.disposal.disposal import keys_of
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.staff.staff import account_names

_UNDONE = phrase("Undo", "What was taken over from the other program was taken back.")


class TakenOver(NamedTuple):
    """What an import changed: invoices of which something was new, and jobs that are paid by it.

    ``doubted``: those that were certain when the file was read and are not any more; they were left alone.
    """

    invoices: int
    paid: int
    doubted: int = 0


@cache
def shipped_invoice_words() -> InvoiceWords:
    """The headers of other programs' exports, as shipped."""
    return parse_invoice_words(resource("import", "invoice_columns.toml").read_text(encoding="utf-8"))


class OutsideInvoices:
    """Invoices of other programs in an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def read(self, actor: Actor, given: GivenFile) -> OutsideProposals:
        """Read a file and propose which jobs its invoices are for; nothing is stored.

        Raises:
            UserFacingError: as :func:`hvacdesk.exchange.invoice_files.read_invoice_file`.
        """
        file, digest = read_invoice_file(given.content, shipped_invoice_words(), self._workplace.today())
        with self._workplace.reading() as session:
            jobs, proposals, known = _proposed(session, file)
            told = [one.customer for one in file.invoices] + [one.customer for one in file.refused]
            staff = account_names(session)
            earlier = tuple(
                EarlierImport(one.at, staff.get(one.by, ""), one.invoices)
                for one in store.imported(session)
                if one.digest == digest and one.invoices
            )
            return OutsideProposals(
                file,
                FileMark(digest, len({fold(name) for name in told if name}), given.place),
                proposals,
                known,
                void_noted(file, jobs.values()),
                {one.job: one for one in jobs.values()},
                _names(session, jobs.values()),
                earlier,
            )

    @needs(Permission.BILL)
    def take_certain(
        self, actor: Actor, file: InvoiceFile, mark: FileMark, shown: Sequence[TakenInvoice]
    ) -> TakenOver:
        """Note what was shown as certain, as far as it is so by now: everything is judged again.

        What is doubtful by now, or would be noted otherwise than was shown, is left alone and counted: the
        file read again says why. The rest is noted as :meth:`confirm` does it.

        Args:
            file: as it was read; ``shown``: those of its invoices that were certain then.
        """
        with self._workplace.transaction() as session:
            _jobs, proposals, _known = _proposed(session, file)
            now = {one.invoice.key: one for one in proposals}
            certain = {key: one.taken() for key, one in now.items() if one.certain}
            taken = [one for one in shown if certain.get(one.key) == one]
            doubted = sum(one.key in now and one not in taken for one in shown)
            return self._take(session, actor, mark, taken)._replace(doubted=doubted)

    @needs(Permission.BILL)
    def confirm(
        self,
        actor: Actor,
        mark: FileMark,
        taken: Sequence[TakenInvoice],
        shown: Collection[OutsideReason] = (),
    ) -> TakenOver:
        """Note a file's invoices and payments as a person decided, all or none; nothing is noted twice.

        The jobs' states follow, and so does retention by the events' days. The file, which names customers,
        is registered as one that lies outside. The whole can be undone while nobody changes its jobs.

        Args:
            shown: what spoke against it, so that it was decided in spite of that; the log says so.

        Raises:
            Missing: an invoice has no job.
            DoubtedMeanwhile: something of a job's customer speaks against it that was not shown.
            OwnInvoiceNumber: an invoice's number is of this program's series.
            JobBilledHere: a job's invoice was made in this program.
            NotedElsewhere: an invoice is noted at a job that was not chosen.
            PaidBeforeIssued: the day of an invoice is not known.
            InvalidInput: a day or a sum cannot be.
            RecordGone: a job is no longer there.
        """
        with self._workplace.transaction() as session:
            return self._take(session, actor, mark, taken, shown)

    @needs(Permission.BILL)
    def jobs_numbered(self, actor: Actor, typed: Sequence[str]) -> tuple[str, ...]:
        """Record ids of the jobs that a person named, each once. Raises :class:`NoSuchJob`."""
        with self._workplace.reading() as session:
            return tuple(dict.fromkeys(job_store.called(session, "jobs", one).record_id for one in typed))

    def _take(
        self,
        session: Session,
        actor: Actor,
        mark: FileMark,
        taken: Sequence[TakenInvoice],
        shown: Collection[OutsideReason] = (),
    ) -> TakenOver:
        if not is_digest(mark.digest):
            raise InvalidInput("mark")
        check_range("customers", mark.customers, 0, MOST_AT_ONCE)
        applied = _Import(self._workplace, session, actor, taken)
        for one in taken:
            applied.take(one)
        if unseen := applied.doubts - set(shown):
            raise DoubtedMeanwhile("jobs", tuple(sorted(unseen)))
        applied.follow()
        done = TakenOver(len(applied.keys), applied.paid)
        if applied.changes():
            self._note(session, actor, mark, applied, done, sorted(set(shown) - HARMLESS))
        return done

    def _note(
        self,
        session: Session,
        actor: Actor,
        mark: FileMark,
        applied: _Import,
        done: TakenOver,
        doubts: Sequence[OutsideReason],
    ) -> None:
        """Log and remember an import, and what undoes it."""
        workplace, invoices = self._workplace, done.invoices
        if not any(one.digest == mark.digest for one in store.imported(session)):
            note_outside(workplace, session, actor, ListKind.IMPORTED, mark.customers, place=mark.place)
        file = store.ImportedFile(mark.digest, stamp(workplace.now()), actor.account, invoices)
        store.remember(session, file)
        workplace.record(
            session,
            actor,
            Action.OUTSIDE_INVOICES_TAKEN,
            invoices=invoices,
            paid=done.paid,
            file_hash=mark.digest,
            doubts=[one.value for one in doubts],
        )
        changes = applied.changes()
        step = imported.ImportStep(
            ImportKind.OUTSIDE_INVOICES, mark.digest, stamp(workplace.now()), actor.account, changes
        )
        imported.remember(session, step)
        jobs = tuple(one.job for one in changes)

        def read(later: Session) -> object:
            rows = [job_store.job(later, job) for job in jobs]
            return tuple((row.state, job_store.events(row)) for row in rows)

        def restore(later: Session) -> Iterable[str]:
            take_jobs_back(workplace, later, actor, changes)
            imported.forget_step(later, step)
            store.forget(later, file)
            return ("event", "state")

        named = EditNamed(TAKEN_OVER, records=len(jobs))
        workplace.edits.keep(session, actor, f"job:{jobs[0]}", read, restore, told=_UNDONE, named=named)


class _Import:
    """One import within its transaction.

    Attributes:
        keys: the compared numbers of the invoices of which something was new.
        doubts: what of the customers of changed jobs a person has to decide.
    """

    def __init__(
        self, workplace: Workplace, session: Session, actor: Actor, taken: Sequence[TakenInvoice]
    ) -> None:
        self._workplace, self._session, self._actor = workplace, session, actor
        self._keys = store.keys_of(session, {job for one in taken for job in one.jobs})
        keys = {one.key for one in taken}
        self._noting = store.noting(session, keys)
        concerned = frozenset(self._keys.values()).union(*self._noting.values())
        self._known = store.known_jobs(session, concerned)
        self._of_job = defaultdict[str, list[str]](list)
        self._before: dict[str, tuple[JobState, dict[int, imported.NotedEvent]]] = {}
        self._added = defaultdict[str, list[JobEvent]](list)
        self.keys = set[str]()
        self.doubts = set[OutsideReason]()

    @property
    def paid(self) -> int:
        """How many jobs are paid by it."""
        return sum(one.after is JobState.PAID is not one.before for one in self.changes())

    def changes(self) -> tuple[imported.ImportedJob, ...]:
        """What it did at each job at which it did something."""
        found = (
            imported.change_at(job_store.job(self._session, job), *before)
            for job, before in self._before.items()
        )
        return tuple(one for one in found if one.new or one.replaced or one.before is not one.after)

    def take(self, one: TakenInvoice) -> None:
        """Note one invoice at its jobs."""
        if not one.jobs:
            raise Missing("jobs")
        if is_own_number(one.number):
            raise OwnInvoiceNumber("jobs", number=one.number)
        clean_date("settled_on", one.settled_on, EARLIEST_WORK, self._workplace.today())
        if set(one.jobs) - self._keys.keys():
            raise RecordGone
        chosen = {self._keys[job] for job in one.jobs}
        for key in sorted(self._noting[one.key] - chosen):
            raise NotedElsewhere("jobs", number=one.number, job=self._known[key].number)
        for key in sorted(chosen):
            self._apply(one, self._known[key])
            self._known[key] = replace(self._known[key], events=self._events(self._known[key].job))
        self._noting[one.key] |= chosen

    def _events(self, job: str) -> tuple[JobEvent, ...]:
        return store.told_elsewhere(job_store.events(job_store.job(self._session, job)))

    def _apply(self, one: TakenInvoice, job: KnownJob) -> None:
        if job.billed_here and one.key not in job.keys:
            raise JobBilledHere("jobs", number=job.number)
        self._of_job[job.job].append(one.key)
        change = change_of(one, job)
        if change:
            today = self._workplace.today()
            change = replace(change, added=tuple(check_event(event, today) for event in change.added))
            self._keep(job.job)
            row = job_store.job(self._session, job.job)
            note_events(self._workplace, self._session, self._actor, row, change)
            self._added[job.job] += change.added
            self.keys.add(one.key)
            self.doubts |= customer_doubts((job,))

    def follow(self) -> None:
        """Bring the jobs to the states that their events tell of, once all are noted."""
        for job, keys in self._of_job.items():
            self._keep(job)
            row = job_store.job(self._session, job)
            before = row.state
            settling.follow_taken(self._workplace, self._session, self._actor, row, self._added[job])
            if row.state is not before:
                self.keys.update(keys)

    def _keep(self, job: str) -> None:
        """Keep how a job is that is about to be changed for the first time."""
        if job not in self._before:
            row = job_store.job(self._session, job)
            self._before[job] = row.state, imported.noted(row)


def _proposed(
    session: Session, file: InvoiceFile
) -> tuple[dict[int, KnownJob], tuple[OutsideProposal, ...], int]:
    """The jobs that a file may be about, what is proposed by now, and how many invoices say nothing new."""
    jobs = store.known_jobs(session, _concerned(session, file))
    known = payments.known_payers(session)
    written = [name for one in known for name in payments.written_names(one)]
    families = [name for one in known for name in payments.family_names(one)]
    alike = [name for name in namesakes(written, ()) if not name.unread]
    return jobs, *propose(file, jobs.values(), (*written, *families, *alike))


def _concerned(session: Session, file: InvoiceFile) -> frozenset[int]:
    """Primary keys of the jobs that the file may be about."""
    keys = {one.key for one in file.invoices} | file.void
    named = {number for one in file.invoices for number in job_numbers_in(f"{one.number}\n{one.subject}")}
    noting = frozenset[int]().union(*store.noting(session, keys).values())
    return noting | store.waiting(session) | store.numbered(session, named)


def _names(session: Session, jobs: Collection[KnownJob]) -> dict[str, Masked]:
    """Whom the jobs' invoices ask, as lists show them; those whose data is suspended are left out."""
    shown = {job.payer for job in jobs if not job.locked}
    parties = open_items.parties(session, keys_of(session, sorted(shown)).values())
    return told_apart(session, parties.values(), revealable=True)
