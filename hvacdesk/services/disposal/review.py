"""The month-end review: what is due and why, a decision for each customer, the papers, and the proposal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.domain import masking
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.disposal.disposal import (
    BatchRow,
    BatchState,
    Decided,
    Decision,
    PaperToShred,
    Review,
    ReviewRow,
)
from hvacdesk.domain.disposal.shredding import ShredFacts, checked_shredding
from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES
from hvacdesk.domain.meanwhile import joined
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.retention.retention import Reason, RetentionVerdict, Standing
from hvacdesk.domain.retention.upcoming import MonthAhead
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import LATEST_DAY, clean_date
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import phrase
from hvacdesk.services.disposal import approval, notes, shredding
from hvacdesk.services.disposal.clock_check import require_sound_clock
from hvacdesk.services.disposal.errors import (
    DecidedMeanwhile,
    HoldStands,
    NotDestroyable,
    NothingChosen,
    PapersLeft,
    WrongState,
)
from hvacdesk.services.disposal.permission import PART, READERS
from hvacdesk.services.disposal.readiness import ALLOWED_BY, sift
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.retention import retention_days as retention_calendar
from hvacdesk.services.retention.retention import Judged, judged, rule_titles, rules_in_force
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers
from hvacdesk.store.disposal import disposal as store
from hvacdesk.store.disposal import disposal_ledger, holds
from hvacdesk.store.disposal import notes as note_disposal
from hvacdesk.store.disposal.disposal import Suggestion
from hvacdesk.store.disposal.holds import HoldFacts
from hvacdesk.store.disposal.standstills import papers_out, standstills
from hvacdesk.store.engine import Session, large_cache
from hvacdesk.store.office import today as due
from hvacdesk.store.oversight import tied
from hvacdesk.store.retention import retention, retention_days
from hvacdesk.store.staff.staff import account_names

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, DisposalBatch, DisposalItem

LISTED = frozenset({Standing.DUE, Standing.REDUCIBLE, Standing.UNDECIDABLE, Standing.ON_HOLD})
"""Standings that a reviewer has to look at; everybody else is kept and counted."""

_GONE = frozenset({BatchState.DESTROYING, BatchState.VERIFIED, BatchState.EXCEPTIONS, BatchState.FAILED})
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_ENDED = phrase("Disposal", "The retention period had ended")


class Reviews:
    """Reviews and proposals of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(*PART)
    def review(self, actor: Actor, month: str) -> Review:
        """The month's review, begun now or where it was left.

        A customer who is due and blocked by nothing is chosen unless the reviewer decides otherwise. A batch
        that was sent back starts again with the decisions that were made in it.
        """
        if not _MONTH.fullmatch(month):
            raise InvalidInput("month")
        with self._workplace.transaction() as session:
            today = self._workplace.today()
            retention.note_rules_in_force(session, rules_in_force(session, today), today)
            batch = store.open_batch_of(session, month) or store.new_batch(session, month, int(month[:4]))
            retention_calendar.refresh(self._workplace, session)
            with large_cache(session):
                concerned = self._concerned(session, batch)
                if batch.state == BatchState.DRAFT:
                    store.drop_gone(session, batch, {one.customer.record_id for one in concerned})
                    _suggest(session, batch, concerned)
                    notes.suggest(self._workplace, session, batch)
                return self._show(session, batch, concerned)

    @needs(*PART)
    def open_batch(self, actor: Actor, batch: str) -> Review:
        """Any batch; of one that was carried out only numbers are left."""
        retention_calendar.bring_up_to_date(self._workplace)
        with self._workplace.reading() as session:
            row = store.get_batch(session, batch)
            if row.state in _GONE:
                return _carried_out(session, row)
            with large_cache(session):
                return self._show(session, row, self._concerned(session, row))

    @needs(*PART)
    def month(self, actor: Actor) -> str:
        """The month ``YYYY-MM`` whose review is opened today."""
        with self._workplace.reading() as session:
            return due.month_to_open(session, self._workplace.today())

    @needs(*PART)
    def months_ahead(self, actor: Actor) -> tuple[MonthAhead, ...]:
        """What comes due in the next twelve months. It counts everybody, which a review need not wait for."""
        retention_calendar.bring_up_to_date(self._workplace)
        with self._workplace.reading() as session:
            return retention_calendar.ahead(self._workplace, session)

    @needs(*READERS)
    def batches(self, actor: Actor) -> tuple[BatchRow, ...]:
        """Every batch, the newest first."""
        with self._workplace.reading() as session:
            return store.batch_rows(session)

    @needs(Permission.FIND_CUSTOMERS)
    def verdict(self, actor: Actor, customer: str) -> RetentionVerdict:
        """What the rules say about one customer today, with every reason."""
        with self._workplace.reading() as session:
            key = customers.get(session, customer).id
            return next(judged(self._workplace, session, [key])).verdict

    @needs(Permission.READ_AUDIT)
    def mend_retention_days(self, actor: Actor) -> int:
        """Judge everybody and put kept days right; see :func:`retention_calendar.mend`."""
        return retention_calendar.mend(self._workplace)

    @needs(*PART)
    @body_decides("holds are set and lifted by who may hold")
    def decide(
        self,
        actor: Actor,
        batch: str,
        customer: str,
        decision: Decision,
        *,
        shown: Decided,
        hold_reason: str = "",
        hold_until: str = "",
    ) -> None:
        """Decide about one customer of a draft.

        Args:
            shown: what was decided before, as the person saw it.
            hold_reason: why disposal is put off; needed for a hold, kept with the customer's data.
            hold_until: ISO date of the last day, or empty for a hold without an end.

        Raises:
            DecidedMeanwhile: somebody else decided otherwise, or set or lifted a hold, since it was shown.
            NotDestroyable: the customer is not due, or not reducible, or on hold, or has something open.
            InvalidInput: a hold without a reason, or one that ended before it began.
            NotPermitted, HoldStands: holds are set, and lifted by *Keep*, by those who may.
        """
        with self._workplace.transaction() as session:
            row = self._draft(session, batch)
            person = customers.get(session, customer)
            self._require_as_shown(session, row, self._judged(session, [customer]), {customer: shown})
            if decision is Decision.HOLD:
                self._hold(session, actor, person, hold_reason.strip(), hold_until)
            elif decision is Decision.KEEP:
                self._lift(session, actor, person)
            rule = self._rule(session, person, decision) if decision in ALLOWED_BY else ""
            store.save_decision(session, row, person, decision, rule)

    @needs(*PART)
    def decide_all(
        self, actor: Actor, batch: str, shown: Mapping[str, Decided], decision: Decision
    ) -> tuple[ReviewRow, ...]:
        """Decide alike about many customers of a draft, wherever that may be decided; holds are one by one.

        Customers on hold stay on hold.

        Args:
            shown: about whom, by record id, and what was decided about them before as the person saw it.

        Returns:
            Their rows as they are now.

        Raises:
            DecidedMeanwhile: about one of them somebody else decided otherwise since; nothing is decided.
        """
        if decision is Decision.HOLD:
            raise InvalidInput("decision")
        with self._workplace.transaction() as session:
            row = self._draft(session, batch)
            found = self._judged(session, tuple(shown))
            self._require_as_shown(session, row, found, shown)
            standing = standstills(session, [one.customer.id for one in found])
            wanted = ALLOWED_BY.get(decision)
            rules = {
                customer.record_id: verdict.reasons[0].rule if wanted else ""
                for customer, verdict in found
                if verdict.standing is not Standing.ON_HOLD
                and (wanted is None or (verdict.standing is wanted and not standing[customer.id].blockers))
            }
            numbers = {one.customer.record_id: one.customer.number for one in found}
            store.save_decisions(session, row, decision, rules, numbers)
            return tuple(self._rows(session, found, store.decisions(session, row)))

    @needs(*PART)
    def rows(self, actor: Actor, batch: str, wanted: Sequence[str]) -> tuple[ReviewRow, ...]:
        """The rows of some customers as they are now, without judging anybody else."""
        with self._workplace.reading() as session:
            decided = store.decisions(session, store.get_batch(session, batch))
            return tuple(self._rows(session, self._judged(session, wanted), decided))

    def _judged(self, session: Session, wanted: Sequence[str]) -> list[Judged]:
        keys = store.keys_of(session, wanted).values()
        return list(judged(self._workplace, session, keys))

    @needs(*PART)
    def papers(self, actor: Actor, batch: str) -> tuple[PaperToShred, ...]:
        """Kept papers of the chosen customers, and those that were shredded for this batch."""
        with self._workplace.reading() as session:
            return shredding.papers(session, store.get_batch(session, batch))

    @needs(Permission.REGISTER_COPIES)
    def paper_named(self, actor: Actor, batch: str, code: str) -> PaperToShred:
        """The paper of a draft that a code or number names, before anybody shreds it.

        Raises:
            WrongCopyCode, UnknownCopy, NotInBatch, SeveralCopies: it is not one of those to be shredded.
        """
        with self._workplace.reading() as session:
            return shredding.named_in_batch(self._workplace, session, self._draft(session, batch), code)

    @needs(Permission.REGISTER_COPIES)
    def shred(self, actor: Actor, batch: str, code: str) -> PaperToShred:
        """Register a scanned paper as shredded.

        Raises:
            WrongCopyCode: the text is no code, or a digit of it is wrong.
            NotInBatch: the paper belongs to nobody who is chosen.
        """
        with self._workplace.transaction() as session:
            return shredding.shred(self._workplace, session, actor, self._draft(session, batch), code)

    @needs(*PART)
    def shredding(self, actor: Actor, batch: str) -> ShredFacts:
        """How the batch's papers were destroyed, or the last batch's, as a proposal."""
        with self._workplace.reading() as session:
            return store.shredding(session, store.get_batch(session, batch))

    @needs(Permission.REGISTER_COPIES)
    def note_shredding(self, actor: Actor, batch: str, facts: ShredFacts, *, read: ShredFacts) -> None:
        """Note how the papers of a draft were destroyed.

        Args:
            read: what was noted as the person saw it: of this only what is another now is changed.

        Raises:
            ChangedMeanwhile: somebody else noted one of these otherwise since.
            InvalidInput: names the field.
        """
        with self._workplace.transaction() as session:
            row = self._draft(session, batch)
            checked = checked_shredding(joined(read, facts, store.shredding(session, row)))
            store.note_shredding(row, checked)
            self._workplace.record(
                session,
                actor,
                Action.SHREDDING_NOTED,
                f"batch:{row.record_id}",
                method=checked.method.value,
                level=checked.level,
            )

    @needs(Permission.PROPOSE_DISPOSAL)
    def propose(self, actor: Actor, batch: str, shown: Mapping[str, Decision]) -> None:
        """Hand the decisions to the approver.

        Args:
            shown: the decisions as the person saw them, by the customer's record id.

        Raises:
            DecidedMeanwhile: another customer is to go, or one is to stay, by what somebody decided since.
            NothingChosen, NotDestroyable, PapersLeft: as they say; the batch stays a draft.
            ClockSetBack, ClockJumped: the computer's date cannot be believed.
        """
        with self._workplace.transaction() as session:
            row = self._draft(session, batch)
            require_sound_clock(self._workplace, session)
            if not row.on_request:
                store.drop_gone(session, row)
                notes.suggest(self._workplace, session, row)
            chosen = store.chosen(session, row)
            _require_seen(chosen, store.decisions(session, row), shown)
            calls = len(note_disposal.chosen(session, row))
            if not (chosen or calls):
                raise NothingChosen
            fit, unfit = sift(self._workplace, session, chosen)
            if unfit:
                raise NotDestroyable(len(unfit))
            if left := sum(not paper.shredded for paper in shredding.papers(session, row)):
                raise PapersLeft(left)
            store.propose(row, actor.account, stamp(self._workplace.now()))
            self._workplace.record(
                session,
                actor,
                Action.DISPOSAL_PROPOSED,
                f"batch:{row.record_id}",
                ties=[tied.approval(row.record_id), tied.items_of(row.record_id)],
                customers=len(fit),
                call_notes=calls,
            )

    def _draft(self, session: Session, batch: str) -> DisposalBatch:
        row = store.get_batch(session, batch)
        if row.state != BatchState.DRAFT:
            raise WrongState
        return row

    def _require_as_shown(
        self, session: Session, batch: DisposalBatch, found: Iterable[Judged], shown: Mapping[str, Decided]
    ) -> None:
        """Let nobody decide over what they have not seen. Raises :class:`DecidedMeanwhile`."""
        decided, held = store.decisions(session, batch), holds.in_force(session, self._workplace.today())
        for one in found:
            if shown[one.customer.record_id] != _decided(one, decided, held):
                raise DecidedMeanwhile

    def _hold(self, session: Session, actor: Actor, person: Customer, reason: str, until: str) -> None:
        actor.require(Permission.HOLD_DISPOSAL)
        if not reason:
            raise Missing("hold_reason")
        check_free_text("hold_reason", reason)
        now, today = self._workplace.now(), self._workplace.today()
        until = clean_date("hold_until", until, today, LATEST_DAY)
        holds.set_hold(session, person, HoldFacts(reason, until), actor.account, now, today)
        ties = [tied.holds_of(person.record_id)]
        subject = f"customer:{person.record_id}"
        self._workplace.record(session, actor, Action.HOLD_SET, subject, ties=ties, until=until)

    def _lift(self, session: Session, actor: Actor, person: Customer) -> None:
        if holds.lift_holds(session, person, self._workplace.now(), self._workplace.today()):
            if not actor.may(Permission.HOLD_DISPOSAL):
                raise HoldStands
            ties = [tied.holds_of(person.record_id)]
            subject = f"customer:{person.record_id}"
            self._workplace.record(session, actor, Action.HOLD_LIFTED, subject, ties=ties)

    def _rule(self, session: Session, person: Customer, decision: Decision) -> str:
        verdict = next(judged(self._workplace, session, [person.id])).verdict
        blockers = standstills(session, [person.id])[person.id].blockers
        if verdict.standing is not ALLOWED_BY[decision] or blockers:
            raise NotDestroyable
        return verdict.reasons[0].rule

    def _concerned(self, session: Session, batch: DisposalBatch) -> tuple[Judged, ...]:
        """The customers to look at today, or chosen before; of a request, the one who asked."""
        listed: tuple[Judged, ...] = ()
        if not batch.on_request:
            keys = retention_days.concerned(session, self._workplace.today())
            listed = tuple(judged(self._workplace, session, keys))
        known = {one.customer.record_id for one in listed}
        others = [item.customer for item in store.chosen(session, batch) if item.customer not in known]
        return (*listed, *judged(self._workplace, session, store.keys_of(session, others).values()))

    def _show(self, session: Session, batch: DisposalBatch, concerned: Sequence[Judged]) -> Review:
        if batch.state in _GONE:
            return _carried_out(session, batch)
        decided = store.decisions(session, batch)
        counts = Counter(one.verdict.standing for one in concerned)
        listed = [
            one
            for one in concerned
            if one.verdict.standing in LISTED or decided.get(one.customer.record_id) in ALLOWED_BY
        ]
        review = _review(session, batch, counts, self._rows(session, listed, decided))
        if batch.on_request:
            return review
        kept = retention_days.count(session) - sum(counts[standing] for standing in LISTED)
        return replace(review, kept=kept)

    def _rows(
        self, session: Session, listed: list[Judged], decided: dict[str, Decision]
    ) -> Iterable[ReviewRow]:
        keys = [one.customer.id for one in listed]
        names = store.names(session, keys)
        standing = standstills(session, keys)
        held = holds.in_force(session, self._workplace.today())
        for customer, verdict in listed:
            standstill = standing[customer.id]
            now = _decided(Judged(customer, verdict), decided, held)
            kind = standstill.last_job_kind
            yield ReviewRow(
                customer=customer.record_id,
                number=customer.number,
                name=masking.name(names[customer.id].name, names[customer.id].organisation),
                last_job_on=standstill.last_job_on,
                last_job_kind=WORK_KIND_NAMES[kind] if kind else None,
                verdict=verdict,
                blockers=tuple(sorted(standstill.blockers)),
                decision=now.decision,
                papers_to_shred=standstill.to_shred,
                hold_reason=now.hold_reason,
                hold_until=now.hold_until,
            )


def _decided(one: Judged, decided: Mapping[str, Decision], held: Mapping[int, HoldFacts]) -> Decided:
    """What is decided about a customer so far, and why and until when their disposal is put off."""
    undecided = Decision.HOLD if one.verdict.standing is Standing.ON_HOLD else Decision.KEEP
    hold = held.get(one.customer.id, HoldFacts("", ""))
    return Decided(decided.get(one.customer.record_id, undecided), hold.reason, hold.until)


def _require_seen(
    chosen: Iterable[DisposalItem], decided: Mapping[str, Decision], shown: Mapping[str, Decision]
) -> None:
    """Let nobody propose what they have not seen; who is gone by now is proposed by nobody."""
    unseen = any(shown.get(item.customer) is not item.decision for item in chosen)
    if unseen or any(decided.get(one, seen) is not seen for one, seen in shown.items() if seen in ALLOWED_BY):
        raise DecidedMeanwhile


def _suggest(session: Session, batch: DisposalBatch, concerned: Iterable[Judged]) -> None:
    """Choose those who are due, about whom nothing was decided yet, and who are not seen to by themselves."""
    decided = store.decisions(session, batch).keys() | store.on_request(session)
    due = [
        one
        for one in concerned
        if one.verdict.standing is Standing.DUE and one.customer.record_id not in decided
    ]
    standing = standstills(session, [one.customer.id for one in due])
    suggested = [
        Suggestion(customer.record_id, customer.number, verdict.reasons[0].rule)
        for customer, verdict in due
        if not standing[customer.id].blockers
    ]
    store.suggest(session, batch, suggested)


def _review(
    session: Session, batch: DisposalBatch, counts: Counter[Standing], rows: Iterable[ReviewRow]
) -> Review:
    names = account_names(session)
    return Review(
        batch=batch.record_id,
        number=batch.number,
        state=batch.state,
        month=batch.month,
        due=counts[Standing.DUE],
        reducible=counts[Standing.REDUCIBLE],
        kept=counts[Standing.KEPT],
        on_hold=counts[Standing.ON_HOLD],
        undecided=counts[Standing.UNDECIDABLE],
        papers_out=papers_out(session),
        rows=tuple(rows),
        proposed_by=names.get(batch.proposed_by, ""),
        approved_by=names.get(batch.approved_by, ""),
        call_notes=len(note_disposal.chosen(session, batch)),
        call_notes_open=0 if batch.on_request else note_disposal.waiting(session),
        on_request=batch.on_request,
        first_day=approval.first_day(session, batch) if batch.state == BatchState.APPROVED else None,
    )


def _carried_out(session: Session, batch: DisposalBatch) -> Review:
    """What is left of a batch whose customers are gone: numbers and the rule that had ended."""
    items = store.chosen(session, batch)
    titles, lines = rule_titles(session), disposal_ledger.rows_of(session, batch.record_id)
    laws = {line.rule: line.law for line in lines}
    rules = [one.rule for one in items]
    ended = [Reason(rule, titles.get(rule, _ENDED), laws.get(rule, ""), None, None) for rule in rules]
    rows = [
        ReviewRow(
            customer=item.customer,
            number=item.customer_number,
            name=masking.no_name(),
            last_job_on="",
            last_job_kind=None,
            verdict=RetentionVerdict(ALLOWED_BY[item.decision], None, (reason,)),
            blockers=(),
            decision=item.decision,
            papers_to_shred=0,
        )
        for item, reason in zip(items, ended, strict=True)
    ]
    return _review(session, batch, Counter(row.verdict.standing for row in rows), rows)
