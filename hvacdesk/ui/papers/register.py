"""The register of copies: what is out, and registering what comes back by scanner or typing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.work_orders import COPY_STATE_NAMES, PROFILE_NAMES, CopyRow, CopyState
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.papers.copy_wording import copy_chip, copy_number
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.text import label, restyle

RETURNS = (CopyState.KEPT, CopyState.SHREDDED, CopyState.LOST)


class CopyRegister(QWidget):
    """Choose once what happens with the papers, then scan one after the other; Enter registers.

    Signals:
        registered(row): a copy was registered.
    """

    registered = Signal(object)

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(self._scan_card())
        column.addWidget(self._list_card(), 1)

    def _scan_card(self) -> Card:
        ctx = self._ctx
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label(self.tr("The papers are"), "label"))
        self._group = QButtonGroup(self)
        self.choices: dict[CopyState, QPushButton] = {}
        for number, state in enumerate(RETURNS, 1):
            keys = f"Alt+{number}"
            made = button(f"{ctx.words(COPY_STATE_NAMES[state])}  {keys}")
            made.setAccessibleName(ctx.words(COPY_STATE_NAMES[state]))
            made.setProperty("kind", "choice")
            made.setCheckable(True)
            made.setChecked(state is CopyState.SHREDDED)
            self._group.addButton(made)
            self.choices[state] = made
            QShortcut(QKeySequence(keys), self, partial(self.choose, state))
            row.addWidget(made)
        row.addStretch(1)
        card.body.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Scan the square, or type the code under it"))
        self.code.setAccessibleName(self.tr("Code of the paper"))
        self.code.returnPressed.connect(self.register)
        line.addWidget(self.code, 1)
        line.addWidget(button(self.tr("Register"), self.register, icon="scan-line"))
        card.body.addLayout(line)
        self.answer = label(self.tr("The scanner types the code and Enter by itself."), "muted", wrap=True)
        card.body.addWidget(self.answer)
        return card

    def _list_card(self) -> Card:
        words = self._ctx.words
        card = Card(padding=1)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), 0)
        self.count = label("", "strong")
        head.addWidget(self.count, 1)
        self.every = QCheckBox(self.tr("Show those that are back, too"))
        self.every.toggled.connect(lambda _on: self.read())
        head.addWidget(self.every)
        card.body.addLayout(head)
        self.table = DataTable(self.tr("Copies"))
        self.table.set_columns(
            (
                Column("number", self.tr("Number"), width=150, kind="number", value=copy_number),
                Column(
                    "profile",
                    self.tr("Copy"),
                    width=110,
                    stretch=2,
                    optional=True,
                    value=lambda row: words(PROFILE_NAMES[row.profile]),
                ),
                Column("holder", self.tr("Who has it"), width=110, stretch=2, kind="muted", optional=True),
                Column("return_by", self.tr("Due back"), width=112, kind="number"),
                Column("code", self.tr("Code"), width=176, stretch=2, kind="number", optional=True),
                Column(
                    "state",
                    self.tr("State"),
                    width=84,
                    kind="chip",
                    value=lambda row: copy_chip(row, words),
                ),
            )
        )
        self.table.activated_row.connect(self._take_code)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            EmptyState(
                "file-check",
                self.tr("Every paper is back"),
                self.tr("Printed work orders are listed here until they come back and are kept or shredded."),
            )
        )
        card.body.addWidget(self.stack, 1)
        return card

    def read(self) -> None:
        """Read the register."""
        ctx, only_out = self._ctx, not self.every.isChecked()
        background.run(
            self, lambda _progress: ctx.office.work_orders.copies(ctx.actor, only_out=only_out), self._show
        )

    def _show(self, rows: tuple[CopyRow, ...]) -> None:
        shown = sorted(rows, key=lambda row: not row.overdue)
        self.table.set_rows(shown)
        self.stack.setCurrentIndex(0 if shown else 1)
        out = sum(row.state is CopyState.OUT for row in rows)
        overdue = sum(row.overdue for row in rows)
        counted = self.tr("%n paper(s) out", "", out)
        if overdue:
            counted += "  " + self.tr("%n overdue", "", overdue)
        self.count.setText(counted)
        self.count.setProperty("tone", "bad" if overdue else "")
        restyle(self.count)

    def choose(self, state: CopyState) -> None:
        """Say what happens with the papers that are scanned next."""
        self.choices[state].setChecked(True)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def state(self) -> CopyState:
        """What happens with the papers."""
        return next(state for state, made in self.choices.items() if made.isChecked())

    def _take_code(self, row: object) -> None:
        if isinstance(row, CopyRow):
            self.code.setText(row.code)
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def register(self) -> None:
        """Register the paper whose code stands in the field; a lost one is asked about once more."""
        code = self.code.text().strip()
        if not code:
            self.code.setFocus()
            return
        if self.state is not CopyState.LOST:
            self._register(code, self.state)
            return
        question = Dialog(self.tr("Register this paper as lost?"), self)
        question.add_text(
            self.tr("A lost paper carries a customer's address. The person responsible must know.")
        )
        question.accepted.connect(lambda: self._register(code, CopyState.LOST))
        question.set_primary(self.tr("Register as lost"))
        question.add_secondary(self.tr("Cancel"))
        question.open()

    def _register(self, code: str, state: CopyState) -> None:
        ctx = self._ctx
        background.run(
            self,
            lambda _progress: ctx.office.work_orders.register_return(ctx.actor, code, state),
            self._done,
            self._failed,
        )

    def _done(self, row: CopyRow) -> None:
        text = self.tr("{number}: {state}")
        name = f"{copy_number(row)}  {self._ctx.words(PROFILE_NAMES[row.profile])}"
        self._say(text.format(number=name, state=self._ctx.words(COPY_STATE_NAMES[row.state])), "good")
        self.code.clear()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()
        self.registered.emit(row)

    def _failed(self, error: UserFacingError) -> None:
        what, _safe, todo = error.sentences(self._ctx.words)
        self._say(f"{what} {todo}", "bad")
        self.code.selectAll()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, tone: str) -> None:
        self.answer.setText(text)
        self.answer.setProperty("role", "strong")
        self.answer.setProperty("tone", tone)
        restyle(self.answer)
