"""Who takes a kept paper out, and until when."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.papers.register import PaperRow, kind_text
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.name_choice import NameChoice
from hvacdesk.ui.widgets.text import label


class LendDialog(FormDialog):
    """Asks for a name of the staff or any other, and a day; today unless another is typed."""

    def __init__(self, ctx: DeskContext, row: PaperRow) -> None:
        super().__init__(ctx, "", width=460)
        self.set_title(self.tr("Lend {number}").format(number=row.number))
        self._row = row
        self.form.column.addWidget(label(kind_text(row, ctx.words), "muted"))
        self.holder = NameChoice()
        self.form.add("holder", self.tr("Who takes it"), self.holder, required=True)
        self.until = self.form.add("return_by", self.tr("Back by"), DateField(ctx.today()), required=True)
        self.until.set_iso(ctx.today().isoformat())
        if self.primary is not None:
            self.primary.setText(self.tr("Lend"))
        background.run(
            self,
            lambda _progress: ctx.office.jobs.staff(ctx.actor),
            lambda staff: self.holder.offer([member.name for member in staff]),
        )
        self.holder.setFocus()

    def collect(self) -> Callable[[], object]:
        """The work that registers the loan."""
        office, actor, paper = self.ctx.office, self.ctx.actor, self._row.paper
        holder, until = self.holder.currentText(), self.until.iso("return_by")
        return lambda: office.papers.lend(actor, paper, holder, until)
