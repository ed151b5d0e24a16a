"""After a print that went wrong: which copies came out, and which are struck to be printed again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from hvacdesk.domain.papers.register import PaperRow, kind_text
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES, CopyRow, number_of_copy
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.striking import not_as_said
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.work_dialog import ShownWork


def ask_what_came_out(
    ctx: DeskContext,
    copies: Sequence[CopyRow],
    came: Sequence[CopyRow] | None = None,
) -> None:
    """Ask; ``came`` are the copies that the printer is known to have taken, all of them where it is not."""
    known = copies if came is None else came
    lines = {copy.copy: f"{copy_number(copy)}  {ctx.words(PROFILE_NAMES[copy.profile])}" for copy in copies}

    def settle(missing: tuple[str, ...]) -> int:
        ctx.office.papers.settle_unprinted(ctx.actor, tuple(lines), missing)
        return len(ctx.office.work_orders.did_not_come_out(ctx.actor, missing))

    CameOutDialog(ctx, lines, {copy.copy for copy in known}, settle).open()


def ask_what_became_of(ctx: DeskContext, papers: Sequence[PaperRow]) -> None:
    """Ask about papers that were registered to be printed when the program ended, or the current failed."""
    lines = _told(ctx, papers)

    def settle(missing: tuple[str, ...]) -> int:
        return len(ctx.office.papers.settle_unprinted(ctx.actor, tuple(lines), missing))

    CameOutDialog(ctx, lines, lines, settle).open()


def ask_which_came_out(ctx: DeskContext, papers: Sequence[PaperRow], came: Collection[PaperRow]) -> None:
    """Ask about papers that were printed together; ``came`` are those that the printer surely took."""

    def settle(missing: tuple[str, ...]) -> int:
        return len(ctx.office.papers.did_not_come_out(ctx.actor, missing))

    CameOutDialog(ctx, _told(ctx, papers), {paper.paper for paper in came}, settle).open()


def _told(ctx: DeskContext, papers: Sequence[PaperRow]) -> dict[str, str]:
    """Each by its number and kind, and by what its page is called where that is something else."""
    return {
        paper.paper: f"{paper.number}  {kind_text(paper, ctx.words)}  {paper.label}".rstrip()
        for paper in papers
    }


class CameOutDialog(Dialog):
    """One check mark for each paper that was sent to the printer, or was about to be.

    Args:
        lines: how each paper is told, by record id.
        came: what is ticked at first: what the printer may have taken.
        settle: registers what did not come out, and returns of how many papers the register says otherwise
            all the same; called off the window's thread.
    """

    def __init__(
        self,
        ctx: DeskContext,
        lines: Mapping[str, str],
        came: Collection[str],
        settle: Callable[[tuple[str, ...]], int],
    ) -> None:
        title = QCoreApplication.translate("CameOutDialog", "Which copies came out of the printer?")
        super().__init__(title, ctx.window, width=520)
        self._ctx = ctx
        self._settle = settle
        self.add_text(
            self.tr(
                "Look at the paper and untick what is missing or spoiled. What is unticked is “Not printed” "
                "in the register then, and can be printed again; shred a spoiled sheet."
            ),
            "muted",
        )
        self.boxes: dict[str, QCheckBox] = {}
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(10), theme.px(8), theme.px(14), theme.px(8))
        for paper, told in lines.items():
            box = QCheckBox(told)
            # Unticked from the start is what the printer is known not to have taken.
            box.setChecked(paper in came)
            box.toggled.connect(lambda _on: self._judge())
            self.boxes[paper] = box
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        self.body.addWidget(area, 1)
        busy = Busy(self.tr("Noting it in the register"), cancellable=False)
        self._noting = ShownWork(self, busy, self.tr("Noting it in the register"))
        self.body.addWidget(busy)
        self.set_primary("", lambda: self._register(self.missing))
        self.none_button = self.add_secondary(
            self.tr("None came out"), lambda: self._register(tuple(self.boxes))
        )
        self.fit(560, min(240 + 32 * len(lines), 640))
        self._judge()

    @property
    def missing(self) -> tuple[str, ...]:
        """The copies that did not come out."""
        return tuple(copy for copy, box in self.boxes.items() if not box.isChecked())

    def _judge(self) -> None:
        count = len(self.missing)
        if self.primary is not None:
            self.primary.setText(
                self.tr("Strike %n copy(ies)", "", count) if count else self.tr("All came out")
            )

    def _register(self, missing: tuple[str, ...]) -> None:
        settle = self._settle
        background.ask(self, lambda: settle(missing)).with_busy(self._noting).then(
            lambda otherwise: self._done_with(len(missing), otherwise)
        )

    def _done_with(self, count: int, otherwise: int) -> None:
        self.accept()
        if otherwise:
            self._ctx.notify(not_as_said(otherwise))
        elif count:
            self._ctx.notify(
                self.tr("%n copy(ies) noted as “Not printed”. They can be printed again.", "", count)
            )


def copy_number(row: CopyRow) -> str:
    """Order number and copy, as printed at the top of the paper."""
    return number_of_copy(row.number, row.copy_number, row.copies)
