"""The report box as its readers use it: state, answer, notes among readers, handing over, deletion.

No audit entry, draft or table tells of a report: another person responsible reads all of these, and a report
may be about them. What readers do is kept in the sealed report itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action, day_of
from hvacdesk.domain.oversight.duties import Duty, DutyKind
from hvacdesk.domain.report_box.report_box import (
    Author,
    BoxReader,
    InboxView,
    Message,
    ReaderNotes,
    Report,
    ReportRow,
    ReportState,
)
from hvacdesk.domain.report_box.report_box_input import clean_addition
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.permissions import needs, nothing_without
from hvacdesk.services.report_box.report_desk import box_rules
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.report_box.report_box import Inbox, ReportReader
from hvacdesk.vault.report_box.report_box_case import OpenCase

_Edit = Callable[[Report], Report]

_RESET_TOLD = timedelta(days=183)
"""So long a reader is reminded that their key was replaced: reporters who used the old one may come back."""

_FLOOD = 20
"""So many unread reports at once are no longer an office's: readers are told of a flood."""


class InboxClosed(UserFacingError):
    """The session has no private key of the person's own: after a set-up, a recovery or a restore."""

    what = phrase("Errors", "The report box opens only after a login with your passphrase.")
    todo = phrase("Errors", "Log out, then log in with your own passphrase.")


class StillOpen(UserFacingError):
    """A report that is not closed is not deleted."""

    what = phrase("Errors", "This report is still open.")
    todo = phrase("Errors", "Close it first; its writer then still finds your last answer for a while.")


class Reports:
    """The inbox of the person who is logged in."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._rules = box_rules()
        self._there: tuple[date, frozenset[str]] | None = None

    @needs(Permission.READ_REPORTS)
    def inbox(self, actor: Actor) -> InboxView:
        """What is sealed to the actor, the oldest unanswered first; deletes what was kept long enough.

        Raises:
            InboxClosed: the session has no key for it.
            UserFacingError: the box cannot be read.
        """
        reader = self._reader()
        found = self._kept(reader)
        rows = self._rows(reader, found)
        self._note_there(rows)
        return InboxView(
            rows,
            found.altered,
            found.damaged,
            found.remade,
            _flood(rows),
            found.grown,
            reader.fingerprint,
            self._key_replaced(actor),
        )

    @needs(Permission.READ_REPORTS)
    def read(self, actor: Actor, case: str) -> ReportRow:
        """Open a report; a new one counts as read from now on. Raises as the other steps."""
        return self._change(case, _as_read)

    @needs(Permission.READ_REPORTS)
    def answer(self, actor: Actor, case: str, text: str) -> ReportRow:
        """Write to the reporter, who reads it with the receipt.

        Raises:
            InvalidInput: the text.
            ReportGone, ReportFull and the box's errors: nothing was written.
        """
        message = self._message(actor, text)

        def edit(report: Report) -> Report:
            answered = report.with_message(message)
            if answered.state in {ReportState.NEW, ReportState.READ}:
                return answered.in_state(ReportState.IN_PROGRESS, self._workplace.today())
            return answered

        return self._change(case, edit)

    @needs(Permission.READ_REPORTS)
    def set_state(self, actor: Actor, case: str, state: ReportState) -> ReportRow:
        """Say how far it is; the reporter sees it. Raises as :meth:`answer`."""
        today = self._workplace.today()
        return self._change(case, lambda report: report.in_state(state, today))

    @needs(Permission.READ_REPORTS)
    def note(self, actor: Actor, case: str, text: str) -> ReportRow:
        """Write to the other readers alone. Raises as :meth:`answer`."""
        note = self._message(actor, text)
        return self._change(case, lambda report: report, note)

    @needs(Permission.READ_REPORTS)
    def hand_over(self, actor: Actor, case: str, account: str, text: str) -> ReportRow:
        """Let another reader read it, with a note for them.

        Raises:
            ReaderNotListed: no reader, or somebody whom the reporter left out.
            InvalidInput and others: as :meth:`answer`.
        """
        note = self._message(actor, text)
        return self._change(case, lambda report: report, note, hand_to=account)

    @needs(Permission.READ_REPORTS)
    def delete(self, actor: Actor, case: str) -> None:
        """Delete a closed report before its time.

        Raises:
            StillOpen: it is not closed.
            UserFacingError: the box; nothing was deleted.
        """
        reader = self._reader()
        found = {one.case_id: one for one in reader.inbox().cases}
        if case in found and found[case].report.state is not ReportState.CLOSED:
            raise StillOpen
        reader.delete([case])

    @needs(Permission.READ_REPORTS)
    def delete_unread(self, actor: Actor, cases: Collection[str]) -> None:
        """Delete what a flood brought, with one write; whatever a reader has opened meanwhile stays.

        Raises:
            UserFacingError: the box; nothing was deleted.
        """
        reader = self._reader()
        unread = {one.case_id for one in reader.inbox().cases if one.report.state is ReportState.NEW}
        reader.delete(unread & set(cases))

    @needs(Permission.READ_REPORTS)
    def clear_remaking(self, actor: Actor) -> None:
        """The actor has read that the box's folder was missing. Raises the box's errors."""
        self._reader().clear_remaking()

    @nothing_without(Permission.READ_REPORTS)
    def waiting(self, actor: Actor) -> int:
        """How many reports wait for the actor to read or answer them; 0 where the box cannot be read."""
        return len(self._due(actor))

    @nothing_without(Permission.READ_REPORTS)
    def unread(self, actor: Actor) -> int:
        """How many reports to the actor nobody has opened yet; 0 where the box cannot be read."""
        return sum(row.report.state is ReportState.NEW for row in self._present(actor))

    @nothing_without(Permission.READ_REPORTS)
    def duties(self, actor: Actor) -> tuple[Duty, ...]:
        """First answers that are due: for the reader's own screen, and never in a calendar file, where a line
        would tell others that there is a report. A flood is one duty: it must not push the others out of
        sight.
        """
        due = self._due(actor)
        return due[:1] if len(due) >= _FLOOD else due

    def _due(self, actor: Actor) -> tuple[Duty, ...]:
        """Every first answer that is due, the earliest first."""
        return tuple(
            Duty(DutyKind.REPORT, row.answer_due, record=row.case)
            for row in self._present(actor)
            if row.answer_due is not None
        )

    def _present(self, actor: Actor) -> tuple[ReportRow, ...]:
        """The actor's reports that were there when this was first asked today, or the inbox was opened since:
        a number that rose by itself would tell who just stood at the office PC. None for others and where the
        box cannot be read. Writes nothing: what was kept long enough is left out here and deleted by
        :meth:`inbox`.
        """
        if not actor.may(Permission.READ_REPORTS):
            return ()
        try:
            reader = self._reader()
            found = reader.inbox()
            rows = self._rows(reader, _without(found, self._over(found)))
        except UserFacingError:
            return ()
        today = self._workplace.today()
        if self._there is None or self._there[0] != today:
            self._note_there(rows)
        return tuple(row for row in rows if self._there is not None and row.case in self._there[1])

    def _note_there(self, rows: Collection[ReportRow]) -> None:
        self._there = self._workplace.today(), frozenset(row.case for row in rows)

    @needs(Permission.READ_REPORTS)
    def form(self, actor: Actor, words: Words) -> bytes:
        """The blank paper form as a PDF, to lay out."""
        from hvacdesk.documents.report_box.report_form import draw_report_form

        reader = self._reader()
        names = tuple(one.name for one in reader.readers())
        return draw_report_form(self._workplace.vault.office_name, names, self._rules, words)

    def _reader(self) -> ReportReader:
        reader = self._workplace.vault.report_reader()
        if reader is None:
            raise InboxClosed
        return reader

    def _key_replaced(self, actor: Actor) -> date | None:
        """The day on which the actor's passphrase was reset, as long as a report may wait on that account."""
        subject = f"account:{actor.account}"
        with self._workplace.reading() as session:
            found = audit_log.entries(session, subject=subject, action=Action.ACCOUNT_RESET, limit=1)
        day = day_of(found[0].at) if found else None
        return day if day and self._workplace.today() - day < _RESET_TOLD else None

    def _kept(self, reader: ReportReader) -> Inbox:
        """The inbox without what was kept long enough, which is deleted now."""
        found = reader.inbox()
        over = self._over(found)
        if over:
            reader.delete(over)
        return _without(found, over)

    def _over(self, found: Inbox) -> frozenset[str]:
        """The reports that were kept long enough."""
        today = self._workplace.today()
        return frozenset(case.case_id for case in found.cases if self._rules.is_over(case.report, today))

    def _rows(self, reader: ReportReader, found: Inbox) -> tuple[ReportRow, ...]:
        colleagues = reader.readers()
        return tuple(sorted((self._row(case, colleagues) for case in found.cases), key=_urgency))

    def _change(
        self,
        case: str,
        edit: _Edit,
        note: Message | None = None,
        *,
        hand_to: str | None = None,
    ) -> ReportRow:
        reader = self._reader()

        def write(opened: OpenCase) -> OpenCase:
            notes = opened.notes or ReaderNotes()
            if note is not None:
                notes = notes.with_note(note)
            return replace(opened, report=edit(opened.report), notes=notes)

        return self._row(reader.change(case, write, hand_to=hand_to), reader.readers())

    def _row(self, case: OpenCase, colleagues: tuple[BoxReader, ...]) -> ReportRow:
        report = case.report
        answered = any(one.author is Author.READER for one in report.messages)
        due = None if answered or report.state is ReportState.CLOSED else self._rules.notice_due(report)
        left_out = {one.account for one in report.left_out}
        present = {(one.account, one.fingerprint) for one in report.readers}
        others = tuple(
            one
            for one in colleagues
            if one.account not in left_out and (one.account, one.fingerprint) not in present
        )
        return ReportRow(case.case_id, report, case.notes or ReaderNotes(), due, others)

    def _message(self, actor: Actor, text: str) -> Message:
        return Message(
            Author.READER, clean_addition(text), self._workplace.today().isoformat(), by=actor.name
        )


def _without(found: Inbox, cases: frozenset[str]) -> Inbox:
    kept = tuple(case for case in found.cases if case.case_id not in cases)
    return replace(found, cases=kept)


def _flood(rows: tuple[ReportRow, ...]) -> int:
    """How many are unread, if they are too many to be an office's own."""
    unread = sum(1 for row in rows if row.report.state is ReportState.NEW)
    return unread if unread >= _FLOOD else 0


def _as_read(report: Report) -> Report:
    return replace(report, state=ReportState.READ) if report.state is ReportState.NEW else report


def _urgency(row: ReportRow) -> tuple[bool, bool, str]:
    """What waits for an answer first, what is closed last, the older before the newer."""
    return row.report.state is ReportState.CLOSED, row.answer_due is None, row.report.messages[0].on
