"""The certificates of restores: what was destroyed again, ready to be printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.backups.restore_certificates import RestoreCertificateFacts
from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.disposal.certificates import CertificatePaper
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.certificate_preview import CertificatePreview
from hvacdesk.ui.language import language
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog


class RestoresDialog(Dialog):
    """Every restore of the office, the newest first."""

    def __init__(
        self, ctx: DeskContext, restores: tuple[RestoreCertificateFacts, ...], parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("RestoresDialog", "Certificates of restores")
        super().__init__(title, parent or ctx.window, width=840)
        self._ctx = ctx
        self.table = DataTable(title)
        self.table.set_columns(
            [
                Column("number", self.tr("Number"), width=140),
                Column("restored_at", self.tr("Restored"), width=140, value=_moment("restored_at")),
                Column("taken_at", self.tr("Backup taken"), width=140, value=_moment("taken_at"), stretch=1),
                Column("destroyed", self.tr("Destroyed again"), width=90, kind="number", align="right"),
                Column("reduced", self.tr("Reduced again"), width=90, kind="number", align="right"),
            ]
        )
        self.table.keep_columns(ctx.columns, "restores")
        self.table.offer(tuple, opening=self.tr("Show the certificate"))
        self.table.set_rows(restores)
        self.table.activated_row.connect(lambda _row: self.show_certificate())
        self.body.addWidget(self.table, 1)
        if restores:
            self.table.select_first()
            self.set_primary(self.tr("Show the certificate"), self.show_certificate)
            self.add_secondary(self.tr("Close"))
        else:
            self.table.hide()
            self.add_text(self.tr("This office was never restored from a backup."), "muted")
            self.set_primary(self.tr("Close"))

    def show_certificate(self) -> None:
        """Show the marked restore's certificate; it is printed from there."""
        row = self.table.current()
        if not isinstance(row, RestoreCertificateFacts):
            return
        ctx = self._ctx
        certificates = ctx.office.restore_certificates

        def show(paper: CertificatePaper) -> None:
            dialog = CertificatePreview(paper, self)
            dialog.printed.connect(lambda _printer: certificates.printed(ctx.actor, paper))
            dialog.open()

        background.run(self, lambda _progress: certificates.paper(ctx.actor, row.number, language.code), show)


def _moment(name: str):
    return lambda row: f"{office_time(moment_of(getattr(row, name))):%Y-%m-%d %H:%M}"
