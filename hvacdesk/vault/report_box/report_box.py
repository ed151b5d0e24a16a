"""The report box's two doors: before the login for those who report, after it for those who read.

Both take readers' keys from the key file's signed roster, which is checked at each reading. Somebody who
was invited and has not chosen a passphrase yet is no reader: the person who invited them knows the key.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.report_box.report_box import BoxReader, ReaderNotes, Report, may_read
from hvacdesk.vault import ciphers, errors
from hvacdesk.vault.keyfile import kdf
from hvacdesk.vault.keyfile.key_file_store import KeyFileStore, OpenKeyFile
from hvacdesk.vault.keyfile.throttle import Clock
from hvacdesk.vault.report_box.report_box_case import (
    OpenCase,
    SealTo,
    add,
    case_id,
    open_as_reader,
    open_with_receipt,
    read_shared,
    receipt_key,
    reseal,
    seal_new,
)
from hvacdesk.vault.report_box.report_box_errors import (
    OnlyReader,
    ReaderNotListed,
    ReceiptUnknown,
    ReportGone,
    StillReadable,
)
from hvacdesk.vault.report_box.report_box_files import Box, BoxFiles
from hvacdesk.vault.report_box.report_box_rounds import Edit, Rounds

_DELAYS = (0, 0, 0, 5, 10, 20, 40, 60)
"""Seconds to wait after 0, 1, 2 … wrong receipts of one visit; the last one holds for every further try.

They are no protection, and need be none: there are 10^16 receipts, and each try costs an Argon2id of 64 MiB,
a fifth of a second. One of a thousand reports is hit after some thirty thousand years, also by a person who
has this computer's keys. What the count must not do is tell the next person at the login window that somebody
was here. So it lives in memory, a visit begins with none, and a right receipt changes nothing."""

_TOLL, _MOST_TOLL = 8, 256
"""Argon2id derivations that a new report costs for each step that the box has grown, and at most: none as
long as it has its first size, about a minute where a flood has filled it. The size that they go by is seen
from outside anyhow. A flood slows itself down and shuts nobody out. More than a minute would be worse for a
genuine sender, who may be seen at the computer, than for the one who floods and comes back every night. They
are thrown away; who writes into the folder with tools of their own pays nothing, and could delete the file,
too."""


def readers_of(contents: OpenKeyFile) -> tuple[BoxReader, ...]:
    """Those that a report can be sealed to, in the roster's order."""
    return tuple(
        BoxReader(entry.slot_id, entry.name, ciphers.fingerprint(contents.public_key(entry.slot_id)))
        for entry in contents.roster.entries
        if may_read(entry.roles) and not contents.invited(entry.slot_id)
    )


def files_of(book: KeyFileStore) -> BoxFiles | None:
    """The box's file, to be read; None in an office older than the box, as long as nobody wrote into it.

    Raises:
        UserFacingError: the key file's.
    """
    key = book.read().body.box_key
    return BoxFiles(book.home, book.office_id, key) if key else None


def writable_files_of(book: KeyFileStore) -> BoxFiles:
    """The box's file, to be written; in an office older than the box the first caller makes their key.

    That happens where the program may write the key file anyway: it rewrites the box at its start and
    after each login.

    Raises:
        UserFacingError: the key file's; BoxUnreachable and others for the folder.
    """
    present = files_of(book)
    if present is not None:
        return present
    made = ciphers.new_key()
    contents = book.change(lambda now: now.body if now.body.box_key else replace(now.body, box_key=made))
    files = BoxFiles(book.home, book.office_id, contents.body.box_key)
    files.make()
    return files


@dataclass
class _Visit:
    """The wrong receipts of one visit, and when the last one was."""

    wrong: int = 0
    last: float = 0.0

    def wait(self, now: float) -> int:
        """Seconds until the next try is taken."""
        delay = _delay(self.wrong)
        return min(math.ceil(delay - (now - self.last)), delay)  # the computer's clock may be set back

    def count_wrong(self, now: float) -> int:
        """One more; returns the seconds to wait."""
        self.wrong, self.last = self.wrong + 1, now
        return _delay(self.wrong)


class ReportBox:
    """The box before the login. Knows nobody but the readers.

    Args:
        clock: seconds since 1970, for slowing wrong receipts; neither a time nor a count is ever written.
    """

    def __init__(self, book: KeyFileStore, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._visit = _Visit()
        self._failure: UserFacingError | None = None
        self._rounds = Rounds(self._write)

    def readers(self) -> tuple[BoxReader, ...]:
        """Whom a report can be sealed to. Raises the key file's errors."""
        return readers_of(self._book.read())

    def send(self, report: Report, told: Callable[[int, int], None] = lambda _done, _total: None) -> str:
        """Seal a report to its readers and put it into the box; returns the receipt, sixteen digits.

        The receipt is kept nowhere.

        Returns once it is on the disk, with the next regular write.

        Args:
            told: hears how far the work is that slows a flood down, if there is any.

        Raises:
            ReaderNotListed: a reader is none on the signed roster, or there is none.
            ReportFull, BoxFull, BoxBusy, BoxUnreachable: nothing was sent.
        """
        contents = self._book.read()
        chosen = _seals(contents, [one.account for one in report.readers])
        if not chosen or len(chosen) != len(report.readers):
            raise ReaderNotListed
        receipt = f"{secrets.randbelow(10**16):016}"
        files = writable_files_of(self._book)
        sealed = seal_new(self._book.office_id, chosen, self._key(receipt), report)
        kdf.spend(sealed, min(_TOLL * (files.steps - 1), _MOST_TOLL), told)
        self._rounds.carry(lambda box: box.with_case(sealed))
        return receipt

    def send_again(self, opened: OpenCase, edit: Callable[[Report], Report]) -> OpenCase:
        """Seal a report that nobody can open any more to the readers that the edit gives it.

        The receipt stays. What readers noted for each other is gone: nobody could open that either.

        Raises:
            StillReadable: one of its readers can open it.
            ReaderNotListed: a new reader is none on the signed roster, or there is none.
            ReportGone, ReportFull, BoxFull, BoxBusy, BoxUnreachable: nothing was changed.
        """
        office_id = self._book.office_id
        written: list[OpenCase] = []

        def write(box: Box) -> Box:
            written.clear()
            sealed = _named(box, opened.case_id)
            present = _reopened(sealed, office_id, opened)
            contents = self._book.read()
            if len(present.report.lost_to(readers_of(contents))) < len(present.report.readers):
                raise StillReadable
            following = replace(present, report=edit(present.report))
            chosen = _seals(contents, [one.account for one in following.report.readers])
            if not chosen or len(chosen) != len(following.report.readers):
                raise ReaderNotListed
            written.append(following)
            return _replaced(box, sealed, reseal(sealed, office_id, chosen, following, ReaderNotes()))

        self._rounds.carry(write)
        return written[0]

    def begin_visit(self) -> None:
        """Somebody comes with a receipt. Nothing that anybody did before slows them down or shows."""
        self._visit = _Visit()

    def open(self, receipt: str) -> OpenCase:
        """The report of a receipt.

        Writes nothing, and does the same work for a right receipt as for a wrong one.

        Raises:
            ReceiptUnknown: there is none; or it is damaged, which is not told apart.
            TooManyTries: the delay after the last wrong one is not over.
            BoxUnreachable: the box cannot be read.
        """
        visit = self._visit
        wait = visit.wait(self._clock())
        if wait > 0:
            raise errors.TooManyTries(wait)
        box = writable_files_of(self._book).read()
        key = self._key(receipt)
        found = [case for case in (self._try(sealed, key) for sealed in box.cases) if case is not None]
        if not found:
            raise ReceiptUnknown(visit.count_wrong(self._clock()))
        return found[0]

    def add(self, opened: OpenCase, edit: Callable[[Report], Report]) -> OpenCase:
        """Add to a report that a receipt opened.

        Raises:
            ReportGone: it was deleted meanwhile.
            ReportFull, BoxFull, BoxBusy, BoxUnreachable: nothing was added.
        """
        office_id = self._book.office_id
        written: list[OpenCase] = []

        def write(box: Box) -> Box:
            written.clear()
            sealed = _named(box, opened.case_id)
            present = _reopened(sealed, office_id, opened)
            following = replace(present, report=edit(present.report))
            written.append(following)
            return _replaced(box, sealed, add(sealed, office_id, opened.key, following.report))

        self._rounds.carry(write)
        return written[0]

    def look(self) -> None:
        """See that the box can be reached. Writes nothing.

        Raises:
            BoxUnreachable and others: it cannot be read, or could not be written the last time.
        """
        if self._failure is not None:
            raise self._failure
        writable_files_of(self._book).read()

    def look_for_room(self) -> None:
        """See, before somebody writes for it, that the box takes another report. Writes nothing.

        Raises:
            BoxFull: it does not.
            BoxUnreachable and others: as :meth:`look`.
        """
        if self._failure is not None:
            raise self._failure
        writable_files_of(self._book).require_place()

    def refresh(self) -> None:
        """Rewrite the box, with what waits if anything does, so that a write says nothing.

        For every start, login, lock and end. Makes the box if there is none.
        """
        self._rounds.turn(fit=True)

    def begin_rounds(self) -> None:
        """The login window is open: :meth:`turn` is called regularly from now on."""
        self._rounds.begin()

    def turn(self) -> None:
        """One of the regular writes; otherwise like :meth:`refresh`."""
        self._rounds.turn()

    def end_rounds(self) -> None:
        """The login window closes: write what waits, and in any case once, like the other writes."""
        self._rounds.end()

    def _write(self, edit: Edit, fit: bool) -> None:
        """Write to the box, and remember a failure for :meth:`look`."""
        try:
            writable_files_of(self._book).change(edit, fit=fit)
        except UserFacingError as error:
            self._failure = error
            raise
        self._failure = None

    def _try(self, sealed: bytes, key: bytes) -> OpenCase | None:
        try:
            return open_with_receipt(sealed, self._book.office_id, key)
        except ValueError:
            return None

    def _key(self, receipt: str) -> bytes:
        salt = ciphers.derive(self._book.read().body.box_key, "receipt salt", self._book.office_id)
        return receipt_key(receipt, self._book.office_id, salt)


@dataclass(frozen=True)
class Inbox:
    """What a reader finds.

    Attributes:
        cases: those sealed to this reader.
        altered: how many are sealed to this reader and do not open: damaged or tampered with.
        damaged: how often something was set aside that could not be read.
        remade: the box's file was missing once and a new one was made.
        grown: the box has outgrown its first size: it holds far more than an office's reports, to whomever.
    """

    cases: tuple[OpenCase, ...]
    altered: int
    damaged: int
    remade: bool
    grown: bool


class ReportReader:
    """The box as one reader opens it, with the private key that their passphrase gave the session."""

    def __init__(self, book: KeyFileStore, slot_id: str, private: bytes) -> None:
        self._book = book
        self._slot_id = slot_id
        self._private = private

    @property
    def fingerprint(self) -> str:
        """That of the reader's own key, as the list before the login has to show it."""
        return ciphers.fingerprint(ciphers.exchange_public(self._private))

    def readers(self) -> tuple[BoxReader, ...]:
        """Whom a report can be sealed to now."""
        return readers_of(self._book.read())

    def inbox(self) -> Inbox:
        """Everything that is sealed to this reader. Writes nothing.

        Raises:
            BoxUnreachable: the box cannot be read.
        """
        files = files_of(self._book)
        if files is None:
            return Inbox((), 0, 0, remade=False, grown=False)
        box = files.read()
        cases, altered = [], 0
        for sealed in box.cases:
            try:
                opened = self._open(sealed)
            except ValueError:
                altered += 1
                continue
            if opened is not None:
                cases.append(opened)
        return Inbox(tuple(cases), altered, files.damaged, box.remade, files.steps > 1)

    def change(
        self, case: str, edit: Callable[[OpenCase], OpenCase], *, hand_to: str | None = None
    ) -> OpenCase:
        """Write into a report, and seal it again to those of its readers whose keys are on the roster now.

        A reader whose passphrase was reset has another key; nobody is given the report under a new key
        without having been handed it, since the one who resets a passphrase could log in as that person.

        Args:
            hand_to: a reader who gets it from now on, under the key of today.

        Raises:
            ReportGone: it is no longer there.
            ReaderNotListed: ``hand_to`` is no reader, or the reporter left them out.
            ReportFull, BoxFull, BoxBusy, BoxUnreachable: nothing was written.
        """
        written: list[OpenCase] = []

        def write(box: Box) -> Box:
            written.clear()
            sealed = _named(box, case)
            opened = self._open(sealed)
            if opened is None:
                raise ReportGone
            following, seals = self._sealed_to(edit(opened), hand_to)
            written.append(following)
            notes = following.notes or ReaderNotes()
            return _replaced(box, sealed, reseal(sealed, self._book.office_id, seals, following, notes))

        writable_files_of(self._book).change(write)
        return written[0]

    def delete(self, cases: Collection[str]) -> None:
        """Delete reports: their places become free, and every place is new.

        Raises:
            BoxFull, BoxBusy, BoxUnreachable: nothing was deleted.
        """
        mine = frozenset(cases)

        def write(box: Box) -> Box:
            kept = tuple(
                sealed for sealed in box.cases if case_id(sealed) not in mine or self._open(sealed) is None
            )
            return replace(box, cases=kept)

        writable_files_of(self._book).change(write)

    def clear_remaking(self) -> None:
        """Delete the mark that the file was missing: the reader knows it."""
        writable_files_of(self._book).change(lambda box: replace(box, remade=False))

    def _open(self, sealed: bytes) -> OpenCase | None:
        return open_as_reader(sealed, self._book.office_id, self._slot_id, self._private)

    def _sealed_to(self, opened: OpenCase, hand_to: str | None) -> tuple[OpenCase, list[SealTo]]:
        """The report with the readers who can have it, and their keys."""
        contents = self._book.read()
        listed = {one.account: one for one in readers_of(contents)}
        report = opened.report
        if hand_to is not None:
            left_out = {one.account for one in report.left_out}
            if hand_to not in listed or hand_to in left_out:
                raise ReaderNotListed
            report = report.handed_to(listed[hand_to].named())
        unchanged = frozenset(
            one.account
            for one in report.readers
            if one.account in listed and listed[one.account].fingerprint == one.fingerprint
        )
        if not unchanged:
            raise OnlyReader
        kept = report.kept_by(unchanged)
        return replace(opened, report=kept), _seals(contents, [one.account for one in kept.readers])


def _seals(contents: OpenKeyFile, accounts: Collection[str]) -> list[SealTo]:
    listed = {one.account for one in readers_of(contents)}
    return [SealTo(account, contents.public_key(account)) for account in accounts if account in listed]


def _named(box: Box, case: str) -> bytes:
    for sealed in box.cases:
        if case_id(sealed) == case:
            return sealed
    raise ReportGone


def _reopened(sealed: bytes, office_id: str, opened: OpenCase) -> OpenCase:
    """What a report says now that was opened earlier with a receipt."""
    try:
        return replace(opened, report=read_shared(sealed, office_id, opened.key))
    except ValueError as error:
        raise ReportGone from error


def _replaced(box: Box, former: bytes, following: bytes) -> Box:
    return replace(box, cases=tuple(following if sealed is former else sealed for sealed in box.cases))


def _delay(tries: int) -> int:
    return _DELAYS[min(tries, len(_DELAYS) - 1)]
