"""Exporting customers: with permission and reason, into an encrypted workbook or archive, in the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.exporting import (
    EXPORT_HEADERS,
    EXPORT_TABLE_NAMES,
    Exported,
    ExportExtent,
    ExportForm,
    ExportReason,
    ExportTable,
)
from hvacdesk.domain.exchange.outside_lists import ListKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.exchange.archives import encrypted_archive
from hvacdesk.exchange.tables import Table
from hvacdesk.exchange.workbook_writing import encrypted_workbook
from hvacdesk.services.exchange.export_rows import ExportRows
from hvacdesk.services.exchange.outside_lists import note_outside
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.staff.standing_gate import require_standing
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.exchange import exporting as store
from hvacdesk.vault.keyfile.passphrase import generate_passphrase

Progress = Callable[[int, int], None]

WRITERS: Mapping[ExportForm, Callable[[Iterable[Table], str], bytes]] = {
    ExportForm.WORKBOOK: encrypted_workbook,
    ExportForm.ARCHIVE: encrypted_archive,
}


class NobodyToExport(UserFacingError):
    """There is no customer yet."""

    what = phrase("Errors", "There are no customers to export.")
    todo = phrase("Errors", "Register customers first.")


class ExportStopped(UserFacingError):
    """The person stopped the export."""

    what = phrase("Errors", "The export was stopped.")
    safe = phrase("Errors", "No file was written.")
    todo = phrase("Errors", "Start it again whenever you like.")


class Exporting:
    """Exports of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.EXPORT_CUSTOMERS)
    @body_decides("in full for who reveals contact fields")
    def export(
        self,
        actor: Actor,
        reason: ExportReason,
        extent: ExportExtent,
        words: Words,
        progress: Progress,
        cancelled: Callable[[], bool],
        form: ExportForm = ExportForm.WORKBOOK,
    ) -> Exported:
        """Every customer with contacts, cautions, sites, units and jobs, under a password.

        The log's entry is written before anything is handed out.

        Raises:
            NotPermitted: the role may not export, or not in full.
            DutiesOverdue: rules or training are overdue.
            NobodyToExport, ExportStopped: nothing was made.
        """
        if extent is ExportExtent.FULL:
            actor.require(Permission.REVEAL_CONTACT)
        with self._workplace.reading() as session:
            require_standing(session, actor, self._workplace.today())  # before the long work, not after it
            total = store.count(session)
            if not total:
                raise NobodyToExport
            password = generate_passphrase()
            tables = self._tables(ExportRows(session, extent, words), words, total, progress, cancelled)
            content = WRITERS[form](tables, password)
        if cancelled():
            raise ExportStopped
        with self._workplace.transaction() as session:
            outside = note_outside(self._workplace, session, actor, ListKind.EXPORTED, total)
            self._workplace.record(
                session,
                actor,
                Action.CUSTOMERS_EXPORTED,
                customers=total,
                reason=reason.value,
                extent=extent.value,
            )
        return Exported(content, password, total, outside)

    def _tables(
        self,
        rows: ExportRows,
        words: Words,
        total: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Iterator[Table]:
        steps = len(ExportTable)

        def counted(step: int, table: ExportTable) -> Iterator[Sequence[str]]:
            for at, row in enumerate(rows.of(table)):
                if at % 500 == 0:
                    progress(step * total + min(at, total), steps * total)
                    if cancelled():
                        raise ExportStopped
                yield row

        for step, table in enumerate(ExportTable):
            header = [words(head) for head in EXPORT_HEADERS[table]]
            yield Table(words(EXPORT_TABLE_NAMES[table]), header, counted(step, table))
