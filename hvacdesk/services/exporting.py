"""Exporting customers: with permission and reason, into an encrypted workbook, in the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from hvacdesk.domain import masking
from hvacdesk.domain.audit import Action
from hvacdesk.domain.customers import CustomerRecord
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exports import EXPORT_HEADER, Exported, ExportExtent, ExportReason
from hvacdesk.domain.outside_lists import ListKind
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.wording import Words, phrase
from hvacdesk.exchange.workbooks import encrypted_workbook
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import exporting as store
from hvacdesk.store import outside_lists
from hvacdesk.vault.passphrase import generate_passphrase

Progress = Callable[[int, int], None]


class NobodyToExport(UserFacingError):
    """There is no customer yet."""

    what = phrase("Errors", "There are no customers to export.")
    todo = phrase("Errors", "Register customers first.")


class ExportStopped(UserFacingError):
    """The person stopped the export."""

    what = phrase("Errors", "The export was stopped.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Start it again whenever you like.")


class _Line(Protocol):
    number: str
    registered_on: str
    last_contact_on: str


class Exporting:
    """Exports of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def export(
        self,
        actor: Actor,
        reason: ExportReason,
        extent: ExportExtent,
        words: Words,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Exported:
        """Every customer in one workbook; the log's entry is written before anything is handed out.

        Raises:
            NotPermitted: the role may not export, or not in full.
            NobodyToExport, ExportStopped: nothing was made.
        """
        actor.require(Permission.EXPORT_CUSTOMERS)
        if extent is ExportExtent.FULL:
            actor.require(Permission.REVEAL_CONTACT)
        with self._workplace.reading() as session:
            total = store.count(session)
            if not total:
                raise NobodyToExport
            rows = list(self._rows(store.customers(session), extent, total, progress, cancelled))
        password = generate_passphrase()
        title = words(phrase("Export", "Customers"))
        content = encrypted_workbook(title, [words(head) for head in EXPORT_HEADER], rows, password)
        if cancelled():
            raise ExportStopped
        with self._workplace.transaction() as session:
            outside_lists.add(session, ListKind.EXPORTED, len(rows), actor.account, self._workplace.today())
            self._workplace.record(
                session,
                actor,
                Action.CUSTOMERS_EXPORTED,
                customers=len(rows),
                reason=reason.value,
                extent=extent.value,
            )
        return Exported(content, password, len(rows))

    def _rows(
        self,
        found: Iterator[tuple[_Line, CustomerRecord]],
        extent: ExportExtent,
        total: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Iterator[Sequence[str]]:
        cells = _full if extent is ExportExtent.FULL else _masked
        for at, (line, record) in enumerate(found):
            if at % 500 == 0:
                progress(at, total)
                if cancelled():
                    raise ExportStopped
            yield [line.number, *cells(record), line.registered_on, line.last_contact_on]


def _full(record: CustomerRecord) -> list[str]:
    name, place = record.name, record.address
    return [
        " ".join(filter(None, (record.organisation, name.family, name.given))),
        " ".join(filter(None, (record.organisation_kana, name.family_kana, name.given_kana))),
        place.postal_code,
        place.full(),
        "、".join(phone.number for phone in record.phones),
        record.email,
    ]


def _masked(record: CustomerRecord) -> list[str]:
    return [
        masking.name(record.name, record.organisation).text,
        masking.kana(record.name, record.organisation_kana).text,
        record.address.postal_code,
        masking.address(record.address).text,
        "、".join(masking.phone(phone.number).text for phone in record.phones),
        masking.email(record.email).text,
    ]
