"""A customer's collective invoice as it would be issued, looked at before numbers are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.open_items import ClosingPreview
from hvacdesk.ui import background
from hvacdesk.ui.billing.lack_lines import adjusted_text, lack_lines
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.said_beside import SaidBeside
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.numbers import gross, yen


class ClosingLook(Dialog):
    """Its pages, marked as a draft; nothing is issued from here.

    Args:
        warned: what its page lacks.
        jobs: opens its jobs, once this is closed; None where something else waits behind it.
    """

    def __init__(
        self,
        parent: QWidget,
        shown: ClosingPreview,
        pdf: bytes,
        warned: Sequence[QWidget] = (),
        jobs: Callable[[], object] | None = None,
    ) -> None:
        title = QCoreApplication.translate("ClosingLook", "Collective invoice, as it would be issued")
        super().__init__(title, parent, width=720)
        said = self.tr("{name}: {count} job(s), {yen}")
        if shown.alone:
            said = self.tr(
                "{name}: nothing new is asked for in this period; {yen} are owed from before. The page names "
                "no new day of payment: each invoice keeps its own. For what is overdue there is “Payment "
                "reminder…” under “Open”."
            )
        told = gross(shown.to_pay if shown.alone else shown.gross)
        beside = SaidBeside(pdf)
        beside.say(said.format(name=shown.name.text, count=len(shown.jobs), yen=told))
        if shown.balance and shown.balance.carried and not shown.alone:
            carried = self.tr("{carried} are carried over, so {yen} are to be paid in all.")
            beside.say(carried.format(carried=yen(shown.balance.carried), yen=yen(shown.to_pay)))
        if shown.adjusted:
            beside.say(adjusted_text(shown), tone="warn")
        for lack in warned:
            beside.add(lack)
        beside.say(self.tr("It has no number yet, and nothing was issued."), "muted")
        self.pages = beside.pages
        self.body.addWidget(beside, 1)
        if jobs is not None and shown.jobs:
            self.accepted.connect(jobs)
            self.add_secondary(self.tr("Open the jobs…"), self.accept)
        self.add_secondary(self.tr("Close"))
        self.begin_on_way_back()  # else the pages had the keyboard
        self.fit(940, 760)


def open_look(
    owner: QWidget,
    ctx: DeskContext,
    shown: ClosingPreview,
    day: str,
    busy: Busy,
    jobs: Callable[[], object] | None = None,
) -> None:
    """Draw the page of one customer and show it.

    Args:
        day: ISO day that it is to be dated; empty for today.
        jobs: as for :class:`ClosingLook`.
    """

    def opened(pdf: bytes) -> None:
        ClosingLook(owner, shown, pdf, lack_lines(shown.lacks, ctx.words), jobs).open()

    background.ask(
        owner, lambda: ctx.office.collective.look(ctx.actor, shown, ctx.words, issue_on=day)
    ).with_busy(busy).then(opened)
