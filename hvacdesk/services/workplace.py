"""What every service of an open office shares: the store, the vault, the clock and the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import office_day
from hvacdesk.domain.errors import Unfinished, UserFacingError
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.entry_shape import check_subject, printer_name
from hvacdesk.domain.oversight.undone_elsewhere import first_of, where_undone
from hvacdesk.domain.roles import Actor
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.seats.seats import Pause, SeatLoginEnded
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.services.changes import Changes
from hvacdesk.services.office.saved_form import end_form, form_saved_here, require_unsaved
from hvacdesk.services.oversight import log_check
from hvacdesk.services.permissions import step_of
from hvacdesk.services.requests.suspension import require_free
from hvacdesk.services.shared_office import SharedOffice
from hvacdesk.services.staff.standing_gate import STANDING_NEEDED, require_standing
from hvacdesk.services.undo import DoneElsewhere, Edits
from hvacdesk.store.engine import Session, written
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log, tied
from hvacdesk.store.oversight.tied import Tie
from hvacdesk.store.sealed_columns import sealed_columns
from hvacdesk.vault import milestones

if TYPE_CHECKING:
    from hvacdesk.store.customers.finding import FindingIndex
    from hvacdesk.store.engine import Store
    from hvacdesk.vault.keyfile.rotation_plan import Plan
    from hvacdesk.vault.keyfile.signers import LogSigner
    from hvacdesk.vault.office import OpenVault

_CALLBACKS = "hvacdesk_after_commit"
_BY_ITSELF = frozenset({Room.BACKUPS})
"""Where the program writes of its own accord; what a person does is in the log, and changes other rooms."""
_HEAD = "hvacdesk_head"
_ELSEWHERE = "hvacdesk_undone_elsewhere"


class ChangeNotNoted(Unfinished):
    """The key file was changed, which decides, but log and tables could not be written."""

    what = phrase("Errors", "The change was made, but could not be noted: {cause}")
    safe = phrase("Errors", "Nothing was lost; the change is in force.")
    todo = phrase("Errors", "Remove the cause and log in again: it is noted then.")


class KeysNotNoted(ChangeNotNoted):
    """The keys were changed, but log and tables could not be written."""

    what = phrase("Errors", "The office's keys were changed, but this could not be noted: {cause}")
    safe = phrase("Errors", "Nothing was lost; the change of keys is in force.")
    todo = phrase("Errors", "Remove the cause and start the program again: it is noted then.")


class LogInDoubt(UserFacingError):
    """The audit log or a note of its end is in doubt: nobody could sign for what is destroyed."""

    what = phrase(
        "Errors",
        "The audit log or a note of its end is not as it should be, and nobody has answered for that yet. "
        "Until then no destruction can be signed for.",
    )
    safe = phrase("Errors", "Nothing was deleted by this.")
    todo = phrase(
        "Errors",
        "A person responsible checks what the notice above every page says, and answers for the log there; "
        "if the notice stays, the newest sound backup is restored. Then go on here.",
    )


class Workplace:
    """One login's place in an open office: what all services work with.

    What the office has once is :attr:`shared`; the vault session and what can be undone are this login's own.

    Attributes:
        edits: what this login changed and can undo.
        changes: tells this login in which rooms anybody's commit changed something.
        seat: the name of the seat at which the person is logged in; empty at the office PC.
        inside: what the person has open that others are told of, with when they last said so.
        stopped: whether the seat was locked or revoked at which the person is logged in.
        held: each drops something of customers that this login keeps in memory.
    """

    def __init__(self, shared: SharedOffice, vault: OpenVault) -> None:
        self.shared = shared
        self.edits = Edits(self)
        self.vault = vault
        self.clock = shared.clock
        self.changes = Changes()
        self.seat = ""
        self.stopped = False
        self.inside: dict[str, datetime] = {}
        self.held = [self.edits.forget]
        shared.join(self)

    def sit_at(self, seat: str) -> None:
        """Note at which seat the person logged in; empty for the office PC."""
        self.seat = seat

    @property
    def store(self) -> Store:
        """The open database. Raises what :meth:`OpenVault.require_keys` does: nobody else may use it."""
        self.vault.require_keys()
        return self.shared.store

    @property
    def finding(self) -> FindingIndex:
        """The searchable copy of what customers are found by; raises as :attr:`store` does."""
        self.vault.require_keys()
        return self.shared.finding

    @property
    def log_doubted(self) -> bool | None:
        """See :attr:`SharedOffice.log_doubted`."""
        return self.shared.log_doubted

    @log_doubted.setter
    def log_doubted(self, doubted: bool) -> None:
        self.shared.log_doubted = doubted

    @property
    def session_actor(self) -> Actor:
        """The person who opened the office, for what the program does of itself in their session."""
        return Actor(self.vault.slot_id, self.vault.name, self.vault.roles)

    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.clock()

    def today(self) -> date:
        """The calendar day in the office."""
        return office_day(self.clock())

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One change, whole or not at all. Callbacks of :meth:`after_commit` run once it is safe.

        Raises:
            SavedBefore: the form whose save it is was saved before; nothing was changed.
            SeatLoginEnded: the seat was stopped meanwhile; nothing was changed. What began as sole writer,
                such as a disposal, is brought to its end all the same.
        """
        with self.shared.store.transaction() as session:
            self.vault.require_keys()  # they may have gone while it waited
            require_unsaved(session)
            yield session
            end_form(session, self.now())
            if self.stopped and not self.shared.store.is_of_sole_writer:
                raise SeatLoginEnded
        rooms = written(session)
        by: dict[Phrase, str] = session.info.pop(_ELSEWHERE, {})
        if _HEAD in session.info and rooms - _BY_ITSELF:
            told = first_of(by)
            self.edits.note_act(None if told is None else DoneElsewhere(by[told], told))
        for callback in session.info.pop(_CALLBACKS, []):
            callback()
        self.shared.tell(rooms)  # last: who reads for it finds what the callbacks prepared

    @contextmanager
    def sole_writer(self) -> Iterator[None]:
        """Several changes between which nobody else writes; what has begun is brought to its end.

        Raises:
            SavedBefore: the form whose save it is was saved before; nothing was changed.
            SeatLoginEnded: the seat was stopped before, while it waited; nothing was changed.
        """
        with self.store.sole_writer():
            if self.store.begins_as_sole_writer:
                if self.stopped:
                    raise SeatLoginEnded
                if form_saved_here() is not None:
                    with self.reading() as session:
                        require_unsaved(session)
            yield

    @contextmanager
    def noting(self, error: type[ChangeNotNoted] = ChangeNotNoted) -> Iterator[Session]:
        """The transaction that notes what the key file says already.

        Raises:
            ChangeNotNoted: the one that is given, since whatever fails here leaves the change in force.
        """
        try:
            with self.transaction() as session:
                yield session
        except UserFacingError as failed:
            raise error(failed) from failed

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view for reading."""
        with self.shared.store.reading() as session:
            self.vault.require_keys()
            yield session

    def after_commit(self, session: Session, callback: Callable[[], None]) -> None:
        """Run ``callback`` once the session's transaction has been committed, and never otherwise."""
        session.info.setdefault(_CALLBACKS, []).append(callback)

    def find_anew(self, session: Session, *customers: int) -> None:
        """Read again what these customers are found by, once the session's transaction is committed."""
        self.after_commit(session, lambda: self.shared.finding.changed(*customers))

    def forget(self) -> None:
        """Drop every customer's text that is kept in memory, in every login."""
        self.shared.forget()

    def drop_held(self) -> None:
        """Drop every customer's text that this login keeps in memory."""
        for drop in self.held:
            drop()

    def leave(self) -> None:
        """Drop this login's keys and what it keeps; the office stays open while others are logged in."""
        self.shared.leave(self)
        self.vault.close()

    @step_of("KeyChanges.rotate")
    def rotate(self, actor: Actor, plan: Plan, note: Callable[[Session], None] | None = None) -> None:
        """Bring the office into its next epoch and go on in it; others who read or write meanwhile wait.

        A key that somebody loses by the plan is replaced. The former epoch stays until a backup of the new
        one is verified.

        Args:
            note: writes what the rotation means into the tables, in the transaction that logs it. If it is
                lost in a crash, the next login puts the tables right by the key file, which decides.

        Raises:
            DatabaseBusy: somebody reads or writes for too long; nothing was changed.
            KeysNotNoted: the keys are changed, and the tables do not say so yet.
            UserFacingError: the vault's; the former epoch is as it was.
        """
        plan = self._completed(plan)
        with self.sole_writer():  # somebody who logs in would find keys and tables apart
            with self.shared.pauses.asked(Pause.KEY_RENEWAL):
                self.exchange_keys(lambda: self.vault.epochs.rotate(plan))
            self.note_keys(actor, note, payment=plan.payment is not None, signing=plan.new_signing_key)

    def exchange_keys(self, exchange: Callable[[], object]) -> None:
        """Have the vault change to its next epoch while nobody has the file open; :meth:`note_keys` follows.

        Raises:
            DatabaseBusy: somebody reads or writes for too long; nothing was changed.
        """
        self.shared.exchange_keys(exchange)
        milestones.reached("keys.exchanged")

    @step_of("Workplace.rotate", "Destruction.destroy", "Recovery.take_over")
    def note_keys(
        self,
        actor: Actor,
        note: Callable[[Session], None] | None = None,
        *,
        payment: bool = False,
        signing: bool = False,
    ) -> None:
        """Log that the keys were changed; the arguments are as for :meth:`rotate`.

        Args:
            payment, signing: whether these keys are new, too.

        Raises:
            KeysNotNoted: the keys are changed, and the tables do not say so yet.
        """
        with self.noting(KeysNotNoted) as session:
            if note is not None:
                note(session)
            self.record(
                session,
                actor,
                Action.KEYS_ROTATED,
                epoch=self.vault.epoch,
                payment=payment,
                signing=signing,
            )
            office.note_epoch(session, self.vault.epoch)
        self.mark_log()
        milestones.reached("keys.noted")

    def mark_log(self) -> None:
        """Let the signed roster name the last signed entry of the log, if it names none of this epoch.

        Not more often: every change of the key file makes the copies of it in the backups too old. After a
        change of keys it comes before the backup that is then taken.
        """
        vault = self.vault
        if self.log_doubted is not False or not vault.holds_signing_key:
            return
        mark = vault.log.mark
        with self.reading() as session:
            known = None if mark is None else audit_log.hash_at(session, mark.sequence)
            if mark is not None and mark.epoch == vault.epoch and known == mark.digest:
                return
            last = audit_log.last_signed(session)
        if last is not None:
            with suppress(UserFacingError):  # somebody changes the key file just now: the next note does it
                vault.log.set_mark(last.sequence, last.hash)

    def _completed(self, plan: Plan) -> Plan:
        """The plan with a new key in place of each one that somebody loses by it."""
        payment = plan.payment
        if payment is None and self.vault.epochs.needs_new_payment_key(plan):
            payment = sealed_columns()
        signing = plan.new_signing_key or self.vault.epochs.needs_new_signing_key(plan)
        return replace(plan, payment=payment, new_signing_key=signing)

    def record(
        self,
        session: Session,
        actor: Actor,
        action: Action,
        subject: str = "",
        *,
        note: str = "",
        note_customer: int | None = None,
        ties: Iterable[Tie] = (),
        **details: object,
    ) -> int:
        """Append an entry to the audit log within the transaction and return its sequence number.

        ``subject`` is ``kind:record-id``; ``details`` are codes, field names and counts, never personal data.
        ``ties`` name what was written into registers that hang on the log by hash.

        Since nothing is revealed or exported without its entry, this is where it is refused to those who let
        the 30 days for rules or training pass, and where any act that would use a suspended record is
        refused.

        Raises:
            DutiesOverdue: the action needs a standing that the actor has lost; nothing was logged.
            LogInDoubt: the action is never logged without a signature; the transaction has to end with it.
            CustomerSuspended: the act would use a record that is locked; the transaction has to end with it.
            InvalidInput, TooLong, UnprintableCharacter: the subject, or a printer's name, is none.
        """
        check_subject(subject)
        if "printer" in details:
            details["printer"] = printer_name(str(details["printer"]))
        if action in STANDING_NEEDED:
            require_standing(session, actor, self.today())
        require_free(session, action, subject, details)
        if keys := tuple(ties):
            session.flush()
            details[tied.TIED] = tied.digests(session, keys)
        signer = self._log_signer(action)
        if signer is None and action in audit_log.NEVER_UNSIGNED:
            raise LogInDoubt
        if signer is not None:
            details[log_check.NOTED] = self.vault.log.noted_count
        sequence, digest = audit_log.append(
            session,
            self.now(),
            actor.account,
            action,
            subject,
            details,
            note=note,
            note_customer=note_customer,
            signer=signer,
        )
        if action is Action.EDIT_UNDONE:  # what was logged before it was part of the undo
            session.info.pop(_ELSEWHERE, None)
        elif (told := where_undone(action, details)) is not None:
            session.info.setdefault(_ELSEWHERE, {})[told] = actor.account
        if _HEAD not in session.info:
            self.after_commit(session, lambda: self._follow_log(*session.info.pop(_HEAD)))
        session.info[_HEAD] = sequence, digest
        return sequence

    def _follow_log(self, sequence: int, digest: str) -> None:
        """Write the log's new end into the folder's note at once, so that nobody can cut the log back."""
        if self.log_doubted is False:
            with suppress(UserFacingError):  # it is committed; the next note of the log's end tells
                self.vault.log.follow_head(sequence, digest)

    def _log_signer(self, action: Action) -> LogSigner | None:
        """What signs an entry: the office, if the log was found right or somebody answers for it."""
        answers = action is Action.CHAIN_REANCHORED
        if action not in audit_log.SIGNED or not (answers or self.log_doubted is False):
            return None
        return self.vault.log.signer
