"""What a partner firm lacks before it gets customers' data to work with, why that is asked, and the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hvacdesk.domain.partners.partners import (
    TROUBLE_NAMES,
    Basis,
    FirmRow,
    Trouble,
    firm_key,
    trouble,
)
from hvacdesk.domain.roles import Permission
from hvacdesk.services.partners.partners import READERS
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.warning_box import WarningBox

LAW = "個人情報保護法 第25条（委託先の監督）"
_LACKS = frozenset(
    {
        Trouble.UNREGISTERED,
        Trouble.STOPPED,
        Trouble.NO_CONTRACT,
        Trouble.CONTRACT_ENDED,
        Trouble.NOT_CONFIDENTIAL,
    }
)


class FirmContractNote(QWidget):
    """In a dialog. Hidden until it is read, where nothing is lacking, and from who reads no register.

    Attributes:
        box: says what is lacking; None where nothing is.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._reader = background.Reader(self)
        self.box: WarningBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def read(self, firm: str) -> None:
        """Say it of a firm, by its name as the job has it; empty for none."""
        ctx = self._ctx
        if firm and any(ctx.actor.may(one) for one in READERS):
            self._reader.read(lambda: ctx.office.partners.all(ctx.actor)).then(
                lambda rows: self._show(firm, rows)
            )

    def _show(self, firm: str, rows: tuple[FirmRow, ...]) -> None:
        known = next((row for row in rows if firm_key(row.facts.firm) == firm_key(firm)), None)
        lacks = trouble(known, self._ctx.today()) if known is not None else Trouble.UNREGISTERED
        entrusted = known is None or known.facts.basis is Basis.ENTRUSTMENT
        clear(self._column)
        self.box = None
        if lacks in _LACKS and entrusted:
            self.box = self._made(firm, lacks, known.record if known is not None else "")
            self._column.addWidget(self.box)
        self.setVisible(self.box is not None)

    def _made(self, firm: str, lacks: Trouble, record: str) -> WarningBox:
        ctx = self._ctx
        said = self.tr(
            "{firm}: {lacks}. A firm that is given customers' data to do the office's work is registered, "
            "bound by a contract on that data, and supervised ({law})."
        ).format(firm=firm, lacks=ctx.words(TROUBLE_NAMES[lacks]), law=LAW)
        if not ctx.actor.may(Permission.KEEP_PARTNERS):
            who = self.tr("A person responsible enters the contract: “Safeguards”, “Partner firms”.")
            return WarningBox(f"{said}\n{who}")
        return WarningBox(said, action=(self.tr("Partner firms"), lambda: self._leave_for(record)))

    def _leave_for(self, record: str) -> None:
        """Leave the dialog, which asks about what was typed, and go where the contract is entered."""
        dialog = self.window()
        assert isinstance(dialog, Dialog)
        dialog.rejected.connect(partial(_go, self._ctx, record))
        dialog.reject()


def _go(ctx: DeskContext, record: str) -> None:
    """The pages of records that lie beneath would cover the register; a form stays, and is ended first."""
    while isinstance(top := QApplication.activeModalWidget(), Dialog) and not isinstance(top, FormDialog):
        top.reject()
        if top.isVisible():
            return
    ctx.navigate("safeguards", section="partners", **({"firm": record} if record else {}))
