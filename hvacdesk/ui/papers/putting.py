"""Into which cabinet a kept paper is put."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox

from hvacdesk.domain.papers.register import CabinetRow, PaperRow, kind_text
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.text import label


class PutDialog(FormDialog):
    """Asks for the cabinet; the one where the paper is now is chosen already."""

    def __init__(self, ctx: DeskContext, row: PaperRow) -> None:
        super().__init__(ctx, "", width=460)
        self.set_title(self.tr("Where is {number} kept?").format(number=row.number))
        self._row = row
        self.form.column.addWidget(label(kind_text(row, ctx.words), "muted"))
        self.cabinet = QComboBox()
        self.cabinet.addItem(self.tr("no cabinet"), "")
        self.form.add("cabinet", self.tr("Cabinet"), self.cabinet)
        self.form.column.addStretch(1)
        background.run(self, lambda _progress: ctx.office.papers.cabinets.all(ctx.actor), self._offer)
        self.cabinet.setFocus()

    def _offer(self, cabinets: tuple[CabinetRow, ...]) -> None:
        for one in cabinets:
            self.cabinet.addItem(one.label, one.cabinet)
        self.cabinet.setCurrentIndex(max(0, self.cabinet.findText(self._row.cabinet)))

    def collect(self) -> Callable[[], object]:
        """The work that puts the paper there."""
        office, actor, paper = self.ctx.office, self.ctx.actor, self._row.paper
        cabinet = str(self.cabinet.currentData())
        return lambda: office.papers.put(actor, paper, cabinet)
