"""What a partner firm lacks before it gets customers' data to work with, why that is asked, and the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

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
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.layouts import grow_to_text
from hvacdesk.ui.widgets.warning_box import WarningBox

LAW = "個人情報保護法 第25条"
_LACKS = frozenset(
    {
        Trouble.UNREGISTERED,
        Trouble.STOPPED,
        Trouble.NO_CONTRACT,
        Trouble.CONTRACT_AHEAD,
        Trouble.CONTRACT_ENDED,
        Trouble.NOT_CONFIDENTIAL,
    }
)


class FirmContractNote(QWidget):
    """In a dialog. Hidden until it is read, where nothing is lacking, and from who reads no register.

    Attributes:
        box: says what is lacking; None where nothing is.
        way: leads to the register; None for who does not keep it.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._reader = background.Reader(self)
        self.box: WarningBox | None = None
        self.way: QPushButton | None = None
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
        if lacks not in _LACKS or (known is not None and known.facts.basis is not Basis.ENTRUSTMENT):
            return
        said = self.tr(
            "{firm}: {lacks}. With a firm that works with our customers' data a contract on it is needed, "
            "and the firm is supervised ({law})."
        ).format(firm=firm, lacks=self._ctx.words(TROUBLE_NAMES[lacks]), law=LAW)
        record = known.record if known is not None else ""
        if self._ctx.actor.may(Permission.KEEP_PARTNERS):
            self.box = box = WarningBox(said)
            self.way = button(self.tr("Partner firms"), partial(self._leave_for, record), icon="arrow-right")
            box.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            who = self.tr("A person responsible enters the contract: “Safeguards”, “Partner firms”.")
            self.box = WarningBox(f"{said}\n{who}")
        self._column.addWidget(self.box)
        self.show()
        if not isinstance(self.window(), FormDialog):  # whose fields are scrolled
            grow_to_text(self.window())

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
